"""The staff's payments: the queue of withdrawals, decisions, deposits, notices nobody could act on."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field

from stakehouse.domains.access import OverOwnLimit
from stakehouse.domains.identity import MemberNotFound, member
from stakehouse.domains.payments.errors import OwnPayment, PaymentNotFound, StoppedByCase, WrongState
from stakehouse.domains.payments.service import views, withdrawals
from stakehouse.domains.payments.service.views import SeenByStaff
from stakehouse.domains.payments.types import Direction, PaymentStatus
from stakehouse.infra.notice_inbox import StoredNotice
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.once import IdempotencyKeyMissing, Once, RequestInProgress
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import IdempotencyConflict
from stakehouse.kernel.ids import PaymentId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

router = APIRouter(tags=["payments"])

Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, Query(max_length=60)]
Statuses = Annotated[
    list[PaymentStatus] | None, Query(description="One or more states; repeat the parameter.")
]


class MemberFacts(Answer):
    """Whose payment it is."""

    id: UUID
    username: str
    email: str
    country: str


class CheckAnswer(Answer):
    """A question asked of a withdrawal, and its answer."""

    code: str
    passed: bool
    detail: str


class RiskAnswer(Answer):
    """The automatic checks."""

    checks: list[CheckAnswer]


class StaffStepAnswer(Answer):
    """A step or a remark, with who made it."""

    status: str
    at: Moment
    actor: str
    reason: str


class StaffDepositAnswer(Answer):
    """A deposit as staff see it."""

    id: UUID
    member: MemberFacts
    status: str
    amount: str
    currency: str
    method: str
    reference: str
    gateway_reference: str
    reason: str
    attention: str
    created_at: Moment
    updated_at: Moment
    expires_at: Moment | None
    redirect_url: str | None
    instructions: dict[str, str] | None
    steps: list[StaffStepAnswer]


class StaffWithdrawalAnswer(Answer):
    """A withdrawal as staff see it."""

    id: UUID
    member: MemberFacts
    status: str
    amount: str
    currency: str
    method: str
    reference: str
    gateway_reference: str
    destination_masked: str
    reason: str
    attention: str
    requested_at: Moment
    created_at: Moment
    updated_at: Moment
    risk: RiskAnswer
    steps: list[StaffStepAnswer]


class ApproveRequest(Request):
    """An approval, with a remark if one is needed."""

    reason: Annotated[str, Field(max_length=500)] = ""


class RejectRequest(Request):
    """A rejection; the member reads the reason."""

    reason: Reason


class NoticeAnswer(Answer):
    """A notice of a gateway that changed nothing and that somebody should look at."""

    id: UUID
    connection_id: UUID
    notice_id: str
    kind: str
    outcome: str
    payment_id: UUID | None
    received_at: Moment
    tries: int


@router.get("/withdrawals", dependencies=[staff("payments:view")], responses=refuses(InvalidCursor))
async def list_withdrawals(
    tx: UnitOfWork,
    status: Statuses = None,
    member_id: UUID | None = None,
    attention: Annotated[bool, Query(description="Only those that need a person.")] = False,  # noqa: FBT002
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> ListAnswer[StaffWithdrawalAnswer]:
    """Withdrawals, newest first."""
    page = await views.queue(
        tx,
        direction=Direction.WITHDRAWAL,
        statuses=status or (),
        member_id=member_id,
        needs_attention=attention,
        cursor=cursor,
        limit=limit,
    )
    return ListAnswer(items=[withdrawal_answer(seen) for seen in page.items], next=page.next)


@router.get(
    "/withdrawals/{withdrawal_id}",
    dependencies=[staff("payments:view")],
    responses=refuses(PaymentNotFound),
)
async def show_withdrawal(tx: UnitOfWork, withdrawal_id: UUID) -> StaffWithdrawalAnswer:
    """One withdrawal with its checks and its history."""
    return withdrawal_answer(await views.one(tx, withdrawal_id, direction=Direction.WITHDRAWAL))


@router.post(
    "/withdrawals/{withdrawal_id}/approve",
    response_model=StaffWithdrawalAnswer,
    dependencies=[staff("payments:approve")],
    responses=refuses(
        IdempotencyKeyMissing,
        PaymentNotFound,
        StoppedByCase,
        WrongState,
        OwnPayment,
        OverOwnLimit,
        IdempotencyConflict,
        RequestInProgress,
    ),
)
async def approve_withdrawal(
    tx: UnitOfWork, once: Once, withdrawal_id: UUID, body: ApproveRequest | None = None
) -> Response:
    """Approves a withdrawal; it is paid out at once by a job."""

    async def act() -> StaffWithdrawalAnswer:
        reason = "" if body is None else body.reason
        await withdrawals.approve(tx, PaymentId(withdrawal_id), reason=reason)
        return await _shown(tx, withdrawal_id)

    return await once.answer(tx, 200, act)


@router.post(
    "/withdrawals/{withdrawal_id}/reject",
    response_model=StaffWithdrawalAnswer,
    dependencies=[staff("payments:approve")],
    responses=refuses(
        IdempotencyKeyMissing,
        PaymentNotFound,
        WrongState,
        OwnPayment,
        IdempotencyConflict,
        RequestInProgress,
    ),
)
async def reject_withdrawal(tx: UnitOfWork, once: Once, withdrawal_id: UUID, body: RejectRequest) -> Response:
    """Turns a withdrawal down; the held money returns to the member at once."""

    async def act() -> StaffWithdrawalAnswer:
        await withdrawals.reject(tx, PaymentId(withdrawal_id), reason=body.reason)
        return await _shown(tx, withdrawal_id)

    return await once.answer(tx, 200, act)


async def _shown(tx: Tx, withdrawal_id: UUID) -> StaffWithdrawalAnswer:
    return withdrawal_answer(await views.one(tx, withdrawal_id, direction=Direction.WITHDRAWAL))


@router.get("/deposits", dependencies=[staff("payments:view")], responses=refuses(InvalidCursor))
async def list_deposits(
    tx: UnitOfWork,
    status: Statuses = None,
    member_id: UUID | None = None,
    attention: Annotated[bool, Query(description="Only those that need a person.")] = False,  # noqa: FBT002
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> ListAnswer[StaffDepositAnswer]:
    """Deposits, newest first."""
    page = await views.queue(
        tx,
        direction=Direction.DEPOSIT,
        statuses=status or (),
        member_id=member_id,
        needs_attention=attention,
        cursor=cursor,
        limit=limit,
    )
    return ListAnswer(items=[deposit_answer(seen) for seen in page.items], next=page.next)


@router.get(
    "/deposits/{deposit_id}",
    dependencies=[staff("payments:view")],
    responses=refuses(PaymentNotFound),
)
async def show_deposit(tx: UnitOfWork, deposit_id: UUID) -> StaffDepositAnswer:
    """One deposit with its history."""
    return deposit_answer(await views.one(tx, deposit_id, direction=Direction.DEPOSIT))


@router.get("/payment-notices", dependencies=[staff("payments:view")], responses=refuses(InvalidCursor))
async def list_notices(
    tx: UnitOfWork, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> ListAnswer[NoticeAnswer]:
    """Notices of gateways that nobody could act on, newest first."""
    page = await views.notices_for_finance(tx, cursor=cursor, limit=limit)
    return ListAnswer(items=[_notice_answer(item) for item in page.items], next=page.next)


@router.get(
    "/members/{member_id}/deposits",
    dependencies=[staff("payments:view")],
    responses=refuses(InvalidCursor, MemberNotFound),
)
async def list_deposits_of_member(
    tx: UnitOfWork, member_id: UUID, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> ListAnswer[StaffDepositAnswer]:
    """The deposits of one member, newest first."""
    page = await views.queue(
        tx,
        direction=Direction.DEPOSIT,
        statuses=(),
        member_id=(await member(tx, member_id)).member_id,
        needs_attention=False,
        cursor=cursor,
        limit=limit,
    )
    return ListAnswer(items=[deposit_answer(seen) for seen in page.items], next=page.next)


@router.get(
    "/members/{member_id}/withdrawals",
    dependencies=[staff("payments:view")],
    responses=refuses(InvalidCursor, MemberNotFound),
)
async def list_withdrawals_of_member(
    tx: UnitOfWork, member_id: UUID, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> ListAnswer[StaffWithdrawalAnswer]:
    """The withdrawals of one member, newest first."""
    page = await views.queue(
        tx,
        direction=Direction.WITHDRAWAL,
        statuses=(),
        member_id=(await member(tx, member_id)).member_id,
        needs_attention=False,
        cursor=cursor,
        limit=limit,
    )
    return ListAnswer(items=[withdrawal_answer(seen) for seen in page.items], next=page.next)


def withdrawal_answer(seen: SeenByStaff) -> StaffWithdrawalAnswer:
    """A withdrawal on the wire."""
    payment = seen.payment
    return StaffWithdrawalAnswer(
        id=payment.id,
        member=_member_facts(seen),
        status=payment.status.value,
        amount=str(payment.amount),
        currency=payment.currency.code,
        method=payment.method,
        reference=payment.reference,
        gateway_reference=payment.gateway_reference,
        destination_masked=payment.destination_masked,
        reason=payment.reason,
        attention=payment.attention,
        requested_at=payment.created_at,
        created_at=payment.created_at,
        updated_at=payment.updated_at,
        risk=RiskAnswer(
            checks=[
                CheckAnswer(code=check.code, passed=check.passed, detail=check.detail)
                for check in payment.checks
            ]
        ),
        steps=_steps(seen),
    )


def deposit_answer(seen: SeenByStaff) -> StaffDepositAnswer:
    """A deposit on the wire."""
    payment = seen.payment
    return StaffDepositAnswer(
        id=payment.id,
        member=_member_facts(seen),
        status=payment.status.value,
        amount=str(payment.amount),
        currency=payment.currency.code,
        method=payment.method,
        reference=payment.reference,
        gateway_reference=payment.gateway_reference,
        reason=payment.reason,
        attention=payment.attention,
        created_at=payment.created_at,
        updated_at=payment.updated_at,
        expires_at=payment.expires_at,
        redirect_url=payment.redirect_url,
        instructions=None if payment.instructions is None else dict(payment.instructions),
        steps=_steps(seen),
    )


def _member_facts(seen: SeenByStaff) -> MemberFacts:
    return MemberFacts(
        id=seen.member.member_id,
        username=seen.member.username,
        email=seen.member.email,
        country=seen.member.country,
    )


def _steps(seen: SeenByStaff) -> list[StaffStepAnswer]:
    return [
        StaffStepAnswer(
            status=step.status.value,
            at=step.at,
            actor=step.actor or step.actor_kind.value,
            reason=step.reason,
        )
        for step in seen.steps
    ]


def _notice_answer(notice: StoredNotice) -> NoticeAnswer:
    return NoticeAnswer(
        id=notice.id,
        connection_id=notice.connection_id,
        notice_id=notice.notice_id,
        kind=notice.kind,
        outcome=notice.outcome,
        payment_id=notice.about,
        received_at=notice.received_at,
        tries=notice.tries,
    )
