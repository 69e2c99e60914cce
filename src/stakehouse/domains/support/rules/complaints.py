"""Deadlines of complaints, and what may follow what."""

from datetime import datetime, timedelta

from stakehouse.domains.support.errors import ComplaintClosed, TooEarly, WrongState
from stakehouse.domains.support.types import Complaint, ComplaintSettings, ComplaintStatus, Deadlines

OPEN_MAX = 20
"""So many complaints of one member may be open at once."""

DAYS_A_YEAR = 366


def deadlines(filed_at: datetime, settings: ComplaintSettings, *, law_days: int, law_years: int) -> Deadlines:
    """By when a complaint is taken, answered and may be forgotten.

    Args:
        filed_at: when it came in.
        settings: what the tenant promises.
        law_days: within how many days the law demands an answer.
        law_years: for how many years the law keeps records.
    """
    answer_by = filed_at + timedelta(days=min(settings.answer_days, law_days))
    return Deadlines(
        acknowledge_by=min(filed_at + timedelta(hours=settings.acknowledge_hours), answer_by),
        answer_by=answer_by,
        keep_until=filed_at + timedelta(days=DAYS_A_YEAR * max(settings.kept_years, law_years)),
    )


def is_overdue(complaint: Complaint, now: datetime) -> bool:
    """Whether the house is late with its next step."""
    if complaint.status is ComplaintStatus.RECEIVED:
        return now > complaint.deadlines.acknowledge_by or now > complaint.deadlines.answer_by
    return complaint.status is ComplaintStatus.IN_PROGRESS and now > complaint.deadlines.answer_by


def due_at(complaint: Complaint) -> datetime | None:
    """When the house's next step is due; ``None`` if the next one is not the house's."""
    if complaint.status is ComplaintStatus.RECEIVED:
        return complaint.deadlines.acknowledge_by
    return complaint.deadlines.answer_by if complaint.status is ComplaintStatus.IN_PROGRESS else None


def demand_open(complaint: Complaint) -> None:
    """Returns if something may still be said about it.

    Raises:
        ComplaintClosed: it is over.
    """
    if complaint.status is ComplaintStatus.CLOSED:
        raise ComplaintClosed("This complaint is closed; file a new one if something else is wrong.")


def after_words_of_member(complaint: Complaint) -> ComplaintStatus:
    """The state after the member wrote again: an answer that did not satisfy is owed anew.

    Raises:
        ComplaintClosed: it is over.
    """
    demand_open(complaint)
    return ComplaintStatus.IN_PROGRESS if complaint.status is ComplaintStatus.ANSWERED else complaint.status


def demand_answerable(complaint: Complaint) -> None:
    """Returns if the house may give its answer.

    Raises:
        ComplaintClosed: it is over.
    """
    demand_open(complaint)


def demand_escalatable(complaint: Complaint, now: datetime) -> None:
    """Returns if the member may go to the dispute body: after the answer, or when it is late.

    Raises:
        ComplaintClosed: it is over.
        WrongState: it was escalated before.
        TooEarly: the house still has time to answer.
    """
    demand_open(complaint)
    if complaint.status is ComplaintStatus.ESCALATED:
        raise WrongState("The dispute body has this complaint already.")
    if complaint.status is not ComplaintStatus.ANSWERED and now <= complaint.deadlines.answer_by:
        raise TooEarly(
            f"The house has until {complaint.deadlines.answer_by:%d %B %Y} to answer; "
            "after that, or after an answer you do not accept, the dispute body can be asked."
        )


def demand_acceptable(complaint: Complaint) -> None:
    """Returns if the member may accept the answer.

    Raises:
        WrongState: there is none, or it was accepted before.
    """
    if complaint.status is not ComplaintStatus.ANSWERED:
        raise WrongState("There is no answer to accept.")


def demand_closable(complaint: Complaint) -> None:
    """Returns if staff may close it: never before it has an answer.

    Raises:
        ComplaintClosed: it is over.
        WrongState: it has no answer yet.
    """
    demand_open(complaint)
    if complaint.answered_at is None:
        raise WrongState("Give an answer first; nobody's complaint is closed without one.")
