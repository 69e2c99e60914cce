"""Use cases of reviewers: take a case, compare, decide; and the clock that ends a decision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import KycCaseNotFound, OwnCase, TakenByAnother
from stakehouse.domains.compliance.rules import kyc as rules
from stakehouse.domains.compliance.service.kyc import cases
from stakehouse.domains.compliance.service.kyc.desk import Desk
from stakehouse.domains.compliance.store import kyc as store
from stakehouse.domains.compliance.types.kyc import (
    Case,
    CaseStep,
    Document,
    KycMethod,
    KycSettings,
    RejectionReason,
    Requirement,
    SubjectKind,
    Twin,
)
from stakehouse.domains.identity import KycStatus, Member
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor

AT_ONCE = 200

KYC_MAIL = "compliance.kyc_mail"
"""The job that writes to a member about the identity check."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A mail that is owed to a member.

    Attributes:
        member_id: to whom.
        kind: ``verified``, ``rejected``, ``expired`` or ``reminder``.
        until: the day it speaks of, ISO 8601; empty if it speaks of none.
        days: of a reminder, how many are left.
    """

    member_id: UUID
    kind: str
    until: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """All that a reviewer compares."""

    case: Case
    member: Member | None
    asked: tuple[Requirement, ...]
    documents: tuple[Document, ...]
    steps: tuple[CaseStep, ...]
    twins: tuple[Twin, ...]
    valid_until: date | None


async def queue(
    tx: Tx,
    desk: Desk,
    *,
    statuses: Sequence[KycStatus] = (),
    subject: SubjectKind | None = None,
    mine: bool = False,
    cursor: str | None = None,
    limit: int = LIMIT_DEFAULT,
) -> Page[Case]:
    """Cases, the longest waiting first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    found = await store.page(
        tx,
        desk.vault,
        statuses=statuses,
        subject=subject,
        reviewer_id=tx.actor.user_id if mine else None,
        after=decode_cursor(cursor),
        limit=limit + 1,
    )
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].id) if len(found) > limit else None)


async def count_waiting_kyc(tx: Tx) -> int:
    """How many identity checks wait for somebody."""
    return await store.count_waiting(tx)


async def review(tx: Tx, desk: Desk, case_id: UUID) -> Review:
    """A case with everything beside it.

    Raises:
        KycCaseNotFound: the tenant has none of this id.
    """
    found = await store.case(tx, desk.vault, case_id)
    if found is None:
        raise KycCaseNotFound("There is no such identity check.")
    return await _beside(tx, desk, found)


async def review_of_member(tx: Tx, desk: Desk, member_id: MemberId) -> Review | None:
    """A member's case with everything beside it; ``None`` before the first upload.

    Raises:
        MemberNotFound: no such member here.
    """
    await identity.member(tx, member_id)
    found = await store.case_of_member(tx, desk.vault, member_id)
    return None if found is None else await _beside(tx, desk, found)


async def _beside(tx: Tx, desk: Desk, case: Case) -> Review:
    settings = await tenancy.setting(tx, KycSettings)
    asked = settings.asked_of(case.subject)
    shown = await store.documents(tx, desk.vault, case.id)
    return Review(
        case,
        None if case.member_id is None else await identity.member(tx, case.member_id),
        asked,
        tuple(shown),
        tuple(await store.steps(tx, case.id)),
        tuple(await store.twins(tx, desk.vault, case, shown)),
        rules.valid_until(asked, shown, tx.now.date()),
    )


async def take(tx: Tx, desk: Desk, case_id: UUID) -> Case:
    """Takes a case for oneself; taking one's own again changes nothing.

    Raises:
        KycCaseNotFound: the tenant has none of this id.
        TakenByAnother: somebody else looks at it.
        OwnCase: it is about the reviewer.
        WrongKycState: it does not wait.
    """
    case = await cases.locked_case(tx, desk, case_id)
    await _check_not_own(tx, case)
    if case.status is KycStatus.IN_REVIEW and case.reviewer_id is not None:
        if case.reviewer_id == tx.actor.user_id:
            return case
        raise TakenByAnother(f"{case.reviewer} looks at it.", facts={"reviewer": case.reviewer})
    if case.status is not KycStatus.IN_REVIEW:
        rules.check_edge(case, KycStatus.IN_REVIEW)
    taken = replace(case, status=KycStatus.IN_REVIEW, reviewer_id=tx.actor.user_id, reviewer=tx.actor.name)
    await cases.move(tx, desk, case, taken)
    return taken


async def release(tx: Tx, desk: Desk, case_id: UUID) -> Case:
    """Puts a case back into the queue.

    Raises:
        KycCaseNotFound: the tenant has none of this id.
        TakenByAnother: somebody else looks at it.
        WrongKycState: nobody does.
    """
    case = await _mine(tx, desk, case_id)
    released = replace(case, status=KycStatus.SUBMITTED, reviewer_id=None, reviewer="")
    rules.check_edge(case, KycStatus.SUBMITTED)
    await cases.move(tx, desk, case, released)
    return released


