"""The SQL of exclusions in every house, and of the tickets by which somebody excluded is paid out."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from stakehouse.domains.compliance.tables import payout_tickets, user_exclusions
from stakehouse.domains.compliance.types import Exclusion, ExclusionKind
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, UserId


async def wide_exclusion(tx: Tx, user_id: UserId, *, is_locked: bool = False) -> Exclusion | None:
    """What a person chose for every house, as any house may know it."""
    table = user_exclusions.c
    query = select(table.since, table.until, table.returns_at).where(table.user_id == user_id)
    row = (await tx.conn.execute(query.with_for_update() if is_locked else query)).one_or_none()
    if row is None:
        return None
    return Exclusion(ExclusionKind.ELSEWHERE, row.since, row.until, True, row.returns_at)


async def save_wide_exclusion(tx: Tx, user_id: UserId, exclusion: Exclusion) -> None:
    """Keeps what a person chose for every house."""
    values = {
        "since": exclusion.since,
        "until": exclusion.until,
        "returns_at": exclusion.returns_at,
        "updated_at": tx.now,
    }
    await tx.conn.execute(
        insert(user_exclusions)
        .values(user_id=user_id, **values)
        .on_conflict_do_update(index_elements=["user_id"], set_=values)
    )


async def add_ticket(tx: Tx, member_id: MemberId, digest: bytes, expires_at: datetime) -> None:
    """Keeps a ticket, and forgets those that are too old."""
    table = payout_tickets.c
    await tx.conn.execute(
        delete(payout_tickets).where(table.tenant_id == tx.tenant_id, table.expires_at <= tx.now)
    )
    await tx.conn.execute(
        insert(payout_tickets).values(
            tenant_id=tx.tenant_id, digest=digest, member_id=member_id, expires_at=expires_at
        )
    )


async def use_ticket(tx: Tx, digest: bytes) -> MemberId | None:
    """Uses a ticket up and answers whose it was; ``None`` if it counts no more. It counts once."""
    table = payout_tickets.c
    used = await tx.conn.execute(
        delete(payout_tickets)
        .where(table.tenant_id == tx.tenant_id, table.digest == digest, table.expires_at > tx.now)
        .returning(table.member_id)
    )
    member_id = used.scalar_one_or_none()
    return None if member_id is None else MemberId(member_id)
