"""Dice: a roll over or under a target of the player's own.

A bet of n winning rolls pays (100 % - edge) / (n in percent). pf1 rolls 0.00 to 100.00, as published:
under T wins below T, over T wins above it. pf2 rolls 0.00 to 99.99: under T wins below T, over T
wins at T and above, so that either side of a target always wins and the return is exact.
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
    dice_hundredths,
    dice_sides,
    in_terms_of,
)
from stakehouse.domains.games.types import Play, Scheme

_VERSION: Final = 1
_ROLLS: Final = 10_000
_CHANCE_MAX: Final = 9_800
_MAX_WIN: Final = 9_900
_DIRECTIONS: Final = ("over", "under")


@dataclass(frozen=True, slots=True)
class DiceConfig:
    """How the house offers dice.

    Attributes:
        version: of the maths.
        edge_bp: the house edge in hundredths of a percent.
        max_win_multiplier: the largest multiple of the stake on offer; bounds the targets.
    """

    version: int
    edge_bp: int
    max_win_multiplier: int

    @property
    def full_bp(self) -> int:
        """What a certain win would pay, in hundredths of a percent of the stake."""
        return 10_000 - self.edge_bp

    @property
    def chance_min(self) -> int:
        """Fewest winning rolls that may be bet on, by the largest win."""
        return -(-self.full_bp // self.max_win_multiplier)

    @property
    def chance_max(self) -> int:
        """Most winning rolls that may be bet on; a win is always at least 1.01 times the stake."""
        return min(_CHANCE_MAX, self.full_bp * 100 // 101)


@dataclass(frozen=True, slots=True)
class DiceChoices:
    """A direction and the target in hundredths."""

    is_over: bool
    target: int

    @property
    def chance(self) -> int:
        """How many of 10,000 rolls win."""
        return _ROLLS - self.target if self.is_over else self.target


@final
class DiceEngine(SingleStep):
    """Dice over or under."""

    code = "dice"
    title = "Dice"

    def configure(self, raw: Mapping[str, object]) -> DiceConfig:
        """Reads version, edge and largest win."""
        known = ("version", "edge_bp", "max_win_multiplier")
        fields = Fields.of(raw, known, InvalidConfiguration)
        return DiceConfig(
            version=fields.integer("version", _VERSION, _VERSION, default=_VERSION),
            edge_bp=fields.integer("edge_bp", 0, 2_000, default=EDGE_BP),
            max_win_multiplier=fields.integer("max_win_multiplier", 2, _ROLLS, default=_MAX_WIN),
        )

    def public_config(self, config: DiceConfig) -> dict[str, object]:
        """The edge and the targets that may be chosen."""
        return {
            "engine": self.code,
            "version": config.version,
            "edge_bp": config.edge_bp,
            "max_win_multiplier": multiple_text(config.max_win_multiplier),
            "targets": {
                "over": [
                    hundredths_text(_ROLLS - config.chance_max),
                    hundredths_text(_ROLLS - config.chance_min),
                ],
                "under": [hundredths_text(config.chance_min), hundredths_text(config.chance_max)],
            },
        }

    def choose(self, config: DiceConfig, raw: Mapping[str, object], stake: int, scale: int) -> DiceChoices:
        """Reads ``{direction, target}``."""
        del stake, scale
        fields = Fields.of(raw, ("direction", "target"), InvalidChoices)
        is_over = fields.option("direction", _DIRECTIONS) == "over"
        low, high = config.chance_min, config.chance_max
        if is_over:
            low, high = _ROLLS - high, _ROLLS - low
        return DiceChoices(is_over=is_over, target=fields.hundredths("target", low, high))

    def play(self, config: DiceConfig, choices: DiceChoices, stake: int, draws: Draws) -> Play:
        """Rolls once and pays or does not."""
        roll = dice_hundredths(draws)
        is_won = _wins(draws.scheme, choices, roll)
        return Play(
            outcome={
                "roll": hundredths_text(roll),
                "direction": "over" if choices.is_over else "under",
                "target": hundredths_text(choices.target),
                "is_won": is_won,
            },
            payout=pay(stake, config.full_bp, choices.chance) if is_won else 0,
            multiplier=multiple_text(config.full_bp, choices.chance) if is_won else "0.00",
        )

    def rtp(self, config: DiceConfig, scheme: Scheme) -> dict[str, Fraction]:
        """The same at every target: the edge, and in pf1 also the 10,001st roll."""
        share = Fraction(config.full_bp, dice_sides(scheme))
        return dict.fromkeys(_DIRECTIONS, share)

    def hit_rate(self, config: DiceConfig, scheme: Scheme) -> dict[str, Fraction]:
        """The chance at the target that pays twice the stake, or the nearest to it."""
        return dict.fromkeys(_DIRECTIONS, Fraction(config.full_bp // 2, dice_sides(scheme)))

    def max_multiplier(self, config: DiceConfig) -> Fraction:
        """What the smallest chance on offer pays."""
        return Fraction(config.full_bp, config.chance_min)

    def max_multiplier_chance(self, config: DiceConfig, scheme: Scheme) -> Fraction:
        """The smallest chance on offer."""
        return Fraction(config.chance_min, dice_sides(scheme))

    def outcome_for(self, config: DiceConfig, draws: Draws, parameters: Mapping[str, object]) -> object:
        """The roll: 74.67 in pf1, 2315 in pf2."""
        del config
        Fields.of(parameters, (), InvalidChoices)
        return in_terms_of(draws.scheme, dice_hundredths(draws))


def _wins(scheme: Scheme, choices: DiceChoices, roll: int) -> bool:
    """Whether the roll wins; the schemes differ in what over means for the target itself."""
    if not choices.is_over:
        return roll < choices.target
    return roll > choices.target if scheme is Scheme.PF1 else roll >= choices.target
