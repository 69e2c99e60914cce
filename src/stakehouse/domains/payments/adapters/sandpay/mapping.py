"""Sandpay's words and ours, both ways; pure."""

import hashlib
from collections.abc import Mapping

import msgspec

from stakehouse.domains.payments.types import (
    Checkout,
    DepositOrder,
    Direction,
    Notice,
    PayoutOrder,
    RefundOrder,
    Report,
    Verdict,
)

PAYMENT_STATES: Mapping[str, Verdict] = {
    "awaiting_customer": Verdict.PENDING,
    "authorising": Verdict.PROCESSING,
    "captured": Verdict.SUCCEEDED,
    "declined": Verdict.FAILED,
    "voided": Verdict.CANCELLED,
    "lapsed": Verdict.EXPIRED,
    "partly_refunded": Verdict.REVERSED,
    "refunded": Verdict.REVERSED,
    "in_dispute": Verdict.REVERSED,
}
PAYOUT_STATES: Mapping[str, Verdict] = {
    "accepted": Verdict.PENDING,
    "in_transit": Verdict.PROCESSING,
    "paid": Verdict.SUCCEEDED,
    "declined": Verdict.FAILED,
}
REFUND_STATES: Mapping[str, Verdict] = {
    "accepted": Verdict.PENDING,
    "refunded": Verdict.SUCCEEDED,
    "declined": Verdict.FAILED,
}


REASONS: Mapping[str, str] = {
    "card_declined": "The bank refused the card.",
    "cancelled_by_customer": "Cancelled on the payment page.",
    "checkout_lapsed": "Nobody paid in time.",
    "returned_by_bank": "The receiving bank returned the money.",
    "account_closed": "The destination account is closed.",
}
"""Sandpay's reasons as sentences for the member; others are passed on as they are."""


class Amount(msgspec.Struct, frozen=True):
    """An amount on the wire."""

    value: str
    currency: str


class Item(msgspec.Struct, frozen=True):
    """A payment, payout or refund on the wire; fields we do not need are passed over."""

    id: str
    object: str
    reference: str
    status: str
    amount: Amount
    reason: str | None = None
    checkout_url: str | None = None


class Event(msgspec.Struct, frozen=True):
    """The body of a notice."""

    id: str
    type: str
    data: Item


class Fault(msgspec.Struct, frozen=True):
    """Why a request was refused."""

    code: str
    message: str


class FaultBody(msgspec.Struct, frozen=True):
    """The body of a refusal."""

    error: Fault


def payment_request(order: DepositOrder) -> dict[str, object]:
    """The body of ``POST /v1/payments``."""
    return {
        "reference": str(order.payment_id),
        "amount": {"value": str(order.amount), "currency": order.amount.currency.code},
        "description": order.description,
        "customer": order.customer,
        "return_url": order.return_url,
        "notify_url": order.notify_url,
        "expires_in_s": int(order.lasts.total_seconds()),
    }


def payout_request(order: PayoutOrder) -> dict[str, object]:
    """The body of ``POST /v1/payouts``."""
    return {
        "reference": str(order.payment_id),
        "amount": {"value": str(order.amount), "currency": order.amount.currency.code},
        "destination": {"account": order.account},
        "description": order.description,
        "notify_url": order.notify_url,
    }


def refund_request(order: RefundOrder) -> dict[str, object]:
    """The body of ``POST /v1/refunds``."""
    return {
        "reference": str(order.refund_id),
        "payment_reference": str(order.payment_id),
        "amount": {"value": str(order.amount), "currency": order.amount.currency.code},
        "reason": order.reason,
    }


def report(item: Item) -> Report:
    """What an object of Sandpay's says of a payment of ours; an unknown word stays unknown."""
    direction = Direction.WITHDRAWAL if item.object == "payout" else Direction.DEPOSIT
    states = {"payment": PAYMENT_STATES, "payout": PAYOUT_STATES, "refund": REFUND_STATES}
    return Report(
        reference=item.reference,
        direction=direction,
        verdict=states.get(item.object, {}).get(item.status, Verdict.UNKNOWN),
        vendor_status=item.status,
        gateway_reference=item.id,
        amount=item.amount.value,
        currency=item.amount.currency,
        reason=REASONS.get(item.reason or "", item.reason or ""),
    )


def checkout(item: Item) -> Checkout:
    """A begun deposit."""
    return Checkout(report(item), redirect_url=item.checkout_url)


def notice(body: bytes) -> Notice:
    """A verified notice. One that cannot be read is kept under a hash of its bytes, for people."""
    try:
        event = msgspec.json.decode(body, type=Event)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Notice(f"sha256:{hashlib.sha256(body).hexdigest()}", "unreadable", None)
    if event.data.object not in {"payment", "payout"}:
        return Notice(event.id, event.type, None)
    return Notice(event.id, event.type, report(event.data))
