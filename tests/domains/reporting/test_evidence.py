"""Evidence packs: asked for, built from every domain, downloaded by links that end, verified."""

import json
import re
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from typer.testing import CliRunner

from stakehouse.apps.cli import app as program
from stakehouse.apps.evidence import EVIDENCE
from stakehouse.domains import compliance, ledger
from stakehouse.domains.reporting.jobs import evidence_job
from stakehouse.domains.reporting.service.evidence import BUILD
from stakehouse.infra.archive import verify
from stakehouse.infra.database import Database
from stakehouse.infra.jobs import JobContext
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from tests.databases import TestDatabase
from tests.domains.compliance.kyc.bench import Bench
from tests.halls import Hall, lay, seat
from tests.houses import House, standing_house

YEARS = timedelta(days=3_660)
"""Ids carry the time of the machine, whatever the house's clock says; this is later than both."""

PACKS = "/api/staff/v1/evidence"
LIMITS = "/api/player/v1/limits"
CASES = "/api/staff/v1/kyc/cases"
ME = "/api/player/v1/me"


@pytest.fixture
async def today(module_database: TestDatabase, module_pools: Database) -> AsyncIterator[House]:
    """A house whose clock no other test has moved: passports are valid in it."""
    async with standing_house(module_database, pools=module_pools) as standing:
        yield standing


async def build(house: House) -> None:
    """Does what the worker owes."""
    job = evidence_job(house.api.edge.objects, EVIDENCE)
    for row in await house.rows("DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", BUILD):
        await job.run(
            JobContext(
                name=BUILD,
                tenant_id=TenantId(row["tenant_id"]),
                payload=row["payload"],
                attempt=1,
                is_last=False,
                clock=house.clock,
                database=house.api.edge.database,
                job_id=row["id"],
            )
        )


