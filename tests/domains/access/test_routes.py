"""Every route of every face states who may call it; that it holds to it is shown by the access matrix."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.routing import APIRoute, iter_route_contexts

from stakehouse.apps.faces.api import PREFIXES, face
from stakehouse.domains.access import SHIPPED, Permission
from stakehouse.infra.web.context import Audience
from stakehouse.infra.web.guard import Guard
from tests.contracts.operations import guards_of


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


def test_a_route_states_exactly_one_guard() -> None:
    assert [str(route) for route in ROUTES if len(route.guards) != 1] == []


def test_a_guard_fits_its_face() -> None:
    for route in ROUTES:
        [guard] = route.guards
        assert guard.audience in {None, route.face}, str(route)
        if route.face is Audience.STAFF and guard.audience is not None:
            assert guard.permission or guard.reason, str(route)


def test_a_permission_is_one_of_the_catalogue() -> None:
    known = {permission.value for permission in Permission}

    for route, permission in STAFF_ROUTES:
        assert permission in known, f"{route} asks for {permission}"


def test_nothing_changes_by_looking() -> None:
    for route in ROUTES:
        if route.method == "GET":
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
