"""The team as staff see and change it: people, grants, overrides, invitations."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import AwareDatetime, Field, StringConstraints

from stakehouse.domains.access.errors import (
    BeyondOwnPermissions,
    EndsInThePast,
    GrantNotFound,
    InvalidScope,
    InvitationNotFound,
    LastOwner,
    NoSuchLimit,
    OverrideNotFound,
    OwnRoles,
    RoleNotFound,
    StaffNotFound,
    UnknownPermission,
)
from stakehouse.domains.access.http.staff.roles import MaxAmount, PermissionCode
from stakehouse.domains.access.http.staff.shapes import ScopeShape, scope_of, scope_shape
from stakehouse.domains.access.service import invitations
from stakehouse.domains.access.service import team as service
from stakehouse.domains.access.types import Effect, Grant, Invitation, Override, StaffMember
from stakehouse.domains.identity import SessionAudience, sessions_of
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import UserId
from stakehouse.kernel.money import InvalidAmount
from stakehouse.kernel.reach import ceiling_text

RoleCode = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{1,39}$")]
Until = Annotated[AwareDatetime | None, Field(description="When it ends by itself; never if left out.")]


class GrantAnswer(Answer):
    """A role that a person holds, and where."""

    id: UUID
    role: str
    title: str
    scope: ScopeShape
    granted_at: Moment
    expires_at: Moment | None
    reason: str


class OverrideAnswer(Answer):
    """A permission given to, or kept from, one person whatever their roles say."""

    id: UUID
    permission: str
    effect: Effect
    scope: ScopeShape
    max_amount: str | None
    granted_at: Moment
    expires_at: Moment | None
    reason: str


class StaffAnswer(Answer):
    """A member of staff."""

    user_id: UUID
    name: str
    email: str
    roles: list[str]
    grants: list[GrantAnswer]
    overrides: list[OverrideAnswer]


class StaffSessionAnswer(Answer):
    """A session of a member of staff that has not ended."""

    id: UUID
    device: str
    address: str
    created_at: Moment
    last_seen_at: Moment


class SignedOutAnswer(Answer):
    """How many sessions ended."""

    sessions_ended: int


class InvitationAnswer(Answer):
    """An invitation that waits."""

    id: UUID
    email: str
    name: str
    role: str
    scope: ScopeShape
    grant_expires_at: Moment | None
    inviter: str
    created_at: Moment
    expires_at: Moment


class GrantBody(Request):
    """Which role, where and until when."""

    role: RoleCode
    scope: ScopeShape | None = None
    expires_at: Until = None
    reason: Annotated[str, Field(max_length=500)] = ""


class OverrideBody(Request):
    """Which permission is given or kept from a person, where, how far, until when and why."""

    permission: PermissionCode
    effect: Literal["allow", "deny"]
    scope: ScopeShape | None = None
    max_amount: MaxAmount | None = None
    expires_at: Until = None
    reason: Reason


class InviteBody(Request):
    """Whom, as what."""

    email: Annotated[str, Field(pattern=r"^[^@\s]{1,64}@[^@\s]{1,189}$", max_length=254)]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    role: RoleCode
    scope: ScopeShape | None = None
    expires_at: Until = None


class RemoveBody(Request):
    """Why."""

    reason: Reason


router = APIRouter(tags=["access"])


@router.get("/staff", dependencies=[staff("team:view")])
async def list_staff(tx: UnitOfWork) -> ListAnswer[StaffAnswer]:
    """The tenant's staff with what they hold at this moment."""
    return ListAnswer(items=[_person(person) for person in await service.staff(tx)])


@router.get("/staff/{user_id}/sessions", dependencies=[staff("team:view")], responses=refuses(StaffNotFound))
async def list_staff_sessions(user_id: UUID, tx: UnitOfWork) -> ListAnswer[StaffSessionAnswer]:
    """Where a member of staff is signed in, the session seen last first."""
    await service.demand_on_staff(tx, UserId(user_id))
    found = await sessions_of(tx, UserId(user_id), SessionAudience.STAFF)
    return ListAnswer(
        items=[
            StaffSessionAnswer(
                id=session.session_id,
                device=session.device,
                address=session.address,
                created_at=session.created_at,
                last_seen_at=session.last_seen_at,
            )
            for session in found
        ]
    )


@router.post(
    "/staff/{user_id}/sign-out", dependencies=[staff("team:remove")], responses=refuses(StaffNotFound)
)
async def sign_staff_out(user_id: UUID, body: RemoveBody, tx: UnitOfWork) -> SignedOutAnswer:
    """Ends all sessions of a member of staff; they can sign in again."""
    return SignedOutAnswer(sessions_ended=await service.sign_staff_out(tx, UserId(user_id), body.reason))


@router.post(
    "/staff/{user_id}/roles",
    status_code=204,
    dependencies=[staff("team:invite")],
    responses=refuses(
        RoleNotFound, StaffNotFound, InvalidScope, EndsInThePast, OwnRoles, LastOwner, BeyondOwnPermissions
    ),
)
async def grant_role(user_id: UUID, body: GrantBody, tx: UnitOfWork) -> None:
    """Grants a role to a member of staff; acts within seconds."""
    await service.grant(
        tx,
        UserId(user_id),
        body.role,
        scope=scope_of(body.scope),
        expires_at=body.expires_at,
        reason=body.reason,
    )


