"""The dashboard: today beside the same day last week, the queues, the last hours."""

from datetime import datetime, timedelta

from stakehouse.domains import payments, play
from stakehouse.domains.access import count_waiting_approvals
from stakehouse.domains.identity import count_new_members
from stakehouse.domains.reporting import rules
from stakehouse.domains.reporting.rules import HOUR, Stretch
from stakehouse.domains.reporting.types import Dashboard, DayFigures, HourFigures
from stakehouse.domains.tenancy import TenantProfile, profile
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId
from stakehouse.kernel.money import Currency

# Whoever looks within five seconds sees the same figures. An hour that is over hardly changes (a
# round that was open may still settle), and counting who was there is the dearest of all.
_dashboards: TimedCache[tuple[TenantId, str], Dashboard] = TimedCache(lifetime_s=5.0, size_max=500)
_hours: TimedCache[tuple[TenantId, str, datetime], HourFigures] = TimedCache(
    lifetime_s=300.0, size_max=50_000
)
_active: TimedCache[tuple[TenantId, str, datetime], int] = TimedCache(lifetime_s=30.0, size_max=1_000)


async def dashboard(tx: Tx, currency_code: str | None = None) -> Dashboard:
    """The figures of the tenant's day in one currency, at most five seconds old.

    Args:
        tx: the transaction.
        currency_code: the tenant's default currency if ``None``.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
    """
    tenant = await profile(tx)
    currency = tenant.currency(currency_code or tenant.default_currency)
    key = (tenant.id, currency.code)
    known = _dashboards.get(key)
    if known is not None:
        return known
    turn = _dashboards.turn
    made = await _make(tx, tenant, currency)
    _dashboards.keep(key, made, turn)
    return made


def forget() -> None:
    """Forgets every figure: the next to look asks anew."""
    for cache in (_dashboards, _hours, _active):
        cache.forget()


async def _make(tx: Tx, tenant: TenantProfile, currency: Currency) -> Dashboard:
    # Ids know milliseconds; the present one belongs to what has happened, and the hour it opens too.
    now = tx.now + timedelta(milliseconds=1)
    today = rules.day_until(now, tenant.time_zone)
    week_ago = rules.same_day_last_week(now, tenant.time_zone)
    shown_since = rules.hour_of(now, tenant.time_zone) - (rules.HOURS_SHOWN - 1) * HOUR

    recent = await _played(tx, currency.code, Stretch(min(today.since, shown_since), now))
    of_today = [hour for hour in recent if hour.at >= today.since]
    of_week_ago = await _played(tx, currency.code, week_ago)

    return Dashboard(
        as_of=tx.now,
        currency=currency,
        today=await _day(tx, currency.code, today, of_today),
        last_week=await _day(tx, currency.code, week_ago, of_week_ago),
        withdrawals=await payments.waiting_withdrawals(tx, currency.code),
        approvals_waiting=await count_waiting_approvals(tx),
        hours=[hour for hour in recent if hour.at >= shown_since],
        top_games=rules.merged(of_today)[: rules.TOP_GAMES],
    )


async def _day(tx: Tx, currency: str, day: Stretch, hours: list[HourFigures]) -> DayFigures:
    paid = await payments.figures(tx, currency, day.since, day.until)
    return DayFigures(
        wagered=sum(hour.wagered for hour in hours),
        won=sum(hour.won for hour in hours),
        bets=sum(hour.bets for hour in hours),
        deposits=paid.deposited,
        withdrawals=paid.withdrawn,
        active_members=await _active_members(tx, currency, day),
        new_members=await count_new_members(tx, day.since, day.until),
    )


async def _active_members(tx: Tx, currency: str, day: Stretch) -> int:
    key = (tx.tenant_id, currency, day.since)
    known = _active.get(key)
    if known is not None:
        return known
    turn = _active.turn
    found = await play.active_members(tx, currency, day.since, day.until)
    _active.keep(key, found, turn)
    return found


async def _played(tx: Tx, currency: str, stretch: Stretch) -> list[HourFigures]:
    """The hours of a stretch; those that are over from memory, the others in one question."""
    starts = rules.hours_between(stretch.since, stretch.until)
    found = [_hours.get((tx.tenant_id, currency, start)) for start in starts]
    known = [hour for hour in found if hour is not None]
    if len(known) == len(starts):
        return known

    first = found.index(None)
    bounds = [*starts[first:], stretch.until]
    turn = _hours.turn
    spans = await play.figures(tx, currency, bounds)
    asked = [HourFigures(start, games) for start, games in zip(starts[first:], spans, strict=True)]
    for hour in asked:
        if hour.at + HOUR <= stretch.until:
            _hours.keep((tx.tenant_id, currency, hour.at), hour, turn)
    return [hour for hour in found[:first] if hour is not None] + asked
