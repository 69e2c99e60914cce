"""The working state of a group: what passes, what counts, and that a refusal leaves no trace."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.compliance.errors import Excluded, LimitReached
from stakehouse.domains.compliance.rules.calendar import NOTHING, PERIODS
from stakehouse.domains.compliance.rules.protections import SLOT, PlayLimit, PlayRow, Protections
from stakehouse.domains.compliance.types import Exclusion, ExclusionKind, LimitKind, Period, Protection
from stakehouse.domains.identity import AccountClosed, MemberSuspended, Standing
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from stakehouse.kernel.money import UNITS_MAX

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TENANT = TenantId(new_id())
ANN = MemberId(new_id())
FREE = Protection(Standing.ACTIVE, "Europe/Berlin", None)


def limit(kind: LimitKind, period: Period, units: int) -> PlayLimit:
    return PlayLimit(kind, period, SLOT[period], units)


def opened(
    *limits: PlayLimit,
    protection: Protection | None = FREE,
    counted_at: datetime | None = None,
    wagered: Sequence[int] = NOTHING,
    won: Sequence[int] = NOTHING,
    now: datetime = NOON,
) -> Protections:
    row = PlayRow(protection, limits, 2, counted_at, wagered, won)
    return Protections(TENANT, {(ANN, "EUR"): row}, now, "UTC")


def counters(protections: Protections) -> tuple[list[int], list[int]]:
    [(_, state)] = protections.touched()
    return list(state.wagered), list(state.won)


acts = st.lists(st.tuples(st.integers(1, 500), st.integers(0, 900)), max_size=40)
bounds = st.lists(
    st.builds(
        limit,
        st.sampled_from([LimitKind.WAGER, LimitKind.LOSS]),
        st.sampled_from(PERIODS),
        st.integers(0, 3_000),
    ),
    max_size=6,
)


@pytest.mark.requirement("R6")
@given(acts, bounds)
def test_no_run_of_bets_passes_any_limit(bets: list[tuple[int, int]], limits: list[PlayLimit]) -> None:
    protections = opened(*limits)
    wagered = won = 0
    for stake, payout in bets:
        fits = all(
            (wagered if each.kind is LimitKind.WAGER else wagered - won) + stake <= each.units
            for each in limits
        )
        try:
            protections.check_bet(ANN, "EUR", stake)
        except LimitReached:
            assert not fits
            continue
        assert fits
        protections.count_bet(ANN, "EUR", stake)
        protections.count_win(ANN, "EUR", payout)
        wagered, won = wagered + stake, won + payout

    if protections.touched():
        assert counters(protections) == ([wagered] * 4, [won] * 4)


def test_a_member_whom_nothing_protects_bets_and_is_counted() -> None:
    protections = opened(protection=None)

    protections.check_bet(ANN, "EUR", UNITS_MAX)
    protections.count_bet(ANN, "EUR", 500)

    assert counters(protections) == ([500] * 4, [0] * 4)


def test_a_stake_of_exactly_what_is_left_passes() -> None:
    protections = opened(limit(LimitKind.WAGER, Period.DAY, 1_000), counted_at=NOON, wagered=[900] * 4)

    protections.check_bet(ANN, "EUR", 100)

    with pytest.raises(LimitReached):
        protections.check_bet(ANN, "EUR", 101)


@pytest.mark.requirement("R7")
def test_a_win_makes_room_under_a_loss_limit_and_none_under_a_wager_limit() -> None:
    loss = opened(limit(LimitKind.LOSS, Period.DAY, 1_000), counted_at=NOON, wagered=[1_000] * 4)
    wager = opened(limit(LimitKind.WAGER, Period.DAY, 1_000), counted_at=NOON, wagered=[1_000] * 4)

    for protections in (loss, wager):
        protections.count_win(ANN, "EUR", 400)

    loss.check_bet(ANN, "EUR", 400)
    with pytest.raises(LimitReached):
        wager.check_bet(ANN, "EUR", 1)


def test_the_refusal_says_how_much_is_used_and_when_it_starts_anew() -> None:
    protections = opened(
        limit(LimitKind.LOSS, Period.WEEK, 5_000), counted_at=NOON, wagered=[6_000] * 4, won=[1_500] * 4
    )

    with pytest.raises(LimitReached) as refusal:
        protections.check_bet(ANN, "EUR", 501)

    assert refusal.value.facts == {
        "kind": "loss",
        "period": "week",
        "currency": "EUR",
        "limit": "50.00",
        "used": "45.00",
        "resets_at": "2026-11-22T23:00:00.000Z",
    }


def test_midnight_on_the_members_clock_frees_the_day_and_not_the_week() -> None:
    friday_late = datetime(2026, 11, 20, 22, 59, 59, tzinfo=UTC)  # 23:59:59 in Berlin
    limits = (limit(LimitKind.WAGER, Period.WEEK, 1_500), limit(LimitKind.WAGER, Period.DAY, 1_000))
    before = opened(*limits, counted_at=friday_late, wagered=[1_000] * 4, now=friday_late)
    saturday = opened(
        *limits, counted_at=friday_late, wagered=[1_000] * 4, now=friday_late + timedelta(seconds=1)
    )

    with pytest.raises(LimitReached) as refusal:
        before.check_bet(ANN, "EUR", 1)
    assert refusal.value.facts["period"] == "day"

    saturday.check_bet(ANN, "EUR", 500)
    saturday.count_bet(ANN, "EUR", 500)
    assert counters(saturday)[0] == [500, 1_500, 1_500, 1_500]
    with pytest.raises(LimitReached) as refusal:
        saturday.check_bet(ANN, "EUR", 1)
    assert refusal.value.facts["period"] == "week"


@pytest.mark.parametrize(
    ("standing", "refusal"), [(Standing.SUSPENDED, MemberSuspended), (Standing.CLOSED, AccountClosed)]
)
def test_who_may_not_take_part_does_not_bet(
    standing: Standing, refusal: type[MemberSuspended | AccountClosed]
) -> None:
    with pytest.raises(refusal):
        opened(protection=Protection(standing, "UTC", None)).check_bet(ANN, "EUR", 1)


def test_an_excluded_member_does_not_bet_until_it_ends() -> None:
    until = NOON + timedelta(days=1)
    protection = Protection(Standing.ACTIVE, "UTC", Exclusion(ExclusionKind.TIME_OUT, NOON, until))

    with pytest.raises(Excluded) as refusal:
        opened(protection=protection).check_bet(ANN, "EUR", 1)

    assert refusal.value.code == "excluded"
    assert refusal.value.facts == {"kind": "time_out", "until": "2026-11-21T12:00:00.000Z"}
    opened(protection=protection, now=until).check_bet(ANN, "EUR", 1)


def test_a_refusal_leaves_no_trace() -> None:
    protections = opened(limit(LimitKind.WAGER, Period.DAY, 100))

    with pytest.raises(LimitReached):
        protections.check_bet(ANN, "EUR", 101)

    assert protections.touched() == []
    protections.check_bet(ANN, "EUR", 100)


def test_counters_stay_at_the_end_of_64_bits() -> None:
    protections = opened(protection=None, counted_at=NOON, wagered=[5, 5, 5, UNITS_MAX - 1])

    protections.count_bet(ANN, "EUR", 10)
    protections.count_bet(ANN, "EUR", 10)

    assert counters(protections)[0] == [25, 25, 25, UNITS_MAX]
