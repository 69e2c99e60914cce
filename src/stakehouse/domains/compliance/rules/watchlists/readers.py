"""The readers: one for each format, from an open binary file to entries and faults."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any, BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from stakehouse.domains.compliance.rules.watchlists.countries import country_code
from stakehouse.domains.compliance.rules.watchlists.entries import (
    NAMES_MAX,
    Entry,
    EntryKind,
    Fault,
    Format,
    Item,
    births_of,
    distinct,
)

LINE_MAX = 2_000_000
UNPACKED_MAX = 1_000_000_000
REMARK_MAX = 2_000


def read(file: BinaryIO, form: Format) -> Iterator[Item]:
    """Reads a list; what is wrong as a whole is a fault of line 0."""
    try:
        yield from _READERS[form](file)
    except (csv.Error, UnicodeDecodeError) as error:
        yield Fault(0, f"The file is not CSV in UTF-8 ({error}).")
    except (ParseError, DefusedXmlException) as error:
        yield Fault(0, f"The file is not XML that we read ({error!r}).")
    except zipfile.BadZipFile as error:
        yield Fault(0, f"The file is not a ZIP archive ({error}).")


def _entry(
    line: int,
    ref: str,
    kind: EntryKind,
    names: Iterable[str | None],
    **more: Any,  # noqa: ANN401 - the further fields of an entry, each in its own shape
) -> Iterator[Item]:
    """An entry, or what it lacks; a date that cannot be read costs only itself."""
    known = distinct(names)[:NAMES_MAX]
    if not ref:
        yield Fault(line, "The entry has no id.")
        return
    if not known:
        yield Fault(line, f"{ref} has no name.")
        return
    births, unread = births_of(more.pop("births", ()))
    for text in unread:
        yield Fault(line, f"{ref}: {text!r} is no date of birth that we read; the entry was kept without.")
    countries = (country_code(text) for text in more.pop("countries", ()) if text)
    yield Entry(
        ref=ref[:200],
        kind=kind,
        names=known,
        births=births,
        countries=tuple(sorted({code for code in countries if code})),
        programs=distinct(more.pop("programs", ())),
        remark=str(more.pop("remark", ""))[:REMARK_MAX],
    )


# OpenSanctions, targets.simple.csv


@contextmanager
def _text_of(file: IO[bytes], errors: str = "strict") -> Iterator[io.TextIOWrapper]:
    """The file as text; afterwards it is its owner's again, who closes it."""
    text = io.TextIOWrapper(file, "utf-8-sig", errors=errors, newline="")
    try:
        yield text
    finally:
        text.detach()


def _opensanctions(file: BinaryIO) -> Iterator[Item]:
    with _text_of(file) as text:
        rows = csv.DictReader(text, restkey="beyond")
        lacks = {"id", "schema", "name"} - set(rows.fieldnames or ())
        if lacks:
            yield Fault(1, f"The first line lacks the columns {', '.join(sorted(lacks))}.")
            return
        for row in rows:
            if row.get("beyond") or row.get("name") is None:
                yield Fault(rows.line_num, "The line has not as many cells as the first one.")
            else:
                yield from _target(rows.line_num, {name: cell or "" for name, cell in row.items()})


def _target(line: int, cells: Mapping[str, str]) -> Iterator[Item]:
    return _entry(
        line,
        cells["id"].strip(),
        EntryKind.PERSON if cells["schema"].strip() == "Person" else EntryKind.OTHER,
        [cells["name"], *cells.get("aliases", "").split(";")],
        births=cells.get("birth_date", "").split(";"),
        countries=cells.get("countries", "").split(";"),
        programs=[*cells.get("program_ids", "").split(";"), *cells.get("dataset", "").split(";")],
        remark=cells.get("sanctions", ""),
    )


# FollowTheMoney entities as JSON lines

_NAMED_SCHEMATA = frozenset({"LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane"})


def _follow_the_money(file: BinaryIO) -> Iterator[Item]:
    number = 0
    while line := file.readline(LINE_MAX):
        number += 1
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except ValueError:
            yield Fault(number, "The line is not JSON.")
            continue
        properties = entity.get("properties") if isinstance(entity, dict) else None
        if not isinstance(properties, dict):
            yield Fault(number, "The line is no entity: it has no properties.")
            continue
        schema = entity.get("schema")
        if schema != "Person" and schema not in _NAMED_SCHEMATA:
            continue
        yield from _entity(number, entity, properties, is_person=schema == "Person")


def _entity(
    number: int, entity: dict[str, Any], properties: dict[str, Any], *, is_person: bool
) -> Iterator[Item]:
    # Any: JSON as it came; each value is made text before it is used
    def texts(*names: str) -> list[str]:
        found: list[str] = []
        for name in names:
            values = properties.get(name, [])
            found += [str(value) for value in (values if isinstance(values, list) else [values])]
        return found

    composed = [f"{first} {last}" for first in texts("firstName") for last in texts("lastName")][:5]
    datasets = entity.get("datasets")
    yield from _entry(
        number,
        str(entity.get("id") or ""),
        EntryKind.PERSON if is_person else EntryKind.OTHER,
        [entity.get("caption"), *texts("name", "alias", "weakAlias", "previousName"), *composed],
        births=texts("birthDate"),
        countries=texts("nationality", "citizenship", "country"),
        programs=[
            *texts("topics", "programId"),
            *(str(name) for name in (datasets if isinstance(datasets, list) else [])),
        ],
        remark=" ".join(texts("notes", "position")),
    )


