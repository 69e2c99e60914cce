"""Jobs are done until they are done: enqueued by the commit, retried, taken over, given up."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta

import asyncpg
import msgspec
import pytest
from sqlalchemy import text

from stakehouse.infra import upkeep
from stakehouse.infra.database import Database, open_database
from stakehouse.infra.jobs import LOST_MAX, SIDE_BY_SIDE, Job, JobContext, PostgresQueue, Schedule, deferred
from stakehouse.infra.subscriber import replay
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import PLATFORM, TenantId, first_id_at, new_id
from tests.databases import TestDatabase

LIMIT_S = 60.0
TENANT = TenantId(new_id())
AT_ONCE = timedelta(milliseconds=1)

NOTES = """
CREATE TABLE notes (job text, attempt int);
GRANT SELECT, INSERT ON notes TO stakehouse_app;
CREATE FUNCTION tell_note() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_notify('notes', ''); RETURN NULL; END $$;
CREATE TRIGGER told AFTER INSERT ON notes FOR EACH STATEMENT EXECUTE FUNCTION tell_note();
CREATE TRIGGER told AFTER DELETE ON jobs FOR EACH STATEMENT EXECUTE FUNCTION tell_note();
"""


class Place:
    """A database, and a connection that is told when something happens there."""

    def __init__(self, test_database: TestDatabase, database: Database, admin: asyncpg.Connection) -> None:
        self.url = test_database.app_url
        self.database = database
        self.admin = admin
        self._told = asyncio.Event()

    def hear(self, *_: object) -> None:
        self._told.set()

    def begin(self, tenant_id: TenantId = TENANT) -> AbstractAsyncContextManager[Tx]:
        return begin(
            self.database, tenant_id=tenant_id, actor=system("test"), now=system_clock().astimezone(UTC)
        )

    async def until(self, query: str, wanted: object) -> None:
        """Waits until a query answers what is wanted."""
        async with asyncio.timeout(LIMIT_S):
            while await self.admin.fetchval(query) != wanted:
                await self._told.wait()
                self._told.clear()

    async def until_done(self) -> None:
        await self.until("SELECT count(*) FROM jobs", 0)


@pytest.fixture
async def place(database: TestDatabase) -> AsyncIterator[Place]:
    admin = await asyncpg.connect(database.admin_url)
    await admin.execute(NOTES)
    pools = await open_database(database.app_url)
    place = Place(database, pools, admin)
    await admin.add_listener("notes", place.hear)
    try:
        yield place
    finally:
        await admin.close()
        await pools.close()


@asynccontextmanager
async def at_work(
    place: Place,
    *jobs: Job,
    schedules: tuple[Schedule, ...] = (),
    lease_s: float = 30.0,
    side_by_side: int = SIDE_BY_SIDE,
) -> AsyncIterator[PostgresQueue]:
    """A worker in this process, stopped in good order at the end."""
    queue = PostgresQueue(place.database, system_clock, lease_s=lease_s, side_by_side=side_by_side)
    for job in jobs:
        queue.register(job)
    for schedule in schedules:
        queue.schedule(schedule)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(queue.run(stop))
        try:
            yield queue
        finally:
            stop.set()


class Greeting(msgspec.Struct):
    to: str
    when: datetime


async def test_a_job_runs_with_its_arguments_for_its_tenant(place: Place) -> None:
    seen: list[tuple[TenantId, Greeting, TenantId]] = []
    greeting = Greeting("Ann", datetime(2026, 5, 1, tzinfo=UTC))

    async def greet(context: JobContext) -> None:
        async with context.begin() as tx:
            seen.append((context.tenant_id, context.arguments(Greeting), tx.tenant_id))

    async with place.begin() as tx:
        tx.defer(deferred("test.greet", greeting))
    async with place.begin(PLATFORM) as tx:
        tx.defer(deferred("test.greet", greeting))
    async with at_work(place, Job("test.greet", greet)):
        await place.until_done()

    assert sorted(seen, key=lambda one: one[0]) == [
        (PLATFORM, greeting, PLATFORM),
        (TENANT, greeting, TENANT),
    ]


async def test_what_is_rolled_back_is_never_done(place: Place) -> None:
    async def fall() -> None:
        async with place.begin() as tx:
            tx.defer(deferred("test.work"))
            await tx.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fall()

    assert await place.admin.fetchval("SELECT count(*) FROM jobs") == 0


async def test_a_raw_connection_enqueues_in_its_own_transaction(place: Place) -> None:
    ran = asyncio.Event()

    async def work(_context: JobContext) -> None:
        ran.set()

    async with place.database.pool.acquire() as conn, conn.transaction():
        await conn.execute("SELECT stakehouse_defer('test.work', $1, '{}', NULL, NULL)", TENANT)
    async with at_work(place, Job("test.work", work)):
        await asyncio.wait_for(ran.wait(), LIMIT_S)


async def test_a_job_that_fails_comes_again_after_growing_pauses(place: Place) -> None:
    attempts: list[int] = []

    async def stumble(context: JobContext) -> None:
        attempts.append(context.attempt)
        if context.attempt < 3:
            raise RuntimeError("not yet")

    async with place.begin() as tx:
        tx.defer(deferred("test.work"))
    async with at_work(place, Job("test.work", stumble, retries=3, back_off=AT_ONCE)):
        await place.until_done()

    assert attempts == [1, 2, 3]
    job = Job("any", stumble, back_off=timedelta(seconds=2), back_off_max=timedelta(seconds=30))
    assert [job.pause_after(n).total_seconds() for n in (1, 2, 3, 4, 5, 99)] == [2, 4, 8, 16, 30, 30]


async def test_after_the_last_attempt_it_is_a_dead_letter_that_can_be_replayed(place: Place) -> None:
    lasts: list[bool] = []
    mended = False

    async def refuse(context: JobContext) -> None:
        lasts.append(context.is_last)
        if not mended:
            raise RuntimeError("never")

    job = Job("test.work", refuse, retries=1, back_off=AT_ONCE)
    async with place.begin() as tx:
        tx.defer(deferred("test.work", {"of": "this"}))
    async with at_work(place, job):
        await place.until_done()
    letter = await place.admin.fetchrow("SELECT * FROM dead_letters")
    assert letter is not None

    assert lasts == [False, True]
    assert (letter["tenant_id"], letter["source"], letter["consumer"]) == (TENANT, "job", "test.work")
    assert (letter["attempts"], letter["error"]) == (2, "RuntimeError: never")
    assert letter["payload"] == b'{"of":"this"}'

    mended = True
    async with place.begin() as tx:
        await replay(tx, letter["id"], [])
    async with at_work(place, job):
        await place.until_done()
    assert lasts == [False, True, False]


async def test_an_attempt_that_takes_too_long_has_failed(place: Place) -> None:
    attempts: list[int] = []

    async def dawdle(context: JobContext) -> None:
        attempts.append(context.attempt)
        if context.attempt == 1:
            await asyncio.Event().wait()

    async with place.begin() as tx:
        tx.defer(deferred("test.work"))
    async with at_work(place, Job("test.work", dawdle, timeout_s=0.05, back_off=AT_ONCE)):
        await place.until_done()

    assert attempts == [1, 2]


async def test_while_one_waits_under_a_key_a_second_is_not_added(place: Place) -> None:
    for _ in range(2):
        async with place.begin() as tx:
            tx.defer(deferred("test.work", dedupe="one"))
            tx.defer(deferred("test.work", dedupe="two"))
    async with place.begin(TenantId(new_id())) as tx:
        tx.defer(deferred("test.work", dedupe="one"))

    assert await place.admin.fetchval("SELECT count(*) FROM jobs") == 3


async def test_while_one_runs_under_a_key_a_second_is_added(place: Place) -> None:
    """The running one may have looked already; what came later needs another look."""
    looks: list[int] = []
    running, go_on = asyncio.Event(), asyncio.Event()

    async def look(_context: JobContext) -> None:
        looks.append(1)
        running.set()
        await go_on.wait()

    async with place.begin() as tx:
        tx.defer(deferred("test.work", dedupe="one"))
    async with at_work(place, Job("test.work", look)):
        await asyncio.wait_for(running.wait(), LIMIT_S)
        async with place.begin() as tx:
            tx.defer(deferred("test.work", dedupe="one"))
        go_on.set()
        await place.until_done()

    assert len(looks) == 2


async def test_no_worker_takes_a_job_while_somebody_adds_to_its_key(place: Place) -> None:
    """Else it would run before the second transaction's rows can be seen, and nobody would look again."""
    async with place.begin() as tx:
        tx.defer(deferred("test.work", dedupe="one"))
    claim = "SELECT id FROM jobs WHERE due_at <= now() FOR UPDATE SKIP LOCKED"

    async with place.begin() as tx:
        tx.defer(deferred("test.work", dedupe="one"))
        await tx.flush()
        during = await place.admin.fetch(claim)
    after = await place.admin.fetch(claim)

    assert (len(during), len(after)) == (0, 1)


