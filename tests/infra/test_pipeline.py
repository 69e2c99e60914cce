"""The pipelined connection: many statements in one round trip, each as if it were alone."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg
import psycopg
import pytest
import uvloop
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakehouse.infra.database import driver_url
from stakehouse.infra.group_commit import LOST
from stakehouse.infra.pipeline import BatchAborted, ConnectionLost, PipelinePool, Statement
from tests.databases import TestDatabase

MOMENTS = st.integers(-(10**15), 10**16).map(
    lambda microseconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "smallint": st.integers(-(2**15), 2**15 - 1),
    "integer": st.integers(-(2**31), 2**31 - 1),
    "bigint": st.integers(-(2**63), 2**63 - 1),
    "boolean": st.booleans(),
    "text": TEXTS,
    "bytea": st.binary(max_size=40),
    "uuid": st.uuids(),
    "timestamptz": MOMENTS,
    "double precision": st.floats(allow_nan=False),
}


@pytest.fixture
async def pool(database: TestDatabase) -> AsyncIterator[PipelinePool]:
    made = PipelinePool(driver_url(database.admin_url), size_max=2, settings={"statement_timeout": "20000"})
    yield made
    await made.close()


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_values_come_back_as_they_went(pool: PipelinePool, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(VALUES)))
    values = data.draw(st.lists(st.none() | VALUES[kind], max_size=8))
    async with pool.acquire() as conn:
        whole = await conn.fetchval(f"SELECT $1::{kind}[]", values)
        each = await conn.fetch(f"SELECT * FROM unnest($1::{kind}[])", values)
        one = await conn.fetchval(f"SELECT $1::{kind}", values[0] if values else None)

    assert whole == values
    assert [row[0] for row in each] == values
    assert one == (values[0] if values else None)


async def test_rows_are_found_by_place_and_by_name(pool: PipelinePool) -> None:
    async with pool.acquire() as conn:
        (row,) = await conn.fetch("SELECT 1::int AS one, 'b'::text AS two")

    one, two = row
    assert (one, two) == (row["one"], row["two"]) == (row[0], row[1]) == (1, "b")


async def test_statements_of_one_turn_share_a_batch(pool: PipelinePool) -> None:
    batches: list[list[str]] = []
    async with pool.acquire() as conn:
        for statement in ("SELECT 1", "SELECT 2"):
            await conn.fetch(statement)
        conn.watch = batches.append
        first, second = conn.fetch("SELECT 1"), conn.fetch("SELECT 2")
        await second
        assert first.done()

    assert batches == [["SELECT 1", "SELECT 2"]]


async def test_what_follows_a_lock_sees_what_its_holder_committed(
    pool: PipelinePool, database: TestDatabase
) -> None:
    holder = await asyncpg.connect(database.admin_url)
    await holder.execute("CREATE TABLE things (id int PRIMARY KEY, n int); INSERT INTO things VALUES (1, 0)")
    held = holder.transaction()
    await held.start()
    await holder.execute("SELECT FROM things WHERE id = 1 FOR UPDATE")

    async with pool.acquire() as conn:
        conn.command("BEGIN")
        locked = conn.fetch("SELECT FROM things WHERE id = 1 FOR UPDATE")
        seen = conn.fetchval("SELECT n FROM things WHERE id = 1")
        while not await holder.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            pass
        assert not locked.done()
        await holder.execute("UPDATE things SET n = 7 WHERE id = 1")
        await held.commit()
        assert await seen == 7
        await conn.command("COMMIT")
    await holder.close()


async def test_a_statement_that_fails_takes_those_behind_it_and_no_others(pool: PipelinePool) -> None:
    async with pool.acquire() as conn:
        before = conn.fetchval("SELECT 1")
        failing = conn.fetchval("SELECT 1 / ($1::int)", 0)
        behind = conn.fetchval("SELECT 3")
        with pytest.raises(psycopg.errors.DivisionByZero):
            await failing
        with pytest.raises(BatchAborted):
            await behind
        assert await before == 1

        assert await conn.fetchval("SELECT 4") == 4


async def test_a_value_that_does_not_fit_fails_its_transaction(pool: PipelinePool) -> None:
    async with pool.acquire() as conn:
        await conn.execute("CREATE TEMP TABLE numbers (n smallint)")
        begun = conn.command("BEGIN")
        first = conn.execute("INSERT INTO numbers VALUES ($1)", 1)
        too_large = conn.execute("INSERT INTO numbers VALUES ($1)", 2**40)
        with pytest.raises(Exception, match=r"format requires|out of range"):
            await too_large
        await begun
        await first
        assert await conn.command("COMMIT") == "ROLLBACK"

        assert await conn.fetchval("SELECT count(*) FROM numbers") == 0


async def test_a_transaction_takes_two_batches(pool: PipelinePool, database: TestDatabase) -> None:
    add, batches = "INSERT INTO things VALUES ($1)", list[list[str]]()
    async with pool.acquire() as conn:
        await conn.execute("CREATE TABLE things (n smallint)")
        await conn.execute(add, 0)
        conn.watch = batches.append
        conn.begin("SET LOCAL statement_timeout = '5s'")
        timeout = await conn.fetchval("SHOW statement_timeout")
        await conn.commit([Statement(add, (1,)), Statement(add, (2,))])

    assert timeout == "5s"
    # The first time a statement is seen it is prepared, which is no batch.
    assert batches == [
        ["BEGIN", "SET LOCAL statement_timeout = '5s'", "SHOW statement_timeout"],
        [add, add, "COMMIT"],
    ]
    outside = await asyncpg.connect(database.admin_url)
    assert await outside.fetchval("SELECT array_agg(n ORDER BY n) FROM things") == [0, 1, 2]
    await outside.close()


@pytest.mark.parametrize(
    "bad",
    [
        Statement("INSERT INTO things VALUES ($1)", (2**40,)),
        Statement("INSERT INTO things SELECT 1 / ($1::int)", (0,)),
        Statement("INSERT INTO nowhere VALUES ($1)", (1,)),
        Statement("INSERT INTO unknown VALUES ($1)", (1,)),
    ],
    ids=["does not fit", "fails", "cannot be prepared", "cannot be prepared when others are"],
)
async def test_what_is_committed_together_is_whole_or_not_at_all(pool: PipelinePool, bad: Statement) -> None:
    good = Statement("INSERT INTO things VALUES ($1)", (1,))
    async with pool.acquire() as conn:
        await conn.execute("CREATE TABLE things (n smallint)")
        for known in (False, True):
            conn.begin()
            with pytest.raises((psycopg.Error, struct.error)):
                await conn.commit([good, bad, good])
            await conn.roll_back()
            assert await conn.fetchval("SELECT count(*) FROM things") == 0, known


async def test_nothing_overtakes_what_is_still_being_prepared(pool: PipelinePool) -> None:
    async with pool.acquire() as conn:
        await conn.execute("CREATE TABLE things (n smallint)")
        conn.begin()
        added = conn.execute("INSERT INTO things VALUES ($1)", 7)
        await asyncio.sleep(0)  # a turn of the loop: the statement is on its way to be prepared

        await conn.roll_back()

        assert await added == "INSERT 0 1"
        assert await conn.fetchval("SELECT count(*) FROM things") == 0


async def test_what_fails_at_once_takes_what_is_still_being_prepared_with_it(pool: PipelinePool) -> None:
    divide = "INSERT INTO things SELECT 1 / ($1::int)"
    async with pool.acquire() as conn:
        await conn.execute("CREATE TABLE things (n smallint)")
        await conn.execute(divide, 1)
        fresh = Statement("INSERT INTO things VALUES ($1)", (7,))
        conn.begin()
        with pytest.raises(psycopg.errors.DivisionByZero):
            await conn.commit([Statement(divide, (0,)), fresh, Statement(divide, (1,))])

        await conn.roll_back()

        assert not conn.is_closed
        assert await conn.fetchval("SELECT array_agg(n) FROM things") == [1]


async def test_a_type_that_nobody_reads_here_is_an_error_and_no_silence(pool: PipelinePool) -> None:
    async with pool.acquire() as conn:
        with pytest.raises(KeyError):
            await conn.fetch("SELECT 1.5::numeric")

        assert await conn.fetchval("SELECT 1") == 1


async def test_more_than_the_sockets_hold_passes_in_both_directions(pool: PipelinePool) -> None:
    heavy = b"x" * 3_000_000
    async with pool.acquire() as conn:
        answers = [conn.fetchval("SELECT $1::bytea", heavy) for _ in range(6)]
        assert await asyncio.wait_for(asyncio.gather(*answers), 60) == [heavy] * 6


async def test_a_lost_connection_is_told_to_all_who_wait_and_replaced(
    pool: PipelinePool, database: TestDatabase
) -> None:
    admin = await asyncpg.connect(database.admin_url)
    async with pool.acquire() as conn:
        number = await conn.fetchval("SELECT pg_backend_pid()")
        waiting = [conn.fetchval("SELECT pg_sleep(30)::text"), conn.fetchval("SELECT 2")]
        while not await admin.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND query LIKE '%pg_sleep%'", number
        ):
            pass
        await admin.execute("SELECT pg_terminate_backend($1)", number)
        for one in waiting:
            with pytest.raises((ConnectionLost, psycopg.errors.AdminShutdown, BatchAborted)):
                await one
        with pytest.raises(ConnectionLost):
            await conn.fetchval("SELECT 1")
    await admin.close()

    async with pool.acquire() as conn:
        assert await conn.fetchval("SELECT pg_backend_pid()") != number


class Relay:
    """Stands between a client and the server, and can end it as a server does whose process was killed."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._server = server
        self.port: int = self._door.getsockname()[1]
        self._ends: list[socket.socket] = []
        Thread(target=self._serve, daemon=True).start()

    def reset(self, last_words: bytes) -> None:
        """Sends the beginning of a message and resets the connection."""
        client, server = self._ends
        client.sendall(last_words)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        for end in (client, server, self._door):
            # Whoever reads from it at this moment holds it open until they return.
            with suppress(OSError):
                end.shutdown(socket.SHUT_RD)
            end.close()

    def _serve(self) -> None:
        client, _ = self._door.accept()
        self._ends += (client, socket.create_connection(self._server))
        for source, target in (self._ends, self._ends[::-1]):
            Thread(target=_pass_on, args=(source, target), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)


