"""State folders for tests, made once and copied, and small houses that stand in them."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import psutil
import pytest

from stakehouse.infra.embedded import open_home, postgres, read_home, remembered_port
from tests.databases import run

PROGRAM = Path(__file__).with_name("small_house.py")
PATIENCE_S = 30.0


@dataclass
class SmallHouse:
    """A small house in a process of its own."""

    path: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def hear(self, word: str) -> str:
        """Reads what it says up to a line with a word."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.strip())
            if word in line:
                return line.strip()
        pytest.fail(f"never said {word!r}, but: {self.said}")

    def parts(self) -> dict[str, psutil.Process]:
        """Its living processes by the name of the program."""
        return {child.name(): child for child in psutil.Process(self.process.pid).children()}

    def family(self) -> list[psutil.Process]:
        """All that it started, whoever started it in turn."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def sql(self, statement: str, role: str = postgres.OWNER_ROLE) -> Any:
        """The first value of a statement."""
        return run(self._sql(statement, role))

    async def _sql(self, statement: str, role: str) -> Any:
        home = read_home(self.path)
        server = postgres.postgres_at(
            home.postgres, port=home.memory.ports["postgres"], secrets=home.memory.secrets, log=home.log("x")
        )
        connection = await asyncpg.connect(server.url(role), timeout=10)
        try:
            return await connection.fetchval(statement)
        finally:
            await connection.close()


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """A state folder with a database in it, made once; whoever starts a house in it stops it."""
    with tempfile.TemporaryDirectory(prefix="sh-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        home, port = remembered_port(open_home(folder / "home"), "postgres", asked=None, setting="")
        server = postgres.postgres_at(
            home.postgres, port=port, secrets=home.memory.secrets, log=home.log("postgres")
        )
        postgres.prepare(server)
        yield folder / "home"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for a state folder that is not there yet, short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="sh-") as name:
        Path(name).chmod(0o711)
        yield Path(name) / "home"


@pytest.fixture
def bare(folder: Path) -> Path:
    """A state folder with the outline of a database only: quick, for whatever is refused early."""
    home, _ = remembered_port(open_home(folder), "postgres", asked=None, setting="")
    (home.postgres / "global").mkdir(parents=True)
    (home.postgres / "PG_VERSION").write_text("18\n")
    return folder


@pytest.fixture
def own(made: Path, folder: Path) -> Path:
    """A copy of that folder, to be spoiled."""
    subprocess.run(["cp", "-a", str(made), str(folder)], check=True)
    return folder


@pytest.fixture
def house() -> Iterator[Callable[[Path], SmallHouse]]:
    """Starts small houses; whatever is left of them afterwards is ended."""
    houses: list[SmallHouse] = []

    def start(path: Path) -> SmallHouse:
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(path)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        houses.append(SmallHouse(path, process))
        return houses[-1]

    yield start
    for each in houses:
        if each.process.poll() is None:
            each.process.terminate()
            each.process.wait(PATIENCE_S)
        assert each.process.stdout is not None
        each.process.stdout.close()


def wait_until(condition: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, f"not in time: {what}"
        time.sleep(0.02)


def contents(path: Path) -> dict[str, bytes]:
    """All files of a folder but the lock, to show that nothing was touched."""
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != "lock"
    }
