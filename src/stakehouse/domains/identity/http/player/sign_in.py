"""Sign-in, its continuation, sign-out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    AccountClosed,
    InvalidCredentials,
    MemberSuspended,
    SessionEnded,
)
from stakehouse.domains.identity.http.player.tokens import device_of, tokens, tokens_or_challenge
from stakehouse.domains.identity.http.sites import site_of
from stakehouse.domains.identity.ports import Admission
from stakehouse.domains.identity.service import sessions as live
from stakehouse.domains.identity.service import sign_in
from stakehouse.domains.identity.types import Attempt, Proof, SessionAudience, SignedIn
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import Audience, client_address, edge_of, tenant_of
from stakehouse.infra.web.errands import with_errands
from stakehouse.infra.web.guard import public
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.session_cookie import (
    CrossSiteRequest,
    SecondFactorAnswer,
    TokensAnswer,
    clear_refresh_cookie,
    demand_same_site,
    read_refresh_cookie,
)
from stakehouse.infra.web.shapes import Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class LoginBody(Request):
    """Address and password."""

    email: str = Field(min_length=1, max_length=rules.EMAIL_LENGTH_MAX)
    password: str = Field(min_length=1, max_length=1024)


async def proof(request: HttpRequest, body: LoginBody) -> Proof:
    """Who the caller proved to be, found out before any transaction opens."""
    edge, tenant = edge_of(request), await tenant_of(request)
    return await sign_in.prove(
        Attempt(tenant.id, body.email, body.password, client_address(request)),
        database=edge.database,
        clock=edge.clock,
        passwords=edge.passwords,
        limiter=edge.limiter,
    )


def router(admit: Admission) -> APIRouter:
    """The routes of sign-in.

    Args:
        admit: asked whether a member may sign in.
    """
    routes = APIRouter()

    @routes.post(
        "/auth/login",
        dependencies=[public("this is where people sign in")],
        responses=refuses(InvalidCredentials, MemberSuspended, AccountClosed, TooManyRequests),
    )
    async def login(
        request: HttpRequest, response: Response, proved: Annotated[Proof, Depends(proof)]
    ) -> TokensAnswer | SecondFactorAnswer:
        """Signs in with address and password, or asks for the second factor."""

        async def enter(tx: Tx) -> TokensAnswer | SecondFactorAnswer:
            signed_in = await sign_in.sign_in_member(
                tx, proved, device=device_of(request), admit=admit, site=site_of(request)
            )
            return await tokens_or_challenge(request, response, signed_in)

        return await with_errands(request, enter)

    @routes.post(
        "/auth/refresh",
        dependencies=[public("the refresh cookie is the proof"), Depends(demand_same_site)],
        responses=refuses(SessionEnded, CrossSiteRequest),
        response_model=TokensAnswer,
    )
    async def refresh(request: HttpRequest, response: Response, tx: UnitOfWork) -> TokensAnswer | Response:
        """Continues the session of the refresh cookie."""
        continued = await live.refresh(
            tx,
            await read_refresh_cookie(request),
            SessionAudience.PLAYER,
            device=device_of(request),
            vault=edge_of(request).vault,
        )
        if not isinstance(continued, SignedIn):
            refused = refusal_response(request, continued)
            await clear_refresh_cookie(request, refused, Audience.PLAYER)
            return refused
        return await tokens(request, response, continued)

    @routes.post(
        "/auth/logout",
        status_code=204,
        dependencies=[public("the refresh cookie is the proof"), Depends(demand_same_site)],
        responses=refuses(CrossSiteRequest),
    )
    async def logout(request: HttpRequest, response: Response, tx: UnitOfWork) -> None:
        """Ends the session of the refresh cookie."""
        await live.sign_out(tx, await read_refresh_cookie(request), SessionAudience.PLAYER)
        await clear_refresh_cookie(request, response, Audience.PLAYER)

    return routes
