"""Limits in the house: set, used up, loosened late; nothing changes where the house says no."""

import asyncio
from datetime import datetime, timedelta

import pytest

from stakehouse.domains import compliance, ledger, tenancy
from stakehouse.domains.compliance import (
    CoolingOff,
    LimitKind,
    LimitReached,
    LimitSettings,
    LimitState,
    NoPendingChange,
    Period,
)
from stakehouse.domains.ledger import Wallet, WalletKind, account_id, driver
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.pipeline import carry_out
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.money import InvalidAmount
from tests.domains.compliance.conftest import NOON, Scene, after, the_member

WAGER, LOSS, DEPOSIT = LimitKind.WAGER, LimitKind.LOSS, LimitKind.DEPOSIT
DAY, WEEK, MONTH = Period.DAY, Period.WEEK, Period.MONTH


async def set_limit(
    scene: Scene,
    kind: LimitKind,
    period: Period,
    amount: str | None,
    *,
    currency: str | None = None,
    now: datetime = NOON,
) -> LimitState:
    async with scene.begin(now, the_member(scene)) as tx:
        return await compliance.set_limit(tx, scene.member_id, kind, period, amount=amount, currency=currency)


async def bet(
    scene: Scene, stake: int, payout: int = 0, *, currency: str = "EUR", now: datetime = NOON
) -> None:
    """A bet as the wallet engine takes it, in a group of one."""
    async with scene.begin(now) as tx:
        conn = await driver(tx)
        members = [(scene.member_id, currency)]
        protections = (await compliance.read_protections(conn, scene.tenant_id, members)).open(now)
        protections.check_bet(scene.member_id, currency, stake)
        protections.count_bet(scene.member_id, currency, stake)
        if payout:
            protections.count_win(scene.member_id, currency, payout)
        await carry_out(conn, compliance.writes_of_protections(protections, now))


async def shown(
    scene: Scene, kind: LimitKind, period: Period, *, currency: str = "EUR", now: datetime = NOON
) -> LimitState:
    async with scene.begin(now) as tx:
        states = await compliance.limits_of(tx, scene.member_id)
    [found] = [
        each
        for each in states
        if (each.limit.kind, each.limit.period, each.limit.currency) == (kind, period, currency)
    ]
    return found


@pytest.mark.requirement("R1")
async def test_all_limits_are_shown_before_any_is_set(scene: Scene) -> None:
    async with scene.begin() as tx:
        states = await compliance.limits_of(tx, scene.member_id)

    assert [(state.limit.kind, state.limit.period) for state in states] == [
        *((kind, period) for kind in (DEPOSIT, LOSS, WAGER) for period in (DAY, WEEK, MONTH)),
        *((LimitKind.SESSION_TIME, period) for period in Period),
    ]
    assert all(state.limit.units is None and state.used == 0 for state in states)


async def test_a_first_limit_binds_the_next_bet(scene: Scene) -> None:
    await bet(scene, 900)
    await set_limit(scene, WAGER, DAY, "10.00")

    with pytest.raises(LimitReached):
        await bet(scene, 101)
    await bet(scene, 100)

    assert (await shown(scene, WAGER, DAY)).used == 1_000
    assert await scene.told() == ["limit.changed"]
    assert await scene.recorded() == ["tenant.opened", "limit.changed"]


@pytest.mark.requirement("R7")
async def test_a_win_frees_a_loss_limit(scene: Scene) -> None:
    await set_limit(scene, LOSS, WEEK, "10.00")
    await bet(scene, 1_000)

    with pytest.raises(LimitReached):
        await bet(scene, 1)
    await bet(scene, 0, payout=600)
    await bet(scene, 600)

    assert (await shown(scene, LOSS, WEEK)).used == 1_000


async def test_a_limit_counts_its_own_currency_only(scene: Scene) -> None:
    await set_limit(scene, WAGER, DAY, "10.00", currency="USD")

    await bet(scene, 5_000, currency="EUR")

    assert (await shown(scene, WAGER, DAY, currency="USD")).used == 0
    with pytest.raises(LimitReached):
        await bet(scene, 1_001, currency="USD")


async def test_the_next_day_of_the_member_starts_from_zero(scene: Scene) -> None:
    await set_limit(scene, WAGER, DAY, "10.00")
    await set_limit(scene, WAGER, WEEK, "15.00")
    await bet(scene, 1_000)
    midnight = NOON.replace(hour=23)  # in Berlin

    with pytest.raises(LimitReached):
        await bet(scene, 1, now=midnight - timedelta(seconds=1))
    await bet(scene, 500, now=midnight)

    assert (await shown(scene, WAGER, DAY, now=midnight)).used == 500
    assert (await shown(scene, WAGER, WEEK, now=midnight)).used == 1_500
    async with scene.begin() as tx:
        [totals] = await compliance.totals_of(tx, scene.member_id)
    assert (totals.currency, totals.wagered, totals.won) == ("EUR", 1_500, 0)


