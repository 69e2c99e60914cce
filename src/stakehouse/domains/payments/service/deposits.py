"""Deposits: opened here, begun at the gateway between two transactions, credited by its report."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from stakehouse.domains import compliance, identity, tenancy
from stakehouse.domains.payments import store
from stakehouse.domains.payments.errors import GatewayDeclined, GatewayUnavailable
from stakehouse.domains.payments.service import life
from stakehouse.domains.payments.service.answers import Answered, answered, record_answer
from stakehouse.domains.payments.service.methods import choose
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.types import (
    Checkout,
    DepositOrder,
    Direction,
    Payment,
    PaymentStatus,
)
from stakehouse.events.payments import DepositOpened
from stakehouse.infra.tx import Tx
from stakehouse.kernel.errors import IdempotencyConflict
from stakehouse.kernel.ids import MemberId, PaymentId, TenantId, new_id

CLAIM = timedelta(seconds=30)
"""How long one process may talk to a gateway about a payment before another takes over; longer than
calls take that end well. Two that talk at once do no harm: the gateway knows our id."""

FIRST_FOLLOW_UP = CLAIM + timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a member asked for: an amount of a currency by a method."""

    amount: str
    currency: str
    method: str


class Turn(Enum):
    """Who begins an opened deposit at its gateway."""

    OURS = "ours"
    THEIRS = "theirs"  # another request under the same key is doing it
    NOBODY = "nobody"  # it was begun, or has ended


@dataclass(frozen=True, slots=True)
class Opening:
    """A deposit that was opened, and what the gateway will show of it."""

    deposit: Payment
    turn: Turn
    description: str = ""
    customer: str = ""


async def open_deposit(
    tx: Tx,
    office: Office,
    asked: Asked,
    *,
    member_id: MemberId,
    key: str,
    request_hash: bytes,
    return_base: str,
) -> Opening:
    """Opens a deposit, or takes up the one that this key opened before.

    Args:
        tx: the first of two transactions; the gateway is called between them.
        office: the gateways.
        asked: by the member.
        member_id: who deposits.
        key: the request's idempotency key; one key opens one deposit, also across a crash.
        request_hash: what the key stands for.
        return_base: address of the player app; the deposit's page lies beneath it.

    Raises:
        FeatureOff: the house has switched games off.
        MethodUnavailable: not offered, or not in this currency.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not a positive amount.
        AmountOutOfRange: below the minimum or above the maximum.
        KycRequired: the tenant asks for a verified member first.
        LimitReached: beyond the member's deposit limit, deposits under way included.
        DepositLimitUnanswered: the law has the house ask for a deposit limit first.
        Excluded: the member is kept from play.
        MemberSuspended: the operator suspended the member.
        AccountClosed: the account is closed.
        IdempotencyConflict: the key was used with other content.
    """
    await store.lock_member(tx, member_id)
    known = await store.lock_by_key(tx, member_id, key)
    if known is not None:
        return await _taken_up(tx, known, request_hash)

    tenancy.demand_gaming(await tenancy.profile(tx))
    method, amount = await choose(
        tx,
        office.gateways,
        Direction.DEPOSIT,
        name=asked.method,
        amount=asked.amount,
        currency_code=asked.currency,
    )
    under_way = await store.open_deposit_units(tx, member_id, amount.currency.code)
    await compliance.check_deposit(tx, member_id, amount.currency.code, amount.units, pending_units=under_way)
    currency = amount.currency
    await compliance.demand_kyc_for_deposit(
        tx, member_id, currency.code, currency.scale, under_way + amount.units
    )
    member = await identity.member(tx, member_id)

    payment_id = PaymentId(new_id())
    deposit = Payment(
        id=payment_id,
        direction=Direction.DEPOSIT,
        member_id=member_id,
        user_id=member.user_id,
        amount=amount,
        method=method.name,
        connection_id=method.connection.id,
        status=PaymentStatus.CREATED,
        request_hash=request_hash,
        created_at=tx.now,
        updated_at=tx.now,
        return_url=f"{return_base}/{payment_id}",
        claimed_until=tx.now + CLAIM,
        expires_at=tx.now + method.capabilities.checkout_lasts,
    )
    await store.insert_payment(tx, deposit, key=key)
    await store.add_step(tx, deposit, came_from=None, by=tx.actor, reason="")
    life.follow_up(tx, payment_id, tx.now + FIRST_FOLLOW_UP)

    tx.tell(life.about(DepositOpened, deposit))
    return await _opening(tx, deposit)


