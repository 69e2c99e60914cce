"""Signals between processes: PostgreSQL's NOTIFY, with a look at the store every half second.

A signal says "look again" and carries nothing. Whoever listens is called when a signal comes, when
the connection had to be made anew (signals may have been missed), and, for those who ask for it,
on every beat: what matters (ended sessions) reaches each process within a second even when not a
single signal gets through.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

import asyncpg
import structlog
from sqlalchemy import text

from stakehouse.infra.database import driver_url
from stakehouse.infra.tx import Tx

BEAT_S = 0.5
CONNECT_TIMEOUT_S = 3.0
STATEMENT_TIMEOUT_S = 3.0

Look = Callable[[asyncpg.Connection], Awaitable[None]]
"""Looks at the store through the connection of the signals."""

_log = structlog.get_logger(__name__)

_NOTIFY = text("SELECT pg_notify(:channel, '')")


async def signal(tx: Tx, channel: str) -> None:
    """Signals every process that listens to a channel, when this transaction commits."""
    await tx.conn.execute(_NOTIFY, {"channel": channel})


class Signals:
    """The ear of a process."""

    def __init__(self, url: str, *, name: str = "stakehouse-signals") -> None:
        """Listens later, see :meth:`start`.

        Args:
            url: the database, as the application's role.
            name: shown in ``pg_stat_activity``.
        """
        self._url = driver_url(url)
        self._name = name
        self._on_signal: dict[str, list[Callable[[], None]]] = {}
        self._on_beat: list[Look] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._looked_at = float("-inf")

    def on(self, channel: str, act: Callable[[], None]) -> None:
        """Calls ``act`` when a signal comes or may have been missed."""
        self._on_signal.setdefault(channel, []).append(act)

    def on_beat(self, channel: str, look: Look) -> None:
        """Looks at the store when a signal comes, and on every beat besides."""
        self._on_signal.setdefault(channel, []).append(self._wake.set)
        self._on_beat.append(look)

    def silence_s(self) -> float:
        """Seconds since the store was last looked at with success."""
        return time.monotonic() - self._looked_at

    async def start(self) -> None:
        """Starts to listen; returns after the first look, or at once if the database is away."""
        connection = None
        with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
            connection = await self._connect()
            await self._look(connection)
        self._task = asyncio.create_task(self._listen(connection), name="signals")

    async def stop(self) -> None:
        """Stops listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _listen(self, connection: asyncpg.Connection | None) -> None:
        try:
            while True:
                try:
                    connection = connection or await self._connect()
                    await self._look(connection)
                except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as error:
                    _log.warning("signals.lost", error=type(error).__name__)
                    _drop(connection)
                    connection = None
                self._wake.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), BEAT_S)
        finally:
            _drop(connection)

    async def _connect(self) -> asyncpg.Connection:
        connection: asyncpg.Connection = await asyncpg.connect(
            self._url,
            timeout=CONNECT_TIMEOUT_S,
            command_timeout=STATEMENT_TIMEOUT_S,
            server_settings={"application_name": self._name, "timezone": "UTC"},
        )
        try:
            for channel in self._on_signal:
                await connection.add_listener(channel, self._heard)
        except BaseException:
            connection.terminate()
            raise
        for acts in self._on_signal.values():
            for act in acts:
                act()
        return connection

    def _heard(self, _connection: object, _process: int, channel: str, _payload: object) -> None:
        for act in self._on_signal[channel]:
            act()

    async def _look(self, connection: asyncpg.Connection) -> None:
        for look in self._on_beat:
            await look(connection)
        if not self._on_beat:
            await connection.execute("SELECT 1")
        self._looked_at = time.monotonic()


def _drop(connection: asyncpg.Connection | None) -> None:
    if connection is not None:
        connection.terminate()
