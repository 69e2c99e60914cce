"""Starts the parts in order, takes up again what crashes, and stops all in the reverse order."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from stakehouse.infra.embedded.fault import HouseFault
from stakehouse.infra.embedded.process import (
    Part,
    ended,
    halt,
    last_lines,
    log_size,
    spawn,
    sweep,
    wait_until_ready,
)

BACK_OFF_S = (0.1, 0.5, 1.0, 2.0, 5.0)
"""Seconds before a crashed part is started again, by the number of crashes in a row."""

STEADY_S = 15.0
"""A part that ran this long has recovered: its next crash counts as the first."""

CRASHES_MAX = 10
"""Crashes in a row after which the house gives up."""

WAIT_S = 0.05

STARTING_STOP_LIMIT_S = 2.0
"""A part that never served has nothing to finish: it is given this long to stop, then it is killed."""

Report = Callable[[str], None]
"""Takes one line for the person in front of the house."""


class StopRequested(KeyboardInterrupt):
    """Ctrl-C or a request to end; raised in the main thread."""


@dataclass(slots=True)
class _Running:
    part: Part
    process: subprocess.Popen[bytes]
    started: float
    log_from: int
    crashes: int = 0
    has_served: bool = False
    again_at: float | None = field(default=None)


class Supervisor:
    """The parent of all parts. Use it in the main thread, inside ``listening``."""

    def __init__(self, report: Report) -> None:
        """A supervisor without parts."""
        self._report = report
        self._running: list[_Running] = []

    def start(self, part: Part) -> None:
        """Starts a part and returns when it is ready.

        Raises:
            HouseFault: it ended, or it was not ready in time.
        """
        self.begin(part)()

    def begin(self, part: Part) -> Callable[[], None]:
        """Starts a part; the answer, when called, waits until it is ready or raises the fault."""
        log_from = log_size(part.log)
        running = _Running(part, spawn(part), time.monotonic(), log_from)
        self._running.append(running)

        def wait() -> None:
            wait_until_ready(part, running.process, log_from=log_from)
            running.has_served = True

        return wait

    def wait_for(self, is_ready: Callable[[], bool], *, limit_s: float) -> None:
        """Returns when all parts together serve.

        Raises:
            HouseFault: one of them ended meanwhile, or it took too long.
        """
        until = time.monotonic() + limit_s
        while not is_ready():
            for running in self._running:
                if running.process.poll() is not None:
                    raise ended(running.part, running.process.returncode, log_from=running.log_from)
            if time.monotonic() > until:
                last = self._running[-1].part
                raise HouseFault(
                    f"The house was not ready within {limit_s:.0f} s.",
                    f"The logs lie in {last.log.parent}.",
                    last_lines(last.log, self._running[-1].log_from),
                )
            time.sleep(WAIT_S)
        for running in self._running:
            running.has_served = True

    def watch(self) -> None:
        """Takes up again whatever crashes; returns only by an exception.

        Raises:
            StopRequested: a person or the system asked the house to stop.
            HouseFault: a part crashed too often in a row.
        """
        with _woken_by_signals() as woken:
            while True:
                for running in self._running:
                    self._tend(running)
                select.select([woken], [], [], self._pause())
                _drain(woken)

    def stop(self) -> None:
        """Stops all parts, the last started first."""
        while self._running:
            running = self._running.pop()
            limit_s = running.part.stop_limit_s
            if not running.has_served:
                limit_s = min(limit_s, STARTING_STOP_LIMIT_S)
            if not halt(running.part, running.process, limit_s=limit_s):
                self._report(f"{running.part.name} did not stop within {limit_s:.0f} s: killed")

    def _tend(self, running: _Running) -> None:
        now = time.monotonic()
        if running.again_at is None:
            if running.process.poll() is not None:
                self._note_crash(running, now)
        elif now >= running.again_at:
            sweep(running.process)
            running.log_from = log_size(running.part.log)
            running.process = spawn(running.part)
            running.started = now
            running.again_at = None
            self._report(f"{running.part.name} started again")

    def _note_crash(self, running: _Running, now: float) -> None:
        running.crashes = 1 if now - running.started > STEADY_S else running.crashes + 1
        fault = ended(running.part, running.process.returncode, log_from=running.log_from)
        if running.crashes > CRASHES_MAX:
            raise HouseFault(
                f"{running.part.name} ended {running.crashes} times in a row.",
                fault.remedy,
                fault.lines,
            )
        delay = BACK_OFF_S[min(running.crashes, len(BACK_OFF_S)) - 1]
        running.again_at = now + delay
        self._report(f"{fault.problem} {fault.remedy} Starting it again in {delay:g} s.")

    def _pause(self) -> float | None:
        """Seconds until something is due; ``None`` waits for a signal."""
        due = [running.again_at for running in self._running if running.again_at is not None]
        return max(0.0, min(due) - time.monotonic()) if due else None


@contextmanager
def listening() -> Iterator[None]:
    """Turns Ctrl-C and requests to end into ``StopRequested`` for as long as the block lasts."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        # Once is enough: a second Ctrl-C must not interrupt the orderly stop.
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
        raise StopRequested

    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup means what it says
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _woken_by_signals() -> Iterator[int]:
    """A pipe that becomes readable when a signal arrives, the end of a child among them."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    before = signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    previous = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    try:
        yield reader
    finally:
        signal.set_wakeup_fd(previous)
        signal.signal(signal.SIGCHLD, before)
        os.close(reader)
        os.close(writer)


def _drain(reader: int) -> None:
    try:
        os.read(reader, 4096)
    except BlockingIOError:
        return