def test_a_reset_is_heard_though_the_loop_stops_to_watch_the_socket(database: TestDatabase) -> None:
    server = urlsplit(database.admin_url)
    assert server.hostname
    assert server.port
    relay = Relay((server.hostname, server.port))
    through = server._replace(netloc=server.netloc.replace(f":{server.port}", f":{relay.port}"))

    async def ask() -> None:
        pool = PipelinePool(driver_url(through.geturl()), size_max=1, settings={})
        admin = await asyncpg.connect(database.admin_url)
        async with pool.acquire() as conn:
            number = await conn.fetchval("SELECT pg_backend_pid()")
            waiting = conn.fetchval("SELECT pg_sleep(10)::text")
            while not await admin.fetchval(
                "SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND query LIKE '%pg_sleep%'", number
            ):
                pass
            relay.reset(b"N\x00\x00")
            with pytest.raises(ConnectionLost):
                await asyncio.wait_for(waiting, 8)
        await admin.execute("SELECT pg_terminate_backend($1)", number)
        await admin.close()

    # The loop that serves: the one of the tests goes on to watch.
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(ask())


async def test_a_server_that_is_not_there_is_said_to_be_lost() -> None:
    nowhere = PipelinePool("postgresql://nobody@127.0.0.1:1/none", size_max=1, settings={})

    with pytest.raises(ConnectionLost):
        async with nowhere.acquire():
            pass


async def test_moments_keep_their_microseconds(pool: PipelinePool) -> None:
    moment = datetime(2026, 11, 27, 12, 0, 0, 123_456, tzinfo=UTC)
    async with pool.acquire() as conn:
        assert await conn.fetchval("SELECT $1::timestamptz + interval '1 microsecond'", moment) == (
            moment + timedelta(microseconds=1)
        )
        assert await conn.fetchval("SELECT $1::uuid", UUID(int=5)) == UUID(int=5)


async def test_the_end_of_a_connection_is_told_as_such_whatever_stood_first(
    pool: PipelinePool, database: TestDatabase
) -> None:
    """BEGIN hears of it, whom nobody waits for; those behind it were not merely aborted."""
    async with pool.acquire() as conn:
        pid = await conn.fetchval("SELECT pg_backend_pid()")
        assert await conn.fetchval("SELECT 1") == 1
        # Nothing is read meanwhile: the loop stands still until the server has ended the connection.
        with psycopg.connect(database.admin_url, autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
        conn.begin("SET LOCAL app.tenant = 'x'")
        with pytest.raises(LOST):
            await conn.commit([Statement("SELECT 1", ())])
        assert conn.is_closed
