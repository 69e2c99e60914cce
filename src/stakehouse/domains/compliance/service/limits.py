"""Use cases of limits: see them, set them, confirm or call off what waits."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from stakehouse.domains.compliance.errors import InvalidLimit
from stakehouse.domains.compliance.rules import limits as rules
from stakehouse.domains.compliance.rules.calendar import PERIODS, Starts, rolled, starts_at
from stakehouse.domains.compliance.rules.protections import MINUTE_MS, SLOT, MemberClock, PlayLimit
from stakehouse.domains.compliance.service import history
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import limits as store
from stakehouse.domains.compliance.types import (
    CONFIRM_WITHIN,
    Limit,
    LimitKind,
    LimitSettings,
    LimitState,
    Period,
    Totals,
)
from stakehouse.domains.identity import member
from stakehouse.domains.tenancy import jurisdiction, profile, setting
from stakehouse.events.compliance import (
    LimitChanged,
    LimitLooseningAsked,
    LimitLooseningCalledOff,
    LimitLooseningLapsed,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Currency, format_units, parse_units

LAPSED_AT_ONCE = 200


async def limits_of(tx: Tx, member_id: MemberId) -> list[LimitState]:
    """All limits a member can have in the currency of the first wallet, then those in others.

    Raises:
        MemberNotFound: no such member here.
    """
    person = await member(tx, member_id)
    home = (await profile(tx)).currency(person.currency)
    unset = [
        Limit(kind, period, home.code, home.scale)
        for kind in LimitKind
        if kind.is_money
        for period in PERIODS
    ]
    unset += [_of_time(period) for period in (Period.SESSION, *PERIODS)]
    stored = {_slot(limit): limit for limit in await store.limits_of(tx, member_id)}
    protection = await store.protection(tx, member_id)
    time_zone = person.time_zone if protection is None else protection.time_zone
    at_home = [stored.pop(_slot(limit), limit) for limit in unset]
    return await _states(tx, member_id, [*at_home, *stored.values()], time_zone)


async def totals_of(tx: Tx, member_id: MemberId) -> list[Totals]:
    """What a member wagered, won and deposited in each currency since joining."""
    return await store.totals(tx, member_id)


async def set_limit(
    tx: Tx,
    member_id: MemberId,
    kind: LimitKind,
    period: Period,
    *,
    amount: str | None = None,
    minutes: int | None = None,
    currency: str | None = None,
) -> LimitState:
    """Sets a limit: at once if it is tighter, after the cooling-off and a second yes if it is looser.

    Args:
        tx: the transaction.
        member_id: whose limit.
        kind: what it bounds.
        period: per day, week or month; session time also per session.
        amount: decimal string; without it a limit of money is asked to be removed.
        minutes: of play; without them a limit of session time is asked to be removed.
        currency: its code; the currency of the member's first wallet if not given.

    Raises:
        InvalidLimit: minutes for money, an amount for time, or money by session.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not an amount of that currency, or negative.
        LimitOfHouse: staff tightened it, so the member alone cannot loosen it.
    """
    unset, units = await asked_limit(
        tx, member_id, kind, period, amount=amount, minutes=minutes, currency=currency
    )
    cooling_off = await cooling_off_of(tx)
    return await change_limit(
        tx, member_id, unset, lambda limit: rules.ask(limit, units, tx.now, cooling_off)
    )


async def limit_as_stored(tx: Tx, member_id: MemberId, unset: Limit) -> Limit:
    """How one limit stands, or as it is while nobody set it."""
    stored = {_slot(limit): limit for limit in await store.limits_of(tx, member_id)}
    return stored.get(_slot(unset), unset)


async def cooling_off_of(tx: Tx) -> timedelta:
    """How long what is looser waits here: as long as the tenant wants, and never less than the law."""
    tenant = (await setting(tx, LimitSettings)).cooling_off_hours
    return timedelta(hours=max(tenant, (await jurisdiction(tx)).rules.cooling_off_hours))


async def asked_limit(
    tx: Tx,
    member_id: MemberId,
    kind: LimitKind,
    period: Period,
    *,
    amount: str | None,
    minutes: int | None,
    currency: str | None,
) -> tuple[Limit, int | None]:
    """Which limit is meant, and the value it is to have.

    Raises:
        InvalidLimit: minutes for money, an amount for time, or money by session.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not an amount of that currency, or negative.
    """
    rules.check_combination(kind, period)
    if kind.is_money:
        if minutes is not None:
            raise InvalidLimit("This limit bounds money; give an amount.", field="minutes")
        money = await _currency(tx, member_id, currency)
        units = None if amount is None else parse_units(amount, money.scale)
        rules.check_value(units)
        return Limit(kind, period, money.code, money.scale), units
    if amount is not None:
        raise InvalidLimit("This limit bounds time; give minutes.", field="amount")
    return _of_time(period), minutes


async def _meant(tx: Tx, member_id: MemberId, kind: LimitKind, period: Period, currency: str | None) -> Limit:
    unset, _ = await asked_limit(tx, member_id, kind, period, amount=None, minutes=None, currency=currency)
    return unset


def _of_time(period: Period) -> Limit:
    return Limit(LimitKind.SESSION_TIME, period, "", 0)


async def confirm_limit(
    tx: Tx, member_id: MemberId, kind: LimitKind, period: Period, *, currency: str | None
) -> LimitState:
    """Puts a raise or removal in force whose cooling-off is over.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
        NoPendingChange: nothing waits.
        CoolingOff: too early.
    """
    unset = await _meant(tx, member_id, kind, period, currency)
    return await change_limit(tx, member_id, unset, lambda limit: rules.confirm(limit, tx.now))


async def call_off_limit(
    tx: Tx, member_id: MemberId, kind: LimitKind, period: Period, *, currency: str | None
) -> LimitState:
    """Calls off a raise or removal that waits; the limit stays as it is.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
        NoPendingChange: nothing waits.
    """
    return await change_limit(
        tx, member_id, await _meant(tx, member_id, kind, period, currency), rules.call_off
    )


async def lapse_changes(tx: Tx) -> int:
    """Forgets what nobody confirmed in time, and says so; answers how many there were."""
    lapsed = await store.lapsed_changes(tx, tx.now - CONFIRM_WITHIN, LAPSED_AT_ONCE)
    for member_id, limit in lapsed:
        await change_limit(tx, member_id, limit, lambda found: rules.current(found, tx.now))
    return len(lapsed)


async def change_limit(
    tx: Tx, member_id: MemberId, unset: Limit, decide: Callable[[Limit], Limit], *, reason: str = ""
) -> LimitState:
    """Changes a limit by a rule, under the locks that order it among the member's bets.

    Args:
        tx: the transaction.
        member_id: whose.
        unset: which limit, as it is while nobody set it.
        decide: the limit afterwards, from how it stands.
        reason: why, where somebody else than the member does it.
    """
    person = await member(tx, member_id)
    await hold_play(tx, member_id)
    await store.lock_protection(tx, member_id, time_zone=person.time_zone)
    stored = {_slot(limit): limit for limit in await store.limits_of(tx, member_id)}
    before = stored.get(_slot(unset), unset)

    after = decide(before)

    if after != before:
        await store.save_limit(tx, member_id, after, time_zone=person.time_zone)
        await _announce(tx, member_id, before, after, reason)
    [state] = await _states(tx, member_id, [after], person.time_zone)
    return state


async def _states(tx: Tx, member_id: MemberId, limits: Sequence[Limit], time_zone: str) -> list[LimitState]:
    starts = starts_at(tx.now, time_zone)
    counted = await store.counted(tx, member_id)
    clock = MemberClock([row for _, row, _ in await store.sittings(tx, member_id)], tx.now, starts)
    return [
        LimitState(rules.current(limit, tx.now), _used(limit, counted, starts, clock)) for limit in limits
    ]


async def _announce(tx: Tx, member_id: MemberId, before: Limit, after: Limit, reason: str) -> None:
    """Tells and notes what changed; a member's own acts stand on the audit trail as well."""
    about: dict[str, Any] = {  # Any: the fields that the three facts share
        "member_id": member_id,
        "kind": after.kind.value,
        "period": after.period.value,
        "currency": after.currency,
        "scale": after.scale,
        "units": after.units,
    }
    if after.units != before.units:
        action = "limit.changed"
        tx.tell(LimitChanged(**about, before=before.units))
    elif after.pending is not None:
        action = "limit.loosening_asked"
        tx.tell(
            LimitLooseningAsked(
                **about, asked=after.pending.units, effective_from=after.pending.effective_from
            )
        )
    elif before.pending is not None and tx.now >= before.pending.lapses_at:
        action = "limit.loosening_lapsed"
        tx.tell(LimitLooseningLapsed(**about))
    elif before.pending is not None:
        action = "limit.loosening_called_off"
        tx.tell(LimitLooseningCalledOff(**about))
    else:
        action = "limit.taken_over"  # the value was the same; from now on it is the house's
    await history.note(tx, member_id, action, before=_told(before), after=_told(after), reason=reason)


