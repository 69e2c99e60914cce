"""Roles as data: written, limited, granted somewhere and for a while, and felt at once."""

import asyncio
import json
import sys
import time
from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from stakehouse.domains import access, identity
from stakehouse.domains.access import Effect
from stakehouse.domains.identity import NewMember
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import MemberId, UserId, new_id
from stakehouse.kernel.reach import Scope, ScopeKind
from tests.houses import PASSWORD, House, sign_in

API = "/api/staff/v1"


async def id_of(client: httpx.AsyncClient) -> UserId:
    return UserId(UUID((await client.get(f"{API}/me")).json()["user_id"]))


def held(*permissions: str, **limits: str) -> list[dict[str, Any]]:
    return [{"permission": each, "max_amount": limits.get(each.replace(":", "_"))} for each in permissions]


async def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_a_role_is_copied_changed_felt_and_deleted(house: House, tenant: TenantProfile) -> None:
    owner, person = await house.staff(tenant, "owner"), await house.staff(tenant)
    user_id = await id_of(person)

    copied = await owner.post(f"{API}/roles", json={"title": "Night shift", "copy_of": "analyst"})
    assert (copied.status_code, copied.json()["role"], copied.json()["shipped"]) == (
        201,
        "night_shift",
        False,
    )
    again = await owner.post(f"{API}/roles", json={"title": "Night  Shift"})
    await owner.post(f"{API}/staff/{user_id}/roles", json={"role": "night_shift"})
    before = await person.get(f"{API}/members")
    changed = await owner.put(
        f"{API}/roles/night_shift",
        json={
            "title": "Night watch",
            "permissions": held("members:view", "ledger:adjust", ledger_adjust="50.00"),
            "version": 1,
        },
    )
    after = await person.get(f"{API}/members")
    stale = await owner.put(
        f"{API}/roles/night_shift", json={"title": "Night", "permissions": [], "version": 1}
    )
    in_use = await owner.delete(f"{API}/roles/night_shift")
    await owner.delete(f"{API}/staff/{user_id}/roles/night_shift")
    gone = await owner.delete(f"{API}/roles/night_shift")

    assert await refused(again) == (409, "role_exists")
    assert (before.status_code, after.status_code) == (403, 200)
    assert changed.json()["limits"] == {"ledger:adjust": "50.00"}
    assert (changed.json()["version"], changed.json()["holders"]) == (2, 1)
    assert await refused(stale) == (409, "role_changed")
    assert await refused(in_use) == (409, "role_held")
    assert gone.status_code == 204
    [entry] = await house.rows(
        "SELECT before, after FROM audit_trail WHERE tenant_id = $1 AND action = 'role.changed'", tenant.id
    )
    assert '"Night shift"' in entry["before"]
    assert '"50.00"' in entry["after"]


