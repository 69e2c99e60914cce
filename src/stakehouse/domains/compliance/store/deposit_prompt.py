"""The SQL of what members answered when asked for a deposit limit; the history keeps every answer."""

from sqlalchemy import select

from stakehouse.domains.compliance.tables import member_protections
from stakehouse.domains.compliance.types import PromptAnswer, PromptAnswered, PromptSource
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def answered(tx: Tx, member_id: MemberId) -> PromptAnswered | None:
    """The member's last answer, ``None`` if there was none."""
    table = member_protections.c
    query = select(
        table.deposit_limit_answer, table.deposit_limit_source, table.deposit_limit_answered_at
    ).where(
        table.tenant_id == tx.tenant_id,
        table.member_id == member_id,
        table.deposit_limit_answered_at.is_not(None),
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else PromptAnswered(PromptAnswer(row[0]), PromptSource(row[1]), row[2])


async def save(tx: Tx, member_id: MemberId, answer: PromptAnswered) -> None:
    """Writes the answer of a member whose protection is locked."""
    table = member_protections
    await tx.conn.execute(
        table.update()
        .where(table.c.tenant_id == tx.tenant_id, table.c.member_id == member_id)
        .values(
            deposit_limit_answer=answer.answer.value,
            deposit_limit_source=answer.source.value,
            deposit_limit_answered_at=answer.at,
            updated_at=tx.now,
        )
    )
