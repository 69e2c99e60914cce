"""Adjustments over HTTP: small ones at once, large ones with a second person, each once and on record."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance import AdjustmentSettings
from stakehouse.domains.compliance.rules.adjustments import needs_second_person
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.database import Database
from stakehouse.kernel.ids import MemberId, new_id
from stakehouse.kernel.money import Currency, CurrencyKind
from tests.databases import TestDatabase
from tests.houses import House, sign_in, standing_house

EUR, JPY, BTC = Currency("EUR", 2), Currency("JPY", 0), Currency("BTC", 8, CurrencyKind.CRYPTO)
REASON = "The wheel stood still."


@dataclass(slots=True)
class Office:
    """A tenant with a member, two people of finance and one of support."""

    house: House
    tenant: TenantProfile
    member_id: MemberId
    maker: httpx.AsyncClient
    second: httpx.AsyncClient
    support: httpx.AsyncClient

    async def adjust(
        self, amount: object, *, key: str | None = None, by: httpx.AsyncClient | None = None, **changed: Any
    ) -> httpx.Response:
        body = {
            "member_id": str(self.member_id),
            "account_kind": "main",
            "currency": "EUR",
            "amount": amount,
            "reason": REASON,
        }
        return await (by or self.maker).post(
            "/api/staff/v1/adjustments",
            json=body | changed,
            headers={"idempotency-key": key or str(new_id())},
        )

    async def approve(self, asked: Any, by: httpx.AsyncClient) -> httpx.Response:
        return await by.post(
            f"/api/staff/v1/approvals/{asked['id']}/approve", json={"content_hash": asked["content_hash"]}
        )

    async def balance(self) -> int:
        rows = await self.house.rows(
            "SELECT balance FROM accounts WHERE tenant_id = $1 AND owner_id = $2 AND kind = 'main' "
            "AND currency = 'EUR'",
            self.tenant.id,
            self.member_id,
        )
        return rows[0]["balance"] if rows else 0

    async def traces(self) -> tuple[list[str], list[str]]:
        """What stands on the audit trail and in the outbox since the member joined."""
        acts = await self.house.rows(
            "SELECT action FROM audit_trail WHERE tenant_id = $1 AND (action LIKE 'adjustment%' "
            "OR action LIKE 'approval%') ORDER BY id",
            self.tenant.id,
        )
        facts = await self.house.rows(
            "SELECT name FROM outbox WHERE tenant_id = $1 AND domain IN ('access', 'compliance') "
            "AND (name LIKE 'adjustment%' OR name LIKE 'approval%') ORDER BY seq",
            self.tenant.id,
        )
        return [row["action"] for row in acts], [row["name"] for row in facts]


@pytest.fixture
async def office(module_database: TestDatabase, module_pools: Database) -> AsyncIterator[Office]:
    async with standing_house(module_database, pools=module_pools) as house:
        tenant = await house.open_tenant(currencies=(EUR, JPY, BTC))
        member_id = await house.add_member(tenant, f"m.{new_id().hex}@example.com", "ann")
        yield Office(
            house,
            tenant,
            member_id,
            await house.staff(tenant, "owner"),
            await house.staff(tenant, "owner"),
            await house.staff(tenant, "support"),
        )


async def test_a_small_adjustment_is_booked_at_once(office: Office) -> None:
    added = await office.adjust("99.99")
    taken = await office.adjust("-0.99")

    assert added.status_code == 201
    assert added.json() == {
        "id": added.json()["id"],
        "status": "booked",
        "member_id": str(office.member_id),
        "account_kind": "main",
        "currency": "EUR",
        "amount": "99.99",
        "balance": "99.99",
        "reason": REASON,
        "created_at": "2026-11-20T12:00:00.000Z",
    }
    assert (taken.status_code, taken.json()["balance"]) == (201, "99.00")
    assert await office.balance() == 9_900
    assert await office.traces() == (["adjustment.booked"] * 2, ["adjustment.booked"] * 2)
    [_, entry] = await office.house.rows(
        "SELECT before, after, reason, resource_id FROM audit_trail WHERE tenant_id = $1 "
        "AND action = 'adjustment.booked' ORDER BY id",
        office.tenant.id,
    )
    assert '"balance": "99.99"' in entry["before"]
    assert '"balance": "99.00"' in entry["after"]
    assert (entry["reason"], entry["resource_id"]) == (REASON, str(office.member_id))


@pytest.mark.requirement("29")
async def test_from_the_threshold_on_a_second_person_decides(office: Office) -> None:
    asked = await office.adjust("100.00")

    assert asked.status_code == 202
    assert asked.json()["summary"] == "Adds 100.00 EUR to the main account of ann."
    assert (asked.json()["status"], asked.json()["amount"]) == ("waiting", "100.00")
    assert await office.balance() == 0

    own = await office.approve(asked.json(), office.maker)
    not_allowed = await office.approve(asked.json(), office.support)
    assert (own.status_code, own.json()["code"]) == (403, "own_request")
    assert (not_allowed.status_code, not_allowed.json()["code"]) == (403, "forbidden")
    assert await office.balance() == 0

    done = await office.approve(asked.json(), office.second)
    again = await office.approve(asked.json(), office.second)
    assert (done.status_code, done.json()["status"]) == (200, "approved")
    assert again.status_code == 409
    assert await office.balance() == 10_000
    assert await office.traces() == (
        ["approval.requested", "adjustment.booked", "approval.approved"],
        ["approval.requested", "adjustment.booked", "approval.approved"],
    )


@pytest.mark.parametrize("amount", ["50.00", "500.00"])
async def test_a_repeat_with_the_same_key_gets_the_first_answer_and_does_nothing(
    office: Office, amount: str
) -> None:
    first = await office.adjust(amount, key="k-1")
    before = await office.balance(), await office.traces()

    repeat = await office.adjust(amount, key="k-1")
    other = await office.adjust("51.00", key="k-1")

    assert (repeat.status_code, repeat.content) == (first.status_code, first.content)
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_conflict")
    assert (await office.balance(), await office.traces()) == before


REFUSED: tuple[tuple[object, dict[str, Any], int, str], ...] = (
    ("0", {}, 422, "invalid_amount"),
    ("0.00", {}, 422, "invalid_amount"),
    ("-0.00", {}, 422, "invalid_amount"),
    ("NaN", {}, 422, "invalid_amount"),
    ("Infinity", {}, 422, "invalid_amount"),
    ("1e2", {}, 422, "invalid_amount"),
    ("1.001", {}, 422, "invalid_amount"),
    ("92233720368547758.08", {}, 422, "invalid_amount"),
    (10, {}, 422, "invalid_request"),
    ("10.00", {"reason": "too short"}, 422, "invalid_request"),
    ("10.00", {"reason": "  too short  "}, 422, "invalid_request"),
    ("10.00", {"account_kind": "locked"}, 422, "invalid_request"),
    ("10.00", {"account_kind": "points"}, 422, "invalid_request"),
    ("10.00", {"currency": "GBP"}, 422, "unknown_currency"),
    ("10.00", {"forced": True}, 422, "invalid_request"),
    ("10.00", {"member_id": str(new_id())}, 404, "member_not_found"),
    ("-10.01", {}, 402, "insufficient_funds"),
    ("-500.00", {}, 402, "insufficient_funds"),
    ("-1.00", {"account_kind": "bonus"}, 402, "insufficient_funds"),
)


async def test_what_cannot_be_is_refused_and_nothing_changes(office: Office) -> None:
    await office.adjust("10.00")
    before = await office.balance(), await office.traces()

    for amount, changed, status, code in REFUSED:
        refused = await office.adjust(amount, **changed)

        assert (refused.status_code, refused.json()["code"]) == (status, code), (amount, changed)
        assert (await office.balance(), await office.traces()) == before


async def test_an_approval_of_what_is_no_longer_there_goes_on_waiting(office: Office) -> None:
    await office.adjust("99.00")
    await office.adjust("51.00")
    asked = await office.adjust("-150.00")
    await office.adjust("-1.00")

    refused = await office.approve(asked.json(), office.second)
    await office.adjust("1.00")
    done = await office.approve(asked.json(), office.second)

    assert (refused.status_code, refused.json()["code"]) == (402, "insufficient_funds")
    assert done.status_code == 200
    assert await office.balance() == 0


@pytest.mark.requirement("29")
async def test_nobody_adjusts_the_own_balance(office: Office) -> None:
    email = f"both.{new_id().hex}@example.com"
    user_id = await office.house.add_staff(office.tenant, email, "owner")
    async with office.house.begin(office.tenant) as tx:
        own_id = await identity.enrol(
            tx,
            identity.NewMember(
                user_id, "both", office.house.clock().date().replace(year=1990), "DE", "EUR", "en"
            ),
        )
    client = office.house.client(office.tenant)
    await sign_in(client, "staff", email)

    small = await office.adjust("1.00", by=client, member_id=str(own_id))
    asked = await office.adjust("100.00", member_id=str(own_id))
    approved = await office.approve(asked.json(), client)

    assert (small.status_code, small.json()["code"]) == (403, "own_account")
    assert (approved.status_code, approved.json()["code"]) == (403, "own_account")


async def test_who_may_not_adjust_is_refused(office: Office) -> None:
    refused = await office.adjust("1.00", by=office.support)

    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert await office.balance() == 0


async def test_the_tenant_sets_the_threshold(office: Office) -> None:
    async with office.house.begin(office.tenant) as tx:
        chosen = AdjustmentSettings(threshold="5.00", by_currency={"BTC": "0.5"})
        await tenancy.change_setting(tx, chosen, after=0, reason="Carefully.")

    assert (await office.adjust("4.99")).status_code == 201
    assert (await office.adjust("5.00")).status_code == 202
    assert (await office.adjust("0.49999999", currency="BTC")).status_code == 201
    assert (await office.adjust("0.50000000", currency="BTC")).status_code == 202


def test_only_fiat_money_has_a_threshold_by_default() -> None:
    default = AdjustmentSettings()

    assert not needs_second_person(99, JPY, default)
    assert needs_second_person(-100, JPY, default)
    assert needs_second_person(1, BTC, default)
