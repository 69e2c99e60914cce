"""Plays: outcomes depend on seeds, nonce, configuration and choices, and pay what they say."""

import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakehouse.domains.games import (
    ENGINES,
    Draws,
    Engine,
    InvalidChoices,
    Play,
    Scheme,
    engine_named,
    open_draws,
)
from stakehouse.domains.games.engines.slots.aurora import AURORA
from stakehouse.domains.games.rules.draws import Pf1Draws, Pf2Draws
from stakehouse.domains.games.rules.multiples import multiple_text
from stakehouse.domains.games.rules.published import mine_tiles
from tests.domains.games.rounds import play_to_the_end, server_seed, stake_and_choices, whims
from tests.domains.games.scripted import Scripted

SCHEMES = st.sampled_from(list(Scheme))
MOST = {engine.code: engine.max_multiplier(engine.configure({})) for engine in ENGINES}
NUMBERS = st.integers(min_value=0, max_value=10**6)


def opened(engine: Engine[Any, Any], scheme: Scheme, number: int) -> Callable[[], Draws]:
    return lambda: open_draws(
        scheme,
        server_seed=server_seed("play", number),
        client_seed="player-1",
        nonce=number,
        game=engine.code,
    )


def whole_round(engine: Engine[Any, Any], scheme: Scheme, number: int) -> tuple[int, Play]:
    stake, raw = stake_and_choices(engine.code, whims(engine.code, number))
    config = engine.configure({})
    draws = opened(engine, scheme, number)
    play = engine.play(config, engine.choose(config, raw, stake, 2), stake, draws())
    whim = whims("steps", number)
    return stake, play_to_the_end(engine, config, play, whim=whim, stake=stake, draws=draws)


@pytest.mark.requirement("35")
@given(scheme=SCHEMES, number=NUMBERS)
@settings(max_examples=60, deadline=None)
def test_the_same_seeds_nonce_and_choices_give_the_same_round(scheme: Scheme, number: int) -> None:
    for engine in ENGINES:
        assert whole_round(engine, scheme, number) == whole_round(engine, scheme, number)


@given(scheme=SCHEMES, number=NUMBERS)
@settings(max_examples=60, deadline=None)
def test_a_settled_round_pays_within_its_bounds_and_says_so(scheme: Scheme, number: int) -> None:
    for engine in ENGINES:
        stake, play = whole_round(engine, scheme, number)
        assert 0 <= play.payout <= stake * MOST[engine.code]
        # The multiple shown is cut at eight decimals, the payout at whole units.
        shown = Fraction(play.multiplier) * stake
        assert shown - 1 < play.payout <= shown + Fraction(stake, 10**8)
        assert (play.state, play.actions, play.is_open) == (None, (), False)
        assert json.loads(json.dumps(play.outcome, allow_nan=False)) == play.outcome


def test_pf2_gives_each_game_a_stream_of_its_own_and_pf1_shares_one() -> None:
    seed = server_seed("streams")

    def first_words(scheme: Scheme) -> set[int]:
        return {
            open_draws(scheme, server_seed=seed, client_seed="c", nonce=0, game=engine.code).word()
            for engine in ENGINES
        }

    assert len(first_words(Scheme.PF1)) == 1
    assert len(first_words(Scheme.PF2)) == len(ENGINES)


@pytest.mark.requirement("33")
@given(word=st.integers(0, 2**32 - 1), bound=st.integers(1, 2**20))
def test_pf1_in_integers_is_the_published_fraction_rounded_down(word: int, bound: int) -> None:
    assert (word * bound) >> 32 == int(word / 2**32 * bound)


@pytest.mark.requirement("33")
def test_pf2_takes_out_words_above_the_largest_multiple() -> None:
    draws = Pf2Draws("s", "c", 0, "dice")
    draws._words = [5, 2**64 - 1]  # read from the end
    assert draws.below(10) == 5
    draws._words = [5, 2**64 - 1]
    assert draws.below(2**32) == 2**32 - 1


