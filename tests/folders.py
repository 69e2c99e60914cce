"""Where servers of tests keep their files."""

import os
import shutil
from functools import cache
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - the folders made in it have names of their own
ROOM = 4 * 1024**3


@cache
def throw_away() -> Path | None:
    """A folder in memory, if there is one with room; None stands for the system's temporary files.

    A copy of a database is a thousand files. What a killed process has written survives in either.
    """
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room else None
