"""Screening: whom of a list a member could be, as facts that a person can judge."""

import hashlib
import heapq
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stakehouse.domains.compliance.rules.cases import AmlSettings, Evidence, Severity
from stakehouse.domains.compliance.rules.names.matching import Match, Person, at_best, birth_text
from stakehouse.domains.compliance.rules.names.spelling import keys
from stakehouse.domains.compliance.rules.watchlists.entries import Entry
from stakehouse.kernel.ids import MemberId, TenantId

CANDIDATES_MAX = 80
"""So many of a list are compared word by word; those that share the rarest keys come first."""

COMMON = 2_000
"""A key that more entries bear finds nobody by itself; it only counts for those whom a rarer one found."""

WHOLE_KEYS = ("=", "#")
HIGH_FROM = 0.95
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """A member as lists are searched for them.

    Attributes:
        member_id: who.
        name: given name and surname; empty if they are not known yet.
        birth_date: as stated.
        country: two-letter code.
    """

    member_id: MemberId
    name: str
    birth_date: date | None
    country: str

    @property
    def digest(self) -> str:
        """SHA-256 in hex over all that a screening looks at."""
        told = [self.name, None if self.birth_date is None else self.birth_date.isoformat(), self.country]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def as_person(self) -> Person:
        """The side of it that names are compared with."""
        return Person((self.name,), birth_text(self.birth_date), frozenset({self.country}))


@dataclass(frozen=True, slots=True)
class ActiveList:
    """A list in force.

    Attributes:
        owner: the tenant, or the platform.
        list_id: of the list.
        title: for people.
        version_id: of the version in force.
        number: of that version.
    """

    owner: TenantId
    list_id: UUID
    title: str
    version_id: UUID
    number: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that could be the member."""

    source: ActiveList
    entry: Entry
    match: Match


def ranked(filed: Mapping[str, Sequence[int]]) -> list[int]:
    """The entries that are worth comparing, by how rare the keys are that they share with the name.

    Args:
        filed: by key of the name, the numbers of the entries filed under it, in rising order.
    """
    weights: dict[int, float] = {}
    for key, numbers in sorted(filed.items(), key=lambda each: len(each[1])):
        weight = (1.0 if key.startswith(WHOLE_KEYS) else 0.5) / math.log2(2 + len(numbers))
        is_common = len(numbers) > COMMON and bool(weights)
        for number in weights.keys() & frozenset(numbers) if is_common else numbers:
            weights[number] = weights.get(number, 0.0) + weight
    if len(weights) <= CANDIDATES_MAX:
        return sorted(weights, key=lambda number: (-weights[number], number))
    least = heapq.nlargest(CANDIDATES_MAX, weights.values())[-1]
    best = [(-weight, number) for number, weight in weights.items() if weight >= least]
    return [number for _, number in heapq.nsmallest(CANDIDATES_MAX, best)]


def keys_of(subject: Subject) -> list[str]:
    """Under what a member's name is looked for."""
    return sorted(keys(subject.name))


def could_be_hit(one: Person, other: Person, settings: AmlSettings) -> bool:
    """Whether dates and countries leave room for a hit; if not, the names need not be compared."""
    return at_best(one, other) * PERCENT >= settings.hit_from_percent


def is_hit(match: Match, settings: AmlSettings) -> bool:
    """Whether a match is put before a person."""
    return match.score * PERCENT >= settings.hit_from_percent


def blocks(hits: Iterable[Hit], settings: AmlSettings) -> bool:
    """Whether hits are so strong that withdrawals wait."""
    return any(hit.match.score * PERCENT >= settings.block_from_percent for hit in hits)


def severity_of(hits: Sequence[Hit]) -> Severity:
    """How pressing a case about these hits is."""
    return Severity.HIGH if any(hit.match.score >= HIGH_FROM for hit in hits) else Severity.MEDIUM


def summary_of(subject: Subject, hits: Sequence[Hit]) -> str:
    """The hits in one sentence."""
    best = max(hits, key=lambda hit: hit.match.score)
    more = f" and {len(hits) - 1} more" if len(hits) > 1 else ""
    return f"{subject.name} is {best.match.score:.0%} like {best.match.right} on {best.source.title}{more}."


def evidence_of(subject: Subject, hit: Hit) -> Evidence:
    """A hit as evidence: both sides, and why they were found alike."""
    entry, match = hit.entry, hit.match
    key = f"{hit.source.list_id}:{entry.ref}:{entry.digest[:16]}:{subject.digest[:16]}"
    content: dict[str, object] = {
        "list": {
            "id": str(hit.source.list_id),
            "title": hit.source.title,
            "version": hit.source.number,
        },
        "entry": {
            "ref": entry.ref,
            "digest": entry.digest,
            "names": list(entry.names),
            "births": list(entry.births),
            "countries": list(entry.countries),
            "programs": list(entry.programs),
            "remark": entry.remark,
        },
        "subject": {
            "digest": subject.digest,
            "name": subject.name,
            "birth_date": None if subject.birth_date is None else subject.birth_date.isoformat(),
            "country": subject.country,
        },
        "match": {
            "score": f"{match.score:.3f}",
            "name_score": f"{match.name_score:.3f}",
            "left": match.left,
            "right": match.right,
            "pairings": [
                {
                    "left": pairing.left,
                    "right": pairing.right,
                    "how": pairing.how,
                    "score": f"{pairing.score:.2f}",
                }
                for pairing in match.pairings
            ],
            "modifiers": [
                {"name": modifier.name, "detail": modifier.detail, "points": f"{modifier.points:+.2f}"}
                for modifier in match.modifiers
            ],
        },
    }
    return Evidence("hit", key, f"{match.right} · {hit.source.title} · {match.score:.0%}", content)