def test_draws_go_on_over_the_blocks_and_keep_their_seed_to_themselves() -> None:
    seed = server_seed("blocks")
    draws = Pf1Draws(seed, "c", 0)
    words = [draws.word() for _ in range(20)]
    assert len(set(words)) == 20
    assert seed not in repr(draws)


@pytest.mark.parametrize(
    ("scheme", "direction", "roll", "is_won"),
    [
        (Scheme.PF1, "under", 4999, True), (Scheme.PF1, "under", 5000, False),
        (Scheme.PF1, "over", 5000, False), (Scheme.PF1, "over", 5001, True),
        (Scheme.PF2, "under", 4999, True), (Scheme.PF2, "under", 5000, False),
        (Scheme.PF2, "over", 4999, False), (Scheme.PF2, "over", 5000, True),
    ],
)  # fmt: skip
def test_dice_at_its_target(scheme: Scheme, direction: str, roll: int, is_won: bool) -> None:  # noqa: FBT001 - expected
    dice = engine_named("dice")
    config = dice.configure({})
    choices = dice.choose(config, {"direction": direction, "target": "50.00"}, 1001, 2)
    play = dice.play(config, choices, 1001, Scripted(scheme, roll))
    assert play.outcome["is_won"] is is_won
    assert play.payout == (1981 if is_won else 0)  # 1001 × 1.98 = 1981.98, rounded down once


def test_limbo_wins_when_the_target_is_met_exactly() -> None:
    limbo = engine_named("limbo")
    config = limbo.configure({})
    step = (99 << 24) // (100 * 2) - 1  # the last of the 24-bit steps that reach 2.00
    for drawn, payout in ((step, 2000), (step + 1, 0)):
        choices = limbo.choose(config, {"target": "2.00"}, 1000, 2)
        assert limbo.play(config, choices, 1000, Scripted(Scheme.PF1, drawn)).payout == payout


def test_roulette_pays_every_bet_that_holds_the_number() -> None:
    roulette = engine_named("roulette")
    config = roulette.configure({})
    raw = {
        "bets": [
            {"kind": "straight", "numbers": [17], "stake": "1.00"},
            {"kind": "black", "stake": "2.00"},
            {"kind": "dozen", "numbers": [1], "stake": "3.00"},
        ]
    }
    play = roulette.play(config, roulette.choose(config, raw, 600, 2), 600, Scripted(Scheme.PF2, 17))
    assert play.payout == 3600 + 400
    assert play.multiplier == multiple_text(4000, 600) == "6.66666666"
    assert play.outcome["colour"] == "black"
    bets = play.outcome["bets"]
    assert isinstance(bets, list)
    assert [bet["payout"] for bet in bets] == ["36.00", "4.00", "0.00"]


def test_slots_play_their_free_spins_in_the_round_and_retrigger_up_to_the_most() -> None:
    slots = engine_named("slots")
    config = slots.configure({})
    stars = [strip.index(config.scatter) for strip in config.strips]
    blank = [0, 0, 0, 0, 0]
    # Five stars award 25; a second five would make 50, the round's most is 30.
    script = [*stars, *stars, *(blank * 29)]
    play = slots.play(config, None, 1000, Scripted(Scheme.PF2, *script))
    free = play.outcome["free_spins"]
    assert isinstance(free, list)
    assert len(free) == 30
    assert play.outcome["scatters"] == 5
    assert Fraction(free[0]["multiplier"]) == 2 * Fraction(str(play.outcome["multiplier"]))


def test_slots_never_pay_beyond_the_largest_win() -> None:
    slots = engine_named("slots")
    config = slots.configure(AURORA | {"max_win_multiplier": 50})
    stars = [strip.index(config.scatter) for strip in config.strips]
    play = slots.play(config, None, 1000, Scripted(Scheme.PF2, *stars, *([0] * 125)))
    assert (play.payout, play.multiplier) == (50_000, "50.00")


