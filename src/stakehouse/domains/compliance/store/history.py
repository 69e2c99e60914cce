"""The SQL of the history of protections: added to and read, never changed."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import insert, select

from stakehouse.domains.compliance.tables import protection_changes
from stakehouse.domains.compliance.types import ProtectionChange
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id


async def add(
    tx: Tx,
    member_id: MemberId,
    act: str,
    *,
    before: Mapping[str, object] | None,
    after: Mapping[str, object] | None,
    reason: str,
) -> None:
    """Adds a change, by whoever acts in the transaction."""
    await tx.conn.execute(
        insert(protection_changes).values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            member_id=member_id,
            at=tx.now,
            act=act,
            before=before,
            after=after,
            reason=reason,
            actor_kind=tx.actor.kind.value,
            actor_name=tx.actor.name,
        )
    )


async def changes_of(
    tx: Tx, member_id: MemberId, *, after: UUID | None, limit: int
) -> list[ProtectionChange]:
    """The changes of a member's protections, the newest first; those before ``after`` if it is given."""
    table = protection_changes.c
    query = (
        select(table.id, table.at, table.act, table.before, table.after, table.reason)
        .add_columns(table.actor_kind, table.actor_name)
        .where(table.tenant_id == tx.tenant_id, table.member_id == member_id)
        .order_by(table.id.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(table.id < after)
    return [ProtectionChange(*row) for row in await tx.conn.execute(query)]
