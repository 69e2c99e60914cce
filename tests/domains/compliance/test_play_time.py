"""The clock of play: what counts as time, what bounds it, and the question whether to go on."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains import compliance, ledger
from stakehouse.domains.compliance import (
    InvalidInterval,
    InvalidLimit,
    LimitKind,
    LimitOfHouse,
    LimitReached,
    Period,
    PlayClock,
    RealityAnswer,
    RealityBand,
    RealityCheckDue,
)
from stakehouse.domains.compliance.rules import limits as limit_rules
from stakehouse.domains.compliance.rules.calendar import PLAY_IDLE, starts_at
from stakehouse.domains.compliance.rules.protections import (
    MINUTE_MS,
    ClockRow,
    MemberClock,
    PlayLimit,
    PlayRow,
    Protections,
    Sitting,
)
from stakehouse.domains.compliance.types import Limit
from stakehouse.domains.ledger import driver
from stakehouse.infra.pipeline import carry_out
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from tests.domains.compliance.conftest import NOON, Scene, after, the_member

TIME = LimitKind.SESSION_TIME
HOURLY = RealityBand(60, 5, 60)
MINUTE = timedelta(minutes=1)
TENANT, ANN = TenantId(new_id()), MemberId(new_id())


async def bet(
    scene: Scene,
    now: datetime,
    *,
    stake: int = 100,
    payout: int = 0,
    currency: str = "EUR",
    reality: RealityBand | None = None,
) -> None:
    """A bet as the wallet engine carries it out, in a group of its own."""
    async with scene.begin(now) as tx:
        conn = await driver(tx)
        wallet = ledger.account_id(
            scene.tenant_id, ledger.Wallet(scene.member_id, ledger.WalletKind.MAIN, currency)
        )
        await ledger.read(conn, scene.tenant_id, [wallet], [])
        rows = await compliance.read_protections(conn, scene.tenant_id, [(scene.member_id, currency)])
        protections = rows.open(now, time_zone="Europe/Berlin")
        protections.check_bet(scene.member_id, currency, stake, reality)
        protections.count_bet(scene.member_id, currency, stake)
        if payout:
            protections.count_win(scene.member_id, currency, payout)
        await carry_out(conn, compliance.writes_of_protections(protections, now))


async def clock(scene: Scene, now: datetime) -> PlayClock:
    async with scene.begin(now) as tx:
        return await compliance.play_clock(tx, scene.member_id)


async def bound(scene: Scene, period: Period, minutes: int | None, now: datetime = NOON) -> None:
    async with scene.begin(now, the_member(scene)) as tx:
        await compliance.set_limit(tx, scene.member_id, TIME, period, minutes=minutes)


async def play(scene: Scene, minutes: int, *, start: datetime = NOON, every: int = 10) -> datetime:
    """Bets every ten minutes for so long; answers the moment of the last one."""
    for minute in range(0, minutes + 1, every):
        await bet(scene, start + minute * MINUTE)
    return start + minutes * MINUTE


@pytest.mark.requirement("53", "R10")
async def test_the_clock_tells_time_and_result_of_the_session(scene: Scene) -> None:
    assert (await clock(scene, NOON)).session is None
    await bet(scene, NOON, stake=500, payout=200)
    await bet(scene, after(minutes=10), stake=300)
    await bet(scene, after(minutes=12), stake=50, payout=75, currency="USD")

    seen = await clock(scene, after(minutes=14))

    assert seen.session is not None
    assert seen.session.since == NOON
    assert seen.session.results == {"EUR": (800, 200), "USD": (50, 75)}
    assert [span // MINUTE for span in seen.played] == [14, 14, 14]
    assert seen.due_at == after(minutes=60)


@pytest.mark.requirement("R1", "R10")
async def test_a_pause_of_a_quarter_of_an_hour_ends_the_session_and_counts_as_none(scene: Scene) -> None:
    await play(scene, 20)
    paused = after(minutes=20) + PLAY_IDLE
    assert (await clock(scene, paused)).session is not None

    later = paused + timedelta(seconds=1)
    assert (await clock(scene, later)).session is None
    await bet(scene, later, stake=700)

    seen = await clock(scene, later + 5 * MINUTE)
    assert seen.session is not None
    assert (seen.session.since, seen.session.results) == (later, {"EUR": (700, 0)})
    assert seen.played[0] == timedelta(minutes=25)


@pytest.mark.requirement("R1", "R6", "R8")
@pytest.mark.parametrize("period", list(Period))
async def test_time_is_bound_in_every_period(scene: Scene, period: Period) -> None:
    await bound(scene, period, 30)
    await play(scene, 20)
    await bet(scene, after(minutes=29, seconds=59))

    with pytest.raises(LimitReached) as refusal:
        await bet(scene, after(minutes=30))

    facts = refusal.value.facts
    assert (facts["kind"], facts["period"], facts["limit"]) == ("session_time", period.value, "30")


@pytest.mark.requirement("R8")
async def test_the_time_of_a_session_comes_back_after_a_pause_that_of_a_day_does_not(scene: Scene) -> None:
    await bound(scene, Period.SESSION, 10)
    await bound(scene, Period.DAY, 26)
    await bet(scene, NOON)
    await bet(scene, after(minutes=9))
    with pytest.raises(LimitReached) as refusal:
        await bet(scene, after(minutes=10))
    assert refusal.value.facts["period"] == "session"
    assert refusal.value.facts["resets_at"] == "2026-11-20T12:24:00.000Z"

    for start in (after(minutes=30), after(minutes=60)):
        await bet(scene, start)
        await bet(scene, start + 8 * MINUTE)
    await bet(scene, after(minutes=90))
    with pytest.raises(LimitReached) as refusal:
        await bet(scene, after(minutes=91))
    assert refusal.value.facts["period"] == "day"


@pytest.mark.requirement("R2")
async def test_lowering_time_acts_on_the_next_bet_and_raising_waits(scene: Scene) -> None:
    await play(scene, 30)
    await bound(scene, Period.DAY, 20, after(minutes=31))
    with pytest.raises(LimitReached):
        await bet(scene, after(minutes=32))

    await bound(scene, Period.DAY, 600, after(minutes=33))
    with pytest.raises(LimitReached):
        await bet(scene, after(minutes=34))


async def test_time_counts_over_all_currencies(scene: Scene) -> None:
    await bound(scene, Period.DAY, 15)
    await bet(scene, NOON, currency="EUR")
    await bet(scene, after(minutes=8), currency="USD")

    with pytest.raises(LimitReached):
        await bet(scene, after(minutes=15), currency="EUR")


async def test_what_the_house_settles_later_is_no_play(scene: Scene) -> None:
    await bet(scene, NOON)
    async with scene.begin(after(hours=30)) as tx:
        conn = await driver(tx)
        rows = await compliance.read_protections(conn, scene.tenant_id, [(scene.member_id, "EUR")])
        protections = rows.open(after(hours=30), time_zone="Europe/Berlin")
        protections.count_win(scene.member_id, "EUR", 900)
        await carry_out(conn, compliance.writes_of_protections(protections, after(hours=30)))

    seen = await clock(scene, after(hours=30, minutes=1))
    assert (seen.session, seen.played[2]) == (None, timedelta(0))
    await bet(scene, after(hours=30, minutes=2))
    session = (await clock(scene, after(hours=30, minutes=2))).session
    assert session is not None
    assert session.results == {"EUR": (100, 0)}


@pytest.mark.parametrize(
    ("kind", "period", "value"),
    [
        (TIME, Period.DAY, {"amount": "10.00"}),
        (LimitKind.WAGER, Period.DAY, {"minutes": 10}),
        (LimitKind.LOSS, Period.SESSION, {"amount": "10.00"}),
        (LimitKind.DEPOSIT, Period.SESSION, {"amount": "10.00"}),
    ],
)
async def test_time_is_bound_in_minutes_and_money_in_amounts(
    scene: Scene, kind: LimitKind, period: Period, value: dict[str, object]
) -> None:
    with pytest.raises(InvalidLimit):
        async with scene.begin() as tx:
            await compliance.set_limit(tx, scene.member_id, kind, period, **value)  # type: ignore[arg-type]


# ---- reality checks


@pytest.mark.requirement("R9")
async def test_play_stops_until_the_member_says_whether_to_go_on(scene: Scene) -> None:
    for minute in range(0, 60, 10):
        await bet(scene, after(minutes=minute), reality=HOURLY)
    for minute in (60, 61, 62):
        with pytest.raises(RealityCheckDue):
            await bet(scene, after(minutes=minute), reality=HOURLY)

    async with scene.begin(after(minutes=62)) as tx:
        await compliance.answer_reality_check(tx, scene.member_id, RealityAnswer.STOP)
    with pytest.raises(RealityCheckDue):
        await bet(scene, after(minutes=63), reality=HOURLY)

    async with scene.begin(after(minutes=63)) as tx:
        seen = await compliance.answer_reality_check(tx, scene.member_id, RealityAnswer.CONTINUE)
    await bet(scene, after(minutes=64), reality=HOURLY)

    assert seen.due_at == after(minutes=123)
    assert await scene.told() == ["reality_check.answered", "reality_check.answered"]


@pytest.mark.requirement("R9")
async def test_a_member_chooses_within_the_band_of_the_house(scene: Scene) -> None:
    async with scene.begin(NOON, the_member(scene)) as tx:
        seen = await compliance.choose_interval(tx, scene.member_id, 20)
    assert (seen.minutes, seen.band) == (20, HOURLY)
    await bet(scene, NOON, reality=HOURLY)
    await bet(scene, after(minutes=14), reality=HOURLY)
    with pytest.raises(RealityCheckDue) as refusal:
        await bet(scene, after(minutes=20), reality=HOURLY)
    assert refusal.value.facts["minutes"] == 20

    for outside in (4, 61):
        with pytest.raises(InvalidInterval):
            async with scene.begin(NOON, the_member(scene)) as tx:
                await compliance.choose_interval(tx, scene.member_id, outside)


@pytest.mark.requirement("R4", "R9")
@given(st.none() | st.integers(1, 500), st.integers(1, 100), st.integers(0, 100), st.integers(0, 100))
def test_the_law_outweighs_what_a_member_chose_before_it_changed(
    chosen: int | None, least: int, more: int, most_more: int
) -> None:
    band = RealityBand(least + more, least, least + more + most_more)

    assert band.least <= band.minutes(chosen) <= band.most


# ---- the rules of time, in general


def opened(rows: list[ClockRow], now: datetime, *limits: PlayLimit, zone: str = "UTC") -> Protections:
    row = PlayRow(None, limits, 0, None, (0,) * 4, (0,) * 4, (0, 0, 0), Sitting(None, 0, 0), rows)
    return Protections(TENANT, {(ANN, "EUR"): row}, now, zone)


gaps = st.lists(st.integers(0, 40 * 60), min_size=1, max_size=30)


@pytest.mark.requirement("R1")
@given(gaps, st.sampled_from(["UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu"]))
def test_time_is_the_sum_of_the_gaps_that_a_session_survives(seconds: list[int], zone: str) -> None:
    now = datetime(2026, 3, 28, 6, 0, tzinfo=UTC)
    rows: list[ClockRow] = []
    expected = timedelta(0)
    since: datetime | None = None
    for at, gap in enumerate(seconds):
        now += timedelta(seconds=gap)
        if at and timedelta(seconds=gap) <= PLAY_IDLE:
            expected += timedelta(seconds=gap)
        else:
            since = now
        seen = MemberClock(rows, now, starts_at(now, zone))
        state = opened(rows, now, zone=zone)
        state.count_bet(ANN, "EUR", 1)
        [(_, counted)] = state.touched()
        before = rows[0].played if rows else (0, 0, 0)
        month = counted.played[2] + (0 if rows and counted.row.counted_at else before[2])
        rows = [ClockRow(now, (0, 0, month), counted.sitting.since)]
        assert seen.since in (since, None)
        assert counted.sitting.since == since
    assert timedelta(milliseconds=rows[0].played[2]) == expected


@pytest.mark.requirement("R1")
@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("Europe/Berlin", "2026-03-28T23:00Z"),  # the clock goes forward in the night that follows
        ("Europe/Berlin", "2026-10-25T23:00Z"),  # the day before had 25 hours
        ("America/Santiago", "2026-09-06T04:00Z"),  # midnight itself is skipped: the day begins at one
        ("Africa/Cairo", "2026-04-23T22:00Z"),  # the same, on a Friday
        ("Asia/Kathmandu", "2026-11-20T18:15Z"),  # a zone off the hour
    ],
)
def test_play_across_midnight_is_shared_between_the_days(zone: str, midnight: str) -> None:
    turn = datetime.fromisoformat(midnight)
    before = ClockRow(turn - 7 * MINUTE, (50 * MINUTE_MS, 0, 0), turn - 57 * MINUTE)
    now = turn + 5 * MINUTE

    clock_ = MemberClock([before], now, starts_at(now, zone))

    assert clock_.running()[0] == 5 * MINUTE_MS
    assert clock_.used_ms(PlayLimit(TIME, Period.DAY, 0, 30)) == 5 * MINUTE_MS
    assert clock_.used_ms(PlayLimit(TIME, Period.SESSION, -1, 30)) == 62 * MINUTE_MS
    just_before = MemberClock([before], turn - MINUTE, starts_at(turn - MINUTE, zone))
    assert just_before.used_ms(PlayLimit(TIME, Period.DAY, 0, 30)) == 56 * MINUTE_MS


# ---- loosening


@pytest.mark.requirement("R3")
@given(st.integers(0, 30 * 24))
def test_a_loosened_limit_is_confirmed_between_its_wait_and_its_lapse(hours: int) -> None:
    waiting = limit_rules.ask(Limit(TIME, Period.DAY, "", 0, 60), 90, NOON, timedelta(hours=24))
    now = NOON + timedelta(hours=hours)
    try:
        confirmed = limit_rules.confirm(waiting, now)
    except compliance.CoolingOff:
        assert hours < 24
    except compliance.NoPendingChange:
        assert hours >= 24 + 7 * 24
        assert limit_rules.current(waiting, now).pending is None
    else:
        assert 24 <= hours < 24 + 7 * 24
        assert confirmed.units == 90


@pytest.mark.requirement("R3")
async def test_what_nobody_confirms_lapses_and_is_told(scene: Scene) -> None:
    await bound(scene, Period.DAY, 30)
    await bound(scene, Period.DAY, 60)

    async with scene.begin(after(days=7, hours=23)) as tx:
        assert await compliance.lapse_changes(tx) == 0
    async with scene.begin(after(days=8, minutes=1)) as tx:
        assert await compliance.lapse_changes(tx) == 1
        assert await compliance.lapse_changes(tx) == 0

    assert await scene.told() == ["limit.changed", "limit.loosening_asked", "limit.loosening_lapsed"]
    assert (await scene.recorded())[-1] == "limit.loosening_lapsed"


@pytest.mark.requirement("R4")
def test_what_staff_tightened_its_member_cannot_loosen_alone() -> None:
    tight = limit_rules.tighten(Limit(TIME, Period.DAY, "", 0, 60), 30)

    with pytest.raises(LimitOfHouse):
        limit_rules.ask(tight, 60, NOON, timedelta(hours=24))
    tighter = limit_rules.ask(tight, 10, NOON, timedelta(hours=24))
    assert (tighter.units, tighter.is_of_house) == (10, True)
    let_go = limit_rules.wait_for(tighter, None, NOON, timedelta(hours=1))
    assert let_go.pending is not None
    assert let_go.pending.effective_from == NOON + timedelta(hours=24)
    freed = limit_rules.confirm(let_go, NOON + timedelta(hours=24))
    assert (freed.units, freed.is_of_house) == (None, False)
