"""Every operation of every face, called by everybody who may not: refused, and not one row changed.

The table is made from the OpenAPI documents and the guards of the routes, so a new route is covered by
being born. An operation whose request cannot be made from its document fails until ``GIVEN`` has one, and
one whose path names something unknown until ``things`` has a real row of it.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from pydantic import SecretStr

from stakehouse.apps.seed import sow
from stakehouse.apps.seed.people import ROOT
from stakehouse.apps.settings import Sandpay, Simulator
from stakehouse.domains import access, tenancy
from stakehouse.domains.access import SHIPPED
from stakehouse.domains.console.service import CLOSING
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.web.context import Audience
from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import UserId, new_id
from tests.banks import Bank
from tests.contracts.operations import Operation, operations
from tests.contracts.things import NO_ROWS, OF_NO_TENANT, ROWS, kinds, missing, staffs, things
from tests.databases import DatabaseServer, TestDatabase
from tests.houses import PASSWORD, House, sign_in, standing_house
from tests.witness import Witness

BOOKKEEPING = frozenset({"rate_limits"})
"""Counts attempts, refused ones too."""

OPERATIONS = list(operations())
GUARDED = [one for one in OPERATIONS if not one.is_open]
STAFF = [one for one in GUARDED if one.permission is not None]
KNOWING = [one for one in OPERATIONS if one.guard is not None and one.guard.knows is not None]
MACHINE = [one for one in OPERATIONS if one.face is Audience.MACHINE]


WITH_IDS = [one for one in OPERATIONS if one.parameters]
PLATFORMS = frozenset({"tenants:manage", "platform:operate"})

OF_THE_HOUSE = frozenset({"games.slug", "jackpots.jackpot_id"})
"""What is every member's."""

OF_EVERY_HOUSE = frozenset({"games.slug", "roles.role", "tenants.tenant_id", *NO_ROWS})
"""What is called the same in another house."""


@dataclass(slots=True)
class World:
    """Two houses with people in them, and a witness of what changes."""

    house: House
    tenant: TenantProfile
    other: TenantProfile
    ids: dict[str, str]
    staffs: dict[str, str]
    roles: dict[str, httpx.AsyncClient]
    nobody: httpx.AsyncClient
    ann: httpx.AsyncClient
    bob: httpx.AsyncClient
    stranger: httpx.AsyncClient
    strange_owner: httpx.AsyncClient
    root: httpx.AsyncClient
    rows: asyncpg.Connection
    witness: Witness

    def rightful(self, operation: Operation) -> httpx.AsyncClient:
        """Who may call it."""
        if operation.face is Audience.PLAYER:
            return self.ann
        return self.root if operation.permission in PLATFORMS else self.roles["owner"]

    async def missing(self, operation: Operation) -> list[str]:
        """What its path names and is not there, or not the tenant's."""
        return [
            kind
            for kind in kinds(operation)
            if await missing(self.rows, self.tenant.id, self.named(operation), kind)
        ]

    def named(self, operation: Operation) -> dict[str, str]:
        """What its path names: of staff's own, staff's."""
        is_own = operation.face is Audience.STAFF and "/members/" not in operation.path
        return self.ids | self.staffs if is_own else self.ids

    async def call(self, client: httpx.AsyncClient, operation: Operation, **headers: str) -> httpx.Response:
        return await client.request(
            operation.method,
            operation.url(self.named(operation)),
            params=operation.query(),
            json=operation.body(self.ids),
            headers={"idempotency-key": str(new_id()), "x-requested-with": "stakehouse", **headers},
        )


