"""Defects of money that were seen elsewhere (docs/guides/seen-elsewhere.md): ours must not have them."""

import asyncpg
import pytest

from stakehouse.kernel.money import format_units, parse_units
from tests.banks import together
from tests.halls import PLAYER, Hall, lay, seat

ODD = 2**53 + 1
"""The smallest number of cents that no binary number of 64 bits holds."""


async def test_deposits_and_bets_of_two_processes_at_once_lose_nothing(hall: Hall) -> None:
    ann = await hall.member(100_000)
    async with hall.another_process() as other:
        works = [
            work
            for _ in range(20)
            for work in (
                lambda: hall.fund(ann, 100),
                lambda: hall.engine.submit(hall.bet_act(ann)),
                lambda: other.submit(hall.bet_act(ann)),
            )
        ]
        outcomes = await together(works)

    assert [one for one in outcomes if isinstance(one, BaseException)] == []
    [played] = await hall.house.rows(
        "SELECT count(*) AS rounds, sum(stake - payout) AS lost FROM rounds WHERE tenant_id = $1",
        hall.tenant.id,
    )
    assert played["rounds"] == 40
    assert await hall.holds(ann) == 100_000 + 20 * 100 - played["lost"]
    assert await hall.findings() == []


async def test_many_first_movements_at_once_open_one_account(hall: Hall) -> None:
    ann = await hall.member()

    outcomes = await together([lambda: hall.fund(ann, 1)] * 20)

    assert [one for one in outcomes if one is not None] == []
    kinds = await hall.house.rows(
        "SELECT kind FROM accounts WHERE tenant_id = $1 AND owner_id = $2 AND currency = 'EUR'",
        hall.tenant.id,
        ann,
    )
    assert sorted({row["kind"] for row in kinds}) == sorted(row["kind"] for row in kinds)
    assert await hall.holds(ann) == 20


async def test_a_key_is_unique_in_the_database_itself(hall: Hall) -> None:
    await hall.bet(await hall.member(1_000))

    with pytest.raises(asyncpg.UniqueViolationError):
        await hall.house.rows(
            "INSERT INTO operation_keys SELECT * FROM operation_keys WHERE tenant_id = $1", hall.tenant.id
        )


async def test_a_repeat_after_all_was_spent_is_answered_as_the_first_time(hall: Hall) -> None:
    ann = await hall.member(100)
    first = await hall.bet(ann, key="k", stake=100)
    while left := await hall.holds(ann):
        await hall.bet(ann, stake=left)
    played = await hall.count("rounds")

    again = await hall.bet(ann, key="k", stake=100)

    assert again == first
    assert await hall.count("rounds") == played
    assert await hall.holds(ann) == 0


async def test_a_balance_beyond_binary_numbers_is_shown_as_it_is_stored(hall: Hall) -> None:
    client, member = await seat(hall, ODD)

    answer = await lay(client, stake="0.01")
    wallet = (await client.get(f"{PLAYER}/wallet")).json()
    lines = (await client.get(f"{PLAYER}/transactions")).json()["items"]

    stored = await hall.holds(member)
    expected = ODD - 1 + parse_units(answer.json()["round"]["payout"], 2)
    assert stored == expected
    assert answer.json()["wallet"]["main"] == format_units(expected, 2)
    assert format_units(expected, 2) in [
        account["balance"] for account in wallet["accounts"] if account["kind"] == "main"
    ]
    assert format_units(ODD, 2) in [line["amount"] for line in lines]


@pytest.mark.requirement("21")
async def test_no_column_holds_binary_numbers(hall: Hall) -> None:
    found = await hall.house.rows(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND data_type IN ('real', 'double precision', 'money')"
    )

    assert [f"{row['table_name']}.{row['column_name']}" for row in found] == []
