"""The seed: everybody can sign in, and sowing twice changes nothing."""

from collections.abc import AsyncIterator

import httpx
import msgspec
import pytest

from stakehouse.apps.seed import Sown, sow
from stakehouse.domains import tenancy
from stakehouse.domains.access import SHIPPED
from stakehouse.domains.compliance.handlers import HANDLERS
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.bus import Envelope
from stakehouse.infra.subscriber import hear_once
from tests.databases import TestDatabase
from tests.houses import House, sign_in, standing_house

PASSWORD = "the password of the demo"
COUNTS = """
SELECT (SELECT count(*) FROM tenants) AS tenants, (SELECT count(*) FROM users) AS users,
       (SELECT count(*) FROM members) AS members, (SELECT count(*) FROM role_grants) AS grants,
       (SELECT count(*) FROM role_permissions) AS permissions, (SELECT count(*) FROM outbox) AS facts,
       (SELECT count(*) FROM kyc_cases) AS cases, (SELECT count(*) FROM kyc_documents) AS documents
"""


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    """Where it was sown."""
    async with standing_house(module_database) as standing:
        left = await sown(standing)
        assert left.tenants == ("lucky", "bistro", "resort")
        yield standing


@pytest.fixture
async def another(database: TestDatabase) -> AsyncIterator[House]:
    """Where it was sown as well."""
    async with standing_house(database) as standing:
        await sown(standing)
        yield standing


async def sown(house: House, password: str = PASSWORD) -> Sown:
    edge = house.api.edge
    return await sow(
        database=edge.database,
        vault=edge.vault,
        clock=house.clock,
        password=password,
        objects=edge.objects,
    )


async def tenants_of(house: House) -> list[TenantProfile]:
    async with house.api.edge.database.engine.connect() as conn:
        return list(await tenancy.tenants(conn))


async def client_of(house: House, slug: str) -> httpx.AsyncClient:
    return house.client(next(one for one in await tenants_of(house) if one.slug == slug))


async def test_everybody_of_the_seed_signs_in(house: House) -> None:
    for slug in ("lucky", "bistro", "resort"):
        for role in SHIPPED:
            client = await client_of(house, slug)
            await sign_in(client, "staff", f"{role.code}@{slug}.test", PASSWORD)
            me = (await client.get("/api/staff/v1/me")).json()
            assert me["roles"] == [role.code]
            assert me["permissions"] == sorted(role.permissions)
    for email in ("root@stakehouse.test", "second@stakehouse.test"):
        platform = await client_of(house, "bistro")
        await sign_in(platform, "staff", email, PASSWORD)
        assert (await platform.get("/api/staff/v1/me")).json()["roles"] == ["super_admin"]
    player = await client_of(house, "lucky")
    await sign_in(player, "player", "player@lucky.test", PASSWORD)
    me = (await player.get("/api/player/v1/me")).json()
    assert (me["kyc_status"], me["currency"]) == ("verified", "EUR")


async def test_the_queue_of_identity_checks_is_not_empty(house: House) -> None:
    officer = await client_of(house, "lucky")
    await sign_in(officer, "staff", "compliance@lucky.test", PASSWORD)
    cases = (await officer.get("/api/staff/v1/kyc/cases")).json()["items"]
    assert {case["name"]: case["status"] for case in cases} == {
        "mira": "submitted",
        "ingrid": "submitted",
        "odd": "submitted",
        "paolo": "rejected",
        "hanna": "verified",
    }
    case_id = next(case["id"] for case in cases if case["name"] == "mira")
    shown = (await officer.get(f"/api/staff/v1/kyc/cases/{case_id}")).json()
    for document in shown["documents"]:
        link = (
            await officer.get(f"/api/staff/v1/kyc/cases/{case_id}/documents/{document['id']}/link")
        ).json()
        picture = await officer.get(link["url"])
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")


async def test_sowing_twice_changes_nothing(house: House) -> None:
    before = await house.rows(COUNTS)

    await sown(house)

    assert await house.rows(COUNTS) == before


async def test_another_demo_password_replaces_the_one_before(another: House) -> None:
    await sown(another, "another password of the demo")

    client = await client_of(another, "lucky")
    await sign_in(client, "staff", "owner@lucky.test", "another password of the demo")
    refused = await client.post(
        "/api/staff/v1/auth/login", json={"email": "owner@lucky.test", "password": PASSWORD}
    )
    assert refused.status_code == 401


async def test_the_desks_of_the_gaming_house_have_work(house: House) -> None:
    tenant = next(one for one in await tenants_of(house) if one.slug == "lucky")
    signs = next(handler for handler in HANDLERS if handler.consumer == "compliance-harm-signs")
    for row in await house.rows(
        "SELECT * FROM outbox WHERE tenant_id = $1 AND name = ANY($2) ORDER BY seq",
        tenant.id,
        ["limit.changed", "limit.loosening_asked", "member.excluded"],
    ):
        envelope = Envelope(
            id=row["id"],
            tenant_id=tenant.id,
            domain="compliance",
            name=row["name"],
            version=row["version"],
            key=row["key"],
            created_at=row["created_at"],
            payload=msgspec.Raw(row["payload"]),
        )
        async with house.begin(tenant) as tx:
            await hear_once(signs, tx, envelope)

    officer = house.client(tenant)
    await sign_in(officer, "staff", "compliance@lucky.test", PASSWORD)
    harm = (await officer.get("/api/staff/v1/harm-cases")).json()["items"]
    complaints = (await officer.get("/api/staff/v1/complaints")).json()["items"]
    aml = (await officer.get("/api/staff/v1/aml-cases")).json()["items"]
    events = (await officer.get("/api/staff/v1/significant-events")).json()["items"]

    assert sorted(case["username"] for case in harm) == ["carla", "leon"]
    assert sorted(one["status"] for one in complaints) == ["answered", "in_progress", "received"]
    assert sorted(case["kind"] for case in aml) == ["manual", "screening"]
    assert [event["kind"] for event in events] == ["unavailability"]
