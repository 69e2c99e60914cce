"""Use cases of rights, roles and staff."""

from datetime import datetime

from stakehouse.domains.access.errors import (
    BeyondOwnPermissions,
    LastOwner,
    NotStaff,
    OwnRoles,
    RoleNotFound,
    StaffNotFound,
)
from stakehouse.domains.access.rules import shipped as rules
from stakehouse.domains.access.store import team as store
from stakehouse.domains.access.types import PlatformRole, Rights, Role, StaffMember, StaffProfile
from stakehouse.domains.identity import (
    Asked,
    Device,
    Proof,
    SessionAudience,
    SignedIn,
    Site,
    end_sessions,
    keep_new_hash,
    note_off_staff,
    note_on_staff,
    open_staff_session,
    second_step,
    wrong_credentials,
)
from stakehouse.domains.tenancy import profile
from stakehouse.events.access import RoleGranted, RoleRevoked, StaffAdded, StaffSignedIn
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import ActorKind
from stakehouse.kernel.ids import TenantId, UserId

CHANNEL = "access_changed"
"""The signal after which every process forgets what it remembers of people's rights."""

REMEMBERED_S = 5.0

# What a process remembers of rights; the signal or five seconds end it.
_rights: TimedCache[tuple[TenantId, UserId], Rights] = TimedCache(lifetime_s=REMEMBERED_S, size_max=20_000)


def forget() -> None:
    """Forgets what this process remembers of people's rights."""
    _rights.forget()


def remembered_rights(tenant_id: TenantId, user_id: UserId) -> Rights | None:
    """What a person may do in a tenant, if this process remembers it; never waits."""
    return _rights.get((tenant_id, user_id))


async def rights_of(tx: Tx, user_id: UserId) -> Rights | None:
    """What a person may do in this tenant, at most five seconds old; ``None`` if they are not staff."""
    known = remembered_rights(tx.tenant_id, user_id)
    if known is not None:
        return known
    turn = _rights.turn
    found = await _resolve(tx, user_id)
    if found is not None:
        _rights.keep((tx.tenant_id, user_id), found, turn)
    return found


async def sign_in_staff(tx: Tx, proof: Proof, *, device: Device, site: Site) -> SignedIn | Asked:
    """Opens a session for a person who proved to be on the staff of this tenant or the platform.

    Who has a second factor is asked for it first.

    Raises:
        InvalidCredentials: the person is not; who they are elsewhere does not show.
    """
    rights = await _resolve(tx, proof.user_id)
    if rights is None:
        raise wrong_credentials()

    await keep_new_hash(tx, proof)
    step = await second_step(tx, proof, audience=SessionAudience.STAFF, site=site)
    if isinstance(step, Asked):
        return step
    opened = await open_staff_session(
        tx, proof.user_id, methods=proof.methods, device=device, is_stepped_up=step.is_stepped_up
    )

    tx.record(AuditEntry("staff.signed_in", "staff", proof.user_id, after={"name": rights.name}))
    tx.tell(StaffSignedIn(user_id=proof.user_id, session_id=opened.session_id, methods=proof.methods))
    return opened


async def staff_profile(tx: Tx) -> StaffProfile:
    """The caller at the staff's face.

    Raises:
        NotStaff: the person was taken off the staff.
    """
    assert tx.actor.user_id is not None, "the guard let in a member of staff"
    user_id = UserId(tx.actor.user_id)
    rights = await rights_of(tx, user_id)
    if rights is None:
        raise NotStaff("You no longer work for this tenant.")
    tenant = await profile(tx)
    return StaffProfile(user_id, tx.actor.name, rights.name, tenant.id, tenant.slug, tenant.name, rights)


async def keep_shipped_roles(tx: Tx) -> None:
    """Brings the tenant's shipped roles to what the house ships today; its own roles stay."""
    for role in rules.SHIPPED:
        await store.put_role(tx, role)
    tx.signal(CHANNEL)


async def roles(tx: Tx) -> list[Role]:
    """The roles of the tenant, in alphabetical order."""
    return await store.list_roles(tx)


async def staff(tx: Tx) -> list[StaffMember]:
    """The tenant's staff with their roles, by name."""
    return await store.list_staff(tx)


async def add_staff(tx: Tx, user_id: UserId, name: str) -> None:
    """Puts a user on the staff of the tenant; harmless if they are on it."""
    if not await store.put_staff(tx, user_id, name):
        return
    await note_on_staff(tx, user_id)

    tx.record(AuditEntry("staff.added", "staff", user_id, after={"name": name}))
    tx.tell(StaffAdded(user_id=user_id))


