"""What every fact has in common.

A fact is past tense, small, without secrets, and carries ids and amounts. Its class names the
domain that speaks, the name (``round.settled``) and the version. The key orders it: facts of one
key reach every subscriber in the order in which they happened.
"""

from typing import ClassVar

import msgspec


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all facts; subclasses set the class variables and add their payload fields."""

    domain: ClassVar[str]
    name: ClassVar[str]
    version: ClassVar[int] = 1

    def key(self) -> str:
        """The ordering key: facts with one key are heard in order. Each subclass names its own."""
        raise NotImplementedError


encode = msgspec.json.Encoder(uuid_format="canonical").encode


def subject(tenant_slug: str, fact: type[Fact]) -> str:
    """The bus subject, ``stakehouse.<tenant>.<domain>.<fact>``; the fact's name has a dot itself."""
    return f"stakehouse.{tenant_slug}.{fact.domain}.{fact.name}"
