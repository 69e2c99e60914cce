"""The SQL of evidence packs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select, update

from stakehouse.domains.reporting.tables import evidence_packs
from stakehouse.infra.archive import Span
from stakehouse.infra.tx import Tx


@dataclass(frozen=True, slots=True)
class Pack:
    """An evidence pack.

    Attributes:
        id: of the pack.
        span: whose things, of which time.
        reason: why it was asked for.
        status: ``waiting``, ``building``, ``ready`` or ``failed``.
        done: parts that are packed.
        parts: how many there are.
        files: how many files it holds.
        bytes: how large it is.
        manifest_sha256: of its manifest; the audit trail holds it too.
        asked_by: who asked.
        asked_at: when.
        ready_at: when it was built.
    """

    id: UUID
    span: Span
    reason: str
    status: str
    done: int
    parts: int
    files: int
    bytes: int
    manifest_sha256: str
    asked_by: str
    asked_at: datetime
    ready_at: datetime | None


async def add(tx: Tx, pack_id: UUID, span: Span, *, parts: int, reason: str) -> None:
    """Adds a pack that waits to be built."""
    await tx.conn.execute(
        insert(evidence_packs).values(
            tenant_id=tx.tenant_id,
            id=pack_id,
            member_id=span.member_id,
            since=span.since,
            until=span.until,
            reason=reason,
            status="waiting",
            done=0,
            parts=parts,
            files=0,
            bytes=0,
            manifest_sha256="",
            asked_by=tx.actor.name,
            asked_at=tx.now,
        )
    )


async def change(tx: Tx, pack_id: UUID, **values: object) -> None:
    """Writes how far a pack is."""
    await tx.conn.execute(
        update(evidence_packs)
        .where(evidence_packs.c.tenant_id == tx.tenant_id, evidence_packs.c.id == pack_id)
        .values(**values)
    )


async def one(tx: Tx, pack_id: UUID) -> Pack | None:
    """A pack of the tenant."""
    query = select(evidence_packs).where(
        evidence_packs.c.tenant_id == tx.tenant_id, evidence_packs.c.id == pack_id
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _pack(row)


async def page(tx: Tx, *, member_id: UUID | None, after: UUID | None, limit: int) -> list[Pack]:
    """Packs, newest first."""
    query = select(evidence_packs).where(evidence_packs.c.tenant_id == tx.tenant_id)
    if member_id is not None:
        query = query.where(evidence_packs.c.member_id == member_id)
    if after is not None:
        query = query.where(evidence_packs.c.id < after)
    rows = await tx.conn.execute(query.order_by(evidence_packs.c.id.desc()).limit(limit))
    return [_pack(row) for row in rows]


def _pack(row: Row[*tuple[Any, ...]]) -> Pack:
    return Pack(
        id=row.id,
        span=Span(row.member_id, row.since, row.until),
        reason=row.reason,
        status=row.status,
        done=row.done,
        parts=row.parts,
        files=row.files,
        bytes=row.bytes,
        manifest_sha256=row.manifest_sha256,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        ready_at=row.ready_at,
    )
