"""What compliance does by the clock and from the queue.

Lists are loaded, members screened, cases escalated; loosened limits that nobody confirmed lapse; a house
follows what a person chose for every house.
"""

import tempfile
from contextlib import suppress
from uuid import UUID

import msgspec

from stakehouse.domains.compliance.errors import WatchlistNotReady
from stakehouse.domains.compliance.service.cases import escalate_overdue
from stakehouse.domains.compliance.service.exclusions import FOLLOW_EXCLUSION, follow_exclusion
from stakehouse.domains.compliance.service.limits import lapse_changes
from stakehouse.domains.compliance.service.monitoring import look_at_next
from stakehouse.domains.compliance.service.screening import go_on, start_run
from stakehouse.domains.compliance.service.watchlists import (
    LOAD,
    RESCREEN,
    LoadOrder,
    RescreenOrder,
    load,
    object_key,
)
from stakehouse.domains.tenancy import owe_to_each
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.infra.objects import Objects
from stakehouse.infra.tx import Deferred
from stakehouse.kernel.ids import UserId

LONG_S = 3600.0


def loading(objects: Objects) -> Job:
    """The job that loads a watchlist from its stored file."""

    async def load_list(job: JobContext) -> None:
        version_id = job.arguments(LoadOrder).version_id
        key = object_key(version_id)
        with tempfile.TemporaryFile() as file:
            async for piece in objects.stream(job.tenant_id, key):
                file.write(piece)
            file.seek(0)
            with suppress(WatchlistNotReady):  # an earlier attempt got to the end
                await load(job.begin, version_id, file)
        await objects.delete(job.tenant_id, key)

    return Job(LOAD, load_list, retries=3, timeout_s=LONG_S)


async def rescreen(job: JobContext) -> None:
    """Screens all members of a tenant anew, a batch a transaction; goes on where an attempt was cut off."""
    order = job.arguments(RescreenOrder)
    if order.run_id is None:
        async with job.begin() as tx:
            run = await start_run(tx, order.cause)
            following = msgspec.json.encode(RescreenOrder(order.cause, run.id))
            tx.defer(Deferred(RESCREEN, following, dedupe=f"{run.id}"))
        return
    is_finished = False
    while not is_finished:
        async with job.begin() as tx:
            is_finished = (await go_on(tx, order.run_id)).finished_at is not None


async def escalate_all(job: JobContext) -> None:
    """Owes each tenant that its overdue cases are escalated."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(ESCALATE.name, dedupe="cases"))


async def escalate(job: JobContext) -> None:
    """Escalates a tenant's overdue cases; what is left over is the next hour's."""
    async with job.begin() as tx:
        await escalate_overdue(tx)


async def monitor_all(job: JobContext) -> None:
    """Owes each tenant its daily look at members who were active."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(MONITOR.name, dedupe="monitoring"))


async def monitor(job: JobContext) -> None:
    """Looks at a tenant's active members by all rules, a batch a transaction."""
    after: UUID | None = None
    is_finished = False
    while not is_finished:
        async with job.begin() as tx:
            after = await look_at_next(tx, after)
        is_finished = after is None


async def lapse_all_limits(job: JobContext) -> None:
    """Owes each tenant that loosened limits lapse which nobody confirmed."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(LAPSE.name, dedupe="limits"))


async def lapse_limits(job: JobContext) -> None:
    """Forgets a tenant's unconfirmed changes; what is left over is the next hour's."""
    async with job.begin() as tx:
        await lapse_changes(tx)


async def follow(job: JobContext) -> None:
    """Takes over what a person chose for every house."""
    async with job.begin() as tx:
        await follow_exclusion(tx, UserId(job.arguments(UUID)))


LAPSE = Job("compliance.lapse_limits", lapse_limits, retries=2)
MONITOR = Job("compliance.monitor", monitor, retries=3, timeout_s=LONG_S)
ESCALATE = Job("compliance.escalate_cases", escalate, retries=2)

JOBS = (
    Job("compliance.escalate_all_cases", escalate_all, retries=0),
    ESCALATE,
    Job("compliance.monitor_all", monitor_all, retries=0),
    MONITOR,
    Job("compliance.lapse_all_limits", lapse_all_limits, retries=0),
    LAPSE,
    Job(FOLLOW_EXCLUSION, follow),
    Job(RESCREEN, rescreen, retries=8, timeout_s=LONG_S),
)

SCHEDULES = (
    Schedule("compliance.lapse_all_limits", "43 * * * *", "compliance.lapse_all_limits"),
    Schedule("compliance.escalate_all_cases", "42 * * * *", "compliance.escalate_all_cases"),
    Schedule("compliance.monitor_all", "20 4 * * *", "compliance.monitor_all"),
)
