"""The states of a case, dates, gates and keys, over all that can be thought of."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from stakehouse.domains.compliance.errors import KycRequired, ReasonMissing, WrongKycState
from stakehouse.domains.compliance.rules import kyc as rules
from stakehouse.domains.compliance.types.kyc import (
    Case,
    CaseId,
    KycAct,
    Person,
    RejectionReason,
    SubjectKind,
)
from stakehouse.domains.identity import KycStatus
from stakehouse.kernel.ids import MemberId, new_id

S = KycStatus
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def case(status: KycStatus, valid_until: date | None = None) -> Case:
    return Case(
        id=CaseId(new_id()),
        subject=SubjectKind.PLAYER,
        member_id=MemberId(new_id()),
        subject_name="ann",
        status=status,
        created_at=NOON,
        updated_at=NOON,
        valid_until=valid_until,
    )


class Life(RuleBasedStateMachine):
    """A case that is pushed about at random never gets where nobody decided."""

    def __init__(self) -> None:
        super().__init__()
        self.case = case(S.NOT_STARTED)
        self.was_sent_in = False

    @rule(target_state=st.sampled_from(S))
    def push(self, target_state: KycStatus) -> None:
        before = self.case.status
        try:
            rules.check_edge(self.case, target_state)
        except WrongKycState:
            assert target_state not in rules.EDGES[before]
            return
        self.was_sent_in = self.was_sent_in or target_state is S.SUBMITTED
        if target_state is S.VERIFIED:
            assert before in rules.WAITING
        if target_state is S.EXPIRED:
            assert before is S.VERIFIED
        self.case = case(target_state)

    @invariant()
    def nothing_is_decided_that_was_not_sent_in(self) -> None:
        assert self.was_sent_in or self.case.status is S.NOT_STARTED

    @invariant()
    def there_is_always_a_way_to_be_verified(self) -> None:
        reached, left = set(), [self.case.status]
        while left:
            state = left.pop()
            if state not in reached:
                reached.add(state)
                left += rules.EDGES[state]
        assert S.VERIFIED in reached
        assert S.NOT_STARTED not in reached - {self.case.status}


TestLife = Life.TestCase


@given(DAYS, st.integers(1, 120))
def test_months_on_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    later = rules.plus_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DAYS, DAYS)
def test_the_reminder_of_a_day(end: date, today: date) -> None:
    due, left = rules.reminder_due(end, today), (end - today).days

    if left < 0 or left > 30:
        assert due is None
    else:
        assert due == (0 if left == 0 else 7 if left <= 7 else 30)


@given(st.sampled_from(S), st.none() | DAYS, DAYS)
def test_who_is_cleared(status: KycStatus, until: date | None, today: date) -> None:
    cleared = rules.is_cleared(case(status, until), status, today)

    if cleared:
        assert status in {S.VERIFIED, S.SUBMITTED, S.IN_REVIEW}
        assert until is None or today <= until
    if status in {S.REJECTED, S.EXPIRED, S.NOT_STARTED}:
        assert not cleared


def test_newer_documents_do_not_lock_a_verified_person_out() -> None:
    assert rules.is_cleared(case(S.SUBMITTED, TODAY), S.SUBMITTED, TODAY)
    assert not rules.is_cleared(case(S.SUBMITTED, TODAY), S.SUBMITTED, TODAY + timedelta(days=1))
    assert not rules.is_cleared(case(S.SUBMITTED), S.SUBMITTED, TODAY)
    assert rules.is_cleared(None, S.VERIFIED, TODAY)


@given(st.booleans(), st.none() | st.integers(0, 1000), st.integers(0, 2000), st.booleans())
def test_the_gate(always: bool, without: int | None, units: int, cleared: bool) -> None:  # noqa: FBT001
    demanded = always or (without is not None and units > without)
    gate = rules.Gate(always, without)
    if demanded and not cleared:
        with pytest.raises(KycRequired):
            rules.demand(gate, KycAct.DEPOSIT, units, S.NOT_STARTED, cleared=cleared)
    else:
        rules.demand(gate, KycAct.DEPOSIT, units, S.NOT_STARTED, cleared=cleared)


@pytest.mark.requirement("12")
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Maria Eriksson", "ERIKSSON, Anna-Maria", True),
        ("Иван Петров", "Petrov Ivan", True),
        ("José Núñez", "Jose NUNEZ", True),
        ("Anna Eriksson", "Anne Eriksson", False),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    born = date(1990, 5, 1)

    assert (rules.name_key(Person(one, born)) == rules.name_key(Person(other, born))) is same
    assert rules.name_key(Person(one, born)) != rules.name_key(Person(one, date(1990, 5, 2)))
    assert rules.name_key(Person(one)) is None


def test_one_number_in_two_spellings() -> None:
    assert rules.number_key("ab 123-456") == rules.number_key("АB123456".replace("А", "A"))
    assert rules.number_key(" - ") is None


def test_a_rejection_says_why() -> None:
    rules.check_reasons([RejectionReason.UNREADABLE], "")
    for reasons, text in (([], "because"), ([RejectionReason.OTHER], "  ")):
        with pytest.raises(ReasonMissing):
            rules.check_reasons(reasons, text)
