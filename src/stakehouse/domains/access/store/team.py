"""The SQL of staff, and of what is granted and denied to them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.access.store.roles import list_roles
from stakehouse.domains.access.tables import (
    permission_overrides,
    platform_grants,
    role_grants,
    staff_members,
)
from stakehouse.domains.access.types import Effect, Grant, Override, PlatformRole
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id
from stakehouse.kernel.reach import Scope, ScopeKind


async def put_staff(tx: Tx, user_id: UserId, name: str) -> bool:
    """Makes a user an active member of staff; whether that is new."""
    row = await tx.conn.execute(
        upsert(staff_members)
        .values(
            tenant_id=tx.tenant_id,
            user_id=user_id,
            name=name,
            status="active",
            created_at=tx.now,
            updated_at=tx.now,
        )
        .on_conflict_do_update(
            index_elements=["tenant_id", "user_id"],
            set_={"status": "active", "name": name, "updated_at": tx.now},
            where=staff_members.c.status != "active",
        )
        .returning(staff_members.c.user_id)
    )
    return row.one_or_none() is not None


async def remove_staff(tx: Tx, user_id: UserId) -> bool:
    """Takes a user off the staff, and all their roles; false if they were not on it."""
    row = await tx.conn.execute(
        update(staff_members)
        .where(*_staff(tx, user_id))
        .values(status="removed", updated_at=tx.now)
        .returning(staff_members.c.user_id)
    )
    for table in (role_grants, permission_overrides):
        await tx.conn.execute(
            delete(table).where(table.c.tenant_id == tx.tenant_id, table.c.user_id == user_id)
        )
    return row.one_or_none() is not None


async def staff_name(tx: Tx, user_id: UserId) -> str | None:
    """The name of an active member of staff; ``None`` if the user is none."""
    row = await tx.conn.execute(select(staff_members.c.name).where(*_staff(tx, user_id)))
    return row.scalar_one_or_none()


async def list_staff(tx: Tx) -> list[tuple[UserId, str]]:
    """The active staff of the tenant, by name."""
    rows = await tx.conn.execute(
        select(staff_members.c.user_id, staff_members.c.name)
        .where(staff_members.c.tenant_id == tx.tenant_id, staff_members.c.status == "active")
        .order_by(staff_members.c.name, staff_members.c.user_id)
    )
    return [(UserId(row.user_id), row.name) for row in rows]


async def add_grant(
    tx: Tx,
    user_id: UserId,
    role_code: str,
    *,
    scope: Scope,
    expires_at: datetime | None,
    granted_by: UUID | None,
    reason: str,
) -> bool:
    """Grants a role, or changes how long it is held; false if the person holds it so already."""
    row = await tx.conn.execute(
        upsert(role_grants)
        .values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            user_id=user_id,
            role=role_code,
            scope_kind=scope.kind.value,
            scope_id=scope.id,
            granted_by=granted_by,
            granted_at=tx.now,
            expires_at=expires_at,
            reason=reason,
        )
        .on_conflict_do_update(
            index_elements=["tenant_id", "user_id", "role", "scope_kind", "scope_id"],
            set_={"expires_at": expires_at, "granted_by": granted_by, "granted_at": tx.now, "reason": reason},
            where=role_grants.c.expires_at.is_distinct_from(expires_at),
        )
        .returning(role_grants.c.id)
    )
    return row.one_or_none() is not None


async def delete_grants(tx: Tx, user_id: UserId, ids: Collection[UUID]) -> None:
    """Revokes grants of a person."""
    await tx.conn.execute(
        delete(role_grants).where(
            role_grants.c.tenant_id == tx.tenant_id,
            role_grants.c.user_id == user_id,
            role_grants.c.id.in_(ids),
        )
    )


async def holders(tx: Tx, role_code: str) -> list[UserId]:
    """Who holds a role for good in the whole tenant, their grants locked until the transaction ends."""
    rows = await tx.conn.execute(
        select(role_grants.c.user_id)
        .where(
            role_grants.c.tenant_id == tx.tenant_id,
            role_grants.c.role == role_code,
            role_grants.c.scope_kind == ScopeKind.TENANT.value,
            role_grants.c.expires_at.is_(None),
        )
        .order_by(role_grants.c.id)
        .with_for_update()
    )
    return [UserId(row.user_id) for row in rows]


async def grants(tx: Tx, user_id: UserId | None = None) -> dict[UserId, list[Grant]]:
    """The grants of a person, or of all, those over included; each with its role."""
    query = select(role_grants).where(role_grants.c.tenant_id == tx.tenant_id)
    if user_id is not None:
        query = query.where(role_grants.c.user_id == user_id)
    rows = (await tx.conn.execute(query.order_by(role_grants.c.id))).all()
    roles = {role.code: role for role in await list_roles(tx)} if rows else {}
    found: dict[UserId, list[Grant]] = {}
    for row in rows:
        grant = Grant(
            row.id,
            roles[row.role],
            Scope(ScopeKind(row.scope_kind), row.scope_id),
            row.granted_by,
            row.granted_at,
            row.expires_at,
            row.reason,
        )
        found.setdefault(UserId(row.user_id), []).append(grant)
    return found


async def overrides(tx: Tx, user_id: UserId | None = None) -> dict[UserId, list[Override]]:
    """What was decided for a person alone, or for each of all."""
    query = select(permission_overrides).where(permission_overrides.c.tenant_id == tx.tenant_id)
    if user_id is not None:
        query = query.where(permission_overrides.c.user_id == user_id)
    found: dict[UserId, list[Override]] = {}
    for row in await tx.conn.execute(query.order_by(permission_overrides.c.id)):
        override = Override(
            row.id,
            row.permission,
            Effect(row.effect),
            Scope(ScopeKind(row.scope_kind), row.scope_id),
            row.max_amount,
            row.reason,
            row.granted_by,
            row.granted_at,
            row.expires_at,
        )
        found.setdefault(UserId(row.user_id), []).append(override)
    return found


async def add_override(tx: Tx, user_id: UserId, override: Override) -> None:
    """Decides about one permission of one person."""
    await tx.conn.execute(
        insert(permission_overrides).values(
            tenant_id=tx.tenant_id,
            id=override.id,
            user_id=user_id,
            permission=override.permission,
            effect=override.effect.value,
            scope_kind=override.scope.kind.value,
            scope_id=override.scope.id,
            max_amount=override.ceiling,
            reason=override.reason,
            granted_by=override.granted_by,
            granted_at=override.granted_at,
            expires_at=override.expires_at,
        )
    )


async def delete_override(tx: Tx, user_id: UserId, override_id: UUID) -> None:
    """Takes a decision about one person back."""
    await tx.conn.execute(
        delete(permission_overrides).where(
            permission_overrides.c.tenant_id == tx.tenant_id,
            permission_overrides.c.user_id == user_id,
            permission_overrides.c.id == override_id,
        )
    )


async def put_platform_grant(tx: Tx, user_id: UserId, platform_role: PlatformRole, name: str) -> None:
    """Makes a user a member of the platform's staff."""
    await tx.conn.execute(
        upsert(platform_grants)
        .values(user_id=user_id, role=platform_role.value, name=name, granted_at=tx.now)
        .on_conflict_do_nothing()
    )


async def platform_roles(tx: Tx, user_id: UserId) -> tuple[str | None, list[PlatformRole]]:
    """Name and roles of a member of the platform's staff; no name if the user is none."""
    rows = (
        await tx.conn.execute(
            select(platform_grants.c.role, platform_grants.c.name).where(platform_grants.c.user_id == user_id)
        )
    ).all()
    return (rows[0].name if rows else None), [PlatformRole(row.role) for row in rows]


def _staff(tx: Tx, user_id: UserId) -> list[ColumnElement[bool]]:
    return [
        staff_members.c.tenant_id == tx.tenant_id,
        staff_members.c.user_id == user_id,
        staff_members.c.status == "active",
    ]
