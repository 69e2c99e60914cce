"""AML cases at the staff's face: the work list, both sides of a hit, steps, freezing and release."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from stakehouse.domains import access
from stakehouse.domains.access import ApprovalOut, approval_out
from stakehouse.domains.compliance.errors import (
    AccountFrozen,
    CaseClosed,
    CaseNotFound,
    NotFrozen,
    OwnCase,
    WrongFinding,
)
from stakehouse.domains.compliance.rules.cases import (
    CaseKind,
    CaseStatus,
    Evidence,
    Finding,
    Severity,
    Verdict,
    named_in,
)
from stakehouse.domains.compliance.service import cases, freezes, screening
from stakehouse.domains.compliance.service.cases import CaseView
from stakehouse.domains.compliance.store.cases import CaseFilter, Freeze
from stakehouse.domains.identity import Member, MemberNotFound, member
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import NotFound
from stakehouse.kernel.ids import MemberId, UserId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=4000)]


class PairingOut(Answer):
    """Two words that met, or one that met none."""

    left: str
    right: str
    how: str
    score: str


class ModifierOut(Answer):
    """What beside the names moved the score."""

    name: str
    detail: str
    points: str


class MatchOut(Answer):
    """How alike, and why."""

    score: str
    name_score: str
    left: str
    right: str
    pairings: list[PairingOut]
    modifiers: list[ModifierOut]


class ListedOut(Answer):
    """The side of the list."""

    ref: str
    names: list[str]
    births: list[str]
    countries: list[str]
    programs: list[str]
    remark: str


class SubjectOut(Answer):
    """The side of the member, as it was then."""

    name: str
    birth_date: str | None
    country: str


class HitOut(Answer):
    """An entry of a list that could be the person, both sides and the comparison."""

    list_title: str
    list_version: int
    entry: ListedOut
    subject: SubjectOut
    match: MatchOut


class NamedOut(Answer):
    """A member whom evidence names."""

    id: UUID
    username: str
    name: str


class EvidenceOut(Answer):
    """What a case rests on; for a hit with both sides, for anything else as it was told."""

    id: UUID
    kind: Annotated[str, Field(description="`hit`, `alert` or `record`")]
    title: str
    hit: HitOut | None
    content: dict[str, Any]  # Any: an alert tells the facts of its rule
    members: Annotated[list[NamedOut], Field(description="Whom an alert about several members names.")]
    verdict: Verdict
    verdict_by: str
    added_by: str
    added_at: Moment


class AmlStepOut(Answer):
    """Something that happened to a case."""

    id: UUID
    kind: str
    text: str
    at: Moment
    actor_kind: str
    actor_name: str


class CaseRowOut(Answer):
    """A case in the work list."""

    id: UUID
    kind: CaseKind
    member_id: UUID
    username: str
    member_name: str
    status: CaseStatus
    severity: Severity
    is_blocking: Annotated[bool, Field(description="Withdrawals wait until it is closed.")]
    summary: str
    assignee_id: UUID | None
    assignee: str
    due_at: Moment
    is_overdue: bool
    finding: Finding | None
    opened_at: Moment
    updated_at: Moment
    closed_at: Moment | None
    closed_by: str


class CaseOut(CaseRowOut):
    """A case with all that belongs to it."""

    evidence: list[EvidenceOut]
    steps: list[AmlStepOut]
    is_frozen: bool


class FreezeOut(Answer):
    """A freeze of an account."""

    id: UUID
    case_id: UUID | None
    reason: str
    frozen_by: str
    frozen_at: Moment
    released_by: str
    released_at: Moment | None
    release_reason: str


class MemberAmlOut(Answer):
    """What stands against a member, or does not."""

    name: str
    screened_at: Moment | None
    screening_cause: str
    screening_hits: int
    is_name_known: bool
    open_cases: list[CaseRowOut]
    closed_cases: int
    is_frozen: bool
    withdrawals_stopped: Annotated[str | None, Field(description="`frozen` or `case`, if they are")]
    freezes: list[FreezeOut]


class OpenCaseBody(Request):
    """A suspicion of staff."""

    member_id: UUID
    severity: Severity
    is_blocking: bool = False
    summary: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]


class AssignBody(Request):
    """To whom; to oneself if left out."""

    user_id: UUID | None = None


class ReasonBody(Request):
    """Why."""

    reason: Reason


class NoteBody(Request):
    """What is to be remembered."""

    text: Text


class AttachBody(Request):
    """A record: what it is, and where it lies (a payment, a document, an address)."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)]
    reference: Annotated[str, Field(max_length=500)] = ""
    text: Annotated[str, Field(max_length=4000)] = ""


