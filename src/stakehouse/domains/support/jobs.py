"""What support does from the queue and by the clock: mail to members, and word of passed deadlines."""

from dataclasses import dataclass
from html import escape

from stakehouse.domains.identity import member
from stakehouse.domains.support.service import complaints
from stakehouse.domains.support.service.complaints import MAIL, OwedMail
from stakehouse.domains.tenancy import TenantProfile, owe_to_each, profile
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.infra.mail import Mail, MailCarrier

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """A mail in one language; the house, the number, subject and date, and the answer are filled in."""

    subject: str
    paragraphs: tuple[str, ...]


WORDS: dict[tuple[str, str], Words] = {
    ("received", "en"): Words(
        "Your complaint {number} at {house}",
        (
            "We have your complaint {number}: {subject}.",
            "You will have our answer by {by} (UTC) at the latest. You can read it, and write to us again, "
            "in the app.",
        ),
    ),
    ("received", "ru"): Words(
        "Ваша жалоба {number} в {house}",
        (
            "Мы получили вашу жалобу {number}: {subject}.",
            "Вы получите ответ не позднее {by} (UTC). Прочитать его и написать нам снова можно в приложении.",
        ),
    ),
    ("received", "id"): Words(
        "Keluhan Anda {number} di {house}",
        (
            "Kami telah menerima keluhan Anda {number}: {subject}.",
            "Jawaban kami akan Anda terima paling lambat {by} (UTC). Anda dapat membacanya dan menulis lagi "
            "di aplikasi.",
        ),
    ),
    ("answered", "en"): Words(
        "Our answer to your complaint {number} at {house}",
        (
            "{text}",
            "This is our answer to your complaint {number}: {subject}.",
            "In the app you can accept it, write to us again, or go to the dispute body.",
        ),
    ),
    ("answered", "ru"): Words(
        "Наш ответ на вашу жалобу {number} в {house}",
        (
            "{text}",
            "Это наш ответ на вашу жалобу {number}: {subject}.",
            "В приложении вы можете принять его, написать нам снова или обратиться в орган по разрешению "
            "споров.",
        ),
    ),
    ("answered", "id"): Words(
        "Jawaban kami atas keluhan Anda {number} di {house}",
        (
            "{text}",
            "Ini jawaban kami atas keluhan Anda {number}: {subject}.",
            "Di aplikasi Anda dapat menerimanya, menulis lagi, atau menghubungi badan penyelesaian sengketa.",
        ),
    ),
}


def mail_job(carrier: MailCarrier) -> Job:
    """The job that tells members by mail; tried again while the carrier fails.

    Args:
        carrier: takes mail out of the house; called in no transaction.
    """

    async def send(job: JobContext) -> None:
        owed = job.arguments(OwedMail)
        async with job.begin() as tx:
            found = await complaints.case(tx, owed.complaint_id)
            who = await member(tx, found.complaint.member_id)
            house = await profile(tx)
        fields = {
            "house": house.branding.name,
            "number": str(found.complaint.number),
            "subject": found.complaint.subject,
            "by": f"{found.complaint.deadlines.answer_by:%Y-%m-%d}",
            "text": owed.text,
        }
        await carrier.send(compose(who.email, who.locale, owed.what, fields, house))

    return Job(MAIL, send)


def compose(to: str, locale: str, what: str, fields: dict[str, str], house: TenantProfile) -> Mail:
    """The mail, in the tenant's name and the member's language."""
    words = WORDS.get((what, locale.partition("-")[0])) or WORDS[what, LANGUAGE]
    closing = f"{house.branding.name} · {house.support_email}"
    safe = {key: escape(value).replace("\n", "<br>") for key, value in fields.items()}
    paragraphs = "".join(f"<p>{part.format(**safe)}</p>" for part in words.paragraphs)
    return Mail(
        to=to,
        sender_name=house.branding.name,
        subject=" ".join(words.subject.format(**fields).split()),
        text="\n\n".join(part.format(**fields) for part in (*words.paragraphs, closing)) + "\n",
        html=f"<!doctype html><html><body>{paragraphs}<p>{escape(closing)}</p></body></html>",
    )


async def overdue_all(job: JobContext) -> None:
    """Owes each tenant a look at its deadlines."""
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(OVERDUE.name, dedupe="overdue"))


async def overdue(job: JobContext) -> None:
    """Tells of a tenant's complaints whose deadline passed."""
    async with job.begin() as tx:
        await complaints.note_overdue(tx)


OVERDUE = Job("support.note_overdue", overdue, retries=2)

JOBS = (Job("support.note_all_overdue", overdue_all, retries=0), OVERDUE)

SCHEDULES = (Schedule("support.note_all_overdue", "12 * * * *", "support.note_all_overdue"),)
