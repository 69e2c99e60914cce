"""The SQL of how many members the protections hold."""

from datetime import datetime

from sqlalchemy import text

from stakehouse.infra.tx import Tx

# A time-out is over at its end; what a member excluded themselves with stands until it is ended.
_COUNTS = text("""
SELECT
    (SELECT count(DISTINCT member_id) FROM limits WHERE tenant_id = :tenant_id AND units IS NOT NULL)
        AS limited,
    count(*) FILTER (WHERE exclusion_kind = 'time_out' AND exclusion_until > :now) AS paused,
    count(*) FILTER (WHERE exclusion_kind IN ('self_exclusion', 'excluded')) AS excluded,
    (SELECT count(DISTINCT member_id) FROM harm_contacts
     WHERE tenant_id = :tenant_id AND at > :since AND at <= :now) AS contacted
FROM member_protections WHERE tenant_id = :tenant_id
""")


async def counts(tx: Tx, since: datetime) -> tuple[int, int, int, int]:
    """How many members have limits, are in a time-out, are excluded, and were contacted since a moment."""
    row = (await tx.conn.execute(_COUNTS, {"tenant_id": tx.tenant_id, "now": tx.now, "since": since})).one()
    return row.limited, row.paused, row.excluded, row.contacted
