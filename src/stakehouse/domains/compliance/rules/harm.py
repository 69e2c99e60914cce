"""Markers of harm: what a member's days and acts show, and what that adds up to.

Each marker is a rule with its own thresholds and points; a finding says in a sentence what was seen.
Points add up to a score, the score falls into a band, the band suggests what to do. Nothing here
decides about a member: a person of the house does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, StrEnum
from fractions import Fraction
from typing import ClassVar, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field

from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId

BASELINE_DAYS = 28
"""Days before the one that is looked at, with which it is compared."""

SIGNALS_DAYS = 90
"""How far back single acts are looked at."""


class Group(StrEnum):
    """The seven groups of indicators that have to be watched."""

    SPEND = "spend"
    PATTERNS = "patterns_of_spend"
    TIME = "time"
    BEHAVIOUR = "behaviour"
    CONTACT = "contact"
    TOOLS = "use_of_tools"
    ACCOUNT = "account"


class Marker(Enum):
    """A marker of harm: its group, and its name for people."""

    group: Group
    title: str

    def __new__(cls, code: str, group: Group, title: str) -> Self:
        """A member whose value is the code."""
        marker = object.__new__(cls)
        marker._value_ = code
        marker.group = group
        marker.title = title
        return marker

    CHASING_LOSSES = ("chasing_losses", Group.PATTERNS, "Chasing losses")
    NIGHT_PLAY = ("night_play", Group.TIME, "Play at night")
    LONG_PLAY = ("long_play", Group.TIME, "Long play")
    RISING_STAKES = ("rising_stakes", Group.PATTERNS, "Rising stakes")
    RISING_LOSSES = ("rising_losses", Group.SPEND, "Rising losses")
    CANCELLED_WITHDRAWALS = ("cancelled_withdrawals", Group.BEHAVIOUR, "Cancelled withdrawals")
    FAILED_DEPOSITS = ("failed_deposits", Group.ACCOUNT, "Failed deposits")
    LIMIT_CHANGES = ("limit_changes", Group.TOOLS, "Many changes of limits")
    TIME_OUTS = ("time_outs", Group.TOOLS, "Repeated time-outs")


MARKERS = {marker.value: marker for marker in Marker}
"""By code."""


class SignalKind(StrEnum):
    """An act that may be a sign by itself."""

    DEPOSIT = "deposit"
    FAILED_DEPOSIT = "failed_deposit"
    CANCELLED_WITHDRAWAL = "cancelled_withdrawal"
    LIMIT_CHANGE = "limit_change"
    TIME_OUT = "time_out"


@dataclass(frozen=True, slots=True)
class Signal:
    """An act of a member.

    Attributes:
        at: when.
        currency: of the amounts; empty where there are none.
        units: the amount, for deposits.
        lost: what the member had lost that day in that currency before, in units.
    """

    kind: SignalKind
    at: datetime
    currency: str = ""
    units: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class PlayHour:
    """What a member played in one currency within one hour.

    Attributes:
        hour: its beginning.
    """

    member_id: MemberId
    currency: str
    hour: datetime
    bets: int
    wagered: int
    won: int


@dataclass(frozen=True, slots=True)
class Money:
    """What was played in one currency on one day."""

    bets: int
    wagered: int
    won: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a member, in the member's time zone.

    Attributes:
        bets: in all currencies.
        night_bets: those of the night.
        hours: in which there was a bet.
        money: by currency.
    """

    day: date
    bets: int = 0
    night_bets: int = 0
    hours: int = 0
    money: Mapping[str, Money] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A marker that was found.

    Attributes:
        points: what it adds to the score.
        explanation: what was seen, in a sentence with the figures.
    """

    marker: Marker
    points: int
    explanation: str


class Band(Enum):
    """How grave it is, from nothing to the gravest."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLACK = "black"

    @property
    def rank(self) -> int:
        """The graver, the higher."""
        return list(Band).index(self)


class Contact(StrEnum):
    """What may be done about a case, from the mildest."""

    MESSAGE = "message"
    PROPOSE_LIMIT = "propose_limit"
    CALL = "call"
    SET_LIMIT = "set_limit"
    TIME_OUT = "time_out"
    EXCLUSION = "exclusion"
    REFERRAL = "referral"


