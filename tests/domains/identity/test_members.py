"""Members, as staff finds and handles them."""

from uuid import UUID

import pytest

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import new_id
from tests.houses import House, sign_in

MEMBERS = "/api/staff/v1/members"


async def test_members_are_found_by_the_beginning_of_name_or_address(
    house: House, tenant: TenantProfile
) -> None:
    ann = await house.add_member(tenant, "zoe@find.example.com", "Ann_Find")
    bob = await house.add_member(tenant, "anna@find.example.com", "bob_find")
    await house.add_member(tenant, "carl@find.example.com", "carl_find")
    staff = await house.staff(tenant, "support")

    async def found(query: str) -> list[str]:
        answer = await staff.get(MEMBERS, params={"query": query})
        assert answer.status_code == 200
        return [item["id"] for item in answer.json()["items"]]

    assert await found("ann") == [str(bob), str(ann)]
    assert await found("ANNA@find") == [str(bob)]
    assert await found(str(ann)) == [str(ann)]
    assert await found("%") == []
    assert await found("_") == []
    assert await found("nobody") == []


async def test_the_list_goes_on_where_it_stopped(house: House, tenant: TenantProfile) -> None:
    ids = [
        await house.add_member(tenant, f"p{number}@page.example.com", f"page_{number}") for number in range(5)
    ]
    staff = await house.staff(tenant, "support")

    seen, cursor = [], None
    for _ in range(3):
        params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await staff.get(MEMBERS, params=params)).json()
        seen += [UUID(item["id"]) for item in page["items"]]
        cursor = page["next"]

    assert seen == ids[::-1]
    assert cursor is None
    for wrong in ("x", "a" * 23, "ä", ""):
        assert (await staff.get(MEMBERS, params={"cursor": wrong})).status_code == 422


async def test_the_list_is_narrowed_by_standing_and_country(house: House, tenant: TenantProfile) -> None:
    member_id = await house.add_member(tenant, "narrow@example.com", "narrow")
    staff = await house.staff(tenant, "owner")
    await staff.post(f"{MEMBERS}/{member_id}/suspend", json={"reason": "looked into"})

    for params, expected in (
        ({"standing": "suspended"}, [str(member_id)]),
        ({"standing": "active"}, []),
        ({"country": "DE"}, [str(member_id)]),
        ({"country": "FR"}, []),
    ):
        items = (await staff.get(MEMBERS, params=params)).json()["items"]
        assert [item["id"] for item in items] == expected
    assert (await staff.get(MEMBERS, params={"standing": "unknown"})).status_code == 422


@pytest.mark.requirement("5", "7", "19")
async def test_suspending_ends_every_session_and_is_on_the_trail(house: House, tenant: TenantProfile) -> None:
    member_id = await house.add_member(tenant, "trail@example.com", "trail")
    player = house.client(tenant)
    await sign_in(player, "player", "trail@example.com")
    staff = await house.staff(tenant, "compliance")

    suspended = await staff.post(f"{MEMBERS}/{member_id}/suspend", json={"reason": "chargeback"})
    again = await staff.post(f"{MEMBERS}/{member_id}/suspend", json={"reason": "chargeback"})
    out = await player.get("/api/player/v1/me")
    reinstated = await staff.post(f"{MEMBERS}/{member_id}/reinstate", json={"reason": "was settled"})

    assert (suspended.status_code, suspended.json()["standing"]) == (200, "suspended")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_standing")
    assert out.status_code == 401
    assert reinstated.json()["standing"] == "active"
    trail = await house.rows(
        "SELECT action, reason, before::text, after::text FROM audit_trail "
        "WHERE tenant_id = $1 AND resource_id = $2 ORDER BY id",
        tenant.id,
        str(member_id),
    )
    assert [tuple(entry) for entry in trail] == [
        ("member.suspended", "chargeback", '{"standing": "active"}', '{"standing": "suspended"}'),
        ("member.reinstated", "was settled", '{"standing": "suspended"}', '{"standing": "active"}'),
    ]


async def test_staff_signs_a_member_out_everywhere(house: House, tenant: TenantProfile) -> None:
    member_id = await house.add_member(tenant, "out@example.com", "out_1")
    players = [house.client(tenant) for _ in range(2)]
    for player in players:
        await sign_in(player, "player", "out@example.com")
    staff = await house.staff(tenant, "owner")

    answer = await staff.post(f"{MEMBERS}/{member_id}/sign-out")

    assert answer.json() == {"sessions_ended": 2}
    assert {(await player.get("/api/player/v1/me")).status_code for player in players} == {401}


@pytest.mark.parametrize("act", ["", "/suspend", "/reinstate", "/sign-out"])
async def test_another_houses_members_do_not_exist_here(
    house: House, tenant: TenantProfile, act: str
) -> None:
    other = await house.open_tenant()
    theirs = await house.add_member(other, f"theirs{act.strip('/-')}@example.com", "theirs")
    staff = await house.staff(tenant, "owner")
    state = "SELECT xmin::text, * FROM members WHERE tenant_id = $1"
    before = await house.rows(state, other.id)

    answers = []
    for member_id in (theirs, new_id()):
        url = f"{MEMBERS}/{member_id}{act}"
        answer = await (staff.post(url, json={"reason": "not ours"}) if act else staff.get(url))
        answers.append((answer.status_code, answer.json()["code"], answer.json()["detail"]))

    assert answers[0] == answers[1]
    assert answers[0][:2] == (404, "member_not_found")
    assert await house.rows(state, other.id) == before


@pytest.mark.parametrize(
    "body",
    [None, {}, {"reason": ""}, {"reason": "x" * 501}, {"reason": 7}, {"reason": "good", "more": 1}, []],
)
async def test_a_reason_is_needed(house: House, tenant: TenantProfile, body: object) -> None:
    member_id = await house.add_member(tenant, f"r{new_id().hex}@example.com", f"r_{new_id().hex[-8:]}")
    staff = await house.staff(tenant, "owner")

    assert (await staff.post(f"{MEMBERS}/{member_id}/suspend", json=body)).status_code == 422
