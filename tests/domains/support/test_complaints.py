"""Complaints from filing to the dispute body."""

import asyncio
import hashlib
import json
import zipfile
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import httpx
import pytest

from stakehouse.domains.support import jobs
from stakehouse.domains.support.service import complaints
from stakehouse.domains.support.service.complaints import OwedMail
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.archive import verify
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.mail import Delivered, Mailbox
from stakehouse.kernel.ids import TenantId, new_id
from tests.houses import House, sign_in

OWN = "/api/player/v1/complaints"
DESK = "/api/staff/v1/complaints"
BODY = {
    "category": "payment",
    "subject": "Where is my money?",
    "text": "I withdrew, <b>and</b> nothing came.",
}


async def file(player: httpx.AsyncClient, key: str | None = None, **changed: Any) -> httpx.Response:
    headers = {"idempotency-key": key or new_id().hex}
    return await player.post(OWN, json=BODY | changed, headers=headers)


async def mails(house: House) -> list[Delivered]:
    """Sends what is owed to members and reads what came."""
    edge = house.api.edge
    mailbox = Mailbox(edge.database.pool, house.clock)
    send = jobs.mail_job(mailbox)
    email = ""
    owed = await house.rows("DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", send.name)
    for row in owed:
        context = JobContext(
            name=send.name,
            tenant_id=TenantId(row["tenant_id"]),
            payload=row["payload"],
            attempt=1,
            is_last=False,
            clock=house.clock,
            database=edge.database,
            job_id=row["id"],
        )
        await send.run(context)
        async with context.begin() as tx:
            found = context.arguments(OwedMail)
            email = (await complaints.case(tx, found.complaint_id)).member.email
    return await mailbox.read(email)


@pytest.mark.requirement("70")
async def test_a_complaint_goes_from_filing_to_its_answer(house: House, tenant: TenantProfile) -> None:
    player = await house.player(tenant)
    support = await house.staff(tenant, "support")

    filed = await file(player)
    complaint = filed.json()
    assert filed.status_code == 201
    assert (complaint["number"], complaint["status"], complaint["is_overdue"]) == (1, "received", False)
    assert complaint["answer_by"] > complaint["created_at"]
    assert "complaint 1" in (await mails(house))[0].subject

    taken = (await support.post(f"{DESK}/{complaint['id']}/take")).json()
    assert taken["complaint"]["status"] == "in_progress"
    await support.post(f"{DESK}/{complaint['id']}/notes", json={"text": "The bank was slow."})
    answered = await support.post(
        f"{DESK}/{complaint['id']}/answer", json={"text": "It left today.\nSorry.", "outcome": "upheld"}
    )
    assert answered.status_code == 200
    mail = (await mails(house))[0]
    assert "It left today." in mail.text
    assert "It left today.<br>Sorry." in mail.html

    seen = (await player.get(f"{OWN}/{complaint['id']}")).json()
    assert (seen["complaint"]["status"], seen["complaint"]["outcome"]) == ("answered", "upheld")
    assert [entry["kind"] for entry in seen["entries"]] == ["member", "step", "answer"]
    assert {entry["author"] for entry in seen["entries"][1:]} == {"Lucky"}
    closed = (await player.post(f"{OWN}/{complaint['id']}/accept")).json()
    assert closed["complaint"]["status"] == "closed"
    again = await player.post(f"{OWN}/{complaint['id']}/entries", json={"text": "One more thing"})
    assert (again.status_code, again.json()["code"]) == (409, "complaint_closed")

    trail = await house.rows(
        "SELECT action FROM audit_trail WHERE tenant_id = $1 AND resource_kind = 'complaint' ORDER BY id",
        tenant.id,
    )
    assert [row["action"] for row in trail] == ["complaint.taken", "complaint.noted", "complaint.answered"]
    told = await house.rows(
        "SELECT name FROM outbox WHERE tenant_id = $1 AND domain = 'support' ORDER BY id", tenant.id
    )
    assert [row["name"] for row in told] == [
        "complaint.filed",
        "complaint.acknowledged",
        "complaint.answered",
        "complaint.closed",
    ]


async def test_the_same_key_files_one_complaint_and_numbers_have_no_gaps(
    house: House, tenant: TenantProfile
) -> None:
    player, other = await house.player(tenant), await house.player(tenant, "bob")

    first, repeat = await file(player, "k-1"), await file(player, "k-1")
    crowd = await asyncio.gather(*(file(who) for who in (player, other) * 5))

    assert first.content == repeat.content
    assert sorted(answer.json()["number"] for answer in (first, *crowd)) == list(range(1, 12))


async def test_a_complaint_points_at_the_members_own_things_only(house: House, tenant: TenantProfile) -> None:
    player = await house.player(tenant)

    for kind in ("round", "deposit", "withdrawal"):
        answer = await file(player, reference={"kind": kind, "id": str(new_id())})
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await player.get(OWN)).json()["items"] == []


@pytest.mark.parametrize(
    "changed",
    [{"subject": "  "}, {"text": ""}, {"text": "x" * 4001}, {"category": "weather"}, {"priority": "high"}],
)
async def test_what_makes_no_sense_is_refused(
    house: House, tenant: TenantProfile, changed: dict[str, Any]
) -> None:
    answer = await file(await house.player(tenant), **changed)

    assert answer.status_code == 422


