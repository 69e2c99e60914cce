"""Members at hand: what the last group left of each member who bet lately.

A member who bets every few seconds need not be read anew each time: what the last group committed is
what the next one would read, unless somebody else changed it meanwhile. That is found out by the
database when the next group commits (the versions of the wallets, the nonce of the seeds), and the
group is then read and decided anew. Nothing is ever refused on what is only remembered.

An entry is taken out by the group that uses it and put back when that group has committed, so what
is here is always as some commit left it.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from stakehouse.domains.compliance import PlayRow
from stakehouse.domains.jackpots import EntryRow
from stakehouse.domains.ledger import AccountState
from stakehouse.infra.cache import TimedCache
from stakehouse.kernel.ids import MemberId, TenantId

LIFETIME_S = 20.0
"""Who has not bet for so long is read again: the longer ago, the likelier somebody changed something."""

MEMBERS_MAX = 10_000
KEYS_MAX = 8_192
"""Keys in each of the two sets; the older one is dropped whole when the newer one is full."""

Key = tuple[UUID, str]
"""An idempotency key and whose it is."""


class Left(NamedTuple):
    """What a group left of a member in the one currency that the member plays in."""

    currency: str
    accounts: Sequence[AccountState]
    protections: PlayRow
    entries: Sequence[EntryRow]
    parts: Sequence[object]


class AtHand:
    """The memory of one process; who bet longest ago makes room."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Starts empty.

        Args:
            seconds: a clock that only goes forward.
        """
        self._members = TimedCache[tuple[TenantId, MemberId], Left](
            lifetime_s=LIFETIME_S, size_max=MEMBERS_MAX, seconds=seconds
        )
        self._keys: set[Key] = set()
        self._older_keys: set[Key] = set()

    def take(self, tenant_id: TenantId, member_id: MemberId, currency: str | None) -> Left | None:
        """What is remembered of a member in a currency; it is gone until a group has put it back."""
        left = self._members.take((tenant_id, member_id))
        return left if left is not None and left.currency == currency else None

    def put(self, tenant_id: TenantId, member_id: MemberId, left: Left) -> None:
        """Remembers what a group left of a member."""
        self._members.keep((tenant_id, member_id), left, self._members.turn)

    def knows(self, key: Key) -> bool:
        """Whether a key was used lately: its answer is read rather than run into."""
        return key in self._keys or key in self._older_keys

    def note(self, key: Key) -> None:
        """Remembers that a key was used."""
        self._keys.add(key)
        if len(self._keys) >= KEYS_MAX:
            self._older_keys, self._keys = self._keys, set()

    def forget(self) -> None:
        """Forgets everybody: the database may not be the one that it was."""
        self._members.forget()
        self._keys = set()
        self._older_keys = set()
