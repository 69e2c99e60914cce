"""Challenges: who has to prove more than the password, and whether what they answer proves it."""

import base64
import hashlib
import hmac
import secrets
from binascii import Error as NotBase64
from collections.abc import Mapping
from datetime import datetime, timedelta

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import ChallengeOver, InvalidCode, MethodUnavailable
from stakehouse.domains.identity.service import passkeys, post, recovery, totp, webauthn
from stakehouse.domains.identity.store import challenges as store
from stakehouse.domains.identity.store import factors, sessions
from stakehouse.domains.identity.store import passkeys as store_of_passkeys
from stakehouse.domains.identity.types import (
    Asked,
    Challenge,
    ChallengePurpose,
    MailOrder,
    Method,
    Passed,
    Proof,
    Reply,
    SessionAudience,
    Site,
    Template,
)
from stakehouse.domains.tenancy import profile
from stakehouse.events.identity import RecoveryCodeUsed
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.errors import Refusal, StepUpRequired
from stakehouse.kernel.ids import PLATFORM, SessionId, UserId, new_id

TRIES_WINDOW = timedelta(minutes=15)
CODES_WINDOW = timedelta(minutes=5)
TOKEN_BYTES = 32
CODE_PURPOSE = "identity.factor_code"
PHONE_PURPOSE = "identity.phone"
NOWHERE = Site("", "")
"""Of use cases that do not know which site they serve: no passkey is of it."""


async def second_step(tx: Tx, proof: Proof, *, audience: SessionAudience, site: Site) -> Asked | Passed:
    """Whether a person who proved the first step of a sign-in has to prove a second one."""
    held = await factors.holdings(tx, proof.user_id, site.rp_id)
    if rules.SECOND_FACTOR_METHOD in proof.methods:
        return Passed(is_stepped_up=True)
    methods = rules.second_methods(held)
    if not methods:
        return Passed(is_stepped_up=rules.waives_second_factor(held, is_embedded=site.is_embedded))
    return await _ask(
        tx,
        ChallengePurpose.SIGN_IN,
        audience,
        proof.user_id,
        methods=methods,
        first_methods=proof.methods,
        site=site,
    )


async def answer_second_step(
    tx: Tx, challenge: str, reply: Reply, *, audience: SessionAudience, site: Site, vault: Vault
) -> Proof | Refusal:
    """What a person proved with both steps of a sign-in.

    A refusal is returned, not raised: the try it used up must be kept by the commit.
    """
    found = await _find(tx, challenge, ChallengePurpose.SIGN_IN, audience)
    if found is None:
        return _over()
    assert found.user_id is not None, "the first step told who it is"
    held = await factors.holdings(tx, found.user_id, site.rp_id)
    methods = rules.second_methods(held)
    refused = await _check(tx, found, found.user_id, reply, methods, site=site, vault=vault)
    if refused is not None:
        return refused
    return Proof(found.user_id, rules.proved_with(found.first_methods, reply.method))


async def demand_step_up(tx: Tx, site: Site = NOWHERE, *, takes_fresh_sign_in: bool = False) -> None:
    """Lets the caller pass who proved within the last ten minutes that it is them.

    Args:
        tx: the transaction.
        site: where the request came in.
        takes_fresh_sign_in: whether a session that began just now will do as well.

    Raises:
        StepUpRequired: it is longer ago; says by which methods they can do it again.
    """
    if tx.actor.session_id is None:
        # A job or the command line: there is no session that somebody else could have got hold of.
        return
    user_id, session_id = caller_session(tx)
    proofs = await sessions.proofs_of(tx, session_id)
    if proofs is not None and (
        rules.is_recent(proofs.stepped_up_at, tx.now)
        or (takes_fresh_sign_in and rules.is_recent(proofs.signed_in_at, tx.now))
    ):
        return
    held = await factors.holdings(tx, user_id, site.rp_id)
    methods = rules.step_up_methods(held, is_embedded=site.is_embedded)
    raise StepUpRequired(
        "Prove once more that it is you, then repeat this."
        if methods
        else "Set up a second factor first; sign in again to do so.",
        facts={"methods": [method.value for method in methods]},
    )


async def start_step_up(tx: Tx, *, audience: SessionAudience, site: Site) -> Asked:
    """Asks the caller to prove once more that it is them.

    Raises:
        MethodUnavailable: there is no way in which they could.
    """
    user_id, session_id = caller_session(tx)
    held = await factors.holdings(tx, user_id, site.rp_id)
    methods = rules.step_up_methods(held, is_embedded=site.is_embedded)
    if not methods:
        raise MethodUnavailable("Set up a second factor first; sign in again to do so.")
    return await _ask(
        tx, ChallengePurpose.STEP_UP, audience, user_id, methods=methods, session_id=session_id, site=site
    )


