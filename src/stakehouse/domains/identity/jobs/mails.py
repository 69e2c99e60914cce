"""The words of identity's mails, in the languages of the house."""

from html import escape

from stakehouse.domains.identity.jobs.account_mails import ACCOUNT_WORDS, CODE, Words
from stakehouse.domains.identity.types import MailOrder, Template
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.mail import Mail
from stakehouse.infra.sms import Sms

LANGUAGE = "en"
"""Of people whose own language the house does not write."""


WORDS: dict[tuple[Template, str], Words] = {
    (Template.CONFIRM, "en"): Words(
        "{code} is your code for {house}",
        (
            CODE,
            "Hello {username}, confirm your registration at {house} with this code.",
            "It is valid for ten minutes. If you did not register, do nothing: no account is made.",
        ),
    ),
    (Template.CONFIRM, "ru"): Words(
        "{code} — ваш код для {house}",
        (
            CODE,
            "Здравствуйте, {username}! Подтвердите регистрацию в {house} этим кодом.",
            "Код действует десять минут. Если вы не регистрировались, ничего не делайте: "
            "аккаунт не будет создан.",
        ),
    ),
    (Template.CONFIRM, "id"): Words(
        "{code} adalah kode Anda untuk {house}",
        (
            CODE,
            "Halo {username}, konfirmasikan pendaftaran Anda di {house} dengan kode ini.",
            "Kode berlaku sepuluh menit. Jika Anda tidak mendaftar, abaikan saja: akun tidak akan dibuat.",
        ),
    ),
    (Template.CONFIRM_KNOWN, "en"): Words(
        "{code} is your code for {house}",
        (
            CODE,
            "Hello {username}, confirm your registration at {house} with this code.",
            "It is valid for ten minutes. You already have a sign-in with this address at another house "
            "of ours: your password there stays as it is and works here as well; the one you just chose "
            "is not used.",
            "If you did not register, do nothing.",
        ),
    ),
    (Template.CONFIRM_KNOWN, "ru"): Words(
        "{code} — ваш код для {house}",
        (
            CODE,
            "Здравствуйте, {username}! Подтвердите регистрацию в {house} этим кодом.",
            "Код действует десять минут. С этим адресом у вас уже есть вход в другом нашем доме: прежний "
            "пароль остаётся и действует и здесь, выбранный сейчас не используется.",
            "Если вы не регистрировались, ничего не делайте.",
        ),
    ),
    (Template.CONFIRM_KNOWN, "id"): Words(
        "{code} adalah kode Anda untuk {house}",
        (
            CODE,
            "Halo {username}, konfirmasikan pendaftaran Anda di {house} dengan kode ini.",
            "Kode berlaku sepuluh menit. Anda sudah memiliki akun masuk dengan alamat ini di rumah kami "
            "yang lain: kata sandi lama tetap berlaku, juga di sini; yang baru Anda pilih tidak dipakai.",
            "Jika Anda tidak mendaftar, abaikan saja.",
        ),
    ),
    (Template.ALREADY_REGISTERED, "en"): Words(
        "You already have an account at {house}",
        (
            "Somebody registered at {house} with your address. You have an account there already, so "
            "nothing was changed.",
            "If it was you, just sign in. If it was not, you need not do anything.",
        ),
    ),
    (Template.ALREADY_REGISTERED, "ru"): Words(
        "У вас уже есть аккаунт в {house}",
        (
            "Кто-то регистрировался в {house} с вашим адресом. Аккаунт у вас уже есть, поэтому ничего "
            "не изменилось.",
            "Если это были вы, просто войдите. Если нет, делать ничего не нужно.",
        ),
    ),
    (Template.ALREADY_REGISTERED, "id"): Words(
        "Anda sudah memiliki akun di {house}",
        (
            "Seseorang mendaftar di {house} dengan alamat Anda. Anda sudah memiliki akun di sana, jadi "
            "tidak ada yang berubah.",
            "Jika itu Anda, silakan masuk. Jika bukan, Anda tidak perlu melakukan apa pun.",
        ),
    ),
    (Template.SESSION_ENDED, "en"): Words(
        "We ended a session of yours at {house}",
        (
            "A token of one of your sessions at {house} was used twice, the second time from the address "
            "{address}. To be safe we ended that session.",
            "Sign in again to go on. If you do not know that address, change your password as well.",
        ),
    ),
    (Template.SESSION_ENDED, "ru"): Words(
        "Мы завершили ваш сеанс в {house}",
        (
            "Токен одного из ваших сеансов в {house} был использован дважды, второй раз с адреса "
            "{address}. Для безопасности мы завершили этот сеанс.",
            "Войдите снова, чтобы продолжить. Если этот адрес вам не знаком, смените и пароль.",
        ),
    ),
    (Template.SESSION_ENDED, "id"): Words(
        "Kami mengakhiri sesi Anda di {house}",
        (
            "Token salah satu sesi Anda di {house} dipakai dua kali, yang kedua dari alamat {address}. "
            "Demi keamanan, sesi itu kami akhiri.",
            "Masuk kembali untuk melanjutkan. Jika Anda tidak mengenal alamat itu, ganti juga kata sandi "
            "Anda.",
        ),
    ),
    (Template.SECOND_FACTOR_CODE, "en"): Words(
        "{code} is your code for {house}",
        (
            CODE,
            "Use this code at {house} to prove that it is you. It is valid for ten minutes.",
            "If you did not ask for it, somebody may know your password: change it.",
        ),
    ),
    (Template.SECOND_FACTOR_CODE, "ru"): Words(
        "{code} — ваш код для {house}",
        (
            CODE,
            "Введите этот код в {house}, чтобы подтвердить, что это вы. Он действует десять минут.",
            "Если вы его не запрашивали, кто-то может знать ваш пароль: смените его.",
        ),
    ),
    (Template.SECOND_FACTOR_CODE, "id"): Words(
        "{code} adalah kode Anda untuk {house}",
        (
            CODE,
            "Gunakan kode ini di {house} untuk membuktikan bahwa ini Anda. Kode berlaku sepuluh menit.",
            "Jika Anda tidak memintanya, mungkin ada yang tahu kata sandi Anda: segera ganti.",
        ),
    ),
    (Template.FACTOR_ADDED, "en"): Words(
        "A second factor was added at {house}",
        (
            "{factor} was set up for your sign-in at {house}, from the address {address}.",
            "If it was not you, sign in, remove it and change your password, or write to us.",
        ),
    ),
    (Template.FACTOR_ADDED, "ru"): Words(
        "В {house} добавлен второй фактор",
        (
            "Для вашего входа в {house} настроено: {factor}. Адрес: {address}.",
            "Если это были не вы, войдите, удалите его и смените пароль или напишите нам.",
        ),
    ),
    (Template.FACTOR_ADDED, "id"): Words(
        "Faktor kedua ditambahkan di {house}",
        (
            "{factor} diatur untuk akun masuk Anda di {house}, dari alamat {address}.",
            "Jika bukan Anda, masuklah, hapus faktor itu, dan ganti kata sandi, atau hubungi kami.",
        ),
    ),
    (Template.FACTOR_REMOVED, "en"): Words(
        "A second factor was removed at {house}",
        (
            "{factor} was removed from your sign-in at {house}, from the address {address}.",
            "If it was not you, change your password at once and write to us.",
        ),
    ),
    (Template.FACTOR_REMOVED, "ru"): Words(
        "В {house} удалён второй фактор",
        (
            "Из вашего входа в {house} удалено: {factor}. Адрес: {address}.",
            "Если это были не вы, сразу смените пароль и напишите нам.",
        ),
    ),
    (Template.FACTOR_REMOVED, "id"): Words(
        "Faktor kedua dihapus di {house}",
        (
            "{factor} dihapus dari akun masuk Anda di {house}, dari alamat {address}.",
            "Jika bukan Anda, segera ganti kata sandi dan hubungi kami.",
        ),
    ),
    (Template.EXCLUSION_ASKED, "en"): Words(
        "Your request came to {house}: {reference}",
        (
            "Somebody gave this address and asked {house} to keep another person out of play. "
            "The request came, under the number {reference}, and a person will look at it.",
            "For the sake of everybody's privacy we tell nobody whether a person is known here, nor what was "
            "decided. If you want to show more, answer this mail and name the number.",
            "If it was not you, you need do nothing.",
        ),
    ),
    (Template.EXCLUSION_ASKED, "ru"): Words(
        "Ваше обращение в {house} получено: {reference}",
        (
            "Кто-то указал этот адрес и попросил {house} не допускать другого человека к игре. "
            "Обращение получено под номером {reference}, его рассмотрит человек.",
            "Чтобы беречь личные данные, мы никому не говорим, знаком ли нам этот человек и что было решено. "
            "Если хотите что-то добавить, ответьте на это письмо и укажите номер.",
            "Если это были не вы, ничего делать не нужно.",
        ),
    ),
    (Template.EXCLUSION_ASKED, "id"): Words(
        "Permintaan Anda diterima {house}: {reference}",
        (
            "Seseorang memberikan alamat ini dan meminta {house} agar orang lain tidak dapat bermain. "
            "Permintaan diterima dengan nomor {reference} dan akan ditinjau oleh petugas.",
            "Demi privasi semua orang, kami tidak memberi tahu siapa pun apakah seseorang dikenal di sini, "
            "atau apa keputusannya. Untuk menambah keterangan, balas surat ini dengan menyebut nomornya.",
            "Jika bukan Anda, abaikan saja.",
        ),
    ),
    (Template.RECOVERY_CODE_USED, "en"): Words(
        "A recovery code of yours was used at {house}",
        (
            "A recovery code proved that it is you at {house}, from the address {address}. "
            "You have {left} left.",
            "If it was not you, change your password at once and write to us.",
        ),
    ),
    (Template.RECOVERY_CODE_USED, "ru"): Words(
        "В {house} использован ваш код восстановления",
        (
            "Вход в {house} подтверждён кодом восстановления, адрес: {address}. Осталось кодов: {left}.",
            "Если это были не вы, сразу смените пароль и напишите нам.",
        ),
    ),
    (Template.RECOVERY_CODE_USED, "id"): Words(
        "Kode pemulihan Anda dipakai di {house}",
        (
            "Sebuah kode pemulihan dipakai untuk masuk ke {house}, dari alamat {address}. Sisa: {left}.",
            "Jika bukan Anda, segera ganti kata sandi dan hubungi kami.",
        ),
    ),
    (Template.PASSKEY_DISTRUSTED, "en"): Words(
        "A passkey of yours is no longer trusted at {house}",
        (
            "The passkey “{factor}” answered with a counter that went back, from the address {address}.",
            "Somebody may hold a copy of it. It no longer works at {house}; remove it and make another.",
        ),
    ),
    (Template.PASSKEY_DISTRUSTED, "ru"): Words(
        "Ваш ключ доступа в {house} больше не действует",
        (
            "Счётчик ключа доступа «{factor}» пошёл назад, адрес: {address}.",
            "Возможно, у кого-то есть его копия. В {house} он больше не действует: "
            "удалите его и создайте новый.",
        ),
    ),
    (Template.PASSKEY_DISTRUSTED, "id"): Words(
        "Kunci sandi Anda tidak lagi dipercaya di {house}",
        (
            "Penghitung kunci sandi “{factor}” mundur, dari alamat {address}.",
            "Mungkin ada yang memiliki salinannya. Kunci itu tidak berlaku lagi di {house}; "
            "hapus dan buat yang baru.",
        ),
    ),
    (Template.FACTORS_RESET, "en"): Words(
        "Your second factors at {house} were reset",
        (
            "Because you lost your second factor, two of our staff removed all your second factors and "
            "recovery codes.",
            "Sign in with your password and set up new ones. If you did not ask for this, write to us "
            "at once.",
        ),
    ),
    (Template.FACTORS_RESET, "ru"): Words(
        "Ваши вторые факторы в {house} сброшены",
        (
            "Вы потеряли второй фактор, поэтому двое наших сотрудников удалили все факторы и коды "
            "восстановления.",
            "Войдите с паролем и настройте новые. Если вы об этом не просили, сразу напишите нам.",
        ),
    ),
    (Template.FACTORS_RESET, "id"): Words(
        "Faktor kedua Anda di {house} telah diatur ulang",
        (
            "Karena Anda kehilangan faktor kedua, dua staf kami menghapus semua faktor dan kode pemulihan.",
            "Masuk dengan kata sandi lalu atur yang baru. Jika Anda tidak memintanya, segera hubungi kami.",
        ),
    ),
    **ACCOUNT_WORDS,
    (Template.STAFF_INVITED, "en"): Words(
        "{inviter} invites you to the staff of {house}",
        (
            "Hello {name}, {inviter} invites you to work for {house} as {role}.",
            "Open the back-office, choose “I was invited” and enter this code: {code}",
            "It is valid for seven days and works once. If you did not expect this, do nothing.",
        ),
    ),
    (Template.STAFF_INVITED, "ru"): Words(
        "{inviter} приглашает вас в команду {house}",
        (
            "Здравствуйте, {name}! {inviter} приглашает вас работать в {house}: {role}.",
            "Откройте рабочее место, выберите «Меня пригласили» и введите код: {code}",
            "Код действует семь дней и один раз. Если вы этого не ждали, ничего не делайте.",
        ),
    ),
    (Template.STAFF_INVITED, "id"): Words(
        "{inviter} mengundang Anda ke staf {house}",
        (
            "Halo {name}, {inviter} mengundang Anda bekerja untuk {house} sebagai {role}.",
            "Buka kantor belakang, pilih “Saya diundang” dan masukkan kode ini: {code}",
            "Kode berlaku tujuh hari dan sekali saja. Jika Anda tidak menunggunya, abaikan saja.",
        ),
    ),
    (Template.IMPERSONATED, "en"): Words(
        "Our support looked at your account at {house}",
        (
            "{staff} of our support opened your account at {house} on {since} to see it as you see it.",
            "The reason: {reason}",
            "It ends on {until} at the latest. Bets, deposits and withdrawals are not possible in that "
            "way. You find every such visit under your account; if you have a question, write to us.",
        ),
    ),
    (Template.IMPERSONATED, "ru"): Words(
        "Поддержка открывала ваш аккаунт в {house}",
        (
            "{staff} из нашей поддержки: ваш аккаунт в {house} открыт {since}, чтобы увидеть его "
            "вашими глазами.",
            "Причина: {reason}",
            "Просмотр закончится не позднее {until}. Ставки, пополнения и выводы при этом невозможны. "
            "Все такие просмотры видны в вашем аккаунте; если есть вопросы, напишите нам.",
        ),
    ),
    (Template.IMPERSONATED, "id"): Words(
        "Dukungan kami melihat akun Anda di {house}",
        (
            "{staff} dari dukungan kami membuka akun Anda di {house} pada {since} untuk melihatnya "
            "seperti Anda melihatnya.",
            "Alasannya: {reason}",
            "Ini berakhir paling lambat {until}. Taruhan, setoran, dan penarikan tidak mungkin dengan cara "
            "itu. Setiap kunjungan tercantum di akun Anda; jika ada pertanyaan, tulislah kepada kami.",
        ),
    ),
}


