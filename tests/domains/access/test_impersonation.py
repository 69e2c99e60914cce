"""Support sees the house as a member: for a while, with a reason, looking only, and seen by the member."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest

from stakehouse.domains import access
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import MemberId, UserId, new_id
from tests.houses import PASSWORD, House, sign_in

STAFF, PLAYER = "/api/staff/v1", "/api/player/v1"
REASON = "cannot find the bonus that ann asks for"


class Visit:
    """A member, and a member of support who may look."""

    def __init__(
        self, house: House, tenant: TenantProfile, support: httpx.AsyncClient, support_id: UserId
    ) -> None:
        self.house, self.tenant, self.support, self.support_id = house, tenant, support, support_id
        self.member_id: MemberId

    async def begin(self, **body: Any) -> httpx.Response:
        return await self.support.post(
            f"{STAFF}/members/{self.member_id}/impersonate", json={"reason": REASON, **body}
        )

    async def open(self, code: str) -> httpx.AsyncClient:
        client = self.house.client(self.tenant, agent="a tab of support")
        answer = await client.post(f"{PLAYER}/auth/visit", json={"code": code})
        assert answer.status_code == 200, answer.text
        client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
        return client


@pytest.fixture
async def visit(house: House, tenant: TenantProfile) -> Visit:
    name = f"visited{tenant.slug[-6:]}"
    support_id = await house.add_staff(tenant, f"support.{name}@example.com", "support")
    client = house.client(tenant)
    await sign_in(client, "staff", f"support.{name}@example.com")
    await house.change(
        f"UPDATE sessions SET stepped_up_at = '{house.clock().isoformat()}' WHERE user_id = '{support_id}'"
    )
    made = Visit(house, tenant, client, support_id)
    made.member_id = await house.add_member(tenant, f"{name}@example.com", name)
    return made


async def test_support_looks_as_the_member_and_changes_nothing(visit: Visit) -> None:
    begun = await visit.begin()
    assert begun.status_code == 201, begun.text
    tab = await visit.open(begun.json()["code"])

    me = (await tab.get(f"{PLAYER}/me")).json()
    present = (await tab.get(f"{PLAYER}/visits/present")).json()["visit"]
    answers = [
        await tab.put(f"{PLAYER}/limits/wager/day", json={"amount": "5.00", "currency": "EUR"}),
        await tab.post(f"{PLAYER}/exclusion", json={"kind": "self_exclusion", "term": "P6M"}),
        await tab.post(
            f"{PLAYER}/bets",
            json={"game": "dice", "currency": "EUR", "stake": "1.00", "choices": {}},
            headers={"idempotency-key": "k1"},
        ),
    ]

    assert me["member_id"] == str(visit.member_id)
    assert (present["reason"], present["read_only"]) == (REASON, True)
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(403, "read_only")] * 3


async def test_a_visit_that_may_act_moves_no_money_and_is_marked_with_both(visit: Visit) -> None:
    tab = await visit.open((await visit.begin(read_only=False)).json()["code"])

    lowered = await tab.put(f"{PLAYER}/limits/wager/day", json={"amount": "5.00", "currency": "EUR"})
    bet = await tab.post(
        f"{PLAYER}/bets",
        json={"game": "dice", "currency": "EUR", "stake": "1.00", "choices": {}},
        headers={"idempotency-key": "k1"},
    )
    out = await tab.post(
        f"{PLAYER}/withdrawals",
        json={"amount": "1.00", "currency": "EUR", "method": "bank", "destination": "DE1"},
        headers={"idempotency-key": "k2"},
    )
    put_in = await tab.post(
        f"{PLAYER}/deposits",
        json={"amount": "1.00", "currency": "EUR", "method": "bank"},
        headers={"idempotency-key": "k3"},
    )
    step = await tab.post(
        f"{PLAYER}/rounds/{new_id()}/steps", json={"action": "cash_out"}, headers={"idempotency-key": "k4"}
    )

    assert lowered.status_code == 200
    answers = [(each.status_code, each.json()["code"]) for each in (bet, out, put_in, step)]
    assert answers == [(403, "read_only")] * 4
    [entry] = await visit.house.rows(
        "SELECT actor_id, real_actor_id, real_actor_name FROM audit_trail "
        "WHERE tenant_id = $1 AND action = 'limit.changed'",
        visit.tenant.id,
    )
    assert entry["actor_id"] == visit.member_id
    assert entry["real_actor_id"] == visit.support_id
    assert entry["real_actor_name"].startswith("support.")


async def test_the_member_is_told_and_sees_it_in_the_account(visit: Visit) -> None:
    name = f"visited{visit.tenant.slug[-6:]}"
    await visit.begin()
    player = visit.house.client(visit.tenant)
    await sign_in(player, "player", f"{name}@example.com", PASSWORD)

    [seen] = (await player.get(f"{PLAYER}/visits")).json()["items"]
    mails = await visit.house.mails_to(f"{name}@example.com")
    devices = (await player.get(f"{PLAYER}/sessions")).json()["items"]

    assert seen["reason"] == REASON
    assert any(REASON in mail.text for mail in mails)
    assert len(devices) == 1


async def test_a_code_opens_once_and_not_for_long(visit: Visit) -> None:
    code = (await visit.begin()).json()["code"]
    client = visit.house.client(visit.tenant)

    answers = await asyncio.gather(
        *(client.post(f"{PLAYER}/auth/visit", json={"code": code}) for _ in range(5))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401, 401]


async def test_nobody_acts_as_two_nor_from_within_a_visit(visit: Visit) -> None:
    first = await visit.begin()
    second = await visit.begin()
    tab = await visit.open(first.json()["code"])
    nested = await tab.post(f"{STAFF}/members/{visit.member_id}/impersonate", json={"reason": REASON})

    assert (second.status_code, second.json()["code"]) == (409, "already_impersonating")
    assert second.json()["impersonation_id"] == first.json()["id"]
    assert nested.status_code == 401


@pytest.mark.parametrize("minutes", [30, 120])
async def test_a_visit_ends_by_itself(visit: Visit, minutes: int) -> None:
    tab = await visit.open((await visit.begin(minutes=minutes)).json()["code"])

    visit.house.clock.forward(timedelta(minutes=minutes) - timedelta(seconds=1))
    before = await tab.get(f"{PLAYER}/me")
    visit.house.clock.forward(timedelta(seconds=1))
    after = await tab.get(f"{PLAYER}/me")
    refreshed = await tab.post(f"{PLAYER}/auth/refresh", headers={"x-requested-with": "stakehouse"})

    assert (before.status_code, after.status_code, refreshed.status_code) == (200, 401, 401)


async def test_a_visit_ends_when_either_side_says_so_or_the_right_is_gone(visit: Visit) -> None:
    begun = (await visit.begin()).json()
    tab = await visit.open(begun["code"])
    assert (await tab.post(f"{PLAYER}/visits/present/end")).status_code == 204
    assert (await tab.get(f"{PLAYER}/me")).status_code == 401

    begun = (await visit.begin()).json()
    tab = await visit.open(begun["code"])
    assert (await visit.support.post(f"{STAFF}/impersonations/{begun['id']}/end")).status_code == 204
    assert (await tab.get(f"{PLAYER}/me")).status_code == 401

    tab = await visit.open((await visit.begin()).json()["code"])
    async with visit.house.begin(visit.tenant) as tx:
        await access.revoke(tx, visit.support_id, "support")
    access.forget()
    assert (await tab.get(f"{PLAYER}/me")).status_code == 401


@pytest.mark.parametrize("body", [{"reason": "too short"}, {"reason": REASON, "minutes": 121}])
async def test_no_visit_without_a_reason_or_for_too_long(visit: Visit, body: dict[str, Any]) -> None:
    assert (await visit.begin(**body)).status_code == 422
