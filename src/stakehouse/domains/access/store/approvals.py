"""The SQL of approvals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, and_, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from stakehouse.domains.access.rules.approvals import canonical, status_at
from stakehouse.domains.access.tables import approval_decisions, approvals
from stakehouse.domains.access.types import Approval, ApprovalId, ApprovalStatus, Decided
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Currency, CurrencyKind, Money


async def insert_approval(tx: Tx, approval: Approval) -> None:
    """Adds a request that waits."""
    money = approval.money
    await tx.conn.execute(
        insert(approvals).values(
            tenant_id=tx.tenant_id,
            id=approval.id,
            kind=approval.kind,
            summary=approval.summary,
            content=canonical(approval.content),
            content_hash=approval.content_hash,
            reason=approval.reason,
            member_id=approval.member_id,
            currency=None if money is None else money.currency.code,
            scale=None if money is None else money.currency.scale,
            currency_kind=None if money is None else money.currency.kind.value,
            units=None if money is None else money.units,
            maker_id=approval.maker_id,
            maker=approval.maker,
            status=approval.status.value,
            created_at=approval.created_at,
            expires_at=approval.expires_at,
            decider="",
            decision_reason="",
            quorum=approval.quorum,
            state=None if approval.state is None else canonical(approval.state),
        )
    )


async def lock_approval(tx: Tx, approval_id: UUID) -> Approval | None:
    """A request under its row lock; two deciders wait for each other here."""
    query = (
        select(approvals)
        .where(approvals.c.tenant_id == tx.tenant_id, approvals.c.id == approval_id)
        .with_for_update()
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else (await _with_decisions(tx, [row]))[0]


async def add_decision(tx: Tx, approval_id: ApprovalId, decided: Decided) -> None:
    """Adds the line of a person who approved; the table refuses the maker, and anybody twice."""
    await tx.conn.execute(
        insert(approval_decisions).values(
            tenant_id=tx.tenant_id,
            approval_id=approval_id,
            decider_id=decided.decider_id,
            decider=decided.decider,
            reason=decided.reason,
            decided_at=decided.decided_at,
        )
    )


async def save_decision(
    tx: Tx, approval_id: ApprovalId, status: ApprovalStatus, *, decider_id: UUID, decider: str, reason: str
) -> None:
    """Writes who decided what."""
    await tx.conn.execute(
        update(approvals)
        .where(approvals.c.tenant_id == tx.tenant_id, approvals.c.id == approval_id)
        .values(
            status=status.value,
            decided_at=tx.now,
            decider_id=decider_id,
            decider=decider,
            decision_reason=reason,
        )
    )


async def page(
    tx: Tx, status: ApprovalStatus | None, kind: str | None, before: UUID | None, limit: int
) -> list[Approval]:
    """Requests, newest first."""
    query = select(approvals).where(approvals.c.tenant_id == tx.tenant_id)
    if status is not None:
        query = query.where(_has_status(status, tx.now))
    if kind is not None:
        query = query.where(approvals.c.kind == kind)
    if before is not None:
        query = query.where(approvals.c.id < before)
    rows = await tx.conn.execute(query.order_by(approvals.c.id.desc()).limit(limit))
    return await _with_decisions(tx, rows.all())


async def count_waiting(tx: Tx) -> int:
    """How many requests wait for a second person."""
    query = select(func.count()).where(
        approvals.c.tenant_id == tx.tenant_id, _has_status(ApprovalStatus.WAITING, tx.now)
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def mark_expired(tx: Tx, limit: int) -> list[Approval]:
    """Marks requests that nobody decided in time, oldest first, and answers them."""
    due = (
        select(approvals.c.id)
        .where(
            approvals.c.tenant_id == tx.tenant_id,
            approvals.c.status == ApprovalStatus.WAITING.value,
            approvals.c.expires_at <= tx.now,
        )
        .order_by(approvals.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    marked = await tx.conn.execute(
        update(approvals)
        .where(approvals.c.tenant_id == tx.tenant_id, approvals.c.id.in_(due))
        .values(status=ApprovalStatus.EXPIRED.value, decided_at=tx.now)
        .returning(approvals)
    )
    return [_approval(row, tx.now) for row in marked]


async def _with_decisions(tx: Tx, rows: Sequence[Row[Any]]) -> list[Approval]:  # Any: as below
    table = approval_decisions.c
    found: dict[UUID, list[Decided]] = {}
    if rows:
        query = (
            select(approval_decisions)
            .where(table.tenant_id == tx.tenant_id, table.approval_id.in_([row.id for row in rows]))
            .order_by(table.decided_at, table.decider_id)
        )
        for line in await tx.conn.execute(query):
            decided = Decided(line.decider_id, line.decider, line.reason, line.decided_at)
            found.setdefault(line.approval_id, []).append(decided)
    return [replace(_approval(row, tx.now), approved_by=tuple(found.get(row.id, ()))) for row in rows]


def _has_status(status: ApprovalStatus, now: datetime) -> ColumnElement[bool]:
    stored = approvals.c.status == status.value
    if status is ApprovalStatus.WAITING:
        return and_(stored, approvals.c.expires_at > now)
    if status is ApprovalStatus.EXPIRED:
        overdue = and_(approvals.c.status == ApprovalStatus.WAITING.value, approvals.c.expires_at <= now)
        return or_(stored, overdue)
    return stored


def _approval(row: Row[Any], now: datetime) -> Approval:  # Any: columns of several types
    money = None
    if row.units is not None:
        money = Money(row.units, Currency(row.currency, row.scale, CurrencyKind(row.currency_kind)))
    return Approval(
        id=ApprovalId(row.id),
        kind=row.kind,
        summary=row.summary,
        content=msgspec.json.decode(row.content),
        content_hash=row.content_hash,
        reason=row.reason,
        money=money,
        member_id=None if row.member_id is None else MemberId(row.member_id),
        maker_id=row.maker_id,
        maker=row.maker,
        status=status_at(ApprovalStatus(row.status), row.expires_at, now),
        created_at=row.created_at,
        expires_at=row.expires_at,
        decided_at=row.decided_at,
        decider=row.decider,
        decision_reason=row.decision_reason,
        quorum=row.quorum,
        state=None if row.state is None else msgspec.json.decode(row.state),
    )
