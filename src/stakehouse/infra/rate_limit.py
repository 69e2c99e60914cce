"""Rate limits by the generic cell rate algorithm: in the database for all, in memory for one process.

One value a key decides, the theoretical arrival time: when the budget will be whole again. A limit
that must hold across processes (sign-in, withdrawals) is counted in the database, whose clock
decides, so processes with different clocks share one budget. Such an act runs on a connection of
its own and is kept whatever becomes of the request that caused it: a refused sign-in counts. The
table is unlogged: a crash of the database forgets the limits, and nothing else.

The general limit of the API is counted in memory by each process: it protects the process, and the
fast way must not pay a round trip for it.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from ipaddress import IPv6Network, ip_address
from math import ceil
from typing import Protocol
from uuid import UUID

import asyncpg
import structlog

from stakehouse.infra.database import DATABASE_FAULTS
from stakehouse.kernel.errors import Kind, Refusal
from stakehouse.kernel.ids import TenantId

MICROSECOND = timedelta(microseconds=1)
STORE_TIMEOUT_S = 2.0
IPV4 = 4

_log = structlog.get_logger(__name__)


class TooManyRequests(Refusal):
    """More of these than the house allows in that time."""

    kind = Kind.TOO_MANY


class LimitUnavailable(Refusal):
    """The limit cannot be checked just now, and the act is too sensitive to go without it."""

    kind = Kind.UNAVAILABLE


@dataclass(frozen=True)
class Rate:
    """So many acts in so much time.

    Attributes:
        burst: acts that may come at once.
        period: time after which the whole burst is available again.
        goes_on_without_store: whether a limit in memory takes over while the store is gone; if
            not, the act is refused then.
    """

    burst: int
    period: timedelta
    goes_on_without_store: bool = False

    @property
    def interval(self) -> timedelta:
        """The time one act takes to be regained."""
        return self.period / self.burst

    @cached_property
    def microseconds(self) -> tuple[int, int]:
        """The interval and the whole budget, for whoever counts every bet."""
        interval = self.interval // MICROSECOND
        return interval, interval * self.burst


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the limiter says of one act.

    Attributes:
        allowed: whether the act is within the limit; if not, it was not counted.
        limit: acts that may come at once.
        remaining: acts that would be allowed right now.
        reset: time until the whole budget is back.
        retry_after: time until this act would be allowed; zero if it is.
    """

    allowed: bool
    limit: int
    remaining: int
    reset: timedelta
    retry_after: timedelta

    def demand(self) -> None:
        """Refuses if the act is beyond the limit.

        Raises:
            TooManyRequests: says to the second when it would be allowed.
        """
        if not self.allowed:
            seconds = max(1, ceil(self.retry_after.total_seconds()))
            raise TooManyRequests(
                f"Too many attempts; try again in {spoken(seconds)}.", retry_after_s=seconds
            )

    def headers(self) -> list[tuple[str, str]]:
        """The budget for the client, as the headers of the IETF draft on rate limits name it."""
        return [
            ("ratelimit-limit", str(self.limit)),
            ("ratelimit-remaining", str(self.remaining)),
            ("ratelimit-reset", str(ceil(self.reset.total_seconds()))),
        ]


class Limiter(Protocol):
    """Counts acts under keys for all processes; Redis can stand behind it as well."""

    async def count(self, key: str, rate: Rate, *, cost: int = 1) -> Verdict:
        """Counts an act, if it is within the limit, and says how things stand.

        Args:
            key: what is limited, with the tenant in front ("sign_in:<tenant>:<address>").
            rate: how much is allowed.
            cost: how many acts this one counts for.

        Raises:
            LimitUnavailable: the store is gone and the rate does not allow to go on without.
        """
        ...

    async def take(self, key: str, rate: Rate, *, cost: int = 1) -> None:
        """Counts an act as :meth:`count` does and refuses beyond the limit.

        Raises:
            TooManyRequests: not now; says to the second when.
            LimitUnavailable: the store is gone and the rate does not allow to go on without.
        """
        ...

    async def forget(self, key: str) -> None:
        """Gives back the whole budget of a key."""
        ...


