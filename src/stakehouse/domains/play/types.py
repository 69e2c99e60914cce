"""The words of play: games of a catalogue, bets, steps, rounds, and what an outcome is."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NamedTuple
from uuid import UUID

import msgspec

from stakehouse.domains.compliance import Protections, RealityBand
from stakehouse.domains.jackpots import Pools
from stakehouse.domains.ledger import Act, Books
from stakehouse.domains.tenancy import PlayKind, Rules
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import GameId, MemberId, OperationId, RoundId, SessionId, TenantId
from stakehouse.kernel.money import Currency


class RoundStatus(Enum):
    """Where a round stands."""

    OPEN = "open"
    SETTLED = "settled"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class StakeLimits:
    """What may be staked and paid in one currency, in units."""

    stake_min: int
    stake_max: int
    payout_max: int


@dataclass(frozen=True, slots=True)
class GameTerms:
    """A game of a tenant's catalogue as a bet needs it.

    Attributes:
        config: the engine's configuration as stored.
        limits: by currency code; a currency that is missing is not offered.
    """

    id: GameId
    slug: str
    title: str
    engine: str
    category: str
    is_open: bool
    config: Mapping[str, object]
    config_version: int
    config_hash: str
    rtp: str
    hit_rate: str
    max_multiplier: str
    position: int
    limits: Mapping[str, StakeLimits]


@dataclass(frozen=True, slots=True)
class PlayTerms:
    """What the law and the tenant say about bets at one kind of game.

    Attributes:
        kind: of game, as the law tells them apart.
        cycle_ms: the shortest time from one bet of a member at this kind to the next.
        autoplay: whether bets may be placed by themselves.
        parallel: whether several games of this kind may be played at once.
        rules: the law, for stake caps by age.
        large_win: by currency code, from which payout a round is told as a large win.
        large_wager: likewise of stakes.
    """

    kind: PlayKind
    cycle_ms: int
    autoplay: bool
    parallel: bool
    rules: Rules
    large_win: Mapping[str, int]
    large_wager: Mapping[str, int]

    @property
    def is_paced(self) -> bool:
        """Whether the law asks anything of the time between bets."""
        return self.cycle_ms > 0 or not self.parallel


class FairnessView(msgspec.Struct, frozen=True):
    """What lets the player verify a round."""

    scheme: str
    server_seed_hash: str
    client_seed: str
    nonce: int
    server_seed: str | None = None


class Outcome(NamedTuple):
    """What computed the outcome answers: an own engine or an outside studio.

    Attributes:
        payout: units won; 0 while the round is open.
        multiplier: of the stake, as shown.
        outcome: what the player sees, as JSON.
        is_open: whether further steps are possible.
        state: what the engine keeps for the next step, as JSON; never shown.
        actions: the steps that are possible now.
        fairness: the commitment it was drawn under.
        pair_id: the seed pair.
        word: the first 64-bit word of the same seeds for another message game (jackpots).
        take: takes effects on upper domains' state into the group once the bet is decided.
    """

    payout: int
    multiplier: str
    outcome: bytes
    is_open: bool
    state: bytes | None
    actions: tuple[str, ...]
    fairness: FairnessView
    pair_id: UUID
    word: Callable[[str], int]
    take: Callable[[], None]


@dataclass(slots=True, eq=False)
class Bet:
    """A bet on its way: what the player asked, and who computes the outcome.

    Attributes:
        act: the operation's head; its subject id becomes the round's id.
        time_zone: the tenant's; its days count for members whom nothing protects.
        reality: how often the house asks members whether to go on; ``None`` for never.
        choices: as sent by the player, JSON, kept with the round.
        terms: what the law and the tenant say about it.
        is_automatic: whether the player's page placed it by itself.
        resolve: computes the outcome from the group's scene (phase 7).
        session_id: of the player's session it was placed in, kept with the round.
    """

    tenant_id: TenantId
    member_id: MemberId
    currency: Currency
    stake: int
    game: GameTerms
    choices: bytes
    act: Act
    is_multi_step: bool
    time_zone: str
    terms: PlayTerms
    is_automatic: bool
    resolve: "Callable[[Scene], Outcome]"
    reality: RealityBand | None = None
    session_id: SessionId | None = None


@dataclass(slots=True, eq=False)
class Step:
    """A further step of an open round; one by the house settles what its player left open."""

    tenant_id: TenantId
    member_id: MemberId
    currency: Currency
    round_id: RoundId
    game: GameTerms
    action: str
    choices: bytes
    act: Act
    time_zone: str
    terms: PlayTerms
    resolve: "Callable[[Scene, RoundRow], Outcome]"
    is_by_house: bool = False


WalletAct = Bet | Step
"""What the wallet engine carries out."""


@dataclass(slots=True)
class RoundRow:
    """A round as the group sees it."""

    round_id: RoundId
    member_id: MemberId
    operation_id: OperationId
    game_id: GameId
    config_version: int
    currency: str
    stake: int
    payout: int
    multiplier: str
    choices: bytes
    outcome: bytes
    status: RoundStatus
    state: bytes | None
    actions: tuple[str, ...]
    pair_id: UUID
    nonce: int
    settled_at: datetime | None
    steps: int = 0
    session_id: SessionId | None = None


class StepRow(NamedTuple):
    """A step as it will be stored."""

    round_id: RoundId
    step: int
    operation_id: OperationId
    action: str
    choices: bytes
    outcome: bytes


class JackpotWinView(msgspec.Struct, frozen=True):
    """A pool won by a round."""

    jackpot: str
    level: str
    amount: str


class StepView(msgspec.Struct, frozen=True):
    """A step of a round as shown."""

    action: str
    choices: msgspec.Raw
    outcome: msgspec.Raw
    at: str


class RoundView(msgspec.Struct, frozen=True):
    """A round as every face shows it."""

    id: str
    game: str
    currency: str
    stake: str
    payout: str
    multiplier: str
    choices: msgspec.Raw
    outcome: msgspec.Raw
    status: str
    fairness: FairnessView
    steps: list[StepView]
    actions: tuple[str, ...]
    jackpot_wins: list[JackpotWinView]
    created_at: str
    settled_at: str | None


class WalletView(msgspec.Struct, frozen=True):
    """The two accounts a bet can touch, after it."""

    main: str
    bonus: str


class BetAnswer(msgspec.Struct, frozen=True):
    """What a bet or a step answers."""

    round: RoundView
    wallet: WalletView


@dataclass(frozen=True, slots=True)
class GameFigures:
    """What was bet and won at a game within some time; amounts in units, jackpots left out."""

    slug: str
    title: str
    bets: int
    wagered: int
    won: int


@dataclass(slots=True)
class Scene:
    """The working state of one group: one part a domain, and what the group has decided.

    Attributes:
        books: the ledger's part.
        protections: compliance's part.
        pools: the jackpots' part.
        open_rounds: rounds that steps of this group ask for, and those that keep a game busy.
        parts: by name, the states of the domains above play (the seeds of the games).
        remembered: members who were not read by this group, but are as an earlier one left them.
        distrusted: those of them whom that would have refused something; they are read next time.
    """

    tenant_id: TenantId
    now: datetime
    books: Books
    protections: Protections
    pools: Pools
    open_rounds: dict[RoundId, RoundRow]
    parts: Mapping[str, object]
    remembered: Collection[MemberId] = ()
    distrusted: set[MemberId] = field(default_factory=set)
    new_rounds: list[RoundRow] = field(default_factory=list)
    changed_rounds: list[RoundRow] = field(default_factory=list)
    steps: list[StepRow] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
