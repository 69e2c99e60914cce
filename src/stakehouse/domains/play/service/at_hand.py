"""Members at hand: what the last group left of each member who bet lately.

A member who bets every few seconds need not be read anew each time: what the last group committed is
what the next one would read, unless somebody else changed it meanwhile. That is found out by the
database when the next group commits (the versions of the wallets, the nonce of the seeds), and the
group is then read and decided anew. Nothing is ever refused on what is only remembered.

An entry is taken out by the group that uses it and put back when that group has committed, so what
is here is always as some commit left it.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from stakehouse.domains.compliance import PlayRow
from stakehouse.domains.jackpots import EntryRow
from stakehouse.domains.ledger import AccountState
from stakehouse.kernel.ids import MemberId, TenantId

LIFETIME_S = 20.0
"""Who has not bet for so long is read again: the longer ago, the likelier somebody changed something."""

MEMBERS_MAX = 10_000
KEYS_MAX = 20_000

Key = tuple[UUID, str]
"""An idempotency key and whose it is."""


class Left(NamedTuple):
    """What a group left of a member in the one currency that the member plays in."""

    currency: str
    accounts: Sequence[AccountState]
    protections: PlayRow
    entries: Sequence[EntryRow]
    parts: Sequence[object]
    until_s: float


class AtHand:
    """The memory of one process."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Starts empty.

        Args:
            seconds: a clock that only goes forward.
        """
        self._seconds = seconds
        self._left: OrderedDict[tuple[TenantId, MemberId], Left] = OrderedDict()
        self._keys: OrderedDict[Key, None] = OrderedDict()

    def take(self, tenant_id: TenantId, member_id: MemberId, currency: str) -> Left | None:
        """What is remembered of a member; it is gone from here until a group has put it back."""
        left = self._left.pop((tenant_id, member_id), None)
        if left is None or left.currency != currency or left.until_s < self._seconds():
            return None
        return left

    def knows(self, key: Key) -> bool:
        """Whether a key was used lately: its answer is read rather than run into."""
        return key in self._keys

    def put(
        self,
        tenant_id: TenantId,
        member_id: MemberId,
        currency: str,
        *,
        accounts: Sequence[AccountState],
        protections: PlayRow,
        entries: Sequence[EntryRow],
        parts: Sequence[object],
    ) -> None:
        """Remembers what a group left of a member; whoever bet longest ago makes room."""
        until_s = self._seconds() + LIFETIME_S
        self._left[tenant_id, member_id] = Left(currency, accounts, protections, entries, parts, until_s)
        if len(self._left) > MEMBERS_MAX:
            self._left.popitem(last=False)

    def note(self, key: Key) -> None:
        """Remembers that a key was used."""
        self._keys[key] = None
        if len(self._keys) > KEYS_MAX:
            self._keys.popitem(last=False)

    def forget(self) -> None:
        """Forgets everybody: the database may not be the one that it was."""
        self._left.clear()
        self._keys.clear()
