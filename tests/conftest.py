"""The foundation of all tests: real servers, started once, and a database for whoever asks.

Fixtures: ``database`` (a migrated database per test), ``module_database`` (one per module),
``module_pools`` (connections to it, for houses that follow one another),
``owner_url`` and ``app_url`` (of the test's database), ``nats_url``, ``free_port``, and ``whole_house``
(all processes of a house, as ``stakehouse up`` starts them; one for the session).
``STAKEHOUSE_TEST_DATABASE_URL`` (a superuser's address) uses that server instead of our own.
"""

import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from typing_extensions import override
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped] # it brings no types

from stakehouse.infra.database import Database, open_database
from stakehouse.infra.embedded import nats, postgres, running
from stakehouse.infra.embedded.home import Secrets
from stakehouse.infra.embedded.home import free_port as find_free_port
from tests.databases import DatabaseServer, Lent, TestDatabase, as_role, make_roles, run
from tests.folders import throw_away
from tests.whole_house import WholeHouse

# What a test server does without: nobody pulls its plug. Tests of durability start their own house.
THROWN_AWAY = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "shared_buffers": "128MB",
    "file_copy_method": "clone",
}

# Every client over HTTP reads the authorities that it trusts, a hundred and forty by default, for fifty
# milliseconds; those of the tests and of the houses they start speak to this machine and trust one.
os.environ["SSL_CERT_FILE"] = str(Path(__file__).with_name("authority.pem"))  # noqa: TID251

# By default structlog prints all local variables of a traceback, which takes it seconds where they hold a
# group of bets.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)

IN_ONE_HOUSE = (
    "tests/scenarios/test_concurrency.py",
    "tests/scenarios/test_sessions.py",
    "tests/faults/test_crashes.py",
    "tests/contracts/test_bad_input.py",
)
"""Run by one process, one after the other, so that the whole house is started once; nonsense is sent last."""

FIRST = (*IN_ONE_HOUSE, "tests/apps/test_house.py")
"""The longest files; begun last, one process would wait for the other."""


class ByFile(LoadFileScheduling):  # type: ignore[misc] # likewise
    """Hands whole files to the processes, in the order they come in."""

    @override
    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return "in one house" if file in IN_ONE_HOUSE else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """How ``--dist loadfile`` shares the work out."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the longest files first; all else stays as it was shuffled."""
    places = {file: place for place, file in enumerate(FIRST)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0], len(FIRST)))


def test_secrets() -> Secrets:
    """Passwords for servers that live as long as the session."""
    password = secrets.token_urlsafe(12)
    return Secrets(
        superuser=password,
        owner=password,
        app=password,
        nats=password,
        master_key="MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        sandpay=password,
        demo_password=password,
    )


@pytest.fixture(scope="session")
def server_folder() -> Iterator[Path]:
    """A folder for the servers of the session, short enough for a socket and open to their user."""
    with tempfile.TemporaryDirectory(prefix="sh-", dir=throw_away()) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture(scope="session")
def database_server(server_folder: Path) -> Iterator[DatabaseServer]:
    """One PostgreSQL server for the session."""
    given = os.environ.get("STAKEHOUSE_TEST_DATABASE_URL")  # noqa: TID251 - a setting of the tests
    if given:
        password = secrets.token_urlsafe(12)
        run(make_roles(given, password))
        yield DatabaseServer(
            given,
            as_role(given, postgres.OWNER_ROLE, password),
            as_role(given, postgres.APP_ROLE, password),
        )
        return
    server = postgres.postgres_at(
        server_folder / "postgres",
        port=find_free_port(),
        secrets=test_secrets(),
        log=server_folder / "postgres.log",
        settings=THROWN_AWAY,
    )
    with running(postgres.prepare(server)):
        yield DatabaseServer(
            server.url(postgres.SUPERUSER, "postgres"),
            server.url(postgres.OWNER_ROLE),
            server.url(postgres.APP_ROLE),
        )


@pytest.fixture
def database(database_server: DatabaseServer) -> Iterator[TestDatabase]:
    """A migrated database for one test."""
    copy = database_server.copy()
    yield copy
    database_server.drop(copy)


@pytest.fixture(scope="module")
def module_database(database_server: DatabaseServer) -> Iterator[TestDatabase]:
    """A migrated database that the tests of a module share."""
    copy = database_server.copy()
    yield copy
    database_server.drop(copy)


@pytest.fixture(scope="module")
async def module_pools(module_database: TestDatabase) -> AsyncIterator[Database]:
    """Connections to the module's database."""
    opened = await open_database(module_database.app_url, name="stakehouse-api")
    yield Lent(opened.engine, opened.pool, opened.pipelines, opened.url)
    await opened.close()


@pytest.fixture
def owner_url(database: TestDatabase) -> str:
    """The address of the test's database as the role that owns the tables."""
    return database.owner_url


@pytest.fixture
def app_url(database: TestDatabase) -> str:
    """The address of the test's database as the bound role."""
    return database.app_url


@pytest.fixture(scope="session")
def nats_url(server_folder: Path) -> Iterator[str]:
    """One NATS server for the session; tests name their streams apart."""
    broker = nats.Nats(
        server_folder / "nats", find_free_port(), secrets.token_urlsafe(12), server_folder / "nats.log"
    )
    with running(nats.prepare(broker)):
        yield broker.url


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Finds ports that nobody uses."""
    return find_free_port


@pytest.fixture(scope="session")
def whole_house() -> Iterator[WholeHouse]:
    """A house with all its processes, for whoever speaks to it over HTTP or kills it."""
    house = WholeHouse()
    try:
        house.start()
        yield house
    finally:
        house.discard()
