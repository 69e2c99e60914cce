"""The SQL of limits, protections and counters on the slow way.

Everybody locks in one order: the member's wallets by id (the ledger's rows), then the member's
protection, then limits, then the counters of deposits. The wallet engine holds the wallets and locks
nothing else here; its own counters have no other writer. So nobody waits in a circle.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.dialects.postgresql import insert

from stakehouse.domains.compliance.rules.calendar import NOTHING
from stakehouse.domains.compliance.rules.protections import ClockRow, Sitting
from stakehouse.domains.compliance.tables import deposit_counters, limit_counters, limits, member_protections
from stakehouse.domains.compliance.types import (
    Exclusion,
    ExclusionKind,
    Limit,
    LimitKind,
    PendingChange,
    Period,
    Protection,
    Totals,
)
from stakehouse.domains.identity import Standing
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of one member in one currency; sums per period, then in all.

    Attributes:
        at: when something was counted last; ``None`` if nothing ever was.
        sums: in the order of the calendar's periods, the total of all time last.
    """

    at: datetime | None
    sums: Sequence[int]


NEVER = Counted(None, NOTHING)

CountedBy = dict[str, tuple[Counted, Counted, Counted]]
"""By currency: what was wagered, won and deposited."""


async def protection(tx: Tx, member_id: MemberId) -> Protection | None:
    """The member's protection, ``None`` if nothing protects the member."""
    row = (await tx.conn.execute(_protection(tx, member_id))).one_or_none()
    return None if row is None else _protected(row)


async def lock_protection(tx: Tx, member_id: MemberId, *, time_zone: str) -> Protection:
    """The member's protection under its row lock; opened with the time zone if it is the first."""
    await tx.conn.execute(
        insert(member_protections)
        .values(
            tenant_id=tx.tenant_id,
            member_id=member_id,
            standing="active",
            time_zone=time_zone,
            has_limits=False,
            updated_at=tx.now,
        )
        .on_conflict_do_nothing()
    )
    return _protected((await tx.conn.execute(_protection(tx, member_id).with_for_update())).one())


def _protection(tx: Tx, member_id: MemberId) -> Select[Any]:  # Any: columns of several types
    table = member_protections.c
    return select(member_protections).where(table.tenant_id == tx.tenant_id, table.member_id == member_id)


def _protected(row: Row[Any]) -> Protection:  # Any: as above
    exclusion = None
    if row.exclusion_kind is not None:
        exclusion = Exclusion(
            ExclusionKind(row.exclusion_kind),
            row.exclusion_since,
            row.exclusion_until,
            row.exclusion_is_wide,
            row.returns_at,
        )
    return Protection(
        Standing(row.standing),
        row.time_zone,
        exclusion,
        row.reality_minutes,
        row.reality_checked_at,
        register_since=row.register_since,
    )


async def save_protection(tx: Tx, member_id: MemberId, protected: Protection) -> None:
    """Writes a protection that is locked."""
    exclusion = protected.exclusion
    await tx.conn.execute(
        member_protections.update()
        .where(member_protections.c.tenant_id == tx.tenant_id, member_protections.c.member_id == member_id)
        .values(
            standing=protected.standing.value,
            time_zone=protected.time_zone,
            exclusion_kind=None if exclusion is None else exclusion.kind.value,
            exclusion_since=None if exclusion is None else exclusion.since,
            exclusion_until=None if exclusion is None else exclusion.until,
            exclusion_is_wide=exclusion is not None and exclusion.is_wide,
            returns_at=None if exclusion is None else exclusion.returns_at,
            reality_minutes=protected.reality_minutes,
            reality_checked_at=protected.reality_checked_at,
            updated_at=tx.now,
        )
    )


async def limits_of(tx: Tx, member_id: MemberId) -> list[Limit]:
    """All limits of a member that are in force or wait, in a stable order."""
    query = (
        select(limits)
        .where(limits.c.tenant_id == tx.tenant_id, limits.c.member_id == member_id)
        .order_by(limits.c.currency, limits.c.kind, limits.c.period)
    )
    return [_limit(row) for row in await tx.conn.execute(query)]


