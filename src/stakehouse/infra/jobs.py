"""Jobs: work owed, done until it is done, by whichever worker comes first.

A job is a row that the transaction which owes it enqueues itself (``tx.defer``, or the function
``stakehouse_defer`` on any connection), so it exists exactly if that transaction committed. A
worker takes a row for the length of a lease and pushes the lease on while it works; a killed worker
stops pushing, and the job is due again. Whoever finishes shows the lease: a worker that was believed
dead changes nothing any more. A job that fails comes again after a growing pause, and is a dead
letter at the end of its budget. So a job may run more than once, and never not at all.

Schedules are jobs that the clock owes: at each tick exactly one worker enqueues one.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

import asyncpg
import msgspec
import structlog
from croniter import croniter
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from stakehouse.infra.database import DATABASE_FAULTS, Database
from stakehouse.infra.dead_letters import DeadLetter, keep
from stakehouse.infra.faults import told
from stakehouse.infra.metrics import JOB_AGE_SECONDS, JOBS_RUN
from stakehouse.infra.tx import Deferred, Tx, begin, enqueue_all
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id

LEASE_S = 30.0
LOST_MAX = 3
"""So many attempts may end with their worker, or with the database, beyond those a job has: they are
rarely the job's own doing, and one that has no retries must not be lost to a restart."""

SIDE_BY_SIDE = 8
BUSY_PAUSE_S = 0.05
IDLE_PAUSE_S = 0.5
TICK_PAUSE_S = 1.0
FAULT_PAUSE_S = 1.0
FINISH_WITHIN_S = 25.0
BACK_OFF_FIRST = timedelta(seconds=2)
BACK_OFF_MAX = timedelta(hours=1)

T = TypeVar("T")

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class JobContext:
    """What a job is given.

    Attributes:
        name: of the job.
        tenant_id: whose it is; ``PLATFORM`` if it belongs to none.
        payload: its arguments, as JSON.
        attempt: 1 the first time.
        is_last: whether a failure now makes it a dead letter.
        clock: the time; ``begin`` reads it for each transaction.
        database: where ``begin`` opens transactions.
        job_id: of the row; the same at every attempt.
    """

    name: str
    tenant_id: TenantId
    payload: bytes
    attempt: int
    is_last: bool
    clock: Clock
    database: Database
    job_id: int

    def arguments(self, shape: type[T]) -> T:
        """The payload in its shape."""
        return msgspec.json.decode(self.payload, type=shape)

    def begin(self) -> AbstractAsyncContextManager[Tx]:
        """Opens a transaction for the job's tenant."""
        return self.begin_for(self.tenant_id)

    @asynccontextmanager
    async def begin_for(self, tenant_id: TenantId) -> AsyncIterator[Tx]:
        """Opens a transaction for a tenant, for jobs of the platform that go through them all."""
        async with begin(
            self.database,
            tenant_id=tenant_id,
            actor=system(self.name),
            now=self.clock(),
            request_id=f"job:{self.job_id}",
        ) as tx:
            yield tx


