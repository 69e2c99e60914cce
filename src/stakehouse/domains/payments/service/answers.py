"""What a call to a gateway brought, and how it is recorded under the payment's lock."""

from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

from stakehouse.domains.payments import rules, store
from stakehouse.domains.payments.errors import Declined, Unavailable
from stakehouse.domains.payments.service import life
from stakehouse.domains.payments.types import Checkout, Direction, Payment, PaymentStatus, Report, Verdict
from stakehouse.infra.tx import Tx

Answered = Checkout | Report | Declined | Unavailable | None
"""How a call ended; ``None`` when the gateway never heard of the payment."""

EXPIRY_GRACE = timedelta(seconds=15)
"""How long after its end a checkout is looked up: the gateway closes it by its own clock."""

LAST_LOOK = timedelta(hours=1)
"""How long after giving a deposit up the gateway is asked for the last time."""


async def answered(call: Awaitable[Checkout | Report | None]) -> Answered:
    """Waits for a call and answers how it ended."""
    try:
        return await call
    except (Declined, Unavailable) as failure:
        return failure


async def record_answer(tx: Tx, payment: Payment, answer: Answered) -> Payment:
    """Applies what a call brought and plans the next look; answers the payment as it then stands.

    Args:
        tx: the second transaction; it holds the lock on the payment's row.
        payment: as it stands under that lock, perhaps with fields the call has changed.
        answer: how the call ended.
    """
    await store.save(tx, payment)
    match answer:
        case Checkout(report) | (Report() as report):
            await life.apply(tx, payment, report)
        case Declined():
            await life.apply(tx, payment, _refusal(payment, answer))
        case Unavailable():
            await life.remark(tx, payment, answer.detail, by=life.gateway_actor(payment))
        case None:
            pass
    return await _plan(tx, await life.locked(tx, payment.id), has_answer=not isinstance(answer, Unavailable))


def _refusal(payment: Payment, declined: Declined) -> Report:
    return Report(
        reference=str(payment.id),
        direction=payment.direction,
        verdict=Verdict.FAILED,
        vendor_status=declined.code,
        reason=declined.detail,
    )


async def _plan(tx: Tx, payment: Payment, *, has_answer: bool) -> Payment:
    """Decides when the gateway is asked again; gives up a deposit whose time is over."""
    if payment.status not in rules.OPEN[payment.direction]:
        return payment
    wait = rules.next_look(payment.direction, payment.looks)
    if _is_over(payment, tx) and (has_answer or wait is None):
        await life.expire(tx, payment, "Nobody paid in time.", by=tx.actor)
        life.follow_up(tx, payment.id, tx.now + LAST_LOOK)
        return await life.locked(tx, payment.id)
    if wait is None:
        await life.question(tx, payment, "The gateway has not said how this ended; ask it by other means.")
        return payment

    due = tx.now + wait
    if payment.expires_at is not None and payment.expires_at + EXPIRY_GRACE > tx.now:
        due = min(due, payment.expires_at + EXPIRY_GRACE)
    life.follow_up(tx, payment.id, due)
    counted = replace(payment, looks=payment.looks + 1)
    await store.save(tx, counted)
    return counted


def _is_over(payment: Payment, tx: Tx) -> bool:
    """Whether a deposit that nobody paid has had its time; one the gateway works on is not given up."""
    return (
        payment.direction is Direction.DEPOSIT
        and payment.status in (PaymentStatus.CREATED, PaymentStatus.PENDING)
        and payment.expires_at is not None
        and payment.expires_at + EXPIRY_GRACE <= tx.now
    )
