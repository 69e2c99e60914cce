"""Statements: every movement as its member sees it, and what was held at any instant."""

from datetime import timedelta

import pytest

from stakehouse.domains import ledger
from stakehouse.domains.ledger import (
    NO_OWNER,
    Code,
    House,
    HouseKind,
    Movement,
    StatementLine,
    Subject,
    WalletKind,
)
from stakehouse.kernel.ids import MemberId, moment_of, new_id
from stakehouse.kernel.page import decode_cursor
from tests.banks import Bank, main

REVENUE = House(HouseKind.GAMING_REVENUE, "EUR")
ROUND = Subject("round", new_id())


async def play(bank: Bank, member: MemberId, stake: int, payout: int) -> None:
    movements = [Movement(Code.BET, main(member), REVENUE, stake)]
    if payout:
        movements.append(Movement(Code.WIN, REVENUE, main(member), payout))
    async with bank.begin() as tx:
        await ledger.post(
            tx,
            kind="bet",
            source=member,
            key=str(new_id()),
            subject=ROUND,
            member_id=member,
            movements=movements,
        )


async def everything(bank: Bank, member: MemberId, *, limit: int) -> list[StatementLine]:
    """The whole statement, page by page."""
    lines: list[StatementLine] = []
    cursor = None
    while True:
        async with bank.begin() as tx:
            page = await ledger.statement(tx, member, after=decode_cursor(cursor), limit=limit)
        lines += page.items
        cursor = page.next
        if cursor is None:
            return lines


@pytest.mark.requirement("22", "28")
async def test_a_statement_tells_each_movement_and_the_balance_after_it(bank: Bank) -> None:
    ann = await bank.member(1_000)
    await play(bank, ann, 100, 0)
    await play(bank, ann, 200, 350)

    async with bank.begin() as tx:
        page = await ledger.statement(tx, ann)

    assert [(line.code, line.units, line.balance_after) for line in page.items] == [
        (Code.WIN, 350, 1_050),
        (Code.BET, -200, 700),
        (Code.BET, -100, 900),
        (Code.ADJUSTMENT, 1_000, 1_000),
    ]
    assert page.next is None
    assert page.items[0].reference == f"round:{ROUND.id}"
    assert page.items[0].created_at == moment_of(page.items[0].id)


@pytest.mark.parametrize("limit", [1, 2, 3, 50])
async def test_pages_lose_and_repeat_nothing(bank: Bank, limit: int) -> None:
    ann = await bank.member(1_000)
    for stake in range(1, 5):
        await play(bank, ann, stake, stake % 2)

    lines = await everything(bank, ann, limit=limit)

    assert len(lines) == len({line.id for line in lines}) == 7
    assert [line.id for line in lines] == sorted((line.id for line in lines), reverse=True)
    balance = 0
    for line in reversed(lines):
        balance += line.units
        assert line.balance_after == balance


async def test_a_hold_shows_once_where_value_left(bank: Bank) -> None:
    ann = await bank.member(100)
    async with bank.begin() as tx:
        await ledger.hold(
            tx, member_id=ann, currency="EUR", units=60, reason="withdrawal", subject=ROUND, key="w-1"
        )

    async with bank.begin() as tx:
        shown = await ledger.statement(tx, ann)
        locked = await ledger.statement(tx, ann, kinds=[WalletKind.LOCKED])

    assert (shown.items[0].account, shown.items[0].units) == (WalletKind.MAIN, -60)
    assert [(line.account, line.units) for line in locked.items] == [(WalletKind.LOCKED, 60)]


@pytest.mark.requirement("28")
async def test_filters_narrow_it_down(bank: Bank) -> None:
    ann = await bank.member(1_000)
    await bank.fund(ann, 5, "USD")
    await play(bank, ann, 100, 50)

    async with bank.begin() as tx:
        wins = await ledger.statement(tx, ann, code=Code.WIN)
        dollars = await ledger.statement(tx, ann, currency="USD")
        bonus = await ledger.statement(tx, ann, kinds=[WalletKind.BONUS])
        all_of_it = await ledger.statement(tx, ann)
        middle = all_of_it.items[1].created_at
        later = await ledger.statement(tx, ann, since=middle + timedelta(milliseconds=1))
        earlier = await ledger.statement(tx, ann, until=middle)

    assert [line.units for line in wins.items] == [50]
    assert [(line.currency, line.units) for line in dollars.items] == [("USD", 5)]
    assert bonus.items == []
    assert all(line.created_at > middle for line in later.items)
    assert all(line.created_at < middle for line in earlier.items)


async def test_another_member_and_another_tenant_see_nothing_of_it(bank: Bank) -> None:
    ann, ben = await bank.member(100), await bank.member()
    other = Bank(bank.house, await bank.house.open_tenant())

    async with bank.begin() as tx:
        assert (await ledger.statement(tx, ben)).items == []
    async with other.begin() as tx:
        assert (await ledger.statement(tx, ann)).items == []


async def test_what_was_held_at_an_instant(bank: Bank) -> None:
    ann = await bank.member(1_000)
    await play(bank, ann, 100, 0)
    async with bank.begin() as tx:
        funded, bet = reversed((await ledger.statement(tx, ann)).items)

        before = await ledger.balances_at(tx, ann, funded.created_at)
        between = await ledger.balances_at(tx, ann, bet.created_at)
        after = await ledger.balances_at(tx, ann, bet.created_at + timedelta(seconds=1))

    assert [one.units for one in before] == [0]
    assert [one.units for one in between] in ([1_000], [0])  # both may lie in one millisecond
    assert [one.units for one in after] == [900]


async def test_movements_of_the_house_alone_stand_in_nobodys_statement(bank: Bank) -> None:
    ann = await bank.member(100)
    async with bank.begin() as tx:
        await ledger.post(
            tx,
            kind="settlement",
            source=NO_OWNER,
            key="s-1",
            subject=ROUND,
            movements=[
                Movement(
                    Code.GATEWAY_SETTLEMENT,
                    House(HouseKind.EXTERNAL, "EUR"),
                    House(HouseKind.GATEWAY_CLEARING, "EUR"),
                    70,
                )
            ],
        )

    async with bank.begin() as tx:
        assert len((await ledger.statement(tx, ann)).items) == 1
