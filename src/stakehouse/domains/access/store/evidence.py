"""What access puts into archives: the audit trail, and what two persons decided."""

from collections.abc import AsyncIterator

from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.tx import Tx

_AUDIT = """
SELECT id, at, actor_kind, actor_id, actor_name, real_actor_id, real_actor_name, action, resource_kind,
       resource_id, reason, before, after, address, user_agent, request_id
FROM audit_trail
WHERE tenant_id = :tenant_id AND at >= :since AND at < :until
  AND (CAST(:member_id AS uuid) IS NULL OR actor_id = :member_id
       OR resource_id = CAST(CAST(:member_id AS uuid) AS text))
ORDER BY id
"""
_APPROVALS = """
SELECT id, kind, summary, content, content_hash, reason, member_id, maker, status, created_at, decided_at,
       decider, decision_reason
FROM approvals
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND created_at >= :since AND created_at < :until
ORDER BY id
"""


async def gather(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """The files of access."""
    values = {"tenant_id": tx.tenant_id, **span.values()}
    for name, query in (("audit", _AUDIT), ("approvals", _APPROVALS)):
        async for file in lines(tx, name, query, values):
            yield file