async def test_a_raise_waits_a_day_and_asks_twice(scene: Scene) -> None:
    await set_limit(scene, WAGER, DAY, "10.00")
    asked = await set_limit(scene, WAGER, DAY, "20.00")
    assert (asked.limit.units, asked.limit.pending) != (2_000, None)

    with pytest.raises(CoolingOff):
        await confirm(scene, after(hours=23, minutes=59))
    with pytest.raises(LimitReached):
        await bet(scene, 1_500, now=after(hours=30))
    confirmed = await confirm(scene, after(hours=24))

    assert (confirmed.limit.units, confirmed.limit.pending) == (2_000, None)
    await bet(scene, 1_500, now=after(hours=30))
    assert await scene.told() == ["limit.changed", "limit.loosening_asked", "limit.changed"]


async def confirm(scene: Scene, now: datetime) -> LimitState:
    async with scene.begin(now, the_member(scene)) as tx:
        return await compliance.confirm_limit(tx, scene.member_id, WAGER, DAY, currency=None)


async def test_a_removal_can_be_called_off(scene: Scene) -> None:
    await set_limit(scene, WAGER, DAY, "10.00")
    await set_limit(scene, WAGER, DAY, None)

    async with scene.begin(NOON, the_member(scene)) as tx:
        await compliance.call_off_limit(tx, scene.member_id, WAGER, DAY, currency=None)

    with pytest.raises(NoPendingChange):
        await confirm(scene, after(days=2))
    assert (await shown(scene, WAGER, DAY)).limit.units == 1_000


async def test_a_tenant_lengthens_the_wait(scene: Scene) -> None:
    async with scene.begin() as tx:
        await tenancy.change_setting(tx, LimitSettings(cooling_off_hours=72), after=0, reason="Our licence.")
    tenancy.forget()
    await set_limit(scene, WAGER, DAY, "10.00")

    asked = await set_limit(scene, WAGER, DAY, "20.00")

    assert asked.limit.pending is not None
    assert asked.limit.pending.effective_from == after(hours=72)


