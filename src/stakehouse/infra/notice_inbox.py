"""The inbox of signed notices: verified and stored at the door, answered at once, understood later by a job.

A service may send a notice again after any time, so what came is kept for ever: it stays as it came,
another of the same number changes nothing, and only what became of it is written later. Each domain
has a table of its own, which row-level security binds like every other; the technique is this one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    DateTime,
    LargeBinary,
    MetaData,
    Row,
    SmallInteger,
    Table,
    Text,
    Uuid,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A notice as the inbox holds it.

    Attributes:
        id: ours.
        connection_id: through which it came.
        notice_id: its number, as the sender gave it.
        kind: what the sender calls it.
        body: the raw bytes, whose signature was verified when they came.
        headers: what came with it, for the adapter.
        received_at: when it came.
        handled_at: when nothing more was to be done about it.
        outcome: what became of it; empty until somebody looked.
        tries: how often it was looked at.
        about: what it spoke of, once known.
    """

    id: UUID
    connection_id: UUID
    notice_id: str
    kind: str
    body: bytes
    headers: Mapping[str, str]
    received_at: datetime
    handled_at: datetime | None
    outcome: str
    tries: int
    about: UUID | None


def notice_table(name: str, metadata: MetaData, *, about: str) -> Table:
    """The table of an inbox; ``about`` names the column of what a notice spoke of."""
    return Table(
        name,
        metadata,
        Column("tenant_id", Uuid, primary_key=True),
        Column("connection_id", Uuid, primary_key=True),
        Column("notice_id", Text, primary_key=True),
        Column("id", Uuid, nullable=False),
        Column("kind", Text, nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("headers", JSONB, nullable=False),
        Column("received_at", DateTime(timezone=True), nullable=False),
        Column("handled_at", DateTime(timezone=True)),
        Column("outcome", Text, nullable=False),
        Column(about, Uuid, key="about"),
        Column("tries", SmallInteger, nullable=False),
    )


class NoticeInbox:
    """What one domain was told, and the work it owes for it."""

    def __init__(self, table: Table, *, job: str, waits: Sequence[timedelta]) -> None:
        """Keeps which table, and how it is worked through.

        Args:
            table: made by ``notice_table``.
            job: the name of the job that understands a notice; its argument is our id of it.
            waits: how long what cannot be understood yet waits before each further try.
        """
        self._table = table
        self._job = job
        self._waits = tuple(waits)

    async def take(
        self,
        tx: Tx,
        connection_id: UUID,
        notice_id: str,
        *,
        kind: str,
        body: bytes,
        headers: Mapping[str, str],
    ) -> bool:
        """Stores a notice whose signature was verified, and owes the work; answers whether it is new."""
        ours = new_id()
        done = await tx.conn.execute(
            upsert(self._table)
            .values(
                tenant_id=tx.tenant_id,
                connection_id=connection_id,
                notice_id=notice_id,
                id=ours,
                kind=kind,
                body=body,
                headers=dict(headers),
                received_at=tx.now,
                outcome="",
                tries=0,
            )
            .on_conflict_do_nothing()
        )
        is_new = done.rowcount == 1
        if is_new:
            self._owe(tx, ours)
        return is_new

    async def lock(self, tx: Tx, notice: UUID) -> StoredNotice | None:
        """A notice that still has to be understood, under its lock; ``None`` if there is nothing to do."""
        found = (
            await tx.conn.execute(
                select(self._table)
                .where(self._table.c.tenant_id == tx.tenant_id, self._table.c.id == notice)
                .with_for_update()
            )
        ).one_or_none()
        return None if found is None or found.handled_at is not None else self._notice(found)

    async def close(self, tx: Tx, notice: StoredNotice, outcome: str, about: UUID | None = None) -> None:
        """Notes what became of a notice; nothing more is to be done about it."""
        await self._note(tx, notice, outcome=outcome, handled_at=tx.now, about=about)

    async def put_off(self, tx: Tx, notice: StoredNotice, outcome: str) -> None:
        """Tries a notice again later; after the last try it is closed as it stands, for people to see."""
        is_last = notice.tries >= len(self._waits)
        if not is_last:
            self._owe(tx, notice.id, tx.now + self._waits[notice.tries])
        await self._note(tx, notice, outcome=outcome, handled_at=tx.now if is_last else None, about=None)

    async def owe_again(self, tx: Tx, *, before: datetime, limit: int) -> None:
        """Owes the work anew for what has waited since before a moment, the oldest first.

        Jobs are rows of the same commit as their notices, so there is nothing to find here unless a job
        was given up or deleted by hand.
        """
        rows = await tx.conn.execute(
            select(self._table.c.id)
            .where(
                self._table.c.tenant_id == tx.tenant_id,
                self._table.c.handled_at.is_(None),
                self._table.c.received_at < before,
            )
            .order_by(self._table.c.received_at)
            .limit(limit)
        )
        for row in rows:
            self._owe(tx, row.id)

    async def with_outcome(
        self, tx: Tx, outcomes: Collection[str], *, before: UUID | None, limit: int
    ) -> list[StoredNotice]:
        """Notices that ended a certain way, the newest first."""
        query = select(self._table).where(
            self._table.c.tenant_id == tx.tenant_id, self._table.c.outcome.in_(list(outcomes))
        )
        if before is not None:
            query = query.where(self._table.c.id < before)
        rows = await tx.conn.execute(query.order_by(self._table.c.id.desc()).limit(limit))
        return [self._notice(row) for row in rows]

    def _owe(self, tx: Tx, notice: UUID, at: datetime | None = None) -> None:
        tx.defer(deferred(self._job, notice, run_at=at, dedupe=str(notice)))

    async def _note(self, tx: Tx, notice: StoredNotice, **became: object) -> None:
        await tx.conn.execute(
            update(self._table)
            .where(self._table.c.tenant_id == tx.tenant_id, self._table.c.id == notice.id)
            .values(tries=notice.tries + 1, **became)
        )

    def _notice(self, row: Row[Any]) -> StoredNotice:
        return StoredNotice(
            id=row.id,
            connection_id=row.connection_id,
            notice_id=row.notice_id,
            kind=row.kind,
            body=row.body,
            headers=row.headers,
            received_at=row.received_at,
            handled_at=row.handled_at,
            outcome=row.outcome,
            tries=row.tries,
            about=row._mapping[self._table.c.about],  # noqa: SLF001 - what a row offers for columns
        )
