"""Limbo: a multiplier is drawn; the player wins their target if it is reached.

The chance of reaching M is about (100 % - edge) / M. pf2 draws 52 bits and is exact to seven
decimals up to a million; pf1 draws 24 bits, as published, and returns less at very high targets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, final

from stakehouse.domains.games.errors import InvalidChoices, InvalidConfiguration
from stakehouse.domains.games.ports import SingleStep
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.fields import Fields
from stakehouse.domains.games.rules.multiples import hundredths_text, multiple_text, pay
from stakehouse.domains.games.rules.published import (
    EDGE_BP,
    LIMBO_MAX_HUNDREDTHS,
    in_terms_of,
    limbo_hundredths,
    limbo_pf1_hundredths,
)
from stakehouse.domains.games.types import Play, Scheme

_VERSION: Final = 1
_TARGET_MIN: Final = 101
_LADDER: Final = (101, 200, 1_000, 100_000)
_PF1_STEPS: Final = 2**24
_PF1_SEARCH_MAX: Final = 20_000


@dataclass(frozen=True, slots=True)
class LimboConfig:
    """How the house offers limbo.

    Attributes:
        version: of the maths.
        edge_bp: the house edge in hundredths of a percent.
        max_win_multiplier: the largest target on offer, as a multiple of the stake.
    """

    version: int
    edge_bp: int
    max_win_multiplier: int

    @property
    def target_max(self) -> int:
        """The largest target in hundredths."""
        return self.max_win_multiplier * 100


@dataclass(frozen=True, slots=True)
class LimboChoices:
    """The target in hundredths."""

    target: int


@final
class LimboEngine(SingleStep):
    """Limbo."""

    code = "limbo"
    title = "Limbo"

    def configure(self, raw: Mapping[str, object]) -> LimboConfig:
        """Reads version, edge and largest target."""
        known = ("version", "edge_bp", "max_win_multiplier")
        fields = Fields.of(raw, known, InvalidConfiguration)
        highest = LIMBO_MAX_HUNDREDTHS // 100
        return LimboConfig(
            version=fields.integer("version", _VERSION, _VERSION, default=_VERSION),
            edge_bp=fields.integer("edge_bp", 0, 2_000, default=EDGE_BP),
            max_win_multiplier=fields.integer("max_win_multiplier", 2, highest, default=highest),
        )

    def public_config(self, config: LimboConfig) -> dict[str, object]:
        """The edge and the targets that may be chosen."""
        return {
            "engine": self.code,
            "version": config.version,
            "edge_bp": config.edge_bp,
            "max_win_multiplier": multiple_text(config.max_win_multiplier),
            "targets": [hundredths_text(_TARGET_MIN), hundredths_text(config.target_max)],
        }

    def choose(self, config: LimboConfig, raw: Mapping[str, object], stake: int, scale: int) -> LimboChoices:
        """Reads ``{target}``."""
        del stake, scale
        fields = Fields.of(raw, ("target",), InvalidChoices)
        return LimboChoices(fields.hundredths("target", _TARGET_MIN, config.target_max))

    def play(self, config: LimboConfig, choices: LimboChoices, stake: int, draws: Draws) -> Play:
        """Draws the multiplier and pays the target if it was reached."""
        drawn = limbo_hundredths(draws, config.edge_bp)
        is_won = drawn >= choices.target
        return Play(
            outcome={
                "multiplier": hundredths_text(drawn),
                "target": hundredths_text(choices.target),
                "is_won": is_won,
            },
            payout=pay(stake, choices.target, 100) if is_won else 0,
            multiplier=hundredths_text(choices.target if is_won else 0),
        )

    def rtp(self, config: LimboConfig, scheme: Scheme) -> dict[str, Fraction]:
        """The return at a ladder of targets, and the lowest over all targets on offer."""
        shares = {hundredths_text(target): _share(config, scheme, target) for target in _ladder(config)}
        return shares | {"lowest": _lowest_share(config, scheme)}

    def hit_rate(self, config: LimboConfig, scheme: Scheme) -> dict[str, Fraction]:
        """The chance at the same ladder of targets."""
        return {hundredths_text(target): _chance(config, scheme, target) for target in _ladder(config)}

    def max_multiplier(self, config: LimboConfig) -> Fraction:
        """The largest target."""
        return Fraction(config.max_win_multiplier)

    def max_multiplier_chance(self, config: LimboConfig, scheme: Scheme) -> Fraction:
        """The chance of reaching the largest target."""
        return _chance(config, scheme, config.target_max)

    def outcome_for(self, config: LimboConfig, draws: Draws, parameters: Mapping[str, object]) -> object:
        """The multiplier: 160.05 in pf1, 23052 in pf2."""
        Fields.of(parameters, (), InvalidChoices)
        return in_terms_of(draws.scheme, limbo_hundredths(draws, config.edge_bp))


def _ladder(config: LimboConfig) -> tuple[int, ...]:
    below_max = (target for target in _LADDER if target < config.target_max)
    return (*below_max, config.target_max)


def _chance(config: LimboConfig, scheme: Scheme, target: int) -> Fraction:
    """The exact chance that the drawn multiplier is at least the target."""
    if scheme is Scheme.PF1:
        return Fraction(_pf1_steps(config, target), _PF1_STEPS)
    return Fraction(((10_000 - config.edge_bp) << 52) // (100 * target), 2**52)


def _share(config: LimboConfig, scheme: Scheme, target: int) -> Fraction:
    return _chance(config, scheme, target) * Fraction(target, 100)


def _lowest_share(config: LimboConfig, scheme: Scheme) -> Fraction:
    """What no target on offer returns less than.

    The chance is a staircase of N equal draws, so a target of M hundredths loses less than
    M / 100N against the nominal return, and in pf1, where binary64 may cost one more draw, less
    than 2M / 100N. Where the bound is not close (pf1 at very high targets) the exact low is
    sought: it lies just above a step, and beyond twice the first step the bound excludes it.
    """
    nominal = Fraction(10_000 - config.edge_bp, 10_000)
    if scheme is Scheme.PF2:
        return nominal - Fraction(config.target_max, 100 * 2**52)
    first = _pf1_steps(config, config.target_max)
    if first > _PF1_SEARCH_MAX:
        return nominal - Fraction(2 * config.target_max, 100 * _PF1_STEPS)
    above_steps = {limbo_pf1_hundredths(step, config.edge_bp) + 1 for step in range(first, 2 * first + 3)}
    targets = [target for target in above_steps if _TARGET_MIN <= target <= config.target_max]
    return min(_share(config, Scheme.PF1, target) for target in (*targets, config.target_max))


def _pf1_steps(config: LimboConfig, target: int) -> int:
    """How many of the 2^24 steps reach the target; the multiplier never grows with the step."""
    low, high = 0, _PF1_STEPS
    while low < high:
        middle = (low + high) // 2
        if limbo_pf1_hundredths(middle, config.edge_bp) >= target:
            low = middle + 1
        else:
            high = middle
    return low
