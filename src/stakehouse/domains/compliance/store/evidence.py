"""What compliance puts into archives: limits in force, and the protections members took."""

from collections.abc import AsyncIterator

from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.tx import Tx

_LIMITS = """
SELECT member_id, currency, kind, period, scale, units, pending_units, pending_from, updated_at FROM limits
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
ORDER BY member_id, currency, kind, period
"""
_PROTECTIONS = """
SELECT member_id, standing, time_zone, exclusion_kind, exclusion_since, exclusion_until, updated_at
FROM member_protections
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
ORDER BY member_id
"""


async def gather(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """The files of compliance."""
    values = {"tenant_id": tx.tenant_id, **span.values()}
    for name, query in (("limits", _LIMITS), ("exclusions", _PROTECTIONS)):
        async for file in lines(tx, name, query, values):
            yield file
