"""The staff's sign-in and own profile, and joining by invitation."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.access.errors import AddressNotAllowed, InvitationNotFound, NotStaff
from stakehouse.domains.access.service import invitations, rights
from stakehouse.domains.access.service import sign_in as service
from stakehouse.domains.identity import (
    Attempt,
    CommonPassword,
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
from stakehouse.infra.passwords import is_common
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
from stakehouse.infra.web.guard import public, staff_self
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
from stakehouse.infra.web.shapes import Answer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class LoginBody(Request):
    """Address and password."""

    email: str = Field(min_length=1, max_length=254)
    password: str = Field(min_length=1, max_length=1024)


class InvitationBody(Request):
    """The code of the mail, and a password for whoever has no sign-in with that address yet."""

    code: str = Field(min_length=1, max_length=100)
    password: str = Field(min_length=10, max_length=128)


class MeAnswer(Answer):
    """The caller."""

    user_id: UUID
    email: str
    name: str
    tenant: str
    tenant_name: str
    roles: list[str]
    permissions: list[str]
    must_set_up_second_factor: bool


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


async def password_hash(request: HttpRequest, body: InvitationBody) -> str:
    """The hash of the password sent along, made before any transaction opens."""
    if is_common(body.password):
        raise CommonPassword("This password is one of the first that are tried.", field="password")
    return await edge_of(request).passwords.hash(body.password)


router = APIRouter(tags=["access"])


@router.post(
    "/auth/login",
    dependencies=[public("this is where staff sign in")],
    responses=refuses(InvalidCredentials, AddressNotAllowed, TooManyRequests),
)
async def login(
    request: HttpRequest, response: Response, proved: Annotated[Proof, Depends(proof)], tx: UnitOfWork
) -> TokensAnswer | SecondFactorAnswer:
    """Signs in with address and password, or asks for the second factor."""
    return await enter(request, response, tx, proved)


async def enter(
    request: HttpRequest, response: Response, tx: Tx, proved: Proof
) -> TokensAnswer | SecondFactorAnswer:
    """Opens the session of a person who proved the first step, or asks for the second factor."""
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


@router.post(
    "/auth/invitation",
    status_code=204,
    dependencies=[public("the code of the mail is the proof")],
    responses=refuses(InvitationNotFound, CommonPassword, TooManyRequests),
)
async def accept_invitation(
    body: InvitationBody, hashed: Annotated[str, Depends(password_hash)], tx: UnitOfWork
) -> None:
    """Joins the staff with the code of an invitation; then one signs in with the address it went to.

    Who has a sign-in with that address keeps their password; the one sent here is not used then.
    """
    await invitations.accept_invitation(tx, body.code, hashed)


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
        must_set_up_second_factor=tx.actor.lacks_second_factor,
    )


def _site(request: HttpRequest) -> Site:
    origin = origin_of(request)
    edge = edge_of(request)
    return Site(
        host_name(origin.netloc), origin.geturl(), is_embedded=edge.is_embedded, sends_sms=edge.sends_sms
    )


def _device(request: HttpRequest) -> Device:
    actor = actor_of(request)
    return Device(actor.user_agent, actor.address)


async def _tokens(request: HttpRequest, response: Response, tx: Tx, signed_in: SignedIn) -> TokensAnswer:
    held = await rights.rights_of(tx, signed_in.user_id)
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
        roles_version=0 if held is None else held.version,
        expires_at=now + LIFETIME,
    )
    return access_token(request, response, claims)
