"""Days, weeks and months on the member's clock, also where the clock is changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.compliance.rules.calendar import PERIODS, resets_at, rolled, starts_at
from stakehouse.domains.compliance.types import Period

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "America/Havana",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
]
moments = st.datetimes(datetime(2009, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds


@given(moments, st.sampled_from(ZONES))
def test_every_moment_lies_between_the_beginning_of_its_period_and_the_next(now: datetime, zone: str) -> None:
    starts = starts_at(now, zone)

    for index, period in enumerate(PERIODS):
        assert starts[index] <= now < resets_at(period, now, zone)


@given(moments, st.sampled_from(ZONES))
def test_the_next_period_begins_when_it_is_said_to(now: datetime, zone: str) -> None:
    for index, period in enumerate(PERIODS):
        next_one = resets_at(period, now, zone)

        assert starts_at(next_one, zone)[index] == next_one
        assert starts_at(next_one - timedelta(seconds=1), zone)[index] == starts_at(now, zone)[index]


@given(moments, st.sampled_from(ZONES))
def test_a_period_begins_at_the_first_moment_of_a_local_day(now: datetime, zone: str) -> None:
    for start in starts_at(now, zone):
        local, before = (
            start.astimezone(ZoneInfo(zone)),
            (start - timedelta(seconds=1)).astimezone(ZoneInfo(zone)),
        )
        assert before.date() < local.date()


@pytest.mark.requirement("R1")
@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-28", 24), ("2026-03-29", 23), ("2026-10-25", 25), ("2026-10-26", 24)]
)
def test_a_day_on_which_the_clock_is_changed_is_shorter_or_longer(day: str, hours: int) -> None:
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo("Europe/Berlin"))

    length = resets_at(Period.DAY, noon, "Europe/Berlin") - starts_at(noon, "Europe/Berlin").day

    assert length == timedelta(hours=hours)


def test_the_hour_that_happens_twice_belongs_to_one_day() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)

    assert starts_at(first, "Europe/Berlin") == starts_at(second, "Europe/Berlin")


def test_a_midnight_that_the_clock_jumps_over_is_the_moment_of_the_jump() -> None:
    before = datetime(2026, 9, 6, 3, 0, tzinfo=UTC)  # Santiago: 23:00, an hour before 00:00 → 01:00

    assert resets_at(Period.DAY, before, "America/Santiago") == datetime(2026, 9, 6, 4, 0, tzinfo=UTC)


@pytest.mark.requirement("R1")
def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    friday = datetime(2026, 11, 20, 12, tzinfo=UTC)

    starts = starts_at(friday, "Europe/Berlin")

    assert starts.week == datetime(2026, 11, 15, 23, tzinfo=UTC)
    assert starts.month == datetime(2026, 10, 31, 23, tzinfo=UTC)
    assert resets_at(Period.MONTH, datetime(2026, 12, 31, 12, tzinfo=UTC), "UTC") == datetime(
        2027, 1, 1, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("counted_at", "left"),
    [
        ("2026-11-19T23:00:00Z", [1, 2, 3, 4]),  # the first moment of Friday in Berlin
        ("2026-11-19T22:59:59Z", [0, 2, 3, 4]),
        ("2026-11-15T22:59:59Z", [0, 0, 3, 4]),
        ("2026-10-31T22:59:59Z", [0, 0, 0, 4]),
    ],
)
def test_what_began_since_starts_from_zero(counted_at: str, left: list[int]) -> None:
    starts = starts_at(datetime(2026, 11, 20, 12, tzinfo=UTC), "Europe/Berlin")

    assert rolled(datetime.fromisoformat(counted_at), [1, 2, 3, 4], starts) == left


def test_a_week_outlives_the_month_it_began_in() -> None:
    starts = starts_at(datetime(2026, 12, 2, 12, tzinfo=UTC), "UTC")

    assert rolled(datetime(2026, 11, 30, 12, tzinfo=UTC), [1, 2, 3, 4], starts) == [0, 2, 0, 4]
