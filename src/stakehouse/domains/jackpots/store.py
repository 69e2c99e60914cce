"""The jackpots' SQL."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import RowMapping, text

from stakehouse.domains.jackpots.rules import Entry, EntryRow, Pools
from stakehouse.domains.jackpots.types import Jackpot, JackpotView, Level
from stakehouse.infra.pipeline import Row, Statement, Statements
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import JackpotId, MemberId, RoundId, TenantId

# Pools are few and their entries many: one row a pool, and of its entries one array a column.
_READ = """
SELECT j.jackpot_id, j.slug, j.name, j.level, j.currency, j.contribution_bp, j.seed_amount, j.stake_per_hit,
       e.members, e.carries, e.contributed
FROM jackpots j CROSS JOIN LATERAL (
    SELECT array_agg(member_id) AS members, array_agg(carry) AS carries, array_agg(contributed) AS contributed
    FROM jackpot_entries
    WHERE tenant_id = $1 AND member_id = ANY($2::uuid[]) AND jackpot_id = j.jackpot_id AND is_opted_in
) e
WHERE j.tenant_id = $1 AND j.status = 'open'
"""

_WRITE = """
UPDATE jackpot_entries
SET carry = ($4::integer[])[width_bucket(member_id, $3::uuid[])],
    contributed = ($5::bigint[])[width_bucket(member_id, $3::uuid[])]
WHERE tenant_id = $1 AND member_id = ANY($3::uuid[]) AND jackpot_id = $2
"""

_WON = """
INSERT INTO jackpot_wins (tenant_id, jackpot_id, win_id, member_id, round_id, amount, won_at)
SELECT $1, *, $7::timestamptz FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[])
"""

_LOCK = "SELECT jackpot_id FROM jackpots WHERE tenant_id = $1 AND jackpot_id = $2 FOR UPDATE"


class PoolRows:
    """What a group read of the jackpots; the working state starts from it, more than once."""

    def __init__(self, entries: list[EntryRow]) -> None:
        """Keeps the entries; balances of pools about to be won are added under their lock."""
        self._entries = entries
        self.balances: dict[JackpotId, int] = {}

    def remember(self, entries: Iterable[EntryRow]) -> None:
        """Adds entries as an earlier group left them."""
        self._entries += entries

    def pools(self) -> Pools:
        """A fresh working state over these rows."""
        entries: dict[tuple[UUID, str], list[Entry]] = {}
        for jackpot, member_id, carry, contributed in self._entries:
            entry = Entry(member_id, jackpot, carry, contributed)
            entries.setdefault((member_id, jackpot.currency), []).append(entry)
        return Pools(entries, dict(self.balances))


def jackpot_of(row: Row | RowMapping) -> Jackpot:
    """A pool from its row."""
    return Jackpot(
        JackpotId(row["jackpot_id"]),
        row["slug"],
        row["name"],
        Level(row["level"]),
        row["currency"],
        row["contribution_bp"],
        row["seed_amount"],
        row["stake_per_hit"],
    )


async def read(conn: Statements, tenant_id: TenantId, members: Sequence[MemberId]) -> PoolRows:
    """The entries of some members in the open pools."""
    entries = []
    for row in await conn.fetch(_READ, tenant_id, members):
        jackpot = jackpot_of(row)
        columns = [row[name] or () for name in ("members", "carries", "contributed")]
        entries += [EntryRow(jackpot, *part) for part in zip(*columns, strict=True)]
    return PoolRows(entries)


async def lock(conn: Statements, tenant_id: TenantId, jackpot_id: JackpotId) -> None:
    """Locks a pool until the end of the transaction: one win at a time."""
    await conn.execute(_LOCK, tenant_id, jackpot_id)


def writes(tenant_id: TenantId, pools: Pools, now: datetime) -> list[Statement]:
    """The statements that write what a group did to entries and wins."""
    by_jackpot: dict[JackpotId, list[Entry]] = {}
    for entry in pools.touched():
        by_jackpot.setdefault(entry.jackpot.id, []).append(entry)
    statements = []
    for jackpot_id, entries in sorted(by_jackpot.items()):
        args = (
            tenant_id,
            jackpot_id,
            [entry.member_id for entry in entries],
            [entry.carry for entry in entries],
            [entry.contributed for entry in entries],
        )
        statements.append(Statement(_WRITE, args))
    if pools.wins:
        statements.append(Statement(_WON, (tenant_id, *zip(*pools.wins, strict=True), now)))
    return statements


_LIST = text("""
SELECT j.jackpot_id, j.slug, j.name, j.level, j.currency, j.contribution_bp, j.seed_amount, j.stake_per_hit,
       w.amount AS won, w.won_at, w.member_id AS winner
