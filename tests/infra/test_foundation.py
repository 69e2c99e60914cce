"""The fixtures that every other test stands on."""

import asyncpg
import nats
import pytest

from stakehouse.infra import migrations
from tests.databases import DatabaseServer, TestDatabase


async def test_the_bound_role_owns_nothing_and_cannot_bypass(database: TestDatabase) -> None:
    connection = await asyncpg.connect(database.app_url)

    row = await connection.fetchrow(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    )
    owned = await connection.fetchval("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
    await connection.close()

    assert row is not None
    assert tuple(row) == (False, False, False, False)
    assert owned == 0


async def test_each_test_has_a_database_of_its_own(owner_url: str) -> None:
    connection = await asyncpg.connect(owner_url)

    await connection.execute("CREATE TABLE footprint ()")
    found = await connection.fetchval("SELECT count(*) FROM pg_class WHERE relname = 'footprint'")
    await connection.close()

    assert found == 1


@pytest.mark.parametrize("_time", [1, 2])
async def test_nothing_is_left_from_the_test_before(owner_url: str, _time: int) -> None:
    connection = await asyncpg.connect(owner_url)

    found = await connection.fetchval("SELECT count(*) FROM pg_class WHERE relname = 'footprint'")
    await connection.close()

    assert found == 0


async def test_a_migrated_database_lacks_nothing(database: TestDatabase) -> None:
    assert await migrations.pending(database.owner_url) == []


def test_the_history_goes_down_and_up_again(database_server: DatabaseServer) -> None:
    empty = database_server.empty("stakehouse_history")

    migrations.upgrade(empty.owner_url)
    migrations.downgrade(empty.owner_url, "base")
    migrations.upgrade(empty.owner_url)
    migrations.upgrade(empty.owner_url)

    database_server.drop(empty)


async def test_the_broker_keeps_what_it_acknowledges(nats_url: str) -> None:
    client = await nats.connect(nats_url)
    stream = client.jetstream()
    await stream.add_stream(name="foundation", subjects=["foundation.>"])

    acknowledged = await stream.publish("foundation.first", b"x")
    await client.close()

    assert acknowledged.seq == 1
