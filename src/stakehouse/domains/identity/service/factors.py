"""Second factors: set up, confirmed, taken away, listed; and the reset for those who lost them."""

from collections.abc import Mapping
from uuid import UUID

import phonenumbers

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    ChallengeOver,
    FactorExists,
    FactorNotFound,
    InvalidCode,
    InvalidPhone,
    LastFactor,
    MethodUnavailable,
)
from stakehouse.domains.identity.ports import Obligation
from stakehouse.domains.identity.service import challenges, passkeys, post, recovery, totp, webauthn
from stakehouse.domains.identity.service.sessions import end_sessions_everywhere
from stakehouse.domains.identity.store import factors as store
from stakehouse.domains.identity.store import passkeys as keys
from stakehouse.domains.identity.store import sessions
from stakehouse.domains.identity.types import (
    Added,
    Asked,
    MailOrder,
    Method,
    Security,
    SessionAudience,
    Site,
    Template,
)
from stakehouse.domains.tenancy import profile
from stakehouse.events.identity import FactorAdded, FactorRemoved, FactorsReset
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import ActorKind
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import PLATFORM, UserId

NAMES = {
    Method.TOTP: "Authenticator app",
    Method.SMS: "Code by SMS",
    Method.EMAIL: "Code by e-mail",
    Method.PASSKEY: "Passkey",
}
"""How mails call them."""

PASSKEYS_MAX = 20


async def security(tx: Tx, *, site: Site, vault: Vault, obligation: Obligation) -> Security:
    """What the caller has set up, and what they could."""
    user_id = challenges.caller(tx)
    held = await store.holdings(tx, user_id, site.rp_id)
    found = [factor for factor in await store.factors_of(tx, user_id) if factor.confirmed_at is not None]
    phone = next((factor.secret for factor in found if factor.kind is Method.SMS), None)
    return Security(
        factors=tuple(found),
        email=rules.masked_email(held.email) if held.email else "",
        phone="" if phone is None else rules.masked_phone(challenges.opened_phone(vault, phone)),
        passkeys=tuple(await keys.passkeys_of(tx, user_id, site.rp_id)),
        recovery_codes=held.recovery_codes,
        is_mandatory=await obligation(tx, user_id),
        takes_passkeys=webauthn.takes_passkeys(site),
        sends_sms=site.sends_sms,
    )


async def begin_totp(tx: Tx, *, vault: Vault) -> totp.NewKey:
    """Makes a key for the caller's authenticator app.

    Raises:
        FactorExists: an app is set up; it has to be removed first.
    """
    user_id = challenges.caller(tx)
    house = (await profile(tx)).branding.name
    held = await store.holdings(tx, user_id, "")
    return await totp.begin(tx, user_id, account=held.email or tx.actor.name, issuer=house, vault=vault)


async def confirm_totp(tx: Tx, code: str, *, vault: Vault) -> Added:
    """Sets up the app whose code shows that it has the key.

    Raises:
        FactorNotFound: nothing was begun.
        InvalidCode: the code is not of that key.
    """
    await totp.confirm(tx, challenges.caller(tx), code, vault)
    return await _added(tx, Method.TOTP, vault=vault, is_proved=True)


async def add_email(tx: Tx, *, vault: Vault) -> Added:
    """Lets a code to the confirmed address be the caller's second factor.

    Raises:
        MethodUnavailable: there is no address.
        FactorExists: it is set up already.
    """
    user_id = challenges.caller(tx)
    if not (await store.holdings(tx, user_id, "")).email:
        raise MethodUnavailable("There is no address to send codes to.")
    if not await store.add_confirmed(tx, user_id, Method.EMAIL):
        raise FactorExists("Codes by e-mail are set up already.")
    return await _added(tx, Method.EMAIL, vault=vault, is_proved=False)


