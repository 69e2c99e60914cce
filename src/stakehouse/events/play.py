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