class JudgeBody(Request):
    """Whether the hit is the member."""

    verdict: Literal["false", "true"]
    reason: Reason


class CloseAmlCaseBody(Request):
    """What was found."""

    finding: Finding
    reason: Reason


class FreezeBody(Request):
    """Why, and for which case."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]
    case_id: UUID | None = None


class CaseQuery(BaseModel):
    """Which cases to list."""

    model_config = ConfigDict(extra="ignore")

    status: CaseStatus | None = None
    is_open: Annotated[bool | None, Field(description="All but the closed ones, or only those.")] = None
    kind: CaseKind | None = None
    severity: Severity | None = None
    member_id: UUID | None = None
    mine: Annotated[bool, Field(description="Only those given to the caller.")] = False
    overdue: Annotated[bool, Field(description="Only those whose deadline has passed.")] = False
    cursor: Annotated[str | None, Field(max_length=100)] = None
    limit: Annotated[int, Field(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT


WORK = refuses(CaseNotFound, CaseClosed, OwnCase)

router = APIRouter(tags=["aml"])


@router.get("/aml-cases", dependencies=[staff("aml:view")], responses=refuses(InvalidCursor))
async def list_cases(tx: UnitOfWork, query: Annotated[CaseQuery, Query()]) -> ListAnswer[CaseRowOut]:
    """Cases, the newest first."""
    wanted = CaseFilter(
        status=query.status,
        is_open=query.is_open,
        kind=query.kind,
        severity=query.severity,
        member_id=query.member_id,
        assignee_id=tx.actor.user_id if query.mine else None,
        is_overdue=query.overdue,
    )
    page = await cases.cases(tx, wanted, cursor=query.cursor, limit=query.limit)
    return ListAnswer(items=[_row_out(view) for view in page.items], next=page.next)


@router.post(
    "/aml-cases",
    status_code=201,
    dependencies=[staff("aml:review")],
    responses=refuses(MemberNotFound, OwnCase),
)
async def open_case(body: OpenCaseBody, tx: UnitOfWork) -> CaseOut:
    """Opens a case on a suspicion of one's own."""
    opened = await cases.open_case(
        tx,
        MemberId(body.member_id),
        severity=body.severity,
        is_blocking=body.is_blocking,
        summary=body.summary,
    )
    return await _case_out(tx, opened.id)


@router.get("/aml-cases/{case_id}", dependencies=[staff("aml:view")], responses=refuses(CaseNotFound))
async def show_case(case_id: UUID, tx: UnitOfWork) -> CaseOut:
    """A case with its evidence, both sides of every hit, and all steps."""
    return await _case_out(tx, case_id)


@router.post(
    "/aml-cases/{case_id}/assign",
    dependencies=[staff("aml:review")],
    responses=refuses(CaseNotFound, NotFound, CaseClosed, OwnCase),
)
async def assign_case(case_id: UUID, body: AssignBody, tx: UnitOfWork) -> CaseOut:
    """Takes a case, or gives it to a colleague who may review."""
    user_id, name = tx.actor.user_id, tx.actor.name
    assert user_id is not None, "the guard lets staff only in"
    if body.user_id is not None and body.user_id != user_id:
        rights = await access.rights_of(tx, UserId(body.user_id))
        if rights is None or "aml:review" not in rights.permissions:
            raise NotFound("Nobody of that id may review cases here.", field="user_id")
        user_id, name = UserId(body.user_id), rights.name
    await cases.assign(tx, case_id, assignee_id=user_id, assignee=name)
    return await _case_out(tx, case_id)


