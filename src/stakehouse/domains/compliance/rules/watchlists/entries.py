"""What every list comes to: entries, the faults of its file, and how two versions differ."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from stakehouse.domains.compliance.rules.names.matching import Person
from stakehouse.domains.compliance.rules.names.spelling import LONGEST


class Format(Enum):
    """A form in which lists are published."""

    OPENSANCTIONS_CSV = "opensanctions_csv"
    """OpenSanctions, ``targets.simple.csv``."""

    FOLLOW_THE_MONEY = "ftm_json"
    """FollowTheMoney entities, one JSON object a line."""

    OFAC_XML = "ofac_xml"
    """OFAC, ``sdn.xml``."""

    OFAC_CSV = "ofac_csv"
    """OFAC, ``sdn.csv``, ``add.csv`` and ``alt.csv`` in one ZIP archive."""


class EntryKind(Enum):
    """What a list names; members are compared with people only."""

    PERSON = "person"
    OTHER = "other"


NAMES_MAX = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something on a list.

    Attributes:
        ref: its name within the list, the same in every version.
        kind: a person, or anything else.
        names: all names, the main one first.
        births: dates of birth as far as they are known, ``1970-05-17``, ``1970-05`` or ``1970``.
        countries: two-letter codes in capitals.
        programs: why it is listed.
        remark: what else the list says.
    """

    ref: str
    kind: EntryKind
    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    remark: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 in hex over everything that it says."""
        told = [
            self.kind.value,
            list(self.names),
            list(self.births),
            list(self.countries),
            list(self.programs),
            self.remark,
        ]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def as_person(self) -> Person:
        """The side of it that names are compared with."""
        return Person(self.names, self.births, frozenset(self.countries))


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that could not be read.

    Attributes:
        line: where, counted from 1; 0 where the file has no lines.
        detail: what is wrong, in a sentence.
    """

    line: int
    detail: str


Item = Entry | Fault


@dataclass(frozen=True, slots=True)
class Difference:
    """How a version differs from the one that is active."""

    added: int
    changed: int
    removed: int


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """Compares two versions by the digests of their entries."""
    common = before.keys() & after.keys()
    return Difference(
        added=len(after) - len(common),
        changed=sum(1 for ref in common if before[ref] != after[ref]),
        removed=len(before) - len(common),
    )


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """What is not empty, once each, in its order; spaces at the ends and runs of them go."""
    tidy = (" ".join(str(value).split())[:LONGEST] for value in values if value)
    return tuple(dict.fromkeys(value for value in tidy if value))


_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)  # noqa: SIM905
}
_ISO = re.compile(r"^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?$")
_WORDS = re.compile(r"^(?:(\d{1,2}) )?(?:([A-Za-z]{3})[a-z]* )?(\d{4})$")
_SPAN = re.compile(r"^(?:circa |c\. ?)?(\d{4})(?: (?:to|-) |-)(\d{4})$")
SPAN_MAX = 12


def births_of(texts: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """Dates of birth in their one form, and the texts that are none."""
    found: list[str] = []
    unread: list[str] = []
    for text in distinct(texts):
        read = list(_birth(text))
        found += read
        if not read:
            unread.append(text)
    return tuple(dict.fromkeys(found)), unread


def _birth(text: str) -> Iterator[str]:
    bare = text.lower().removeprefix("circa ").removeprefix("c. ").strip()
    span = _SPAN.match(text.lower())
    if span is not None:
        first, last = int(span[1]), int(span[2])
        if first <= last <= first + SPAN_MAX:
            yield from (str(year) for year in range(first, last + 1))
        return
    iso, words = _ISO.match(bare), _WORDS.match(bare)
    if iso is not None:
        year, month, day = iso[1], iso[2], iso[3]
    elif words is not None and (words[2] or not words[1]):
        year, day = words[3], words[1]
        number = _MONTHS.get(words[2][:3]) if words[2] else None
        if words[2] and number is None:
            return
        month = None if number is None else str(number)
    else:
        return
    if _is_date(year, month, day):
        yield "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def _is_date(year: str, month: str | None, day: str | None) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
