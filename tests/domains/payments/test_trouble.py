"""The true queue at work, and a gateway that misbehaves at random (FI-15)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from random import Random  # noqa: TID251 - seeded disorder

import pytest

from stakehouse.domains.payments import jobs
from stakehouse.infra.jobs import PostgresQueue
from tests.domains.payments.bed import Bed


@pytest.fixture
def patience_s() -> float:
    """Short: what comes too late is one disorder more, and this gateway often hangs."""
    return 0.5


@asynccontextmanager
async def queue_at_work(bed: Bed) -> AsyncIterator[None]:
    """The queue of a worker with the jobs of payments."""
    queue = PostgresQueue(bed.database, bed.clock)
    for job in jobs.jobs(bed.office):
        queue.register(job)
    for schedule in jobs.SCHEDULES:
        queue.schedule(schedule)
    stop = asyncio.Event()
    running = asyncio.create_task(queue.run(stop))
    try:
        yield
    finally:
        stop.set()
        await running


async def ends(bed: Bed, payment_id: str, status: str) -> None:
    for _ in range(400):
        if await bed.status(payment_id) == status:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{payment_id} is {await bed.status(payment_id)}, not {status}")


async def test_the_queue_of_a_worker_does_it_all(bed: Bed) -> None:
    async with queue_at_work(bed):
        deposit = await bed.deposit("80.00")
        await bed.simulator.press(deposit["redirect_url"], "twice")
        await ends(bed, deposit["id"], "succeeded")
        payment_id = await bed.approved("30.00")
        await ends(bed, payment_id, "paid")
    assert await bed.balance() == 5_000
    assert await bed.value("SELECT count(*) FROM dead_letters WHERE tenant_id = $1") == 0
    await bed.check_books()


FAULTS = (
    "payout.hang",
    "payout.error_after",
    "payout.refuse",
    "look_up.refuse",
    "notice.lose",
    "notice.twice",
    "notice.tamper",
    "notice.future_clock",
)
TRUTH = {"paid": "paid", "declined": "failed"}


@pytest.mark.parametrize("number", range(3))
async def test_every_payout_ends_in_the_gateways_truth_and_none_is_made_twice(bed: Bed, number: int) -> None:
    chance = Random(number)  # noqa: S311 - disorder that can be repeated
    await bed.give(100_000)
    accounts = [chance.choice(["DE89 3704 0044", "FAIL 1234", "DECLINE 1234"]) for _ in range(8)]
    ids = []
    for account in accounts:
        for fault in chance.sample(FAULTS, 3):
            await bed.simulator.fault(fault, chance.randint(1, 2))
        ids.append(await bed.approved("10.00", account=account))
        await bed.work()
    for fault in FAULTS:
        await bed.simulator.fault(fault, 0)
    for hours in (0.1, 0.5, 1, 2, 4, 8, 24, 48):
        bed.clock.ahead = timedelta(hours=hours)
        await bed.work()
        await asyncio.sleep(0.1)
    # The notices that were carried meanwhile were signed in the present.
    bed.clock.ahead = timedelta()

    there = {item["reference"]: item["status"] for item in (await bed.simulator.state())["objects"]}
    for payment_id, account in zip(ids, accounts, strict=True):
        status = await bed.status(payment_id)
        assert await bed.simulator.effects("payout", payment_id) == int("DECLINE" not in account)
        assert await bed.simulator.asked("payout", payment_id) <= 1
        assert status == ("failed" if "DECLINE" in account else TRUTH[there[payment_id]])
    paid = sum(1 for account in accounts if account.startswith("DE89"))
    assert (await bed.balance(), await bed.balance("locked")) == (100_000 - paid * 1_000, 0)
    await bed.check_books()
