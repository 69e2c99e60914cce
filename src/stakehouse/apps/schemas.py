"""The documents that describe the house to other programs: OpenAPI of the faces, AsyncAPI of the facts."""

import importlib
import json
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from stakehouse import events
from stakehouse.apps.faces.api import face
from stakehouse.infra.web.context import Audience
from stakehouse.kernel.fact import Fact

Document = Mapping[str, Any]
"""A JSON document."""

TENANT = {
    "description": "Slug of the tenant; a subscriber that serves one tenant listens below its prefix only."
}


def openapi() -> Iterator[tuple[str, Document]]:
    """Name and document of every face."""
    for audience in Audience:
        yield audience.value, face(audience, None).openapi()


def asyncapi() -> Document:
    """All facts with their subjects and payloads, as AsyncAPI 3.0."""
    facts = spoken_facts()
    payloads, schemas = msgspec.json.schema_components(facts, ref_template="#/components/schemas/{name}")
    channels, operations, messages = {}, {}, {}
    for fact, payload in zip(facts, payloads, strict=True):
        identity = f"{fact.domain}.{fact.name}"
        channels[identity] = {
            "address": f"stakehouse.{{tenant}}.{identity}",
            "parameters": {"tenant": TENANT},
            "messages": {fact.__name__: {"$ref": f"#/components/messages/{identity}"}},
        }
        operations[f"told.{identity}"] = {"action": "send", "channel": {"$ref": f"#/channels/{identity}"}}
        messages[identity] = {
            "name": identity,
            "title": fact.__name__,
            "summary": (fact.__doc__ or "").partition("\n")[0],
            "contentType": "application/json",
            "x-version": fact.version,
            "payload": payload,
        }
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Stakehouse facts",
            "version": "1",
            "description": "What the house announces on NATS JetStream, at least once; repeats carry one id.",
        },
        "defaultContentType": "application/json",
        "channels": channels,
        "operations": operations,
        "components": {"messages": messages, "schemas": schemas},
    }


def spoken_facts() -> list[type[Fact]]:
    """Every fact that some speaker's file defines, in the order of their subjects."""
    for module in pkgutil.iter_modules(events.__path__):
        importlib.import_module(f"{events.__name__}.{module.name}")
    return sorted(
        (fact for fact in _below(Fact) if "name" in fact.__dict__),
        key=lambda fact: (fact.domain, fact.name),
    )


def written(document: Document) -> str:
    """A document as it stands in its file."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _below(fact: type[Fact]) -> Iterator[type[Fact]]:
    for child in fact.__subclasses__():
        yield child
        yield from _below(child)
