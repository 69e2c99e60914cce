"""AML cases: what they are, which step may follow which, and by when somebody must have looked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import ClassVar, NewType
from uuid import UUID

from pydantic import Field

from stakehouse.domains.compliance.errors import CaseClosed, WrongFinding
from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId

CaseId = NewType("CaseId", UUID)


class CaseKind(Enum):
    """What opened a case."""

    SCREENING = "screening"
    MONITORING = "monitoring"
    MANUAL = "manual"


class CaseStatus(Enum):
    """How far a case has come."""

    OPEN = "open"
    ASSIGNED = "assigned"
    ESCALATED = "escalated"
    CLOSED = "closed"


class Severity(Enum):
    """How pressing a case is; it decides the deadline."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Finding(Enum):
    """How a case ended."""

    FALSE_POSITIVE = "false_positive"
    NO_ACTION = "no_action"
    MONITORED = "monitored"
    TRUE_MATCH = "true_match"
    REPORTED = "reported"


class Verdict(Enum):
    """Whether a hit is the member."""

    OPEN = "open"
    FALSE = "false"
    TRUE = "true"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something a case rests on: a hit, an alert with its transfers, a record that staff attached.

    Attributes:
        kind: ``hit``, ``alert`` or ``record``.
        key: the same thing is not attached twice.
        title: one line.
        content: what it says, as JSON.
        verdict: for hits, what was decided.
    """

    kind: str
    key: str
    title: str
    content: Mapping[str, object]
    verdict: Verdict = Verdict.OPEN
    id: UUID | None = None
    verdict_by: str = ""
    added_by: str = ""
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A reason to open a case, or to add to the open one about the same question.

    Attributes:
        kind: what found it.
        source: the question: ``watchlist``, or the rule's id.
        member_id: about whom.
        severity: how pressing.
        is_blocking: whether withdrawals wait until it is closed.
        summary: one sentence.
        evidence: what it rests on.
    """

    kind: CaseKind
    source: str
    member_id: MemberId
    severity: Severity
    is_blocking: bool
    summary: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a case."""

    id: UUID
    kind: str
    text: str
    at: datetime
    actor_kind: str
    actor_name: str


@dataclass(frozen=True, slots=True)
class Case:
    """A suspicion that somebody has to look into."""

    id: CaseId
    kind: CaseKind
    source: str
    member_id: MemberId
    status: CaseStatus
    severity: Severity
    is_blocking: bool
    summary: str
    assignee_id: UUID | None
    assignee: str
    due_at: datetime
    finding: Finding | None
    opened_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    closed_by: str
    evidence: tuple[Evidence, ...] = field(default=())
    steps: tuple[Step, ...] = field(default=())

    def is_overdue(self, now: datetime) -> bool:
        """Whether its deadline has passed while it is open."""
        return self.status is not CaseStatus.CLOSED and now >= self.due_at


def named_in(evidence: Iterable[Evidence]) -> set[MemberId]:
    """The members that evidence names: those who were seen with one instrument, device or address."""
    lists = (each.content.get("members") for each in evidence if each.kind == "alert")
    return {
        MemberId(UUID(str(member_id))) for named in lists if isinstance(named, list) for member_id in named
    }


class AmlSettings(Settings):
    """How the tenant screens its members and how fast it looks into cases."""

    category: ClassVar[str] = "aml"
    title: ClassVar[str] = "Against laundering"

    hit_from_percent: int = Field(default=84, ge=70, le=100, title="Likeness that makes a hit (percent)")
    block_from_percent: int = Field(
        default=93, ge=70, le=100, title="Likeness from which withdrawals wait for the decision (percent)"
    )
    hours_high: int = Field(default=24, ge=1, le=24 * 30, title="Hours to decide a case of high severity")
    hours_medium: int = Field(default=72, ge=1, le=24 * 60, title="Hours to decide a case of medium severity")
    hours_low: int = Field(default=240, ge=1, le=24 * 90, title="Hours to decide a case of low severity")


ORDER = {Severity.LOW: 0, Severity.MEDIUM: 1, Severity.HIGH: 2}


def due_at(severity: Severity, opened_at: datetime, settings: AmlSettings) -> datetime:
    """By when a case must be decided."""
    hours = {
        Severity.HIGH: settings.hours_high,
        Severity.MEDIUM: settings.hours_medium,
        Severity.LOW: settings.hours_low,
    }
    return opened_at + timedelta(hours=hours[severity])


def graver(one: Severity, other: Severity) -> Severity:
    """The more pressing of two."""
    return max(one, other, key=lambda severity: ORDER[severity])


def check_open(case: Case) -> None:
    """Lets a case pass that is not closed.

    Raises:
        CaseClosed: it is.
    """
    if case.status is CaseStatus.CLOSED:
        raise CaseClosed("This case is closed; open another one if there is news.")


def check_finding(case: Case, finding: Finding) -> None:
    """Lets a finding pass that fits what was decided about the hits.

    Raises:
        WrongFinding: a hit was found to be the member, and the case shall end as a false alarm; or the
            case has no hit and shall end as a match.
    """
    hits = [evidence for evidence in case.evidence if evidence.kind == "hit"]
    confirmed = any(hit.verdict is Verdict.TRUE for hit in hits)
    if confirmed and finding in {Finding.FALSE_POSITIVE, Finding.NO_ACTION}:
        raise WrongFinding(
            "A hit of this case was found to be the member; it cannot end as a false alarm.", field="finding"
        )
    if finding is Finding.TRUE_MATCH and not hits:
        raise WrongFinding("This case has no hit on a list that could be the member.", field="finding")
    if finding is Finding.TRUE_MATCH and all(hit.verdict is Verdict.FALSE for hit in hits):
        raise WrongFinding("Every hit of this case was found not to be the member.", field="finding")


def verdict_after(finding: Finding) -> Verdict:
    """What a finding says about the hits that nobody decided one by one."""
    return Verdict.FALSE if finding in {Finding.FALSE_POSITIVE, Finding.NO_ACTION} else Verdict.TRUE