async def approve(tx: Tx, desk: Desk, case_id: UUID, *, text: str = "") -> Case:
    """Verifies the person; the first document's end is the decision's.

    Raises:
        KycCaseNotFound: the tenant has none of this id.
        TakenByAnother: somebody else looks at it.
        OwnCase: it is about the reviewer.
        WrongKycState: it does not wait for a decision.
        DocumentsMissing: something is asked that was not shown.
        DocumentDatePassed: a document is not valid any more.
    """
    case = await _mine(tx, desk, case_id)
    return await verify(tx, desk, case, method=KycMethod.REVIEW, text=text)


async def verify(tx: Tx, desk: Desk, case: Case, *, method: KycMethod, text: str) -> Case:
    """Writes that a person is verified, and until when.

    Raises:
        WrongKycState: the case does not wait for a decision.
        DocumentsMissing: something is asked that was not shown.
        DocumentDatePassed: a document is not valid any more.
    """
    rules.check_edge(case, KycStatus.VERIFIED)
    settings = await tenancy.setting(tx, KycSettings)
    asked, shown = settings.asked_of(case.subject), await store.documents(tx, desk.vault, case.id)
    rules.check_complete(asked, shown, tx.now.date())

    verified = replace(
        case,
        status=KycStatus.VERIFIED,
        decided_at=tx.now,
        decided_by=tx.actor.name,
        method=method,
        reasons=(),
        text=text,
        valid_until=rules.valid_until(asked, shown, tx.now.date()),
    )
    await cases.move(tx, desk, case, verified)
    await store.forget_reminders(tx, case.id)
    _owe_mail(tx, verified, "verified")
    return verified


async def reject(
    tx: Tx, desk: Desk, case_id: UUID, *, reasons: Sequence[RejectionReason], text: str = ""
) -> Case:
    """Rejects what was shown, with reasons that the person reads; also what was verified before.

    Raises:
        KycCaseNotFound: the tenant has none of this id.
        TakenByAnother: somebody else looks at it.
        OwnCase: it is about the reviewer.
        WrongKycState: nothing was shown that could be rejected.
        ReasonMissing: no reason, or "other" without words.
    """
    case = await cases.locked_case(tx, desk, case_id)
    if case.status is not KycStatus.VERIFIED:
        case = await _mine(tx, desk, case_id)
    await _check_not_own(tx, case)
    return await turn_down(tx, desk, case, method=KycMethod.REVIEW, reasons=reasons, text=text)


async def turn_down(
    tx: Tx, desk: Desk, case: Case, *, method: KycMethod, reasons: Sequence[RejectionReason], text: str
) -> Case:
    """Writes that what was shown does not do.

    Raises:
        WrongKycState: nothing was shown that could be rejected.
        ReasonMissing: no reason, or "other" without words.
    """
    rules.check_edge(case, KycStatus.REJECTED)
    rules.check_reasons(reasons, text)

    rejected = replace(
        case,
        status=KycStatus.REJECTED,
        decided_at=tx.now,
        decided_by=tx.actor.name,
        method=method,
        reasons=tuple(dict.fromkeys(reasons)),
        text=text,
        valid_until=None,
    )
    await cases.move(tx, desk, case, rejected)
    _owe_mail(tx, rejected, "rejected")
    return rejected


async def _mine(tx: Tx, desk: Desk, case_id: UUID) -> Case:
    """A case under its lock that nobody else looks at."""
    case = await cases.locked_case(tx, desk, case_id)
    await _check_not_own(tx, case)
    if case.reviewer_id is not None and case.reviewer_id != tx.actor.user_id:
        raise TakenByAnother(f"{case.reviewer} looks at it.", facts={"reviewer": case.reviewer})
    return case


async def _check_not_own(tx: Tx, case: Case) -> None:
    if case.member_id is None:
        return
    member = await identity.member(tx, case.member_id)
    if member.user_id in (tx.actor.user_id, tx.actor.real_user_id):
        raise OwnCase("Somebody else has to decide about your own identity check.")


async def expire_cases(tx: Tx, desk: Desk) -> int:
    """Ends decisions whose date has passed; answers how many, at most 200."""
    ended = await store.lock_expired(tx, desk.vault, tx.now.date(), AT_ONCE)
    for case in ended:
        expired = replace(case, status=KycStatus.EXPIRED, method=KycMethod.CLOCK)
        await cases.move(tx, desk, case, expired)
        _owe_mail(tx, expired, "expired")
    return len(ended)


async def remind(tx: Tx) -> int:
    """Owes members a mail 30 days, 7 days and on the day before their decision ends; each once."""
    today, owed, floor = tx.now.date(), 0, 0
    for days in sorted(rules.REMIND_DAYS):
        span = (today + timedelta(days=floor), today + timedelta(days=days))
        for member_id in await store.claim_reminders(tx, span, days, AT_ONCE):
            tx.defer(deferred(KYC_MAIL, Owed(member_id, "reminder", days=days)))
            owed += 1
        floor = days + 1
    return owed


def _owe_mail(tx: Tx, case: Case, kind: str) -> None:
    if case.member_id is not None:
        until = "" if case.valid_until is None else case.valid_until.isoformat()
        tx.defer(deferred(KYC_MAIL, Owed(case.member_id, kind, until)))


def note_opened(tx: Tx, case: Case) -> None:
    """That a member of staff opened a case with sealed data stands on the audit trail."""
    tx.record(AuditEntry("kyc.case_viewed", "kyc_case", case.id, after={"member_id": case.member_id}))
