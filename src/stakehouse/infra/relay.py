"""The relay: moves the outbox of all tenants to the bus, in order, by exactly one process at a time.

Numbers of a sequence are not committed in order: number 10 may appear after 11 has been read. So a
number counts only once every transaction that could have taken a smaller one has ended. The relay
notes the newest number and, after it, the next transaction id; when all transactions below that id
have ended (``pg_snapshot_xmin``), every row up to that number can be seen or will never exist. Then
rows are published by number, which within a key is the order of the commits, because a number is
taken under the lock of the key's owner. Ordering by transaction id instead would not do: a
transaction may take its id long before it gets that lock.

The position is one row, moved after the broker has acknowledged. A relay that dies in between
publishes again under the same ids, which the broker and the inboxes absorb. A long transaction
anywhere in the cluster holds the relay back; the lag shows it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
import structlog

from stakehouse.infra.advisory import connect_for_duty
from stakehouse.infra.bus import BUS_FAULTS, WHOLE_FROM, Bus, Envelope, Message, encode_envelope
from stakehouse.infra.database import DATABASE_FAULTS
from stakehouse.infra.faults import told
from stakehouse.infra.metrics import DEAD_LETTERS, OUTBOX_LAG_SECONDS, OUTBOX_PUBLISHED

SlugOf = Callable[[UUID], Awaitable[str]]
"""Tells the slug of a tenant; the platform's own id has one as well."""

Watch = Callable[[str], None]
"""Told at each step, so that a test can stop the process exactly there."""

BATCH_MAX = 500
BUSY_PAUSE_S = 0.025
STREAM_PAUSE_S = 0.2
"""When rows come thick and fast: a batch costs the broker and the database nearly the same whatever it
holds, so few large ones leave the machine to those who are waiting for an answer."""
IDLE_PAUSE_S = 0.25
STAND_BY_PAUSE_S = 1.0
FAULT_PAUSE_S = 0.5
LOCK_CLASS = 7_230_002
SIZE_MAX = 1024 * 1024 - 16 * 1024
"""The broker's limit of a message, less room for headers."""

_log = structlog.get_logger(__name__)

_LOCK = "SELECT pg_try_advisory_lock($1, $2)"
_AS_RELAY = "SET LOCAL ROLE stakehouse_relay"
_NEWEST = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM outbox_seq"
# ``xmax`` is only the highest id that has ended, plus one; its age counts on to the next id.
_HORIZON = """
SELECT pg_snapshot_xmin(s)::text::bigint AS oldest,
       pg_snapshot_xmax(s)::text::bigint + age(pg_snapshot_xmax(s)::xid) AS next
FROM pg_current_snapshot() AS s
"""
_READ = """
SELECT seq, id, tenant_id, domain, name, version, key, payload, created_at
FROM outbox WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3
"""
_OLDEST_AGE_S = """
SELECT extract(epoch FROM clock_timestamp() - created_at)::float
FROM outbox WHERE seq > $1 ORDER BY seq LIMIT 1
"""
_POSITION = "SELECT seq, stream FROM relay_positions WHERE lane = $1"
_MOVE = "UPDATE relay_positions SET seq = $2, updated_at = now() WHERE lane = $1 AND seq < $2"
_ADOPT = "UPDATE relay_positions SET stream = $2, seq = $3, updated_at = now() WHERE lane = $1"
_START_OF = """
SELECT coalesce(min(seq) - 1, $2) FROM outbox
WHERE id >= stakehouse_uuid_floor(now() - make_interval(secs => $1)) AND seq <= $2
"""


@dataclass(slots=True)
class _Lead:
    """What the leading relay knows; another one starts from the table.

    Attributes:
        conn: the connection that holds the lock.
        position: the number of the last row known to be on the bus.
        bounds: (newest number, next transaction id) as noted, oldest first.
        complete: up to this number all rows can be seen.
        connections: of the bus, when the stream was last checked.
    """

    conn: asyncpg.Connection
    position: int
    bounds: deque[tuple[int, int]]
    complete: int
    connections: int = 0


class Relay:
    """One relay; start as many as there are workers, one of them leads."""

    def __init__(
        self, url: str, bus: Bus, slug_of: SlugOf, *, lane: int = 0, watch: Watch = lambda _step: None
    ) -> None:
        """Keeps what it needs.

        Args:
            url: the database as the application's role.
            bus: where facts go.
            slug_of: the slugs of tenants.
            lane: which row of ``relay_positions`` it moves.
            watch: told at each step, for tests.
        """
        self._url = url
        self._bus = bus
        self._slug_of = slug_of
        self._lane = lane
        self._watch = watch
        self.is_leading = False
        self.is_well = False
        """Whether it leads, or stands by with a connection that works."""

    async def run(self, stop: asyncio.Event) -> None:
        """Relays until told to stop; survives the loss of the database and of the bus."""
        while not stop.is_set():
            try:
                await self._stand_by_or_lead(stop)
            except DATABASE_FAULTS as error:
                _log.warning("relay.database_lost", error=told(error))
            self.is_leading = self.is_well = False
            await _pause(stop, FAULT_PAUSE_S)

    async def _stand_by_or_lead(self, stop: asyncio.Event) -> None:
        conn = await connect_for_duty(self._url, "stakehouse-relay")
        try:
            while not await conn.fetchval(_LOCK, LOCK_CLASS, self._lane):
                self.is_well = True
                await _pause(stop, STAND_BY_PAUSE_S)
                if stop.is_set():
                    return
            self.is_leading = True
            await self._lead(conn, stop)
        finally:
            conn.terminate()

    async def _lead(self, conn: asyncpg.Connection, stop: asyncio.Event) -> None:
        _log.info("relay.leads", lane=self._lane)
        lead = _Lead(conn, 0, deque(), 0)
        pause = BUSY_PAUSE_S
        while not stop.is_set():
            try:
                await self._check_stream(lead)
                moved, read = await self._move_batch(lead)
                self.is_well = self._bus.is_connected
            except BUS_FAULTS as error:
                _log.warning("relay.bus_lost", error=told(error))
                self.is_well = False
                moved, read = 0, 1
                async with conn.transaction():
                    await conn.execute(_AS_RELAY)
                    await self._measure(lead)
            if moved < read:
                # The broker did not take it all: it may have come back without its stream.
                lead.connections = 0
                await _pause(stop, FAULT_PAUSE_S)
                continue
            if moved < BATCH_MAX:
                if moved >= WHOLE_FROM:
                    pause = STREAM_PAUSE_S
                elif moved or lead.bounds:
                    pause = BUSY_PAUSE_S
                else:
                    pause = min(2 * pause, IDLE_PAUSE_S)
                await _pause(stop, pause)

    async def _check_stream(self, lead: _Lead) -> None:
        """Makes sure, once for each connection, that the stream is the one the position speaks of.

        If the broker lost its data, what it may have held is published again; the inboxes know
        what was handled before.
        """
        if lead.connections == self._bus.connections:
            return
        if not self._bus.is_connected:
            raise ConnectionError("the broker is away")
        connections = self._bus.connections
        mark = await self._bus.ensure_stream()
        row = await lead.conn.fetchrow(_POSITION, self._lane)
        assert row is not None, "the migration made the row of the lane"
        lead.position = row["seq"]
        if row["stream"] != mark:
            if row["stream"] is not None:
                age_max_s = self._bus.stream.age_max.total_seconds()
                async with lead.conn.transaction():
                    await lead.conn.execute(_AS_RELAY)
                    lead.position = await lead.conn.fetchval(_START_OF, age_max_s, lead.position)
                _log.warning("relay.stream_lost", again_from=lead.position)
            await lead.conn.execute(_ADOPT, self._lane, mark, lead.position)
        lead.connections = connections

    async def _move_batch(self, lead: _Lead) -> tuple[int, int]:
        """Publishes what can be published; answers how much, and of how much."""
        rows = await self._read(lead)
        self._watch("looked")
        if not rows:
            return 0, 0
        self._watch("read")
        made = [await self._message(row) for row in rows]
        messages = [message for message in made if message is not None]
        taken = await self._bus.publish(messages) if messages else 0
        self._watch("published")
        # Rows that were left out count as taken when all before them are.
        moved = len(rows) if taken == len(messages) else _index(rows, messages[taken].id)
        if moved:
            lead.position = rows[moved - 1]["seq"]
            async with lead.conn.transaction():
                # A position lost in a crash of the database only repeats what ids absorb.
                await lead.conn.execute("SET LOCAL synchronous_commit = off")
                await lead.conn.execute(_MOVE, self._lane, lead.position)
            OUTBOX_PUBLISHED.inc(moved)
            self._watch("moved")
        return moved, len(rows)

    async def _read(self, lead: _Lead) -> list[Any]:  # Any: records of the driver carry no types
        """The next rows behind the position that are complete, and how old the oldest waiting is."""
        async with lead.conn.transaction():
            await lead.conn.execute(_AS_RELAY)
            newest: int = await lead.conn.fetchval(_NEWEST)
            # In this order: whoever took a number up to the newest has an id below the next one.
            horizon = await lead.conn.fetchrow(_HORIZON)
            assert horizon is not None, "a snapshot always exists"
            if newest > (lead.bounds[-1][0] if lead.bounds else max(lead.complete, lead.position)):
                lead.bounds.append((newest, horizon["next"]))
            while lead.bounds and lead.bounds[0][1] <= horizon["oldest"]:
                lead.complete = lead.bounds.popleft()[0]
            rows: list[Any] = []
            if lead.complete > lead.position:
                rows = await lead.conn.fetch(_READ, lead.position, lead.complete, BATCH_MAX)
                if not rows:
                    # Numbers that were taken and rolled back.
                    lead.position = lead.complete
            await self._measure(lead)
        return rows

    async def _measure(self, lead: _Lead) -> None:
        """Says how long the oldest row behind the position has been waiting."""
        age_s = await lead.conn.fetchval(_OLDEST_AGE_S, lead.position)
        OUTBOX_LAG_SECONDS.set(max(0.0, age_s or 0.0))

    async def _message(self, row: Any) -> Message | None:  # noqa: ANN401 - a record of the driver
        """A row as a message; ``None`` if it is too large for the bus."""
        body = encode_envelope(
            Envelope(
                id=row["id"],
                tenant_id=row["tenant_id"],
                domain=row["domain"],
                name=row["name"],
                version=row["version"],
                key=row["key"],
                created_at=row["created_at"],
                payload=msgspec.Raw(row["payload"]),
            )
        )
        if len(body) > SIZE_MAX:
            # It can never be published; the row stays in the outbox for whoever looks into it.
            _log.error("relay.too_large", event_id=str(row["id"]), name=row["name"], size=len(body))
            DEAD_LETTERS.labels(source="outbox").inc()
            return None
        slug = await self._slug_of(row["tenant_id"])
        subject = f"{self._bus.stream.root}.{slug}.{row['domain']}.{row['name']}"
        return Message(str(row["id"]), subject, body)


def _index(rows: list[Any], event_id: str) -> int:
    return next(number for number, row in enumerate(rows) if str(row["id"]) == event_id)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
