"""The one resolver: from roles, scopes, limits and overrides to what a person may do, and why."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from stakehouse.domains.access.rules.shipped import PLATFORM_PERMISSIONS
from stakehouse.domains.access.types import (
    Decision,
    Effect,
    Grant,
    Held,
    Override,
    Rights,
    Role,
    Step,
    StepKind,
)
from stakehouse.kernel.money import Money
from stakehouse.kernel.reach import EVERYWHERE, WHOLE_TENANT, Reach, Scope, Stretch


def resolve(held: Held, now: datetime) -> Rights:
    """What a person may do at this moment."""
    reaches = reaches_of(held, now)
    everywhere = frozenset(permission for permission, reach in reaches.items() if reach.covers())
    codes = {grant.role.code for grant in held.grants if grant.is_in_force(now)}
    return Rights(
        held.name,
        tuple(sorted(codes | {role.value for role in held.platform})),
        everywhere,
        {permission: reach for permission, reach in reaches.items() if reach != EVERYWHERE},
        min(_ends(held, now), default=None),
    )


def reaches_of(held: Held, now: datetime) -> dict[str, Reach]:
    """How far each permission goes that a person holds anywhere."""
    stretches: dict[str, list[Stretch]] = {}
    for grant in held.grants:
        if grant.is_in_force(now):
            for permission in grant.role.permissions:
                stretches.setdefault(permission, []).append(_stretch(grant, permission))
    for role in held.platform:
        for permission in PLATFORM_PERMISSIONS[role]:
            stretches.setdefault(permission, []).append(Stretch())
    denied: dict[str, list[Scope]] = {}
    for override in held.overrides:
        if not override.is_in_force(now):
            continue
        if override.effect is Effect.ALLOW:
            stretches.setdefault(override.permission, []).append(Stretch(override.scope, override.ceiling))
        else:
            denied.setdefault(override.permission, []).append(override.scope)
    return {
        permission: Reach(_fewest(found), tuple(denied.get(permission, ())))
        for permission, found in stretches.items()
    }


def decide(
    held: Held,
    permission: str,
    roles: Iterable[Role],
    *,
    now: datetime,
    scope: Scope = WHOLE_TENANT,
    money: Money | None = None,
) -> Decision:
    """Whether a person may act there with that amount, and the path that leads to the answer.

    Args:
        held: what decides about the person.
        permission: what the act needs.
        roles: those of the tenant, for what would give it.
        now: the moment.
        scope: where the act is.
        money: the amount, if there is one.
    """
    reach = reaches_of(held, now).get(permission, Reach())
    steps = [
        *(_of_override(each, now, scope, money) for each in held.overrides if each.permission == permission),
        *(
            _of_grant(grant, permission, now, scope, money)
            for grant in held.grants
            if permission in grant.role.permissions
        ),
        *(
            Step(StepKind.ROLE, role.value, role.value)
            for role in held.platform
            if permission in PLATFORM_PERMISSIONS[role]
        ),
    ]
    if reach.covers(scope, money):
        leading = (StepKind.ROLE, StepKind.OVERRIDE_ALLOWS)
        return Decision(permission, True, tuple(step for step in steps if step.kind in leading))
    giving = tuple(sorted(role.code for role in roles if permission in role.permissions))
    denials = [step for step in steps if step.kind is StepKind.OVERRIDE_DENIES]
    found = denials or [step for step in steps if step.kind is not StepKind.ROLE]
    return Decision(permission, False, tuple(found) or (Step(StepKind.MISSING),), giving)


def beyond(reaches: Mapping[str, Reach], role: Role, scope: Scope, permissions: Iterable[str]) -> list[str]:
    """What somebody would hand on without holding it there, or not up to that amount; alphabetical.

    Args:
        reaches: what the person holds.
        role: whose ceilings count.
        scope: where it would be handed on.
        permissions: those of the role that are handed on.
    """
    return sorted(
        permission
        for permission in permissions
        if not reaches.get(permission, Reach()).holds(Stretch(scope, role.ceilings.get(permission)))
    )


def changed_permissions(before: Role, after: Role) -> set[str]:
    """Permissions that one of the two has and the other lacks or limits otherwise."""
    either = before.permissions | after.permissions
    return {
        permission
        for permission in either
        if (permission in before.permissions) != (permission in after.permissions)
        or before.ceilings.get(permission) != after.ceilings.get(permission)
    }


def _stretch(grant: Grant, permission: str) -> Stretch:
    return Stretch(grant.scope, grant.role.ceilings.get(permission))


def _fewest(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same reach without what lies within another stretch."""
    kept: list[Stretch] = []
    for stretch in stretches:
        if any(other.holds(stretch) for other in kept):
            continue
        kept = [other for other in kept if not stretch.holds(other)]
        kept.append(stretch)
    return tuple(kept)


def _ends(held: Held, now: datetime) -> list[datetime]:
    ends = [*(each.expires_at for each in held.grants), *(each.expires_at for each in held.overrides)]
    return [end for end in ends if end is not None and now < end]


def _of_grant(grant: Grant, permission: str, now: datetime, scope: Scope, money: Money | None) -> Step:
    stretch = _stretch(grant, permission)
    kind = StepKind.ROLE
    if not grant.is_in_force(now):
        kind = StepKind.EXPIRED
    elif not stretch.scope.holds(scope):
        kind = StepKind.OUT_OF_SCOPE
    elif not stretch.covers(scope, money):
        kind = StepKind.OVER_LIMIT
    return Step(kind, grant.role.code, grant.role.title, grant.scope, stretch.ceiling, grant.expires_at)


def _of_override(override: Override, now: datetime, scope: Scope, money: Money | None) -> Step:
    stretch = Stretch(override.scope, override.ceiling)
    if not override.is_in_force(now):
        kind = StepKind.EXPIRED
    elif override.effect is Effect.DENY:
        kind = StepKind.OVERRIDE_DENIES if override.scope.holds(scope) else StepKind.OUT_OF_SCOPE
    elif not override.scope.holds(scope):
        kind = StepKind.OUT_OF_SCOPE
    else:
        kind = StepKind.OVERRIDE_ALLOWS if stretch.covers(scope, money) else StepKind.OVER_LIMIT
    return Step(
        kind, str(override.id), override.reason, override.scope, override.ceiling, override.expires_at
    )