def _told(limit: Limit) -> dict[str, object]:
    pending = limit.pending
    return {
        "limit": f"{limit.kind.value}/{limit.period.value}",
        "currency": limit.currency,
        "value": _amount(limit.units, limit.scale),
        "pending_value": None if pending is None else _amount(pending.units, limit.scale),
        "pending_from": None if pending is None else wire(pending.effective_from),
    }


def _amount(units: int | None, scale: int) -> str | None:
    return None if units is None else format_units(units, scale)


async def _currency(tx: Tx, member_id: MemberId, code: str | None) -> Currency:
    return (await profile(tx)).currency(code or (await member(tx, member_id)).currency)


def _slot(limit: Limit) -> tuple[str, LimitKind, Period]:
    return limit.currency, limit.kind, limit.period


def _used(limit: Limit, counted: store.CountedBy, starts: Starts, clock: MemberClock) -> int:
    if not limit.kind.is_money:
        bound = PlayLimit(limit.kind, limit.period, SLOT[limit.period], 0)
        return clock.used_ms(bound) // MINUTE_MS
    wagered, won, deposited = counted.get(limit.currency, (store.NEVER, store.NEVER, store.NEVER))
    slot = PERIODS.index(limit.period)

    def within(sums: store.Counted) -> int:
        return rolled(sums.at, sums.sums, starts)[slot]

    match limit.kind:
        case LimitKind.DEPOSIT:
            return within(deposited)
        case LimitKind.WAGER:
            return within(wagered)
        case LimitKind.LOSS:
            return max(within(wagered) - within(won), 0)
        case LimitKind.SESSION_TIME:
            raise AssertionError("time is no money")