def opened(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """The lines of every file of data in a pack."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {
            name: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in archive.namelist()
            if name.endswith(".jsonl")
        }


def altered(content: bytes, path: str) -> bytes:
    """The same archive with one letter more in one of its files."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name) + (b" " if name == path else b""))
    return target.getvalue()


@pytest.mark.requirement("72")
async def test_a_members_pack_holds_what_every_domain_knows_and_verifies(hall: Hall) -> None:
    house, tenant = hall.house, hall.tenant
    player, member_id = await seat(hall)
    await seat(hall)
    await lay(player)
    house.clock.forward(YEARS)
    officer = await house.staff(tenant, "compliance")

    body = {"member_id": str(member_id), "reason": "asked by the regulator"}
    asked = await officer.post(PACKS, json=body)
    early = await officer.post(f"{PACKS}/{asked.json()['id']}/download")
    await build(house)
    ready = (await officer.get(f"{PACKS}/{asked.json()['id']}")).json()
    link = (await officer.post(f"{PACKS}/{ready['id']}/download")).json()
    file = await officer.get(link["url"], headers={"authorization": ""})

    assert (asked.status_code, asked.json()["status"]) == (202, "waiting")
    assert (early.status_code, early.json()["code"]) == (409, "pack_not_ready")
    assert (ready["status"], ready["done"], ready["parts"]) == ("ready", len(EVIDENCE), len(EVIDENCE))
    manifest, differences = verify(BytesIO(file.content))
    assert differences == []
    assert manifest["about"]["member_id"] == str(member_id)
    assert {held["name"] for held in manifest["about"]["contributions"]} == {one.name for one in EVIDENCE}
    lines = opened(file.content)
    assert [row["member_id"] for row in lines["identity/members.jsonl"]] == [str(member_id)]
    assert [row["game"] for row in lines["play/rounds.jsonl"]] == ["dice"]
    assert {row["owner_id"] for row in lines["ledger/transfers.jsonl"]} == {str(member_id)}
    trail = await house.rows(
        "SELECT action, after::text FROM audit_trail "
        "WHERE tenant_id = $1 AND action LIKE 'evidence.%' ORDER BY id",
        tenant.id,
    )
    assert [row["action"] for row in trail] == ["evidence.asked", "evidence.built", "evidence.downloaded"]
    assert json.loads(trail[1]["after"])["manifest_sha256"] == ready["manifest_sha256"]

    house.clock.forward(timedelta(hours=1))
    assert (await officer.get(link["url"], headers={"authorization": ""})).status_code == 410


@pytest.mark.requirement("18", "72", "R22")
async def test_a_pack_tells_of_identity_checks_laundering_and_every_limit(
    today: House, tmp_path: Path
) -> None:
    house, bench = today, await Bench.open(today)
    await bench.verified()
    member_id = MemberId(UUID((await bench.ann.get(ME)).json()["member_id"]))
    limit = f"{LIMITS}/deposit/day"
    await bench.ann.put(limit, json={"amount": "20.00"})
    await bench.ann.put(limit, json={"amount": "50.00"})
    await bench.ann.delete(f"{limit}/pending")
    async with house.begin(bench.tenant) as tx:
        await compliance.screen_member(tx, member_id, "details")
        await compliance.freeze(tx, member_id, reason="an order of a court")
    house.clock.forward(YEARS)
    officer = await house.staff(bench.tenant, "compliance")

    asked = await officer.post(PACKS, json={"member_id": str(member_id), "reason": "a case"})
    await build(house)
    link = (await officer.post(f"{PACKS}/{asked.json()['id']}/download")).json()
    pack = (await officer.get(link["url"], headers={"authorization": ""})).content
    lines = opened(pack)

    assert [row["status"] for row in lines["kyc/decisions.jsonl"]][-1] == "verified"
    assert {row["requirement"] for row in lines["kyc/documents.jsonl"]} == {"identity", "address"}
    for row in lines["kyc/documents.jsonl"]:
        document = f"{CASES}/{row['case_id']}/documents/{row['id']}"
        shown = await officer.get((await officer.get(f"{document}/link")).json()["url"])
        assert sha256(shown.content).hexdigest() == row["sha256"]
    assert [row["cause"] for row in lines["aml/screenings.jsonl"]] == ["details"]
    assert [row["reason"] for row in lines["aml/freezes.jsonl"]] == ["an order of a court"]
    history = lines["compliance/history.jsonl"]
    assert [(row["act"], row["actor_kind"]) for row in history] == [
        ("limit.changed", "member"),
        ("limit.loosening_asked", "member"),
        ("limit.loosening_called_off", "member"),
    ]
    assert history[1]["before"]["value"] == "20.00"
    assert history[1]["after"]["pending_value"] == "50.00"
    personal = b"".join(json.dumps(rows).encode() for name, rows in lines.items() if name.startswith("kyc"))
    assert b"AB 123456" not in personal

    seen = (await officer.get(f"/api/staff/v1/members/{member_id}/protection-history")).json()["items"]
    assert [row["act"] for row in seen] == [row["act"] for row in reversed(history)]
    file = tmp_path / "pack.zip"
    file.write_bytes(pack)
    assert CliRunner().invoke(program, ["evidence", "verify", str(file)]).exit_code == 0
    for path in ("kyc/documents.jsonl", "aml/freezes.jsonl", "compliance/history.jsonl"):
        file.write_bytes(altered(pack, path))
        found = CliRunner().invoke(program, ["evidence", "verify", str(file)])
        assert found.exit_code == 1
        assert f"{path}: was changed" in found.output


async def test_downloading_asks_who_it_is_once_more(hall: Hall) -> None:
    house = hall.house
    officer = await house.staff(hall.tenant, "compliance")
    asked = await officer.post(PACKS, json={"from": "2020-01-01T00:00:00Z", "reason": "a year"})
    await build(house)
    house.clock.forward(timedelta(minutes=10))

    refused = await officer.post(f"{PACKS}/{asked.json()['id']}/download")

    assert (refused.status_code, refused.json()["code"]) == (403, "step_up_required")
    told = await house.rows(
        "SELECT 1 FROM audit_trail WHERE tenant_id = $1 AND action = 'evidence.downloaded'", hall.tenant.id
    )
    assert told == []


async def test_the_journal_in_a_pack_is_the_one_that_was_sealed(hall: Hall) -> None:
    house, tenant = hall.house, hall.tenant
    player, _ = await seat(hall)
    await lay(player)
    house.clock.forward(YEARS)
    officer = await house.staff(tenant, "compliance")
    await ledger.seal_all(hall.begin)

    asked = (await officer.post(PACKS, json={"from": "2020-01-01T00:00:00Z", "reason": "a year"})).json()
    await build(house)
    link = (await officer.post(f"{PACKS}/{asked['id']}/download")).json()
    lines = opened((await officer.get(link["url"], headers={"authorization": ""})).content)

    sealed = "".join(seal["leaves"] for seal in lines["ledger/seals.jsonl"])
    leaves = set(re.findall(".{64}", sealed))
    for row in lines["ledger/transfers.jsonl"]:
        text = "|".join("~" if value is None else str(value) for value in row.values())
        if leaves:
            assert sha256(text.encode()).hexdigest() in leaves


async def test_no_pack_holds_anything_of_another_tenant_or_member(hall: Hall) -> None:
    house = hall.house
    _, member_id = await seat(hall)
    other = await house.open_tenant()
    stranger = await house.staff(other, "compliance")

    unknown = await stranger.post(PACKS, json={"member_id": str(member_id), "reason": "curious"})
    mine = (
        await (await house.staff(hall.tenant, "compliance")).post(
            PACKS, json={"member_id": str(member_id), "reason": "a case"}
        )
    ).json()

    assert unknown.status_code == 404
    assert (await stranger.get(f"{PACKS}/{mine['id']}")).status_code == 404
    assert (await stranger.post(f"{PACKS}/{mine['id']}/download")).status_code == 404
    assert (await stranger.get(PACKS)).json()["items"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"reason": "nobody and never"},
        {"from": "2026-11-20T00:00:00Z", "to": "2026-11-19T00:00:00Z", "reason": "backwards"},
        {"from": 1, "reason": "a number"},
        {"from": "2026-11-19T00:00:00Z", "reason": "  "},
    ],
)
async def test_what_makes_no_sense_is_refused(hall: Hall, body: dict[str, Any]) -> None:
    officer = await hall.house.staff(hall.tenant, "compliance")

    assert (await officer.post(PACKS, json=body)).status_code == 422
    assert (await officer.get(PACKS)).json()["items"] == []


