"""Use cases of markers of harm: watch, score, and what people do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from stakehouse.domains import identity
from stakehouse.domains.compliance.errors import (
    HarmCaseClosed,
    HarmCaseNotFound,
    HarmCaseTaken,
    InvalidMoment,
)
from stakehouse.domains.compliance.rules import harm as rules
from stakehouse.domains.compliance.rules.harm import (
    BASELINE_DAYS,
    SIGNALS_DAYS,
    Band,
    Case,
    Contact,
    ContactMade,
    Day,
    Finding,
    HarmOutcome,
    HarmSettings,
    HarmStatus,
    PlayHour,
    Scored,
    Signal,
    SignalKind,
)
from stakehouse.domains.compliance.rules.significant import (
    SignificanceSettings,
    day_wagers_entry,
    least_units,
)
from stakehouse.domains.compliance.service import significant
from stakehouse.domains.compliance.store import harm as store
from stakehouse.domains.identity import Member
from stakehouse.domains.tenancy import profile, setting
from stakehouse.events.compliance import HarmCaseEnded, HarmCaseRaised, HarmContactMade
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.money import format_units
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor

SNOOZE_MAX = timedelta(days=30)
SHOWN_DAYS = 30


@dataclass(frozen=True, slots=True)
class Picture:
    """What staff see of a member: the last days, and the cases."""

    days: Sequence[Scored]
    cases: Sequence[Case]


async def watch(
    tx: Tx,
    member_id: MemberId,
    signal_id: UUID,
    kind: SignalKind,
    at: datetime,
    *,
    currency: str = "",
    units: int = 0,
) -> None:
    """Keeps an act of a member and looks at once at what it shows together with the others."""
    person = await identity.member(tx, member_id)
    lost = 0
    if kind is SignalKind.DEPOSIT:
        lost = await store.lost_today(tx, member_id, currency, _day_began(at, person.time_zone))
    await store.hold_member(tx, member_id)
    await store.add_signal(tx, member_id, signal_id, Signal(kind, at, currency, units, lost))
    await _look(tx, person, Day(tx.now.astimezone(ZoneInfo(person.time_zone)).date()), keeps_day=False)


async def score_days(tx: Tx, hours: Mapping[MemberId, Sequence[PlayHour]]) -> int:
    """Looks at yesterday, in each member's zone, of those who played; answers how many days were new.

    A day is looked at once: where it is kept already, nothing happens.
    """
    settings = await setting(tx, HarmSettings)
    people = await identity.members_by_id(tx, list(hours))
    scored = 0
    for person in people.values():
        zone = ZoneInfo(person.time_zone)
        yesterday = tx.now.astimezone(zone).date() - timedelta(days=1)
        day = rules.day_of(hours[person.member_id], yesterday, person.time_zone, settings)
        if not day.bets:
            continue
        await store.hold_member(tx, person.member_id)
        scored += await _look(tx, person, day, keeps_day=True)
    return scored


async def _look(tx: Tx, person: Member, day: Day, *, keeps_day: bool) -> bool:
    settings = await setting(tx, HarmSettings)
    member_id = person.member_id
    known = (await store.days(tx, [member_id], day.day - timedelta(days=BASELINE_DAYS))).get(member_id, [])
    if keeps_day and any(scored.day == day.day for _, scored in known):
        return False
    acts = (await store.signals(tx, [member_id], tx.now - timedelta(days=SIGNALS_DAYS))).get(member_id, [])
    findings = tuple(
        rules.find(
            day,
            [earlier for earlier, _ in known],
            acts,
            now=tx.now,
            time_zone=person.time_zone,
            settings=settings,
        )
    )
    points = rules.score(findings)
    band = rules.band_of(points, settings)
    if keeps_day:
        await store.add_day(tx, member_id, day, Scored(day.day, points, band, findings))
        await _note_day_wagers(tx, member_id, day)
    if band is not Band.GREEN:
        await _raise(tx, member_id, band, points, findings, settings)
    return True


async def _note_day_wagers(tx: Tx, member_id: MemberId, day: Day) -> None:
    settings = await setting(tx, SignificanceSettings)
    currencies = (await profile(tx)).currencies
    for code, money in day.money.items():
        scale = currencies[code].scale
        if money.wagered >= least_units(settings.of(code).day_wagers, scale):
            text = f"{format_units(money.wagered, scale)} {code}"
            await significant.note(tx, day_wagers_entry(member_id, day.day.isoformat(), text))


async def _raise(
    tx: Tx,
    member_id: MemberId,
    band: Band,
    points: int,
    findings: tuple[Finding, ...],
    settings: HarmSettings,
) -> None:
    latest = await store.latest_case(tx, member_id)
    if latest is not None and latest.status is not HarmStatus.CLOSED:
        await _add_to(tx, latest, band, points, findings)
        return
    if latest is not None and not rules.opens_again(
        band,
        [each.marker for each in findings],
        closed_band=latest.band,
        closed_markers=[each.marker for each in latest.findings],
        closed_at=latest.closed_at or latest.updated_at,
        now=tx.now,
        settings=settings,
    ):
        return
    opened = Case(new_id(), member_id, HarmStatus.OPEN, band, points, findings, tx.now, tx.now)
    await store.add_case(tx, opened)
    tx.tell(_raised(opened))


async def _add_to(tx: Tx, case: Case, band: Band, points: int, findings: tuple[Finding, ...]) -> None:
    is_graver = band.rank > case.band.rank
    status = HarmStatus.OPEN if is_graver and case.status is HarmStatus.SNOOZED else case.status
    merged = {each.marker: each for each in (*case.findings, *findings)}
    after = replace(
        case,
        status=status,
        snoozed_until=None if status is not HarmStatus.SNOOZED else case.snoozed_until,
        band=band if is_graver else case.band,
        score=max(points, case.score),
        findings=tuple(merged.values()),
    )
    if after != case:
        await store.save_case(tx, after)
    if is_graver:
        tx.tell(_raised(after))


def _raised(case: Case) -> HarmCaseRaised:
    return HarmCaseRaised(
        case_id=case.id,
        member_id=case.member_id,
        band=case.band.value,
        score=case.score,
        markers=tuple(each.marker.value for each in case.findings),
    )


async def work_list(
    tx: Tx,
    *,
    status: HarmStatus | None = None,
    band: Band | None = None,
    cursor: str | None = None,
    limit: int = LIMIT_DEFAULT,
) -> Page[Case]:
    """Cases to work on, the gravest first; without a status those that are open or taken.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    statuses = [HarmStatus.OPEN, HarmStatus.TAKEN] if status is None else [status]
    behind = decode_cursor(cursor)
    after = None
    if behind is not None:
        last = await store.case(tx, behind)
        after = None if last is None else (last.band.rank, last.id)
    found = await store.cases(tx, statuses=statuses, band=band, after=after, limit=limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].id) if len(found) > limit else None)