async def answer_step_up(
    tx: Tx, challenge: str, reply: Reply, *, audience: SessionAudience, site: Site, vault: Vault
) -> datetime | Refusal:
    """Notes with the session that its person proved who they are; answers until when that counts.

    A refusal is returned, not raised: the try it used up must be kept by the commit.
    """
    user_id, session_id = caller_session(tx)
    found = await _find(tx, challenge, ChallengePurpose.STEP_UP, audience)
    proofs = await sessions.proofs_of(tx, session_id)
    if found is None or proofs is None or found.session_id != session_id:
        return _over()
    held = await factors.holdings(tx, user_id, site.rp_id)
    methods = rules.step_up_methods(held, is_embedded=site.is_embedded)
    refused = await _check(tx, found, user_id, reply, methods, site=site, vault=vault)
    if refused is not None:
        return refused
    is_factor = reply.method in rules.second_methods(held)
    proved = rules.proved_with(proofs.methods, reply.method) if is_factor else proofs.methods
    await sessions.step_up(tx, session_id, proved)
    return tx.now + rules.STEP_UP_LIFETIME


async def send_code(
    tx: Tx, challenge: str, method: Method, *, audience: SessionAudience, site: Site, vault: Vault
) -> str:
    """Sends the code that a challenge will take, in place of one sent before; answers where to, masked.

    Raises:
        ChallengeOver: there is no such challenge to answer any more.
        MethodUnavailable: the person gets no codes in this way.
    """
    found = await store.open_challenge(tx, _digest(challenge), is_locked=True)
    if found is None or found.audience is not audience or found.user_id is None:
        raise _over()
    held = await factors.holdings(tx, found.user_id, site.rp_id)
    usable = (
        rules.step_up_methods(held, is_embedded=site.is_embedded)
        if found.purpose is ChallengePurpose.STEP_UP
        else rules.second_methods(held)
    )
    if method not in {Method.EMAIL, Method.SMS} or method not in usable:
        raise _unavailable()

    if method is Method.EMAIL:
        await _send(tx, found, method, to=held.email, locale=held.locale, vault=vault)
        return rules.masked_email(held.email)
    telephone = await factors.factor(tx, found.user_id, Method.SMS)
    if telephone is None or telephone.secret is None or not site.sends_sms:
        raise _unavailable()
    phone = opened_phone(vault, telephone.secret)
    await _send(tx, found, method, to=phone, locale=held.locale, vault=vault)
    return rules.masked_phone(phone)


async def asked_user(tx: Tx, challenge: str) -> UserId | None:
    """Whom a challenge asks, if it still may be answered: whose tries are counted."""
    found = await store.open_challenge(tx, _digest(challenge), is_locked=False)
    return None if found is None else found.user_id


def new_code() -> str:
    """A code of six digits."""
    return f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}d}"


async def start_passkey_sign_in(tx: Tx, *, audience: SessionAudience, site: Site) -> Asked:
    """Asks for a passkey before anybody knows whose it will be.

    Raises:
        MethodUnavailable: the site has no name, only an address.
    """
    if not webauthn.takes_passkeys(site):
        raise MethodUnavailable("Passkeys need a house with a name; this one was reached by its address.")
    return await _ask(
        tx, ChallengePurpose.PASSKEY_SIGN_IN, audience, None, methods=(Method.PASSKEY,), site=site
    )


async def answer_passkey_sign_in(
    tx: Tx,
    challenge: str,
    answer: Mapping[str, object],
    *,
    audience: SessionAudience,
    site: Site,
    vault: Vault,
) -> Proof | Refusal:
    """Who signed in with a passkey; the device has checked that it is its owner, so both steps are done.

    A refusal is returned, not raised: the challenge is used up in either case.
    """
    found = await _find(tx, challenge, ChallengePurpose.PASSKEY_SIGN_IN, audience)
    if found is None:
        return _over()
    await store.use_up(tx, found.id)
    user_id = await _passkey_owner(tx, found, answer, site=site, is_verified=True, vault=vault)
    if user_id is None:
        return InvalidCode("This passkey is not known here; sign in another way.", field="passkey")
    return Proof(user_id, rules.proved_with((), Method.PASSKEY))


async def ask_for_new_passkey(
    tx: Tx, user_id: UserId, session_id: SessionId, *, audience: SessionAudience, site: Site
) -> Asked:
    """A challenge for the browser that makes a passkey."""
    purpose = ChallengePurpose.PASSKEY_REGISTRATION
    return await _ask(
        tx, purpose, audience, user_id, methods=(Method.PASSKEY,), session_id=session_id, site=site
    )


