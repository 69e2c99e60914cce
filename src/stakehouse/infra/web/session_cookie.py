"""The refresh cookie, and the guard against requests that other sites cause.

The cookie is HttpOnly, SameSite=Strict and sent to the sign-in routes of one face only; over TLS it
is Secure and bears the prefix that keeps anybody else on the domain from setting it. Each tenant
has a name of its own for it, so that two tenants on one host do not sign each other out.
"""

from datetime import datetime
from enum import Enum
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Request, Response
from pydantic import BeforeValidator

from stakehouse.infra.tokens import LIFETIME, Claims
from stakehouse.infra.web.context import Audience, edge_of, tenant_of
from stakehouse.infra.web.shapes import Answer, Moment
from stakehouse.kernel.errors import Kind, Refusal

REQUESTED_WITH = "stakehouse"


class CrossSiteRequest(Refusal):
    """A page of another site caused this request."""

    kind = Kind.FORBIDDEN


class TokensAnswer(Answer):
    """An access token; the refresh token travels in the cookie."""

    access_token: str
    token_type: str
    expires_in: int


def _word(method: object) -> object:
    return method.value if isinstance(method, Enum) else method


class ChallengeAnswer(Answer):
    """A question to be answered by one of the methods: the second step of a sign-in, or step-up.

    ``passkey`` is what the browser needs to ask a passkey, where one would do.
    """

    challenge: str
    methods: list[Annotated[str, BeforeValidator(_word)]]
    passkey: dict[str, Any] | None
    expires_at: Moment


class SecondFactorAnswer(Answer):
    """The password fits; a second factor is needed."""

    second_factor: ChallengeAnswer


def demand_same_site(request: Request) -> None:
    """Refuses what a browser was made to send by another site's page.

    A request that rides on the cookie must carry ``X-Requested-With: stakehouse``, which no page
    of another origin can add without our consent. Only a client that shows no sign of a browser
    (no ``Origin``, no ``Sec-Fetch-Site``) may leave it out: there is nobody's cookie to ride on.

    Raises:
        CrossSiteRequest: the sign of another site, or of a browser without the header.
    """
    headers = request.headers
    origin, fetched = headers.get("origin"), headers.get("sec-fetch-site")
    foreign = origin is not None and urlsplit(origin).netloc != headers.get("host", "")
    if foreign or fetched not in {None, "same-origin"}:
        raise CrossSiteRequest("This can only be asked by the house's own pages.")
    if headers.get("x-requested-with") == REQUESTED_WITH or (origin is None and fetched is None):
        return
    raise CrossSiteRequest("Send the header X-Requested-With: stakehouse.")


async def read_refresh_cookie(request: Request) -> str:
    """The refresh token of this tenant, empty if there is none."""
    return request.cookies.get(await _name(request), "")


async def set_refresh_cookie(
    request: Request, response: Response, audience: Audience, token: str, until: datetime
) -> None:
    """Puts a refresh token into the browser."""
    edge = edge_of(request)
    response.set_cookie(
        await _name(request),
        token,
        max_age=max(0, int((until - edge.clock()).total_seconds())),
        path=_path(audience),
        secure=edge.is_secure,
        httponly=True,
        samesite="strict",
    )


async def clear_refresh_cookie(request: Request, response: Response, audience: Audience) -> None:
    """Takes the refresh token out of the browser."""
    response.delete_cookie(
        await _name(request),
        path=_path(audience),
        secure=edge_of(request).is_secure,
        httponly=True,
        samesite="strict",
    )


def access_token(request: Request, response: Response, claims: Claims) -> TokensAnswer:
    """The answer of a sign-in: a fresh access token that no cache may keep."""
    edge = edge_of(request)
    response.headers["cache-control"] = "no-store"
    return TokensAnswer(
        access_token=edge.tokens.mint(claims, edge.clock()),
        token_type="Bearer",  # noqa: S106 - the type of token, not one
        expires_in=int(LIFETIME.total_seconds()),
    )


async def _name(request: Request) -> str:
    slug = (await tenant_of(request)).slug
    return f"{'__Secure-' if edge_of(request).is_secure else ''}stakehouse-{slug}"


def _path(audience: Audience) -> str:
    return f"/api/{audience.value}/v1/auth"
