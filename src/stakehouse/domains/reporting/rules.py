"""Days and hours as a tenant counts them, and sums over them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from stakehouse.domains.play import GameFigures
from stakehouse.domains.reporting.types import HourFigures

HOUR = timedelta(hours=1)
HOURS_SHOWN = 24
TOP_GAMES = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day up to a moment.

    Attributes:
        since: midnight in the tenant's zone.
        until: the moment, outside the stretch.
    """

    since: datetime
    until: datetime


def day_until(now: datetime, zone: str) -> Stretch:
    """The tenant's day that a moment lies in, up to it."""
    local = now.astimezone(ZoneInfo(zone))
    return Stretch(_at(local, time.min), now)


def same_day_last_week(now: datetime, zone: str) -> Stretch:
    """The day a week ago up to the same time of day, as the clocks on the wall showed it."""
    local = now.astimezone(ZoneInfo(zone)) - timedelta(days=7)
    return Stretch(_at(local, time.min), local.astimezone(UTC))


def hour_of(moment: datetime, zone: str) -> datetime:
    """The beginning of the hour in the tenant's zone; some zones are half an hour off the others."""
    local = moment.astimezone(ZoneInfo(zone))
    return local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)


def hours_between(since: datetime, until: datetime) -> list[datetime]:
    """The beginnings of the hours that a stretch touches; the last one may not be over."""
    hours = []
    start = since
    while start < until:
        hours.append(start)
        start += HOUR
    return hours


def merged(hours: Iterable[HourFigures]) -> list[GameFigures]:
    """The figures of each game over some hours, the most staked first."""
    sums: dict[str, GameFigures] = {}
    for hour in hours:
        for game in hour.games:
            before = sums.get(game.slug, GameFigures(game.slug, game.title, 0, 0, 0))
            sums[game.slug] = GameFigures(
                game.slug,
                game.title,
                before.bets + game.bets,
                before.wagered + game.wagered,
                before.won + game.won,
            )
    return sorted(sums.values(), key=lambda game: (-game.wagered, game.slug))


def _at(local: datetime, moment: time) -> datetime:
    return datetime.combine(local.date(), moment, tzinfo=local.tzinfo).astimezone(UTC)