SUGGESTED = {
    Band.GREEN: (),
    Band.AMBER: (Contact.MESSAGE, Contact.PROPOSE_LIMIT),
    Band.RED: (Contact.CALL, Contact.PROPOSE_LIMIT, Contact.SET_LIMIT),
    Band.BLACK: (Contact.CALL, Contact.SET_LIMIT, Contact.EXCLUSION, Contact.REFERRAL),
}
"""What fits a band, the first to be tried first."""


class HarmOutcome(StrEnum):
    """What a contact came to."""

    NOT_REACHED = "not_reached"
    INFORMED = "informed"
    LIMIT_SET = "limit_set"
    TIME_OUT_TAKEN = "time_out_taken"
    EXCLUDED = "excluded"
    NO_CONCERN = "no_concern"
    CONTESTED = "contested"


class HarmStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    TAKEN = "taken"
    SNOOZED = "snoozed"
    CLOSED = "closed"


class HarmSettings(Settings):
    """What the house takes for a marker of harm, and how much each weighs."""

    category: ClassVar[str] = "markers_of_harm"
    title: ClassVar[str] = "Markers of harm"

    chase_deposits: int = Field(default=3, ge=1, le=50, title="Deposits after losses on one day")
    chase_lost_percent: int = Field(
        default=80,
        ge=1,
        le=100,
        title="Percentage of the day's deposits lost before the next",
    )
    chase_points: int = Field(default=35, ge=0, le=100, title="Points for chasing losses")
    night_from_hour: int = Field(default=0, ge=0, le=23, title="Hour at which the night begins")
    night_to_hour: int = Field(default=6, ge=1, le=23, title="Hour at which it ends")
    night_bets: int = Field(default=50, ge=1, le=100_000, title="Bets of a night that count as play at night")
    night_count: int = Field(default=3, ge=1, le=7, title="Nights of the last seven with such play")
    night_points: int = Field(default=20, ge=0, le=100, title="Points for play at night")
    long_hours: int = Field(default=6, ge=2, le=24, title="Hours with play on one day that count as long")
    long_points: int = Field(default=20, ge=0, le=100, title="Points for long play")
    stakes_times: int = Field(default=3, ge=2, le=100, title="Mean stake, as a multiple of the usual one")
    losses_times: int = Field(default=3, ge=2, le=100, title="Loss of a day, as a multiple of the usual one")
    usual_bets: int = Field(default=50, ge=1, le=10_000, title="Bets of four weeks that make something usual")
    stakes_points: int = Field(default=25, ge=0, le=100, title="Points for rising stakes")
    losses_points: int = Field(default=25, ge=0, le=100, title="Points for rising losses")
    cancelled_withdrawals: int = Field(default=2, ge=1, le=50, title="Withdrawals cancelled in seven days")
    cancelled_points: int = Field(default=30, ge=0, le=100, title="Points for cancelled withdrawals")
    failed_deposits: int = Field(default=4, ge=1, le=50, title="Deposits that failed within a day")
    failed_points: int = Field(default=20, ge=0, le=100, title="Points for failed deposits")
    limit_changes: int = Field(default=4, ge=1, le=50, title="Changes of limits within thirty days")
    limit_points: int = Field(default=20, ge=0, le=100, title="Points for changes of limits")
    time_outs: int = Field(default=3, ge=1, le=50, title="Time-outs within ninety days")
    time_out_points: int = Field(default=20, ge=0, le=100, title="Points for time-outs")
    amber_from: int = Field(default=20, ge=1, le=1000, title="Score from which a member is amber: a message")
    red_from: int = Field(default=50, ge=1, le=1000, title="Score from which a member is red: a call")
    black_from: int = Field(default=90, ge=1, le=1000, title="Score from which a member is black")
    quiet_days: int = Field(default=14, ge=0, le=90, title="Days in which the same opens no new case")


