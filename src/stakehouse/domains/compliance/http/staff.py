"""What staff see and decide: a member's protections, adjustments, approvals, the audit trail.

The audit trail leaves the house as CSV in a stream; a cell that a spreadsheet would run as a formula
is marked as text.
"""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from fastapi import APIRouter, Query, Response
from fastapi import Request as HttpRequest
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from stakehouse.domains.compliance.errors import (
    ApprovalDecided,
    ApprovalExpired,
    ApprovalNotFound,
    ContentChanged,
    OwnAccount,
    OwnRequest,
)
from stakehouse.domains.compliance.http.player import ExclusionOut, LimitOut, exclusion_out, limit_out
from stakehouse.domains.compliance.service import adjustments, approvals, audit, exclusions, limits
from stakehouse.domains.compliance.types import Adjustment, Approval, ApprovalStatus, AuditFilter, AuditRow
from stakehouse.domains.identity import MemberNotFound
from stakehouse.domains.ledger import InsufficientFunds, WalletKind
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web.context import actor_of, edge_of, request_id_of, tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.once import IdempotencyKeyMissing, Once, RequestInProgress, json_response
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.clock import wire
from stakehouse.kernel.errors import Forbidden, IdempotencyConflict
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import InvalidAmount, format_units
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)

Cursor = Annotated[str | None, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX)]


class ApprovalOut(Answer):
    """An act that waits, or waited, for a second person."""

    id: UUID
    kind: str
    summary: str
    content: dict[str, Any]  # Any: each kind of act has fields of its own
    content_hash: str
    maker: str
    amount: str | None
    currency: str | None
    member_id: UUID | None
    reason: str
    status: ApprovalStatus
    created_at: Moment
    expires_at: Moment
    decided_at: Moment | None
    decider: str
    decision_reason: str


class ApproveBody(Request):
    """The hash of what was seen; anything else is not approved."""

    content_hash: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    reason: Annotated[str, Field(max_length=500)] = ""


class RejectBody(Request):
    """Why not."""

    reason: Reason


class AdjustmentBody(Request):
    """A correction of a balance: what is added, or taken where the amount is negative.

    Held money belongs to its hold and points to their lots; neither is corrected here.
    """

    member_id: UUID
    account_kind: Literal["main", "bonus", "referral"]
    currency: Annotated[str, Field(min_length=3, max_length=8)]
    amount: Annotated[str, Field(max_length=40)]
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]


class AdjustmentOut(Answer):
    """A correction that was booked."""

    id: UUID
    status: Literal["booked"] = "booked"
    member_id: UUID
    account_kind: WalletKind
    currency: str
    amount: str
    balance: str
    reason: str
    created_at: Moment


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


router = APIRouter(tags=["compliance"])


@router.get(
    "/members/{member_id}/limits", dependencies=[staff("members:view")], responses=refuses(MemberNotFound)
)
async def member_limits(member_id: UUID, tx: UnitOfWork) -> ListAnswer[LimitOut]:
    """A member's limits, as the member sees them."""
    states = await limits.limits_of(tx, MemberId(member_id))
    return ListAnswer(items=[limit_out(state) for state in states])


@router.get(
    "/members/{member_id}/exclusion", dependencies=[staff("members:view")], responses=refuses(MemberNotFound)
)
async def member_exclusion(member_id: UUID, tx: UnitOfWork) -> ExclusionOut:
    """A member's time-out or self-exclusion, if one is in force."""
    return exclusion_out(await exclusions.exclusion_of(tx, MemberId(member_id)))


@router.post(
    "/adjustments",
    status_code=201,
    response_model=AdjustmentOut,
    dependencies=[staff("ledger:adjust")],
    responses={
        202: {"model": ApprovalOut, "description": "It waits for a second person."},
        **refuses(
            IdempotencyKeyMissing,
            InvalidAmount,
            UnknownCurrency,
            MemberNotFound,
            OwnAccount,
            InsufficientFunds,
            IdempotencyConflict,
            RequestInProgress,
        ),
    },
)
async def adjust(body: AdjustmentBody, tx: UnitOfWork, once: Once) -> Response:
    """Corrects a balance (201), or asks for a second person from the tenant's threshold on (202)."""
    first = await once.replay(tx)
    if first is not None:
        return first
    done = await adjustments.adjust(
        tx,
        MemberId(body.member_id),
        WalletKind(body.account_kind),
        amount=body.amount,
        currency=body.currency,
        reason=body.reason,
    )
    status, out = (202, approval_out(done)) if isinstance(done, Approval) else (201, _adjustment_out(done))
    answer = out.model_dump_json().encode()
    await once.keep(tx, status, answer)
    return json_response(status, answer)


