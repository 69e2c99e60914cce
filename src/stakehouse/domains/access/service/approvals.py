"""Use cases of four eyes: ask, approve, reject, let lapse."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from stakehouse.domains.access.errors import ApprovalNotFound, NotYourRequest
from stakehouse.domains.access.ports import ApprovalKind
from stakehouse.domains.access.rules import approvals as rules
from stakehouse.domains.access.service.rights import demand
from stakehouse.domains.access.store import approvals as store
from stakehouse.domains.access.types import Approval, ApprovalId, ApprovalStatus, Decided, FourEyesSettings
from stakehouse.domains.tenancy import setting
from stakehouse.events.access import (
    ApprovalApproved,
    ApprovalLapsed,
    ApprovalRejected,
    ApprovalRequested,
    ApprovalSupported,
    ApprovalWithdrawn,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.money import Money
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor

LAPSED_AT_ONCE = 200

ApprovalKinds = Mapping[str, ApprovalKind]


async def request_approval(
    tx: Tx,
    *,
    kind: str,
    summary: str,
    content: Mapping[str, object],
    reason: str,
    member_id: MemberId | None = None,
    money: Money | None = None,
    state: Mapping[str, object] | None = None,
) -> Approval:
    """Asks for a second person; the act is carried out when enough approve, within 72 hours.

    The larger the amount, the more people must approve (settings ``four_eyes``).

    Args:
        tx: the transaction; its actor is the maker.
        kind: which act; its domain registered how it is carried out.
        summary: one sentence that says what will happen.
        content: what it will be carried out with: strings, whole numbers, booleans, nesting.
        reason: why.
        member_id: the member concerned, if there is one.
        money: the amount concerned, if there is one.
        state: what the act will change, as it is now; a kind that tells how it is at the decision
            (``ApprovalKind.present``) has it refused there if that is something else.
    """
    quorum = rules.quorum_for(money, await setting(tx, FourEyesSettings))
    text = rules.canonical(content)
    approval = Approval(
        id=ApprovalId(new_id()),
        kind=kind,
        summary=summary,
        content=content,
        content_hash=rules.content_hash(kind, text),
        reason=reason,
        money=money,
        member_id=member_id,
        maker_id=tx.actor.person_id,
        maker=tx.actor.real_name or tx.actor.name,
        status=ApprovalStatus.WAITING,
        created_at=tx.now,
        expires_at=tx.now + rules.LIFETIME,
        quorum=quorum,
        state=state,
    )

    await store.insert_approval(tx, approval)

    tx.record(AuditEntry("approval.requested", "approval", approval.id, reason, after=_told(approval)))
    tx.tell(_about(ApprovalRequested, approval))
    return approval


async def approve(
    tx: Tx, approval_id: UUID, seen_hash: str, kinds: ApprovalKinds, *, reason: str = ""
) -> Approval:
    """Approves a request; whoever completes the number that it needs carries out its act with it.

    Args:
        tx: the transaction; its actor is the second person.
        approval_id: of the request.
        seen_hash: the content hash of what the person saw.
        kinds: how each kind is carried out.
        reason: what the person says about it.

    Raises:
        ApprovalNotFound: no such request.
        ApprovalDecided: somebody decided it before.
        ApprovalExpired: nobody did in time.
        OwnRequest: the actor asked for it.
        ContentChanged: the person saw something else.
        ObjectChanged: what the act would change is not as it was.
        Forbidden: the actor lacks the permission of the kind.
        OverOwnLimit: the actor holds it up to a smaller amount.
        Refusal: the act's own; the request goes on waiting.
    """
    approval, decider_id = await _lock_for(tx, approval_id, kinds)
    rules.check_same_content(approval, seen_hash)
    kind = kinds[approval.kind]
    if kind.present is not None:
        rules.check_same_state(approval, await kind.present(tx, approval.content))

    await store.add_decision(tx, approval.id, Decided(decider_id, tx.actor.name, reason, tx.now))
    so_far = len(approval.approved_by) + 1
    if so_far < approval.quorum:
        after = {**_told(approval), "approvals": so_far, "quorum": approval.quorum}
        tx.record(AuditEntry("approval.supported", "approval", approval.id, reason, after=after))
        tx.tell(_about(ApprovalSupported, approval))
        return await _fresh(tx, approval.id)

    await _decide(tx, approval, ApprovalStatus.APPROVED, decider_id, reason)
    await kind.execute(tx, approval.id, approval.content)

    tx.record(AuditEntry("approval.approved", "approval", approval.id, reason, after=_told(approval)))
    tx.tell(_about(ApprovalApproved, approval))
    return await _fresh(tx, approval.id)


async def reject(tx: Tx, approval_id: UUID, kinds: ApprovalKinds, *, reason: str) -> Approval:
    """Rejects a request; its act will not be carried out.

    Raises:
        ApprovalNotFound: no such request.
        ApprovalDecided: somebody decided it before.
        ApprovalExpired: nobody did in time.
        OwnRequest: the actor asked for it.
        Forbidden: the actor lacks the permission of the kind.
        OverOwnLimit: the actor holds it up to a smaller amount.
    """
    approval, decider_id = await _lock_for(tx, approval_id, kinds)

    await _decide(tx, approval, ApprovalStatus.REJECTED, decider_id, reason)

    tx.record(AuditEntry("approval.rejected", "approval", approval.id, reason, after=_told(approval)))
    tx.tell(_about(ApprovalRejected, approval))
    return await _fresh(tx, approval.id)


async def withdraw_request(tx: Tx, approval_id: UUID) -> Approval:
    """Takes a request back: only whoever asked, while it waits.

    Raises:
        ApprovalNotFound: no such request.
        NotYourRequest: somebody else asked for it.
        ApprovalDecided: somebody decided it before.
        ApprovalExpired: nobody did in time.
    """
    approval = await store.lock_approval(tx, approval_id)
    if approval is None:
        raise ApprovalNotFound("There is no such request.")
    maker_id = tx.actor.person_id
    if maker_id is None or approval.maker_id != maker_id:
        raise NotYourRequest("Only whoever asked for it can take it back.")
    rules.check_open(approval)

    await _decide(tx, approval, ApprovalStatus.WITHDRAWN, maker_id, "")

    tx.record(AuditEntry("approval.withdrawn", "approval", approval.id, before=_told(approval)))
    tx.tell(_about(ApprovalWithdrawn, approval))
    return await _fresh(tx, approval.id)


async def approvals(
    tx: Tx,
    *,
    status: ApprovalStatus | None = None,
    kind: str | None = None,
    cursor: str | None = None,
    limit: int = LIMIT_DEFAULT,
) -> Page[Approval]:
    """Requests, newest first: all, or those of a status or a kind.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    found = await store.page(tx, status, kind, decode_cursor(cursor), limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].id) if len(found) > limit else None)


