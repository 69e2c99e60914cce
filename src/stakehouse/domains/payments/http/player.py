"""The player's payments: ways to pay, deposits, withdrawals."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Response
from fastapi import Request as HttpRequest
from pydantic import BeforeValidator, Field

from stakehouse.domains import compliance, identity, ledger, tenancy
from stakehouse.domains.compliance import KycRequired
from stakehouse.domains.payments.errors import (
    AmountOutOfRange,
    DailySumReached,
    DestinationRefused,
    GatewayDeclined,
    GatewayUnavailable,
    MethodUnavailable,
    PaymentNotFound,
    WithdrawalsPaused,
    WrongState,
)
from stakehouse.domains.payments.http.plugged import Plugged
from stakehouse.domains.payments.service import deposits, methods, views, withdrawals
from stakehouse.domains.payments.service.deposits import Asked, Turn
from stakehouse.domains.payments.service.methods import Method
from stakehouse.domains.payments.service.views import Seen
from stakehouse.domains.payments.service.withdrawals import Eligibility
from stakehouse.domains.payments.types import Direction, Payment
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import actor_of, edge_of, request_id_of, tenant_of
from stakehouse.infra.web.guard import member
from stakehouse.infra.web.once import (
    IdempotencyKeyMissing,
    IdempotentRun,
    Once,
    RequestInProgress,
    check_key,
    content_hash,
    json_response,
    source_of,
)
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import IdempotencyConflict
from stakehouse.kernel.ids import MemberId, PaymentId
from stakehouse.kernel.money import InvalidAmount, format_units
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

router = APIRouter(tags=["payments"])

DEPOSIT_PAGE = "/wallet/deposits"
"""The page of the player app that shows how a deposit went."""

Amount = Annotated[str, Field(max_length=40, examples=["50.00"])]
Code = Annotated[str, Field(min_length=3, max_length=8, examples=["EUR"])]
MethodName = Annotated[str, Field(min_length=1, max_length=40, examples=["sandpay"])]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, Query(max_length=60)]


class BoundsAnswer(Answer):
    """Smallest and largest amount in a currency."""

    currency: str
    min_amount: str
    max_amount: str


class MethodAnswer(Answer):
    """A way to pay; the amounts are those of the first currency, ``limits`` has them all."""

    method: str
    title: str
    direction: str
    currencies: list[str]
    min_amount: str
    max_amount: str
    fee: str
    expected_time: str
    limits: list[BoundsAnswer]


class MethodsAnswer(Answer):
    """All ways to pay in a direction."""

    items: list[MethodAnswer]


class StepAnswer(Answer):
    """A step of a payment's life, as its owner sees it."""

    status: str
    at: Moment
    reason: str


class DepositRequest(Request):
    """A deposit asked for."""

    amount: Amount
    currency: Code
    method: MethodName


class DepositAnswer(Answer):
    """A deposit; ``redirect_url`` leads to the gateway's page while it can be paid there."""

    id: UUID
    status: str
    amount: str
    currency: str
    method: str
    reference: str
    reason: str
    created_at: Moment
    updated_at: Moment
    expires_at: Moment | None
    redirect_url: str | None
    instructions: dict[str, str] | None
    steps: list[StepAnswer]


def _as_destination(given: object) -> object:
    """An account as plain text is the destination of that account."""
    return {"account": given} if isinstance(given, str) else given


class DestinationBody(Request):
    """Where a withdrawal goes."""

    account: Annotated[str, Field(min_length=1, max_length=100, examples=["DE89 3704 0044 0532 0130 00"])]


class WithdrawalRequest(Request):
    """A withdrawal asked for."""

    amount: Amount
    currency: Code
    method: MethodName
    destination: Annotated[DestinationBody, BeforeValidator(_as_destination)]


class WithdrawalAnswer(Answer):
    """A withdrawal; its money is held until it is paid or returned."""

    id: UUID
    status: str
    amount: str
    currency: str
    method: str
    reference: str
    reason: str
    destination_masked: str
    created_at: Moment
    updated_at: Moment
    steps: list[StepAnswer]


class ReasonAnswer(Answer):
    """Something that stands in the way."""

    code: str
    detail: str


class EligibilityAnswer(Answer):
    """Whether and how much can be withdrawn now."""

    currency: str
    available: str
    locked: str
    min_amount: str
    max_amount: str
    allowed: bool
    reasons: list[ReasonAnswer]


@router.get("/payment-methods", dependencies=[member(takes_payout=True)])
async def list_methods(
    tx: UnitOfWork, office: Plugged, direction: Annotated[Direction, Query()] = Direction.DEPOSIT
) -> MethodsAnswer:
    """The ways to pay in, or to be paid out."""
    found = await methods.methods(tx, office.gateways, direction)
    return MethodsAnswer(items=[_method_answer(method) for method in found])


async def deposit_run(
    request: HttpRequest,
    idempotency_key: Annotated[str | None, Header(description="1 to 255 visible characters")] = None,
) -> IdempotentRun:
    """Like ``Once``, but without a transaction: a deposit opens its own, with the call between."""
    digest = content_hash(request.method, request.url.path, await request.body())
    return IdempotentRun(check_key(idempotency_key), source_of(request), digest)


