"""The SQL of birth dates beside protections."""

from datetime import date

from sqlalchemy import text

from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

_KEEP = text("""
INSERT INTO member_protections (tenant_id, member_id, standing, time_zone, has_limits, birth_date, updated_at)
VALUES (:tenant_id, :member_id, 'active', :time_zone, false, :birth_date, :now)
ON CONFLICT (tenant_id, member_id) DO UPDATE SET birth_date = excluded.birth_date
WHERE member_protections.birth_date IS DISTINCT FROM excluded.birth_date
""")

_FORGET = text("""
UPDATE member_protections SET birth_date = NULL WHERE tenant_id = :tenant_id AND member_id = :member_id
""")


async def keep_birth_date(tx: Tx, member_id: MemberId, birth_date: date, *, time_zone: str) -> None:
    """Keeps a birth date; a member whom nothing protected gets a row for it."""
    await tx.conn.execute(
        _KEEP,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "time_zone": time_zone,
            "birth_date": birth_date,
            "now": tx.now,
        },
    )


async def forget_birth_date(tx: Tx, member_id: MemberId) -> None:
    """Forgets the birth date of a member whose personal data is erased."""
    await tx.conn.execute(_FORGET, {"tenant_id": tx.tenant_id, "member_id": member_id})