async def test_a_shipped_role_is_locked(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")

    answers = [
        await owner.put(f"{API}/roles/support", json={"title": "X1", "permissions": [], "version": 1}),
        await owner.delete(f"{API}/roles/support"),
    ]

    assert [await refused(answer) for answer in answers] == [(409, "role_shipped")] * 2


@pytest.mark.parametrize(
    ("permissions", "code"),
    [
        (held("members:fly"), "unknown_permission"),
        (held("tenants:manage"), "unknown_permission"),
        (held("members:view", members_view="5.00"), "no_such_limit"),
    ],
)
async def test_a_role_that_makes_no_sense_is_refused(
    house: House, tenant: TenantProfile, permissions: list[dict[str, Any]], code: str
) -> None:
    owner = await house.staff(tenant, "owner")

    answer = await owner.post(f"{API}/roles", json={"title": "Odd", "permissions": permissions})

    assert await refused(answer) == (422, code)


async def test_nobody_writes_into_a_role_what_they_do_not_hold(house: House, tenant: TenantProfile) -> None:
    owner, admin = await house.staff(tenant, "owner"), await house.staff(tenant, "admin")
    await owner.post(f"{API}/roles", json={"title": "Payouts", "permissions": held("payments:approve")})

    answers = [
        await admin.post(f"{API}/roles", json={"title": "Mine", "permissions": held("payments:approve")}),
        await admin.post(f"{API}/roles", json={"title": "Mine", "copy_of": "finance"}),
        await admin.put(f"{API}/roles/payouts", json={"title": "Payouts", "permissions": [], "version": 1}),
        await admin.delete(f"{API}/roles/payouts"),
    ]

    assert [await refused(answer) for answer in answers] == [(403, "beyond_own_permissions")] * 4


async def test_nobody_changes_a_role_they_hold(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")
    await owner.post(f"{API}/roles", json={"title": "Chiefs", "copy_of": "admin"})
    chief = await house.staff(tenant, "chiefs")

    answer = await chief.put(
        f"{API}/roles/chiefs", json={"title": "Chiefs", "permissions": held("roles:edit"), "version": 1}
    )

    assert await refused(answer) == (403, "own_roles")


async def test_a_limit_binds_when_it_is_decided_and_when_it_is_handed_on(
    house: House, tenant: TenantProfile
) -> None:
    owner = await house.staff(tenant, "owner")
    await owner.post(
        f"{API}/roles",
        json={
            "title": "Small change",
            "permissions": held("ledger:adjust", "team:invite", ledger_adjust="20.00"),
        },
    )
    small = await house.staff(tenant, "small_change")
    other = await id_of(await house.staff(tenant))
    member_id = await house.add_member(tenant, "limited@example.com", "limited")

    async def adjust(amount: str) -> httpx.Response:
        body = {
            "member_id": str(member_id),
            "account_kind": "main",
            "currency": "EUR",
            "amount": amount,
            "reason": "counted twice by us",
        }
        return await small.post(f"{API}/adjustments", json=body, headers={"idempotency-key": f"k{amount}"})

    within, over = await adjust("20.00"), await adjust("20.01")
    finance = await small.post(f"{API}/staff/{other}/roles", json={"role": "finance"})
    same = await small.post(f"{API}/staff/{other}/roles", json={"role": "small_change"})

    assert within.status_code == 201
    assert await refused(over) == (403, "over_own_limit")
    assert (over.json()["permission"], over.json()["limit"]) == ("ledger:adjust", "20.00")
    assert await refused(finance) == (403, "beyond_own_permissions")
    assert same.status_code == 204


async def test_an_override_gives_denies_and_ends(house: House, tenant: TenantProfile) -> None:
    owner, person = await house.staff(tenant, "owner"), await house.staff(tenant, "support")
    user_id = await id_of(person)
    soon = (house.clock() + timedelta(minutes=10)).isoformat()

    denied = await owner.post(
        f"{API}/staff/{user_id}/overrides",
        json={
            "permission": "members:view",
            "effect": "deny",
            "reason": "under inquiry",
            "expires_at": soon,
        },
    )
    while_denied = await person.get(f"{API}/members")
    why = (await person.get(f"{API}/access/why?permission=members:view")).json()
    house.clock.forward(timedelta(minutes=10))
    after = await person.get(f"{API}/members")
    given = await owner.post(
        f"{API}/staff/{user_id}/overrides",
        json={"permission": "audit:view", "effect": "allow", "reason": "for the audit"},
    )
    seen = await person.get(f"{API}/audit")
    lifted = await owner.delete(f"{API}/staff/{user_id}/overrides/{given.json()['id']}")
    unseen = await person.get(f"{API}/audit")

    assert (denied.status_code, given.status_code, lifted.status_code) == (201, 201, 204)
    assert (while_denied.status_code, after.status_code) == (403, 200)
    assert (seen.status_code, unseen.status_code) == (200, 403)
    assert (why["allowed"], why["steps"][0]["kind"], why["steps"][0]["title"]) == (
        False,
        "override_denies",
        "under inquiry",
    )


async def test_the_last_owner_is_kept_from_nothing_and_stays_for_good(
    house: House, tenant: TenantProfile
) -> None:
    owner = await house.add_staff(tenant, "onlyowner@example.com", "owner")

    with pytest.raises(access.LastOwner):
        async with house.begin(tenant) as tx:
            await access.set_override(tx, owner, "roles:edit", Effect.DENY, reason="a mistake")
    with pytest.raises(access.LastOwner):
        async with house.begin(tenant) as tx:
            await access.grant(tx, owner, "owner", expires_at=house.clock() + timedelta(days=1))


async def test_why_names_the_way_or_what_is_missing(house: House, tenant: TenantProfile) -> None:
    owner, cashier = await house.staff(tenant, "owner"), await house.staff(tenant, "cashier")
    cashier_id = await id_of(cashier)

    refused_ = await cashier.get(f"{API}/withdrawals")
    own = (await cashier.get(f"{API}/access/why?permission=payments:view")).json()
    of_colleague = (await owner.get(f"{API}/access/why?permission=pos:operate&user_id={cashier_id}")).json()
    of_boss = await cashier.get(f"{API}/access/why?permission=pos:operate&user_id={await id_of(owner)}")

    assert (refused_.status_code, refused_.json()["permission"]) == (403, "payments:view")
    assert (own["allowed"], [step["kind"] for step in own["steps"]]) == (False, ["missing"])
    assert "finance" in own["roles"]
    assert of_colleague["allowed"]
    assert of_colleague["steps"][0]["source"] == "cashier"
    assert of_boss.status_code == 403


@pytest.mark.parametrize("seed", range(3))
async def test_a_list_shows_exactly_what_opens(house: House, tenant: TenantProfile, seed: int) -> None:
    """A promoter with several downlines, some denied; also the search by id agrees."""
    uplines = [await house.add_member(tenant, f"up{n}.{seed}@example.com", f"up{n}") for n in range(3)]
    async with house.begin(tenant) as tx:
        for n in range(12):
            user_id = await identity.ensure_user(tx, f"d{n}.{seed}@example.com", "x", name="")
            new = NewMember(
                user_id,
                f"down{n}",
                date(1990, 1, 1),
                "DE",
                "EUR",
                "en",
                referral_code=(None, "UP0", "up1", "up2")[n % 4],
            )
            await identity.enrol(tx, new)
    owner = await house.staff(tenant, "owner")
    await owner.post(f"{API}/roles", json={"title": "Scouts", "permissions": held("members:view")})
    scout = await house.staff(tenant)
    scout_id = await id_of(scout)
    async with house.begin(tenant) as tx:
        for upline in uplines[: seed + 1]:
            await access.grant(tx, scout_id, "scouts", scope=Scope(ScopeKind.DOWNLINE, upline))
        if seed == 2:
            scope = Scope(ScopeKind.DOWNLINE, uplines[0])
            await access.set_override(tx, scout_id, "members:view", Effect.DENY, reason="kin", scope=scope)

    everybody = [m["id"] for m in (await owner.get(f"{API}/members?limit=200")).json()["items"]]
    listed = {m["id"] for m in (await scout.get(f"{API}/members?limit=200")).json()["items"]}
    opened, searched = set(), set()
    for member_id in everybody:
        if (await scout.get(f"{API}/members/{member_id}")).status_code == 200:
            opened.add(member_id)
        if (await scout.get(f"{API}/members?query={member_id}")).json()["items"]:
            searched.add(member_id)

    assert len(everybody) == 15
    assert len(listed) == {0: 3, 1: 6, 2: 6}[seed]
    assert listed == opened == searched


async def test_a_grant_somewhere_opens_nothing_elsewhere(house: House, tenant: TenantProfile) -> None:
    upline = await house.add_member(tenant, "uponly@example.com", "uponly")
    scout = await house.staff(tenant)
    async with house.begin(tenant) as tx:
        await access.grant(
            tx, await id_of(scout), "support", scope=Scope(ScopeKind.DOWNLINE, MemberId(upline))
        )

    assert (await scout.get(f"{API}/members")).status_code == 200
    for path in ("withdrawals", f"members/{new_id()}/limits", "games", "rounds"):
        assert (await scout.get(f"{API}/{path}")).status_code == 403


async def told_status(lines: asyncio.StreamReader, wanted: bytes) -> None:
    """Reads on, past what the process logs, until it tells a status."""
    async with asyncio.timeout(30):
        while not (line := await lines.readline()).startswith(b"status "):
            assert line, "the second process ended"
    assert line.split() == [b"status", wanted]


@pytest.mark.parametrize("is_deaf", [False, True], ids=["with signals", "without a single signal"])
async def test_a_right_that_is_gone_is_gone_in_another_process_within_two_seconds(
    house: House, tenant: TenantProfile, *, is_deaf: bool
) -> None:
    person = await house.staff(tenant, "support")
    user_id = await id_of(person)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.domains.access.second_process",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    told = {
        "url": house.test_database.app_url,
        "tenant": tenant.slug,
        "authorization": person.headers["authorization"],
        "path": f"{API}/members",
        "is_deaf": is_deaf,
    }
    process.stdin.write(json.dumps(told).encode() + b"\n")
    await process.stdin.drain()
    try:
        await told_status(process.stdout, b"200")
        async with house.begin(tenant) as tx:
            await access.revoke(tx, user_id, "support")
        gone_at = time.monotonic()

        await told_status(process.stdout, b"403")
        assert time.monotonic() - gone_at < 2
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def test_an_invitation_is_mailed_taken_once_and_gives_the_role(
    house: House, tenant: TenantProfile
) -> None:
    owner = await house.staff(tenant, "owner")
    invited = await owner.post(
        f"{API}/invitations", json={"email": "New@Example.com", "name": "New", "role": "support"}
    )
    assert invited.status_code == 201, invited.text
    mail = (await house.mails_to("new@example.com"))[0]
    code = mail.text.split("code: ")[1].split()[0]
    door = house.client(tenant)

    async def accept(with_code: str) -> httpx.Response:
        return await door.post(f"{API}/auth/invitation", json={"code": with_code, "password": PASSWORD})

    wrong = await accept("x" * 27)
    answers = await asyncio.gather(*(accept(code) for _ in range(5)))
    await sign_in(door, "staff", "new@example.com")
    me = (await door.get(f"{API}/me")).json()

    assert await refused(wrong) == (404, "invitation_not_found")
    assert sorted(answer.status_code for answer in answers) == [204, 404, 404, 404, 404]
    assert (me["roles"], me["name"]) == (["support"], "New")
    assert (await owner.get(f"{API}/invitations")).json()["items"] == []


async def test_an_invitation_taken_back_or_too_old_does_not_count(
    house: House, tenant: TenantProfile
) -> None:
    owner, door = await house.staff(tenant, "owner"), house.client(tenant)
    codes, ids = [], []
    for n in range(2):
        made = await owner.post(
            f"{API}/invitations", json={"email": f"late{n}@example.com", "name": "L", "role": "support"}
        )
        ids.append(made.json()["id"])
        codes.append((await house.mails_to(f"late{n}@example.com"))[0].text.split("code: ")[1].split()[0])
    await owner.delete(f"{API}/invitations/{ids[1]}")
    house.clock.forward(timedelta(days=7))

    for code in codes:
        answer = await door.post(f"{API}/auth/invitation", json={"code": code, "password": PASSWORD})
        assert answer.status_code == 404
    beyond = await house.staff(tenant, "admin")
    refusal = await beyond.post(
        f"{API}/invitations", json={"email": "x@example.com", "name": "X", "role": "finance"}
    )
    assert await refused(refusal) == (403, "beyond_own_permissions")
