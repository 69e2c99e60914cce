"""The database: one pool for the slow way, one for the wallet engine, both as the bound role.

The role behind these pools owns nothing and cannot bypass row-level security; without a tenant
set for the transaction a query sees no tenant's row (see ``tx``).
"""

import asyncio
from dataclasses import dataclass

import asyncpg
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from stakehouse.infra.pipeline import PipelinePool

STATEMENT_TIMEOUT_MS = 15_000
IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000
PROBE_LIMIT_S = 5.0

DATABASE_FAULTS = (
    OSError,
    TimeoutError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    # The driver lost its way when the server died in the middle of a word.
    asyncpg.InternalClientError,
)
"""What a raw connection may fail with when the server refuses, or dies."""


@dataclass(frozen=True, slots=True)
class Database:
    """The pools of one process.

    Attributes:
        engine: SQLAlchemy engine of the slow way (use cases, queries).
        pool: raw asyncpg pool of what is set-based on the slow way: queue, relay, catalogue.
        pipelines: the connections of the wallet engine.
        url: the address both connect to, as the application's role.
    """

    engine: AsyncEngine
    pool: asyncpg.Pool
    pipelines: PipelinePool
    url: str

    async def close(self) -> None:
        """Closes both pools; waits for what is under way."""
        await self.engine.dispose()
        await self.pool.close()
        await self.pipelines.close()


def driver_url(url: str) -> str:
    """The address as the driver wants it: ``postgresql://…`` without a dialect suffix."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _server_settings(name: str) -> dict[str, str]:
    return {
        "application_name": name,
        "statement_timeout": str(STATEMENT_TIMEOUT_MS),
        "idle_in_transaction_session_timeout": str(IDLE_IN_TRANSACTION_TIMEOUT_MS),
        "timezone": "UTC",
        # JIT never pays for statements of this size and costs tens of milliseconds when it starts.
        "jit": "off",
    }


# The engine's statements find their rows by key, always. Plans must not depend on statistics that an
# empty table had when the statement was prepared: a sequential scan or a hash join chosen then would
# stay, and grow slower with every row.
_KEYED_ONLY = {
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "plan_cache_mode": "force_generic_plan",
}


async def _keep_as_it_is(_connection: asyncpg.Connection) -> None:
    """Spares the round trip that resets a connection: ours only ever hold what ends with COMMIT."""


async def open_database(
    url: str, *, name: str = "stakehouse", slow_pool_max: int = 12, fast_pool_max: int = 8
) -> Database:
    """Opens both pools.

    Args:
        url: ``postgresql://user:password@host:port/name`` of the application's role.
        name: shown in ``pg_stat_activity``.
        slow_pool_max: connections of the slow way; more wait up to ten seconds.
        fast_pool_max: connections of the wallet engine: one group in flight per tenant takes one.
    """
    engine = create_async_engine(
        make_url(url).set(drivername="postgresql+asyncpg"),
        pool_size=slow_pool_max,
        max_overflow=0,
        pool_timeout=10,
        pool_pre_ping=True,
        # An error tells the statement, never the values it was given: those may be of people.
        hide_parameters=True,
        connect_args={"server_settings": _server_settings(name), "timeout": 10},
    )
    pool = await asyncpg.create_pool(
        driver_url(url),
        min_size=0,
        max_size=fast_pool_max,
        timeout=10,
        # Statements of the engine are few and hot: keep each prepared for good.
        statement_cache_size=512,
        max_cached_statement_lifetime=0,
        reset=_keep_as_it_is,
        server_settings=_server_settings(f"{name}-engine") | _KEYED_ONLY,
    )
    pipelines = PipelinePool(
        driver_url(url), size_max=fast_pool_max, settings=_server_settings(f"{name}-engine") | _KEYED_ONLY
    )
    return Database(engine, pool, pipelines, url)


async def answers(database: Database) -> bool:
    """Whether the database takes statements right now; tells its fault from that of a handler."""
    try:
        async with asyncio.timeout(PROBE_LIMIT_S), database.engine.connect() as conn:
            await conn.execute(text("SELECT 1"))
    except Exception:  # noqa: BLE001 - whatever it is, it is the answer
        return False
    return True
