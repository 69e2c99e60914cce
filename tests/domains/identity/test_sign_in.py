"""Sign-in, sessions and the tokens that continue them."""

import asyncio
import base64
import hashlib
from datetime import timedelta

import httpx
import pytest

from stakehouse.domains import identity
from stakehouse.domains.tenancy import TenantProfile
from tests.houses import PASSWORD, House, sign_in

LOGIN = "/api/player/v1/auth/login"
REFRESH = "/api/player/v1/auth/refresh"
LOGOUT = "/api/player/v1/auth/logout"
ME = "/api/player/v1/me"
SESSIONS = "/api/player/v1/sessions"


async def refreshed(client: httpx.AsyncClient) -> httpx.Response:
    answer = await client.post(REFRESH)
    if answer.status_code == 200:
        client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    return answer


def cookie_of(client: httpx.AsyncClient) -> str:
    return next(cookie.value or "" for cookie in client.cookies.jar)


def with_cookie(house: House, tenant: TenantProfile, token: str, **place: str) -> httpx.AsyncClient:
    client = house.client(tenant, **place)
    client.cookies.set(f"stakehouse-{tenant.slug}", token, domain="127.0.0.1", path="/api/player/v1/auth")
    return client


async def login(client: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    return await client.post(LOGIN, json={"email": email, "password": password})


async def test_a_member_signs_in_and_out(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "inout@example.com", "inout")
    client = house.client(tenant)

    await sign_in(client, "player", "  InOut@Example.com ")
    signed_in = await client.get(ME)
    out = await client.post(LOGOUT)
    after = await client.get(ME)

    assert signed_in.json()["username"] == "inout"
    assert signed_in.headers["x-request-id"]
    assert out.status_code == 204
    assert (after.status_code, after.json()["code"]) == (401, "session_ended")
    assert (await client.post(REFRESH)).status_code == 401


async def test_the_cookie_cannot_be_read_or_sent_elsewhere(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "cookie@example.com", "cookie")

    answer = await login(house.client(tenant), "cookie@example.com", PASSWORD)

    header = answer.headers["set-cookie"]
    assert header.startswith(f"stakehouse-{tenant.slug}=")
    for flag in ("HttpOnly", "SameSite=strict", "Path=/api/player/v1/auth", "Max-Age=604800"):
        assert flag in header
    assert answer.headers["cache-control"] == "no-store"
    token = header.partition("=")[2].partition(";")[0]
    digests = [row["digest"] for row in await house.rows("SELECT digest FROM refresh_tokens")]
    assert token.encode() not in b"".join(digests)


@pytest.mark.requirement("14")
async def test_wrong_passwords_and_unknown_addresses_are_answered_alike_at_the_same_cost(
    house: House, tenant: TenantProfile
) -> None:
    await house.add_member(tenant, "known@example.com", "known")
    client, passwords = house.client(tenant), house.api.edge.passwords

    costs, bodies = [], []
    for email in ("known@example.com", "unknown@example.com"):
        before = passwords.operations
        answer = await login(client, email, "not the password")
        costs.append(passwords.operations - before)
        body = answer.json()
        bodies.append((answer.status_code, {key: body[key] for key in body if key != "instance"}))

    assert bodies[0] == bodies[1]
    assert bodies[0][0] == 401
    assert bodies[0][1]["code"] == "invalid_credentials"
    assert costs == [1, 1]


@pytest.mark.requirement("14")
@pytest.mark.parametrize("email", ["locked@example.com", "unknown.locked@example.com"])
async def test_five_failures_lock_an_account_known_or_not(
    house: House, tenant: TenantProfile, email: str
) -> None:
    if email == "locked@example.com":
        await house.add_member(tenant, email, "locked")
    client = house.client(tenant)

    answers = [await login(client, email, "wrong password") for _ in range(5)]
    right = await login(client, email, PASSWORD)

    assert {answer.status_code for answer in answers} == {401}
    assert (right.status_code, right.json()["code"]) == (429, "too_many_requests")
    assert 100 <= int(right.headers["retry-after"]) <= 180


async def test_a_right_password_gives_the_budget_back(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "budget@example.com", "budget")
    client = house.client(tenant)

    for _ in range(3):
        for _ in range(4):
            assert (await login(client, "budget@example.com", "wrong password")).status_code == 401
        assert (await login(client, "budget@example.com", PASSWORD)).status_code == 200


async def test_attempts_are_limited_per_address_as_the_tenant_sets_it(house: House) -> None:
    tenant = await house.open_tenant(limits=identity.SignInLimits(attempts_per_address=3))
    here, there = house.client(tenant, address="203.0.113.9"), house.client(tenant, address="203.0.113.10")

    answers = [await login(here, f"a{number}@example.com", "wrong password") for number in range(4)]

    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]
    assert (await login(there, "a9@example.com", "wrong password")).status_code == 401


