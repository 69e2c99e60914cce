"""Sandpay's words and ours: recorded notices in, orders out."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from stakehouse.domains.payments.adapters.sandpay import mapping
from stakehouse.domains.payments.types import (
    DepositOrder,
    Direction,
    Notice,
    PayoutOrder,
    RefundOrder,
    Report,
    Verdict,
)
from stakehouse.kernel.money import Money
from tests.domains.payments.worlds import EUR, PAYMENT_ID

FIXTURES = Path(__file__).with_name("fixtures")
IN, OUT = Direction.DEPOSIT, Direction.WITHDRAWAL


def recorded(name: str) -> Notice:
    return mapping.notice((FIXTURES / f"{name}.json").read_bytes())


def test_a_captured_payment() -> None:
    assert recorded("payment_captured") == Notice(
        "ntc_1",
        "payment.captured",
        Report(
            reference=str(PAYMENT_ID),
            direction=IN,
            verdict=Verdict.SUCCEEDED,
            vendor_status="captured",
            gateway_reference="pay_3f1b0c9d2a4e5f607182",
            amount="50.00",
            currency="EUR",
        ),
    )


@pytest.mark.parametrize(
    ("name", "direction", "verdict", "reason"),
    [
        ("payment_declined", IN, Verdict.FAILED, "The bank refused the card."),
        ("payment_of_tomorrow", IN, Verdict.UNKNOWN, ""),
        ("payout_paid", OUT, Verdict.SUCCEEDED, ""),
        ("payout_under_observation", OUT, Verdict.UNKNOWN, ""),
    ],
)
def test_other_notices(name: str, direction: Direction, verdict: Verdict, reason: str) -> None:
    report = recorded(name).report
    assert report is not None
    assert (report.direction, report.verdict, report.reason) == (direction, verdict, reason)


def test_a_notice_about_something_else_is_kept_without_a_report() -> None:
    assert recorded("refund_refunded") == Notice("ntc_6", "refund.refunded", None)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"id":1}', b"\xff\xfe", b'{"id":"a","type":"b","data":{}}']
)
def test_a_notice_that_cannot_be_read_is_kept_under_its_hash(body: bytes) -> None:
    notice = mapping.notice(body)
    assert notice.notice_id.startswith("sha256:")
    assert (notice.kind, notice.report) == ("unreadable", None)
    assert mapping.notice(body) == notice


def test_orders_carry_our_id_as_the_reference() -> None:
    amount = Money(5_000, EUR)
    deposit = mapping.payment_request(
        DepositOrder(
            payment_id=PAYMENT_ID,
            amount=amount,
            description="Lucky",
            customer="ann",
            return_url="http://house/back",
            notify_url="http://house/notify",
            lasts=timedelta(minutes=30),
        )
    )
    payout = mapping.payout_request(
        PayoutOrder(
            payment_id=PAYMENT_ID,
            amount=amount,
            account="DE89",
            description="Withdrawal",
            notify_url="http://house/notify",
        )
    )
    refund = mapping.refund_request(
        RefundOrder(refund_id=UUID(int=9), payment_id=PAYMENT_ID, amount=amount, reason="asked")
    )
    assert deposit["reference"] == payout["reference"] == refund["payment_reference"] == str(PAYMENT_ID)
    assert refund["reference"] == str(UUID(int=9))
    assert deposit["amount"] == payout["amount"] == {"value": "50.00", "currency": "EUR"}
    assert deposit["expires_in_s"] == 1800
    assert payout["destination"] == {"account": "DE89"}
