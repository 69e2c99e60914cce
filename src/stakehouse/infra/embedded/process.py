"""One part as a process: how it is started, known to be ready, and stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from stakehouse.infra.embedded.fault import HouseFault, storage_fault

LAUNCHER = Path(__file__).with_name("launch.py")
LOG_SIZE_MAX = 8 * 1024 * 1024
LOG_LINES_SHOWN = 8
POLL_S = 0.02


@dataclass(frozen=True, slots=True)
class Identity:
    """As whom a part runs when the parent is the superuser.

    Attributes:
        user: the system user it becomes.
        capability: the number of the one capability it keeps, if it needs one.
    """

    user: str
    capability: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A program of the house.

    Attributes:
        name: what people call it, in messages and as the name of its log.
        command: absolute path of the program and its arguments.
        log: the file that takes what it prints.
        is_ready: whether it serves, given the process id; quick, never raises.
        ready_limit_s: seconds after which a part that is not ready counts as failed.
        stop_signal: asks it to stop in good order; also sent by the kernel if the parent dies.
        stop_limit_s: seconds it may take for that.
        environment: its whole environment; ``None`` inherits the parent's.
        identity: as whom it runs; ``None`` for the parent's own user.
        explain: turns the last lines of its log into what a person should do, if it can.
    """

    name: str
    command: tuple[str, ...]
    log: Path
    is_ready: Callable[[int], bool]
    ready_limit_s: float = 60.0
    stop_signal: signal.Signals = signal.SIGTERM
    stop_limit_s: float = 30.0
    environment: Mapping[str, str] | None = None
    identity: Identity | None = None
    explain: Callable[[tuple[str, ...]], str | None] | None = None


def launched(command: tuple[str, ...], identity: Identity | None, death: signal.Signals) -> list[str]:
    """The command line that runs a command through the launcher."""
    capability = None if identity is None else identity.capability
    return [
        sys.executable,
        "-I",
        "-S",
        str(LAUNCHER),
        str(os.getpid()),
        str(int(death)),
        "-" if identity is None else identity.user,
        "-" if capability is None else str(capability),
        *command,
    ]


def spawn(part: Part) -> subprocess.Popen[bytes]:
    """Starts a part in a session of its own, so that the terminal's Ctrl-C does not reach it.

    The kernel ties it to the *thread* that calls this: call it from the main one.
    """
    try:
        _turn_over(part.log)
        with part.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own command line, no shell
                launched(part.command, part.identity, part.stop_signal),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=None if part.environment is None else dict(part.environment),
                start_new_session=True,
            )
    except OSError as error:
        raise storage_fault(part.log, error) from error


def wait_until_ready(part: Part, process: subprocess.Popen[bytes], *, log_from: int = 0) -> None:
    """Returns as soon as a part serves; raises the fault if it ends before or takes too long."""
    until = time.monotonic() + part.ready_limit_s
    while not part.is_ready(process.pid):
        if process.poll() is not None:
            raise ended(part, process.returncode, log_from=log_from)
        if time.monotonic() > until:
            raise HouseFault(
                f"{part.name} was not ready within {part.ready_limit_s:.0f} s.",
                f"Its log is {part.log}.",
                last_lines(part.log, log_from),
            )
        time.sleep(POLL_S)


def ended(part: Part, status: int, *, log_from: int = 0) -> HouseFault:
    """The fault of a part that ended by itself."""
    lines = last_lines(part.log, log_from)
    advice = part.explain(lines) if part.explain is not None else None
    return HouseFault(
        f"{part.name} ended by itself ({_manner(status)}).",
        advice or f"Its log is {part.log}.",
        lines,
    )


def halt(part: Part, process: subprocess.Popen[bytes], *, limit_s: float | None = None) -> bool:
    """Stops a part and whatever is left of its process group; answers whether it went in order."""
    in_order = True
    if process.poll() is None:
        process.send_signal(part.stop_signal)
        try:
            process.wait(part.stop_limit_s if limit_s is None else limit_s)
        except subprocess.TimeoutExpired:
            in_order = False
            process.kill()
            process.wait()
    sweep(process)
    return in_order


def sweep(process: subprocess.Popen[bytes]) -> None:
    """Ends what a part that has ended left behind in its process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def run_to_end(name: str, command: tuple[str, ...], log: Path, *, limit_s: float) -> None:
    """Runs a command that ends by itself; what it prints goes to the log.

    Raises:
        HouseFault: it failed, or took too long.
    """
    task = Part(name=name, command=command, log=log, is_ready=lambda _process_id: True)
    log_from = log_size(log)
    process = spawn(task)
    try:
        status = process.wait(limit_s)
    except subprocess.TimeoutExpired as error:
        raise HouseFault(
            f"{name} did not end within {limit_s:.0f} s.", f"Its log is {log}.", last_lines(log, log_from)
        ) from error
    finally:
        halt(task, process)
    if status != 0:
        raise ended(task, status, log_from=log_from)


@contextmanager
def running(part: Part) -> Iterator[subprocess.Popen[bytes]]:
    """A part, ready, for as long as the block lasts."""
    process = spawn(part)
    try:
        wait_until_ready(part, process)
        yield process
    finally:
        halt(part, process)


def last_lines(log: Path, since: int = 0) -> tuple[str, ...]:
    """The last lines of a log, from a position on."""
    try:
        with log.open("rb") as stream:
            end = stream.seek(0, os.SEEK_END)
            stream.seek(max(min(since, end), end - 8192))
            text = stream.read().decode(errors="replace")
    except OSError:
        return ()
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    return tuple(lines[-LOG_LINES_SHOWN:])


def log_size(log: Path) -> int:
    """The present size of a log; what follows was written later."""
    try:
        return log.stat().st_size
    except OSError:
        return 0


def _turn_over(log: Path) -> None:
    """Keeps one predecessor of a log that has grown large."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log_size(log) > LOG_SIZE_MAX:
        log.replace(log.with_suffix(".1.log"))


def _manner(status: int) -> str:
    if status < 0:
        return f"killed by {signal.Signals(-status).name}"
    return f"exit status {status}"
