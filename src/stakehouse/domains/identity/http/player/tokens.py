"""What every sign-in of a player answers."""

from fastapi import Request, Response

from stakehouse.domains.identity.types import Asked, Device, SignedIn
from stakehouse.infra.tokens import LIFETIME, Claims
from stakehouse.infra.web.context import Audience, actor_of, edge_of, tenant_of
from stakehouse.infra.web.session_cookie import (
    ChallengeAnswer,
    SecondFactorAnswer,
    TokensAnswer,
    access_token,
    set_refresh_cookie,
)


def device_of(request: Request) -> Device:
    """What the request comes from, as the guard saw it."""
    actor = actor_of(request)
    return Device(actor.user_agent, actor.address)


async def tokens(request: Request, response: Response, signed_in: SignedIn) -> TokensAnswer:
    """An access token, and the refresh token in its cookie."""
    tenant, now = await tenant_of(request), edge_of(request).clock()
    await set_refresh_cookie(
        request, response, Audience.PLAYER, signed_in.refresh_token, signed_in.refresh_until
    )
    claims = Claims(
        user_id=signed_in.user_id,
        tenant_id=tenant.id,
        member_id=signed_in.member_id,
        session_id=signed_in.session_id,
        audience=Audience.PLAYER.value,
        methods=signed_in.methods,
        roles_version=0,
        expires_at=now + LIFETIME,
    )
    return access_token(request, response, claims)


async def tokens_or_challenge(
    request: Request, response: Response, signed_in: SignedIn | Asked
) -> TokensAnswer | SecondFactorAnswer:
    """The tokens, or what else has to be proved first."""
    if isinstance(signed_in, Asked):
        response.headers["cache-control"] = "no-store"
        return SecondFactorAnswer(
            second_factor=ChallengeAnswer.model_validate(signed_in, from_attributes=True)
        )
    return await tokens(request, response, signed_in)
