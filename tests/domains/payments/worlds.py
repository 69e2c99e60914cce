"""Payments and reports made up for tests of the rules."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from stakehouse.domains.payments.types import (
    ConnectionId,
    Direction,
    Payment,
    PaymentStatus,
    Report,
    Verdict,
)
from stakehouse.kernel.ids import MemberId, PaymentId
from stakehouse.kernel.money import Currency, Money

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
EUR = Currency("EUR", 2)
PAYMENT_ID = PaymentId(UUID("01980000-0000-7000-8000-000000000001"))


def payment(
    direction: Direction, status: PaymentStatus, *, units: int = 5_000, currency: Currency = EUR
) -> Payment:
    return Payment(
        id=PAYMENT_ID,
        direction=direction,
        member_id=MemberId(UUID(int=2)),
        user_id=UUID(int=3),
        amount=Money(units, currency),
        method="sandpay",
        connection_id=ConnectionId(UUID(int=4)),
        status=status,
        request_hash=b"",
        created_at=NOW,
        updated_at=NOW,
        hold_id=UUID(int=5) if direction is Direction.WITHDRAWAL else None,
    )


def moved(before: Payment, to: PaymentStatus) -> Payment:
    return replace(before, status=to)


def report(
    direction: Direction, verdict: Verdict, *, amount: str = "50.00", currency: str = "EUR", reason: str = ""
) -> Report:
    return Report(
        reference=str(PAYMENT_ID),
        direction=direction,
        verdict=verdict,
        vendor_status=f"vendor_{verdict.value}",
        gateway_reference="pay_1",
        amount=amount,
        currency=currency,
        reason=reason,
    )
