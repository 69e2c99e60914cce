"""The refusals of the jackpots."""

from stakehouse.kernel.errors import Kind, Refusal


class JackpotNotFound(Refusal):
    """No such pool in this tenant."""

    kind = Kind.NOT_FOUND