@pytest.mark.parametrize(
    ("amount", "currency", "refusal"),
    [
        ("-1.00", "EUR", InvalidAmount),
        ("1.001", "EUR", InvalidAmount),
        ("1e3", "EUR", InvalidAmount),
        ("92233720368547758.08", "EUR", InvalidAmount),
        ("1.00", "XXX", UnknownCurrency),
    ],
)
async def test_a_refused_limit_changes_nothing_and_tells_nothing(
    scene: Scene, amount: str, currency: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await set_limit(scene, WAGER, DAY, amount, currency=currency)

    assert await scene.rows("SELECT 1 FROM limits WHERE tenant_id = $1") == []
    assert await scene.told() == []
    assert await scene.recorded() == ["tenant.opened"]


async def test_a_refused_bet_counts_nothing(scene: Scene) -> None:
    await set_limit(scene, WAGER, DAY, "0.00")

    with pytest.raises(LimitReached):
        await bet(scene, 1)

    assert await scene.rows("SELECT 1 FROM limit_counters WHERE tenant_id = $1") == []


async def test_deposits_count_what_came_and_what_is_under_way(scene: Scene) -> None:
    await set_limit(scene, DEPOSIT, MONTH, "100.00")
    async with scene.begin() as tx:
        await compliance.record_deposit(tx, scene.member_id, "EUR", 4_000)

    async with scene.begin() as tx:
        await compliance.check_deposit(tx, scene.member_id, "EUR", 3_000, pending_units=3_000)
    with pytest.raises(LimitReached) as refusal:
        async with scene.begin() as tx:
            await compliance.check_deposit(tx, scene.member_id, "EUR", 3_001, pending_units=3_000)

    assert refusal.value.facts["used"] == "70.00"
    assert (await shown(scene, DEPOSIT, MONTH)).used == 4_000


async def test_a_deposit_of_the_next_month_starts_from_zero(scene: Scene) -> None:
    await set_limit(scene, DEPOSIT, MONTH, "100.00")
    december = datetime.fromisoformat("2026-11-30T23:00:00Z")
    async with scene.begin() as tx:
        await compliance.record_deposit(tx, scene.member_id, "EUR", 10_000)

    with pytest.raises(LimitReached):
        async with scene.begin(december - timedelta(seconds=1)) as tx:
            await compliance.check_deposit(tx, scene.member_id, "EUR", 1)
    async with scene.begin(december) as tx:
        await compliance.check_deposit(tx, scene.member_id, "EUR", 10_000)


@pytest.mark.requirement("R6")
async def test_parallel_deposits_cannot_pass_the_limit_together(scene: Scene) -> None:
    await set_limit(scene, DEPOSIT, DAY, "100.00")

    async def deposit() -> bool:
        try:
            async with scene.begin() as tx:
                await compliance.check_deposit(tx, scene.member_id, "EUR", 1_000)
                await asyncio.sleep(0.001)
                await compliance.record_deposit(tx, scene.member_id, "EUR", 1_000)
        except LimitReached:
            return False
        return True

    taken = await asyncio.gather(*(deposit() for _ in range(40)))

    assert sum(taken) == 10
    assert (await shown(scene, DEPOSIT, DAY)).used == 10_000


async def test_one_read_opens_twice(scene: Scene) -> None:
    async with scene.begin() as tx:
        rows = await compliance.read_protections(
            await driver(tx), scene.tenant_id, [(scene.member_id, "EUR")]
        )
        rows.open(NOON).count_bet(scene.member_id, "EUR", 500)
        second = rows.open(NOON)
        second.count_bet(scene.member_id, "EUR", 300)
        await carry_out(await driver(tx), compliance.writes_of_protections(second, NOON))

    assert (await shown(scene, WAGER, DAY)).used == 300


@pytest.mark.requirement("R2")
async def test_lowering_binds_a_bet_that_waits_for_its_group(scene: Scene) -> None:
    """The group reads under the lock of the wallet, which whoever lowers the limit holds."""
    await set_limit(scene, WAGER, DAY, "100.00")
    lowered, may_end = asyncio.Event(), asyncio.Event()

    async def lower() -> None:
        async with scene.begin(NOON, the_member(scene)) as tx:
            await compliance.set_limit(tx, scene.member_id, WAGER, DAY, amount="1.00", currency=None)
            lowered.set()
            await may_end.wait()

    async def queued_bet() -> None:
        await lowered.wait()
        async with scene.begin() as tx:
            conn = await driver(tx)
            asyncio.get_running_loop().call_later(0.1, may_end.set)
            await conn.fetch(
                "SELECT FROM accounts WHERE tenant_id = $1 AND owner_id = $2 ORDER BY account_id FOR UPDATE",
                scene.tenant_id,
                scene.member_id,
            )
            rows = await compliance.read_protections(conn, scene.tenant_id, [(scene.member_id, "EUR")])
            rows.open(NOON).check_bet(scene.member_id, "EUR", 500)

    lowering = asyncio.create_task(lower())
    with pytest.raises(LimitReached):
        await queued_bet()
    await lowering


async def test_what_bets_write_stays_on_its_page(scene: Scene) -> None:
    page = "SELECT (ctid::text::point)[0] AS block FROM limit_counters WHERE tenant_id = $1"
    await bet(scene, 1)
    before = await scene.rows(page)

    for _ in range(20):
        await bet(scene, 1)

    assert await scene.rows(page) == before
    indexes = await scene.rows(
        "SELECT indexdef FROM pg_indexes WHERE tablename = 'limit_counters' AND $1::uuid IS NOT NULL"
    )
    assert [row["indexdef"].partition("USING ")[2] for row in indexes] == [
        "btree (tenant_id, member_id, currency)"
    ]


@pytest.mark.requirement("R6")
async def test_engines_limits_and_deposits_at_once_neither_lose_nor_wait_in_a_circle(scene: Scene) -> None:
    await set_limit(scene, WAGER, WEEK, "1000000.00")

    async def group() -> int:
        async with scene.begin() as tx:
            conn = await driver(tx)
            wallet = account_id(scene.tenant_id, Wallet(scene.member_id, WalletKind.MAIN, "EUR"))
            await ledger.read(conn, scene.tenant_id, [wallet], [])
            members = [(scene.member_id, "EUR")]
            protections = (await compliance.read_protections(conn, scene.tenant_id, members)).open(NOON)
            taken = 0
            for _ in range(10):
                try:
                    protections.check_bet(scene.member_id, "EUR", 100)
                except LimitReached:
                    break
                protections.count_bet(scene.member_id, "EUR", 100)
                taken += 100
            await carry_out(conn, compliance.writes_of_protections(protections, NOON))
            return taken

    async def deposit() -> int:
        async with scene.begin() as tx:
            await compliance.check_deposit(tx, scene.member_id, "EUR", 100)
        async with scene.begin() as tx:
            conn = await driver(tx)
            wallet = account_id(scene.tenant_id, Wallet(scene.member_id, WalletKind.MAIN, "EUR"))
            await ledger.read(conn, scene.tenant_id, [wallet], [])
            await compliance.record_deposit(tx, scene.member_id, "EUR", 100)
        return 0

    async def lower(amount: int) -> int:
        await set_limit(scene, WAGER, DAY, f"{amount}.00")
        return 0

    work = [act for number in range(12) for act in (group(), deposit(), lower(200 - number))]
    taken = sum(await asyncio.gather(*work))

    async with scene.begin() as tx:
        [totals] = await compliance.totals_of(tx, scene.member_id)
    assert (totals.wagered, totals.deposited) == (taken, 1_200)