# OFAC, sdn.xml


def _ofac_xml(file: BinaryIO) -> Iterator[Item]:
    place = 0
    for _, element in iterparse(file, events=("end",), forbid_dtd=True):
        if _bare(element.tag) != "sdnEntry":
            continue
        place += 1
        _strip(element)
        yield from _sdn_entry(place, element)
        element.clear()
    if place == 0:
        yield Fault(0, "The file has no sdnEntry.")


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _strip(element: Element) -> None:
    """Takes the namespace off: it has changed before, and the names have not."""
    for each in element.iter():
        each.tag = _bare(each.tag)


def _sdn_entry(place: int, entry: Element) -> Iterator[Item]:
    is_person = _text(entry, "sdnType") == "Individual"
    akas = [_sdn_name(aka) for aka in entry.findall("akaList/aka")]
    yield from _entry(
        place,
        _text(entry, "uid"),
        EntryKind.PERSON if is_person else EntryKind.OTHER,
        [_sdn_name(entry), *akas],
        births=[_text(item, "dateOfBirth") for item in entry.findall("dateOfBirthList/dateOfBirthItem")],
        countries=[
            _text(item, "country")
            for path in ("nationalityList/nationality", "citizenshipList/citizenship", "addressList/address")
            for item in entry.findall(path)
        ],
        programs=[program.text for program in entry.findall("programList/program")],
        remark=_text(entry, "remarks"),
    )


def _sdn_name(named: Element) -> str:
    return f"{_text(named, 'firstName')} {_text(named, 'lastName')}".strip()


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


# OFAC, the three CSV files

_NOTHING = "-0-"
_SDN, _ADD, _ALT = "sdn.csv", "add.csv", "alt.csv"
_BORN = re.compile(r"(?:DOB|alt\. DOB) ([^;.]+)")
_NATION = re.compile(r"(?:nationality|citizen) ([^;.]+)", re.IGNORECASE)
_SDN_CELLS, _REMARKS_AT = 12, 11


def _ofac_csv(file: BinaryIO) -> Iterator[Item]:
    with zipfile.ZipFile(file) as archive:
        members = {info.filename.rpartition("/")[2].lower(): info for info in archive.infolist()}
        if _SDN not in members:
            yield Fault(0, f"The archive has no {_SDN}.")
            return
        if sum(info.file_size for info in members.values()) > UNPACKED_MAX:
            yield Fault(0, "The archive unpacks to more than a gigabyte.")
            return
        # By number: the countries of addresses, the other names.
        countries = _by_number(_rows(archive, members.get(_ADD)), 4)
        aliases = _by_number(_rows(archive, members.get(_ALT)), 3)
        for line, row in _rows(archive, members[_SDN]):
            if len(row) < _SDN_CELLS:
                yield Fault(line, f"The line has {len(row)} cells instead of {_SDN_CELLS}.")
                continue
            remarks = row[_REMARKS_AT]
            yield from _entry(
                line,
                row[0],
                EntryKind.PERSON if row[2].lower() == "individual" else EntryKind.OTHER,
                [_turned(name) for name in (row[1], *aliases.get(row[0], ()))],
                births=_BORN.findall(remarks),
                countries=[*countries.get(row[0], ()), *_NATION.findall(remarks)],
                programs=row[3].split("] ["),
                remark=remarks,
            )


def _rows(archive: zipfile.ZipFile, member: zipfile.ZipInfo | None) -> Iterator[tuple[int, list[str]]]:
    """The lines of one file with their numbers; none if the archive lacks it."""
    if member is None:
        return
    with archive.open(member) as packed, _text_of(packed, "replace") as text:
        lines = csv.reader(text)
        for row in lines:
            # The files end with the mark of old systems.
            if row and row[0].strip("\x1a "):
                yield lines.line_num, [_cell(cell) for cell in row]


def _by_number(rows: Iterable[tuple[int, list[str]]], place: int) -> dict[str, list[str]]:
    """The cells at a place, by the number of the entry they belong to."""
    found: dict[str, list[str]] = {}
    for _, row in rows:
        if len(row) > place and row[place]:
            found.setdefault(row[0], []).append(row[place])
    return found


def _cell(cell: str) -> str:
    tidy = cell.strip()
    return "" if tidy == _NOTHING else tidy


def _turned(name: str) -> str:
    """``LAST, First`` the other way round."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name


_READERS: dict[Format, Callable[[BinaryIO], Iterator[Item]]] = {
    Format.OPENSANCTIONS_CSV: _opensanctions,
    Format.FOLLOW_THE_MONEY: _follow_the_money,
    Format.OFAC_XML: _ofac_xml,
    Format.OFAC_CSV: _ofac_csv,
}