async def case(tx: Tx, case_id: UUID) -> tuple[Case, list[ContactMade]]:
    """A case with its contacts.

    Raises:
        HarmCaseNotFound: there is none.
    """
    return await _found(tx, case_id), await store.contacts(tx, case_id)


async def picture_of(tx: Tx, member_id: MemberId) -> Picture:
    """What a member's last thirty days showed, and the cases.

    Raises:
        MemberNotFound: no such member here.
    """
    await identity.member(tx, member_id)
    since = tx.now.date() - timedelta(days=SHOWN_DAYS)
    days = (await store.days(tx, [member_id], since)).get(member_id, [])
    return Picture([scored for _, scored in days], await store.cases_of(tx, member_id))


async def take(tx: Tx, case_id: UUID) -> Case:
    """Takes a case to work on it; taking one's own again changes nothing.

    Raises:
        HarmCaseNotFound: there is none.
        HarmCaseClosed: it is closed.
        HarmCaseTaken: somebody else works on it.
    """
    before = await _workable(tx, case_id)
    if before.status is HarmStatus.TAKEN and before.taken_by == tx.actor.user_id:
        return before
    after = replace(
        before,
        status=HarmStatus.TAKEN,
        taken_by=tx.actor.user_id,
        taken_by_name=tx.actor.name,
        snoozed_until=None,
        updated_at=tx.now,
    )
    await store.save_case(tx, after)
    _record(tx, "taken", before, after, "")
    return after


