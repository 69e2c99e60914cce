"""The SQL of proofs that count once: signed data of others, passes of our own."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import spent_proofs
from stakehouse.infra.tx import Tx


async def spend(tx: Tx, digest: bytes, until: datetime) -> bool:
    """Notes that a proof was used; false if it was before."""
    row = await tx.conn.execute(
        upsert(spent_proofs)
        .values(tenant_id=tx.tenant_id, digest=digest, expires_at=until)
        .on_conflict_do_nothing()
        .returning(spent_proofs.c.digest)
    )
    return row.one_or_none() is not None


async def prune(tx: Tx, before: datetime) -> None:
    """Forgets used proofs that are too old to count anyway."""
    await tx.conn.execute(
        delete(spent_proofs).where(
            spent_proofs.c.tenant_id == tx.tenant_id, spent_proofs.c.expires_at < before
        )
    )
