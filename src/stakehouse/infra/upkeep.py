"""What the house does for itself by the clock: partitions ahead of time, old technique rows gone."""

import structlog
from sqlalchemy import text

from stakehouse.infra.jobs import Job, JobContext, Schedule

PRUNE_BATCH = 2_000
PRUNE_ROUNDS_MAX = 500

_log = structlog.get_logger(__name__)

_KEEP_PARTITIONS = text("SELECT stakehouse_keep_every_partition()")
_PRUNE = text("SELECT stakehouse_prune(:batch)")


async def keep_partitions(context: JobContext) -> None:
    """Makes the partitions of the coming months for every table that has partitions."""
    async with context.begin() as tx:
        made = (await tx.conn.execute(_KEEP_PARTITIONS)).scalar_one()
    if made:
        _log.info("partitions.made", number=made)


async def prune(context: JobContext) -> None:
    """Deletes old inbox rows, answers under Idempotency-Keys and spent rate limits, in small batches."""
    pruned = 0
    for _ in range(PRUNE_ROUNDS_MAX):
        async with context.begin() as tx:
            gone: int = (await tx.conn.execute(_PRUNE, {"batch": PRUNE_BATCH})).scalar_one()
        pruned += gone
        if gone == 0:
            break
    _log.info("technique.pruned", rows=pruned)


JOBS = (
    Job("infra.keep_partitions", keep_partitions),
    Job("infra.prune", prune, timeout_s=600.0),
)
SCHEDULES = (
    Schedule("infra.keep_partitions", "7 * * * *", "infra.keep_partitions"),
    Schedule("infra.prune", "17 * * * *", "infra.prune"),
)
