"""Staff: a second factor where the work demands one, known networks, and the way out when it is lost."""

from datetime import timedelta

import httpx
import pyotp
import pytest

from stakehouse.domains.access import StaffAccess
from stakehouse.domains.identity.jobs import plain_mail_job
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.mail import Mailbox
from stakehouse.kernel.ids import TenantId, UserId, new_id
from tests.houses import PASSWORD, House, sign_in

STAFF = "/api/staff/v1"
SECURITY = f"{STAFF}/security"


async def real_staff(
    house: House, tenant: TenantProfile, *roles: str
) -> tuple[httpx.AsyncClient, str, UserId]:
    """A member of staff who is no demo sign-in."""
    email = f"real.{new_id().hex[-12:]}@example.com"
    user_id = await house.add_staff(tenant, email, *roles)
    await house.change(f"UPDATE users SET is_demo = false WHERE id = '{user_id}'")
    client = house.client(tenant)
    await sign_in(client, "staff", email)
    return client, email, user_id


async def renewed(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{STAFF}/auth/refresh")
    client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"


async def with_app(house: House, client: httpx.AsyncClient) -> pyotp.TOTP:
    app = pyotp.TOTP((await client.post(f"{SECURITY}/totp")).json()["secret"])
    added = await client.post(f"{SECURITY}/totp/confirm", json={"code": app.at(house.clock())})
    assert added.status_code == 200, added.text
    await renewed(client)
    house.clock.forward(timedelta(seconds=30))
    return app


async def test_work_that_moves_money_waits_for_a_second_factor(house: House, tenant: TenantProfile) -> None:
    client, email, _user_id = await real_staff(house, tenant, "finance")
    me = await client.get(f"{STAFF}/me")
    assert me.json()["must_set_up_second_factor"]
    refused = await client.get(f"{STAFF}/members")
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor_required")

    app = await with_app(house, client)

    assert (await client.get(f"{STAFF}/members")).status_code == 200
    assert not (await client.get(f"{STAFF}/me")).json()["must_set_up_second_factor"]
    kept = await client.delete(f"{SECURITY}/factors/totp")
    assert (kept.status_code, kept.json()["code"]) == (409, "last_factor")
    fresh = house.client(tenant)
    login = await fresh.post(f"{STAFF}/auth/login", json={"email": email, "password": PASSWORD})
    challenge = login.json()["second_factor"]
    done = await fresh.post(
        f"{STAFF}/auth/second-factor",
        json={"challenge": challenge["challenge"], "method": "totp", "code": app.at(house.clock())},
    )
    assert done.status_code == 200
    fresh.headers["authorization"] = f"Bearer {done.json()['access_token']}"
    assert (await fresh.get(f"{STAFF}/members")).status_code == 200


async def test_work_that_only_looks_needs_none(house: House, tenant: TenantProfile) -> None:
    client, _email, _user_id = await real_staff(house, tenant, "analyst")

    assert not (await client.get(f"{STAFF}/me")).json()["must_set_up_second_factor"]
    assert (await client.get(f"{STAFF}/dashboard")).status_code == 200


async def test_who_is_given_more_power_is_asked_from_then_on(house: House, tenant: TenantProfile) -> None:
    client, _email, user_id = await real_staff(house, tenant, "analyst")
    owner = await house.staff(tenant, "owner")
    assert (await client.get(f"{STAFF}/dashboard")).status_code == 200

    await owner.post(f"{STAFF}/staff/{user_id}/roles", json={"role": "finance"})

    assert (await client.get(f"{STAFF}/dashboard")).json()["code"] == "second_factor_required"


async def put_networks(client: httpx.AsyncClient, *networks: str) -> httpx.Response:
    shown = (await client.get(f"{STAFF}/settings/staff_access")).json()
    return await client.put(
        f"{STAFF}/settings/staff_access",
        json={"version": shown["version"], "value": {"networks": list(networks)}, "reason": "the office"},
    )


async def test_staff_come_from_allowed_networks_only(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")
    email = f"away.{new_id().hex[-12:]}@example.com"
    await house.add_staff(tenant, email, "analyst")
    away = house.client(tenant, address="203.0.113.9")
    await sign_in(away, "staff", email)
    assert (await away.get(f"{STAFF}/dashboard")).status_code == 200

    assert (await put_networks(owner, "198.51.100.0/24", "2001:db8::/32")).status_code == 200

    live = await away.get(f"{STAFF}/dashboard")
    again = await house.client(tenant, address="203.0.113.9").post(
        f"{STAFF}/auth/login", json={"email": email, "password": PASSWORD}
    )
    assert (live.status_code, live.json()["code"]) == (403, "address_not_allowed")
    assert (again.status_code, again.json()["code"]) == (403, "address_not_allowed")
    assert (await owner.get(f"{STAFF}/dashboard")).status_code == 200


async def test_nobody_locks_themselves_out(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")

    refused = await put_networks(owner, "203.0.113.0/24")
    nonsense = await put_networks(owner, "203.0.113.0/99")

    assert refused.status_code == 422
    assert "lock yourself out" in refused.json()["detail"]
    assert nonsense.status_code == 422
    assert (await owner.get(f"{STAFF}/settings/staff_access")).json()["value"] == {"networks": []}


@pytest.mark.parametrize(
    ("networks", "address", "is_admitted"),
    [
        ((), "203.0.113.9", True),
        ((), "nowhere", True),
        (("203.0.113.0/24",), "203.0.113.9", True),
        (("203.0.113.0/24",), "::ffff:203.0.113.9", True),
        (("203.0.113.9",), "203.0.113.10", False),
        (("2001:db8::/32",), "2001:db8:1::5", True),
        (("2001:db8::/32",), "203.0.113.9", False),
        (("203.0.113.0/24",), "nowhere", False),
    ],
)
def test_addresses_are_compared_as_networks(
    networks: tuple[str, ...], address: str, *, is_admitted: bool
) -> None:
    assert StaffAccess(networks=networks).admits(address) is is_admitted


async def notices_to(house: House, email: str) -> list[str]:
    edge = house.api.edge
    mailbox = Mailbox(edge.database.pool, house.clock)
    job = plain_mail_job(mailbox)
    for owed in await house.rows(
        "DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", job.name
    ):
        await job.run(
            JobContext(
                name=job.name,
                tenant_id=TenantId(owed["tenant_id"]),
                payload=owed["payload"],
                attempt=1,
                is_last=False,
                clock=house.clock,
                database=edge.database,
                job_id=owed["id"],
            )
        )
    return [mail.subject for mail in await mailbox.read(email)]


async def test_a_lost_factor_is_reset_by_two(house: House, tenant: TenantProfile) -> None:
    email = f"ann.{new_id().hex[-12:]}@example.com"
    member_id = await house.add_member(tenant, email, f"ann_{new_id().hex[-8:]}")
    player = house.client(tenant)
    await sign_in(player, "player", email)
    app = pyotp.TOTP((await player.post("/api/player/v1/security/totp")).json()["secret"])
    await player.post("/api/player/v1/security/totp/confirm", json={"code": app.at(house.clock())})
    support, colleague = await house.staff(tenant, "owner"), await house.staff(tenant, "owner")

    asked = await support.post(
        f"{STAFF}/members/{member_id}/reset-factors", json={"reason": "Showed the passport on video."}
    )

    assert asked.status_code == 202, asked.text
    body = {"content_hash": asked.json()["content_hash"]}
    path = f"{STAFF}/approvals/{asked.json()['id']}/approve"
    own = await support.post(path, json=body)
    assert (own.status_code, own.json()["code"]) == (403, "own_request")
    assert (await player.get("/api/player/v1/me")).status_code == 200
    done = await colleague.post(path, json=body)
    assert done.status_code == 200, done.text
    assert (await player.get("/api/player/v1/me")).json()["code"] == "session_ended"
    assert (
        await house.rows(
            "SELECT 1 FROM second_factors f JOIN users u ON u.id = f.user_id WHERE u.email = $1", email
        )
        == []
    )
    assert await notices_to(house, email) == ["Your second factors at Lucky were reset"]
    await sign_in(house.client(tenant), "player", email)


async def test_nobody_resets_a_colleagues_factors_alone(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")
    _client, _email, user_id = await real_staff(house, tenant, "finance")

    asked = await owner.post(f"{STAFF}/staff/{user_id}/reset-factors", json={"reason": "Lost the telephone."})
    nobody = await owner.post(f"{STAFF}/staff/{new_id()}/reset-factors", json={"reason": "Lost it."})

    assert (asked.status_code, asked.json()["status"]) == (202, "waiting")
    assert nobody.status_code == 404
