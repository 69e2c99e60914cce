"""What the ledger does by the clock."""

import asyncio

from stakehouse.domains.ledger import HouseKind
from stakehouse.domains.ledger.jobs import JOBS, MOVE, SCHEDULES, SEAL
from stakehouse.infra.jobs import Job, JobContext
from stakehouse.kernel.ids import PLATFORM, TenantId
from tests.banks import Bank

SETTLED_S = 5.3


async def run(bank: Bank, job: Job, tenant: TenantId | None = None) -> None:
    """Runs a job as the worker would."""
    context = JobContext(
        name=job.name,
        tenant_id=tenant or bank.tenant.id,
        payload=b"{}",
        attempt=1,
        is_last=False,
        clock=bank.house.clock,
        database=bank.house.api.edge.database,
        job_id=1,
    )
    await job.run(context)


async def test_checkpoints_move_and_journals_are_sealed(bank: Bank) -> None:
    await bank.member(1_000)
    await bank.member(500)
    await asyncio.sleep(SETTLED_S)

    for job in (MOVE, SEAL, MOVE, SEAL):
        await run(bank, job)

    assert await bank.of_house(HouseKind.ADJUSTMENTS) == -1_500
    rows = await bank.house.rows(
        "SELECT journal, rows FROM seals WHERE tenant_id = $1 ORDER BY journal", bank.tenant.id
    )
    sealed = {row["journal"]: row["rows"] for row in rows}
    assert (sealed["transfers"], sealed["operations"]) == (2, 2)
    assert len(rows) == len(sealed) == 3
    rows = await bank.house.rows(
        "SELECT balance FROM checkpoints WHERE tenant_id = $1 AND transfers > 0", bank.tenant.id
    )
    assert [row["balance"] for row in rows] == [-1_500]
    assert await bank.findings() == []


async def test_the_platform_seals_its_own_trail_too(bank: Bank) -> None:
    by_name = {job.name: job for job in JOBS}

    for name in ("ledger.seal_all", "ledger.seal_all", "ledger.move_all_checkpoints"):
        await run(bank, by_name[name], PLATFORM)

    owed = await bank.house.rows("SELECT name, tenant_id FROM jobs WHERE name LIKE 'ledger.%'")
    tenants = {row["id"] for row in await bank.house.rows("SELECT id FROM tenants")}
    assert {row["tenant_id"] for row in owed if row["name"] == SEAL.name} == tenants | {None}
    assert {row["tenant_id"] for row in owed if row["name"] == MOVE.name} == tenants
    assert len(owed) == 2 * len(tenants) + 1


def test_what_is_scheduled_is_what_is_done() -> None:
    assert {schedule.job for schedule in SCHEDULES} <= {job.name for job in JOBS}
