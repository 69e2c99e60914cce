"""The accounts at the payment simulator: one for each gaming house, kept up to date."""

from pathlib import Path

import asyncpg
from pydantic import SecretStr

from stakehouse.apps.seed import sow
from stakehouse.apps.settings import Sandpay
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import open_database
from stakehouse.kernel.clock import system_clock
from tests.databases import TestDatabase
from tests.houses import MASTER_KEY

OPENED = (
    "SELECT t.slug, c.gateway, c.currencies, c.updated_at FROM payment_connections c "
    "JOIN tenants t ON t.id = c.tenant_id ORDER BY t.slug"
)


async def test_each_gaming_house_has_one_account_wherever_the_simulator_is(database: TestDatabase) -> None:
    opened = await open_database(database.app_url)
    seen = []
    try:
        for port in (20_001, 20_001, 20_002):
            await sow(
                database=opened,
                vault=Vault([MASTER_KEY]),
                clock=system_clock,
                password="demo demo demo",
                sandpay=Sandpay(port, Path("/nowhere"), SecretStr("s" * 32)),
            )
            seen.append(await rows(database))
    finally:
        await opened.close()

    first, again, moved = seen
    assert [(row["slug"], row["gateway"], row["currencies"]) for row in first] == [
        ("lucky", "sandpay", ["EUR", "USD"]),
        ("resort", "sandpay", ["EUR"]),
    ]
    assert again == first
    assert [row["slug"] for row in moved] == ["lucky", "resort"]
    assert moved[0]["updated_at"] > first[0]["updated_at"]


async def rows(database: TestDatabase) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(database.admin_url)
    try:
        return await connection.fetch(OPENED)
    finally:
        await connection.close()
