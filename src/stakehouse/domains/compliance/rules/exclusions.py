"""Time-out and self-exclusion: how long they last, that they are never shortened, whom they stop."""

import calendar
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    Excluded,
    ExclusionInForce,
    InvalidTimeOut,
    NotExcluded,
    SignInExcluded,
)
from stakehouse.domains.compliance.types import AccountState, Exclusion, ExclusionKind, Protection, Term
from stakehouse.domains.identity import (
    AccountClosed,
    AccountLimited,
    AccountPending,
    MemberSuspended,
    Standing,
)
from stakehouse.kernel.clock import wire

TIME_OUT_MIN = timedelta(days=1)
TIME_OUT_MAX = timedelta(days=42)
TRAVEL_TIME = timedelta(minutes=10)
"""A day counted on the client's clock arrives a little short; it is taken as a whole day."""

TERM_MONTHS = {Term.SIX_MONTHS: 6, Term.ONE_YEAR: 12, Term.TWO_YEARS: 24, Term.FIVE_YEARS: 60}


def time_out(now: datetime, until: datetime) -> Exclusion:
    """A time-out from now until a moment one to forty-two days away.

    Raises:
        InvalidTimeOut: shorter or longer.
    """
    length = until - now
    if not TIME_OUT_MIN - TRAVEL_TIME <= length <= TIME_OUT_MAX:
        raise InvalidTimeOut("A time-out lasts between 1 and 42 days.", field="until")
    return Exclusion(ExclusionKind.TIME_OUT, now, now + max(length, TIME_OUT_MIN))


def self_exclusion(now: datetime, term: Term, time_zone: str, *, is_wide: bool = False) -> Exclusion:
    """A self-exclusion from now for a term of calendar months on the member's clock."""
    if term is Term.FOREVER:
        return Exclusion(ExclusionKind.SELF_EXCLUSION, now, None, is_wide)
    local = now.astimezone(ZoneInfo(time_zone))
    until = _plus_months(local, TERM_MONTHS[term]).astimezone(UTC)
    return Exclusion(ExclusionKind.SELF_EXCLUSION, now, until, is_wide)


def _plus_months(moment: datetime, months: int) -> datetime:
    """The same day and time some months on; the last day of the month where there is no such day."""
    years, month = divmod(moment.month - 1 + months, 12)
    year = moment.year + years
    last_day = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last_day))


def extend(current: Exclusion | None, asked: Exclusion, now: datetime) -> Exclusion:
    """The exclusion that holds when another is asked for; nothing is ever shortened or weakened.

    The longer term holds, under the stronger name, and in every house if either was to hold there. A
    return that was asked for is off.

    Raises:
        AlreadyExcluded: the one in force lasts at least as long, and as widely.
    """
    if current is None or not current.binds(now):
        return asked
    # One whose term is over binds until the return; whatever is asked for anew ends later.
    is_longer = ends_later(asked, current)
    if not is_longer and not (asked.is_wide and not current.is_wide):
        raise AlreadyExcluded(
            "A protection that lasts at least as long is in force; it cannot be shortened.",
            facts=_facts(current),
        )
    return Exclusion(
        asked.kind if _STRENGTH[asked.kind] >= _STRENGTH[current.kind] else current.kind,
        asked.since if is_longer else current.since,
        asked.until if is_longer else current.until,
        asked.is_wide or current.is_wide,
    )


_STRENGTH = {
    ExclusionKind.TIME_OUT: 0,
    ExclusionKind.ELSEWHERE: 1,
    ExclusionKind.SELF_EXCLUSION: 2,
    ExclusionKind.REGISTER: 3,
}

RETURN_WAIT = timedelta(hours=24)
"""Whoever asks to come back after the term has so long to think it over."""


def ask_return(exclusion: Exclusion | None, now: datetime) -> Exclusion:
    """The exclusion after its member asked to come back: it binds for another day.

    Raises:
        NotExcluded: nothing keeps the member out.
        ExclusionInForce: its term is not over, or it is a time-out, which ends by itself.
    """
    if exclusion is None or not exclusion.binds(now):
        raise NotExcluded("Nothing keeps you out; sign in.")
    if not exclusion.is_over(now):
        raise ExclusionInForce(_sentence(exclusion), facts=_facts(exclusion))
    if exclusion.returns_at is not None:
        return exclusion
    return replace(exclusion, returns_at=now + RETURN_WAIT)


