"""Leaving a house: the archive of one's data, closing, erasure; and being in several houses at once."""

import csv
import io
import json
import zipfile
from datetime import timedelta

import httpx
import pytest

from stakehouse.apps.leaving import SECTIONS
from stakehouse.domains import access, identity, ledger, tenancy
from stakehouse.domains.access import PlatformRole, StaffAccess
from stakehouse.domains.identity.jobs import export_job, forget_exports_job
from stakehouse.domains.ledger import NO_OWNER, Code, House, HouseKind, Movement, Subject, WalletKind
from stakehouse.domains.ledger import Wallet as WalletRef
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.jobs import Job, JobContext, deferred
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from tests.houses import PASSWORD, sign_in
from tests.houses import House as Standing

P = "/api/player/v1"
S = "/api/staff/v1"
CLOSE = {"password": PASSWORD, "accept_losses": True}


async def give(
    house: Standing, tenant: TenantProfile, member_id: MemberId, kind: WalletKind, units: int
) -> None:
    async with house.begin(tenant) as tx:
        await ledger.open_house_accounts(tx, ["EUR"])
        await ledger.post(
            tx,
            kind="adjustment",
            source=NO_OWNER,
            key=f"gift {new_id()}",
            subject=Subject("adjustment", new_id()),
            member_id=member_id,
            movements=[
                Movement(
                    Code.ADJUSTMENT,
                    House(HouseKind.ADJUSTMENTS, "EUR"),
                    WalletRef(member_id, kind, "EUR"),
                    units,
                )
            ],
        )


async def joined(house: Standing, tenant: TenantProfile, name: str) -> tuple[MemberId, httpx.AsyncClient]:
    member_id = await house.add_member(tenant, f"{name}@example.com", name)
    client = house.client(tenant)
    await sign_in(client, "player", f"{name}@example.com")
    return member_id, client


async def run_owed(house: Standing, job: Job) -> int:
    edge = house.api.edge
    owed = await house.rows("DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", job.name)
    for row in owed:
        await job.run(
            JobContext(
                name=job.name,
                tenant_id=TenantId(row["tenant_id"]),
                payload=row["payload"],
                attempt=1,
                is_last=True,
                clock=house.clock,
                database=edge.database,
                job_id=row["id"],
            )
        )
    return len(owed)


async def build(house: Standing) -> int:
    edge = house.api.edge
    return await run_owed(house, export_job(SECTIONS, edge.objects, edge.vault))


async def test_an_account_with_money_in_it_is_not_closed(house: Standing, tenant: TenantProfile) -> None:
    member_id, client = await joined(house, tenant, "rich")
    await give(house, tenant, member_id, WalletKind.MAIN, 1250)

    told = (await client.get(f"{P}/me/closing")).json()
    refused = await client.post(f"{P}/me/closing", json=CLOSE)

    assert told["obstacles"] == [{"kind": "balance", "amount": "12.50", "currency": "EUR"}]
    assert (refused.status_code, refused.json()["code"]) == (409, "cannot_close")
    assert refused.json()["obstacles"] == told["obstacles"]
    assert (await client.get(f"{P}/me")).json()["standing"] == "active"


async def test_a_bonus_is_lost_knowingly_and_the_account_closes_for_good(
    house: Standing, tenant: TenantProfile
) -> None:
    member_id, client = await joined(house, tenant, "leaver")
    await give(house, tenant, member_id, WalletKind.BONUS, 500)

    told = (await client.get(f"{P}/me/closing")).json()
    unread = await client.post(f"{P}/me/closing", json={**CLOSE, "accept_losses": False})
    wrong = await client.post(f"{P}/me/closing", json={**CLOSE, "password": "not it"})
    done = await client.post(f"{P}/me/closing", json={**CLOSE, "reason": "enough"})

    assert told == {
        "can_close": True,
        "obstacles": [],
        "losses": [{"kind": "bonus", "amount": "5.00", "currency": "EUR"}],
    }
    assert unread.status_code == 422
    assert wrong.json()["code"] == "wrong_password"
    assert done.status_code == 204
    assert (await client.get(f"{P}/me")).status_code == 401
    again = await house.client(tenant).post(
        f"{P}/auth/login", json={"email": "leaver@example.com", "password": PASSWORD}
    )
    assert again.json()["code"] == "account_closed"
    assert (await house.mails_to("leaver@example.com"))[0].subject == "Your account at Lucky is closed"


