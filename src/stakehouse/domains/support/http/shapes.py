"""Complaints on the wire, as both faces show them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from stakehouse.domains.support.types import (
    Category,
    Complaint,
    ComplaintOutcome,
    ComplaintStatus,
    Entry,
    EntryKind,
    Reference,
    ReferenceKind,
)
from stakehouse.infra.web.shapes import Answer, Moment, Request

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class ReferenceBody(Request):
    """The round or payment it is about."""

    kind: ReferenceKind
    id: UUID


class ReferenceAnswer(Answer):
    """The round or payment it is about."""

    kind: ReferenceKind
    id: UUID


class TextBody(Request):
    """Words."""

    text: Text


class EntryAnswer(Answer):
    """Something said or done; members never see notes."""

    id: UUID
    at: Moment
    kind: EntryKind
    author: str
    text: str


class ComplaintAnswer(Answer):
    """A complaint.

    Attributes:
        number: what people call it by.
        due_at: when the house's next step is due; null if the next step is not the house's.
        is_overdue: whether the house is late with it.
        answer_by: by when the house owes its answer.
        outcome: what the house decided, once it has.
    """

    id: UUID
    number: int
    category: Category
    subject: str
    reference: ReferenceAnswer | None
    status: ComplaintStatus
    outcome: ComplaintOutcome | None
    created_at: Moment
    answer_by: Moment
    due_at: Moment | None
    is_overdue: bool
    answered_at: Moment | None
    closed_at: Moment | None
    updated_at: Moment


def fields(complaint: Complaint, *, due_at: datetime | None, is_overdue: bool) -> dict[str, object]:
    """What both faces show of a complaint."""
    return {
        "id": complaint.id,
        "number": complaint.number,
        "category": complaint.category,
        "subject": complaint.subject,
        "reference": _reference(complaint.reference),
        "status": complaint.status,
        "outcome": complaint.outcome,
        "created_at": complaint.created_at,
        "answer_by": complaint.deadlines.answer_by,
        "due_at": due_at,
        "is_overdue": is_overdue,
        "answered_at": complaint.answered_at,
        "closed_at": complaint.closed_at,
        "updated_at": complaint.updated_at,
    }


def entry_answer(entry: Entry, *, author: str | None = None) -> EntryAnswer:
    """An entry; members read the house's name instead of a person's."""
    return EntryAnswer(
        id=entry.id,
        at=entry.at,
        kind=entry.kind,
        author=entry.author if author is None else author,
        text=entry.text,
    )


def _reference(reference: Reference | None) -> ReferenceAnswer | None:
    return None if reference is None else ReferenceAnswer(kind=reference.kind, id=reference.id)
