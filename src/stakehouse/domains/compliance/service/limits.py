"""Use cases of limits: see them, set them, confirm or call off what waits."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from stakehouse.domains.compliance.rules import limits as rules
from stakehouse.domains.compliance.rules.calendar import PERIODS, Starts, rolled, starts_at
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import limits as store
from stakehouse.domains.compliance.types import Limit, LimitKind, LimitSettings, LimitState, Period, Totals
from stakehouse.domains.identity import member
from stakehouse.domains.tenancy import profile, setting
from stakehouse.events.compliance import LimitChanged, LimitLooseningAsked, LimitLooseningCalledOff
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Currency, format_units, parse_units


async def limits_of(tx: Tx, member_id: MemberId) -> list[LimitState]:
    """All limits a member can have in the currency of the first wallet, then those in others.

    Raises:
        MemberNotFound: no such member here.
    """
    person = await member(tx, member_id)
    home = (await profile(tx)).currency(person.currency)
    unset = [Limit(kind, period, home.code, home.scale) for kind in LimitKind for period in PERIODS]
    stored = {_slot(limit): limit for limit in await store.limits_of(tx, member_id)}
    protection = await store.protection(tx, member_id)
    starts = starts_at(tx.now, person.time_zone if protection is None else protection.time_zone)
    counted = await store.counted(tx, member_id)

    at_home = [stored.pop(_slot(limit), limit) for limit in unset]
    return [LimitState(limit, _used(limit, counted, starts)) for limit in [*at_home, *stored.values()]]


async def totals_of(tx: Tx, member_id: MemberId) -> list[Totals]:
    """What a member wagered, won and deposited in each currency since joining."""
    return await store.totals(tx, member_id)


async def set_limit(
    tx: Tx, member_id: MemberId, kind: LimitKind, period: Period, *, amount: str | None, currency: str | None
) -> LimitState:
    """Sets a limit: at once if it is tighter, after the cooling-off and a second yes if it is looser.

    Args:
        tx: the transaction.
        member_id: whose limit.
        kind: what it bounds.
        period: per day, week or month.
        amount: decimal string; ``None`` asks for its removal.
        currency: its code; the currency of the member's first wallet if not given.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not an amount of that currency, or negative.
    """
    money = await _currency(tx, member_id, currency)
    units = None if amount is None else parse_units(amount, money.scale)
    rules.check_value(units)
    cooling_off = timedelta(hours=(await setting(tx, LimitSettings)).cooling_off_hours)

    unset = Limit(kind, period, money.code, money.scale)
    return await _change(tx, member_id, unset, lambda limit: rules.ask(limit, units, tx.now, cooling_off))


async def confirm_limit(
    tx: Tx, member_id: MemberId, kind: LimitKind, period: Period, *, currency: str | None
) -> LimitState:
    """Puts a raise or removal in force whose cooling-off is over.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
        NoPendingChange: nothing waits.
        CoolingOff: too early.
    """
    money = await _currency(tx, member_id, currency)
    unset = Limit(kind, period, money.code, money.scale)
    return await _change(tx, member_id, unset, lambda limit: rules.confirm(limit, tx.now))


async def call_off_limit(
    tx: Tx, member_id: MemberId, kind: LimitKind, period: Period, *, currency: str | None
) -> LimitState:
    """Calls off a raise or removal that waits; the limit stays as it is.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
        NoPendingChange: nothing waits.
    """
    money = await _currency(tx, member_id, currency)
    return await _change(tx, member_id, Limit(kind, period, money.code, money.scale), rules.call_off)


async def _change(tx: Tx, member_id: MemberId, unset: Limit, decide: Callable[[Limit], Limit]) -> LimitState:
    person = await member(tx, member_id)
    await hold_play(tx, member_id)
    await store.lock_protection(tx, member_id, time_zone=person.time_zone)
    stored = {_slot(limit): limit for limit in await store.limits_of(tx, member_id)}
    before = stored.get(_slot(unset), unset)

    after = decide(before)

    if after != before:
        await store.save_limit(tx, member_id, after, time_zone=person.time_zone)
        _announce(tx, member_id, before, after)
    starts = starts_at(tx.now, person.time_zone)
    return LimitState(after, _used(after, await store.counted(tx, member_id), starts))


def _announce(tx: Tx, member_id: MemberId, before: Limit, after: Limit) -> None:
    """Tells and records what changed; a member's own acts stand on the audit trail as well."""
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
    else:
        action = "limit.loosening_called_off"
        tx.tell(LimitLooseningCalledOff(**about))
    tx.record(AuditEntry(action, "member", member_id, before=_told(before), after=_told(after)))


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


def _used(limit: Limit, counted: store.CountedBy, starts: Starts) -> int:
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
