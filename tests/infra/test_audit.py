"""The audit trail: written by the commit of the act, and never changed."""

from datetime import UTC, datetime

import asyncpg
import pytest

from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.database import open_database
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import TenantId, new_id
from tests.databases import TestDatabase

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ENTRY = AuditEntry(
    action="member.suspended",
    resource_kind="member",
    resource_id=new_id(),
    reason="Asked by phone.",
    before={"standing": "active"},
    after={"standing": "suspended"},
)


async def _record(database: TestDatabase, tenant_id: TenantId, *entries: AuditEntry) -> None:
    actor = Actor(ActorKind.STAFF, user_id=new_id(), name="support@lucky.test", address="192.0.2.7")
    opened = await open_database(database.app_url)
    try:
        async with begin(opened, tenant_id=tenant_id, actor=actor, now=NOW, request_id="r-1") as tx:
            for entry in entries:
                tx.record(entry)
    finally:
        await opened.close()


@pytest.mark.requirement("7")
async def test_an_entry_is_written_with_the_act(database: TestDatabase) -> None:
    tenant_id = TenantId(new_id())

    await _record(database, tenant_id, ENTRY, AuditEntry("setting.changed", "setting", "limits"))

    owner = await asyncpg.connect(database.admin_url)
    rows = await owner.fetch("SELECT * FROM audit_trail ORDER BY id")
    await owner.close()
    assert [row["action"] for row in rows] == ["member.suspended", "setting.changed"]
    assert rows[0]["tenant_id"] == tenant_id
    assert rows[0]["actor_name"] == "support@lucky.test"
    assert rows[0]["resource_id"] == str(ENTRY.resource_id)
    assert rows[0]["before"] == '{"standing": "active"}'
    assert rows[0]["request_id"] == "r-1"
    assert rows[1]["after"] is None


async def test_an_act_that_fails_leaves_no_entry(database: TestDatabase) -> None:
    opened = await open_database(database.app_url)

    async def act() -> None:
        async with begin(opened, tenant_id=TenantId(new_id()), actor=Actor(ActorKind.SYSTEM), now=NOW) as tx:
            tx.record(ENTRY)
            await tx.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await act()

    await opened.close()
    owner = await asyncpg.connect(database.admin_url)
    assert await owner.fetchval("SELECT count(*) FROM audit_trail") == 0
    await owner.close()


@pytest.mark.requirement("9", "10")
@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_trail SET reason = ''", "DELETE FROM audit_trail", "TRUNCATE audit_trail"],
)
@pytest.mark.parametrize("role", ["app_url", "owner_url", "admin_url"])
async def test_nobody_changes_an_entry(database: TestDatabase, statement: str, role: str) -> None:
    tenant_id = TenantId(new_id())
    await _record(database, tenant_id, ENTRY)
    connection = await asyncpg.connect(getattr(database, role))
    await connection.execute("SELECT set_config('app.tenant', $1, false)", str(tenant_id))

    with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.RestrictViolationError)):
        await connection.execute(statement)

    await connection.close()


async def test_a_tenant_sees_only_its_own_entries(database: TestDatabase) -> None:
    await _record(database, TenantId(new_id()), ENTRY)
    connection = await asyncpg.connect(database.app_url)
    await connection.execute("SELECT set_config('app.tenant', $1, false)", str(new_id()))

    assert await connection.fetchval("SELECT count(*) FROM audit_trail") == 0
    await connection.close()
