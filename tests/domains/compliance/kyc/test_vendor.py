"""A vendor over real HTTP with real signatures: handed over, answered, and nothing worse than once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from stakehouse.apps.simulators.sandid import account_keys, sandid
from stakehouse.domains.compliance.adapters.sandid import Config
from stakehouse.domains.compliance.adapters.vendors import Shelf
from stakehouse.domains.compliance.service.kyc import vendors
from stakehouse.infra.embedded.home import free_port
from stakehouse.infra.http_client import HttpClient
from tests.databases import TestDatabase
from tests.domains.compliance.kyc.bench import STATED, Bench
from tests.houses import House, standing_house

SECRET = b"of a simulator"


@asynccontextmanager
async def listening(app: Any) -> AsyncIterator[str]:
    port = free_port()
    server = Server(app, address="127.0.0.1", port=port, interface=Interfaces.ASGI, log_level=LogLevels.error)
    task = asyncio.create_task(server.serve())
    async with httpx.AsyncClient() as client:
        for _ in range(200):
            try:
                await client.get(f"http://127.0.0.1:{port}/health/live")
                break
            except httpx.TransportError:
                await asyncio.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop()  # type: ignore[no-untyped-call]
        await task


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def vendor(house: House) -> AsyncIterator[str]:
    async with listening(sandid(secret=SECRET, pace=0.01, clock=house.clock)) as url:
        yield url


@asynccontextmanager
async def open_bench(house: House, url: str, front: str, **fields: Any) -> AsyncIterator[Bench]:
    bench = await Bench.open(house)
    await bench.setting(**fields)
    http = HttpClient(inside=(url.removeprefix("http://"),))
    house.api = replace(
        house.api, desk=replace(house.api.desk, vendors=Shelf(http, house.clock), public_url=front)
    )
    keys = account_keys(SECRET, bench.tenant.slug)
    config = Config.model_validate(
        {
            "base_url": url,
            "app_token": keys.app_token,
            "secret_key": keys.secret_key,
            "signing_secrets": [keys.signing_secret],
        }
    )
    async with house.begin(bench.tenant) as tx:
        await vendors.open_kyc_connection(
            tx, house.api.desk, vendor="sandid", credentials=config.sealed_form()
        )
    try:
        yield bench
    finally:
        await http.close()


async def until_told(url: str, notices: int) -> dict[str, Any]:
    """Waits for the vendor to have told so often; its pace is a hundredth of its own."""
    state: dict[str, Any] = {}
    async with httpx.AsyncClient() as client:
        for _ in range(400):
            state = (await client.get(f"{url}/operator/state.json")).json()
            if len([each for each in state["notices"] if each["status"] == 200]) >= notices:
                return state
            await asyncio.sleep(0.02)
    raise AssertionError(state)


async def submit(bench: Bench, name: str) -> None:
    await bench.show_all()
    done = await bench.ann.post("/api/player/v1/kyc/submit", json=STATED | {"full_name": name})
    assert done.status_code == 200, done.text
    await bench.work()


@pytest.mark.parametrize(
    ("name", "decides", "notices", "status", "said"),
    [
        ("Anna Eriksson", True, 1, "verified", "approved"),
        ("Anna Twice", True, 2, "verified", "approved"),
        ("Anna Late", True, 2, "verified", "approved"),
        ("Anna Reject", True, 1, "rejected", "declined"),
        ("Anna Hold", True, 1, "submitted", "on_hold"),
        ("Anna Odd", True, 1, "submitted", "under_observation"),
        ("Anna Eriksson", False, 1, "submitted", "approved"),
    ],
)
async def test_a_vendor_decides_or_advises(
    house: House,
    vendor: str,
    name: str,
    decides: bool,  # noqa: FBT001
    notices: int,
    status: str,
    said: str,
) -> None:
    async with (
        listening(house.api.front) as front,
        open_bench(house, vendor, front, vendor_decides=decides) as bench,
    ):
        await submit(bench, name)
        state = await until_told(vendor, notices)
        await bench.work()
        await bench.work()

        mine = await bench.state()
        assert mine["status"] == status
        if status == "rejected":
            assert mine["reasons"] == ["unreadable", "name_differs"]
        seen = (await bench.officer.get(f"/api/staff/v1/kyc/cases/{await bench.case_id()}")).json()["case"]
        assert seen["vendor_said"] == said
        if status == "verified":
            assert (seen["method"], seen["valid_until"]) == ("vendor", "2027-03-01")
        assert [len(each["documents"]) for each in state["applicants"]] == [2]


async def test_a_case_that_a_person_has_taken_is_that_persons(house: House, vendor: str) -> None:
    async with (
        listening(house.api.front) as front,
        open_bench(house, vendor, front, vendor_decides=True) as bench,
    ):
        await submit(bench, "Anna Eriksson")
        assert (await bench.decide("take")).status_code == 200
        await until_told(vendor, 1)
        await bench.work()

        assert (await bench.state())["status"] == "in_review"


async def test_a_notice_that_nobody_signed_changes_nothing(house: House, vendor: str) -> None:
    async with open_bench(house, vendor, "http://127.0.0.1:1", vendor_decides=True) as bench:
        rows = await house.rows("SELECT id FROM kyc_connections WHERE tenant_id = $1", bench.tenant.id)
        door = f"/webhooks/kyc/sandid/{rows[0]['id']}"
        stamp = int(house.clock().timestamp())
        forged = [
            {},
            {"sandid-signature": "t=1,v1=" + "0" * 64},
            {"sandid-signature": f"t={stamp},v1=" + "0" * 64},
            {"sandid-signature": "rubbish"},
        ]
        for headers in forged:
            answer = await bench.ann.post(door, content=b"{}", headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (401, "vendor_signature_refused")
        elsewhere = await bench.ann.post(f"/webhooks/kyc/sandid/{bench.tenant.id}", content=b"{}")
        large = await bench.ann.post(door, content=b"x" * 70_000)

        assert (elsewhere.status_code, large.status_code) == (404, 422)
        assert await house.rows("SELECT 1 FROM kyc_notices WHERE tenant_id = $1", bench.tenant.id) == []


async def test_what_a_vendor_said_is_never_changed(house: House) -> None:
    tenant = await house.open_tenant()
    for statement in ("UPDATE kyc_notices SET body = ''", "DELETE FROM kyc_notices"):
        with pytest.raises(Exception, match="permission denied"):
            async with house.begin(tenant) as tx:
                await tx.conn.exec_driver_sql(statement)
