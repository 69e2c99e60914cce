"""The SQL of roles and staff."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.access.tables import (
    platform_grants,
    role_grants,
    role_permissions,
    roles,
    staff_members,
)
from stakehouse.domains.access.types import PlatformRole, Role, StaffMember
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id


async def put_role(tx: Tx, role: Role) -> None:
    """Writes a role and exactly its permissions."""
    await tx.conn.execute(
        upsert(roles)
        .values(
            tenant_id=tx.tenant_id,
            code=role.code,
            title=role.title,
            shipped=role.shipped,
            created_at=tx.now,
            updated_at=tx.now,
        )
        .on_conflict_do_update(
            index_elements=["tenant_id", "code"],
            set_={"title": role.title, "shipped": role.shipped, "updated_at": tx.now},
        )
    )
    await tx.conn.execute(
        delete(role_permissions).where(
            role_permissions.c.tenant_id == tx.tenant_id,
            role_permissions.c.role == role.code,
            role_permissions.c.permission.not_in(sorted(role.permissions)),
        )
    )
    if role.permissions:
        rows = [
            {"tenant_id": tx.tenant_id, "role": role.code, "permission": permission}
            for permission in sorted(role.permissions)
        ]
        await tx.conn.execute(upsert(role_permissions).on_conflict_do_nothing(), rows)


async def list_roles(tx: Tx) -> list[Role]:
    """The roles of the tenant with their permissions, in alphabetical order."""
    rows = await tx.conn.execute(
        select(
            roles.c.code,
            roles.c.title,
            roles.c.shipped,
            func.array_remove(func.array_agg(role_permissions.c.permission), None).label("permissions"),
        )
        .outerjoin(
            role_permissions,
            and_(role_permissions.c.tenant_id == roles.c.tenant_id, role_permissions.c.role == roles.c.code),
        )
        .where(roles.c.tenant_id == tx.tenant_id)
        .group_by(roles.c.code, roles.c.title, roles.c.shipped)
        .order_by(roles.c.code)
    )
    return [Role(row.code, row.title, frozenset(row.permissions), row.shipped) for row in rows]


async def role(tx: Tx, code: str) -> Role | None:
    """One role of the tenant."""
    return next((found for found in await list_roles(tx) if found.code == code), None)


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
    await tx.conn.execute(
        delete(role_grants).where(role_grants.c.tenant_id == tx.tenant_id, role_grants.c.user_id == user_id)
    )
    return row.one_or_none() is not None


async def staff_name(tx: Tx, user_id: UserId) -> str | None:
    """The name of an active member of staff; ``None`` if the user is none."""
    row = await tx.conn.execute(select(staff_members.c.name).where(*_staff(tx, user_id)))
    return row.scalar_one_or_none()


async def list_staff(tx: Tx) -> list[StaffMember]:
    """The active staff of the tenant with their roles, by name."""
    rows = await tx.conn.execute(
        select(
            staff_members.c.user_id,
            staff_members.c.name,
            func.array_remove(func.array_agg(role_grants.c.role.distinct()), None).label("roles"),
        )
        .outerjoin(
            role_grants,
            and_(
                role_grants.c.tenant_id == staff_members.c.tenant_id,
                role_grants.c.user_id == staff_members.c.user_id,
                _in_force(tx),
            ),
        )
        .where(staff_members.c.tenant_id == tx.tenant_id, staff_members.c.status == "active")
        .group_by(staff_members.c.user_id, staff_members.c.name)
        .order_by(staff_members.c.name, staff_members.c.user_id)
    )
    return [StaffMember(UserId(row.user_id), row.name, tuple(sorted(row.roles))) for row in rows]


async def add_grant(
    tx: Tx, user_id: UserId, role_code: str, *, expires_at: datetime | None, granted_by: UUID | None
) -> bool:
    """Grants a role for the whole tenant; false if the person holds it already."""
    row = await tx.conn.execute(
        upsert(role_grants)
        .values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            user_id=user_id,
            role=role_code,
            scope_kind="tenant",
            granted_by=granted_by,
            granted_at=tx.now,
            expires_at=expires_at,
        )
        .on_conflict_do_nothing()
        .returning(role_grants.c.id)
    )
    return row.one_or_none() is not None


async def delete_grant(tx: Tx, user_id: UserId, role_code: str) -> bool:
    """Revokes a role; false if the person did not hold it."""
    gone = await tx.conn.execute(
        delete(role_grants)
        .where(
            role_grants.c.tenant_id == tx.tenant_id,
            role_grants.c.user_id == user_id,
            role_grants.c.role == role_code,
        )
        .returning(role_grants.c.id)
    )
    return gone.first() is not None


async def holders(tx: Tx, role_code: str) -> list[UserId]:
    """Who holds a role for good, their grants locked until the transaction ends."""
    rows = await tx.conn.execute(
        select(role_grants.c.user_id)
        .where(
            role_grants.c.tenant_id == tx.tenant_id,
            role_grants.c.role == role_code,
            role_grants.c.expires_at.is_(None),
        )
        .order_by(role_grants.c.id)
        .with_for_update()
    )
    return [UserId(row.user_id) for row in rows]


async def held(tx: Tx, user_id: UserId) -> Mapping[str, frozenset[str]]:
    """The roles a person holds for the whole tenant, each with its permissions."""
    rows = await tx.conn.execute(
        select(role_grants.c.role, role_permissions.c.permission)
        .outerjoin(
            role_permissions,
            and_(
                role_permissions.c.tenant_id == role_grants.c.tenant_id,
                role_permissions.c.role == role_grants.c.role,
            ),
        )
        .where(
            role_grants.c.tenant_id == tx.tenant_id,
            role_grants.c.user_id == user_id,
            role_grants.c.scope_kind == "tenant",
            _in_force(tx),
        )
    )
    return _gathered((row.role, row.permission) for row in rows)


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


def _gathered(pairs: Iterable[tuple[str, str | None]]) -> dict[str, frozenset[str]]:
    gathered: dict[str, set[str]] = {}
    for role_code, permission in pairs:
        gathered.setdefault(role_code, set()).update(() if permission is None else (permission,))
    return {role_code: frozenset(permissions) for role_code, permissions in gathered.items()}


def _staff(tx: Tx, user_id: UserId) -> list[ColumnElement[bool]]:
    return [
        staff_members.c.tenant_id == tx.tenant_id,
        staff_members.c.user_id == user_id,
        staff_members.c.status == "active",
    ]


def _in_force(tx: Tx) -> ColumnElement[bool]:
    return or_(role_grants.c.expires_at.is_(None), role_grants.c.expires_at > tx.now)
