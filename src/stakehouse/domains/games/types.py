"""The frozen values that engines, rules and their callers exchange."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from pydantic import Field

from stakehouse.domains.tenancy import Settings


class Scheme(StrEnum):
    """How seeds and nonce become outcomes; stored with every round."""

    PF1 = "pf1"
    """The scheme players' own tools know: 32-bit fractions, one stream for all games."""
    PF2 = "pf2"
    """Ours: 64-bit words without bias, separated by game."""


@dataclass(frozen=True, slots=True)
class Play:
    """What one act of play (the bet, or a later step) led to.

    Attributes:
        outcome: JSON-ready and safe to show at once; holds nothing the player must not know yet.
        payout: units of the currency to pay, rounded down once; 0 while the round is open.
        multiplier: the payout as a multiple of the stake, a decimal string of two to eight
            decimals rounded down; while the round is open, what cashing out now would pay.
        is_open: whether the round waits for a further step.
        state: JSON-ready, for the server to hand back at the next step; absent once settled.
        actions: the names of the actions possible now.
    """

    outcome: Mapping[str, object]
    payout: int
    multiplier: str
    is_open: bool = False
    state: Mapping[str, object] | None = None
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """The exact figures of one configuration of a game, as its page and the regulator see them.

    Attributes:
        engine: the engine's code.
        scheme: the fairness scheme the figures hold for.
        rtp: the return of each way of betting, as a share of the stake.
        hit_rate: the chance that each way of betting pays anything.
        max_multiplier: the largest multiple of its stake one round can pay, a decimal string.
        max_multiplier_chance: the chance of it for the player who aims at it.
        paytable_hash: SHA-256 of the public configuration.
    """

    engine: str
    scheme: Scheme
    rtp: Mapping[str, Fraction]
    hit_rate: Mapping[str, Fraction]
    max_multiplier: str
    max_multiplier_chance: Fraction
    paytable_hash: str


class GameSettings(Settings):
    """What the tenant allows of games, and how long it keeps an open round waiting."""

    category: ClassVar[str] = "games"
    title: ClassVar[str] = "Games"

    return_min_bp: int = Field(
        default=8_500,
        ge=5_000,
        le=9_990,
        title="Lowest return of a game that may go live, in hundredths of a percent",
    )
    return_max_bp: int = Field(
        default=9_950,
        ge=5_000,
        le=9_990,
        title="Highest return of a game that may go live, in hundredths of a percent",
    )
    abandon_after_hours: int = Field(
        default=24, ge=1, le=24 * 90, title="Hours after which an open round is settled by its game's rule"
    )
    rotate_after_hours: int = Field(
        default=24, ge=1, le=24, title="Hours after which a server seed in use is revealed and replaced"
    )
    rotate_after_rounds: int = Field(
        default=10_000, ge=100, le=10_000, title="Rounds after which a server seed is revealed and replaced"
    )

    @property
    def low(self) -> Fraction:
        """The lowest return allowed, as a share of the stake."""
        return Fraction(self.return_min_bp, 10_000)

    @property
    def high(self) -> Fraction:
        """The highest return allowed, as a share of the stake."""
        return Fraction(self.return_max_bp, 10_000)
