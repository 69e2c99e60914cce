"""The SQL of logos."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.tenancy.tables import tenant_logos
from stakehouse.infra.tx import Tx


async def add(tx: Tx, digest: str, content: bytes) -> None:
    """Keeps a picture; harmless if it is kept already."""
    await tx.conn.execute(
        upsert(tenant_logos)
        .values(tenant_id=tx.tenant_id, hash=digest, content=content, created_at=tx.now)
        .on_conflict_do_nothing()
    )


async def content(tx: Tx, digest: str) -> bytes | None:
    """A picture of the tenant."""
    query = select(tenant_logos.c.content).where(
        tenant_logos.c.tenant_id == tx.tenant_id, tenant_logos.c.hash == digest
    )
    found: bytes | None = (await tx.conn.execute(query)).scalar_one_or_none()
    return found
