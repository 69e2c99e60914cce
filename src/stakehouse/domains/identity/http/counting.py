"""Addresses and passwords as people type them, and how often they may: the same at both faces."""

from datetime import timedelta
from typing import Annotated

from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.types import SignInLimits
from stakehouse.domains.tenancy import setting
from stakehouse.infra.rate_limit import Rate, network_of
from stakehouse.infra.tx import begin
from stakehouse.infra.web.context import client_address, edge_of, tenant_of
from stakehouse.infra.web.shapes import Request
from stakehouse.kernel.actor import NOBODY

HOUR = timedelta(hours=1)
FIVE_MINUTES = timedelta(minutes=5)

Email = Annotated[str, Field(min_length=3, max_length=rules.EMAIL_LENGTH_MAX)]
Password = Annotated[str, Field(min_length=rules.PASSWORD_LENGTH_MIN, max_length=rules.PASSWORD_LENGTH_MAX)]
Code = Annotated[str, Field(pattern=f"^[0-9]{{{rules.CODE_DIGITS}}}$", description="six digits, by mail")]


class EmailBody(Request):
    """An address."""

    email: Email


async def count_code(request: HttpRequest, email: str) -> None:
    """Counts a code that is about to be sent.

    Raises:
        TooManyRequests: too many from here, or for this account.
    """
    edge, tenant = edge_of(request), await tenant_of(request)
    limits = await _limits(request)
    await count_registration(request)
    key = f"codes:{tenant.id}:{rules.normalise_email(email)}"
    await edge.limiter.take(key, Rate(limits.codes_per_account, FIVE_MINUTES))


async def count_registration(request: HttpRequest) -> None:
    """Counts a step of a registration from the client's address.

    Raises:
        TooManyRequests: too many from here.
    """
    edge, tenant = edge_of(request), await tenant_of(request)
    limits = await _limits(request)
    key = f"registration.address:{tenant.id}:{network_of(client_address(request))}"
    await edge.limiter.take(key, Rate(limits.registrations_per_address, HOUR))


async def counted_email(request: HttpRequest, body: EmailBody) -> str:
    """The normalised address of somebody who asks for another code."""
    await count_code(request, body.email)
    return rules.normalise_email(body.email)


async def _limits(request: HttpRequest) -> SignInLimits:
    edge, tenant = edge_of(request), await tenant_of(request)
    async with begin(edge.database, tenant_id=tenant.id, actor=NOBODY, now=edge.clock()) as tx:
        return await setting(tx, SignInLimits)
