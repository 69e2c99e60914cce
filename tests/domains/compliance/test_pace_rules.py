"""The pace of play: what is written is read, and no run of bets is faster than the law."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains import tenancy
from stakehouse.domains.compliance.errors import ParallelPlay, TooFast
from stakehouse.domains.compliance.rules import pace
from stakehouse.domains.compliance.rules.pace import APART_MS, LastBet, Turn
from stakehouse.domains.compliance.rules.verification import law_demands_kyc

SLOTS = Turn("slots", "aa", 2_500, is_alone=True)
NOW = 1_000_000
UTC_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

last_bets = st.dictionaries(
    st.sampled_from(["slots", "casino"]),
    st.builds(LastBet, st.integers(0, 2**45), st.sampled_from(["aa", "bb", "cc"])),
)


@given(last_bets)
def test_what_is_written_is_read(last: dict[str, LastBet]) -> None:
    assert pace.read([pace.written(last)]) == last


@given(last_bets, last_bets)
def test_of_two_currencies_the_later_bet_counts(one: dict[str, LastBet], other: dict[str, LastBet]) -> None:
    read = pace.read([pace.written(one), pace.written(other)])

    for kind, bet in read.items():
        assert bet.at_ms == max(known[kind].at_ms for known in (one, other) if kind in known)


@given(st.lists(st.integers(0, 3_000), max_size=40))
def test_no_run_of_bets_is_faster_than_the_cycle(pauses: list[int]) -> None:
    last: dict[str, LastBet] = {}
    now, taken = NOW, []
    for pause in pauses:
        now += pause
        try:
            pace.check(last, SLOTS, now)
        except TooFast as refusal:
            wait = refusal.facts["retry_after_ms"]
            assert isinstance(wait, int)
            pace.check(last, SLOTS, now + wait)
            with pytest.raises(TooFast):
                pace.check(last, SLOTS, now + wait - 1)
            continue
        last["slots"] = LastBet(now, "aa")
        taken.append(now)

    assert all(later - earlier >= 2_500 for earlier, later in pairwise(taken))


def test_another_slot_game_waits_and_another_kind_does_not() -> None:
    last = {"slots": LastBet(NOW, "aa")}
    other = SLOTS._replace(game="bb")

    with pytest.raises(ParallelPlay) as refusal:
        pace.check(last, other, NOW + 2_500)
    assert refusal.value.retry_after_s == 8
    pace.check(last, other, NOW + APART_MS)
    pace.check(last, SLOTS, NOW + 2_500)
    pace.check(last, SLOTS._replace(kind="casino", game="bb"), NOW + 1)


def test_a_leap_day_is_counted_from_march_in_other_years() -> None:
    assert pace.age_on(date(2026, 2, 28), date(2004, 2, 29)) == 21
    assert pace.age_on(date(2026, 3, 1), date(2004, 2, 29)) == 22


@pytest.mark.parametrize(
    ("before", "within", "days", "demanded"),
    [
        (False, None, 999, False),
        (True, None, 0, True),
        (False, 72, 2, False),
        (False, 72, 3, True),
    ],
)
def test_deposits_wait_for_the_identity_where_the_law_says_so(
    *, before: bool, within: int | None, days: int, demanded: bool
) -> None:
    [mga] = [law for law in tenancy.shipped_jurisdictions() if law.code == "MGA"]
    rules = mga.rules.model_copy(update={"kyc_before_deposit": before, "kyc_within_hours": within})

    assert law_demands_kyc(rules, joined_at=UTC_NOON - timedelta(days=days), now=UTC_NOON) is demanded
