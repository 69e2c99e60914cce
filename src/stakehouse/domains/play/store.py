"""The SQL of play: the catalogue, rounds and steps."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import RowMapping, text

from stakehouse.domains.compliance import PlayHour
from stakehouse.domains.play.types import (
    GameFigures,
    GameTerms,
    RoundRow,
    RoundStatus,
    Scene,
    StakeLimits,
    StepView,
)
from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.pipeline import Row, Statement, Statements
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import GameId, MemberId, OperationId, RoundId, TenantId, first_id_at

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
                    payout, multiplier, choices, outcome, status, state, pair_id, nonce, settled_at, actions,
                    session_id)
SELECT $1, unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::uuid[]), unnest($5::uuid[]),
       unnest($6::integer[]), unnest($7::text[]), unnest($8::bigint[]), unnest($9::bigint[]),
       unnest($10::text[]), unnest($11::bytea[]), unnest($12::bytea[]), unnest($13::text[]),
       unnest($14::bytea[]), unnest($15::uuid[]), unnest($16::bigint[]), unnest($17::timestamptz[]),
       string_to_array(unnest($18::text[]), ','), unnest($19::uuid[])
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
SELECT $1, unnest($2::uuid[]), unnest($3::smallint[]), unnest($4::uuid[]), unnest($5::text[]),
       unnest($6::bytea[]), unnest($7::bytea[]), $8::timestamptz
"""

_CATALOGUE = """
SELECT g.*, l.currency, l.stake_min, l.stake_max, l.payout_max
FROM games g LEFT JOIN game_limits l ON l.tenant_id = g.tenant_id AND l.game_id = g.game_id
WHERE g.tenant_id = $1 ORDER BY g.position, g.slug
"""


def round_from(row: Row | RowMapping) -> RoundRow:
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
        row["session_id"],
    )