async def begin_sms(
    tx: Tx, number: str, *, country: str | None, audience: SessionAudience, site: Site, vault: Vault
) -> Asked:
    """Sends a code to a telephone, whose return makes it the caller's second factor.

    Raises:
        MethodUnavailable: the house sends no text messages.
        InvalidPhone: no telephone that text messages reach.
        FactorExists: a telephone is set up; it has to be removed first.
    """
    user_id, session_id = challenges.caller_session(tx)
    if not site.sends_sms:
        raise MethodUnavailable("This house sends no text messages.")
    phone = _normalised(number, country)
    sealed = vault.seal(PLATFORM, challenges.PHONE_PURPOSE, phone.encode())
    if not await store.put_unconfirmed(tx, user_id, Method.SMS, sealed):
        raise FactorExists("A telephone is set up already; remove it first.")
    return await challenges.ask_for_phone(tx, user_id, session_id, phone, audience=audience, vault=vault)


async def confirm_sms(
    tx: Tx, challenge: str, code: str, *, audience: SessionAudience, vault: Vault
) -> Added | Refusal:
    """Sets up the telephone whose code came back.

    A refusal is returned, not raised: the try it used up must be kept by the commit.
    """
    user_id = challenges.caller(tx)
    refused = await challenges.answer_phone(tx, challenge, code, audience=audience, vault=vault)
    if refused is not None:
        return refused
    found = await store.factor(tx, user_id, Method.SMS)
    if found is None or found.secret is None:
        return FactorNotFound("Begin with the number of the telephone.")
    if not await store.confirm(tx, user_id, Method.SMS, secret=found.secret):
        return FactorNotFound("Begin with the number of the telephone.")
    return await _added(tx, Method.SMS, vault=vault, is_proved=True)


async def begin_passkey(tx: Tx, *, audience: SessionAudience, site: Site) -> Asked:
    """What the browser needs to make a passkey for the caller.

    Raises:
        MethodUnavailable: the site has no name, only an address; or there are too many.
    """
    user_id, session_id = challenges.caller_session(tx)
    if not webauthn.takes_passkeys(site):
        raise MethodUnavailable("Passkeys need a house with a name; this one was reached by its address.")
    known = await keys.passkeys_of(tx, user_id, site.rp_id)
    if len(known) >= PASSKEYS_MAX:
        raise MethodUnavailable("You have as many passkeys as one can have; remove one first.")
    return await challenges.ask_for_new_passkey(tx, user_id, session_id, audience=audience, site=site)


async def add_passkey(
    tx: Tx,
    challenge: str,
    answer: Mapping[str, object],
    *,
    name: str,
    audience: SessionAudience,
    site: Site,
    vault: Vault,
) -> Added | Refusal:
    """Keeps the passkey that the browser made.

    A refusal is returned, not raised: the challenge is used up in either case.
    """
    user_id, session_id = challenges.caller_session(tx)
    asked = await challenges.take_registration(tx, challenge, session_id, audience=audience)
    if asked is None:
        return ChallengeOver("This took too long; begin again.")
    made = await passkeys.keep(tx, user_id, answer, name=name, site=site, challenge=asked)
    if made is None:
        return InvalidCode("The browser's answer does not fit; begin again.", field="passkey")
    return await _added(tx, Method.PASSKEY, vault=vault, is_proved=True)


async def remove_factor(tx: Tx, kind: Method, *, vault: Vault, obligation: Obligation) -> None:
    """Takes a factor of the caller away; without any left, the recovery codes go too.

    Raises:
        FactorNotFound: it is not set up.
        LastFactor: the caller's work needs one, and this is the last.
    """
    user_id = challenges.caller(tx)
    if not await store.remove(tx, user_id, kind):
        raise FactorNotFound("This is not set up.")
    await _removed(tx, user_id, kind, NAMES[kind], vault=vault, obligation=obligation)


async def remove_passkey(tx: Tx, passkey_id: UUID, *, vault: Vault, obligation: Obligation) -> None:
    """Takes a passkey of the caller away.

    Raises:
        FactorNotFound: there is no such passkey.
        LastFactor: the caller's work needs a factor, and this is the last.
    """
    user_id = challenges.caller(tx)
    name = await keys.remove(tx, user_id, passkey_id)
    if name is None:
        raise passkeys.not_found()
    await _removed(tx, user_id, Method.PASSKEY, name, vault=vault, obligation=obligation)


