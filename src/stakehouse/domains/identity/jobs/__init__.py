"""What identity does from the queue and by the clock: mail, and forgetting what is over."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from stakehouse.domains.identity.jobs.mails import compose, compose_sms
from stakehouse.domains.identity.ports import Section
from stakehouse.domains.identity.service import exports, post
from stakehouse.domains.identity.service import sessions as live
from stakehouse.domains.identity.store import (
    challenges,
    codes,
    lockouts,
    registrations,
    sessions,
    spent,
    users,
)
from stakehouse.domains.identity.types import ExportOrder, MailOrder, Template
from stakehouse.domains.tenancy import owe_to_each, profile
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.infra.mail import MailCarrier
from stakehouse.infra.objects import Objects
from stakehouse.infra.sms import SmsCarrier
from stakehouse.infra.tokens import LIFETIME
from stakehouse.kernel.ids import UserId

SESSIONS_KEPT = timedelta(days=90)
REGISTRATIONS_KEPT = timedelta(days=1)
CHALLENGES_KEPT = timedelta(days=1)
ENDINGS_KEPT = LIFETIME * 2
FAILURES_KEPT = timedelta(days=2)
FORGET_EXPORTS = "identity.forget_exports"


def mail_job(vault: Vault, carrier: MailCarrier) -> Job:
    """The job that sends what use cases owe; tried again while the carrier fails.

    Args:
        vault: opens the orders.
        carrier: takes mail out of the house; called in no transaction.
    """

    async def send(job: JobContext) -> None:
        order = post.unseal(vault, job.tenant_id, job.arguments(post.SealedMail))
        async with job.begin() as tx:
            house = await profile(tx)
        await carrier.send(compose(order, house))

    return Job(post.JOB, send, back_off_max=timedelta(minutes=2))


def notice_job(carrier: MailCarrier) -> Job:
    """The job that tells a person of a sign-in from a device that was not seen before.

    Args:
        carrier: takes mail out of the house; called in no transaction.
    """

    async def tell(job: JobContext) -> None:
        arguments = job.arguments(live.NewDevice)
        async with job.begin() as tx:
            found = await sessions.session_device(tx, arguments.session_id)
            person = None if found is None else await users.email_of(tx, found[0])
            house = await profile(tx)
        if found is None or person is None:
            return
        _user_id, device, opened_at = found
        at = opened_at.astimezone(ZoneInfo(house.time_zone)).strftime("%Y-%m-%d %H:%M %Z")
        fields = {"device": device.name or "?", "address": device.address, "at": at}
        order = MailOrder(template=Template.NEW_DEVICE, to=person[0], locale=person[1], fields=fields)
        await carrier.send(compose(order, house))

    return Job(live.NOTICE_JOB, tell, back_off_max=timedelta(minutes=2))


def export_job(sections: Sequence[Section], objects: Objects, vault: Vault) -> Job:
    """The job that builds an archive of personal data.

    Args:
        sections: what goes into it, file by file.
        objects: where it is kept; called in no transaction.
        vault: seals the mail that tells of it.
    """

    async def build(job: JobContext) -> None:
        order = job.arguments(ExportOrder)
        try:
            await exports.build(order.export_id, sections, begin=job.begin, objects=objects, vault=vault)
        except Exception:
            if job.is_last:
                async with job.begin() as tx:
                    await exports.give_up(tx, order.export_id)
            raise

    return Job(exports.JOB, build, retries=4, timeout_s=600.0)


def forget_exports_job(objects: Objects) -> Job:
    """The job that deletes a tenant's archives which are no longer kept.

    Args:
        objects: where they are kept; called in no transaction.
    """

    async def forget(job: JobContext) -> None:
        await exports.forget_old(job.begin, objects)

    return Job(FORGET_EXPORTS, forget, retries=2)


async def end_sessions(job: JobContext) -> None:
    """Ends the sessions of a person whose sign-in changed in another tenant."""
    arguments = job.arguments(live.EndSessions)
    async with job.begin() as tx:
        await live.end_sessions(tx, UserId(arguments.user_id), reason=arguments.reason)


def plain_mail_job(carrier: MailCarrier) -> Job:
    """The job that sends mails which hold no secret; tried again while the carrier fails."""

    async def send(job: JobContext) -> None:
        notice = job.arguments(post.PlainMail)
        async with job.begin() as tx:
            house = await profile(tx)
            person = await users.email_of(tx, UserId(notice.user_id))
        if person is not None:
            order = MailOrder(template=notice.template, to=person[0], locale=person[1], fields={})
            await carrier.send(compose(order, house))

    return Job(post.PLAIN_JOB, send, back_off_max=timedelta(minutes=2))


def sms_job(vault: Vault, carrier: SmsCarrier) -> Job:
    """The job that sends the text messages that use cases owe; tried again while the carrier fails."""

    async def send(job: JobContext) -> None:
        order = post.unseal(vault, job.tenant_id, job.arguments(post.SealedMail))
        async with job.begin() as tx:
            house = await profile(tx)
        await carrier.send(compose_sms(order, house))

    return Job(post.SMS_JOB, send, back_off_max=timedelta(minutes=2))


async def prune_all(job: JobContext) -> None:
    """Forgets words of endings, and owes each tenant that it forgets what is over."""
    async with job.begin() as tx:
        await sessions.prune_endings(tx, tx.now - ENDINGS_KEPT)
        await lockouts.prune(tx, tx.now - FAILURES_KEPT)
        await owe_to_each(tx, deferred(PRUNE.name, dedupe="prune"))
        await owe_to_each(tx, deferred(FORGET_EXPORTS, dedupe="prune"))


async def prune(job: JobContext) -> None:
    """Deletes a tenant's sessions and registrations that nobody needs any more."""
    async with job.begin() as tx:
        await sessions.prune(tx, tx.now - SESSIONS_KEPT)
        await registrations.prune(tx, tx.now - REGISTRATIONS_KEPT)
        await challenges.prune(tx, tx.now - CHALLENGES_KEPT)
        await codes.prune(tx, tx.now - REGISTRATIONS_KEPT)
        await spent.prune(tx, tx.now)


PRUNE = Job("identity.prune", prune, retries=2)

JOBS = (Job("identity.prune_all", prune_all, retries=0), PRUNE, Job(live.END_JOB, end_sessions))

SCHEDULES = (Schedule("identity.prune_all", "37 * * * *", "identity.prune_all"),)
