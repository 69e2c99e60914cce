"""Markers of harm: what is found, what it weighs, and that more never looks better."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.compliance.rules.harm import (
    SUGGESTED,
    Band,
    Day,
    Finding,
    HarmSettings,
    Marker,
    Money,
    PlayHour,
    Signal,
    SignalKind,
    band_of,
    day_of,
    find,
    opens_again,
    score,
)
from stakehouse.kernel.ids import MemberId, new_id

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
ZONE = "Europe/Berlin"
ANN = MemberId(new_id())
SETTINGS = HarmSettings()


def markers(today: Day | None = None, earlier: list[Day] | None = None, *signals: Signal) -> set[Marker]:
    return {finding.marker for finding in looked(today, earlier, *signals)}


def looked(today: Day | None = None, earlier: list[Day] | None = None, *signals: Signal) -> list[Finding]:
    return find(today or Day(TODAY), earlier or [], signals, now=NOW, time_zone=ZONE, settings=SETTINGS)


def ago(kind: SignalKind, **span: float) -> Signal:
    return Signal(kind, NOW - timedelta(**span))


def deposit(hour: int, units: int, lost: int) -> Signal:
    return Signal(SignalKind.DEPOSIT, NOW.replace(hour=hour), "EUR", units, lost)


def played(bets: int, wagered: int, won: int, *, days_ago: int = 0) -> Day:
    return Day(TODAY - timedelta(days=days_ago), bets, 0, 1, {"EUR": Money(bets, wagered, won)})


def test_who_does_nothing_shows_nothing() -> None:
    assert looked() == []
    assert band_of(0, SETTINGS) is Band.GREEN
    assert SUGGESTED[Band.GREEN] == ()


def test_three_deposits_each_after_the_former_was_lost_are_a_chase() -> None:
    chase = [deposit(6, 100, 0), deposit(7, 100, 90), deposit(8, 100, 190), deposit(9, 100, 300)]

    assert markers(None, None, *chase) == {Marker.CHASING_LOSSES}
    assert markers(None, None, *chase[:3]) == set()
    assert markers(None, None, *(replace(each, lost=10) for each in chase)) == set()


def test_a_chase_is_one_of_the_members_own_day() -> None:
    before_midnight = [
        Signal(SignalKind.DEPOSIT, datetime(2026, 11, 19, 22, minute, tzinfo=UTC), "EUR", 100, 1000)
        for minute in (30, 40, 50)
    ]
    after_midnight = Signal(SignalKind.DEPOSIT, datetime(2026, 11, 19, 23, 10, tzinfo=UTC), "EUR", 100, 1000)

    assert markers(None, None, *before_midnight, after_midnight) == set()


@pytest.mark.parametrize(
    ("kind", "count", "span", "marker"),
    [
        (SignalKind.CANCELLED_WITHDRAWAL, 2, {"days": 6}, Marker.CANCELLED_WITHDRAWALS),
        (SignalKind.FAILED_DEPOSIT, 4, {"hours": 20}, Marker.FAILED_DEPOSITS),
        (SignalKind.LIMIT_CHANGE, 4, {"days": 29}, Marker.LIMIT_CHANGES),
        (SignalKind.TIME_OUT, 3, {"days": 89}, Marker.TIME_OUTS),
    ],
)
def test_repeated_acts_are_found_within_their_span(
    kind: SignalKind, count: int, span: dict[str, float], marker: Marker
) -> None:
    lately = [ago(kind, **span)] * count

    assert markers(None, None, *lately) == {marker}
    assert markers(None, None, *lately[1:]) == set()
    assert markers(None, None, *(replace(each, at=NOW - timedelta(days=90)) for each in lately)) == set()


def test_stakes_and_losses_rise_against_what_is_usual() -> None:
    usual = [played(20, 2_000, 1_800, days_ago=days) for days in range(1, 6)]

    assert markers(played(20, 6_000, 5_800), usual) == {Marker.RISING_STAKES}
    assert markers(played(20, 2_000, 1_400), usual) == {Marker.RISING_LOSSES}
    assert markers(played(20, 5_900, 5_800), usual) == set()
    assert markers(played(20, 60_000, 0), usual[:2]) == set(), "two days make nothing usual"


def test_nights_count_in_the_members_zone_and_long_days_by_their_hours() -> None:
    hours = [PlayHour(ANN, "EUR", NOW.replace(hour=hour), 60, 100, 50) for hour in range(24)]

    berlin = day_of(hours, TODAY, ZONE, SETTINGS)
    tokyo = day_of(hours, TODAY, "Asia/Tokyo", SETTINGS)

    assert (berlin.bets, berlin.night_bets, berlin.hours) == (23 * 60, 5 * 60, 23)
    assert (tokyo.bets, tokyo.night_bets, tokyo.hours) == (15 * 60, 0, 15)
    nights = [replace(berlin, day=TODAY - timedelta(days=days)) for days in (1, 2)]
    assert markers(berlin, nights) == {Marker.NIGHT_PLAY, Marker.LONG_PLAY}
    assert markers(berlin, nights[:1]) == {Marker.LONG_PLAY}


def test_the_night_may_span_midnight() -> None:
    late = HarmSettings(night_from_hour=22, night_to_hour=4)
    hours = [PlayHour(ANN, "EUR", NOW.replace(hour=hour), 1, 1, 0) for hour in range(24)]

    assert day_of(hours, TODAY, "UTC", late).night_bets == 6


def test_the_clock_change_loses_no_hour() -> None:
    day = date(2026, 10, 25)  # twenty-five hours long in Berlin
    first = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    hours = [PlayHour(ANN, "EUR", first + timedelta(hours=hour), 1, 1, 0) for hour in range(25)]

    assert day_of(hours, day, ZONE, SETTINGS).bets == 25


signals = st.lists(
    st.builds(
        Signal,
        st.sampled_from(list(SignalKind)),
        st.integers(0, 100 * 24).map(lambda hours: NOW - timedelta(hours=hours)),
        st.sampled_from(["EUR", "USD"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
    ),
    max_size=40,
)
days = st.lists(
    st.builds(
        played,
        st.integers(0, 200),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        days_ago=st.integers(1, 40),
    ),
    max_size=30,
)


@given(signals, signals, days)
def test_more_acts_never_look_better(some: list[Signal], more: list[Signal], earlier: list[Day]) -> None:
    acts = [signal for signal in more if signal.kind is not SignalKind.DEPOSIT]

    assert markers(None, earlier, *some) <= markers(None, earlier, *some, *acts)


@given(signals, days, st.integers(0, 300), st.integers(0, 50_000), st.integers(0, 50_000))
def test_the_score_is_the_sum_of_what_was_found_and_each_marker_is_found_once(
    some: list[Signal], earlier: list[Day], bets: int, wagered: int, won: int
) -> None:
    found = looked(played(bets, wagered, won), earlier, *some)

    assert len({each.marker for each in found}) == len(found)
    assert score(found) == sum(each.points for each in found)
    assert all(each.explanation.endswith(".") for each in found)
    assert looked(played(bets, wagered, won), earlier[::-1], *some[::-1]) == found


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_higher_score_is_never_in_a_milder_band(one: int, other: int) -> None:
    low, high = sorted((one, other))

    assert band_of(low, SETTINGS).rank <= band_of(high, SETTINGS).rank


def test_a_closed_case_stays_closed_for_the_same_unless_it_is_graver_or_long_ago() -> None:
    def again(band: Band, *found: Marker, days_ago: int = 1) -> bool:
        return opens_again(
            band,
            found,
            closed_band=Band.AMBER,
            closed_markers=[Marker.NIGHT_PLAY, Marker.LONG_PLAY],
            closed_at=NOW - timedelta(days=days_ago),
            now=NOW,
            settings=SETTINGS,
        )

    assert not again(Band.AMBER, Marker.NIGHT_PLAY)
    assert again(Band.RED, Marker.NIGHT_PLAY)
    assert again(Band.AMBER, Marker.TIME_OUTS)
    assert again(Band.AMBER, Marker.NIGHT_PLAY, days_ago=14)