Run = Callable[[JobContext], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Job:
    """A sort of work.

    Attributes:
        name: for good, with the domain in front ("payments.submit").
        run: does it; idempotent by a key of its own. It opens its transactions itself, so that a
            call over the network can stand between two of them.
        retries: how often it is tried again after the first failure.
        back_off: pause before the second attempt; doubles with each one.
        back_off_max: longest pause.
        timeout_s: seconds after which an attempt counts as failed.
    """

    name: str
    run: Run
    retries: int = 8
    back_off: timedelta = BACK_OFF_FIRST
    back_off_max: timedelta = BACK_OFF_MAX
    timeout_s: float = 60.0

    def pause_after(self, attempt: int) -> timedelta:
        """The pause after a failed attempt; the first one is number 1."""
        return min(self.back_off * (1 << min(attempt - 1, 30)), self.back_off_max)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When the clock owes a job.

    Attributes:
        name: of the schedule, for good.
        plan: minute, hour, day, month and weekday in UTC, in the form of cron.
        job: the name of the job.
        payload: its arguments.
    """

    name: str
    plan: str
    job: str
    payload: bytes = b"{}"

    def next_after(self, moment: datetime) -> datetime:
        """The next tick."""
        tick: datetime = croniter(self.plan, moment).get_next(datetime)
        return tick


class Queue(Protocol):
    """What the house asks of a queue; the one below stands on PostgreSQL."""

    def register(self, job: Job) -> None:
        """Lets this process do a sort of work."""
        ...

    def schedule(self, schedule: Schedule) -> None:
        """Lets the clock owe a job."""
        ...

    async def enqueue(self, tx: Tx, job: Deferred) -> None:
        """Owes one job, if the transaction commits."""
        ...

    async def enqueue_many(self, tx: Tx, jobs: Sequence[Deferred]) -> None:
        """Owes several jobs, if the transaction commits."""
        ...

    async def cancel(self, tx: Tx, job: str, dedupe: str) -> bool:
        """Takes back a job of the tenant that waits under a key; answers whether one did."""
        ...


_CANCEL = text(
    "DELETE FROM jobs WHERE tenant_id IS NOT DISTINCT FROM :tenant_id AND name = :name "
    "AND dedupe = :dedupe AND lease IS NULL"
)
_CLAIM = """
WITH due AS (
    SELECT id FROM jobs WHERE due_at <= now() AND name = ANY($1)
    ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
)
UPDATE jobs SET lease = $3, due_at = now() + $4, attempts = attempts + 1
FROM due WHERE jobs.id = due.id
RETURNING jobs.id, jobs.tenant_id, jobs.name, jobs.payload, jobs.attempts, jobs.created_at, jobs.last_error
"""
_HOLD = """
UPDATE jobs SET due_at = now() + $3 FROM unnest($1::bigint[], $2::uuid[]) AS held (id, lease)
WHERE jobs.id = held.id AND jobs.lease = held.lease RETURNING jobs.id
"""
_DONE = "DELETE FROM jobs WHERE id = $1 AND lease = $2"
_AGAIN = "UPDATE jobs SET lease = NULL, due_at = now() + $3, last_error = $4 WHERE id = $1 AND lease = $2"
_GIVE_BACK = """
UPDATE jobs SET lease = NULL, due_at = now(), attempts = attempts - 1 WHERE id = $1 AND lease = $2
"""
_BURY = text("DELETE FROM jobs WHERE id = :id AND lease = :lease")
_AGE_S = """
SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0)::float FROM jobs
WHERE due_at <= now() AND name = ANY($1)
"""
_PLAN = """
INSERT INTO schedules (name, plan, next_at) VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET plan = excluded.plan, next_at = excluded.next_at
WHERE schedules.plan <> excluded.plan
"""
_TICKS = """
SELECT name, now() AS now FROM schedules WHERE name = ANY($1) AND next_at <= now()
ORDER BY name FOR UPDATE SKIP LOCKED
"""
_DEFER = "SELECT stakehouse_defer($1, NULL, $2, NULL, $3)"
_TICKED = "UPDATE schedules SET next_at = $2, last_at = now() WHERE name = $1"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A job that this process works on."""

    id: int
    lease: UUID
    tenant_id: TenantId
    job: Job
    payload: bytes
    attempt: int
    created_at: datetime
    last_error: str | None


