"""What the edge knows of a request before a route runs, and who tells it.

``Gate`` is what the wiring in ``apps`` plugs in: tenancy resolves hosts, identity and access
resolve tokens. The edge itself knows no business.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Protocol
from urllib.parse import SplitResult, urlsplit

from starlette.requests import HTTPConnection

from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.objects import Objects
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.rate_limit import Limiter, Limits, Verdict
from stakehouse.infra.tokens import Tokens
from stakehouse.kernel.actor import NOBODY, Actor
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.errors import Kind, Refusal
from stakehouse.kernel.ids import TenantId


READS_RECORDED = "reads:recorded"
"""Among an actor's permissions the mark that all it looks at stands on the audit trail; no role holds it."""


class Audience(Enum):
    """The face a token was made for; a token of one is refused at the others."""

    PLAYER = "player"
    STAFF = "staff"
    MACHINE = "machine"


class PayoutOnly(Refusal):
    """The session is that of a member who is kept out of play and may only be paid out."""

    kind = Kind.FORBIDDEN


@dataclass(frozen=True, slots=True)
class TenantRef:
    """A tenant as the edge needs it."""

    id: TenantId
    slug: str


class Gate(Protocol):
    """What the edge asks of the domains."""

    async def tenant_of(self, host: str, slug: str | None) -> TenantRef:
        """The tenant of a request.

        Raises:
            Refusal: no tenant answers to this host or slug.
        """
        ...

    async def actor_of(
        self,
        token: str,
        audience: Audience,
        tenant: TenantRef,
        *,
        address: str,
        user_agent: str,
        takes_payout: bool = False,
    ) -> Actor:
        """The actor behind a bearer token; that of a payout session only where it is asked for.

        Raises:
            Refusal: the token is not valid here, has ended, or its tenant does not agree.
        """
        ...

    async def demand_step_up(
        self, actor: Actor, tenant: TenantRef, *, host: str, takes_fresh_sign_in: bool
    ) -> None:
        """Lets an actor pass who proved within the last ten minutes that it is them.

        Raises:
            StepUpRequired: it is longer ago; says by which methods they can do it again.
        """
        ...

    async def heard(self, channels: Collection[str]) -> None:
        """Takes in what a request of this process changed and committed, before it is answered."""
        ...


@dataclass(frozen=True, slots=True)
class Edge:
    """What every face carries; held in ``app.state.edge``.

    Attributes:
        database: the pools.
        gate: resolves tenants and tokens.
        clock: tells the time of each request.
        vault: seals secrets.
        tokens: makes access tokens.
        passwords: hashes and checks passwords.
        limiter: counts attempts across processes.
        objects: uploads and archives.
        limits: the general limits of addresses and people; ``None`` for none.
        is_secure: whether people reach the house over TLS only; decides the form of cookies.
        is_embedded: whether this is a house on one machine, whose demo sign-ins need no second factor.
        sends_sms: whether somebody carries text messages out of the house.
        trusted_proxies: peers whose word on the client's address counts.
    """

    database: Database
    gate: Gate
    clock: Clock
    vault: Vault
    tokens: Tokens
    passwords: Passwords
    limiter: Limiter
    objects: Objects
    limits: Limits | None = None
    is_secure: bool = True
    is_embedded: bool = False
    sends_sms: bool = False
    trusted_proxies: frozenset[str] = frozenset()


def edge_of(request: HTTPConnection) -> Edge:
    """The edge of the application that serves this request."""
    edge: Edge = request.app.state.edge
    return edge


def host_name(host: str) -> str:
    """The host without port, brackets and final dot, in small letters."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].rstrip(".").lower()


def origin_of(request: HTTPConnection) -> SplitResult:
    """Scheme, host and port of the house as the browser that asks would state them."""
    scheme = "https" if edge_of(request).is_secure else "http"
    return urlsplit(f"{scheme}://{request.headers.get('host', '')}")


def client_address(request: HTTPConnection) -> str:
    """The client's address, from a trusted proxy's header only.

    The right-most address that no trusted proxy added counts; the left-most one is the client's
    own claim.
    """
    peer = request.client.host if request.client else ""
    trusted = edge_of(request).trusted_proxies
    if peer not in trusted:
        return peer
    chain = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
    for address in reversed(chain):
        if address not in trusted:
            return address
    return peer


def admit(request: HTTPConnection, verdict: Verdict) -> None:
    """Lets a request within its limit pass; the front tells the client what is left of it.

    Raises:
        TooManyRequests: it is beyond the limit.
    """
    request.state.rate_limit = verdict
    verdict.demand()


async def tenant_of(request: HTTPConnection) -> TenantRef:
    """The tenant of this request, resolved once."""
    known: TenantRef | None = getattr(request.state, "tenant", None)
    if known is not None:
        return known
    tenant = await edge_of(request).gate.tenant_of(
        request.headers.get("host", ""), request.headers.get("x-tenant")
    )
    request.state.tenant = tenant
    return tenant


def actor_of(request: HTTPConnection) -> Actor:
    """The actor the guard let in, or nobody on a public route."""
    actor: Actor = getattr(request.state, "actor", NOBODY)
    return actor


def request_id_of(request: HTTPConnection) -> str:
    """The request id that the outermost layer gave."""
    return str(request.scope.get("state", {}).get("request_id", ""))
