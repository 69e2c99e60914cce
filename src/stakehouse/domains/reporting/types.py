"""The values of reporting; amounts in the smallest unit of one currency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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