FROM jackpots j
LEFT JOIN LATERAL (
    SELECT amount, won_at, member_id FROM jackpot_wins
    WHERE tenant_id = j.tenant_id AND jackpot_id = j.jackpot_id ORDER BY win_id DESC LIMIT 1
) w ON true
WHERE j.tenant_id = :tenant_id AND j.status = 'open' ORDER BY j.currency, j.seed_amount DESC
""")

_CHOSEN = text(
    "SELECT jackpot_id FROM jackpot_entries "
    "WHERE tenant_id = :tenant_id AND member_id = :member_id AND is_opted_in"
)

_OPT = text("""
INSERT INTO jackpot_entries (tenant_id, member_id, jackpot_id, is_opted_in, changed_at)
VALUES (:tenant_id, :member_id, :jackpot_id, :is_opted_in, :now)
ON CONFLICT (tenant_id, member_id, jackpot_id)
DO UPDATE SET is_opted_in = excluded.is_opted_in, changed_at = excluded.changed_at
""")

_EXISTS = text("SELECT 1 FROM jackpots WHERE tenant_id = :tenant_id AND jackpot_id = :jackpot_id")

_ADD = text("""
INSERT INTO jackpots (tenant_id, jackpot_id, slug, name, level, currency, contribution_bp, seed_amount,
                      stake_per_hit, status, created_at)
VALUES (:tenant_id, :jackpot_id, :slug, :name, :level, :currency, :contribution_bp, :seed_amount,
        :stake_per_hit, 'open', :now)
ON CONFLICT (tenant_id, slug) DO NOTHING
""")


async def listed(tx: Tx) -> list[JackpotView]:
    """The open pools without their balances, which are the ledger's to tell."""
    rows = await tx.conn.execute(_LIST, {"tenant_id": tx.tenant_id})
    return [
        JackpotView(jackpot_of(row), 0, row["won"], row["won_at"], row["winner"]) for row in rows.mappings()
    ]


async def chosen(tx: Tx, member_id: MemberId) -> set[JackpotId]:
    """The pools that a member's stakes feed."""
    rows = await tx.conn.execute(_CHOSEN, {"tenant_id": tx.tenant_id, "member_id": member_id})
    return {JackpotId(row.jackpot_id) for row in rows}


async def opt(tx: Tx, member_id: MemberId, jackpot_id: JackpotId, *, is_opted_in: bool) -> None:
    """Stores a member's choice about a pool."""
    await tx.conn.execute(
        _OPT,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "jackpot_id": jackpot_id,
            "is_opted_in": is_opted_in,
            "now": tx.now,
        },
    )


async def exists(tx: Tx, jackpot_id: JackpotId) -> bool:
    """Whether the tenant has the pool."""
    found = await tx.conn.execute(_EXISTS, {"tenant_id": tx.tenant_id, "jackpot_id": jackpot_id})
    return found.first() is not None


async def add(tx: Tx, jackpot: Jackpot) -> bool:
    """Adds a pool; ``False`` when the tenant has one of that slug."""
    added = await tx.conn.execute(
        _ADD,
        {
            "tenant_id": tx.tenant_id,
            "jackpot_id": jackpot.id,
            "slug": jackpot.slug,
            "name": jackpot.name,
            "level": jackpot.level.value,
            "currency": jackpot.currency,
            "contribution_bp": jackpot.contribution_bp,
            "seed_amount": jackpot.seed_amount,
            "stake_per_hit": jackpot.stake_per_hit,
            "now": tx.now,
        },
    )
    return added.rowcount > 0


_WINS_OF = text("""
SELECT w.round_id, w.amount, j.* FROM jackpot_wins w
JOIN jackpots j ON j.tenant_id = w.tenant_id AND j.jackpot_id = w.jackpot_id
WHERE w.tenant_id = :tenant_id AND w.round_id = ANY(:rounds)
""")


async def wins_of(tx: Tx, rounds: Sequence[RoundId]) -> dict[RoundId, list[tuple[Jackpot, int]]]:
    """The pools that some rounds won; wins are few, so no index serves this."""
    found: dict[RoundId, list[tuple[Jackpot, int]]] = {}
    if not rounds:
        return found
    rows = await tx.conn.execute(_WINS_OF, {"tenant_id": tx.tenant_id, "rounds": list(rounds)})
    for row in rows.mappings():
        found.setdefault(RoundId(row["round_id"]), []).append((jackpot_of(row), row["amount"]))
    return found
