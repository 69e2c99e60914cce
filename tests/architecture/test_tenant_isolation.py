"""The schema keeps tenants apart: every table, every key, every policy, and the role that is bound."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import pytest

from stakehouse.infra.database import Database, open_database
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import TenantId, new_id
from tests.databases import TestDatabase
from tests.houses import NOON

APP, RELAY = "stakehouse_app", "stakehouse_relay"

# What leads to a tenant before one is known, work that any worker claims for whatever tenant, and the
# houses of a person, which only that person is shown.
NOT_OF_A_TENANT = {
    "tenant_hosts",
    "payment_connection_directory",
    "kyc_connection_directory",
    "jobs",
    "memberships",
}

# The relay reads the outbox of all tenants in commit order, through a policy of its own.
KEYS_ACROSS_TENANTS = {"outbox_order"}

# The relay reads, and the owner's pruning functions delete, across tenants; the application does neither.
OTHER_POLICIES = {"outbox.relay_reads", "inbox.pruning", "idempotent_answers.pruning"}

TABLES = """
SELECT c.oid, c.relname AS name, c.relrowsecurity AS bound, c.relforcerowsecurity AS forced
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
ORDER BY c.relname
"""
POLICIES = """
SELECT polname AS name, polcmd::text AS command, polroles AS roles,
       pg_get_expr(polqual, polrelid) AS reads, pg_get_expr(polwithcheck, polrelid) AS writes
FROM pg_policy WHERE polrelid = $1
"""
INDEXES = """
SELECT i.relname AS name, coalesce(a.attname, '') AS first
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[0] AND x.indkey[0] > 0
WHERE x.indrelid = $1
"""
FOREIGN_KEYS = """
SELECT k.conname AS name,
       (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) AS first,
       (SELECT attname FROM pg_attribute WHERE attrelid = k.confrelid AND attnum = k.confkey[1]) AS theirs,
       k.confrelid::regclass::text AS target
FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = $1
"""
PARTITION_GRANTS = """
SELECT c.relname FROM pg_class c
WHERE c.relispartition AND c.relnamespace = 'public'::regnamespace
  AND (has_table_privilege($1, c.oid, 'SELECT') OR has_table_privilege($1, c.oid, 'INSERT')
       OR has_table_privilege($1, c.oid, 'UPDATE') OR has_table_privilege($1, c.oid, 'DELETE'))
"""
PUBLIC_GRANTS = """
SELECT table_name FROM information_schema.role_table_grants
WHERE grantee = 'PUBLIC' AND table_schema = 'public'
"""
TENANT = "( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid AS \"nullif\")"


@asynccontextmanager
async def admin(database: TestDatabase) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database.admin_url)
    try:
        yield connection
    finally:
        await connection.close()


async def loopholes(database: TestDatabase) -> list[str]:
    """Everything in the schema through which one tenant could meet another."""
    found: list[str] = []
    async with admin(database) as connection:
        tables = [row for row in await connection.fetch(TABLES) if row["name"] not in NOT_OF_A_TENANT]
        assert len(tables) > 20, "the walk found the tables"
        for table in tables:
            name = table["name"]
            if not table["bound"] or not table["forced"]:
                found.append(f"{name}: row-level security is not enabled and forced")
            found += [f"{name}: {fault}" for fault in await _policy_faults(connection, table)]
            for index in await connection.fetch(INDEXES, table["oid"]):
                if index["first"] != "tenant_id" and index["name"] not in KEYS_ACROSS_TENANTS:
                    found.append(f"{name}: {index['name']} does not begin with tenant_id")
            for key in await connection.fetch(FOREIGN_KEYS, table["oid"]):
                expected = "id" if key["target"] == "tenants" else "tenant_id"
                if (key["first"], key["theirs"]) != ("tenant_id", expected):
                    found.append(f"{name}: {key['name']} does not begin with tenant_id")
        for role in (APP, RELAY):
            for row in await connection.fetch(PARTITION_GRANTS, role):
                found.append(f"{row['relname']}: {role} reaches the partition past the policy")
        found += [
            f"{row['table_name']}: granted to everybody" for row in await connection.fetch(PUBLIC_GRANTS)
        ]
    return found


async def _policy_faults(connection: asyncpg.Connection, table: asyncpg.Record) -> list[str]:
    policies = [
        policy
        for policy in await connection.fetch(POLICIES, table["oid"])
        if f"{table['name']}.{policy['name']}" not in OTHER_POLICIES
    ]
    faults = [f"{policy['name']} is not known" for policy in policies if policy["name"] != "tenant_isolation"]
    for policy in policies:
        if policy["command"] != "*" or policy["roles"] != [0]:
            faults.append(f"{policy['name']} does not bind every command of every role")
        for side in ("reads", "writes"):
            if (policy[side] or "") != f"(tenant_id = {TENANT})":
                faults.append(f"{policy['name']} does not bind what the role {side}")  # noqa: PERF401
    return faults if policies else ["has no policy"]


async def test_the_catalogue_has_no_loophole(database: TestDatabase) -> None:
    found = await loopholes(database)

    assert found == [], "\n".join(found)


@pytest.mark.requirement("9")
async def test_the_roles_are_bound(database: TestDatabase) -> None:
    async with admin(database) as connection:
        for role in (APP, RELAY):
            row = await connection.fetchrow("SELECT * FROM pg_roles WHERE rolname = $1", role)
            assert row is not None
            assert not any(
                row[right] for right in ("rolsuper", "rolbypassrls", "rolcreatedb", "rolcreaterole")
            )
            owned = await connection.fetchval(
                "SELECT count(*) FROM pg_class WHERE relowner = $1::regrole", role
            )
            assert owned == 0


@pytest.mark.parametrize(
    "wound",
    [
        "DROP POLICY tenant_isolation ON members",
        "ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE registrations DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY wide ON roles FOR SELECT USING (true)",
        "ALTER POLICY tenant_isolation ON staff_members USING (true)",
        "CREATE INDEX loose ON members (username)",
        "CREATE TABLE forgotten (tenant_id uuid NOT NULL, id uuid PRIMARY KEY)",
        "GRANT SELECT ON members TO PUBLIC",
    ],
)
async def test_each_wound_is_found(database: TestDatabase, wound: str) -> None:
    async with admin(database) as connection:
        await connection.execute(wound)

    assert await loopholes(database) != []


async def test_no_policy_can_be_dropped_unseen(database: TestDatabase) -> None:
    """Each policy of each table in turn, in a database that nobody else uses."""
    async with admin(database) as connection:
        tables = [row for row in await connection.fetch(TABLES) if row["name"] not in NOT_OF_A_TENANT]
        unseen = []
        for table in tables:
            drop = connection.transaction()
            await drop.start()
            await connection.execute(f"DROP POLICY tenant_isolation ON {table['name']}")
            if await _policy_faults(connection, table) != ["has no policy"]:
                unseen.append(table["name"])
            await drop.rollback()

    assert unseen == []
    assert await loopholes(database) == []


@pytest.fixture
async def opened(database: TestDatabase) -> AsyncIterator[Database]:
    pools = await open_database(database.app_url, slow_pool_max=1)
    yield pools
    await pools.close()


TENANT_ROW = """
INSERT INTO tenants VALUES
    ($1, $2, 'T', 'active', 'MT', '{}', '{en}', '[1]', 'EUR', 18, '{}', 'UTC', '', '{}', now(), now())
