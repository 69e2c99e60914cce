"""Sign-in by Telegram over HTTP: registered, linked, replayed, excluded, unlinked, configured."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from starlette.applications import Starlette
from starlette.routing import Mount

from stakehouse.apps.api import open_api
from stakehouse.apps.simulators.telegram import bot_keys, telegram, test_key
from stakehouse.apps.simulators.telegram.signing import PEOPLE, Person, init_data, widget_fields
from stakehouse.domains import identity, tenancy
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.crypto import Vault
from tests.databases import TestDatabase
from tests.houses import MASTER_KEY, PASSWORD, House, MovableClock, sign_in

P = "/api/player/v1"
S = "/api/staff/v1"
VERA, BRUNO = PEOPLE[0], PEOPLE[1]


def secret_of(house: House) -> bytes:
    vault = house.api.edge.vault
    return vault.derived(vault.masters[-1], "simulator.telegram")


class Booth:
    """A tenant with a bot, and Telegram beside it."""

    def __init__(self, house: House, tenant: TenantProfile) -> None:
        self.house = house
        self.tenant = tenant
        self.bot = bot_keys(secret_of(house), tenant.slug)
        self.key = test_key(secret_of(house))

    def data(self, person: Person = VERA) -> dict[str, str]:
        return {"kind": "mini_app", "data": init_data(self.bot, self.key, person, self.house.clock())}

    def widget(self, person: Person = VERA) -> dict[str, str]:
        return {"kind": "widget", "data": widget_fields(self.bot, person, self.house.clock())}

    async def enter(self, client: httpx.AsyncClient, body: dict[str, str]) -> httpx.Response:
        answer = await client.post(f"{P}/auth/telegram", json=body)
        if answer.status_code == 200 and "access_token" in answer.json():
            client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
        return answer

    async def linked(self, email: str, name: str, person: Person = VERA) -> httpx.AsyncClient:
        """A member with a password, linked, and signed in."""
        await self.house.add_member(self.tenant, email, name)
        client = self.house.client(self.tenant)
        await sign_in(client, "player", email)
        answer = await client.put(f"{P}/me/telegram", json=self.data(person))
        assert answer.status_code == 200, answer.text
        return client


async def booth_at(house: House, **settings: object) -> Booth:
    tenant = await house.open_tenant()
    booth = Booth(house, tenant)
    async with house.begin(tenant) as tx:
        await identity.set_telegram_bot(
            tx,
            token=booth.bot.token,
            bot_id=None,
            username=booth.bot.username[:32],
            client_secret=booth.bot.client_secret,
            vault=house.api.edge.vault,
        )
        wished = identity.TelegramSettings.model_validate({"widget": True, **settings})
        await tenancy.change_setting(tx, wished, after=0, reason="tests")
    return booth


@pytest.fixture
async def booth(house: House) -> Booth:
    return await booth_at(house)


def stated(ticket: str, email: str, name: str, **other: object) -> dict[str, object]:
    return {
        "ticket": ticket,
        "email": email,
        "username": name,
        "birth_date": "1990-05-01",
        "country": "DE",
        "accept_terms": True,
        **other,
    }


async def test_telegram_first_the_address_next(booth: Booth) -> None:
    client = booth.house.client(booth.tenant)

    first = await booth.enter(client, booth.data())
    ticket = first.json()["registration"]["ticket"]
    asked = await client.post(f"{P}/auth/telegram/register", json=stated(ticket, "vera@example.com", "vera"))
    code = await booth.house.code_for("vera@example.com")
    confirmed = await client.post(f"{P}/auth/confirm", json={"email": "vera@example.com", "code": code})

    assert first.json()["registration"]["username"] == "vera_demo"
    assert asked.status_code == 202
    assert confirmed.status_code == 200
    booth.house.clock.forward(timedelta(seconds=5))
    again = booth.house.client(booth.tenant)
    assert (await booth.enter(again, booth.data())).status_code == 200
    assert (await again.get(f"{P}/me")).json()["email"] == "vera@example.com"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"birth_date": "2012-01-01"}, "too_young"),
        ({"country": "US"}, "country_blocked"),
        ({"accept_terms": False}, "invalid_request"),
        ({"ticket": "AAAA"}, "ticket_over"),
        ({"password": "password123"}, "common_password"),
    ],
)
async def test_no_account_exists_before_age_country_and_terms(
    booth: Booth, change: dict[str, object], code: str
) -> None:
    client = booth.house.client(booth.tenant)
    ticket = (await booth.enter(client, booth.data())).json()["registration"]["ticket"]

    refused = await client.post(
        f"{P}/auth/telegram/register", json=stated(ticket, "kid@example.com", "kid") | change
    )

    assert refused.json()["code"] == code
    tables = ("users WHERE email = 'kid@example.com'", "registrations WHERE email = 'kid@example.com'")
    for table in tables:
        assert not await booth.house.rows(f"SELECT 1 FROM {table}")


async def test_a_ticket_ends_and_counts_in_its_tenant_only(booth: Booth) -> None:
    client, other = booth.house.client(booth.tenant), await booth_at(booth.house)
    ticket = (await booth.enter(client, booth.data())).json()["registration"]["ticket"]
    body = stated(ticket, "late@example.com", "late")

    elsewhere = await booth.house.client(other.tenant).post(f"{P}/auth/telegram/register", json=body)
    booth.house.clock.forward(timedelta(minutes=21))
    late = await client.post(f"{P}/auth/telegram/register", json=body)

    assert elsewhere.json()["code"] == late.json()["code"] == "ticket_over"


async def test_the_same_data_counts_once(booth: Booth) -> None:
    await booth.linked("once.tg@example.com", "once_tg")
    booth.house.clock.forward(timedelta(seconds=1))
    body = booth.data()
    clients = [booth.house.client(booth.tenant) for _ in range(10)]

    answers = await asyncio.gather(*(booth.enter(client, body) for client in clients))

    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 9
    assert {answer.json().get("code") for answer in answers} == {None, "invalid_telegram_data"}


async def test_data_of_another_tenants_bot_or_another_time_is_refused(booth: Booth) -> None:
    other = await booth_at(booth.house)
    client = booth.house.client(booth.tenant)
    foreign, old = other.data(), booth.data()
    booth.house.clock.forward(timedelta(seconds=61))

    for body in (foreign, old, {"kind": "mini_app", "data": "x"}, {"kind": "widget", "data": old["data"]}):
        answer = await booth.enter(client, body)
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_telegram_data")


async def test_the_widget_signs_in_where_it_is_on(booth: Booth, house: House) -> None:
    await booth.linked("widget@example.com", "widget")
    booth.house.clock.forward(timedelta(seconds=1))
    assert (await booth.enter(booth.house.client(booth.tenant), booth.widget())).status_code == 200

    plain = await booth_at(house, widget=False)
    refused = await plain.enter(house.client(plain.tenant), plain.widget())
    assert (refused.status_code, refused.json()["code"]) == (404, "telegram_not_set_up")


async def test_a_link_counts_in_its_tenant_only(booth: Booth) -> None:
    other = await booth_at(booth.house)
    await booth.linked("local@example.com", "local")
    await booth.house.add_member(other.tenant, "local@example.com", "local")

    answer = await other.enter(booth.house.client(other.tenant), other.data())

    assert "registration" in answer.json()


async def test_one_account_of_telegram_is_one_member(booth: Booth) -> None:
    await booth.linked("first@example.com", "first")
    await booth.house.add_member(booth.tenant, "second@example.com", "second")
    second = booth.house.client(booth.tenant)
    await sign_in(second, "player", "second@example.com")
    booth.house.clock.forward(timedelta(seconds=1))

    taken = await second.put(f"{P}/me/telegram", json=booth.data())

    assert (taken.status_code, taken.json()["code"]) == (409, "telegram_taken")


async def test_the_last_way_in_is_not_unlinked(booth: Booth) -> None:
    client = booth.house.client(booth.tenant)
    ticket = (await booth.enter(client, booth.data(BRUNO))).json()["registration"]["ticket"]
    email = "bruno@example.com"
    await client.post(f"{P}/auth/telegram/register", json=stated(ticket, email, "bruno"))
    code = await booth.house.code_for(email)
    await sign_in_by_code(client, email, code)

    refused = await client.delete(f"{P}/me/telegram")
    assert (refused.status_code, refused.json()["code"]) == (409, "last_way_in")

    await client.post(f"{P}/auth/password/forgot", json={"email": email})
    code = await booth.house.code_for(email)
    body = {"email": email, "code": code, "password": PASSWORD}
    assert (await client.post(f"{P}/auth/password/reset", json=body)).status_code == 204
    await sign_in(client, "player", email)
    assert (await client.get(f"{P}/me/telegram")).json()["is_linked"]
    assert (await client.delete(f"{P}/me/telegram")).status_code == 204
    assert not (await client.get(f"{P}/me/telegram")).json()["is_linked"]


async def sign_in_by_code(client: httpx.AsyncClient, email: str, code: str) -> None:
    answer = await client.post(f"{P}/auth/confirm", json={"email": email, "code": code})
    client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"


async def test_an_excluded_or_suspended_member_stays_out_by_telegram_too(booth: Booth) -> None:
    client = await booth.linked("out@example.com", "out")
    body = {"kind": "time_out", "until": (booth.house.clock() + timedelta(days=2)).isoformat()}
    assert (await client.post(f"{P}/exclusion", json=body)).status_code == 200
    booth.house.clock.forward(timedelta(seconds=1))

    excluded = await booth.enter(booth.house.client(booth.tenant), booth.data())
    by_password = await booth.house.client(booth.tenant).post(
        f"{P}/auth/login", json={"email": "out@example.com", "password": PASSWORD}
    )

    assert (excluded.status_code, excluded.json()["code"]) == (423, "excluded")
    assert by_password.json()["code"] == "excluded"


async def test_without_a_token_telegrams_own_signature_counts(house: House) -> None:
    booth = await booth_at(house)
    async with house.begin(booth.tenant) as tx:
        await identity.set_telegram_bot(
            tx,
            token=None,
            bot_id=booth.bot.bot_id + 1,
            username="other_bot",
            client_secret=None,
            vault=house.api.edge.vault,
        )
        await identity.set_telegram_bot(
            tx,
            token=None,
            bot_id=booth.bot.bot_id,
            username="this_bot",
            client_secret=None,
            vault=house.api.edge.vault,
        )
    client = house.client(booth.tenant)

    assert (await booth.enter(client, booth.data())).status_code == 200
    altered = booth.data(BRUNO)
    altered["data"] = altered["data"].replace("1002", "1003")
    assert (await booth.enter(client, altered)).status_code == 401


async def test_both_proofs_where_the_tenant_asks_for_both(house: House) -> None:
    booth = await booth_at(house, demand_signature=True)
    client = house.client(booth.tenant)
    forged = Booth(house, booth.tenant)
    forged.key = test_key(b"somebody who stole the token only" * 2)

    assert (await booth.enter(client, forged.data())).status_code == 401
    assert (await booth.enter(client, booth.data())).status_code == 200


async def test_staff_set_the_bot_up_and_never_see_its_secrets(house: House) -> None:
    tenant = await house.open_tenant()
    owner, support = await house.staff(tenant, "owner"), await house.staff(tenant, "support")
    bot = bot_keys(secret_of(house), tenant.slug)
    body = {"username": "lucky_bot", "token": bot.token, "client_secret": bot.client_secret}

    assert (await owner.get(f"{S}/telegram-bot")).status_code == 404
    assert (await support.put(f"{S}/telegram-bot", json=body)).status_code == 403
    wrong = await owner.put(f"{S}/telegram-bot", json={"username": "lucky_bot", "token": "nonsense"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_bot_token")
    done = await owner.put(f"{S}/telegram-bot", json=body)
    again = await owner.put(f"{S}/telegram-bot", json={"username": "lucky_bot", "token": "nonsense"})
    assert (again.status_code, again.json()["code"]) == (422, "invalid_bot_token")
    renamed = await owner.put(f"{S}/telegram-bot", json={"username": "luckier_bot"})

    assert done.json()["bot_id"] == str(bot.bot_id)
    assert renamed.json()["has_token"]
    shown = (await house.client(tenant).get(f"{P}/auth/telegram")).json()
    assert shown == {"bot": "luckier_bot", "mini_app": True, "widget": False, "openid": True}
    secrets = (bot.token.partition(":")[2], bot.client_secret)
    everywhere = [
        *(
            await house.rows(
                "SELECT before::text, after::text FROM audit_trail WHERE tenant_id = $1", tenant.id
            )
        ),
        *(
            await house.rows(
                "SELECT encode(sealed_token, 'escape') FROM telegram_bots WHERE tenant_id = $1", tenant.id
            )
        ),
        (done.text, renamed.text),
    ]
    assert not any(secret in str(place) for secret in secrets for place in everywhere)
    trail = await house.rows(
        "SELECT action FROM audit_trail WHERE tenant_id = $1 AND resource_kind = 'telegram_bot'", tenant.id
    )
    assert [row["action"] for row in trail] == ["telegram_bot.changed"] * 2
    gone = await owner.post(f"{S}/telegram-bot/remove", json={"reason": "another bot comes"})
    assert gone.status_code == 204
    assert (await owner.get(f"{S}/telegram-bot")).status_code == 404


@asynccontextmanager
async def with_provider(database: TestDatabase, port: int, slugs: list[str]) -> AsyncIterator[House]:
    """A house whose Telegram speaks OpenID Connect over HTTP."""
    clock, vault = MovableClock(), Vault([MASTER_KEY])
    issuer = f"http://127.0.0.1:{port}/dev/telegram"
    app = telegram(
        secret=vault.derived(1, "simulator.telegram"),
        issuer=issuer,
        house="http://127.0.0.1",
        slugs=lambda: slugs,
        clock=clock,
    )
    server = Server(
        Starlette(routes=[Mount("/dev/telegram", app)]),
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGI,
        log_level=LogLevels.error,
    )
    serving = asyncio.create_task(server.serve())
    api = await open_api(
        url=database.app_url,
        vault=vault,
        is_embedded=True,
        is_secure=False,
        public_url=f"http://127.0.0.1:{port}",
        clock=clock,
    )
    house = House(api, database, clock, await api.edge.passwords.hash(PASSWORD))
    try:
        yield house
    finally:
        await house.close()
        server.stop()  # type: ignore[no-untyped-call]
        await serving


async def through_telegram(url: str, person: int, port: int) -> dict[str, str]:
    """What a person's browser brings back from Telegram."""
    path = urlsplit(url)
    async with httpx.AsyncClient(headers={"host": "127.0.0.1"}) as browser:
        page = await browser.get(url)
        assert page.status_code == 200
        sent_back = await browser.get(f"http://127.0.0.1:{port}{path.path}/{person}?{path.query}")
    assert sent_back.status_code == 302
    back = dict(parse_qsl(urlsplit(sent_back.headers["location"]).query))
    return {"code": back["code"], "state": back["state"]}


