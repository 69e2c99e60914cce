"""The SQL of the games: seed pairs in force, and those that are over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Row as SqlRow
from sqlalchemy import text

from stakehouse.domains.games.rules.pairs import Pair
from stakehouse.domains.games.types import Scheme
from stakehouse.infra.pipeline import Row, Statement, Statements
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, TenantId

PairRow = SqlRow[Any]  # columns of seed_pairs or revealed_pairs, by name

_READ = """
SELECT member_id, pair_id, scheme, server_seed_sealed, server_seed_hash, client_seed, nonce
FROM seed_pairs WHERE tenant_id = $1 AND member_id = ANY($2::uuid[])
"""

_ADD = """
INSERT INTO seed_pairs (tenant_id, member_id, pair_id, scheme, server_seed_sealed, server_seed_hash,
                        client_seed, started_at, next_server_seed_sealed, next_server_seed_hash)
SELECT $1, u.member_id, u.pair_id, u.scheme, u.sealed, u.hash, u.client_seed, $10::timestamptz,
       u.next_sealed, u.next_hash
FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[], $6::text[], $7::text[], $8::bytea[], $9::text[])
     AS u (member_id, pair_id, scheme, sealed, hash, client_seed, next_sealed, next_hash)
ON CONFLICT DO NOTHING
"""

# The pair is read without a lock: the member's wallet lock serialises almost everybody who takes a
# nonce, and this condition catches the rest (another currency, a rotation), for one row write less.
_ADVANCE = """
WITH advanced AS (
    UPDATE seed_pairs SET nonce = ($4::bigint[])[width_bucket(member_id, $2::uuid[])]
    WHERE tenant_id = $1 AND member_id = ANY($2::uuid[])
      AND pair_id = ($3::uuid[])[width_bucket(member_id, $2::uuid[])]
      AND nonce = ($5::bigint[])[width_bucket(member_id, $2::uuid[])]
    RETURNING member_id
)
SELECT demand_unraced(cardinality($2::uuid[]), count(*)) FROM advanced
"""


@dataclass(frozen=True, slots=True)
class NewPair:
    """A pair about to be stored, its seeds sealed."""

    member_id: MemberId
    pair_id: UUID
    scheme: Scheme
    sealed: bytes
    hash: str
    client_seed: str
    next_sealed: bytes
    next_hash: str


async def read(conn: Statements, tenant_id: TenantId, members: Sequence[MemberId]) -> list[Row]:
    """The pairs in force of some members."""
    return await conn.fetch(_READ, tenant_id, members)


async def add(conn: Statements, tenant_id: TenantId, pairs: Sequence[NewPair], now: datetime) -> None:
    """Stores first pairs; where another process was faster, its pair stands."""
    await conn.execute(
        _ADD,
        tenant_id,
        [pair.member_id for pair in pairs],
        [pair.pair_id for pair in pairs],
        [pair.scheme.value for pair in pairs],
        [pair.sealed for pair in pairs],
        [pair.hash for pair in pairs],
        [pair.client_seed for pair in pairs],
        [pair.next_sealed for pair in pairs],
        [pair.next_hash for pair in pairs],
        now,
    )


def advance(tenant_id: TenantId, pairs: Sequence[Pair]) -> list[Statement]:
    """The statement that stores the nonces that a group took.

    It fails, as a serialization does, if a pair was rotated or a nonce taken since the group read it.
    """
    if not pairs:
        return []
    args = (
        tenant_id,
        [pair.member_id for pair in pairs],
        [pair.pair_id for pair in pairs],
        [pair.nonce for pair in pairs],
        [pair.nonce_read for pair in pairs],
    )
    return [Statement(_ADVANCE, args)]


async def add_first(tx: Tx, pair: NewPair) -> None:
    """Stores a first pair on the slow way."""
    raw = await tx.conn.get_raw_connection()
    connection = raw.driver_connection
    assert isinstance(connection, asyncpg.Connection)
    await add(connection, tx.tenant_id, [pair], tx.now)


_LOCK = text("SELECT * FROM seed_pairs WHERE tenant_id = :tenant_id AND member_id = :member_id FOR UPDATE")

_ROTATE = text("""
UPDATE seed_pairs SET pair_id = :pair_id, scheme = :scheme, server_seed_sealed = next_server_seed_sealed,
    server_seed_hash = next_server_seed_hash, client_seed = :client_seed, nonce = 0, started_at = :now,
    next_server_seed_sealed = :next_sealed, next_server_seed_hash = :next_hash
