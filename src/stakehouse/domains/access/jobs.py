"""What access does by the clock: requests that nobody decided in time lapse."""

from stakehouse.domains.access.service.approvals import lapse_approvals
from stakehouse.domains.tenancy import owe_to_each
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred


async def lapse_all(job: JobContext) -> None:
    """Owes each tenant that its overdue requests lapse."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(LAPSE.name, dedupe="approvals"))


async def lapse(job: JobContext) -> None:
    """Marks a tenant's overdue requests; what is left over is the next hour's."""
    async with job.begin() as tx:
        await lapse_approvals(tx)


LAPSE = Job("access.lapse_approvals", lapse, retries=2)

JOBS = (Job("access.lapse_all_approvals", lapse_all, retries=0), LAPSE)

SCHEDULES = (Schedule("access.lapse_all_approvals", "27 * * * *", "access.lapse_all_approvals"),)
