"""The SQL of play: the catalogue, rounds and steps."""

from collections.abc import Sequence
from uuid import UUID

import asyncpg
import msgspec
from sqlalchemy import text

from stakehouse.domains.play.types import GameTerms, RoundRow, RoundStatus, Scene, StakeLimits
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import GameId, MemberId, OperationId, RoundId, TenantId

Connection = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy

_OPEN_ROUNDS = """
SELECT r.*, (SELECT count(*) FROM round_steps s
             WHERE s.tenant_id = r.tenant_id AND s.round_id = r.round_id) AS steps
FROM rounds r
WHERE r.tenant_id = $1 AND r.status = 'open' AND r.member_id = ANY($2::uuid[])
ORDER BY r.member_id, r.round_id
FOR UPDATE OF r
"""

_ROUND = """
SELECT r.*, (SELECT count(*) FROM round_steps s
             WHERE s.tenant_id = r.tenant_id AND s.round_id = r.round_id) AS steps
FROM rounds r
WHERE r.tenant_id = $1 AND (r.member_id, r.round_id) IN (SELECT * FROM unnest($2::uuid[], $3::uuid[]))
"""

_INSERT_ROUNDS = """
INSERT INTO rounds (tenant_id, round_id, member_id, operation_id, game_id, config_version, currency, stake,
                    payout, multiplier, choices, outcome, status, state, pair_id, nonce, settled_at, actions)
SELECT $1, u.round_id, u.member_id, u.operation_id, u.game_id, u.config_version, u.currency, u.stake,
       u.payout, u.multiplier, u.choices, u.outcome, u.status, u.state, u.pair_id, u.nonce, u.settled_at,
       CASE WHEN u.actions = '' THEN '{}'::text[] ELSE string_to_array(u.actions, ',') END
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::text[], $8::bigint[],
            $9::bigint[], $10::text[], $11::bytea[], $12::bytea[], $13::text[], $14::bytea[], $15::uuid[],
            $16::bigint[], $17::timestamptz[], $18::text[])
     AS u (round_id, member_id, operation_id, game_id, config_version, currency, stake, payout, multiplier,
           choices, outcome, status, state, pair_id, nonce, settled_at, actions)
"""

_UPDATE_ROUNDS = """
UPDATE rounds AS r
SET payout = u.payout, multiplier = u.multiplier, outcome = u.outcome, status = u.status, state = u.state,
    settled_at = u.settled_at,
    actions = CASE WHEN u.actions = '' THEN '{}'::text[] ELSE string_to_array(u.actions, ',') END
FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::bytea[], $7::text[], $8::bytea[],
            $9::timestamptz[], $10::text[])
     AS u (member_id, round_id, payout, multiplier, outcome, status, state, settled_at, actions)
WHERE r.tenant_id = $1 AND r.member_id = u.member_id AND r.round_id = u.round_id
"""

_INSERT_STEPS = """
INSERT INTO round_steps (tenant_id, round_id, step, operation_id, action, choices, outcome, made_at)
SELECT $1, *, $8::timestamptz
FROM unnest($2::uuid[], $3::smallint[], $4::uuid[], $5::text[], $6::bytea[], $7::bytea[])
"""

_CATALOGUE = """
SELECT g.*, l.currency, l.stake_min, l.stake_max, l.payout_max
FROM games g LEFT JOIN game_limits l ON l.tenant_id = g.tenant_id AND l.game_id = g.game_id
WHERE g.tenant_id = $1 ORDER BY g.position, g.slug
"""


def round_from(row: asyncpg.Record) -> RoundRow:
    """A round from its row."""
    return RoundRow(
        RoundId(row["round_id"]),
        MemberId(row["member_id"]),
        OperationId(row["operation_id"]),
        GameId(row["game_id"]),
        row["config_version"],
        row["currency"],
        row["stake"],
        row["payout"],
        row["multiplier"],
        row["choices"],
        row["outcome"],
        RoundStatus(row["status"]),
        row["state"],
        tuple(row["actions"]),
        row["pair_id"],
        row["nonce"],
        row["settled_at"],
        row["steps"],
    )