async def save_limit(tx: Tx, member_id: MemberId, limit: Limit, *, time_zone: str) -> None:
    """Writes a limit of a member whose protection is locked; from now on days are those of the zone."""
    values = {
        "scale": limit.scale,
        "units": limit.units,
        "pending_units": None if limit.pending is None else limit.pending.units,
        "pending_from": None if limit.pending is None else limit.pending.effective_from,
        "is_of_house": limit.is_of_house,
        "updated_at": tx.now,
    }
    key = {
        "tenant_id": tx.tenant_id,
        "member_id": member_id,
        "currency": limit.currency,
        "kind": limit.kind.value,
        "period": limit.period.value,
    }
    await tx.conn.execute(
        insert(limits).values(**key, **values).on_conflict_do_update(index_elements=list(key), set_=values)
    )
    await tx.conn.execute(
        member_protections.update()
        .where(
            member_protections.c.tenant_id == tx.tenant_id,
            member_protections.c.member_id == member_id,
        )
        .values(has_limits=True, time_zone=time_zone, updated_at=tx.now)
    )


async def lock_deposited(tx: Tx, member_id: MemberId, currency: str) -> Counted:
    """What the member deposited in a currency, under its row lock; parallel deposits wait here."""
    table = deposit_counters
    row = (
        await tx.conn.execute(
            insert(table)
            .values(tenant_id=tx.tenant_id, member_id=member_id, currency=currency)
            .on_conflict_do_update(
                index_elements=["tenant_id", "member_id", "currency"], set_={"currency": currency}
            )
            .returning(
                table.c.counted_at,
                table.c.day_deposited,
                table.c.week_deposited,
                table.c.month_deposited,
                table.c.total_deposited,
            )
        )
    ).one()
    return Counted(row[0], row[1:])


async def save_deposited(tx: Tx, member_id: MemberId, currency: str, counted: Counted) -> None:
    """Writes a counter of deposits that is locked."""
    table = deposit_counters
    day, week, month, total = counted.sums
    await tx.conn.execute(
        table.update()
        .where(
            table.c.tenant_id == tx.tenant_id,
            table.c.member_id == member_id,
            table.c.currency == currency,
        )
        .values(
            counted_at=counted.at,
            day_deposited=day,
            week_deposited=week,
            month_deposited=month,
            total_deposited=total,
        )
    )


async def counted(tx: Tx, member_id: MemberId) -> CountedBy:
    """What a member wagered, won and deposited."""
    found: CountedBy = {}
    for row in await tx.conn.execute(
        select(limit_counters).where(
            limit_counters.c.tenant_id == tx.tenant_id, limit_counters.c.member_id == member_id
        )
    ):
        found[row.currency] = (
            Counted(
                row.counted_at, (row.day_wagered, row.week_wagered, row.month_wagered, row.total_wagered)
            ),
            Counted(row.counted_at, (row.day_won, row.week_won, row.month_won, row.total_won)),
            NEVER,
        )
    for row in await tx.conn.execute(
        select(deposit_counters).where(
            deposit_counters.c.tenant_id == tx.tenant_id, deposit_counters.c.member_id == member_id
        )
    ):
        wagered, won, _ = found.get(row.currency, (NEVER, NEVER, NEVER))
        sums = (row.day_deposited, row.week_deposited, row.month_deposited, row.total_deposited)
        found[row.currency] = (wagered, won, Counted(row.counted_at, sums))
    return found


async def sittings(tx: Tx, member_id: MemberId) -> list[tuple[str, ClockRow, Sitting]]:
    """By currency, the time a member played and the session of play."""
    table = limit_counters.c
    rows = await tx.conn.execute(
        select(limit_counters).where(table.tenant_id == tx.tenant_id, table.member_id == member_id)
    )
    return [
        (
            row.currency,
            ClockRow(row.counted_at, (row.day_played, row.week_played, row.month_played), row.session_since),
            Sitting(row.session_since, row.session_wagered, row.session_won),
        )
        for row in rows
    ]


async def lapsed_changes(tx: Tx, before: datetime, limit: int) -> list[tuple[MemberId, Limit]]:
    """Changes that nobody confirmed in time, oldest first."""
    query = (
        select(limits)
        .where(limits.c.tenant_id == tx.tenant_id, limits.c.pending_from < before)
        .order_by(limits.c.pending_from)
        .limit(limit)
    )
    return [(MemberId(row.member_id), _limit(row)) for row in await tx.conn.execute(query)]


async def totals(tx: Tx, member_id: MemberId) -> list[Totals]:
    """What the member did in each currency since joining."""
    return [
        Totals(currency, wagered.sums[-1], won.sums[-1], deposited.sums[-1])
        for currency, (wagered, won, deposited) in sorted((await counted(tx, member_id)).items())
    ]


def _limit(row: Row[Any]) -> Limit:  # Any: as above
    pending = None if row.pending_from is None else PendingChange(row.pending_units, row.pending_from)
    return Limit(
        LimitKind(row.kind), Period(row.period), row.currency, row.scale, row.units, pending, row.is_of_house
    )