class PostgresQueue:
    """The queue, and the worker on it. Without :meth:`run` it only enqueues."""

    def __init__(
        self, database: Database, clock: Clock, *, lease_s: float = LEASE_S, side_by_side: int = SIDE_BY_SIDE
    ) -> None:
        """Knows no job yet.

        Args:
            database: where the queue is; rows are claimed through its raw pool.
            clock: handed to jobs. The queue itself goes by the clock of the database.
            lease_s: a worker that is silent for so long has lost its jobs.
            side_by_side: jobs this process runs at once.
        """
        self._database = database
        self._clock = clock
        self._lease = timedelta(seconds=lease_s)
        self._side_by_side = side_by_side
        self._jobs: dict[str, Job] = {}
        self._schedules: dict[str, Schedule] = {}
        self._running: dict[int, tuple[_Claim, asyncio.Task[None]]] = {}
        self._freed = asyncio.Event()
        self.is_well = False
        """Whether the last look at the queue succeeded."""

    def register(self, job: Job) -> None:
        """Lets this process do a sort of work."""
        assert job.name not in self._jobs, f"{job.name} is registered twice"
        self._jobs[job.name] = job

    def schedule(self, schedule: Schedule) -> None:
        """Lets the clock owe a job."""
        assert schedule.name not in self._schedules, f"{schedule.name} is scheduled twice"
        assert schedule.job in self._jobs, f"{schedule.name} asks for a job that nobody does"
        assert croniter.is_valid(schedule.plan), f"{schedule.name} has no plan: {schedule.plan}"
        self._schedules[schedule.name] = schedule

    async def enqueue(self, tx: Tx, job: Deferred) -> None:
        """Owes one job, if the transaction commits."""
        await self.enqueue_many(tx, [job])

    async def enqueue_many(self, tx: Tx, jobs: Sequence[Deferred]) -> None:
        """Owes several jobs, if the transaction commits."""
        if jobs:
            await enqueue_all(tx.conn, tx.tenant_id, list(jobs))

    async def cancel(self, tx: Tx, job: str, dedupe: str) -> bool:
        """Takes back a job of the tenant that waits under a key; answers whether one did."""
        tenant_id = None if tx.tenant_id == PLATFORM else tx.tenant_id
        row = {"tenant_id": tenant_id, "name": job, "dedupe": dedupe}
        return (await tx.conn.execute(_CANCEL, row)).rowcount > 0

    async def run(self, stop: asyncio.Event) -> None:
        """Does jobs until told to stop; then finishes what runs and returns within half a minute."""
        helpers = [
            asyncio.create_task(self._hold_leases()),
            asyncio.create_task(self._tick(stop)),
        ]
        pause = BUSY_PAUSE_S
        try:
            while not stop.is_set():
                try:
                    claimed = await self._claim()
                    self.is_well = True
                except DATABASE_FAULTS as error:
                    _log.warning("jobs.database_lost", error=told(error))
                    self.is_well = False
                    await _pause(stop, FAULT_PAUSE_S)
                    continue
                for claim in claimed:
                    self._start(claim)
                pause = BUSY_PAUSE_S if claimed else min(2 * pause, IDLE_PAUSE_S)
                await self._wait_for_work(stop, pause)
        finally:
            self.is_well = False
            await self._finish()
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)

    async def _claim(self) -> list[_Claim]:
        room = self._side_by_side - len(self._running)
        if room <= 0 or not self._jobs:
            return []
        lease = new_id()
        names = list(self._jobs)
        rows = await self._database.pool.fetch(_CLAIM, names, room, lease, self._lease)
        JOB_AGE_SECONDS.set(await self._database.pool.fetchval(_AGE_S, names))
        return [
            _Claim(
                id=row["id"],
                lease=lease,
                tenant_id=PLATFORM if row["tenant_id"] is None else TenantId(row["tenant_id"]),
                job=self._jobs[row["name"]],
                payload=row["payload"],
                attempt=row["attempts"],
                created_at=row["created_at"],
                last_error=row["last_error"],
            )
            for row in rows
        ]

    def _start(self, claim: _Claim) -> None:
        task = asyncio.create_task(self._work(claim), name=f"job {claim.job.name} {claim.id}")
        self._running[claim.id] = (claim, task)
        task.add_done_callback(lambda _: self._ended(claim))

    def _ended(self, claim: _Claim) -> None:
        running = self._running.get(claim.id)
        if running is not None and running[0] is claim:
            del self._running[claim.id]
        self._freed.set()

    async def _wait_for_work(self, stop: asyncio.Event, pause: float) -> None:
        """Waits for a while, or until there is room again."""
        self._freed.clear()
        stopped = asyncio.create_task(stop.wait())
        freed = asyncio.create_task(self._freed.wait())
        await asyncio.wait({stopped, freed}, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        freed.cancel()

    async def _work(self, claim: _Claim) -> None:
        """Runs one attempt and records how it ended."""
        job = claim.job
        log = _log.bind(job=job.name, job_id=claim.id, attempt=claim.attempt)
        try:
            if claim.attempt > job.retries + 1 + LOST_MAX:
                # Attempt after attempt has taken its worker with it: that is the job's own doing.
                await self._give_up(claim, claim.last_error or "The worker ended while it ran.")
                return
            try:
                async with asyncio.timeout(job.timeout_s):
                    await job.run(self._context(claim))
            except Exception as error:
                JOBS_RUN.labels(job=job.name, outcome="failed").inc()
                log.warning("job.failed", exc_info=error)
                await self._failed(claim, told(error))
                return
            await self._database.pool.execute(_DONE, claim.id, claim.lease)
            JOBS_RUN.labels(job=job.name, outcome="done").inc()
        except (*DATABASE_FAULTS, SQLAlchemyError) as error:
            # How it ended could not be written down: the lease runs out and it comes again.
            log.warning("job.unrecorded", error=told(error))

    def _context(self, claim: _Claim) -> JobContext:
        return JobContext(
            name=claim.job.name,
            tenant_id=claim.tenant_id,
            payload=claim.payload,
            attempt=claim.attempt,
            is_last=claim.attempt > claim.job.retries,
            clock=self._clock,
            database=self._database,
            job_id=claim.id,
        )

    async def _failed(self, claim: _Claim, error: str) -> None:
        if claim.attempt > claim.job.retries:
            await self._give_up(claim, error)
            return
        pause = claim.job.pause_after(claim.attempt)
        try:
            await self._database.pool.execute(_AGAIN, claim.id, claim.lease, pause, error)
        except asyncpg.UniqueViolationError:
            # Another one waits under the same key by now and will do the same work.
            await self._database.pool.execute(_DONE, claim.id, claim.lease)

    async def _give_up(self, claim: _Claim, error: str) -> None:
        """Turns the job into a dead letter, in one transaction."""
        JOBS_RUN.labels(job=claim.job.name, outcome="given_up").inc()
        letter = DeadLetter.of_job(claim.job.name, error, claim.attempt, claim.created_at)
        async with self._context(claim).begin() as tx:
            gone = await tx.conn.execute(_BURY, {"id": claim.id, "lease": claim.lease})
            if gone.rowcount == 1:
                await keep(tx, letter, event_id=None, payload=claim.payload)

    async def _hold_leases(self) -> None:
        """Pushes the leases of running jobs on; ends a job whose lease was lost."""
        while True:
            await asyncio.sleep(self._lease.total_seconds() / 3)
            held = [claim for claim, _ in self._running.values()]
            if not held:
                continue
            ids, leases = [claim.id for claim in held], [claim.lease for claim in held]
            try:
                rows = await self._database.pool.fetch(_HOLD, ids, leases, self._lease)
            except DATABASE_FAULTS as error:
                _log.warning("jobs.database_lost", error=told(error))
                continue
            still_ours = {row["id"] for row in rows}
            for claim in held:
                running = self._running.get(claim.id)
                if claim.id not in still_ours and running is not None and running[0] is claim:
                    _log.warning("job.lease_lost", job=claim.job.name, job_id=claim.id)
                    running[1].cancel()

    async def _tick(self, stop: asyncio.Event) -> None:
        """Enqueues what the clock owes."""
        planned = False
        while not stop.is_set():
            with suppress(*DATABASE_FAULTS):
                if not planned:
                    await self._plan()
                    planned = True
                await self._enqueue_due()
            await _pause(stop, TICK_PAUSE_S)

    async def _plan(self) -> None:
        async with self._database.pool.acquire() as conn:
            now = await conn.fetchval("SELECT now()")
            for schedule in self._schedules.values():
                await conn.execute(_PLAN, schedule.name, schedule.plan, schedule.next_after(now))

    async def _enqueue_due(self) -> None:
        """One job for each schedule that is due, however many ticks were missed."""
        async with self._database.pool.acquire() as conn, conn.transaction():
            for row in await conn.fetch(_TICKS, list(self._schedules)):
                schedule = self._schedules[row["name"]]
                key = f"schedule:{schedule.name}"
                await conn.execute(_DEFER, schedule.job, schedule.payload, key)
                await conn.execute(_TICKED, schedule.name, schedule.next_after(row["now"]))

    async def _finish(self) -> None:
        """Lets running jobs end; gives back at once what does not."""
        if self._running:
            await asyncio.wait([task for _, task in self._running.values()], timeout=FINISH_WITHIN_S)
        late = list(self._running.values())
        for _, task in late:
            task.cancel()
        await asyncio.gather(*(task for _, task in late), return_exceptions=True)
        for claim, _ in late:
            with suppress(*DATABASE_FAULTS, asyncpg.UniqueViolationError):
                await self._database.pool.execute(_GIVE_BACK, claim.id, claim.lease)


def deferred(
    job: str, arguments: object = None, *, run_at: datetime | None = None, dedupe: str | None = None
) -> Deferred:
    """A job to hand to ``tx.defer``: ``tx.defer(deferred("payments.submit", Submit(deposit_id)))``.

    Args:
        job: the registered name.
        arguments: a dataclass, struct or dict of what JSON can carry; read by
            :meth:`JobContext.arguments`.
        run_at: not before this moment; ``None`` for at once.
        dedupe: while a job waits under this key a second one is not added. Narrow, such as one
            payment: whoever defers under a key waits for others who do until they commit.
    """
    payload = b"{}" if arguments is None else msgspec.json.encode(arguments)
    return Deferred(job, payload, run_at, dedupe)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