async def read_open(
    conn: Connection,
    tenant_id: TenantId,
    members: Sequence[MemberId],
    asked: Sequence[tuple[MemberId, RoundId]],
) -> list[RoundRow]:
    """The members' open rounds, locked, and the rounds asked for whatever their state."""
    open_rounds = [round_from(row) for row in await conn.fetch(_OPEN_ROUNDS, tenant_id, members)]
    known = {row.round_id for row in open_rounds}
    missing = [(member, round_id) for member, round_id in asked if round_id not in known]
    if missing:
        found = await conn.fetch(_ROUND, tenant_id, *[list(column) for column in zip(*missing, strict=True)])
        open_rounds += [round_from(row) for row in found]
    return open_rounds


async def write(conn: Connection, scene: Scene) -> None:
    """Writes the rounds and steps of a group."""
    if scene.new_rounds:
        # A round opened and stepped within one group is written once, as it ended.
        rows = [scene.open_rounds.get(row.round_id, row) for row in scene.new_rounds]
        await conn.execute(_INSERT_ROUNDS, scene.tenant_id, *_columns(rows))
    new = {row.round_id for row in scene.new_rounds}
    changed = {row.round_id: row for row in scene.changed_rounds if row.round_id not in new}
    if changed:
        rows = sorted(changed.values(), key=lambda row: (row.member_id, row.round_id))
        await conn.execute(
            _UPDATE_ROUNDS,
            scene.tenant_id,
            [row.member_id for row in rows],
            [row.round_id for row in rows],
            [row.payout for row in rows],
            [row.multiplier for row in rows],
            [row.outcome for row in rows],
            [row.status.value for row in rows],
            [row.state for row in rows],
            [row.settled_at for row in rows],
            [",".join(row.actions) for row in rows],
        )
    if scene.steps:
        columns = [list(column) for column in zip(*scene.steps, strict=True)]
        await conn.execute(_INSERT_STEPS, scene.tenant_id, *columns, scene.now)


def _columns(rows: Sequence[RoundRow]) -> list[list[object]]:
    return [
        [row.round_id for row in rows],
        [row.member_id for row in rows],
        [row.operation_id for row in rows],
        [row.game_id for row in rows],
        [row.config_version for row in rows],
        [row.currency for row in rows],
        [row.stake for row in rows],
        [row.payout for row in rows],
        [row.multiplier for row in rows],
        [row.choices for row in rows],
        [row.outcome for row in rows],
        [row.status.value for row in rows],
        [row.state for row in rows],
        [row.pair_id for row in rows],
        [row.nonce for row in rows],
        [row.settled_at for row in rows],
        [",".join(row.actions) for row in rows],
    ]


async def catalogue(conn: Connection, tenant_id: TenantId) -> list[GameTerms]:
    """The tenant's games with their limits, in the lobby's order."""
    found: dict[UUID, GameTerms] = {}
    limits: dict[UUID, dict[str, StakeLimits]] = {}
    for row in await conn.fetch(_CATALOGUE, tenant_id):
        game_id = row["game_id"]
        if row["currency"] is not None:
            limits.setdefault(game_id, {})[row["currency"]] = StakeLimits(
                row["stake_min"], row["stake_max"], row["payout_max"]
            )
        if game_id not in found:
            found[game_id] = GameTerms(
                id=GameId(game_id),
                slug=row["slug"],
                title=row["title"],
                engine=row["engine"],
                category=row["category"],
                is_open=row["status"] == "open",
                config=_json(row["config"]),
                config_version=row["config_version"],
                config_hash=row["config_hash"],
                rtp=row["rtp"],
                hit_rate=row["hit_rate"],
                max_multiplier=row["max_multiplier"],
                position=row["position"],
                limits=limits.setdefault(game_id, {}),
            )
    return list(found.values())


def _json(value: object) -> dict[str, object]:
    decoded = msgspec.json.decode(value) if isinstance(value, str) else value
    assert isinstance(decoded, dict)
    return decoded


_HAS_OPEN = text(
    "SELECT EXISTS (SELECT 1 FROM rounds WHERE tenant_id = :tenant_id AND member_id = :member_id "
    "AND status = 'open')"
)


async def has_open(tx: Tx, member_id: MemberId) -> bool:
    """Whether the member has an open round."""
    found = await tx.conn.execute(_HAS_OPEN, {"tenant_id": tx.tenant_id, "member_id": member_id})
    return bool(found.scalar_one())
