"""The SQL of markers of harm: signals, days, cases and contacts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, text

from stakehouse.domains.compliance.rules.harm import (
    MARKERS,
    Band,
    Case,
    Contact,
    ContactMade,
    Day,
    Finding,
    HarmOutcome,
    HarmStatus,
    Money,
    Scored,
    Signal,
    SignalKind,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

_ADD_SIGNAL = text("""
INSERT INTO harm_signals (tenant_id, member_id, id, kind, at, currency, units, lost)
VALUES (:tenant_id, :member_id, :id, :kind, :at, :currency, :units, :lost) ON CONFLICT DO NOTHING
""")
_SIGNALS = text("""
SELECT member_id, kind, at, currency, units, lost FROM harm_signals
WHERE tenant_id = :tenant_id AND member_id = ANY(:members) AND at > :since ORDER BY at
""")
_LOST_TODAY = text("""
SELECT c.day_wagered - c.day_won AS lost, c.counted_at FROM limit_counters c
WHERE c.tenant_id = :tenant_id AND c.member_id = :member_id AND c.currency = :currency
""")
_ADD_DAY = text("""
INSERT INTO harm_days (tenant_id, member_id, day, bets, night_bets, hours, money, score, band, findings)
VALUES (:tenant_id, :member_id, :day, :bets, :night_bets, :hours, CAST(:money AS jsonb), :score, :band,
        CAST(:findings AS jsonb))
ON CONFLICT DO NOTHING
""")
_DAYS = text("""
SELECT member_id, day, bets, night_bets, hours, money, score, band, findings FROM harm_days
WHERE tenant_id = :tenant_id AND member_id = ANY(:members) AND day >= :since ORDER BY day DESC
""")
_CASE = """
SELECT c.id, c.member_id, c.status, c.band, c.score, c.findings, c.opened_at, c.updated_at, c.taken_by,
       c.taken_by_name, c.snoozed_until, c.closed_at, c.outcome
FROM harm_cases c WHERE c.tenant_id = :tenant_id{conditions}
"""
_LATEST_CASE = text(
    _CASE.format(conditions=" AND c.member_id = :member_id ORDER BY c.id DESC LIMIT 1 FOR UPDATE")
)
_ONE_CASE = text(_CASE.format(conditions=" AND c.id = :id"))
_LOCK_CASE = text(_CASE.format(conditions=" AND c.id = :id FOR UPDATE"))
_CASES_OF = text(_CASE.format(conditions=" AND c.member_id = :member_id ORDER BY c.id DESC LIMIT 20"))
# The gravest first, then the oldest.
_LIST = """
 ORDER BY c.rank DESC, c.id LIMIT :limit
"""
_ADD_CASE = text("""
INSERT INTO harm_cases (tenant_id, id, member_id, status, band, rank, score, findings, opened_at, updated_at)
VALUES (:tenant_id, :id, :member_id, :status, :band, :rank, :score, CAST(:findings AS jsonb), :now, :now)
""")
_SAVE_CASE = text("""
UPDATE harm_cases SET status = :status, band = :band, rank = :rank, score = :score,
    findings = CAST(:findings AS jsonb), updated_at = :now, taken_by = :taken_by,
    taken_by_name = :taken_by_name, snoozed_until = :snoozed_until, closed_at = :closed_at, outcome = :outcome
WHERE tenant_id = :tenant_id AND id = :id
""")
_ADD_CONTACT = text("""
INSERT INTO harm_contacts (tenant_id, case_id, id, member_id, at, by_id, by_name, contact, outcome, note)
VALUES (:tenant_id, :case_id, :id, :member_id, :now, :by_id, :by_name, :contact, :outcome, :note)
""")
_CONTACTS = text("""
SELECT id, at, by_name, contact, outcome, note FROM harm_contacts
WHERE tenant_id = :tenant_id AND case_id = :case_id ORDER BY id DESC
""")
_HOLD = text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))")


async def hold_member(tx: Tx, member_id: MemberId) -> None:
    """Lets one transaction at a time look at a member: two looks open one case."""
    await tx.conn.execute(_HOLD, {"what": f"harm {tx.tenant_id} {member_id}"})


async def add_signal(tx: Tx, member_id: MemberId, signal_id: UUID, signal: Signal) -> None:
    """Keeps an act; one of that id is kept once."""
    await tx.conn.execute(
        _ADD_SIGNAL,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "id": signal_id,
            "kind": signal.kind.value,
            "at": signal.at,
            "currency": signal.currency,
            "units": signal.units,
            "lost": signal.lost,
        },
    )


async def lost_today(tx: Tx, member_id: MemberId, currency: str, day_began: datetime) -> int:
    """What the member lost in a currency since the day began; nothing where it was won."""
    row = (
        await tx.conn.execute(
            _LOST_TODAY, {"tenant_id": tx.tenant_id, "member_id": member_id, "currency": currency}
        )
    ).one_or_none()
    return 0 if row is None or row.counted_at < day_began else max(0, int(row.lost))


async def signals(tx: Tx, members: Iterable[MemberId], since: datetime) -> dict[MemberId, list[Signal]]:
    """The members' acts since a moment, in order."""
    found: dict[MemberId, list[Signal]] = {}
    rows = await tx.conn.execute(
        _SIGNALS, {"tenant_id": tx.tenant_id, "members": list(members), "since": since}
    )
    for row in rows:
        signal = Signal(SignalKind(row.kind), row.at, row.currency, row.units, row.lost)
        found.setdefault(MemberId(row.member_id), []).append(signal)
    return found


