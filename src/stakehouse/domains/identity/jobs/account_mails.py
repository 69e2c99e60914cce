"""The words of the mails about a person's own account: password, address, devices."""

from dataclasses import dataclass

from stakehouse.domains.identity.types import Template


@dataclass(frozen=True, slots=True)
class Words:
    """A mail in one language; ``{house}`` and the order's fields are filled in.

    Attributes:
        subject: one line.
        paragraphs: the message; one that is only a code is set large, and stands first: people and
            programs look for it, and a name may hold digits too.
    """

    subject: str
    paragraphs: tuple[str, ...]


CODE = "{code}"

ACCOUNT_WORDS: dict[tuple[Template, str], Words] = {
    (Template.RESET, "en"): Words(
        "{code} is your code for a new password at {house}",
        (
            CODE,
            "Hello {username}, with this code you choose a new password at {house}.",
            "It is valid for ten minutes. If you did not ask for it, do nothing: your password stays.",
        ),
    ),
    (Template.RESET, "ru"): Words(
        "{code} — ваш код для нового пароля в {house}",
        (
            CODE,
            "Здравствуйте, {username}! С этим кодом вы зададите новый пароль в {house}.",
            "Код действует десять минут. Если вы его не запрашивали, ничего не делайте: пароль не изменится.",
        ),
    ),
    (Template.RESET, "id"): Words(
        "{code} adalah kode kata sandi baru Anda di {house}",
        (
            CODE,
            "Halo {username}, dengan kode ini Anda memilih kata sandi baru di {house}.",
            "Kode berlaku sepuluh menit. Jika Anda tidak memintanya, abaikan saja: kata sandi Anda tetap.",
        ),
    ),
    (Template.RESET_UNKNOWN, "en"): Words(
        "There is no account with this address at {house}",
        (
            "Somebody asked for a new password at {house} with your address. There is no account with it.",
            "If it was you, you may have registered with another address. If it was not, do nothing.",
        ),
    ),
    (Template.RESET_UNKNOWN, "ru"): Words(
        "В {house} нет аккаунта с этим адресом",
        (
            "Кто-то запросил новый пароль в {house} с вашим адресом. Аккаунта с ним нет.",
            "Если это были вы, возможно, вы регистрировались с другим адресом. Если нет, ничего не делайте.",
        ),
    ),
    (Template.RESET_UNKNOWN, "id"): Words(
        "Tidak ada akun dengan alamat ini di {house}",
        (
            "Seseorang meminta kata sandi baru di {house} dengan alamat Anda. Tidak ada akun dengannya.",
            "Jika itu Anda, mungkin Anda mendaftar dengan alamat lain. Jika bukan, abaikan saja.",
        ),
    ),
    (Template.PASSWORD_CHANGED, "en"): Words(
        "Your password at {house} was changed",
        (
            "Your password was changed at {house} from the address {address}. Other sessions were ended.",
            "If it was not you, choose a new password at once with “Forgot your password?” and write to us.",
        ),
    ),
    (Template.PASSWORD_CHANGED, "ru"): Words(
        "Ваш пароль в {house} изменён",
        (
            "Ваш пароль изменён в {house} с адреса {address}. Другие сеансы завершены.",
            "Если это были не вы, сразу задайте новый пароль через «Забыли пароль?» и напишите нам.",
        ),
    ),
    (Template.PASSWORD_CHANGED, "id"): Words(
        "Kata sandi Anda di {house} telah diubah",
        (
            "Kata sandi Anda diubah di {house} dari alamat {address}. Sesi lain diakhiri.",
            "Jika bukan Anda, segera pilih kata sandi baru lewat “Lupa kata sandi?” dan hubungi kami.",
        ),
    ),
    (Template.EMAIL_CHANGE, "en"): Words(
        "{code} confirms your new address at {house}",
        (
            CODE,
            "Hello {username}, confirm with this code that you will sign in to {house} with this address.",
            "It is valid for ten minutes. If you did not ask for it, do nothing.",
        ),
    ),
    (Template.EMAIL_CHANGE, "ru"): Words(
        "{code} — подтверждение нового адреса в {house}",
        (
            CODE,
            "Здравствуйте, {username}! Подтвердите этим кодом, что впредь входите в {house} с этим адресом.",
            "Код действует десять минут. Если вы его не запрашивали, ничего не делайте.",
        ),
    ),
    (Template.EMAIL_CHANGE, "id"): Words(
        "{code} mengonfirmasi alamat baru Anda di {house}",
        (
            CODE,
            "Halo {username}, konfirmasikan dengan kode ini bahwa Anda masuk ke {house} dengan alamat ini.",
            "Kode berlaku sepuluh menit. Jika Anda tidak memintanya, abaikan saja.",
        ),
    ),
    (Template.EMAIL_TAKEN, "en"): Words(
        "Somebody wanted to use your address at {house}",
        (
            "A member of {house} wanted to change to your address. It is your sign-in, so nothing happened.",
            "You need not do anything.",
        ),
    ),
    (Template.EMAIL_TAKEN, "ru"): Words(
        "Кто-то хотел использовать ваш адрес в {house}",
        (
            "Участник {house} хотел перейти на ваш адрес. Это ваш адрес входа, поэтому ничего не изменилось.",
            "Делать ничего не нужно.",
        ),
    ),
    (Template.EMAIL_TAKEN, "id"): Words(
        "Seseorang ingin memakai alamat Anda di {house}",
        (
            "Seorang anggota {house} ingin beralih ke alamat Anda. Itu alamat masuk Anda, jadi tidak ada "
            "yang berubah.",
            "Anda tidak perlu melakukan apa pun.",
        ),
    ),
    (Template.EMAIL_CHANGED, "en"): Words(
        "Your address at {house} was changed",
        (
            "From now on you sign in with {masked}; this address no longer counts.",
            "If it was not you, write to us at once.",
        ),
    ),
    (Template.EMAIL_CHANGED, "ru"): Words(
        "Ваш адрес в {house} изменён",
        (
            "Теперь вы входите с адресом {masked}; этот адрес больше не действует.",
            "Если это были не вы, сразу напишите нам.",
        ),
    ),
    (Template.EMAIL_CHANGED, "id"): Words(
        "Alamat Anda di {house} telah diubah",
        (
            "Mulai sekarang Anda masuk dengan {masked}; alamat ini tidak berlaku lagi.",
            "Jika bukan Anda, segera hubungi kami.",
        ),
    ),
    (Template.CLOSED, "en"): Words(
        "Your account at {house} is closed",
        (
            "{username}, your account at {house} is closed as you wished.",
            "What law makes us keep stays for as long as it asks. If it was not you, write to us at once.",
        ),
    ),
    (Template.CLOSED, "ru"): Words(
        "Ваш аккаунт в {house} закрыт",
        (
            "{username}, ваш аккаунт в {house} закрыт по вашему желанию.",
            "То, что обязывает хранить закон, хранится положенный срок. Если это были не вы, сразу "
            "напишите нам.",
        ),
    ),
    (Template.CLOSED, "id"): Words(
        "Akun Anda di {house} telah ditutup",
        (
            "{username}, akun Anda di {house} ditutup sesuai keinginan Anda.",
            "Yang wajib kami simpan menurut hukum tetap disimpan selama diwajibkan. Jika bukan Anda, segera "
            "hubungi kami.",
        ),
    ),
    (Template.EXPORT_READY, "en"): Words(
        "Your data from {house} are ready",
        (
            "{username}, the archive of your data at {house} is ready. Sign in and fetch it under “Account”.",
            "It is kept for {days} days. Nobody but you can fetch it.",
        ),
    ),
    (Template.EXPORT_READY, "ru"): Words(
        "Ваши данные из {house} готовы",
        (
            "{username}, архив ваших данных в {house} готов. Войдите и скачайте его в разделе «Аккаунт».",
            "Он хранится {days} дн. Скачать его можете только вы.",
        ),
    ),
    (Template.EXPORT_READY, "id"): Words(
        "Data Anda dari {house} sudah siap",
        (
            "{username}, arsip data Anda di {house} sudah siap. Masuk dan ambil di bagian “Akun”.",
            "Arsip disimpan selama {days} hari. Hanya Anda yang dapat mengambilnya.",
        ),
    ),
    (Template.TELEGRAM_LINKED, "en"): Words(
        "Telegram now signs you in to {house}",
        (
            "{telegram} on Telegram signs in to your account at {house} from now on.",
            "If it was not you, unlink it under “Account” and change your password.",
        ),
    ),
    (Template.TELEGRAM_LINKED, "ru"): Words(
        "Теперь Telegram открывает вам вход в {house}",
        (
            "{telegram} в Telegram отныне входит в ваш аккаунт {house}.",
            "Если это были не вы, отвяжите его в разделе «Аккаунт» и смените пароль.",
        ),
    ),
    (Template.TELEGRAM_LINKED, "id"): Words(
        "Telegram kini memasukkan Anda ke {house}",
        (
            "{telegram} di Telegram kini masuk ke akun Anda di {house}.",
            "Jika bukan Anda, putuskan tautannya di bagian “Akun” dan ganti kata sandi Anda.",
        ),
    ),
    (Template.NEW_DEVICE, "en"): Words(
        "A new device signed in to {house}",
        (
            "Somebody signed in to your account at {house} from a device that we had not seen before: "
            "{device}, address {address}, {at}.",
            "If it was you, do nothing. If not, end the session under “Sessions” and change your password.",
        ),
    ),
    (Template.NEW_DEVICE, "ru"): Words(
        "Вход в {house} с нового устройства",
        (
            "В ваш аккаунт {house} вошли с устройства, которого мы раньше не видели: {device}, адрес "
            "{address}, {at}.",
            "Если это вы, ничего не делайте. Если нет, завершите сеанс в разделе «Сеансы» и смените пароль.",
        ),
    ),
    (Template.NEW_DEVICE, "id"): Words(
        "Perangkat baru masuk ke {house}",
        (
            "Seseorang masuk ke akun Anda di {house} dari perangkat yang belum pernah kami lihat: {device}, "
            "alamat {address}, {at}.",
            "Jika itu Anda, abaikan saja. Jika bukan, akhiri sesi di bagian “Sesi” dan ganti kata sandi.",
        ),
    ),
}
