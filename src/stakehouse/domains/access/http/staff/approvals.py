"""What staff see and decide of four eyes."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from stakehouse.domains.access.errors import (
    ApprovalDecided,
    ApprovalExpired,
    ApprovalNotFound,
    ContentChanged,
    NotYourRequest,
    ObjectChanged,
    OverOwnLimit,
    OwnRequest,
)
from stakehouse.domains.access.service import approvals
from stakehouse.domains.access.service.shapes import ApprovalOut, approval_out
from stakehouse.domains.access.types import ApprovalStatus
from stakehouse.infra.web.guard import staff, staff_self
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import ListAnswer, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Forbidden
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

Cursor = Annotated[str | None, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX)]


class ApproveRequestBody(Request):
    """The hash of what was seen; anything else is not approved."""

    content_hash: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    reason: Annotated[str, Field(max_length=500)] = ""


class RejectRequestBody(Request):
    """Why not."""

    reason: Reason


def router(kinds: approvals.ApprovalKinds) -> APIRouter:
    """The routes of four eyes; the wiring hands in how each kind of act is carried out."""
    routes = APIRouter(prefix="/approvals", tags=["access"])

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
            ApprovalNotFound,
            ApprovalDecided,
            ApprovalExpired,
            ContentChanged,
            ObjectChanged,
            OwnRequest,
            OverOwnLimit,
            Forbidden,
        ),
    )
    async def approve(approval_id: UUID, body: ApproveRequestBody, tx: UnitOfWork) -> ApprovalOut:
        """Approves what was seen; whoever completes the number it needs carries it out."""
        done = await approvals.approve(tx, approval_id, body.content_hash, kinds, reason=body.reason)
        return approval_out(done)

    @routes.post(
        "/{approval_id}/reject",
        dependencies=[staff("approvals:decide")],
        responses=refuses(
            ApprovalNotFound, ApprovalDecided, ApprovalExpired, OwnRequest, OverOwnLimit, Forbidden
        ),
    )
    async def reject(approval_id: UUID, body: RejectRequestBody, tx: UnitOfWork) -> ApprovalOut:
        """Says no, with the reason."""
        return approval_out(await approvals.reject(tx, approval_id, kinds, reason=body.reason))

    @routes.post(
        "/{approval_id}/withdraw",
        dependencies=[staff_self()],
        responses=refuses(ApprovalNotFound, ApprovalDecided, ApprovalExpired, NotYourRequest),
    )
    async def withdraw(approval_id: UUID, tx: UnitOfWork) -> ApprovalOut:
        """Takes back what one asked for oneself, while it waits."""
        return approval_out(await approvals.withdraw_request(tx, approval_id))

    return routes
