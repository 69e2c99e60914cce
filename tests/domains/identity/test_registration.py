"""Registration: what is asked, what is answered, and what comes to be."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import new_id
from tests.houses import PASSWORD, House, sign_in

REGISTER = "/api/player/v1/auth/register"
CONFIRM = "/api/player/v1/auth/confirm"
RESEND = "/api/player/v1/auth/resend"


def stated(**changes: Any) -> dict[str, Any]:
    number = new_id().hex[-10:]
    return {
        "email": f"ann.{number}@example.com",
        "password": PASSWORD,
        "username": f"ann_{number}",
        "birth_date": "1990-05-01",
        "country": "DE",
        "accept_terms": True,
    } | changes


async def confirm(client: httpx.AsyncClient, email: str, code: str) -> httpx.Response:
    return await client.post(CONFIRM, json={"email": email, "code": code})


async def test_a_person_registers_confirms_and_is_signed_in(house: House, tenant: TenantProfile) -> None:
    client = house.client(tenant)
    person = stated(locale="ru-RU", currency="USD", referral_code="friend-1")

    registered = await client.post(REGISTER, json=person)
    confirmed = await confirm(client, person["email"], await house.code_for(person["email"]))

    assert registered.status_code == 202
    assert registered.json() == {"status": "confirmation_sent"}
    assert confirmed.status_code == 200
    assert confirmed.json()["token_type"] == "Bearer"
    assert confirmed.json()["expires_in"] == 900
    client.headers["authorization"] = f"Bearer {confirmed.json()['access_token']}"
    me = (await client.get("/api/player/v1/me")).json()
    assert me["email"] == person["email"]
    assert me["username"] == person["username"]
    assert (me["tenant"], me["currency"], me["locale"]) == (tenant.slug, "USD", "ru")
    assert (me["kyc_status"], me["standing"]) == ("not_started", "active")
    facts = await house.rows(
        "SELECT name FROM outbox WHERE tenant_id = $1 AND domain = 'identity'", tenant.id
    )
    assert [fact["name"] for fact in facts] == ["member.registered", "member.signed_in"]


async def test_the_code_is_the_first_number_of_the_mail_whatever_the_name(
    house: House, tenant: TenantProfile
) -> None:
    for locale in ("en", "ru", "id"):
        person = stated(username=f"u{new_id().int % 10**12:012d}", locale=locale)
        await house.client(tenant).post(REGISTER, json=person)

        mail = (await house.mails_to(person["email"]))[0]

        codes = {re.findall(r"[0-9]{6}", part)[0] for part in (mail.subject, mail.text, mail.html)}
        assert len(codes) == 1
        assert (await confirm(house.client(tenant), person["email"], codes.pop())).status_code == 200


@pytest.mark.requirement("11")
async def test_nothing_exists_before_the_code_comes_back(house: House, tenant: TenantProfile) -> None:
    person = stated()

    await house.client(tenant).post(REGISTER, json=person)

    assert await house.rows("SELECT 1 FROM users WHERE email = $1", person["email"]) == []
    assert await house.rows("SELECT 1 FROM members WHERE tenant_id = $1", tenant.id) == []


async def test_a_known_address_is_answered_alike_and_told_by_mail(
    house: House, tenant: TenantProfile
) -> None:
    client, person = house.client(tenant), stated()
    await house.add_member(tenant, person["email"], person["username"])
    passwords = house.api.edge.passwords

    before = passwords.operations
    unknown = await client.post(REGISTER, json=stated())
    cost_unknown = passwords.operations - before
    known = await client.post(REGISTER, json=person)
    cost_known = passwords.operations - before - cost_unknown

    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert cost_known == cost_unknown == 1
    mails = await house.mails_to(person["email"])
    assert [mail.subject for mail in mails] == ["You already have an account at Lucky"]
    assert [mail.to for mail in mails] == [person["email"]]


async def test_no_code_fits_the_registration_of_a_known_address(house: House, tenant: TenantProfile) -> None:
    client, person = house.client(tenant), stated()
    await house.add_member(tenant, person["email"], person["username"])
    await client.post(REGISTER, json=person)
    before = await house.rows("SELECT password_hash FROM users WHERE email = $1", person["email"])

    refused = await confirm(client, person["email"], "000000")

    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_code")
    assert await house.rows("SELECT password_hash FROM users WHERE email = $1", person["email"]) == before


@pytest.mark.requirement("11", "R19")
@pytest.mark.parametrize(
    ("changes", "status", "code", "field"),
    [
        ({"birth_date": "2008-11-21"}, 422, "too_young", "birth_date"),
        ({"birth_date": "2026-11-21"}, 422, "invalid_birth_date", "birth_date"),
        ({"birth_date": "1890-01-01"}, 422, "invalid_birth_date", "birth_date"),
        ({"country": "US"}, 403, "country_blocked", "country"),
        ({"country": "XX"}, 422, "unknown_country", "country"),
        ({"country": "de"}, 422, "invalid_request", "country"),
        ({"currency": "JPY"}, 422, "unknown_currency", "currency"),
        ({"password": "password1234"}, 422, "common_password", "password"),
        ({"password": "short"}, 422, "invalid_request", "password"),
        ({"password": "x" * 129}, 422, "invalid_request", "password"),
        ({"email": "not an address"}, 422, "invalid_email", "email"),
        ({"email": "a\u0000b@example.com"}, 422, "invalid_email", "email"),
        ({"username": "an"}, 422, "invalid_request", "username"),
        ({"username": "ann ann"}, 422, "invalid_request", "username"),
        ({"accept_terms": False}, 422, "invalid_request", "accept_terms"),
        ({"role": "owner"}, 422, "invalid_request", "role"),
    ],
)
async def test_what_is_refused_leaves_nothing(
    house: House, tenant: TenantProfile, changes: dict[str, Any], status: int, code: str, field: str
) -> None:
    refused = await house.client(tenant).post(REGISTER, json=stated(**changes))

    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["errors"][0]["field"] == field
    assert await house.rows("SELECT 1 FROM registrations WHERE tenant_id = $1", tenant.id) == []


@pytest.mark.requirement("11")
async def test_the_birthday_itself_is_old_enough(house: House, tenant: TenantProfile) -> None:
    registered = await house.client(tenant).post(REGISTER, json=stated(birth_date="2008-11-20"))

    assert registered.status_code == 202


async def test_five_wrong_codes_void_the_right_one(house: House, tenant: TenantProfile) -> None:
    client, person = house.client(tenant), stated()
    await client.post(REGISTER, json=person)
    code = await house.code_for(person["email"])
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    refused = [await confirm(client, person["email"], wrong) for _ in range(5)]
    late = await confirm(client, person["email"], code)

    assert {answer.status_code for answer in refused} == {422}
    assert (late.status_code, late.json()["code"]) == (422, "invalid_code")


async def test_a_code_lives_ten_minutes(house: House, tenant: TenantProfile) -> None:
    client, person = house.client(tenant), stated()
    await client.post(REGISTER, json=person)
    code = await house.code_for(person["email"])
    house.clock.forward(timedelta(minutes=10))

    late = await confirm(client, person["email"], code)

    assert late.json()["code"] == "invalid_code"


async def test_a_code_works_once(house: House, tenant: TenantProfile) -> None:
    client, person = house.client(tenant), stated()
    await client.post(REGISTER, json=person)
    code = await house.code_for(person["email"])
    await confirm(client, person["email"], code)

    again = await confirm(client, person["email"], code)

    assert again.json()["code"] == "invalid_code"


async def test_a_new_code_voids_the_one_before(house: House, tenant: TenantProfile) -> None:
    client, person = house.client(tenant), stated()
    await client.post(REGISTER, json=person)
    first = await house.code_for(person["email"])
    resent = await client.post(RESEND, json={"email": person["email"]})
    second = await house.code_for(person["email"])

    assert resent.status_code == 202
    if first != second:
        assert (await confirm(client, person["email"], first)).status_code == 422
    assert (await confirm(client, person["email"], second)).status_code == 200


async def test_asking_again_for_an_unknown_address_sends_nothing(house: House, tenant: TenantProfile) -> None:
    resent = await house.client(tenant).post(RESEND, json={"email": "nobody@example.com"})

    assert (resent.status_code, resent.json()) == (202, {"status": "confirmation_sent"})
    assert await house.mails_to("nobody@example.com") == []


async def test_codes_are_limited_per_account(house: House) -> None:
    tenant = await house.open_tenant(limits=None)
    client, person = house.client(tenant), stated()

    answers = [await client.post(REGISTER, json=person) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [202, 202, 202, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


@pytest.mark.requirement("17")
async def test_a_code_is_not_stored_readable(house: House, tenant: TenantProfile) -> None:
    person = stated()
    await house.client(tenant).post(REGISTER, json=person)

    owed = await house.rows("SELECT payload FROM jobs WHERE tenant_id = $1", tenant.id)
    stored = await house.rows("SELECT * FROM registrations WHERE tenant_id = $1", tenant.id)
    code = await house.code_for(person["email"])

    assert len(owed) == 1
    assert code.encode() not in owed[0]["payload"]
    assert person["email"].encode() not in owed[0]["payload"]
    assert code not in str(dict(stored[0]))


async def test_a_name_taken_meanwhile_asks_for_another(house: House, tenant: TenantProfile) -> None:
    client, person = house.client(tenant), stated()
    await client.post(REGISTER, json=person)
    code = await house.code_for(person["email"])
    await house.add_member(tenant, "first@example.com", person["username"].upper())

    taken = await confirm(client, person["email"], code)
    other = await client.post(
        CONFIRM, json={"email": person["email"], "code": code, "username": f"{person['username']}_2"}
    )

    assert (taken.status_code, taken.json()["code"]) == (409, "username_taken")
    assert other.status_code == 200


async def test_the_form_can_ask_whether_a_name_is_free(house: House, tenant: TenantProfile) -> None:
    client = house.client(tenant)
    await house.add_member(tenant, "taken@example.com", "Taken_1")

    taken = await client.get("/api/player/v1/auth/usernames/taken_1")
    free = await client.get("/api/player/v1/auth/usernames/free_1")

    assert taken.json() == {"username": "taken_1", "is_free": False}
    assert free.json()["is_free"] is True


async def test_one_person_joins_a_second_house_with_the_password_of_the_first(
    house: House, tenant: TenantProfile
) -> None:
    second, person = await house.open_tenant(), stated(password="another quiet evening")
    await house.add_member(tenant, person["email"], "ann")
    client = house.client(second)

    await client.post(REGISTER, json=person)
    mail = (await house.mails_to(person["email"]))[0]
    confirmed = await confirm(client, person["email"], await house.code_for(person["email"]))

    assert confirmed.status_code == 200
    assert "your password there stays" in mail.text
    await sign_in(house.client(second), "player", person["email"], PASSWORD)
    await sign_in(house.client(tenant), "player", person["email"], PASSWORD)
    refused = await house.client(second).post(
        "/api/player/v1/auth/login", json={"email": person["email"], "password": person["password"]}
    )
    assert refused.status_code == 401


async def test_elsewhere_does_not_show(house: House, tenant: TenantProfile) -> None:
    second = await house.open_tenant()
    await house.add_member(tenant, "elsewhere@example.com", "elsewhere")

    refused = await house.client(second).post(
        "/api/player/v1/auth/login", json={"email": "elsewhere@example.com", "password": PASSWORD}
    )

    assert (refused.status_code, refused.json()["code"]) == (401, "invalid_credentials")
