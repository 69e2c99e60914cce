"""One step in a payment's life: the state, the books, the record and the news, in one transaction."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from stakehouse.domains import compliance, ledger
from stakehouse.domains.ledger import Code, HoldId, House, HouseKind, Movement, Subject, Wallet, WalletKind
from stakehouse.domains.payments import rules, store
from stakehouse.domains.payments.errors import PaymentNotFound
from stakehouse.domains.payments.rules import Effect, Ignore, Step
from stakehouse.domains.payments.types import Direction, NoticeId, Payment, PaymentStatus, Report
from stakehouse.events.payments import (
    DepositEnded,
    DepositSucceeded,
    PaymentFact,
    PaymentQuestioned,
    WithdrawalPaid,
    WithdrawalReturned,
)
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import PaymentId

FOLLOW_UP = "payments.follow_up"
"""The job that takes a payment's next step towards its gateway."""

APPLIED = "applied"
"""The outcome of a report that changed something."""

News = TypeVar("News", bound=PaymentFact)


async def apply(tx: Tx, payment: Payment, report: Report, *, notice_id: NoticeId | None = None) -> str:
    """Lets a gateway's report change a payment, as far as the rules allow, and answers the outcome.

    Args:
        tx: the transaction; it holds the lock on the payment's row.
        payment: as it stands under that lock.
        report: what the gateway says.
        notice_id: the notice that said it, if one did.
    """
    match rules.answer_to(payment, report):
        case Ignore(why, attention):
            if attention:
                await question(tx, payment, attention, notice_id=notice_id)
            return why.value
        case Step() as step:
            known = replace(payment, gateway_reference=report.gateway_reference or payment.gateway_reference)
            await _settle(tx, known, step, notice_id)
            return APPLIED


async def _settle(tx: Tx, payment: Payment, step: Step, notice_id: NoticeId | None) -> None:
    moved = await take_step(
        tx, payment, step.to, by=gateway_actor(payment), reason=step.reason, notice_id=notice_id
    )
    await _book(tx, moved, step.effect)
    _announce(tx, moved)


async def take_step(
    tx: Tx, payment: Payment, to: PaymentStatus, *, by: Actor, reason: str, notice_id: NoticeId | None = None
) -> Payment:
    """Moves a payment along an edge of its state table and records who, when and why."""
    assert to in rules.EDGES[payment.direction][payment.status], (payment.status, to)
    moved = replace(payment, status=to, reason=reason, updated_at=tx.now)
    await store.save(tx, moved)
    await store.add_step(tx, moved, came_from=payment.status, by=by, reason=reason, notice_id=notice_id)
    return moved


async def remark(tx: Tx, payment: Payment, text: str, *, by: Actor) -> None:
    """Records something that happened without changing the state."""
    await store.add_step(tx, payment, came_from=payment.status, by=by, reason=text)


async def question(tx: Tx, payment: Payment, text: str, *, notice_id: NoticeId | None = None) -> None:
    """Puts a payment before a person of finance; the same question is asked once."""
    if payment.attention == text:
        return
    asked = replace(payment, attention=text, updated_at=tx.now)
    await store.save(tx, asked)
    await store.add_step(
        tx,
        asked,
        came_from=payment.status,
        by=gateway_actor(payment),
        reason=text,
        notice_id=notice_id,
    )
    tx.tell(about(PaymentQuestioned, asked, question=text))


async def give_back(tx: Tx, payment: Payment) -> None:
    """Returns the held money of a withdrawal to the wallet, and says so."""
    await _book(tx, payment, Effect.RELEASE)
    _announce(tx, payment)


async def expire(tx: Tx, payment: Payment, reason: str, *, by: Actor) -> None:
    """Gives up a deposit that nobody paid; money that comes later is credited all the same."""
    moved = await take_step(tx, payment, PaymentStatus.EXPIRED, by=by, reason=reason)
    _announce(tx, moved)


async def _book(tx: Tx, payment: Payment, effect: Effect) -> None:
    """Posts to the ledger; the payment's id is the key, so a repeat changes nothing."""
    clearing = House(HouseKind.GATEWAY_CLEARING, payment.currency.code, payment.connection_id)
    match effect:
        case Effect.NONE:
            return
        case Effect.CREDIT:
            wallet = Wallet(payment.member_id, WalletKind.MAIN, payment.currency.code)
            await ledger.post(
                tx,
                kind="deposit",
                source=payment.connection_id,
                key=str(payment.id),
                subject=Subject("payment", payment.id),
                member_id=payment.member_id,
                movements=[Movement(Code.DEPOSIT, clearing, wallet, payment.amount.units)],
            )
            await compliance.record_deposit(
                tx, payment.member_id, payment.currency.code, payment.amount.units
            )
        case Effect.CAPTURE:
            await ledger.capture(tx, _hold(payment), to=clearing, key=str(payment.id))
        case Effect.RELEASE:
            await ledger.release(tx, _hold(payment), key=str(payment.id))


def _hold(payment: Payment) -> HoldId:
    assert payment.hold_id is not None, "a withdrawal is held before anything else"
    return HoldId(payment.hold_id)


def _announce(tx: Tx, payment: Payment) -> None:
    """Tells how a payment ended, if it has."""
    status, reason = payment.status, payment.reason
    match payment.direction, status:
        case Direction.DEPOSIT, PaymentStatus.SUCCEEDED:
            tx.tell(about(DepositSucceeded, payment))
        case Direction.DEPOSIT, PaymentStatus.FAILED | PaymentStatus.CANCELLED | PaymentStatus.EXPIRED:
            tx.tell(about(DepositEnded, payment, status=status.value, reason=reason))
        case Direction.WITHDRAWAL, PaymentStatus.PAID:
            tx.tell(about(WithdrawalPaid, payment))
        case Direction.WITHDRAWAL, PaymentStatus.FAILED | PaymentStatus.REJECTED | PaymentStatus.CANCELLED:
            tx.tell(about(WithdrawalReturned, payment, status=status.value, reason=reason))
        case _:
            return


def about(fact: type[News], payment: Payment, **more: Any) -> News:  # noqa: ANN401 - the fact's own fields
    """A fact about a payment."""
    return fact(
        payment_id=payment.id,
        member_id=payment.member_id,
        currency=payment.currency.code,
        units=payment.amount.units,
        scale=payment.currency.scale,
        method=payment.method,
        reference=payment.reference,
        **more,
    )


def gateway_actor(payment: Payment) -> Actor:
    """The gateway as the one who speaks."""
    return Actor(ActorKind.MACHINE, name=payment.method)


def follow_up(tx: Tx, payment_id: PaymentId, at: datetime) -> None:
    """Owes a payment its next step; an earlier date replaces a later one that still waits."""
    tx.defer(deferred(FOLLOW_UP, payment_id, run_at=at, dedupe=str(payment_id)))


async def locked(tx: Tx, payment_id: PaymentId) -> Payment:
    """A payment under its lock.

    Raises:
        PaymentNotFound: the tenant has none of this id.
    """
    found = await store.lock_payment(tx, payment_id)
    if found is None:
        raise PaymentNotFound("There is no such payment.")
    return found