async def count_waiting_approvals(tx: Tx) -> int:
    """How many requests wait for a second person."""
    return await store.count_waiting(tx)


async def lapse_approvals(tx: Tx) -> int:
    """Marks requests of the tenant that nobody decided in time; answers how many, at most 200."""
    lapsed = await store.mark_expired(tx, LAPSED_AT_ONCE)

    for approval in lapsed:
        tx.record(AuditEntry("approval.lapsed", "approval", approval.id, after=_told(approval)))
        tx.tell(_about(ApprovalLapsed, approval))
    return len(lapsed)


async def _lock_for(tx: Tx, approval_id: UUID, kinds: ApprovalKinds) -> tuple[Approval, UUID]:
    """The request under its lock, if the actor may decide it now; and the actor's id."""
    approval = await store.lock_approval(tx, approval_id)
    if approval is None:
        raise ApprovalNotFound("There is no such request.")
    decider_id = tx.actor.person_id
    assert decider_id is not None, "the guard let in nobody but signed-in staff"
    rules.check_open(approval)
    rules.check_second_person(approval, decider_id)
    demand(tx, kinds[approval.kind].permission, money=approval.money)
    return approval, decider_id


async def _decide(tx: Tx, approval: Approval, status: ApprovalStatus, decider_id: UUID, reason: str) -> None:
    await store.save_decision(
        tx, approval.id, status, decider_id=decider_id, decider=tx.actor.name, reason=reason
    )


async def _fresh(tx: Tx, approval_id: ApprovalId) -> Approval:
    decided = await store.lock_approval(tx, approval_id)
    assert decided is not None, "the row is locked"
    return decided


News = TypeVar(
    "News",
    ApprovalRequested,
    ApprovalSupported,
    ApprovalApproved,
    ApprovalRejected,
    ApprovalLapsed,
    ApprovalWithdrawn,
)


def _about(fact: type[News], approval: Approval) -> News:
    return fact(approval_id=approval.id, kind=approval.kind, member_id=approval.member_id)


def _told(approval: Approval) -> dict[str, object]:
    return {
        "kind": approval.kind,
        "summary": approval.summary,
        "content": dict(approval.content),
        "content_hash": approval.content_hash,
        "maker": approval.maker,
    }
