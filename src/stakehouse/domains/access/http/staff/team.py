"""The staff's sign-in, profile and team."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.access.errors import (
    BeyondOwnPermissions,
    LastOwner,
    NotStaff,
    OwnRoles,
    RoleNotFound,
    StaffNotFound,
)
from stakehouse.domains.access.service import team as service
from stakehouse.domains.identity import (
    Attempt,
    Device,
    InvalidCredentials,
    Proof,
    SessionAudience,
    SessionEnded,
    SignedIn,
    Site,
    prove,
    refresh,
    sign_out,
)
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.tokens import LIFETIME, Claims
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import (
    Audience,
    actor_of,
    client_address,
    edge_of,
    host_name,
    origin_of,
    tenant_of,
)
from stakehouse.infra.web.guard import public, staff, staff_self
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.session_cookie import (
    ChallengeAnswer,
    CrossSiteRequest,
    SecondFactorAnswer,
    TokensAnswer,
    access_token,
    clear_refresh_cookie,
    demand_same_site,
    read_refresh_cookie,
    set_refresh_cookie,
)
from stakehouse.infra.web.shapes import Answer, ListAnswer, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import UserId


class LoginBody(Request):
    """Address and password."""

    email: str = Field(min_length=1, max_length=254)
    password: str = Field(min_length=1, max_length=1024)


class MeAnswer(Answer):
    """The caller."""

    user_id: UUID
    email: str
    name: str
    tenant: str
    tenant_name: str
    roles: list[str]
    permissions: list[str]


class RoleAnswer(Answer):
    """A role."""

    role: str
    title: str
    shipped: bool
    permissions: list[str]


class StaffAnswer(Answer):
    """A member of staff."""

    user_id: UUID
    name: str
    roles: list[str]


class GrantBody(Request):
    """Which role."""

    role: str = Field(pattern="^[a-z][a-z0-9_]{1,39}$")


class RemoveBody(Request):
    """Why."""

    reason: Reason


async def proof(request: HttpRequest, body: LoginBody) -> Proof:
    """Who the caller proved to be, found out before any transaction opens."""
    edge, tenant = edge_of(request), await tenant_of(request)
    return await prove(
        Attempt(tenant.id, body.email, body.password, client_address(request)),
        database=edge.database,
        clock=edge.clock,
        passwords=edge.passwords,
        limiter=edge.limiter,
    )


router = APIRouter(tags=["access"])


@router.post(
    "/auth/login",
    dependencies=[public("this is where staff sign in")],
    responses=refuses(InvalidCredentials, TooManyRequests),
)
async def login(
    request: HttpRequest, response: Response, proved: Annotated[Proof, Depends(proof)], tx: UnitOfWork
) -> TokensAnswer | SecondFactorAnswer:
    """Signs in with address and password, or asks for the second factor."""
    signed_in = await service.sign_in_staff(tx, proved, device=_device(request), site=_site(request))
    if isinstance(signed_in, SignedIn):
        return await _tokens(request, response, tx, signed_in)
    response.headers["cache-control"] = "no-store"
    return SecondFactorAnswer(second_factor=ChallengeAnswer.model_validate(signed_in, from_attributes=True))


async def finish_sign_in(request: HttpRequest, response: Response, tx: Tx, proved: Proof) -> TokensAnswer:
    """Opens the session of a person who proved both steps; identity's routes call it."""
    signed_in = await service.sign_in_staff(tx, proved, device=_device(request), site=_site(request))
    assert isinstance(signed_in, SignedIn), "both steps are proved"
    return await _tokens(request, response, tx, signed_in)


@router.post(
    "/auth/refresh",
    dependencies=[public("the refresh cookie is the proof"), Depends(demand_same_site)],
    responses=refuses(SessionEnded, CrossSiteRequest),
    response_model=TokensAnswer,
)
async def continue_session(
    request: HttpRequest, response: Response, tx: UnitOfWork
) -> TokensAnswer | Response:
    """Continues the session of the refresh cookie."""
    continued = await refresh(
        tx,
        await read_refresh_cookie(request),
        SessionAudience.STAFF,
        device=_device(request),
        vault=edge_of(request).vault,
    )
    if not isinstance(continued, SignedIn):
        refused = refusal_response(request, continued)
        await clear_refresh_cookie(request, refused, Audience.STAFF)
        return refused
    return await _tokens(request, response, tx, continued)


