"""Every operation of every face, called by everybody who may not: refused, and not one row changed.

The table is made from the OpenAPI documents and the guards of the routes, so a new route is covered by
being born. An operation whose request cannot be made from its document fails until ``GIVEN`` has one.
"""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from hypothesis import find
from hypothesis import strategies as st

from stakehouse.apps.faces.api import PREFIXES, face
from stakehouse.apps.schemas import openapi
from stakehouse.domains.access import SHIPPED
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.web.context import Audience
from stakehouse.infra.web.guard import Guard
from stakehouse.kernel.ids import new_id
from tests.databases import TestDatabase
from tests.domains.access.test_routes import guards_of
from tests.houses import House, sign_in, standing_house

DOCUMENTS = dict(openapi())

GIVEN: dict[str, Any] = {}
"""Requests of operations whose document does not lead to a valid one, by ``METHOD path``."""

BOOKKEEPING = {"rate_limits", "rate_limit_buckets", "alembic_version", "session_endings"}
"""Tables that count attempts, refused ones too."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A call of a face, with what its route states."""

    face: Audience
    method: str
    path: str
    spec: dict[str, Any] = field(hash=False, compare=False)
    document: dict[str, Any] = field(hash=False, compare=False)
    route: APIRoute | None = field(hash=False, compare=False)
    guard: Guard | None = field(hash=False, compare=False)

    def __str__(self) -> str:
        return f"{self.method} {PREFIXES[self.face]}{self.path}"


def operations() -> Iterator[Operation]:
    for audience in Audience:
        document: dict[str, Any] = dict(DOCUMENTS[audience.value])
        routes: dict[tuple[str, str], APIRoute] = {}
        for context in iter_route_contexts(face(audience, None).router.routes):
            if isinstance(context.original_route, APIRoute):
                for method in context.methods or ():
                    routes[method, str(context.path)] = context.original_route
        for path, calls in document["paths"].items():
            for verb, spec in calls.items():
                method = verb.upper()
                route = routes.get((method, path))
                guards = [] if route is None else list(guards_of(route.dependant))
                yield Operation(audience, method, path, spec, document, route, guards[0] if guards else None)


