"""The wallet and the books over HTTP."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from stakehouse.domains import ledger
from stakehouse.domains.ledger import Subject
from stakehouse.kernel.ids import MemberId, new_id
from tests.banks import Bank

PLAYER, STAFF = "/api/player/v1", "/api/staff/v1"


async def seat(bank: Bank, units: int) -> tuple[httpx.AsyncClient, MemberId]:
    """A signed-in player with money."""
    client = await bank.house.player(bank.tenant)
    member_id = MemberId(UUID((await client.get(f"{PLAYER}/me")).json()["member_id"]))
    await bank.fund(member_id, units)
    return client, member_id


async def get(client: httpx.AsyncClient, path: str, **query: Any) -> Any:
    answer = await client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_wallet_shows_every_account_those_never_used_included(bank: Bank) -> None:
    ann, member = await seat(bank, 12_345)
    async with bank.begin() as tx:
        await ledger.hold(
            tx,
            member_id=member,
            currency="EUR",
            units=345,
            reason="withdrawal",
            subject=Subject("payment", new_id()),
            key="w",
        )

    accounts = (await get(ann, f"{PLAYER}/wallet"))["accounts"]

    shown = {(one["kind"], one["currency"]): one["balance"] for one in accounts}
    assert shown == {
        ("main", "EUR"): "120.00",
        ("bonus", "EUR"): "0.00",
        ("locked", "EUR"): "3.45",
        ("referral", "EUR"): "0.00",
        ("main", "USD"): "0.00",
        ("bonus", "USD"): "0.00",
        ("locked", "USD"): "0.00",
        ("referral", "USD"): "0.00",
    }


async def test_transactions_answer_as_the_contract_says(bank: Bank) -> None:
    ann, _ = await seat(bank, 500)

    page = await get(ann, f"{PLAYER}/transactions", kind="adjustment", currency="EUR", limit=1)

    (line,) = page["items"]
    assert set(line) >= {
        "id",
        "kind",
        "amount",
        "currency",
        "balance_after",
        "status",
        "reference",
        "created_at",
    }
    assert (line["kind"], line["amount"], line["balance_after"]) == ("adjustment", "5.00", "5.00")
    assert page["next"] is None


@pytest.mark.parametrize(
    "query", [{"kind": "theft"}, {"cursor": "x"}, {"limit": 0}, {"account": "secret"}, {"from": "2026-01-01"}]
)
async def test_filters_that_are_none_are_refused(bank: Bank, query: dict[str, Any]) -> None:
    ann, _ = await seat(bank, 500)

    assert (await ann.get(f"{PLAYER}/transactions", params=query)).status_code == 422


async def test_staff_see_a_members_wallet_and_nobody_elses_house(bank: Bank) -> None:
    ann, member = await seat(bank, 500)
    clerk = await bank.house.staff(bank.tenant, "support")
    stranger = await bank.house.staff(await bank.house.open_tenant(), "owner")

    assert await get(clerk, f"{STAFF}/members/{member}/wallet") == await get(ann, f"{PLAYER}/wallet")
    own = await get(ann, f"{PLAYER}/transactions")
    assert await get(clerk, f"{STAFF}/members/{member}/transactions") == own
    for path in ("wallet", "transactions"):
        elsewhere = await stranger.get(f"{STAFF}/members/{member}/{path}")
        assert elsewhere.status_code == 404
        assert elsewhere.json()["code"] == "member_not_found"


async def test_the_check_tells_sums_and_findings(bank: Bank) -> None:
    _, member = await seat(bank, 500)
    clerk = await bank.house.staff(bank.tenant, "finance")

    sound = await get(clerk, f"{STAFF}/ledger/check")
    await bank.house.rows("UPDATE accounts SET balance = 501 WHERE owner_id = $1", member)
    forged = await get(clerk, f"{STAFF}/ledger/check")

    assert sound == {
        "ok": True,
        "tenants": [
            {"tenant": bank.tenant.slug, "currency": "EUR", "sum": "0.00", "accounts": 2, "transfers": 1}
        ],
        "findings": [],
    }
    assert not forged["ok"]
    assert forged["tenants"][0]["sum"] == "0.01"
    assert {one["check"] for one in forged["findings"]} == {
        "sum_is_not_zero",
        "balance_differs_from_transfers",
    }
    support = await bank.house.staff(bank.tenant, "support")
    assert (await support.get(f"{STAFF}/ledger/check")).status_code == 403
    assert (await support.get(f"{STAFF}/ledger/seals")).status_code == 403


@pytest.mark.requirement("9")
async def test_the_newest_seal_can_be_held_outside(bank: Bank) -> None:
    clerk = await bank.house.staff(bank.tenant, "finance")

    assert await get(clerk, f"{STAFF}/ledger/seals", limit=5) == {"items": [], "next": None}
