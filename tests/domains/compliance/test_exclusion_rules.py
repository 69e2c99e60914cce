"""How long exclusions last, and that none is ever shortened."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    ExclusionInForce,
    InvalidTimeOut,
    NotExcluded,
    SignInExcluded,
)
from stakehouse.domains.compliance.rules.exclusions import (
    admit_sign_in,
    ask_return,
    extend,
    self_exclusion,
    time_out,
)
from stakehouse.domains.compliance.types import Exclusion, ExclusionKind, Term
from stakehouse.infra.web.problems import STATUS

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)

ends = st.none() | st.timedeltas(timedelta(hours=1), timedelta(days=2_000)).map(lambda span: NOON + span)
exclusions = st.builds(Exclusion, st.sampled_from(ExclusionKind), st.just(NOON), ends, st.booleans())


@pytest.mark.requirement("R11")
@pytest.mark.parametrize("span", [DAY, DAY - timedelta(minutes=5), 42 * DAY])
def test_a_time_out_lasts_one_to_forty_two_days(span: timedelta) -> None:
    assert time_out(NOON, NOON + span).until == NOON + max(span, DAY)


@pytest.mark.parametrize(
    "span", [timedelta(0), -DAY, DAY - timedelta(minutes=11), 42 * DAY + timedelta(seconds=1)]
)
def test_any_other_time_out_is_refused(span: timedelta) -> None:
    with pytest.raises(InvalidTimeOut):
        time_out(NOON, NOON + span)


@pytest.mark.parametrize("extreme", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_time_are_refused_like_any_other(extreme: str) -> None:
    with pytest.raises(InvalidTimeOut):
        time_out(NOON, datetime.fromisoformat(extreme))


@pytest.mark.requirement("R12")
@pytest.mark.parametrize(
    ("now", "term", "until"),
    [
        ("2026-11-20T12:00Z", Term.SIX_MONTHS, "2027-05-20T11:00Z"),  # noon here is noon in summer time there
        ("2026-11-20T12:00Z", Term.ONE_YEAR, "2027-11-20T12:00Z"),
        ("2026-11-20T12:00Z", Term.FIVE_YEARS, "2031-11-20T12:00Z"),
        ("2024-02-29T12:00Z", Term.ONE_YEAR, "2025-02-28T12:00Z"),
        ("2026-08-31T12:00Z", Term.SIX_MONTHS, "2027-02-28T13:00Z"),
    ],
)
def test_a_self_exclusion_counts_calendar_months_on_the_members_clock(
    now: str, term: Term, until: str
) -> None:
    exclusion = self_exclusion(datetime.fromisoformat(now), term, "Europe/Berlin")

    assert exclusion.until == datetime.fromisoformat(until)


def test_for_good_is_for_good() -> None:
    assert self_exclusion(NOON, Term.FOREVER, "UTC").binds(NOON + 40_000 * DAY)


@pytest.mark.requirement("R11", "R12")
@given(exclusions | st.none(), exclusions)
def test_whatever_is_asked_nothing_is_shortened(current: Exclusion | None, asked: Exclusion) -> None:
    try:
        result = extend(current, asked, NOON)
    except AlreadyExcluded:
        assert current is not None
        result = current
    else:
        assert result.is_wide == (asked.is_wide or (current is not None and current.is_wide))
    for hours in range(0, 24 * 2_100, 500):
        moment = NOON + timedelta(hours=hours)
        if current is not None and current.binds(moment):
            assert result.binds(moment)


def test_one_that_is_over_gives_way() -> None:
    over = Exclusion(ExclusionKind.TIME_OUT, NOON - 40 * DAY, NOON)
    asked = time_out(NOON, NOON + DAY)

    assert extend(over, asked, NOON) == asked


@pytest.mark.requirement("R12")
def test_a_self_exclusion_goes_on_after_its_term_until_the_return() -> None:
    over = Exclusion(ExclusionKind.SELF_EXCLUSION, NOON - 400 * DAY, NOON)

    assert over.binds(NOON + 1_000 * DAY)
    returning = ask_return(over, NOON + DAY)
    assert returning.returns_at == NOON + DAY + timedelta(hours=24)
    assert returning.binds(NOON + DAY + timedelta(hours=23, minutes=59))
    assert not returning.binds(NOON + DAY + timedelta(hours=24))


@pytest.mark.requirement("R12")
@given(exclusions, st.timedeltas(timedelta(0), timedelta(days=2_000)))
def test_nobody_returns_before_the_term(exclusion: Exclusion, later: timedelta) -> None:
    now = NOON + later
    try:
        returning = ask_return(exclusion, now)
    except (ExclusionInForce, NotExcluded):
        return
    assert exclusion.is_over(now)
    assert returning.binds(now)
    assert returning.until == exclusion.until


def test_asking_twice_does_not_make_the_wait_longer() -> None:
    over = Exclusion(ExclusionKind.SELF_EXCLUSION, NOON - 400 * DAY, NOON)
    once = ask_return(over, NOON)

    assert ask_return(once, NOON + timedelta(hours=5)) == once


def test_a_time_out_taken_after_the_term_does_not_weaken_what_still_binds() -> None:
    over = Exclusion(ExclusionKind.SELF_EXCLUSION, NOON - 400 * DAY, NOON, returns_at=NOON + DAY)

    again = extend(over, time_out(NOON, NOON + 2 * DAY), NOON)

    assert (again.kind, again.returns_at) == (ExclusionKind.SELF_EXCLUSION, None)
    assert again.binds(NOON + 100 * DAY)


def test_the_door_refuses_with_the_same_word_and_its_own_status() -> None:
    with pytest.raises(SignInExcluded) as refusal:
        admit_sign_in(self_exclusion(NOON, Term.FOREVER, "UTC"), NOON)

    assert refusal.value.code == "excluded"
    assert STATUS[refusal.value.kind] == 423
    assert refusal.value.facts == {"kind": "self_exclusion", "until": None}
