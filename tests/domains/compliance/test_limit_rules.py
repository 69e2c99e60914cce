"""How limits change, as properties over any history of wishes."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.compliance.errors import CoolingOff, LimitReached, NoPendingChange
from stakehouse.domains.compliance.rules.limits import ask, call_off, check_deposit, confirm, is_looser
from stakehouse.domains.compliance.types import Limit, LimitKind, Period
from stakehouse.kernel.money import UNITS_MAX

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = timedelta(hours=24)
BLANK = Limit(LimitKind.WAGER, Period.DAY, "EUR", 2)

values = st.none() | st.integers(0, UNITS_MAX)
pauses = st.timedeltas(timedelta(0), timedelta(days=3))
wishes = st.lists(
    st.tuples(
        pauses,
        st.one_of(values.map(lambda v: ("ask", v)), st.just(("confirm", None)), st.just(("call_off", None))),
    ),
    max_size=30,
)


def strictness(units: int | None) -> int:
    return UNITS_MAX + 1 if units is None else units


def step(limit: Limit, act: str, units: int | None, now: datetime) -> Limit:
    try:
        match act:
            case "ask":
                return ask(limit, units, now, DAY)
            case "confirm":
                return confirm(limit, now)
            case _:
                return call_off(limit)
    except (CoolingOff, NoPendingChange):
        return limit


@pytest.mark.requirement("R3")
@given(wishes)
def test_no_history_loosens_a_limit_without_a_days_wait_and_a_second_yes(
    history: list[tuple[timedelta, tuple[str, int | None]]],
) -> None:
    limit, now = BLANK, NOON
    asked_at: dict[int | None, datetime] = {}
    for pause, (act, units) in history:
        now += pause
        before = limit
        limit = step(limit, act, units, now)
        if act == "ask" and limit.pending is not None and limit.pending != before.pending:
            asked_at[units] = now
        if before.units is not None and strictness(limit.units) > strictness(before.units):
            assert act == "confirm"
            assert now - asked_at[limit.units] >= DAY


@pytest.mark.requirement("R2")
@given(st.integers(0, UNITS_MAX), values)
def test_what_is_tighter_or_the_same_is_in_force_at_once(units: int, asked: int | None) -> None:
    limit = ask(ask(BLANK, units, NOON, DAY), asked, NOON, DAY)

    if is_looser(units, asked):
        assert (limit.units, limit.pending is not None) == (units, True)
    else:
        assert (limit.units, limit.pending) == (asked, None)


def test_a_first_limit_binds_at_once() -> None:
    assert ask(BLANK, 500, NOON, DAY).units == 500


@pytest.mark.requirement("R2")
def test_lowering_calls_off_the_raise_that_waited() -> None:
    waiting = ask(ask(BLANK, 500, NOON, DAY), 900, NOON, DAY)

    assert ask(waiting, 400, NOON, DAY) == Limit(LimitKind.WAGER, Period.DAY, "EUR", 2, 400)


@pytest.mark.requirement("R3")
def test_a_raise_is_confirmed_when_its_day_is_over_and_not_a_moment_sooner() -> None:
    waiting = ask(ask(BLANK, 500, NOON, DAY), 900, NOON, DAY)

    with pytest.raises(CoolingOff) as refusal:
        confirm(waiting, NOON + DAY - timedelta(milliseconds=1))

    assert refusal.value.facts == {"pending_from": "2026-11-21T12:00:00.000Z"}
    assert confirm(waiting, NOON + DAY).units == 900


@pytest.mark.requirement("R3")
def test_a_removal_is_confirmed_like_a_raise() -> None:
    waiting = ask(ask(BLANK, 500, NOON, DAY), None, NOON, DAY)

    assert waiting.units == 500
    assert confirm(waiting, NOON + DAY).units is None


def test_asking_again_starts_the_wait_anew() -> None:
    waiting = ask(ask(BLANK, 500, NOON, DAY), 900, NOON, DAY)

    again = ask(waiting, 800, NOON + timedelta(hours=20), DAY)

    assert again.pending is not None
    assert again.pending.effective_from == NOON + timedelta(hours=44)


@pytest.mark.requirement("R3")
def test_a_tenant_lengthens_the_wait_and_never_shortens_it() -> None:
    limit = ask(BLANK, 500, NOON, DAY)

    longer, shorter = ask(limit, 900, NOON, 7 * DAY).pending, ask(limit, 900, NOON, timedelta(0)).pending

    assert longer is not None
    assert longer.effective_from == NOON + 7 * DAY
    assert shorter is not None
    assert shorter.effective_from == NOON + DAY


def test_nothing_is_confirmed_or_called_off_where_nothing_waits() -> None:
    with pytest.raises(NoPendingChange):
        confirm(BLANK, NOON)
    with pytest.raises(NoPendingChange):
        call_off(BLANK)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_deposit_passes_exactly_up_to_the_limit(limit: int, used: int, units: int) -> None:
    limits = [Limit(LimitKind.DEPOSIT, Period.WEEK, "EUR", 2, limit)]
    try:
        check_deposit(limits, [0, used, used, used], units, NOON, "UTC")
    except LimitReached:
        assert used + units > limit
    else:
        assert used + units <= limit


def test_the_refusal_names_the_limit_that_frees_up_last() -> None:
    limits = [
        Limit(LimitKind.DEPOSIT, Period.DAY, "EUR", 2, 1_000),
        Limit(LimitKind.DEPOSIT, Period.MONTH, "EUR", 2, 1_000),
    ]

    with pytest.raises(LimitReached) as refusal:
        check_deposit(limits, [900, 900, 950, 5_000], 200, NOON, "Europe/Berlin")

    assert refusal.value.code == "limit_reached"
    assert refusal.value.facts == {
        "kind": "deposit",
        "period": "month",
        "currency": "EUR",
        "limit": "10.00",
        "used": "9.50",
        "resets_at": "2026-11-30T23:00:00.000Z",
    }
