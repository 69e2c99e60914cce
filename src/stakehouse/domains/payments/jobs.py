"""What payments do from the queue and by the clock."""

from datetime import timedelta
from uuid import UUID

from stakehouse.domains.payments.service import follow, notices
from stakehouse.domains.payments.service.life import FOLLOW_UP
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.store import HANDLE_NOTICE
from stakehouse.domains.payments.types import NoticeId
from stakehouse.domains.tenancy import owe_to_each
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.kernel.ids import PaymentId

SWEEP = "payments.sweep"
SWEEP_ALL = "payments.sweep_all"

BACK_OFF_MAX = timedelta(minutes=10)
"""A person waits for the money; the gateway is asked again at least so often."""


def jobs(office: Office) -> tuple[Job, ...]:
    """The sorts of work, over what the wiring hands in."""

    async def follow_up(job: JobContext) -> None:
        await follow.follow_up(office, job.tenant_id, PaymentId(job.arguments(UUID)))

    async def handle_notice(job: JobContext) -> None:
        await notices.handle_notice(office, job.tenant_id, NoticeId(job.arguments(UUID)))

    return (
        Job(FOLLOW_UP, follow_up, retries=20, back_off_max=BACK_OFF_MAX),
        Job(HANDLE_NOTICE, handle_notice, retries=20, back_off_max=BACK_OFF_MAX),
        Job(SWEEP_ALL, sweep_all, retries=0),
        Job(SWEEP, sweep, retries=2),
    )


async def sweep_all(job: JobContext) -> None:
    """Owes each tenant a look for work that was lost."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(SWEEP, dedupe="payments"))


async def sweep(job: JobContext) -> None:
    """Owes again what should have been done by now."""
    async with job.begin() as tx:
        await notices.sweep(tx)


SCHEDULES = (Schedule(SWEEP_ALL, "* * * * *", SWEEP_ALL),)
