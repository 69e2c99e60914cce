"""Rate limits by the generic cell rate algorithm, in one statement of the database.

One value a key, the theoretical arrival time; the store's clock decides, so processes with
different clocks share one budget. The table is unlogged: a crash of the database forgets the
limits, and nothing else. Each act runs on a connection of its own and is kept whatever becomes of
the request that caused it: a refused sign-in counts.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

import asyncpg

from stakehouse.kernel.errors import Kind, Refusal


class TooManyRequests(Refusal):
    """More of these than the house allows in that time."""

    kind = Kind.TOO_MANY


@dataclass(frozen=True, slots=True)
class Rate:
    """So many acts in so much time.

    Attributes:
        burst: acts that may come at once.
        period: time after which the whole burst is available again.
    """

    burst: int
    period: timedelta

    @property
    def interval(self) -> timedelta:
        """The time one act takes to be regained."""
        return self.period / self.burst


_TAKE = """
INSERT INTO rate_limits AS kept (key, arrival) VALUES ($1, now() + $2)
ON CONFLICT (key) DO UPDATE SET arrival = greatest(kept.arrival, now()) + $2
WHERE greatest(kept.arrival, now()) + $2 - now() <= $3
RETURNING true
"""
_WAIT = "SELECT arrival + $2 - now() - $3 FROM rate_limits WHERE key = $1"
_FORGET = "DELETE FROM rate_limits WHERE key = $1"
_PRUNE = "DELETE FROM rate_limits WHERE arrival < now()"


class RateLimiter:
    """Counts acts under keys."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        """Counts in the database behind this pool."""
        self._pool = pool

    async def take(self, key: str, rate: Rate) -> None:
        """Counts one act.

        Args:
            key: what is limited, with the tenant in front ("sign_in:<tenant>:<address>"); hashed
                before it is stored, so that no address of a person lies about.
            rate: how much is allowed.

        Raises:
            TooManyRequests: not now; says to the second when.
        """
        name = _name(key)
        if await self._pool.fetchval(_TAKE, name, rate.interval, rate.period):
            return
        wait: timedelta | None = await self._pool.fetchval(_WAIT, name, rate.interval, rate.period)
        seconds = max(1, ceil(wait.total_seconds())) if wait is not None else 1
        raise TooManyRequests(f"Too many attempts; try again in {spoken(seconds)}.", retry_after_s=seconds)

    async def forget(self, key: str) -> None:
        """Gives back the whole budget of a key."""
        await self._pool.execute(_FORGET, _name(key))

    async def prune(self) -> None:
        """Deletes the keys whose budget is whole again."""
        await self._pool.execute(_PRUNE)


def spoken(seconds: int) -> str:
    """A waiting time in words."""
    if seconds < 90:  # noqa: PLR2004 - from a minute and a half on, people count in minutes
        return f"{seconds} second" + ("" if seconds == 1 else "s")
    return f"{ceil(seconds / 60)} minutes"


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
