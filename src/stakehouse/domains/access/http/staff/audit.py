"""The audit trail as staff read it and carry it out of the house.

It leaves as CSV in a stream; a cell that a spreadsheet would run as a formula is marked as text.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from fastapi import APIRouter, Query
from fastapi import Request as HttpRequest
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from stakehouse.domains.access.service import audit
from stakehouse.domains.access.types import AuditFilter, AuditRow
from stakehouse.infra import sheets
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment
from stakehouse.infra.web.unit_of_work import UnitOfWork, begin_for
from stakehouse.kernel.clock import wire
from stakehouse.kernel.errors import StepUpRequired
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


class AuditActor(Answer):
    """Who acted; ``real`` is the member of staff behind it while support acts as somebody else."""

    kind: str
    id: UUID | None
    name: str
    real_id: UUID | None
    real_name: str


class AuditResource(Answer):
    """What it was done to."""

    kind: str
    id: str


class AuditOut(Answer):
    """An entry of the audit trail."""

    id: UUID
    at: Moment
    actor: AuditActor
    action: str
    resource: AuditResource
    reason: str
    before: dict[str, Any] | None  # Any: the fields of whatever was changed
    after: dict[str, Any] | None  # Any: likewise
    address: str
    user_agent: str
    request_id: str


class AuditQuery(BaseModel):
    """What to look for on the audit trail."""

    model_config = ConfigDict(extra="ignore")

    actor: Annotated[str | None, Field(max_length=254, description="An id, or a name in full.")] = None
    action: Annotated[
        str | None, Field(max_length=100, description="An act, or its area: `member` finds all of its acts.")
    ] = None
    resource: Annotated[str | None, Field(max_length=200, description="`kind` or `kind:id`.")] = None
    since: Annotated[AwareDatetime | None, Field(alias="from", ge=EARLIEST, le=LATEST)] = None
    until: Annotated[AwareDatetime | None, Field(alias="to", ge=EARLIEST, le=LATEST)] = None

    def wanted(self) -> AuditFilter:
        """The filter of the use case; an empty field is an open one."""
        return AuditFilter(
            self.actor or None, self.action or None, self.resource or None, self.since, self.until
        )


class AuditPageQuery(AuditQuery):
    """The same, page by page."""

    cursor: Annotated[str | None, Field(max_length=100)] = None
    limit: Annotated[int, Field(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT


class AuditExportQuery(AuditQuery):
    """The same, all at once."""

    format: Literal["csv"] = "csv"


router = APIRouter(tags=["access"])


@router.get("/audit", dependencies=[staff("audit:view")], responses=refuses(InvalidCursor))
async def list_audit(tx: UnitOfWork, query: Annotated[AuditPageQuery, Query()]) -> ListAnswer[AuditOut]:
    """Entries of the audit trail, newest first."""
    page = await audit.audit_trail(tx, query.wanted(), cursor=query.cursor, limit=query.limit)
    return ListAnswer(items=[_audit_out(row) for row in page.items], next=page.next)


@router.get(
    "/audit/export",
    dependencies=[staff("audit:export", step_up=True)],
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/csv": {}}, "description": "All entries that fit, oldest first."},
        **refuses(StepUpRequired),
    },
)
async def export_audit(
    request: HttpRequest, tx: UnitOfWork, query: Annotated[AuditExportQuery, Query()]
) -> StreamingResponse:
    """The audit trail as CSV; that it was exported stands on it."""
    wanted = query.wanted()
    up_to = audit.record_export(tx, wanted)
    tenant = await tenant_of(request)

    def opened() -> AbstractAsyncContextManager[Tx]:
        return begin_for(request, tenant.id)

    name = f"audit-{tenant.slug}-{tx.now:%Y%m%dT%H%M%SZ}.csv"
    return StreamingResponse(
        _csv(audit.export(opened, wanted, up_to)),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"},
    )


def _audit_out(row: AuditRow) -> AuditOut:
    return AuditOut(
        id=row.id,
        at=row.at,
        actor=AuditActor(
            kind=row.actor_kind,
            id=row.actor_id,
            name=row.actor_name,
            real_id=row.real_actor_id,
            real_name=row.real_actor_name,
        ),
        action=row.action,
        resource=AuditResource(kind=row.resource_kind, id=row.resource_id),
        reason=row.reason,
        before=None if row.before is None else dict(row.before),
        after=None if row.after is None else dict(row.after),
        address=row.address,
        user_agent=row.user_agent,
        request_id=row.request_id,
    )


COLUMNS = (
    "id",
    "at",
    "actor_kind",
    "actor_id",
    "actor_name",
    "real_actor_id",
    "real_actor_name",
    "action",
    "resource_kind",
    "resource_id",
    "reason",
    "before",
    "after",
    "address",
    "user_agent",
    "request_id",
)


async def _csv(pieces: AsyncIterator[Sequence[AuditRow]]) -> AsyncIterator[str]:
    """The lines of the export, a piece at a time."""
    yield sheets.lines([COLUMNS])
    async for piece in pieces:
        yield sheets.lines([[_cell(getattr(row, column)) for column in COLUMNS] for row in piece])


def _cell(value: object) -> str:
    """A value as a cell; what a spreadsheet would run as a formula begins with an apostrophe."""
    match value:
        case None:
            return ""
        case datetime():
            return wire(value)
        case dict():
            return msgspec.json.encode(value).decode()
        case _:
            return sheets.harmless(str(value))
