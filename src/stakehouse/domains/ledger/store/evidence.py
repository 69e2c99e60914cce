"""What the ledger puts into archives: the journal as it was sealed, and the seals that prove it.

The columns of a transfer are those of its canonical text, in order, so that whoever holds an archive can
compute the SHA-256 of each and find it among the leaves of a seal.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from sqlalchemy import text

from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import first_id_at

_TRANSFERS = """
SELECT tenant_id, owner_id, transfer_id, operation_id, code, debit_account, credit_account, amount,
       debit_balance, credit_balance
FROM transfers
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR owner_id = :member_id)
  AND transfer_id >= :first AND transfer_id < :last
ORDER BY transfer_id
"""
_OPERATIONS = """
SELECT operation_id, kind, key, subject_kind, subject_id, member_id, created_at FROM operations
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND operation_id >= :first AND operation_id < :last
ORDER BY operation_id
"""
_ACCOUNTS = """
SELECT account_id, owner_kind, owner_id, kind, currency, is_flagged, balance, created_at FROM accounts
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR owner_id = :member_id)
ORDER BY account_id
"""
_HOLDS = """
SELECT hold_id, member_id, currency, amount, reason, subject_kind, subject_id, status, created_at, closed_at
FROM holds
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND created_at >= :since AND created_at < :until
ORDER BY hold_id
"""
_SEALS = """
SELECT journal, seq, from_id, to_id, rows, root, seal, leaves, created_at FROM seals
WHERE tenant_id = :tenant_id AND journal = 'transfers' AND to_id >= :first AND from_id < :last
ORDER BY journal, seq
"""


async def gather(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """The files of the ledger."""
    values = {
        "tenant_id": tx.tenant_id,
        "first": first_id_at(span.since),
        "last": first_id_at(span.until),
        **span.values(),
    }
    for name, query in (
        ("transfers", _TRANSFERS),
        ("operations", _OPERATIONS),
        ("accounts", _ACCOUNTS),
        ("holds", _HOLDS),
        ("seals", _SEALS),
    ):
        async for file in lines(tx, name, query, values):
            yield file


@dataclass(frozen=True, slots=True)
class OwedLine:
    """What members have together in one currency."""

    currency: str
    units: int
    members: int


_OWED = text("""
SELECT currency, sum(balance)::bigint AS units, count(DISTINCT owner_id) AS members FROM accounts
WHERE tenant_id = :tenant_id AND owner_kind = 'member' AND balance <> 0
GROUP BY currency ORDER BY currency
""")


async def owed_to_members(tx: Tx) -> list[OwedLine]:
    """What the tenant owes its members, by currency; nothing where nobody has anything."""
    rows = await tx.conn.execute(_OWED, {"tenant_id": tx.tenant_id})
    return [OwedLine(row.currency, int(row.units), int(row.members)) for row in rows]
