"""What the console does from the queue: mail to owners."""

from html import escape

from stakehouse.domains.console.service import INVITATION, PURPOSE
from stakehouse.domains.console.types import InvitationMail
from stakehouse.domains.tenancy import TenantProfile, profile
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import Job, JobContext
from stakehouse.infra.mail import Mail, MailCarrier


def invitation_job(vault: Vault, carrier: MailCarrier, url: str) -> Job:
    """The job that invites an owner; tried again while the carrier fails.

    Args:
        vault: opens the token.
        carrier: takes mail out of the house; called in no transaction.
        url: how people reach the platform, without a slash at the end.
    """

    async def send(job: JobContext) -> None:
        owed = job.arguments(InvitationMail)
        token = vault.open(job.tenant_id, PURPOSE, owed.sealed).decode()
        async with job.begin() as tx:
            house = await profile(tx)
        link = f"{url}/backoffice/invitation?tenant={house.slug}#{token}"
        await carrier.send(compose(owed, house, link))

    return Job(INVITATION, send)


def compose(owed: InvitationMail, house: TenantProfile, link: str) -> Mail:
    """The mail; in English, for the person's language is not known yet."""
    way = (
        "Choose a password with this link; it works once and for seven days:"
        if owed.is_new
        else "You have a sign-in already and keep its password. Confirm with this link:"
    )
    said = [f"Hello {owed.name},", f"you are the owner of {house.name}.", way]
    return Mail(
        to=owed.email,
        sender_name="Stakehouse",
        subject=f"{house.name} is open, and you own it",
        text="\n\n".join([*said, link]) + "\n",
        html="<!doctype html><html><body>"
        + "".join(f"<p>{escape(part)}</p>" for part in said)
        + f'<p><a href="{escape(link)}">{escape(link)}</a></p></body></html>',
    )