async def test_a_claimed_address_does_not_dodge_the_limit(house: House) -> None:
    tenant = await house.open_tenant(limits=identity.SignInLimits(attempts_per_address=3))
    client = house.client(tenant, address="203.0.113.11")

    answers = []
    for number in range(4):
        client.headers["x-forwarded-for"] = f"192.0.2.{number}"
        answers.append(await login(client, f"b{number}@example.com", "wrong password"))

    assert answers[-1].status_code == 429


async def test_refreshing_rotates_the_token(house: House, tenant: TenantProfile) -> None:
    client = await house.player(tenant)
    first = cookie_of(client)

    answer = await refreshed(client)

    assert answer.status_code == 200
    assert cookie_of(client) != first
    assert (await client.get(ME)).status_code == 200


async def test_a_lost_answer_gets_the_same_successor_again(house: House, tenant: TenantProfile) -> None:
    client = await house.player(tenant)
    spent = cookie_of(client)
    await refreshed(client)
    successor = cookie_of(client)
    house.clock.forward(timedelta(seconds=10))

    again = with_cookie(house, tenant, spent)
    answer = await refreshed(again)

    assert answer.status_code == 200
    assert answer.headers["set-cookie"].partition("=")[2].partition(";")[0] == successor


@pytest.mark.parametrize(
    ("later", "place"),
    [
        (timedelta(seconds=11), {}),
        (timedelta(seconds=1), {"address": "203.0.113.66"}),
        (timedelta(seconds=1), {"agent": "thief"}),
    ],
)
async def test_a_spent_token_that_comes_back_ends_the_family_and_tells_the_user(
    house: House, tenant: TenantProfile, later: timedelta, place: dict[str, str]
) -> None:
    client = await house.player(tenant)
    email = (await client.get(ME)).json()["email"]
    spent = cookie_of(client)
    await refreshed(client)
    house.clock.forward(later)

    thief = await with_cookie(house, tenant, spent, **place).post(REFRESH)
    owner = await client.post(REFRESH)

    assert (thief.status_code, thief.json()["code"]) == (401, "session_ended")
    assert owner.status_code == 401
    mails = await house.mails_to(email)
    assert mails[0].subject == "We ended a session of yours at Lucky"
    facts = await house.rows(
        "SELECT name FROM outbox WHERE tenant_id = $1 AND name = 'session.token_reused'", tenant.id
    )
    assert len(facts) == 1


async def test_only_the_immediately_preceding_generation_may_be_repeated(
    house: House, tenant: TenantProfile
) -> None:
    client = await house.player(tenant)
    first = cookie_of(client)
    await refreshed(client)
    await refreshed(client)

    answer = await with_cookie(house, tenant, first).post(REFRESH)

    assert answer.status_code == 401
    assert (await client.post(REFRESH)).status_code == 401


async def test_fifty_refreshes_at_once_leave_one_live_head(house: House, tenant: TenantProfile) -> None:
    client = await house.player(tenant)
    token = cookie_of(client)
    tabs = [with_cookie(house, tenant, token) for _ in range(50)]

    answers = await asyncio.gather(*(tab.post(REFRESH) for tab in tabs))

    digest = hashlib.sha256(identity_bytes(token)).digest()
    session = (await house.rows("SELECT session_id FROM refresh_tokens WHERE digest = $1", digest))[0][0]
    heads = await house.rows(
        "SELECT generation FROM refresh_tokens WHERE session_id = $1 AND used_at IS NULL", session
    )
    assert [head["generation"] for head in heads] == [2]
    assert {answer.status_code for answer in answers} <= {200, 401}
    successors = {
        cookie_of(tab) for tab, answer in zip(tabs, answers, strict=True) if answer.status_code == 200
    }
    assert len(successors) == 1


def identity_bytes(token: str) -> bytes:
    return base64.urlsafe_b64decode(token + "=")


async def test_an_unknown_token_burns_nothing(house: House, tenant: TenantProfile) -> None:
    client = await house.player(tenant)
    token = cookie_of(client)

    for wrong in ("", "x", "A" * 43, token[:-2] + "AA", token + "A", "ä"):
        stranger = house.client(tenant)
        cookie = f"stakehouse-{tenant.slug}={wrong}".encode()
        answer = await stranger.post(REFRESH, headers=[(b"cookie", cookie)])
        assert answer.status_code == 401

    assert (await client.post(REFRESH)).status_code == 200


