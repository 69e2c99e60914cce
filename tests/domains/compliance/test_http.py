"""Compliance over HTTP: the contract's shapes, codes and guards."""

import csv
import io
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from stakehouse.domains import compliance
from stakehouse.domains.compliance.http import player, staff
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import MasterKey, Vault
from stakehouse.infra.objects import open_objects
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.rate_limit import RateLimiter
from stakehouse.infra.tokens import Tokens
from stakehouse.infra.web import problems
from stakehouse.infra.web.context import Audience, Edge, TenantRef
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.errors import Unauthenticated
from stakehouse.kernel.ids import new_id
from tests.domains.compliance.conftest import NOON, Scene, after, the_member
from tests.domains.compliance.conftest import staff as staff_actor
from tests.domains.compliance.test_approvals import KINDS, ask

OFFICER = (
    "audit:view",
    "audit:export",
    "members:view",
    "approvals:view",
    "approvals:decide",
    "ledger:adjust",
)


@dataclass(slots=True)
class Door:
    """Both faces behind one client; whoever is named by the token comes in."""

    scene: Scene
    client: httpx.AsyncClient
    actors: dict[str, Actor]
    now: datetime = NOON

    async def tenant_of(self, host: str, slug: str | None) -> TenantRef:
        return TenantRef(self.scene.tenant_id, slug or host)

    async def actor_of(
        self, token: str, audience: Audience, tenant: TenantRef, *, address: str, user_agent: str
    ) -> Actor:
        del audience, tenant, address, user_agent
        if token not in self.actors:
            raise Unauthenticated("Sign in.")
        return self.actors[token]

    async def heard(self, channels: Collection[str]) -> None:
        """Remembers nothing, so there is nothing to forget."""

    async def ask(self, method: str, path: str, json: Any = None, *, as_: str = "ann") -> httpx.Response:
        headers = {"authorization": f"Bearer {as_}", "x-tenant": "lucky"}
        return await self.client.request(method, path, json=json, headers=headers)


@pytest.fixture
async def door(scene: Scene) -> AsyncIterator[Door]:
    app = FastAPI()
    problems.install(app)
    app.include_router(player.router, prefix="/player")
    app.include_router(staff.router, prefix="/staff")
    app.include_router(staff.approvals_router(KINDS), prefix="/staff")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://lucky.test") as client:
        actors = {
            "ann": the_member(scene),
            "officer": staff_actor("officer@lucky.test", *OFFICER),
            "analyst": staff_actor("analyst@lucky.test", "reports:view"),
        }
        made = Door(scene, client, actors)
        vault, passwords = Vault([MasterKey(1, bytes(32))]), Passwords()
        app.state.edge = Edge(
            scene.database,
            made,
            lambda: made.now,
            vault,
            Tokens(vault),
            passwords,
            RateLimiter(scene.database.pool),
            open_objects("memory:", vault),
        )
        yield made
        passwords.close()


async def test_the_limits_of_the_contract(door: Door) -> None:
    put = await door.ask("PUT", "/player/limits/wager/day", {"amount": "50.00", "currency": "EUR"})
    raised = await door.ask("PUT", "/player/limits/wager/day", {"amount": None})
    items = (await door.ask("GET", "/player/limits")).json()["items"]

    assert put.status_code == 200
    assert put.json() == {
        "kind": "wager",
        "period": "day",
        "currency": "EUR",
        "value": "50.00",
        "used": "0.00",
        "pending_value": None,
        "pending_from": None,
    }
    assert raised.json()["pending_from"] == "2026-11-21T12:00:00.000Z"
    assert len(items) == 9
    assert raised.json() in items


@pytest.mark.requirement("R3")
async def test_a_raise_is_confirmed_or_called_off(door: Door) -> None:
    await door.ask("PUT", "/player/limits/loss/month", {"amount": "50.00", "currency": "EUR"})
    await door.ask("PUT", "/player/limits/loss/month", {"amount": "60.00", "currency": "EUR"})

    early = await door.ask("POST", "/player/limits/loss/month/confirm")
    called_off = await door.ask("DELETE", "/player/limits/loss/month/pending")
    none_left = await door.ask("POST", "/player/limits/loss/month/confirm?currency=EUR")
    await door.ask("PUT", "/player/limits/loss/month", {"amount": "60.00", "currency": "EUR"})
    door.now = after(days=1)
    late = await door.ask("POST", "/player/limits/loss/month/confirm")

    assert (early.status_code, early.json()["code"]) == (409, "cooling_off")
    assert (called_off.status_code, called_off.content) == (204, b"")
    assert (none_left.status_code, none_left.json()["code"]) == (409, "no_pending_change")
    assert (late.status_code, late.json()["value"]) == (200, "60.00")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("day", {}),
        ("day", {"amount": 50}),
        ("day", {"amount": "50.001", "currency": "EUR"}),
        ("day", {"amount": "-1", "currency": "EUR"}),
        ("day", {"amount": "1.00", "currency": "XYZ"}),
        ("day", {"amount": "1.00", "currency": "E\x00R"}),
        ("day", {"amount": "1.00", "currency": "EUR", "minutes": 5}),
        ("year", {"amount": "1.00", "currency": "EUR"}),
        ("day", None),
        ("day", []),
    ],
)
async def test_a_limit_that_makes_no_sense_is_refused(door: Door, path: str, body: Any) -> None:
    answer = await door.ask("PUT", f"/player/limits/wager/{path}", body)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert await door.scene.told() == []


