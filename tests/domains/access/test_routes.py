"""Every route of every face states who may call it, and holds to it."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from stakehouse.apps.faces.api import PREFIXES, face
from stakehouse.domains.access import SHIPPED, Permission, Role
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.web.context import Audience
from stakehouse.infra.web.guard import Guard
from stakehouse.kernel.ids import new_id
from tests.databases import TestDatabase
from tests.houses import House, standing_house

# Machines prove themselves by the signature of each message, which the adapter checks.
SIGNED = Audience.MACHINE


@dataclass(frozen=True, slots=True)
class Declared:
    """A route with what it states."""

    face: Audience
    method: str
    path: str
    guards: tuple[Guard, ...]

    def __str__(self) -> str:
        return f"{self.method} {PREFIXES[self.face]}{self.path}"


def declared_routes() -> Iterator[Declared]:
    for audience in Audience:
        for route in iter_route_contexts(face(audience, None).router.routes):
            if not isinstance(route.original_route, APIRoute):
                assert route.path == "/openapi.json", f"{route.path} is no route of a domain"
                continue
            assert route.path is not None
            assert route.methods is not None
            for method in sorted(route.methods):
                yield Declared(audience, method, route.path, tuple(guards_of(route.dependant)))


def guards_of(dependant: Dependant) -> Iterator[Guard]:
    for child in dependant.dependencies:
        if isinstance(child.call, Guard):
            yield child.call
        yield from guards_of(child)


ROUTES = list(declared_routes())
STAFF_ROUTES = [
    (route, guard.permission)
    for route in ROUTES
    for guard in route.guards
    if guard.audience is Audience.STAFF and guard.permission is not None
]


def test_the_walk_finds_the_faces() -> None:
    found = {str(route) for route in ROUTES}

    assert "POST /api/player/v1/auth/login" in found
    assert "GET /api/staff/v1/members" in found


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_a_route_states_exactly_one_guard(route: Declared) -> None:
    assert len(route.guards) == 1, f"{route} states {len(route.guards)} guards"


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_a_guard_fits_its_face(route: Declared) -> None:
    guard = route.guards[0]

    assert guard.audience in {None, route.face}
    if route.face is SIGNED:
        return
    assert guard.audience is None or route.face is not Audience.STAFF or guard.permission or guard.reason


@pytest.mark.parametrize(("route", "permission"), STAFF_ROUTES, ids=str)
def test_a_permission_is_one_of_the_catalogue(route: Declared, permission: str) -> None:
    assert permission in {known.value for known in Permission}, f"{route} asks for {permission}"


@pytest.mark.parametrize("route", [route for route in ROUTES if route.method == "GET"], ids=str)
def test_nothing_changes_by_looking(route: Declared) -> None:
    permission = route.guards[0].permission or ":view"

    # What people showed of themselves is seen by those who decide on it, and by nobody else.
    allowed = (":view", ":export", "kyc:review") if "/kyc/" in route.path else (":view", ":export")
    assert permission.endswith(allowed), f"{route} reads under {permission}"


def test_every_permission_says_what_it_is_for() -> None:
    for permission in Permission:
        area, _, act = permission.value.partition(":")
        assert area
        assert act
        assert permission.description.endswith(".")


def test_shipped_roles_hold_known_permissions_and_the_platforms_stay_apart() -> None:
    known = {permission.value for permission in Permission}

    for role in SHIPPED:
        assert role.permissions <= known
        assert not role.permissions & {"tenants:manage", "platform:operate"}
    assert {role.code for role in SHIPPED} == {
        "owner",
        "admin",
        "finance",
        "compliance",
        "support",
        "analyst",
        "promoter",
        "restaurant_admin",
        "manager",
        "cashier",
        "regulator",
    }


@pytest.fixture
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def tenant(house: House) -> TenantProfile:
    return await house.open_tenant()


def url_of(route: Declared) -> str:
    """The address with ids that are nobody's."""
    parts = [str(new_id()) if part.startswith("{") else part for part in route.path.split("/")]
    return PREFIXES[route.face] + "/".join(parts)


@pytest.mark.requirement("9")
@pytest.mark.parametrize("role", SHIPPED, ids=lambda role: role.code)
async def test_each_role_reaches_exactly_what_it_may(house: House, tenant: TenantProfile, role: Role) -> None:
    client = await house.staff(tenant, role.code)

    wrong = []
    for route, permission in STAFF_ROUTES:
        answer = await client.request(route.method, url_of(route))
        forbidden = answer.status_code == 403 and answer.json()["code"] == "forbidden"
        if forbidden is (permission in role.permissions) or answer.status_code in {401, 500}:
            wrong.append(f"{role.code}: {route} → {answer.status_code} {answer.text[:100]}")

    assert wrong == []


async def test_nobody_reaches_anything_without_a_token_or_with_the_other_faces(
    house: House, tenant: TenantProfile
) -> None:
    guarded = [route for route in ROUTES if route.guards[0].audience in {Audience.PLAYER, Audience.STAFF}]
    stranger = house.client(tenant)
    clients = {
        Audience.PLAYER: await house.staff(tenant, "owner"),
        Audience.STAFF: await house.player(tenant),
    }

    for route in guarded:
        for client in (stranger, clients[route.face]):
            answer = await client.request(route.method, url_of(route))
            assert answer.status_code == 401, f"{route} → {answer.status_code}"
