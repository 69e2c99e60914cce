"""Step-up: a dangerous act asks who it is once more, and remembers the answer for ten minutes."""

from datetime import timedelta

import httpx
import pytest

from stakehouse.apps.api import open_api
from stakehouse.domains import identity
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.crypto import Vault
from stakehouse.kernel.ids import new_id
from tests.houses import MASTER_KEY, PASSWORD, House, sign_in

EXPORT = "/api/staff/v1/audit/export"
FACTOR = "/api/staff/v1/security/email"
START = "/api/staff/v1/auth/step-up"
ANSWER = "/api/staff/v1/auth/step-up/answer"
SEND = "/api/staff/v1/auth/second-factor/send"


async def real_staff(house: House, tenant: TenantProfile) -> tuple[httpx.AsyncClient, str]:
    """A member of staff who is no demo sign-in, signed in with the password alone."""
    email = f"real.{new_id().hex[-12:]}@example.com"
    user_id = await house.add_staff(tenant, email, "analyst")
    await house.change(f"UPDATE users SET is_demo = false WHERE id = '{user_id}'")
    client = house.client(tenant)
    await sign_in(client, "staff", email)
    house.clock.forward(timedelta(minutes=10))
    return client, email


async def test_a_demo_sign_in_confirms_the_password_after_ten_minutes(house: House) -> None:
    tenant = await house.open_tenant()
    client = await house.staff(tenant, "owner")
    assert (await client.get(EXPORT)).status_code == 200
    house.clock.forward(timedelta(minutes=10))

    refused = await client.get(EXPORT)

    assert refused.status_code == 403
    assert refused.json()["code"] == "step_up_required"
    assert refused.json()["methods"] == ["password"]
    asked = (await client.post(START)).json()
    assert asked["methods"] == ["password"]
    reply = {"challenge": asked["challenge"], "method": "password"}
    wrong = await client.post(ANSWER, json={**reply, "password": "not the one"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_code")
    assert (await client.get(EXPORT)).status_code == 403
    right = await client.post(ANSWER, json={**reply, "password": PASSWORD})
    assert right.status_code == 200
    assert (await client.get(EXPORT)).status_code == 200


async def test_outside_an_embedded_house_no_password_and_no_sign_in_is_enough(house: House) -> None:
    tenant = await house.open_tenant()
    email = f"demo.{new_id().hex[-12:]}@example.com"
    await house.add_staff(tenant, email, "compliance")
    api = await open_api(
        url=house.test_database.app_url,
        vault=Vault([MASTER_KEY]),
        is_embedded=False,
        is_secure=True,
        clock=house.clock,
    )
    transport = httpx.ASGITransport(api.front, client=("198.51.100.9", 50_000))
    headers = {"x-tenant": tenant.slug}
    async with httpx.AsyncClient(
        transport=transport, base_url="https://127.0.0.1", headers=headers
    ) as client:
        await sign_in(client, "staff", email)

        refused = await client.get(EXPORT)
        asked = (await client.post(START)).json()
        tried = await client.post(
            ANSWER, json={"challenge": asked["challenge"], "method": "password", "password": PASSWORD}
        )
    await api.close()

    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor_required")
    assert asked["methods"] == ["email"]
    assert (tried.status_code, tried.json()["code"]) == (422, "method_unavailable")


async def test_who_has_no_factor_proves_it_by_a_code_to_the_address(house: House) -> None:
    tenant = await house.open_tenant()
    client, email = await real_staff(house, tenant)
    refused = await client.post(FACTOR)
    assert refused.json()["methods"] == ["email"]
    asked = (await client.post(START)).json()

    sent = await client.post(SEND, json={"challenge": asked["challenge"], "method": "email"})

    assert (sent.status_code, sent.json()) == (202, {"sent_to": "r…@example.com"})
    reply = {"challenge": asked["challenge"], "method": "email"}
    assert (await client.post(ANSWER, json={**reply, "code": "000000"})).status_code == 422
    code = await house.code_for(email)
    assert (await client.post(ANSWER, json={**reply, "code": code})).status_code == 200
    assert (await client.post(FACTOR)).status_code == 200


async def test_a_challenge_is_answered_once_and_only_in_its_session(house: House) -> None:
    tenant = await house.open_tenant()
    client = await house.staff(tenant, "owner")
    other = await house.staff(tenant, "owner")
    asked = (await client.post(START)).json()
    reply = {"challenge": asked["challenge"], "method": "password", "password": PASSWORD}

    elsewhere = await other.post(ANSWER, json=reply)
    first = await client.post(ANSWER, json=reply)
    again = await client.post(ANSWER, json=reply)

    assert (elsewhere.status_code, elsewhere.json()["code"]) == (410, "challenge_over")
    assert first.status_code == 200
    assert (again.status_code, again.json()["code"]) == (410, "challenge_over")


async def test_five_wrong_answers_end_a_challenge(house: House) -> None:
    tenant = await house.open_tenant()
    client = await house.staff(tenant, "owner")
    asked = (await client.post(START)).json()
    reply = {"challenge": asked["challenge"], "method": "password"}
    for _ in range(5):
        assert (await client.post(ANSWER, json={**reply, "password": "guess"})).status_code == 422

    late = await client.post(ANSWER, json={**reply, "password": PASSWORD})

    assert (late.status_code, late.json()["code"]) == (410, "challenge_over")


async def test_a_challenge_lives_ten_minutes(house: House) -> None:
    tenant = await house.open_tenant()
    client = await house.staff(tenant, "owner")
    asked = (await client.post(START)).json()
    house.clock.forward(timedelta(minutes=10))

    late = await client.post(
        ANSWER, json={"challenge": asked["challenge"], "method": "password", "password": PASSWORD}
    )

    assert late.json()["code"] == "challenge_over"


async def test_codes_are_sent_three_times_in_five_minutes(house: House) -> None:
    tenant = await house.open_tenant(limits=identity.SignInLimits(attempts_per_address=100_000))
    client, _email = await real_staff(house, tenant)
    asked = (await client.post(START)).json()
    body = {"challenge": asked["challenge"], "method": "email"}

    answers = [(await client.post(SEND, json=body)).status_code for _ in range(4)]

    assert answers == [202, 202, 202, 429]


async def test_step_up_acts_in_every_process(house: House) -> None:
    tenant = await house.open_tenant()
    client = await house.staff(tenant, "owner")
    house.clock.forward(timedelta(minutes=11))
    other_process = await open_api(
        url=house.test_database.app_url,
        vault=Vault([MASTER_KEY]),
        is_embedded=True,
        is_secure=False,
        clock=house.clock,
    )
    transport = httpx.ASGITransport(other_process.front, client=("198.51.100.7", 50_000))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1", headers=dict(client.headers)
    ) as there:
        assert (await there.get(EXPORT)).status_code == 403
        asked = (await client.post(START)).json()
        reply = {"challenge": asked["challenge"], "method": "password", "password": PASSWORD}
        await client.post(ANSWER, json=reply)

        assert (await there.get(EXPORT)).status_code == 200
    await other_process.close()


@pytest.mark.parametrize("challenge", ["x" * 43, "ü" * 30, "=" * 40])
async def test_a_challenge_that_never_was_is_over(house: House, challenge: str) -> None:
    client = await house.staff(await house.open_tenant(), "owner")

    answer = await client.post(
        ANSWER, json={"challenge": challenge, "method": "password", "password": PASSWORD}
    )

    assert (answer.status_code, answer.json()["code"]) == (410, "challenge_over")