@pytest.mark.requirement("72")
async def test_a_regulator_looks_for_a_time_and_every_look_is_recorded(hall: Hall) -> None:
    house, tenant = hall.house, hall.tenant
    regulator = await house.staff(tenant, "regulator")

    seen = [
        (await regulator.get(path)).status_code
        for path in (PACKS, "/api/staff/v1/audit", "/api/staff/v1/ledger/check", "/api/staff/v1/rounds")
    ]
    hidden = [
        (await regulator.get(path)).status_code
        for path in (
            "/api/staff/v1/members",
            "/api/staff/v1/withdrawals",
            f"/api/staff/v1/members/{new_id()}",
        )
    ]
    acts = [
        await regulator.post(PACKS, json={"from": "2020-01-01T00:00:00Z", "reason": "to build"}),
        await regulator.post("/api/staff/v1/adjustments", json={}),
        await regulator.put("/api/staff/v1/settings/sign_in", json={}),
    ]
    looked = await house.rows(
        "SELECT resource_id FROM audit_trail "
        "WHERE tenant_id = $1 AND action = 'regulator.looked' ORDER BY id",
        tenant.id,
    )
    until = await house.rows(
        "SELECT expires_at FROM role_grants WHERE tenant_id = $1 AND role = 'regulator'", tenant.id
    )

    assert seen == [200] * 4
    assert hidden == [403] * 3
    assert {answer.status_code for answer in acts} == {403}
    assert [row["resource_id"] for row in looked] == [
        PACKS,
        "/api/staff/v1/audit",
        "/api/staff/v1/ledger/check",
        "/api/staff/v1/rounds",
    ]
    assert until[0]["expires_at"] == house.clock.now + timedelta(days=30)
    house.clock.forward(timedelta(days=31))
    await house.api.gate.heard({"access_changed"})
    over = await regulator.get(PACKS)
    assert over.status_code in {401, 403}


async def test_nobody_else_builds_or_fetches_packs(hall: Hall) -> None:
    support = await hall.house.staff(hall.tenant, "support")

    assert (await support.get(PACKS)).status_code == 403
    assert (await support.post(PACKS, json={"reason": "x"})).status_code == 403
