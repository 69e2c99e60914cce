"""Signals between processes: PostgreSQL's NOTIFY, with a look at the store every half second.

A signal says "look again" and carries nothing. Whoever listens is called when a signal comes, when
the connection had to be made anew (signals may have been missed), and, for those who ask for it,
on every beat: what matters (ended sessions) reaches each process within a second even when not a
single signal gets through.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress

import asyncpg
import structlog

from stakehouse.infra.database import DATABASE_FAULTS, driver_url

BEAT_S = 0.5
CONNECT_TIMEOUT_S = 3.0
STATEMENT_TIMEOUT_S = 3.0

Look = Callable[[asyncpg.Connection], Awaitable[None]]
"""Looks at the store through the connection of the signals."""

_log = structlog.get_logger(__name__)


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
        self._on_beat: dict[str, Look] = {}
        self._wake = asyncio.Event()
        self._one_look = asyncio.Lock()
        self._connection: asyncpg.Connection | None = None
        self._task: asyncio.Task[None] | None = None
        self._looked_at = float("-inf")

    def on(self, channel: str, act: Callable[[], None]) -> None:
        """Calls ``act`` when a signal comes or may have been missed."""
        self._on_signal.setdefault(channel, []).append(act)

    def on_beat(self, channel: str, look: Look) -> None:
        """Looks at the store when a signal comes, and on every beat besides."""
        self._on_signal.setdefault(channel, []).append(self._wake.set)
        self._on_beat[channel] = look

    def silence_s(self) -> float:
        """Seconds since the store was last looked at with success."""
        return time.monotonic() - self._looked_at

    async def start(self) -> None:
        """Starts to listen; returns after the first look, or when the database does not answer."""
        await self._attend()
        self._task = asyncio.create_task(self._listen(), name="signals")

    async def stop(self) -> None:
        """Stops listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self._drop()

    async def heard(self, channels: Collection[str]) -> None:
        """Acts at once on what this very process signalled and committed.

        Whoever changed something then sees it changed by the next request: surely in this process,
        in the others when the signal arrives there.
        """
        for channel in channels:
            for act in self._on_signal.get(channel, ()):
                act()
        if not self._on_beat.keys().isdisjoint(channels):
            await self._attend()

    async def _listen(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), BEAT_S)
            await self._attend()

    async def _attend(self) -> None:
        """Looks at the store once, over a new connection if the old one is gone."""
        async with self._one_look:
            # Cleared before the look: a signal that comes meanwhile causes another one.
            self._wake.clear()
            try:
                connection = self._connection or await self._connect()
                for look in self._on_beat.values():
                    await look(connection)
                if not self._on_beat:
                    await connection.execute("SELECT 1")
            except DATABASE_FAULTS as error:
                _log.warning("signals.lost", error=type(error).__name__)
                self._drop()
            else:
                self._looked_at = time.monotonic()

    async def _connect(self) -> asyncpg.Connection:
        connection: asyncpg.Connection = await asyncpg.connect(
            self._url,
            timeout=CONNECT_TIMEOUT_S,
            command_timeout=STATEMENT_TIMEOUT_S,
            server_settings={"application_name": self._name, "timezone": "UTC"},
        )
        self._connection = connection
        for channel in self._on_signal:
            await connection.add_listener(channel, self._heard)
        # While there was no connection, any signal may have been missed.
        for acts in self._on_signal.values():
            for act in acts:
                act()
        return connection

    def _heard(self, _connection: object, _process: int, channel: str, _payload: object) -> None:
        for act in self._on_signal[channel]:
            act()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None
