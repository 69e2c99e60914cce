"""A national register at the doors of a house: asked, obeyed, and never in the way of a payout."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from stakehouse.domains import compliance, identity
from stakehouse.domains.compliance.service.registers import RegisterDue
from stakehouse.domains.compliance.types.registers import Sought
from stakehouse.domains.identity import Details, NewMember
from stakehouse.domains.ledger import driver
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.circuit import Circuits
from stakehouse.infra.embedded.home import free_port
from stakehouse.infra.http_client import HttpClient
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import MemberId, new_id
from tests.databases import TestDatabase
from tests.domains.compliance.registers.side import SECRET, SERVE, SandstopSide
from tests.houses import PASSWORD, House, sign_in, standing_house
from tests.processes import Listener

pytestmark = pytest.mark.requirement("R13")

LOGIN = "/api/player/v1/auth/login"
BORN = date(1990, 5, 1)
LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Names hold no digits."""


@pytest.fixture(scope="module")
def simulator() -> Iterator[Listener]:
    made = Listener(SERVE, free_port(), (SECRET.hex(),))
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase, simulator: Listener) -> AsyncIterator[House]:
    # It is made to fail on purpose; the circuit is examined elsewhere.
    http = HttpClient(inside=[simulator.address], total_limit_s=0.5, circuits=Circuits(failures_max=1_000))
    async with standing_house(module_database, outward=http) as standing:
        yield standing


@dataclass(frozen=True, slots=True)
class Scene:
    """A house under British law that is connected, and what was said to it."""

    house: House
    tenant: TenantProfile
    side: SandstopSide
    officer: httpx.AsyncClient

    async def member(self, name: str = "ann") -> tuple[str, MemberId, Sought]:
        """A member whose name and postcode are known; nobody was asked about them yet."""
        email = f"{name}.{new_id().hex[-12:]}@example.com"
        details = Details("Ann", f"Archer{new_id().hex[-6:]}", "SW1A 1AA")
        async with self.house.begin(self.tenant) as tx:
            user_id = await identity.ensure_user(tx, email, self.house.password_hash, name="")
            member_id = await identity.enrol(
                tx,
                NewMember(user_id, f"{name}_{new_id().hex[-8:]}", BORN, "GB", "EUR", "en", details=details),
            )
        assert member_id is not None
        person = Sought(details.first_name, details.last_name, BORN, email, details.postcode, "")
        return email, member_id, person

    async def try_door(self, email: str) -> httpx.Response:
        body = {"email": email, "password": PASSWORD}
        return await self.house.client(self.tenant).post(LOGIN, json=body)

    async def asked(self) -> int:
        return await self.side.asked(self.tenant.slug)

    async def told(self) -> list[str]:
        rows = await self.house.rows(
            "SELECT name FROM outbox WHERE tenant_id = $1 AND domain = 'compliance' ORDER BY seq",
            self.tenant.id,
        )
        return [row["name"] for row in rows]

    async def recorded(self) -> list[str]:
        rows = await self.house.rows(
            "SELECT action FROM audit_trail WHERE tenant_id = $1 ORDER BY id", self.tenant.id
        )
        return [row["action"] for row in rows]


@pytest.fixture
async def scene(house: House, simulator: Listener) -> AsyncIterator[Scene]:
    tenant = await house.open_tenant(jurisdiction="GB")
    side = SandstopSide(simulator.url)
    officer = await house.staff(tenant, "owner")
    connected = await officer.put(
        "/api/staff/v1/registers/sandstop",
        json={
            "base_url": simulator.url,
            "key": await side.key(tenant.slug),
            "reason": "Our licence asks for it.",
        },
    )
    assert connected.status_code == 200, connected.text
    yield Scene(house, tenant, side, officer)
    await side.behave("well")


async def test_who_is_not_on_it_comes_in_and_the_answer_counts_as_long_as_the_law_lets_it(
    scene: Scene,
) -> None:
    email, _, _ = await scene.member()

    for _ in range(2):
        assert (await scene.try_door(email)).status_code == 200
    asked_once = await scene.asked()
    scene.house.clock.forward(timedelta(minutes=60))
    assert (await scene.try_door(email)).status_code == 200

    assert (asked_once, await scene.asked()) == (1, 2)


