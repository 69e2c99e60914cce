"""What play announces."""

from typing import ClassVar
from uuid import UUID

from stakehouse.kernel.fact import Fact


class RoundOpened(Fact, frozen=True, kw_only=True):
    """A multi-step round was opened with its stake; amounts in the smallest unit."""

    domain: ClassVar[str] = "play"
    name: ClassVar[str] = "round.opened"

    round_id: UUID
    member_id: UUID
    game: str
    currency: str
    stake: int

    def key(self) -> str:
        """In order per member."""
        return str(self.member_id)


class RoundSettled(Fact, frozen=True, kw_only=True):
    """A round ended; amounts in the smallest unit, the multiplier as shown."""

    domain: ClassVar[str] = "play"
    name: ClassVar[str] = "round.settled"

    round_id: UUID
    member_id: UUID
    game: str
    currency: str
    stake: int
    payout: int
    multiplier: str

    def key(self) -> str:
        """In order per member."""
        return str(self.member_id)


class JackpotWon(Fact, frozen=True, kw_only=True):
    """A bet won a pool."""

    domain: ClassVar[str] = "play"
    name: ClassVar[str] = "jackpot.won"

    jackpot_id: UUID
    round_id: UUID
    member_id: UUID
    currency: str
    amount: int

    def key(self) -> str:
        """In order per member."""
        return str(self.member_id)


class _LargeRound(Fact, frozen=True, kw_only=True):
    """What a round tells whose stake or win the tenant takes for large; amounts in the smallest unit."""

    domain: ClassVar[str] = "play"

    round_id: UUID
    member_id: UUID
    game: str
    currency: str
    stake: int
    payout: int

    def key(self) -> str:
        """In order per member."""
        return str(self.member_id)


class LargeWin(_LargeRound, frozen=True, kw_only=True):
    """A round won at least what the tenant takes for a large win."""

    name: ClassVar[str] = "round.large_win"


class LargeWager(_LargeRound, frozen=True, kw_only=True):
    """A round was staked with at least what the tenant takes for a large wager."""

    name: ClassVar[str] = "round.large_wager"
