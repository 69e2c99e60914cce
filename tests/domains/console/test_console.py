"""Tenants from the platform's console: opened, switched, suspended, closed."""

from datetime import timedelta
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Depends, FastAPI

from stakehouse.domains.access import REGULATOR
from stakehouse.domains.console import jobs
from stakehouse.domains.console.http.staff import of_new_tenant, of_tenant
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.mail import Mailbox
from stakehouse.infra.tx import Traced, Tx
from stakehouse.kernel.errors import Kind
from stakehouse.kernel.ids import TenantId, new_id
from tests.domains.console.conftest import root
from tests.houses import PASSWORD, House, sign_in

TENANTS = "/api/staff/v1/tenants"


def new(**changed: Any) -> dict[str, Any]:
    slug = f"n{new_id().hex[-12:]}"
    return {
        "slug": slug,
        "name": "Nova Ltd",
        "jurisdiction": "MT",
        "gaming": True,
        "loyalty": False,
        "languages": ["en"],
        "currencies": [{"code": "EUR", "scale": 2}, {"code": "BTC", "scale": 8, "kind": "crypto"}],
        "time_zone": "Europe/Malta",
        "support_email": f"help@{slug}.test",
        "owner_email": f"owner@{slug}.test",
        "owner_name": "Nora",
    } | changed


async def invitation(house: House, email: str) -> str:
    """The link's token in the mail to an owner."""
    edge = house.api.edge
    mailbox = Mailbox(edge.database.pool, house.clock)
    send = jobs.invitation_job(edge.vault, mailbox, "https://stakehouse.example")
    for row in await house.rows(
        "DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", send.name
    ):
        assert email.encode() in row["payload"]
        await send.run(
            JobContext(
                name=send.name,
                tenant_id=TenantId(row["tenant_id"]),
                payload=row["payload"],
                attempt=1,
                is_last=False,
                clock=house.clock,
                database=edge.database,
                job_id=row["id"],
            )
        )
    text = (await mailbox.read(email))[0].text
    return text.rpartition("#")[2].strip()


async def act(client: httpx.AsyncClient, tenant_id: object, what: str, **body: Any) -> httpx.Response:
    return await client.post(f"{TENANTS}/{tenant_id}/{what}", json={"reason": "because of this"} | body)


async def test_a_tenant_is_opened_and_its_owner_signs_in(house: House, desk: TenantProfile) -> None:
    platform, body = await root(house, desk), new()

    opened = await platform.post(TENANTS, json=body)
    again = await platform.post(TENANTS, json=body | {"owner_email": "x@y.test"})
    token = await invitation(house, body["owner_email"])
    client = httpx.AsyncClient(
        transport=httpx.ASGITransport(house.api.front, client=("198.51.100.9", 50_000)),
        base_url="http://127.0.0.1",
        headers={"x-tenant": body["slug"]},
    )
    accept = {"token": token, "password": PASSWORD}
    accepted = await client.post("/api/staff/v1/invitations/accept", json=accept)
    spent = await client.post("/api/staff/v1/invitations/accept", json=accept)
    await sign_in(client, "staff", body["owner_email"])
    me = (await client.get("/api/staff/v1/me")).json()
    await client.aclose()

    assert (opened.status_code, opened.json()["status"], opened.json()["staff"]) == (201, "active", 1)
    assert (again.status_code, again.json()["code"]) == (409, "slug_taken")
    assert accepted.json() == {"email": body["owner_email"]}
    assert (spent.status_code, spent.json()["code"]) == (410, "invitation_over")
    assert (me["tenant"], me["roles"]) == (body["slug"], ["owner"])
    assert "tenants:manage" not in me["permissions"]


@pytest.mark.parametrize(
    "changed",
    [
        {"slug": "Nova"},
        {"slug": "platform"},
        {"gaming": False},
        {"languages": []},
        {"currencies": []},
        {"currencies": [{"code": "EUR", "scale": 9}]},
        {"time_zone": "Europe/Nowhere"},
        {"owner_email": "nobody"},
        {"plan": "gold"},
    ],
)
async def test_what_makes_no_sense_opens_nothing(
    house: House, desk: TenantProfile, changed: dict[str, Any]
) -> None:
    platform, before = await root(house, desk), await house.rows("SELECT count(*) FROM tenants")

    answer = await platform.post(TENANTS, json=new(**changed))

    assert answer.status_code == 422, answer.text
    assert await house.rows("SELECT count(*) FROM tenants") == before


async def test_a_suspended_house_refuses_on_every_face_and_comes_back(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    platform = await root(house, desk)
    player, owner = await house.player(tenant), await house.staff(tenant, "owner")

    assert (await act(platform, tenant.id, "suspend")).json()["status"] == "suspended"
    answers = [
        await player.get("/api/player/v1/me"),
        await player.post("/api/player/v1/bets", json={}, headers={"idempotency-key": "1"}),
        await owner.get("/api/staff/v1/me"),
        await house.client(tenant).get("/api/player/v1/tenant"),
    ]
    back = await act(platform, tenant.id, "reinstate")

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(403, "tenant_suspended")}
    assert back.json()["status"] == "active"
    assert (await player.get("/api/player/v1/me")).status_code == 200