@router.post(
    "/auth/logout",
    status_code=204,
    dependencies=[public("the refresh cookie is the proof"), Depends(demand_same_site)],
    responses=refuses(CrossSiteRequest),
)
async def logout(request: HttpRequest, response: Response, tx: UnitOfWork) -> None:
    """Ends the session of the refresh cookie."""
    await sign_out(tx, await read_refresh_cookie(request), SessionAudience.STAFF)
    await clear_refresh_cookie(request, response, Audience.STAFF)


@router.get("/me", dependencies=[staff_self()], responses=refuses(NotStaff))
async def me(tx: UnitOfWork) -> MeAnswer:
    """The caller, with everything they may do here."""
    found = await service.staff_profile(tx)
    return MeAnswer(
        user_id=found.user_id,
        email=found.email,
        name=found.name,
        tenant=found.tenant,
        tenant_name=found.tenant_name,
        roles=list(found.rights.roles),
        permissions=sorted(found.rights.permissions),
    )


@router.get("/roles", dependencies=[staff("team:view")])
async def list_roles(tx: UnitOfWork) -> ListAnswer[RoleAnswer]:
    """The roles of the tenant with what they permit."""
    return ListAnswer(
        items=[
            RoleAnswer(
                role=role.code,
                title=role.title,
                shipped=role.shipped,
                permissions=sorted(role.permissions),
            )
            for role in await service.roles(tx)
        ]
    )


@router.get("/staff", dependencies=[staff("team:view")])
async def list_staff(tx: UnitOfWork) -> ListAnswer[StaffAnswer]:
    """The tenant's staff with their roles."""
    return ListAnswer(
        items=[
            StaffAnswer(user_id=person.user_id, name=person.name, roles=list(person.roles))
            for person in await service.staff(tx)
        ]
    )


@router.post(
    "/staff/{user_id}/roles",
    status_code=204,
    dependencies=[staff("team:invite")],
    responses=refuses(RoleNotFound, StaffNotFound, OwnRoles, BeyondOwnPermissions),
)
async def grant_role(user_id: UUID, body: GrantBody, tx: UnitOfWork) -> None:
    """Grants a role to a member of staff; acts within seconds."""
    await service.grant(tx, UserId(user_id), body.role)


@router.delete(
    "/staff/{user_id}/roles/{role}",
    status_code=204,
    dependencies=[staff("team:remove")],
    responses=refuses(RoleNotFound, OwnRoles, BeyondOwnPermissions, LastOwner),
)
async def revoke_role(user_id: UUID, role: str, tx: UnitOfWork) -> None:
    """Revokes a role of a member of staff; acts within seconds."""
    await service.revoke(tx, UserId(user_id), role)


@router.post(
    "/staff/{user_id}/remove",
    status_code=204,
    dependencies=[staff("team:remove")],
    responses=refuses(StaffNotFound, OwnRoles, LastOwner),
)
async def remove_staff(user_id: UUID, body: RemoveBody, tx: UnitOfWork) -> None:
    """Takes a person off the staff: roles are gone, sessions end."""
    await service.remove_staff(tx, UserId(user_id), body.reason)


def _site(request: HttpRequest) -> Site:
    origin = origin_of(request)
    return Site(host_name(origin.netloc), origin.geturl(), is_embedded=edge_of(request).is_embedded)


def _device(request: HttpRequest) -> Device:
    actor = actor_of(request)
    return Device(actor.user_agent, actor.address)


async def _tokens(request: HttpRequest, response: Response, tx: Tx, signed_in: SignedIn) -> TokensAnswer:
    rights = await service.rights_of(tx, signed_in.user_id)
    tenant, now = await tenant_of(request), edge_of(request).clock()
    await set_refresh_cookie(
        request, response, Audience.STAFF, signed_in.refresh_token, signed_in.refresh_until
    )
    claims = Claims(
        user_id=signed_in.user_id,
        tenant_id=tenant.id,
        member_id=None,
        session_id=signed_in.session_id,
        audience=Audience.STAFF.value,
        methods=signed_in.methods,
        roles_version=0 if rights is None else rights.version,
        expires_at=now + LIFETIME,
    )
    return access_token(request, response, claims)
