"""The refusals of the console."""

from typing import ClassVar

from stakehouse.kernel.errors import Kind, Refusal


class SlugTaken(Refusal):
    """Another house has, or had, this name."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class WrongStatus(Refusal):
    """The house is not in the status this starts from."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class HouseNotReady(Refusal):
    """Something in the house is under way, or owed, and has to end first."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class ClosingAsked(Refusal):
    """The closing of the house is asked for already, and waits for a second person."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class InvitationOver(Refusal):
    """The invitation was used, has run out, or never was."""

    kind: ClassVar[Kind] = Kind.GONE
