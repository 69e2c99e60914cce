"""A small cache in the process: entries live for seconds and are forgotten when news comes."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class TimedCache(Generic[K, V]):
    """Remembers answers for a few seconds; the oldest make room.

    What was read while :meth:`forget` ran is not kept: a reader takes :attr:`turn` before it reads
    and hands it to :meth:`keep`.
    """

    def __init__(
        self, *, lifetime_s: float, size_max: int, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """Starts empty.

        Args:
            lifetime_s: seconds after which an answer is asked for again.
            size_max: answers kept at most.
            seconds: a clock that only goes forward.
        """
        self._lifetime_s = lifetime_s
        self._size_max = size_max
        self._seconds = seconds
        self._entries: dict[K, tuple[V, float]] = {}
        self._asking: dict[tuple[K, int], asyncio.Future[V]] = {}
        self.turn = 0
        """Grows with each forgetting."""

    def get(self, key: K) -> V | None:
        """What is remembered under a key and still counts."""
        entry = self._entries.get(key)
        if entry is None or entry[1] < self._seconds():
            return None
        return entry[0]

    def take(self, key: K) -> V | None:
        """The same; it is forgotten by that."""
        found = self.get(key)
        self._entries.pop(key, None)
        return found

    async def read(self, key: K, ask: Callable[[], Awaitable[V]]) -> V:
        """What is remembered, or what ``ask`` answers: once for all who come meanwhile.

        Without that, everybody would ask at the moment when an answer that all of them use grows old.
        What ``ask`` raises, all of them hear; it is not remembered.
        """
        known = self.get(key)
        if known is not None:
            return known
        # Whoever comes after something was forgotten is not served what was asked for before.
        place = key, self.turn
        asking = self._asking.get(place)
        if asking is None:
            asking = self._asking[place] = asyncio.ensure_future(self._ask(key, ask))
            asking.add_done_callback(lambda _: self._asking.pop(place))
        # One who goes away does not take the answer from the others.
        return await asyncio.shield(asking)

    async def _ask(self, key: K, ask: Callable[[], Awaitable[V]]) -> V:
        turn = self.turn
        answer = await ask()
        self.keep(key, answer, turn)
        return answer

    def keep(self, key: K, value: V, turn: int) -> None:
        """Remembers an answer that was read since ``turn``, unless something was forgotten since."""
        if turn != self.turn:
            return
        self._entries.pop(key, None)
        if len(self._entries) >= self._size_max:
            del self._entries[next(iter(self._entries))]
        self._entries[key] = (value, self._seconds() + self._lifetime_s)

    def forget(self) -> None:
        """Forgets everything; changes are rare and reading again is cheap."""
        self.turn += 1
        self._entries.clear()