async def take_registration(
    tx: Tx, challenge: str, session_id: SessionId, *, audience: SessionAudience
) -> bytes | None:
    """What a new passkey had to sign in this session; it is used up by this."""
    found = await _find(tx, challenge, ChallengePurpose.PASSKEY_REGISTRATION, audience)
    if found is None or found.session_id != session_id:
        return None
    await store.use_up(tx, found.id)
    in_time = tx.now - found.created_at < rules.PASSKEY_CHALLENGE_LIFETIME
    return found.passkey_challenge if in_time else None


async def ask_for_phone(
    tx: Tx, user_id: UserId, session_id: SessionId, phone: str, *, audience: SessionAudience, vault: Vault
) -> Asked:
    """Sends a code to a telephone and asks for it."""
    asked = await _ask(
        tx,
        ChallengePurpose.ENROL,
        audience,
        user_id,
        methods=(Method.SMS,),
        session_id=session_id,
        site=NOWHERE,
    )
    found = await _find(tx, asked.challenge, ChallengePurpose.ENROL, audience)
    assert found is not None, "it was asked just now"
    held = await factors.holdings(tx, user_id, "")
    await _send(tx, found, Method.SMS, to=phone, locale=held.locale, vault=vault)
    return asked


async def answer_phone(
    tx: Tx, challenge: str, code: str, *, audience: SessionAudience, vault: Vault
) -> Refusal | None:
    """Uses up the challenge of a telephone if its code came back; a try otherwise."""
    user_id, session_id = caller_session(tx)
    found = await _find(tx, challenge, ChallengePurpose.ENROL, audience)
    if found is None or found.session_id != session_id:
        return _over()
    reply = Reply(Method.SMS, code)
    return await _check(tx, found, user_id, reply, (Method.SMS,), site=NOWHERE, vault=vault)


def opened_phone(vault: Vault, sealed: bytes) -> str:
    """The telephone number that was sealed."""
    return vault.open(PLATFORM, PHONE_PURPOSE, sealed).decode()


async def _ask(
    tx: Tx,
    purpose: ChallengePurpose,
    audience: SessionAudience,
    user_id: UserId | None,
    *,
    methods: tuple[Method, ...],
    site: Site,
    session_id: SessionId | None = None,
    first_methods: tuple[str, ...] = (),
) -> Asked:
    token = secrets.token_bytes(TOKEN_BYTES)
    until = tx.now + rules.CHALLENGE_LIFETIME
    asks_passkey = Method.PASSKEY in methods
    challenge = Challenge(
        id=new_id(),
        purpose=purpose,
        audience=audience,
        user_id=user_id,
        session_id=session_id,
        first_methods=first_methods,
        passkey_challenge=secrets.token_bytes(TOKEN_BYTES) if asks_passkey else None,
        sent_by=None,
        code_digest=None,
        code_until=None,
        tries_left=rules.CODE_TRIES,
        created_at=tx.now,
    )
    await store.add_challenge(tx, challenge, digest=hashlib.sha256(token).digest(), expires_at=until)
    text = base64.urlsafe_b64encode(token).rstrip(b"=").decode()
    options = await _passkey_options(tx, challenge, site) if asks_passkey else None
    return Asked(text, methods, options, until)


async def _passkey_options(tx: Tx, challenge: Challenge, site: Site) -> dict[str, object]:
    assert challenge.passkey_challenge is not None, "a passkey is asked"
    user_id, asked = challenge.user_id, challenge.passkey_challenge
    known = () if user_id is None else await store_of_passkeys.passkeys_of(tx, user_id, site.rp_id)
    if challenge.purpose is ChallengePurpose.PASSKEY_REGISTRATION:
        assert user_id is not None, "somebody makes it"
        held = await factors.holdings(tx, user_id, site.rp_id)
        house = (await profile(tx)).branding.name
        account = held.email or tx.actor.name
        return webauthn.registration_options(
            site, user_id, account=account, house=house, known=known, challenge=asked
        )
    return webauthn.authentication_options(
        site,
        known=[passkey for passkey in known if passkey.distrusted_at is None],
        challenge=asked,
        is_verified=challenge.purpose is not ChallengePurpose.SIGN_IN,
    )


