"""The reach of a permission as an SQL condition, so that a list shows what its details would open.

The other half is :meth:`stakehouse.kernel.reach.Reach.covers`, which decides about one row in memory;
both read the same reach, and a property test holds them together.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, not_, or_, true

from stakehouse.kernel.reach import Reach, Scope, ScopeKind


def within(
    reach: Reach,
    *,
    restaurant: ColumnElement[Any] | None = None,
    upline: ColumnElement[Any] | None = None,
) -> ColumnElement[bool]:
    """What a row must fulfil to lie within a reach.

    Args:
        reach: of the permission under which the list is read.
        restaurant: the row's restaurant; without it the row lies in none.
        upline: the member who brought the row's member; without it nobody did.
    """
    columns = {ScopeKind.RESTAURANT: restaurant, ScopeKind.DOWNLINE: upline}

    def holds(scope: Scope) -> ColumnElement[bool]:
        if scope.kind is ScopeKind.TENANT:
            return true()
        column = columns.get(scope.kind)
        return false() if column is None else and_(column.is_not(None), column == scope.id)

    allowed = or_(false(), *(holds(stretch.scope) for stretch in reach.stretches))
    return and_(allowed, not_(or_(false(), *(holds(scope) for scope in reach.denied))))