async def grant(tx: Tx, user_id: UserId, role_code: str, *, expires_at: datetime | None = None) -> None:
    """Grants a role for the whole tenant; acts everywhere within seconds, harmless if held already.

    Args:
        tx: the transaction.
        user_id: a member of staff.
        role_code: the role.
        expires_at: when the grant ends by itself.

    Raises:
        RoleNotFound: the tenant has no such role.
        StaffNotFound: the person is not on the staff.
        OwnRoles: a person would change their own.
        BeyondOwnPermissions: the role holds what the person who grants does not.
    """
    role = await store.role(tx, role_code)
    if role is None:
        raise RoleNotFound(f"There is no role {role_code}.", field="role")
    if await store.staff_name(tx, user_id) is None:
        raise _not_on_staff()
    _demand_may_change(tx, user_id, role)

    if not await store.add_grant(tx, user_id, role_code, expires_at=expires_at, granted_by=tx.actor.user_id):
        return

    tx.signal(CHANNEL)
    tx.record(AuditEntry("role.granted", "staff", user_id, after={"role": role_code}))
    tx.tell(RoleGranted(user_id=user_id, role=role_code))


async def revoke(tx: Tx, user_id: UserId, role_code: str) -> None:
    """Revokes a role; acts everywhere within seconds, harmless if it was not held.

    Raises:
        RoleNotFound: the tenant has no such role.
        OwnRoles: a person would change their own.
        BeyondOwnPermissions: the role holds what the person who revokes does not.
        LastOwner: nobody would be owner any more.
    """
    role = await store.role(tx, role_code)
    if role is None:
        raise RoleNotFound(f"There is no role {role_code}.", field="role")
    _demand_may_change(tx, user_id, role)
    await _demand_other_owner(tx, user_id, role_code)

    if not await store.delete_grant(tx, user_id, role_code):
        return

    tx.signal(CHANNEL)
    tx.record(AuditEntry("role.revoked", "staff", user_id, before={"role": role_code}))
    tx.tell(RoleRevoked(user_id=user_id, role=role_code))


async def remove_staff(tx: Tx, user_id: UserId, reason: str) -> None:
    """Takes a person off the staff: roles are gone, sessions end.

    Raises:
        StaffNotFound: the person is not on the staff.
        OwnRoles: a person would remove themselves.
        LastOwner: nobody would be owner any more.
    """
    if tx.actor.user_id == user_id:
        raise _own_roles()
    await _demand_other_owner(tx, user_id, rules.OWNER)
    if not await store.remove_staff(tx, user_id):
        raise _not_on_staff()

    await note_off_staff(tx, user_id)
    await end_sessions(tx, user_id, reason="removed from the staff", audience=SessionAudience.STAFF)
    tx.signal(CHANNEL)
    tx.record(AuditEntry("staff.removed", "staff", user_id, reason))


async def grant_platform_role(tx: Tx, user_id: UserId, role: PlatformRole, name: str) -> None:
    """Makes a user a member of the platform's own staff: the seed's and the platform console's act."""
    await store.put_platform_grant(tx, user_id, role, name)
    tx.signal(CHANNEL)


async def _resolve(tx: Tx, user_id: UserId) -> Rights | None:
    name = await store.staff_name(tx, user_id)
    held = {} if name is None else dict(await store.held(tx, user_id))
    platform_name, platform = await store.platform_roles(tx, user_id)
    for role in platform:
        held[role.value] = rules.PLATFORM_PERMISSIONS[role]
    shown = name or platform_name
    if shown is None:
        return None
    return Rights(shown, tuple(sorted(held)), frozenset[str]().union(*held.values()))


def _demand_may_change(tx: Tx, user_id: UserId, role: Role) -> None:
    if tx.actor.kind is not ActorKind.STAFF:
        return
    if tx.actor.user_id == user_id:
        raise _own_roles()
    missing = rules.beyond(tx.actor.permissions, role.permissions)
    if missing:
        raise BeyondOwnPermissions(
            f"The role {role.code} holds {missing[0]}, which you do not hold yourself.",
            facts={"missing": missing},
        )


async def _demand_other_owner(tx: Tx, user_id: UserId, role_code: str) -> None:
    if role_code != rules.OWNER:
        return
    owners = await store.holders(tx, rules.OWNER)
    if user_id in owners and len(owners) == 1:
        raise LastOwner("The tenant needs an owner; make somebody else one first.")


def _own_roles() -> OwnRoles:
    return OwnRoles("Nobody changes their own roles; ask a colleague.")


def _not_on_staff() -> StaffNotFound:
    return StaffNotFound("There is nobody of that id on the staff.")
