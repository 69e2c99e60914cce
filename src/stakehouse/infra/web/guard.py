"""Guards: each route states who may call it.

``member()`` lets a signed-in member of the tenant in, ``staff("members:view")`` a member of staff
who holds the permission, ``public("why")`` anybody, with the reason why. A test walks every route
and fails on one that states none. ``step_up=True`` asks of the first two that the session proved a
second factor within the last ten minutes.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from enum import Enum
from typing import Any

from fastapi import Depends, Request

from stakehouse.infra.web.context import Audience, admit, client_address, edge_of, tenant_of
from stakehouse.kernel.actor import NOBODY, Actor
from stakehouse.kernel.errors import Forbidden, Kind, Refusal, SecondFactorRequired, Unauthenticated

LOOKING = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""


class ReadOnly(Refusal):
    """Support looks at an account and may do nothing else."""

    kind = Kind.FORBIDDEN


def demand_own_session(actor: Actor) -> None:
    """Lets a person pass who is here as themselves: while support acts as a member, no money moves.

    Raises:
        ReadOnly: it is support.
    """
    if actor.real_user_id is not None:
        raise ReadOnly("No money moves while you see the house as a member.")


Check = Callable[[Request], Awaitable[None]]


class StepUp(Enum):
    """What a dangerous act asks of the session."""

    ALWAYS = "always"
    """A second factor proved within the last ten minutes."""

    OR_FRESH_SIGN_IN = "or_fresh_sign_in"
    """The same, or a session that began within the last ten minutes: for changes of the factors."""


class Guard:
    """A guard as a dependency; ``permission`` and ``reason`` are what the route walk reads."""

    def __init__(
        self,
        audience: Audience | None,
        *,
        permission: str | None = None,
        reason: str = "",
        finds_tenant: bool = True,
        knows: Audience | None = None,
        step_up: StepUp | None = None,
        anywhere: bool = False,
        even_looking: bool = False,
        takes_payout: bool = False,
    ) -> None:
        """Keeps what the route demands."""
        self.audience = audience
        self.permission = permission
        self.reason = reason
        self.finds_tenant = finds_tenant
        self.knows = knows
        self.step_up = step_up
        self.anywhere = anywhere
        self.even_looking = even_looking
        self.takes_payout = takes_payout

    async def __call__(self, request: Request) -> None:
        """Lets the caller in or refuses; the actor is kept on the request."""
        limits = edge_of(request).limits
        if limits is not None:
            admit(request, limits.of_address(client_address(request)))
        is_known = self.knows is not None and "authorization" in request.headers
        audience = self.knows if is_known else self.audience
        if audience is None:
            request.state.actor = replace(NOBODY, address=client_address(request), user_agent=_agent(request))
            if self.finds_tenant:
                await tenant_of(request)
            return
        actor = await _signed_in(request, audience, takes_payout=self.takes_payout)
        person = actor.member_id or actor.user_id
        if limits is not None and person is not None:
            admit(request, limits.of_member((await tenant_of(request)).id, person))
        if self.permission is not None and not self._admits(actor, self.permission):
            raise Forbidden(
                f"This needs the permission {self.permission}; an owner of the tenant can grant it.",
                facts={"permission": self.permission},
            )
        if self.permission is not None and actor.lacks_second_factor:
            raise SecondFactorRequired("Set up a second factor first, under Security; your work demands one.")
        # Whatever moves money demands this key, and refuses by itself whoever comes without.
        if "idempotency-key" in request.headers:
            demand_own_session(actor)
        if actor.read_only and request.method not in LOOKING and not self.even_looking:
            raise ReadOnly("You see this account as its owner does; nothing can be changed this way.")
        if self.step_up is not None:
            await edge_of(request).gate.demand_step_up(
                actor,
                await tenant_of(request),
                host=request.headers.get("host", ""),
                takes_fresh_sign_in=self.step_up is StepUp.OR_FRESH_SIGN_IN,
            )
        request.state.actor = actor


    def _admits(self, actor: Actor, permission: str) -> bool:
        return actor.may(permission) or (self.anywhere and bool(actor.reach(permission).scopes()))


def _agent(request: Request) -> str:
    return request.headers.get("user-agent", "")[:200]


async def _signed_in(request: Request, audience: Audience, *, takes_payout: bool) -> Actor:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated("Sign in and send the access token as a bearer token.")
    return await edge_of(request).gate.actor_of(
        token.strip(),
        audience,
        await tenant_of(request),
        address=client_address(request),
        user_agent=_agent(request),
        takes_payout=takes_payout,
    )


# FastAPI types its parameters as Any; so do these.
def member(
    *, step_up: bool | StepUp = False, even_looking: bool = False, takes_payout: bool = False
) -> Any:  # noqa: ANN401
    """Only a signed-in member of the tenant; routes then act on that member's own things.

    Args:
        step_up: whether a second factor must have been proved within the last ten minutes.
        even_looking: whether support that may only look can call it all the same.
        takes_payout: whether the session of an excluded member, who came to be paid out, counts too.
    """
    return Depends(
        Guard(
            Audience.PLAYER,
            step_up=_asked(step_up),
            even_looking=even_looking,
            takes_payout=takes_payout,
        )
    )


def visitor(reason: str) -> Any:  # noqa: ANN401
    """Anybody; a member who sends a token is known, and a token that does not count is refused."""
    assert reason, "a public route says why it is public"
    return Depends(Guard(None, reason=reason, knows=Audience.PLAYER))


def staff(permission: str, *, anywhere: bool = False, step_up: bool | StepUp = False) -> Any:  # noqa: ANN401
    """Only staff of the tenant who hold the permission (``area:act``).

    Args:
        permission: what they must hold.
        anywhere: whether it is enough to hold it in one restaurant or downline: such a route shows
            and changes nothing that lies outside of the actor's reach.
        step_up: whether a second factor must have been proved within the last ten minutes.
    """
    return Depends(
        Guard(Audience.STAFF, permission=permission, anywhere=anywhere, step_up=_asked(step_up))
    )


def staff_self(*, step_up: bool | StepUp = False) -> Any:  # noqa: ANN401
    """Any signed-in member of staff, on what concerns only themselves (own profile, sign-out)."""
    return Depends(Guard(Audience.STAFF, reason="concerns only the caller", step_up=_asked(step_up)))


def _asked(step_up: bool | StepUp) -> StepUp | None:  # noqa: FBT001 - the guards' own words
    if isinstance(step_up, StepUp):
        return step_up
    return StepUp.ALWAYS if step_up else None


def public(reason: str) -> Any:  # noqa: ANN401
    """Anybody; the reason says why that is right."""
    assert reason, "a public route says why it is public"
    return Depends(Guard(None, reason=reason))


def signed(reason: str) -> Any:  # noqa: ANN401
    """Whoever signs what they send; the route verifies it, and its path names the tenant's connection."""
    assert reason, "a route without a guard of its own says who verifies"
    return Depends(Guard(None, reason=reason, finds_tenant=False))
