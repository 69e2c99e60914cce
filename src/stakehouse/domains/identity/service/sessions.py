"""Sessions: opened, continued by a refresh token, listed, ended."""

import base64
import hashlib
import hmac
import secrets
from binascii import Error as NotBase64
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import asyncpg

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import SessionEnded, SessionNotFound
from stakehouse.domains.identity.service import post
from stakehouse.domains.identity.store import members, memberships, users
from stakehouse.domains.identity.store import sessions as store
from stakehouse.domains.identity.types import (
    Device,
    LiveSession,
    MailOrder,
    PastSession,
    Session,
    SessionAudience,
    SessionPurpose,
    SessionSettings,
    SignedIn,
    SpentToken,
    Template,
)
from stakehouse.domains.tenancy import setting
from stakehouse.events.identity import MemberSignedIn, RefreshTokenReused
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import deferred
from stakehouse.infra.rate_limit import network_of
from stakehouse.infra.tx import Tx, enqueue_all
from stakehouse.kernel.ids import MemberId, SessionId, UserId

CHANNEL = "session_ended"
"""The signal after which every process looks for sessions that ended."""

END_JOB = "identity.end_sessions"
"""Ends the sessions of a person in a tenant other than the one in which they caused it."""

NOTICE_JOB = "identity.tell_new_device"
DEVICES_REMEMBERED = timedelta(days=90)

TOKEN_BYTES = 32
SUCCESSOR_PURPOSE = "identity.refresh"
SESSIONS_SHOWN = 100
PAYOUT_METHODS = ("payout",)


@dataclass(frozen=True, slots=True)
class EndSessions:
    """The arguments of the job that ends a person's sessions."""

    user_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class NewDevice:
    """The arguments of the job that tells a person of a device."""

    session_id: UUID


async def open_member_session(
    tx: Tx,
    user_id: UserId,
    member_id: MemberId,
    *,
    methods: tuple[str, ...],
    device: Device,
    is_stepped_up: bool = False,
) -> SignedIn:
    """Opens a member's session at the player's face."""
    settings = await setting(tx, SessionSettings)
    is_new = settings.new_device_notice and await _is_new_device(tx, user_id, device)
    opened = await _open(
        tx,
        user_id,
        member_id=member_id,
        audience=SessionAudience.PLAYER,
        methods=methods,
        device=device,
        is_stepped_up=is_stepped_up,
    )
    await members.note_sign_in(tx, member_id)

    if is_new:
        tx.defer(deferred(NOTICE_JOB, NewDevice(opened.session_id)))
    tx.tell(MemberSignedIn(member_id=member_id, session_id=opened.session_id, methods=methods))
    return opened


async def open_staff_session(
    tx: Tx, user_id: UserId, *, methods: tuple[str, ...], device: Device, is_stepped_up: bool = False
) -> SignedIn:
    """Opens a session at the staff's face; whether the user is staff is for access to say."""
    return await _open(
        tx,
        user_id,
        member_id=None,
        audience=SessionAudience.STAFF,
        methods=methods,
        device=device,
        is_stepped_up=is_stepped_up,
    )


async def open_payout_session(tx: Tx, user_id: UserId, member_id: MemberId, *, device: Device) -> SignedIn:
    """Opens the short session of a member who is kept out of play and comes to be paid out.

    It has no refresh token, so it ends with its first access token.
    """
    until = tx.now + rules.PAYOUT_SESSION_LIFETIME
    session_id = await store.add_session(
        tx,
        user_id=user_id,
        member_id=member_id,
        audience=SessionAudience.PLAYER,
        methods=PAYOUT_METHODS,
        device=device,
        stepped_up_at=None,
        expires_at=until,
        purpose=SessionPurpose.PAYOUT,
    )
    return SignedIn(session_id, user_id, member_id, SessionAudience.PLAYER, PAYOUT_METHODS, "", until)


async def refresh(
    tx: Tx, token: str, audience: SessionAudience, *, device: Device, vault: Vault
) -> SignedIn | SessionEnded:
    """Continues a session: spends its refresh token and answers the next one.

    A spent token that comes back within ten seconds from the same client gets the same successor
    again; any other way it comes back ends the session and tells the user. The refusal is returned,
    not raised: that the session ended must be kept by the commit.
    """
    presented = _token_bytes(token)
    if presented is None:
        return _ended()
    client = _client(device)
    successor = vault.digest(SUCCESSOR_PURPOSE, presented)
    idle = rules.idle_limit(await setting(tx, SessionSettings), audience)
    seen_since = None if idle is None else tx.now - idle
    claimed = await store.claim_refresh_token(
        tx, _digest(presented), audience, client=client, seen_since=seen_since
    )
    if claimed is None:
        return await _refresh_again(tx, presented, audience, device=device, successor=successor, vault=vault)

    session_id, generation = claimed
    user_id, member_id, methods, session_until = await store.touch_session(tx, session_id, device)
    until = min(tx.now + rules.REFRESH_LIFETIME, session_until)
    await store.add_refresh_token(
        tx, session_id, generation=generation + 1, digest=_digest(successor), expires_at=until
    )
    return SignedIn(session_id, user_id, member_id, audience, methods, _token_text(successor), until)


async def sign_out(tx: Tx, token: str, audience: SessionAudience) -> None:
    """Ends the session that a refresh token belongs to; harmless if there is none."""
    presented = _token_bytes(token)
    if presented is None:
        return
    session_id = await store.session_of_token(tx, _digest(presented), audience)
    if session_id is None:
        return
    session = await store.live_session(tx, session_id)
    if session is not None:
        await end_sessions(tx, session.user_id, reason="signed out", only=session_id)


async def sessions(tx: Tx, audience: SessionAudience) -> list[Session]:
    """The caller's live sessions at a face, the one seen last first."""
    return await store.sessions_of(tx, _caller(tx), audience, SESSIONS_SHOWN)


async def sessions_of(tx: Tx, user_id: UserId, audience: SessionAudience) -> list[Session]:
    """A person's live sessions at a face of this tenant, the one seen last first: for its staff."""
    return await store.sessions_of(tx, user_id, audience, SESSIONS_SHOWN)


async def sessions_between(
    tx: Tx, members: Collection[MemberId], since: datetime, until: datetime
) -> dict[MemberId, list[PastSession]]:
    """The sessions of members that were open within a time: from where somebody played."""
    return await store.sessions_between(tx, members, since, until)


async def end_session(tx: Tx, session_id: UUID, audience: SessionAudience) -> None:
    """Ends one of the caller's sessions.

    Raises:
        SessionNotFound: no live session of that id is the caller's.
    """
    ended = await end_sessions(
        tx, _caller(tx), reason="ended by its owner", audience=audience, only=session_id
    )
    if ended == 0:
        raise SessionNotFound("There is no such session; it may have ended already.")


async def end_other_sessions(tx: Tx, audience: SessionAudience) -> int:
    """Ends the caller's sessions at a face except the present one; answers how many."""
    return await end_sessions(
        tx, _caller(tx), reason="ended by its owner", audience=audience, but=tx.actor.session_id
    )


async def end_sessions(
    tx: Tx,
    user_id: UserId,
    *,
    reason: str,
    audience: SessionAudience | None = None,
    only: UUID | None = None,
    but: UUID | None = None,
) -> int:
    """Ends live sessions of a user in this tenant, refused everywhere within a second.

    Args:
        tx: the transaction.
        user_id: whose.
        reason: kept with the session.
        audience: only those at one face.
        only: only this one.
        but: all but this one.

    Returns:
        How many ended.
    """
    ended = await store.end_sessions(tx, user_id, reason, audience=audience, only=only, but=but)
    if ended:
        tx.signal(CHANNEL)
    return ended


async def end_sessions_everywhere(tx: Tx, user_id: UserId, *, reason: str, but: UUID | None = None) -> None:
    """Ends a person's sessions at every face of every tenant: their sign-in itself changed.

    Those of this tenant end with this commit; each other tenant the person is known in is owed a job.

    Args:
        tx: the transaction.
        user_id: whose.
        reason: kept with the sessions.
        but: all but this one.
    """
    await end_sessions(tx, user_id, reason=reason, but=but)
    owed = deferred(END_JOB, EndSessions(user_id, reason))
    for tenant_id in await memberships.tenants_of(tx, user_id):
        if tenant_id != tx.tenant_id:
            await enqueue_all(tx.conn, tenant_id, [owed])


async def live_session(tx: Tx, session_id: UUID) -> LiveSession | None:
    """A session that has not ended: what the gate asks about a token it does not remember."""
    return await store.live_session(tx, session_id)


async def ended_lately(connection: asyncpg.Connection, seconds: float) -> list[SessionId]:
    """The sessions of all tenants that ended in the last seconds; every process looks twice a second."""
    return await store.ended_lately(connection, seconds)


async def _open(
    tx: Tx,
    user_id: UserId,
    *,
    member_id: MemberId | None,
    audience: SessionAudience,
    methods: tuple[str, ...],
    device: Device,
    is_stepped_up: bool,
) -> SignedIn:
    settings = await setting(tx, SessionSettings)
    days = settings.full_days if audience is SessionAudience.PLAYER else settings.staff_full_days
    lifetime = timedelta(days=days)
    token = secrets.token_bytes(TOKEN_BYTES)
    until = tx.now + min(rules.REFRESH_LIFETIME, lifetime)
    session_id = await store.add_session(
        tx,
        user_id=user_id,
        member_id=member_id,
        audience=audience,
        methods=methods,
        device=device,
        stepped_up_at=tx.now if is_stepped_up else None,
        expires_at=tx.now + lifetime,
    )
    await store.add_refresh_token(tx, session_id, generation=1, digest=_digest(token), expires_at=until)
    return SignedIn(session_id, user_id, member_id, audience, methods, _token_text(token), until)


async def _is_new_device(tx: Tx, user_id: UserId, device: Device) -> bool:
    """Whether a person who was here before comes from a device or place that was not seen."""
    seen = await store.devices_seen(tx, user_id, tx.now - DEVICES_REMEMBERED)
    here = (device.name, network_of(device.address))
    return bool(seen) and here not in {(known.name, network_of(known.address)) for known in seen}


async def _refresh_again(
    tx: Tx, presented: bytes, audience: SessionAudience, *, device: Device, successor: bytes, vault: Vault
) -> SignedIn | SessionEnded:
    spent = await store.spent_token(tx, _digest(presented), audience)
    if spent is None:
        return _ended()
    if not rules.may_repeat(spent, client=_client(device), now=tx.now):
        await _end_family(tx, spent, device, vault)
        return _ended()
    # A master key that changed in these ten seconds derives another successor; it would not count.
    if not hmac.compare_digest(spent.head_digest, _digest(successor)):
        return _ended()
    user_id, member_id, methods, _until = await store.touch_session(tx, spent.session_id, device)
    return SignedIn(
        spent.session_id, user_id, member_id, audience, methods, _token_text(successor), spent.head_until
    )


async def _end_family(tx: Tx, spent: SpentToken, device: Device, vault: Vault) -> None:
    session = await store.live_session(tx, spent.session_id)
    if session is None:
        return
    await end_sessions(tx, session.user_id, reason="refresh token reused", only=spent.session_id)

    person = await users.email_of(tx, session.user_id)
    if person is not None:
        fields = {"address": device.address}
        order = MailOrder(template=Template.SESSION_ENDED, to=person[0], locale=person[1], fields=fields)
        post.owe(tx, vault, order)
    tx.tell(RefreshTokenReused(user_id=session.user_id, session_id=spent.session_id, address=device.address))


def _caller(tx: Tx) -> UserId:
    assert tx.actor.user_id is not None, "the guard let in nobody but a signed-in person"
    return UserId(tx.actor.user_id)


def _client(device: Device) -> bytes:
    return hashlib.sha256(f"{device.name}\0{device.address}".encode()).digest()


def _digest(token: bytes) -> bytes:
    return hashlib.sha256(token).digest()


def _token_text(token: bytes) -> str:
    return base64.urlsafe_b64encode(token).rstrip(b"=").decode()


def _token_bytes(text: str) -> bytes | None:
    try:
        token = base64.b64decode(text + "=", altchars=b"-_", validate=True)
    except (NotBase64, ValueError):
        return None
    return token if len(token) == TOKEN_BYTES else None


def _ended() -> SessionEnded:
    return SessionEnded("This session has ended; sign in again.")


async def origin_of(tx: Tx, session_id: UUID) -> Device | None:
    """What a session began from: the client's own words about itself, and its address."""
    return await store.origin_of(tx, session_id)
