"""Contribution and hit, purely: to the last unit, and by the stake alone."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.jackpots import Jackpot, Level, Pools, PoolWanted, draw_code, hits
from stakehouse.domains.jackpots.http.shapes import masked, odds_text
from stakehouse.domains.jackpots.rules import Entry, share
from stakehouse.domains.jackpots.types import BASIS_POINTS, WORDS
from stakehouse.kernel.ids import JackpotId, MemberId, RoundId, new_id
from stakehouse.kernel.money import Currency

ANN = MemberId(new_id())
POOL = Jackpot(JackpotId(new_id()), "grand", "Grand", Level.GRAND, "EUR", 100, 1_000, 250_000)
ROUND = RoundId(new_id())


def never(_code: str) -> int:
    return WORDS - 1


def always(_code: str) -> int:
    return 0


def pools(*jackpots: Jackpot, balance: int | None = None) -> Pools:
    entries = [Entry(ANN, jackpot, 0, 0) for jackpot in jackpots]
    known = {} if balance is None else {jackpot.id: balance for jackpot in jackpots}
    return Pools({(ANN, "EUR"): entries}, known)


@pytest.mark.requirement("56")
@given(st.lists(st.integers(1, 10**9), max_size=60), st.integers(1, 1_000))
def test_many_small_shares_are_exactly_one_large_share(stakes: list[int], contribution_bp: int) -> None:
    carry, units = 0, 0
    for stake in stakes:
        part, carry = share(stake, contribution_bp, carry)
        units += part

    assert 0 <= carry < BASIS_POINTS
    assert units * BASIS_POINTS + carry == sum(stakes) * contribution_bp


@pytest.mark.requirement("57")
@given(st.integers(1, 10**12), st.integers(1, 10**12), st.integers(0, WORDS - 1))
def test_the_chance_is_the_stake_over_the_stake_per_hit(stake: int, per_hit: int, word: int) -> None:
    assert hits(stake, per_hit, word) == (word * per_hit < WORDS * stake // per_hit * per_hit)
    assert hits(per_hit, per_hit, word)
    assert not hits(stake, per_hit, word) or hits(stake + 1, per_hit, word)


def test_the_draw_has_a_message_of_its_own() -> None:
    assert draw_code(POOL) == "jackpot-grand"


def test_who_did_not_opt_in_neither_feeds_nor_wins() -> None:
    state = pools(POOL)

    assert state.shares(MemberId(new_id()), "EUR", 100, word=always, round_id=ROUND) == []
    assert state.shares(ANN, "USD", 100, word=always, round_id=ROUND) == []


def test_a_pool_about_to_be_won_is_asked_for_first() -> None:
    with pytest.raises(PoolWanted) as wanted:
        pools(POOL).shares(ANN, "EUR", 100, word=always, round_id=ROUND)

    assert wanted.value.jackpot == POOL


def test_deciding_changes_nothing_until_it_is_taken() -> None:
    state = pools(POOL, balance=5_000)

    first = state.shares(ANN, "EUR", 150, word=never, round_id=ROUND)
    again = state.shares(ANN, "EUR", 150, word=never, round_id=ROUND)

    assert first == again
    assert state.touched() == []
    assert [(part.units, part.carry, part.win) for part in first] == [(1, 5_000, None)]


def test_a_win_is_all_that_is_in_the_pool_and_the_next_finds_the_seed() -> None:
    state = pools(POOL, balance=5_000)
    before = state.shares(ANN, "EUR", 10_000, word=never, round_id=ROUND)
    state.take(before)

    won = state.shares(ANN, "EUR", 10_000, word=always, round_id=ROUND)
    state.take(won)
    again = state.shares(ANN, "EUR", 10_000, word=always, round_id=ROUND)

    assert [part.win.amount for part in won if part.win] == [5_000 + 100 + 100]
    assert [part.win.amount for part in again if part.win] == [1_000 + 100]


def test_a_bet_can_feed_several_pools_at_once() -> None:
    mini = Jackpot(JackpotId(new_id()), "mini", "Mini", Level.MINI, "EUR", 50, 0, 10**9)
    state = pools(POOL, mini)

    parts = state.shares(ANN, "EUR", 20_000, word=never, round_id=ROUND)
    state.take(parts)

    assert [(entry.jackpot.slug, entry.contributed) for entry in state.touched()] == [
        ("grand", 200),
        ("mini", 100),
    ]


@pytest.mark.requirement("41")
def test_odds_are_told_in_a_sentence() -> None:
    assert odds_text(25_000_000, Currency("EUR", 2)) == "one win per 250,000.00 EUR staked on average"
    assert odds_text(5, Currency("BTC", 8)) == "one win per 0.00000005 BTC staked on average"
    assert odds_text(1_500, Currency("IDR", 0)) == "one win per 1,500 IDR staked on average"


def test_a_winner_is_masked() -> None:
    assert masked(MemberId(UUID("01890000-0000-7000-8000-000000000a7f"))) == "a***7f"