def compose_sms(order: MailOrder, house: TenantProfile) -> Sms:
    """The text message that an order asks for: the subject of the mail says it all."""
    words = _words_for(order)
    name = house.branding.name
    return Sms(order.to, name, words.subject.format(**order.fields, house=name))


def compose(order: MailOrder, house: TenantProfile) -> Mail:
    """The mail that an order asks for, in the tenant's name and the person's language."""
    words = _words_for(order)
    name = house.branding.name
    fields = {**order.fields, "house": name}
    safe = {key: escape(value) for key, value in fields.items()}
    closing = f"{name} · {house.support_email}"
    return Mail(
        to=order.to,
        sender_name=name,
        subject=words.subject.format(**fields),
        text="\n\n".join(part.format(**fields) for part in (*words.paragraphs, closing)) + "\n",
        html=_page("".join(_block(part, safe) for part in words.paragraphs), escape(closing)),
    )


def _words_for(order: MailOrder) -> Words:
    language = order.locale.partition("-")[0]
    return WORDS.get((order.template, language)) or WORDS[order.template, LANGUAGE]


def _block(paragraph: str, safe: dict[str, str]) -> str:
    style = "font:700 32px/1.2 monospace;letter-spacing:6px" if paragraph == CODE else "margin:0 0 16px"
    return f'<p style="{style}">{paragraph.format(**safe)}</p>'


def _page(content: str, closing: str) -> str:
    return (
        '<!doctype html><html><body style="margin:0;padding:24px;background:#f5f5f4">'
        '<div style="max-width:480px;margin:auto;padding:24px;border-radius:12px;background:#fff;'
        'font:16px/1.5 system-ui,sans-serif;color:#1c1917">'
        f'{content}<p style="margin:24px 0 0;color:#78716c;font-size:13px">{closing}</p>'
        "</div></body></html>"
    )
