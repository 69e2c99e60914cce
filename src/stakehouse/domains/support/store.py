"""The SQL of support."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, insert, not_, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.support.tables import complaint_entries, complaint_numbers, complaints
from stakehouse.domains.support.types import (
    Category,
    Complaint,
    ComplaintFilter,
    ComplaintId,
    ComplaintOutcome,
    ComplaintStatus,
    Deadlines,
    Entry,
    EntryKind,
    Reference,
    ReferenceKind,
)
from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id


async def next_number(tx: Tx) -> int:
    """The next number of the tenant; numbers of complaints that were rolled back come again."""
    taken = await tx.conn.execute(
        upsert(complaint_numbers)
        .values(tenant_id=tx.tenant_id, last=1)
        .on_conflict_do_update(index_elements=["tenant_id"], set_={"last": complaint_numbers.c.last + 1})
        .returning(complaint_numbers.c.last)
    )
    return int(taken.scalar_one())


async def add(tx: Tx, complaint: Complaint) -> None:
    """Adds a complaint."""
    reference = complaint.reference
    await tx.conn.execute(
        insert(complaints).values(
            tenant_id=tx.tenant_id,
            id=complaint.id,
            number=complaint.number,
            member_id=complaint.member_id,
            category=complaint.category.value,
            subject=complaint.subject,
            reference_kind=None if reference is None else reference.kind.value,
            reference_id=None if reference is None else reference.id,
            status=complaint.status.value,
            owner_name="",
            acknowledge_by=complaint.deadlines.acknowledge_by,
            answer_by=complaint.deadlines.answer_by,
            keep_until=complaint.deadlines.keep_until,
            overdue_told="",
            created_at=complaint.created_at,
            updated_at=complaint.updated_at,
        )
    )


async def save(tx: Tx, complaint: Complaint) -> None:
    """Writes what may change of a complaint."""
    await tx.conn.execute(
        update(complaints)
        .where(complaints.c.tenant_id == tx.tenant_id, complaints.c.id == complaint.id)
        .values(
            status=complaint.status.value,
            outcome=None if complaint.outcome is None else complaint.outcome.value,
            owner_id=complaint.owner_id,
            owner_name=complaint.owner_name,
            acknowledged_at=complaint.acknowledged_at,
            answered_at=complaint.answered_at,
            escalated_at=complaint.escalated_at,
            closed_at=complaint.closed_at,
            updated_at=tx.now,
        )
    )


async def add_entry(tx: Tx, complaint_id: ComplaintId, kind: EntryKind, author: str, text: str) -> None:
    """Adds something said or done."""
    await tx.conn.execute(
        insert(complaint_entries).values(
            tenant_id=tx.tenant_id,
            complaint_id=complaint_id,
            id=new_id(),
            at=tx.now,
            kind=kind.value,
            author=author,
            text=text,
        )
    )


async def lock(tx: Tx, complaint_id: UUID, member_id: MemberId | None = None) -> Complaint | None:
    """A complaint under its row lock; of the member, if one is given."""
    query = select(complaints).where(*_one(tx, complaint_id, member_id)).with_for_update()
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _complaint(row)


async def complaint(tx: Tx, complaint_id: UUID, member_id: MemberId | None = None) -> Complaint | None:
    """A complaint; of the member, if one is given."""
    row = (await tx.conn.execute(select(complaints).where(*_one(tx, complaint_id, member_id)))).one_or_none()
    return None if row is None else _complaint(row)


async def entries(tx: Tx, complaint_id: UUID, kinds: Sequence[EntryKind]) -> list[Entry]:
    """What was said and done, the oldest first."""
    rows = await tx.conn.execute(
        select(complaint_entries)
        .where(
            complaint_entries.c.tenant_id == tx.tenant_id,
            complaint_entries.c.complaint_id == complaint_id,
            complaint_entries.c.kind.in_([kind.value for kind in kinds]),
        )
        .order_by(complaint_entries.c.id)
    )
    return [Entry(row.id, row.at, EntryKind(row.kind), row.author, row.text) for row in rows]


async def count_open(tx: Tx, member_id: MemberId | None = None) -> int:
    """How many complaints are open; of the member, if one is given."""
    query = select(func.count()).where(
        complaints.c.tenant_id == tx.tenant_id, complaints.c.status != ComplaintStatus.CLOSED.value
    )
    if member_id is not None:
        query = query.where(complaints.c.member_id == member_id)
    return int((await tx.conn.execute(query)).scalar_one())


async def count_overdue(tx: Tx) -> int:
    """How many complaints wait longer than they may."""
    query = select(func.count()).where(complaints.c.tenant_id == tx.tenant_id, _overdue(tx))
    return int((await tx.conn.execute(query)).scalar_one())


async def find(tx: Tx, wanted: ComplaintFilter, *, after: UUID | None, limit: int) -> list[Complaint]:
    """Complaints, newest first."""
    query = select(complaints).where(complaints.c.tenant_id == tx.tenant_id)
    if wanted.status is not None:
        query = query.where(complaints.c.status == wanted.status.value)
    if wanted.category is not None:
        query = query.where(complaints.c.category == wanted.category.value)
    if wanted.member_id is not None:
        query = query.where(complaints.c.member_id == wanted.member_id)
    if wanted.owner_id is not None:
        query = query.where(complaints.c.owner_id == wanted.owner_id)
    if wanted.is_overdue is not None:
        query = query.where(_overdue(tx) if wanted.is_overdue else not_(_overdue(tx)))
    if after is not None:
        query = query.where(complaints.c.id < after)
    rows = await tx.conn.execute(query.order_by(complaints.c.id.desc()).limit(limit))
    return [_complaint(row) for row in rows]


async def note_overdue(tx: Tx, due: str, limit: int) -> list[Complaint]:
    """Marks complaints whose deadline passed and was not told of; answers them.

    Args:
        tx: the transaction.
        due: ``acknowledgement`` or ``answer``.
        limit: so many at most.
    """
    is_late = _late_to_acknowledge(tx) if due == "acknowledgement" else _late_to_answer(tx)
    told = ("acknowledgement", "answer") if due == "acknowledgement" else ("answer",)
    late = (
        select(complaints.c.id)
        .where(complaints.c.tenant_id == tx.tenant_id, is_late, complaints.c.overdue_told.not_in(told))
        .order_by(complaints.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = await tx.conn.execute(
        update(complaints)
        .where(complaints.c.tenant_id == tx.tenant_id, complaints.c.id.in_(late))
        .values(overdue_told=due)
        .returning(complaints)
    )
    return [_complaint(row) for row in rows]


_EVIDENCE = """
SELECT c.* FROM complaints c
WHERE c.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR c.member_id = :member_id)
  AND c.created_at < :until AND c.updated_at >= :since
