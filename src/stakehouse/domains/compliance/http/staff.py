"""What staff see and decide: a member's protections, adjustments of balances."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field, StringConstraints

from stakehouse.domains.access import Approval, ApprovalOut, OverOwnLimit, approval_out
from stakehouse.domains.compliance.errors import OwnAccount
from stakehouse.domains.compliance.http.player import ExclusionOut, LimitOut, exclusion_out, limit_out
from stakehouse.domains.compliance.service import adjustments, exclusions, limits
from stakehouse.domains.compliance.types import Adjustment
from stakehouse.domains.identity import MemberNotFound
from stakehouse.domains.ledger import InsufficientFunds, WalletKind
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.once import IdempotencyKeyMissing, Once, RequestInProgress, json_response
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import IdempotencyConflict, StepUpRequired
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import InvalidAmount, format_units


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
    return exclusion_out(await exclusions.exclusion_of(tx, MemberId(member_id)), for_staff=True)


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
            OverOwnLimit,
            InsufficientFunds,
            IdempotencyConflict,
            RequestInProgress,
            StepUpRequired,
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