async def test_log_in_with_telegram(module_database: TestDatabase, free_port: Callable[[], int]) -> None:
    port, slugs = free_port(), list[str]()
    async with with_provider(module_database, port, slugs) as house:
        booth = await booth_at(house)
        slugs.append(booth.tenant.slug)
        await booth.linked("openid@example.com", "openid")
        client = house.client(booth.tenant)

        async def finish(body: dict[str, Any]) -> httpx.Response:
            return await client.post(f"{P}/auth/telegram/openid/finish", json=body)

        begun = (await client.post(f"{P}/auth/telegram/openid")).json()
        other = (await client.post(f"{P}/auth/telegram/openid")).json()
        back = await through_telegram(begun["url"], VERA.id, port)
        crossed = await finish({**back, "flow": other["flow"]})
        done = await finish({**back, "flow": begun["flow"]})
        again = await finish({**back, "flow": begun["flow"]})
        nobody = (await client.post(f"{P}/auth/telegram/openid")).json()
        stranger = await finish(
            {**await through_telegram(nobody["url"], BRUNO.id, port), "flow": nobody["flow"]}
        )

        assert (crossed.status_code, crossed.json()["code"]) == (401, "invalid_telegram_data")
        assert done.status_code == 200
        assert done.json()["token_type"] == "Bearer"
        assert (again.status_code, again.json()["code"]) == (401, "invalid_telegram_data")
        assert stranger.json()["registration"]["username"] == "bruno_demo"

        late = (await client.post(f"{P}/auth/telegram/openid")).json()
        back = await through_telegram(late["url"], VERA.id, port)
        house.clock.forward(timedelta(minutes=11))
        assert (await finish({**back, "flow": late["flow"]})).status_code == 401
