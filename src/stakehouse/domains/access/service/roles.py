"""Use cases of roles: copied, written, changed and deleted at run time."""

import re
from collections.abc import Mapping
from dataclasses import replace

from stakehouse.domains.access.errors import (
    BeyondOwnPermissions,
    NoSuchLimit,
    OwnRoles,
    RoleChanged,
    RoleExists,
    RoleHeld,
    RoleNotFound,
    RoleShipped,
    UnknownPermission,
)
from stakehouse.domains.access.rules import resolver, shipped
from stakehouse.domains.access.service.rights import CHANNEL, held_by
from stakehouse.domains.access.store import roles as store
from stakehouse.domains.access.types import Permission, Role
from stakehouse.events.access import RoleCreated, RoleDeleted, RoleEdited
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.ids import UserId
from stakehouse.kernel.reach import WHOLE_TENANT, ceiling_of, ceiling_text

_NOT_A_CODE = re.compile(r"[^a-z0-9]+")
CODE_LENGTH_MAX = 40


async def keep_shipped_roles(tx: Tx) -> None:
    """Brings the tenant's shipped roles to what the house ships today; its own roles stay."""
    known = {role.code: replace(role, holders=0) for role in await store.list_roles(tx)}
    if missing := [role for role in shipped.SHIPPED if role.code not in known]:
        await store.put_roles(tx, missing)
    for role in shipped.SHIPPED:
        if known.get(role.code, role) != role:
            await store.put_role(tx, role)
    tx.signal(CHANNEL)


async def roles(tx: Tx) -> list[Role]:
    """The roles of the tenant, in alphabetical order."""
    return await store.list_roles(tx)


async def create_role(
    tx: Tx, title: str, wanted: Mapping[str, str | None] | None = None, *, copy_of: str | None = None
) -> Role:
    """Writes a new role, or copies one under another name.

    Args:
        tx: the transaction.
        title: for people; the code is made from it.
        wanted: its permissions, each with the amount up to which it goes, if one does.
        copy_of: the role whose permissions it begins with where ``wanted`` is ``None``.

    Raises:
        RoleExists: a role has that name.
        RoleNotFound: there is nothing of that name to copy.
        UnknownPermission: no role of a tenant can hold it.
        NoSuchLimit: the permission cannot be limited to an amount.
        InvalidAmount: the limit is no amount.
        BeyondOwnPermissions: it holds what the person who writes it does not.
    """
    code = _code(title)
    if await store.role(tx, code) is not None:
        raise RoleExists(f"There is a role {title} already.", field="title")
    if wanted is None and copy_of is not None:
        model = await _role(tx, copy_of)
        role = Role(code, title, model.permissions, shipped=False, ceilings=model.ceilings)
    else:
        permissions, ceilings = _read(wanted or {})
        role = Role(code, title, permissions, shipped=False, ceilings=ceilings)
    demand_holds(tx.actor, role, role.permissions)

    await store.put_role(tx, role)

    tx.signal(CHANNEL)
    after = {**told(role), **({} if copy_of is None else {"copy_of": copy_of})}
    tx.record(AuditEntry("role.created", "role", code, after=after))
    tx.tell(RoleCreated(role=code))
    return role


async def change_role(
    tx: Tx, code: str, title: str, wanted: Mapping[str, str | None], *, version: int
) -> Role:
    """Changes a role of the tenant's own; acts everywhere within seconds.

    Args:
        tx: the transaction.
        code: of the role; it stays.
        title: for people.
        wanted: its permissions from now on, each with the amount up to which it goes, if one does.
        version: of the role as the person saw it.

    Raises:
        RoleNotFound: the tenant has no such role.
        RoleShipped: it came with the house.
        RoleChanged: somebody else changed it meanwhile.
        OwnRoles: the person holds it.
        UnknownPermission: no role of a tenant can hold it.
        NoSuchLimit: the permission cannot be limited to an amount.
        InvalidAmount: the limit is no amount.
        BeyondOwnPermissions: the change gives or takes what the person does not hold.
    """
    before = await _own(tx, code)
    if before.version != version:
        raise RoleChanged(f"Somebody changed {before.title} meanwhile; look at it again.")
    permissions, ceilings = _read(wanted)
    after = Role(code, title, permissions, False, ceilings, before.version + 1, before.holders)
    await _demand_not_held(tx, before)
    changed = resolver.changed_permissions(before, after)
    for role in (before, after):
        demand_holds(tx.actor, role, changed & role.permissions)
    if not changed and title == before.title:
        return before

    await store.put_role(tx, after)

    tx.signal(CHANNEL)
    tx.record(AuditEntry("role.changed", "role", code, before=told(before), after=told(after)))
    tx.tell(
        RoleEdited(
            role=code,
            added=tuple(sorted(after.permissions - before.permissions)),
            removed=tuple(sorted(before.permissions - after.permissions)),
        )
    )
    return after


