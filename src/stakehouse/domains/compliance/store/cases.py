"""The SQL of AML cases, what they rest on, and freezes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, exists, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.compliance.rules.cases import (
    Case,
    CaseId,
    CaseKind,
    CaseStatus,
    Evidence,
    Finding,
    Opening,
    Severity,
    Step,
    Verdict,
)
from stakehouse.domains.compliance.tables import account_freezes, aml_case_steps, aml_cases, aml_evidence
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id


@dataclass(frozen=True, slots=True)
class Freeze:
    """A freeze of an account."""

    id: UUID
    member_id: MemberId
    case_id: UUID | None
    reason: str
    frozen_by_id: UUID | None
    frozen_by: str
    frozen_at: datetime
    standing_before: str
    released_by: str
    released_at: datetime | None
    release_reason: str


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list; ``None`` leaves a field open."""

    status: CaseStatus | None = None
    is_open: bool | None = None
    kind: CaseKind | None = None
    severity: Severity | None = None
    member_id: UUID | None = None
    assignee_id: UUID | None = None
    is_overdue: bool = False


async def add_case(tx: Tx, opening: Opening, due_at: datetime) -> CaseId | None:
    """Adds a case; ``None`` if one about the same question is open."""
    row = await tx.conn.execute(
        upsert(aml_cases)
        .values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            kind=opening.kind.value,
            source=opening.source,
            member_id=opening.member_id,
            status=CaseStatus.OPEN.value,
            severity=opening.severity.value,
            is_blocking=opening.is_blocking,
            summary=opening.summary,
            due_at=due_at,
            opened_at=tx.now,
            updated_at=tx.now,
        )
        .on_conflict_do_nothing()
        .returning(aml_cases.c.id)
    )
    found = row.scalar_one_or_none()
    return None if found is None else CaseId(found)


