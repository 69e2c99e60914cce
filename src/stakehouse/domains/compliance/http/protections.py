"""What staff see and do about a member's protections: standing and its history."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from stakehouse.domains.compliance.service import exclusions
from stakehouse.domains.identity import (
    MemberNotFound,
    Standing,
    StandingChange,
    WrongStanding,
    standing_history,
)
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId


class StandingBody(Request):
    """The standing a member shall have, and why."""

    standing: Standing
    reason: Reason


class StandingOut(Answer):
    """How a member stands: what the operator says, and what it comes to with protections laid over it."""

    standing: str
    state: str


class StandingChangeOut(Answer):
    """A change of a member's state; ``until`` is when it ends by itself, if it does."""

    id: UUID
    at: Moment
    before: str
    after: str
    until: Moment | None
    reason: str
    actor_kind: Annotated[str, Field(description="`member`, `staff`, `machine` or `system`")]
    actor_name: str


router = APIRouter(prefix="/members/{member_id}", tags=["compliance"])


@router.get("/standing", dependencies=[staff("members:view")], responses=refuses(MemberNotFound))
async def show_standing(member_id: UUID, tx: UnitOfWork) -> StandingOut:
    """How a member stands now."""
    standing, state = await exclusions.standing_of(tx, MemberId(member_id))
    return StandingOut(standing=standing.value, state=state.value)


@router.post(
    "/standing", dependencies=[staff("members:manage")], responses=refuses(MemberNotFound, WrongStanding)
)
async def set_standing(member_id: UUID, body: StandingBody, tx: UnitOfWork) -> StandingOut:
    """Changes a member's standing, felt by the very next bet.

    `limited` stops play and deposits and leaves payouts open; `suspended` stops everything and signs
    the member out; `closed` is for good. A time-out or self-exclusion is no standing and stays.
    """
    await exclusions.set_standing(tx, MemberId(member_id), body.standing, body.reason)
    standing, state = await exclusions.standing_of(tx, MemberId(member_id))
    return StandingOut(standing=standing.value, state=state.value)


@router.get("/standings", dependencies=[staff("members:view")], responses=refuses(MemberNotFound))
async def list_standings(member_id: UUID, tx: UnitOfWork) -> ListAnswer[StandingChangeOut]:
    """Every change of a member's state, protections included, the newest first."""
    return ListAnswer(items=[_change(each) for each in await standing_history(tx, member_id)])


def _change(change: StandingChange) -> StandingChangeOut:
    return StandingChangeOut(
        id=change.id,
        at=change.at,
        before=change.before,
        after=change.after,
        until=change.until,
        reason=change.reason,
        actor_kind=change.actor_kind,
        actor_name=change.actor_name,
    )
