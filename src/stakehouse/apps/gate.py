"""The gate: which tenant a request is for, and who is behind its token.

Identity, access and tenancy tell; the gate remembers. A token that was verified is not verified
again in this process until it ends, its session ends, or word from the store stays away so long
that nobody could tell: then each request asks the store.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from ipaddress import ip_address
from uuid import UUID

import asyncpg
from typing_extensions import override

from stakehouse.domains import access, identity, tenancy
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.database import Database
from stakehouse.infra.signals import Signals
from stakehouse.infra.tokens import LIFETIME, Claims, Tokens
from stakehouse.infra.tx import begin
from stakehouse.infra.web.context import READS_RECORDED, Audience, Gate, PayoutOnly, TenantRef, host_name
from stakehouse.kernel.actor import NOBODY, Actor, ActorKind
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.errors import Unauthenticated
from stakehouse.kernel.ids import SessionId, TenantId, UserId, quick

TENANTS_REMEMBERED_S = 5.0
TENANTS_REMEMBERED_MAX = 4_096
TOKENS_REMEMBERED_MAX = 50_000

SILENCE_MAX_S = 3.0
"""Without word of ended sessions for so long, a remembered token is not believed any more."""

LOOK_BACK_S = 60.0
"""How far back each look for ended sessions goes: farther than any transaction runs."""

ENDINGS_REMEMBERED_S = LIFETIME.total_seconds() + LOOK_BACK_S


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of a verified token."""

    actor: Actor
    audience: Audience
    tenant_id: UUID
    session_id: SessionId
    has_factor: bool
    until_s: float
    ends_at: datetime


