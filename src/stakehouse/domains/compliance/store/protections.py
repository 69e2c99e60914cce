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

# Rows by primary key only. Limits are looked for where there are any: has_limits spares the others.
_READ = """
SELECT m.member_id, m.currency,
       c.counted_at, c.day_wagered, c.week_wagered, c.month_wagered, c.total_wagered,
       c.day_won, c.week_won, c.month_won, c.total_won,
       p.standing, p.time_zone, p.exclusion_kind, p.exclusion_since, p.exclusion_until,
       l.slots, l.units, l.scale
FROM unnest($2::uuid[], $3::text[]) AS m (member_id, currency)
LEFT JOIN limit_counters c
       ON c.tenant_id = $1 AND c.member_id = m.member_id AND c.currency = m.currency
LEFT JOIN member_protections p ON p.tenant_id = $1 AND p.member_id = m.member_id
LEFT JOIN LATERAL (
    SELECT array_agg(x.kind || ' ' || x.period) AS slots, array_agg(x.units) AS units, max(x.scale) AS scale
    FROM limits x
    WHERE p.has_limits AND x.tenant_id = $1 AND x.member_id = m.member_id AND x.currency = m.currency
      AND x.kind IN ('loss', 'wager') AND x.units IS NOT NULL
) l ON true
"""

# Counters that exist are updated in place (no index holds what changes), new ones are added. The
# moment never goes back, even where the clocks of two machines differ a little.
_WRITE = """
WITH counted AS (
    SELECT * FROM unnest($3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
                         $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::boolean[])
        AS v (member_id, currency, day_wagered, week_wagered, month_wagered, total_wagered,
              day_won, week_won, month_won, total_won, is_new)
), added AS (
    INSERT INTO limit_counters (tenant_id, member_id, currency, counted_at, day_wagered, week_wagered,
                                month_wagered, total_wagered, day_won, week_won, month_won, total_won)
    SELECT $1, v.member_id, v.currency, $2::timestamptz, v.day_wagered, v.week_wagered, v.month_wagered,
           v.total_wagered, v.day_won, v.week_won, v.month_won, v.total_won
    FROM counted v WHERE v.is_new
)
UPDATE limit_counters AS c
SET counted_at = greatest(c.counted_at, $2::timestamptz), day_wagered = v.day_wagered,
    week_wagered = v.week_wagered, month_wagered = v.month_wagered, total_wagered = v.total_wagered,
    day_won = v.day_won, week_won = v.week_won, month_won = v.month_won, total_won = v.total_won
FROM counted v
WHERE NOT v.is_new AND c.tenant_id = $1 AND c.member_id = v.member_id AND c.currency = v.currency
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
    records = await conn.fetch(
        _READ, tenant_id, [member_id for member_id, _ in members], [currency for _, currency in members]
    )
    return ProtectionRows(tenant_id, {(record[0], record[1]): _row(record) for record in records})


async def write_protections(conn: Connection, protections: Protections, now: datetime) -> None:
    """Writes the counters that changed, in one statement."""
    touched = protections.touched()
    if not touched:
        return
    columns = zip(
        *(
            (member_id, currency, *state.wagered, *state.won, state.row.counted_at is None)
            for (member_id, currency), state in touched
        ),
        strict=True,
    )
    await conn.execute(_WRITE, protections.tenant_id, now, *columns)


def _row(record: asyncpg.Record) -> PlayRow:
    counted_at, standing = record[2], record[11]
    wagered, won = (record[3:7], record[7:11]) if counted_at is not None else (NOTHING, NOTHING)
    if standing is None:
        return PlayRow(None, (), 0, counted_at, wagered, won)
    return PlayRow(
        protection_of(standing, record[12], record[13], record[14], record[15]),
        _limits(record[16], record[17]),
        record[18] or 0,
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


def _limits(names: Sequence[str] | None, units: Sequence[int]) -> list[PlayLimit]:
    """The limits of one member, the one that frees up last first, so that a refusal names it."""
    if names is None:
        return []
    limits = []
    for name, limit in zip(names, units, strict=True):
        kind, _, period = name.partition(" ")
        limits.append(PlayLimit(LimitKind(kind), Period(period), SLOT[Period(period)], limit))
    limits.sort(key=lambda limit: -limit.slot)
    return limits