def decide(rate: Rate, *, cost: int, lead: timedelta) -> tuple[bool, timedelta]:
    """The generic cell rate algorithm, with the cost added before the comparison.

    The shorter form often printed compares first; it lets burst + 1 through and ignores the cost
    of the act at hand.

    Args:
        rate: how much is allowed.
        cost: how many acts this one counts for.
        lead: how far the theoretical arrival lies ahead of now; zero or less for a whole budget.

    Returns:
        Whether the act is allowed, and the lead after it; unchanged if it is not.
    """
    asked = max(lead, timedelta()) + rate.interval * cost
    if asked <= rate.interval * rate.burst:
        return True, asked
    return False, lead


def verdict_of(rate: Rate, *, cost: int, allowed: bool, lead: timedelta) -> Verdict:
    """The verdict on an act after which the theoretical arrival lies ``lead`` ahead of now."""
    lead = max(lead, timedelta())
    whole = rate.interval * rate.burst
    wait = timedelta() if allowed else lead + rate.interval * cost - whole
    return Verdict(allowed, rate.burst, max(0, (whole - lead) // rate.interval), lead, wait)


class LocalLimiter:
    """Counts in the memory of this process; never waits."""

    def __init__(
        self, *, size_max: int = 100_000, nanoseconds: Callable[[], int] = time.monotonic_ns
    ) -> None:
        """Starts with whole budgets.

        Args:
            size_max: keys kept at most; then the ones whose budget is whole are forgotten, and if
                there are none, the oldest.
            nanoseconds: a clock that only goes forward.
        """
        self._size_max = size_max
        self._nanoseconds = nanoseconds
        self._arrivals: dict[str, int] = {}

    def count(self, key: str, rate: Rate, *, cost: int = 1) -> Verdict:
        """Counts an act, if it is within the limit, and says how things stand."""
        now = self._nanoseconds() // 1000
        lead = (self._arrivals.get(key, now) - now) * MICROSECOND
        allowed, lead = decide(rate, cost=cost, lead=lead)
        if allowed:
            if key not in self._arrivals and len(self._arrivals) >= self._size_max:
                self._make_room(now)
            self._arrivals[key] = now + lead // MICROSECOND
        return verdict_of(rate, cost=cost, allowed=allowed, lead=lead)

    def take(self, key: str, rate: Rate) -> None:
        """Counts one act as :meth:`count` does, in a fraction of its time, and refuses beyond the limit.

        Raises:
            TooManyRequests: not now; says to the second when.
        """
        interval, whole = rate.microseconds
        now = self._nanoseconds() // 1000
        arrival = self._arrivals.get(key)
        if arrival is None or arrival - now + interval > whole:
            # The first act of a key may need room, and the last one needs words.
            self.count(key, rate).demand()
        else:
            self._arrivals[key] = (max(now, arrival)) + interval

    def forget(self, key: str) -> None:
        """Gives back the whole budget of a key."""
        self._arrivals.pop(key, None)

    def _make_room(self, now: int) -> None:
        self._arrivals = {key: at for key, at in self._arrivals.items() if at > now}
        while len(self._arrivals) >= self._size_max:
            del self._arrivals[next(iter(self._arrivals))]


# RETURNING sees only the new row, so the row carries the answer: whether this act was allowed, and
# the moment it was asked at. All of it is decided under the lock of the row.
_COUNT = """
INSERT INTO rate_limits AS kept (key, arrival, asked_at, allowed)
VALUES ($1, CASE WHEN $2::interval <= $3 THEN now() + $2 ELSE now() END, now(), $2 <= $3)
ON CONFLICT (key) DO UPDATE SET
    arrival = CASE WHEN greatest(kept.arrival, now()) + $2 - now() <= $3
              THEN greatest(kept.arrival, now()) + $2 ELSE kept.arrival END,
    asked_at = now(),
    allowed = greatest(kept.arrival, now()) + $2 - now() <= $3
RETURNING allowed, arrival - asked_at AS lead
"""
_FORGET = "DELETE FROM rate_limits WHERE key = $1"


class RateLimiter:
    """The limiter in the database; see :class:`Limiter`."""

    def __init__(self, pool: asyncpg.Pool, local: LocalLimiter | None = None) -> None:
        """Counts in the database behind this pool, and in ``local`` while it is gone."""
        self._pool = pool
        self._local = local or LocalLimiter()

    async def count(self, key: str, rate: Rate, *, cost: int = 1) -> Verdict:
        """Counts an act; see :meth:`Limiter.count`.

        The key is hashed before it is stored, so that no address of a person lies about.

        Raises:
            LimitUnavailable: the store is gone and the rate does not allow to go on without.
        """
        name = _name(key)
        asked, whole = rate.interval * cost, rate.interval * rate.burst
        try:
            row = await self._pool.fetchrow(_COUNT, name, asked, whole, timeout=STORE_TIMEOUT_S)
        except DATABASE_FAULTS as error:
            _log.warning("rate_limit.store_gone", error=type(error).__name__)
            if not rate.goes_on_without_store:
                raise LimitUnavailable(
                    "This cannot be checked just now; try again in a moment.", retry_after_s=2
                ) from error
            return self._local.count(name, rate, cost=cost)
        assert row is not None, "an upsert returns its row"
        return verdict_of(rate, cost=cost, allowed=row["allowed"], lead=row["lead"])

    async def take(self, key: str, rate: Rate, *, cost: int = 1) -> None:
        """Counts an act and refuses beyond the limit; see :meth:`Limiter.take`."""
        (await self.count(key, rate, cost=cost)).demand()

    async def forget(self, key: str) -> None:
        """Gives back the whole budget of a key."""
        await self._pool.execute(_FORGET, _name(key), timeout=STORE_TIMEOUT_S)


class Limits:
    """The general limits of the API, in memory: per address and per member.

    A tenant may have other rates than the house: ``rates`` is asked each time and must not wait.
    """

    def __init__(
        self,
        *,
        address: Rate,
        member: Rate,
        rates: Callable[[TenantId, str], Rate | None] = lambda _tenant, _name: None,
        local: LocalLimiter | None = None,
    ) -> None:
        """Keeps the rates.

        Args:
            address: requests of one client address, whatever the tenant.
            member: requests of one member or member of staff.
            rates: the tenant's own rate of a name ("member"), or ``None`` for the house's.
            local: where to count.
        """
        self._address = address
        self._member = member
        self._rates = rates
        self._local = local or LocalLimiter()

    def of_address(self, address: str) -> Verdict:
        """Counts a request of a client address; a network of IPv6 counts as one address."""
        return self._local.count(f"a:{network_of(address)}", self._address)

    def of_member(self, tenant_id: TenantId, person: UUID) -> Verdict:
        """Counts a request of a person who is signed in."""
        rate = self._rates(tenant_id, "member") or self._member
        return self._local.count(f"m:{tenant_id}:{person}", rate)

    def take_of_member(self, tenant_id: TenantId, person: UUID) -> None:
        """The same for the fast way, which shows no budget.

        Raises:
            TooManyRequests: not now; says to the second when.
        """
        rate = self._rates(tenant_id, "member") or self._member
        self._local.take(f"m:{tenant_id}:{person}", rate)


def network_of(address: str) -> str:
    """What one subscriber usually has: the address of IPv4, the first 64 bits of IPv6."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return address if parsed.version == IPV4 else str(IPv6Network((int(parsed), 64), strict=False))


def spoken(seconds: int) -> str:
    """A waiting time in words."""
    if seconds < 90:  # noqa: PLR2004 - from a minute and a half on, people count in minutes
        return f"{seconds} second" + ("" if seconds == 1 else "s")
    return f"{ceil(seconds / 60)} minutes"


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
