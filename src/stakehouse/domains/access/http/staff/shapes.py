"""Shapes that the staff's routes of access share."""

from typing import Literal
from uuid import UUID

from stakehouse.infra.web.shapes import Request
from stakehouse.kernel.reach import WHOLE_TENANT, Scope, ScopeKind


class ScopeShape(Request):
    """The whole tenant, or one restaurant or downline by its id."""

    kind: Literal["tenant", "restaurant", "downline", "platform"] = "tenant"
    id: UUID | None = None


def scope_shape(scope: Scope) -> ScopeShape:
    """A scope on the wire."""
    return ScopeShape(kind=scope.kind.value, id=scope.id)


def scope_of(shape: ScopeShape | None) -> Scope:
    """The scope that a body asks for; the whole tenant if it names none."""
    return WHOLE_TENANT if shape is None else Scope(ScopeKind(shape.kind), shape.id)