@router.get("/audit", dependencies=[staff("audit:view")], responses=refuses(InvalidCursor))
async def list_audit(tx: UnitOfWork, query: Annotated[AuditPageQuery, Query()]) -> ListAnswer[AuditOut]:
    """Entries of the audit trail, newest first."""
    page = await audit.audit_trail(tx, query.wanted(), cursor=query.cursor, limit=query.limit)
    return ListAnswer(items=[_audit_out(row) for row in page.items], next=page.next)


@router.get(
    "/audit/export",
    dependencies=[staff("audit:export")],
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {}}, "description": "All entries that fit, oldest first."}},
)
async def export_audit(
    request: HttpRequest, tx: UnitOfWork, query: Annotated[AuditExportQuery, Query()]
) -> StreamingResponse:
    """The audit trail as CSV; that it was exported stands on it."""
    wanted = query.wanted()
    up_to = audit.record_export(tx, wanted)
    tenant, edge = await tenant_of(request), edge_of(request)

    def opened() -> AbstractAsyncContextManager[Tx]:
        return begin(
            edge.database,
            tenant_id=tenant.id,
            actor=actor_of(request),
            now=edge.clock(),
            request_id=request_id_of(request),
        )

    name = f"audit-{tenant.slug}-{tx.now:%Y%m%dT%H%M%SZ}.csv"
    return StreamingResponse(
        _csv(audit.export(opened, wanted, up_to)),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"},
    )


def approvals_router(kinds: approvals.ApprovalKinds) -> APIRouter:
    """The routes of four eyes; the wiring hands in how each kind of act is carried out."""
    routes = APIRouter(prefix="/approvals", tags=["compliance"])

    @routes.get("", dependencies=[staff("approvals:view")], responses=refuses(InvalidCursor))
    async def list_approvals(
        tx: UnitOfWork,
        status: ApprovalStatus | None = None,
        cursor: Cursor = None,
        limit: Limit = LIMIT_DEFAULT,
    ) -> ListAnswer[ApprovalOut]:
        """Acts that wait, or waited, for a second person; newest first."""
        page = await approvals.approvals(tx, status=status, cursor=cursor, limit=limit)
        return ListAnswer(items=[approval_out(each) for each in page.items], next=page.next)

    @routes.post(
        "/{approval_id}/approve",
        dependencies=[staff("approvals:decide")],
        responses=refuses(
            ApprovalNotFound, ApprovalDecided, ApprovalExpired, ContentChanged, OwnRequest, Forbidden
        ),
    )
    async def approve(approval_id: UUID, body: ApproveBody, tx: UnitOfWork) -> ApprovalOut:
        """Approves what was seen, and carries it out in the same transaction."""
        done = await approvals.approve(tx, approval_id, body.content_hash, kinds, reason=body.reason)
        return approval_out(done)

    @routes.post(
        "/{approval_id}/reject",
        dependencies=[staff("approvals:decide")],
        responses=refuses(ApprovalNotFound, ApprovalDecided, ApprovalExpired, OwnRequest, Forbidden),
    )
    async def reject(approval_id: UUID, body: RejectBody, tx: UnitOfWork) -> ApprovalOut:
        """Says no, with the reason."""
        return approval_out(await approvals.reject(tx, approval_id, kinds, reason=body.reason))

    return routes


def approval_out(approval: Approval) -> ApprovalOut:
    """An approval on the wire."""
    return ApprovalOut(
        id=approval.id,
        kind=approval.kind,
        summary=approval.summary,
        content=dict(approval.content),
        content_hash=approval.content_hash,
        maker=approval.maker,
        amount=None if approval.money is None else str(approval.money),
        currency=None if approval.money is None else approval.money.currency.code,
        member_id=approval.member_id,
        reason=approval.reason,
        status=approval.status,
        created_at=approval.created_at,
        expires_at=approval.expires_at,
        decided_at=approval.decided_at,
        decider=approval.decider,
        decision_reason=approval.decision_reason,
    )


def _adjustment_out(booked: Adjustment) -> AdjustmentOut:
    return AdjustmentOut(
        id=booked.id,
        member_id=booked.member_id,
        account_kind=booked.account,
        currency=booked.money.currency.code,
        amount=str(booked.money),
        balance=format_units(booked.balance, booked.money.currency.scale),
        reason=booked.reason,
        created_at=booked.created_at,
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

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


async def _csv(pieces: AsyncIterator[Sequence[AuditRow]]) -> AsyncIterator[str]:
    """The lines of the export, a piece at a time."""
    yield _lines([COLUMNS])
    async for piece in pieces:
        yield _lines([[_cell(getattr(row, column)) for column in COLUMNS] for row in piece])


def _lines(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


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
            text = str(value)
            return f"'{text}" if text.startswith(FORMULA_STARTS) else text
