"""Deposits meet limits and exclusions; the ones under way count."""

import asyncio
from datetime import timedelta

import pytest

from stakehouse.domains import compliance, tenancy
from stakehouse.domains.compliance import LimitKind, Period
from stakehouse.domains.tenancy.store import jurisdiction_files
from tests.domains.payments.bed import Bed


async def limit(bed: Bed, amount: str) -> None:
    assert bed.member.member_id is not None
    async with bed.begin() as tx:
        await compliance.set_limit(
            tx, bed.member.member_id, LimitKind.DEPOSIT, Period.DAY, amount=amount, currency="EUR"
        )


async def asked(bed: Bed, amount: str, key: str) -> tuple[int, str]:
    body = {"amount": amount, "currency": "EUR", "method": "sandpay"}
    answer = await bed.send("POST", "/player/deposits", body, key=key)
    return answer.status_code, answer.json().get("code", "")


async def test_deposits_under_way_count(bed: Bed) -> None:
    await limit(bed, "60.00")
    deposit = await bed.deposit("50.00")
    assert await asked(bed, "10.01", "k1") == (403, "limit_reached")
    assert await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 1
    await bed.simulator.press(deposit["redirect_url"], "fail")
    await bed.work_until_status(deposit["id"], "failed")
    paid = await bed.deposit("60.00")
    await bed.simulator.press(paid["redirect_url"], "pay")
    await bed.work_until_status(paid["id"], "succeeded")
    assert await asked(bed, "1.00", "k2") == (403, "limit_reached")


@pytest.mark.requirement("R6")
async def test_a_race_does_not_pass_the_limit(bed: Bed) -> None:
    await limit(bed, "60.00")
    answers = await asyncio.gather(*(asked(bed, "25.00", f"k{number}") for number in range(8)))
    assert sorted(answers) == [(201, "")] * 2 + [(403, "limit_reached")] * 6


async def test_money_that_came_is_credited_whatever_the_limit_says_by_then(bed: Bed) -> None:
    deposit = await bed.deposit("50.00")
    await limit(bed, "10.00")
    await bed.simulator.press(deposit["redirect_url"], "pay")
    await bed.work_until_status(deposit["id"], "succeeded")
    assert await bed.balance() == 5_000


@pytest.mark.requirement("11")
async def test_an_excluded_member_opens_no_deposit(bed: Bed) -> None:
    assert bed.member.member_id is not None
    async with bed.begin() as tx:
        await compliance.take_time_out(tx, bed.member.member_id, tx.now + timedelta(days=2))
    assert await asked(bed, "10.00", "k1") == (403, "excluded")
    assert await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 0


async def test_a_suspended_member_opens_no_deposit(bed: Bed) -> None:
    await bed.rows("UPDATE members SET standing = 'suspended' WHERE tenant_id = $1")
    assert await asked(bed, "10.00", "k1") == (403, "member_suspended")


@pytest.mark.requirement("R5")
async def test_no_client_skips_the_question_for_a_limit(bed: Bed) -> None:
    mga = next(file for file in jurisdiction_files() if file["code"] == "MGA")
    asking = mga | {"rules": mga["rules"] | {"deposit_limit_prompt": "offered"}}
    with tenancy.beside_shipped([asking]):
        refused = await asked(bed, "10.00", "k1")
        opened = await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1")
        await limit(bed, "60.00")
        taken = await asked(bed, "10.00", "k1")
    assert (refused, opened) == ((403, "deposit_limit_unanswered"), 0)
    assert taken == (201, "")
