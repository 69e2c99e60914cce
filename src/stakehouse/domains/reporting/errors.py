"""The refusals of reporting."""

from typing import ClassVar

from stakehouse.kernel.errors import Kind, Refusal


class PackNotFound(Refusal):
    """There is no such evidence pack."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class PackNotReady(Refusal):
    """The evidence pack is not built yet."""

    kind: ClassVar[Kind] = Kind.CONFLICT
