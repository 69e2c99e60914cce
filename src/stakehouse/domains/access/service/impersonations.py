"""Use cases of impersonation: support sees the house as a member does, and the member sees that."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from stakehouse.domains.access.errors import (
    AlreadyImpersonating,
    ImpersonationNotFound,
    NotYourself,
    VisitCodeInvalid,
)
from stakehouse.domains.access.store import impersonations as store
from stakehouse.domains.access.types import Impersonation
from stakehouse.domains.identity import (
    Device,
    MailOrder,
    Template,
    end_acting_sessions,
    member,
    open_acting_session,
    owe_mail,
)
from stakehouse.events.access import ImpersonationBegun, ImpersonationEnded
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId, new_id

LONGEST = timedelta(hours=2)
CODE_LIVES = timedelta(minutes=2)
CODE_BYTES = 24


async def impersonate(
    tx: Tx, member_id: UUID, *, reason: str, minutes: int, is_read_only: bool, vault: Vault
) -> tuple[Impersonation, str]:
    """Lets the acting member of staff see the house as a member; answers it and a code that opens it once.

    The member is told by mail, and sees it in the account. No money moves in such a session, and none
    continues it: it ends after the minutes, two hours at the latest.

    Raises:
        MemberNotFound: no such member here.
        NotYourself: it is one's own account.
        AlreadyImpersonating: one acts as somebody already.
    """
    staff_id = tx.actor.user_id
    assert staff_id is not None, "the guard let in a member of staff"
    person = await member(tx, member_id)
    if person.user_id == staff_id:
        raise NotYourself("This is your own account; sign in as yourself.")
    code = secrets.token_urlsafe(CODE_BYTES)
    made = Impersonation(
        id=new_id(),
        staff_id=staff_id,
        staff=tx.actor.name,
        member_id=person.member_id,
        reason=reason,
        is_read_only=is_read_only,
        session_id=None,
        created_at=tx.now,
        expires_at=tx.now + min(timedelta(minutes=minutes), LONGEST),
    )

    await store.end_overdue(tx, staff_id)
    if not await store.add(tx, made, _digest(code)):
        facts = [{"impersonation_id": str(each.id)} for each in await store.open_of(tx, staff_id)]
        raise AlreadyImpersonating(
            "You see the house as somebody already; end that first.", facts=facts[0] if facts else None
        )

    fields = {
        "staff": tx.actor.name,
        "reason": reason,
        "since": _minute(made.created_at.isoformat()),
        "until": _minute(made.expires_at.isoformat()),
    }
    owe_mail(
        tx,
        vault,
        MailOrder(template=Template.IMPERSONATED, to=person.email, locale=person.locale, fields=fields),
    )
    after = {"read_only": is_read_only, "until": wire(made.expires_at), "impersonation_id": str(made.id)}
    tx.record(AuditEntry("member.impersonated", "member", person.member_id, reason, after=after))
    tx.tell(
        ImpersonationBegun(
            impersonation_id=made.id,
            member_id=person.member_id,
            user_id=staff_id,
            until=made.expires_at,
            read_only=is_read_only,
        )
    )
    return made, code


async def open_visit(tx: Tx, code: str, *, device: Device) -> tuple[Impersonation, UUID, UUID]:
    """Opens the session of a code; answers it, the session's id and the member's user.

    Raises:
        VisitCodeInvalid: the code opened something before, is too old, or is none.
    """
    made = await store.claim(tx, _digest(code), tx.now - CODE_LIVES)
    if made is None:
        raise VisitCodeInvalid("This link does not count any more; begin anew in the back-office.")
    person = await member(tx, made.member_id)
    session_id = await open_acting_session(
        tx,
        person,
        acting_id=made.staff_id,
        acting_name=made.staff,
        is_read_only=made.is_read_only,
        until=made.expires_at,
        device=device,
    )
    await store.keep_session(tx, made, session_id)
    return made, session_id, person.user_id


async def end_impersonation(tx: Tx, impersonation_id: UUID) -> None:
    """Ends an impersonation of the acting member of staff.

    Raises:
        ImpersonationNotFound: it is not theirs, or has ended.
    """
    staff_id = tx.actor.person_id
    assert staff_id is not None, "the guard let in a person"
    made = await store.end(tx, impersonation_id, staff_id)
    if made is None:
        raise ImpersonationNotFound("There is no such visit; it may have ended already.")
    await _over(tx, made)


async def end_visit(tx: Tx) -> None:
    """Ends the impersonation in whose session the caller is.

    Raises:
        ImpersonationNotFound: the session is the member's own.
    """
    found = await _present(tx)
    if found is None:
        raise ImpersonationNotFound("You are here as yourself.")
    await end_impersonation(tx, found.id)


async def end_all_of(tx: Tx, staff_id: UUID) -> None:
    """Ends whatever a member of staff has open, when they leave or are signed out."""
    for made in await store.open_of(tx, staff_id):
        await store.end(tx, made.id, staff_id)
        await _over(tx, made)


async def present_visit(tx: Tx) -> Impersonation | None:
    """The impersonation in whose session the caller is; ``None`` in the member's own."""
    return await _present(tx)


async def visits(tx: Tx, member_id: MemberId) -> list[Impersonation]:
    """Who looked at a member's account, the latest first."""
    return await store.of_member(tx, member_id)


async def _present(tx: Tx) -> Impersonation | None:
    if tx.actor.session_id is None or tx.actor.real_user_id is None:
        return None
    return await store.of_session(tx, tx.actor.session_id)


async def _over(tx: Tx, made: Impersonation) -> None:
    if made.session_id is not None:
        await end_acting_sessions(tx, made.staff_id, reason="the visit was ended", only=made.session_id)
    after = {"impersonation_id": str(made.id)}
    tx.record(AuditEntry("member.impersonation_ended", "member", made.member_id, after=after))
    tx.tell(ImpersonationEnded(impersonation_id=made.id, member_id=made.member_id, user_id=made.staff_id))


def _minute(moment: str) -> str:
    """A moment for people: date and minute in UTC."""
    return f"{moment[:10]} {moment[11:16]} UTC"


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
