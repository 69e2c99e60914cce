"""Seeing the house as a member sees it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains.access.errors import AlreadyImpersonating, ImpersonationNotFound, NotYourself
from stakehouse.domains.access.http.player import VisitAnswer, visit_answer
from stakehouse.domains.access.service import impersonations as service
from stakehouse.domains.identity import MemberNotFound
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import StepUpRequired
from stakehouse.kernel.ids import MemberId


class ImpersonateBody(Request):
    """Why, for how long, and whether more than looking is needed."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]
    minutes: Annotated[int, Field(ge=1, le=120)] = 30
    read_only: bool = True


class ImpersonationAnswer(Answer):
    """The code that opens the player's app as the member, once and within two minutes."""

    id: UUID
    code: str
    read_only: bool
    expires_at: Moment


router = APIRouter(tags=["access"])


@router.post(
    "/members/{member_id}/impersonate",
    status_code=201,
    dependencies=[staff("members:impersonate", step_up=True)],
    responses=refuses(MemberNotFound, NotYourself, AlreadyImpersonating, StepUpRequired),
)
async def impersonate(
    request: HttpRequest, member_id: UUID, body: ImpersonateBody, tx: UnitOfWork
) -> ImpersonationAnswer:
    """Begins to see the house as a member: at most two hours, no money moves, and the member is told."""
    made, code = await service.impersonate(
        tx,
        member_id,
        reason=body.reason,
        minutes=body.minutes,
        is_read_only=body.read_only,
        vault=edge_of(request).vault,
    )
    return ImpersonationAnswer(id=made.id, code=code, read_only=made.is_read_only, expires_at=made.expires_at)


@router.post(
    "/impersonations/{impersonation_id}/end",
    status_code=204,
    dependencies=[staff("members:impersonate")],
    responses=refuses(ImpersonationNotFound),
)
async def end_impersonation(impersonation_id: UUID, tx: UnitOfWork) -> None:
    """Ends one of the caller's own impersonations."""
    await service.end_impersonation(tx, impersonation_id)


@router.get("/members/{member_id}/impersonations", dependencies=[staff("members:view")])
async def list_impersonations(member_id: UUID, tx: UnitOfWork) -> ListAnswer[VisitAnswer]:
    """Who looked at a member's account, when and why; the latest first."""
    return ListAnswer(items=[visit_answer(each) for each in await service.visits(tx, MemberId(member_id))])
