"""The SQL of challenges: questions that wait for one answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update

from stakehouse.domains.identity.tables import factor_challenges as challenges
from stakehouse.domains.identity.types import Challenge, ChallengePurpose, Method, SessionAudience
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import SessionId, UserId


async def add_challenge(tx: Tx, challenge: Challenge, *, digest: bytes, expires_at: datetime) -> None:
    """Inserts a challenge."""
    await tx.conn.execute(
        insert(challenges).values(
            tenant_id=tx.tenant_id,
            id=challenge.id,
            digest=digest,
            purpose=challenge.purpose.value,
            audience=challenge.audience.value,
            user_id=challenge.user_id,
            session_id=challenge.session_id,
            first_methods=list(challenge.first_methods),
            passkey_challenge=challenge.passkey_challenge,
            tries_left=challenge.tries_left,
            created_at=challenge.created_at,
            expires_at=expires_at,
        )
    )


async def open_challenge(tx: Tx, digest: bytes, *, is_locked: bool) -> Challenge | None:
    """A challenge that still may be answered; locked until the transaction ends, if that is asked."""
    statement = select(challenges).where(
        challenges.c.tenant_id == tx.tenant_id,
        challenges.c.digest == digest,
        challenges.c.used_at.is_(None),
        challenges.c.expires_at > tx.now,
        challenges.c.tries_left > 0,
    )
    row = (await tx.conn.execute(statement.with_for_update() if is_locked else statement)).one_or_none()
    if row is None:
        return None
    return Challenge(
        id=row.id,
        purpose=ChallengePurpose(row.purpose),
        audience=SessionAudience(row.audience),
        user_id=None if row.user_id is None else UserId(row.user_id),
        session_id=None if row.session_id is None else SessionId(row.session_id),
        first_methods=tuple(row.first_methods),
        passkey_challenge=row.passkey_challenge,
        sent_by=None if row.sent_by is None else Method(row.sent_by),
        code_digest=row.code_digest,
        code_until=row.code_until,
        tries_left=row.tries_left,
        created_at=row.created_at,
    )


async def set_code(tx: Tx, challenge_id: UUID, method: Method, digest: bytes, until: datetime) -> None:
    """Keeps the digest of a code that is being sent; one sent before does not count any more."""
    await _update(tx, challenge_id, sent_by=method.value, code_digest=digest, code_until=until)


async def use_try(tx: Tx, challenge_id: UUID) -> None:
    """Counts a wrong answer."""
    await tx.conn.execute(
        update(challenges)
        .where(challenges.c.tenant_id == tx.tenant_id, challenges.c.id == challenge_id)
        .values(tries_left=func.greatest(challenges.c.tries_left - 1, 0))
    )


async def use_up(tx: Tx, challenge_id: UUID) -> None:
    """Notes that a challenge was answered."""
    await _update(tx, challenge_id, used_at=tx.now)


async def prune(tx: Tx, before: datetime) -> None:
    """Deletes challenges that were over before a moment."""
    await tx.conn.execute(
        delete(challenges).where(challenges.c.tenant_id == tx.tenant_id, challenges.c.expires_at < before)
    )


async def _update(tx: Tx, challenge_id: UUID, **values: object) -> None:
    await tx.conn.execute(
        update(challenges)
        .where(challenges.c.tenant_id == tx.tenant_id, challenges.c.id == challenge_id)
        .values(**values)
    )
