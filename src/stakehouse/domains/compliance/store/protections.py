"""The SQL of the wallet engine's participant: read once and written once for a whole group.

Nothing here is locked. The engine has locked the members' wallets before it reads, and whoever
changes a protection or a limit locks them too (see ``service.wallets``); so what is read stays true
until the group commits, and its counters have one writer at a time. A trigger moves the wallets'
versions on with each change, so what the engine remembers of an earlier group is found out when it
commits.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from stakehouse.domains.compliance.rules.calendar import NOTHING
from stakehouse.domains.compliance.rules.protections import (
    SLOT,
    UNPLAYED,
    ClockRow,
    Key,
    PlayLimit,
    PlayRow,
    Protections,
    Sitting,
)
from stakehouse.domains.compliance.types import (
    Exclusion,
    ExclusionKind,
    LimitKind,
    Protection,
)
from stakehouse.domains.identity import Standing
from stakehouse.infra.pipeline import Statement, Statements
from stakehouse.kernel.ids import MemberId, TenantId

# Three looks by primary key in one round trip; what belongs together is put together in memory. A
# join over unnest() would leave the planner a choice that it gets wrong while the tables are young.
_READ = """
SELECT 0, c.member_id, c.currency, c.counted_at, c.session_since, NULL::timestamptz, NULL::timestamptz,
       ARRAY[c.day_wagered, c.week_wagered, c.month_wagered, c.total_wagered,
             c.day_won, c.week_won, c.month_won, c.total_won,
             c.day_played, c.week_played, c.month_played, c.session_wagered, c.session_won],
       c.pace, NULL, 0
FROM limit_counters c WHERE c.tenant_id = $1 AND c.member_id = ANY($2::uuid[])
UNION ALL
SELECT 1, p.member_id, CASE WHEN p.register_since IS NULL THEN p.exclusion_kind ELSE 'national_register' END,
       coalesce(p.register_since, p.exclusion_since),
       CASE WHEN p.register_since IS NULL THEN p.exclusion_until END,
       CASE WHEN p.register_since IS NULL THEN p.returns_at END,
       p.reality_checked_at, ARRAY[(p.birth_date - DATE '1970-01-01')::bigint], p.standing, p.time_zone, coalesce(p.reality_minutes, 0)
FROM member_protections p WHERE p.tenant_id = $1 AND p.member_id = ANY($2::uuid[])
UNION ALL
SELECT 2, x.member_id, x.currency, NULL, NULL, NULL, NULL, ARRAY[x.units], x.kind, x.period, x.scale
FROM limits x WHERE x.tenant_id = $1 AND x.member_id = ANY($2::uuid[])
  AND x.kind IN ('loss', 'wager', 'session_time') AND x.units IS NOT NULL
"""
_COUNTER, _PROTECTION = 0, 1

EPOCH = date(1970, 1, 1)

# Counters that exist are updated in place (no index holds what changes), new ones are added. The
# moment never goes back, even where the clocks of two machines differ a little. The members come
# sorted: width_bucket() finds a place among them by halving, array_position() by walking.
_WRITE = """
UPDATE limit_counters
SET counted_at = greatest(counted_at, $2::timestamptz),
    day_wagered = ($5::bigint[])[width_bucket(member_id, $4::uuid[])],
    week_wagered = ($6::bigint[])[width_bucket(member_id, $4::uuid[])],
    month_wagered = ($7::bigint[])[width_bucket(member_id, $4::uuid[])],
    total_wagered = ($8::bigint[])[width_bucket(member_id, $4::uuid[])],
    day_won = ($9::bigint[])[width_bucket(member_id, $4::uuid[])],
    week_won = ($10::bigint[])[width_bucket(member_id, $4::uuid[])],
    month_won = ($11::bigint[])[width_bucket(member_id, $4::uuid[])],
    total_won = ($12::bigint[])[width_bucket(member_id, $4::uuid[])],
    day_played = ($13::bigint[])[width_bucket(member_id, $4::uuid[])],
    week_played = ($14::bigint[])[width_bucket(member_id, $4::uuid[])],
    month_played = ($15::bigint[])[width_bucket(member_id, $4::uuid[])],
    session_since = ($16::timestamptz[])[width_bucket(member_id, $4::uuid[])],
    session_wagered = ($17::bigint[])[width_bucket(member_id, $4::uuid[])],
    session_won = ($18::bigint[])[width_bucket(member_id, $4::uuid[])],
    pace = ($19::text[])[width_bucket(member_id, $4::uuid[])]
WHERE tenant_id = $1 AND member_id = ANY($4::uuid[]) AND currency = $3
"""

_ADD = """
INSERT INTO limit_counters (tenant_id, counted_at, currency, member_id, day_wagered, week_wagered,
                            month_wagered, total_wagered, day_won, week_won, month_won, total_won,
                            day_played, week_played, month_played, session_since, session_wagered,
                            session_won, pace)