ORDER BY c.id
"""
_EVIDENCE_ENTRIES = """
SELECT c.number, e.complaint_id, e.id, e.at, e.kind, e.author, e.text
FROM complaints c JOIN complaint_entries e ON e.tenant_id = c.tenant_id AND e.complaint_id = c.id
WHERE c.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR c.member_id = :member_id)
  AND c.created_at < :until AND c.updated_at >= :since AND (:with_notes OR e.kind <> 'note')
ORDER BY e.complaint_id, e.id
"""


async def evidence(tx: Tx, span: Span, *, with_notes: bool) -> AsyncIterator[PackedFile]:
    """Complaints of a span and what was said about them, as files."""
    values = {"tenant_id": tx.tenant_id, "with_notes": with_notes, **span.values()}
    async for file in lines(tx, "complaints", _EVIDENCE, values):
        yield file
    async for file in lines(tx, "entries", _EVIDENCE_ENTRIES, values):
        yield file


def _one(tx: Tx, complaint_id: UUID, member_id: MemberId | None) -> list[ColumnElement[bool]]:
    found = [complaints.c.tenant_id == tx.tenant_id, complaints.c.id == complaint_id]
    return found if member_id is None else [*found, complaints.c.member_id == member_id]


def _late_to_acknowledge(tx: Tx) -> ColumnElement[bool]:
    return and_(complaints.c.status == ComplaintStatus.RECEIVED.value, complaints.c.acknowledge_by < tx.now)


def _late_to_answer(tx: Tx) -> ColumnElement[bool]:
    return and_(
        complaints.c.status.in_([ComplaintStatus.RECEIVED.value, ComplaintStatus.IN_PROGRESS.value]),
        complaints.c.answer_by < tx.now,
    )


def _overdue(tx: Tx) -> ColumnElement[bool]:
    return or_(_late_to_acknowledge(tx), _late_to_answer(tx))


def _complaint(row: Row[tuple[object, ...]]) -> Complaint:
    reference = (
        None if row.reference_kind is None else Reference(ReferenceKind(row.reference_kind), row.reference_id)
    )
    return Complaint(
        id=ComplaintId(row.id),
        number=row.number,
        member_id=MemberId(row.member_id),
        category=Category(row.category),
        subject=row.subject,
        reference=reference,
        status=ComplaintStatus(row.status),
        outcome=None if row.outcome is None else ComplaintOutcome(row.outcome),
        owner_id=row.owner_id,
        owner_name=row.owner_name,
        deadlines=Deadlines(row.acknowledge_by, row.answer_by, row.keep_until),
        created_at=row.created_at,
        acknowledged_at=row.acknowledged_at,
        answered_at=row.answered_at,
        escalated_at=row.escalated_at,
        closed_at=row.closed_at,
        updated_at=row.updated_at,
    )
