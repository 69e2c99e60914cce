"""Identity checks: the states of a case, what is missing, until when a decision holds, whom it stops."""

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from anyascii import anyascii

from stakehouse.domains.compliance.errors import (
    DocumentDatePassed,
    DocumentsMissing,
    KycRequired,
    ReasonMissing,
    WrongKycState,
)
from stakehouse.domains.compliance.types.kyc import (
    Case,
    Document,
    DocumentStatus,
    KycAct,
    Person,
    RejectionReason,
    Requirement,
)
from stakehouse.domains.identity import KycStatus

S = KycStatus

EDGES: dict[KycStatus, frozenset[KycStatus]] = {
    S.NOT_STARTED: frozenset({S.SUBMITTED}),
    S.SUBMITTED: frozenset({S.IN_REVIEW, S.VERIFIED, S.REJECTED}),
    S.IN_REVIEW: frozenset({S.SUBMITTED, S.VERIFIED, S.REJECTED}),
    # A verified person may show newer documents; what was decided holds until its date meanwhile.
    S.VERIFIED: frozenset({S.SUBMITTED, S.REJECTED, S.EXPIRED}),
    S.REJECTED: frozenset({S.SUBMITTED}),
    S.EXPIRED: frozenset({S.SUBMITTED}),
}
"""From which state a case may go to which; every edge has one act."""

OPEN_FOR_UPLOADS = frozenset({S.NOT_STARTED, S.SUBMITTED, S.VERIFIED, S.REJECTED, S.EXPIRED})
WAITING = frozenset({S.SUBMITTED, S.IN_REVIEW})

REMIND_DAYS = (30, 7, 0)
"""How many days before its end a person is reminded."""


def check_edge(case: Case, target: KycStatus) -> None:
    """Lets a case go where its state allows.

    Raises:
        WrongKycState: it does not.
    """
    if target not in EDGES[case.status]:
        raise WrongKycState(
            f"The check is {case.status.value.replace('_', ' ')}; it cannot become "
            f"{target.value.replace('_', ' ')} now.",
            facts={"status": case.status.value},
        )


def check_uploads(case: Case) -> None:
    """Lets documents be added, except while somebody looks at them.

    Raises:
        WrongKycState: somebody does.
    """
    if case.status not in OPEN_FOR_UPLOADS:
        raise WrongKycState(
            "We are looking at your documents just now; you can add more when we are done.",
            facts={"status": case.status.value},
        )


def counting(documents: Iterable[Document]) -> dict[str, Document]:
    """The document that counts for each requirement."""
    return {each.requirement: each for each in documents if each.status is DocumentStatus.TAKEN}


def check_complete(asked: Sequence[Requirement], documents: Iterable[Document], today: date) -> None:
    """Lets a case be sent in that shows all that is asked.

    Raises:
        DocumentsMissing: something was not shown yet.
        DocumentDatePassed: a document is not valid any more.
    """
    shown = counting(documents)
    missing = [each for each in asked if each.code not in shown]
    if missing:
        titles = ", ".join(each.title for each in missing)
        raise DocumentsMissing(
            f"Still missing: {titles}.", facts={"missing": [each.code for each in missing]}
        )
    for each in asked:
        check_document_date(shown[each.code].expires_on, today)


def check_document_date(expires_on: date | None, today: date) -> None:
    """Lets a document be shown that is still valid.

    Raises:
        DocumentDatePassed: it is not.
    """
    if expires_on is not None and expires_on < today:
        raise DocumentDatePassed("This document is no longer valid; send one that is.", field="expires_on")


def valid_until(asked: Sequence[Requirement], documents: Iterable[Document], today: date) -> date | None:
    """The last day on which a decision of today holds: the first of all ends."""
    shown = counting(documents)
    ends = [document.expires_on for document in shown.values() if document.expires_on is not None]
    ends += [plus_months(today, each.valid_months) for each in asked if each.valid_months is not None]
    return min(ends, default=None)


def plus_months(day: date, months: int) -> date:
    """The same day some months on; the last day of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def has_expired(case: Case, today: date) -> bool:
    """Whether the decision on a verified case has passed its date."""
    return case.status is S.VERIFIED and case.valid_until is not None and case.valid_until < today


def reminder_due(valid_until: date, today: date) -> int | None:
    """Which reminder belongs to this day: 30, 7 or 0 days before the end, the nearest that is due."""
    left = (valid_until - today).days
    return None if left < 0 else min((days for days in REMIND_DAYS if left <= days), default=None)


def check_reasons(reasons: Sequence[RejectionReason], text: str) -> None:
    """Lets a rejection through that tells the person what to do.

    Raises:
        ReasonMissing: no reason, or the reason "other" without words.
    """
    if not reasons:
        raise ReasonMissing("Choose at least one reason.", field="reasons")
    if RejectionReason.OTHER in reasons and not text.strip():
        raise ReasonMissing("Say in words what is wrong.", field="text")


def is_cleared(case: Case | None, status: KycStatus, today: date) -> bool:
    """Whether a person counts as verified: also while newer documents of a verified one are looked at."""
    if case is None:
        return status is S.VERIFIED
    in_time = case.valid_until is None or today <= case.valid_until
    was_verified = case.status in WAITING and case.valid_until is not None
    return (case.status is S.VERIFIED or was_verified) and in_time


@dataclass(frozen=True, slots=True)
class Gate:
    """What a tenant asks before an act.

    Attributes:
        always: whether the act needs a verified person whatever its amount.
        without: from this amount in the smallest unit on it does; ``None`` for never.
    """

    always: bool
    without: int | None

    def demands(self, units: int | None) -> bool:
        """Whether an act that comes to so much needs a verified person."""
        return self.always or (units is not None and self.without is not None and units > self.without)


SENTENCES = {
    S.NOT_STARTED: "Verify your identity first, under Account, Verification.",
    S.SUBMITTED: "We have your documents and will look at them soon; this waits until then.",
    S.IN_REVIEW: "We are looking at your documents just now; this waits until then.",
    S.REJECTED: "Your documents were not accepted; see what to send under Account, Verification.",
    S.EXPIRED: "Your identity check has passed its date; renew it under Account, Verification.",
    S.VERIFIED: "Your identity check has passed its date; renew it under Account, Verification.",
}


def demand(gate: Gate, act: KycAct, units: int, status: KycStatus, *, cleared: bool) -> None:
    """Lets an act through for which nothing more need be known of the person.

    Raises:
        KycRequired: the person has to be verified first.
    """
    if not cleared and gate.demands(units):
        raise KycRequired(SENTENCES[status], facts={"kyc_status": status.value, "act": act.value})


def name_key(person: Person) -> str | None:
    """What is the same for two spellings of one person: name in any order and script, and birth date."""
    if person.birth_date is None:
        return None
    words = sorted(re.findall(r"[a-z0-9]+", anyascii(person.full_name).lower()))
    return f"{' '.join(words)}|{person.birth_date.isoformat()}" if words else None


def number_key(number: str) -> str | None:
    """A document's number without what people write differently."""
    cleaned = re.sub(r"[^A-Z0-9]", "", anyascii(number).upper())
    return cleaned or None
