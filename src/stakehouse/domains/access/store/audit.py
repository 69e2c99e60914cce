"""How the audit trail is read; it is written by the transaction itself (see ``infra.audit``)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, or_, select
from sqlalchemy.sql.elements import ColumnElement

from stakehouse.domains.access.tables import audit_trail
from stakehouse.domains.access.types import AuditFilter, AuditRow
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import first_id_at

SLACK = timedelta(days=1)
"""Ids are made while an act runs, its time is that of its beginning; no act runs for a day."""


async def page(tx: Tx, wanted: AuditFilter, before: UUID | None, limit: int) -> list[AuditRow]:
    """Entries, newest first."""
    table = audit_trail.c
    query = _filtered(tx, wanted)
    if before is not None:
        query = query.where(table.id < before)
    return [_entry(row) for row in await tx.conn.execute(query.order_by(table.id.desc()).limit(limit))]


async def following(
    tx: Tx, wanted: AuditFilter, after: UUID | None, up_to: UUID, limit: int
) -> list[AuditRow]:
    """Entries, oldest first, behind one id and no further than another: for an export in pieces."""
    table = audit_trail.c
    query = _filtered(tx, wanted).where(table.id <= up_to)
    if after is not None:
        query = query.where(table.id > after)
    return [_entry(row) for row in await tx.conn.execute(query.order_by(table.id).limit(limit))]


def _filtered(tx: Tx, wanted: AuditFilter) -> Select[Any]:  # Any: columns of several types
    table = audit_trail.c
    query = select(audit_trail).where(table.tenant_id == tx.tenant_id)
    if wanted.actor is not None:
        query = query.where(_actor(wanted.actor))
    if wanted.action is not None:
        area = wanted.action.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
        query = query.where(or_(table.action == wanted.action, table.action.like(f"{area}.%")))
    if wanted.resource is not None:
        kind, colon, name = wanted.resource.partition(":")
        query = query.where(table.resource_kind == kind)
        query = query.where(table.resource_id == name) if colon else query
    # The ids lead to the right months and pages; the times decide.
    if wanted.since is not None:
        query = query.where(table.at >= wanted.since, table.id >= first_id_at(wanted.since - SLACK))
    if wanted.until is not None:
        query = query.where(table.at < wanted.until, table.id < first_id_at(wanted.until + SLACK))
    return query


def _actor(asked: str) -> ColumnElement[bool]:
    table = audit_trail.c
    try:
        identifier = UUID(asked)
    except ValueError:
        return or_(table.actor_name == asked, table.real_actor_name == asked)
    return or_(table.actor_id == identifier, table.real_actor_id == identifier)


def _entry(row: Row[Any]) -> AuditRow:  # Any: columns of several types
    return AuditRow(
        id=row.id,
        at=row.at,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        real_actor_id=row.real_actor_id,
        real_actor_name=row.real_actor_name,
        action=row.action,
        resource_kind=row.resource_kind,
        resource_id=row.resource_id,
        reason=row.reason,
        before=row.before,
        after=row.after,
        address=row.address,
        user_agent=row.user_agent,
        request_id=row.request_id,
    )
