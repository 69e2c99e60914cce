"""Roles as staff read and write them, and the catalogue of permissions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field, StringConstraints

from stakehouse.domains.access.errors import (
    BeyondOwnPermissions,
    NoSuchLimit,
    OwnRoles,
    RoleChanged,
    RoleExists,
    RoleHeld,
    RoleNotFound,
    RoleShipped,
    StaffNotFound,
    UnknownPermission,
)
from stakehouse.domains.access.http.staff.shapes import ScopeShape, scope_shape
from stakehouse.domains.access.service import rights, roles
from stakehouse.domains.access.types import Decision, Permission, Role, StepKind
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import staff, staff_self
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Forbidden
from stakehouse.kernel.ids import UserId
from stakehouse.kernel.money import InvalidAmount
from stakehouse.kernel.reach import ceiling_text

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
MaxAmount = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,9})(\.[0-9]{1,8})?$")]
PermissionCode = Annotated[str, Field(pattern="^[a-z_]+:[a-z_]+$", max_length=60)]


class PermissionAnswer(Answer):
    """A permission of the catalogue."""

    permission: str
    area: str
    description: str
    can_be_limited: bool


class RoleAnswer(Answer):
    """A role; ``limits`` says up to which amount of fiat money a permission goes, if it is limited."""

    role: str
    title: str
    shipped: bool
    version: int
    holders: int
    permissions: list[str]
    limits: dict[str, str]


class Held(Request):
    """A permission of a role, and the amount up to which it goes if it is limited."""

    permission: PermissionCode
    max_amount: MaxAmount | None = None


class NewRoleBody(Request):
    """A role of one's own: a copy, or permissions put together."""

    title: Title
    copy_of: Annotated[str | None, Field(pattern="^[a-z][a-z0-9_]{1,39}$")] = None
    permissions: Annotated[list[Held] | None, Field(max_length=200)] = None


class RoleBody(Request):
    """What a role is from now on; ``version`` is that of the role one saw."""

    title: Title
    permissions: Annotated[list[Held], Field(max_length=200)]
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class StepAnswer(Answer):
    """A step on the path to the answer."""

    kind: StepKind
    source: str
    title: str
    scope: ScopeShape
    max_amount: str | None
    expires_at: Moment | None


class WhyAnswer(Answer):
    """Whether a person may, and what leads to it.

    ``steps`` name what gives the permission, or what stands in the way; ``roles`` those that would give it.
    """

    permission: str
    description: str
    allowed: bool
    steps: list[StepAnswer]
    roles: list[str]


router = APIRouter(tags=["access"])


@router.get("/permissions", dependencies=[staff("team:view")])
async def list_permissions() -> ListAnswer[PermissionAnswer]:
    """Everything that a role of a tenant can hold, by area."""
    return ListAnswer(
        items=[
            PermissionAnswer(
                permission=each.value,
                area=each.area,
                description=each.description,
                can_be_limited=each.has_ceiling,
            )
            for each in Permission
            if not each.is_for_the_platform
        ]
    )


@router.get("/roles", dependencies=[staff("team:view")])
async def list_roles(tx: UnitOfWork) -> ListAnswer[RoleAnswer]:
    """The roles of the tenant with what they permit."""
    return ListAnswer(items=[role_answer(role) for role in await roles.roles(tx)])


@router.post(
    "/roles",
    status_code=201,
    dependencies=[staff("roles:edit")],
    responses=refuses(
        RoleExists, RoleNotFound, UnknownPermission, NoSuchLimit, InvalidAmount, BeyondOwnPermissions
    ),
)
async def create_role(body: NewRoleBody, tx: UnitOfWork) -> RoleAnswer:
    """Writes a role, or copies one; nobody puts into it what they do not hold themselves."""
    wanted = None if body.permissions is None else _wanted(body.permissions)
    return role_answer(await roles.create_role(tx, body.title, wanted, copy_of=body.copy_of))


@router.put(
    "/roles/{role}",
    dependencies=[staff("roles:edit")],
    responses=refuses(
        RoleNotFound,
        RoleShipped,
        RoleChanged,
        OwnRoles,
        UnknownPermission,
        NoSuchLimit,
        InvalidAmount,
        BeyondOwnPermissions,
    ),
)
async def change_role(role: str, body: RoleBody, tx: UnitOfWork) -> RoleAnswer:
    """Changes name, permissions and limits of a role of the tenant's own; acts everywhere within seconds."""
    return role_answer(
        await roles.change_role(tx, role, body.title, _wanted(body.permissions), version=body.version)
    )


@router.delete(
    "/roles/{role}",
    status_code=204,
    dependencies=[staff("roles:edit")],
    responses=refuses(RoleNotFound, RoleShipped, RoleHeld, BeyondOwnPermissions),
)
async def delete_role(role: str, tx: UnitOfWork) -> None:
    """Deletes a role of the tenant's own that nobody holds."""
    await roles.delete_role(tx, role)


@router.get("/access/why", dependencies=[staff_self()], responses=refuses(StaffNotFound, Forbidden))
async def why(
    tx: UnitOfWork,
    permission: Annotated[str, Query(pattern="^[a-z_]+:[a-z_]+$", max_length=60)],
    user_id: UUID | None = None,
) -> WhyAnswer:
    """Why one may, or may not: the roles, scopes, limits and overrides that lead to the answer.

    Without ``user_id`` it answers for the caller; for colleagues it needs ``team:view``.
    """
    return why_answer(await rights.why(tx, _whose(tx, user_id), permission))


def role_answer(role: Role) -> RoleAnswer:
    """A role on the wire."""
    return RoleAnswer(
        role=role.code,
        title=role.title,
        shipped=role.shipped,
        version=role.version,
        holders=role.holders,
        permissions=sorted(role.permissions),
        limits={permission: ceiling_text(ceiling) or "" for permission, ceiling in role.ceilings.items()},
    )


def why_answer(decision: Decision) -> WhyAnswer:
    """A decision on the wire."""
    known = next((each for each in Permission if each.value == decision.permission), None)
    return WhyAnswer(
        permission=decision.permission,
        description="" if known is None else known.description,
        allowed=decision.is_allowed,
        steps=[
            StepAnswer(
                kind=step.kind,
                source=step.source,
                title=step.title,
                scope=scope_shape(step.scope),
                max_amount=ceiling_text(step.ceiling),
                expires_at=step.expires_at,
            )
            for step in decision.steps
        ],
        roles=list(decision.roles),
    )


def _whose(tx: Tx, user_id: UUID | None) -> UserId:
    assert tx.actor.user_id is not None, "the guard let in a member of staff"
    if user_id is None or user_id == tx.actor.user_id:
        return UserId(tx.actor.user_id)
    rights.demand(tx, "team:view")
    return UserId(user_id)


def _wanted(held: list[Held]) -> dict[str, str | None]:
    return {each.permission: each.max_amount for each in held}
