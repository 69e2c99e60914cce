"""The transaction of a use case: connection, tenant, actor, time and what it tells.

``begin`` opens it, sets the tenant for row-level security, and commits when the block ends. Facts
told and jobs deferred become rows of the same transaction, so they exist exactly if it committed.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.infra.audit import AuditEntry, audit_rows
from stakehouse.infra.database import Database
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.fact import Fact, encode
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id

_open_transactions: ContextVar[int] = ContextVar("open_transactions", default=0)


def in_transaction() -> bool:
    """Whether this task holds a transaction; the HTTP client refuses to run then."""
    return _open_transactions.get() > 0


@asynccontextmanager
async def holding() -> AsyncIterator[None]:
    """Marks the task as holding a transaction, for code that opens one by other means."""
    token = _open_transactions.set(_open_transactions.get() + 1)
    try:
        yield
    finally:
        _open_transactions.set(token.old_value if token.old_value is not token.MISSING else 0)


@dataclass(frozen=True, slots=True)
class Deferred:
    """Work owed, enqueued by the same commit.

    Attributes:
        job: the registered name of the job.
        payload: its arguments as JSON bytes.
        run_at: not before this moment; ``None`` for at once.
        dedupe: a second job with the same key is not enqueued while the first waits.
    """

    job: str
    payload: bytes
    run_at: datetime | None = None
    dedupe: str | None = None


@dataclass(slots=True)
class Tx:
    """What every use case receives first.

    Attributes:
        conn: the connection, inside the transaction; nobody below the edge commits it.
        tenant_id: the tenant whose rows it sees; ``PLATFORM`` sees no tenant's.
        actor: who acts.
        now: the only clock of the use case.
        request_id: of the request or job that caused it, for logs and the audit trail.
        signalled: the channels on which this commit wakes the other processes.
    """

    conn: AsyncConnection
    tenant_id: TenantId
    actor: Actor
    now: datetime
    request_id: str = ""
    signalled: set[str] = field(default_factory=set)
    _facts: list[Fact] = field(default_factory=list)
    _jobs: list[Deferred] = field(default_factory=list)
    _entries: list[AuditEntry] = field(default_factory=list)

    def tell(self, fact: Fact) -> None:
        """Announces a fact: it becomes a row of the outbox in this transaction."""
        self._facts.append(fact)

    def defer(self, job: Deferred) -> None:
        """Owes work: the job is enqueued by this commit."""
        self._jobs.append(job)

    def record(self, entry: AuditEntry) -> None:
        """Puts an act on the audit trail: it becomes a row of this transaction."""
        self._entries.append(entry)

    def signal(self, channel: str) -> None:
        """Wakes every process that listens to a channel, when this transaction commits (see ``signals``)."""
        self.signalled.add(channel)

    async def flush(self) -> None:
        """Writes what was told, deferred and recorded so far; the unit of work calls it before COMMIT."""
        if self._facts:
            facts, self._facts = self._facts, []
            await self.conn.execute(_INSERT_OUTBOX, outbox_rows(self.tenant_id, self.now, facts))
        if self._jobs:
            jobs, self._jobs = self._jobs, []
            await enqueue_all(self.conn, self.tenant_id, jobs)
        if self._entries:
            entries, self._entries = self._entries, []
            rows = audit_rows(self.tenant_id, self.actor, self.now, self.request_id, entries)
            await self.conn.execute(_INSERT_AUDIT, rows)
        for channel in self.signalled:
            await self.conn.execute(_NOTIFY, {"channel": channel})


_NOTIFY = text("SELECT pg_notify(:channel, '')")

_INSERT_AUDIT = text(
    "INSERT INTO audit_trail (tenant_id, id, at, actor_kind, actor_id, actor_name, real_actor_id, "
    "real_actor_name, action, resource_kind, resource_id, reason, before, after, address, user_agent, "
    "request_id) VALUES (:tenant_id, :id, :at, :actor_kind, :actor_id, :actor_name, :real_actor_id, "
    ":real_actor_name, :action, :resource_kind, :resource_id, :reason, CAST(:before AS jsonb), "
    "CAST(:after AS jsonb), :address, :user_agent, :request_id)"
)

_INSERT_OUTBOX = text(
    "INSERT INTO outbox (tenant_id, id, domain, name, version, key, payload, created_at) "
    "VALUES (:tenant_id, :id, :domain, :name, :version, :key, :payload, :created_at)"
)


def outbox_rows(tenant_id: UUID, now: datetime, facts: list[Fact]) -> list[dict[str, object]]:
    """The outbox rows of some facts, in the order in which they were told."""
    return [
        {
            "tenant_id": tenant_id,
            "id": new_id(),
            "domain": fact.domain,
            "name": fact.name,
            "version": fact.version,
            "key": fact.key(),
            "payload": encode(fact),
            "created_at": now,
        }
        for fact in facts
    ]


async def enqueue_all(conn: AsyncConnection, tenant_id: UUID, jobs: list[Deferred]) -> None:
    """Enqueues deferred jobs on this very connection (see ``jobs``)."""
    await conn.execute(
        _INSERT_JOB,
        [
            {
                "tenant_id": None if tenant_id == PLATFORM else tenant_id,
                "job": job.job,
                "payload": job.payload,
                "run_at": job.run_at,
                "dedupe": job.dedupe,
            }
            for job in jobs
        ],
    )


_INSERT_JOB = text("SELECT stakehouse_defer(:job, :tenant_id, :payload, :run_at, :dedupe)")


class Traced(Refusal):
    """A refusal that leaves a trace although what led to it is rolled back.

    Attributes:
        trace: what the unit of work does in a transaction of its own, after the first has gone.
    """

    trace: Callable[[Tx], Awaitable[None]] | None = None


_SET_TENANT = text("SELECT set_config('app.tenant', :tenant, true)")


Begin = Callable[[], AbstractAsyncContextManager[Tx]]
"""Opens a transaction of one tenant, for work that takes several of them."""


@asynccontextmanager
async def begin(
    database: Database, *, tenant_id: TenantId, actor: Actor, now: datetime, request_id: str = ""
) -> AsyncIterator[Tx]:
    """Opens the transaction of one use case and commits it when the block ends well."""
    async with holding(), database.engine.connect() as conn, conn.begin():
        await conn.execute(_SET_TENANT, {"tenant": str(tenant_id)})
        tx = Tx(conn, tenant_id, actor, now, request_id)
        yield tx
        await tx.flush()