async def snooze(tx: Tx, case_id: UUID, until: datetime, reason: str) -> Case:
    """Puts a case aside for up to thirty days; what is graver brings it back earlier.

    Raises:
        HarmCaseNotFound: there is none.
        HarmCaseClosed: it is closed.
        HarmCaseTaken: somebody else works on it.
        InvalidMoment: not within the next thirty days.
    """
    before = await _workable(tx, case_id)
    if not tx.now < until <= tx.now + SNOOZE_MAX:
        raise InvalidMoment("A case is put aside for up to thirty days from now.", field="until")
    after = replace(before, status=HarmStatus.SNOOZED, snoozed_until=until, updated_at=tx.now)
    await store.save_case(tx, after)
    _record(tx, "snoozed", before, after, reason)
    return after


async def record_contact(
    tx: Tx, case_id: UUID, contact: Contact, outcome: HarmOutcome, note: str
) -> ContactMade:
    """Records a contact with the member and what it came to; who makes it has the case.

    Raises:
        HarmCaseNotFound: there is none.
        HarmCaseClosed: it is closed.
        HarmCaseTaken: somebody else works on it.
    """
    taken = await take(tx, case_id)
    made = ContactMade(new_id(), tx.now, tx.actor.name, contact, outcome, note)
    await store.add_contact(tx, taken, made)
    tx.record(
        AuditEntry(
            "harm_case.contact_recorded",
            "harm_case",
            case_id,
            note,
            after={"contact": contact.value, "outcome": outcome.value, "member_id": str(taken.member_id)},
        )
    )
    tx.tell(
        HarmContactMade(
            case_id=case_id, member_id=taken.member_id, contact=contact.value, outcome=outcome.value
        )
    )
    return made


async def close(tx: Tx, case_id: UUID, outcome: HarmOutcome, reason: str) -> Case:
    """Closes a case; the same markers open none for the tenant's quiet days.

    Raises:
        HarmCaseNotFound: there is none.
        HarmCaseClosed: it is closed.
        HarmCaseTaken: somebody else works on it.
    """
    before = await _workable(tx, case_id)
    after = replace(
        before,
        status=HarmStatus.CLOSED,
        closed_at=tx.now,
        outcome=outcome,
        snoozed_until=None,
        updated_at=tx.now,
    )
    await store.save_case(tx, after)
    _record(tx, "closed", before, after, reason)
    tx.tell(HarmCaseEnded(case_id=case_id, member_id=after.member_id, outcome=outcome.value))
    return after


async def _found(tx: Tx, case_id: UUID) -> Case:
    found = await store.case(tx, case_id)
    if found is None:
        raise HarmCaseNotFound("There is no such case.")
    return found


async def _workable(tx: Tx, case_id: UUID) -> Case:
    found = await store.lock_case(tx, case_id)
    if found is None:
        raise HarmCaseNotFound("There is no such case.")
    if found.status is HarmStatus.CLOSED:
        raise HarmCaseClosed("This case is closed.")
    if found.status is HarmStatus.TAKEN and found.taken_by not in (None, tx.actor.user_id):
        raise HarmCaseTaken(f"{found.taken_by_name} works on this case.", facts={"by": found.taken_by_name})
    return found


def _record(tx: Tx, act: str, before: Case, after: Case, reason: str) -> None:
    tx.record(
        AuditEntry(
            f"harm_case.{act}", "harm_case", after.id, reason, before=_told(before), after=_told(after)
        )
    )


def _told(case: Case) -> dict[str, object]:
    return {
        "status": case.status.value,
        "taken_by": case.taken_by_name,
        "snoozed_until": None if case.snoozed_until is None else wire(case.snoozed_until),
        "outcome": None if case.outcome is None else case.outcome.value,
        "member_id": str(case.member_id),
    }


def _day_began(at: datetime, time_zone: str) -> datetime:
    return at.astimezone(ZoneInfo(time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
