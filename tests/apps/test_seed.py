"""The seed: everybody can sign in, and sowing twice changes nothing."""

from collections.abc import AsyncIterator

import httpx
import pytest

from stakehouse.apps.seed import Sown, sow
from stakehouse.domains import tenancy
from stakehouse.domains.access import SHIPPED
from tests.databases import TestDatabase
from tests.houses import House, sign_in, standing_house

PASSWORD = "the password of the demo"
COUNTS = """
SELECT (SELECT count(*) FROM tenants) AS tenants, (SELECT count(*) FROM users) AS users,
       (SELECT count(*) FROM members) AS members, (SELECT count(*) FROM role_grants) AS grants,
       (SELECT count(*) FROM role_permissions) AS permissions, (SELECT count(*) FROM outbox) AS facts,
       (SELECT count(*) FROM kyc_cases) AS cases, (SELECT count(*) FROM kyc_documents) AS documents
"""


@pytest.fixture
async def house(database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(database) as standing:
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


async def client_of(house: House, slug: str) -> httpx.AsyncClient:
    async with house.api.edge.database.engine.connect() as conn:
        tenants = {tenant.slug: tenant for tenant in await tenancy.tenants(conn)}
    return house.client(tenants[slug])


async def test_everybody_of_the_seed_signs_in(house: House) -> None:
    left = await sown(house)

    assert left.tenants == ("lucky", "bistro", "resort")
    for slug in left.tenants:
        for role in SHIPPED:
            client = await client_of(house, slug)
            await sign_in(client, "staff", f"{role.code}@{slug}.test", PASSWORD)
            me = (await client.get("/api/staff/v1/me")).json()
            assert me["roles"] == [role.code]
            assert me["permissions"] == sorted(role.permissions)
    root = await client_of(house, "bistro")
    await sign_in(root, "staff", "root@stakehouse.test", PASSWORD)
    assert (await root.get("/api/staff/v1/me")).json()["roles"] == ["super_admin"]
    player = await client_of(house, "lucky")
    await sign_in(player, "player", "player@lucky.test", PASSWORD)
    me = (await player.get("/api/player/v1/me")).json()
    assert (me["kyc_status"], me["currency"]) == ("verified", "EUR")


async def test_the_queue_of_identity_checks_is_not_empty(house: House) -> None:
    await sown(house)

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
    await sown(house)
    before = await house.rows(COUNTS)

    await sown(house)

    assert await house.rows(COUNTS) == before


async def test_another_demo_password_replaces_the_one_before(house: House) -> None:
    await sown(house)
    await sown(house, "another password of the demo")

    client = await client_of(house, "lucky")
    await sign_in(client, "staff", "owner@lucky.test", "another password of the demo")
    refused = await client.post(
        "/api/staff/v1/auth/login", json={"email": "owner@lucky.test", "password": PASSWORD}
    )
    assert refused.status_code == 401
