"""What a member complains of, and what the house answers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import StringConstraints

from stakehouse.domains.support.errors import (
    ComplaintClosed,
    ComplaintNotFound,
    TooEarly,
    TooManyComplaints,
    WrongState,
)
from stakehouse.domains.support.http.shapes import (
    ComplaintAnswer,
    EntryAnswer,
    ReferenceBody,
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
    ComplaintSettings,
    EntryKind,
    NewComplaint,
    Reference,
)
from stakehouse.domains.tenancy import profile, setting
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import member
from stakehouse.infra.web.once import IdempotencyKeyMissing, Once, RequestInProgress
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import IdempotencyConflict, NotFound
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor


class ComplaintBody(Request):
    """What is wrong."""

    category: Category
    subject: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=120)]
    text: Text
    reference: ReferenceBody | None = None


class DisputeBodyAnswer(Answer):
    """Who decides where member and house do not agree; empty where the house names none."""

    name: str
    url: str


class OwnCaseAnswer(Answer):
    """A complaint with everything that was said."""

    complaint: ComplaintAnswer
    entries: list[EntryAnswer]
    may_escalate: bool
    dispute_body: DisputeBodyAnswer


router = APIRouter(prefix="/complaints", tags=["support"], dependencies=[member()])


@router.post(
    "",
    status_code=201,
    response_model=ComplaintAnswer,
    responses=refuses(
        IdempotencyKeyMissing, IdempotencyConflict, RequestInProgress, NotFound, TooManyComplaints
    ),
)
async def file_complaint(body: ComplaintBody, tx: UnitOfWork, once: Once) -> Response:
    """Files a complaint: it has a number and a date by which the house answers."""

    async def act() -> ComplaintAnswer:
        reference = None if body.reference is None else Reference(body.reference.kind, body.reference.id)
        new = NewComplaint(body.category, body.subject, body.text, reference)
        return _answer(tx, await complaints.file(tx, _member_of(tx), new))

    return await once.answer(tx, 201, act)


@router.get("", responses=refuses(InvalidCursor))
async def list_complaints(
    tx: UnitOfWork,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[ComplaintAnswer]:
    """The member's complaints, newest first."""
    page = await complaints.own(tx, _member_of(tx), cursor=cursor, limit=limit)
    return ListAnswer(items=[_answer(tx, found) for found in page.items], next=page.next)


@router.get("/{complaint_id}", responses=refuses(ComplaintNotFound))
async def show_complaint(complaint_id: UUID, tx: UnitOfWork) -> OwnCaseAnswer:
    """One complaint with everything that was said about it."""
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/entries", status_code=201, responses=refuses(ComplaintNotFound, ComplaintClosed)
)
async def write(complaint_id: UUID, body: TextBody, tx: UnitOfWork) -> OwnCaseAnswer:
    """Writes to the house again."""
    await complaints.write(tx, _member_of(tx), complaint_id, body.text)
    return await _case(tx, complaint_id)


@router.post("/{complaint_id}/accept", responses=refuses(ComplaintNotFound, WrongState))
async def accept(complaint_id: UUID, tx: UnitOfWork) -> OwnCaseAnswer:
    """Accepts the answer; the complaint is closed."""
    await complaints.accept(tx, _member_of(tx), complaint_id)
    return await _case(tx, complaint_id)


@router.post(
    "/{complaint_id}/escalate", responses=refuses(ComplaintNotFound, ComplaintClosed, WrongState, TooEarly)
)
async def escalate(complaint_id: UUID, tx: UnitOfWork) -> OwnCaseAnswer:
    """Goes to the dispute body: after an answer that is not accepted, or when the house is late."""
    await complaints.escalate(tx, _member_of(tx), complaint_id)
    return await _case(tx, complaint_id)


async def _case(tx: Tx, complaint_id: UUID) -> OwnCaseAnswer:
    found = await complaints.own_case(tx, _member_of(tx), complaint_id)
    house = (await profile(tx)).branding.name
    settings = await setting(tx, ComplaintSettings)
    return OwnCaseAnswer(
        complaint=_answer(tx, found.complaint),
        entries=[
            entry_answer(entry, author=None if entry.kind is EntryKind.MEMBER else house)
            for entry in found.entries
        ],
        may_escalate=complaints.may_escalate(found.complaint, tx.now),
        dispute_body=DisputeBodyAnswer(name=settings.dispute_body, url=settings.dispute_body_url),
    )


def _answer(tx: Tx, complaint: Complaint) -> ComplaintAnswer:
    return ComplaintAnswer.model_validate(
        fields(complaint, due_at=due_at(complaint), is_overdue=is_overdue(complaint, tx.now))
    )


def _member_of(tx: Tx) -> MemberId:
    assert tx.actor.member_id is not None, "the guard lets members only in"
    return MemberId(tx.actor.member_id)