async def delete_role(tx: Tx, code: str) -> None:
    """Deletes a role of the tenant's own that nobody holds.

    Raises:
        RoleNotFound: the tenant has no such role.
        RoleShipped: it came with the house.
        RoleHeld: somebody holds it.
        BeyondOwnPermissions: it holds what the person does not.
    """
    role = await _own(tx, code)
    if role.holders:
        people = "1 person holds" if role.holders == 1 else f"{role.holders} people hold"
        raise RoleHeld(f"{people} {role.title}; revoke it first.", facts={"holders": role.holders})
    demand_holds(tx.actor, role, role.permissions)

    await store.delete_role(tx, code)

    tx.signal(CHANNEL)
    tx.record(AuditEntry("role.deleted", "role", code, before=told(role)))
    tx.tell(RoleDeleted(role=code))


def demand_holds(actor: Actor, role: Role, permissions: frozenset[str] | set[str]) -> None:
    """Lets a person pass who holds these permissions of a role in the whole tenant, up to its limits.

    Raises:
        BeyondOwnPermissions: the person lacks one, or holds it up to a smaller amount.
    """
    if not actor.is_staff:
        return
    reaches = {permission: actor.reach(permission) for permission in permissions}
    missing = resolver.beyond(reaches, role, WHOLE_TENANT, permissions)
    if missing:
        raise BeyondOwnPermissions(
            f"{role.title} holds {missing[0]}; you do not hold it yourself, or not as far.",
            facts={"missing": missing},
        )


def told(role: Role) -> dict[str, object]:
    """A role as the audit trail keeps it."""
    return {
        "title": role.title,
        "permissions": sorted(role.permissions),
        "limits": {permission: ceiling_text(ceiling) for permission, ceiling in role.ceilings.items()},
    }


async def _own(tx: Tx, code: str) -> Role:
    role = await store.lock_role(tx, code)
    if role is None:
        raise RoleNotFound(f"There is no role {code}.")
    if role.shipped:
        raise RoleShipped(f"{role.title} came with the house; copy it and change the copy.")
    return role


async def _role(tx: Tx, code: str) -> Role:
    role = await store.role(tx, code)
    if role is None:
        raise RoleNotFound(f"There is no role {code}.", field="copy_of")
    return role


async def _demand_not_held(tx: Tx, role: Role) -> None:
    if not tx.actor.is_staff or tx.actor.user_id is None:
        return
    held = await held_by(tx, UserId(tx.actor.user_id))
    if held is not None and any(grant.role.code == role.code for grant in held.grants):
        raise OwnRoles("You hold this role yourself; ask a colleague to change it.")


def _read(wanted: Mapping[str, str | None]) -> tuple[frozenset[str], dict[str, int]]:
    known = {each.value: each for each in Permission if not each.is_for_the_platform}
    ceilings: dict[str, int] = {}
    for code, limit in wanted.items():
        permission = known.get(code)
        if permission is None:
            raise UnknownPermission(f"There is no permission {code}.", field="permissions")
        ceiling = ceiling_of(limit)
        if ceiling is None:
            continue
        if not permission.has_ceiling or ceiling < 0:
            raise NoSuchLimit(f"{code} cannot be limited to that amount.", field="permissions")
        ceilings[code] = ceiling
    return frozenset(wanted), ceilings


def _code(title: str) -> str:
    """A code from a title: ``Night shift`` becomes ``night_shift``."""
    words = _NOT_A_CODE.sub("_", title.lower()).strip("_")
    return (words if words[:1].isalpha() and len(words) > 1 else f"role_{words}")[:CODE_LENGTH_MAX].strip("_")