@router.post("/aml-cases/{case_id}/escalate", dependencies=[staff("aml:review")], responses=WORK)
async def escalate_case(case_id: UUID, body: ReasonBody, tx: UnitOfWork) -> CaseOut:
    """Puts a case before somebody higher."""
    await cases.escalate(tx, case_id, reason=body.reason)
    return await _case_out(tx, case_id)


@router.post("/aml-cases/{case_id}/notes", dependencies=[staff("aml:review")], responses=WORK)
async def note_on_case(case_id: UUID, body: NoteBody, tx: UnitOfWork) -> CaseOut:
    """Writes a note; notes are never changed."""
    await cases.note(tx, case_id, body.text)
    return await _case_out(tx, case_id)


@router.post("/aml-cases/{case_id}/evidence", dependencies=[staff("aml:review")], responses=WORK)
async def attach_to_case(case_id: UUID, body: AttachBody, tx: UnitOfWork) -> CaseOut:
    """Attaches a record as evidence."""
    content = {"reference": body.reference, "text": body.text}
    await cases.attach(tx, case_id, title=body.title, content=content)
    return await _case_out(tx, case_id)


@router.post(
    "/aml-cases/{case_id}/evidence/{evidence_id}/judge", dependencies=[staff("aml:review")], responses=WORK
)
async def judge_hit(case_id: UUID, evidence_id: UUID, body: JudgeBody, tx: UnitOfWork) -> CaseOut:
    """Decides whether one hit is the member; the pair does not come back unless either side changes."""
    await cases.judge(tx, case_id, evidence_id, Verdict(body.verdict), reason=body.reason)
    return await _case_out(tx, case_id)


@router.post(
    "/aml-cases/{case_id}/close",
    dependencies=[staff("aml:review")],
    responses=refuses(CaseNotFound, CaseClosed, WrongFinding, OwnCase),
)
async def close_case(case_id: UUID, body: CloseAmlCaseBody, tx: UnitOfWork) -> CaseOut:
    """Closes a case with what was found; hits that nobody decided go by the finding."""
    await cases.close(tx, case_id, body.finding, reason=body.reason)
    return await _case_out(tx, case_id)


@router.get("/members/{member_id}/aml", dependencies=[staff("aml:view")], responses=refuses(MemberNotFound))
async def member_aml(member_id: UUID, tx: UnitOfWork) -> MemberAmlOut:
    """What stands against a member: screening, cases, freezes."""
    person = await member(tx, member_id)
    latest = await screening.screening_of(tx, person.member_id)
    found = await cases.cases(tx, CaseFilter(member_id=member_id), limit=LIMIT_MAX)
    stop = await freezes.withdrawal_stop(tx, person.member_id)
    ices = await freezes.freezes_of(tx, person.member_id)
    is_closed = [view.case.status is CaseStatus.CLOSED for view in found.items]
    return MemberAmlOut(
        name=person.full_name,
        screened_at=None if latest is None else latest.screened_at,
        screening_cause="" if latest is None else latest.cause,
        screening_hits=0 if latest is None else latest.hits,
        is_name_known=bool(person.full_name),
        open_cases=[
            _row_out(view) for view, closed in zip(found.items, is_closed, strict=True) if not closed
        ],
        closed_cases=sum(is_closed),
        is_frozen=any(ice.released_at is None for ice in ices),
        withdrawals_stopped=None if stop is None else stop.value,
        freezes=[freeze_out(ice) for ice in ices],
    )


@router.post(
    "/members/{member_id}/screen", dependencies=[staff("aml:review")], responses=refuses(MemberNotFound)
)
async def screen_member(member_id: UUID, tx: UnitOfWork) -> MemberAmlOut:
    """Screens a member now."""
    await screening.screen_for_staff(tx, MemberId(member_id))
    return await member_aml(member_id, tx)


