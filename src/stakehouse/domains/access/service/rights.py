"""Use cases of rights: what a person may do here, remembered for a moment, and why."""

from dataclasses import replace
from datetime import datetime

from stakehouse.domains.access.errors import OverOwnLimit, StaffNotFound
from stakehouse.domains.access.rules import resolver
from stakehouse.domains.access.store import roles, team
from stakehouse.domains.access.types import Decision, Held, Rights, StaffAccess
from stakehouse.domains.tenancy import setting_now
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.tx import Tx
from stakehouse.kernel.errors import Forbidden
from stakehouse.kernel.ids import TenantId, UserId
from stakehouse.kernel.money import Money
from stakehouse.kernel.reach import WHOLE_TENANT, Scope, ceiling_text

CHANNEL = "access_changed"
"""The signal after which every process forgets what it remembers of people's rights."""

REMEMBERED_S = 1.0
"""Without a single signal getting through, what was taken away still ends within two seconds."""

_rights: TimedCache[tuple[TenantId, UserId], Rights] = TimedCache(lifetime_s=REMEMBERED_S, size_max=20_000)


def forget() -> None:
    """Forgets what this process remembers of people's rights."""
    _rights.forget()


def remembered_rights(tenant_id: TenantId, user_id: UserId, now: datetime) -> Rights | None:
    """What a person may do in a tenant, if this process remembers it; never waits.

    What ends by itself at a moment is not remembered beyond it.
    """
    found = _rights.get((tenant_id, user_id))
    return None if found is None or (found.until is not None and found.until <= now) else found


async def rights_of(tx: Tx, user_id: UserId) -> Rights | None:
    """What a person may do in this tenant, a moment old at most; ``None`` if they are not staff."""
    known = remembered_rights(tx.tenant_id, user_id, tx.now)
    if known is not None:
        return known
    turn = _rights.turn
    held = await held_by(tx, user_id)
    if held is None:
        return None
    allowed, _version = await setting_now(tx, StaffAccess)
    found = replace(resolver.resolve(held, tx.now), access=allowed)
    _rights.keep((tx.tenant_id, user_id), found, turn)
    return found


async def held_by(tx: Tx, user_id: UserId) -> Held | None:
    """Everything that decides what a person may do; ``None`` if they are not staff."""
    name = await team.staff_name(tx, user_id)
    platform_name, platform = await team.platform_roles(tx, user_id)
    shown = name or platform_name
    if shown is None:
        return None
    if name is None:
        return Held(shown, platform=tuple(platform))
    grants = (await team.grants(tx, user_id)).get(user_id, [])
    overrides = (await team.overrides(tx, user_id)).get(user_id, [])
    return Held(shown, tuple(grants), tuple(overrides), tuple(platform))


def demand(tx: Tx, permission: str, *, scope: Scope = WHOLE_TENANT, money: Money | None = None) -> None:
    """Lets the acting member of staff pass if they may do this here with that amount.

    For what a route cannot see: the amount, the restaurant, the downline. Acts of the house itself
    and of members pass; their routes have guards of their own.

    Raises:
        Forbidden: the permission is not held there.
        OverOwnLimit: it is held up to a smaller amount.
    """
    if not tx.actor.is_staff:
        return
    reach = tx.actor.reach(permission)
    if not reach.covers(scope):
        raise Forbidden(
            f"This needs the permission {permission}; an owner of the tenant can grant it.",
            facts={"permission": permission},
        )
    if money is not None and not reach.covers(scope, money):
        limit = ceiling_text(reach.ceiling(scope))
        raise OverOwnLimit(
            f"Your permission {permission} goes up to {limit}; somebody who may do more can do this.",
            facts={"permission": permission, "limit": limit},
        )


async def why(
    tx: Tx, user_id: UserId, permission: str, *, scope: Scope = WHOLE_TENANT, money: Money | None = None
) -> Decision:
    """Whether a person may, and the path that leads to the answer.

    Raises:
        StaffNotFound: the person is not on the staff.
    """
    held = await held_by(tx, user_id)
    if held is None:
        raise StaffNotFound("There is nobody of that id on the staff.")
    return resolver.decide(held, permission, await roles.list_roles(tx), now=tx.now, scope=scope, money=money)
