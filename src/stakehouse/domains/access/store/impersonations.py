"""The SQL of impersonations."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.access.tables import impersonations
from stakehouse.domains.access.types import Impersonation
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

SHOWN = 100


async def add(tx: Tx, made: Impersonation, code_digest: bytes) -> bool:
    """Adds one; false if the person acts as somebody already."""
    row = await tx.conn.execute(
        upsert(impersonations)
        .values(
            tenant_id=tx.tenant_id,
            id=made.id,
            staff_id=made.staff_id,
            staff=made.staff,
            member_id=made.member_id,
            reason=made.reason,
            is_read_only=made.is_read_only,
            code_digest=code_digest,
            created_at=made.created_at,
            expires_at=made.expires_at,
        )
        .on_conflict_do_nothing()
        .returning(impersonations.c.id)
    )
    return row.one_or_none() is not None


async def claim(tx: Tx, code_digest: bytes, since: datetime) -> Impersonation | None:
    """Takes the one of a code in one atomic statement, so that a code opens once."""
    table = impersonations.c
    row = await tx.conn.execute(
        update(impersonations)
        .where(
            table.tenant_id == tx.tenant_id,
            table.code_digest == code_digest,
            table.claimed_at.is_(None),
            table.ended_at.is_(None),
            table.created_at > since,
            table.expires_at > tx.now,
        )
        .values(claimed_at=tx.now)
        .returning(impersonations)
    )
    return _maybe(row.one_or_none())


async def keep_session(tx: Tx, made: Impersonation, session_id: UUID) -> None:
    """Notes the session that began with it."""
    await tx.conn.execute(
        update(impersonations)
        .where(impersonations.c.tenant_id == tx.tenant_id, impersonations.c.id == made.id)
        .values(session_id=session_id)
    )


async def end(tx: Tx, impersonation_id: UUID, staff_id: UUID) -> Impersonation | None:
    """Ends one of a person's."""
    table = impersonations.c
    row = await tx.conn.execute(
        update(impersonations)
        .where(
            table.tenant_id == tx.tenant_id,
            table.id == impersonation_id,
            table.staff_id == staff_id,
            table.ended_at.is_(None),
        )
        .values(ended_at=tx.now)
        .returning(impersonations)
    )
    return _maybe(row.one_or_none())


async def end_overdue(tx: Tx, staff_id: UUID) -> None:
    """Marks what ended by itself, so that the person may begin anew."""
    table = impersonations.c
    await tx.conn.execute(
        update(impersonations)
        .where(
            table.tenant_id == tx.tenant_id,
            table.staff_id == staff_id,
            table.ended_at.is_(None),
            table.expires_at <= tx.now,
        )
        .values(ended_at=table.expires_at)
    )


async def open_of(tx: Tx, staff_id: UUID) -> list[Impersonation]:
    """What a person has not ended."""
    table = impersonations.c
    query = select(impersonations).where(
        table.tenant_id == tx.tenant_id, table.staff_id == staff_id, table.ended_at.is_(None)
    )
    return [_impersonation(row) for row in await tx.conn.execute(query)]


async def of_session(tx: Tx, session_id: UUID) -> Impersonation | None:
    """The one whose session it is."""
    table = impersonations.c
    query = select(impersonations).where(table.tenant_id == tx.tenant_id, table.session_id == session_id)
    return _maybe((await tx.conn.execute(query)).one_or_none())


async def of_member(tx: Tx, member_id: UUID) -> list[Impersonation]:
    """Who looked at a member's account, the latest first."""
    table = impersonations.c
    query = (
        select(impersonations)
        .where(table.tenant_id == tx.tenant_id, table.member_id == member_id)
        .order_by(table.id.desc())
        .limit(SHOWN)
    )
    return [_impersonation(row) for row in await tx.conn.execute(query)]


def _maybe(row: Row[Any] | None) -> Impersonation | None:  # Any: columns of several types
    return None if row is None else _impersonation(row)


def _impersonation(row: Row[Any]) -> Impersonation:  # Any: as above
    return Impersonation(
        id=row.id,
        staff_id=row.staff_id,
        staff=row.staff,
        member_id=MemberId(row.member_id),
        reason=row.reason,
        is_read_only=row.is_read_only,
        session_id=row.session_id,
        created_at=row.created_at,
        expires_at=row.expires_at,
        claimed_at=row.claimed_at,
        ended_at=row.ended_at,
    )
