"""Time as an input: a clock is handed in, nothing below the edge reads one."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

Clock = Callable[[], datetime]
"""Answers the present moment in UTC."""


def system_clock() -> datetime:
    """The machine's clock, in UTC. Only the edge and the worker call it."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where time enters the house


def wire(moment: datetime) -> str:
    """A moment as RFC 3339 in UTC with milliseconds, the form every face uses."""
    return wire_millis(int(moment.timestamp() * 1000))


def wire_millis(millis: int) -> str:
    """Milliseconds since 1970 in the form of :func:`wire`."""
    second, rest = divmod(millis, 1000)
    return f"{_second(second)}.{rest:03d}Z"


@lru_cache(maxsize=4096)
def _second(second: int) -> str:
    return datetime.fromtimestamp(second, tz=UTC).strftime("%Y-%m-%dT%H:%M:%S")
