"""Runs migrations as the owner, one process at a time, each in a transaction of its own.

The address comes from whoever runs them (``stakehouse.infra.migrations``), not from a file. A
statement given to ``op.execute`` as a string may be a whole script: it is sent as it stands, by the
simple query protocol, so that ``:`` and ``%`` mean nothing special.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from alembic import context
from alembic.ddl.postgresql import PostgresqlImpl
from sqlalchemy import Connection, Executable, pool, text
from sqlalchemy.engine import CursorResult, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.util import await_only
from typing_extensions import override

ADVISORY_LOCK = 7_230_001_001
"""Held while migrating: two processes that start together migrate once, the second finds it done."""

ADVISORY_LOCK_TIMEOUT_S = 120
LOCK_TIMEOUT = "5s"
"""A migration that waits for a table longer than this gives up instead of blocking all who follow."""

STATEMENT_TIMEOUT = "15min"


class ScriptImpl(PostgresqlImpl):
    """Alembic's dialect for PostgreSQL, which sends strings as scripts."""

    __dialect__ = "postgresql"

    @override
    def _exec(
        self,
        construct: Executable | str,
        execution_options: Mapping[str, Any] | None = None,
        multiparams: Any = None,
        params: Any = None,
    ) -> CursorResult[Any] | None:
        if not isinstance(construct, str) or self.as_sql:
            return super()._exec(construct, execution_options, multiparams, params or {})
        assert self.connection is not None
        # The driver opens its transaction with the first statement it sees from SQLAlchemy.
        self.connection.exec_driver_sql("SELECT 1")
        driver = self.connection.connection.driver_connection
        assert driver is not None
        await_only(driver.execute(construct))
        return None


def migrate(connection: Connection) -> None:
    """Runs what is asked for under the lock."""
    connection.execute(text(f"SET lock_timeout = '{ADVISORY_LOCK_TIMEOUT_S}s'"))
    connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": ADVISORY_LOCK})
    connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
    connection.execute(text(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'"))
    connection.commit()
    context.configure(connection=connection, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


async def connect_and_migrate(url: str) -> None:
    """Opens the one connection; its end releases the lock."""
    engine = create_async_engine(
        make_url(url).set(drivername="postgresql+asyncpg"),
        poolclass=pool.NullPool,
        connect_args={"timeout": 10, "server_settings": {"application_name": "stakehouse-migrations"}},
    )
    async with engine.connect() as connection:
        await connection.run_sync(migrate)
    await engine.dispose()


# With a factory of its own the runner leaves the event loop of the calling thread as it was.
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    runner.run(connect_and_migrate(context.config.attributes["url"]))
