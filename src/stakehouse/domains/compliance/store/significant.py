"""The register of significant events: written once, never changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, text

from stakehouse.domains.compliance.rules.significant import KINDS, Entry, EventFilter, Kept
from stakehouse.infra.tx import Tx

THE_HOUSE = "the house"
"""Who records what no person entered."""

_ADD = text("""
INSERT INTO significant_events (tenant_id, id, at, recorded_at, recorded_by, kind, summary, member_id,
                                subject, facts, before, after)
VALUES (:tenant_id, :id, :at, :recorded_at, :recorded_by, :kind, :summary, :member_id,
        :subject, CAST(:facts AS jsonb), CAST(:before AS jsonb), CAST(:after AS jsonb))
""")

_FIND = """
SELECT id, at, recorded_at, recorded_by, kind, summary, member_id, subject, facts, before, after
FROM significant_events
WHERE tenant_id = :tenant_id{conditions}
ORDER BY id DESC LIMIT :limit
"""


async def add(tx: Tx, event_id: UUID, at: datetime, entry: Entry) -> None:
    """Adds an entry."""
    await tx.conn.execute(
        _ADD,
        {
            "tenant_id": tx.tenant_id,
            "id": event_id,
            "at": at,
            "recorded_at": tx.now,
            "recorded_by": tx.actor.name if tx.actor.is_staff else THE_HOUSE,
            "kind": entry.kind.value,
            "summary": entry.summary,
            "member_id": entry.member_id,
            "subject": entry.subject,
            "facts": _json(entry.facts),
            "before": None if entry.before is None else _json(entry.before),
            "after": None if entry.after is None else _json(entry.after),
        },
    )


async def page(tx: Tx, wanted: EventFilter, before: UUID | None, limit: int) -> list[Kept]:
    """Entries, the newest first."""
    given: dict[str, object] = {
        "kind = :kind": None if wanted.kind is None else wanted.kind.value,
        "member_id = :member_id": wanted.member_id,
        "at >= :since": wanted.since,
        "at < :until": wanted.until,
        "id < :before": before,
    }
    asked = {condition: value for condition, value in given.items() if value is not None}
    conditions = "".join(f" AND {condition}" for condition in asked)
    values = {condition.rpartition(":")[2]: value for condition, value in asked.items()}
    rows = await tx.conn.execute(
        text(_FIND.format(conditions=conditions)), {"tenant_id": tx.tenant_id, "limit": limit, **values}
    )
    return [_kept(row) for row in rows]


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _kept(row: Row[Any]) -> Kept:  # Any: columns of several types
    return Kept(
        row.id,
        row.at,
        row.recorded_at,
        row.recorded_by,
        Entry(
            KINDS[row.kind],
            row.summary,
            row.member_id,
            row.subject,
            row.facts,
            row.before,
            row.after,
        ),
    )