def day_of(hours: Iterable[PlayHour], day: date, time_zone: str, settings: HarmSettings) -> Day:
    """A member's day out of hours; those of other days are passed over."""
    zone = ZoneInfo(time_zone)
    bets = night_bets = 0
    active: set[datetime] = set()
    money: dict[str, Money] = {}
    for hour in hours:
        local = hour.hour.astimezone(zone)
        if local.date() != day or not hour.bets:
            continue
        bets += hour.bets
        if _is_night(local.time(), settings):
            night_bets += hour.bets
        active.add(hour.hour)
        known = money.get(hour.currency, Money(0, 0, 0))
        money[hour.currency] = Money(
            known.bets + hour.bets, known.wagered + hour.wagered, known.won + hour.won
        )
    return Day(day, bets, night_bets, len(active), money)


def _is_night(moment: time, settings: HarmSettings) -> bool:
    begins, ends = settings.night_from_hour, settings.night_to_hour
    if begins <= ends:
        return begins <= moment.hour < ends
    return moment.hour >= begins or moment.hour < ends


def find(
    today: Day,
    earlier: Sequence[Day],
    signals: Sequence[Signal],
    *,
    now: datetime,
    time_zone: str,
    settings: HarmSettings,
) -> list[Finding]:
    """The markers that a member shows.

    Args:
        today: the day that is looked at.
        earlier: the days before it, in any order.
        signals: single acts of the last ninety days.
        now: the moment of looking.
        time_zone: the member's.
        settings: thresholds and points.
    """
    usual = [day for day in earlier if today.day - timedelta(days=BASELINE_DAYS) <= day.day < today.day]
    found = (
        _chasing(signals, today.day, time_zone, settings),
        _nights(today, usual, settings),
        _long(today, settings),
        _stakes(today, usual, settings),
        _losses(today, usual, settings),
        _acts(
            Marker.CANCELLED_WITHDRAWALS,
            _within(signals, SignalKind.CANCELLED_WITHDRAWAL, now, 7),
            settings.cancelled_withdrawals,
            settings.cancelled_points,
            "withdrawals cancelled within seven days",
        ),
        _acts(
            Marker.FAILED_DEPOSITS,
            _within(signals, SignalKind.FAILED_DEPOSIT, now, 1),
            settings.failed_deposits,
            settings.failed_points,
            "deposits failed within a day",
        ),
        _acts(
            Marker.LIMIT_CHANGES,
            _within(signals, SignalKind.LIMIT_CHANGE, now, 30),
            settings.limit_changes,
            settings.limit_points,
            "changes of limits within thirty days",
        ),
        _acts(
            Marker.TIME_OUTS,
            _within(signals, SignalKind.TIME_OUT, now, SIGNALS_DAYS),
            settings.time_outs,
            settings.time_out_points,
            "time-outs within ninety days",
        ),
    )
    return [finding for finding in found if finding is not None]


def score(findings: Iterable[Finding]) -> int:
    """What findings add up to."""
    return sum(finding.points for finding in findings)


def band_of(points: int, settings: HarmSettings) -> Band:
    """The band a score falls into; the gravest that it reaches."""
    if points >= settings.black_from:
        return Band.BLACK
    if points >= settings.red_from:
        return Band.RED
    return Band.AMBER if points >= settings.amber_from else Band.GREEN


def opens_again(
    band: Band,
    markers: Iterable[Marker],
    *,
    closed_band: Band,
    closed_markers: Iterable[Marker],
    closed_at: datetime,
    now: datetime,
    settings: HarmSettings,
) -> bool:
    """Whether somebody looks again after a case was closed: it is graver, other, or long ago."""
    if band.rank > closed_band.rank or not set(markers) <= set(closed_markers):
        return True
    return now - closed_at >= timedelta(days=settings.quiet_days)


def _within(signals: Sequence[Signal], kind: SignalKind, now: datetime, days: int) -> int:
    since = now - timedelta(days=days)
    return sum(1 for signal in signals if signal.kind is kind and since < signal.at <= now)


def _acts(marker: Marker, count: int, threshold: int, points: int, what: str) -> Finding | None:
    return Finding(marker, points, f"{count} {what}.") if count >= threshold else None


