"""The whole house on one machine, started the way people start it."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from stakehouse.infra.embedded.home import free_port
from tests.folders import throw_away

PATIENCE_S = 90.0
PASSWORD = "a password of our choice"


@dataclass
class House:
    """``stakehouse up`` as a process, and what it printed."""

    process: subprocess.Popen[str]
    port: int
    lines: list[str]

    def stand(self) -> "House":
        """Reads what it prints until it stands."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if "The house stands" in line:
                return self
        pytest.fail("\n".join(["it does not stand:", *self.lines]))

    def said(self, word: str) -> str:
        """The first line with a word."""
        return next(line for line in self.lines if word in line)

    def get(self, path: str, body: dict[str, str] | None = None) -> tuple[int, dict[str, object]]:
        """The status and JSON of an answer."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"X-Tenant": "lucky", "Content-Type": "application/json"}
        link.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
        answer = link.getresponse()
        status, content = answer.status, json.loads(answer.read())
        link.close()
        return status, content

    def family(self) -> list[psutil.Process]:
        """All its processes."""
        return psutil.Process(self.process.pid).children(recursive=True)


def parts(house: House, words: tuple[str, ...]) -> list[psutil.Process]:
    """The living parts whose command line holds the words."""
    return [
        child for child in psutil.Process(house.process.pid).children() if set(words) <= set(words_of(child))
    ]


def words_of(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:  # it ended meanwhile
        return []


def start(folder: Path, **environment: str) -> House:
    port = int(environment.setdefault("STAKEHOUSE_PORT", str(free_port())))
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("STAKEHOUSE_")}  # noqa: TID251 - handed on
    process = subprocess.Popen(
        [sys.executable, "-m", "stakehouse.apps.cli", "up"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=inherited | {"STAKEHOUSE_HOME": str(folder)} | environment,
        start_new_session=True,
    )
    return House(process, port, [])


def stop(house: House) -> None:
    if house.process.poll() is None:
        house.process.send_signal(signal.SIGINT)
        house.process.wait(PATIENCE_S)
    assert house.process.stdout is not None
    house.process.stdout.close()


@dataclass
class Place:
    """A state folder and a port, where one house stands after another: the first takes its time."""

    folder: Path
    port: int
    houses: list[House]

    def stand(self) -> House:
        """The house that stands here; one is started if none does."""
        if not self.houses or self.houses[-1].process.poll() is not None:
            # The folder remembers the password, so only the first house is told.
            told = {} if self.houses else {"STAKEHOUSE_DEMO_PASSWORD": PASSWORD}
            self.houses.append(start(self.folder, STAKEHOUSE_PORT=str(self.port), **told))
            self.houses[-1].stand()
        return self.houses[-1]


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="sh-", dir=throw_away()) as name:
        Path(name).chmod(0o711)
        made = Place(Path(name) / "home", free_port(), [])
        try:
            yield made
        finally:
            for house in made.houses:
                stop(house)


@pytest.fixture
def standing(place: Place) -> House:
    """The house that stands at the place."""
    return place.stand()


def wait_until(condition: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, f"not in time: {what}"
        time.sleep(0.05)


def all_gone(family: list[psutil.Process]) -> bool:
    return not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in family)


def is_ready(house: House) -> bool:
    try:
        return house.get("/health/ready")[0] == 200
    except OSError:
        return False


def test_the_first_start_prints_addresses_and_sign_ins_that_work(place: Place, standing: House) -> None:
    first = place.houses[0]
    address, password = first.said("Player  ").split()[-1], first.said("Password").split(maxsplit=1)[1]

    status, tokens = standing.get("/api/player/v1/auth/login", {"email": address, "password": password})

    assert password == PASSWORD
    assert (status, tokens["token_type"]) == (200, "Bearer")
    assert f"http://127.0.0.1:{place.port}/backoffice" in first.said("Back-office")


@pytest.mark.parametrize(
    "words",
    [("api",), ("wallet",), ("worker",), ("simulate", "sandpay"), ("simulate", "sandid")],
    ids=" ".join,
)
def test_a_killed_part_comes_back(standing: House, words: tuple[str, ...]) -> None:
    (before,) = parts(standing, words)

    before.kill()

    wait_until(lambda: before.pid not in [part.pid for part in parts(standing, words)], "the dead is buried")
    wait_until(lambda: len(parts(standing, words)) == 1, "the part is back")
    wait_until(lambda: is_ready(standing), "the house is ready again")


def test_a_second_house_is_refused_while_the_first_goes_on(place: Place, standing: House) -> None:
    second = start(place.folder)

    assert second.process.wait(PATIENCE_S) == 1

    assert second.process.stdout is not None
    assert f"(process {standing.process.pid})" in second.process.stdout.read()
    second.process.stdout.close()


def test_a_taken_port_is_named_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        house = start(tmp_path / "home", STAKEHOUSE_PORT=str(port))
        assert house.process.wait(PATIENCE_S) == 1

    assert house.process.stdout is not None
    said = house.process.stdout.read()
    house.process.stdout.close()
    assert f"Port {port} on 127.0.0.1 is taken" in said
    assert f"STAKEHOUSE_PORT={port + 1} make up" in said
    assert not (tmp_path / "home" / "house.json").exists()


def test_a_house_stops_in_order_stands_again_at_once_and_leaves_no_orphans(
    place: Place, standing: House
) -> None:
    family = standing.family()

    standing.process.send_signal(signal.SIGINT)
    assert standing.process.wait(PATIENCE_S) == 0
    assert all_gone(family)

    again = place.stand()
    assert [line for line in again.lines if "Schema" in line or "Three houses" in line] == []
    assert PASSWORD not in "\n".join(again.lines)

    family = again.family()
    again.process.kill()
    again.process.wait()
    wait_until(lambda: all_gone(family), "all parts of the killed parent ended")