async def test_a_hit_keeps_out_of_everything_but_the_payout(scene: Scene) -> None:
    email, member_id, person = await scene.member()
    client = scene.house.client(scene.tenant)
    await sign_in(client, "player", email)
    await scene.side.list_person(person)
    scene.house.clock.forward(timedelta(minutes=61))

    refused = await scene.try_door(email)

    body = refused.json()
    assert (refused.status_code, body["code"], body["kind"]) == (423, "excluded", "national_register")
    # The session that was open has ended, and the engine and the cashier refuse too.
    assert (await client.get("/api/player/v1/me")).status_code == 401
    async with scene.house.begin(scene.tenant) as tx:
        with pytest.raises(compliance.Excluded):
            await compliance.check_deposit(tx, member_id, "EUR", 100)
        assert not await compliance.may_market(tx, member_id)
        rows = await compliance.read_protections(await driver(tx), scene.tenant.id, [(member_id, "EUR")])
        with pytest.raises(compliance.Excluded):
            rows.open(tx.now).check_bet(member_id, "EUR", 100)
    payout = await scene.house.client(scene.tenant).post(
        "/api/player/v1/auth/payout-session", json={"ticket": body["payout_ticket"]}
    )
    assert payout.status_code == 200, payout.text
    shown = (await scene.officer.get(f"/api/staff/v1/members/{member_id}/register")).json()
    assert [each["answer"] for each in shown["answers"]] == ["on", "off"]
    assert shown["listed_since"] is not None
    assert "member.excluded" in await scene.told()
    assert "member.excluded" in await scene.recorded()


async def test_it_ends_where_it_began_and_nowhere_else(scene: Scene) -> None:
    email, member_id, person = await scene.member()
    await scene.side.list_person(person)
    assert (await scene.try_door(email)).status_code == 423
    returned = await scene.officer.post(
        f"/api/staff/v1/members/{member_id}/exclusion/return", json={"reason": "They asked nicely."}
    )
    assert (returned.status_code, returned.json()["code"]) == (409, "exclusion_in_force")

    await scene.side.let_go(person)
    cached = await scene.try_door(email)
    scene.house.clock.forward(timedelta(minutes=61))
    later = await scene.try_door(email)

    assert (cached.status_code, later.status_code) == (423, 200)
    assert "register.cleared" in await scene.told()


async def test_another_name_brings_nobody_back_in(scene: Scene) -> None:
    email, member_id, person = await scene.member()
    await scene.side.list_person(person)
    assert (await scene.try_door(email)).status_code == 423
    async with scene.house.begin(scene.tenant) as tx:
        await identity.set_details(tx, member_id, Details("Bea", "Baker", "EC1A 1BB"))
    await scene.side.let_go(person)

    scene.house.clock.forward(timedelta(minutes=61))

    assert (await scene.try_door(email)).status_code == 423


async def test_what_a_member_chose_outlives_the_register(scene: Scene) -> None:
    email, member_id, person = await scene.member()
    await scene.side.list_person(person)
    assert (await scene.try_door(email)).status_code == 423
    async with scene.house.begin(scene.tenant) as tx:
        await compliance.exclude_self(tx, member_id, compliance.Term.SIX_MONTHS)
    await scene.side.let_go(person)
    scene.house.clock.forward(timedelta(minutes=61))

    refused = (await scene.try_door(email)).json()

    assert (refused["code"], refused["kind"]) == ("excluded", "self_exclusion")


@pytest.mark.parametrize("mode", ["slow", "closed", "nonsense"])
async def test_silence_lets_nobody_in_but_to_the_payout(scene: Scene, mode: str) -> None:
    email, _, _ = await scene.member()
    await scene.side.behave(mode)

    refused = await scene.try_door(email)
    asked = await scene.asked()
    again = await scene.try_door(email)

    assert (refused.status_code, refused.json()["code"]) == (503, "register_silent")
    assert int(refused.headers["retry-after"]) > 0
    assert (again.json()["code"], await scene.asked()) == ("register_silent", asked)
    payout = await scene.house.client(scene.tenant).post(
        "/api/player/v1/auth/payout-session", json={"ticket": again.json()["payout_ticket"]}
    )
    assert payout.status_code == 200
    assert (await scene.told()).count("register.fell_silent") == 1
    await scene.side.behave("well")
    scene.house.clock.forward(timedelta(seconds=31))
    assert (await scene.try_door(email)).status_code == 200


