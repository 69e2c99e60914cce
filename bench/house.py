"""A house of its own for the measurement: embedded, durable, in a folder that is thrown away."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from stakehouse.infra.embedded.home import Home, free_port, read_home
from stakehouse.infra.embedded.postgres import APP_ROLE, SUPERUSER, postgres_at

START_LIMIT_S = 180
REST_LIMIT_S = 120
REST_LOOK_S = 2.0
REST_SHARE = 0.15
"""Of one core: what the house takes when nobody asks anything of it, and a little."""


@dataclass(frozen=True, slots=True)
class BenchHouse:
    """A running house.

    Attributes:
        url: of the API.
        home: its state folder.
        process_id: of ``stakehouse up``.
    """

    url: str
    home: Home
    process_id: int

    def environment(self) -> dict[str, str]:
        """The environment in which commands work on this house."""
        port = self.url.rpartition(":")[2]
        return _environment(self.home.path, int(port))

    def database_url(self, role: str = APP_ROLE, database: str = "stakehouse") -> str:
        """The embedded database as a role."""
        server = postgres_at(
            self.home.postgres,
            port=self.home.memory.ports["postgres"],
            secrets=self.home.memory.secrets,
            log=self.home.log("postgres"),
        )
        return server.url(role, database)

    def superuser_url(self, database: str = "stakehouse") -> str:
        """The embedded database as its superuser, for filling and looking behind the curtain."""
        return self.database_url(SUPERUSER, database)

    def wait_at_rest(self) -> None:
        """Waits until nothing is left to do of what went before: news told, jobs done, tables tidied."""
        deadline = time.monotonic() + REST_LIMIT_S
        while time.monotonic() < deadline:
            before = self._cpu_s()
            time.sleep(REST_LOOK_S)
            if self._cpu_s() - before < REST_LOOK_S * REST_SHARE:
                return

    def _cpu_s(self) -> float:
        spent = 0.0
        for process in psutil.Process(self.process_id).children(recursive=True):
            try:
                times = process.cpu_times()
            except psutil.Error:
                continue
            spent += times.user + times.system
        return spent

    def memory_mib(self) -> dict[str, int]:
        """Proportional memory of every process of the house, by what it is."""
        found: dict[str, int] = {}
        for process in psutil.Process(self.process_id).children(recursive=True):
            try:
                words = " ".join(process.cmdline()) or process.name()
                size = process.memory_full_info().pss
            except psutil.Error:
                continue
            name = next(
                (
                    part
                    for part in ("postgres", "nats", "sandpay", "sandid", "wallet", "worker", "api")
                    if part in words
                ),
                "up",
            )
            found[name] = found.get(name, 0) + size
        return {name: size // 2**20 for name, size in sorted(found.items())}


@contextmanager
def running_house() -> Iterator[BenchHouse]:
    """Starts a house with ``stakehouse up`` and stops it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="sh-bench-"))
    folder.chmod(0o711)
    port = free_port()
    environment = _environment(folder / "home", port)
    log = (folder / "up.log").open("wb")
    command = [sys.executable, "-m", "stakehouse.apps.cli", "up"]
    process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own program
    try:
        _wait(f"http://127.0.0.1:{port}/health/ready", process, folder / "up.log")
        yield BenchHouse(f"http://127.0.0.1:{port}", read_home(folder / "home"), process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(url, timeout=2).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    raise SystemExit(f"the house did not start:\n{log.read_text()[-2000:]}")


def _environment(home: Path, port: int) -> dict[str, str]:
    return dict(os.environ) | {
        "STAKEHOUSE_HOME": str(home),
        "STAKEHOUSE_PORT": str(port),
        "STAKEHOUSE_LOG_LEVEL": "warning",
    }
