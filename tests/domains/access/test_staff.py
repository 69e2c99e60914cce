"""Staff: sign-in, rights that act at once, and what nobody may do to themselves or others."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from stakehouse.domains import access, identity
from stakehouse.domains.access import BeyondOwnPermissions, LastOwner, OwnRoles, PlatformRole
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import UserId
from tests.houses import PASSWORD, House, sign_in

LOGIN = "/api/staff/v1/auth/login"
REFRESH = "/api/staff/v1/auth/refresh"
ME = "/api/staff/v1/me"
MEMBERS = "/api/staff/v1/members"


async def id_of(client: httpx.AsyncClient) -> UserId:
    return UserId(UUID((await client.get(ME)).json()["user_id"]))


async def test_staff_sign_in_see_themselves_refresh_and_sign_out(house: House, tenant: TenantProfile) -> None:
    await house.add_staff(tenant, "fin@example.com", "finance")
    client = house.client(tenant)

    answer = await sign_in(client, "staff", "fin@example.com")
    me = (await client.get(ME)).json()
    refreshed = await client.post(REFRESH)
    out = await client.post("/api/staff/v1/auth/logout")

    assert answer["token_type"] == "Bearer"
    assert (me["email"], me["tenant"], me["roles"]) == ("fin@example.com", tenant.slug, ["finance"])
    assert "payments:approve" in me["permissions"]
    assert refreshed.status_code == 200
    assert out.status_code == 204
    assert (await client.get(ME)).status_code == 401


async def test_a_player_is_not_staff_and_staff_is_not_a_player(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "onlyplayer@example.com", "onlyplayer")
    await house.add_staff(tenant, "onlystaff@example.com", "owner")
    client = house.client(tenant)

    answers = [
        await client.post(LOGIN, json={"email": "onlyplayer@example.com", "password": PASSWORD}),
        await client.post(
            "/api/player/v1/auth/login", json={"email": "onlystaff@example.com", "password": PASSWORD}
        ),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [
        (401, "invalid_credentials")
    ] * 2


async def test_staff_of_one_house_is_nobody_in_another(house: House, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    await house.add_staff(tenant, "here@example.com", "owner")

    refused = await house.client(other).post(LOGIN, json={"email": "here@example.com", "password": PASSWORD})

    assert refused.status_code == 401


async def test_a_sign_in_stands_on_the_trail_under_the_name_of_who_came(
    house: House, tenant: TenantProfile
) -> None:
    user_id = await house.add_staff(tenant, "came@example.com", "owner")

    await sign_in(house.client(tenant), "staff", "came@example.com")

    [entry] = await house.rows(
        "SELECT actor_kind, actor_id, actor_name FROM audit_trail "
        "WHERE tenant_id = $1 AND action = 'staff.signed_in' AND resource_id = $2",
        tenant.id,
        str(user_id),
    )
    assert tuple(entry) == ("staff", user_id, "came@example.com")


async def test_a_role_acts_from_the_next_request_on_with_the_same_token(
    house: House, tenant: TenantProfile
) -> None:
    owner = await house.staff(tenant, "owner")
    client = await house.staff(tenant, "cashier")
    user_id = await id_of(client)
    assert (await client.get(MEMBERS)).status_code == 403

    granted = await owner.post(f"/api/staff/v1/staff/{user_id}/roles", json={"role": "support"})
    seen = await client.get(MEMBERS)
    revoked = await owner.delete(f"/api/staff/v1/staff/{user_id}/roles/support")
    after = await client.get(MEMBERS)

    assert (granted.status_code, revoked.status_code) == (204, 204)
    assert (seen.status_code, after.status_code) == (200, 403)
    acts = await house.rows(
        "SELECT action FROM audit_trail "
        "WHERE tenant_id = $1 AND action LIKE 'role.%' AND actor_kind = 'staff' ORDER BY id",
        tenant.id,
    )
    assert [act["action"] for act in acts] == ["role.granted", "role.revoked"]


@pytest.mark.requirement("69")
async def test_a_person_taken_off_the_staff_is_out_at_once(house: House, tenant: TenantProfile) -> None:
    owner, client = await house.staff(tenant, "owner"), await house.staff(tenant, "finance")
    user_id = await id_of(client)

    removed = await owner.post(f"/api/staff/v1/staff/{user_id}/remove", json={"reason": "left the house"})

    assert removed.status_code == 204
    assert (await client.get(ME)).status_code == 401
    assert (await client.post(REFRESH)).status_code == 401


async def test_a_grant_ends_when_it_expires(house: House, tenant: TenantProfile) -> None:
    user_id = await house.add_staff(tenant, "guest@example.com")
    async with house.begin(tenant) as tx:
        await access.grant(tx, user_id, "support", expires_at=house.clock() + timedelta(hours=1))
    client = house.client(tenant)
    await sign_in(client, "staff", "guest@example.com")

    before = (await client.get(ME)).json()["roles"]
    house.clock.forward(timedelta(hours=1))
    access.forget()
    await sign_in(client, "staff", "guest@example.com")
    after = (await client.get(ME)).json()["roles"]

    assert (before, after) == (["support"], [])


async def test_nobody_changes_their_own_roles(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")
    own = await id_of(owner)

    answers = [
        await owner.post(f"/api/staff/v1/staff/{own}/roles", json={"role": "finance"}),
        await owner.delete(f"/api/staff/v1/staff/{own}/roles/owner"),
        await owner.post(f"/api/staff/v1/staff/{own}/remove", json={"reason": "tired of it"}),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(403, "own_roles")] * 3


async def test_nobody_grants_what_they_do_not_hold(house: House, tenant: TenantProfile) -> None:
    admin, other = await house.staff(tenant, "admin"), await house.staff(tenant)

    refused = await admin.post(f"/api/staff/v1/staff/{await id_of(other)}/roles", json={"role": "finance"})

    assert (refused.status_code, refused.json()["code"]) == (403, "beyond_own_permissions")
    assert "ledger:adjust" in refused.json()["missing"]
    assert (await other.get(ME)).json()["roles"] == []


async def test_the_last_owner_stays(house: House, tenant: TenantProfile) -> None:
    first = await house.add_staff(tenant, "owner1@example.com", "owner")
    second = await house.add_staff(tenant, "owner2@example.com", "owner")

    async with house.begin(tenant) as tx:
        await access.revoke(tx, second, "owner")
    for act in (access.revoke, access.remove_staff):
        with pytest.raises(LastOwner):
            async with house.begin(tenant) as tx:
                await act(tx, first, "owner")


async def test_the_guards_of_roles_hold_below_the_routes(house: House, tenant: TenantProfile) -> None:
    user_id = await house.add_staff(tenant, "below@example.com", "manager")
    actor = Actor(ActorKind.STAFF, user_id=user_id, permissions=frozenset({"team:invite"}))

    with pytest.raises(OwnRoles):
        async with house.begin(tenant, actor) as tx:
            await access.grant(tx, user_id, "cashier")
    other = await house.add_staff(tenant, "other@example.com")
    with pytest.raises(BeyondOwnPermissions):
        async with house.begin(tenant, actor) as tx:
            await access.grant(tx, other, "owner")


@pytest.mark.requirement("69")
async def test_roles_are_listed_with_what_they_permit(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")

    roles = (await owner.get("/api/staff/v1/roles")).json()["items"]
    people = (await owner.get("/api/staff/v1/staff")).json()["items"]

    assert {role["role"]: set(role["permissions"]) for role in roles} == {
        role.code: set(role.permissions) for role in access.SHIPPED
    }
    assert [person["roles"] for person in people] == [["owner"]]


async def test_platform_staff_sees_no_members(house: House, tenant: TenantProfile) -> None:
    async with house.begin(tenant) as tx:
        user_id = await identity.ensure_user(tx, "root@example.com", house.password_hash, name="Root")
        await access.grant_platform_role(tx, user_id, PlatformRole.SUPER_ADMIN, "Root")
    client = house.client(tenant)

    await sign_in(client, "staff", "root@example.com")

    assert (await client.get(ME)).json()["roles"] == ["super_admin"]
    assert (await client.get(MEMBERS)).status_code == 403
