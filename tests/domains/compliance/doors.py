"""The faces of some routers behind one client, without sign-in: whoever is named by the token comes in."""

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx
from fastapi import APIRouter, FastAPI

from stakehouse.infra.crypto import MasterKey, Vault
from stakehouse.infra.objects import open_objects
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.rate_limit import RateLimiter
from stakehouse.infra.tokens import Tokens
from stakehouse.infra.web import problems
from stakehouse.infra.web.context import Audience, Edge, TenantRef
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.errors import Unauthenticated
from tests.domains.compliance.conftest import NOON, Scene
from tests.houses import CHEAP


@dataclass(slots=True)
class Door:
    """Both faces behind one client; whoever is named by the token comes in."""

    scene: Scene
    client: httpx.AsyncClient
    actors: dict[str, Actor]
    now: datetime = NOON

    async def tenant_of(self, host: str, slug: str | None) -> TenantRef:
        return TenantRef(self.scene.tenant_id, slug or host)

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
        del audience, tenant, address, user_agent, takes_payout
        if token not in self.actors:
            raise Unauthenticated("Sign in.")
        return self.actors[token]

    async def demand_step_up(
        self, actor: Actor, tenant: TenantRef, *, host: str, takes_fresh_sign_in: bool
    ) -> None:
        """Everybody has just proved who they are."""

    async def heard(self, channels: Collection[str]) -> None:
        """Remembers nothing, so there is nothing to forget."""

    async def ask(self, method: str, path: str, json: Any = None, *, as_: str = "ann") -> httpx.Response:
        headers = {"authorization": f"Bearer {as_}", "x-tenant": "lucky"}
        return await self.client.request(method, path, json=json, headers=headers)


@asynccontextmanager
async def open_door(
    scene: Scene, actors: dict[str, Actor], routers: Mapping[str, APIRouter]
) -> AsyncIterator[Door]:
    """A door to routers, each under its prefix."""
    app = FastAPI()
    problems.install(app)
    for prefix, router in routers.items():
        app.include_router(router, prefix=prefix)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://lucky.test") as client:
        made = Door(scene, client, actors)
        vault, passwords = Vault([MasterKey(1, bytes(32))]), Passwords(CHEAP)
        app.state.edge = Edge(
            scene.database,
            made,
            lambda: made.now,
            vault,
            Tokens(vault),
            passwords,
            RateLimiter(scene.database.pool),
            open_objects("memory:", vault),
        )
        yield made
        passwords.close()
