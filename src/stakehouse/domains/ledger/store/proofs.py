"""The SQL of checkpoints, seals and verification; all read-only but for the rows they add."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import RowMapping, text

from stakehouse.infra.tx import Tx

NO_ID = UUID(int=0)
"""Before every id."""

# A row belongs to the past once no running transaction can still commit an earlier one. Ids are made
# inside transactions, so those of a transaction are younger than its start; five seconds cover
# clocks that differ between machines.
_SAFE_INSTANT = text("""
SELECT least(now(), coalesce((SELECT min(xact_start) FROM pg_stat_activity
                              WHERE datname = current_database() AND pid <> pg_backend_pid()), now()))
       - interval '5 seconds' AS instant
""")

# All checkpoints of a tenant stand at one id. An account that has none yet was opened after it: the
# rows below were all committed when it was chosen, so none of them can be that account's.
_STAND = text("SELECT up_to FROM checkpoints WHERE tenant_id = :tenant_id LIMIT 1")

_MOVE_CHECKPOINTS = text("""
WITH moved AS (
    SELECT side.account_id, sum(side.amount) AS amount, count(*) AS transfers
    FROM transfers t,
         LATERAL (VALUES (t.debit_account, -t.amount), (t.credit_account, t.amount)) AS side (account_id, amount)
    WHERE t.tenant_id = :tenant_id AND t.transfer_id > :since AND t.transfer_id <= :up_to
    GROUP BY side.account_id
)
INSERT INTO checkpoints (tenant_id, account_id, up_to, balance, transfers, made_at)
SELECT a.tenant_id, a.account_id, :up_to, coalesce(m.amount, 0), coalesce(m.transfers, 0), :now
FROM accounts a LEFT JOIN moved m ON m.account_id = a.account_id
WHERE a.tenant_id = :tenant_id AND NOT a.is_running
ON CONFLICT (tenant_id, account_id) DO UPDATE
SET up_to = excluded.up_to, balance = checkpoints.balance + excluded.balance,
    transfers = checkpoints.transfers + excluded.transfers, made_at = excluded.made_at
