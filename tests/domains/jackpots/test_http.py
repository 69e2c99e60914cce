"""The ticker over HTTP, and the choice to take part."""

from typing import Any

import pytest

from stakehouse.kernel.ids import new_id
from tests.halls import PLAYER, STAFF, Hall, lay, seat


@pytest.mark.requirement("55")
async def test_the_ticker_shows_what_the_contract_says(hall: Hall) -> None:
    ann, ann_id = await seat(hall)
    await hall.jackpot(ann_id, seed=1_000, stake_per_hit=1)
    await lay(ann, stake="10.00")

    answer = await ann.get(f"{PLAYER}/jackpots")

    assert answer.status_code == 200
    (pool,) = answer.json()["items"]
    last: dict[str, Any] = pool.pop("last_win")
    pool.pop("id")
    assert pool == {
        "name": "Grand",
        "level": "grand",
        "currency": "EUR",
        "amount": "10.00",
        "seed_amount": "10.00",
        "contribution_bp": 100,
        "funding": "stake",
        "stake_per_hit": "0.01",
        "odds_text": "one win per 0.01 EUR staked on average",
        "opted_in": True,
    }
    assert last["amount"] == "10.10"
    assert last["member_masked"] == f"{ann_id.hex[-3]}***{ann_id.hex[-2:]}"


async def test_a_member_joins_and_leaves(hall: Hall) -> None:
    ann, _ = await seat(hall)
    pool = await hall.jackpot(contribution_bp=1_000)

    async def is_in() -> bool:
        (shown,) = (await ann.get(f"{PLAYER}/jackpots")).json()["items"]
        return bool(shown["opted_in"])

    assert not await is_in()
    for wanted in (True, True, False, True):
        answer = await ann.put(f"{PLAYER}/jackpots/{pool.id}/opt-in", json={"opted_in": wanted})
        assert (answer.status_code, answer.json()) == (200, {"id": str(pool.id), "opted_in": wanted})
        assert await is_in() is wanted
    await lay(ann, stake="10.00")
    assert await hall.in_pool(pool) == 1_000 + 100


async def test_choices_that_make_no_sense_are_refused(hall: Hall) -> None:
    ann, _ = await seat(hall, 0)
    pool = await hall.jackpot()
    other = await Hall.open(hall.house)
    foreign = await other.jackpot()

    for body in ({}, {"opted_in": "yes"}, {"opted_in": None}, {"opted_in": True, "amount": 1}):
        answer = await ann.put(f"{PLAYER}/jackpots/{pool.id}/opt-in", json=body)
        assert answer.status_code == 422, body
    for unknown in (foreign.id, new_id()):
        answer = await ann.put(f"{PLAYER}/jackpots/{unknown}/opt-in", json={"opted_in": True})
        assert (answer.status_code, answer.json()["code"]) == (404, "jackpot_not_found")


async def test_staff_see_the_pools_and_nobodys_choice(hall: Hall) -> None:
    pool = await hall.jackpot()
    clerk = await hall.house.staff(hall.tenant, "finance")

    (shown,) = (await clerk.get(f"{STAFF}/jackpots")).json()["items"]

    assert (shown["id"], shown["amount"], shown["last_win"]) == (str(pool.id), "10.00", None)
    assert "opted_in" not in shown


@pytest.mark.requirement("55")
async def test_watching_costs_one_look_in_two_seconds(hall: Hall) -> None:
    ann, ann_id = await seat(hall, 100_000)
    await hall.jackpot(ann_id, contribution_bp=1_000)
    first = (await ann.get(f"{PLAYER}/jackpots")).json()
    await lay(ann, stake="100.00")

    assert (await ann.get(f"{PLAYER}/jackpots")).json() == first
