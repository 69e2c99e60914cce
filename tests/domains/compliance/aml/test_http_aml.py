"""Lists, cases and rules at the staff's face, in a house that stands."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from stakehouse.apps import seed
from stakehouse.domains.compliance.handlers import on_payment
from stakehouse.domains.compliance.jobs import loading
from stakehouse.events.payments import WithdrawalRequested
from stakehouse.infra.database import Database
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.subscriber import Event
from stakehouse.kernel.ids import TenantId, new_id
from tests.databases import TestDatabase
from tests.houses import House, standing_house

API = "/api/staff/v1"
LIST = Path(seed.__file__).parent / "lists" / "sample.targets.simple.csv"
LOAD = {"code": "sanctions", "title": "Sanctions", "format": "opensanctions_csv", "file_name": "../list.csv"}


@pytest.fixture
async def house(module_database: TestDatabase, module_pools: Database) -> AsyncIterator[House]:
    async with standing_house(module_database, pools=module_pools) as standing:
        yield standing


async def loaded(house: House, client: httpx.AsyncClient, content: bytes) -> dict[str, Any]:
    """A version as it is after the worker did its job."""
    answer = await client.post(f"{API}/watchlists", params=LOAD, content=content)
    assert answer.status_code == 201, answer.text
    job = loading(house.api.edge.objects)
    for owed in await house.rows(
        "DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", job.name
    ):
        await job.run(
            JobContext(
                job.name,
                TenantId(owed["tenant_id"]),
                owed["payload"],
                1,
                is_last=False,
                clock=house.clock,
                database=house.api.edge.database,
                job_id=owed["id"],
            )
        )
    seen = await client.get(f"{API}/watchlists/{answer.json()['id']}")
    version: dict[str, Any] = seen.json()
    return version


async def test_a_list_is_uploaded_loaded_put_in_force_and_searched(house: House) -> None:
    tenant = await house.open_tenant()
    officer = await house.staff(tenant, "compliance")

    version = await loaded(house, officer, LIST.read_bytes())
    assert (version["status"], version["entries"], version["people"]) == ("ready", 6, 5)
    assert version["file_name"] == "list.csv", "no path comes in with a name"
    put = await officer.post(f"{API}/watchlists/{version['id']}/activate", json={"reason": "The new list."})
    assert put.json()["status"] == "active"

    tried = await officer.post(f"{API}/watchlists/try", json={"name": "Rodion Skvortchenko"})
    [hit] = tried.json()["hits"]
    assert hit["entry"]["ref"] == "inv-0001"
    assert {pairing["how"] for pairing in hit["match"]["pairings"]} == {"same"}
    entries = await officer.get(f"{API}/watchlists/{version['id']}/entries", params={"limit": 4})
    assert len(entries.json()["items"]) == 4
    rest = await officer.get(f"{API}/watchlists/{version['id']}/entries", params={"after": 3})
    assert len(rest.json()["items"]) == 2


async def test_a_bad_file_and_bad_input_are_told_and_change_nothing(house: House) -> None:
    tenant = await house.open_tenant()
    officer = await house.staff(tenant, "compliance")

    failed = await loaded(house, officer, b"\x00\xff not a list")
    assert failed["status"] == "failed"
    assert failed["fault_lines"]
    refused = await officer.post(f"{API}/watchlists/{failed['id']}/activate", json={"reason": "Anyway."})
    assert (refused.status_code, refused.json()["code"]) == (409, "watchlist_not_ready")
    wrong = await officer.post(f"{API}/watchlists", params={**LOAD, "code": "../etc"}, content=b"x")
    assert wrong.status_code == 422
    missing = await officer.get(f"{API}/watchlists/{new_id()}")
    assert (missing.status_code, missing.json()["code"]) == (404, "watchlist_not_found")


async def test_members_whom_an_alert_names_are_told_by_name(house: House) -> None:
    tenant = await house.open_tenant()
    officer = await house.staff(tenant, "compliance")
    names = sorted(f"m{new_id().hex[-8:]}" for _ in range(3))
    members = [await house.add_member(tenant, f"{new_id().hex}@example.com", name) for name in names]
    for member_id in members:
        payment = WithdrawalRequested(
            payment_id=new_id(),
            member_id=member_id,
            currency="EUR",
            units=1_000,
            scale=2,
            method="bank",
            reference="W-1",
            instrument="ab" * 16,
        )
        async with house.begin(tenant) as tx:
            await on_payment(tx, Event(new_id(), tenant.id, payment.key(), house.clock(), payment))

    [case] = (await officer.get(f"{API}/aml-cases")).json()["items"]
    [alert] = (await officer.get(f"{API}/aml-cases/{case['id']}")).json()["evidence"]

    assert [
        member["username"] for member in sorted(alert["members"], key=lambda each: each["username"])
    ] == names
    assert {member["id"] for member in alert["members"]} == {str(member_id) for member_id in members}


async def test_a_case_is_worked_on_and_other_tenants_and_roles_stay_out(house: House) -> None:
    tenant, other = await house.open_tenant(), await house.open_tenant()
    officer = await house.staff(tenant, "compliance")
    member_id = str(await house.add_member(tenant, f"{new_id().hex}@example.com", f"m{new_id().hex[-8:]}"))
    opened = await officer.post(
        f"{API}/aml-cases",
        json={
            "member_id": member_id,
            "severity": "high",
            "is_blocking": True,
            "summary": "A third party pays.",
        },
    )
    assert opened.status_code == 201, opened.text
    path = f"{API}/aml-cases/{opened.json()['id']}"

    assert (await officer.post(f"{path}/assign", json={})).json()["status"] == "assigned"
    assert (await officer.post(f"{path}/notes", json={"text": "Called the bank."})).status_code == 200
    attached = await officer.post(f"{path}/evidence", json={"title": "Letter", "reference": "L-1"})
    assert attached.json()["evidence"][0]["content"]["reference"] == "L-1"
    file = (await officer.get(f"{API}/members/{member_id}/aml")).json()
    assert file["withdrawals_stopped"] == "case"
    frozen = await officer.post(f"{API}/members/{member_id}/freeze", json={"reason": "A third party pays."})
    assert frozen.status_code == 201
    assert (await officer.get(path)).json()["is_frozen"] is True
    twice = await officer.post(f"{API}/members/{member_id}/freeze", json={"reason": "A third party pays."})
    assert (twice.status_code, twice.json()["code"]) == (409, "account_frozen")
    asked = await officer.post(f"{API}/members/{member_id}/release", json={"reason": "It was a gift."})
    assert (asked.status_code, asked.json()["kind"]) == (202, "compliance.release")
    wrong = await officer.post(f"{path}/close", json={"finding": "true_match", "reason": "Is he?"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "wrong_finding")
    closed = await officer.post(f"{path}/close", json={"finding": "reported", "reason": "Report 17."})
    assert closed.json()["finding"] == "reported"
    again = await officer.post(f"{path}/notes", json={"text": "One more."})
    assert (again.status_code, again.json()["code"]) == (409, "case_closed")

    stranger = await house.staff(other, "compliance")
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.get(f"{API}/members/{member_id}/aml")).status_code == 404
    assert (await stranger.get(f"{API}/aml-cases")).json()["items"] == []
    for role in ("support", "analyst", "finance"):
        client = await house.staff(tenant, role)
        assert (await client.get(path)).status_code == 403
        assert (await client.get(f"{API}/watchlists")).status_code == 403
    admin = await house.staff(tenant, "admin")
    assert (await admin.get(path)).status_code == 200
    assert (await admin.post(f"{path}/notes", json={"text": "Me too."})).status_code == 403


async def test_rules_are_listed_tried_and_changed(house: House) -> None:
    tenant = await house.open_tenant()
    officer = await house.staff(tenant, "compliance")
    seen = (await officer.get(f"{API}/monitoring-rules")).json()
    rule = next(each for each in seen["rules"] if each["kind"] == "amount_over")
    kinds = {each["kind"]: each for each in seen["kinds"]}
    assert kinds["amount_over"]["parameters"]["properties"]["amount"]["title"] == "From this amount on"

    tried = await officer.post(
        f"{API}/monitoring-rules/dry-run", json={"kind": "amount_over", "parameters": {}, "days": 30}
    )
    assert tried.json()["alerts"] == 0
    body = {key: rule[key] for key in ("title", "is_on", "severity", "is_blocking", "parameters", "version")}
    changed = await officer.put(
        f"{API}/monitoring-rules/{rule['id']}",
        json={**body, "parameters": {**rule["parameters"], "amount": "9000.00"}, "reason": "Too many."},
    )
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    stale = await officer.put(f"{API}/monitoring-rules/{rule['id']}", json={**body, "reason": "Late."})
    assert (stale.status_code, stale.json()["code"]) == (409, "rule_changed_meanwhile")
    wrong = await officer.post(
        f"{API}/monitoring-rules/dry-run", json={"kind": "velocity", "parameters": {"hours": "many"}}
    )
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_parameters")
    versions = await officer.get(f"{API}/monitoring-rules/{rule['id']}/versions")
    assert [each["version"] for each in versions.json()["items"]] == [2, 1]


async def test_a_member_states_a_name_until_it_was_verified(house: House) -> None:
    tenant = await house.open_tenant()
    player = await house.player(tenant)
    path = "/api/player/v1/me/name"

    stated = await player.put(path, json={"first_name": " Родион ", "last_name": "Скворченко"})
    assert (stated.status_code, stated.json()["first_name"]) == (200, "Родион")
    bad = await player.put(path, json={"first_name": "<b>", "last_name": "x1"})
    assert bad.status_code == 422
    await house.rows("UPDATE members SET kyc_status = 'verified' WHERE tenant_id = $1", tenant.id)
    fixed = await player.put(path, json={"first_name": "Anna", "last_name": "Bell"})
    assert (fixed.status_code, fixed.json()["code"]) == (409, "details_verified")
