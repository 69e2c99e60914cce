"""Refusals: the expected "no" of the house, told in words a person can act on.

A refusal is not a bug. It names a *kind*, which the edge turns into an HTTP status once, and a
stable *code*, which is the class name in snake_case. Bugs are assertions and crash.
"""

import re
from collections.abc import Mapping
from enum import Enum
from typing import ClassVar


class Kind(Enum):
    """What sort of "no" a refusal is; the edge maps each to one HTTP status."""

    INVALID = "invalid"  # 422: the request cannot be understood as meant
    UNAUTHENTICATED = "unauthenticated"  # 401: we do not know who asks
    UNPAID = "unpaid"  # 402: the money is not there
    FORBIDDEN = "forbidden"  # 403: known, and not allowed
    NOT_FOUND = "not_found"  # 404: not there, or not yours to know of
    CONFLICT = "conflict"  # 409: the state of things says no
    GONE = "gone"  # 410: it was there and is over
    LOCKED = "locked"  # 423: the person is kept out for their own protection
    TOO_MANY = "too_many"  # 429: later
    UNAVAILABLE = "unavailable"  # 503: nothing happened; try again


_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Refusal(Exception):  # noqa: N818 - "refusal" is the house's word, an Error would be a bug
    """An expected "no".

    Attributes:
        kind: the sort of refusal.
        code: stable snake_case name, derived from the class name.
        detail: one sentence for the person who asked.
        field: the request field it concerns, if one does.
        retry_after_s: seconds after which asking again makes sense, if it does.
        facts: further public values for the problem document (limits, balances as strings).
    """

    kind: ClassVar[Kind] = Kind.CONFLICT
    title: ClassVar[str] = "Refused"
    code: ClassVar[str] = "refusal"

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Derives the stable code from the class name."""
        super().__init_subclass__(**kwargs)
        cls.code = _WORD.sub("_", cls.__name__).lower()
        if "title" not in cls.__dict__:
            cls.title = _WORD.sub(" ", cls.__name__).capitalize()

    def __init__(
        self,
        detail: str,
        *,
        field: str | None = None,
        retry_after_s: int | None = None,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """Keeps the sentence and what goes with it."""
        super().__init__(detail)
        self.detail = detail
        self.field = field
        self.retry_after_s = retry_after_s
        self.facts: Mapping[str, object] = facts or {}


class Invalid(Refusal):
    """The request is malformed in a way the shape check could not see."""

    kind = Kind.INVALID


class NotFound(Refusal):
    """Nothing of that id that the asker may know of."""

    kind = Kind.NOT_FOUND


class Unauthenticated(Refusal):
    """No valid token, or the session behind it has ended."""

    kind = Kind.UNAUTHENTICATED


class Forbidden(Refusal):
    """Known, but without the permission this act needs."""

    kind = Kind.FORBIDDEN


class StepUpRequired(Refusal):
    """Allowed, once the person has proved again that it is them; ``methods`` says how they can."""

    kind = Kind.FORBIDDEN


class SecondFactorRequired(Refusal):
    """Allowed only to people who signed in with a second factor; set one up first."""

    kind = Kind.FORBIDDEN


class Overloaded(Refusal):
    """The queue is full; nothing happened."""

    kind = Kind.UNAVAILABLE


class OutcomeUnknown(Refusal):
    """The answer was lost on the way; asking again with the same key tells the truth."""

    kind = Kind.UNAVAILABLE


class InternalError(Refusal):
    """A fault of ours hit this one act; it was not carried out and has been reported."""

    kind = Kind.UNAVAILABLE


class IdempotencyConflict(Refusal):
    """The key was used before with other content."""

    kind = Kind.CONFLICT