async def test_without_gaming_nobody_bets_or_deposits_and_the_rest_goes_on(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    platform, player = await root(house, desk), await house.player(tenant)
    off = {"gaming": False, "loyalty": True, "reason": "winding down"}

    assert (await platform.put(f"{TENANTS}/{tenant.id}/features", json=off)).json()["gaming"] is False
    bet = await player.post(
        "/api/player/v1/bets",
        json={"game": "dice", "currency": "EUR", "stake": "1.00", "choices": {}},
        headers={"idempotency-key": "1"},
    )
    deposit = await player.post(
        "/api/player/v1/deposits",
        json={"amount": "10.00", "currency": "EUR", "method": "card"},
        headers={"idempotency-key": "2"},
    )

    assert (bet.status_code, bet.json()["code"]) == (403, "feature_off")
    assert (deposit.status_code, deposit.json()["code"]) == (403, "feature_off")
    assert (await player.get("/api/player/v1/games")).json()["items"] == []
    assert (await player.get("/api/player/v1/wallet")).status_code == 200
    assert (await house.client(tenant).get("/api/player/v1/tenant")).json()["features"]["gaming"] is False


async def test_a_house_closes_only_when_two_have_seen_what_is_left(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    maker, checker = await root(house, desk), await root(house, desk)

    early = await act(maker, tenant.id, "close")
    await act(maker, tenant.id, "suspend")
    asked = await act(maker, tenant.id, "close")
    closing = asked.json()["closing"]
    decision = {"content_hash": closing["content_hash"]}
    path = f"closing/{closing['id']}/approve"
    again = await act(checker, tenant.id, "close")
    own = await maker.post(f"{TENANTS}/{tenant.id}/{path}", json=decision)
    done = await checker.post(f"{TENANTS}/{tenant.id}/{path}", json=decision | {"reason": "seen"})
    gone = await house.client(tenant).get("/api/player/v1/tenant")
    undone = await act(maker, tenant.id, "reinstate")

    assert (early.status_code, early.json()["code"]) == (409, "wrong_status")
    assert asked.status_code == 202
    assert (again.status_code, again.json()["code"]) == (409, "closing_asked")
    assert (own.status_code, own.json()["code"]) == (403, "own_request")
    assert done.json()["status"] == "closed"
    assert (gone.status_code, gone.json()["code"]) == (410, "tenant_closed")
    assert (undone.status_code, undone.json()["code"]) == (409, "wrong_status")


async def test_what_happened_to_a_house_is_told_newest_first(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    maker, checker = await root(house, desk), await root(house, desk)
    names = [(await client.get("/api/staff/v1/me")).json()["email"] for client in (maker, checker)]
    off = {"gaming": False, "loyalty": True, "reason": "winding down"}

    async def pass_time(answer: httpx.Response) -> dict[str, Any]:
        assert answer.is_success, answer.text
        house.clock.forward(timedelta(seconds=1))
        return dict(answer.json())

    await pass_time(await maker.put(f"{TENANTS}/{tenant.id}/features", json=off))
    await pass_time(await act(maker, tenant.id, "suspend"))
    first = (await pass_time(await act(maker, tenant.id, "close")))["closing"]
    path = f"{TENANTS}/{tenant.id}/closing"
    await pass_time(await checker.post(f"{path}/{first['id']}/reject", json={"reason": "not yet"}))
    second = (await pass_time(await act(maker, tenant.id, "close", reason="at last")))["closing"]
    seen = {"content_hash": second["content_hash"], "reason": "seen"}
    closed = await pass_time(await checker.post(f"{path}/{second['id']}/approve", json=seen))

    told = [(step["kind"], step["by"], step["reason"]) for step in closed["history"]]
    assert told[:-1] == [
        ("closed", names[1], "seen"),
        ("closing_asked", names[0], "at last"),
        ("closing_rejected", names[1], "not yet"),
        ("closing_asked", names[0], "because of this"),
        ("suspended", names[0], "because of this"),
        ("switched", names[0], "winding down"),
    ]
    assert told[-1][0] == "opened"
    assert closed["history"][-2]["runs"] == {"gaming": False, "loyalty": True}


async def test_closing_asks_who_it_is_and_without_an_answer_nothing_waits(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    maker, checker = await root(house, desk), await root(house, desk)
    await act(maker, tenant.id, "suspend")
    asked = (await act(maker, tenant.id, "close")).json()["closing"]
    await maker.post(f"{TENANTS}/{tenant.id}/closing/{asked['id']}/reject", json={"reason": "not mine"})
    await checker.post(f"{TENANTS}/{tenant.id}/closing/{asked['id']}/reject", json={"reason": "another day"})
    house.clock.forward(timedelta(minutes=11))
    before = await _told(house, tenant)

    refused = await act(maker, tenant.id, "close")
    decision = {"content_hash": asked["content_hash"]}
    agreed = await checker.post(f"{TENANTS}/{tenant.id}/closing/{asked['id']}/approve", json=decision)

    for answer in (refused, agreed):
        assert (answer.status_code, answer.json()["code"]) == (403, "step_up_required")
        assert answer.json()["methods"]
    shown = (await maker.get(f"{TENANTS}/{tenant.id}")).json()
    assert (shown["status"], shown["closing"]) == ("suspended", None)
    assert await _told(house, tenant) == before


async def test_balances_are_paid_first_or_said_to_stay(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    platform = await root(house, desk)
    await _credit(house, tenant, 1_234)
    await act(platform, tenant.id, "suspend")

    refused = await act(platform, tenant.id, "close")
    asked = await act(platform, tenant.id, "close", keeps_owed=True)

    assert (refused.status_code, refused.json()["code"]) == (409, "house_not_ready")
    assert "12.34 EUR of 1" in refused.json()["detail"]
    assert asked.json()["owed"] == [{"currency": "EUR", "amount": "12.34", "members": 1}]


async def test_a_regulators_look_at_the_console_is_recorded_where_it_fell(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    client = await root(house, desk, REGULATOR)

    await client.get(TENANTS)
    await client.get(f"{TENANTS}/{tenant.id}")

    looked = await house.rows(
        "SELECT tenant_id, resource_id FROM audit_trail WHERE action = 'regulator.looked' "
        "AND tenant_id = ANY($1) ORDER BY id",
        [desk.id, tenant.id],
    )
    assert [(row["tenant_id"], row["resource_id"]) for row in looked] == [
        (desk.id, TENANTS),
        (tenant.id, f"{TENANTS}/{tenant.id}"),
    ]


class Tried(Traced):
    """What a use case refuses and remembers."""

    kind = Kind.CONFLICT


@pytest.mark.parametrize("begins", [of_tenant, of_new_tenant])
async def test_a_refusal_in_the_console_leaves_its_trace_and_nothing_else(
    house: House, tenant: TenantProfile, desk: TenantProfile, begins: Any
) -> None:
    async def trace(tx: Tx) -> None:
        tx.record(AuditEntry("tenant.tried", "tenant", tenant.id))

    app = FastAPI()
    app.state.edge = house.api.edge

    @app.post("/{tenant_id}")
    async def act_and_refuse(tx: Annotated[Tx, Depends(begins, scope="function")]) -> None:
        tx.record(AuditEntry("tenant.done", "tenant", tenant.id))
        refusal = Tried("Not so.")
        refusal.trace = trace
        raise refusal

    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        with pytest.raises(Tried):
            await client.post(f"/{tenant.id}", headers={"x-tenant": desk.slug})

    rows = await house.rows(
        "SELECT tenant_id, action FROM audit_trail WHERE action IN ('tenant.tried', 'tenant.done')"
    )
    where = tenant.id if begins is of_tenant else desk.id
    assert [(row["tenant_id"], row["action"]) for row in rows if row["tenant_id"] == where] == [
        (where, "tenant.tried")
    ]
    assert "tenant.done" not in {row["action"] for row in rows}


async def test_only_the_platforms_staff_come_here(
    house: House, tenant: TenantProfile, desk: TenantProfile
) -> None:
    owner, platform = await house.staff(tenant, "owner"), await root(house, desk)

    for answer in (
        await owner.get(TENANTS),
        await owner.get(f"{TENANTS}/{tenant.id}"),
        await owner.post(TENANTS, json=new()),
        await act(owner, desk.id, "suspend"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (await platform.get(f"{TENANTS}/{new_id()}")).status_code == 404
    listed = {row["slug"] for row in (await platform.get(TENANTS)).json()["items"]}
    assert {tenant.slug, desk.slug} <= listed


async def _told(house: House, tenant: TenantProfile) -> list[str]:
    """Which facts the tenant has told."""
    rows = await house.rows("SELECT domain, name FROM outbox WHERE tenant_id = $1 ORDER BY seq", tenant.id)
    return [f"{row['domain']}/{row['name']}" for row in rows]


async def _credit(house: House, tenant: TenantProfile, units: int) -> None:
    """Gives a new member money, as a deposit does."""
    member_id = await house.add_member(tenant, f"{new_id().hex}@example.com", f"m_{new_id().hex[-8:]}")
    await house.rows(
        "INSERT INTO accounts (tenant_id, account_id, owner_kind, owner_id, kind, currency, is_running, "
        "allows_negative, is_flagged, balance, version, created_at) "
        "VALUES ($1, $2, 'member', $3, 'main', 'EUR', true, false, false, $4, 1, now())",
        tenant.id,
        new_id(),
        member_id,
        units,
    )