async def read_open(
    conn: Statements,
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


def writes(scene: Scene) -> list[Statement]:
    """The statements that write the rounds and steps of a group."""
    statements = []
    if scene.new_rounds:
        # A round opened and stepped within one group is written once, as it ended.
        rows = [scene.open_rounds.get(row.round_id, row) for row in scene.new_rounds]
        statements.append(Statement(_INSERT_ROUNDS, (scene.tenant_id, *_columns(rows))))
    new = {row.round_id for row in scene.new_rounds}
    changed = {row.round_id: row for row in scene.changed_rounds if row.round_id not in new}
    if changed:
        rows = sorted(changed.values(), key=lambda row: (row.member_id, row.round_id))
        args = (
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
        statements.append(Statement(_UPDATE_ROUNDS, args))
    if scene.steps:
        columns = [list(column) for column in zip(*scene.steps, strict=True)]
        statements.append(Statement(_INSERT_STEPS, (scene.tenant_id, *columns, scene.now)))
    return statements


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
        [row.session_id for row in rows],
    ]


async def catalogue(conn: Statements, tenant_id: TenantId) -> list[GameTerms]:
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


_FIND = """
SELECT r.*, (SELECT count(*) FROM round_steps s
             WHERE s.tenant_id = r.tenant_id AND s.round_id = r.round_id) AS steps
FROM rounds r
WHERE r.tenant_id = :tenant_id{conditions}
ORDER BY r.round_id DESC LIMIT :limit
"""


async def find(
    tx: Tx,
    *,
    limit: int,
    member_id: MemberId | None = None,
    game_id: GameId | None = None,
    status: RoundStatus | None = None,
    currency: str | None = None,
    since: UUID | None = None,
    until: UUID | None = None,
    after: UUID | None = None,
) -> list[RoundRow]:
    """Rounds by filter, the newest first; only conditions that are asked for reach the planner."""
    given = {
        "r.member_id = :member_id": member_id,
        "r.game_id = :game_id": game_id,
        "r.status = :status": status.value if status is not None else None,
        "r.currency = :currency": currency,
        "r.round_id >= :since": since,
        "r.round_id < :until": until,
        "r.round_id < :after": after,
    }
    asked = {condition: value for condition, value in given.items() if value is not None}
    conditions = "".join(f" AND {condition}" for condition in asked)
    values = {condition.rpartition(":")[2]: value for condition, value in asked.items()}
    rows = await tx.conn.execute(
        text(_FIND.format(conditions=conditions)), {"tenant_id": tx.tenant_id, "limit": limit, **values}
    )
    return [round_from(row) for row in rows.mappings()]


_UNTOUCHED = (
    " AND r.status = 'open' AND r.round_id < :until"
    " AND (CAST(:after AS uuid) IS NULL OR r.round_id < CAST(:after AS uuid))"
    " AND NOT EXISTS (SELECT FROM round_steps s WHERE s.tenant_id = r.tenant_id AND s.round_id = r.round_id"
    " AND s.made_at >= :before)"
)


async def abandoned(tx: Tx, before: datetime, after: UUID | None, limit: int) -> list[RoundRow]:
    """Open rounds without a bet or step since an instant, the newest first."""
    rows = await tx.conn.execute(
        text(_FIND.format(conditions=_UNTOUCHED)),
        {
            "tenant_id": tx.tenant_id,
            "until": first_id_at(before),
            "after": after,
            "before": before,
            "limit": limit,
        },
    )
    return [round_from(row) for row in rows.mappings()]


async def by_id(tx: Tx, round_id: RoundId, member_id: MemberId | None) -> RoundRow | None:
    """One round by its id."""
    condition = " AND r.round_id = :round_id" + (" AND r.member_id = :member_id" if member_id else "")
    values = {"tenant_id": tx.tenant_id, "limit": 1, "round_id": round_id}
    if member_id:
        values["member_id"] = member_id
    rows = await tx.conn.execute(text(_FIND.format(conditions=condition)), values)
    row = rows.mappings().one_or_none()
    return round_from(row) if row is not None else None


_STEPS = text(
    "SELECT round_id, action, choices, outcome, made_at FROM round_steps "
    "WHERE tenant_id = :tenant_id AND round_id = ANY(:rounds) ORDER BY round_id, step"
)


async def steps(tx: Tx, rounds: Sequence[RoundId]) -> dict[RoundId, list[StepView]]:
    """The steps of some rounds."""
    found: dict[RoundId, list[StepView]] = {}
    if not rounds:
        return found
    for row in await tx.conn.execute(_STEPS, {"tenant_id": tx.tenant_id, "rounds": list(rounds)}):
        view = StepView(row.action, msgspec.Raw(row.choices), msgspec.Raw(row.outcome), wire(row.made_at))
        found.setdefault(RoundId(row.round_id), []).append(view)
    return found


_STEP_OPERATIONS = text(
    "SELECT round_id, operation_id FROM round_steps "
    "WHERE tenant_id = :tenant_id AND round_id = ANY(:rounds) ORDER BY round_id, step"
)


async def step_operations(tx: Tx, rounds: Sequence[RoundId]) -> dict[RoundId, list[OperationId]]:
    """The operations of the ledger by which the steps of some rounds were booked."""
    found: dict[RoundId, list[OperationId]] = {}
    for row in await tx.conn.execute(_STEP_OPERATIONS, {"tenant_id": tx.tenant_id, "rounds": list(rounds)}):
        found.setdefault(RoundId(row.round_id), []).append(OperationId(row.operation_id))
    return found


# Rounds lie in the order of their ids, so block ranges find a span of time without an index of its own.
_FIGURES = text("""
SELECT f.span, g.slug, g.title, f.bets, f.wagered, f.won FROM (
    SELECT width_bucket(round_id, CAST(:bounds AS uuid[])) AS span, game_id, count(*) AS bets,
           sum(stake)::bigint AS wagered, sum(payout)::bigint AS won
    FROM rounds
    WHERE tenant_id = :tenant_id AND currency = :currency AND status <> 'void'
      AND round_id >= :first AND round_id < :last
    GROUP BY 1, 2
) f JOIN games g ON g.tenant_id = :tenant_id AND g.game_id = f.game_id
ORDER BY f.span, g.slug
""")

_ACTIVE = text("""
SELECT count(DISTINCT member_id) FROM rounds
WHERE tenant_id = :tenant_id AND currency = :currency AND status <> 'void'
  AND round_id >= :first AND round_id < :last
""")


async def figures(tx: Tx, currency: str, bounds: Sequence[UUID]) -> list[list[GameFigures]]:
    """The figures of each game in each span between neighbouring bounds."""
    spans: list[list[GameFigures]] = [[] for _ in bounds[1:]]
    rows = await tx.conn.execute(
        _FIGURES,
        {
            "tenant_id": tx.tenant_id,
            "currency": currency,
            "bounds": list(bounds),
            "first": bounds[0],
            "last": bounds[-1],
        },
    )
    for row in rows:
        spans[row.span - 1].append(GameFigures(row.slug, row.title, row.bets, row.wagered, row.won))
    return spans


async def active_members(tx: Tx, currency: str, first: UUID, last: UUID) -> int:
    """How many members bet in a span."""
    span = {"tenant_id": tx.tenant_id, "currency": currency, "first": first, "last": last}
    return int((await tx.conn.execute(_ACTIVE, span)).scalar_one())


_HOURS = text("""
SELECT member_id, currency, width_bucket(round_id, CAST(:bounds AS uuid[])) AS span, count(*) AS bets,
       sum(stake)::bigint AS wagered, sum(payout)::bigint AS won
FROM rounds
WHERE tenant_id = :tenant_id AND status <> 'void' AND round_id >= :first AND round_id < :last
GROUP BY 1, 2, 3
""")


async def hours_played(tx: Tx, hours: Sequence[datetime]) -> dict[MemberId, list[PlayHour]]:
    """What each member played in each span between neighbouring moments."""
    bounds = [first_id_at(hour) for hour in hours]
    rows = await tx.conn.execute(
        _HOURS,
        {"tenant_id": tx.tenant_id, "bounds": bounds, "first": bounds[0], "last": bounds[-1]},
    )
    found: dict[MemberId, list[PlayHour]] = {}
    for row in rows:
        member_id = MemberId(row.member_id)
        found.setdefault(member_id, []).append(
            PlayHour(member_id, row.currency, hours[row.span - 1], row.bets, row.wagered, row.won)
        )
    return found


_FAVOURITES = text(
    "SELECT game_id FROM favourite_games WHERE tenant_id = :tenant_id AND member_id = :member_id"
)
_ADD_FAVOURITE = text(
    "INSERT INTO favourite_games (tenant_id, member_id, game_id, added_at) "
    "VALUES (:tenant_id, :member_id, :game_id, :now) ON CONFLICT DO NOTHING"
)
_DROP_FAVOURITE = text(
    "DELETE FROM favourite_games WHERE tenant_id = :tenant_id AND member_id = :member_id AND game_id = :game_id"
)
_RECENT = text("""
SELECT game_id FROM (
    SELECT game_id, round_id FROM rounds
    WHERE tenant_id = :tenant_id AND member_id = :member_id ORDER BY round_id DESC LIMIT 200
) latest GROUP BY game_id ORDER BY max(round_id::text) DESC LIMIT :limit
""")


async def favourites(tx: Tx, member_id: MemberId) -> set[GameId]:
    """The member's marked games."""
    rows = await tx.conn.execute(_FAVOURITES, {"tenant_id": tx.tenant_id, "member_id": member_id})
    return {GameId(row.game_id) for row in rows}


async def add_favourite(tx: Tx, member_id: MemberId, game_id: GameId) -> None:
    """Marks a game."""
    await tx.conn.execute(
        _ADD_FAVOURITE,
        {"tenant_id": tx.tenant_id, "member_id": member_id, "game_id": game_id, "now": tx.now},
    )


async def drop_favourite(tx: Tx, member_id: MemberId, game_id: GameId) -> None:
    """Takes the mark off."""
    await tx.conn.execute(
        _DROP_FAVOURITE, {"tenant_id": tx.tenant_id, "member_id": member_id, "game_id": game_id}
    )


async def recent_games(tx: Tx, member_id: MemberId, limit: int) -> list[GameId]:
    """The games among the member's last 200 rounds, the latest first."""
    rows = await tx.conn.execute(_RECENT, {"tenant_id": tx.tenant_id, "member_id": member_id, "limit": limit})
    return [GameId(row.game_id) for row in rows]


_HAS_GAME = text("SELECT 1 FROM games WHERE tenant_id = :tenant_id AND slug = :slug")

_ADD_GAME = text("""
INSERT INTO games (tenant_id, game_id, slug, title, engine, category, status, config, config_version,
                   config_hash, rtp, hit_rate, max_multiplier, position, created_at)
VALUES (:tenant_id, :game_id, :slug, :title, :engine, :category, 'open', CAST(:config AS jsonb), 1,
        :config_hash, :rtp, :hit_rate, :max_multiplier, :position, :now)
ON CONFLICT (tenant_id, slug) DO NOTHING
""")
_ADD_LIMITS = text("""
INSERT INTO game_limits (tenant_id, game_id, currency, stake_min, stake_max, payout_max)
VALUES (:tenant_id, :game_id, :currency, :stake_min, :stake_max, :payout_max)
""")


async def has_game(tx: Tx, slug: str) -> bool:
    """Whether there is a game of that slug."""
    found = await tx.conn.execute(_HAS_GAME, {"tenant_id": tx.tenant_id, "slug": slug})
    return found.first() is not None


async def add_game(tx: Tx, game: GameTerms) -> bool:
    """Adds a game to the catalogue; ``False`` when the tenant has one of that slug."""
    added = await tx.conn.execute(
        _ADD_GAME,
        {
            "tenant_id": tx.tenant_id,
            "game_id": game.id,
            "slug": game.slug,
            "title": game.title,
            "engine": game.engine,
            "category": game.category,
            "config": msgspec.json.encode(game.config).decode(),
            "config_hash": game.config_hash,
            "rtp": game.rtp,
            "hit_rate": game.hit_rate,
            "max_multiplier": game.max_multiplier,
            "position": game.position,
            "now": tx.now,
        },
    )
    if not added.rowcount:
        return False
    for currency, limits in game.limits.items():
        await tx.conn.execute(
            _ADD_LIMITS,
            {
                "tenant_id": tx.tenant_id,
                "game_id": game.id,
                "currency": currency,
                "stake_min": limits.stake_min,
                "stake_max": limits.stake_max,
                "payout_max": limits.payout_max,
            },
        )
    return True


_EVIDENCE = {
    "rounds": """
SELECT r.round_id, r.member_id, r.operation_id, g.slug AS game, r.config_version, r.currency, r.stake, r.payout,
       r.multiplier, convert_from(r.choices, 'UTF8') AS choices, convert_from(r.outcome, 'UTF8') AS outcome,
       r.status, r.pair_id, r.nonce, r.settled_at, r.session_id
FROM rounds r LEFT JOIN games g ON g.tenant_id = r.tenant_id AND g.game_id = r.game_id
WHERE r.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR r.member_id = :member_id)
  AND r.round_id >= :first AND r.round_id < :last
ORDER BY r.round_id
""",
    "steps": """
SELECT s.round_id, s.step, s.action, convert_from(s.choices, 'UTF8') AS choices,
       convert_from(s.outcome, 'UTF8') AS outcome, s.made_at
FROM round_steps s JOIN rounds r ON r.tenant_id = s.tenant_id AND r.round_id = s.round_id
WHERE s.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR r.member_id = :member_id)
  AND r.round_id >= :first AND r.round_id < :last
ORDER BY s.round_id, s.step
""",
}


async def gather_evidence(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """What play puts into archives: rounds with their choices and outcomes, and their steps."""
    values = {
        "tenant_id": tx.tenant_id,
        "first": first_id_at(span.since),
        "last": first_id_at(span.until),
        **span.values(),
    }
    for name, query in _EVIDENCE.items():
        async for file in lines(tx, name, query, values):
            yield file


async def count_open_rounds(tx: Tx) -> int:
    """How many rounds of the tenant are open."""
    query = text("SELECT count(*) FROM rounds WHERE tenant_id = :tenant_id AND status = 'open'")
    return int((await tx.conn.execute(query, {"tenant_id": tx.tenant_id})).scalar_one())