async def days(tx: Tx, members: Iterable[MemberId], since: date) -> dict[MemberId, list[tuple[Day, Scored]]]:
    """The members' days since one, the latest first."""
    found: dict[MemberId, list[tuple[Day, Scored]]] = {}
    rows = await tx.conn.execute(_DAYS, {"tenant_id": tx.tenant_id, "members": list(members), "since": since})
    for row in rows:
        money = {code: Money(**sums) for code, sums in row.money.items()}
        day = Day(row.day, row.bets, row.night_bets, row.hours, money)
        scored = Scored(row.day, row.score, Band(row.band), _findings(row.findings))
        found.setdefault(MemberId(row.member_id), []).append((day, scored))
    return found


async def add_day(tx: Tx, member_id: MemberId, day: Day, scored: Scored) -> None:
    """Keeps a day with what it came to; a day is looked at once."""
    money = {
        code: {"bets": sums.bets, "wagered": sums.wagered, "won": sums.won}
        for code, sums in day.money.items()
    }
    await tx.conn.execute(
        _ADD_DAY,
        {
            "tenant_id": tx.tenant_id,
            "member_id": member_id,
            "day": day.day,
            "bets": day.bets,
            "night_bets": day.night_bets,
            "hours": day.hours,
            "money": _json(money),
            "score": scored.score,
            "band": scored.band.value,
            "findings": _told(scored.findings),
        },
    )


async def latest_case(tx: Tx, member_id: MemberId) -> Case | None:
    """The member's latest case, locked."""
    row = (
        await tx.conn.execute(_LATEST_CASE, {"tenant_id": tx.tenant_id, "member_id": member_id})
    ).one_or_none()
    return None if row is None else _case(row)


async def case(tx: Tx, case_id: UUID) -> Case | None:
    """A case; one that was put aside is open again at its time."""
    row = (await tx.conn.execute(_ONE_CASE, {"tenant_id": tx.tenant_id, "id": case_id})).one_or_none()
    return None if row is None else _as_of(_case(row), tx.now)


async def lock_case(tx: Tx, case_id: UUID) -> Case | None:
    """A case, locked."""
    row = (await tx.conn.execute(_LOCK_CASE, {"tenant_id": tx.tenant_id, "id": case_id})).one_or_none()
    return None if row is None else _case(row)


async def cases_of(tx: Tx, member_id: MemberId) -> list[Case]:
    """The member's last cases, the latest first."""
    rows = await tx.conn.execute(_CASES_OF, {"tenant_id": tx.tenant_id, "member_id": member_id})
    return [_case(row) for row in rows]


async def cases(
    tx: Tx,
    *,
    statuses: Sequence[HarmStatus],
    band: Band | None,
    after: tuple[int, UUID] | None,
    limit: int,
) -> list[Case]:
    """Cases of some statuses; the gravest first, then the oldest. Snoozed ones come back at their time."""
    conditions = (
        " AND (c.status = ANY(:statuses) OR (:wakes AND c.status = 'snoozed' AND c.snoozed_until <= :now))"
    )
    values: dict[str, object] = {
        "tenant_id": tx.tenant_id,
        "statuses": [status.value for status in statuses],
        "wakes": HarmStatus.OPEN in statuses,
        "now": tx.now,
        "limit": limit,
    }
    if band is not None:
        conditions += " AND c.band = :band"
        values["band"] = band.value
    if after is not None:
        conditions += " AND (c.rank < :rank OR (c.rank = :rank AND c.id > :after))"
        values["rank"], values["after"] = after
    rows = await tx.conn.execute(text(_CASE.format(conditions=conditions) + _LIST), values)
    return [_as_of(_case(row), tx.now) for row in rows]