async def lock_open_case(tx: Tx, opening: Opening) -> Case | None:
    """The open case about a question, under its row lock."""
    query = (
        select(aml_cases)
        .where(
            aml_cases.c.tenant_id == tx.tenant_id,
            aml_cases.c.member_id == opening.member_id,
            aml_cases.c.kind == opening.kind.value,
            aml_cases.c.source == opening.source,
            aml_cases.c.status != CaseStatus.CLOSED.value,
        )
        .with_for_update()
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _case(row)


async def lock_case(tx: Tx, case_id: UUID) -> Case | None:
    """A case with its evidence, under its row lock."""
    query = select(aml_cases).where(aml_cases.c.tenant_id == tx.tenant_id, aml_cases.c.id == case_id)
    row = (await tx.conn.execute(query.with_for_update())).one_or_none()
    return None if row is None else replace(_case(row), evidence=tuple(await evidence_of(tx, case_id)))


async def case(tx: Tx, case_id: UUID) -> Case | None:
    """A case with all that belongs to it."""
    query = select(aml_cases).where(aml_cases.c.tenant_id == tx.tenant_id, aml_cases.c.id == case_id)
    row = (await tx.conn.execute(query)).one_or_none()
    if row is None:
        return None
    return replace(
        _case(row),
        evidence=tuple(await evidence_of(tx, case_id)),
        steps=tuple(await _steps_of(tx, case_id)),
    )


async def change_case(tx: Tx, case_id: CaseId, **values: object) -> None:
    """Changes columns of a case that is locked."""
    await tx.conn.execute(
        update(aml_cases)
        .where(aml_cases.c.tenant_id == tx.tenant_id, aml_cases.c.id == case_id)
        .values(updated_at=tx.now, **values)
    )


async def page(tx: Tx, wanted: CaseFilter, before: UUID | None, limit: int) -> list[Case]:
    """Cases without what belongs to them, the newest first."""
    table = aml_cases.c
    query = select(aml_cases).where(table.tenant_id == tx.tenant_id)
    if wanted.status is not None:
        query = query.where(table.status == wanted.status.value)
    if wanted.is_open is not None:
        closed = CaseStatus.CLOSED.value
        query = query.where(table.status != closed if wanted.is_open else table.status == closed)
    if wanted.kind is not None:
        query = query.where(table.kind == wanted.kind.value)
    if wanted.severity is not None:
        query = query.where(table.severity == wanted.severity.value)
    if wanted.member_id is not None:
        query = query.where(table.member_id == wanted.member_id)
    if wanted.assignee_id is not None:
        query = query.where(table.assignee_id == wanted.assignee_id)
    if wanted.is_overdue:
        query = query.where(table.status != CaseStatus.CLOSED.value, table.due_at <= tx.now)
    if before is not None:
        query = query.where(table.id < before)
    return [_case(row) for row in await tx.conn.execute(query.order_by(table.id.desc()).limit(limit))]


async def lock_overdue(tx: Tx, limit: int) -> list[Case]:
    """Cases whose deadline passed and that nobody has escalated, oldest first."""
    table = aml_cases.c
    query = (
        select(aml_cases)
        .where(
            table.tenant_id == tx.tenant_id,
            table.status.in_((CaseStatus.OPEN.value, CaseStatus.ASSIGNED.value)),
            table.due_at <= tx.now,
        )
        .order_by(table.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [_case(row) for row in await tx.conn.execute(query)]


async def count_open(tx: Tx) -> int:
    """How many cases wait for somebody."""
    query = select(func.count()).where(
        aml_cases.c.tenant_id == tx.tenant_id, aml_cases.c.status != CaseStatus.CLOSED.value
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def has_blocking(tx: Tx, member_id: MemberId) -> bool:
    """Whether an open case stops the member's withdrawals."""
    found = exists().where(
        aml_cases.c.tenant_id == tx.tenant_id,
        aml_cases.c.member_id == member_id,
        aml_cases.c.status != CaseStatus.CLOSED.value,
        aml_cases.c.is_blocking,
    )
    return bool((await tx.conn.execute(select(found))).scalar_one())


async def add_evidence(tx: Tx, case_id: CaseId, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Adds what is not there yet, and answers that."""
    added: list[Evidence] = []
    for each in evidence:
        row = await tx.conn.execute(
            upsert(aml_evidence)
            .values(
                tenant_id=tx.tenant_id,
                case_id=case_id,
                id=new_id(),
                kind=each.kind,
                key=each.key,
                title=each.title,
                content=dict(each.content),
                verdict=each.verdict.value,
                added_at=tx.now,
                added_by=tx.actor.name,
            )
            .on_conflict_do_nothing()
            .returning(aml_evidence.c.id)
        )
        if row.scalar_one_or_none() is not None:
            added.append(each)
    return added


async def evidence_of(tx: Tx, case_id: UUID) -> list[Evidence]:
    """What a case rests on, in the order in which it was added."""
    table = aml_evidence.c
    query = (
        select(aml_evidence)
        .where(table.tenant_id == tx.tenant_id, table.case_id == case_id)
        .order_by(table.id)
    )
    return [
        Evidence(
            row.kind,
            row.key,
            row.title,
            row.content,
            Verdict(row.verdict),
            row.id,
            row.verdict_by,
            row.added_by,
            row.added_at,
        )
        for row in await tx.conn.execute(query)
    ]


async def save_verdict(tx: Tx, case_id: CaseId, evidence_id: UUID, verdict: Verdict) -> None:
    """Writes whether a hit is the member."""
    table = aml_evidence.c
    await tx.conn.execute(
        update(aml_evidence)
        .where(table.tenant_id == tx.tenant_id, table.case_id == case_id, table.id == evidence_id)
        .values(verdict=verdict.value, verdict_by=tx.actor.name, verdict_at=tx.now)
    )


async def add_step(tx: Tx, case_id: CaseId, kind: str, text: str) -> None:
    """Writes down what happened to a case."""
    await tx.conn.execute(
        insert(aml_case_steps).values(
            tenant_id=tx.tenant_id,
            case_id=case_id,
            id=new_id(),
            kind=kind,
            text=text,
            at=tx.now,
            actor_kind=tx.actor.kind.value,
            actor_name=tx.actor.name,
        )
    )


async def _steps_of(tx: Tx, case_id: UUID) -> list[Step]:
    table = aml_case_steps.c
    query = (
        select(aml_case_steps)
        .where(table.tenant_id == tx.tenant_id, table.case_id == case_id)
        .order_by(table.id)
    )
    return [
        Step(row.id, row.kind, row.text, row.at, row.actor_kind, row.actor_name)
        for row in await tx.conn.execute(query)
    ]


async def add_freeze(
    tx: Tx, member_id: MemberId, *, case_id: UUID | None, reason: str, standing_before: str
) -> bool:
    """Adds a freeze; answers whether there was none in force."""
    row = await tx.conn.execute(
        upsert(account_freezes)
        .values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            member_id=member_id,
            case_id=case_id,
            reason=reason,
            frozen_by_id=tx.actor.user_id,
            frozen_by=tx.actor.name,
            frozen_at=tx.now,
            standing_before=standing_before,
        )
        .on_conflict_do_nothing()
        .returning(account_freezes.c.id)
    )
    return row.scalar_one_or_none() is not None


async def freeze_of(tx: Tx, member_id: MemberId, *, lock: bool = False) -> Freeze | None:
    """The freeze in force, locked on demand."""
    table = account_freezes.c
    query = select(account_freezes).where(
        table.tenant_id == tx.tenant_id, table.member_id == member_id, table.released_at.is_(None)
    )
    row = (await tx.conn.execute(query.with_for_update() if lock else query)).one_or_none()
    return None if row is None else _freeze(row)


async def freezes_of(tx: Tx, member_id: MemberId) -> list[Freeze]:
    """All freezes of an account, the newest first."""
    table = account_freezes.c
    query = (
        select(account_freezes)
        .where(table.tenant_id == tx.tenant_id, table.member_id == member_id)
        .order_by(table.id.desc())
    )
    return [_freeze(row) for row in await tx.conn.execute(query)]


async def end_freeze(tx: Tx, freeze_id: UUID, reason: str) -> None:
    """Writes that a freeze is over."""
    await tx.conn.execute(
        update(account_freezes)
        .where(account_freezes.c.tenant_id == tx.tenant_id, account_freezes.c.id == freeze_id)
        .values(released_at=tx.now, released_by=tx.actor.name, release_reason=reason)
    )


def _freeze(row: Row[Any]) -> Freeze:  # Any: columns of several types
    return Freeze(
        id=row.id,
        member_id=MemberId(row.member_id),
        case_id=row.case_id,
        reason=row.reason,
        frozen_by_id=row.frozen_by_id,
        frozen_by=row.frozen_by,
        frozen_at=row.frozen_at,
        standing_before=row.standing_before,
        released_by=row.released_by,
        released_at=row.released_at,
        release_reason=row.release_reason,
    )


def _case(row: Row[Any]) -> Case:  # Any: columns of several types
    return Case(
        id=CaseId(row.id),
        kind=CaseKind(row.kind),
        source=row.source,
        member_id=MemberId(row.member_id),
        status=CaseStatus(row.status),
        severity=Severity(row.severity),
        is_blocking=row.is_blocking,
        summary=row.summary,
        assignee_id=row.assignee_id,
        assignee=row.assignee,
        due_at=row.due_at,
        finding=None if row.finding is None else Finding(row.finding),
        opened_at=row.opened_at,
        updated_at=row.updated_at,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
    )