def example(schema: dict[str, Any], document: dict[str, Any]) -> Any:  # noqa: C901, PLR0911 - one case a kind
    """A value that fits a schema, as plain as can be."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return example(document["components"]["schemas"][name], document)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            options = [each for each in schema[several] if each.get("type") != "null"]
            return example(options[0], document)
    match schema.get("type"):
        case "object":
            known = schema.get("properties", {})
            return {name: example(known[name], document) for name in schema.get("required", ())}
        case "array":
            return [example(schema["items"], document) for _ in range(schema.get("minItems", 0))]
        case "boolean":
            return True
        case "integer" | "number":
            return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
        case "null":
            return None
        case _:
            return text(schema)


def text(schema: dict[str, Any]) -> str:
    formats = {
        "uuid": str(UUID(int=1)),
        "date": "2000-01-01",
        "date-time": "2100-01-01T00:00:00Z",
        "email": "somebody@example.com",
    }
    if schema.get("format") in formats:
        return formats[schema["format"]]
    if "pattern" in schema:
        return find(st.from_regex(re.compile(schema["pattern"], re.ASCII), fullmatch=True), lambda _: True)
    return "a" * max(schema.get("minLength", 1), min(12, schema.get("maxLength", 12)))


@dataclass(slots=True)
class World:
    """Two houses with people in them, and what lies in their tables."""

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
    connection: asyncpg.Connection
    tables: list[str] = field(default_factory=list)
    of_tenants: set[str] = field(default_factory=set)

    async def fingerprint(self) -> dict[str, tuple[int, int]]:
        """Count and versions of the rows of every table."""
        parts = [
            f"SELECT '{table}' AS name, count(*) AS n, "
            f"coalesce(sum(hashtext(xmin::text || ctid::text)::bigint), 0) AS versions FROM {table}"
            for table in self.tables
        ]
        rows = await self.connection.fetch(" UNION ALL ".join(parts))
        return {row["name"]: (row["n"], int(row["versions"])) for row in rows}

    async def fingerprint_of_house(self) -> dict[str, tuple[int, int]]:
        """The same of the rows of the house whose ids are used, so that the others may act on their own."""
        parts = [
            f"SELECT '{table}' AS name, count(*) AS n, "
            f"coalesce(sum(hashtext(xmin::text || ctid::text)::bigint), 0) AS versions FROM {table} "
            f"WHERE tenant_id = '{self.tenant.id}'"
            for table in self.tables
            if table in self.of_tenants
        ]
        rows = await self.connection.fetch(" UNION ALL ".join(parts))
        return {row["name"]: (row["n"], int(row["versions"])) for row in rows}

    async def call(self, client: httpx.AsyncClient, operation: Operation, **headers: str) -> httpx.Response:
        path = re.sub(r"\{(\w+)\}", lambda found: self.value(found.group(1), operation), operation.path)
        query = {
            parameter["name"]: example(parameter["schema"], operation.document)
            for parameter in operation.spec.get("parameters", ())
            if parameter["in"] == "query" and parameter.get("required")
        }
        return await client.request(
            operation.method,
            f"{PREFIXES[operation.face]}{path}",
            params=query,
            json=self.body(operation),
            headers={"idempotency-key": str(new_id()), "x-requested-with": "stakehouse", **headers},
        )

    def value(self, name: str, operation: Operation) -> str:
        known = self.ids.get(name)
        if known is not None:
            return known
        schema = next(p["schema"] for p in operation.spec["parameters"] if p["name"] == name)
        return str(example(schema, operation.document))

    def body(self, operation: Operation) -> Any:
        if str(operation) in GIVEN:
            return GIVEN[str(operation)]
        content = operation.spec.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            return None
        made = example(content["application/json"]["schema"], operation.document)
        if isinstance(made, dict):
            made = {name: self.ids.get(name, value) for name, value in made.items()}
        return made


OPERATIONS = list(operations())
GUARDED = [one for one in OPERATIONS if one.guard is None or one.guard.audience is not None]
STAFF = [one for one in GUARDED if one.guard is not None and one.guard.permission is not None]
# The machine's face proves every message by its signature; the fast way has no guard but a gate.
GUARDED = [one for one in GUARDED if one.face is not Audience.MACHINE]


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
        connection = await asyncpg.connect(house.test_database.admin_url)
        tables = await connection.fetch(
            "SELECT c.relname, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid "
            "AND a.attname = 'tenant_id') AS has_tenant FROM pg_class c "
            "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') "
            "AND NOT c.relispartition ORDER BY 1"
        )
        made = World(
            house=house,
            tenant=tenant,
            other=other,
            ids={
                "member_id": str(ann_id),
                "user_id": str(colleague),
                "session_id": session["id"],
                "role": "cashier",
            },
            roles=roles,
            nobody=house.client(tenant),
            ann=ann,
            bob=bob,
            stranger=stranger,
            strange_owner=await house.staff(other, "owner"),
            connection=connection,
            tables=[row["relname"] for row in tables if row["relname"] not in BOOKKEEPING],
            of_tenants={row["relname"] for row in tables if row["has_tenant"]},
        )
        try:
            yield made
        finally:
            await connection.close()


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_the_document_leads_to_a_request(operation: Operation, world: World) -> None:
    if operation.route is None or operation.route.body_field is None:
        return
    body = world.body(operation)

    if body is not None:
        _, errors = operation.route.body_field.validate(body, {}, loc=("body",))
        assert not errors, f"give a request of {operation} in GIVEN: {errors}"


@pytest.mark.parametrize("operation", GUARDED, ids=str)
async def test_who_may_not_is_refused_and_not_one_row_changes(operation: Operation, world: World) -> None:
    before = await world.fingerprint()
    is_staffs = operation.face is Audience.STAFF
    mine, wrong = (world.roles["owner"], world.ann) if is_staffs else (world.ann, world.roles["owner"])

    without = await world.call(world.nobody, operation)
    other_face = await world.call(wrong, operation)
    other_house = await world.call(mine, operation, **{"x-tenant": world.other.slug})
    forged = await world.call(world.nobody, operation, authorization="Bearer e30.e30.e30")

    assert [answer.status_code for answer in (without, other_face, other_house, forged)] == [401] * 4
    if operation.guard is not None and operation.guard.permission is not None:
        for role in SHIPPED:
            if operation.guard.permission not in role.permissions:
                answer = await world.call(world.roles[role.code], operation)
                assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), role.code
                assert answer.json()["permission"] == operation.guard.permission
    assert await world.fingerprint() == before


@pytest.mark.parametrize("operation", STAFF, ids=str)
async def test_who_may_is_let_in(operation: Operation, world: World) -> None:
    """Whatever the act then says, it is not the guard that refuses."""
    assert operation.guard is not None
    if operation.method != "GET":
        return
    for role in SHIPPED:
        if operation.guard.permission in role.permissions:
            answer = await world.call(world.roles[role.code], operation)
            assert answer.status_code < 500, answer.text
            assert answer.status_code != 401
            assert answer.status_code != 403 or answer.json()["code"] == "step_up_required"


@pytest.mark.parametrize("operation", [one for one in GUARDED if "{" in one.path], ids=str)
async def test_the_ids_of_another_house_or_member_open_nothing(operation: Operation, world: World) -> None:
    before = await world.fingerprint_of_house()
    callers = [world.strange_owner] if operation.face is Audience.STAFF else [world.stranger, world.bob]

    for caller in callers:
        answer = await world.call(caller, operation)
        assert answer.status_code < 500, answer.text
        assert world.ids["member_id"] not in answer.text.replace(str(answer.request.url.path), "")
        if "{member_id}" in operation.path or "{session_id}" in operation.path:
            assert answer.status_code in {403, 404, 409, 422} or answer.json() in EMPTY

    assert await world.fingerprint_of_house() == before


EMPTY: list[Any] = [{"items": [], "next": None}, {"sessions_ended": 0}]
