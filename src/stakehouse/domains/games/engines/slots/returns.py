"""Exact returns of a machine: every window counted, free spins by their own recursion.

A spin's stops are independent, so all windows are counted reel by reel: windows that leave the
same lines alive, with the same pay and scatters so far, are counted together. That takes a
fraction of a second where walking every window of five reels would take minutes, and is as exact.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import Final

from stakehouse.domains.games.engines.slots.machine import REELS, Machine

_DEAD: Final = -1

_Alive = tuple[int, ...]
"""The symbol of each line that still wins, or dead."""


@dataclass(frozen=True, slots=True)
class Returns:
    """The exact figures of a machine; pays are multiples of the stake.

    Attributes:
        rtp_lines: expected pay of the lines of the paid spin.
        rtp_scatters: expected pay of the scatters of the paid spin.
        rtp_free_spins: expected pay of all free spins.
        free_spins: expected number of free spins a round.
        trigger: chance that the paid spin wins free spins.
        hit_rate: chance that the round pays anything.
        max_multiplier: the largest pay that can happen.
        max_multiplier_chance: the chance of exactly that pay.
    """

    rtp_lines: Fraction
    rtp_scatters: Fraction
    rtp_free_spins: Fraction
    free_spins: Fraction
    trigger: Fraction
    hit_rate: Fraction
    max_multiplier: Fraction
    max_multiplier_chance: Fraction

    @property
    def rtp(self) -> Fraction:
        """The expected pay of a round."""
        return self.rtp_lines + self.rtp_scatters + self.rtp_free_spins


def windows_by_pay(machine: Machine) -> dict[tuple[int, int], int]:
    """How many windows give each pair of line pay (in line bets) and count of scatters."""
    states: Mapping[_Alive, Mapping[tuple[int, int], int]] = {(_DEAD,) * len(machine.lines): {(0, 0): 1}}
    for reel in range(REELS):
        shown = _weighed_columns(machine, reel)
        grown: defaultdict[_Alive, defaultdict[tuple[int, int], int]] = defaultdict(lambda: defaultdict(int))
        for alive, pairs in states.items():
            for (won, more, left), weight in _outcomes(machine, reel, alive, shown).items():
                into = grown[left]
                for (units, scatters), ways in pairs.items():
                    into[units + won, scatters + more] += ways * weight
        states = grown
    counted: defaultdict[tuple[int, int], int] = defaultdict(int)
    for alive, pairs in states.items():
        full = sum(machine.pays[symbol][REELS] for symbol in alive if symbol != _DEAD)
        for (units, scatters), ways in pairs.items():
            counted[units + full, scatters] += ways
    return dict(counted)


@lru_cache(maxsize=64)
def returns(machine: Machine) -> Returns:
    """The exact figures of a machine; of two that are alike they are reckoned once.

    The largest win must not cut anything off, or the sums below would not hold; the engine
    refuses to state returns where it would.
    """
    lines = len(machine.lines)
    counted = windows_by_pay(machine)
    total = prod(len(strip) for strip in machine.strips)
    chance = {pair: Fraction(ways, total) for pair, ways in counted.items()}
    from_lines = sum((Fraction(units, lines) * p for (units, _), p in chance.items()), Fraction())
    from_scatters = sum(
        (machine.scatter_pays[scatters] * p for (_, scatters), p in chance.items()), Fraction()
    )
    rounds = _Rounds(machine, chance)
    free_spins = rounds.expected_spins() - 1
    top, top_chance = rounds.top()
    return Returns(
        rtp_lines=from_lines,
        rtp_scatters=from_scatters,
        # A free spin's pay does not depend on whether it is played, so the mean is a product.
        rtp_free_spins=free_spins * machine.free_spin_multiplier * (from_lines + from_scatters),
        free_spins=free_spins,
        trigger=sum((p for (_, scatters), p in chance.items() if machine.free_spins[scatters]), Fraction()),
        hit_rate=1 - rounds.nothing(),
        max_multiplier=Fraction(top, lines),
        max_multiplier_chance=top_chance,
    )


class _Rounds:
    """Recursions over the free spins of a round: how many are left, how many were won so far."""

    def __init__(self, machine: Machine, chance: Mapping[tuple[int, int], Fraction]) -> None:
        """Sums the spin's distribution up by count of scatters."""
        self._machine = machine
        self._by_count: defaultdict[int, Fraction] = defaultdict(Fraction)
        self._nothing: defaultdict[int, Fraction] = defaultdict(Fraction)
        best: dict[int, int] = {}
        best_chance: dict[int, Fraction] = {}
        for (units, scatters), p in chance.items():
            paid = units + machine.scatter_pays[scatters] * len(machine.lines)
            self._by_count[scatters] += p
            if paid == 0:
                self._nothing[scatters] += p
            if paid >= best.get(scatters, 0):
                best[scatters], best_chance[scatters] = paid, p
        self._best = best
        self._best_chance = best_chance
        self._spins: dict[tuple[int, int], Fraction] = {}
        self._empty: dict[tuple[int, int], Fraction] = {}
        self._tops: dict[tuple[int, int], tuple[int, Fraction]] = {}

    def expected_spins(self) -> Fraction:
        """The mean number of spins of a round, the paid one included."""
        return self._expected(1, 0)

    def nothing(self) -> Fraction:
        """The chance that no spin of the round pays."""
        return self._pays_nothing(1, 0)

    def top(self) -> tuple[int, Fraction]:
        """The largest pay of a round in line bets, and its chance."""
        return self._top(1, 0, 1)

    def _next(self, left: int, won: int, scatters: int) -> tuple[int, int]:
        """Spins left and won after a spin that showed so many scatters."""
        more = min(self._machine.free_spins[scatters], self._machine.free_spins_max - won)
        return left - 1 + more, won + more

    def _expected(self, left: int, won: int) -> Fraction:
        if left == 0:
            return Fraction(0)
        if (left, won) not in self._spins:
            later = (
                p * self._expected(*self._next(left, won, scatters)) for scatters, p in self._by_count.items()
            )
            self._spins[left, won] = sum(later, Fraction(1))
        return self._spins[left, won]

    def _pays_nothing(self, left: int, won: int) -> Fraction:
        if left == 0:
            return Fraction(1)
        if (left, won) not in self._empty:
            later = (
                p * self._pays_nothing(*self._next(left, won, scatters))
                for scatters, p in self._nothing.items()
            )
            later = (
                p * self._pays_nothing(*self._next(left, won, scatters))
                for scatters, p in self._nothing.items()
            )
            self._empty[left, won] = sum(later, Fraction())
        return self._empty[left, won]

    def _top(self, left: int, won: int, multiplier: int) -> tuple[int, Fraction]:
        if left == 0:
            return 0, Fraction(1)
        if (left, won) not in self._tops:
            top, top_chance = 0, Fraction(0)
            for scatters, best in self._best.items():
                after = self._next(left, won, scatters)
                later, later_chance = self._top(*after, self._machine.free_spin_multiplier)
                paid, p = best * multiplier + later, self._best_chance[scatters] * later_chance
                if paid > top:
                    top, top_chance = paid, p
                elif paid == top:
                    top_chance += p
            self._tops[left, won] = top, top_chance
        return self._tops[left, won]