SELECT $1, $2::timestamptz, $3, unnest($4::uuid[]), unnest($5::bigint[]), unnest($6::bigint[]),
       unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::bigint[]),
       unnest($11::bigint[]), unnest($12::bigint[]), unnest($13::bigint[]), unnest($14::bigint[]),
       unnest($15::bigint[]), unnest($16::timestamptz[]), unnest($17::bigint[]), unnest($18::bigint[]),
       unnest($19::text[])
"""


class ProtectionRows:
    """What a group read; protections open over it, more than once."""

    def __init__(self, tenant_id: TenantId, rows: dict[Key, PlayRow]) -> None:
        """Keeps the rows as they came."""
        self._tenant_id = tenant_id
        self._rows = rows

    def remember(self, member_id: MemberId, currency: str, row: PlayRow) -> None:
        """Adds a row as an earlier group left it."""
        self._rows[member_id, currency] = row

    def open(self, now: datetime, *, time_zone: str = "UTC") -> Protections:
        """A fresh working state at a moment.

        Args:
            now: the moment of the group.
            time_zone: whose calendar counts for members whom nothing protects.
        """
        return Protections(self._tenant_id, self._rows, now, time_zone)


async def read_protections(
    conn: Statements, tenant_id: TenantId, members: Sequence[tuple[MemberId, str]]
) -> ProtectionRows:
    """Reads all that decides about the members' bets, each with a currency; one round trip.

    The members' wallets must be locked by now; each pair must be named once.
    """
    records = await conn.fetch(_READ, tenant_id, list({member_id for member_id, _ in members}))
    counted: dict[Key, tuple[datetime, Sequence[int], datetime | None]] = {}
    clocks: dict[MemberId, list[ClockRow]] = {}
    paces: dict[MemberId, list[str]] = {}
    protections: dict[MemberId, Protection] = {}
    limits: dict[Key, list[PlayLimit]] = {}
    scales: dict[Key, int] = {}
    for part, member_id, word, since, until, returns, checked, units, first, second, number in records:
        if part == _COUNTER:
            counted[member_id, word] = since, units, until
            clocks.setdefault(member_id, []).append(ClockRow(since, units[8:11], until))
            if first:
                paces.setdefault(member_id, []).append(first)
        elif part == _PROTECTION:
            protections[member_id] = Protection(
                Standing(first),
                second,
                None if word is None else Exclusion(_KINDS[word], since, until, returns_at=returns),
                number or None,
                checked,
                None if units[0] is None else EPOCH + timedelta(days=units[0]),
            )
        else:
            limits.setdefault((member_id, word), []).append(_limit(first, second, units[0]))
            scales[member_id, word] = number
    # Time is bound in no currency, so it is in each.
    for key in members:
        hours = limits.get((key[0], ""))
        if hours is not None:
            limits.setdefault(key, []).extend(hours)
    # A refusal names the limit that frees up last, so that nobody comes back in vain.
    for found in limits.values():
        found.sort(key=_frees_up_last)

    rows: dict[Key, PlayRow] = {}
    for key in members:
        counted_at, units, sitting_since = counted.get(key, _UNCOUNTED)
        rows[key] = PlayRow(
            protections.get(key[0]),
            limits.get(key, ()),
            scales.get(key, 0),
            counted_at,
            units[:4],
            units[4:8],
            units[8:11],
            Sitting(sitting_since, units[11], units[12]),
            clocks.get(key[0], ()),
            paces.get(key[0], ()),
        )
    return ProtectionRows(tenant_id, rows)


_UNCOUNTED: tuple[None, Sequence[int], None] = (None, (*NOTHING, *NOTHING, *UNPLAYED, 0, 0), None)

_KINDS = {kind.value: kind for kind in ExclusionKind}

_BOUNDS = {
    (kind.value, period.value): (kind, period, slot) for kind in LimitKind for period, slot in SLOT.items()
}


def _limit(kind: str, period: str, units: int) -> PlayLimit:
    return PlayLimit(*_BOUNDS[kind, period], units)


def _frees_up_last(limit: PlayLimit) -> int:
    return -limit.slot


def writes_of_protections(protections: Protections, now: datetime) -> list[Statement]:
    """The statements that write the counters that changed, one a currency, in key order."""
    changed: dict[tuple[str, bool], list[Sequence[object]]] = {}
    for (member_id, currency), state in sorted(protections.touched(), key=lambda entry: entry[0]):
        row = (member_id, *state.wagered, *state.won, *state.played, *state.sitting, state.pace)
        changed.setdefault((currency, state.row.counted_at is None), []).append(row)
    return [
        Statement(
            _ADD if is_new else _WRITE, (protections.tenant_id, now, currency, *zip(*rows, strict=True))
        )
        for (currency, is_new), rows in sorted(changed.items())
    ]