async def test_a_failed_job_makes_way_for_the_one_that_waits_under_its_key(place: Place) -> None:
    """One at a time, so that the other still waits when the first has failed."""
    attempts: list[int] = []

    async def fail_once(context: JobContext) -> None:
        attempts.append(context.attempt)
        if len(attempts) == 1:
            async with context.begin() as tx:
                tx.defer(deferred("test.work", dedupe="one"))
            raise RuntimeError("the other one does it")

    async with place.begin() as tx:
        tx.defer(deferred("test.work", dedupe="one"))
    async with at_work(place, Job("test.work", fail_once, back_off=AT_ONCE), side_by_side=1):
        await place.until_done()

    assert attempts == [1, 1]


async def test_a_waiting_job_can_be_taken_back_and_waits_until_its_time(place: Place) -> None:
    queue = PostgresQueue(place.database, system_clock)
    later = system_clock() + timedelta(hours=1)
    async with place.begin() as tx:
        await queue.enqueue(tx, deferred("test.work", run_at=later, dedupe="one"))

    due = await place.admin.fetchval("SELECT due_at FROM jobs")
    async with place.begin() as tx:
        first = await queue.cancel(tx, "test.work", "one")
        second = await queue.cancel(tx, "test.work", "one")

    assert due == later
    assert (first, second) == (True, False)


