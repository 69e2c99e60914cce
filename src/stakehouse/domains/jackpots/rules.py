"""Contribution and hit, decided purely.

A contribution is the pool's share of the stake in whole units; what does not fill a unit is
carried per member, so that over many bets the pool receives exactly its share. A hit is a 64-bit
word of the round's own seeds (message game ``jackpot-<slug>``) below ``2^64 x stake / stake_per_hit``:
the chance grows with the stake and depends on nothing else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from stakehouse.domains.jackpots.types import BASIS_POINTS, WORDS, Jackpot, WinRow
from stakehouse.kernel.ids import JackpotId, MemberId, RoundId, new_id

Word = Callable[[str], int]
"""Answers the first 64-bit word of the round's seeds for a message game."""


def draw_code(jackpot: Jackpot) -> str:
    """The game name in the message of this pool's draw."""
    return f"jackpot-{jackpot.slug}"


def share(stake: int, contribution_bp: int, carry: int) -> tuple[int, int]:
    """Units for the pool, and the carry that remains in ten-thousandths of a unit."""
    return divmod(stake * contribution_bp + carry, BASIS_POINTS)


def hits(stake: int, stake_per_hit: int, word: int) -> bool:
    """Whether a word wins the pool for a stake."""
    return word < min(WORDS, WORDS * stake // stake_per_hit)


@dataclass(slots=True)
class Entry:
    """A member's part in a pool."""

    member_id: MemberId
    jackpot: Jackpot
    carry: int
    contributed: int
    is_touched: bool = False


class EntryRow(NamedTuple):
    """What was read of a member's part in a pool, or was left of it by an earlier group."""

    jackpot: Jackpot
    member_id: MemberId
    carry: int
    contributed: int


class Share(NamedTuple):
    """What one bet does to one pool: a contribution, and perhaps the win."""

    entry: Entry
    units: int
    carry: int
    win: WinRow | None


class PoolWanted(Exception):  # noqa: N818 - tells the group what to read, no fault
    """A pool is about to be won and its balance has not been read under lock."""

    def __init__(self, jackpot: Jackpot) -> None:
        """Names the pool."""
        super().__init__(jackpot.slug)
        self.jackpot = jackpot


@dataclass(slots=True)
class Pools:
    """The jackpots' working state for one group."""

    entries: dict[tuple[UUID, str], list[Entry]]
    balances: dict[JackpotId, int]
    wins: list[WinRow] = field(default_factory=list)
    _added: dict[JackpotId, int] = field(default_factory=dict)

    def shares(
        self, member_id: MemberId, currency: str, stake: int, *, word: Word, round_id: RoundId
    ) -> list[Share]:
        """What a bet contributes to each pool its member opted into, and whether it wins one.

        Raises:
            PoolWanted: it wins a pool whose balance this group has not locked yet.
        """
        found = []
        for entry in self.entries.get((member_id, currency), ()):
            units, carry = share(stake, entry.jackpot.contribution_bp, entry.carry)
            win = None
            if hits(stake, entry.jackpot.stake_per_hit, word(draw_code(entry.jackpot))):
                win = self._win(entry.jackpot, member_id, round_id, units)
            found.append(Share(entry, units, carry, win))
        return found

    def _win(self, jackpot: Jackpot, member_id: MemberId, round_id: RoundId, units: int) -> WinRow:
        if jackpot.id not in self.balances:
            raise PoolWanted(jackpot)
        amount = self.balances[jackpot.id] + self._added.get(jackpot.id, 0) + units
        return WinRow(jackpot.id, new_id(), member_id, round_id, amount)

    def take(self, shares: Iterable[Share]) -> None:
        """Takes the shares of a decided bet into the state."""
        for part in shares:
            part.entry.carry = part.carry
            part.entry.contributed += part.units
            part.entry.is_touched = True
            jackpot = part.entry.jackpot
            self._added[jackpot.id] = self._added.get(jackpot.id, 0) + part.units
            if part.win is not None:
                self.wins.append(part.win)
                self._added[jackpot.id] += jackpot.seed_amount - part.win.amount

    def after(self, member_id: MemberId, currency: str) -> list[EntryRow]:
        """A member's entries as they read after the group is written."""
        return [
            EntryRow(entry.jackpot, member_id, entry.carry, entry.contributed)
            for entry in self.entries.get((member_id, currency), ())
        ]

    def touched(self) -> list[Entry]:
        """The entries to write, in key order."""
        found = [entry for entries in self.entries.values() for entry in entries if entry.is_touched]
        return sorted(found, key=lambda entry: (entry.member_id, entry.jackpot.id))
