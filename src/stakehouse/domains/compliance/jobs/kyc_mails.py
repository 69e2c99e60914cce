"""The words of the mails about an identity check, in the languages of the house."""

from html import escape

from stakehouse.domains.compliance.service.kyc.review import Owed
from stakehouse.domains.identity import Member
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.mail import Mail

LANGUAGE = "en"

WORDS: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("verified", "en"): (
        "Your identity is verified at {house}",
        ("Hello {username}, we have checked your documents: all is well. There is nothing more to do.",),
    ),
    ("verified", "ru"): (
        "Ваша личность подтверждена в {house}",
        ("Здравствуйте, {username}! Мы проверили ваши документы: всё в порядке. Больше ничего не нужно.",),
    ),
    ("verified", "id"): (
        "Identitas Anda telah diverifikasi di {house}",
        (
            "Halo {username}, dokumen Anda sudah kami periksa dan semuanya baik.",
            "Tidak ada lagi yang perlu dilakukan.",
        ),
    ),
    ("rejected", "en"): (
        "Your documents need another look at {house}",
        (
            "Hello {username}, we could not accept the documents you sent.",
            "Under Account, Verification you can see why, and send others.",
        ),
    ),
    ("rejected", "ru"): (
        "С вашими документами в {house} не всё в порядке",
        (
            "Здравствуйте, {username}! Мы не смогли принять присланные документы.",
            "В разделе «Аккаунт» → «Проверка» видно, почему, и можно прислать другие.",
        ),
    ),
    ("rejected", "id"): (
        "Dokumen Anda di {house} perlu diperbaiki",
        (
            "Halo {username}, dokumen yang Anda kirim belum dapat kami terima.",
            "Di menu Akun, Verifikasi, Anda dapat melihat alasannya dan mengirim yang lain.",
        ),
    ),
    ("expired", "en"): (
        "Your identity check at {house} has ended",
        (
            "Hello {username}, a document of yours has passed its date, and with it our check.",
            "Send a newer one under Account, Verification; some things wait until then.",
        ),
    ),
    ("expired", "ru"): (
        "Срок проверки личности в {house} истёк",
        (
            "Здравствуйте, {username}! Срок вашего документа истёк, а с ним и наша проверка.",
            "Пришлите новый в разделе «Аккаунт» → «Проверка»; кое-что до этого недоступно.",
        ),
    ),
    ("expired", "id"): (
        "Verifikasi identitas Anda di {house} telah berakhir",
        (
            "Halo {username}, masa berlaku dokumen Anda sudah habis, begitu pula verifikasinya.",
            "Kirim dokumen baru di menu Akun, Verifikasi; beberapa hal menunggu sampai itu selesai.",
        ),
    ),
    ("reminder", "en"): (
        "Your identity check at {house} ends soon: {days} days left",
        (
            "Hello {username}, a document of yours is valid for {days} more days.",
            "Send a newer one in time under Account, Verification, and nothing will be interrupted.",
        ),
    ),
    ("reminder", "ru"): (
        "Проверка личности в {house} скоро истекает: осталось дней — {days}",
        (
            "Здравствуйте, {username}! Ваш документ действителен ещё дней: {days}.",
            "Пришлите новый заранее в разделе «Аккаунт» → «Проверка», и ничего не прервётся.",
        ),
    ),
    ("reminder", "id"): (
        "Verifikasi identitas Anda di {house} segera berakhir: {days} hari lagi",
        (
            "Halo {username}, dokumen Anda masih berlaku {days} hari lagi.",
            "Kirim dokumen baru sebelum itu di menu Akun, Verifikasi, agar tidak ada yang terhenti.",
        ),
    ),
}


def compose(owed: Owed, member: Member, house: TenantProfile) -> Mail:
    """The mail that is owed, in the member's language."""
    language = member.locale if (owed.kind, member.locale) in WORDS else LANGUAGE
    subject, paragraphs = WORDS[owed.kind, language]
    fields = {"house": house.branding.name, "username": member.username, "days": str(owed.days)}
    lines = [each.format(**fields) for each in paragraphs]
    return Mail(
        to=member.email,
        sender_name=house.branding.name,
        subject=subject.format(**fields),
        text="\n\n".join(lines) + "\n",
        html="".join(f"<p>{escape(line)}</p>" for line in lines),
    )
