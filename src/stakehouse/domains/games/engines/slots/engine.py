"""The slots engine: one paid spin and the free spins it wins, all in one round.

Stops are drawn reel by reel, left to right; the free spins' stops follow in the same stream.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import final

from stakehouse.domains.games.engines.slots.aurora import AURORA
from stakehouse.domains.games.engines.slots.machine import (
    Machine,
    Spin,
    configure,
    described,
    spin,
)
from stakehouse.domains.games.engines.slots.returns import Returns, returns
from stakehouse.domains.games.errors import InvalidChoices, InvalidConfiguration
from stakehouse.domains.games.ports import SingleStep
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.fields import Fields
from stakehouse.domains.games.rules.multiples import multiple_text, pay
from stakehouse.domains.games.types import Play, Scheme


@final
class SlotsEngine(SingleStep):
    """Five reels, three rows."""

    code = "slots"
    title = "Slots"

    def configure(self, raw: Mapping[str, object]) -> Machine:
        """Reads a whole machine; nothing at all means the one we ship."""
        return configure(raw or AURORA)

    def public_config(self, config: Machine) -> dict[str, object]:
        """The whole machine: nothing about it is secret."""
        shown = {"engine": self.code, **described(config)}
        return shown | {"max_win_multiplier": multiple_text(config.max_win_multiplier)}

    def choose(self, config: Machine, raw: Mapping[str, object], stake: int, scale: int) -> None:
        """There is nothing to choose."""
        del config, stake, scale
        Fields.of(raw, (), InvalidChoices)

    def play(self, config: Machine, choices: None, stake: int, draws: Draws) -> Play:
        """Spins, spins what was won free, and pays the sum up to the largest win."""
        del choices
        paid, free = _spin_round(config, draws)
        lines = len(config.lines)
        units = paid.units + sum(each.units for each in free)
        units = min(units, config.max_win_multiplier * lines)
        return Play(
            outcome={**_shown(config, paid), "free_spins": [_shown(config, each) for each in free]},
            payout=pay(stake, units, lines),
            multiplier=multiple_text(units, lines),
        )

    def rtp(self, config: Machine, scheme: Scheme) -> dict[str, Fraction]:
        """The return of a spin; ``_figures`` refuses where the largest win would lower it."""
        del scheme
        return {"spin": _figures(config).rtp}

    def hit_rate(self, config: Machine, scheme: Scheme) -> dict[str, Fraction]:
        """The chance that a round pays anything."""
        del scheme
        return {"spin": _figures(config).hit_rate}

    def max_multiplier(self, config: Machine) -> Fraction:
        """The best paid spin followed by as many of the best free spins as can be."""
        return _figures(config).max_multiplier

    def max_multiplier_chance(self, config: Machine, scheme: Scheme) -> Fraction:
        """The chance of just that."""
        del scheme
        return _figures(config).max_multiplier_chance

    def outcome_for(self, config: Machine, draws: Draws, parameters: Mapping[str, object]) -> object:
        """The stops of the paid spin and of each free spin."""
        Fields.of(parameters, (), InvalidChoices)
        paid, free = _spin_round(config, draws)
        return {"stops": list(paid.stops), "free_spins": [list(each.stops) for each in free]}


def _spin_round(machine: Machine, draws: Draws) -> tuple[Spin, list[Spin]]:
    """The paid spin and the free spins; free spins win more of them, up to the round's most."""
    paid = spin(machine, draws, 1)
    won = min(machine.free_spins[paid.scatters], machine.free_spins_max)
    free: list[Spin] = []
    while len(free) < won:
        free.append(spin(machine, draws, machine.free_spin_multiplier))
        won = min(won + machine.free_spins[free[-1].scatters], machine.free_spins_max)
    return paid, free


def _shown(machine: Machine, each: Spin) -> dict[str, object]:
    lines = len(machine.lines)
    return {
        "stops": list(each.stops),
        "scatters": each.scatters,
        "wins": [
            {
                "line": win.line,
                "symbol": machine.symbols[win.symbol],
                "count": win.count,
                "multiplier": multiple_text(win.units, lines),
            }
            for win in each.wins
        ],
        "multiplier": multiple_text(each.units, lines),
    }


def _figures(machine: Machine) -> Returns:
    figures = returns(machine)
    if figures.max_multiplier > machine.max_win_multiplier:
        top = multiple_text(figures.max_multiplier.numerator, figures.max_multiplier.denominator)
        raise InvalidConfiguration(
            f"This machine can win {top} times the stake; a smaller largest win would keep back "
            "part of the stated return.",
            field="max_win_multiplier",
        )
    return figures
