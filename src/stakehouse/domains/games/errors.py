"""The refusals games can give."""

from typing import ClassVar

from stakehouse.kernel.errors import Kind, Refusal


class InvalidChoices(Refusal):
    """What the player chose cannot be played at this game."""

    kind: ClassVar[Kind] = Kind.INVALID


class InvalidConfiguration(Refusal):
    """A game's configuration is malformed or contradicts itself."""

    kind: ClassVar[Kind] = Kind.INVALID


class InvalidSeed(Refusal):
    """A seed or nonce is not of the form the fairness scheme demands."""

    kind: ClassVar[Kind] = Kind.INVALID


class ReturnOutOfBand(Refusal):
    """The exact return of a configuration lies outside the band the tenant allows."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class ExposureTooLarge(Refusal):
    """The highest stake could win more than is stated, or more than the house can book."""

    kind: ClassVar[Kind] = Kind.INVALID


class UnknownGame(Refusal):
    """No engine and no published mapping goes by that code."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND
