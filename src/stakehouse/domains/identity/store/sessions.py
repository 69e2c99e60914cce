"""The SQL of sessions and of the refresh tokens that continue them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, and_, delete, func, insert, select, update

from stakehouse.domains.identity.tables import members, refresh_tokens, session_endings, sessions, users
from stakehouse.domains.identity.types import (
    Device,
    LiveSession,
    Member,
    PastSession,
    Session,
    SessionAudience,
    SessionProofs,
    SessionPurpose,
    SpentToken,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, SessionId, UserId, new_id


async def add_session(
    tx: Tx,
    *,
    user_id: UserId,
    member_id: MemberId | None,
    audience: SessionAudience,
    methods: tuple[str, ...],
    device: Device,
    stepped_up_at: datetime | None,
    expires_at: datetime,
    purpose: SessionPurpose = SessionPurpose.ALL,
) -> SessionId:
    """Inserts a session."""
    session_id = SessionId(new_id())
    await tx.conn.execute(
        insert(sessions).values(
            tenant_id=tx.tenant_id,
            id=session_id,
            user_id=user_id,
            member_id=member_id,
            audience=audience.value,
            purpose=purpose.value,
            methods=list(methods),
            stepped_up_at=stepped_up_at,
            device=device.name,
            address=device.address,
            created_at=tx.now,
            last_seen_at=tx.now,
            expires_at=expires_at,
        )
    )
    return session_id


async def origin_of(tx: Tx, session_id: UUID) -> Device | None:
    """What a session began from."""
    query = select(sessions.c.device, sessions.c.address).where(
        sessions.c.tenant_id == tx.tenant_id, sessions.c.id == session_id
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else Device(row.device, row.address)


async def add_refresh_token(
    tx: Tx, session_id: SessionId, *, generation: int, digest: bytes, expires_at: datetime
) -> None:
    """Inserts a token of a session's family."""
    await tx.conn.execute(
        insert(refresh_tokens).values(
            tenant_id=tx.tenant_id,
            session_id=session_id,
            generation=generation,
            digest=digest,
            created_at=tx.now,
            expires_at=expires_at,
        )
    )


async def claim_refresh_token(
    tx: Tx, digest: bytes, audience: SessionAudience, *, client: bytes, seen_since: datetime | None
) -> tuple[SessionId, int] | None:
    """Spends a token in one atomic statement: its session and generation, or ``None``.

    A token that is unknown, spent, over, or of an ended session or another face is not touched, nor
    one of a session that gave no sign of life since a moment.
    """
    awake = [] if seen_since is None else [sessions.c.last_seen_at >= seen_since]
    row = (
        await tx.conn.execute(
            update(refresh_tokens)
            .where(
                refresh_tokens.c.tenant_id == tx.tenant_id,
                refresh_tokens.c.digest == digest,
                refresh_tokens.c.used_at.is_(None),
                refresh_tokens.c.expires_at > tx.now,
                sessions.c.tenant_id == tx.tenant_id,
                sessions.c.id == refresh_tokens.c.session_id,
                sessions.c.audience == audience.value,
                sessions.c.ended_at.is_(None),
                sessions.c.expires_at > tx.now,
                *awake,
            )
            .values(used_at=tx.now, used_by=client)
            .returning(refresh_tokens.c.session_id, refresh_tokens.c.generation)
        )
    ).one_or_none()
    return None if row is None else (SessionId(row.session_id), row.generation)


async def spent_token(tx: Tx, digest: bytes, audience: SessionAudience) -> SpentToken | None:
    """A token that was spent while its session lives, with the newest of its family."""
    newest = refresh_tokens.alias("newest")
    later = refresh_tokens.alias("later")
    row = (
        await tx.conn.execute(
            select(
                refresh_tokens.c.session_id,
                refresh_tokens.c.generation,
                refresh_tokens.c.used_at,
                refresh_tokens.c.used_by,
                newest.c.generation.label("head_generation"),
                newest.c.digest.label("head_digest"),
                newest.c.used_at.label("head_used_at"),
                newest.c.expires_at.label("head_until"),
            )
            .join(
                sessions,
                and_(
                    sessions.c.tenant_id == refresh_tokens.c.tenant_id,
                    sessions.c.id == refresh_tokens.c.session_id,
                ),
            )
            .join(
                newest,
                and_(
                    newest.c.tenant_id == refresh_tokens.c.tenant_id,
                    newest.c.session_id == refresh_tokens.c.session_id,
                    newest.c.generation
                    == select(func.max(later.c.generation))
                    .where(
                        later.c.tenant_id == refresh_tokens.c.tenant_id,
                        later.c.session_id == refresh_tokens.c.session_id,
                    )
                    .scalar_subquery(),
                ),
            )
            .where(
                refresh_tokens.c.tenant_id == tx.tenant_id,
                refresh_tokens.c.digest == digest,
                refresh_tokens.c.used_at.is_not(None),
                sessions.c.audience == audience.value,
                sessions.c.ended_at.is_(None),
            )
        )
    ).one_or_none()
    if row is None:
        return None
    return SpentToken(
        session_id=SessionId(row.session_id),
        generation=row.generation,
        used_at=row.used_at,
        used_by=row.used_by,
        head_generation=row.head_generation,
        head_digest=row.head_digest,
        head_used=row.head_used_at is not None,
        head_until=row.head_until,
    )


async def step_up(tx: Tx, session_id: SessionId, methods: tuple[str, ...]) -> None:
    """Notes that the person of a session proved themselves once more now."""
    await tx.conn.execute(
        update(sessions)
        .where(*_live(tx), sessions.c.id == session_id)
        .values(stepped_up_at=tx.now, methods=list(methods))
    )


async def proofs_of(tx: Tx, session_id: UUID) -> SessionProofs | None:
    """When and how the person of a live session proved who they are."""
    row = (
        await tx.conn.execute(
            select(sessions.c.created_at, sessions.c.stepped_up_at, sessions.c.methods).where(
                *_live(tx), sessions.c.id == session_id
            )
        )
    ).one_or_none()
    return None if row is None else SessionProofs(row.created_at, row.stepped_up_at, tuple(row.methods))


async def touch_session(
    tx: Tx, session_id: SessionId, device: Device
) -> tuple[UserId, MemberId | None, tuple[str, ...], datetime]:
    """Notes that a session was seen; whose it is, how they proved themselves, its absolute end."""
    row = (
        await tx.conn.execute(
            update(sessions)
            .where(sessions.c.tenant_id == tx.tenant_id, sessions.c.id == session_id)
            .values(last_seen_at=tx.now, device=device.name, address=device.address)
            .returning(sessions.c.user_id, sessions.c.member_id, sessions.c.methods, sessions.c.expires_at)
        )
    ).one()
    member_id = None if row.member_id is None else MemberId(row.member_id)
    return UserId(row.user_id), member_id, tuple(row.methods), row.expires_at


async def session_of_token(tx: Tx, digest: bytes, audience: SessionAudience) -> SessionId | None:
    """The live session that a refresh token belongs to, spent or not."""
    row = (
        await tx.conn.execute(
            select(refresh_tokens.c.session_id)
            .join(
                sessions,
                and_(
                    sessions.c.tenant_id == refresh_tokens.c.tenant_id,
                    sessions.c.id == refresh_tokens.c.session_id,
                ),
            )
            .where(
                refresh_tokens.c.tenant_id == tx.tenant_id,
                refresh_tokens.c.digest == digest,
                sessions.c.audience == audience.value,
                sessions.c.ended_at.is_(None),
            )
        )
    ).one_or_none()
    return None if row is None else SessionId(row.session_id)


async def sessions_of(tx: Tx, user_id: UserId, audience: SessionAudience, limit: int) -> list[Session]:
    """The live sessions of a user at one face, the one seen last first."""
    rows = await tx.conn.execute(
        select(
            sessions.c.id,
            sessions.c.device,
            sessions.c.address,
            sessions.c.created_at,
            sessions.c.last_seen_at,
        )
        .where(
            *_live(tx),
            sessions.c.user_id == user_id,
            sessions.c.audience == audience.value,
            sessions.c.acting_id.is_(None),
        )
        .order_by(sessions.c.last_seen_at.desc(), sessions.c.id.desc())
        .limit(limit)
    )
    return [
        Session(SessionId(row.id), row.device, row.address, row.created_at, row.last_seen_at) for row in rows
    ]


async def sessions_between(
    tx: Tx, members: Collection[MemberId], since: datetime, until: datetime
) -> dict[MemberId, list[PastSession]]:
    """The sessions of members at the player's face that were open within a time, the oldest first."""
    end = func.coalesce(sessions.c.ended_at, sessions.c.expires_at)
    rows = await tx.conn.execute(
        select(
            sessions.c.member_id,
            sessions.c.id,
            sessions.c.device,
            sessions.c.address,
            sessions.c.created_at,
            end.label("end"),
        )
        .where(
            sessions.c.tenant_id == tx.tenant_id,
            sessions.c.member_id.in_(members),
            sessions.c.audience == SessionAudience.PLAYER.value,
            sessions.c.acting_id.is_(None),
            sessions.c.created_at <= until,
            end >= since,
        )
        .order_by(sessions.c.id)
    )
    found: dict[MemberId, list[PastSession]] = {}
    for row in rows:
        past = PastSession(SessionId(row.id), row.device, row.address, row.created_at, row.end)
        found.setdefault(MemberId(row.member_id), []).append(past)
    return found


async def devices_seen(tx: Tx, user_id: UserId, since: datetime) -> list[Device]:
    """From what a user signed in to this tenant since a moment."""
    rows = await tx.conn.execute(
        select(sessions.c.device, sessions.c.address)
        .where(
            sessions.c.tenant_id == tx.tenant_id,
            sessions.c.user_id == user_id,
            sessions.c.last_seen_at > since,
            sessions.c.acting_id.is_(None),
        )
        .distinct()
    )
    return [Device(row.device, row.address) for row in rows]


async def methods_of(tx: Tx, session_id: UUID) -> tuple[str, ...]:
    """How the person of a session proved who they are."""
    query = select(sessions.c.methods).where(
        sessions.c.tenant_id == tx.tenant_id, sessions.c.id == session_id
    )
    found = (await tx.conn.execute(query)).scalar_one_or_none()
    return tuple(found or ())


async def session_device(tx: Tx, session_id: UUID) -> tuple[UserId, Device, datetime] | None:
    """Whose a session is, what it was opened from and when."""
    row = (
        await tx.conn.execute(
            select(sessions.c.user_id, sessions.c.device, sessions.c.address, sessions.c.created_at).where(
                sessions.c.tenant_id == tx.tenant_id, sessions.c.id == session_id
            )
        )
    ).one_or_none()
    return None if row is None else (UserId(row.user_id), Device(row.device, row.address), row.created_at)


async def end_sessions(
    tx: Tx,
    user_id: UserId,
    reason: str,
    *,
    audience: SessionAudience | None = None,
    only: UUID | None = None,
    but: UUID | None = None,
) -> int:
    """Ends live sessions of a user and leaves word for every process; answers how many."""
    conditions = [*_live(tx), sessions.c.user_id == user_id]
    if audience is not None:
        conditions.append(sessions.c.audience == audience.value)
    if only is not None:
        conditions.append(sessions.c.id == only)
    if but is not None:
        conditions.append(sessions.c.id != but)
    return await _end(tx, conditions, reason)


async def _end(tx: Tx, conditions: list[ColumnElement[bool]], reason: str) -> int:
    ended = await tx.conn.execute(
        update(sessions)
        .where(*conditions)
        .values(ended_at=tx.now, end_reason=reason)
        .returning(sessions.c.id)
    )
    ids = [row.id for row in ended]
    if ids:
        await tx.conn.execute(insert(session_endings), [{"session_id": session_id} for session_id in ids])
    return len(ids)


async def live_session(tx: Tx, session_id: UUID) -> LiveSession | None:
    """A session that has not ended, with the name of whose it is."""
    row = (
        await tx.conn.execute(
            select(
                sessions.c.user_id,
                sessions.c.member_id,
                sessions.c.audience,
                sessions.c.purpose,
                sessions.c.expires_at,
                sessions.c.acting_id,
                sessions.c.acting_name,
                sessions.c.is_read_only,
                members.c.username,
                users.c.email,
                users.c.is_demo,
            )
            .outerjoin(
                members,
                and_(members.c.tenant_id == sessions.c.tenant_id, members.c.id == sessions.c.member_id),
            )
            .join(users, users.c.id == sessions.c.user_id)
            .where(*_live(tx), sessions.c.id == session_id)
        )
    ).one_or_none()
    if row is None:
        return None
    return LiveSession(
        user_id=UserId(row.user_id),
        member_id=None if row.member_id is None else MemberId(row.member_id),
        audience=SessionAudience(row.audience),
        name=row.username or row.email or "",
        is_demo=row.is_demo,
        expires_at=row.expires_at,
        acting_id=row.acting_id,
        acting_name=row.acting_name or "",
        is_read_only=row.is_read_only,
        purpose=SessionPurpose(row.purpose),
    )


async def add_acting_session(
    tx: Tx,
    person: Member,
    *,
    acting_id: UUID,
    acting_name: str,
    is_read_only: bool,
    until: datetime,
    device: Device,
) -> SessionId:
    """Inserts a session in which somebody else acts as a member."""
    session_id = SessionId(new_id())
    await tx.conn.execute(
        insert(sessions).values(
            tenant_id=tx.tenant_id,
            id=session_id,
            user_id=person.user_id,
            member_id=person.member_id,
            audience=SessionAudience.PLAYER.value,
            methods=["impersonation"],
            device=device.name,
            address=device.address,
            created_at=tx.now,
            last_seen_at=tx.now,
            expires_at=until,
            acting_id=acting_id,
            acting_name=acting_name,
            is_read_only=is_read_only,
        )
    )
    return session_id


async def end_acting_sessions(tx: Tx, acting_id: UUID, reason: str, *, only: UUID | None) -> int:
    """Ends sessions in which somebody acts as members; answers how many."""
    conditions = [*_live(tx), sessions.c.acting_id == acting_id]
    if only is not None:
        conditions.append(sessions.c.id == only)
    return await _end(tx, conditions, reason)


def _live(tx: Tx) -> list[ColumnElement[bool]]:
    return [
        sessions.c.tenant_id == tx.tenant_id,
        sessions.c.ended_at.is_(None),
        sessions.c.expires_at > tx.now,
    ]


_ENDED_SINCE = """
SELECT seq, session_id FROM session_endings
WHERE ended_at > clock_timestamp() - make_interval(secs => $1) ORDER BY seq
"""


async def ended_lately(connection: asyncpg.Connection, seconds: float) -> list[SessionId]:
    """The sessions that ended in the last seconds, by the database's clock."""
    return [SessionId(row["session_id"]) for row in await connection.fetch(_ENDED_SINCE, seconds)]


async def prune_endings(tx: Tx, before: datetime) -> None:
    """Deletes word of sessions that ended so long ago that no token of theirs counts any more."""
    await tx.conn.execute(delete(session_endings).where(session_endings.c.ended_at < before))


async def prune(tx: Tx, before: datetime) -> None:
    """Deletes the tenant's sessions that were over before a moment, and their tokens."""
    await tx.conn.execute(
        delete(sessions).where(sessions.c.tenant_id == tx.tenant_id, sessions.c.expires_at < before)
    )
