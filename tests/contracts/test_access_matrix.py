"""Every operation of every face, called by everybody who may not: refused, and not one row changed.

The table is made from the OpenAPI documents and the guards of the routes, so a new route is covered by
being born. An operation whose request cannot be made from its document fails until ``GIVEN`` has one.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from stakehouse.domains.access import SHIPPED
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.web.context import Audience
from stakehouse.kernel.ids import new_id
from tests.contracts.operations import Operation, operations
from tests.databases import TestDatabase
from tests.houses import House, sign_in, standing_house
from tests.witness import Witness

BOOKKEEPING = frozenset({"rate_limits"})
"""Counts attempts, refused ones too."""

OPERATIONS = list(operations())
GUARDED = [one for one in OPERATIONS if not one.is_open]
STAFF = [one for one in GUARDED if one.permission is not None]
KNOWING = [one for one in OPERATIONS if one.guard is not None and one.guard.knows is not None]
MACHINE = [one for one in OPERATIONS if one.face is Audience.MACHINE]


@dataclass(slots=True)
class World:
    """Two houses with people in them, and a witness of what changes."""

    house: House
    tenant: TenantProfile
    other: TenantProfile
    ids: dict[str, str]
    roles: dict[str, httpx.AsyncClient]
    nobody: httpx.AsyncClient
    ann: httpx.AsyncClient
    bob: httpx.AsyncClient
    stranger: httpx.AsyncClient
    strange_owner: httpx.AsyncClient
    witness: Witness

    async def call(self, client: httpx.AsyncClient, operation: Operation, **headers: str) -> httpx.Response:
        return await client.request(
            operation.method,
            operation.url(self.ids),
            params=operation.query(),
            json=operation.body(self.ids),
            headers={"idempotency-key": str(new_id()), "x-requested-with": "stakehouse", **headers},
        )


@pytest.fixture(scope="module")
async def world(module_database: TestDatabase) -> AsyncIterator[World]:
    async with standing_house(module_database) as house:
        tenant, other = await house.open_tenant(), await house.open_tenant()
        ann_id = await house.add_member(tenant, "ann@example.com", "ann_matrix")
        await house.add_member(tenant, "bob@example.com", "bob_matrix")
        await house.add_member(other, "stranger@example.com", "stranger_matrix")
        colleague = await house.add_staff(tenant, "colleague@example.com", "cashier")
        ann, bob, stranger = house.client(tenant), house.client(tenant), house.client(other)
        await sign_in(ann, "player", "ann@example.com")
        await sign_in(bob, "player", "bob@example.com")
        await sign_in(stranger, "player", "stranger@example.com")
        [session] = (await ann.get("/api/player/v1/sessions")).json()["items"]
        roles = {role.code: await house.staff(tenant, role.code) for role in SHIPPED}
        made = World(
            house=house,
            tenant=tenant,
            other=other,
            ids={
                "member_id": str(ann_id),
                "user_id": str(colleague),
                "session_id": session["id"],
                "role": "cashier",
                **await things(ann, roles["owner"], str(ann_id), str(colleague)),
            },
            roles=roles,
            nobody=house.client(tenant),
            ann=ann,
            bob=bob,
            stranger=stranger,
            strange_owner=await house.staff(other, "owner"),
            witness=await Witness.of(module_database, but=BOOKKEEPING),
        )
        try:
            yield made
        finally:
            await made.witness.close()


async def things(
    ann: httpx.AsyncClient, owner: httpx.AsyncClient, member_id: str, colleague: str
) -> dict[str, str]:
    """What really is there to be asked for by those who may not, by the name it has in paths."""

    async def made(client: httpx.AsyncClient, path: str, **body: Any) -> Any:
        answer = await client.post(path, json=body, headers={"idempotency-key": str(new_id())})
        assert answer.status_code < 300, answer.text
        return answer.json()

    player, staff = "/api/player/v1", "/api/staff/v1"
    reason = "So that there is something to ask for"
    override = {"permission": "team:view", "effect": "deny", "reason": reason}
    invitation = {"email": "new@example.com", "name": "New", "role": "cashier"}
    adjustment = {"member_id": member_id, "account_kind": "main", "currency": "EUR", "amount": "900.00"}
    complaint = {"category": "account", "subject": "A matter", "text": "Something is not as it should be."}
    await made(owner, f"{staff}/staff/{colleague}/overrides", **override)
    people = (await owner.get(f"{staff}/staff")).json()["items"]
    [person] = [each for each in people if each["user_id"] == colleague]
    return {
        "grant_id": person["grants"][0]["id"],
        "override_id": person["overrides"][0]["id"],
        "invitation_id": (await made(owner, f"{staff}/invitations", **invitation))["id"],
        "approval_id": (await made(owner, f"{staff}/adjustments", **adjustment, reason=reason))["id"],
        "impersonation_id": (await made(owner, f"{staff}/members/{member_id}/impersonate", reason=reason))[
            "id"
        ],
        "complaint_id": (await made(ann, f"{player}/complaints", **complaint))["id"],
        "export_id": (await made(ann, f"{player}/me/exports"))["id"],
        "pack_id": (await made(owner, f"{staff}/evidence", member_id=member_id, reason=reason))["id"],
    }


REAL = {
    "member_id", "user_id", "session_id", "grant_id", "override_id", "invitation_id", "approval_id",
    "impersonation_id", "complaint_id", "export_id", "pack_id",
}  # fmt: skip
"""Things that exist while the matrix is walked: whoever may not know of them is told that they do not."""


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_the_document_leads_to_a_request(operation: Operation) -> None:
    body = operation.body({})

    if body is not None and operation.route is not None and operation.route.body_field is not None:
        _, errors = operation.route.body_field.validate(body, {}, loc=("body",))
        assert not errors, f"give a request of {operation} in GIVEN: {errors}"


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


@pytest.mark.parametrize("operation", [one for one in STAFF if one.method == "GET"], ids=str)
async def test_who_may_is_let_in(operation: Operation, world: World) -> None:
    """Whatever the page then says, it is not the guard that refuses."""
    for role in SHIPPED:
        if operation.permission in role.permissions:
            answer = await world.call(world.roles[role.code], operation)
            assert answer.status_code < 500, answer.text
            assert answer.status_code != 401
            assert answer.status_code != 403 or answer.json()["code"] == "step_up_required"


@pytest.mark.parametrize("operation", [one for one in GUARDED if one.parameters], ids=str)
async def test_the_ids_of_another_house_or_member_open_nothing(operation: Operation, world: World) -> None:
    callers = [world.strange_owner] if operation.face is Audience.STAFF else [world.stranger, world.bob]
    await world.witness.seen()

    for caller in callers:
        answer = await world.call(caller, operation)
        assert answer.status_code < 500, answer.text
        assert world.ids["member_id"] not in answer.text.replace(str(answer.request.url.path), "")
        if REAL.intersection(operation.parameters):
            assert answer.status_code in {403, 404, 409, 422} or answer.json() in EMPTY

    assert not await world.witness.seen(world.tenant.id)


@pytest.mark.parametrize("operation", [one for one in STAFF if one.method != "GET"], ids=str)
async def test_an_act_of_staff_leaves_a_trace(operation: Operation, world: World) -> None:
    """Where the made-up request is carried out, the audit trail grows by the same commit."""
    await world.witness.seen()

    answer = await world.call(world.roles["owner"], operation)

    assert answer.status_code < 500, answer.text
    written = await world.witness.seen(world.tenant.id)
    # What was so already changes nothing and needs no trace.
    if answer.status_code < 300 and set(written) - {"insert idempotent_answers"}:
        assert written["insert audit_trail"], f"{operation} wrote {written} and left no trace"


EMPTY: list[Any] = [{"items": [], "next": None}, {"sessions_ended": 0}]
