"""Statements: a member's transfers as that member sees them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from stakehouse.domains.ledger.types import BookedTransfer, Code, StatementLine, WalletKind
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, OperationId, first_id_at, moment_of

# The page is cut on transfers, so that the two sides of one within a member's wallet stay together.
_LINES = text("""
WITH page AS (
    SELECT t.* FROM transfers t
    WHERE t.tenant_id = :tenant_id AND t.owner_id = :member_id
      AND (CAST(:after AS uuid) IS NULL OR t.transfer_id < CAST(:after AS uuid))
      AND (CAST(:since AS uuid) IS NULL OR t.transfer_id >= CAST(:since AS uuid))
      AND (CAST(:until AS uuid) IS NULL OR t.transfer_id < CAST(:until AS uuid))
      AND (CAST(:code AS smallint) IS NULL OR t.code = CAST(:code AS smallint))
      AND EXISTS (
        SELECT FROM accounts a
        WHERE a.tenant_id = t.tenant_id AND a.account_id IN (t.debit_account, t.credit_account)
          AND a.owner_id = t.owner_id AND a.kind = ANY(:kinds)
          AND (CAST(:currency AS text) IS NULL OR a.currency = CAST(:currency AS text)))
    ORDER BY t.transfer_id DESC LIMIT :limit
)
SELECT p.transfer_id, p.code, p.amount, a.kind, a.currency, a.account_id = p.debit_account AS is_debit,
       CASE WHEN a.account_id = p.debit_account THEN p.debit_balance ELSE p.credit_balance END AS balance_after,
       o.subject_kind, o.subject_id
FROM page p
JOIN accounts a ON a.tenant_id = p.tenant_id AND a.account_id IN (p.debit_account, p.credit_account)
               AND a.owner_id = p.owner_id AND a.kind = ANY(:kinds)
JOIN operations o ON o.tenant_id = p.tenant_id AND o.operation_id = p.operation_id
ORDER BY p.transfer_id DESC, is_debit
""")


async def lines(
    tx: Tx,
    member_id: MemberId,
    *,
    kinds: Sequence[WalletKind],
    code: Code | None,
    currency: str | None,
    since: UUID | None,
    until: UUID | None,
    after: UUID | None,
    limit: int,
) -> list[StatementLine]:
    """The lines of up to ``limit`` transfers, the newest first."""
    rows = await tx.conn.execute(
        _LINES,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "kinds": [kind.value for kind in kinds],
            "code": None if code is None else int(code),
            "currency": currency,
            "since": since,
            "until": until,
            "after": after,
            "limit": limit,
        },
    )
    return [
        StatementLine(
            id=row.transfer_id,
            code=Code(row.code),
            account=WalletKind(row.kind),
            currency=row.currency,
            units=-row.amount if row.is_debit else row.amount,
            balance_after=row.balance_after,
            reference=f"{row.subject_kind}:{row.subject_id}",
            created_at=_moment(row.transfer_id),
        )
        for row in rows
    ]


_BOOKED = text("""
SELECT t.owner_id, t.operation_id, t.code, t.amount, d.kind AS debit_kind, c.kind AS credit_kind,
       d.owner_kind = 'member' AS is_from_member, c.owner_kind = 'member' AS is_to_member,
       t.debit_balance, t.credit_balance
FROM transfers t
JOIN accounts d ON d.tenant_id = t.tenant_id AND d.account_id = t.debit_account
JOIN accounts c ON c.tenant_id = t.tenant_id AND c.account_id = t.credit_account
WHERE t.tenant_id = :tenant_id AND t.owner_id = ANY(:owners) AND t.operation_id = ANY(:operations)
  AND t.transfer_id >= :first AND t.transfer_id < :last
ORDER BY t.transfer_id
""")
AROUND = timedelta(minutes=5)
"""The transfers of an operation are written within this time of its id; it bounds what is searched."""


async def booked(
    tx: Tx, owners: Sequence[MemberId], operations: Sequence[OperationId]
) -> list[BookedTransfer]:
    """The transfers of some operations of members, in the order in which they were booked."""
    if not operations:
        return []
    rows = await tx.conn.execute(
        _BOOKED,
        {
            "tenant_id": tx.tenant_id,
            "owners": list(owners),
            "operations": list(operations),
            "first": first_id_at(moment_of(min(operations)) - AROUND),
            "last": first_id_at(moment_of(max(operations)) + AROUND),
        },
    )
    return [
        BookedTransfer(
            MemberId(row.owner_id),
            OperationId(row.operation_id),
            Code(row.code),
            row.amount,
            row.debit_kind if row.is_from_member else None,
            row.credit_kind if row.is_to_member else None,
            row.debit_balance if row.is_from_member else None,
            row.credit_balance if row.is_to_member else None,
        )
        for row in rows
    ]


def _moment(transfer_id: UUID) -> datetime:
    return moment_of(transfer_id)


_BALANCES_AT = text("""
SELECT a.kind, a.currency, coalesce(sum(CASE WHEN t.credit_account = a.account_id THEN t.amount
                                             WHEN t.debit_account = a.account_id THEN -t.amount END), 0)::bigint
       AS units
FROM accounts a
LEFT JOIN transfers t ON t.tenant_id = a.tenant_id AND t.owner_id = a.owner_id
    AND a.account_id IN (t.debit_account, t.credit_account) AND t.transfer_id < :until
WHERE a.tenant_id = :tenant_id AND a.owner_id = :member_id AND a.owner_kind = 'member'
GROUP BY a.currency, a.kind ORDER BY a.currency, a.kind
""")


async def balances_at(tx: Tx, member_id: MemberId, until: UUID) -> list[tuple[WalletKind, str, int]]:
    """What the member held before the first id of an instant, from the transfers alone."""
    rows = await tx.conn.execute(
        _BALANCES_AT, {"tenant_id": tx.tenant_id, "member_id": member_id, "until": until}
    )
    return [(WalletKind(row.kind), row.currency, row.units) for row in rows]
