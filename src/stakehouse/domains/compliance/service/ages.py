"""The ages the wallet engine needs: it asks nobody while it decides, so they lie where it reads."""

from stakehouse.domains import identity
from stakehouse.domains.compliance.store import ages as store
from stakehouse.domains.tenancy import jurisdiction
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def keep_birth_date(tx: Tx, member_id: MemberId) -> None:
    """Keeps a member's birth date beside the protections, where the law caps stakes by age.

    Until it lies there, the member is held to the lowest cap of all ages.
    """
    law = await jurisdiction(tx)
    if not law.rules.stake_caps:
        return
    person = await identity.member(tx, member_id)
    await store.keep_birth_date(tx, member_id, person.birth_date, time_zone=person.time_zone)
