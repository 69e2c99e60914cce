"""A tenant with a member who has money, and transactions at any moment one likes."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from stakehouse.domains import identity, ledger, tenancy
from stakehouse.domains.identity import NewMember
from stakehouse.domains.ledger import Code, House, HouseKind, Movement, Subject, Wallet, WalletKind
from stakehouse.domains.tenancy import Branding, Features, TenantSeed
from stakehouse.infra.database import Database
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, ActorKind, system
from stakehouse.kernel.ids import MemberId, TenantId, UserId, new_id
from stakehouse.kernel.money import Currency
from tests.databases import TestDatabase
from tests.standing import hall, house_of_module

__all__ = ["hall", "house_of_module"]

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""A Friday in the middle of its month."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The house as these tests see it."""

    database: Database
    admin_url: str
    tenant_id: TenantId
    member_id: MemberId
    user_id: UserId

    def begin(self, now: datetime = NOON, actor: Actor | None = None) -> AbstractAsyncContextManager[Tx]:
        return begin(
            self.database, tenant_id=self.tenant_id, actor=actor or system("test"), now=now, request_id="r-1"
        )

    async def rows(self, query: str, *values: object) -> list[asyncpg.Record]:
        """What really lies in the tables; ``$1`` is the tenant."""
        connection = await asyncpg.connect(self.admin_url)
        try:
            return await connection.fetch(query, self.tenant_id, *values)
        finally:
            await connection.close()

    async def told(self, domain: str = "compliance") -> list[str]:
        """The names of the facts told by a domain, in order."""
        query = "SELECT name FROM outbox WHERE tenant_id = $1 AND domain = $2 ORDER BY seq"
        return [row["name"] for row in await self.rows(query, domain)]

    async def recorded(self) -> list[str]:
        """The acts on the audit trail, in order."""
        query = "SELECT action FROM audit_trail WHERE tenant_id = $1 ORDER BY id"
        return [row["action"] for row in await self.rows(query)]


def staff(name: str, *permissions: str, user_id: UUID | None = None) -> Actor:
    return Actor(ActorKind.STAFF, user_id=user_id or new_id(), name=name, permissions=frozenset(permissions))


def the_member(scene: Scene) -> Actor:
    return Actor(
        ActorKind.MEMBER, user_id=scene.user_id, member_id=scene.member_id, name="ann", address="192.0.2.7"
    )


@pytest.fixture
async def scene(module_database: TestDatabase, module_pools: Database) -> Scene:
    """A tenant of its own in the module's database, in Berlin's time, with a member who holds 1000.00 EUR."""
    tenant_id = TenantId(new_id())
    slug = f"t{tenant_id.hex[-12:]}"
    seed = TenantSeed(
        slug=slug,
        name="Lucky",
        jurisdiction="MT",
        features=Features(gaming=True, loyalty=False),
        languages=("en",),
        currencies=(Currency("EUR", 2), Currency("USD", 2), Currency("BTC", 8)),
        minimum_age=18,
        blocked_countries=frozenset(),
        time_zone="Europe/Berlin",
        support_email="help@lucky.test",
        branding=Branding("Lucky", 40, "0.1", 8),
    )
    blank = Scene(module_pools, module_database.admin_url, tenant_id, MemberId(new_id()), UserId(new_id()))
    async with blank.begin() as tx:
        await tenancy.open_tenant(tx, seed)
        user_id = await identity.ensure_user(tx, f"{slug}@example.com", "hash", name="Ann")
        member_id = await identity.enrol(tx, NewMember(user_id, "ann", date(1990, 1, 1), "DE", "EUR", "en"))
        assert member_id is not None
        await ledger.open_house_accounts(tx, ["EUR"])
        await ledger.post(
            tx,
            kind="deposit",
            source=new_id(),
            key="first",
            subject=Subject("payment", new_id()),
            member_id=member_id,
            movements=[
                Movement(
                    Code.DEPOSIT,
                    House(HouseKind.EXTERNAL, "EUR"),
                    Wallet(member_id, WalletKind.MAIN, "EUR"),
                    100_000,
                )
            ],
        )
    return replace(blank, member_id=member_id, user_id=user_id)


def after(span: timedelta | None = None, **parts: Any) -> datetime:
    """A moment counted from noon."""
    return NOON + (span or timedelta(**parts))
