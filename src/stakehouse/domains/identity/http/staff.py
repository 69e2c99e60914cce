"""Members, as the tenant's staff handles them. What staff see of them is reporting's to put together."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from stakehouse.domains.identity.errors import MemberNotFound, SessionNotFound, WrongStanding
from stakehouse.domains.identity.service import members as service
from stakehouse.domains.identity.types import Member, Standing
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class MemberAnswer(Answer):
    """A member."""

    id: UUID
    user_id: UUID
    username: str
    email: str
    country: str
    birth_date: date
    currency: str
    locale: str
    time_zone: str
    standing: str
    kyc_status: str
    created_at: Moment
    last_sign_in_at: Moment | None


class ReasonBody(Request):
    """Why."""

    reason: Reason


class SignOutBody(Request):
    """Why, if there is more to say than the act itself."""

    reason: str = Field(default="", max_length=500)


class SignedOutAnswer(Answer):
    """How many sessions ended."""

    sessions_ended: int


router = APIRouter(prefix="/members", tags=["identity"])


@router.post(
    "/{member_id}/suspend",
    dependencies=[staff("members:manage")],
    responses=refuses(MemberNotFound, WrongStanding),
)
async def suspend(member_id: UUID, body: ReasonBody, tx: UnitOfWork) -> MemberAnswer:
    """Suspends a member: all sessions end, nothing can be played, deposited or withdrawn."""
    return _answer(await service.set_standing(tx, member_id, Standing.SUSPENDED, body.reason))


@router.post(
    "/{member_id}/reinstate",
    dependencies=[staff("members:manage")],
    responses=refuses(MemberNotFound, WrongStanding),
)
async def reinstate(member_id: UUID, body: ReasonBody, tx: UnitOfWork) -> MemberAnswer:
    """Lets a suspended member take part again."""
    return _answer(await service.set_standing(tx, member_id, Standing.ACTIVE, body.reason))


@router.post(
    "/{member_id}/sign-out",
    dependencies=[staff("members:manage")],
    responses=refuses(MemberNotFound),
)
async def sign_out(member_id: UUID, tx: UnitOfWork, body: SignOutBody | None = None) -> SignedOutAnswer:
    """Ends all sessions of a member."""
    reason = "" if body is None else body.reason
    return SignedOutAnswer(sessions_ended=await service.sign_out_everywhere(tx, member_id, reason))


@router.post(
    "/{member_id}/sessions/{session_id}/end",
    status_code=204,
    dependencies=[staff("members:manage")],
    responses=refuses(MemberNotFound, SessionNotFound),
)
async def end_session(
    member_id: UUID, session_id: UUID, tx: UnitOfWork, body: SignOutBody | None = None
) -> None:
    """Ends one session of a member; refused everywhere within a second."""
    await service.end_session_of(tx, member_id, session_id, "" if body is None else body.reason)


def _answer(found: Member) -> MemberAnswer:
    return MemberAnswer(
        id=found.member_id,
        user_id=found.user_id,
        username=found.username,
        email=found.email,
        country=found.country,
        birth_date=found.birth_date,
        currency=found.currency,
        locale=found.locale,
        time_zone=found.time_zone,
        standing=found.standing.value,
        kyc_status=found.kyc_status.value,
        created_at=found.created_at,
        last_sign_in_at=found.last_sign_in_at,
    )