async def test_nobody_reads_or_moves_anothers_complaint(house: House, tenant: TenantProfile) -> None:
    complaint = (await file(await house.player(tenant))).json()
    stranger = await house.player(tenant, "eve")
    elsewhere = await house.staff(await house.open_tenant(), "owner")
    analyst = await house.staff(tenant, "analyst")
    before = await house.rows("SELECT xmin, * FROM complaints WHERE id = $1", UUID(complaint["id"]))

    for act in ("accept", "escalate"):
        assert (await stranger.post(f"{OWN}/{complaint['id']}/{act}")).status_code == 404
    assert (await stranger.get(f"{OWN}/{complaint['id']}")).status_code == 404
    assert (await elsewhere.get(f"{DESK}/{complaint['id']}")).status_code == 404
    assert (await elsewhere.post(f"{DESK}/{complaint['id']}/take")).status_code == 404
    assert (await analyst.get(DESK)).status_code == 403
    assert await house.rows("SELECT xmin, * FROM complaints WHERE id = $1", UUID(complaint["id"])) == before


async def test_the_work_list_marks_what_is_late_and_it_is_told_once(
    house: House, tenant: TenantProfile
) -> None:
    player, support = await house.player(tenant), await house.staff(tenant, "support")
    complaint = (await file(player)).json()
    house.clock.forward(timedelta(hours=25))
    support = await house.staff(tenant, "support")

    for _ in range(2):
        async with house.begin(tenant) as tx:
            await complaints.note_overdue(tx)

    late = (await support.get(DESK, params={"overdue": True})).json()["items"]
    assert [(row["id"], row["is_overdue"]) for row in late] == [(complaint["id"], True)]
    assert (await support.get(DESK, params={"overdue": False})).json()["items"] == []
    told = await house.rows(
        "SELECT payload::text FROM outbox WHERE tenant_id = $1 AND name = 'complaint.overdue'", tenant.id
    )
    assert len(told) == 1


async def test_the_dispute_body_is_reached_when_the_house_is_late(
    house: House, tenant: TenantProfile
) -> None:
    player = await house.player(tenant)
    complaint = (await file(player)).json()

    early = await player.post(f"{OWN}/{complaint['id']}/escalate")
    house.clock.forward(timedelta(days=57))
    player = await _again(house, tenant, complaint["id"])
    late = await player.post(f"{OWN}/{complaint['id']}/escalate")

    assert (early.status_code, early.json()["code"]) == (409, "too_early")
    assert (late.status_code, late.json()["complaint"]["status"]) == (200, "escalated")
    assert late.json()["may_escalate"] is False


@pytest.mark.requirement("70")
async def test_the_export_for_a_dispute_body_is_whole_and_without_notes(
    house: House, tenant: TenantProfile
) -> None:
    player, support = await house.player(tenant), await house.staff(tenant, "support")
    complaint = (await file(player)).json()
    await support.post(f"{DESK}/{complaint['id']}/notes", json={"text": "A difficult person."})
    await support.post(f"{DESK}/{complaint['id']}/answer", json={"text": "No.", "outcome": "rejected"})

    answer = await support.post(f"{DESK}/{complaint['id']}/export")

    manifest, differences = verify(BytesIO(answer.content))
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        facts = json.loads(archive.read("complaint.json"))
        everything = b"".join(archive.read(name) for name in archive.namelist())
        digest = hashlib.sha256(archive.read("manifest.json")).hexdigest()
    assert answer.headers["content-disposition"] == 'attachment; filename="complaint-1.zip"'
    assert differences == []
    assert manifest["about"]["complaint"] == 1
    assert (facts["outcome"], facts["subject"]) == ("rejected", "Where is my money?")
    assert b"difficult" not in everything
    noted = await house.rows(
        "SELECT after::text FROM audit_trail WHERE tenant_id = $1 AND action = 'complaint.exported'",
        tenant.id,
    )
    assert json.loads(noted[0]["after"]) == {"manifest_sha256": digest}


@pytest.mark.requirement("10", "70")
async def test_nobody_deletes_a_complaint_or_changes_what_was_said(
    house: House, tenant: TenantProfile
) -> None:
    await file(await house.player(tenant))

    grants = await house.rows(
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants "
        "WHERE grantee = 'stakehouse_app' AND table_name IN ('complaints', 'complaint_entries')"
    )
    kept = await house.rows(
        "SELECT keep_until - created_at AS kept FROM complaints WHERE tenant_id = $1", tenant.id
    )

    assert {(row["table_name"], row["privilege_type"]) for row in grants} == {
        ("complaints", "SELECT"),
        ("complaints", "INSERT"),
        ("complaints", "UPDATE"),
        ("complaint_entries", "SELECT"),
        ("complaint_entries", "INSERT"),
    }
    assert kept[0]["kept"] >= timedelta(days=5 * 365)


async def _again(house: House, tenant: TenantProfile, complaint_id: str) -> httpx.AsyncClient:
    """The complainant signed in anew: the session of before has ended."""
    row = await house.rows(
        "SELECT u.email FROM complaints c JOIN members m ON m.id = c.member_id "
        "JOIN users u ON u.id = m.user_id WHERE c.id = $1",
        UUID(complaint_id),
    )
    client = house.client(tenant)
    await sign_in(client, "player", row[0]["email"])
    return client