async def test_at_shutdown_a_job_that_does_not_end_is_given_back_untouched(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stakehouse.infra.jobs.FINISH_WITHIN_S", 0.05)
    started = asyncio.Event()

    async def dawdle(_context: JobContext) -> None:
        started.set()
        await asyncio.Event().wait()

    async with place.begin() as tx:
        tx.defer(deferred("test.work"))
    async with at_work(place, Job("test.work", dawdle)):
        await asyncio.wait_for(started.wait(), LIMIT_S)

    row = await place.admin.fetchrow("SELECT lease, attempts, due_at <= now() AS due FROM jobs")
    assert row is not None
    assert tuple(row) == (None, 0, True)


async def test_whoever_lost_the_lease_changes_nothing_any_more(place: Place) -> None:
    started = asyncio.Event()
    cancelled = asyncio.Event()

    async def dawdle(_context: JobContext) -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async with place.begin() as tx:
        tx.defer(deferred("test.work"))
    async with at_work(place, Job("test.work", dawdle), lease_s=0.3):
        await asyncio.wait_for(started.wait(), LIMIT_S)
        await place.admin.execute("UPDATE jobs SET lease = $1, due_at = now() + interval '1 hour'", new_id())
        await asyncio.wait_for(cancelled.wait(), LIMIT_S)

    assert await place.admin.fetchval("SELECT count(*) FROM jobs WHERE lease IS NOT NULL") == 1


async def a_worker(place: Place, manner: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.infra.jobs.mortal", place.url, manner
    )


@asynccontextmanager
async def workers(place: Place, *manners: str) -> AsyncIterator[list[asyncio.subprocess.Process]]:
    started = [await a_worker(place, manner) for manner in manners]
    try:
        yield started
    finally:
        for worker in started:
            if worker.returncode is None:
                worker.kill()
            await worker.wait()


async def test_the_job_of_a_killed_worker_is_taken_up_again(place: Place) -> None:
    async with place.begin() as tx:
        tx.defer(deferred("test.work"))

    async with workers(place, "KILL") as (killed,):
        assert await asyncio.wait_for(killed.wait(), LIMIT_S) == -signal.SIGKILL
    async with workers(place, "WORK"):
        await place.until_done()

    attempts = await place.admin.fetch("SELECT attempt FROM notes ORDER BY attempt")
    assert [row["attempt"] for row in attempts] == [1, 2]


async def test_a_job_that_kills_each_worker_becomes_a_dead_letter(place: Place) -> None:
    async with place.begin() as tx:
        tx.defer(deferred("test.work"))

    for _ in range(2 + 1 + LOST_MAX):
        async with workers(place, "KILL") as (killed,):
            assert await asyncio.wait_for(killed.wait(), LIMIT_S) == -signal.SIGKILL
    async with workers(place, "KILL"):
        await place.until_done()

    letter = await place.admin.fetchrow("SELECT attempts, error FROM dead_letters")
    assert letter is not None
    assert tuple(letter) == (7, "The worker ended while it ran.")


async def test_a_job_without_retries_is_not_lost_to_a_restart(place: Place) -> None:
    attempts: list[int] = []

    async def work(context: JobContext) -> None:
        attempts.append(context.attempt)

    async with place.begin() as tx:
        tx.defer(deferred("test.work"))
    await place.admin.execute("UPDATE jobs SET attempts = 1")  # taken by a worker that ended
    async with at_work(place, Job("test.work", work, retries=0)):
        await place.until_done()

    assert attempts == [2]
    assert await place.admin.fetchval("SELECT count(*) FROM dead_letters") == 0


async def test_two_workers_run_a_tick_once(place: Place) -> None:
    async with workers(place, "WORK", "WORK"):
        # Both have planned; the next tick is next year.
        await _until_planned(place)
        for number in range(1, 6):
            await place.admin.execute("UPDATE schedules SET next_at = now() - interval '1 s'")
            await place.until("SELECT count(*) FROM notes WHERE job = 'test.tick'", number)
        await place.until_done()
        next_at = await place.admin.fetchval("SELECT next_at FROM schedules")

    assert await place.admin.fetchval("SELECT count(*) FROM notes") == 5
    assert (next_at.month, next_at.day, next_at.hour) == (1, 1, 0)


async def _until_planned(place: Place) -> None:
    await place.admin.execute(
        "CREATE TRIGGER told AFTER INSERT ON schedules FOR EACH STATEMENT EXECUTE FUNCTION tell_note()"
    )
    await place.until("SELECT count(*) FROM schedules", 1)


async def test_a_changed_plan_counts_from_now_on(place: Place) -> None:
    async def nothing(_context: JobContext) -> None:
        return

    job = Job("test.work", nothing)
    seen = []
    for plan in ("0 0 1 1 *", "0 0 1 6 *"):
        async with at_work(place, job, schedules=(Schedule("yearly", plan, "test.work"),)):
            await _planned_as(place, plan)
            seen.append((await place.admin.fetchval("SELECT next_at FROM schedules")).month)

    assert seen == [1, 6]


async def _planned_as(place: Place, plan: str) -> None:
    await place.admin.execute(
        "CREATE OR REPLACE TRIGGER told AFTER INSERT OR UPDATE ON schedules "
        "FOR EACH STATEMENT EXECUTE FUNCTION tell_note()"
    )
    await place.until(f"SELECT count(*) FROM schedules WHERE plan = '{plan}'", 1)


async def _do(place: Place, run: Callable[[JobContext], Awaitable[None]]) -> None:
    context = JobContext("upkeep", PLATFORM, b"{}", 1, False, system_clock, place.database, 1)
    await run(context)


async def test_upkeep_makes_partitions_that_are_missing(place: Place) -> None:
    newest = (
        "SELECT max(c.relname) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
        "WHERE i.inhparent = 'outbox'::regclass"
    )
    before = await place.admin.fetchval(newest)
    await place.admin.execute(f"DROP TABLE {before}")

    await _do(place, upkeep.keep_partitions)

    assert await place.admin.fetchval(newest) == before


async def test_the_application_cannot_make_tables_of_its_own_choice(place: Place) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await place.database.pool.execute("SELECT stakehouse_keep_partitions('outbox', now(), 900)")


async def test_upkeep_prunes_what_is_old_and_nothing_else(place: Place) -> None:
    old = system_clock() - timedelta(days=8)
    for at in (old, system_clock()):
        await place.admin.execute(
            "INSERT INTO inbox VALUES ($1, 'consumer', $2, now())", TENANT, first_id_at(at)
        )
        await place.admin.execute(
            "INSERT INTO idempotent_answers VALUES ($1, $2, $3, '', 200, '', $4)",
            TENANT,
            new_id(),
            at.isoformat(),
            at,
        )
        await place.admin.execute(
            "INSERT INTO rate_limits VALUES ($1, $2, now(), true)",
            at.isoformat(),
            at + timedelta(minutes=1),
        )

    await _do(place, upkeep.prune)

    for table in ("inbox", "idempotent_answers", "rate_limits"):
        assert await place.admin.fetchval(f"SELECT count(*) FROM {table}") == 1, table
    count = text("SELECT count(*) FROM inbox")
    async with place.begin() as tx:
        assert (await tx.conn.execute(count)).scalar_one() == 1
