"""A page of a list, and the cursor that leads to the next one."""

import base64
import binascii
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from stakehouse.kernel.errors import Kind, Refusal

LIMIT_DEFAULT = 50
LIMIT_MAX = 200

T = TypeVar("T")


class InvalidCursor(Refusal):
    """The cursor is not one of ours."""

    kind = Kind.INVALID


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Items of one page and the cursor of the next, ``None`` at the end."""

    items: list[T]
    next: str | None


def encode_cursor(last: UUID) -> str:
    """The opaque text that continues a list behind ``last``."""
    return base64.urlsafe_b64encode(last.bytes).rstrip(b"=").decode()


def decode_cursor(text: str | None) -> UUID | None:
    """The id behind which to go on, or ``None`` for the first page.

    Raises:
        InvalidCursor: the text was not made by :func:`encode_cursor`.
    """
    if text is None:
        return None
    try:
        return UUID(bytes=base64.b64decode(text + "==", altchars=b"-_", validate=True))
    except (binascii.Error, ValueError) as error:
        raise InvalidCursor("This cursor is not valid; start the list again.", field="cursor") from error
