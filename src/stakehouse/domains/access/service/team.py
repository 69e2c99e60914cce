"""Use cases of the team: who is on it, what is granted and denied to them, and for how long."""

from datetime import datetime, timedelta
from uuid import UUID

from stakehouse.domains.access.errors import (
    BeyondOwnPermissions,
    EndsInThePast,
    GrantNotFound,
    InvalidScope,
    LastOwner,
    NoSuchLimit,
    OverrideNotFound,
    OwnRoles,
    RoleNotFound,
    StaffNotFound,
    UnknownPermission,
)
from stakehouse.domains.access.rules import resolver, shipped
from stakehouse.domains.access.service.impersonations import end_all_of
from stakehouse.domains.access.service.rights import CHANNEL
from stakehouse.domains.access.store import roles as roles_store
from stakehouse.domains.access.store import team as store
from stakehouse.domains.access.types import (
    Effect,
    Grant,
    Override,
    Permission,
    PlatformRole,
    Role,
    StaffMember,
)
from stakehouse.domains.identity import (
    SessionAudience,
    emails_of,
    end_sessions,
    note_off_staff,
    note_on_staff,
)
from stakehouse.events.access import (
    OverrideLifted,
    OverrideSet,
    RoleGranted,
    RoleRevoked,
    StaffAdded,
    StaffRemoved,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import UserId, new_id
from stakehouse.kernel.reach import WHOLE_TENANT, Scope, ScopeKind, ceiling_of, ceiling_text

REGULATOR_FOR = timedelta(days=30)
REGULATOR_MAX = timedelta(days=366)
"""A regulator's sign-in ends by itself: after a month if nobody said, after a year at the latest."""


async def staff(tx: Tx) -> list[StaffMember]:
    """The tenant's staff with what they hold at this moment, by name."""
    people = await store.list_staff(tx)
    grants, overrides = await store.grants(tx), await store.overrides(tx)
    emails = await emails_of(tx, [user_id for user_id, _ in people])
    return [
        StaffMember(
            user_id,
            name,
            emails.get(user_id, ""),
            tuple(grant for grant in grants.get(user_id, []) if grant.is_in_force(tx.now)),
            tuple(each for each in overrides.get(user_id, []) if each.is_in_force(tx.now)),
        )
        for user_id, name in people
    ]


async def add_staff(tx: Tx, user_id: UserId, name: str) -> None:
    """Puts a user on the staff of the tenant; harmless if they are on it."""
    if not await store.put_staff(tx, user_id, name):
        return
    await note_on_staff(tx, user_id)

    tx.record(AuditEntry("staff.added", "staff", user_id, after={"name": name}))
    tx.tell(StaffAdded(user_id=user_id))


async def grant(
    tx: Tx,
    user_id: UserId,
    role_code: str,
    *,
    scope: Scope = WHOLE_TENANT,
    expires_at: datetime | None = None,
    reason: str = "",
) -> None:
    """Grants a role; acts everywhere within seconds, harmless if it is held so already.

    Args:
        tx: the transaction.
        user_id: a member of staff.
        role_code: the role.
        scope: where it is to count.
        expires_at: when the grant ends by itself.
        reason: why.

    Raises:
        RoleNotFound: the tenant has no such role.
        StaffNotFound: the person is not on the staff.
        InvalidScope: the scope does not fit its kind.
        EndsInThePast: it would be over already.
        OwnRoles: a person would change their own.
        LastOwner: the only owner for good would be one for a while.
        BeyondOwnPermissions: the role holds there what the person who grants does not.
    """
    role = await _role(tx, role_code)
    await demand_on_staff(tx, user_id)
    check_scope(scope)
    check_end(tx, expires_at)
    if role_code == shipped.REGULATOR:
        expires_at = min(expires_at or tx.now + REGULATOR_FOR, tx.now + REGULATOR_MAX)
    demand_may_give(tx, role, scope, to=user_id)
    if expires_at is not None and scope == WHOLE_TENANT:
        await _demand_other_owner(tx, user_id, role_code)

    given = await store.add_grant(
        tx,
        user_id,
        role_code,
        scope=scope,
        expires_at=expires_at,
        granted_by=tx.actor.user_id,
        reason=reason,
    )
    if not given:
        return

    tx.signal(CHANNEL)
    after = {"role": role_code, **where(scope), "expires_at": _moment(expires_at)}
    tx.record(AuditEntry("role.granted", "staff", user_id, reason, after=after))
    tx.tell(RoleGranted(user_id=user_id, role=role_code))


async def appoint_first_owner(tx: Tx, user_id: UserId, name: str) -> None:
    """Makes a user the owner of a tenant that was just opened: the platform console's act.

    Whoever opens tenants holds no role in them, so nobody there could grant this one.
    """
    assert not await store.holders(tx, shipped.OWNER), "a tenant's owners appoint the next ones"
    await add_staff(tx, user_id, name)
    await store.add_grant(
        tx,
        user_id,
        shipped.OWNER,
        scope=WHOLE_TENANT,
        expires_at=None,
        granted_by=tx.actor.user_id,
        reason="The first owner of the house.",
    )

    tx.signal(CHANNEL)
    tx.record(AuditEntry("role.granted", "staff", user_id, after={"role": shipped.OWNER}))
    tx.tell(RoleGranted(user_id=user_id, role=shipped.OWNER))


async def revoke(tx: Tx, user_id: UserId, role_code: str) -> None:
    """Revokes a role wherever it is held; acts everywhere within seconds, harmless if it was not held.

    Raises:
        RoleNotFound: the tenant has no such role.
        StaffNotFound: nobody of that id is on the staff.
        OwnRoles: a person would change their own.
        BeyondOwnPermissions: the role holds what the person who revokes does not.
        LastOwner: nobody would be owner any more.
    """
    role = await _role(tx, role_code)
    await demand_on_staff(tx, user_id)
    held = (await store.grants(tx, user_id)).get(user_id, [])
    given = [grant for grant in held if grant.role.code == role_code]
    demand_may_give(tx, role, WHOLE_TENANT, to=user_id)
    await _take(tx, user_id, given)


async def revoke_grant(tx: Tx, user_id: UserId, grant_id: UUID) -> None:
    """Revokes one grant; the role may still be held elsewhere.

    Raises:
        GrantNotFound: the person holds no such grant.
        OwnRoles: a person would change their own.
        BeyondOwnPermissions: the role holds there what the person who revokes does not.
        LastOwner: nobody would be owner any more.
    """
    held = (await store.grants(tx, user_id)).get(user_id, [])
    given = next((grant for grant in held if grant.id == grant_id), None)
    if given is None:
        raise GrantNotFound("The person holds no such grant; it may have been revoked already.")
    demand_may_give(tx, given.role, given.scope, to=user_id)
    await _take(tx, user_id, [given])


async def _take(tx: Tx, user_id: UserId, given: list[Grant]) -> None:
    for grant in given:
        if grant.scope == WHOLE_TENANT and grant.expires_at is None:
            await _demand_other_owner(tx, user_id, grant.role.code)
    if not given:
        return

    await store.delete_grants(tx, user_id, [grant.id for grant in given])

    tx.signal(CHANNEL)
    for grant in given:
        before = {"role": grant.role.code, **where(grant.scope), "expires_at": _moment(grant.expires_at)}
        tx.record(AuditEntry("role.revoked", "staff", user_id, before=before))
        tx.tell(RoleRevoked(user_id=user_id, role=grant.role.code))


async def remove_staff(tx: Tx, user_id: UserId, reason: str) -> None:
    """Takes a person off the staff: roles and overrides are gone, sessions end.

    Raises:
        StaffNotFound: the person is not on the staff.
        OwnRoles: a person would remove themselves.
        BeyondOwnPermissions: the person holds what whoever removes them does not.
        LastOwner: nobody would be owner any more.
    """
    name = await demand_on_staff(tx, user_id)
    if tx.actor.user_id == user_id:
        raise _own_roles()
    await _demand_other_owner(tx, user_id, shipped.OWNER)
    held = (await store.grants(tx, user_id)).get(user_id, [])
    for grant in held:
        if grant.is_in_force(tx.now):
            demand_may_give(tx, grant.role, grant.scope, to=user_id)

    await store.remove_staff(tx, user_id)
    await note_off_staff(tx, user_id)
    await end_sessions(tx, user_id, reason="removed from the staff", audience=SessionAudience.STAFF)
    await end_all_of(tx, user_id)

    tx.signal(CHANNEL)
    before = {"name": name, "roles": sorted({grant.role.code for grant in held})}
    tx.record(AuditEntry("staff.removed", "staff", user_id, reason, before=before))
    tx.tell(StaffRemoved(user_id=user_id))


async def sign_staff_out(tx: Tx, user_id: UserId, reason: str) -> int:
    """Ends all sessions of a member of staff; answers how many.

    Raises:
        StaffNotFound: the person is not on the staff.
    """
    await demand_on_staff(tx, user_id)
    ended = await end_sessions(tx, user_id, reason="ended by a colleague", audience=SessionAudience.STAFF)
    await end_all_of(tx, user_id)
    tx.record(AuditEntry("staff.signed_out", "staff", user_id, reason, after={"sessions_ended": ended}))
    return ended


async def set_override(
    tx: Tx,
    user_id: UserId,
    permission: str,
    effect: Effect,
    *,
    reason: str,
    scope: Scope = WHOLE_TENANT,
    max_amount: str | None = None,
    expires_at: datetime | None = None,
) -> Override:
    """Gives one permission to a person, or keeps it from them, whatever their roles say.

    Raises:
        StaffNotFound: the person is not on the staff.
        UnknownPermission: nobody of a tenant can hold it.
        NoSuchLimit: it cannot be limited to an amount.
        InvalidAmount: the limit is no amount.
        InvalidScope: the scope does not fit its kind.
        EndsInThePast: it would be over already.
        OwnRoles: a person would change their own.
        LastOwner: the last owner cannot be kept from anything.
        BeyondOwnPermissions: the person who decides does not hold it there, or not as far.
    """
    await demand_on_staff(tx, user_id)
    found = next((each for each in Permission if each.value == permission), None)
    if found is None or found.is_for_the_platform:
        raise UnknownPermission(f"There is no permission {permission}.", field="permission")
    ceiling = ceiling_of(max_amount)
    if ceiling is not None and (not found.has_ceiling or effect is Effect.DENY or ceiling < 0):
        raise NoSuchLimit(f"{permission} cannot be limited to that amount.", field="max_amount")
    check_scope(scope)
    check_end(tx, expires_at)
    ceilings = {} if ceiling is None else {permission: ceiling}
    as_role = Role(permission, permission, frozenset({permission}), shipped=False, ceilings=ceilings)
    demand_may_give(tx, as_role, scope, to=user_id)
    if effect is Effect.DENY:
        await _demand_other_owner(tx, user_id, shipped.OWNER)
    override = Override(
        new_id(), permission, effect, scope, ceiling, reason, tx.actor.user_id, tx.now, expires_at
    )

    await store.add_override(tx, user_id, override)

    tx.signal(CHANNEL)
    tx.record(AuditEntry("override.set", "staff", user_id, reason, after=_told(override)))
    tx.tell(OverrideSet(user_id=user_id, permission=permission, effect=effect.value))
    return override


async def lift_override(tx: Tx, user_id: UserId, override_id: UUID) -> None:
    """Takes a decision about one person back: from then on their roles say it.

    Raises:
        OverrideNotFound: there is no such override for the person.
        OwnRoles: a person would change their own.
        BeyondOwnPermissions: whoever lifts it does not hold the permission there.
    """
    known = (await store.overrides(tx, user_id)).get(user_id, [])
    override = next((each for each in known if each.id == override_id), None)
    if override is None:
        raise OverrideNotFound("There is no such override; it may have been lifted already.")
    as_role = Role(override.permission, override.permission, frozenset({override.permission}), shipped=False)
    demand_may_give(tx, as_role, override.scope, to=user_id)

    await store.delete_override(tx, user_id, override_id)

    tx.signal(CHANNEL)
    tx.record(AuditEntry("override.lifted", "staff", user_id, before=_told(override)))
    tx.tell(OverrideLifted(user_id=user_id, permission=override.permission, effect=override.effect.value))


async def grant_platform_role(tx: Tx, user_id: UserId, role: PlatformRole, name: str) -> None:
    """Makes a user a member of the platform's own staff: the seed's and the platform console's act."""
    await store.put_platform_grant(tx, user_id, role, name)
    tx.signal(CHANNEL)


def check_scope(scope: Scope) -> None:
    """Lets a scope pass that a grant of a tenant can have.

    Raises:
        InvalidScope: it is the platform's, or its id does not fit its kind.
    """
    if scope.kind is ScopeKind.PLATFORM or (scope.kind is ScopeKind.TENANT) != (scope.id is None):
        raise InvalidScope("Name a restaurant or a downline by its id; the whole tenant has none.")


def check_end(tx: Tx, expires_at: datetime | None) -> None:
    """Lets an end pass that is still to come.

    Raises:
        EndsInThePast: it is over.
    """
    if expires_at is not None and expires_at <= tx.now:
        raise EndsInThePast("Choose an end that is still to come.", field="expires_at")


def demand_may_give(tx: Tx, role: Role, scope: Scope, *, to: UUID | None) -> None:
    """Lets a member of staff hand on, or take, what they hold there themselves.

    Raises:
        OwnRoles: it is their own.
        BeyondOwnPermissions: they do not hold it there, or not as far.
    """
    if not tx.actor.is_staff:
        return
    if tx.actor.user_id == to:
        raise _own_roles()
    reaches = {permission: tx.actor.reach(permission) for permission in role.permissions}
    missing = resolver.beyond(reaches, role, scope, role.permissions)
    if missing:
        raise BeyondOwnPermissions(
            f"You do not hold {missing[0]} there yourself, or not as far, so you cannot give it.",
            facts={"missing": missing},
        )


def where(scope: Scope) -> dict[str, object]:
    """A scope as the audit trail keeps it."""
    return {"scope": scope.kind.value, **({} if scope.id is None else {"scope_id": str(scope.id)})}


def _told(override: Override) -> dict[str, object]:
    return {
        "permission": override.permission,
        "effect": override.effect.value,
        **where(override.scope),
        "max_amount": ceiling_text(override.ceiling),
        "expires_at": _moment(override.expires_at),
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else wire(at)


async def _role(tx: Tx, code: str) -> Role:
    role = await roles_store.role(tx, code)
    if role is None:
        raise RoleNotFound(f"There is no role {code}.", field="role")
    return role


async def demand_on_staff(tx: Tx, user_id: UserId) -> str:
    """The name of a member of staff.

    Raises:
        StaffNotFound: nobody of that id is on the staff.
    """
    name = await store.staff_name(tx, user_id)
    if name is None:
        raise StaffNotFound("There is nobody of that id on the staff.")
    return name


async def _demand_other_owner(tx: Tx, user_id: UserId, role_code: str) -> None:
    if role_code != shipped.OWNER:
        return
    owners = await store.holders(tx, shipped.OWNER)
    if user_id in owners and len(owners) == 1:
        raise LastOwner("The tenant needs an owner; make somebody else one first.")


def _own_roles() -> OwnRoles:
    return OwnRoles("Nobody changes their own roles; ask a colleague.")
