"""A house for tests of the faces: real database, real front, a clock that moves when it is told to."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx

from stakehouse.apps.api import Api, open_api
from stakehouse.domains import access, identity, tenancy
from stakehouse.domains.identity import NewMember
from stakehouse.domains.identity.jobs import mail_job
from stakehouse.domains.identity.rules import normalise_email
from stakehouse.domains.tenancy import Branding, Features, TenantProfile, TenantSeed
from stakehouse.infra.crypto import MasterKey, Vault
from stakehouse.infra.database import Database
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.mail import Delivered, Mailbox
from stakehouse.infra.passwords import Cost, Passwords
from stakehouse.infra.resolver import Resolver
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, system
from stakehouse.kernel.ids import MemberId, TenantId, UserId, new_id
from stakehouse.kernel.money import Currency
from tests.databases import TestDatabase

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PASSWORD = "a long and quiet evening"
MASTER_KEY = MasterKey(1, bytes(range(32)))
CHEAP = Cost(memory_kib=64, rounds=1)
"""Of passwords where hashing is not the subject; hundreds are hashed."""

GENEROUS = identity.SignInLimits(
    attempts_per_address=100_000, registrations_per_address=100_000, codes_per_account=10
)


@dataclass(slots=True)
class MovableClock:
    """A clock that stands still until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


