"""GCRA: exactly the burst, exact waiting times, one budget for all processes."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import timedelta

import asyncpg
import pytest

from stakehouse.infra.rate_limit import (
    LimitUnavailable,
    LocalLimiter,
    Rate,
    RateLimiter,
    TooManyRequests,
    decide,
    network_of,
)
from tests.databases import TestDatabase

RATE = Rate(burst=5, period=timedelta(hours=1))
SECOND = timedelta(seconds=1)


@pytest.fixture
async def pool(database: TestDatabase) -> AsyncIterator[asyncpg.Pool]:
    async with asyncpg.create_pool(database.app_url, min_size=0, max_size=4) as pool:
        yield pool


async def test_the_burst_is_allowed_exactly_and_one_more_refused(pool: asyncpg.Pool) -> None:
    limiter = RateLimiter(pool)

    verdicts = [await limiter.count("key", RATE) for _ in range(6)]

    assert [verdict.allowed for verdict in verdicts] == [True] * 5 + [False]
    assert [verdict.remaining for verdict in verdicts] == [4, 3, 2, 1, 0, 0]
    # An hour for five: the next one is due 720 s after the first, less what the test has used up.
    assert timedelta(seconds=710) < verdicts[5].retry_after <= timedelta(seconds=720)


async def test_a_refused_act_changes_nothing(pool: asyncpg.Pool) -> None:
    limiter = RateLimiter(pool)
    for _ in range(5):
        await limiter.take("key", RATE)
    before = await pool.fetchval("SELECT arrival FROM rate_limits")

    with pytest.raises(TooManyRequests) as refused:
        await limiter.take("key", RATE)

    assert await pool.fetchval("SELECT arrival FROM rate_limits") == before
    assert refused.value.retry_after_s == 720


async def test_the_cost_counts_and_more_than_the_burst_never_passes(pool: asyncpg.Pool) -> None:
    limiter = RateLimiter(pool)

    assert not (await limiter.count("key", RATE, cost=6)).allowed
    assert (await limiter.count("key", RATE, cost=3)).remaining == 2
    assert not (await limiter.count("key", RATE, cost=3)).allowed
    assert (await limiter.count("key", RATE, cost=2)).remaining == 0


async def test_keys_do_not_meet_and_a_forgotten_one_starts_anew(pool: asyncpg.Pool) -> None:
    limiter = RateLimiter(pool)
    for _ in range(5):
        await limiter.take("one", RATE)

    assert (await limiter.count("two", RATE)).allowed
    await limiter.forget("one")
    assert (await limiter.count("one", RATE)).remaining == 4


TAKER = """
import asyncio, sys
from datetime import timedelta
import asyncpg
from stakehouse.infra.rate_limit import Rate, RateLimiter

async def main():
    rate = Rate(burst=50, period=timedelta(hours=1))
    async with asyncpg.create_pool(sys.argv[1], min_size=4, max_size=4) as pool:
        verdicts = await asyncio.gather(*(RateLimiter(pool).count("shared", rate) for _ in range(60)))
    print(sum(verdict.allowed for verdict in verdicts))

asyncio.run(main())
"""


async def test_two_processes_share_one_budget(database: TestDatabase) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", TAKER, database.app_url, stdout=asyncio.subprocess.PIPE
        )
        for _ in range(2)
    ]

    allowed = [int((await process.communicate())[0]) for process in processes]

    assert sum(allowed) == 50


async def test_without_the_store_sensitive_acts_are_refused_and_others_go_on_locally(
    database: TestDatabase,
) -> None:
    pool = await asyncpg.create_pool(database.app_url, min_size=0)
    await pool.close()
    limiter = RateLimiter(pool)
    lenient = Rate(burst=2, period=timedelta(hours=1), goes_on_without_store=True)

    with pytest.raises(LimitUnavailable):
        await limiter.count("sign_in", RATE)
    assert [(await limiter.count("read", lenient)).allowed for _ in range(3)] == [True, True, False]


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000_000_000

    def __call__(self) -> int:
        return self.now

    def advance(self, span: timedelta) -> None:
        self.now += span // timedelta(microseconds=1) * 1000


def test_in_memory_the_waiting_time_is_right_to_the_tick() -> None:
    watch = Watch()
    limiter = LocalLimiter(nanoseconds=watch)
    rate = Rate(burst=3, period=3 * SECOND)
    for _ in range(3):
        limiter.count("key", rate)

    refused = limiter.count("key", rate)
    watch.advance(refused.retry_after - timedelta(microseconds=1))
    just_before = limiter.count("key", rate)
    watch.advance(just_before.retry_after)
    then = limiter.count("key", rate)

    assert refused.retry_after == SECOND
    assert (just_before.allowed, just_before.retry_after) == (False, timedelta(microseconds=1))
    assert then.allowed
    assert not limiter.count("key", rate).allowed


def test_in_memory_whole_budgets_make_room_first() -> None:
    watch = Watch()
    limiter = LocalLimiter(size_max=2, nanoseconds=watch)
    limiter.count("short", Rate(1, SECOND))
    limiter.count("long", Rate(1, 100 * SECOND))
    watch.advance(2 * SECOND)

    limiter.count("new", Rate(1, SECOND))

    assert not limiter.count("long", Rate(1, 100 * SECOND)).allowed


def test_the_headers_tell_the_budget() -> None:
    verdict = LocalLimiter(nanoseconds=Watch()).count("key", Rate(10, 10 * SECOND))

    assert verdict.headers() == [
        ("ratelimit-limit", "10"),
        ("ratelimit-remaining", "9"),
        ("ratelimit-reset", "1"),
    ]


def test_a_clock_that_went_back_does_not_lengthen_the_budget() -> None:
    assert decide(Rate(1, SECOND), cost=1, lead=timedelta()) == (True, SECOND)
    assert decide(Rate(1, SECOND), cost=1, lead=-5 * SECOND) == (True, SECOND)
    assert decide(Rate(1, SECOND), cost=1, lead=SECOND) == (False, SECOND)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_a_subscriber_of_ipv6_is_a_network(address: str, network: str) -> None:
    assert network_of(address) == network
