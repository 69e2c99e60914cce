"""The SQL of roles and their permissions."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, delete, distinct, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.access.tables import role_grants, role_permissions, roles, staff_invitations
from stakehouse.domains.access.types import Role
from stakehouse.infra.tx import Tx


async def put_role(tx: Tx, role: Role) -> None:
    """Writes a role and exactly its permissions."""
    await tx.conn.execute(
        delete(role_permissions).where(
            role_permissions.c.tenant_id == tx.tenant_id,
            role_permissions.c.role == role.code,
            role_permissions.c.permission.not_in(sorted(role.permissions)),
        )
    )
    await put_roles(tx, [role])


async def put_roles(tx: Tx, written: Sequence[Role]) -> None:
    """Writes roles and their permissions; whatever else they permitted, they still do."""
    statement = upsert(roles)
    await tx.conn.execute(
        statement.on_conflict_do_update(
            index_elements=["tenant_id", "code"],
            set_={name: statement.excluded[name] for name in ("title", "shipped", "version", "updated_at")},
        ),
        [
            {
                "tenant_id": tx.tenant_id,
                "code": role.code,
                "title": role.title,
                "shipped": role.shipped,
                "version": role.version,
                "created_at": tx.now,
                "updated_at": tx.now,
            }
            for role in written
        ],
    )
    rows = [
        {
            "tenant_id": tx.tenant_id,
            "role": role.code,
            "permission": permission,
            "max_amount": role.ceilings.get(permission),
        }
        for role in written
        for permission in sorted(role.permissions)
    ]
    if not rows:
        return
    statement = upsert(role_permissions)
    await tx.conn.execute(
        statement.on_conflict_do_update(
            index_elements=["tenant_id", "role", "permission"],
            set_={"max_amount": statement.excluded.max_amount},
        ),
        rows,
    )


async def list_roles(tx: Tx) -> list[Role]:
    """The roles of the tenant with their permissions, in alphabetical order."""
    held_by = (
        select(func.count(distinct(role_grants.c.user_id)))
        .where(role_grants.c.tenant_id == roles.c.tenant_id, role_grants.c.role == roles.c.code)
        .correlate(roles)
        .scalar_subquery()
    )
    order = role_permissions.c.permission
    rows = await tx.conn.execute(
        select(
            roles.c.code,
            roles.c.title,
            roles.c.shipped,
            roles.c.version,
            func.array_remove(func.array_agg(aggregate_order_by(order, order)), None).label("permissions"),
            func.array_agg(aggregate_order_by(role_permissions.c.max_amount, order)).label("ceilings"),
            held_by.label("holders"),
        )
        .outerjoin(
            role_permissions,
            and_(role_permissions.c.tenant_id == roles.c.tenant_id, role_permissions.c.role == roles.c.code),
        )
        .where(roles.c.tenant_id == tx.tenant_id)
        .group_by(roles.c.tenant_id, roles.c.code, roles.c.title, roles.c.shipped, roles.c.version)
        .order_by(roles.c.code)
    )
    return [_role(row) for row in rows]


async def role(tx: Tx, code: str) -> Role | None:
    """One role of the tenant."""
    return next((found for found in await list_roles(tx) if found.code == code), None)


async def lock_role(tx: Tx, code: str) -> Role | None:
    """One role under its lock: two who change it wait for each other here."""
    locked = await tx.conn.execute(
        select(roles.c.code).where(roles.c.tenant_id == tx.tenant_id, roles.c.code == code).with_for_update()
    )
    return None if locked.one_or_none() is None else await role(tx, code)


async def delete_role(tx: Tx, code: str) -> None:
    """Deletes a role that nobody holds, and the invitations to it."""
    await tx.conn.execute(
        delete(staff_invitations).where(
            staff_invitations.c.tenant_id == tx.tenant_id, staff_invitations.c.role == code
        )
    )
    await tx.conn.execute(delete(roles).where(roles.c.tenant_id == tx.tenant_id, roles.c.code == code))


def _role(row: Any) -> Role:  # noqa: ANN401 - a row of several types
    pairs = zip(row.permissions, row.ceilings, strict=False)
    return Role(
        row.code,
        row.title,
        frozenset(row.permissions),
        row.shipped,
        {permission: ceiling for permission, ceiling in pairs if ceiling is not None},
        row.version,
        row.holders,
    )
