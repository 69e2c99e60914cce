"""The gate: tenants by host or slug, tokens by face and tenant, word of what ended."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from stakehouse.apps.api import open_api
from stakehouse.domains import identity, tenancy
from stakehouse.domains.tenancy import TenantProfile, TenantStatus
from stakehouse.infra.crypto import MasterKey, Vault
from stakehouse.infra.database import Database
from stakehouse.infra.tokens import LIFETIME, Claims, Tokens
from stakehouse.infra.web.context import Audience, TenantRef
from stakehouse.kernel.errors import Refusal, Unauthenticated
from stakehouse.kernel.ids import SessionId, TenantId, new_id
from tests.databases import TestDatabase
from tests.houses import MASTER_KEY, House, standing_house

ME = "/api/player/v1/me"
STAFF_ME = "/api/staff/v1/me"
TENANT = "/api/player/v1/tenant"


@pytest.fixture
async def house(module_database: TestDatabase, module_pools: Database) -> AsyncIterator[House]:
    async with standing_house(module_database, pools=module_pools) as standing:
        yield standing


@pytest.fixture
async def tenant(house: House) -> TenantProfile:
    return await house.open_tenant()


async def until(seconds: float, holds: object) -> None:
    """Waits until something holds; asks every hundredth of a second."""
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST"])
async def test_the_slug_names_the_tenant_where_the_host_is_an_address(
    house: House, tenant: TenantProfile, host: str
) -> None:
    expected = TenantRef(tenant.id, tenant.slug)

    # The signal of the tenant's opening may still be on its way and make the gate forget once.
    for _ in range(3):
        assert await house.api.gate.tenant_of(host, tenant.slug) == expected
        await asyncio.sleep(0.05)

    assert house.api.gate.known_tenant(host, tenant.slug) == expected


async def test_the_host_names_the_tenant_and_no_header_says_otherwise(
    house: House, tenant: TenantProfile
) -> None:
    name = f"play-{new_id().hex[-8:]}.example.com"
    hosted = await house.open_tenant(hosts=(name,))

    assert await house.api.gate.tenant_of(f"{name.upper()}.:443", None) == TenantRef(hosted.id, hosted.slug)
    assert await house.api.gate.tenant_of(name, tenant.slug) == TenantRef(hosted.id, hosted.slug)


@pytest.mark.parametrize(
    ("host", "slug"),
    [
        ("127.0.0.1", None),
        ("127.0.0.1", "nobody"),
        ("unknown.example.com", "lucky"),
        ("", None),
    ],
)
async def test_nobody_answers_elsewhere(house: House, host: str, slug: str | None) -> None:
    with pytest.raises(Refusal):
        await house.api.gate.tenant_of(host, slug)


async def test_a_suspended_tenant_serves_nobody_from_the_next_request_on(
    house: House, tenant: TenantProfile
) -> None:
    client = house.client(tenant)
    assert (await client.get(TENANT)).status_code == 200

    async with house.begin(tenant) as tx:
        await tenancy.set_status(tx, TenantStatus.SUSPENDED, "has not paid")
    await house.api.gate.heard({tenancy.CHANNEL})
    refused = await client.get(TENANT)

    assert (refused.status_code, refused.json()["code"]) == (403, "tenant_suspended")


async def test_a_token_opens_its_own_face_and_tenant_only(house: House, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    player, staff = await house.player(tenant), await house.staff(tenant, "owner")
    assert (await player.get(ME)).status_code == 200
    assert (await staff.get(STAFF_ME)).status_code == 200

    for client, path, slug in (
        (player, STAFF_ME, tenant.slug),
        (staff, ME, tenant.slug),
        (player, ME, other.slug),
        (staff, STAFF_ME, other.slug),
    ):
        refused = await client.get(path, headers={"x-tenant": slug})
        assert (refused.status_code, refused.json()["code"]) == (401, "unauthenticated")
        assert refused.headers["www-authenticate"] == "Bearer"


async def test_the_fast_way_knows_members_of_its_tenant_only(house: House, tenant: TenantProfile) -> None:
    player, staff = await house.player(tenant), await house.staff(tenant, "owner")
    await player.get(ME)
    await staff.get(STAFF_ME)
    gate = house.api.gate
    token = player.headers["authorization"].removeprefix("Bearer ")
    staff_token = staff.headers["authorization"].removeprefix("Bearer ")

    known = gate.known(token, tenant.id)

    assert known is not None
    assert known.member_id is not None
    assert gate.known(token, TenantId(new_id())) is None
    assert gate.known(staff_token, tenant.id) is None
    assert gate.known("nonsense", tenant.id) is None


async def test_tokens_that_are_not_ours_are_refused(house: House, tenant: TenantProfile) -> None:
    client = await house.player(tenant)
    session = await house.rows("SELECT * FROM sessions WHERE tenant_id = $1", tenant.id)
    now = house.clock()
    claims = Claims(
        user_id=session[0]["user_id"],
        tenant_id=tenant.id,
        member_id=session[0]["member_id"],
        session_id=session[0]["id"],
        audience="player",
        methods=("pwd",),
        roles_version=0,
        expires_at=now + LIFETIME,
    )
    foreign = Tokens(Vault([MasterKey(1, bytes(32))])).mint(claims, now)
    ours = Tokens(Vault([MASTER_KEY]))
    ended = ours.mint(replace(claims, expires_at=now), now - LIFETIME)
    early = ours.mint(claims, now + timedelta(minutes=2))
    no_session = ours.mint(replace(claims, session_id=SessionId(new_id())), now)
    right = ours.mint(claims, now)
    head, body, signature = right.split(".")

    for token in (
        foreign,
        ended,
        early,
        no_session,
        f"{head}.{body}.",
        f"{head}.{body}.{signature[::-1]}",
        "x",
    ):
        client.headers["authorization"] = f"Bearer {token}"
        assert (await client.get(ME)).status_code == 401

    client.headers["authorization"] = f"Bearer {right}"
    assert (await client.get(ME)).status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "bearer"])
async def test_without_a_token_nobody_comes_in(house: House, tenant: TenantProfile, header: str) -> None:
    refused = await house.client(tenant).get(ME, headers={"authorization": header})

    assert (refused.status_code, refused.json()["code"]) == (401, "unauthenticated")


@pytest.mark.requirement("15")
async def test_a_token_ends_after_fifteen_minutes_though_it_is_remembered(
    module_database: TestDatabase, house: House, tenant: TenantProfile
) -> None:
    client = await house.player(tenant)
    token = client.headers["authorization"].removeprefix("Bearer ")
    tenant_ref = TenantRef(tenant.id, tenant.slug)
    gate = house.api.gate
    await gate.actor_of(token, Audience.PLAYER, tenant_ref, address="", user_agent="")
    house.clock.forward(LIFETIME)

    # The process that remembers counts seconds; one that does not looks at the clock.
    other = await open_api(
        url=module_database.app_url,
        vault=Vault([MASTER_KEY]),
        is_embedded=False,
        is_secure=False,
        clock=house.clock,
    )
    with pytest.raises(Unauthenticated):
        await other.gate.actor_of(token, Audience.PLAYER, tenant_ref, address="", user_agent="")
    await other.close()


@pytest.mark.parametrize("deaf", [False, True])
async def test_an_ended_session_is_refused_within_a_second_in_every_process(
    module_database: TestDatabase, house: House, tenant: TenantProfile, *, deaf: bool
) -> None:
    client = await house.player(tenant)
    token = client.headers["authorization"].removeprefix("Bearer ")
    other = await open_api(
        url=module_database.app_url,
        vault=Vault([MASTER_KEY]),
        is_embedded=False,
        is_secure=False,
        clock=house.clock,
    )
    await other.gate.actor_of(
        token, Audience.PLAYER, TenantRef(tenant.id, tenant.slug), address="", user_agent=""
    )
    assert other.gate.known(token, tenant.id) is not None
    if deaf:
        await house.rows(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'stakehouse-api-signals' AND datname = current_database()"
        )

    assert (await client.post("/api/player/v1/auth/logout")).status_code == 204

    await until(1.0, lambda: other.gate.known(token, tenant.id) is None)
    with pytest.raises(identity.SessionEnded):
        await other.gate.actor_of(
            token, Audience.PLAYER, TenantRef(tenant.id, tenant.slug), address="", user_agent=""
        )
    await other.close()


async def test_without_word_from_the_store_nothing_remembered_is_believed(
    house: House, tenant: TenantProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await house.player(tenant)
    token = client.headers["authorization"].removeprefix("Bearer ")
    await client.get(ME)

    monkeypatch.setattr(house.api.signals, "silence_s", lambda: 3.5)

    assert house.api.gate.known(token, tenant.id) is None


async def test_the_mailbox_exists_in_the_embedded_house_only(
    module_database: TestDatabase, house: House
) -> None:
    real = await open_api(
        url=module_database.app_url, vault=Vault([MASTER_KEY]), is_embedded=False, is_secure=True
    )
    answers = []
    for api in (house.api, real):
        transport = httpx.ASGITransport(api.front)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            answers.append(await client.get("/dev/mailbox", params={"to": "nobody@example.com"}))
    await real.close()

    assert (answers[0].status_code, answers[0].json()) == (200, {"items": []})
    assert answers[1].status_code == 404
