"""The parts live and die with their parent, and come back when they crash."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from stakehouse.infra.embedded import HouseFault, Part, Supervisor, supervisor
from tests.infra.embedded.conftest import SmallHouse, wait_until

StartHouse = Callable[[Path], SmallHouse]


def lives(process: psutil.Process) -> bool:
    # The server's own helpers come and go: one may end between the question and the answer.
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def gone(processes: list[psutil.Process]) -> bool:
    return not any(lives(process) for process in processes)


def names_of(processes: list[psutil.Process]) -> set[str]:
    names = set()
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            names.add(process.name())
    return names


def test_a_killed_parent_leaves_no_orphans_and_no_damage(made: Path, house: StartHouse) -> None:
    first = house(made)
    first.hear("standing")
    first.sql("CREATE TABLE orphans AS SELECT 7 AS figure")
    family = first.family()
    assert {"postgres", "nats-server"} <= names_of(family)

    first.process.kill()
    first.process.wait()

    wait_until(lambda: gone(family), "all parts ended")
    second = house(made)
    second.hear("standing")
    assert second.sql("SELECT figure FROM orphans") == 7


def test_the_next_start_waits_for_the_parts_of_a_killed_parent(made: Path, house: StartHouse) -> None:
    first = house(made)
    first.hear("standing")

    first.process.kill()
    second = house(made)

    second.hear("standing")


def test_everything_killed_at_once_is_recovered(made: Path, house: StartHouse) -> None:
    first = house(made)
    first.hear("standing")
    first.sql("CREATE TABLE kept AS SELECT 7 AS figure")

    for process in [*first.family(), psutil.Process(first.process.pid)]:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    first.process.wait()

    second = house(made)
    second.hear("standing")
    assert second.sql("SELECT figure FROM kept") == 7


@pytest.mark.parametrize("part", ["postgres", "nats-server"])
def test_a_crashed_part_is_started_again_and_says_so(made: Path, house: StartHouse, part: str) -> None:
    standing = house(made)
    standing.hear("standing")
    before = standing.parts()[part].pid

    standing.parts()[part].kill()

    assert "killed by SIGKILL" in standing.hear("ended by itself")
    standing.hear("started again")
    wait_until(lambda: part in standing.parts(), "the part is back")
    assert standing.parts()[part].pid != before


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM])
def test_a_request_to_end_stops_all_in_order(
    made: Path, house: StartHouse, request_to_end: signal.Signals
) -> None:
    standing = house(made)
    standing.hear("standing")
    family = standing.family()

    standing.process.send_signal(request_to_end)

    standing.hear("stopped")
    assert standing.process.wait() == 0
    assert gone(family)
    assert not (made / "postgres" / "postmaster.pid").exists()


def test_no_process_serves_as_the_superuser_of_the_system(made: Path, house: StartHouse) -> None:
    standing = house(made)
    standing.hear("standing")

    assert standing.parts()["postgres"].uids().real != 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows such turns")
def test_every_part_takes_long_turns(made: Path, house: StartHouse) -> None:
    standing = house(made)
    standing.hear("standing")

    policies = {name: os.sched_getscheduler(part.pid) for name, part in standing.parts().items()}

    assert policies.keys() >= {"postgres"}
    assert set(policies.values()) == {os.SCHED_BATCH}


def test_a_second_house_in_the_same_folder_is_refused(made: Path, house: StartHouse) -> None:
    first = house(made)
    first.hear("standing")

    said = house(made).hear("fault")

    assert f"process {first.process.pid}" in said
    assert "make down" in said
    assert first.sql("SELECT 1") == 1


def test_a_part_that_keeps_crashing_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF_S", (0.0,))
    said: list[str] = []
    parent = Supervisor(said.append)
    command = (
        sys.executable,
        "-c",
        "import time; print('out of ideas', flush=True); time.sleep(0.05); 1 / 0",
    )
    parent.start(
        Part(name="poet", command=command, log=tmp_path / "poet.log", is_ready=lambda _process: True)
    )

    with pytest.raises(HouseFault, match="poet ended 11 times in a row") as refused:
        parent.watch()
    parent.stop()

    assert "ZeroDivisionError" in refused.value.lines[-1]
    assert said.count("poet started again") == 10


def test_a_part_that_never_gets_ready_is_stopped_and_explained(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "print('still thinking', flush=True); import time; time.sleep(60)")
    part = Part(
        name="poet",
        command=command,
        log=tmp_path / "p.log",
        is_ready=lambda _process: False,
        ready_limit_s=0.5,
    )
    parent = Supervisor(lambda _line: None)

    with pytest.raises(HouseFault, match="poet was not ready within") as refused:
        parent.start(part)
    parent.stop()

    assert refused.value.lines == ("still thinking",)


def test_a_part_that_ignores_the_request_is_killed_and_reported(tmp_path: Path) -> None:
    text = (
        "import signal, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print('up', flush=True)\n"
        "time.sleep(60)\n"
    )
    log = tmp_path / "mule.log"
    said: list[str] = []
    parent = Supervisor(said.append)
    parent.start(
        Part(
            name="mule",
            command=(sys.executable, "-c", text),
            log=log,
            is_ready=lambda _process: "up" in log.read_text(),
            stop_limit_s=0.2,
        )
    )

    parent.stop()

    assert said == ["mule did not stop within 0 s: killed"]


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Whoever started the tests in the background may have had them ignore the keyboard."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_what_a_crashed_part_leaves_behind_is_ended(tmp_path: Path) -> None:
    log = tmp_path / "boss.log"
    text = (
        "import subprocess, sys, time\n"
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    said: list[str] = []
    parent = Supervisor(said.append)
    parent.start(
        Part(
            name="boss",
            command=(sys.executable, "-c", text),
            log=log,
            is_ready=lambda _process: log.read_text().strip().isdecimal(),
        )
    )
    left = psutil.Process(int(log.read_text()))
    boss = left.parent()
    assert boss is not None

    boss.kill()
    interrupt = threading.Timer(1.0, signal.raise_signal, [signal.SIGINT])
    interrupt.start()
    with pytest.raises(KeyboardInterrupt):
        parent.watch()
    parent.stop()
    interrupt.join()

    assert said[-1] == "boss started again"
    assert not left.is_running() or left.status() == psutil.STATUS_ZOMBIE


def test_waiting_for_the_whole_house_notices_a_part_that_ends(tmp_path: Path) -> None:
    parent = Supervisor(lambda _line: None)
    command = (sys.executable, "-c", "raise SystemExit(3)")
    parent.start(Part(name="guest", command=command, log=tmp_path / "g.log", is_ready=lambda _process: True))
    started = time.monotonic()

    with pytest.raises(HouseFault, match=r"guest ended by itself \(exit status 3\)"):
        parent.wait_for(lambda: False, limit_s=30)
    parent.stop()

    assert time.monotonic() - started < 20
