"""The refusals compliance can give."""

from typing import ClassVar

from stakehouse.kernel.errors import Kind, Refusal


class Excluded(Refusal):
    """A time-out or self-exclusion keeps the member from playing and depositing."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class SignInExcluded(Excluded):
    """The same protection at the door: no sign-in while it lasts."""

    kind: ClassVar[Kind] = Kind.LOCKED


# One word for one protection, wherever it is met; the class name would have made it another.
SignInExcluded.code = Excluded.code
SignInExcluded.title = Excluded.title


class LimitReached(Refusal):
    """A limit of the member's own would be passed."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class NoPendingChange(Refusal):
    """The limit has no change that waits."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class CoolingOff(Refusal):
    """A raise or removal was confirmed before its waiting time is over."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class InvalidTimeOut(Refusal):
    """A time-out lasts one to forty-two days."""

    kind: ClassVar[Kind] = Kind.INVALID


class AlreadyExcluded(Refusal):
    """A protection at least as long is in force; it is never shortened."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class OwnAccount(Refusal):
    """Nobody adjusts, or lets somebody adjust, their own balance."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN
