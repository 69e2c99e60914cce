"""The days of members whom nothing protects yet are those of their tenant, not those of Greenwich."""

from datetime import UTC, datetime

from tests.halls import Hall


async def test_a_bet_after_midnight_in_the_tenants_zone_opens_a_new_day(hall: Hall) -> None:
    ann = await hall.member(10_000)
    hall.house.clock.now = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)  # half past eleven in Berlin
    await hall.bet(ann, stake=500)
    hall.house.clock.now = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # half past midnight there

    await hall.bet(ann, stake=70)

    [counted] = await hall.house.rows(
        "SELECT day_wagered, month_wagered FROM limit_counters WHERE member_id = $1", ann
    )
    assert (counted["day_wagered"], counted["month_wagered"]) == (70, 570)
