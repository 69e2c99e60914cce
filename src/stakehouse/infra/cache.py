"""A small cache in the process: entries live for seconds and are forgotten when news comes."""

import time
from collections.abc import Callable, Hashable
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
        self.turn = 0
        """Grows with each forgetting."""

    def get(self, key: K) -> V | None:
        """What is remembered under a key and still counts."""
        entry = self._entries.get(key)
        if entry is None or entry[1] < self._seconds():
            return None
        return entry[0]

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