""")

_LOCK_PROOFS = text("SELECT pg_advisory_xact_lock(hashtextextended('ledger-proofs:' || :tenant_id, 0))")
_TAKE_TIME = text("SET LOCAL statement_timeout = '5min'")


async def lock_proofs(tx: Tx) -> None:
    """One prover a tenant at a time."""
    await take_time(tx)
    await tx.conn.execute(_LOCK_PROOFS, {"tenant_id": str(tx.tenant_id)})


async def take_time(tx: Tx) -> None:
    """Lets the statements of this transaction run for minutes: they read whole spans of the books."""
    await tx.conn.execute(_TAKE_TIME)


async def safe_instant(tx: Tx) -> datetime:
    """The instant before which no row can appear any more."""
    moment: datetime = (await tx.conn.execute(_SAFE_INSTANT)).scalar_one()
    return moment


async def move_checkpoints(tx: Tx, up_to: UUID) -> int:
    """Moves the checkpoints of all accounts without running balance; answers how many moved."""
    since: UUID = (await tx.conn.execute(_STAND, {"tenant_id": tx.tenant_id})).scalar() or NO_ID
    if up_to <= since:
        return 0
    span = {"tenant_id": tx.tenant_id, "since": since, "up_to": up_to, "now": tx.now}
    return int((await tx.conn.execute(_MOVE_CHECKPOINTS, span)).rowcount)


class Leaf(NamedTuple):
    """A row of a journal as it is sealed: its id and the SHA-256 of its canonical text."""

    id: UUID
    digest: bytes


# The canonical text of a row: its columns in this order, joined by "|", NULL as "~"; times in
# microseconds since 1970. It is hashed in the database so that no row has to travel.
JOURNALS: dict[str, tuple[str, str, str]] = {
    "transfers": (
        "transfers",
        "transfer_id",
        "concat_ws('|', tenant_id, owner_id, transfer_id, operation_id, code, debit_account, credit_account,"
        " amount, coalesce(debit_balance::text, '~'), coalesce(credit_balance::text, '~'))",
    ),
    "operations": (
        "operations",
        "operation_id",
        "concat_ws('|', tenant_id, operation_id, kind, source, key, subject_kind, subject_id,"
        " coalesce(member_id::text, '~'), encode(answer, 'hex'),"
        " (extract(epoch FROM created_at) * 1000000)::bigint)",
    ),
    "audit_trail": (
        "audit_trail",
        "id",
        # Free texts could hold the mark between columns, so this one is written as a JSON array.
        "jsonb_build_array(tenant_id, id, (extract(epoch FROM at) * 1000000)::bigint, actor_kind, actor_id,"
        " actor_name, real_actor_id, real_actor_name, action, resource_kind, resource_id, reason, before,"
        " after, address, user_agent, request_id)::text",
    ),
}


async def leaves(tx: Tx, journal: str, after: UUID, up_to: UUID, limit: int) -> list[Leaf]:
    """The first rows of a journal in a span of ids, in order."""
    table, key, canonical = JOURNALS[journal]
    query = text(
        f"SELECT {key} AS id, sha256(convert_to({canonical}, 'UTF8')) AS digest FROM {table} "  # noqa: S608 - names from JOURNALS
        f"WHERE tenant_id = :tenant_id AND {key} > :after AND {key} <= :up_to ORDER BY {key} LIMIT :limit"
    )
    span = {"tenant_id": tx.tenant_id, "after": after, "up_to": up_to, "limit": limit}
    return [Leaf(row.id, row.digest) for row in await tx.conn.execute(query, span)]


_LAST_SEAL = text(
    "SELECT seq, to_id, seal FROM seals WHERE tenant_id = :tenant_id AND journal = :journal "
    "ORDER BY seq DESC LIMIT 1"
)
_ADD_SEAL = text(
    "INSERT INTO seals (tenant_id, journal, seq, from_id, to_id, rows, root, seal, leaves, created_at) "
    "VALUES (:tenant_id, :journal, :seq, :from_id, :to_id, :rows, :root, :seal, :leaves, :now)"
)
_SEAL_AFTER = text(
    "SELECT seq, from_id, to_id, rows, root, seal, leaves FROM seals "
    "WHERE tenant_id = :tenant_id AND journal = :journal AND seq > :seq ORDER BY seq LIMIT 1"
)
_NEWEST_SEALS = text(
    "SELECT journal, seq, from_id, to_id, rows, root, seal, created_at FROM seals "
    "WHERE tenant_id = :tenant_id ORDER BY created_at DESC, journal LIMIT :limit"
)
_LAST_SEALS = text(
    "SELECT DISTINCT ON (journal) journal, seq, from_id, to_id, rows, root, seal, created_at FROM seals "
    "WHERE tenant_id = :tenant_id ORDER BY journal, seq DESC"
)


async def last_seal(tx: Tx, journal: str) -> RowMapping | None:
    """The newest seal of a journal."""
    found = await tx.conn.execute(_LAST_SEAL, {"tenant_id": tx.tenant_id, "journal": journal})
    return found.mappings().one_or_none()


async def add_seal(tx: Tx, journal: str, values: dict[str, Any]) -> None:
    """Stores a seal."""
    await tx.conn.execute(_ADD_SEAL, {"tenant_id": tx.tenant_id, "journal": journal, "now": tx.now, **values})


async def seal_after(tx: Tx, journal: str, seq: int) -> RowMapping | None:
    """The seal that follows a number, with its leaves; one at a time, for they are large."""
    values = {"tenant_id": tx.tenant_id, "journal": journal, "seq": seq}
    return (await tx.conn.execute(_SEAL_AFTER, values)).mappings().one_or_none()


async def last_seals(tx: Tx) -> list[RowMapping]:
    """The newest seal of each journal, without its leaves."""
    return list((await tx.conn.execute(_LAST_SEALS, {"tenant_id": tx.tenant_id})).mappings())


async def newest_seals(tx: Tx, limit: int) -> list[RowMapping]:
    """The newest seals of all journals, without their leaves."""
    found = await tx.conn.execute(_NEWEST_SEALS, {"tenant_id": tx.tenant_id, "limit": limit})
    return list(found.mappings())


# What the rows say, account by account; everything below asks it.
_SUMS = """
WITH sides AS (
    SELECT side.account_id, sum(side.amount) AS amount, count(*) AS transfers
    FROM transfers t,
         LATERAL (VALUES (t.debit_account, -t.amount), (t.credit_account, t.amount)) AS side (account_id, amount)
    WHERE t.tenant_id = :tenant_id GROUP BY side.account_id
)
"""

CHECKS: dict[str, str] = {
    "balance_differs_from_transfers": _SUMS
    + """
SELECT a.account_id AS id, a.kind || ' ' || a.currency || ': balance ' || a.balance || ', transfers '
       || coalesce(s.amount, 0) AS detail
FROM accounts a LEFT JOIN sides s ON s.account_id = a.account_id
WHERE a.tenant_id = :tenant_id AND a.is_running AND a.balance <> coalesce(s.amount, 0)
""",
    "balance_below_zero": """
