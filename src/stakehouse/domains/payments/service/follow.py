"""The next step of a payment towards its gateway: begin, pay out, or ask how it went."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from stakehouse.domains import compliance
from stakehouse.domains.payments import store
from stakehouse.domains.payments.ports import Gateway
from stakehouse.domains.payments.service import deposits, life
from stakehouse.domains.payments.service.answers import EXPIRY_GRACE, Answered, answered, record_answer
from stakehouse.domains.payments.service.deposits import CLAIM, Opening, Turn
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.types import Direction, Payment, PaymentStatus, PayoutOrder
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import PaymentId, TenantId

_HOUSE = system("payments")

STOPPED_PAUSE = timedelta(minutes=15)
"""How long a payout that compliance stops waits before it asks again."""


class Errand(Enum):
    """What is to be done at the gateway about a payment that was begun."""

    PAY = "pay"
    LOOK = "look"
    LOOK_THEN_PAY = "look_then_pay"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: an errand, or a deposit to be begun."""

    payment: Payment
    errand: Errand = Errand.LOOK
    opening: Opening | None = None


async def follow_up(office: Office, tenant_id: TenantId, payment_id: PaymentId) -> None:
    """Takes a payment's next step: intent in one transaction, the call, the answer in another.

    Safe to run at any time, twice, or again after a crash at any point: an order carries the
    payment's id, and a payout whose answer is missing is looked up before it is ordered again.
    """
    async with office.transaction(tenant_id, _HOUSE) as tx:
        plan = await _intend(tx, payment_id)
    if plan is None:
        return

    answer = await _run(office, tenant_id, plan)

    async with office.transaction(tenant_id, _HOUSE) as tx:
        if plan.opening is not None:
            await deposits.record_begun(tx, plan.opening, answer)
            return
        payment = await life.locked(tx, payment_id)
        await record_answer(tx, replace(payment, claimed_until=None, updated_at=tx.now), answer)


async def _intend(tx: Tx, payment_id: PaymentId) -> Plan | None:
    payment = await life.locked(tx, payment_id)
    match payment.direction, payment.status:
        case Direction.DEPOSIT, PaymentStatus.CREATED:
            return await _intend_to_begin(tx, payment)
        case Direction.DEPOSIT, PaymentStatus.PENDING | PaymentStatus.PROCESSING | PaymentStatus.EXPIRED:
            return Plan(payment)
        case Direction.WITHDRAWAL, PaymentStatus.APPROVED:
            return await _intend_to_pay(tx, payment)
        case Direction.WITHDRAWAL, PaymentStatus.PROCESSING:
            if payment.claimed_until is not None and payment.claimed_until > tx.now:
                life.follow_up(tx, payment.id, payment.claimed_until)
                return None
            return await _claimed(tx, payment, Errand.LOOK_THEN_PAY)
        case _:
            return None


async def _intend_to_begin(tx: Tx, deposit: Payment) -> Plan | None:
    if deposit.expires_at is not None and deposit.expires_at + EXPIRY_GRACE <= tx.now:
        return Plan(deposit)
    opening = await deposits.claim(tx, deposit)
    if opening.turn is Turn.OURS:
        return Plan(opening.deposit, opening=opening)
    assert deposit.claimed_until is not None, "somebody else has the turn until then"
    life.follow_up(tx, deposit.id, deposit.claimed_until)
    return None


async def _intend_to_pay(tx: Tx, withdrawal: Payment) -> Plan | None:
    if await compliance.withdrawal_stop(tx, withdrawal.member_id) is not None:
        # Approved before the suspicion arose: it waits with the money held.
        life.follow_up(tx, withdrawal.id, tx.now + STOPPED_PAUSE)
        return None
    sent = await life.take_step(
        tx, withdrawal, PaymentStatus.PROCESSING, by=_HOUSE, reason="Ordered at the gateway."
    )
    return await _claimed(tx, sent, Errand.PAY)


async def _claimed(tx: Tx, payment: Payment, errand: Errand) -> Plan:
    claimed = replace(payment, claimed_until=tx.now + CLAIM)
    await store.save(tx, claimed)
    return Plan(claimed, errand)


async def _run(office: Office, tenant_id: TenantId, plan: Plan) -> Answered:
    payment = plan.payment
    if plan.opening is not None:
        return await deposits.begin_deposit(office, tenant_id, plan.opening)
    gateway = await office.gateway_of(tenant_id, payment)
    match plan.errand:
        case Errand.LOOK:
            return await answered(gateway.look_up(str(payment.id), payment.direction))
        case Errand.LOOK_THEN_PAY:
            known = await answered(gateway.look_up(str(payment.id), payment.direction))
            return known or await _pay(office, tenant_id, gateway, payment)
        case Errand.PAY:
            return await _pay(office, tenant_id, gateway, payment)


async def _pay(office: Office, tenant_id: TenantId, gateway: Gateway, payment: Payment) -> Answered:
    order = PayoutOrder(
        payment_id=payment.id,
        amount=payment.amount,
        account=office.destination(tenant_id, payment),
        description=f"Withdrawal {payment.reference}",
        notify_url=office.notify_url(payment),
    )
    return await answered(gateway.start_payout(order))