def ends_later(asked: Exclusion, current: Exclusion) -> bool:
    """Whether one exclusion's term runs longer than another's."""
    if current.until is None:
        return False
    return asked.until is None or asked.until > current.until


def admit(protection: Protection, now: datetime) -> None:
    """Lets a member who may play and deposit pass.

    Raises:
        MemberSuspended: staff suspended the member.
        AccountClosed: the account is closed.
        AccountPending: something the house must see first is missing.
        AccountLimited: only payouts are possible.
        Excluded: a time-out or self-exclusion is in force.
    """
    _check_standing(protection.standing)
    check_not_excluded(protection.exclusion, now)


_STATES = {
    ExclusionKind.TIME_OUT: AccountState.TIME_OUT,
    ExclusionKind.SELF_EXCLUSION: AccountState.EXCLUDED,
    ExclusionKind.ELSEWHERE: AccountState.EXCLUDED,
    ExclusionKind.REGISTER: AccountState.EXCLUDED,
}


def state_of(standing: Standing, exclusion: Exclusion | None, now: datetime) -> AccountState:
    """How an account stands: a protection in force outweighs every standing but closed and suspended."""
    is_covered = standing not in {Standing.CLOSED, Standing.SUSPENDED}
    if is_covered and exclusion is not None and exclusion.binds(now):
        return _STATES[exclusion.kind]
    return AccountState(standing.value)


def standing_under(standing: Standing, *, is_frozen: bool) -> Standing:
    """What play goes by: a freeze leaves no more than a look, whatever the operator's standing says."""
    if is_frozen and standing in {Standing.ACTIVE, Standing.PENDING, Standing.INACTIVE}:
        return Standing.LIMITED
    return standing


def check_not_excluded(exclusion: Exclusion | None, now: datetime) -> None:
    """Lets a member pass whom no time-out or self-exclusion keeps from playing and depositing.

    Raises:
        Excluded: one is in force.
    """
    if exclusion is not None and exclusion.binds(now):
        raise Excluded(_sentence(exclusion, now), facts=_facts(exclusion))


def admit_sign_in(exclusion: Exclusion | None, now: datetime) -> None:
    """Lets a member through the door whom no protection keeps out.

    Raises:
        SignInExcluded: a time-out or self-exclusion is in force.
    """
    if exclusion is not None and exclusion.binds(now):
        raise SignInExcluded(_sentence(exclusion, now), facts=_facts(exclusion))


def _check_standing(standing: Standing) -> None:
    match standing:
        case Standing.ACTIVE:
            return
        case Standing.SUSPENDED:
            raise MemberSuspended("Your account is suspended. Support can tell you why and what to do.")
        case Standing.CLOSED:
            raise AccountClosed("Your account is closed.")
        case Standing.PENDING:
            raise AccountPending("Your account waits for a check; finish your verification first.")
        case Standing.LIMITED | Standing.INACTIVE:
            raise AccountLimited("Your account is limited: you can withdraw, but neither play nor deposit.")


_NAMES = {
    ExclusionKind.TIME_OUT: "time-out",
    ExclusionKind.SELF_EXCLUSION: "self-exclusion",
    ExclusionKind.ELSEWHERE: "self-exclusion in all houses",
    ExclusionKind.REGISTER: "national self-exclusion",
}


def _sentence(exclusion: Exclusion, now: datetime | None = None) -> str:
    if exclusion.kind is ExclusionKind.REGISTER:
        return (
            "You are on the national register of self-exclusions, so no licensed house may let you play. "
            "It ends only there. Your balance is safe; you can be paid out."
        )
    if now is not None and exclusion.is_over(now):
        if exclusion.returns_at is not None:
            return (
                f"You asked to come back; you can from {wire(exclusion.returns_at)} on. "
                "Until then you can be paid out."
            )
        return (
            f"The term of your {_NAMES[exclusion.kind]} is over, but it ends only when you ask to come back. "
            "Your balance is safe; you can be paid out."
        )
    span = "for good" if exclusion.until is None else f"until {wire(exclusion.until)}"
    return (
        f"Your {_NAMES[exclusion.kind]} holds {span} and cannot be lifted early. "
        "Your balance is safe; you can be paid out."
    )


def _facts(exclusion: Exclusion) -> dict[str, object]:
    facts: dict[str, object] = {
        "kind": exclusion.kind.value,
        "until": None if exclusion.until is None else wire(exclusion.until),
    }
    if exclusion.returns_at is not None:
        facts["returns_at"] = wire(exclusion.returns_at)
    return facts
