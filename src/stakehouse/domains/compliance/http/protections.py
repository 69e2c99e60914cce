"""What staff see and do about a member's protections: standing and its history, limits, the way back."""

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field, StringConstraints

from stakehouse.domains.access import Approval, ApprovalOut, approval_out
from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    ExclusionInForce,
    InvalidLimit,
    NotExcluded,
    OwnAccount,
)
from stakehouse.domains.compliance.http.player import (
    MINUTES_MAX,
    ExclusionOut,
    LimitOut,
    exclusion_out,
    limit_out,
)
from stakehouse.domains.compliance.service import exclusions, guardians, history
from stakehouse.domains.compliance.types import LimitKind, Period, Term, ThirdParty
from stakehouse.domains.identity import (
    MemberNotFound,
    Standing,
    StandingChange,
    WrongStanding,
    standing_history,
)
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.once import json_response
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import InvalidAmount
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor


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


class ProtectionChangeOut(Answer):
    """A limit, an exclusion or a reality check as it was set, asked for, answered or ended.

    Attributes:
        act: such as `limit.changed`, `member.excluded` or `reality_check.answered`.
        reason: why; empty where the member acted.
    """

    id: UUID
    at: Moment
    act: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str
    actor_kind: Annotated[str, Field(description="`member`, `staff`, `system`, or `nobody` at the door")]
    actor_name: str


class LimitOfHouseBody(Request):
    """The limit a member shall have: an amount, or minutes of play; `null` for none. And why."""

    amount: Annotated[str | None, Field(max_length=40)] = None
    minutes: Annotated[int | None, Field(ge=0, le=MINUTES_MAX)] = None
    currency: Annotated[str | None, Field(min_length=3, max_length=8)] = None
    reason: Reason


class ExcludeForBody(Request):
    """For how long, who asked, what they showed, and why."""

    term: Term
    asked_by: ThirdParty
    evidence: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]
    reason: Reason


class ReturnBody(Request):
    """Why the member shall be let back in."""

    reason: Reason


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


@router.get(
    "/protection-history",
    dependencies=[staff("members:view")],
    responses=refuses(MemberNotFound, InvalidCursor),
)
async def list_protection_history(
    member_id: UUID,
    tx: UnitOfWork,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[ProtectionChangeOut]:
    """Each limit, exclusion and reality check of a member: when, by whom, from what to what, why."""
    page = await history.history_of(tx, member_id, cursor=cursor, limit=limit)
    return ListAnswer(items=[ProtectionChangeOut(**asdict(each)) for each in page.items], next=page.next)


@router.put(
    "/limits/{kind}/{period}",
    response_model=LimitOut,
    dependencies=[staff("members:manage")],
    responses={
        202: {"model": ApprovalOut, "description": "Loosening it waits for a second person."},
        **refuses(MemberNotFound, OwnAccount, InvalidLimit, InvalidAmount, UnknownCurrency),
    },
)
async def set_limit_of(
    member_id: UUID, kind: LimitKind, period: Period, body: LimitOfHouseBody, tx: UnitOfWork
) -> Response:
    """Tightens a member's limit at once (200); to loosen it takes a second person (202).

    Even then it waits the cooling-off, and the member has to confirm it.
    """
    done = await guardians.set_limit_of(
        tx,
        MemberId(member_id),
        kind,
        period,
        amount=body.amount,
        minutes=body.minutes,
        currency=body.currency,
        reason=body.reason,
    )
    status, out = (202, approval_out(done)) if isinstance(done, Approval) else (200, limit_out(done))
    return json_response(status, out.model_dump_json().encode())


@router.post(
    "/exclusion",
    dependencies=[staff("members:manage")],
    responses=refuses(MemberNotFound, OwnAccount, AlreadyExcluded),
)
async def exclude_for(member_id: UUID, body: ExcludeForBody, tx: UnitOfWork) -> ExclusionOut:
    """Keeps a member out at once because a court, an authority or the family asked, with the evidence.

    It ends as a self-exclusion does: never early, and only when the member asks after the term.
    """
    return exclusion_out(
        await guardians.exclude_for(
            tx,
            MemberId(member_id),
            body.term,
            asked_by=body.asked_by,
            evidence=body.evidence,
            reason=body.reason,
        )
    )


@router.post(
    "/exclusion/return",
    status_code=202,
    dependencies=[staff("members:manage")],
    responses=refuses(MemberNotFound, OwnAccount, NotExcluded, ExclusionInForce),
)
async def request_return(member_id: UUID, body: ReturnBody, tx: UnitOfWork) -> ApprovalOut:
    """Asks a second person to let a member back in whose term is over; it takes another day then.

    While the term lasts this is refused, whoever asks, and the try is recorded.
    """
    return approval_out(await guardians.request_return(tx, MemberId(member_id), reason=body.reason))


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
