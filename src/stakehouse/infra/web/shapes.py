"""Bases of the wire shapes: strict requests, complete answers, problem documents."""

from datetime import datetime
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, PlainSerializer, StringConstraints

from stakehouse.kernel.clock import wire


class Request(BaseModel):
    """Base of request bodies: unknown fields are refused, types are not coerced from others."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_max_length=4000)


class Answer(BaseModel):
    """Base of answers: every field is always present."""

    model_config = ConfigDict(frozen=True)


Moment = Annotated[datetime, PlainSerializer(wire, return_type=str, when_used="json")]
"""A time on the wire: RFC 3339 in UTC with milliseconds."""

REASON_MIN, REASON_MAX = 3, 500

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=REASON_MIN, max_length=REASON_MAX)
]
"""Why somebody acts, in their own words; blanks are none."""

T = TypeVar("T")


class ListAnswer(Answer, Generic[T]):
    """A page of a list."""

    items: list[T]
    next: str | None = None


class Problem(BaseModel):
    """An RFC 9457 problem document."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    instance: str | None = None
    errors: list[dict[str, str]] | None = None
