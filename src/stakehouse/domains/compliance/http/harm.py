"""The work list of markers of harm, for staff: cases, contacts, and a member's last days."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, StringConstraints

from stakehouse.domains.compliance.errors import (
    HarmCaseClosed,
    HarmCaseNotFound,
    HarmCaseTaken,
    InvalidMoment,
)
from stakehouse.domains.compliance.rules.harm import (
    SUGGESTED,
    Band,
    Case,
    Contact,
    ContactMade,
    Finding,
    HarmOutcome,
    HarmStatus,
    Scored,
)
from stakehouse.domains.compliance.service import harm
from stakehouse.domains.compliance.service.shares import shares
from stakehouse.domains.identity import MemberNotFound, members_by_id
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor


class HarmFindingOut(Answer):
    """A marker that was found, and what was seen."""

    marker: str
    title: str
    group: str
    points: int
    explanation: str


class HarmCaseOut(Answer):
    """A member somebody should look at.

    Attributes:
        suggested: what fits the band, the first to be tried first.
    """

    id: UUID
    member_id: UUID
    username: str
    status: HarmStatus
    band: Band
    score: int
    findings: list[HarmFindingOut]
    suggested: list[Contact]
    opened_at: Moment
    updated_at: Moment
    taken_by: str
    snoozed_until: Moment | None
    closed_at: Moment | None
    outcome: HarmOutcome | None


class ContactOut(Answer):
    """A contact with the member."""

    id: UUID
    at: Moment
    by: str
    contact: Contact
    outcome: HarmOutcome
    note: str


class HarmCaseDetail(HarmCaseOut):
    """A case with its contacts, the latest first."""

    contacts: list[ContactOut]


class HarmDayOut(Answer):
    """A day of a member, in the member's time zone."""

    day: date
    score: int
    band: Band
    findings: list[HarmFindingOut]


class MemberHarmOut(Answer):
    """What a member's last thirty days showed, and the last cases; both the latest first."""

    days: list[HarmDayOut]
    cases: list[HarmCaseOut]


class ContactBody(Request):
    """A contact and what it came to."""

    contact: Contact
    outcome: HarmOutcome
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]


class SnoozeBody(Request):
    """Until when the case is put aside, and why."""

    until: AwareDatetime
    reason: Reason


class CloseHarmCaseBody(Request):
    """What the case came to, and why nothing more is needed."""

    outcome: HarmOutcome
    reason: Reason


class SharesOut(Answer):
    """How many members the protections hold, each with its share of all as a decimal string.

    Attributes:
        limited: with a limit in force.
        paused: in a time-out now.
        excluded: kept out by themselves or by somebody who may.
        contacted: spoken with about markers of harm in so many last ``days``.
    """

    members: int
    limited: int
    limited_share: str
    paused: int
    paused_share: str
    excluded: int
    excluded_share: str
    contacted: int
    contacted_share: str
    days: int


router = APIRouter(tags=["compliance"])

WORK = refuses(HarmCaseNotFound, HarmCaseClosed, HarmCaseTaken)


