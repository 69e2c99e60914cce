"""The frozen values that engines, rules and their callers exchange."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


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