def _weighed_columns(machine: Machine, reel: int) -> dict[tuple[tuple[int, ...], int], int]:
    """The different columns a reel can show, with their scatters and number of stops."""
    weights: defaultdict[tuple[tuple[int, ...], int], int] = defaultdict(int)
    for column, scatters in zip(machine.columns[reel], machine.scatters[reel], strict=True):
        weights[column, scatters] += 1
    return weights


def _outcomes(
    machine: Machine, reel: int, alive: _Alive, shown: Mapping[tuple[tuple[int, ...], int], int]
) -> dict[tuple[int, int, _Alive], int]:
    """What the columns of a reel make of the same lines: pay, scatters, who goes on, and how often."""
    found: defaultdict[tuple[int, int, _Alive], int] = defaultdict(int)
    for (column, scatters), weight in shown.items():
        won, left = _grow(machine, reel, alive, column)
        found[won, scatters, left] += weight
    return found


def _grow(machine: Machine, reel: int, alive: _Alive, column: tuple[int, ...]) -> tuple[int, _Alive]:
    """What lines that end here pay, and the symbols of those that go on."""
    if reel == 0:
        return 0, tuple(column[line[0]] for line in machine.lines)
    won, left = 0, list(alive)
    for number, symbol in enumerate(alive):
        if symbol == _DEAD:
            continue
        if column[machine.lines[number][reel]] not in (symbol, machine.wild):
            won += machine.pays[symbol][reel]
            left[number] = _DEAD
    return won, tuple(left)
