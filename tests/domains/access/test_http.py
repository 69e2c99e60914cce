"""Approvals and the audit trail over HTTP: shapes, codes and guards."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest

from stakehouse.domains.access.http import staff
from stakehouse.infra.audit import AuditEntry
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import new_id
from tests.domains.access.test_approvals import KINDS, ask
from tests.domains.compliance.conftest import NOON, Scene, the_member
from tests.domains.compliance.conftest import staff as staff_actor
from tests.domains.compliance.doors import Door, open_door

OFFICER = ("audit:view", "audit:export", "approvals:view", "approvals:decide", "ledger:adjust")


@pytest.fixture
async def door(scene: Scene) -> AsyncIterator[Door]:
    actors = {
        "officer": staff_actor("officer@lucky.test", *OFFICER),
        "analyst": staff_actor("analyst@lucky.test", "reports:view"),
    }
    async with open_door(scene, actors, {"/staff": staff.router(KINDS)}) as made:
        yield made


async def change_limit(door: Door, now: datetime = NOON) -> None:
    """An act of a member with the state before and after."""
    async with door.scene.begin(now, the_member(door.scene)) as tx:
        tx.record(
            AuditEntry(
                "limit.changed",
                "member",
                door.scene.member_id,
                before={"value": None},
                after={"value": "50.00"},
            )
        )


@pytest.mark.parametrize("path", ["/staff/audit", "/staff/audit/export", "/staff/approvals"])
async def test_staff_without_the_permission_stay_outside(door: Door, path: str) -> None:
    assert (await door.ask("GET", path, as_="analyst")).status_code == 403
    assert (await door.ask("GET", path, as_="nobody")).status_code == 401


async def test_an_approval_is_seen_and_approved(door: Door) -> None:
    asked = await ask(door.scene)
    [item] = (await door.ask("GET", "/staff/approvals?status=waiting", as_="officer")).json()["items"]

    changed = await door.ask(
        "POST", f"/staff/approvals/{item['id']}/approve", {"content_hash": "0" * 64}, as_="officer"
    )
    approved = await door.ask(
        "POST",
        f"/staff/approvals/{item['id']}/approve",
        {"content_hash": item["content_hash"]},
        as_="officer",
    )
    again = await door.ask("POST", f"/staff/approvals/{item['id']}/reject", {"reason": "No."}, as_="officer")

    assert item["id"] == str(asked.id)
    assert (item["amount"], item["currency"], item["maker"]) == ("-12.34", "EUR", "finance@lucky.test")
    assert (item["created_at"], item["expires_at"]) == (
        "2026-11-20T12:00:00.000Z",
        "2026-11-23T12:00:00.000Z",
    )
    assert (changed.status_code, changed.json()["code"]) == (409, "content_changed")
    assert (approved.status_code, approved.json()["status"]) == (200, "approved")
    assert (again.status_code, again.json()["code"]) == (409, "approval_decided")


async def test_the_audit_trail_is_found_by_every_filter(door: Door) -> None:
    await change_limit(door)
    member_id = door.scene.member_id

    async def found(query: str) -> list[str]:
        answer = await door.ask("GET", f"/staff/audit?{query}", as_="officer")
        assert answer.status_code == 200, answer.text
        return [item["action"] for item in answer.json()["items"]]

    assert await found("") == ["limit.changed", "tenant.opened"]
    assert await found("actor=ann") == ["limit.changed"]
    assert await found(f"actor={member_id}") == ["limit.changed"]
    assert await found("action=limit") == ["limit.changed"]
    assert await found("action=limi") == []
    assert await found("action=%25") == []
    assert await found("resource=member") == ["limit.changed"]
    assert await found(f"resource=member:{member_id}") == ["limit.changed"]
    assert await found(f"resource=member:{new_id()}") == []


async def test_the_audit_trail_is_found_by_its_times(door: Door) -> None:
    """Ids are made by the clock of the machine, so the acts of this test happen now."""
    now = system_clock().replace(microsecond=0)
    await change_limit(door, now)

    async def found(since: timedelta | None, until: timedelta | None) -> list[str]:
        moments = {"from": since, "to": until, "action": "limit"}
        query = {
            key: at if isinstance(at, str) else (now + at).isoformat()
            for key, at in moments.items()
            if at is not None
        }
        answer = await door.ask("GET", f"/staff/audit?{urlencode(query)}", as_="officer")
        return [item["action"] for item in answer.json()["items"]]

    tick, none = timedelta(milliseconds=1), timedelta(0)
    assert await found(none, tick) == ["limit.changed"]
    assert await found(-tick, none) == []
    assert await found(tick, None) == []
    assert await found(None, tick) == ["limit.changed"]


@pytest.mark.requirement("7")
async def test_an_entry_of_the_audit_trail_tells_everything(door: Door) -> None:
    await change_limit(door)

    [item, _] = (await door.ask("GET", "/staff/audit", as_="officer")).json()["items"]

    assert item["at"] == "2026-11-20T12:00:00.000Z"
    assert item["actor"]["kind"] == "member"
    assert item["actor"]["id"] == str(door.scene.member_id)
    assert item["resource"] == {"kind": "member", "id": str(door.scene.member_id)}
    assert (item["before"]["value"], item["after"]["value"]) == (None, "50.00")
    assert item["address"] == "192.0.2.7"


async def test_the_audit_trail_is_read_page_by_page(door: Door) -> None:
    async with door.scene.begin() as tx:
        for number in range(5):
            tx.record(AuditEntry(f"test.{number}", "test"))

    first = (await door.ask("GET", "/staff/audit?action=test&limit=3", as_="officer")).json()
    second = (
        await door.ask("GET", f"/staff/audit?action=test&limit=3&cursor={first['next']}", as_="officer")
    ).json()

    assert [item["action"] for item in first["items"] + second["items"]] == [
        f"test.{n}" for n in (4, 3, 2, 1, 0)
    ]
    assert second["next"] is None


@pytest.mark.parametrize(
    "query", ["cursor=!", "limit=0", "limit=201", "from=0001-01-01T00:00:00Z", "from=yesterday", "actor=%00"]
)
async def test_a_filter_that_makes_no_sense_is_refused(door: Door, query: str) -> None:
    assert (await door.ask("GET", f"/staff/audit?{query}", as_="officer")).status_code == 422


@pytest.mark.requirement("7")
async def test_the_export_is_complete_recorded_and_harmless_in_a_spreadsheet(door: Door) -> None:
    dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", 'say "hello", friend']
    async with door.scene.begin() as tx:
        for reason in dangerous:
            tx.record(AuditEntry("test.reason", "test", reason=reason))
        for _ in range(1_200):
            tx.record(AuditEntry("test.many", "test"))

    answer = await door.ask("GET", "/staff/audit/export?format=csv&action=test", as_="officer")
    rows = list(csv.DictReader(io.StringIO(answer.text)))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="audit-lucky-20261120T120000Z.csv"'
    assert len(rows) == 1_206
    assert len({row["id"] for row in rows}) == 1_206
    assert [row["reason"] for row in rows[:6]] == [
        "'=1+1",
        "'+1",
        "'-1",
        "'@SUM(A1)",
        "'\t=1",
        'say "hello", friend',
    ]
    assert (await door.scene.recorded())[-1] == "audit.exported"