async def test_a_time_out_and_what_is_in_force(door: Door) -> None:
    none = await door.ask("GET", "/player/exclusion")
    asked = await door.ask(
        "POST", "/player/exclusion", {"kind": "time_out", "until": "2026-11-27T14:00:00+02:00"}
    )
    shorter = await door.ask(
        "POST", "/player/exclusion", {"kind": "time_out", "until": "2026-11-22T12:00:00Z"}
    )
    seen = await door.ask("GET", f"/staff/members/{door.scene.member_id}/exclusion", as_="officer")

    assert none.json() == {"active": None}
    assert asked.json() == {
        "active": {
            "kind": "time_out",
            "from": "2026-11-20T12:00:00.000Z",
            "until": "2026-11-27T12:00:00.000Z",
        }
    }
    assert (shorter.status_code, shorter.json()["code"]) == (409, "already_excluded")
    assert seen.json() == asked.json()


@pytest.mark.parametrize("term", ["P6M", "P1Y", "P2Y", "P5Y", "forever"])
async def test_every_term_of_the_contract_is_taken(door: Door, term: str) -> None:
    answer = await door.ask("POST", "/player/exclusion", {"kind": "self_exclusion", "term": term})

    assert answer.status_code == 200
    assert (answer.json()["active"]["until"] is None) is (term == "forever")


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "time_out"},
        {"kind": "time_out", "until": 1_800_000_000},
        {"kind": "time_out", "until": "1800000000"},
        {"kind": "time_out", "until": "2026-11-27T12:00:00"},
        {"kind": "time_out", "until": "2027-11-27T12:00:00Z"},
        {"kind": "time_out", "until": "9999-12-31T23:59:59-14:00"},
        {"kind": "time_out", "until": "2026-11-27T12:00:00Z", "term": "P6M"},
        {"kind": "self_exclusion", "term": "P1D"},
        {"kind": "self_exclusion", "until": "2026-11-27T12:00:00Z"},
        {"kind": "holiday"},
        {},
    ],
)
async def test_an_exclusion_that_makes_no_sense_is_refused(door: Door, body: dict[str, Any]) -> None:
    answer = await door.ask("POST", "/player/exclusion", body)

    assert answer.status_code == 422
    assert await door.scene.told() == []


async def test_staff_see_a_members_limits_and_strangers_are_unknown(door: Door) -> None:
    known = await door.ask("GET", f"/staff/members/{door.scene.member_id}/limits", as_="officer")
    unknown = await door.ask("GET", f"/staff/members/{new_id()}/limits", as_="officer")

    assert len(known.json()["items"]) == 9
    assert (unknown.status_code, unknown.json()["code"]) == (404, "member_not_found")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/staff/audit"),
        ("GET", "/staff/audit/export"),
        ("GET", "/staff/approvals"),
        ("GET", f"/staff/members/{new_id()}/limits"),
        ("GET", f"/staff/members/{new_id()}/exclusion"),
    ],
)
async def test_staff_without_the_permission_stay_outside(door: Door, method: str, path: str) -> None:
    assert (await door.ask(method, path, as_="analyst")).status_code == 403
    assert (await door.ask(method, path, as_="nobody")).status_code == 401


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
    await door.ask("PUT", "/player/limits/wager/day", {"amount": "50.00", "currency": "EUR"})
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
    assert await found("from=2026-11-20T12:00:00Z&to=2026-11-20T12:00:00.001Z") == [
        "limit.changed",
        "tenant.opened",
    ]
    assert await found("to=2026-11-20T12:00:00Z") == []
    assert await found("from=2026-11-20T12:00:01Z") == []


@pytest.mark.requirement("7")
async def test_an_entry_of_the_audit_trail_tells_everything(door: Door) -> None:
    await door.ask("PUT", "/player/limits/wager/day", {"amount": "50.00", "currency": "EUR"})

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


async def test_a_door_that_is_shut_says_so(door: Door) -> None:
    async with door.scene.begin() as tx:
        await compliance.take_time_out(tx, door.scene.member_id, after(days=2))

    with pytest.raises(compliance.SignInExcluded) as refusal:
        async with door.scene.begin() as tx:
            await compliance.admit_sign_in(tx, door.scene.member_id)

    status, _, body = problems.refusal_answer(refusal.value)
    assert status == 423
    assert b'"code":"excluded"' in body
