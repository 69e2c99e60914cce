"""Visits of support: opened by a code of the back-office, and seen by the member."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.access.errors import ImpersonationNotFound, VisitCodeInvalid
from stakehouse.domains.access.service import impersonations as service
from stakehouse.domains.access.types import Impersonation
from stakehouse.domains.identity import Device
from stakehouse.infra.tokens import Claims
from stakehouse.infra.web.context import Audience, actor_of, edge_of, tenant_of
from stakehouse.infra.web.guard import member, public
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId


class VisitBody(Request):
    """The code of the back-office."""

    code: str = Field(min_length=1, max_length=100)


class VisitTokens(Answer):
    """The access token of a visit; nothing continues it."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int


class VisitAnswer(Answer):
    """A visit of support to the member's account."""

    id: UUID
    staff: str
    reason: str
    read_only: bool
    created_at: Moment
    expires_at: Moment
    ended_at: Moment | None


class PresentVisitAnswer(Answer):
    """The visit in whose session the caller is; ``null`` in the member's own."""

    visit: VisitAnswer | None


router = APIRouter(tags=["access"])


@router.post(
    "/auth/visit",
    dependencies=[public("the code of the back-office is the proof")],
    responses=refuses(VisitCodeInvalid),
)
async def open_visit(
    request: HttpRequest, response: Response, body: VisitBody, tx: UnitOfWork
) -> VisitTokens:
    """Opens a visit of support with the code of the back-office, which counts once for two minutes."""
    edge, tenant, actor = edge_of(request), await tenant_of(request), actor_of(request)
    made, session_id, user_id = await service.open_visit(
        tx, body.code, device=Device(actor.user_agent, actor.address)
    )
    claims = Claims(
        user_id=user_id,
        tenant_id=tenant.id,
        member_id=made.member_id,
        session_id=session_id,
        audience=Audience.PLAYER.value,
        methods=("impersonation",),
        roles_version=0,
        expires_at=made.expires_at,
    )
    response.headers["cache-control"] = "no-store"
    return VisitTokens(
        access_token=edge.tokens.mint(claims, tx.now),
        token_type="Bearer",  # noqa: S106 - the type of token, not one
        expires_in=int((made.expires_at - tx.now).total_seconds()),
    )


@router.get("/visits", dependencies=[member()])
async def list_visits(tx: UnitOfWork) -> ListAnswer[VisitAnswer]:
    """Who of support looked at the member's account, when and why; the latest first."""
    assert tx.actor.member_id is not None, "the guard let in a member"
    found = await service.visits(tx, MemberId(tx.actor.member_id))
    return ListAnswer(items=[visit_answer(each) for each in found])


@router.get("/visits/present", dependencies=[member()])
async def present_visit(tx: UnitOfWork) -> PresentVisitAnswer:
    """The visit in whose session the caller is, for the banner."""
    found = await service.present_visit(tx)
    return PresentVisitAnswer(visit=None if found is None else visit_answer(found))


@router.post(
    "/visits/present/end",
    status_code=204,
    dependencies=[member(even_looking=True)],
    responses=refuses(ImpersonationNotFound),
)
async def end_visit(tx: UnitOfWork) -> None:
    """Ends the visit in whose session the caller is."""
    await service.end_visit(tx)


def visit_answer(made: Impersonation) -> VisitAnswer:
    """A visit on the wire."""
    return VisitAnswer(
        id=made.id,
        staff=made.staff,
        reason=made.reason,
        read_only=made.is_read_only,
        created_at=made.created_at,
        expires_at=made.expires_at,
        ended_at=made.ended_at,
    )