@router.get("/harm-cases", dependencies=[staff("harm:view")], responses=refuses(InvalidCursor))
async def list_harm_cases(
    tx: UnitOfWork,
    status: HarmStatus | None = None,
    band: Band | None = None,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[HarmCaseOut]:
    """The work list, the gravest first; without a status what is open or taken."""
    page = await harm.work_list(tx, status=status, band=band, cursor=cursor, limit=limit)
    names = await _names(tx, page.items)
    return ListAnswer(items=[_out(case, names) for case in page.items], next=page.next)


@router.get("/harm-cases/{case_id}", dependencies=[staff("harm:view")], responses=refuses(HarmCaseNotFound))
async def get_harm_case(case_id: UUID, tx: UnitOfWork) -> HarmCaseDetail:
    """A case with what was seen and what was done."""
    return await _detail(tx, case_id)


@router.post("/harm-cases/{case_id}/take", dependencies=[staff("harm:handle")], responses=WORK)
async def take_harm_case(case_id: UUID, tx: UnitOfWork) -> HarmCaseDetail:
    """Takes a case to work on it."""
    await harm.take(tx, case_id)
    return await _detail(tx, case_id)


@router.post("/harm-cases/{case_id}/contacts", dependencies=[staff("harm:handle")], responses=WORK)
async def record_harm_contact(case_id: UUID, body: ContactBody, tx: UnitOfWork) -> HarmCaseDetail:
    """Records a contact with the member; it is never changed. Who records it has the case."""
    await harm.record_contact(tx, case_id, body.contact, body.outcome, body.note)
    return await _detail(tx, case_id)


@router.post(
    "/harm-cases/{case_id}/snooze",
    dependencies=[staff("harm:handle")],
    responses={**WORK, **refuses(InvalidMoment)},
)
async def snooze_harm_case(case_id: UUID, body: SnoozeBody, tx: UnitOfWork) -> HarmCaseDetail:
    """Puts a case aside for up to thirty days; graver markers bring it back at once."""
    await harm.snooze(tx, case_id, body.until, body.reason)
    return await _detail(tx, case_id)


@router.post("/harm-cases/{case_id}/close", dependencies=[staff("harm:handle")], responses=WORK)
async def close_harm_case(case_id: UUID, body: CloseHarmCaseBody, tx: UnitOfWork) -> HarmCaseDetail:
    """Closes a case with its outcome."""
    await harm.close(tx, case_id, body.outcome, body.reason)
    return await _detail(tx, case_id)


@router.get("/members/{member_id}/harm", dependencies=[staff("harm:view")], responses=refuses(MemberNotFound))
async def member_harm(member_id: UUID, tx: UnitOfWork) -> MemberHarmOut:
    """What a member's last thirty days showed, and the cases."""
    picture = await harm.picture_of(tx, MemberId(member_id))
    names = await _names(tx, picture.cases)
    return MemberHarmOut(
        days=[_day(day) for day in picture.days], cases=[_out(case, names) for case in picture.cases]
    )


@router.get("/protection-shares", dependencies=[staff("harm:view")])
async def show_shares(tx: UnitOfWork, days: Annotated[int, Query(ge=1, le=366)] = 30) -> SharesOut:
    """How many of the members have limits, are in a time-out, are excluded, and were contacted lately."""
    found = await shares(tx, days)

    def share(count: int) -> str:
        return f"{count / found.members:.4f}" if found.members else "0.0000"

    return SharesOut(
        members=found.members,
        limited=found.limited,
        limited_share=share(found.limited),
        paused=found.paused,
        paused_share=share(found.paused),
        excluded=found.excluded,
        excluded_share=share(found.excluded),
        contacted=found.contacted,
        contacted_share=share(found.contacted),
        days=found.days,
    )


async def _names(tx: Tx, cases: Sequence[Case]) -> dict[UUID, str]:
    people = await members_by_id(tx, {case.member_id for case in cases})
    return {member_id: person.username for member_id, person in people.items()}


async def _detail(tx: Tx, case_id: UUID) -> HarmCaseDetail:
    case, contacts = await harm.case(tx, case_id)
    out = _out(case, await _names(tx, [case]))
    return HarmCaseDetail(**dict(out), contacts=[_contact(made) for made in contacts])


def _out(case: Case, names: dict[UUID, str]) -> HarmCaseOut:
    return HarmCaseOut(
        id=case.id,
        member_id=case.member_id,
        username=names.get(case.member_id, ""),
        status=case.status,
        band=case.band,
        score=case.score,
        findings=[_finding(each) for each in case.findings],
        suggested=list(SUGGESTED[case.band]),
        opened_at=case.opened_at,
        updated_at=case.updated_at,
        taken_by=case.taken_by_name,
        snoozed_until=case.snoozed_until,
        closed_at=case.closed_at,
        outcome=case.outcome,
    )


def _finding(found: Finding) -> HarmFindingOut:
    return HarmFindingOut(
        marker=found.marker.value,
        title=found.marker.title,
        group=found.marker.group.value,
        points=found.points,
        explanation=found.explanation,
    )


def _contact(made: ContactMade) -> ContactOut:
    return ContactOut(
        id=made.id, at=made.at, by=made.by_name, contact=made.contact, outcome=made.outcome, note=made.note
    )


def _day(scored: Scored) -> HarmDayOut:
    return HarmDayOut(
        day=scored.day,
        score=scored.score,
        band=scored.band,
        findings=[_finding(each) for each in scored.findings],
    )