WHERE tenant_id = :tenant_id AND member_id = :member_id
""")

_REVEAL = text("""
INSERT INTO revealed_pairs (tenant_id, member_id, pair_id, scheme, server_seed, server_seed_hash, client_seed,
                            rounds, started_at, revealed_at)
VALUES (:tenant_id, :member_id, :pair_id, :scheme, :server_seed, :server_seed_hash, :client_seed, :rounds,
        :started_at, :now)
""")

_HISTORY = text("""
SELECT * FROM revealed_pairs
WHERE tenant_id = :tenant_id AND member_id = :member_id
  AND (CAST(:after AS uuid) IS NULL OR pair_id < CAST(:after AS uuid))
ORDER BY pair_id DESC LIMIT :limit
""")

_PAIRS_BY_ID = text("""
SELECT pair_id, scheme, server_seed, server_seed_hash, client_seed FROM revealed_pairs
WHERE tenant_id = :tenant_id AND member_id = ANY(:members) AND pair_id = ANY(:pairs)
UNION ALL
SELECT pair_id, scheme, NULL, server_seed_hash, client_seed FROM seed_pairs
WHERE tenant_id = :tenant_id AND member_id = ANY(:members) AND pair_id = ANY(:pairs)
""")

_DUE = text("""
SELECT member_id FROM seed_pairs
WHERE tenant_id = :tenant_id AND nonce > 0 AND (started_at < :older_than OR nonce >= :rounds_max)
  AND (CAST(:after AS uuid) IS NULL OR member_id > CAST(:after AS uuid))
ORDER BY member_id LIMIT :limit
""")


async def lock(tx: Tx, member_id: MemberId) -> PairRow | None:
    """The member's pair in force, under its row lock."""
    found = await tx.conn.execute(_LOCK, {"tenant_id": tx.tenant_id, "member_id": member_id})
    return found.one_or_none()


async def rotate(tx: Tx, member_id: MemberId, pair: NewPair) -> None:
    """Puts the committed next server seed in force, beside a fresh commitment."""
    await tx.conn.execute(
        _ROTATE,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "pair_id": pair.pair_id,
            "scheme": pair.scheme.value,
            "client_seed": pair.client_seed,
            "next_sealed": pair.next_sealed,
            "next_hash": pair.next_hash,
            "now": tx.now,
        },
    )


async def reveal(tx: Tx, member_id: MemberId, pair: PairRow, server_seed: str) -> None:
    """Keeps a pair that is over, its server seed readable from now on."""
    await tx.conn.execute(
        _REVEAL,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "pair_id": pair.pair_id,
            "scheme": pair.scheme,
            "server_seed": server_seed,
            "server_seed_hash": pair.server_seed_hash,
            "client_seed": pair.client_seed,
            "rounds": pair.nonce,
            "started_at": pair.started_at,
            "now": tx.now,
        },
    )


async def history(tx: Tx, member_id: MemberId, after: UUID | None, limit: int) -> list[PairRow]:
    """The member's revealed pairs, the newest first."""
    found = await tx.conn.execute(
        _HISTORY, {"tenant_id": tx.tenant_id, "member_id": member_id, "after": after, "limit": limit}
    )
    return list(found)


async def pairs_by_id(tx: Tx, wanted: Collection[tuple[MemberId, UUID]]) -> dict[UUID, PairRow]:
    """Pairs of members, over or in force; the server seed only of those that are over."""
    found = await tx.conn.execute(
        _PAIRS_BY_ID,
        {
            "tenant_id": tx.tenant_id,
            "members": list({member for member, _ in wanted}),
            "pairs": [pair for _, pair in wanted],
        },
    )
    return {row.pair_id: row for row in found}


async def due_for_rotation(
    tx: Tx, *, older_than: datetime, rounds_max: int, after: MemberId | None, limit: int
) -> list[MemberId]:
    """Members whose pair was used and is old or long used, in the order of their ids."""
    values = {"older_than": older_than, "rounds_max": rounds_max, "after": after, "limit": limit}
    found = await tx.conn.execute(_DUE, {"tenant_id": tx.tenant_id, **values})
    return [MemberId(row.member_id) for row in found]
