"""Posting on the slow way: once per key, all or nothing, zero in sum."""

import pytest

from stakehouse.domains import ledger
from stakehouse.domains.ledger import (
    NO_OWNER,
    AmountTooLarge,
    Code,
    House,
    HouseKind,
    InsufficientFunds,
    Movement,
    Posted,
    Subject,
    WalletKind,
)
from stakehouse.kernel.errors import IdempotencyConflict
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.money import UNITS_MAX
from tests.banks import Bank, main, together

CLEARING = House(HouseKind.DEPOSIT_TRANSIT, "EUR")
REVENUE = House(HouseKind.GAMING_REVENUE, "EUR")
SUBJECT = Subject("payment", new_id())


async def deposit(bank: Bank, member: MemberId, units: int, key: str) -> Posted:
    async with bank.begin() as tx:
        return await ledger.post(
            tx,
            kind="deposit",
            source=NO_OWNER,
            key=key,
            subject=SUBJECT,
            member_id=member,
            movements=[Movement(Code.DEPOSIT, CLEARING, main(member), units)],
        )


async def bet(bank: Bank, member: MemberId, units: int, key: str, *, forced: bool = False) -> Posted:
    async with bank.begin() as tx:
        return await ledger.post(
            tx,
            kind="bet",
            source=member,
            key=key,
            subject=SUBJECT,
            member_id=member,
            movements=[
                Movement(Code.WIN_ROLLBACK if forced else Code.BET, main(member), REVENUE, units),
            ],
            forced=forced,
        )


@pytest.mark.requirement("21")
async def test_value_moves_and_nothing_appears(bank: Bank) -> None:
    ann = await bank.member()

    await deposit(bank, ann, 1_000, "d-1")
    await bet(bank, ann, 400, "b-1")

    assert await bank.holds(ann) == 600
    assert await bank.of_house(HouseKind.DEPOSIT_TRANSIT) == -1_000
    assert await bank.of_house(HouseKind.GAMING_REVENUE) == 400
    assert await bank.findings() == []


async def test_a_repeat_changes_nothing(bank: Bank) -> None:
    ann = await bank.member()

    first = await deposit(bank, ann, 1_000, "d-1")
    again = await deposit(bank, ann, 1_000, "d-1")

    assert again == Posted(first.operation_id, replayed=True)
    assert await bank.holds(ann) == 1_000


async def test_the_same_key_with_other_content_is_a_conflict(bank: Bank) -> None:
    ann = await bank.member()
    await deposit(bank, ann, 1_000, "d-1")

    with pytest.raises(IdempotencyConflict):
        await deposit(bank, ann, 1_001, "d-1")

    assert await bank.holds(ann) == 1_000


async def test_keys_of_two_sources_never_meet(bank: Bank) -> None:
    ann, ben = await bank.member(100), await bank.member(100)

    await bet(bank, ann, 10, "same")
    await bet(bank, ben, 10, "same")

    assert (await bank.holds(ann), await bank.holds(ben)) == (90, 90)


async def test_what_is_not_there_cannot_leave_and_leaves_no_trace(bank: Bank) -> None:
    ann = await bank.member(100)
    before = {table: await bank.count(table) for table in ("transfers", "operations", "operation_keys")}

    with pytest.raises(InsufficientFunds):
        await bet(bank, ann, 101, "b-1")

    assert await bank.holds(ann) == 100
    assert {table: await bank.count(table) for table in before} == before


async def test_a_balance_never_leaves_64_bits(bank: Bank) -> None:
    ann = await bank.member()
    await deposit(bank, ann, UNITS_MAX, "d-1")

    with pytest.raises(AmountTooLarge):
        await deposit(bank, ann, 1, "d-2")

    assert await bank.holds(ann) == UNITS_MAX


async def test_one_of_two_racing_for_the_last_unit_wins(bank: Bank) -> None:
    ann = await bank.member(10)

    outcomes = await together(
        [lambda at=at: bet(bank, ann, 10, f"b-{at}") for at in range(8)]  # type: ignore[misc]  # mypy cannot infer the default
    )

    assert sum(isinstance(one, Posted) for one in outcomes) == 1
    assert sum(isinstance(one, InsufficientFunds) for one in outcomes) == 7
    assert await bank.holds(ann) == 0


async def test_one_key_in_parallel_has_one_effect(bank: Bank) -> None:
    ann = await bank.member(1_000)

    outcomes = await together([lambda: bet(bank, ann, 10, "b-1")] * 8)

    posted = [one for one in outcomes if isinstance(one, Posted)]
    assert len(posted) == 8
    assert len({one.operation_id for one in posted}) == 1
    assert [one.replayed for one in posted].count(False) == 1
    assert await bank.holds(ann) == 990


async def test_one_key_between_house_accounts_in_parallel_has_one_effect(bank: Bank) -> None:
    """No wallet is locked here, so nothing else makes them wait for each other."""

    async def settle(key: str) -> Posted:
        async with bank.begin() as tx:
            return await ledger.post(
                tx,
                kind="settlement",
                source=NO_OWNER,
                key=key,
                subject=SUBJECT,
                movements=[
                    Movement(Code.GATEWAY_SETTLEMENT, CLEARING, House(HouseKind.GATEWAY_CLEARING, "EUR"), 70)
                ],
            )

    async with bank.begin() as tx:
        await ledger.open_house_accounts(tx, ["EUR"])
    for key in ("s-1", "s-2", "s-3", "s-4"):
        outcomes = await together([lambda key=key: settle(key)] * 6)  # type: ignore[misc]  # mypy cannot infer the default

        posted = [one for one in outcomes if isinstance(one, Posted)]
        assert len(posted) == 6, outcomes
        assert len({one.operation_id for one in posted}) == 1

    assert await bank.of_house(HouseKind.GATEWAY_CLEARING) == 280


@pytest.mark.requirement("30")
async def test_a_rollback_may_force_an_account_below_zero_and_flags_it(bank: Bank) -> None:
    ann = await bank.member(10)

    await bet(bank, ann, 25, "rollback", forced=True)

    assert await bank.holds(ann) == -15
    rows = await bank.house.rows(
        "SELECT is_flagged, allows_negative FROM accounts WHERE owner_id = $1 AND kind = 'main'", ann
    )
    assert [tuple(row) for row in rows] == [(True, True)]
    with pytest.raises(InsufficientFunds):
        await bet(bank, ann, 1, "b-1")

    await deposit(bank, ann, 15, "d-1")
    rows = await bank.house.rows(
        "SELECT is_flagged, allows_negative FROM accounts WHERE owner_id = $1 AND kind = 'main'", ann
    )
    assert [tuple(row) for row in rows] == [(True, False)]
    assert await bank.findings() == []


async def test_no_tenant_sees_or_moves_what_is_another_ones(bank: Bank) -> None:
    ann = await bank.member(100)
    other = Bank(bank.house, await bank.house.open_tenant())

    assert await other.holds(ann) == 0
    with pytest.raises(InsufficientFunds):
        await bet(other, ann, 1, "b-1")
    assert await bank.holds(ann) == 100


@pytest.mark.requirement("27")
async def test_holdings_are_told_by_currency_and_kind(bank: Bank) -> None:
    ann = await bank.member(100)
    await bank.fund(ann, 7, "USD")

    async with bank.begin() as tx:
        found = await ledger.balances(tx, ann)

    assert [(one.kind, one.currency, one.units) for one in found] == [
        (WalletKind.MAIN, "EUR", 100),
        (WalletKind.MAIN, "USD", 7),
    ]
