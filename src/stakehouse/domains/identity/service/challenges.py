"""Challenges: who has to prove more than the password, and whether what they answer proves it."""

import base64
import hashlib
import hmac
import secrets
from binascii import Error as NotBase64
from datetime import datetime, timedelta

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import ChallengeOver, InvalidCode, MethodUnavailable
from stakehouse.domains.identity.service import post, recovery, totp
from stakehouse.domains.identity.store import challenges as store
from stakehouse.domains.identity.store import factors, sessions
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
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.errors import Refusal, StepUpRequired
from stakehouse.kernel.ids import SessionId, UserId, new_id

TRIES_WINDOW = timedelta(minutes=15)
CODES_WINDOW = timedelta(minutes=5)
TOKEN_BYTES = 32
CODE_PURPOSE = "identity.factor_code"
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
    refused = await _check(tx, found, found.user_id, reply, rules.second_methods(held), vault=vault)
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
    user_id, session_id = _caller(tx)
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
    user_id, session_id = _caller(tx)
    held = await factors.holdings(tx, user_id, site.rp_id)
    methods = rules.step_up_methods(held, is_embedded=site.is_embedded)
    if not methods:
        raise MethodUnavailable("Set up a second factor first; sign in again to do so.")
    return await _ask(tx, ChallengePurpose.STEP_UP, audience, user_id, methods=methods, session_id=session_id)


async def answer_step_up(
    tx: Tx, challenge: str, reply: Reply, *, audience: SessionAudience, site: Site, vault: Vault
) -> datetime | Refusal:
    """Notes with the session that its person proved who they are; answers until when that counts.

    A refusal is returned, not raised: the try it used up must be kept by the commit.
    """
    user_id, session_id = _caller(tx)
    found = await _find(tx, challenge, ChallengePurpose.STEP_UP, audience)
    proofs = await sessions.proofs_of(tx, session_id)
    if found is None or proofs is None or found.session_id != session_id:
        return _over()
    held = await factors.holdings(tx, user_id, site.rp_id)
    methods = rules.step_up_methods(held, is_embedded=site.is_embedded)
    refused = await _check(tx, found, user_id, reply, methods, vault=vault)
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
    if method is not Method.EMAIL or method not in usable:
        raise _unavailable()

    code = new_code()
    until = tx.now + rules.CODE_LIFETIME
    await store.set_code(tx, found.id, method, _code_digest(vault, found, code), until)
    post.owe(
        tx,
        vault,
        MailOrder(
            template=Template.SECOND_FACTOR_CODE, to=held.email, locale=held.locale, fields={"code": code}
        ),
    )
    return rules.masked_email(held.email)


async def asked_user(tx: Tx, challenge: str) -> UserId | None:
    """Whom a challenge asks, if it still may be answered: whose tries are counted."""
    found = await store.open_challenge(tx, _digest(challenge), is_locked=False)
    return None if found is None else found.user_id


def new_code() -> str:
    """A code of six digits."""
    return f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}d}"


async def _ask(
    tx: Tx,
    purpose: ChallengePurpose,
    audience: SessionAudience,
    user_id: UserId,
    *,
    methods: tuple[Method, ...],
    session_id: SessionId | None = None,
    first_methods: tuple[str, ...] = (),
) -> Asked:
    token = secrets.token_bytes(TOKEN_BYTES)
    until = tx.now + rules.CHALLENGE_LIFETIME
    challenge = Challenge(
        id=new_id(),
        purpose=purpose,
        audience=audience,
        user_id=user_id,
        session_id=session_id,
        first_methods=first_methods,
        passkey_challenge=None,
        sent_by=None,
        code_digest=None,
        code_until=None,
        tries_left=rules.CODE_TRIES,
        created_at=tx.now,
    )
    await store.add_challenge(tx, challenge, digest=hashlib.sha256(token).digest(), expires_at=until)
    text = base64.urlsafe_b64encode(token).rstrip(b"=").decode()
    return Asked(text, methods, None, until)


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
    vault: Vault,
) -> Refusal | None:
    """Uses the challenge up if the reply proves the person; a try otherwise."""
    if reply.method not in methods:
        return _unavailable()
    if await _proves(tx, challenge, user_id, reply, vault=vault):
        await store.use_up(tx, challenge.id)
        return None
    await store.use_try(tx, challenge.id)
    return InvalidCode("This does not fit, or was used before; try again.", field="code")


async def _proves(tx: Tx, challenge: Challenge, user_id: UserId, reply: Reply, *, vault: Vault) -> bool:
    match reply.method:
        case Method.EMAIL | Method.SMS:
            return _fits_sent_code(vault, challenge, reply, tx.now)
        case Method.PASSWORD:
            return reply.password_fits
        case Method.TOTP:
            return await totp.accepts(tx, user_id, reply.code, vault)
        case Method.RECOVERY_CODE:
            return await recovery.accepts(tx, user_id, reply.code, vault)
        case Method.PASSKEY:
            return False


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


def _caller(tx: Tx) -> tuple[UserId, SessionId]:
    assert tx.actor.user_id is not None, "the guard let a person in"
    assert tx.actor.session_id is not None, "who came by a session"
    return UserId(tx.actor.user_id), SessionId(tx.actor.session_id)


def _over() -> ChallengeOver:
    return ChallengeOver("This took too long or was tried too often; begin again.")


def _unavailable() -> MethodUnavailable:
    return MethodUnavailable("You cannot prove yourself in this way; choose another.", field="method")
