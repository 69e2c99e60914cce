"""Databases for tests: one server, one migrated template, a cheap copy for whoever asks."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from typing_extensions import override

from stakehouse.infra import migrations
from stakehouse.infra.database import Database
from stakehouse.infra.embedded.postgres import APP_ROLE, OWNER_ROLE

TEMPLATE = "stakehouse_template"

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class TestDatabase:
    """A migrated database of its own.

    Attributes:
        name: its name on the server.
        owner_url: as the role that owns the tables.
        app_url: as the bound role.
        admin_url: as the superuser, for looking behind the curtain.
    """

    __test__ = False

    name: str
    owner_url: str
    app_url: str
    admin_url: str


class Lent(Database):
    """Pools that one house after another uses, whose connections know the statements already."""

    @override
    async def close(self) -> None:
        """Whoever lends them closes them."""


class DatabaseServer:
    """A server on which tests make databases."""

    def __init__(self, admin_url: str, owner_url: str, app_url: str) -> None:
        self._admin_url = admin_url
        self._owner_url = owner_url
        self._app_url = app_url
        self._numbers = count(1)
        self._template_made = False

    def copy(self) -> TestDatabase:
        """A fresh copy of the migrated template; the first one migrates."""
        if not self._template_made:
            self._make_template()
        name = f"stakehouse_test_{next(self._numbers)}"
        run(self._recreate(name, f"TEMPLATE {TEMPLATE}"))
        return self._named(name)

    def drop(self, database: TestDatabase) -> None:
        """Drops a copy, whoever is still connected."""
        run(self._execute(f"DROP DATABASE IF EXISTS {database.name} WITH (FORCE)"))

    def empty(self, name: str) -> TestDatabase:
        """A database without tables."""
        run(self._recreate(name, ""))
        return self._named(name)

    def _make_template(self) -> None:
        template = self.empty(TEMPLATE)
        migrations.upgrade(template.owner_url)
        self._template_made = True

    def _named(self, name: str) -> TestDatabase:
        urls = (self._owner_url, self._app_url, self._admin_url)
        return TestDatabase(name, *(with_database(url, name) for url in urls))

    async def _recreate(self, name: str, origin: str) -> None:
        # A small template is copied faster as files than page by page through the log.
        strategy = "STRATEGY FILE_COPY" if origin else ""
        await self._execute(
            f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
            f"CREATE DATABASE {name} OWNER {OWNER_ROLE} {origin} {strategy}",
            f"GRANT CONNECT ON DATABASE {name} TO {APP_ROLE}",
        )

    async def _execute(self, *statements: str) -> None:
        connection = await asyncpg.connect(self._admin_url, timeout=10)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


async def make_roles(admin_url: str, password: str) -> None:
    """Makes the two roles on a server that is not ours, or resets their passwords."""
    connection = await asyncpg.connect(admin_url, timeout=10)
    try:
        for role, rights in ((OWNER_ROLE, "CREATEROLE"), (APP_ROLE, "NOCREATEROLE")):
            known = await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role)
            verb = "ALTER" if known else "CREATE"
            await connection.execute(
                f"{verb} ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS {rights} PASSWORD '{password}'"
            )
    finally:
        await connection.close()


def with_database(url: str, name: str) -> str:
    """The address of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def as_role(url: str, role: str, password: str) -> str:
    """The address of the same database for another role."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{role}:{password}@{place}"))


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs async work from a fixture without touching the event loop of the tests."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        return runner.run(work)
