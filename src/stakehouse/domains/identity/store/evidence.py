"""What identity puts into archives: the member, all states of the account, and when they were here."""

from collections.abc import AsyncIterator

from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.tx import Tx

_MEMBERS = """
SELECT m.id AS member_id, m.username, m.first_name, m.last_name, m.phone, m.postcode, u.email, m.birth_date, m.country,
       m.currency, m.locale, m.time_zone, m.kyc_status, m.standing, m.terms_accepted_at, m.created_at,
       m.last_sign_in_at
FROM members m JOIN users u ON u.id = m.user_id
WHERE m.tenant_id = :tenant_id
  AND (m.id = CAST(:member_id AS uuid)
       OR (CAST(:member_id AS uuid) IS NULL AND m.created_at >= :since AND m.created_at < :until))
ORDER BY m.id
"""
_STANDINGS = """
SELECT id, member_id, at, before, after, until, reason, actor_kind, actor_name FROM standing_changes
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND at >= :since AND at < :until
ORDER BY id
"""
_SESSIONS = """
SELECT id, member_id, methods, device, address, created_at, last_seen_at, expires_at, ended_at, end_reason
FROM sessions
WHERE tenant_id = :tenant_id AND audience = 'player'
  AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND created_at < :until AND last_seen_at >= :since
ORDER BY id
"""


async def gather(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """The files of identity."""
    values = {"tenant_id": tx.tenant_id, **span.values()}
    for name, query in (("members", _MEMBERS), ("account-states", _STANDINGS), ("sessions", _SESSIONS)):
        async for file in lines(tx, name, query, values):
            yield file