def _as_of(found: Case, now: datetime) -> Case:
    is_over = found.snoozed_until is not None and found.snoozed_until <= now
    if found.status is HarmStatus.SNOOZED and is_over:
        return replace(found, status=HarmStatus.OPEN)
    return found


async def add_case(tx: Tx, opened: Case) -> None:
    """Adds a case."""
    await tx.conn.execute(
        _ADD_CASE,
        {
            "tenant_id": tx.tenant_id,
            "id": opened.id,
            "member_id": opened.member_id,
            "status": opened.status.value,
            "band": opened.band.value,
            "rank": opened.band.rank,
            "score": opened.score,
            "findings": _told(opened.findings),
            "now": tx.now,
        },
    )


async def save_case(tx: Tx, changed: Case) -> None:
    """Writes a case that is locked."""
    await tx.conn.execute(
        _SAVE_CASE,
        {
            "tenant_id": tx.tenant_id,
            "id": changed.id,
            "status": changed.status.value,
            "band": changed.band.value,
            "rank": changed.band.rank,
            "score": changed.score,
            "findings": _told(changed.findings),
            "now": tx.now,
            "taken_by": changed.taken_by,
            "taken_by_name": changed.taken_by_name,
            "snoozed_until": changed.snoozed_until,
            "closed_at": changed.closed_at,
            "outcome": None if changed.outcome is None else changed.outcome.value,
        },
    )


async def add_contact(tx: Tx, of: Case, made: ContactMade) -> None:
    """Keeps a contact; it is never changed."""
    await tx.conn.execute(
        _ADD_CONTACT,
        {
            "tenant_id": tx.tenant_id,
            "case_id": of.id,
            "id": made.id,
            "member_id": of.member_id,
            "now": made.at,
            "by_id": tx.actor.user_id,
            "by_name": made.by_name,
            "contact": made.contact.value,
            "outcome": made.outcome.value,
            "note": made.note,
        },
    )


async def contacts(tx: Tx, case_id: UUID) -> list[ContactMade]:
    """The contacts about a case, the latest first."""
    rows = await tx.conn.execute(_CONTACTS, {"tenant_id": tx.tenant_id, "case_id": case_id})
    return [
        ContactMade(row.id, row.at, row.by_name, Contact(row.contact), HarmOutcome(row.outcome), row.note)
        for row in rows
    ]


_GRAVE = text("""
SELECT EXISTS (SELECT 1 FROM harm_cases WHERE tenant_id = :tenant_id AND member_id = :member_id
               AND status <> 'closed' AND band IN ('red', 'black'))
""")


async def is_grave(tx: Tx, member_id: MemberId) -> bool:
    """Whether a red or black case of the member is not closed."""
    found = await tx.conn.execute(_GRAVE, {"tenant_id": tx.tenant_id, "member_id": member_id})
    return bool(found.scalar_one())


_FORGET_SIGNALS = text("DELETE FROM harm_signals WHERE tenant_id = :tenant_id AND at < :before")


async def forget_signals(tx: Tx, older: timedelta) -> None:
    """Forgets single acts that no rule looks at any more."""
    await tx.conn.execute(_FORGET_SIGNALS, {"tenant_id": tx.tenant_id, "before": tx.now - older})


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _told(findings: Iterable[Finding]) -> str:
    return _json(
        [
            {"marker": each.marker.value, "points": each.points, "explanation": each.explanation}
            for each in findings
        ]
    )


def _findings(told: list[dict[str, Any]]) -> tuple[Finding, ...]:  # Any: JSON
    return tuple(Finding(MARKERS[each["marker"]], each["points"], each["explanation"]) for each in told)


def _case(row: Row[Any]) -> Case:  # Any: columns of several types
    return Case(
        row.id,
        MemberId(row.member_id),
        HarmStatus(row.status),
        Band(row.band),
        row.score,
        _findings(row.findings),
        row.opened_at,
        row.updated_at,
        row.taken_by,
        row.taken_by_name,
        row.snoozed_until,
        row.closed_at,
        None if row.outcome is None else HarmOutcome(row.outcome),
    )