def _chasing(signals: Sequence[Signal], day: date, time_zone: str, settings: HarmSettings) -> Finding | None:
    zone = ZoneInfo(time_zone)
    deposits = sorted(
        (
            signal
            for signal in signals
            if signal.kind is SignalKind.DEPOSIT and signal.at.astimezone(zone).date() == day
        ),
        key=lambda signal: signal.at,
    )
    before: dict[str, int] = {}
    chased = 0
    for deposit in deposits:
        paid_in = before.get(deposit.currency, 0)
        if paid_in and deposit.lost * 100 >= paid_in * settings.chase_lost_percent:
            chased += 1
        before[deposit.currency] = paid_in + deposit.units
    if chased < settings.chase_deposits:
        return None
    return Finding(
        Marker.CHASING_LOSSES,
        settings.chase_points,
        f"{chased} deposits on {day} after {settings.chase_lost_percent} % or more of the day's deposits "
        "were lost.",
    )


def _nights(today: Day, usual: Sequence[Day], settings: HarmSettings) -> Finding | None:
    week = [day for day in usual if day.day > today.day - timedelta(days=7)]
    nights = sum(1 for day in (*week, today) if day.night_bets >= settings.night_bets)
    if nights < settings.night_count or today.night_bets < settings.night_bets:
        return None
    return Finding(
        Marker.NIGHT_PLAY,
        settings.night_points,
        f"{nights} of the last seven nights with {settings.night_bets} bets or more; "
        f"{today.night_bets} in the last one.",
    )


def _long(today: Day, settings: HarmSettings) -> Finding | None:
    if today.hours < settings.long_hours:
        return None
    return Finding(Marker.LONG_PLAY, settings.long_points, f"Bets in {today.hours} hours of {today.day}.")


def _stakes(today: Day, usual: Sequence[Day], settings: HarmSettings) -> Finding | None:
    for currency, money in sorted(today.money.items()):
        bets, wagered = _sums(usual, currency)[:2]
        if bets < settings.usual_bets or not wagered or not money.bets:
            continue
        times = Fraction(money.wagered, money.bets) / Fraction(wagered, bets)
        if times >= settings.stakes_times:
            return Finding(
                Marker.RISING_STAKES,
                settings.stakes_points,
                f"The mean stake in {currency} was {int(times)} times the usual one of four weeks.",
            )
    return None


def _losses(today: Day, usual: Sequence[Day], settings: HarmSettings) -> Finding | None:
    for currency, money in sorted(today.money.items()):
        bets, wagered, won, days = _sums(usual, currency)
        lost, usually = money.wagered - money.won, wagered - won
        if bets < settings.usual_bets or usually <= 0 or lost <= 0:
            continue
        times = Fraction(lost * days, usually)
        if times >= settings.losses_times:
            return Finding(
                Marker.RISING_LOSSES,
                settings.losses_points,
                f"The loss in {currency} was {int(times)} times that of a usual day with play.",
            )
    return None


def _sums(days: Sequence[Day], currency: str) -> tuple[int, int, int, int]:
    played = [day.money[currency] for day in days if currency in day.money]
    return (
        sum(money.bets for money in played),
        sum(money.wagered for money in played),
        sum(money.won for money in played),
        len(played),
    )


@dataclass(frozen=True, slots=True)
class Case:
    """A member somebody should look at.

    Attributes:
        id: of the case.
        member_id: whom it concerns.
        status: where it stands.
        band: the gravest it has been since it was opened.
        score: likewise.
        findings: what was seen at the latest look.
        opened_at: when the first marker was seen.
        updated_at: the latest look, or act.
        taken_by: who works on it.
        taken_by_name: that person's name.
        snoozed_until: when it comes back.
        closed_at: when it was closed.
        outcome: what it came to.
    """

    id: UUID
    member_id: MemberId
    status: HarmStatus
    band: Band
    score: int
    findings: tuple[Finding, ...]
    opened_at: datetime
    updated_at: datetime
    taken_by: UUID | None = None
    taken_by_name: str = ""
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    outcome: HarmOutcome | None = None


@dataclass(frozen=True, slots=True)
class ContactMade:
    """A contact with a member about a case, as it was recorded."""

    id: UUID
    at: datetime
    by_name: str
    contact: Contact
    outcome: HarmOutcome
    note: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A day with what it came to."""

    day: date
    score: int
    band: Band
    findings: tuple[Finding, ...]