async def test_a_house_whose_law_names_a_register_lets_nobody_in_without_one(scene: Scene) -> None:
    email, _, _ = await scene.member()
    gone = await scene.officer.post("/api/staff/v1/registers/remove", json={"reason": "The contract ended."})

    refused = await scene.try_door(email)

    assert gone.status_code == 204
    assert (refused.status_code, refused.json()["code"]) == (503, "register_silent")
    state = (await scene.officer.get("/api/staff/v1/registers")).json()
    assert (state["named"], state["is_asked"], state["connection"]) == ("GAMSTOP", True, None)


async def test_who_never_stated_a_name_states_it_and_comes_in(scene: Scene) -> None:
    email = f"ann.{new_id().hex[-12:]}@example.com"
    await scene.house.add_member(scene.tenant, email, f"ann_{new_id().hex[-8:]}")

    refused = await scene.try_door(email)
    assert (refused.status_code, refused.json()["code"]) == (403, "register_details_missing")
    client = scene.house.client(scene.tenant)
    opened = await client.post(
        "/api/player/v1/auth/payout-session", json={"ticket": refused.json()["payout_ticket"]}
    )
    stated = await client.put(
        "/api/player/v1/me/details",
        json={
            "first_name": "Ann",
            "last_name": "Archer",
            "postcode": "SW1A 1AA",
            "phone": "+44 20 7946 0000",
        },
        headers={"authorization": f"Bearer {opened.json()['access_token']}"},
    )

    assert (stated.status_code, stated.json()["phone"]) == (200, "+442079460000")
    assert (await scene.try_door(email)).status_code == 200


def stated(**changes: Any) -> dict[str, Any]:
    number = new_id().hex[-10:]
    return {
        "email": f"new.{number}@example.com",
        "password": PASSWORD,
        "username": f"new_{number}",
        "birth_date": BORN.isoformat(),
        "country": "GB",
        "first_name": "Nell",
        "last_name": "Newcomer " + number.translate(LETTERS),
        "postcode": "EC1A 1BB",
        "accept_terms": True,
    } | changes


async def register(scene: Scene, person: dict[str, Any]) -> httpx.Response:
    client = scene.house.client(scene.tenant)
    sent = await client.post("/api/player/v1/auth/register", json=person)
    assert sent.status_code == 202, sent.text
    code = await scene.house.code_for(person["email"])
    return await client.post("/api/player/v1/auth/confirm", json={"email": person["email"], "code": code})


async def test_a_newcomer_states_name_and_postcode_and_is_asked_about_once(scene: Scene) -> None:
    client = scene.house.client(scene.tenant)
    form = (await client.get("/api/player/v1/auth/registration")).json()
    bare = {name: value for name, value in stated().items() if name != "postcode"}
    refused = await client.post("/api/player/v1/auth/register", json=bare)

    came = await register(scene, stated())

    assert form == {"details": True}
    assert (refused.status_code, refused.json()["code"]) == (422, "details_required")
    assert came.status_code == 200, came.text
    assert await scene.asked() == 1


async def test_a_newcomer_on_it_gets_no_account(scene: Scene) -> None:
    person = stated()
    await scene.side.list_person(
        Sought(person["first_name"], person["last_name"], BORN, person["email"], person["postcode"], "")
    )

    refused = await register(scene, person)

    assert (refused.status_code, refused.json()["code"]) == (423, "on_register")
    assert not await scene.house.rows("SELECT 1 FROM members WHERE tenant_id = $1", scene.tenant.id)
    assert "register.newcomer_refused" in await scene.told()
    assert "registration.refused_by_register" in await scene.recorded()


async def test_silence_opens_no_account_and_leaves_the_code_good(scene: Scene) -> None:
    person = stated()
    await scene.side.behave("closed")
    refused = await register(scene, person)
    code = await scene.house.code_for(person["email"])
    await scene.side.behave("well")
    scene.house.clock.forward(timedelta(seconds=31))

    came = await scene.house.client(scene.tenant).post(
        "/api/player/v1/auth/confirm", json={"email": person["email"], "code": code}
    )

    assert (refused.status_code, refused.json()["code"]) == (503, "register_silent")
    assert came.status_code == 200


