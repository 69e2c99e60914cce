"""The words of the jackpots."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple
from uuid import UUID

from stakehouse.kernel.ids import JackpotId, MemberId, RoundId

BASIS_POINTS = 10_000
WORDS = 2**64


class Level(Enum):
    """How rare a pool is."""

    MINI = "mini"
    MINOR = "minor"
    MAJOR = "major"
    GRAND = "grand"


@dataclass(frozen=True, slots=True)
class Jackpot:
    """A progressive pool fed by the house out of opted-in stakes.

    Attributes:
        slug: names the pool in the draw's message, so that anyone can recompute it.
        contribution_bp: the share of the stake that goes to the pool, in basis points.
        seed_amount: units the house puts in after a win.
        stake_per_hit: units staked per win on average; a stake of s wins with s / stake_per_hit.
    """

    id: JackpotId
    slug: str
    name: str
    level: Level
    currency: str
    contribution_bp: int
    seed_amount: int
    stake_per_hit: int


@dataclass(frozen=True, slots=True)
class JackpotView:
    """A pool as the ticker shows it; amounts in units."""

    jackpot: Jackpot
    amount: int
    last_win_amount: int | None
    last_win_at: datetime | None
    last_win_member: MemberId | None


class WinRow(NamedTuple):
    """A win as it will be stored."""

    jackpot_id: JackpotId
    win_id: UUID
    member_id: MemberId
    round_id: RoundId
    amount: int