@router.delete(
    "/staff/{user_id}/roles/{role}",
    status_code=204,
    dependencies=[staff("team:remove")],
    responses=refuses(RoleNotFound, StaffNotFound, OwnRoles, BeyondOwnPermissions, LastOwner),
)
async def revoke_role(user_id: UUID, role: str, tx: UnitOfWork) -> None:
    """Revokes a role of a member of staff wherever it is held; acts within seconds."""
    await service.revoke(tx, UserId(user_id), role)


@router.delete(
    "/staff/{user_id}/grants/{grant_id}",
    status_code=204,
    dependencies=[staff("team:remove")],
    responses=refuses(GrantNotFound, OwnRoles, BeyondOwnPermissions, LastOwner),
)
async def revoke_grant(user_id: UUID, grant_id: UUID, tx: UnitOfWork) -> None:
    """Revokes one grant of a role; it may still be held elsewhere."""
    await service.revoke_grant(tx, UserId(user_id), grant_id)


@router.post(
    "/staff/{user_id}/overrides",
    status_code=201,
    dependencies=[staff("roles:edit")],
    responses=refuses(
        StaffNotFound,
        UnknownPermission,
        NoSuchLimit,
        InvalidAmount,
        InvalidScope,
        EndsInThePast,
        OwnRoles,
        LastOwner,
        BeyondOwnPermissions,
    ),
)
async def set_override(user_id: UUID, body: OverrideBody, tx: UnitOfWork) -> OverrideAnswer:
    """Gives one permission to a person or keeps it from them, whatever their roles say; a denial wins."""
    made = await service.set_override(
        tx,
        UserId(user_id),
        body.permission,
        Effect(body.effect),
        reason=body.reason,
        scope=scope_of(body.scope),
        max_amount=body.max_amount,
        expires_at=body.expires_at,
    )
    return _override(made)


@router.delete(
    "/staff/{user_id}/overrides/{override_id}",
    status_code=204,
    dependencies=[staff("roles:edit")],
    responses=refuses(OverrideNotFound, OwnRoles, BeyondOwnPermissions),
)
async def lift_override(user_id: UUID, override_id: UUID, tx: UnitOfWork) -> None:
    """Takes a decision about one person back: from then on their roles say it."""
    await service.lift_override(tx, UserId(user_id), override_id)


@router.post(
    "/staff/{user_id}/remove",
    status_code=204,
    dependencies=[staff("team:remove")],
    responses=refuses(StaffNotFound, OwnRoles, BeyondOwnPermissions, LastOwner),
)
async def remove_staff(user_id: UUID, body: RemoveBody, tx: UnitOfWork) -> None:
    """Takes a person off the staff: roles are gone, sessions end."""
    await service.remove_staff(tx, UserId(user_id), body.reason)


@router.get("/invitations", dependencies=[staff("team:view")])
async def list_invitations(tx: UnitOfWork) -> ListAnswer[InvitationAnswer]:
    """Invitations that wait to be accepted."""
    return ListAnswer(items=[_invitation(each) for each in await invitations.invitations(tx)])


@router.post(
    "/invitations",
    status_code=201,
    dependencies=[staff("team:invite")],
    responses=refuses(RoleNotFound, InvalidScope, EndsInThePast, BeyondOwnPermissions),
)
async def invite(request: HttpRequest, body: InviteBody, tx: UnitOfWork) -> InvitationAnswer:
    """Asks a person to join the staff; the mail carries a code that counts for seven days."""
    made = await invitations.invite(
        tx,
        body.email,
        body.name,
        body.role,
        vault=edge_of(request).vault,
        scope=scope_of(body.scope),
        grant_expires_at=body.expires_at,
    )
    return _invitation(made)


@router.delete(
    "/invitations/{invitation_id}",
    status_code=204,
    dependencies=[staff("team:invite")],
    responses=refuses(InvitationNotFound),
)
async def withdraw_invitation(invitation_id: UUID, tx: UnitOfWork) -> None:
    """Takes an invitation back."""
    await invitations.withdraw_invitation(tx, invitation_id)


def _person(person: StaffMember) -> StaffAnswer:
    return StaffAnswer(
        user_id=person.user_id,
        name=person.name,
        email=person.email,
        roles=list(person.roles),
        grants=[_grant(grant) for grant in person.grants],
        overrides=[_override(override) for override in person.overrides],
    )


def _grant(grant: Grant) -> GrantAnswer:
    return GrantAnswer(
        id=grant.id,
        role=grant.role.code,
        title=grant.role.title,
        scope=scope_shape(grant.scope),
        granted_at=grant.granted_at,
        expires_at=grant.expires_at,
        reason=grant.reason,
    )


def _override(override: Override) -> OverrideAnswer:
    return OverrideAnswer(
        id=override.id,
        permission=override.permission,
        effect=override.effect,
        scope=scope_shape(override.scope),
        max_amount=ceiling_text(override.ceiling),
        granted_at=override.granted_at,
        expires_at=override.expires_at,
        reason=override.reason,
    )


def _invitation(invitation: Invitation) -> InvitationAnswer:
    return InvitationAnswer(
        id=invitation.id,
        email=invitation.email,
        name=invitation.name,
        role=invitation.role,
        scope=scope_shape(invitation.scope),
        grant_expires_at=invitation.grant_expires_at,
        inviter=invitation.inviter,
        created_at=invitation.created_at,
        expires_at=invitation.expires_at,
    )