async def rename_passkey(tx: Tx, passkey_id: UUID, name: str) -> None:
    """Gives a passkey of the caller another name.

    Raises:
        FactorNotFound: there is no such passkey.
    """
    await passkeys.rename(tx, challenges.caller(tx), passkey_id, name)


async def renew_recovery_codes(tx: Tx, *, vault: Vault) -> list[str]:
    """Makes ten new recovery codes for the caller; the earlier ones no longer count.

    Raises:
        FactorNotFound: there is no second factor that they could stand in for.
    """
    user_id = challenges.caller(tx)
    held = await store.holdings(tx, user_id, "")
    if not held.kinds and not held.passkeys:
        raise FactorNotFound("Set up a second factor first.")
    return await recovery.renew(tx, user_id, vault)


async def reset_factors(tx: Tx, user_id: UserId, *, reason: str) -> int:
    """Takes all second factors of a person away who lost them, ends their sessions and tells them.

    Returns:
        How many factors there were.
    """
    removed = await store.remove_all(tx, user_id)
    count = len(removed) + await keys.remove_all(tx, user_id)
    await store.replace_recovery_codes(tx, user_id, [])
    await end_sessions_everywhere(tx, user_id, reason="second factors reset")

    post.owe_plain(tx, user_id, Template.FACTORS_RESET)
    before, after = {"factors": count}, {"factors": 0}
    tx.record(AuditEntry("user.factors_reset", "user", user_id, reason, before=before, after=after))
    tx.tell(FactorsReset(user_id=user_id, factors=count))
    return count


async def _added(tx: Tx, kind: Method, *, vault: Vault, is_proved: bool) -> Added:
    user_id, session_id = challenges.caller_session(tx)
    held = await store.holdings(tx, user_id, "")
    codes = await recovery.renew(tx, user_id, vault) if not held.recovery_codes else []
    proofs = await sessions.proofs_of(tx, session_id)
    if is_proved and proofs is not None:
        await sessions.step_up(tx, session_id, rules.proved_with(proofs.methods, kind))

    await _write(tx, Template.FACTOR_ADDED, NAMES[kind], user_id, vault)
    _record(tx, AuditEntry("user.factor_added", "user", user_id, after={"factor": kind.value}))
    tx.tell(FactorAdded(user_id=user_id, method=kind.value))
    return Added(kind, tuple(codes))


async def _removed(
    tx: Tx, user_id: UserId, kind: Method, name: str, *, vault: Vault, obligation: Obligation
) -> None:
    held = await store.holdings(tx, user_id, "")
    if not held.kinds and not held.passkeys:
        if await obligation(tx, user_id):
            raise LastFactor("Your work here needs a second factor; set up another one first.")
        await store.replace_recovery_codes(tx, user_id, [])

    await _write(tx, Template.FACTOR_REMOVED, name, user_id, vault)
    _record(tx, AuditEntry("user.factor_removed", "user", user_id, before={"factor": kind.value}))
    tx.tell(FactorRemoved(user_id=user_id, method=kind.value))


async def _write(tx: Tx, template: Template, factor: str, user_id: UserId, vault: Vault) -> None:
    held = await store.holdings(tx, user_id, "")
    if held.email:
        fields = {"factor": factor, "address": tx.actor.address}
        post.owe(tx, vault, MailOrder(template=template, to=held.email, locale=held.locale, fields=fields))


def _record(tx: Tx, entry: AuditEntry) -> None:
    if tx.actor.kind is ActorKind.STAFF:
        tx.record(entry)


def _normalised(number: str, country: str | None) -> str:
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException as error:
        raise _invalid_phone() from error
    reached = {
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    }
    if not phonenumbers.is_valid_number(parsed) or phonenumbers.number_type(parsed) not in reached:
        raise _invalid_phone()
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _invalid_phone() -> InvalidPhone:
    return InvalidPhone(
        "Give a mobile number with its country code, such as +49 1512 3456789.", field="phone"
    )
