"""Hosts of tenants: claimed, proven by the DNS, routed in every process, lost and removed."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.domains.tenancy.jobs import LOOK, look_at_all, look_job
from stakehouse.infra.database import Database
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.resolver import ResolverSilent, ZoneFile
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id
from tests.databases import TestDatabase
from tests.houses import House, standing_house

HOSTS = "/api/staff/v1/hosts"


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    return tmp_path / "zone.txt"


@pytest.fixture
async def house(module_database: TestDatabase, module_pools: Database, zone: Path) -> AsyncIterator[House]:
    async with standing_house(module_database, resolver=ZoneFile(zone), pools=module_pools) as standing:
        yield standing


def publish(zone: Path, answer: dict[str, Any]) -> None:
    record = answer["record"]
    known = zone.read_text() if zone.exists() else "# a zone\n"
    zone.write_text(f'{known}{record["name"]} {record["type"]} "{record["value"]}"\n')


def name() -> str:
    return f"h{new_id().hex[-12:]}.example.com"


async def served(house: House, host: str) -> httpx.Response:
    transport = httpx.ASGITransport(house.api.front, client=("198.51.100.7", 50_000))
    async with httpx.AsyncClient(transport=transport, base_url=f"https://{host}") as client:
        return await client.get("/api/player/v1/tenant", headers={"x-tenant": "lucky"})


async def test_a_host_is_claimed_proven_and_answers(house: House, tenant: TenantProfile, zone: Path) -> None:
    owner, host = await house.staff(tenant, "owner"), name()

    claimed = (await owner.post(HOSTS, json={"host": host.upper() + "."})).json()
    early = await owner.post(f"{HOSTS}/{host}/activate")
    unproven = (await owner.post(f"{HOSTS}/{host}/check")).json()
    publish(zone, claimed)
    proven = (await owner.post(f"{HOSTS}/{host}/check")).json()
    before = await served(house, host)
    active = (await owner.post(f"{HOSTS}/{host}/activate")).json()
    after = await served(house, host)

    assert (claimed["host"], claimed["status"]) == (host, "pending")
    assert (early.status_code, early.json()["code"]) == (422, "host_refused")
    assert (unproven["status"], "no TXT record" in unproven["detail"]) == ("pending", True)
    assert (proven["status"], proven["detail"]) == ("verified", "")
    assert before.status_code == 404
    assert (active["status"], active["certificate"]) == ("active", "wanted")
    assert after.json()["slug"] == tenant.slug

    gone = await owner.post(f"{HOSTS}/{host}/remove", json={"reason": "a new name"})
    assert gone.status_code == 204
    assert (await served(house, host)).status_code == 404
    assert (await owner.get(HOSTS)).json()["items"] == []
    trail = await house.rows(
        "SELECT action FROM audit_trail WHERE tenant_id = $1 AND resource_kind = 'host' ORDER BY id",
        tenant.id,
    )
    assert [row["action"] for row in trail] == [
        "host.claimed",
        "host.verified",
        "host.activated",
        "host.removed",
    ]


async def test_no_two_tenants_have_one_host(house: House, tenant: TenantProfile, zone: Path) -> None:
    other, host = await house.open_tenant(), name()
    ours, theirs = await house.staff(tenant, "owner"), await house.staff(other, "owner")

    for client in (ours, theirs):
        publish(zone, (await client.post(HOSTS, json={"host": host})).json())
    answers = await asyncio.gather(*(who.post(f"{HOSTS}/{host}/check") for who in (ours, theirs) * 3))
    late = await (theirs if answers[0].status_code == 200 else ours).post(HOSTS, json={"host": host})

    taken = await house.rows(
        "SELECT tenant_id FROM tenant_hosts WHERE host = $1 AND status IN ('verified', 'active')", host
    )
    assert len(taken) == 1
    assert {answer.status_code for answer in answers} == {200, 409}
    assert (late.status_code, late.json()["code"]) == (409, "host_taken")


async def test_another_tenants_host_is_not_there(house: House, tenant: TenantProfile) -> None:
    owner, host = await house.staff(tenant, "owner"), name()
    await owner.post(HOSTS, json={"host": host})
    stranger = await house.staff(await house.open_tenant(), "owner")

    for act in ("check", "activate"):
        assert (await stranger.post(f"{HOSTS}/{host}/{act}")).status_code == 404
    assert (await stranger.get(HOSTS)).json()["items"] == []


async def test_a_record_that_vanished_takes_the_host_out_and_a_silent_dns_does_not(
    house: House, tenant: TenantProfile, zone: Path
) -> None:
    owner, host = await house.staff(tenant, "owner"), name()
    publish(zone, (await owner.post(HOSTS, json={"host": host})).json())
    await owner.post(f"{HOSTS}/{host}/check")
    await owner.post(f"{HOSTS}/{host}/activate")

    class Silent:
        async def texts(self, name: str) -> tuple[str, ...]:
            raise ResolverSilent(name)

    for attempt in (1, 4):
        job = look_job(Silent())
        context = _context(house, tenant.id, host, is_last=attempt == 4)
        if attempt == 1:
            with pytest.raises(ResolverSilent):
                await job.run(context)
        else:
            await job.run(context)
    assert (await served(house, host)).status_code == 200

    zone.write_text("")
    for _ in range(3):
        await look_job(ZoneFile(zone)).run(_context(house, tenant.id, host))
    await house.api.gate.heard({"tenant_changed"})

    assert (await owner.get(HOSTS)).json()["items"][0]["status"] == "failed"
    assert (await served(house, host)).status_code == 404


async def test_every_host_is_owed_its_own_look(house: House, tenant: TenantProfile) -> None:
    owner, host = await house.staff(tenant, "owner"), name()
    await owner.post(HOSTS, json={"host": host})

    await look_at_all(_context(house, PLATFORM, host))
    await look_at_all(_context(house, PLATFORM, host))

    owed = await house.rows(
        "DELETE FROM jobs WHERE name = $1 AND tenant_id = $2 RETURNING payload", LOOK, tenant.id
    )
    assert len(owed) == 1


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "casino", "a.internal", "x.localhost"])
async def test_names_that_are_nobodys_are_refused(house: House, tenant: TenantProfile, host: str) -> None:
    answer = await (await house.staff(tenant, "owner")).post(HOSTS, json={"host": host})

    assert (answer.status_code, answer.json()["code"]) == (422, "host_refused")


def _context(house: House, tenant_id: TenantId, host: str, *, is_last: bool = False) -> JobContext:
    return JobContext(
        name="test",
        tenant_id=tenant_id,
        payload=b'{"host": "%s"}' % host.encode(),
        attempt=1,
        is_last=is_last,
        clock=house.clock,
        database=house.api.edge.database,
        job_id=1,
    )
