"""Deadlines of complaints, and what may follow what."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.support import (
    Category,
    Complaint,
    ComplaintClosed,
    ComplaintOutcome,
    ComplaintSettings,
    ComplaintStatus,
    TooEarly,
    WrongState,
)
from stakehouse.domains.support.rules import complaints as rules
from stakehouse.domains.support.types import ComplaintId
from stakehouse.kernel.ids import MemberId, new_id
from tests.houses import NOON

DAY = timedelta(days=1)


def complaint(
    status: ComplaintStatus = ComplaintStatus.RECEIVED, *, answered_at: datetime | None = None
) -> Complaint:
    return Complaint(
        id=ComplaintId(new_id()),
        number=1,
        member_id=MemberId(new_id()),
        category=Category.GAME,
        subject="It stopped",
        reference=None,
        status=status,
        outcome=None if answered_at is None else ComplaintOutcome.REJECTED,
        owner_id=None,
        owner_name="",
        deadlines=rules.deadlines(NOON, ComplaintSettings(), law_days=56, law_years=5),
        created_at=NOON,
        acknowledged_at=None,
        answered_at=answered_at,
        escalated_at=None,
        closed_at=NOON if status is ComplaintStatus.CLOSED else None,
        updated_at=NOON,
    )


@pytest.mark.requirement("70")
@given(
    hours=st.integers(1, 240),
    days=st.integers(1, 56),
    law=st.integers(1, 60),
    years=st.integers(5, 30),
    law_years=st.integers(5, 10),
)
def test_deadlines_keep_to_the_stricter_of_house_and_law(
    hours: int, days: int, law: int, years: int, law_years: int
) -> None:
    settings = ComplaintSettings(acknowledge_hours=hours, answer_days=days, kept_years=years)
    found = rules.deadlines(NOON, settings, law_days=law, law_years=law_years)

    assert found.answer_by - NOON == timedelta(days=min(days, law))
    assert NOON < found.acknowledge_by <= found.answer_by
    assert found.keep_until >= NOON.replace(year=NOON.year + max(years, law_years))


@pytest.mark.parametrize(
    ("status", "after", "overdue"),
    [
        (ComplaintStatus.RECEIVED, timedelta(hours=24), False),
        (ComplaintStatus.RECEIVED, timedelta(hours=24, seconds=1), True),
        (ComplaintStatus.IN_PROGRESS, timedelta(days=56), False),
        (ComplaintStatus.IN_PROGRESS, timedelta(days=56, seconds=1), True),
        (ComplaintStatus.ANSWERED, timedelta(days=400), False),
        (ComplaintStatus.ESCALATED, timedelta(days=400), False),
        (ComplaintStatus.CLOSED, timedelta(days=400), False),
    ],
)
def test_it_is_overdue_exactly_when_the_house_is_late(
    status: ComplaintStatus, after: timedelta, *, overdue: bool
) -> None:
    assert rules.is_overdue(complaint(status), NOON + after) is overdue


def test_the_dispute_body_is_asked_after_the_answer_or_when_it_is_late() -> None:
    waiting = complaint(ComplaintStatus.IN_PROGRESS)

    with pytest.raises(TooEarly, match="15 January 2027"):
        rules.demand_escalatable(waiting, NOON + 56 * DAY)
    rules.demand_escalatable(waiting, NOON + 56 * DAY + timedelta(seconds=1))
    rules.demand_escalatable(complaint(ComplaintStatus.ANSWERED, answered_at=NOON), NOON)
    with pytest.raises(WrongState):
        rules.demand_escalatable(complaint(ComplaintStatus.ESCALATED), NOON + 90 * DAY)
    with pytest.raises(ComplaintClosed):
        rules.demand_escalatable(complaint(ComplaintStatus.CLOSED), NOON + 90 * DAY)


def test_nothing_is_closed_without_an_answer() -> None:
    with pytest.raises(WrongState):
        rules.demand_closable(complaint(ComplaintStatus.IN_PROGRESS))
    rules.demand_closable(complaint(ComplaintStatus.IN_PROGRESS, answered_at=NOON))
    with pytest.raises(ComplaintClosed):
        rules.demand_closable(complaint(ComplaintStatus.CLOSED, answered_at=NOON))


def test_an_answer_that_does_not_satisfy_is_owed_anew() -> None:
    answered = complaint(ComplaintStatus.ANSWERED, answered_at=NOON)

    assert rules.after_words_of_member(answered) is ComplaintStatus.IN_PROGRESS
    assert (
        rules.after_words_of_member(replace(answered, status=ComplaintStatus.ESCALATED))
        is ComplaintStatus.ESCALATED
    )
    with pytest.raises(ComplaintClosed):
        rules.after_words_of_member(complaint(ComplaintStatus.CLOSED))