async def _taken_up(tx: Tx, deposit: Payment, request_hash: bytes) -> Opening:
    if deposit.request_hash != request_hash:
        raise IdempotencyConflict("This Idempotency-Key was used before with other content; use a new one.")
    if deposit.status is not PaymentStatus.CREATED:
        return Opening(deposit, Turn.NOBODY)
    return await claim(tx, deposit)


async def claim(tx: Tx, deposit: Payment) -> Opening:
    """Takes the turn to begin a deposit, unless another process has it."""
    if deposit.claimed_until is not None and deposit.claimed_until > tx.now:
        return Opening(deposit, Turn.THEIRS)
    claimed = replace(deposit, claimed_until=tx.now + CLAIM)
    await store.save(tx, claimed)
    return await _opening(tx, claimed)


async def _opening(tx: Tx, deposit: Payment) -> Opening:
    profile = await tenancy.profile(tx)
    member = await identity.member(tx, deposit.member_id)
    return Opening(
        deposit,
        Turn.OURS,
        description=f"{profile.branding.name} · {deposit.reference}",
        customer=member.username,
    )


async def begin_deposit(office: Office, tenant_id: TenantId, opening: Opening) -> Answered:
    """Begins a deposit at its gateway, if that is still to be done; no transaction may be open."""
    if opening.turn is not Turn.OURS:
        return None
    deposit = opening.deposit
    gateway = await office.gateway_of(tenant_id, deposit)
    assert deposit.expires_at is not None, "a deposit has an end"
    order = DepositOrder(
        payment_id=deposit.id,
        amount=deposit.amount,
        description=opening.description,
        customer=opening.customer,
        return_url=deposit.return_url,
        notify_url=office.notify_url(deposit),
        # A repeat must say the same as the first order, whenever it is made.
        lasts=deposit.expires_at - deposit.created_at,
    )
    return await answered(gateway.start_deposit(order))


async def record_begun(tx: Tx, opening: Opening, begun: Answered) -> Payment:
    """Records how the gateway answered; news that overtook the answer is kept."""
    deposit = await life.locked(tx, opening.deposit.id)
    if opening.turn is not Turn.OURS:
        return deposit
    free = replace(deposit, claimed_until=None, updated_at=tx.now)
    if isinstance(begun, Checkout):
        free = replace(free, redirect_url=begun.redirect_url, instructions=begun.instructions)
    return await record_answer(tx, free, begun)


def can_be_paid(deposit: Payment) -> bool:
    """Whether the gateway's page still makes sense for the person."""
    return deposit.status in (PaymentStatus.PENDING, PaymentStatus.CREATED)


def is_begun(deposit: Payment) -> bool:
    """Whether the request that opened the deposit has its final answer."""
    return deposit.status is not PaymentStatus.CREATED and not _was_declined(deposit)


def _was_declined(deposit: Payment) -> bool:
    """Whether the gateway refused to begin it; nobody was ever sent to its page."""
    return deposit.status is PaymentStatus.FAILED and deposit.redirect_url is None


def ensure_begun(deposit: Payment) -> None:
    """Refuses in words for the member when the gateway did not take the deposit.

    Raises:
        GatewayDeclined: it refused for good.
        GatewayUnavailable: it did not answer; the same request may be sent again.
    """
    if _was_declined(deposit):
        raise GatewayDeclined(
            "The payment service refused this deposit; nothing was charged. "
            "Try another amount or another way to pay.",
            facts={"deposit_id": str(deposit.id)},
        )
    if deposit.status is PaymentStatus.CREATED:
        raise GatewayUnavailable(
            "The payment service does not answer at the moment; nothing was charged. Try again shortly.",
            retry_after_s=5,
            facts={"deposit_id": str(deposit.id)},
        )
