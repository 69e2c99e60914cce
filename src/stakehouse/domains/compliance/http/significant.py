"""The register of significant events, for staff: list, filter, export, enter."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from fastapi import APIRouter, Query, Response
from fastapi import Request as HttpRequest
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from stakehouse.domains.compliance.errors import InvalidMoment, NotEnteredByHand
from stakehouse.domains.compliance.rules.significant import BY_HAND, EventFilter, EventKind, Kept
from stakehouse.domains.compliance.service import significant
from stakehouse.infra import sheets
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.web.context import tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork, begin_for
from stakehouse.kernel.clock import wire
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
PIECE = 500


class SignificantEventOut(Answer):
    """A significant event.

    Attributes:
        at: when it happened.
        recorded_at: when the register took it in.
        letter: of the kind in GLI-19 2.8.8.
    """

    id: UUID
    at: Moment
    recorded_at: Moment
    recorded_by: str
    kind: str
    letter: str
    title: str
    summary: str
    member_id: UUID | None
    subject: str
    facts: dict[str, Any]  # Any: each kind has figures of its own
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class EventKindOut(Answer):
    """A kind of significant event; people enter some, the house registers the others."""

    kind: str
    letter: str
    title: str
    is_entered_by_hand: bool


class EventQuery(BaseModel):
    """What to look for."""

    model_config = ConfigDict(extra="ignore")

    kind: EventKind | None = None
    member_id: UUID | None = None
    since: Annotated[AwareDatetime | None, Field(alias="from", ge=EARLIEST, le=LATEST)] = None
    until: Annotated[AwareDatetime | None, Field(alias="to", ge=EARLIEST, le=LATEST)] = None

    def wanted(self) -> EventFilter:
        """The filter of the use case."""
        return EventFilter(self.kind, self.member_id, self.since, self.until)


class EventPageQuery(EventQuery):
    """The same, page by page."""

    cursor: Annotated[str | None, Field(max_length=100)] = None
    limit: Annotated[int, Field(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT


class EventBody(Request):
    """What happened, as a person tells it."""

    kind: EventKind
    at: Annotated[AwareDatetime, Field(ge=EARLIEST, le=LATEST)]
    summary: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]
    facts: Annotated[
        dict[Annotated[str, Field(max_length=40)], Annotated[str, Field(max_length=400)]],
        Field(max_length=20, default_factory=dict),
    ]
    member_id: UUID | None = None


router = APIRouter(prefix="/significant-events", tags=["compliance"])


@router.get("", dependencies=[staff("significant:view")], responses=refuses(InvalidCursor))
async def list_significant_events(
    tx: UnitOfWork, query: Annotated[EventPageQuery, Query()]
) -> ListAnswer[SignificantEventOut]:
    """The register, newest first."""
    page = await significant.events(tx, query.wanted(), cursor=query.cursor, limit=query.limit)
    return ListAnswer(items=[_out(kept) for kept in page.items], next=page.next)


@router.get("/kinds", dependencies=[staff("significant:view")])
async def list_event_kinds() -> ListAnswer[EventKindOut]:
    """All kinds, in the order of the standard."""
    return ListAnswer(
        items=[
            EventKindOut(
                kind=kind.value, letter=kind.letter, title=kind.title, is_entered_by_hand=kind in BY_HAND
            )
            for kind in EventKind
        ]
    )


@router.post(
    "",
    status_code=201,
    dependencies=[staff("significant:record")],
    responses=refuses(NotEnteredByHand, InvalidMoment),
)
async def enter_significant_event(body: EventBody, tx: UnitOfWork) -> SignificantEventOut:
    """Enters what the house cannot know: an outage, a clock that was set, personal data that was lost."""
    kept = await significant.enter(
        tx, body.kind, at=body.at, summary=body.summary, facts=body.facts, member_id=body.member_id
    )
    return _out(kept)


@router.get("/export", dependencies=[staff("significant:view")], response_class=StreamingResponse)
async def export_significant_events(
    request: HttpRequest, tx: UnitOfWork, query: Annotated[EventQuery, Query()]
) -> Response:
    """The register as CSV, newest first, with the values before and after."""
    wanted = query.wanted()
    tx.record(AuditEntry("significant_events.exported", "significant_events"))
    tenant = await tenant_of(request)

    async def lines() -> AsyncIterator[str]:
        yield sheets.lines([COLUMNS])
        cursor: str | None = None
        while True:
            async with begin_for(request, tenant.id) as piece:
                page = await significant.events(piece, wanted, cursor=cursor, limit=PIECE)
            yield sheets.lines(map(sheets.harmless, _cells(kept)) for kept in page.items)
            cursor = page.next
            if cursor is None:
                return

    return StreamingResponse(
        lines(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="significant-events.csv"'},
    )


COLUMNS = (
    *("at", "recorded_at", "recorded_by", "letter", "kind", "summary"),
    *("member_id", "subject", "facts", "before", "after"),
)


def _cells(kept: Kept) -> tuple[str, ...]:
    entry = kept.entry
    return (
        wire(kept.at),
        wire(kept.recorded_at),
        kept.recorded_by,
        entry.kind.letter,
        entry.kind.value,
        entry.summary,
        "" if entry.member_id is None else str(entry.member_id),
        entry.subject,
        *(
            "" if value is None else msgspec.json.encode(value).decode()
            for value in (entry.facts, entry.before, entry.after)
        ),
    )


def _out(kept: Kept) -> SignificantEventOut:
    entry = kept.entry
    return SignificantEventOut(
        id=kept.id,
        at=kept.at,
        recorded_at=kept.recorded_at,
        recorded_by=kept.recorded_by,
        kind=entry.kind.value,
        letter=entry.kind.letter,
        title=entry.kind.title,
        summary=entry.summary,
        member_id=entry.member_id,
        subject=entry.subject,
        facts=dict(entry.facts),
        before=None if entry.before is None else dict(entry.before),
        after=None if entry.after is None else dict(entry.after),
    )
