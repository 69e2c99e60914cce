"""The calendar of limits: days, weeks from Monday, and months on the clock of the member's time zone.

Counters carry one moment, the last one at which something was counted. Whatever period has begun
since starts from zero. A day lasts from midnight to midnight on the member's clock, so it has 23 or
25 hours when the clock is changed.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from stakehouse.domains.compliance.types import Period

PLAY_IDLE = timedelta(minutes=15)
"""A session of play is over when nothing was bet or won for so long."""

PERIODS = (Period.DAY, Period.WEEK, Period.MONTH)
"""The order in which counters hold their periods; behind them stands the total of all time."""

NOTHING = (0,) * (len(PERIODS) + 1)
"""Counters on which nothing was ever counted."""


class Starts(NamedTuple):
    """When the periods began that a moment lies in, in UTC and in the order of ``PERIODS``."""

    day: datetime
    week: datetime
    month: datetime


def starts_at(now: datetime, time_zone: str) -> Starts:
    """When the day, week and month of a moment began."""
    today = _today(now, time_zone)
    return Starts(*(_midnight(_first_day(period, today), time_zone) for period in PERIODS))


def resets_at(period: Period, now: datetime, time_zone: str) -> datetime:
    """When the next period begins, in UTC."""
    first = _first_day(period, _today(now, time_zone))
    return _midnight(_following(period, first), time_zone)


def rolled(counted_at: datetime | None, sums: Sequence[int], starts: Starts) -> Sequence[int]:
    """Sums per period, and what stands behind them; each period that has begun since then is at zero."""
    if counted_at is None:
        return [0] * len(sums)
    if counted_at >= starts.day:  # as nearly always, and no other period begins later than the day
        return sums
    current = [sum_ if counted_at >= begun else 0 for sum_, begun in zip(sums, starts, strict=False)]
    return [*current, *sums[len(starts) :]]


def lasted(start: datetime, end: datetime, starts: Starts) -> list[int]:
    """How much of a span lies in the present day, week and month, in milliseconds."""
    if start >= starts.day:  # as nearly always, and no period of the others begins later than the day
        whole = max((end - start) // MILLISECOND, 0)
        return [whole, whole, whole]
    return [max((end - max(start, begun)) // MILLISECOND, 0) for begun in starts]


MILLISECOND = timedelta(milliseconds=1)


def _today(now: datetime, time_zone: str) -> date:
    return now.astimezone(ZoneInfo(time_zone)).date()


def _first_day(period: Period, day: date) -> date:
    match period:
        case Period.DAY:
            return day
        case Period.WEEK:
            return day - timedelta(days=day.weekday())
        case Period.MONTH:
            return day.replace(day=1)
        case Period.SESSION:
            raise AssertionError("a session of play is no calendar's")


def _following(period: Period, first: date) -> date:
    match period:
        case Period.DAY:
            return first + timedelta(days=1)
        case Period.WEEK:
            return first + timedelta(days=7)
        case Period.MONTH:
            return (first + timedelta(days=31)).replace(day=1)
        case Period.SESSION:
            raise AssertionError("a session of play is no calendar's")


def _midnight(day: date, time_zone: str) -> datetime:
    """The first moment of a day, in UTC.

    A midnight that the clock jumps over is the moment of the jump; of two midnights it is the first.
    """
    return datetime.combine(day, time(), ZoneInfo(time_zone)).astimezone(UTC)
