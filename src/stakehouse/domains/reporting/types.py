"""The values of reporting; amounts in the smallest unit of their currency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from stakehouse.domains.compliance import Exclusion, LimitState
from stakehouse.domains.identity import Member, Session
from stakehouse.domains.ledger import Balance
from stakehouse.domains.payments import Queue
from stakehouse.domains.play import GameFigures
from stakehouse.kernel.money import Currency


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A day so far."""

    wagered: int
    won: int
    bets: int
    deposits: int
    withdrawals: int
    active_members: int
    new_members: int


@dataclass(frozen=True, slots=True)
class HourFigures:
    """An hour of play, by the moment of the bet."""

    at: datetime
    games: Sequence[GameFigures]

    @property
    def wagered(self) -> int:
        """Units staked."""
        return sum(game.wagered for game in self.games)

    @property
    def won(self) -> int:
        """Units paid to winners."""
        return sum(game.won for game in self.games)

    @property
    def bets(self) -> int:
        """Rounds begun."""
        return sum(game.bets for game in self.games)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The day at a glance.

    Attributes:
        as_of: the moment of the figures.
        currency: of all amounts.
        today: since midnight in the tenant's zone.
        last_week: the same day a week ago, up to the same time of day.
        withdrawals: those that wait for a decision.
        approvals_waiting: requests that wait for a second person.
        hours: the last 24, the present one last and not over yet.
        top_games: of today, by what was staked.
    """

    as_of: datetime
    currency: Currency
    today: DayFigures
    last_week: DayFigures
    withdrawals: Queue
    approvals_waiting: int
    hours: Sequence[HourFigures]
    top_games: Sequence[GameFigures]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member in a list.

    Attributes:
        member: as identity knows them.
        currency: the member's.
        balance: of the main account in it.
    """

    member: Member
    currency: Currency
    balance: int


@dataclass(frozen=True, slots=True)
class MemberTotals:
    """What went through a member's hands in one currency since joining."""

    currency: str
    deposited: int
    withdrawn: int
    wagered: int
    won: int


@dataclass(frozen=True, slots=True)
class MemberFile:
    """All that the house knows of a member.

    Attributes:
        row: the member as in a list.
        currencies: of the tenant, by code.
        accounts: of the wallet, those never used included.
        limits: all they can have, set or not, and what is used of them.
        exclusion: the one in force.
        sessions: those that have not ended, the one seen last first.
        totals: by currency, that of the member first.
    """

    row: MemberRow
    currencies: Mapping[str, Currency]
    accounts: Sequence[Balance]
    limits: Sequence[LimitState]
    exclusion: Exclusion | None
    sessions: Sequence[Session]
    totals: Sequence[MemberTotals]

    def scale(self, currency: str) -> int:
        """Decimals of one of the tenant's currencies."""
        return self.currencies[currency].scale
