"""How a limit changes: tighter at once, looser only after a wait and a second yes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from stakehouse.domains.compliance.errors import (
    CoolingOff,
    InvalidLimit,
    LimitOfHouse,
    LimitReached,
    NoPendingChange,
)
from stakehouse.domains.compliance.rules.calendar import PERIODS, resets_at
from stakehouse.domains.compliance.types import Limit, LimitKind, PendingChange, Period
from stakehouse.kernel.clock import wire
from stakehouse.kernel.money import InvalidAmount, format_units

COOLING_OFF_MIN = timedelta(hours=24)
"""No tenant may let a limit be loosened sooner."""


def ask(limit: Limit, units: int | None, now: datetime, cooling_off: timedelta) -> Limit:
    """The limit after its member asked for another value.

    What is tighter, or the same, is in force at once and calls off what was waiting. What is looser
    waits; asking again for something looser starts the wait anew.

    Args:
        limit: as it stands.
        units: the value asked for; ``None`` asks for removal.
        now: the moment of asking.
        cooling_off: the wait of tenant and law; never taken as shorter than a day.

    Raises:
        LimitOfHouse: staff tightened it, so the member alone cannot loosen it.
    """
    if is_looser(limit.units, units):
        if limit.is_of_house:
            raise LimitOfHouse(
                "This limit was set by the house for your protection; support can tell you more."
            )
        return wait_for(limit, units, now, cooling_off)
    return replace(limit, units=units, pending=None)


def wait_for(limit: Limit, units: int | None, now: datetime, cooling_off: timedelta) -> Limit:
    """The limit with a looser value that waits for its time and the member's second yes."""
    return replace(limit, pending=PendingChange(units, now + max(cooling_off, COOLING_OFF_MIN)))


def tighten(limit: Limit, units: int) -> Limit:
    """The limit after staff tightened it; from then on the member alone cannot loosen it.

    What was waiting is called off.
    """
    assert not is_looser(limit.units, units), "loosening takes two people and its time"
    return replace(limit, units=units, pending=None, is_of_house=True)


def check_combination(kind: LimitKind, period: Period) -> None:
    """Lets the limits pass that there are.

    Raises:
        InvalidLimit: money bounded by a session.
    """
    if kind.is_money and period is Period.SESSION:
        raise InvalidLimit("A session of play bounds time, not money; choose a day, week or month.")


def check_value(units: int | None) -> None:
    """Lets values pass that a limit can have; nothing at all is one of them.

    Raises:
        InvalidAmount: below zero.
    """
    if units is not None and units < 0:
        raise InvalidAmount("A limit is zero or more.", field="amount")


def is_looser(current: int | None, asked: int | None) -> bool:
    """Whether a value would bind less than the current one."""
    if current is None:
        return False
    return asked is None or asked > current


def confirm(limit: Limit, now: datetime) -> Limit:
    """The limit after its member said yes a second time.

    Raises:
        NoPendingChange: nothing waits, or nobody confirmed it in time.
        CoolingOff: the wait is not over.
    """
    pending = _pending(limit)
    if now >= pending.lapses_at:
        raise NoPendingChange("This change was not confirmed in time; your limit stays. Ask anew.")
    if now < pending.effective_from:
        raise CoolingOff(
            f"This can be confirmed from {wire(pending.effective_from)} on; until then your limit stands.",
            facts={"pending_from": wire(pending.effective_from)},
        )
    return replace(limit, units=pending.units, pending=None, is_of_house=False)


def current(limit: Limit, now: datetime) -> Limit:
    """The limit as it is seen: without a change that nobody confirmed in time."""
    if limit.pending is not None and now >= limit.pending.lapses_at:
        return replace(limit, pending=None)
    return limit


def call_off(limit: Limit) -> Limit:
    """The limit without the change that waited.

    Raises:
        NoPendingChange: nothing waits.
    """
    _pending(limit)
    return replace(limit, pending=None)


def _pending(limit: Limit) -> PendingChange:
    if limit.pending is None:
        raise NoPendingChange("No change of this limit is waiting.")
    return limit.pending


def check_deposit(
    limits: Iterable[Limit], deposited: Sequence[int], units: int, now: datetime, time_zone: str
) -> None:
    """Lets a deposit pass if no deposit limit would be passed.

    Args:
        limits: the member's limits in the deposit's currency.
        deposited: what counts per period: received and still under way, in the order of ``PERIODS``.
        units: the new deposit.
        now: the moment of asking.
        time_zone: the member's.

    Raises:
        LimitReached: naming the limit that frees up last.
    """
    by_period = {limit.period: limit for limit in limits if limit.kind is LimitKind.DEPOSIT}
    for index, period in reversed(list(enumerate(PERIODS))):
        limit = by_period.get(period)
        if limit is not None and limit.units is not None and deposited[index] + units > limit.units:
            raise reached(
                LimitKind.DEPOSIT,
                period,
                limit.currency,
                scale=limit.scale,
                limit=limit.units,
                used=deposited[index],
                resets_at=resets_at(period, now, time_zone),
            )


_ADJECTIVES = {
    Period.SESSION: "session's",
    Period.DAY: "daily",
    Period.WEEK: "weekly",
    Period.MONTH: "monthly",
}


def reached(
    kind: LimitKind,
    period: Period,
    currency: str,
    *,
    scale: int,
    limit: int,
    used: int,
    resets_at: datetime,
) -> LimitReached:
    """The refusal that a limit gives, with what a person needs to know about it."""
    if not kind.is_money:
        return _time_is_over(period, limit, used, resets_at)
    bound, spent = format_units(limit, scale), format_units(max(used, 0), scale)
    return LimitReached(
        f"Your {_ADJECTIVES[period]} {kind.value} limit of {bound} {currency} would be passed; "
        f"{spent} {currency} of it is used. It starts anew at {wire(resets_at)}.",
        facts={
            "kind": kind.value,
            "period": period.value,
            "currency": currency,
            "limit": bound,
            "used": spent,
            "resets_at": wire(resets_at),
        },
    )


def _time_is_over(period: Period, minutes: int, used: int, resets_at: datetime) -> LimitReached:
    return LimitReached(
        f"Your {_ADJECTIVES[period]} limit of {minutes} minutes of play is reached. "
        f"You can play again from {wire(resets_at)} on.",
        facts={
            "kind": LimitKind.SESSION_TIME.value,
            "period": period.value,
            "limit": str(minutes),
            "used": str(used),
            "resets_at": wire(resets_at),
        },
    )
