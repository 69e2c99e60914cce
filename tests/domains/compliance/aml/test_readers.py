"""Lists as files: what each format says about whom, and what is wrong with a line."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.apps import seed
from stakehouse.domains.compliance.rules.watchlists.entries import (
    Entry,
    EntryKind,
    Fault,
    Format,
    births_of,
    difference,
)
from stakehouse.domains.compliance.rules.watchlists.readers import read

LISTS = Path(seed.__file__).parent / "lists"


def packed(**files: str) -> io.BytesIO:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writing:
        for name, text in files.items():
            writing.writestr(f"{name}.csv", text)
    archive.seek(0)
    return archive


def sdn_archive() -> io.BytesIO:
    return packed(**{name: (LISTS / "sdn" / f"{name}.csv").read_text() for name in ("sdn", "add", "alt")})


def entries(file: io.BytesIO, form: Format) -> dict[str, Entry]:
    items = list(read(file, form))
    assert not [item for item in items if isinstance(item, Fault)]
    return {item.ref: item for item in items if isinstance(item, Entry)}


def sample(name: str) -> io.BytesIO:
    return io.BytesIO((LISTS / name).read_bytes())


def test_opensanctions_csv_is_read() -> None:
    found = entries(sample("sample.targets.simple.csv"), Format.OPENSANCTIONS_CSV)

    assert found["inv-0001"] == Entry(
        "inv-0001",
        EntryKind.PERSON,
        ("Rodion Skvorchenko", "Родион Скворченко", "Rodion Skvortchenko"),
        ("1968-03-14",),
        ("CY", "RU"),
        ("INV-FIN", "Invented watchlist"),
        "Invented for examples; nobody bears this entry.",
    )
    assert found["inv-0006"].kind is EntryKind.OTHER
    assert len(found) == 6


def test_follow_the_money_is_read_and_what_has_no_name_of_its_own_is_left_out() -> None:
    found = entries(sample("sample.ftm.jsonl"), Format.FOLLOW_THE_MONEY)

    assert list(found) == ["ftm-0001", "ftm-0003", "ftm-0004"]
    assert found["ftm-0003"].names == ("Yevgeniya Tumanskaya",)
    assert found["ftm-0003"].births == ("1975",)
    assert found["ftm-0003"].programs == ("role.pep", "invented")


@pytest.mark.parametrize("form", [Format.OFAC_XML, Format.OFAC_CSV])
def test_both_ofac_formats_say_the_same(form: Format) -> None:
    file = sample("sample.sdn.xml") if form is Format.OFAC_XML else sdn_archive()

    found = entries(file, form)

    first = found["9000001"]
    assert first.names == ("Rodion SKVORCHENKO", "Rodion SKVORTCHENKO")
    assert (first.births, first.countries, first.programs) == (("1968-03-14",), ("RU",), ("INV-FIN",))
    assert found["9000002"].countries == ("LB",)
    assert found["9000002"].programs == ("INV-FIN", "INV-ARM")
    assert found["9000003"].kind is EntryKind.OTHER


def faults(text: bytes, form: Format) -> list[Fault]:
    return [item for item in read(io.BytesIO(text), form) if isinstance(item, Fault)]


def test_a_bad_line_is_named_and_the_others_are_read() -> None:
    lines = (
        '{"id":"a","schema":"Person","properties":{"name":["Ann Bell"]}}',
        "no json",
        "[]",
        '{"id":"","schema":"Person","properties":{"name":["x"]}}',
        '{"id":"b","schema":"Person","properties":{}}',
    )
    text = "\n".join(lines)

    items = list(read(io.BytesIO(text.encode()), Format.FOLLOW_THE_MONEY))

    assert [item.line for item in items if isinstance(item, Fault)] == [2, 3, 4, 5]
    assert [item.ref for item in items if isinstance(item, Entry)] == ["a"]


def test_a_date_that_cannot_be_read_costs_only_itself() -> None:
    text = "id,schema,name,birth_date\np,Person,Ann Bell,1970-02-31;1970\n"

    items = list(read(io.BytesIO(text.encode()), Format.OPENSANCTIONS_CSV))

    assert [type(item) for item in items] == [Fault, Entry]
    assert isinstance(items[1], Entry)
    assert items[1].births == ("1970",)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
<sdnList><sdnEntry><uid>1</uid><lastName>&c;</lastName></sdnEntry></sdnList>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<sdnList><sdnEntry><uid>1</uid><lastName>&x;</lastName></sdnEntry></sdnList>"""


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (BOMB, Format.OFAC_XML),
        (OUTSIDE, Format.OFAC_XML),
        (b"<sdnList><sdnEntry>", Format.OFAC_XML),
        (b"<html></html>", Format.OFAC_XML),
        (b"not a zip", Format.OFAC_CSV),
        (packed(other="x").getvalue(), Format.OFAC_CSV),
        (b"name,id\nx,y\n", Format.OPENSANCTIONS_CSV),
        (b"\xff\xfe\x00", Format.OPENSANCTIONS_CSV),
    ],
)
def test_a_file_that_is_something_else_is_a_fault_and_no_crash(text: bytes, form: Format) -> None:
    items = list(read(io.BytesIO(text), form))

    assert len(items) == 1
    assert isinstance(items[0], Fault)


@given(st.binary(max_size=300), st.sampled_from(Format))
def test_no_bytes_break_a_reader(text: bytes, form: Format) -> None:
    for item in read(io.BytesIO(text), form):
        assert isinstance(item, Entry | Fault)


@pytest.mark.parametrize(
    ("text", "births"),
    [
        ("17 May 1970", ("1970-05-17",)),
        ("May 1970", ("1970-05",)),
        ("1970", ("1970",)),
        ("circa 1970", ("1970",)),
        ("1970-5-7", ("1970-05-07",)),
        ("1968 to 1970", ("1968", "1969", "1970")),
        ("31 Feb 1970", ()),
        ("unknown", ()),
        ("17 Foo 1970", ()),
        ("1900 to 1990", ()),
    ],
)
def test_dates_of_birth_come_to_one_form(text: str, births: tuple[str, ...]) -> None:
    found, unread = births_of([text])

    assert found == births
    assert unread == ([] if births else [text])


REFS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz"))


@given(REFS, REFS)
def test_a_difference_accounts_for_every_entry(before: dict[str, str], after: dict[str, str]) -> None:
    found = difference(before, after)

    assert len(before) + found.added - found.removed == len(after)
    same = sum(1 for ref in before.keys() & after.keys() if before[ref] == after[ref])
    assert same + found.changed + found.added == len(after)