async def test_the_archive_holds_what_the_house_keeps(house: Standing, tenant: TenantProfile) -> None:
    member_id, client = await joined(house, tenant, "reader")
    await give(house, tenant, member_id, WalletKind.MAIN, 1250)
    await client.put(f"{P}/limits/deposit/day", json={"amount": "50.00", "currency": "EUR"})

    asked = await client.post(f"{P}/me/exports")
    twice = await client.post(f"{P}/me/exports")
    early = await client.post(f"{P}/me/exports/{asked.json()['id']}/link")
    assert await build(house) == 1
    listed = (await client.get(f"{P}/me/exports")).json()["items"][0]
    link = (await client.post(f"{P}/me/exports/{listed['id']}/link")).json()["url"]
    fetched = await client.get(link)

    assert asked.status_code == 202
    assert (twice.status_code, twice.json()["code"]) == (409, "export_under_way")
    assert early.json()["code"] == "export_not_ready"
    assert (listed["state"], listed["progress"]) == ("ready", 100)
    assert fetched.headers["content-type"] == "application/zip"
    assert "attachment" in fetched.headers["content-disposition"]
    archive = zipfile.ZipFile(io.BytesIO(fetched.content))
    account = json.loads(archive.read("account.json"))[0]
    assert (account["username"], account["email"]) == ("reader", "reader@example.com")
    rows = list(csv.DictReader(io.StringIO(archive.read("transactions.csv").decode())))
    assert [(row["amount"], row["balance_after"]) for row in rows] == [("12.50", "12.50")]
    assert json.loads(archive.read("about.json"))["rows"]["limits"] == 1
    assert archive.testzip() is None
    assert (await house.mails_to("reader@example.com"))[0].subject == "Your data from Lucky are ready"


async def test_an_archive_is_its_owners_and_ends(house: Standing, tenant: TenantProfile) -> None:
    _, client = await joined(house, tenant, "owner")
    _, stranger = await joined(house, tenant, "stranger")
    export_id = (await client.post(f"{P}/me/exports")).json()["id"]
    await build(house)
    link = (await client.post(f"{P}/me/exports/{export_id}/link")).json()["url"]

    foreign = await stranger.post(f"{P}/me/exports/{export_id}/link")
    house.clock.forward(timedelta(minutes=6))
    late = await client.get(link)
    assert foreign.status_code == 404
    assert (late.status_code, late.json()["code"]) == (410, "link_expired")

    house.clock.forward(timedelta(days=8))
    async with house.begin(tenant) as tx:
        tx.defer(deferred("identity.forget_exports"))
    await run_owed(house, forget_exports_job(house.api.edge.objects))
    assert not await house.rows("SELECT 1 FROM data_exports WHERE id = $1", export_id)
    assert await house.api.edge.objects.size(tenant.id, f"exports/{export_id}.zip") is None


async def test_a_formula_in_a_name_is_disarmed(house: Standing, tenant: TenantProfile) -> None:
    await house.add_member(tenant, "formula@example.com", "formula")
    client = house.client(tenant, agent="=HYPERLINK(1)")
    await sign_in(client, "player", "formula@example.com")
    export_id = (await client.post(f"{P}/me/exports")).json()["id"]
    await build(house)

    content = await house.api.edge.objects.get(tenant.id, f"exports/{export_id}.zip", limit=1_000_000)
    rows = list(
        csv.DictReader(io.StringIO(zipfile.ZipFile(io.BytesIO(content)).read("sessions.csv").decode()))
    )

    assert rows[0]["device"] == "'=HYPERLINK(1)"


async def closed(house: Standing, tenant: TenantProfile, name: str) -> MemberId:
    member_id, client = await joined(house, tenant, name)
    assert (await client.post(f"{P}/me/closing", json=CLOSE)).status_code == 204
    return member_id


async def decide(client: httpx.AsyncClient, asked: httpx.Response) -> httpx.Response:
    approval = asked.json()
    return await client.post(
        f"{S}/approvals/{approval['id']}/approve", json={"content_hash": approval["content_hash"]}
    )


async def test_two_people_erase_what_law_does_not_keep(house: Standing, tenant: TenantProfile) -> None:
    member_id = await closed(house, tenant, "erased")
    await joined(house, tenant, "stays")
    maker, checker = await house.staff(tenant, "owner"), await house.staff(tenant, "owner")
    support = await house.staff(tenant, "support")
    body = {"reason": "the member's own wish"}

    refused = await support.post(f"{S}/members/{member_id}/erasure", json=body)
    asked = await maker.post(f"{S}/members/{member_id}/erasure", json=body)
    own = await decide(maker, asked)
    done = await decide(checker, asked)

    assert refused.status_code == 403
    assert asked.status_code == 202, asked.text
    assert own.status_code == 403
    assert done.status_code == 200, done.text
    row = (await house.rows("SELECT * FROM members WHERE id = $1", member_id))[0]
    assert row["username"].startswith("erased_")
    assert (row["birth_date"].month, row["birth_date"].day, row["standing"]) == (1, 1, "closed")
    everywhere = await house.rows(
        "SELECT email FROM users UNION ALL SELECT username FROM members "
        "UNION ALL SELECT email FROM registrations"
    )
    assert not [found for found in everywhere if "erased@example.com" in str(found[0])]
    assert not await house.rows("SELECT 1 FROM sessions WHERE member_id = $1", member_id)
    again = await maker.post(f"{S}/members/{member_id}/erasure", json=body)
    assert (again.status_code, again.json()["code"]) == (409, "already_erased")


