"""What play needs, wired: the wallet engine with its participants, the catalogue, the fast way."""

import os
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from stakehouse.apps.gate import HouseGate
from stakehouse.domains.games.http.fast import (
    Answer,
    BetRoute,
    CatalogueChanged,
    OwnEngine,
    SharedEngine,
    Slip,
)
from stakehouse.domains.games.http.player import Table
from stakehouse.domains.games.service.seeds import SeedsPart
from stakehouse.domains.play import AtHand, Catalogue, Scene, WalletAct, WalletPlan
from stakehouse.infra.courier import Courier
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.group_commit import GroupCommit
from stakehouse.infra.rate_limit import Limits, Rate
from stakehouse.infra.web.context import Audience, TenantRef
from stakehouse.infra.web.fast import FastRequest
from stakehouse.infra.web.guard import demand_own_session
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.errors import Unauthenticated

BETS = Rate(burst=30_000, period=timedelta(minutes=1))
"""Bets of one member: far above what a person plays, far below what would starve a tenant."""

ANSWER_WITHIN_S = 12.0
"""How long the process of the wallet engine may take: longer than it lets its own callers wait."""

WalletEngine = GroupCommit[WalletAct, Scene, bytes]


@dataclass(frozen=True, slots=True)
class Playing:
    """The parts of play in one process."""

    engine: WalletEngine
    catalogue: Catalogue
    table: Table
    bets: BetRoute
    shared: SharedEngine | None

    async def start(self) -> None:
        """Looks for the process that keeps the wallet engine, if there is to be one."""
        if self.shared is not None:
            await self.shared.courier.start()

    async def close(self) -> None:
        """Waits for what is under way."""
        if self.shared is not None:
            await self.shared.courier.stop()
        await self.engine.drain()

    def forget_catalogue(self) -> None:
        """Forgets what houses offer, here and where bets are carried out."""
        self.catalogue.forget()
        if self.shared is not None:
            self.shared.forget()


def wallet_engine(database: Database, vault: Vault, clock: Clock, *, remembers: bool = True) -> WalletEngine:
    """The wallet engine: play's plan over the participants of every domain.

    Args:
        database: of the house.
        vault: holds the keys of the house.
        clock: tells the time of each group.
        remembers: whether it keeps at hand who bet lately; of several engines one should, the one that
            carries most bets out.
    """
    seeds = SeedsPart(vault, os.urandom, clock)
    plan = WalletPlan([seeds], AtHand(time.monotonic) if remembers else None)
    return GroupCommit(database.pipelines, plan, clock=clock)


def open_playing(
    database: Database, vault: Vault, gate: HouseGate, clock: Clock, wallet: Path | None = None
) -> Playing:
    """Wires play for a process of the API.

    Args:
        database: of the house.
        vault: holds the keys of the house.
        gate: knows tenants and tokens.
        clock: tells the time.
        wallet: the socket of the process that keeps the wallet engine; without one bets are carried
            out here.
    """
    engine = wallet_engine(database, vault, clock, remembers=wallet is None)
    catalogue = Catalogue(database)
    limits = Limits(address=BETS, member=BETS)

    async def signed_in(request: FastRequest) -> tuple[TenantRef, Actor]:
        host, slug = request.header("host"), request.header("x-tenant") or None
        tenant = gate.known_tenant(host, slug) or await gate.tenant_of(host, slug)
        scheme, _, token = request.header("authorization").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated("Sign in and send the access token as a bearer token.")
        token = token.strip()
        known = gate.known(token, tenant.id)
        if known is not None:
            return tenant, known
        agent = request.header("user-agent")[:200]
        actor = await gate.actor_of(token, Audience.PLAYER, tenant, address=request.address, user_agent=agent)
        demand_own_session(actor)
        return tenant, actor

    def admitted(tenant: TenantRef, actor: Actor) -> None:
        assert actor.member_id is not None, "only members bet"
        limits.take_of_member(tenant.id, actor.member_id)

    own = OwnEngine(engine, catalogue)
    shared = None
    if wallet is not None:
        courier = Courier[Slip | CatalogueChanged, Answer](wallet, Answer, answer_within_s=ANSWER_WITHIN_S)
        shared = SharedEngine(courier, own)
    return Playing(
        engine,
        catalogue,
        Table(catalogue, engine, vault, os.urandom),
        BetRoute(shared or own, signed_in, admitted),
        shared,
    )