@dataclass(slots=True)
class House:
    """The house as a client and as its owner see it."""

    api: Api
    test_database: TestDatabase
    clock: MovableClock
    password_hash: str
    _clients: list[httpx.AsyncClient] = field(default_factory=list)

    def client(
        self, tenant: TenantProfile, *, address: str = "198.51.100.7", agent: str = "test"
    ) -> httpx.AsyncClient:
        """A browser of its own, without being one: it keeps cookies and names the tenant."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.api.front, client=(address, 50_000)),
            base_url="http://127.0.0.1",
            headers={"x-tenant": tenant.slug, "user-agent": agent},
        )
        self._clients.append(client)
        return client

    def begin(self, tenant: TenantProfile, actor: Actor | None = None) -> AbstractAsyncContextManager[Tx]:
        return begin(
            self.api.edge.database,
            tenant_id=tenant.id,
            actor=actor or system("test"),
            now=self.clock(),
            request_id="r-1",
        )

    async def open_tenant(
        self,
        *,
        currencies: Sequence[Currency] = (Currency("EUR", 2), Currency("USD", 2)),
        blocked: frozenset[str] = frozenset({"US"}),
        hosts: tuple[str, ...] = (),
        limits: identity.SignInLimits | None = GENEROUS,
        jurisdiction: str = "MT",
    ) -> TenantProfile:
        """A tenant of its own, with the shipped roles and limits that tests do not meet by chance."""
        tenant_id = TenantId(new_id())
        slug = f"t{tenant_id.hex[-12:]}"
        seed = TenantSeed(
            slug=slug,
            name="Lucky",
            jurisdiction=jurisdiction,
            features=Features(gaming=True, loyalty=False),
            languages=("en", "ru", "id"),
            currencies=tuple(currencies),
            minimum_age=18,
            blocked_countries=blocked,
            time_zone="Europe/Berlin",
            support_email="help@lucky.test",
            branding=Branding("Lucky", 150, "0.16", 12),
            hosts=hosts,
        )
        database = self.api.edge.database
        async with begin(database, tenant_id=tenant_id, actor=system("test"), now=self.clock()) as tx:
            opened = await tenancy.open_tenant(tx, seed)
            await access.keep_shipped_roles(tx)
            if limits is not None:
                await tenancy.change_setting(tx, limits, after=0, reason="tests sign in often")
        return opened

    async def add_member(self, tenant: TenantProfile, email: str, username: str) -> MemberId:
        """A member with the password of the tests."""
        async with self.begin(tenant) as tx:
            user_id = await identity.ensure_user(tx, email, self.password_hash, name="")
            member_id = await identity.enrol(
                tx, NewMember(user_id, username, date(1990, 5, 1), "DE", "EUR", "en")
            )
        assert member_id is not None
        return member_id

    async def add_staff(self, tenant: TenantProfile, email: str, *roles: str) -> UserId:
        """A member of staff with the password of the tests."""
        async with self.begin(tenant) as tx:
            user_id = await identity.ensure_user(tx, email, self.password_hash, name=email)
            await identity.mark_demo(tx, user_id)
            await access.add_staff(tx, user_id, email)
            for role in roles:
                await access.grant(tx, user_id, role)
        return user_id

    async def player(self, tenant: TenantProfile, name: str = "ann") -> httpx.AsyncClient:
        """A client signed in as a new member."""
        email = f"{name}.{new_id().hex[-12:]}@example.com"
        await self.add_member(tenant, email, f"{name}_{new_id().hex[-8:]}")
        client = self.client(tenant)
        await sign_in(client, "player", email)
        return client

    async def staff(self, tenant: TenantProfile, *roles: str) -> httpx.AsyncClient:
        """A client signed in as a new member of staff."""
        email = f"staff.{new_id().hex[-12:]}@example.com"
        await self.add_staff(tenant, email, *roles)
        client = self.client(tenant)
        await sign_in(client, "staff", email)
        return client

    async def mails_to(self, email: str) -> list[Delivered]:
        """Sends what is owed and reads the mailbox, newest first."""
        edge = self.api.edge
        mailbox = Mailbox(edge.database.pool, self.clock)
        send = mail_job(edge.vault, mailbox)
        for owed in await self.rows(
            "DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", send.name
        ):
            job = JobContext(
                name=send.name,
                tenant_id=TenantId(owed["tenant_id"]),
                payload=owed["payload"],
                attempt=1,
                is_last=False,
                clock=self.clock,
                database=edge.database,
                job_id=owed["id"],
            )
            await send.run(job)
        return await mailbox.read(normalise_email(email))

    async def code_for(self, email: str) -> str:
        """The code of the newest mail to an address."""
        found = re.search(r"\b[0-9]{6}\b", (await self.mails_to(email))[0].subject)
        assert found is not None
        return found.group()

    async def rows(self, query: str, *values: object) -> list[asyncpg.Record]:
        """What really lies in the tables, seen by the superuser."""
        connection = await asyncpg.connect(self.test_database.admin_url)
        try:
            return await connection.fetch(query, *values)
        finally:
            await connection.close()

    async def change(self, script: str) -> None:
        """Changes what lies in the database, as the superuser."""
        connection = await asyncpg.connect(self.test_database.admin_url)
        try:
            await connection.execute(script)
        finally:
            await connection.close()

    async def close(self) -> None:
        for client in self._clients:
            await client.aclose()
        await self.api.close()


@asynccontextmanager
async def standing_house(
    database: TestDatabase,
    *,
    resolver: Resolver | None = None,
    wallet: Path | None = None,
    outward: HttpClient | None = None,
    pools: Database | None = None,
) -> AsyncIterator[House]:
    """A house on a test's database; its bets go to the process at a socket, if one is given."""
    clock = MovableClock()
    api = await open_api(
        url=database.app_url,
        vault=Vault([MASTER_KEY]),
        is_embedded=True,
        is_secure=False,
        clock=clock,
        resolver=resolver,
        passwords=Passwords(CHEAP),
        wallet=wallet,
        outward=outward,
        database=pools,
    )
    house = House(api, database, clock, await api.edge.passwords.hash(PASSWORD))
    try:
        yield house
    finally:
        await house.close()


async def sign_in(
    client: httpx.AsyncClient, face: str, email: str, password: str = PASSWORD
) -> dict[str, Any]:
    """Signs a client in; its further requests carry the token."""
    answer = await client.post(f"/api/{face}/v1/auth/login", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    body: dict[str, Any] = answer.json()
    return body