@given(scheme=SCHEMES, number=NUMBERS, mines=st.integers(1, 24), tiles=st.permutations(range(25)))
@settings(max_examples=150, deadline=None)
def test_mines_never_shows_the_board_early_and_pays_its_ladder(
    scheme: Scheme, number: int, mines: int, tiles: list[int]
) -> None:
    engine = engine_named("mines")
    config = engine.configure({})
    draws = opened(engine, scheme, number)
    board = mine_tiles(draws(), mines)
    play = engine.play(config, engine.choose(config, {"mines": mines}, 1000, 2), 1000, draws())
    for count, tile in enumerate(tiles, start=1):
        assert "mine_tiles" not in json.dumps([play.outcome, play.state])
        assert play.payout == 0
        assert play.state is not None
        play = engine.step(config, play.state, "reveal", {"tile": tile}, stake=1000, draws=draws())
        if tile in board:
            assert (play.payout, play.multiplier, play.is_open) == (0, "0.00", False)
            break
        assert play.multiplier == multiple_text(*config.multiple(mines, count))
        if not play.is_open:
            assert count == config.reveals_max(mines)
            break
    assert not play.is_open
    assert play.outcome["mine_tiles"] == board


def mines_state(*revealed: int, mines: int = 3) -> dict[str, object]:
    return {"mines": mines, "revealed": list(revealed)}


@pytest.mark.parametrize(
    ("action", "raw", "field"),
    [
        ("reveal", {"tile": 7}, "tile"),
        ("reveal", {"tile": 25}, "tile"),
        ("reveal", {"tile": -1}, "tile"),
        ("reveal", {"tile": True}, "tile"),
        ("reveal", {"tile": "3"}, "tile"),
        ("reveal", {}, "tile"),
        ("reveal", {"tile": 3, "picks": 22}, "picks"),
        ("cash_out", {"tile": 3}, "tile"),
        ("double", {}, "action"),
        ("", {}, "action"),
    ],
)
def test_a_step_that_mines_does_not_know_is_refused(action: str, raw: dict[str, object], field: str) -> None:
    engine = engine_named("mines")
    draws = opened(engine, Scheme.PF2, 1)()
    with pytest.raises(InvalidChoices) as refused:
        engine.step(engine.configure({}), mines_state(7), action, raw, stake=1000, draws=draws)
    assert refused.value.field == field


def test_cashing_out_before_the_first_tile_is_refused() -> None:
    engine = engine_named("mines")
    with pytest.raises(InvalidChoices, match="Open a tile"):
        engine.step(
            engine.configure({}),
            mines_state(),
            "cash_out",
            {},
            stake=1000,
            draws=opened(engine, Scheme.PF2, 1)(),
        )


def test_an_abandoned_round_of_mines_is_cashed_out_or_returned() -> None:
    engine = engine_named("mines")
    config, draws = engine.configure({}), opened(engine, Scheme.PF2, 1)
    returned = engine.abandon(config, mines_state(), 1000, draws())
    assert (returned.payout, returned.multiplier, returned.is_open) == (1000, "1.00", False)
    paid = engine.abandon(config, mines_state(7, 8), 1000, draws())
    assert (paid.payout, paid.multiplier) == (1285, "1.28571428")


def test_mines_pays_by_itself_before_a_tile_would_pass_the_largest_win() -> None:
    engine = engine_named("mines")
    config = engine.configure({"max_win_multiplier": 25})
    draws = opened(engine, Scheme.PF2, 3)
    board = mine_tiles(draws(), 10)
    safe = [tile for tile in range(25) if tile not in board]
    play = engine.play(config, engine.choose(config, {"mines": 10}, 1000, 2), 1000, draws())
    while play.is_open:
        assert play.state is not None
        raw = {"tile": safe.pop()}
        play = engine.step(config, play.state, "reveal", raw, stake=1000, draws=draws())
    assert play.multiplier == "17.51538461"  # the next tile would pay 35.03
    assert play.payout == 17_515