@router.post(
    "/deposits",
    status_code=201,
    response_model=DepositAnswer,
    dependencies=[member()],
    responses=refuses(
        IdempotencyKeyMissing,
        MethodUnavailable,
        AmountOutOfRange,
        InvalidAmount,
        tenancy.UnknownCurrency,
        compliance.LimitReached,
        compliance.DepositLimitUnanswered,
        KycRequired,
        compliance.Excluded,
        identity.MemberSuspended,
        identity.AccountClosed,
        identity.AccountPending,
        identity.AccountLimited,
        GatewayDeclined,
        GatewayUnavailable,
        IdempotencyConflict,
        RequestInProgress,
    ),
)
async def open_deposit(
    request: HttpRequest,
    body: DepositRequest,
    office: Plugged,
    run: Annotated[IdempotentRun, Depends(deposit_run)],
) -> Response:
    """Opens a deposit and answers where to pay it.

    The money arrives with the gateway's word, not with this answer. A repeat under the same key
    answers the same bytes; after a crash or an outage it takes up the deposit that was opened.
    """
    tenant, actor = await tenant_of(request), actor_of(request)
    async with office.transaction(tenant.id, actor, request_id=request_id_of(request)) as tx:
        first = await run.replay(tx)
        if first is not None:
            return first
        opening = await deposits.open_deposit(
            tx,
            office,
            Asked(body.amount, body.currency, body.method),
            member_id=_member_of(tx),
            key=run.key,
            request_hash=run.request_hash,
            return_base=_return_base(request),
        )
    if opening.turn is Turn.THEIRS:
        raise RequestInProgress("The first request with this key is still running.", retry_after_s=1)

    begun = await deposits.begin_deposit(office, tenant.id, opening)  # no transaction is open

    async with office.transaction(tenant.id, actor, request_id=request_id_of(request)) as tx:
        first = await run.replay_in_turn(tx)
        if first is not None:
            return first
        deposit = await deposits.record_begun(tx, opening, begun)
        answer = b""
        if deposits.is_begun(deposit):
            seen = await views.own(tx, deposit.id, direction=Direction.DEPOSIT, member_id=deposit.member_id)
            answer = deposit_answer(seen).model_dump_json().encode()
            await run.keep(tx, 201, answer)
    deposits.ensure_begun(deposit)
    return json_response(201, answer)


