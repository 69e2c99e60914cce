"""Every operation of every face, with what its route states and a request made from its document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from stakehouse.apps.faces.api import PREFIXES, face
from stakehouse.apps.schemas import openapi
from stakehouse.infra.web.context import Audience
from stakehouse.infra.web.guard import Guard

GIVEN: dict[str, Any] = {
    "PUT /api/player/v1/limits/{kind}/{period}": {"amount": "10.00"},
    "PUT /api/staff/v1/members/{member_id}/limits/{kind}/{period}": {"amount": "10.00", "reason": "asked"},
    "PUT /api/player/v1/me/details": {"first_name": "Ann", "last_name": "Archer", "postcode": "SW1A 1AA"},
    "PUT /api/staff/v1/registers/{register}": {
        "base_url": "https://127.0.0.1",
        "key": "of-a-register",
        "reason": "asked",
    },
}
"""Requests of operations whose document does not lead to a valid one."""

DOCUMENTS: dict[str, Any] = dict(openapi())


@dataclass(frozen=True, slots=True)
class Operation:
    """A call of a face; ``guard`` is None for the fast way, whose gate is its own."""

    face: Audience
    method: str
    path: str
    spec: dict[str, Any] = field(hash=False, compare=False)
    route: APIRoute | None = field(hash=False, compare=False)
    guard: Guard | None = field(hash=False, compare=False)

    def __str__(self) -> str:
        return f"{self.method} {PREFIXES[self.face]}{self.path}"

    @property
    def permission(self) -> str | None:
        """What a caller must hold."""
        return None if self.guard is None else self.guard.permission

    @property
    def is_open(self) -> bool:
        """Whether anybody may call it."""
        return self.guard is not None and self.guard.audience is None

    @property
    def parameters(self) -> list[str]:
        """The names in its path."""
        return re.findall(r"\{(\w+)\}", self.path)

    def url(self, ids: Mapping[str, str]) -> str:
        """Its address, with ids where they are known: ``aml-cases.case_id`` goes before ``case_id``."""
        parts, before = self.path.split("/"), ""
        for place, part in enumerate(parts):
            if part.startswith("{"):
                name = part[1:-1]
                known = ids.get(f"{before}.{name}", ids.get(name))
                parts[place] = str(self._example(name)) if known is None else known
            else:
                before = part or before
        return PREFIXES[self.face] + "/".join(parts)

    def query(self) -> dict[str, Any]:
        """What its query cannot do without."""
        return {
            each["name"]: example(each["schema"], self._document)
            for each in self.spec.get("parameters", ())
            if each["in"] == "query" and each.get("required")
        }

    def body(self, ids: Mapping[str, str]) -> Any:
        """A body that its route takes, or None if it takes none."""
        if str(self) in GIVEN:
            return GIVEN[str(self)]
        content = self.spec.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            return None
        made = example(content["application/json"]["schema"], self._document)
        return (
            {name: ids.get(name, value) for name, value in made.items()} if isinstance(made, dict) else made
        )

    @property
    def _document(self) -> dict[str, Any]:
        document: dict[str, Any] = DOCUMENTS[self.face.value]
        return document

    def _example(self, name: str) -> Any:
        schema = next(each["schema"] for each in self.spec["parameters"] if each["name"] == name)
        return example(schema, self._document)


def operations() -> Iterator[Operation]:
    """All of them, as the documents list them."""
    for audience in Audience:
        routes: dict[tuple[str, str], APIRoute] = {}
        for context in iter_route_contexts(face(audience, None).router.routes):
            if isinstance(context.original_route, APIRoute):
                for method in context.methods or ():
                    routes[method, str(context.path)] = context.original_route
        for path, calls in DOCUMENTS[audience.value]["paths"].items():
            for verb, spec in calls.items():
                route = routes.get((verb.upper(), path))
                guards = [] if route is None else list(guards_of(route.dependant))
                yield Operation(audience, verb.upper(), path, spec, route, guards[0] if guards else None)


def guards_of(dependant: Dependant) -> Iterator[Guard]:
    """What a route states about its callers."""
    for child in dependant.dependencies:
        if isinstance(child.call, Guard):
            yield child.call
        yield from guards_of(child)


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
            return _text(schema)


FORMATS = {
    "uuid": str(UUID(int=1)),
    "date": "2000-01-01",
    "date-time": "2100-01-01T00:00:00Z",
    "email": "somebody@example.com",
}


def _text(schema: dict[str, Any]) -> str:
    known = FORMATS.get(schema.get("format", ""))
    if known is not None:
        return known
    if "pattern" in schema:
        return _matching(str(schema["pattern"]))
    length: int = max(schema.get("minLength", 1), min(12, schema.get("maxLength", 12)))
    return "a" * length


@cache
def _matching(pattern: str) -> str:
    """Some text that a pattern takes, the same each time; made plainer it would take seconds."""
    found: str = find(
        st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True),
        lambda _: True,
        settings=settings(phases=[Phase.generate], derandomize=True, database=None),
    )
    return found
