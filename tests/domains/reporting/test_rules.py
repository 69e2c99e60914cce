"""Days and hours as a tenant counts them."""

from datetime import UTC, datetime, timedelta

import pytest

from stakehouse.domains.play import GameFigures
from stakehouse.domains.reporting.rules import (
    HOUR,
    Stretch,
    day_until,
    hour_of,
    hours_between,
    merged,
    same_day_last_week,
)
from stakehouse.domains.reporting.types import HourFigures


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "zone", "since"),
    [
        ("2026-11-20T12:00", "UTC", "2026-11-20T00:00"),
        ("2026-11-20T12:00", "Europe/Malta", "2026-11-19T23:00"),
        ("2026-11-20T23:30", "Europe/Malta", "2026-11-20T23:00"),
        ("2026-11-20T12:00", "Asia/Jakarta", "2026-11-19T17:00"),
        ("2026-11-20T12:00", "Asia/Kolkata", "2026-11-19T18:30"),
        ("2026-11-20T12:00", "America/New_York", "2026-11-20T05:00"),
        ("2026-03-29T12:00", "Europe/Malta", "2026-03-28T23:00"),
    ],
)
def test_a_day_begins_at_midnight_where_the_tenant_is(now: str, zone: str, since: str) -> None:
    assert day_until(at(now), zone) == Stretch(at(since), at(now))


@pytest.mark.parametrize(
    ("now", "since", "until"),
    [
        ("2026-11-20T12:00", "2026-11-12T23:00", "2026-11-13T12:00"),
        # The clocks went forward in between: the same time on the wall is an hour later in UTC.
        ("2026-04-01T10:00", "2026-03-24T23:00", "2026-03-25T11:00"),
        ("2026-10-27T11:00", "2026-10-19T22:00", "2026-10-20T10:00"),
    ],
)
def test_last_week_ends_at_the_same_time_on_the_wall(now: str, since: str, until: str) -> None:
    assert same_day_last_week(at(now), "Europe/Malta") == Stretch(at(since), at(until))


def test_hours_begin_where_the_tenants_hours_begin() -> None:
    assert hour_of(at("2026-11-20T12:10"), "Asia/Kolkata") == at("2026-11-20T11:30")
    assert hour_of(at("2026-11-20T12:10"), "Europe/Malta") == at("2026-11-20T12:00")


def test_hours_cover_a_stretch_without_gaps() -> None:
    start = at("2026-11-20T00:00")

    assert hours_between(start, start) == []
    assert hours_between(start, start + timedelta(milliseconds=1)) == [start]
    assert hours_between(start, start + 2 * HOUR) == [start, start + HOUR]
    assert len(hours_between(start, start + timedelta(hours=23, minutes=1))) == 24


def test_games_are_summed_over_hours_the_most_staked_first() -> None:
    dice, slots = GameFigures("dice", "Dice", 2, 100, 90), GameFigures("slots", "Aurora 5", 1, 500, 0)
    hours = [HourFigures(at("2026-11-20T00:00"), [dice, slots]), HourFigures(at("2026-11-20T01:00"), [dice])]

    assert merged(hours) == [slots, GameFigures("dice", "Dice", 4, 200, 180)]
    assert (hours[0].wagered, hours[0].won, hours[0].bets) == (600, 90, 3)
    assert merged([]) == []