async def test_an_open_account_is_not_erased(house: Standing, tenant: TenantProfile) -> None:
    member_id, _ = await joined(house, tenant, "open")
    owner = await house.staff(tenant, "owner")

    answer = await owner.post(f"{S}/members/{member_id}/erasure", json={"reason": "a mistake"})

    assert (answer.status_code, answer.json()["code"]) == (409, "not_closed")


async def test_who_is_erased_here_stays_known_elsewhere(house: Standing, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    member_id = await closed(house, tenant, "twice")
    await house.add_member(other, "twice@example.com", "twice")

    async with house.begin(tenant) as tx:
        await identity.erase_member(tx, member_id, "asked for")

    client = house.client(other)
    await sign_in(client, "player", "twice@example.com")
    assert (await client.get(f"{P}/me")).json()["email"] == "twice@example.com"
    assert [item["slug"] for item in (await client.get(f"{P}/me/houses")).json()["items"]] == [other.slug]


async def test_one_login_in_two_houses(house: Standing, tenant: TenantProfile) -> None:
    other, third = await house.open_tenant(), await house.open_tenant()
    await house.add_member(tenant, "many@example.com", "many")
    await house.add_member(other, "many@example.com", "many")
    here, there = house.client(tenant), house.client(other)
    await sign_in(here, "player", "many@example.com")

    listed = (await here.get(f"{P}/me/houses")).json()["items"]
    made = await here.post(f"{P}/me/houses/pass", json={"house": other.slug})
    unknown = await here.post(f"{P}/me/houses/pass", json={"house": third.slug})
    passcode = made.json()["passcode"]
    elsewhere = await house.client(third).post(f"{P}/auth/pass", json={"passcode": passcode})
    entered = await there.post(f"{P}/auth/pass", json={"passcode": passcode})
    again = await there.post(f"{P}/auth/pass", json={"passcode": passcode})
    late = (await here.post(f"{P}/me/houses/pass", json={"house": other.slug})).json()["passcode"]
    house.clock.forward(timedelta(seconds=61))

    assert {(item["slug"], item["current"]) for item in listed} == {(tenant.slug, True), (other.slug, False)}
    assert (unknown.status_code, unknown.json()["code"]) == (404, "house_not_found")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (401, "pass_over")
    assert entered.status_code == 200
    assert again.status_code == 401
    assert (await there.post(f"{P}/auth/pass", json={"passcode": late})).status_code == 401
    there.headers["authorization"] = f"Bearer {entered.json()['access_token']}"
    assert (await there.get(f"{P}/me")).json()["tenant"] == other.slug


async def test_a_house_excludes_who_comes_with_a_pass_as_well(house: Standing, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    await house.add_member(tenant, "banned@example.com", "banned")
    await house.add_member(other, "banned@example.com", "banned")
    here, there = house.client(tenant), house.client(other)
    await sign_in(here, "player", "banned@example.com")
    await sign_in(there, "player", "banned@example.com")
    body = {"kind": "time_out", "until": (house.clock() + timedelta(days=2)).isoformat()}
    assert (await there.post(f"{P}/exclusion", json=body)).status_code == 200
    passcode = (await here.post(f"{P}/me/houses/pass", json={"house": other.slug})).json()["passcode"]

    answer = await house.client(other).post(f"{P}/auth/pass", json={"passcode": passcode})

    assert (answer.status_code, answer.json()["code"]) == (423, "excluded")


async def test_staff_of_two_houses_go_from_one_to_the_other(house: Standing, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    for place in (tenant, other):
        await house.add_staff(place, "boss@example.com", "owner")
    here, there = house.client(tenant), house.client(other)
    await sign_in(here, "staff", "boss@example.com")

    listed = (await here.get(f"{S}/me/houses")).json()["items"]
    passcode = (await here.post(f"{S}/me/houses/pass", json={"house": other.slug})).json()["passcode"]
    as_player = await there.post(f"{P}/auth/pass", json={"passcode": passcode})
    entered = await there.post(f"{S}/auth/pass", json={"passcode": passcode})

    assert len(listed) == 2
    assert as_player.status_code == 401
    assert entered.status_code == 200


async def test_a_house_lets_a_colleague_in_with_a_pass_only_from_its_own_networks(
    house: Standing, tenant: TenantProfile
) -> None:
    other = await house.open_tenant()
    for place in (tenant, other):
        await house.add_staff(place, "away@example.com", "owner")
    async with house.begin(other) as tx:
        allowed = StaffAccess(networks=("203.0.113.0/24",))
        await tenancy.change_setting(tx, allowed, after=0, reason="The office only.")
    here, there = house.client(tenant), house.client(other)
    await sign_in(here, "staff", "away@example.com")
    passcode = (await here.post(f"{S}/me/houses/pass", json={"house": other.slug})).json()["passcode"]

    answer = await there.post(f"{S}/auth/pass", json={"passcode": passcode})

    assert (answer.status_code, answer.json()["code"]) == (403, "address_not_allowed")
    assert answer.json()["address"]
    assert "set-cookie" not in answer.headers


async def test_the_platforms_people_go_to_every_house_and_members_of_none_do_not(
    house: Standing, tenant: TenantProfile
) -> None:
    other = await house.open_tenant()
    async with house.begin(tenant) as tx:
        user_id = await identity.ensure_user(tx, "root@example.com", house.password_hash, name="Root")
        await identity.mark_demo(tx, user_id)
        await access.grant_platform_role(tx, user_id, PlatformRole.SUPER_ADMIN, "Root")
    root, there = house.client(tenant), house.client(other)
    await sign_in(root, "staff", "root@example.com")
    owner = await house.staff(tenant, "owner")

    listed = {item["slug"] for item in (await root.get(f"{S}/me/houses")).json()["items"]}
    passcode = (await root.post(f"{S}/me/houses/pass", json={"house": other.slug})).json()["passcode"]
    entered = await there.post(f"{S}/auth/pass", json={"passcode": passcode})
    refused = await owner.post(f"{S}/me/houses/pass", json={"house": other.slug})

    assert {tenant.slug, other.slug} <= listed
    assert entered.status_code == 200
    assert [item["slug"] for item in (await owner.get(f"{S}/me/houses")).json()["items"]] == [tenant.slug]
    assert (refused.status_code, refused.json()["code"]) == (404, "house_not_found")


async def test_staff_see_and_end_their_own_sessions_and_one_of_a_members(
    house: Standing, tenant: TenantProfile
) -> None:
    member_id, client = await joined(house, tenant, "watched")
    session_id = (await client.get(f"{P}/sessions")).json()["items"][0]["id"]
    await house.add_staff(tenant, "desk@example.com", "support")
    desk, phone = house.client(tenant, agent="desk"), house.client(tenant, agent="phone")
    await sign_in(desk, "staff", "desk@example.com")
    await sign_in(phone, "staff", "desk@example.com")

    own = (await desk.get(f"{S}/me/sessions")).json()["items"]
    assert {(item["device"], item["current"]) for item in own} == {("desk", True), ("phone", False)}
    assert (await desk.delete(f"{S}/me/sessions")).status_code == 204
    assert (await phone.get(f"{S}/me")).status_code == 401

    owner = await house.staff(tenant, "owner")
    ended = await owner.post(
        f"{S}/members/{member_id}/sessions/{session_id}/end", json={"reason": "lost phone"}
    )
    again = await owner.post(f"{S}/members/{member_id}/sessions/{session_id}/end")
    assert ended.status_code == 204
    assert again.status_code == 404
    assert (await client.get(f"{P}/me")).status_code == 401


async def test_joining_a_second_house_obeys_that_houses_rules(house: Standing, tenant: TenantProfile) -> None:
    strict = await house.open_tenant(blocked=frozenset({"DE"}))
    await house.add_member(tenant, "joiner@example.com", "joiner")
    body = {
        "email": "joiner@example.com",
        "password": "a password that is not used",
        "username": "joiner",
        "birth_date": "1990-05-01",
        "country": "DE",
        "accept_terms": True,
    }
    client = house.client(strict)

    blocked = await client.post(f"{P}/auth/register", json=body)
    asked = await client.post(f"{P}/auth/register", json={**body, "country": "AT"})
    code = await house.code_for("joiner@example.com")
    confirmed = await client.post(f"{P}/auth/confirm", json={"email": "joiner@example.com", "code": code})

    assert blocked.json()["code"] == "country_blocked"
    assert (asked.status_code, confirmed.status_code) == (202, 200)
    assert (await sign_in(house.client(strict), "player", "joiner@example.com"))["access_token"]


@pytest.mark.parametrize("path", ["/me/houses", "/me/exports", "/me/closing"])
async def test_nobody_else_asks(house: Standing, tenant: TenantProfile, path: str) -> None:
    assert (await house.client(tenant).get(f"{P}{path}")).status_code == 401
