"""Session locks: the one process that does a duty, told by a lock that ends with its connection."""

import asyncio

import asyncpg

from stakehouse.infra.database import driver_url

# A dead machine must give its duties up within half a minute.
KEEPALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}


async def connect_for_duty(url: str, name: str) -> asyncpg.Connection:
    """A connection of its own that may hold session locks.

    Args:
        url: the database as the application's role.
        name: shown in ``pg_stat_activity``.
    """
    connection: asyncpg.Connection = await asyncpg.connect(
        driver_url(url),
        timeout=10,
        command_timeout=30,
        server_settings={"application_name": name, "timezone": "UTC", **KEEPALIVE},
    )
    return connection


class Duties:
    """The duties that this process has taken, all held by one connection."""

    def __init__(self, url: str, *, name: str = "stakehouse-duties") -> None:
        """Connects when the first duty is asked for."""
        self._url = url
        self._name = name
        self._turn = asyncio.Lock()
        self._conn: asyncpg.Connection | None = None
        self._held: set[str] = set()

    async def take(self, duty: str) -> bool:
        """Takes a duty unless another process has it; answers whether it is ours now."""
        async with self._turn:
            if self._conn is None or self._conn.is_closed():
                self._held.clear()
                self._conn = await connect_for_duty(self._url, self._name)
            if duty not in self._held and await self._conn.fetchval(
                "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", duty
            ):
                self._held.add(duty)
            return duty in self._held

    def has(self, duty: str) -> bool:
        """Whether the duty is still ours; it is not once the connection is lost."""
        return self._conn is not None and not self._conn.is_closed() and duty in self._held

    async def close(self) -> None:
        """Gives all duties up."""
        if self._conn is not None:
            self._held.clear()
            self._conn.terminate()