async def test_a_refresh_token_ends_after_seven_days(house: House, tenant: TenantProfile) -> None:
    client = await house.player(tenant)
    house.clock.forward(timedelta(days=7))

    assert (await with_cookie(house, tenant, cookie_of(client)).post(REFRESH)).status_code == 401


@pytest.mark.requirement("15")
async def test_a_session_ends_after_thirty_days_however_often_it_is_refreshed(
    house: House, tenant: TenantProfile
) -> None:
    client = await house.player(tenant)
    answers = []
    for _ in range(5):
        house.clock.forward(timedelta(days=6))
        client = with_cookie(house, tenant, cookie_of(client))
        answers.append((await client.post(REFRESH)).status_code)

    assert answers == [200, 200, 200, 200, 401]


@pytest.mark.parametrize("path", [REFRESH, LOGOUT])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "https://evil.example", "x-requested-with": "stakehouse"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "x-requested-with": "stakehouse"},
        {"sec-fetch-site": "same-origin"},
    ],
)
async def test_what_another_site_causes_is_refused(
    house: House, tenant: TenantProfile, path: str, headers: dict[str, str]
) -> None:
    client = await house.player(tenant)

    forged = await client.post(path, headers=headers)
    own = await client.post(
        REFRESH,
        headers={
            "origin": "http://127.0.0.1",
            "sec-fetch-site": "same-origin",
            "x-requested-with": "stakehouse",
        },
    )

    assert (forged.status_code, forged.json()["code"]) == (403, "cross_site_request")
    assert own.status_code == 200


@pytest.mark.requirement("16")
async def test_sessions_are_listed_and_ended_by_their_owner(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "devices@example.com", "devices")
    laptop = house.client(tenant, agent="laptop")
    phone = house.client(tenant, agent="phone", address="203.0.113.77")
    await sign_in(laptop, "player", "devices@example.com")
    await sign_in(phone, "player", "devices@example.com")

    listed = (await laptop.get(SESSIONS)).json()["items"]
    other = next(item for item in listed if not item["current"])
    ended = await laptop.delete(f"{SESSIONS}/{other['id']}")

    assert {(item["device"], item["current"]) for item in listed} == {("laptop", True), ("phone", False)}
    assert other["address"] == "203.0.113.77"
    assert ended.status_code == 204
    assert (await laptop.delete(f"{SESSIONS}/{other['id']}")).status_code == 404
    assert (await phone.post(REFRESH)).status_code == 401
    assert (await laptop.get(ME)).status_code == 200


async def test_all_other_sessions_end_at_once(house: House, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "others@example.com", "others")
    clients = [house.client(tenant) for _ in range(3)]
    for client in clients:
        await sign_in(client, "player", "others@example.com")

    assert (await clients[0].delete(SESSIONS)).status_code == 204

    assert len((await clients[0].get(SESSIONS)).json()["items"]) == 1
    assert (await clients[1].post(REFRESH)).status_code == 401


async def test_nobody_ends_another_members_session(house: House, tenant: TenantProfile) -> None:
    ann, bob = await house.player(tenant, "ann"), await house.player(tenant, "bob")
    theirs = (await bob.get(SESSIONS)).json()["items"][0]["id"]

    assert (await ann.delete(f"{SESSIONS}/{theirs}")).status_code == 404
    assert (await bob.get(ME)).status_code == 200


async def test_an_ended_session_is_refused_at_once_though_its_token_was_remembered(
    house: House, tenant: TenantProfile
) -> None:
    client = await house.player(tenant)
    token = client.headers["authorization"].removeprefix("Bearer ")
    assert (await client.get(ME)).status_code == 200
    assert house.api.gate.known(token, tenant.id) is not None

    await client.post(LOGOUT)

    assert house.api.gate.known(token, tenant.id) is None
    assert (await client.get(ME)).status_code == 401


@pytest.mark.requirement("5", "19")
async def test_a_suspended_member_is_out_and_back_in_when_reinstated(
    house: House, tenant: TenantProfile
) -> None:
    member_id = await house.add_member(tenant, "bad@example.com", "bad")
    client = house.client(tenant)
    await sign_in(client, "player", "bad@example.com")

    async with house.begin(tenant) as tx:
        await identity.set_standing(tx, member_id, identity.Standing.SUSPENDED, "looked into")
    refused = await login(client, "bad@example.com", PASSWORD)
    refresh = await client.post(REFRESH)
    async with house.begin(tenant) as tx:
        await identity.set_standing(tx, member_id, identity.Standing.ACTIVE, "all is well")
    back = await login(client, "bad@example.com", PASSWORD)

    assert (refused.status_code, refused.json()["code"]) == (403, "member_suspended")
    assert refresh.status_code == 401
    assert back.status_code == 200
