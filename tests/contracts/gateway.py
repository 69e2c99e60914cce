"""The gateways' exam: what every adapter must do against its simulator, over real HTTP.

An adapter's test subclasses :class:`GatewayContract` and supplies ``bench``: the gateway of one
account and a hand on the other side. What a gateway says it cannot do is not examined.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

import pytest

from stakehouse.domains.payments.errors import Declined, SignatureRefused, Unavailable
from stakehouse.domains.payments.ports import Gateway
from stakehouse.domains.payments.types import (
    DepositOrder,
    Direction,
    PayoutOrder,
    RefundOrder,
    Report,
    Verdict,
)
from stakehouse.kernel.ids import PaymentId, new_id
from stakehouse.kernel.money import Currency, Money

IN, OUT = Direction.DEPOSIT, Direction.WITHDRAWAL
FIFTY = Money(5_000, Currency("EUR", 2))


class OtherSide(Protocol):
    """The hand on the simulator."""

    async def pay(self, reference: str) -> None:
        """Lets the person pay a deposit."""

    async def refuse(self, reference: str) -> None:
        """Lets the bank refuse a deposit."""

    async def confirm(self, reference: str) -> None:
        """Lets a payout succeed."""

    async def fail(self, reference: str) -> None:
        """Lets a payout fail."""

    async def close_for_one(self, call: str) -> None:
        """Refuses the next ``deposit``, ``payout`` or ``look_up`` without acting."""

    async def lose_answer(self, call: str) -> None:
        """Acts on the next ``deposit`` or ``payout``, but its answer never comes."""

    async def effects(self, reference: str) -> int:
        """How often it acted on a reference."""

    async def notice(self, reference: str) -> tuple[bytes, Mapping[str, str], datetime]:
        """The notice about a reference as it was sent: body, headers, when."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is examined.

    Attributes:
        gateway: the adapter with an account.
        side: the hand on its simulator.
        account: a destination that is paid when confirmed.
        closed_account: a destination that is refused at once; empty if there is none.
        stranger: the same adapter with keys that nobody issued.
    """

    gateway: Gateway
    side: OtherSide
    account: str
    closed_account: str
    stranger: Gateway


def deposit_order(payment_id: UUID | None = None) -> DepositOrder:
    return DepositOrder(
        payment_id=PaymentId(payment_id or new_id()),
        amount=FIFTY,
        description="Lucky · 7XK2",
        customer="ann",
        return_url="http://127.0.0.1:9/back",
        notify_url="http://127.0.0.1:9/notify",
        lasts=timedelta(minutes=30),
    )


def payout_order(account: str) -> PayoutOrder:
    return PayoutOrder(
        payment_id=PaymentId(new_id()),
        amount=FIFTY,
        account=account,
        description="Withdrawal",
        notify_url="http://127.0.0.1:9/notify",
    )


async def looked_up(gateway: Gateway, reference: UUID, direction: Direction) -> Report:
    found = await gateway.look_up(str(reference), direction)
    assert found is not None
    return found


class GatewayContract:
    """The exam; ``bench`` comes from the subclass."""

    async def test_a_deposit_begins_with_a_way_to_pay(self, bench: Bench) -> None:
        order = deposit_order()
        begun = await bench.gateway.start_deposit(order)
        assert begun.redirect_url or begun.instructions
        assert begun.report.reference == str(order.payment_id)
        assert begun.report.direction is IN
        assert begun.report.verdict is Verdict.PENDING
        assert begun.report.gateway_reference

    async def test_the_same_deposit_twice_is_one(self, bench: Bench) -> None:
        order = deposit_order()
        first, second = await asyncio.gather(
            bench.gateway.start_deposit(order), bench.gateway.start_deposit(order)
        )
        assert first.redirect_url == second.redirect_url
        assert await bench.side.effects(str(order.payment_id)) == 1

    async def test_a_repeat_in_other_words_answers_what_was_begun(self, bench: Bench) -> None:
        order = deposit_order()
        first = await bench.gateway.start_deposit(order)
        again = await bench.gateway.start_deposit(replace(order, description="renamed meanwhile"))
        assert again.redirect_url == first.redirect_url
        assert await bench.side.effects(str(order.payment_id)) == 1

    @pytest.mark.parametrize(("act", "verdict"), [("pay", Verdict.SUCCEEDED), ("refuse", Verdict.FAILED)])
    async def test_how_a_deposit_ended_can_be_asked(self, bench: Bench, act: str, verdict: Verdict) -> None:
        order = deposit_order()
        await bench.gateway.start_deposit(order)
        await getattr(bench.side, act)(str(order.payment_id))
        report = await looked_up(bench.gateway, order.payment_id, IN)
        assert report.verdict is verdict
        assert (report.amount, report.currency) == ("50.00", "EUR")

    async def test_what_it_never_heard_of_is_nothing(self, bench: Bench) -> None:
        for direction in Direction:
            assert await bench.gateway.look_up(str(new_id()), direction) is None

    async def test_a_payout_is_ordered_once(self, bench: Bench) -> None:
        if not bench.gateway.capabilities.payouts:
            pytest.skip("the gateway does not pay out")
        order = payout_order(bench.account)
        for _ in range(3):
            report = await bench.gateway.start_payout(order)
            assert report.verdict in (Verdict.PENDING, Verdict.PROCESSING)
        assert await bench.side.effects(str(order.payment_id)) == 1

    @pytest.mark.parametrize(("act", "verdict"), [("confirm", Verdict.SUCCEEDED), ("fail", Verdict.FAILED)])
    async def test_how_a_payout_ended_can_be_asked(self, bench: Bench, act: str, verdict: Verdict) -> None:
        if not bench.gateway.capabilities.payouts:
            pytest.skip("the gateway does not pay out")
        order = payout_order(bench.account)
        await bench.gateway.start_payout(order)
        await getattr(bench.side, act)(str(order.payment_id))
        report = await looked_up(bench.gateway, order.payment_id, OUT)
        assert (report.verdict, report.direction) == (verdict, OUT)
        assert (report.amount, report.currency) == ("50.00", "EUR")

    async def test_a_definite_no_is_declined_and_leaves_nothing(self, bench: Bench) -> None:
        if not bench.closed_account:
            pytest.skip("the gateway refuses no destination at once")
        order = payout_order(bench.closed_account)
        with pytest.raises(Declined) as declined:
            await bench.gateway.start_payout(order)
        assert declined.value.code
        assert declined.value.detail.endswith(".")
        assert await bench.side.effects(str(order.payment_id)) == 0

    async def test_a_closed_door_is_unavailable_and_no_refusal(self, bench: Bench) -> None:
        await bench.side.close_for_one("deposit")
        with pytest.raises(Unavailable):
            await bench.gateway.start_deposit(deposit_order())
        if bench.gateway.capabilities.payouts:
            await bench.side.close_for_one("payout")
            with pytest.raises(Unavailable):
                await bench.gateway.start_payout(payout_order(bench.account))

    async def test_a_lost_answer_is_unavailable_and_the_look_up_tells(self, bench: Bench) -> None:
        order = deposit_order()
        await bench.side.lose_answer("deposit")
        with pytest.raises(Unavailable) as unavailable:
            await bench.gateway.start_deposit(order)
        assert unavailable.value.was_sent
        assert (await looked_up(bench.gateway, order.payment_id, IN)).verdict is Verdict.PENDING
        if bench.gateway.capabilities.payouts:
            payout = payout_order(bench.account)
            await bench.side.lose_answer("payout")
            with pytest.raises(Unavailable) as unavailable:
                await bench.gateway.start_payout(payout)
            assert unavailable.value.was_sent
            assert await bench.gateway.look_up(str(payout.payment_id), OUT) is not None
            assert await bench.side.effects(str(payout.payment_id)) == 1

    async def test_wrong_keys_are_no_refusal_of_the_payment(self, bench: Bench) -> None:
        """An expired key must not turn every payout under way into a failure."""
        with pytest.raises(Unavailable):
            await bench.stranger.start_deposit(deposit_order())
        with pytest.raises(Unavailable):
            await bench.stranger.look_up(str(new_id()), IN)

    async def test_refunds_stay_within_what_was_captured(self, bench: Bench) -> None:
        if not bench.gateway.capabilities.refunds:
            pytest.skip("the gateway gives nothing back")
        order = deposit_order()
        await bench.gateway.start_deposit(order)
        await bench.side.pay(str(order.payment_id))

        def refund(units: int) -> RefundOrder:
            return RefundOrder(new_id(), order.payment_id, Money(units, FIFTY.currency), "asked")

        first = refund(3_000)
        for _ in range(2):
            assert (await bench.gateway.refund(first)).verdict is Verdict.SUCCEEDED
        with pytest.raises(Declined):
            await bench.gateway.refund(refund(2_001))
        assert (await bench.gateway.refund(refund(2_000))).verdict is Verdict.SUCCEEDED

    async def test_its_notices_are_verified_on_the_raw_bytes(self, bench: Bench) -> None:
        order = deposit_order()
        await bench.gateway.start_deposit(order)
        await bench.side.pay(str(order.payment_id))
        body, headers, at = await bench.side.notice(str(order.payment_id))

        notice = bench.gateway.read_webhook(body, headers, now=at)
        assert notice.report is not None
        assert notice.report.reference == str(order.payment_id)
        assert notice.report.verdict is Verdict.SUCCEEDED
        assert notice.report.amount == "50.00"
        assert bench.gateway.read_stored(body, headers) == notice
        assert bench.gateway.read_webhook(body, headers, now=at).notice_id == notice.notice_id

        for wrong_body, wrong_headers, now in (
            (body + b" ", headers, at),
            (body.replace(b"50.00", b"99.00"), headers, at),
            (body, {}, at),
            (body, dict.fromkeys(headers, ""), at),
            (body, headers, at + timedelta(minutes=10)),
            (body, headers, at - timedelta(minutes=10)),
        ):
            with pytest.raises(SignatureRefused):
                bench.gateway.read_webhook(wrong_body, wrong_headers, now=now)
        with pytest.raises(SignatureRefused):
            bench.stranger.read_webhook(body, headers, now=at)
