"""Why the house cannot stand, and what a person can do about it."""

import errno
from pathlib import Path


class HouseFault(Exception):  # noqa: N818 - a fault of the surroundings, not of the code
    """The house cannot start or go on, for a reason outside the code.

    Attributes:
        problem: one sentence that says what is wrong.
        remedy: one or two sentences that say what to do.
        lines: the last lines of the part's own log, if it had something to say.
    """

    def __init__(self, problem: str, remedy: str, lines: tuple[str, ...] = ()) -> None:
        """Keeps the sentences."""
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy
        self.lines = lines


def storage_fault(path: Path, error: OSError) -> HouseFault:
    """The fault behind a failed access to a file or folder."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return HouseFault(
                f"The disk that holds {path} is full.",
                "Free some space, or let STAKEHOUSE_HOME name a folder on another disk.",
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return HouseFault(
                f"{path} cannot be written: {error.strerror}.",
                "Give this user the right to write there, or let STAKEHOUSE_HOME name a folder "
                "that may be written.",
            )
        case errno.ENOTDIR | errno.EEXIST | errno.EISDIR:
            return HouseFault(
                f"{path} is in the way: {error.strerror}.",
                "Move it aside, or let STAKEHOUSE_HOME name another folder.",
            )
        case _:
            return HouseFault(
                f"{path} cannot be used: {error.strerror or error}.",
                "Check the disk, or let STAKEHOUSE_HOME name another folder.",
            )
