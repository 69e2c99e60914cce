"""A player's registration, sign-in, sessions and profile."""

from fastapi import APIRouter, Request, Response

from stakehouse.domains.identity.http import factors, houses, live_sessions, passwords, proofs
from stakehouse.domains.identity.http.player import (
    email,
    profile,
    registration,
    sign_in,
    telegram,
)
from stakehouse.domains.identity.http.player import (
    leaving as leaving_routes,
)
from stakehouse.domains.identity.http.player.tokens import device_of, tokens, tokens_or_challenge
from stakehouse.domains.identity.http.sites import site_of
from stakehouse.domains.identity.ports import Admission, Enrolment, Leaving
from stakehouse.domains.identity.service.sign_in import sign_in_member
from stakehouse.domains.identity.types import Proof, SessionAudience, SignedIn
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.session_cookie import SecondFactorAnswer, TokensAnswer
from stakehouse.kernel.ids import UserId


async def not_obliged(tx: Tx, user_id: UserId) -> bool:  # noqa: ARG001 - as the port has it
    """No member has to have a second factor."""
    return False


def router(admit: Admission, leaving: Leaving, enrolment: Enrolment) -> APIRouter:
    """All of them.

    Args:
        admit: asked whether a member may sign in.
        leaving: tells what stands in the way of closing an account.
        enrolment: says what a person must state to become a member, and whether they may.
    """

    async def finish(request: Request, response: Response, tx: Tx, proof: Proof) -> TokensAnswer:
        signed_in = await sign_in_member(
            tx, proof, device=device_of(request), admit=admit, site=site_of(request)
        )
        assert isinstance(signed_in, SignedIn), "both steps are proved"
        return await tokens(request, response, signed_in)

    async def enter(
        request: Request, response: Response, tx: Tx, proof: Proof
    ) -> TokensAnswer | SecondFactorAnswer:
        signed_in = await sign_in_member(
            tx, proof, device=device_of(request), admit=admit, site=site_of(request)
        )
        return await tokens_or_challenge(request, response, signed_in)

    routes = APIRouter(tags=["identity"])
    routes.include_router(proofs.router(SessionAudience.PLAYER, finish))
    routes.include_router(factors.router(SessionAudience.PLAYER, not_obliged))
    routes.include_router(registration.router(admit, enrolment))
    routes.include_router(sign_in.router(admit))
    routes.include_router(telegram.router(admit, enrolment))
    routes.include_router(passwords.router(SessionAudience.PLAYER))
    routes.include_router(email.router)
    routes.include_router(leaving_routes.router(leaving))
    routes.include_router(houses.router(SessionAudience.PLAYER, enter))
    routes.include_router(profile.router)
    routes.include_router(live_sessions.router(SessionAudience.PLAYER))
    return routes
