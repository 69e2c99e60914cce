"""The SQL of national registers: connections, answers, and whom they keep out."""

from typing import Any

from sqlalchemy import Row, Select, delete, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.compliance.tables import (
    member_protections,
    register_answers,
    register_connections,
)
from stakehouse.domains.compliance.types.registers import (
    Cause,
    Listing,
    RegisterAnswer,
    RegisterConnection,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

KEPT_OF_A_PERSON = 20
"""Answers about one person beyond which the oldest are forgotten."""


async def connection(tx: Tx) -> RegisterConnection | None:
    """The house's access to a register: the active one, or the one it had last."""
    table = register_connections.c
    query = (
        select(register_connections)
        .where(table.tenant_id == tx.tenant_id)
        .order_by(table.is_active.desc(), table.updated_at.desc())
        .limit(1)
    )
    row = (await tx.conn.execute(query)).one_or_none()
    if row is None:
        return None
    return RegisterConnection(row.register, row.base_url, row.credentials, row.is_active, row.updated_at)


async def keep_connection(tx: Tx, kept: RegisterConnection) -> None:
    """Keeps a connection, in place of an earlier one to the same register."""
    values = {
        "base_url": kept.base_url,
        "credentials": kept.credentials,
        "is_active": kept.is_active,
        "updated_at": tx.now,
    }
    await tx.conn.execute(
        upsert(register_connections)
        .values(tenant_id=tx.tenant_id, register=kept.register, created_at=tx.now, **values)
        .on_conflict_do_update(index_elements=["tenant_id", "register"], set_=values)
    )


async def remove_connections(tx: Tx) -> None:
    """Forgets the house's keys."""
    await tx.conn.execute(
        delete(register_connections).where(register_connections.c.tenant_id == tx.tenant_id)
    )


# Any: SQLAlchemy types a selected row by its columns.
def _answers(tx: Tx) -> Select[Any]:
    return (
        select(register_answers)
        .where(register_answers.c.tenant_id == tx.tenant_id)
        .order_by(register_answers.c.id.desc())
    )


async def last_answer(tx: Tx, print_: bytes) -> RegisterAnswer | None:
    """The newest answer about a person."""
    query = _answers(tx).where(register_answers.c.print == print_).limit(1)
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _answer(row)


async def newest_answer(tx: Tx) -> RegisterAnswer | None:
    """The newest answer about anybody."""
    row = (await tx.conn.execute(_answers(tx).limit(1))).one_or_none()
    return None if row is None else _answer(row)


async def answers_about(tx: Tx, member_id: MemberId, print_: bytes) -> list[RegisterAnswer]:
    """The kept answers about a member, those before they were one included; the newest first."""
    query = _answers(tx).where(
        or_(register_answers.c.member_id == member_id, register_answers.c.print == print_)
    )
    return [_answer(row) for row in await tx.conn.execute(query.limit(KEPT_OF_A_PERSON))]


async def listing_answer(tx: Tx, member_id: MemberId) -> RegisterAnswer | None:
    """The newest answer by which a register keeps a member out."""
    query = _answers(tx).where(
        register_answers.c.member_id == member_id, register_answers.c.answer == Listing.ON.value
    )
    row = (await tx.conn.execute(query.limit(1))).one_or_none()
    return None if row is None else _answer(row)


async def add_answer(tx: Tx, answer: RegisterAnswer) -> None:
    """Keeps an answer, and forgets the oldest about the same person."""
    table = register_answers.c
    await tx.conn.execute(
        insert(register_answers).values(
            tenant_id=tx.tenant_id,
            id=answer.id,
            print=answer.print,
            member_id=answer.member_id,
            register=answer.register,
            cause=answer.cause.value,
            answer=answer.listing.value,
            reference=answer.reference,
            asked_at=answer.asked_at,
            valid_until=answer.valid_until,
        )
    )
    old = (
        select(table.id)
        .where(table.tenant_id == tx.tenant_id, table.print == answer.print)
        .order_by(table.id.desc())
        .offset(KEPT_OF_A_PERSON)
    )
    await tx.conn.execute(delete(register_answers).where(table.tenant_id == tx.tenant_id, table.id.in_(old)))


async def note_listed(tx: Tx, member_id: MemberId, *, is_listed: bool) -> None:
    """Notes in a member's protection, which is locked, whether a register keeps them out."""
    table = member_protections.c
    await tx.conn.execute(
        update(member_protections)
        .where(table.tenant_id == tx.tenant_id, table.member_id == member_id)
        .values(register_since=tx.now if is_listed else None, updated_at=tx.now)
    )


def _answer(row: Row[Any]) -> RegisterAnswer:  # Any: as above
    return RegisterAnswer(
        row.id,
        row.print,
        None if row.member_id is None else MemberId(row.member_id),
        row.register,
        Cause(row.cause),
        Listing(row.answer),
        row.reference,
        row.asked_at,
        row.valid_until,
    )
