"""Seeded rounds against the exact figures, and filters that must be caught by them.

A mean is judged by its own spread: an honest engine stays within five standard errors.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from stakehouse.domains.games import Scheme, engine_named, open_draws
from stakehouse.domains.games.engines.limbo import LimboConfig, _share
from tests.domains.games.rounds import server_seed

STAKE = 10_000
ROUNDS = 30_000
MILLION = 1_000_000
ERRORS_MAX = 5

BETS: Mapping[str, dict[str, Any]] = {
    "dice": {"direction": "over", "target": "50.50"},
    "limbo": {"target": "2.00"},
    "roulette": {
        "bets": [
            {"kind": "red", "stake": "50.00"},
            {"kind": "corner", "numbers": [1, 2, 4, 5], "stake": "50.00"},
        ]
    },
    "slots": {},
    "mines": {"mines": 3},
}


def payouts(code: str, scheme: Scheme, count: int) -> Iterator[int]:
    """What ``count`` rounds pay; in mines the player opens five tiles and goes."""
    engine = engine_named(code)
    config = engine.configure({})
    choices = engine.choose(config, BETS[code], STAKE, 2)
    seed = server_seed("simulation", code)
    for nonce in range(count):

        def draws(nonce: int = nonce) -> Any:
            return open_draws(scheme, server_seed=seed, client_seed="player-1", nonce=nonce, game=code)

        play = engine.play(config, choices, STAKE, draws())
        tile = 0
        while play.is_open and play.state is not None:
            action, raw = ("reveal", {"tile": tile}) if tile < 5 else ("cash_out", {})
            play = engine.step(config, play.state, action, raw, stake=STAKE, draws=draws())
            tile += 1
        yield play.payout


def expected(code: str, scheme: Scheme) -> Fraction:
    engine = engine_named(code)
    config = engine.configure({})
    if code == "limbo":
        assert isinstance(config, LimboConfig)
        return _share(config, scheme, 200)
    return next(iter(engine.rtp(config, scheme).values()))


def errors_off(paid: Iterable[int], share: Fraction) -> float:
    """By how many standard errors the mean of the payouts misses the exact return."""
    counts = Counter(paid)
    rounds = sum(counts.values())
    mean = sum(value * n for value, n in counts.items()) / rounds
    variance = sum(n * (value - mean) ** 2 for value, n in counts.items()) / (rounds - 1)
    return abs(mean - float(share * STAKE)) / math.sqrt(variance / rounds)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("code", BETS)
def test_seeded_rounds_return_what_the_fractions_say(code: str, scheme: Scheme) -> None:
    # A round of mines draws its board anew for each of seven acts.
    rounds = ROUNDS // 3 if code == "mines" else ROUNDS
    assert errors_off(payouts(code, scheme, rounds), expected(code, scheme)) < ERRORS_MAX


@pytest.mark.requirement("34")
@pytest.mark.slow
@pytest.mark.parametrize("code", BETS)
def test_a_million_seeded_rounds_return_what_the_fractions_say(code: str) -> None:
    assert errors_off(payouts(code, Scheme.PF2, MILLION), expected(code, Scheme.PF2)) < ERRORS_MAX


def test_aurora_hits_as_often_as_stated() -> None:
    slots = engine_named("slots")
    rate = slots.hit_rate(slots.configure({}), Scheme.PF2)["spin"]
    hits = sum(paid > 0 for paid in payouts("slots", Scheme.PF2, ROUNDS))
    deviation = math.sqrt(float(rate * (1 - rate)) * ROUNDS)
    assert abs(hits - float(rate) * ROUNDS) < ERRORS_MAX * deviation


@pytest.mark.requirement("35")
def test_control_drawing_again_until_the_win_fits_the_bank_is_caught() -> None:
    fair = list(payouts("slots", Scheme.PF2, 2 * ROUNDS))
    filtered = [won if won <= 5 * STAKE else later for won, later in pairwise(fair)]
    assert errors_off(filtered, expected("slots", Scheme.PF2)) > ERRORS_MAX


@pytest.mark.requirement("35")
def test_control_a_near_miss_filter_is_caught() -> None:
    paid = [
        0 if number % 20 == 0 else won for number, won in enumerate(payouts("dice", Scheme.PF2, 2 * ROUNDS))
    ]
    assert errors_off(paid, expected("dice", Scheme.PF2)) > ERRORS_MAX


# Uniformity of the draws themselves: chi-square, with generators that must fail it.

SIDES = 1_009
SAMPLES = 200_000


def excess(draw: Callable[[int], int]) -> float:
    """By how many standard deviations chi-square over 1,009 sides exceeds what chance gives."""
    counts = Counter(draw(number) for number in range(SAMPLES))
    mean = SAMPLES / SIDES
    chi = sum((counts[side] - mean) ** 2 for side in range(SIDES)) / mean
    return (chi - (SIDES - 1)) / math.sqrt(2 * (SIDES - 1))


@pytest.mark.requirement("33", "34")
@pytest.mark.parametrize("scheme", Scheme)
def test_draws_are_uniform(scheme: Scheme) -> None:
    draws = open_draws(scheme, server_seed=server_seed("uniform"), client_seed="c", nonce=0, game="dice")
    assert abs(excess(lambda _: draws.below(SIDES))) < ERRORS_MAX


@pytest.mark.requirement("34")
@pytest.mark.parametrize("scheme", Scheme)
def test_first_draws_of_many_nonces_are_uniform(scheme: Scheme) -> None:
    seed = server_seed("nonces")

    def first(nonce: int) -> int:
        draws = open_draws(scheme, server_seed=seed, client_seed="c", nonce=nonce, game="dice")
        return draws.below(SIDES)

    assert abs(excess(first)) < ERRORS_MAX


def test_control_fractions_of_ten_bits_are_caught() -> None:
    draws = open_draws(Scheme.PF2, server_seed="s", client_seed="c", nonce=0, game="dice")
    assert excess(lambda _: (draws.bits(10) * SIDES) >> 10) > ERRORS_MAX


@pytest.mark.requirement("32")
def test_control_a_linear_congruential_generator_is_caught() -> None:
    """A full period over few states is far too even: chance is never that tidy."""

    def step(number: int) -> int:
        return (number * 16_807 + 11) % 65_536 % SIDES

    assert abs(excess(step)) > ERRORS_MAX
