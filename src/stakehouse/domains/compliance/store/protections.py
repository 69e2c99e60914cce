"""The SQL of the wallet engine's participant: read once and written once for a whole group.

Nothing here is locked. The engine has locked the members' wallets before it reads, and whoever
changes a protection or a limit locks them too (see ``service.wallets``); so what is read stays true
until the group commits, and its counters have one writer at a time.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import asyncpg

from stakehouse.domains.compliance.rules.calendar import NOTHING
from stakehouse.domains.compliance.rules.protections import SLOT, Key, PlayLimit, PlayRow, Protections
from stakehouse.domains.compliance.types import (
    Exclusion,
    ExclusionKind,
    LimitKind,
    Period,
    Protection,
)
from stakehouse.domains.identity import Standing
from stakehouse.kernel.ids import MemberId, TenantId

Connection = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy

# Three looks by primary key in one round trip; what belongs together is put together in memory. A
# join over unnest() would leave the planner a choice that it gets wrong while the tables are young.
_READ = """
SELECT 'counters' AS part, c.member_id, c.currency, c.counted_at AS since, NULL::timestamptz AS until,
       ARRAY[c.day_wagered, c.week_wagered, c.month_wagered, c.total_wagered,
             c.day_won, c.week_won, c.month_won, c.total_won] AS units,
       NULL AS standing, NULL AS time_zone, NULL AS word, 0 AS scale
FROM limit_counters c WHERE c.tenant_id = $1 AND c.member_id = ANY($2::uuid[])
UNION ALL
SELECT 'protection', p.member_id, NULL, p.exclusion_since, p.exclusion_until, NULL,
       p.standing, p.time_zone, p.exclusion_kind, CASE WHEN p.has_limits THEN 1 ELSE 0 END
FROM member_protections p WHERE p.tenant_id = $1 AND p.member_id = ANY($2::uuid[])
UNION ALL
SELECT 'limit', x.member_id, x.currency, NULL, NULL, ARRAY[x.units],
       NULL, NULL, x.kind || ' ' || x.period, x.scale
FROM limits x WHERE x.tenant_id = $1 AND x.member_id = ANY($2::uuid[])
  AND x.kind IN ('loss', 'wager') AND x.units IS NOT NULL
"""

# Counters that exist are updated in place (no index holds what changes), new ones are added. The
# moment never goes back, even where the clocks of two machines differ a little.
_WRITE = """
UPDATE limit_counters
SET counted_at = greatest(counted_at, $2::timestamptz),
    day_wagered = ($5::bigint[])[array_position($4::uuid[], member_id)],
    week_wagered = ($6::bigint[])[array_position($4::uuid[], member_id)],
    month_wagered = ($7::bigint[])[array_position($4::uuid[], member_id)],
    total_wagered = ($8::bigint[])[array_position($4::uuid[], member_id)],
    day_won = ($9::bigint[])[array_position($4::uuid[], member_id)],
    week_won = ($10::bigint[])[array_position($4::uuid[], member_id)],
    month_won = ($11::bigint[])[array_position($4::uuid[], member_id)],
    total_won = ($12::bigint[])[array_position($4::uuid[], member_id)]
WHERE tenant_id = $1 AND member_id = ANY($4::uuid[]) AND currency = $3
"""

_ADD = """
INSERT INTO limit_counters (tenant_id, counted_at, currency, member_id, day_wagered, week_wagered,
                            month_wagered, total_wagered, day_won, week_won, month_won, total_won)
SELECT $1, $2::timestamptz, $3, * FROM unnest($4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[],
    $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[])
"""


class ProtectionRows:
    """What a group read; protections open over it, more than once."""

    def __init__(self, tenant_id: TenantId, rows: Mapping[Key, PlayRow]) -> None:
        """Keeps the rows as they came."""
        self._tenant_id = tenant_id
        self._rows = rows

    def open(self, now: datetime, *, time_zone: str = "UTC") -> Protections:
        """A fresh working state at a moment.

        Args:
            now: the moment of the group.
            time_zone: whose calendar counts for members whom nothing protects.
        """
        return Protections(self._tenant_id, self._rows, now, time_zone)


async def read_protections(
    conn: Connection, tenant_id: TenantId, members: Sequence[tuple[MemberId, str]]
) -> ProtectionRows:
    """Reads all that decides about the members' bets, each with a currency; one round trip.

    The members' wallets must be locked by now; each pair must be named once.
    """
    records = await conn.fetch(_READ, tenant_id, list({member_id for member_id, _ in members}))
    counters: dict[Key, asyncpg.Record] = {}
    protections: dict[MemberId, asyncpg.Record] = {}
    limits: dict[Key, list[asyncpg.Record]] = {}
    for record in records:
        match record["part"]:
            case "counters":
                counters[record["member_id"], record["currency"]] = record
            case "protection":
                protections[record["member_id"]] = record
            case _:
                limits.setdefault((record["member_id"], record["currency"]), []).append(record)
    return ProtectionRows(
        tenant_id,
        {key: _row(counters.get(key), protections.get(key[0]), limits.get(key, ())) for key in members},
    )


async def write_protections(conn: Connection, protections: Protections, now: datetime) -> None:
    """Writes the counters that changed, one statement a currency, in key order."""
    changed: dict[tuple[str, bool], list[Sequence[object]]] = {}
    for (member_id, currency), state in sorted(protections.touched(), key=lambda entry: entry[0]):
        row = (member_id, *state.wagered, *state.won)
        changed.setdefault((currency, state.row.counted_at is None), []).append(row)
    for (currency, is_new), rows in sorted(changed.items()):
        statement = _ADD if is_new else _WRITE
        await conn.execute(statement, protections.tenant_id, now, currency, *zip(*rows, strict=True))


def _row(
    counter: asyncpg.Record | None, protection: asyncpg.Record | None, limits: Sequence[asyncpg.Record]
) -> PlayRow:
    counted_at = counter["since"] if counter is not None else None
    units = counter["units"] if counter is not None else (*NOTHING, *NOTHING)
    wagered, won = units[: len(NOTHING)], units[len(NOTHING) :]
    if protection is None:
        return PlayRow(None, (), 0, counted_at, wagered, won)
    return PlayRow(
        protection_of(
            protection["standing"],
            protection["time_zone"],
            protection["word"],
            protection["since"],
            protection["until"],
        ),
        _limits(limits),
        limits[0]["scale"] if limits else 0,
        counted_at,
        wagered,
        won,
    )


def protection_of(
    standing: str, time_zone: str, kind: str | None, since: datetime | None, until: datetime | None
) -> Protection:
    """A protection from its columns."""
    if kind is None:
        return Protection(Standing(standing), time_zone, None)
    assert since is not None, "an exclusion has a beginning"
    return Protection(Standing(standing), time_zone, Exclusion(ExclusionKind(kind), since, until))


def _limits(records: Sequence[asyncpg.Record]) -> list[PlayLimit]:
    """The limits of one member, the one that frees up last first, so that a refusal names it."""
    limits = []
    for record in records:
        kind, _, period = record["word"].partition(" ")
        limits.append(PlayLimit(LimitKind(kind), Period(period), SLOT[Period(period)], record["units"][0]))
    limits.sort(key=lambda limit: -limit.slot)
    return limits
