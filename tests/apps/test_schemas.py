"""The documents for other programs say all that there is to say."""

import json

from stakehouse.apps.schemas import asyncapi, openapi, spoken_facts, written
from stakehouse.kernel.fact import subject


def test_every_fact_has_a_channel_with_the_subject_it_is_told_on() -> None:
    document = asyncapi()

    addresses = {channel["address"] for channel in document["channels"].values()}

    assert addresses == {subject("{tenant}", fact) for fact in spoken_facts()}
    assert len(addresses) == len(spoken_facts()) > 20


def test_every_reference_of_the_facts_leads_somewhere() -> None:
    document = asyncapi()
    known = {f"#/channels/{name}" for name in document["channels"]}
    for kind, entries in document["components"].items():
        known |= {f"#/components/{kind}/{name}" for name in entries}

    assert set(references(document)) <= known


def test_no_fact_carries_a_secret() -> None:
    words = ("password", "secret", "token", "email", "phone")
    fields = [(fact.__name__, field) for fact in spoken_facts() for field in fact.__struct_fields__]

    assert [entry for entry in fields if any(word in entry[1] for word in words)] == []


def test_the_documents_are_the_same_at_every_export() -> None:
    first = [written(document) for _, document in openapi()]
    second = [written(document) for _, document in openapi()]

    assert first == second
    assert written(asyncapi()) == written(asyncapi())


def references(value: object) -> list[str]:
    text = json.dumps(value)
    return [part.partition('"')[0] for part in text.split('"$ref": "')[1:]]