class HouseGate(Gate):
    """The gate of one process."""

    def __init__(
        self,
        *,
        database: Database,
        tokens: Tokens,
        signals: Signals,
        clock: Clock,
        is_embedded: bool = False,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Listens for what makes remembered things untrue.

        Args:
            database: where tenants, sessions and rights are looked up.
            tokens: verifies tokens.
            signals: brings word of ended sessions and changed tenants and rights.
            clock: tells the time.
            is_embedded: whether demo sign-ins need no second factor.
            seconds: a clock that only goes forward.
        """
        self._database = database
        self._tokens = tokens
        self._signals = signals
        self._clock = clock
        self._is_embedded = is_embedded
        self._seconds = seconds
        self._tenants: TimedCache[str, TenantRef] = TimedCache(
            lifetime_s=TENANTS_REMEMBERED_S, size_max=TENANTS_REMEMBERED_MAX
        )
        self._known: dict[str, _Known] = {}
        self._tokens_of: dict[SessionId, set[str]] = {}
        self._ended: dict[SessionId, float] = {}
        signals.on(tenancy.CHANNEL, self._tenants.forget)
        signals.on(tenancy.CHANNEL, tenancy.forget)
        # From where staff may come is a setting that is remembered with their rights.
        signals.on(tenancy.CHANNEL, access.forget)
        signals.on(access.CHANNEL, access.forget)
        signals.on_beat(identity.CHANNEL, self._look_for_ended)

    def known_tenant(self, host: str, slug: str | None) -> TenantRef | None:
        """The tenant of a request, if it is remembered; never waits."""
        return self._tenants.get(_tenant_key(host, slug))

    def known(self, token: str, tenant_id: TenantId) -> Actor | None:
        """The member behind a token, if it was verified before; never waits.

        The fast way asks this first and :meth:`actor_of` otherwise. The actor carries no address:
        that of the request is the caller's to know.
        """
        entry = self._remembered(token)
        if entry is None or entry.tenant_id != tenant_id or entry.audience is not Audience.PLAYER:
            return None
        # Who acts as somebody else is looked at closely each time, and never bets; nor does who is kept out.
        if entry.actor.real_user_id is not None or entry.actor.is_for_payout:
            return None
        return entry.actor

    @override
    async def tenant_of(self, host: str, slug: str | None) -> TenantRef:
        """The tenant that answers to a host, or to a slug where the host is only an address.

        Raises:
            TenantNotFound: none does.
            TenantSuspended: it serves nobody at present.
            TenantClosed: it has closed for good.
        """
        return await self._tenants.read(_tenant_key(host, slug), lambda: self._read_tenant(host, slug))

    async def _read_tenant(self, host: str, slug: str | None) -> TenantRef:
        found = await self._find_tenant(host, slug)
        if found is None:
            raise tenancy.TenantNotFound(
                "No house answers here; name one in the header X-Tenant if you came by an address."
            )
        if found.status is tenancy.TenantStatus.CLOSED:
            raise tenancy.TenantClosed(f"{found.name} has closed for good.")
        if found.status is not tenancy.TenantStatus.ACTIVE:
            raise tenancy.TenantSuspended(f"{found.name} is closed at present.")
        return TenantRef(TenantId(quick(found.id)), found.slug)

    @override
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
        """The actor behind a token; that of a payout session only where the caller takes such.

        Raises:
            Unauthenticated: the token is not valid at this face and tenant, or has ended.
            PayoutOnly: the session is that of an excluded member.
        """
        entry = self._remembered(token)
        if entry is None:
            entry = await self._verify(token, audience, tenant)
        if entry.audience is not audience or entry.tenant_id != tenant.id:
            raise Unauthenticated("This token was made for another place; sign in here.")
        if entry.actor.is_for_payout and not takes_payout:
            raise PayoutOnly("You are kept out of play: here you can see your wallet and withdraw, no more.")
        actor = replace(entry.actor, address=address, user_agent=user_agent)
        if audience is Audience.STAFF:
            rights = await self._rights(tenant, entry.actor.user_id)
            if not rights.access.admits(address):
                raise access.AddressNotAllowed(
                    "Staff of this house may not work from here; an administrator can add your network.",
                    facts={"address": address},
                )
            lacks = not entry.has_factor and access.demands_factor(rights.permissions | rights.reaches.keys())
            permissions = rights.permissions
            if access.REGULATOR in rights.roles:
                permissions |= {READS_RECORDED}
            return replace(
                actor,
                permissions=permissions,
                reaches=rights.reaches,
                lacks_second_factor=lacks,
            )
        if actor.real_user_id is not None:
            await self._demand_may_visit(tenant, entry)
        return actor

    @override
    async def demand_step_up(
        self, actor: Actor, tenant: TenantRef, *, host: str, takes_fresh_sign_in: bool
    ) -> None:
        """Lets an actor pass who proved within the last ten minutes that it is them.

        It asks the store each time: dangerous acts are few, and the answer is true in every process.

        Raises:
            StepUpRequired: it is longer ago; says by which methods they can do it again.
        """
        site = identity.Site(host_name(host), "", is_embedded=self._is_embedded)
        async with begin(self._database, tenant_id=tenant.id, actor=actor, now=self._clock()) as tx:
            await identity.demand_step_up(tx, site, takes_fresh_sign_in=takes_fresh_sign_in)

    @override
    async def heard(self, channels: Collection[str]) -> None:
        """Takes in at once what a request of this process changed."""
        await self._signals.heard(channels)

    def _remembered(self, token: str) -> _Known | None:
        entry = self._known.get(token)
        if entry is None or self._signals.silence_s() > SILENCE_MAX_S:
            return None
        if entry.until_s <= self._seconds():
            self._forget(token, entry)
            return None
        return entry

    async def _verify(self, token: str, audience: Audience, tenant: TenantRef) -> _Known:
        now = self._clock()
        claims = self._tokens.verify(token, audience.value, now)
        if claims.tenant_id != tenant.id:
            raise Unauthenticated("This token was made for another house; sign in here.")
        async with begin(self._database, tenant_id=tenant.id, actor=NOBODY, now=now) as tx:
            session = await identity.live_session(tx, claims.session_id)
        if session is None or session.audience.value != audience.value:
            raise identity.SessionEnded("This session has ended; sign in again.")
        entry = self._entry(claims, audience, session, now)
        # It may have ended between the look at the store and now, and word of it may be here already.
        if entry.session_id in self._ended:
            raise identity.SessionEnded("This session has ended; sign in again.")
        self._remember(token, entry)
        return entry

    def _entry(
        self, claims: Claims, audience: Audience, session: identity.LiveSession, now: datetime
    ) -> _Known:
        actor = Actor(
            kind=ActorKind.MEMBER if audience is Audience.PLAYER else ActorKind.STAFF,
            user_id=claims.user_id,
            member_id=None if claims.member_id is None else quick(claims.member_id),
            session_id=claims.session_id,
            name=session.name,
            real_user_id=session.acting_id,
            real_name=session.acting_name,
            read_only=session.is_read_only,
            is_for_payout=session.purpose is identity.SessionPurpose.PAYOUT,
        )
        # Nobody asks the demo sign-ins of an embedded house for a second factor.
        has_factor = identity.SECOND_FACTOR_METHOD in claims.methods or (
            session.is_demo and self._is_embedded
        )
        lasts_s = (claims.expires_at - now).total_seconds()
        return _Known(
            actor,
            audience,
            claims.tenant_id,
            SessionId(claims.session_id),
            has_factor,
            self._seconds() + lasts_s,
            claims.expires_at,
        )

    async def _demand_may_visit(self, tenant: TenantRef, entry: _Known) -> None:
        """Lets support act as a member while it may: what is taken from it ends the visit at once."""
        rights = await self._rights(tenant, entry.actor.real_user_id)
        if entry.ends_at <= self._clock() or "members:impersonate" not in rights.permissions:
            raise identity.SessionEnded("This visit has ended; begin anew in the back-office.")

    async def _rights(self, tenant: TenantRef, person: UUID | None) -> access.Rights:
        assert person is not None, "a token always names a user"
        user_id = UserId(person)
        now = self._clock()
        rights = access.remembered_rights(tenant.id, user_id, now)
        if rights is None:
            async with begin(self._database, tenant_id=tenant.id, actor=NOBODY, now=now) as tx:
                rights = await access.rights_of(tx, user_id)
        if rights is None:
            raise access.NotStaff("You no longer work for this house.")
        return rights

    async def _find_tenant(self, host: str, slug: str | None) -> tenancy.TenantProfile | None:
        name = host_name(host)
        async with self._database.engine.connect() as conn:
            if not _is_address(name):
                return await tenancy.tenant_at_host(conn, name)
            return None if slug is None else await tenancy.tenant_by_slug(conn, slug)

    def _remember(self, token: str, entry: _Known) -> None:
        while len(self._known) >= TOKENS_REMEMBERED_MAX:
            oldest = next(iter(self._known))
            self._forget(oldest, self._known[oldest])
        self._known[token] = entry
        self._tokens_of.setdefault(entry.session_id, set()).add(token)

    def _forget(self, token: str, entry: _Known) -> None:
        self._known.pop(token, None)
        tokens = self._tokens_of.get(entry.session_id)
        if tokens is not None:
            tokens.discard(token)
            if not tokens:
                del self._tokens_of[entry.session_id]

    async def _look_for_ended(self, connection: asyncpg.Connection) -> None:
        back_s = min(self._signals.silence_s(), ENDINGS_REMEMBERED_S) + LOOK_BACK_S
        ended = await identity.ended_lately(connection, back_s)
        now_s = self._seconds()
        for session_id in ended:
            if session_id not in self._ended:
                for token in self._tokens_of.pop(session_id, set()):
                    self._known.pop(token, None)
            self._ended[session_id] = now_s
        for session_id in [key for key, at in self._ended.items() if at < now_s - ENDINGS_REMEMBERED_S]:
            del self._ended[session_id]


@lru_cache(maxsize=TENANTS_REMEMBERED_MAX)
def _tenant_key(host: str, slug: str | None) -> str:
    # The slug only counts where the host cannot tell; a client cannot choose a tenant by header.
    name = host_name(host)
    return f"slug:{slug}" if _is_address(name) else f"host:{name}"


def _is_address(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
