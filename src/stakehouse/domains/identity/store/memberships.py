"""The SQL of memberships: in which houses a person is known. Read for that very person only."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import memberships
from stakehouse.domains.identity.types import SessionAudience
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId, UserId


async def note(tx: Tx, user_id: UserId, audience: SessionAudience) -> None:
    """Notes that a person is known in the transaction's tenant."""
    await tx.conn.execute(
        upsert(memberships)
        .values(user_id=user_id, tenant_id=tx.tenant_id, kind=audience.value, created_at=tx.now)
        .on_conflict_do_nothing()
    )


async def forget(tx: Tx, user_id: UserId, audience: SessionAudience) -> None:
    """Notes that a person is no longer known in the transaction's tenant."""
    await tx.conn.execute(
        delete(memberships).where(
            memberships.c.user_id == user_id,
            memberships.c.tenant_id == tx.tenant_id,
            memberships.c.kind == audience.value,
        )
    )


async def tenants_of(tx: Tx, user_id: UserId, audience: SessionAudience | None = None) -> list[TenantId]:
    """The tenants in which a person is known at one face, or at any, the oldest first."""
    statement = select(memberships.c.tenant_id).where(memberships.c.user_id == user_id)
    if audience is not None:
        statement = statement.where(memberships.c.kind == audience.value)
    rows = await tx.conn.execute(statement.order_by(memberships.c.created_at, memberships.c.tenant_id))
    return list(dict.fromkeys(TenantId(row.tenant_id) for row in rows))
