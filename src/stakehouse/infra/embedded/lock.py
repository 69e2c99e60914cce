"""One parent per state folder, told by a lock that the kernel drops when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stakehouse.infra.embedded.fault import HouseFault, storage_fault
from stakehouse.infra.embedded.home import FOLDER_MODE


@contextmanager
def lock_home(path: Path) -> Iterator[bool]:
    """Holds the folder for as long as the block lasts; tells whether its last holder was killed.

    Raises:
        HouseFault: another process holds it.
    """
    try:
        path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        handle = os.open(path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise storage_fault(path, error) from error
    try:
        _take(handle, path)
        was_killed = os.fstat(handle).st_size > 0
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        try:
            yield was_killed
        finally:
            os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def held_by(path: Path) -> int | None:
    """The process that holds the folder, or ``None`` if nobody does."""
    try:
        handle = os.open(path / "lock", os.O_RDWR)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        text = os.pread(handle, 32, 0).decode(errors="replace")
        return int(text) if text.isdecimal() else None
    finally:
        os.close(handle)
    return None


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        text = os.pread(handle, 32, 0).decode(errors="replace")
        raise HouseFault(
            f"A house already stands in {path} (process {text or 'unknown'}).",
            "Stop it with 'make down', or let STAKEHOUSE_HOME name another folder.",
        ) from error
