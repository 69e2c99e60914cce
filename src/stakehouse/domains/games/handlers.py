"""What the games do when they hear news."""

from stakehouse.domains.games.service.rounds import owe_settling
from stakehouse.events.compliance import MemberExcluded
from stakehouse.infra.subscriber import Event, Handler
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def on_excluded(tx: Tx, event: Event[MemberExcluded]) -> None:
    """Owes the settling of the member's open rounds; a suspension does not, for it may be lifted."""
    owe_settling(tx, MemberId(event.fact.member_id))


HANDLERS = (Handler("games-exclusion", (MemberExcluded,), on_excluded),)