async def _send(tx: Tx, challenge: Challenge, method: Method, *, to: str, locale: str, vault: Vault) -> None:
    code = new_code()
    digest = _code_digest(vault, challenge, code)
    await store.set_code(tx, challenge.id, method, digest, tx.now + rules.CODE_LIFETIME)
    order = MailOrder(template=Template.SECOND_FACTOR_CODE, to=to, locale=locale, fields={"code": code})
    if method is Method.SMS:
        post.owe_sms(tx, vault, order)
    else:
        post.owe(tx, vault, order)


async def _find(
    tx: Tx, challenge: str, purpose: ChallengePurpose, audience: SessionAudience
) -> Challenge | None:
    found = await store.open_challenge(tx, _digest(challenge), is_locked=True)
    fits = found is not None and found.purpose is purpose and found.audience is audience
    return found if fits else None


async def _check(
    tx: Tx,
    challenge: Challenge,
    user_id: UserId,
    reply: Reply,
    methods: tuple[Method, ...],
    *,
    site: Site,
    vault: Vault,
) -> Refusal | None:
    """Uses the challenge up if the reply proves the person; a try otherwise."""
    if reply.method not in methods:
        return _unavailable()
    if await _proves(tx, challenge, user_id, reply, site=site, vault=vault):
        await store.use_up(tx, challenge.id)
        return None
    await store.use_try(tx, challenge.id)
    return InvalidCode("This does not fit, or was used before; try again.", field="code")


async def _proves(
    tx: Tx, challenge: Challenge, user_id: UserId, reply: Reply, *, site: Site, vault: Vault
) -> bool:
    match reply.method:
        case Method.EMAIL | Method.SMS:
            return _fits_sent_code(vault, challenge, reply, tx.now)
        case Method.PASSWORD:
            return reply.password_fits
        case Method.TOTP:
            return await totp.accepts(tx, user_id, reply.code, vault)
        case Method.RECOVERY_CODE:
            return await _proves_by_recovery_code(tx, user_id, reply.code, vault)
        case Method.PASSKEY:
            signed = await _passkey_owner(
                tx,
                challenge,
                reply.passkey,
                site=site,
                is_verified=challenge.purpose is ChallengePurpose.STEP_UP,
                vault=vault,
            )
            return signed == user_id


async def _passkey_owner(
    tx: Tx,
    challenge: Challenge,
    answer: Mapping[str, object] | None,
    *,
    site: Site,
    is_verified: bool,
    vault: Vault,
) -> UserId | None:
    asked = challenge.passkey_challenge
    if asked is None or tx.now - challenge.created_at >= rules.PASSKEY_CHALLENGE_LIFETIME:
        return None
    return await passkeys.owner_of(
        tx, answer, site=site, challenge=asked, is_verified=is_verified, vault=vault
    )


async def _proves_by_recovery_code(tx: Tx, user_id: UserId, code: str, vault: Vault) -> bool:
    if not await recovery.accepts(tx, user_id, code, vault):
        return False
    held = await factors.holdings(tx, user_id, "")
    if held.email:
        fields = {"left": str(held.recovery_codes), "address": tx.actor.address}
        order = MailOrder(
            template=Template.RECOVERY_CODE_USED, to=held.email, locale=held.locale, fields=fields
        )
        post.owe(tx, vault, order)
    tx.tell(RecoveryCodeUsed(user_id=user_id, left=held.recovery_codes))
    return True


def _fits_sent_code(vault: Vault, challenge: Challenge, reply: Reply, now: datetime) -> bool:
    digest = _code_digest(vault, challenge, reply.code)
    matches = hmac.compare_digest(challenge.code_digest or bytes(32), digest)
    in_time = challenge.code_until is not None and now < challenge.code_until
    return matches and in_time and challenge.sent_by is reply.method


def _code_digest(vault: Vault, challenge: Challenge, code: str) -> bytes:
    return vault.digest(CODE_PURPOSE, challenge.id.bytes + code.encode())


def _digest(challenge: str) -> bytes:
    try:
        token = base64.b64decode(challenge + "=", altchars=b"-_", validate=True)
    except (NotBase64, ValueError):
        token = b""
    return hashlib.sha256(token).digest()


def caller(tx: Tx) -> UserId:
    """Who is signed in."""
    return caller_session(tx)[0]


def caller_session(tx: Tx) -> tuple[UserId, SessionId]:
    """Who is signed in, and the session they came by."""
    assert tx.actor.user_id is not None, "the guard let a person in"
    assert tx.actor.session_id is not None, "who came by a session"
    return UserId(tx.actor.user_id), SessionId(tx.actor.session_id)


def _over() -> ChallengeOver:
    return ChallengeOver("This took too long or was tried too often; begin again.")


def _unavailable() -> MethodUnavailable:
    return MethodUnavailable("You cannot prove yourself in this way; choose another.", field="method")
