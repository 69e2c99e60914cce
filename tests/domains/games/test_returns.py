"""Exact returns: every figure a fraction, every way of betting in the band."""

import json
from collections import Counter
from fractions import Fraction
from itertools import product
from math import comb, prod
from pathlib import Path
from typing import Any

import pytest

from stakehouse.domains.games import (
    ENGINES,
    Engine,
    InvalidConfiguration,
    ReturnOutOfBand,
    Scheme,
    certify,
    check_band,
    engine_named,
    paytable_hash,
)
from stakehouse.domains.games.engines.limbo import LimboConfig, _pf1_steps, _share
from stakehouse.domains.games.engines.roulette import KINDS, _places
from stakehouse.domains.games.engines.slots.aurora import AURORA
from stakehouse.domains.games.engines.slots.machine import Machine, configure
from stakehouse.domains.games.engines.slots.returns import returns, windows_by_pay
from stakehouse.domains.games.rules.published import limbo_pf1_hundredths
from tests.domains.games.scripted import Scripted

TABLES = json.loads((Path(__file__).parent / "vectors" / "payout-tables.json").read_text())
KENO_MEDIUM_9 = TABLES["keno"]["medium"]["9"]
LOW, HIGH = Fraction(85, 100), Fraction(995, 1000)


@pytest.mark.requirement("39")
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: str(engine.code))
def test_every_shipped_game_is_inside_the_band(engine: Engine[Any, Any], scheme: Scheme) -> None:
    check_band(certify(engine.code, {}, scheme).rtp, LOW, HIGH)


def test_dice_returns_99_percent_at_every_target_and_pf1_loses_one_roll() -> None:
    for scheme, share in ((Scheme.PF1, Fraction(9900, 10_001)), (Scheme.PF2, Fraction(99, 100))):
        certificate = certify("dice", {}, scheme)
        assert certificate.rtp == {"over": share, "under": share}
    assert certify("dice", {}, Scheme.PF2).max_multiplier == "9900.00"


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("direction", ["over", "under"])
@pytest.mark.parametrize("chance", [1, 2, 4950, 9800])
def test_dice_pays_what_it_states_when_every_roll_is_walked(
    scheme: Scheme, direction: str, chance: int
) -> None:
    dice = engine_named("dice")
    config = dice.configure({})
    target = chance if direction == "under" else 10_000 - chance
    raw = {"direction": direction, "target": f"{target // 100}.{target % 100:02d}"}
    choices = dice.choose(config, raw, 100, 2)
    sides = 10_001 if scheme is Scheme.PF1 else 10_000
    paid = sum(
        dice.play(config, choices, 100, Scripted(scheme, roll)).multiplier != "0.00" for roll in range(sides)
    )
    assert paid == chance
    assert Fraction(paid, sides) * Fraction(9900, chance) == dice.rtp(config, scheme)[direction]


def test_limbo_pf2_returns_99_percent_to_seven_decimals_at_every_target() -> None:
    for share in certify("limbo", {}, Scheme.PF2).rtp.values():
        assert Fraction(99, 100) - Fraction(3, 10**10) < share <= Fraction(99, 100)


def test_limbo_pf1_returns_the_published_figures() -> None:
    rtp = certify("limbo", {}, Scheme.PF1).rtp
    assert round(float(rtp["10.00"]) * 100, 5) == 98.99998
    assert round(float(rtp["1000.00"]) * 100, 4) == 98.9974
    assert round(float(rtp["1000000.00"]) * 100, 3) == 95.367


@pytest.mark.parametrize("highest", [1_000, 20_000])
def test_limbo_pf1_states_the_lowest_return_of_all_its_targets(highest: int) -> None:
    limbo = engine_named("limbo")
    config = limbo.configure({"max_win_multiplier": highest})
    lowest = limbo.rtp(config, Scheme.PF1)["lowest"]
    every = range(101, 100 * highest + 1, 1 if highest == 1_000 else 977)
    assert all(_share(config, Scheme.PF1, target) >= lowest for target in every)


def test_limbo_pf1_counts_steps_as_walking_them_would() -> None:
    config = LimboConfig(version=1, edge_bp=100, max_win_multiplier=1_000_000)
    for target in (20_000_000, 99_999_999, 100_000_000, 600_000_000):
        walked = sum(limbo_pf1_hundredths(step) >= target for step in range(200))
        assert _pf1_steps(config, target) == walked


def test_limbo_pf1_keeps_the_binary64_value_of_published_verifiers() -> None:
    assert limbo_pf1_hundredths(2) == 553_648_127
    assert 2**24 * 99 // 3 == 553_648_128


