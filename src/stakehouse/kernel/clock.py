"""Time as an input: a clock is handed in, nothing below the edge reads one."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Answers the present moment in UTC."""


def system_clock() -> datetime:
    """The machine's clock, in UTC. Only the edge and the worker call it."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where time enters the house


def wire(moment: datetime) -> str:
    """A moment as RFC 3339 in UTC with milliseconds, the form every face uses."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
