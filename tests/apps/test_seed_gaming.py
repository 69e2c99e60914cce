"""What the seed lays on the tables, and that sowing twice changes nothing."""

from collections.abc import AsyncIterator

import pytest

from stakehouse.apps.seed import sow
from stakehouse.domains import ledger
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import system
from tests.databases import TestDatabase
from tests.houses import House, standing_house

PASSWORD = "demo demo demo"

COUNTED = (
    "accounts",
    "operations",
    "operation_keys",
    "transfers",
    "games",
    "game_limits",
    "jackpots",
    "jackpot_entries",
)


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        edge = standing.api.edge
        await sow(database=edge.database, vault=edge.vault, clock=edge.clock, password=PASSWORD)
        yield standing


async def counts(house: House) -> dict[str, int]:
    return {table: (await house.rows(f"SELECT count(*) FROM {table}"))[0][0] for table in COUNTED}


async def test_each_gaming_house_offers_the_five_games(house: House) -> None:
    rows = await house.rows(
        "SELECT t.slug, array_agg(g.slug ORDER BY g.position) AS games, "
        "array_agg(g.rtp ORDER BY g.position) AS rtp "
        "FROM games g JOIN tenants t ON t.id = g.tenant_id GROUP BY t.slug ORDER BY t.slug"
    )

    assert [row["slug"] for row in rows] == ["lucky", "resort"]
    for row in rows:
        assert row["games"] == ["dice", "mines", "slots", "roulette", "limbo"]
        assert row["rtp"] == ["99.00", "99.00", "95.80", "97.30", "99.00"]


async def test_the_stated_largest_win_is_never_cut(house: House) -> None:
    rows = await house.rows(
        "SELECT g.slug, g.max_multiplier::numeric * l.stake_max <= l.payout_max AS holds "
        "FROM games g JOIN game_limits l USING (tenant_id, game_id)"
    )

    assert len(rows) == 15
    assert all(row["holds"] for row in rows)


async def test_the_player_has_money_and_takes_part_in_the_jackpot(house: House) -> None:
    rows = await house.rows(
        "SELECT a.balance, e.is_opted_in FROM users u JOIN members m ON m.user_id = u.id "
        "JOIN accounts a ON a.tenant_id = m.tenant_id AND a.owner_id = m.id AND a.kind = 'main' "
        "JOIN jackpot_entries e ON e.tenant_id = m.tenant_id AND e.member_id = m.id "
        "WHERE u.email = 'player@lucky.test'"
    )

    assert [tuple(row) for row in rows] == [(100_000, True)]


async def test_the_books_balance_from_the_first_day(house: House) -> None:
    for row in await house.rows("SELECT id FROM tenants"):
        async with begin(
            house.api.edge.database, tenant_id=row["id"], actor=system("test"), now=house.clock()
        ) as tx:
            sums, findings = await ledger.verify(tx)
        assert findings == []
        assert sums
        assert all(entry.sum == 0 for entry in sums)


async def test_sowing_twice_changes_nothing(house: House) -> None:
    before = await counts(house)
    edge = house.api.edge

    await sow(database=edge.database, vault=edge.vault, clock=edge.clock, password=PASSWORD)

    assert await counts(house) == before
