"""What identity checks do from the queue and by the clock: uploads cleared, decisions ended, mails sent."""

from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.compliance.jobs.kyc_mails import compose
from stakehouse.domains.compliance.service.kyc import documents, review, vendors
from stakehouse.domains.compliance.service.kyc.cases import HAND_OVER
from stakehouse.domains.compliance.service.kyc.desk import Desk
from stakehouse.domains.compliance.store.kyc import HANDLE_NOTICE
from stakehouse.domains.tenancy import owe_to_each, profile
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.infra.mail import MailCarrier
from stakehouse.kernel.actor import system

END = "compliance.kyc_end"
END_ALL = "compliance.kyc_end_all"


def kyc_jobs(desk: Desk, carrier: MailCarrier) -> tuple[Job, ...]:
    """The sorts of work, over what the wiring hands in."""

    async def clear_upload(job: JobContext) -> None:
        await documents.clear_upload(desk, job.tenant_id, system(job.name), job.arguments(UUID))

    async def end(job: JobContext) -> None:
        async with job.begin() as tx:
            await review.expire_cases(tx, desk)
            await review.remind(tx)

    async def mail(job: JobContext) -> None:
        owed = job.arguments(review.Owed)
        async with job.begin() as tx:
            member = await identity.member(tx, owed.member_id)
            house = await profile(tx)
        await carrier.send(compose(owed, member, house))

    async def hand_over(job: JobContext) -> None:
        await vendors.hand_over(desk, job.tenant_id, job.arguments(UUID))

    async def handle_notice(job: JobContext) -> None:
        await vendors.handle_notice(desk, job.tenant_id, job.arguments(UUID))

    return (
        Job(HAND_OVER, hand_over, retries=20),
        Job(HANDLE_NOTICE, handle_notice, retries=20),
        Job(documents.CLEAR_UPLOAD, clear_upload, retries=10),
        Job(END_ALL, end_all, retries=0),
        Job(END, end, retries=3),
        Job(review.KYC_MAIL, mail, retries=10),
    )


async def end_all(job: JobContext) -> None:
    """Owes each tenant a look at what ends."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(END, dedupe="kyc"))


KYC_SCHEDULES = (Schedule(END_ALL, "12 * * * *", END_ALL),)
