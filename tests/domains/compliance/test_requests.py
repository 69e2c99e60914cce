"""Exclusion asked by others: anybody may ask, nobody learns who is known here, a person decides."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import new_id
from tests.databases import TestDatabase
from tests.houses import PASSWORD, House, sign_in, standing_house

pytestmark = pytest.mark.requirement("R17")

ASK = "/api/player/v1/exclusion-requests"
LIST = "/api/staff/v1/exclusion-requests"


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def tenant(house: House) -> TenantProfile:
    return await house.open_tenant()


def plea(**changes: Any) -> dict[str, Any]:
    return {
        "asked_by": "family",
        "name": "Bea Archer",
        "email": f"bea.{new_id().hex[-10:]}@example.com",
        "first_name": "Ann",
        "last_name": "Archer",
        "birth_date": "1990-05-01",
        "known_as": "",
        "reason": "My sister lost her flat to this; I can show the notice.",
    } | changes


async def asked(house: House, tenant: TenantProfile, **changes: Any) -> dict[str, Any]:
    """A request as staff see it."""
    sent = await house.client(tenant).post(ASK, json=plea(**changes))
    assert sent.status_code == 202, sent.text
    officer = await house.staff(tenant, "compliance")
    items: list[dict[str, Any]] = (await officer.get(LIST)).json()["items"]
    return items[0]


async def sara(house: House, tenant: TenantProfile) -> tuple[httpx.AsyncClient, str, str]:
    """A member whom somebody worries about: signed in, with their address and id."""
    email = f"ann.{new_id().hex[-10:]}@example.com"
    member_id = await house.add_member(tenant, email, f"ann_{new_id().hex[-8:]}")
    client = house.client(tenant)
    await sign_in(client, "player", email)
    return client, email, str(member_id)


async def test_the_answer_and_the_mail_tell_nothing_of_who_is_known(
    house: House, tenant: TenantProfile
) -> None:
    _, email, _ = await sara(house, tenant)
    answers = []
    for known_as in (email, f"nobody.{new_id().hex[-10:]}@example.com"):
        person = plea(known_as=known_as)
        answer = await house.client(tenant).post(ASK, json=person)
        [mail] = await house.mails_to(person["email"])
        body = answer.json()
        said = mail.text.replace(body["reference"], "#")
        answers.append((answer.status_code, sorted(body), body["status"], said))

    assert answers[0] == answers[1]
    assert answers[0][:3] == (202, ["reference", "status"], "received")


async def test_staff_keep_out_whom_it_is_about_and_the_trail_says_why(
    house: House, tenant: TenantProfile
) -> None:
    client, email, member_id = await sara(house, tenant)
    request = await asked(house, tenant, known_as=email)
    officer = await house.staff(tenant, "compliance")
    verdict = {
        "member_id": member_id,
        "term": "P1Y",
        "evidence": "The notice, seen in the original",
        "reason": "The harm is plain.",
    }

    done = await officer.post(f"{LIST}/{request['id']}/exclude", json=verdict)
    again = await officer.post(f"{LIST}/{request['id']}/decline", json={"reason": "No, after all."})

    assert done.status_code == 200, done.text
    assert (done.json()["status"], done.json()["member_id"]) == ("excluded", member_id)
    assert (again.status_code, again.json()["code"]) == (409, "request_decided")
    assert (await client.get("/api/player/v1/me")).status_code == 401
    door = await house.client(tenant).post(
        "/api/player/v1/auth/login", json={"email": email, "password": PASSWORD}
    )
    assert (door.status_code, door.json()["code"]) == (423, "excluded")
    trail = await house.rows(
        "SELECT action, reason FROM audit_trail WHERE tenant_id = $1 AND action LIKE '%exclu%' ORDER BY id",
        tenant.id,
    )
    assert [row["action"] for row in trail][:3] == [
        "exclusion.requested",
        "member.excluded",
        "exclusion.request_decided",
    ]
    assert request["reference"] in trail[1]["reason"]


async def test_staff_turn_a_request_down_and_nobody_is_kept_out(house: House, tenant: TenantProfile) -> None:
    client, email, _ = await sara(house, tenant)
    request = await asked(house, tenant, known_as=email)
    officer = await house.staff(tenant, "compliance")

    done = await officer.post(f"{LIST}/{request['id']}/decline", json={"reason": "Nothing was shown."})
    still_open = (await officer.get(LIST, params={"status": "open"})).json()["items"]

    assert (done.json()["status"], done.json()["decision"]) == ("declined", "Nothing was shown.")
    assert still_open == []
    assert (await client.get("/api/player/v1/me")).status_code == 200


async def test_what_was_asked_lies_sealed(house: House, tenant: TenantProfile) -> None:
    request = await asked(house, tenant)

    [row] = await house.rows("SELECT * FROM exclusion_requests WHERE tenant_id = $1", tenant.id)

    kept = repr(dict(row))
    assert not any(request[word] in kept for word in ("name", "email", "last_name", "reason"))


async def test_another_house_sees_none_of_it(house: House, tenant: TenantProfile) -> None:
    request = await asked(house, tenant)
    stranger = await house.staff(await house.open_tenant(), "compliance")

    seen = (await stranger.get(LIST)).json()["items"]
    tried = await stranger.post(f"{LIST}/{request['id']}/decline", json={"reason": "Not mine."})

    assert seen == []
    assert tried.status_code == 404
    [row] = await house.rows("SELECT status FROM exclusion_requests WHERE tenant_id = $1", tenant.id)
    assert row["status"] == "open"


async def test_one_address_gets_three_mails_a_day(house: House, tenant: TenantProfile) -> None:
    person = plea()

    answers = [
        (await house.client(tenant, address=f"203.0.113.{number}").post(ASK, json=person)).status_code
        for number in range(1, 5)
    ]

    assert answers == [202, 202, 202, 429]
    assert len(await house.mails_to(person["email"])) == 3


@pytest.mark.parametrize(
    "wrong",
    [{"email": "no address"}, {"asked_by": "police"}, {"reason": "short"}, {"first_name": " "}, {"more": 1}],
)
async def test_nonsense_is_refused_and_nothing_is_kept(
    house: House, tenant: TenantProfile, wrong: dict[str, Any]
) -> None:
    refused = await house.client(tenant).post(ASK, json=plea() | wrong)

    assert refused.status_code == 422
    assert not await house.rows("SELECT 1 FROM exclusion_requests WHERE tenant_id = $1", tenant.id)