SELECT account_id AS id, kind || ' ' || currency || ': ' || balance AS detail
FROM accounts WHERE tenant_id = :tenant_id AND is_running AND balance < 0 AND NOT is_flagged
""",
    "pool_below_zero": _SUMS
    + """
SELECT a.account_id AS id, a.currency || ': ' || s.amount AS detail
FROM accounts a JOIN sides s ON s.account_id = a.account_id
WHERE a.tenant_id = :tenant_id AND a.owner_kind = 'jackpot' AND s.amount < 0
""",
    "transfer_without_account": """
SELECT t.transfer_id AS id, 'account or currency does not fit' AS detail
FROM transfers t
LEFT JOIN accounts d ON d.tenant_id = t.tenant_id AND d.account_id = t.debit_account
LEFT JOIN accounts c ON c.tenant_id = t.tenant_id AND c.account_id = t.credit_account
WHERE t.tenant_id = :tenant_id AND (d.currency IS NULL OR c.currency IS NULL OR d.currency <> c.currency)
""",
    "transfer_without_operation": """
SELECT t.transfer_id AS id, 'operation ' || t.operation_id AS detail
FROM transfers t LEFT JOIN operations o ON o.tenant_id = t.tenant_id AND o.operation_id = t.operation_id
WHERE t.tenant_id = :tenant_id AND o.operation_id IS NULL
""",
    "operation_without_key": """
SELECT o.operation_id AS id, 'key ' || o.key AS detail
FROM operations o
LEFT JOIN operation_keys k ON k.tenant_id = o.tenant_id AND k.operation_id = o.operation_id
WHERE o.tenant_id = :tenant_id AND k.operation_id IS NULL
""",
    "key_without_operation": """
SELECT k.operation_id AS id, 'operation is missing' AS detail
FROM operation_keys k
LEFT JOIN operations o ON o.tenant_id = k.tenant_id AND o.operation_id = k.operation_id
WHERE k.tenant_id = :tenant_id AND k.operation_id IS NOT NULL AND o.operation_id IS NULL
""",
    "locked_differs_from_holds": """
SELECT a.account_id AS id, a.currency || ': locked ' || a.balance || ', holds ' || coalesce(h.units, 0) AS detail
FROM accounts a LEFT JOIN (
    SELECT member_id, currency, sum(amount) AS units FROM holds
    WHERE tenant_id = :tenant_id AND status = 'open' GROUP BY member_id, currency
) h ON h.member_id = a.owner_id AND h.currency = a.currency
WHERE a.tenant_id = :tenant_id AND a.kind = 'locked' AND a.owner_kind = 'member'
  AND a.balance <> coalesce(h.units, 0)
""",
    "checkpoint_differs_from_transfers": """
SELECT c.account_id AS id, 'checkpoint ' || c.balance || ', transfers ' || coalesce(s.units, 0) AS detail
FROM checkpoints c LEFT JOIN (
    SELECT side.account_id, sum(side.amount) AS units, count(*) AS transfers
    FROM transfers t,
         LATERAL (VALUES (t.debit_account, -t.amount), (t.credit_account, t.amount)) AS side (account_id, amount)
    JOIN checkpoints p ON p.tenant_id = :tenant_id AND p.account_id = side.account_id
    WHERE t.tenant_id = :tenant_id AND t.transfer_id <= p.up_to GROUP BY side.account_id
) s ON s.account_id = c.account_id
WHERE c.tenant_id = :tenant_id AND (c.balance <> coalesce(s.units, 0) OR c.transfers <> coalesce(s.transfers, 0))
""",
}
"""What must always hold: each query answers the rows for which it does not."""

_CURRENCIES = text(
    _SUMS
    + """
SELECT a.currency,
       sum(CASE WHEN a.is_running THEN a.balance ELSE coalesce(s.amount, 0) END)::bigint AS sum,
       count(*) AS accounts, coalesce(sum(s.transfers), 0)::bigint / 2 AS transfers
FROM accounts a LEFT JOIN sides s ON s.account_id = a.account_id
WHERE a.tenant_id = :tenant_id GROUP BY a.currency ORDER BY a.currency
"""
)

FINDINGS_MAX = 100


async def findings(tx: Tx, check: str) -> list[RowMapping]:
    """The first rows for which a check does not hold."""
    found = await tx.conn.execute(text(CHECKS[check] + f" LIMIT {FINDINGS_MAX}"), {"tenant_id": tx.tenant_id})
    return list(found.mappings())


async def currencies(tx: Tx) -> list[RowMapping]:
    """For each currency the sum over all accounts, and how many accounts and transfers there are."""
    found = await tx.conn.execute(_CURRENCIES, {"tenant_id": tx.tenant_id})
    return list(found.mappings())