@pytest.mark.slow
def test_limbo_pf1_differs_from_exact_arithmetic_at_44_steps() -> None:
    exact = 2**24 * 99
    differing = [step for step in range(2**24) if limbo_pf1_hundredths(step) != max(100, exact // (step + 1))]
    assert len(differing) == 44
    assert all(limbo_pf1_hundredths(k) == exact // (k + 1) - 1 for k in differing)


def test_roulette_returns_36_of_37_on_every_kind_of_bet() -> None:
    assert certify("roulette", {}, Scheme.PF2).rtp == dict.fromkeys(KINDS, Fraction(36, 37))


@pytest.mark.parametrize("kind", KINDS)
def test_roulette_pays_so_on_every_place_of_the_cloth(kind: str) -> None:
    roulette = engine_named("roulette")
    config = roulette.configure({})
    for numbers in _places(kind):
        raw = {"bets": [{"kind": kind, "numbers": list(numbers), "stake": "0.36"}]}
        choices = roulette.choose(config, raw, 36, 2)
        paid = sum(
            roulette.play(config, choices, 36, Scripted(Scheme.PF2, number)).payout for number in range(37)
        )
        assert paid == 36 * 36


def test_the_cloth_has_as_many_places_as_a_real_one() -> None:
    places = {kind: len(_places(kind)) for kind in KINDS}
    assert places == {
        "straight": 37, "split": 60, "street": 12, "trio": 2, "corner": 22, "six_line": 11,
        "red": 1, "black": 1, "odd": 1, "even": 1, "low": 1, "high": 1, "basket": 1,
        "column": 3, "dozen": 3,
    }  # fmt: skip


def test_mines_returns_99_percent_wherever_the_player_stops() -> None:
    rtp = certify("mines", {}, Scheme.PF2).rtp
    assert len(rtp) == 24
    assert set(rtp.values()) == {Fraction(99, 100)}


@pytest.mark.parametrize(
    ("mines", "revealed", "multiple"),
    [
        (3, 1, "1.125"), (3, 2, "1.28571428"), (3, 3, "1.47857142"), (3, 5, "1.99736842"),
        (3, 10, "5.0043956"), (3, 22, "2277.00"), (1, 24, "24.75"), (24, 1, "24.75"),
    ],
)  # fmt: skip
def test_mines_pays_the_published_ladder(mines: int, revealed: int, multiple: str) -> None:
    engine = engine_named("mines")
    ladders = engine.public_config(engine.configure({}))["ladders"]
    assert isinstance(ladders, dict)
    assert ladders[str(mines)][revealed - 1] == multiple


def test_aurora_returns_its_exact_fraction() -> None:
    figures = returns(configure(AURORA))
    assert figures.rtp == figures.rtp_lines + figures.rtp_scatters + figures.rtp_free_spins
    assert float(figures.rtp) == pytest.approx(0.9580332, abs=1e-7)
    assert float(figures.hit_rate) == pytest.approx(0.2886084, abs=1e-7)
    assert figures.max_multiplier == Fraction(74193, 10)
    assert 0 < figures.max_multiplier_chance < Fraction(1, 10**8)


def test_slots_returns_agree_with_another_way_of_reckoning() -> None:
    """Symbols of a line are independent between reels: no windows are needed for the mean."""
    machine = configure(AURORA)
    shares = [
        {symbol: Fraction(count, len(strip)) for symbol, count in Counter(strip).items()}
        for strip in machine.strips
    ]
    line = Fraction(0)
    for symbol, pays in enumerate(machine.pays):
        running = shares[0].get(symbol, Fraction(0))
        for reel in range(1, 5):
            going_on = shares[reel].get(symbol, 0) + shares[reel].get(machine.wild, 0)
            line += running * (1 - going_on) * pays[reel]
            running *= going_on
        line += running * pays[5]
    assert returns(machine).rtp_lines == line
    shown = Fraction(3, 32)
    scatter = [
        Fraction(n) * shown**count * (1 - shown) ** (5 - count)
        for count, n in enumerate((1, 5, 10, 10, 5, 1))
    ]
    assert returns(machine).trigger == sum(scatter[3:])
    assert returns(machine).rtp_scatters == sum(
        p * pays for p, pays in zip(scatter, machine.scatter_pays, strict=True)
    )


def test_windows_are_counted_as_walking_them_would() -> None:
    """A small machine, whose every window can be walked."""
    machine = configure(small_machine())
    walked: Counter[tuple[int, int]] = Counter()
    for stops in product(*(range(len(strip)) for strip in machine.strips)):
        walked[line_pay(machine, stops), scatters(machine, stops)] += 1
    assert windows_by_pay(machine) == walked
    assert sum(walked.values()) == prod(len(strip) for strip in machine.strips)


def test_free_spins_are_reckoned_as_walking_them_would() -> None:
    """Few free spins: every course of a round can be followed."""
    machine = configure(small_machine())
    total = prod(len(strip) for strip in machine.strips)
    chance = {pair: Fraction(ways, total) for pair, ways in windows_by_pay(machine).items()}
    lines = len(machine.lines)

    def follow(left: int, won: int, multiplier: int) -> tuple[Fraction, Fraction]:
        if left == 0:
            return Fraction(0), Fraction(1)
        mean, nothing = Fraction(0), Fraction(0)
        for (units, count), p in chance.items():
            more = min(machine.free_spins[count], machine.free_spins_max - won)
            later, later_nothing = follow(left - 1 + more, won + more, 2)
            paid = Fraction(units, lines) + machine.scatter_pays[count]
            mean += p * (multiplier * paid + later)
            nothing += p * later_nothing if paid == 0 else 0
        return mean, nothing

    mean, nothing = follow(1, 0, 1)
    assert returns(machine).rtp == mean
    assert returns(machine).hit_rate == 1 - nothing


def test_a_largest_win_that_would_cut_the_return_is_refused() -> None:
    with pytest.raises(InvalidConfiguration, match=r"can win 7419\.30 times"):
        certify("slots", AURORA | {"max_win_multiplier": 7419}, Scheme.PF2)


@pytest.mark.parametrize(
    ("change", "returned"),
    [
        ({"scatter_pays": {"3": 30, "4": 150, "5": 1000}}, "returns 12"),
        ({"paytable": {"bear": {"5": 1}}, "scatter_pays": {}}, "returns 0.00"),
    ],
)
def test_a_machine_that_pays_too_much_or_never_is_kept_off_the_floor(
    change: dict[str, object], returned: str
) -> None:
    rtp = certify("slots", AURORA | {"max_win_multiplier": 100_000} | change, Scheme.PF2).rtp
    with pytest.raises(ReturnOutOfBand, match=returned):
        check_band(rtp, LOW, HIGH)


def test_a_misprint_in_a_keno_row_is_found_by_its_exact_return() -> None:
    """A public code base paid 500 where 5 belongs: one line of arithmetic finds it."""
    right = [Fraction(str(pay)) for pay in KENO_MEDIUM_9]
    misprinted = [Fraction(500) if pay == 5 else pay for pay in right]
    check_band({"9 picks": keno_return(right)}, LOW, HIGH)
    with pytest.raises(ReturnOutOfBand, match=r"1349\.129"):
        check_band({"9 picks": keno_return(misprinted)}, LOW, HIGH)


def test_an_edge_of_zero_is_outside_the_band() -> None:
    for code in ("dice", "limbo", "mines"):
        with pytest.raises(ReturnOutOfBand):
            check_band(certify(code, {"edge_bp": 0}, Scheme.PF2).rtp, LOW, HIGH)


@pytest.mark.requirement("3", "6")
def test_the_paytable_hash_changes_with_the_paytable_and_with_nothing_else() -> None:
    shipped = certify("dice", {}, Scheme.PF2).paytable_hash
    assert shipped == certify("dice", {"edge_bp": 100}, Scheme.PF1).paytable_hash
    assert shipped != certify("dice", {"edge_bp": 101}, Scheme.PF2).paytable_hash
    assert paytable_hash({"a": 1, "b": 2}) == paytable_hash({"b": 2, "a": 1})


def keno_return(pays: list[Fraction]) -> Fraction:
    """Ten of forty drawn, against as many picks as the row has pays beside that of no hit."""
    picks = len(pays) - 1
    ways = [comb(picks, hits) * comb(40 - picks, 10 - hits) for hits in range(len(pays))]
    return sum((pay * n for pay, n in zip(pays, ways, strict=True)), Fraction()) / comb(40, 10)


def small_machine() -> dict[str, object]:
    strip = ["star", "owl", "fox", "owl", "fox", "pine", "owl", "fox"]
    wild = ["star", "owl", "fox", "wild", "fox", "pine", "owl", "fox"]
    return {
        "name": "Small",
        "strips": [strip, wild, wild, wild, strip],
        "lines": [[1, 1, 1, 1, 1], [0, 1, 2, 1, 0], [2, 2, 1, 2, 2]],
        "paytable": {"owl": {"2": 1, "3": 4, "4": 9, "5": 40}, "pine": {"3": 7, "5": 11}},
        "wild": "wild",
        "scatter": "star",
        "scatter_pays": {"5": 3},
        "free_spins": {"4": 1, "5": 2},
        "free_spins_max": 3,
        "free_spin_multiplier": 2,
        "max_win_multiplier": 1000,
    }


def line_pay(machine: Machine, stops: tuple[int, ...]) -> int:
    """The rule in its plainest form: the longest run from the left, wilds included."""
    paid = 0
    for line in machine.lines:
        names = [machine.columns[reel][stops[reel]][row] for reel, row in enumerate(line)]
        run = next((at for at, name in enumerate(names) if name not in (names[0], machine.wild)), 5)
        paid += machine.pays[names[0]][run]
    return paid


def scatters(machine: Machine, stops: tuple[int, ...]) -> int:
    return sum(machine.columns[reel][stop].count(machine.scatter) for reel, stop in enumerate(stops))
