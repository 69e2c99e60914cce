"""Holds: reserved once, then captured once or released once."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest

from stakehouse.domains import ledger
from stakehouse.domains.ledger import (
    HoldClosed,
    HoldId,
    HoldNotFound,
    House,
    HouseKind,
    InsufficientFunds,
    Subject,
    WalletKind,
)
from stakehouse.kernel.errors import IdempotencyConflict
from stakehouse.kernel.ids import MemberId, OperationId, new_id
from tests.banks import Bank, together

TRANSIT = House(HouseKind.PAYOUT_TRANSIT, "EUR")
PAYMENT = Subject("payment", new_id())


async def hold(bank: Bank, member: MemberId, units: int, key: str, subject: Subject = PAYMENT) -> HoldId:
    async with bank.begin() as tx:
        return await ledger.hold(
            tx,
            member_id=member,
            currency="EUR",
            units=units,
            reason="withdrawal",
            subject=subject,
            key=key,
        )


async def capture(bank: Bank, hold_id: HoldId, key: str, to: House = TRANSIT) -> OperationId:
    async with bank.begin() as tx:
        return await ledger.capture(tx, hold_id, to=to, key=key)


async def release(bank: Bank, hold_id: HoldId, key: str) -> OperationId:
    async with bank.begin() as tx:
        return await ledger.release(tx, hold_id, key=key)


async def money(bank: Bank, member: MemberId) -> tuple[int, int, int]:
    """What is free, what is held, and what left."""
    return (
        await bank.holds(member),
        await bank.holds(member, WalletKind.LOCKED),
        await bank.of_house(HouseKind.PAYOUT_TRANSIT),
    )


async def test_a_hold_reserves_and_a_capture_moves_it_on(bank: Bank) -> None:
    ann = await bank.member(100)

    held = await hold(bank, ann, 60, "w-1")
    assert await money(bank, ann) == (40, 60, 0)
    await capture(bank, held, "w-1")

    assert await money(bank, ann) == (40, 0, 60)
    assert await bank.findings() == []


async def test_a_release_gives_it_back(bank: Bank) -> None:
    ann = await bank.member(100)

    await release(bank, await hold(bank, ann, 60, "w-1"), "w-1")

    assert await money(bank, ann) == (100, 0, 0)
    assert await bank.findings() == []


async def test_what_is_held_cannot_be_held_again(bank: Bank) -> None:
    ann = await bank.member(100)
    await hold(bank, ann, 60, "w-1")

    with pytest.raises(InsufficientFunds):
        await hold(bank, ann, 41, "w-2")

    assert await money(bank, ann) == (40, 60, 0)


async def test_a_repeated_hold_is_the_same_hold(bank: Bank) -> None:
    ann = await bank.member(100)

    first = await hold(bank, ann, 10, "w-1")
    other = await hold(bank, ann, 10, "w-2")
    again = await hold(bank, ann, 10, "w-1")

    assert again == first != other
    assert await money(bank, ann) == (80, 20, 0)


@pytest.mark.parametrize("close", [capture, release])
async def test_closing_twice_under_one_key_is_one_act(
    bank: Bank, close: Callable[[Bank, HoldId, str], Awaitable[OperationId]]
) -> None:
    ann = await bank.member(100)
    held = await hold(bank, ann, 60, "w-1")

    first = await close(bank, held, "w-1")
    again = await close(bank, held, "w-1")

    assert again == first
    assert (await money(bank, ann))[1] == 0
    assert await bank.findings() == []


async def test_another_key_closes_nothing_a_second_time(bank: Bank) -> None:
    ann = await bank.member(100)
    held = await hold(bank, ann, 30, "w-1")
    await hold(bank, ann, 30, "w-2")
    await capture(bank, held, "c-1")

    for attempt in (capture(bank, held, "c-2"), release(bank, held, "c-1"), release(bank, held, "r-1")):
        with pytest.raises(HoldClosed):
            await attempt

    assert await money(bank, ann) == (40, 30, 30)


async def test_a_refused_close_inside_a_transaction_that_goes_on_moved_nothing(bank: Bank) -> None:
    ann = await bank.member(100)
    held = await hold(bank, ann, 30, "w-1")
    await hold(bank, ann, 30, "w-2")
    await capture(bank, held, "c-1")

    async with bank.begin() as tx:
        with pytest.raises(HoldClosed):
            await ledger.capture(tx, held, to=TRANSIT, key="c-2")

    assert await money(bank, ann) == (40, 30, 30)
    assert await bank.findings() == []


async def test_a_key_that_closed_one_hold_does_not_pass_for_another(bank: Bank) -> None:
    ann = await bank.member(100)
    first, second = await hold(bank, ann, 30, "w-1"), await hold(bank, ann, 30, "w-2")
    await capture(bank, first, "c-1")

    with pytest.raises(IdempotencyConflict):
        await capture(bank, second, "c-1")

    assert await money(bank, ann) == (40, 30, 30)


async def test_captures_and_releases_in_parallel_close_once(bank: Bank) -> None:
    ann = await bank.member(100)
    held = await hold(bank, ann, 60, "w-1")

    outcomes = await together(
        [lambda: capture(bank, held, "w-1")] * 4 + [lambda: release(bank, held, "w-1")] * 4
    )

    done = {one for one in outcomes if isinstance(one, UUID)}
    assert len(done) == 1
    assert all(isinstance(one, HoldClosed) for one in outcomes if isinstance(one, BaseException))
    assert await money(bank, ann) in {(40, 0, 60), (100, 0, 0)}
    assert await bank.findings() == []


async def test_a_hold_is_nobody_elses(bank: Bank) -> None:
    other = Bank(bank.house, await bank.house.open_tenant())
    held = await hold(bank, await bank.member(100), 60, "w-1")

    for attempt in (capture(other, held, "w-1"), release(bank, HoldId(new_id()), "w-1")):
        with pytest.raises(HoldNotFound):
            await attempt


async def test_a_client_cannot_use_up_the_key_of_a_hold(bank: Bank) -> None:
    """Keys from outside hold visible characters only; those of holds hold a space."""
    rows_before = await bank.count("operation_keys")
    ann = await bank.member(100)
    held = await hold(bank, ann, 60, "w-1")
    await capture(bank, held, "w-1")

    keys = await bank.house.rows(
        "SELECT key FROM operations WHERE tenant_id = $1 AND source = $2", bank.tenant.id, ann
    )
    assert all(" " in row["key"] for row in keys)
    assert await bank.count("operation_keys") == rows_before + 3
