"""The dashboard on a real database: figures of today, in the tenant's currency and zone."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import httpx
import pytest

from stakehouse.domains.reporting.service.dashboard import forget
from stakehouse.kernel.clock import system_clock
from tests.halls import STAFF, Hall
from tests.houses import House

FIGURES = {"wagered", "won", "ggr", "bets", "deposits", "withdrawals", "active_members", "new_members"}


@pytest.fixture(autouse=True)
def now(house: House) -> None:
    """Ids carry the machine's time, so the house shows it too; nothing is remembered of other tests."""
    house.clock.now = system_clock()
    forget()


async def look(client: httpx.AsyncClient, **query: str) -> dict[str, Any]:
    answer = await client.get(f"{STAFF}/dashboard", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.requirement("68")
async def test_an_empty_house_shows_zeros(hall: Hall) -> None:
    clerk = await hall.house.staff(hall.tenant, "analyst")

    found = await look(clerk)

    assert set(found) == {"as_of", "currency", "today", "last_week", "queues", "series", "top_games"}
    assert set(found["today"]) == set(found["last_week"]) == FIGURES
    assert found["currency"] == "EUR"
    assert found["today"]["wagered"] == "0.00"
    assert found["queues"] == {
        "withdrawals_waiting": 0,
        "withdrawals_amount": "0.00",
        "approvals_waiting": 0,
    }
    assert len(found["series"]) == 24
    assert found["top_games"] == []


async def test_what_was_played_today_is_there_to_the_last_unit(hall: Hall) -> None:
    ann, ben = await hall.member(100_000), await hall.member(100_000)
    played = [await hall.bet(ann, stake=1_000) for _ in range(3)]
    played += [await hall.bet(ben, game="slots", stake=20_000, choices={})]
    await hall.fund(ann, 500, "USD")
    await hall.bet(ann, stake=77, currency="USD")
    hall.house.clock.now = system_clock()
    clerk = await hall.house.staff(hall.tenant, "finance")

    found = await look(clerk)

    won = sum(round(100 * float(one["round"]["payout"])) for one in played)
    assert found["today"]["wagered"] == "230.00"
    assert found["today"]["won"] == f"{won / 100:.2f}"
    assert found["today"]["ggr"] == f"{(23_000 - won) / 100:.2f}"
    assert (found["today"]["bets"], found["today"]["active_members"]) == (4, 2)
    assert [(game["game"], game["bets"], game["wagered"]) for game in found["top_games"]] == [
        ("slots", 1, "200.00"),
        ("dice", 3, "30.00"),
    ]
    assert found["top_games"][0]["title"] == "Aurora 5"
    assert found["last_week"]["bets"] == 0
    assert sum(hour["bets"] for hour in found["series"]) == 4
    dollars = await look(clerk, currency="USD")
    assert (dollars["today"]["wagered"], dollars["today"]["bets"]) == ("0.77", 1)


async def test_hours_follow_each_other_and_end_with_this_one(hall: Hall) -> None:
    clerk = await hall.house.staff(hall.tenant, "owner")

    found = await look(clerk)

    hours = [datetime.fromisoformat(hour["at"]) for hour in found["series"]]
    assert all(later - hour == timedelta(hours=1) for hour, later in pairwise(hours))
    assert timedelta() <= datetime.fromisoformat(found["as_of"]) - hours[-1] < timedelta(hours=1)


async def test_a_week_later_today_is_last_week(hall: Hall) -> None:
    ann = await hall.member(100_000)
    await hall.bet(ann, stake=1_000)
    hall.house.clock.now = system_clock() + timedelta(days=7, seconds=1)
    clerk = await hall.house.staff(hall.tenant, "owner")

    found = await look(clerk)

    assert (found["today"]["bets"], found["last_week"]["bets"]) == (0, 1)
    assert found["last_week"]["wagered"] == "10.00"
    assert found["last_week"]["active_members"] == 1
    assert sum(hour["bets"] for hour in found["series"]) == 0


async def test_new_members_are_counted(hall: Hall) -> None:
    await hall.house.player(hall.tenant, "ann")
    await hall.house.player(hall.tenant, "ben")
    hall.house.clock.now = system_clock()

    found = await look(await hall.house.staff(hall.tenant, "owner"))

    assert found["today"]["new_members"] == 2


async def test_who_looks_twice_within_seconds_sees_the_same(hall: Hall) -> None:
    ann = await hall.member(100_000)
    clerk = await hall.house.staff(hall.tenant, "owner")
    first = await look(clerk)
    await hall.bet(ann)

    assert await look(clerk) == first


async def test_no_house_sees_anothers_figures(hall: Hall) -> None:
    await hall.bet(await hall.member(1_000))
    other = await hall.house.open_tenant()

    found = await look(await hall.house.staff(other, "owner"))

    assert (found["today"]["bets"], found["today"]["wagered"]) == (0, "0.00")


async def test_currencies_and_permissions_are_checked(hall: Hall) -> None:
    clerk = await hall.house.staff(hall.tenant, "owner")
    promoter = await hall.house.staff(hall.tenant, "promoter")

    assert (await clerk.get(f"{STAFF}/dashboard", params={"currency": "GBP"})).status_code == 422
    assert (await clerk.get(f"{STAFF}/dashboard", params={"currency": "€"})).status_code == 422
    assert (await promoter.get(f"{STAFF}/dashboard")).status_code == 403
    assert (await hall.house.client(hall.tenant).get(f"{STAFF}/dashboard")).status_code == 401
