"""An excluded member cannot …: every channel, one by one; and what remains possible."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from stakehouse.domains import compliance, identity, tenancy
from stakehouse.domains.compliance.jobs import JOBS
from stakehouse.domains.compliance.service.exclusions import FOLLOW_EXCLUSION
from stakehouse.infra.jobs import JobContext
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from tests.halls import EVEN, PLAYER, Hall, lay, seat
from tests.houses import PASSWORD, House, sign_in

STAFF = "/api/staff/v1"
FOLLOW = next(job for job in JOBS if job.name == FOLLOW_EXCLUSION)


class Person:
    """A member with money, by address, in one house."""

    def __init__(self, hall: Hall, member_id: MemberId, email: str, client: httpx.AsyncClient) -> None:
        self.hall = hall
        self.member_id = member_id
        self.email = email
        self.client = client

    async def login(self) -> httpx.Response:
        fresh = self.hall.house.client(self.hall.tenant)
        body = {"email": self.email, "password": PASSWORD}
        return await fresh.post(f"{PLAYER}/auth/login", json=body)

    async def exclude(self, **how: Any) -> httpx.Response:
        body = {"kind": "self_exclusion", "term": "P6M"} | how
        return await self.client.post(f"{PLAYER}/exclusion", json=body)

    async def payout(self) -> httpx.AsyncClient:
        """A client in a payout session."""
        ticket = (await self.login()).json()["payout_ticket"]
        client = self.hall.house.client(self.hall.tenant)
        answer = await client.post(f"{PLAYER}/auth/payout-session", json={"ticket": ticket})
        assert answer.status_code == 200, answer.text
        client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
        return client


async def person(hall: Hall, email: str | None = None) -> Person:
    name = f"ann_{new_id().hex[-8:]}"
    address = email or f"{name}@example.com"
    member_id = await hall.house.add_member(hall.tenant, address, name)
    await hall.fund(member_id, 10_000)
    client = hall.house.client(hall.tenant)
    await sign_in(client, "player", address)
    return Person(hall, member_id, address, client)


async def bet_again(ann: Person) -> httpx.Response:
    return await lay(ann.client)


async def read_wallet(ann: Person) -> httpx.Response:
    return await ann.client.get(f"{PLAYER}/wallet")


async def refresh(ann: Person) -> httpx.Response:
    return await ann.client.post(f"{PLAYER}/auth/refresh")


async def open_deposit(ann: Person) -> httpx.Response:
    body = {"amount": "10.00", "currency": "EUR", "method": "sandpay"}
    return await ann.client.post(f"{PLAYER}/deposits", json=body, headers={"idempotency-key": str(new_id())})


async def set_limit(ann: Person) -> httpx.Response:
    return await ann.client.put(f"{PLAYER}/limits/wager/day", json={"amount": "5.00"})


@pytest.mark.requirement("11", "R12")
@pytest.mark.parametrize("kind", ["time_out", "self_exclusion"])
@pytest.mark.parametrize("act", [bet_again, read_wallet, refresh, open_deposit, set_limit])
async def test_every_session_is_over_at_once(
    hall: Hall, kind: str, act: Callable[[Person], Awaitable[httpx.Response]]
) -> None:
    ann = await person(hall)
    until = (hall.house.clock() + timedelta(days=7)).isoformat()
    body = {"kind": kind} | ({"until": until} if kind == "time_out" else {"term": "P6M"})
    assert (await ann.client.post(f"{PLAYER}/exclusion", json=body)).status_code == 200

    assert (await act(ann)).status_code == 401
    assert await hall.holds(ann.member_id) == 10_000


@pytest.mark.requirement("11", "R12")
async def test_the_door_is_shut_and_hands_out_a_ticket(hall: Hall) -> None:
    ann = await person(hall)
    await ann.exclude()

    refused = await ann.login()

    assert (refused.status_code, refused.json()["code"]) == (423, "excluded")
    assert "access_token" not in refused.json()
    assert "set-cookie" not in refused.headers
    tried = await hall.house.rows(
        "SELECT name, payload FROM outbox WHERE tenant_id = $1 AND name = 'exclusion.tried'", hall.tenant.id
    )
    recorded = await hall.house.rows(
        "SELECT after FROM audit_trail WHERE tenant_id = $1 AND action = 'exclusion.tried'", hall.tenant.id
    )
    assert (len(tried), len(recorded)) == (1, 1)


@pytest.mark.requirement("R12")
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/me", 200),
        ("GET", "/wallet", 200),
        ("GET", "/transactions", 200),
        ("GET", "/withdrawals", 200),
        ("GET", "/payment-methods?direction=withdrawal", 200),
        ("GET", "/exclusion", 200),
        ("GET", "/limits", 200),
        ("GET", "/rounds", 403),
        ("GET", "/deposits", 403),
        ("GET", "/sessions", 403),
        ("GET", "/play-clock", 403),
        ("POST", "/reality-check", 403),
        ("PUT", "/limits/wager/day", 403),
        ("POST", "/deposits", 403),
        ("POST", "/bets", 403),
        ("POST", "/fairness/rotate", 403),
    ],
)
async def test_a_payout_session_sees_the_wallet_and_nothing_of_play(
    hall: Hall, method: str, path: str, status: int
) -> None:
    ann = await person(hall)
    await ann.exclude()
    client = await ann.payout()

    answer = await client.request(
        method,
        f"{PLAYER}{path}",
        json={"game": "dice", "currency": "EUR", "stake": "1.00", "choices": EVEN}
        if method != "GET"
        else None,
        headers={"idempotency-key": str(new_id())},
    )

    assert answer.status_code == status, answer.text
    if status == 403:
        assert answer.json()["code"] == "payout_only"
    if path == "/me":
        assert (answer.json()["standing"], answer.json()["is_for_payout"]) == ("excluded", True)


@pytest.mark.requirement("R12")
async def test_a_ticket_counts_once_and_for_ten_minutes(hall: Hall) -> None:
    ann = await person(hall)
    await ann.exclude()
    first, second = [(await ann.login()).json()["payout_ticket"] for _ in range(2)]
    client = hall.house.client(hall.tenant)

    async def redeem(ticket: str) -> int:
        answer = await client.post(f"{PLAYER}/auth/payout-session", json={"ticket": ticket})
        return answer.status_code

    assert [await redeem(first), await redeem(first)] == [200, 401]
    before = hall.house.clock.now
    hall.house.clock.forward(timedelta(minutes=10))
    try:
        assert await redeem(second) == 401
    finally:
        hall.house.clock.now = before
    assert await redeem("x" * 43) == 401


@pytest.mark.requirement("R12")
async def test_nobody_comes_back_before_the_term_and_the_try_is_recorded(hall: Hall) -> None:
    ann = await person(hall)
    await ann.exclude()
    clerk = await hall.house.staff(hall.tenant, "owner")

    own = await (await ann.payout()).post(f"{PLAYER}/exclusion/return")
    by_staff = await clerk.post(
        f"{STAFF}/members/{ann.member_id}/exclusion/return", json={"reason": "They asked nicely."}
    )

    assert [(each.status_code, each.json()["code"]) for each in (own, by_staff)] == [
        (409, "exclusion_in_force")
    ] * 2
    acts = await hall.house.rows(
        "SELECT after->>'act' AS act, actor_kind FROM audit_trail "
        "WHERE tenant_id = $1 AND action = 'exclusion.tried' ORDER BY id",
        hall.tenant.id,
    )
    assert {(row["act"], row["actor_kind"]) for row in acts} >= {("return", "member"), ("lift", "staff")}
    assert (await ann.login()).status_code == 423


@pytest.mark.requirement("R12")
async def test_after_the_term_one_asks_and_waits_another_day(hall: Hall) -> None:
    ann = await person(hall)
    await ann.exclude()
    before = hall.house.clock.now
    try:
        hall.house.clock.forward(timedelta(days=200))
        assert (await ann.login()).status_code == 423  # the term is over, but nobody asked

        asked = await (await ann.payout()).post(f"{PLAYER}/exclusion/return")
        hall.house.clock.forward(timedelta(hours=23))
        early = await ann.login()
        hall.house.clock.forward(timedelta(hours=1))
        late = await ann.login()
    finally:
        hall.house.clock.now = before

    assert asked.status_code == 200
    assert asked.json()["active"]["returns_at"] is not None
    assert (early.status_code, late.status_code) == (423, 200)


@pytest.mark.requirement("R12", "R14")
async def test_who_chose_every_house_is_out_in_every_house(house: House) -> None:
    here, there, later = await Hall.open(house), await Hall.open(house), await Hall.open(house)
    ann = await person(here)
    elsewhere = await person(there, ann.email)
    await ann.exclude(everywhere=True)

    # The door and the cashier of the other house know at once, its wallet engine when it has followed.
    assert (await elsewhere.login()).status_code == 423
    async with there.begin() as tx:
        with pytest.raises(compliance.Excluded):
            await compliance.check_deposit(tx, elsewhere.member_id, "EUR", 100)
        assert not await compliance.may_market(tx, elsewhere.member_id)
    await follow_all(house)
    assert (await lay(elsewhere.client)).status_code == 401
    with pytest.raises(compliance.Excluded):
        await there.bet(elsewhere.member_id)

    # It learns no more than that: neither where, nor for how long.
    clerk = await house.staff(there.tenant, "owner")
    seen = (await clerk.get(f"{STAFF}/members/{elsewhere.member_id}/exclusion")).json()["active"]
    assert (seen["kind"], seen["until"], seen["everywhere"]) == ("excluded", None, False)
    told = await house.rows(
        "SELECT payload::text AS text FROM outbox WHERE tenant_id = $1 AND name = 'member.excluded'",
        there.tenant.id,
    )
    recorded = await house.rows(
        "SELECT after::text AS text FROM audit_trail WHERE tenant_id = $1 AND action = 'member.excluded'",
        there.tenant.id,
    )
    year = str((house.clock() + timedelta(days=182)).year)
    assert [("until" in row["text"] and year in row["text"]) for row in (*told, *recorded)] == [False] * 2

    # Nor does it help to join a house that did not know the person yet.
    async with later.begin() as tx:
        user_id = await identity.user_of_email(tx, ann.email)
    assert user_id is not None
    newcomer = await house.add_member(later.tenant, ann.email, f"new_{new_id().hex[-8:]}")
    async with later.begin() as tx:
        with pytest.raises(compliance.SignInExcluded):
            await compliance.admit_sign_in(tx, newcomer)


async def follow_all(house: House) -> None:
    """Does what is owed to each house."""
    for owed in await house.rows(
        "DELETE FROM jobs WHERE name = $1 RETURNING id, tenant_id, payload", FOLLOW_EXCLUSION
    ):
        await FOLLOW.run(
            JobContext(
                name=FOLLOW.name,
                tenant_id=TenantId(owed["tenant_id"]),
                payload=owed["payload"],
                attempt=1,
                is_last=False,
                clock=house.clock,
                database=house.api.edge.database,
                job_id=owed["id"],
            )
        )


@pytest.mark.requirement("R12")
async def test_where_the_law_demands_it_a_self_exclusion_is_wide_unasked(house: House) -> None:
    strict = await Hall.open(house)
    ann = await person(strict)
    # From now on, for whoever comes in under it a register must be asked.
    await house.change(f"UPDATE tenants SET jurisdiction = 'GB' WHERE id = '{strict.tenant.id}'")
    tenancy.forget()

    answer = await ann.exclude()

    assert answer.json()["active"]["everywhere"] is True


@pytest.mark.requirement("R4", "R22")
async def test_staff_tighten_at_once_and_loosen_only_by_four_eyes_and_with_the_member(hall: Hall) -> None:
    ann = await person(hall)
    one, two = await hall.house.staff(hall.tenant, "owner"), await hall.house.staff(hall.tenant, "owner")
    path = f"{STAFF}/members/{ann.member_id}/limits/wager/day"

    tight = await one.put(path, json={"amount": "2.00", "currency": "EUR", "reason": "Signs of harm."})
    assert (tight.status_code, tight.json()["is_of_house"]) == (200, True)
    assert (await lay(ann.client, stake="3.00")).json()["code"] == "limit_reached"
    alone = await ann.client.put(f"{PLAYER}/limits/wager/day", json={"amount": "9.00"})
    assert (alone.status_code, alone.json()["code"]) == (403, "limit_of_house")

    asked = await one.put(path, json={"amount": "9.00", "currency": "EUR", "reason": "Talked it over."})
    assert asked.status_code == 202
    approval = asked.json()
    own = await one.post(
        f"{STAFF}/approvals/{approval['id']}/approve", json={"content_hash": approval["content_hash"]}
    )
    assert own.status_code == 403
    agreed = await two.post(
        f"{STAFF}/approvals/{approval['id']}/approve", json={"content_hash": approval["content_hash"]}
    )
    assert agreed.status_code == 200, agreed.text
    assert (await lay(ann.client, stake="3.00")).json()["code"] == "limit_reached"
    early = await ann.client.post(f"{PLAYER}/limits/wager/day/confirm")
    assert (early.status_code, early.json()["code"]) == (409, "cooling_off")


@pytest.mark.requirement("R9")
async def test_a_bet_over_http_stops_at_the_reality_check(hall: Hall) -> None:
    ann = await person(hall)
    await ann.client.put(f"{PLAYER}/reality-check", json={"minutes": 5})
    assert (await lay(ann.client)).status_code == 201
    before = hall.house.clock.now
    try:
        hall.house.clock.forward(timedelta(minutes=5))
        refused = await lay(ann.client)
        clock = (await ann.client.get(f"{PLAYER}/play-clock")).json()
        went_on = await ann.client.post(f"{PLAYER}/reality-check", json={"answer": "continue"})
        taken = await lay(ann.client)
    finally:
        hall.house.clock.now = before

    assert (refused.status_code, refused.json()["code"]) == (403, "reality_check_due")
    assert clock["reality_check"]["is_due"] is True
    assert clock["session"]["seconds"] == 300
    assert went_on.json()["reality_check"]["is_due"] is False
    assert taken.status_code == 201


@pytest.mark.requirement("R17", "R22")
async def test_a_court_keeps_a_member_out_by_staff_with_the_evidence(hall: Hall) -> None:
    house, tenant = hall.house, hall.tenant
    ann, member_id = await seat(hall)
    officer = await house.staff(tenant, "compliance")
    path = f"{STAFF}/members/{member_id}/exclusion"
    asked = {"term": "P1Y", "asked_by": "court", "evidence": "decision 17/2026", "reason": "Guardianship."}

    bare = await officer.post(path, json=asked | {"evidence": " "})
    done = await officer.post(path, json=asked)
    bet = await ann.post(
        f"{PLAYER}/bets",
        json={"game": "dice", "currency": "EUR", "stake": "1.00", "choices": EVEN},
        headers={"idempotency-key": str(new_id())},
    )
    shorter = await officer.post(path, json=asked | {"term": "P6M"})
    history = (await officer.get(f"{STAFF}/members/{member_id}/protection-history")).json()["items"]

    assert bare.status_code == 422
    assert (done.status_code, done.json()["active"]["kind"]) == (200, "self_exclusion")
    assert bet.status_code == 401
    assert (shorter.status_code, shorter.json()["code"]) == (409, "already_excluded")
    [told] = [each for each in history if each["act"] == "member.excluded"]
    assert told["actor_kind"] == "staff"
    assert told["reason"] == "Asked for by a court: Guardianship. Evidence: decision 17/2026"
    assert told["after"]["kind"] == "self_exclusion"


@pytest.mark.requirement("R16")
async def test_one_tap_keeps_out_for_a_day(hall: Hall) -> None:
    ann, _ = await seat(hall)
    until = hall.house.clock.now + timedelta(days=1)

    taken = await ann.post(f"{PLAYER}/exclusion", json={"kind": "time_out", "until": until.isoformat()})

    assert taken.status_code == 200, taken.text
    bet = await ann.post(
        f"{PLAYER}/bets",
        json={"game": "dice", "currency": "EUR", "stake": "1.00", "choices": EVEN},
        headers={"idempotency-key": str(new_id())},
    )
    assert bet.status_code == 401
