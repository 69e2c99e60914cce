"""Members at hand: what the last group left of each member who bet lately.

A member who bets every few seconds need not be read anew each time: what the last group committed is
what the next one would read, unless somebody else changed it meanwhile. That is found out by the
database when the next group commits (the versions of the wallets, the nonce of the seeds), and the
group is then read and decided anew. Nothing is ever refused on what is only remembered.

An entry is taken out by the group that uses it and put back when that group has committed, so what
is here is always as some commit left it.
"""

import math
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
        self._keys = TimedCache[Key, bool](lifetime_s=math.inf, size_max=KEYS_MAX, seconds=seconds)

    def take(self, tenant_id: TenantId, member_id: MemberId, currency: str | None) -> Left | None:
        """What is remembered of a member in a currency; it is gone until a group has put it back."""
        left = self._members.take((tenant_id, member_id))
        return left if left is not None and left.currency == currency else None

    def put(self, tenant_id: TenantId, member_id: MemberId, left: Left) -> None:
        """Remembers what a group left of a member."""
        self._members.keep((tenant_id, member_id), left, self._members.turn)

    def knows(self, key: Key) -> bool:
        """Whether a key was used lately: its answer is read rather than run into."""
        return self._keys.get(key) is not None

    def note(self, key: Key) -> None:
        """Remembers that a key was used."""
        self._keys.keep(key, True, self._keys.turn)

    def forget(self) -> None:
        """Forgets everybody: the database may not be the one that it was."""
        self._members.forget()
        self._keys.forget()
