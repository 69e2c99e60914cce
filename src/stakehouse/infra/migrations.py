"""The schema's history: brings a database to the newest revision and tells how far it is."""

from pathlib import Path

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from stakehouse.infra.database import driver_url

CHECKOUT = Path(__file__).resolve().parents[3]


def upgrade(owner_url: str, revision: str = "head") -> None:
    """Applies what is missing; harmless if nothing is, and if several processes do it at once.

    Runs an event loop of its own: not to be called inside one.

    Args:
        owner_url: the address as the role that owns the tables.
        revision: where to stop.
    """
    command.upgrade(_configuration(owner_url), revision)


def downgrade(owner_url: str, revision: str) -> None:
    """Takes back what came after a revision; ``base`` takes back everything."""
    command.downgrade(_configuration(owner_url), revision)


async def pending(url: str) -> list[str]:
    """The revisions that a database lacks, oldest first; any role that may read can ask."""
    connection = await asyncpg.connect(driver_url(url), timeout=10)
    try:
        present = await connection.fetchval("SELECT to_regclass('alembic_version') IS NOT NULL")
        reached = await connection.fetchval("SELECT version_num FROM alembic_version") if present else None
    finally:
        await connection.close()
    script = ScriptDirectory.from_config(_configuration(url))
    missing = [revision.revision for revision in script.iterate_revisions("head", reached or "base")]
    return missing[::-1]


def _configuration(url: str) -> Config:
    configuration = Config(CHECKOUT / "alembic.ini")
    configuration.attributes["url"] = url
    return configuration
