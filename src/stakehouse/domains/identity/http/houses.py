"""The houses of a person, and the way from one to another: the same at both faces."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity.errors import HouseNotFound, PassOver
from stakehouse.domains.identity.service import houses
from stakehouse.domains.identity.types import Proof, SessionAudience, SignInLimits
from stakehouse.domains.tenancy import setting
from stakehouse.infra.rate_limit import Rate, TooManyRequests, network_of
from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web.context import client_address, edge_of, tenant_of
from stakehouse.infra.web.errands import with_errands
from stakehouse.infra.web.guard import member, public, staff_self
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.session_cookie import SecondFactorAnswer, TokensAnswer
from stakehouse.infra.web.shapes import Answer, ListAnswer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.actor import NOBODY

Enter = Callable[[HttpRequest, Response, Tx, Proof], Awaitable[TokensAnswer | SecondFactorAnswer]]
"""Opens the session of a person who brought a pass: each face has its own way."""

SIGNED_IN = {SessionAudience.PLAYER: member, SessionAudience.STAFF: staff_self}


class HouseAnswer(Answer):
    """A house of the caller."""

    slug: str
    name: str
    hue: int
    host: str | None = Field(description="the name it answers to; where hosts name houses, one goes there")
    current: bool


class GoBody(Request):
    """Where to."""

    house: str = Field(pattern="^[a-z0-9-]{1,63}$")


class PassAnswer(Answer):
    """What the other house takes for a sign-in, once, within a minute."""

    passcode: str


class PassBody(Request):
    """The pass that another house gave."""

    passcode: str = Field(min_length=20, max_length=2048)


async def counted(request: HttpRequest) -> None:
    """Counts an attempt to sign in with a pass, before any transaction opens."""
    edge, tenant = edge_of(request), await tenant_of(request)
    async with begin(edge.database, tenant_id=tenant.id, actor=NOBODY, now=edge.clock()) as tx:
        limits = await setting(tx, SignInLimits)
    key = f"pass.address:{tenant.id}:{network_of(client_address(request))}"
    await edge.limiter.take(key, Rate(limits.attempts_per_address, houses.COUNTED_FOR))


def router(audience: SessionAudience, enter: Enter) -> APIRouter:
    """The routes of one face.

    Args:
        audience: the face.
        enter: opens the session of whoever brought a pass.
    """
    routes = APIRouter(tags=["identity"])
    guard = SIGNED_IN[audience]

    @routes.get("/me/houses", dependencies=[guard()])
    async def list_houses(tx: UnitOfWork) -> ListAnswer[HouseAnswer]:
        """The houses in which the caller has an account; nobody else is ever told."""
        return ListAnswer(
            items=[
                HouseAnswer(
                    slug=house.slug, name=house.name, hue=house.hue, host=house.host, current=house.is_current
                )
                for house in await houses.houses_of_caller(tx, audience)
            ]
        )

    @routes.post("/me/houses/pass", dependencies=[guard()], responses=refuses(HouseNotFound))
    async def make_pass(request: HttpRequest, body: GoBody, tx: UnitOfWork) -> PassAnswer:
        """Gives a pass to another house of the caller."""
        made = await houses.issue_pass(tx, body.house, audience, vault=edge_of(request).vault)
        return PassAnswer(passcode=made)

    @routes.post(
        "/auth/pass",
        dependencies=[public("the pass is the proof"), Depends(counted)],
        responses=refuses(PassOver, TooManyRequests),
    )
    async def sign_in(
        request: HttpRequest, response: Response, body: PassBody
    ) -> TokensAnswer | SecondFactorAnswer:
        """Signs in with a pass; this house asks for everything it asks at any other sign-in."""

        async def take(tx: Tx) -> TokensAnswer | SecondFactorAnswer:
            proof = await houses.take_pass(tx, body.passcode, audience, vault=edge_of(request).vault)
            return await enter(request, response, tx, proof)

        return await with_errands(request, take)

    return routes
