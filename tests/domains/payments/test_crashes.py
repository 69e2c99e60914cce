"""A process that dies between two steps: whoever comes next finishes the work, once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from stakehouse.domains.payments.ports import Gateway, Gateways
from stakehouse.domains.payments.types import Capabilities, Connection
from tests.domains.payments.bed import Bed

ASKED = {"amount": "50.00", "currency": "EUR", "method": "sandpay"}


class Died(BaseException):
    """What a killed process leaves of its task; no code of ours may catch it."""


class Mortal:
    """A gateway behind which the process dies at one call, before or after it was carried out."""

    def __init__(self, inner: Gateway, call: str, *, after: bool) -> None:
        self._inner = inner
        self._call = call
        self._after = after

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._dying(found) if name == self._call else found

    def _dying(self, act: Callable[..., Any]) -> Callable[..., Any]:
        async def dying(*arguments: Any) -> None:
            if self._after:
                await act(*arguments)
            raise Died

        return dying


class MortalShelf:
    """The shelf, with such gateways on it."""

    def __init__(self, inner: Gateways, call: str, *, after: bool) -> None:
        self._inner = inner
        self._call = call
        self._after = after

    def capabilities(self, gateway: str) -> Capabilities | None:
        return self._inner.capabilities(gateway)

    def connect(self, connection: Connection, credentials: bytes) -> Gateway:
        mortal: Any = Mortal(self._inner.connect(connection, credentials), self._call, after=self._after)
        gateway: Gateway = mortal
        return gateway


async def dies(bed: Bed, call: str, *, after: bool) -> None:
    """Works until the process dies at a call."""
    true_office = bed.office
    bed.office = replace(true_office, gateways=MortalShelf(true_office.gateways, call, after=after))
    with pytest.raises(Died):
        await bed.work()
    bed.office = true_office


@pytest.mark.parametrize("after", [False, True])
async def test_killed_while_it_paid_out(bed: Bed, after: bool) -> None:  # noqa: FBT001 - a case
    await bed.give(10_000)
    payment_id = await bed.approved()
    await dies(bed, "start_payout", after=after)
    assert await bed.status(payment_id) == "processing"
    assert await bed.simulator.effects("payout", payment_id) == int(after)

    # The queue hands the job out again when its lease is over; the claim is over by then too.
    await requeue(bed, payment_id)
    bed.clock.ahead = timedelta(seconds=40)
    await bed.work()
    await bed.work_until_status(payment_id, "paid")
    assert await bed.simulator.effects("payout", payment_id) == 1
    assert await bed.simulator.asked("payout", payment_id) == 1
    assert await bed.balance("locked") == 0
    await bed.check_books()


@pytest.mark.parametrize("after", [False, True])
async def test_killed_while_it_looked_up(bed: Bed, after: bool) -> None:  # noqa: FBT001 - a case
    deposit = await bed.deposit()
    await bed.simulator.press(deposit["redirect_url"], "lose")
    bed.clock.ahead = timedelta(minutes=3)
    await dies(bed, "look_up", after=after)
    await requeue(bed, deposit["id"])
    await bed.work()
    assert await bed.status(deposit["id"]) == "succeeded"
    assert await bed.balance() == 5_000


@pytest.mark.parametrize("after", [False, True])
async def test_killed_between_opening_and_beginning_a_deposit(bed: Bed, after: bool) -> None:  # noqa: FBT001
    await bed.simulator.fault("payment.refuse")
    refused = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    deposit_id = refused.json()["deposit_id"]
    bed.clock.ahead = timedelta(seconds=36)
    await dies(bed, "start_deposit", after=after)

    # At once the turn is still taken; the client is told when to come back, and then goes on.
    early = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert (early.status_code, early.json()["code"]) == (409, "request_in_progress")
    assert early.headers["retry-after"] == "1"
    bed.clock.ahead = timedelta(seconds=70)
    again = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert again.status_code == 201
    assert again.json()["id"] == deposit_id
    assert await bed.simulator.effects("payment", deposit_id) == 1
    assert await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 1


async def test_the_simulator_dies_and_comes_back_with_its_books(bed: Bed) -> None:
    await bed.give(10_000)
    payment_id = await bed.approved()
    bed.simulator.stop()
    await bed.work()
    assert await bed.status(payment_id) == "processing"
    bed.simulator.start()
    await bed.work(ahead=timedelta(seconds=36))
    await bed.work_until_status(payment_id, "paid")
    assert await bed.simulator.effects("payout", payment_id) == 1


async def requeue(bed: Bed, payment_id: str) -> None:
    """Does what the queue does when a worker fell silent."""
    await bed.rows(
        "SELECT stakehouse_defer('payments.follow_up', $1, convert_to('\"' || $2 || '\"', 'UTF8'), NULL, $2)",
        payment_id,
    )