@asynccontextmanager
async def opened(database: TestDatabase) -> AsyncIterator[World]:
    """The seed's first house, with people of ours in it, and another house."""
    async with standing_house(database) as house:
        edge = house.api.edge
        await sow(
            database=edge.database,
            vault=edge.vault,
            clock=house.clock,
            password=PASSWORD,
            sandpay=Sandpay(20_001, Path("/nowhere"), SecretStr("s" * 32)),
            sandid=Simulator(20_002),
            objects=edge.objects,
        )
        async with edge.database.engine.connect() as conn:
            [tenant] = [each for each in await tenancy.tenants(conn) if each.slug == "lucky"]
        other = await house.open_tenant()
        ann_id = await house.add_member(tenant, "ann@example.com", "ann_matrix")
        await house.add_member(tenant, "bob@example.com", "bob_matrix")
        await house.add_member(other, "stranger@example.com", "stranger_matrix")
        await Bank(house, tenant).fund(ann_id, 100_00)
        colleague = await house.add_staff(tenant, "colleague@example.com", "cashier")
        ann, bob, stranger, root = (house.client(each) for each in (tenant, tenant, other, tenant))
        await sign_in(ann, "player", "ann@example.com")
        await sign_in(bob, "player", "bob@example.com")
        await sign_in(stranger, "player", "stranger@example.com")
        await sign_in(root, "staff", ROOT)
        roles = {role.code: await house.staff(tenant, role.code) for role in SHIPPED}
        platforms = Actor(ActorKind.STAFF, UserId(new_id()), name=ROOT)
        async with house.begin(tenant, platforms) as tx:
            await access.request_approval(
                tx, kind=CLOSING, summary="Close it", content={}, reason="So that there is one"
            )
        rows = await asyncpg.connect(database.admin_url)
        ids = await things(
            rows,
            tenant.id,
            ann=ann,
            owner=roles["owner"],
            ann_id=str(ann_id),
            colleague=str(colleague),
        )
        made = World(
            house=house,
            tenant=tenant,
            other=other,
            ids=ids | {"member_id": str(ann_id), "user_id": str(colleague), "role": "cashier"},
            staffs=await staffs(rows, roles["owner"]),
            roles=roles,
            root=root,
            nobody=house.client(tenant),
            ann=ann,
            bob=bob,
            stranger=stranger,
            strange_owner=await house.staff(other, "owner"),
            rows=rows,
            witness=await Witness.of(database, but=BOOKKEEPING),
        )
        try:
            yield made
        finally:
            await made.witness.close()
            await rows.close()


@pytest.fixture(scope="module")
async def world(module_database: TestDatabase) -> AsyncIterator[World]:
    """Where nothing is let through, so that all that is there stays."""
    async with opened(module_database) as made:
        yield made


@pytest.fixture(scope="module")
def another_database(database_server: DatabaseServer) -> Iterator[TestDatabase]:
    copy = database_server.copy()
    yield copy
    database_server.drop(copy)


@pytest.fixture(scope="module")
async def acting(another_database: TestDatabase) -> AsyncIterator[World]:
    """Another one, in which acts are carried out."""
    async with opened(another_database) as made:
        yield made


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_the_document_leads_to_a_request(operation: Operation) -> None:
    body = operation.body({})

    if body is not None and operation.route is not None and operation.route.body_field is not None:
        _, errors = operation.route.body_field.validate(body, {}, loc=("body",))
        assert not errors, f"give a request of {operation} in GIVEN: {errors}"


@pytest.mark.parametrize("operation", WITH_IDS, ids=str)
async def test_what_a_path_names_is_really_there(operation: Operation, world: World) -> None:
    """Else the refusal of others would prove nothing."""
    unknown = set(kinds(operation)) - ROWS.keys() - OF_NO_TENANT.keys() - NO_ROWS.keys()
    assert not unknown, f"give {unknown} a real row in tests/contracts/things.py"
    assert await world.missing(operation) == []

    if operation.method == "GET" and operation.face is not Audience.MACHINE:
        answer = await world.call(world.rightful(operation), operation)
        assert answer.status_code != 404, answer.text
        assert answer.status_code < 500, answer.text


@pytest.mark.requirement("9")
@pytest.mark.parametrize("operation", GUARDED, ids=str)
async def test_who_may_not_is_refused_and_not_one_row_changes(operation: Operation, world: World) -> None:
    await world.witness.seen()
    is_staffs = operation.face is Audience.STAFF
    mine, wrong = (world.roles["owner"], world.ann) if is_staffs else (world.ann, world.roles["owner"])

    without = await world.call(world.nobody, operation)
    other_face = await world.call(wrong, operation)
    other_house = await world.call(mine, operation, **{"x-tenant": world.other.slug})
    forged = await world.call(world.nobody, operation, authorization="Bearer e30.e30.e30")

    assert [answer.status_code for answer in (without, other_face, other_house, forged)] == [401] * 4
    for role in SHIPPED:
        if operation.permission is not None and operation.permission not in role.permissions:
            answer = await world.call(world.roles[role.code], operation)
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), role.code
            assert answer.json()["permission"] == operation.permission
    assert not await world.witness.seen()


@pytest.mark.parametrize("operation", KNOWING, ids=str)
async def test_who_need_not_sign_in_is_not_taken_for_another(operation: Operation, world: World) -> None:
    await world.witness.seen()

    of_staff = await world.call(world.roles["owner"], operation)
    of_another_house = await world.call(world.stranger, operation, **{"x-tenant": world.tenant.slug})

    assert (of_staff.status_code, of_another_house.status_code) == (401, 401)
    assert not await world.witness.seen()


@pytest.mark.parametrize("operation", MACHINE, ids=str)
async def test_a_message_without_its_signature_changes_nothing(operation: Operation, world: World) -> None:
    await world.witness.seen()

    for caller in (world.nobody, world.ann, world.roles["owner"]):
        answer = await world.call(caller, operation)
        assert answer.status_code in {401, 404}, answer.text

    assert not await world.witness.seen()


@pytest.mark.requirement("9")
@pytest.mark.parametrize("operation", STAFF, ids=str)
async def test_who_may_is_let_in(operation: Operation, acting: World) -> None:
    """Whatever the house then says, it is not the guard that refuses; acts name what is nobody's."""
    for role in SHIPPED:
        if operation.permission in role.permissions:
            client = acting.roles[role.code]
            if operation.method == "GET":
                answer = await acting.call(client, operation)
            else:
                nobodys = {name: str(new_id()) for name in operation.parameters}
                answer = await client.request(operation.method, operation.url(nobodys))
            assert answer.status_code < 500, answer.text
            assert answer.status_code != 401
            assert answer.status_code != 403 or answer.json()["code"] != "forbidden", answer.text


@pytest.mark.parametrize("operation", [one for one in GUARDED if one.parameters], ids=str)
async def test_the_ids_of_another_house_or_member_open_nothing(operation: Operation, world: World) -> None:
    callers = [world.strange_owner] if operation.face is Audience.STAFF else [world.stranger, world.bob]
    if OF_THE_HOUSE.intersection(kinds(operation)):
        callers.remove(world.bob)
    await world.witness.seen()

    for caller in callers:
        answer = await world.call(caller, operation)
        assert answer.status_code < 500, answer.text
        assert world.ids["member_id"] not in answer.text.replace(str(answer.request.url.path), "")
        if not OF_EVERY_HOUSE.issuperset(kinds(operation)):
            assert answer.status_code in {403, 404, 409, 422} or answer.json() in EMPTY

    assert not await world.witness.seen(world.tenant.id)


@pytest.mark.parametrize("operation", [one for one in GUARDED if one.method != "GET"], ids=str)
async def test_an_act_finds_what_it_names_and_one_of_staff_leaves_a_trace(
    operation: Operation, acting: World
) -> None:
    """Where the made-up request is carried out, the audit trail grows by the same commit."""
    is_there = not await acting.missing(operation)
    await acting.witness.seen()

    answer = await acting.call(acting.rightful(operation), operation)

    assert answer.status_code < 500, answer.text
    if is_there and set(kinds(operation)) - NO_ROWS.keys():
        assert answer.status_code != 404 or str(operation) in NOTHING_TO_ACT_ON, answer.text
    written = await acting.witness.seen(acting.tenant.id)
    # What was so already changes nothing and needs no trace.
    is_act = operation.permission is not None and answer.status_code < 300 and str(operation) not in LOOKS
    if is_act and set(written) - {"insert idempotent_answers"}:
        assert written["insert audit_trail"], f"{operation} wrote {written} and left no trace"


LOOKS = {
    "POST /api/staff/v1/hosts/{host}/check": "notes when it looked; a host that changed by it is on record",
}
"""Acts that note that they were done, and nothing that anybody must answer for."""

NOTHING_TO_ACT_ON = {
    "POST /api/player/v1/withdrawals/{withdrawal_id}/cancel": "it is there; no money of it is held",
    "POST /api/staff/v1/withdrawals/{withdrawal_id}/reject": "it is there; no money of it is held",
}
"""Acts that find the row and not what they would do to it, and why."""

EMPTY: list[Any] = [{"items": [], "next": None}, {"sessions_ended": 0}]
