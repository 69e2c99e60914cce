"""Registration: a pending row, a code by mail, and a member once the code came back."""

import hmac
import secrets
from uuid import UUID
from zoneinfo import ZoneInfo

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import InvalidCode, UsernameTaken
from stakehouse.domains.identity.ports import Admission, Enrolment
from stakehouse.domains.identity.service import codes, post
from stakehouse.domains.identity.service.members import enrol
from stakehouse.domains.identity.service.sign_in import sign_in_member
from stakehouse.domains.identity.service.telegram import keep_link
from stakehouse.domains.identity.store import members, registrations, users
from stakehouse.domains.identity.types import (
    Asked,
    Device,
    MailOrder,
    Newcomer,
    NewMember,
    Pending,
    Proof,
    Purpose,
    Registration,
    SignedIn,
    Site,
    Template,
)
from stakehouse.domains.tenancy import profile
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id

TEMPLATES = {
    Purpose.NEW_USER: Template.CONFIRM,
    Purpose.NEW_MEMBER: Template.CONFIRM_KNOWN,
    Purpose.ALREADY_KNOWN: Template.ALREADY_REGISTERED,
}


async def register(
    tx: Tx, registration: Registration, password_hash: str | None, *, enrolment: Enrolment, vault: Vault
) -> None:
    """Keeps a registration until its code comes back, and owes the mail that brings the code.

    The answer and the work are the same whether the address is known or not: then the row is one
    that no code fits, and the mail says so to its owner alone.

    Args:
        tx: the transaction.
        registration: what the person stated.
        password_hash: of the password they chose; ``None`` if Telegram vouched for them and they chose none.
        enrolment: says what must be stated.
        vault: seals the mail and digests the code.

    Raises:
        InvalidBirthDate: nobody alive was born then.
        TooYoung: below the tenant's age.
        UnknownCountry: no such country.
        CountryBlocked: the tenant serves nobody there.
        UnknownCurrency: the tenant does not deal in it.
        DetailsRequired: name and postcode must be stated here.
    """
    tenant = await profile(tx)
    today = tx.now.astimezone(ZoneInfo(tenant.time_zone)).date()
    rules.check_person(tenant, registration.birth_date, registration.country, today=today)
    currency = tenant.currency(registration.currency or tenant.default_currency)
    rules.check_details(registration.details, are_demanded=await enrolment.demands_details(tx))

    purpose, user_id = await _purpose(tx, registration.email)
    registration_id = new_id()
    code = codes.new_code()
    fits = purpose is not Purpose.ALREADY_KNOWN
    pending = Pending(
        id=registration_id,
        purpose=purpose,
        user_id=user_id,
        email=registration.email,
        password_hash=password_hash,
        username=registration.username,
        birth_date=registration.birth_date,
        country=registration.country,
        currency=currency.code,
        locale=rules.locale_for(tenant, registration.locale),
        referral_code=registration.referral_code,
        telegram=registration.telegram,
        code_digest=codes.digest(vault, registration_id, code) if fits else secrets.token_bytes(32),
        tries_left=rules.CODE_TRIES,
        expires_at=tx.now + rules.CODE_LIFETIME,
        details=registration.details,
    )

    await registrations.replace_registration(tx, pending)
    _owe_code(tx, vault, pending, code)


async def resend(tx: Tx, email: str, *, vault: Vault) -> None:
    """Sends a new code for a pending registration, which voids the one before; else does nothing."""
    pending = await registrations.lock_registration(tx, email)
    if pending is None:
        return

    code = codes.new_code()
    if pending.purpose is not Purpose.ALREADY_KNOWN:
        await registrations.renew_code(
            tx,
            pending.id,
            digest=codes.digest(vault, pending.id, code),
            tries=rules.CODE_TRIES,
            expires_at=tx.now + rules.CODE_LIFETIME,
        )
    _owe_code(tx, vault, pending, code)


async def confirm(
    tx: Tx,
    email: str,
    code: str,
    *,
    username: str | None,
    device: Device,
    admit: Admission,
    enrolment: Enrolment,
    site: Site,
    vault: Vault,
) -> SignedIn | Asked | InvalidCode | UsernameTaken:
    """Makes the member whose code came back and signs them in.

    A person who is known elsewhere and has a second factor is asked for it: the code proves the
    address only.

    A refusal is returned, not raised: the try it used up must be kept by the commit.

    Args:
        tx: the transaction.
        email: normalised address.
        code: six digits.
        username: another name than the one registered with, if that one was taken meanwhile.
        device: where the code came from.
        admit: asked whether the member may sign in.
        enrolment: asked whether the person may become a member.
        site: where they sign in.
        vault: digests the code.

    Raises:
        TelegramTaken: the account of Telegram they came with was linked to another member meanwhile.
    """
    pending = await registrations.lock_registration(tx, email)
    expected = pending.code_digest if pending else bytes(32)
    digest = codes.digest(vault, pending.id if pending else UUID(int=0), code)
    matches = hmac.compare_digest(expected, digest)
    if pending is None or pending.tries_left == 0 or pending.expires_at <= tx.now:
        return codes.invalid_code()
    if not matches:
        await registrations.use_try(tx, pending.id)
        return codes.invalid_code()

    newcomer = Newcomer(pending.email, pending.birth_date, pending.details)
    if pending.purpose is not Purpose.ALREADY_KNOWN:
        await enrolment.admit(tx, newcomer)
    user_id, _made = await users.add_user(
        tx, email=email, password_hash=pending.password_hash, name="", locale=pending.locale
    )
    known = await members.member_of_user(tx, user_id)
    if known is None:
        wished = username or pending.username
        enrolled = await enrol(
            tx,
            NewMember(
                user_id=user_id,
                username=wished,
                birth_date=pending.birth_date,
                country=pending.country,
                currency=pending.currency,
                locale=pending.locale,
                referral_code=pending.referral_code,
                details=pending.details,
            ),
        )
        if enrolled is None:
            return UsernameTaken(
                f"The name {wished} is taken; send the code again with another one.", field="username"
            )

    if pending.telegram is not None:
        await keep_link(tx, user_id, pending.telegram)
    await registrations.delete_registration(tx, pending.id)
    return await sign_in_member(tx, Proof(user_id, ("otp",)), device=device, admit=admit, site=site)


async def username_is_free(tx: Tx, username: str) -> bool:
    """Whether a name is still to be had; names of members are public anyway."""
    return not await members.username_exists(tx, username)


async def _purpose(tx: Tx, email: str) -> tuple[Purpose, UserId | None]:
    known = await users.credentials(tx, email)
    # Asked in either case, so that a known address costs no more than an unknown one.
    member = await members.member_of_user(tx, known.user_id or UserId(UUID(int=0)))
    if known.user_id is None:
        return Purpose.NEW_USER, None
    return (Purpose.NEW_MEMBER if member is None else Purpose.ALREADY_KNOWN), known.user_id


def _owe_code(tx: Tx, vault: Vault, pending: Pending, code: str) -> None:
    template = TEMPLATES[pending.purpose]
    fields = {} if template is Template.ALREADY_REGISTERED else {"code": code, "username": pending.username}
    post.owe(tx, vault, MailOrder(template=template, to=pending.email, locale=pending.locale, fields=fields))
