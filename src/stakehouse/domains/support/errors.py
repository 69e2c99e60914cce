"""The refusals of support."""

from typing import ClassVar

from stakehouse.kernel.errors import Kind, Refusal


class ComplaintNotFound(Refusal):
    """No complaint of that number that the asker may know of."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class ComplaintClosed(Refusal):
    """The complaint is closed."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class WrongState(Refusal):
    """The complaint is not in a state in which this can be done."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class TooEarly(Refusal):
    """The house still has time to answer."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class TooManyComplaints(Refusal):
    """The member has more open complaints than anybody can follow."""

    kind: ClassVar[Kind] = Kind.TOO_MANY
