"""A small world for the tests of eventing: two facts, handlers that leave marks, a place to see them."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import ClassVar
from uuid import UUID

import asyncpg
from sqlalchemy import text

from stakehouse.infra.advisory import Duties
from stakehouse.infra.bus import Bus, Stream
from stakehouse.infra.database import Database, open_database
from stakehouse.infra.relay import Relay
from stakehouse.infra.subscriber import Event, Handler, Subscriber
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import TenantId
from tests.databases import TestDatabase

LIMIT_S = 60.0
TENANT = TenantId(UUID("0197a000-0000-7000-8000-000000000001"))

_streams = count(1)

MARKS = """
CREATE TABLE marks (tenant_id uuid, consumer text, event_id uuid, key text, number int,
                    place bigint GENERATED ALWAYS AS IDENTITY);
GRANT SELECT, INSERT ON marks TO stakehouse_app;
CREATE FUNCTION tell_mark() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_notify('marks', ''); RETURN NULL; END $$;
CREATE TRIGGER told AFTER INSERT ON marks FOR EACH STATEMENT EXECUTE FUNCTION tell_mark();
"""


class Climbed(Fact, frozen=True, kw_only=True):
    """A rung of a ladder was climbed."""

    domain: ClassVar[str] = "ladder"
    name: ClassVar[str] = "rung.climbed"

    ladder: str
    number: int

    def key(self) -> str:
        return self.ladder


class Cheered(Fact, frozen=True, kw_only=True):
    """Somebody who heard of it cheered."""

    domain: ClassVar[str] = "crowd"
    name: ClassVar[str] = "climb.cheered"

    ladder: str
    number: int

    def key(self) -> str:
        return self.ladder


_MARK = text(
    "INSERT INTO marks (tenant_id, consumer, event_id, key, number) "
    "VALUES (:tenant_id, :consumer, :event_id, :key, :number)"
)


async def mark(tx: Tx, consumer: str, event: Event[Climbed] | Event[Cheered]) -> None:
    """Leaves a row for each time it is called; nothing but the inbox keeps a second one away."""
    await tx.conn.execute(
        _MARK,
        {
            "tenant_id": tx.tenant_id,
            "consumer": consumer,
            "event_id": event.id,
            "key": event.key,
            "number": event.fact.number,
        },
    )


async def cheer(tx: Tx, event: Event[Climbed]) -> None:
    """Marks what it hears and tells a fact of its own."""
    await mark(tx, "crowd", event)
    tx.tell(Cheered(ladder=event.fact.ladder, number=event.fact.number))


async def write_down(tx: Tx, event: Event[Cheered]) -> None:
    """Marks the fact that the first handler told."""
    await mark(tx, "chronicle", event)


CROWD = Handler("crowd", (Climbed,), cheer)
CHRONICLE = Handler("chronicle", (Cheered,), write_down)


async def slug_of(_tenant_id: UUID) -> str:
    return "lucky"


def a_stream(name: str = "") -> Stream:
    """A stream that no other test uses, or the one of that name."""
    name = name or f"TEST{os.getpid()}x{next(_streams)}"
    return Stream(name=name, root=name.lower(), bytes_max=16 * 1024 * 1024)


@dataclass
class World:
    """A database with marks, a connection that hears of them, and the bus."""

    test_database: TestDatabase
    database: Database
    marks: asyncpg.Connection
    nats_url: str
    stream: Stream

    async def climb(self, ladder: str, *numbers: int, tenant_id: TenantId = TENANT) -> None:
        """Tells facts in one transaction."""
        async with begin(self.database, tenant_id=tenant_id, actor=system("climber"), now=now()) as tx:
            for number in numbers:
                tx.tell(Climbed(ladder=ladder, number=number))

    async def marked(self, consumer: str) -> list[tuple[str, int]]:
        """What a consumer has marked, in the order in which it was committed."""
        rows = await self.marks.fetch(
            "SELECT key, number FROM marks WHERE consumer = $1 ORDER BY place", consumer
        )
        return [tuple(row) for row in rows]

    async def until(self, consumer: str, number: int) -> list[tuple[str, int]]:
        """Waits until a consumer has left so many marks."""
        told = asyncio.Event()

        def hear(*_: object) -> None:
            told.set()

        await self.marks.add_listener("marks", hear)
        try:
            async with asyncio.timeout(LIMIT_S):
                while len(found := await self.marked(consumer)) < number:
                    await told.wait()
                    told.clear()
                return found
        finally:
            await self.marks.remove_listener("marks", hear)

    @asynccontextmanager
    async def bus(self) -> AsyncIterator[Bus]:
        bus = Bus(self.nats_url, stream=self.stream)
        await bus.open()
        try:
            yield bus
        finally:
            await bus.close()


def now() -> datetime:
    return system_clock().astimezone(UTC)


@asynccontextmanager
async def a_world(test_database: TestDatabase, nats_url: str) -> AsyncIterator[World]:
    owner = await asyncpg.connect(test_database.owner_url)
    await owner.execute(MARKS)
    database = await open_database(test_database.app_url)
    try:
        yield World(test_database, database, owner, nats_url, a_stream())
    finally:
        await owner.close()
        await database.close()


@asynccontextmanager
async def at_work(
    world: World,
    *handlers: Handler,
    relay: bool = True,
    watch: Callable[[str], None] = lambda _step: None,
    acknowledge_within_s: float = 30.0,
) -> AsyncIterator[list[Subscriber]]:
    """A relay and subscribers in this process, stopped in good order at the end."""
    stop = asyncio.Event()
    duties = Duties(world.test_database.app_url)
    async with world.bus() as bus:
        subscribers = [
            Subscriber(
                handler,
                world.database,
                bus,
                duties,
                system_clock,
                watch=watch,
                acknowledge_within_s=acknowledge_within_s,
            )
            for handler in handlers
        ]
        async with asyncio.TaskGroup() as group:
            if relay:
                group.create_task(Relay(world.test_database.app_url, bus, slug_of, watch=watch).run(stop))
            for subscriber in subscribers:
                group.create_task(subscriber.run(stop))
            try:
                yield subscribers
            finally:
                stop.set()
                await duties.close()


def dying_at(step: str, visit: int) -> Callable[[str], None]:
    """Ends the process without any good-bye when it passes a step for the n-th time."""
    visits = count(1)

    def watch(passed: str) -> None:
        if passed == step and next(visits) == visit:
            os.kill(os.getpid(), signal.SIGKILL)

    return watch
