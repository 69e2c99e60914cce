"""Sandpay: hosted checkout, payouts, refunds, look-ups, signed notices. See ``README.md`` here."""

from datetime import timedelta

from stakehouse.domains.payments.adapters.sandpay.client import Config, Sandpay, connect
from stakehouse.domains.payments.ports import Adapter
from stakehouse.domains.payments.types import Capabilities, Direction, Limits

CAPABILITIES = Capabilities(
    title="Sandpay",
    currencies=frozenset({"EUR", "USD", "RUB"}),
    deposits=True,
    payouts=True,
    refunds=True,
    look_ups=True,
    limits={
        Direction.DEPOSIT: Limits("1.00", "50000.00"),
        Direction.WITHDRAWAL: Limits("5.00", "50000.00"),
    },
    checkout_lasts=timedelta(minutes=30),
    fee="No fee",
    expected_time={
        Direction.DEPOSIT: "Within a minute",
        Direction.WITHDRAWAL: "A few minutes after approval",
    },
)

ADAPTER = Adapter(CAPABILITIES, lambda credentials, http: connect(credentials, http, CAPABILITIES))

__all__ = ["ADAPTER", "CAPABILITIES", "Config", "Sandpay"]
