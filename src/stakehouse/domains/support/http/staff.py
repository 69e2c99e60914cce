"""The work list of complaints."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from stakehouse.domains.support.errors import ComplaintClosed, ComplaintNotFound, WrongState
from stakehouse.domains.support.http.shapes import (
    ComplaintAnswer,
    EntryAnswer,
    Text,
    TextBody,
    entry_answer,
    fields,
)
from stakehouse.domains.support.rules.complaints import due_at, is_overdue
from stakehouse.domains.support.service import complaints
from stakehouse.domains.support.types import (
    Category,
    Complaint,
    ComplaintFilter,
    ComplaintOutcome,
    ComplaintStatus,
)
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor


class ComplainantAnswer(Answer):
    """Who complains."""

    member_id: UUID
    username: str


class StaffComplaintAnswer(ComplaintAnswer):
    """A complaint as staff see it."""

    member: ComplainantAnswer
    owner_id: UUID | None
    owner: str
    acknowledge_by: Moment
    acknowledged_at: Moment | None
    escalated_at: Moment | None
    keep_until: Moment


class StaffCaseAnswer(Answer):
    """A complaint with everything that was said, notes included."""

    complaint: StaffComplaintAnswer
    entries: list[EntryAnswer]


class AnswerBody(Request):
    """The house's answer and what it decided."""

    text: Text
    outcome: ComplaintOutcome


class CloseComplaintBody(Request):
    """Why."""

    reason: Reason


router = APIRouter(prefix="/complaints", tags=["support"])


@router.get("", dependencies=[staff("support:view")], responses=refuses(InvalidCursor))
async def list_complaints(
    tx: UnitOfWork,
    *,
    status: ComplaintStatus | None = None,
    category: Category | None = None,
    member_id: UUID | None = None,
    mine: Annotated[bool, Query(description="Only those the caller has taken.")] = False,
    overdue: Annotated[bool | None, Query(description="Only those that wait longer than they may.")] = None,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[StaffComplaintAnswer]:
    """Complaints by filter, newest first."""
    wanted = ComplaintFilter(
        status=status,
        category=category,
        member_id=None if member_id is None else MemberId(member_id),
        owner_id=tx.actor.user_id if mine else None,
        is_overdue=overdue,
    )
    page = await complaints.find(tx, wanted, cursor=cursor, limit=limit)
    names = {who.member_id: who.username for who in (await complaints.members_of(tx, page.items)).values()}
    return ListAnswer(
        items=[_answer(tx, found, names.get(found.member_id, "")) for found in page.items], next=page.next
    )


@router.get("/{complaint_id}", dependencies=[staff("support:view")], responses=refuses(ComplaintNotFound))
async def show_complaint(complaint_id: UUID, tx: UnitOfWork) -> StaffCaseAnswer:
    """One complaint with everything, internal notes included."""
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/take",
    dependencies=[staff("support:handle")],
    responses=refuses(ComplaintNotFound, ComplaintClosed),
)
async def take(complaint_id: UUID, tx: UnitOfWork) -> StaffCaseAnswer:
    """Takes a complaint, from nobody or from a colleague; it counts as acknowledged."""
    await complaints.take(tx, complaint_id)
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/notes",
    status_code=201,
    dependencies=[staff("support:handle")],
    responses=refuses(ComplaintNotFound),
)
async def add_note(complaint_id: UUID, body: TextBody, tx: UnitOfWork) -> StaffCaseAnswer:
    """Adds an internal note, which the member never sees."""
    await complaints.note(tx, complaint_id, body.text)
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/answer",
    dependencies=[staff("support:handle")],
    responses=refuses(ComplaintNotFound, ComplaintClosed),
)
async def give_answer(complaint_id: UUID, body: AnswerBody, tx: UnitOfWork) -> StaffCaseAnswer:
    """Gives the house's answer; the member reads it in the app and gets it by mail."""
    await complaints.answer(tx, complaint_id, body.text, body.outcome)
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/close",
    dependencies=[staff("support:handle")],
    responses=refuses(ComplaintNotFound, ComplaintClosed, WrongState),
)
async def close(complaint_id: UUID, body: CloseComplaintBody, tx: UnitOfWork) -> StaffCaseAnswer:
    """Closes a complaint that has its answer."""
    await complaints.close(tx, complaint_id, body.reason)
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/export",
    dependencies=[staff("support:handle")],
    responses={
        200: {"content": {"application/zip": {}}, "description": "The archive."},
        **refuses(ComplaintNotFound),
    },
    response_class=Response,
)
async def export(complaint_id: UUID, tx: UnitOfWork) -> Response:
    """An archive for a dispute body: facts and conversation without internal notes, and a manifest."""
    name, content = await complaints.export(tx, complaint_id)
    return Response(
        content,
        media_type="application/zip",
        headers={
            "content-disposition": f'attachment; filename="{name}"',
            "cache-control": "no-store",
        },
    )


async def _case(tx: Tx, complaint_id: UUID) -> StaffCaseAnswer:
    found = await complaints.case(tx, complaint_id)
    return StaffCaseAnswer(
        complaint=_answer(tx, found.complaint, found.member.username),
        entries=[entry_answer(entry) for entry in found.entries],
    )


def _answer(tx: Tx, complaint: Complaint, username: str) -> StaffComplaintAnswer:
    return StaffComplaintAnswer.model_validate(
        fields(complaint, due_at=due_at(complaint), is_overdue=is_overdue(complaint, tx.now))
        | {
            "member": ComplainantAnswer(member_id=complaint.member_id, username=username),
            "owner_id": complaint.owner_id,
            "owner": complaint.owner_name,
            "acknowledge_by": complaint.deadlines.acknowledge_by,
            "acknowledged_at": complaint.acknowledged_at,
            "escalated_at": complaint.escalated_at,
            "keep_until": complaint.deadlines.keep_until,
        }
    )