async def test_nobody_is_marketed_to_without_an_answer(scene: Scene) -> None:
    _, member_id, person = await scene.member()
    _, other, _ = await scene.member("bob")
    desk, tenant_id = scene.house.api.registers, scene.tenant.id
    async with scene.house.begin(scene.tenant) as tx:
        before = await compliance.may_market(tx, member_id)
    await scene.side.list_person(person)

    listed = await compliance.clear_to_market(desk, tenant_id, member_id)
    clear = await compliance.clear_to_market(desk, tenant_id, other)
    await scene.side.behave("closed")
    scene.house.clock.forward(timedelta(minutes=61))
    silent = await compliance.clear_to_market(desk, tenant_id, other)

    assert (before, listed, clear, silent) == (False, False, True, False)
    # What was found on the way excludes, as at the door.
    async with scene.house.begin(scene.tenant) as tx:
        assert await compliance.exclusion_of(tx, member_id) is not None


async def test_nothing_of_the_question_is_kept(scene: Scene) -> None:
    email, _, person = await scene.member()
    assert (await scene.try_door(email)).status_code == 200

    [row] = await scene.house.rows("SELECT * FROM register_answers WHERE tenant_id = $1", scene.tenant.id)

    kept = repr(dict(row))
    assert not any(word in kept for word in (person.last_name, email, person.postcode, BORN.isoformat()))


async def test_a_house_without_one_asks_nobody(scene: Scene) -> None:
    plain = await scene.house.open_tenant(jurisdiction="MT")
    client = scene.house.client(plain)

    await scene.house.player(plain)

    assert (await client.get("/api/player/v1/auth/registration")).json() == {"details": False}
    assert await scene.side.asked(plain.slug) == 0


async def test_staff_connect_it_and_never_see_the_key_again(scene: Scene) -> None:
    state = (await scene.officer.get("/api/staff/v1/registers")).json()
    trial = (await scene.officer.post("/api/staff/v1/registers/test")).json()
    key = await scene.side.key(scene.tenant.slug)

    assert state["connection"]["register_name"] == "sandstop"
    assert key not in str(state)
    assert trial["outcome"] == "answered"
    [row] = await scene.house.rows(
        "SELECT credentials FROM register_connections WHERE tenant_id = $1", scene.tenant.id
    )
    assert key.encode() not in row["credentials"]
    trail = await scene.house.rows(
        "SELECT after::text FROM audit_trail WHERE tenant_id = $1 AND action = 'register.connected'",
        scene.tenant.id,
    )
    assert len(trail) == 1
    assert key not in trail[0]["after"]


@pytest.mark.parametrize(
    ("register", "base_url", "code"),
    [
        ("nowhere", "https://register.example", "unknown_register"),
        ("sandstop", "http://register.example", "register_address_refused"),
        ("sandstop", "https://127.0.0.1", "register_address_refused"),
        ("sandstop", "https://somebody@192.0.2.1", "register_address_refused"),
        ("sandstop", "not an address", "register_address_refused"),
    ],
)
async def test_an_address_that_is_none_is_refused_and_nothing_changes(
    scene: Scene, register: str, base_url: str, code: str
) -> None:
    before = await scene.house.rows(
        "SELECT * FROM register_connections WHERE tenant_id = $1", scene.tenant.id
    )

    refused = await scene.officer.put(
        f"/api/staff/v1/registers/{register}",
        json={"base_url": base_url, "key": "12345678", "reason": "Trying it."},
    )

    assert refused.json()["code"] == code
    assert refused.status_code in {404, 422}
    assert before == await scene.house.rows(
        "SELECT * FROM register_connections WHERE tenant_id = $1", scene.tenant.id
    )


async def test_a_wrong_key_is_silence_at_the_door_and_named_to_staff(
    scene: Scene, simulator: Listener
) -> None:
    email, _, _ = await scene.member()
    await scene.officer.put(
        "/api/staff/v1/registers/sandstop",
        json={"base_url": simulator.url, "key": "nobody.gave.this", "reason": "A slip of the pen."},
    )

    trial = (await scene.officer.post("/api/staff/v1/registers/test")).json()

    assert trial["outcome"] == "register_key_refused"
    assert (await scene.try_door(email)).json()["code"] == "register_silent"


async def test_a_register_is_never_asked_inside_a_transaction(scene: Scene) -> None:
    _, member_id, _ = await scene.member()
    desk = scene.house.api.registers

    async with desk.transaction(scene.tenant.id, system("test")) as tx:
        person = await identity.member(tx, member_id)
        with pytest.raises(RegisterDue):
            await compliance.admit_sign_in(tx, person.member_id)

    assert await scene.asked() == 0
