"""The frozen values that engines, rules and their callers exchange."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, NamedTuple

from pydantic import Field

from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId, RoundId, SessionId


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


class RecordedSession(NamedTuple):
    """A session from which a round may have been played, with its place."""

    id: SessionId
    address: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRecord:
    """A round as a regulator recalls it (GLI-19 2.8.2); amounts are decimal strings of its currency.

    Attributes:
        cycle_id: the round's own id.
        player_id: whose it is.
        player: the name in the house.
        session_id: the player's session that it was played in; ``None`` if it is older than that was kept.
        sessions: that one with its place; without it, all of the player that were open when it began.
        started_at: when the stake was taken.
        settled_at: when it came to rest.
        status: ``open``, ``settled`` or ``void``.
        theme: the game.
        engine: what computed it.
        paytable: the game and the version of its rules that were played.
        paytable_hash: SHA-256 of these rules, while the catalogue still holds them.
        currency: in which it was played.
        denomination: the least amount of it.
        funds_at_start: what the player's wallet held before the stake.
        funds_at_end: what it held after the last payment.
        wagered: all that was staked.
        wagered_incentive: as much of it as was no own money.
        won: all that was paid, jackpots included.
        won_jackpot: as much of it as came out of pools.
        jackpot_contributions: what went into pools.
        purchases: paid for anything else than a wager; our games sell nothing.
        fees: rake and fees; our games take none.
        is_jackpot_won: whether a pool fell.
        jackpot_wins: which, and how much.
        choices: the player's at the start, as JSON.
        steps: the phases in between: act, choices, outcome, time.
        display: the final outcome, as JSON.
        advice: given to the player; our games give none.
    """

    cycle_id: RoundId
    player_id: MemberId
    player: str
    session_id: SessionId | None
    sessions: Sequence[RecordedSession]
    started_at: str
    settled_at: str | None
    status: str
    theme: str
    engine: str
    paytable: str
    paytable_hash: str | None
    currency: str
    denomination: str
    funds_at_start: str
    funds_at_end: str
    wagered: str
    wagered_incentive: str
    won: str
    won_jackpot: str
    jackpot_contributions: str
    purchases: str
    fees: str
    is_jackpot_won: bool
    jackpot_wins: Sequence[str]
    choices: bytes
    steps: Sequence[Mapping[str, object]]
    display: bytes
    advice: str | None = None