@router.post(
    "/members/{member_id}/freeze",
    status_code=201,
    dependencies=[staff("aml:freeze")],
    responses=refuses(MemberNotFound, AccountFrozen, OwnCase),
)
async def freeze_member(member_id: UUID, body: FreezeBody, tx: UnitOfWork) -> FreezeOut:
    """Freezes an account at once: its member can sign in and look, and neither deposit, play nor withdraw."""
    frozen = await freezes.freeze(tx, MemberId(member_id), reason=body.reason, case_id=body.case_id)
    return freeze_out(frozen)


@router.post(
    "/members/{member_id}/release",
    status_code=202,
    dependencies=[staff("aml:freeze")],
    responses=refuses(MemberNotFound, NotFrozen, OwnCase),
)
async def release_member(member_id: UUID, body: ReasonBody, tx: UnitOfWork) -> ApprovalOut:
    """Asks for a second person to release a frozen account."""
    return approval_out(await freezes.ask_release(tx, MemberId(member_id), reason=body.reason))


def freeze_out(frozen: Freeze) -> FreezeOut:
    """A freeze on the wire."""
    return FreezeOut(
        id=frozen.id,
        case_id=frozen.case_id,
        reason=frozen.reason,
        frozen_by=frozen.frozen_by,
        frozen_at=frozen.frozen_at,
        released_by=frozen.released_by,
        released_at=frozen.released_at,
        release_reason=frozen.release_reason,
    )


def _row(view: CaseView) -> dict[str, Any]:  # Any: the fields that row and whole case share
    found = view.case
    return {
        "id": found.id,
        "kind": found.kind,
        "member_id": found.member_id,
        "username": view.member.username,
        "member_name": view.member.full_name,
        "status": found.status,
        "severity": found.severity,
        "is_blocking": found.is_blocking,
        "summary": found.summary,
        "assignee_id": found.assignee_id,
        "assignee": found.assignee,
        "due_at": found.due_at,
        "is_overdue": view.is_overdue,
        "finding": found.finding,
        "opened_at": found.opened_at,
        "updated_at": found.updated_at,
        "closed_at": found.closed_at,
        "closed_by": found.closed_by,
    }


def _row_out(view: CaseView) -> CaseRowOut:
    return CaseRowOut(**_row(view))


async def _case_out(tx: UnitOfWork, case_id: UUID) -> CaseOut:
    view = await cases.case(tx, case_id)
    stop = await freezes.withdrawal_stop(tx, view.case.member_id)
    return CaseOut(
        **_row(view),
        evidence=[_evidence_out(each, view.named) for each in view.case.evidence],
        steps=[
            AmlStepOut(
                id=step.id,
                kind=step.kind,
                text=step.text,
                at=step.at,
                actor_kind=step.actor_kind,
                actor_name=step.actor_name,
            )
            for step in view.case.steps
        ],
        is_frozen=stop is freezes.Stop.FROZEN,
    )


def _evidence_out(each: Evidence, named: Mapping[MemberId, Member]) -> EvidenceOut:
    assert each.id is not None, "it was read from its row"
    assert each.added_at is not None, "likewise"
    is_hit = each.kind == "hit"
    return EvidenceOut(
        id=each.id,
        kind=each.kind,
        title=each.title,
        hit=hit_out(each) if is_hit else None,
        content={} if is_hit else dict(each.content),
        members=[
            NamedOut(id=member_id, username=named[member_id].username, name=named[member_id].full_name)
            for member_id in sorted(named_in([each]) & named.keys())
        ],
        verdict=each.verdict,
        verdict_by=each.verdict_by,
        added_by=each.added_by,
        added_at=each.added_at,
    )


def hit_out(each: Evidence) -> HitOut:
    """A hit on the wire."""
    content: Mapping[str, Any] = each.content  # Any: as it was written by rules.screening
    return HitOut(
        list_title=content["list"]["title"],
        list_version=content["list"]["version"],
        entry=ListedOut.model_validate(content["entry"]),
        subject=SubjectOut.model_validate(content["subject"]),
        match=MatchOut.model_validate(content["match"]),
    )