@router.get("/deposits", dependencies=[member()], responses=refuses(InvalidCursor))
async def list_deposits(
    tx: UnitOfWork, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> ListAnswer[DepositAnswer]:
    """The member's deposits, newest first."""
    page = await views.own_list(
        tx, direction=Direction.DEPOSIT, member_id=_member_of(tx), cursor=cursor, limit=limit
    )
    return ListAnswer(items=[deposit_answer(seen) for seen in page.items], next=page.next)


@router.get("/deposits/{deposit_id}", dependencies=[member()], responses=refuses(PaymentNotFound))
async def show_deposit(tx: UnitOfWork, deposit_id: UUID) -> DepositAnswer:
    """One deposit of the member."""
    return deposit_answer(
        await views.own(tx, deposit_id, direction=Direction.DEPOSIT, member_id=_member_of(tx))
    )


@router.get(
    "/withdrawals/eligibility",
    dependencies=[member(takes_payout=True)],
    responses=refuses(tenancy.UnknownCurrency),
)
async def show_eligibility(
    tx: UnitOfWork, office: Plugged, currency: Annotated[str, Query(min_length=3, max_length=8)]
) -> EligibilityAnswer:
    """Whether and how much the member can withdraw now, and what stands in the way."""
    found = await withdrawals.eligibility(tx, office, member_id=_member_of(tx), currency_code=currency)
    return _eligibility_answer(found)


@router.post(
    "/withdrawals",
    status_code=201,
    response_model=WithdrawalAnswer,
    dependencies=[member(takes_payout=True)],
    responses=refuses(
        IdempotencyKeyMissing,
        MethodUnavailable,
        AmountOutOfRange,
        InvalidAmount,
        DestinationRefused,
        tenancy.UnknownCurrency,
        identity.MemberSuspended,
        identity.AccountClosed,
        WithdrawalsPaused,
        KycRequired,
        DailySumReached,
        ledger.InsufficientFunds,
        IdempotencyConflict,
        RequestInProgress,
    ),
)
async def request_withdrawal(
    tx: UnitOfWork, office: Plugged, once: Once, body: WithdrawalRequest
) -> Response:
    """Asks for a withdrawal; the money is held at once."""

    async def act() -> WithdrawalAnswer:
        withdrawal = await withdrawals.request_withdrawal(
            tx,
            office,
            Asked(body.amount, body.currency, body.method),
            account=body.destination.account,
            member_id=_member_of(tx),
        )
        return await _own_withdrawal(tx, withdrawal)

    return await once.answer(tx, 201, act)


@router.get("/withdrawals", dependencies=[member(takes_payout=True)], responses=refuses(InvalidCursor))
async def list_withdrawals(
    tx: UnitOfWork, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> ListAnswer[WithdrawalAnswer]:
    """The member's withdrawals, newest first."""
    page = await views.own_list(
        tx, direction=Direction.WITHDRAWAL, member_id=_member_of(tx), cursor=cursor, limit=limit
    )
    return ListAnswer(items=[withdrawal_answer(seen) for seen in page.items], next=page.next)


@router.get(
    "/withdrawals/{withdrawal_id}",
    dependencies=[member(takes_payout=True)],
    responses=refuses(PaymentNotFound),
)
async def show_withdrawal(tx: UnitOfWork, withdrawal_id: UUID) -> WithdrawalAnswer:
    """One withdrawal of the member."""
    return withdrawal_answer(
        await views.own(tx, withdrawal_id, direction=Direction.WITHDRAWAL, member_id=_member_of(tx))
    )


@router.post(
    "/withdrawals/{withdrawal_id}/cancel",
    response_model=WithdrawalAnswer,
    dependencies=[member()],
    responses=refuses(
        IdempotencyKeyMissing, PaymentNotFound, WrongState, IdempotencyConflict, RequestInProgress
    ),
)
async def cancel_withdrawal(tx: UnitOfWork, once: Once, withdrawal_id: UUID) -> Response:
    """Takes a withdrawal back that nobody has approved; the money returns at once."""

    async def act() -> WithdrawalAnswer:
        cancelled = await withdrawals.cancel(tx, PaymentId(withdrawal_id), member_id=_member_of(tx))
        return await _own_withdrawal(tx, cancelled)

    return await once.answer(tx, 200, act)


async def _own_withdrawal(tx: Tx, withdrawal: Payment) -> WithdrawalAnswer:
    return withdrawal_answer(
        await views.own(tx, withdrawal.id, direction=Direction.WITHDRAWAL, member_id=withdrawal.member_id)
    )


def _member_of(tx: Tx) -> MemberId:
    assert tx.actor.member_id is not None, "the guard let only members in"
    return MemberId(tx.actor.member_id)


def _return_base(request: HttpRequest) -> str:
    """Where the gateway sends the person back: the host they came by, which the gate has resolved."""
    scheme = "https" if edge_of(request).is_secure else request.url.scheme
    return f"{scheme}://{request.url.netloc}{DEPOSIT_PAGE}"


def deposit_answer(seen: Seen) -> DepositAnswer:
    """A deposit on the wire."""
    deposit = seen.payment
    return DepositAnswer(
        id=deposit.id,
        status=deposit.status.value,
        amount=str(deposit.amount),
        currency=deposit.currency.code,
        method=deposit.method,
        reference=deposit.reference,
        reason=deposit.reason,
        created_at=deposit.created_at,
        updated_at=deposit.updated_at,
        expires_at=deposit.expires_at,
        redirect_url=deposit.redirect_url if deposits.can_be_paid(deposit) else None,
        instructions=None if deposit.instructions is None else dict(deposit.instructions),
        steps=_steps(seen),
    )


def withdrawal_answer(seen: Seen) -> WithdrawalAnswer:
    """A withdrawal on the wire."""
    withdrawal = seen.payment
    return WithdrawalAnswer(
        id=withdrawal.id,
        status=withdrawal.status.value,
        amount=str(withdrawal.amount),
        currency=withdrawal.currency.code,
        method=withdrawal.method,
        reference=withdrawal.reference,
        reason=withdrawal.reason,
        destination_masked=withdrawal.destination_masked,
        created_at=withdrawal.created_at,
        updated_at=withdrawal.updated_at,
        steps=_steps(seen),
    )


def _steps(seen: Seen) -> list[StepAnswer]:
    """The changes of state; remarks and who decided stay in the house."""
    shown: list[StepAnswer] = []
    for step in seen.steps:
        if not shown or shown[-1].status != step.status.value:
            shown.append(StepAnswer(status=step.status.value, at=step.at, reason=step.reason))
    return shown


def _method_answer(method: Method) -> MethodAnswer:
    limits = [
        BoundsAnswer(
            currency=currency.code,
            min_amount=format_units(bounds.minimum, currency.scale),
            max_amount=format_units(bounds.maximum, currency.scale),
        )
        for currency, bounds in method.bounds.items()
    ]
    return MethodAnswer(
        method=method.name,
        title=method.capabilities.title,
        direction=method.direction.value,
        currencies=[limit.currency for limit in limits],
        min_amount=limits[0].min_amount,
        max_amount=limits[0].max_amount,
        fee=method.capabilities.fee,
        expected_time=method.capabilities.expected_time[method.direction],
        limits=limits,
    )


def _eligibility_answer(found: Eligibility) -> EligibilityAnswer:
    def shown(units: int) -> str:
        return format_units(units, found.currency.scale)

    return EligibilityAnswer(
        currency=found.currency.code,
        available=shown(found.available),
        locked=shown(found.locked),
        min_amount=shown(found.minimum),
        max_amount=shown(found.maximum),
        allowed=not found.reasons,
        reasons=[ReasonAnswer(code=code, detail=detail) for code, detail in found.reasons],
    )
