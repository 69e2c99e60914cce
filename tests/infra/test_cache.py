"""A cache for seconds: one asks for all, and nobody is served what was true before a change."""

import asyncio

import pytest

from stakehouse.infra.cache import TimedCache


class Store:
    """Something that takes its time to answer."""

    def __init__(self) -> None:
        self.asked = 0
        self.value = "old"
        self.is_asked, self.may_answer = asyncio.Event(), asyncio.Event()

    async def look(self) -> str:
        self.asked += 1
        value = self.value
        self.is_asked.set()
        await self.may_answer.wait()
        return value


def a_cache(seconds: list[float]) -> TimedCache[str, str]:
    return TimedCache(lifetime_s=5, size_max=2, seconds=lambda: seconds[0])


async def test_one_asks_for_all_who_come_meanwhile() -> None:
    now, store = [0.0], Store()
    cache = a_cache(now)
    asking = [asyncio.create_task(cache.read("a", store.look)) for _ in range(50)]
    await store.is_asked.wait()
    store.may_answer.set()

    assert await asyncio.gather(*asking) == ["old"] * 50
    assert store.asked == 1
    assert await cache.read("a", store.look) == "old"
    assert store.asked == 1
    now[0] = 5.1
    await cache.read("a", store.look)
    assert store.asked == 2


async def test_who_comes_after_a_change_is_not_served_what_was_asked_before() -> None:
    store = Store()
    cache = a_cache([0.0])
    before = asyncio.create_task(cache.read("a", store.look))
    await store.is_asked.wait()
    store.value = "new"
    cache.forget()
    store.is_asked.clear()
    after = asyncio.create_task(cache.read("a", store.look))
    await store.is_asked.wait()
    store.may_answer.set()

    assert [await before, await after] == ["old", "new"]
    assert cache.get("a") == "new"


async def test_a_fault_is_heard_by_all_and_not_remembered() -> None:
    cache = a_cache([0.0])

    async def fail() -> str:
        raise LookupError

    answers = await asyncio.gather(*(cache.read("a", fail) for _ in range(3)), return_exceptions=True)

    assert [type(answer) for answer in answers] == [LookupError] * 3
    store = Store()
    store.may_answer.set()
    assert await cache.read("a", store.look) == "old"


async def test_one_who_goes_away_does_not_take_the_answer_from_the_others() -> None:
    store = Store()
    cache = a_cache([0.0])
    first, second = (asyncio.create_task(cache.read("a", store.look)) for _ in range(2))
    await store.is_asked.wait()
    first.cancel()
    store.may_answer.set()

    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second == "old"
    assert store.asked == 1