"""
ROLE_ROW = "INSERT INTO roles VALUES ($1, 'owner', 'Owner', true, now(), now())"


async def two_tenants(database: TestDatabase) -> tuple[TenantId, TenantId]:
    tenants = (TenantId(new_id()), TenantId(new_id()))
    async with admin(database) as connection:
        for tenant_id in tenants:
            await connection.execute(TENANT_ROW, tenant_id, f"t{tenant_id.hex[-12:]}")
            await connection.execute(ROLE_ROW, tenant_id)
    return tenants


async def test_one_connection_never_shows_a_foreign_row(database: TestDatabase, opened: Database) -> None:
    tenants = await two_tenants(database)

    for turn in range(300):
        tenant_id = tenants[turn % 2]
        with suppress(ZeroDivisionError, asyncio.CancelledError):
            async with begin(opened, tenant_id=tenant_id, actor=system("test"), now=NOON) as tx:
                rows = (await tx.conn.exec_driver_sql("SELECT tenant_id FROM roles")).all()
                assert [row.tenant_id for row in rows] == [tenant_id]
                if turn % 3 == 0:
                    raise ZeroDivisionError
                if turn % 7 == 0:
                    raise asyncio.CancelledError


@pytest.mark.parametrize("used_before", [False, True])
async def test_without_a_tenant_nothing_is_seen_or_written(
    database: TestDatabase, opened: Database, *, used_before: bool
) -> None:
    tenant_id, _ = await two_tenants(database)
    if used_before:
        async with begin(opened, tenant_id=tenant_id, actor=system("test"), now=NOON) as tx:
            await tx.conn.exec_driver_sql("SELECT 1 FROM roles")

    async with opened.engine.connect() as conn:
        assert (await conn.exec_driver_sql("SELECT count(*) FROM roles")).scalar_one() == 0
        with pytest.raises(Exception, match="row-level security"):
            await conn.exec_driver_sql(
                f"INSERT INTO roles VALUES ('{tenant_id}', 'other', 'Other', false, now(), now())"
            )


async def test_a_tenant_writes_no_row_of_another(database: TestDatabase, opened: Database) -> None:
    ours, theirs = await two_tenants(database)

    with pytest.raises(Exception, match="row-level security"):
        async with begin(opened, tenant_id=ours, actor=system("test"), now=NOON) as tx:
            await tx.conn.exec_driver_sql(
                f"INSERT INTO roles VALUES ('{theirs}', 'other', 'Other', false, now(), now())"
            )
    async with begin(opened, tenant_id=ours, actor=system("test"), now=NOON) as tx:
        changed = await tx.conn.exec_driver_sql(f"DELETE FROM roles WHERE tenant_id = '{theirs}'")
        assert changed.rowcount == 0
