"""Use cases of freezing: an account that can be looked at, and nothing else, until two people release it."""

from collections.abc import Mapping
from enum import Enum
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.access import Approval, request_approval
from stakehouse.domains.compliance.errors import AccountFrozen, NotFrozen, OwnCase
from stakehouse.domains.compliance.service.exclusions import follow_standing, set_standing
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import cases as store
from stakehouse.domains.compliance.store.cases import Freeze
from stakehouse.domains.identity import Member, Standing
from stakehouse.events.compliance import AccountFrozen as Frozen
from stakehouse.events.compliance import AccountReleased
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

RELEASE = "compliance.release"
"""The kind of its approvals."""


class Stop(Enum):
    """Why a withdrawal waits; the member is told neither."""

    FROZEN = "frozen"
    CASE = "case"


async def withdrawal_stop(tx: Tx, member_id: MemberId) -> Stop | None:
    """What stops a member's withdrawals: a freeze, or an open case that blocks; payments asks here."""
    if await store.freeze_of(tx, member_id) is not None:
        return Stop.FROZEN
    return Stop.CASE if await store.has_blocking(tx, member_id) else None


async def freeze(tx: Tx, member_id: MemberId, *, reason: str, case_id: UUID | None = None) -> Freeze:
    """Freezes an account, felt by the very next bet; its member can sign in and look.

    Raises:
        MemberNotFound: no such member here.
        AccountFrozen: it is frozen already.
        OwnCase: the actor is the member.
    """
    person = await identity.member(tx, member_id)
    _check_not_own(tx, person)
    await hold_play(tx, member_id)
    is_new = await store.add_freeze(
        tx, member_id, case_id=case_id, reason=reason, standing_before=person.standing.value
    )
    if not is_new:
        raise AccountFrozen("This account is frozen already.")

    if person.standing in {Standing.ACTIVE, Standing.PENDING}:
        await set_standing(tx, member_id, Standing.LIMITED, reason)
    else:
        await follow_standing(tx, member_id)

    frozen = await store.freeze_of(tx, member_id)
    assert frozen is not None, "it was written just now"
    tx.record(
        AuditEntry(
            "account.frozen",
            "member",
            member_id,
            reason,
            before={"standing": person.standing.value},
            after={"freeze_id": frozen.id, "case_id": case_id},
        )
    )
    tx.tell(Frozen(member_id=member_id, case_id=case_id))
    return frozen


async def ask_release(tx: Tx, member_id: MemberId, *, reason: str) -> Approval:
    """Asks for a second person to release a frozen account.

    Raises:
        MemberNotFound: no such member here.
        NotFrozen: it is not frozen.
        OwnCase: the actor is the member.
    """
    person = await identity.member(tx, member_id)
    _check_not_own(tx, person)
    frozen = await store.freeze_of(tx, member_id)
    if frozen is None:
        raise _not_frozen()

    return await request_approval(
        tx,
        kind=RELEASE,
        summary=f"Releases the frozen account of {person.username}.",
        content={"freeze_id": str(frozen.id), "member_id": str(member_id), "reason": reason},
        reason=reason,
        member_id=member_id,
    )


async def carry_out_release(tx: Tx, _approval_id: UUID, content: Mapping[str, object]) -> None:
    """Releases an account that a second person let go, in the transaction of the decision.

    Raises:
        NotFrozen: the freeze that was to end has ended.
        OwnCase: the second person is the member.
    """
    member_id, reason = MemberId(UUID(str(content["member_id"]))), str(content["reason"])
    person = await identity.member(tx, member_id)
    _check_not_own(tx, person)
    await hold_play(tx, member_id)
    frozen = await store.freeze_of(tx, member_id, lock=True)
    if frozen is None or str(frozen.id) != content["freeze_id"]:
        raise _not_frozen()

    await store.end_freeze(tx, frozen.id, reason)
    if person.standing is Standing.LIMITED and frozen.standing_before != Standing.LIMITED.value:
        await set_standing(tx, member_id, Standing.ACTIVE, reason)
    else:
        await follow_standing(tx, member_id)

    tx.record(
        AuditEntry(
            "account.released",
            "member",
            member_id,
            reason,
            before={"freeze_id": frozen.id, "standing": person.standing.value},
            after={"released_by": tx.actor.name},
        )
    )
    tx.tell(AccountReleased(member_id=member_id))


async def freezes_of(tx: Tx, member_id: MemberId) -> list[Freeze]:
    """All freezes of an account, the newest first."""
    return await store.freezes_of(tx, member_id)


def _check_not_own(tx: Tx, person: Member) -> None:
    if person.user_id in {tx.actor.user_id, tx.actor.real_user_id}:
        raise OwnCase("Somebody else must decide about your own account.")


def _not_frozen() -> NotFrozen:
    return NotFrozen("This account is not frozen.")
