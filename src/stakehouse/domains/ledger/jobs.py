"""What the ledger does by the clock: checkpoints move on, journals are sealed."""

from stakehouse.domains.ledger.service.proofs import move_checkpoints, seal_all
from stakehouse.domains.tenancy import owe_to_each
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred

LIMIT_S = 600.0


async def move_all(job: JobContext) -> None:
    """Owes each tenant that its checkpoints move."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(MOVE.name, dedupe="checkpoints"))


async def move(job: JobContext) -> None:
    """Moves a tenant's checkpoints, so that house accounts and pools are read in no time."""
    async with job.begin() as tx:
        await move_checkpoints(tx)


async def seal_every(job: JobContext) -> None:
    """Owes each tenant, and the platform, that its journals are sealed."""
    owed = deferred(SEAL.name, dedupe="seals")
    async with job.begin() as tx:
        await owe_to_each(tx, owed)
        tx.defer(owed)


async def seal(job: JobContext) -> None:
    """Seals a tenant's journals up to now, a transaction at a time."""
    await seal_all(job.begin)


MOVE = Job("ledger.move_checkpoints", move, retries=2, timeout_s=LIMIT_S)
SEAL = Job("ledger.seal", seal, retries=2, timeout_s=LIMIT_S)

JOBS = (
    Job("ledger.move_all_checkpoints", move_all, retries=0),
    MOVE,
    Job("ledger.seal_all", seal_every, retries=0),
    SEAL,
)

SCHEDULES = (
    Schedule("ledger.move_all_checkpoints", "* * * * *", "ledger.move_all_checkpoints"),
    Schedule("ledger.seal_all", "*/10 * * * *", "ledger.seal_all"),
)
