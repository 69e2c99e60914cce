"""The SQL of archives of personal data."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import data_exports
from stakehouse.domains.identity.types import DataExport, ExportState
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

_UNDER_WAY = (ExportState.WAITING.value, ExportState.BUILDING.value)
_EXPORT = (
    data_exports.c.id,
    data_exports.c.member_id,
    data_exports.c.state,
    data_exports.c.sections,
    data_exports.c.done,
    data_exports.c.size,
    data_exports.c.requested_at,
    data_exports.c.ready_at,
    data_exports.c.expires_at,
)


async def add(tx: Tx, export_id: UUID, member_id: MemberId, expires_at: datetime) -> DataExport | None:
    """Inserts an archive that waits; ``None`` if one of the member is under way."""
    row = (
        await tx.conn.execute(
            upsert(data_exports)
            .values(
                tenant_id=tx.tenant_id,
                id=export_id,
                member_id=member_id,
                state=ExportState.WAITING.value,
                sections=0,
                done=0,
                size=0,
                requested_at=tx.now,
                expires_at=expires_at,
            )
            .on_conflict_do_nothing()
            .returning(*_EXPORT)
        )
    ).one_or_none()
    return None if row is None else _export(row)


async def by_id(tx: Tx, export_id: UUID) -> DataExport | None:
    """An archive by id."""
    query = select(*_EXPORT).where(data_exports.c.tenant_id == tx.tenant_id, data_exports.c.id == export_id)
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _export(row)


async def of_member(tx: Tx, member_id: MemberId, limit: int) -> list[DataExport]:
    """A member's archives, the newest first."""
    query = (
        select(*_EXPORT)
        .where(data_exports.c.tenant_id == tx.tenant_id, data_exports.c.member_id == member_id)
        .order_by(data_exports.c.id.desc())
        .limit(limit)
    )
    return [_export(row) for row in await tx.conn.execute(query)]


async def start(tx: Tx, export_id: UUID, sections: int) -> DataExport | None:
    """Notes that an archive is being built; ``None`` if nobody waits for it any more."""
    row = (
        await tx.conn.execute(
            _of(tx, export_id)
            .where(data_exports.c.state.in_(_UNDER_WAY))
            .values(state=ExportState.BUILDING.value, sections=sections, done=0)
            .returning(*_EXPORT)
        )
    ).one_or_none()
    return None if row is None else _export(row)


async def progress(tx: Tx, export_id: UUID, done: int) -> None:
    """Notes how many sections are written."""
    await tx.conn.execute(_of(tx, export_id).values(done=done))


async def finish(tx: Tx, export_id: UUID, size: int) -> bool:
    """Notes that an archive may be fetched; false if nobody waits for it any more."""
    done = await tx.conn.execute(
        _of(tx, export_id)
        .where(data_exports.c.state.in_(_UNDER_WAY))
        .values(state=ExportState.READY.value, size=size, ready_at=tx.now)
    )
    return done.rowcount == 1


async def fail(tx: Tx, export_id: UUID) -> None:
    """Notes that an archive could not be built."""
    await tx.conn.execute(
        _of(tx, export_id).where(data_exports.c.state.in_(_UNDER_WAY)).values(state=ExportState.FAILED.value)
    )


async def over(tx: Tx) -> list[UUID]:
    """The archives that are no longer kept."""
    query = select(data_exports.c.id).where(
        data_exports.c.tenant_id == tx.tenant_id, data_exports.c.expires_at <= tx.now
    )
    return [row.id for row in await tx.conn.execute(query)]


async def expire_of(tx: Tx, member_id: MemberId) -> None:
    """Lets all archives of a member end now."""
    await tx.conn.execute(
        update(data_exports)
        .where(data_exports.c.tenant_id == tx.tenant_id, data_exports.c.member_id == member_id)
        .values(expires_at=tx.now)
    )


async def forget(tx: Tx, export_id: UUID) -> None:
    """Deletes the record of an archive."""
    await tx.conn.execute(
        delete(data_exports).where(data_exports.c.tenant_id == tx.tenant_id, data_exports.c.id == export_id)
    )


def _of(tx: Tx, export_id: UUID) -> Any:  # noqa: ANN401 - the statement is of no simpler type
    return update(data_exports).where(
        data_exports.c.tenant_id == tx.tenant_id, data_exports.c.id == export_id
    )


def _export(row: Any) -> DataExport:  # noqa: ANN401 - a selected row
    return DataExport(
        id=row.id,
        member_id=MemberId(row.member_id),
        state=ExportState(row.state),
        sections=row.sections,
        done=row.done,
        size=row.size,
        requested_at=row.requested_at,
        ready_at=row.ready_at,
        expires_at=row.expires_at,
    )
