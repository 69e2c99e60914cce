"""Erasure: what law does not make the house keep goes; the rest stays under a pseudonym."""

from uuid import UUID

from stakehouse.domains.identity.errors import AlreadyErased, MemberNotFound, NotClosed
from stakehouse.domains.identity.service.sessions import end_sessions
from stakehouse.domains.identity.store import erasure as store
from stakehouse.domains.identity.store import exports, members, memberships
from stakehouse.domains.identity.types import Member, SessionAudience, Standing
from stakehouse.events.identity import MemberErased
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, UserId, new_id

NOWHERE = "erased.invalid"
"""The domain of pseudonyms; no mail ever reaches it (RFC 2606)."""


async def erasable(tx: Tx, member_id: UUID) -> Member:
    """A member whose personal data may be erased: the account is closed, and was not erased before.

    Raises:
        MemberNotFound: no such member here.
        NotClosed: the account is open; it is closed first.
        AlreadyErased: nothing is left to erase.
    """
    found = await members.lock_member(tx, member_id)
    if found is None:
        raise MemberNotFound("There is no such member.")
    if found.email.endswith(f"@{NOWHERE}"):
        raise AlreadyErased("The member's personal data are erased already.")
    if found.standing is not Standing.CLOSED:
        raise NotClosed("Close the account first: its holder still uses it.")
    return found


async def erase_member(tx: Tx, member_id: UUID, reason: str) -> str:
    """Erases a closed member's personal data in this tenant and answers the pseudonym.

    Name, address and sign-in go: the member belongs to nobody from now on. Country, birth year, terms,
    journal, rounds and what identity checks found stay, under the pseudonym, for as long as law asks.
    A person who is known elsewhere stays known there; one who is not is erased from the platform.

    Raises:
        MemberNotFound: no such member here.
        NotClosed: the account is open.
        AlreadyErased: nothing is left to erase.
    """
    found = await erasable(tx, member_id)
    pseudonym = f"erased_{found.member_id.hex[-12:]}"
    nobody = UserId(new_id())

    await end_sessions(tx, found.user_id, reason="erased", audience=SessionAudience.PLAYER)
    await store.add_nobody(tx, nobody, f"{pseudonym}.{nobody.hex[-8:]}@{NOWHERE}", found.locale)
    await store.detach_member(tx, found.member_id, nobody, pseudonym, birth_year=found.birth_date.year)
    await store.forget_traces(tx, found.member_id, found.user_id, found.email)
    await exports.expire_of(tx, MemberId(found.member_id))
    await memberships.forget(tx, found.user_id, SessionAudience.PLAYER)
    if not await memberships.tenants_of(tx, found.user_id):
        await store.blank_user(tx, found.user_id, f"user.{found.user_id.hex}@{NOWHERE}")

    tx.record(AuditEntry("member.erased", "member", found.member_id, reason, after={"pseudonym": pseudonym}))
    tx.tell(MemberErased(member_id=found.member_id, pseudonym=pseudonym))
    return pseudonym
