"""The decisions of payments: the state table, reports in any order, bounds, who may withdraw."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.payments import rules
from stakehouse.domains.payments.errors import DestinationRefused, WrongState
from stakehouse.domains.payments.rules import (
    EDGES,
    Bounds,
    Effect,
    Hindrance,
    Ignore,
    Ignored,
    RiskFacts,
    Step,
    WithdrawalFacts,
)
from stakehouse.domains.payments.types import (
    Check,
    Direction,
    Limits,
    Payment,
    PaymentStatus,
    Report,
    Verdict,
)
from stakehouse.kernel.money import Currency
from tests.domains.payments.worlds import EUR, NOW, moved, payment, report

IN, OUT = Direction.DEPOSIT, Direction.WITHDRAWAL

# The design's own words, written down a second time: status x verdict -> status, or why not.
DEPOSIT_TABLE = {
    PaymentStatus.CREATED: "pending processing succeeded failed cancelled expired",
    PaymentStatus.PENDING: "duplicate processing succeeded failed cancelled expired",
    PaymentStatus.PROCESSING: "stale duplicate succeeded failed cancelled expired",
    PaymentStatus.SUCCEEDED: "stale stale duplicate stale stale stale",
    PaymentStatus.FAILED: "stale stale succeeded duplicate stale stale",
    PaymentStatus.CANCELLED: "stale stale succeeded stale duplicate stale",
    PaymentStatus.EXPIRED: "stale stale succeeded stale stale duplicate",
    PaymentStatus.PARTLY_REFUNDED: "stale stale stale stale stale stale",
    PaymentStatus.REFUNDED: "stale stale stale stale stale stale",
    PaymentStatus.CHARGED_BACK: "stale stale stale stale stale stale",
}
WITHDRAWAL_TABLE = {
    PaymentStatus.REQUESTED: "contradiction " * 6,
    PaymentStatus.IN_REVIEW: "contradiction " * 6,
    PaymentStatus.APPROVED: "contradiction " * 6,
    PaymentStatus.PROCESSING: "duplicate duplicate paid failed failed failed",
    PaymentStatus.PAID: "stale stale duplicate contradiction contradiction contradiction",
    PaymentStatus.FAILED: "stale stale contradiction duplicate duplicate duplicate",
    PaymentStatus.REJECTED: "contradiction " * 6,
    PaymentStatus.CANCELLED: "contradiction " * 6,
}
VERDICTS = (
    Verdict.PENDING,
    Verdict.PROCESSING,
    Verdict.SUCCEEDED,
    Verdict.FAILED,
    Verdict.CANCELLED,
    Verdict.EXPIRED,
)
CASES = [
    (direction, status, verdict, expected)
    for direction, table in ((IN, DEPOSIT_TABLE), (OUT, WITHDRAWAL_TABLE))
    for status, row in table.items()
    for verdict, expected in zip(VERDICTS, row.split(), strict=True)
]


@pytest.mark.parametrize(("direction", "status", "verdict", "expected"), CASES)
def test_every_pair_of_state_and_report(
    direction: Direction, status: PaymentStatus, verdict: Verdict, expected: str
) -> None:
    answer = rules.answer_to(payment(direction, status), report(direction, verdict))
    assert (answer.to.value if isinstance(answer, Step) else answer.why.value) == expected


def test_the_tables_name_every_state() -> None:
    assert set(DEPOSIT_TABLE) == set(EDGES[IN])
    assert set(WITHDRAWAL_TABLE) == set(EDGES[OUT])


@pytest.mark.parametrize("direction", [IN, OUT])
def test_a_state_never_comes_back(direction: Direction) -> None:
    edges = EDGES[direction]

    def behind(status: PaymentStatus) -> set[PaymentStatus]:
        return set(edges[status]).union(*(behind(after) for after in edges[status]))

    for status in edges:
        assert status not in behind(status)


def test_a_word_we_do_not_know_changes_nothing() -> None:
    for direction, edges in EDGES.items():
        for status in edges:
            answer = rules.answer_to(payment(direction, status), report(direction, Verdict.UNKNOWN))
            assert answer == Ignore(Ignored.UNKNOWN_STATUS)


@pytest.mark.parametrize(
    ("amount", "currency"), [("50.01", "EUR"), ("5.00", "EUR"), ("50.00", "USD"), ("", ""), ("5e1", "EUR")]
)
def test_a_success_of_another_amount_credits_nothing_and_calls_a_person(amount: str, currency: str) -> None:
    for direction, status in (
        (IN, PaymentStatus.PENDING),
        (IN, PaymentStatus.EXPIRED),
        (OUT, PaymentStatus.PROCESSING),
    ):
        said = report(direction, Verdict.SUCCEEDED, amount=amount, currency=currency)
        answer = rules.answer_to(payment(direction, status), said)
        assert isinstance(answer, Ignore)
        assert answer.why is Ignored.AMOUNT_DIFFERS
        assert "50.00 EUR" in answer.attention


def test_the_same_amount_may_be_written_shorter() -> None:
    answer = rules.answer_to(payment(IN, PaymentStatus.PENDING), report(IN, Verdict.SUCCEEDED, amount="50"))
    assert answer == Step(PaymentStatus.SUCCEEDED, Effect.CREDIT, "")


def test_money_that_came_after_the_end_says_so() -> None:
    answer = rules.answer_to(payment(IN, PaymentStatus.EXPIRED), report(IN, Verdict.SUCCEEDED))
    assert answer == Step(PaymentStatus.SUCCEEDED, Effect.CREDIT, "Paid after the deposit was expired.")


def test_why_it_failed_is_told_and_a_vendors_word_for_good_news_is_not() -> None:
    failed = report(IN, Verdict.FAILED, reason="The bank refused the card.")
    assert rules.answer_to(payment(IN, PaymentStatus.PENDING), failed) == Step(
        PaymentStatus.FAILED, Effect.NONE, "The bank refused the card."
    )
    begun = report(IN, Verdict.PENDING, reason="waiting")
    assert rules.answer_to(payment(IN, PaymentStatus.CREATED), begun) == Step(
        PaymentStatus.PENDING, Effect.NONE, ""
    )


def test_a_report_on_another_kind_of_payment_calls_a_person() -> None:
    answer = rules.answer_to(payment(IN, PaymentStatus.PENDING), report(OUT, Verdict.SUCCEEDED))
    assert isinstance(answer, Ignore)
    assert answer.why is Ignored.CONTRADICTION
    assert answer.attention


def test_money_that_went_back_calls_a_person() -> None:
    answer = rules.answer_to(payment(IN, PaymentStatus.SUCCEEDED), report(IN, Verdict.REVERSED))
    assert isinstance(answer, Ignore)
    assert answer.why is Ignored.REVERSAL
    assert "vendor_reversed" in answer.attention


reports = st.builds(
    report,
    st.sampled_from([IN, IN, IN, OUT]),
    st.sampled_from(list(Verdict)),
    amount=st.sampled_from(["50.00", "50.00", "50.00", "50", "49.99"]),
    currency=st.sampled_from(["EUR", "EUR", "USD"]),
)
deposit_histories = st.lists(reports, max_size=12)
payout_histories = st.lists(
    st.builds(report, st.just(OUT), st.sampled_from(list(Verdict)), amount=st.just("50.00")), max_size=12
)


def played(start: Payment, history: list[Report]) -> tuple[list[PaymentStatus], list[Effect]]:
    """The states and effects of a history of reports."""
    states, effects = [start.status], []
    current = start
    for said in history:
        answer = rules.answer_to(current, said)
        if isinstance(answer, Step):
            current = moved(current, answer.to)
            states.append(answer.to)
            effects.append(answer.effect)
    return states, effects


@given(deposit_histories)
def test_no_history_credits_twice(history: list[Report]) -> None:
    _states, effects = played(payment(IN, PaymentStatus.CREATED), history)
    assert effects.count(Effect.CREDIT) <= 1
    assert Effect.CAPTURE not in effects
    assert Effect.RELEASE not in effects


@given(deposit_histories)
def test_a_true_success_credits_wherever_it_stands_in_the_history(history: list[Report]) -> None:
    success = report(IN, Verdict.SUCCEEDED)
    for place in range(len(history) + 1):
        with_success = [*history[:place], success, *history[place:]]
        states, effects = played(payment(IN, PaymentStatus.CREATED), with_success)
        assert effects.count(Effect.CREDIT) == 1
        assert states[-1] is PaymentStatus.SUCCEEDED


@given(deposit_histories, deposit_histories)
def test_a_late_failure_never_takes_back_a_success(before: list[Report], after: list[Report]) -> None:
    states, _effects = played(
        payment(IN, PaymentStatus.CREATED), [*before, report(IN, Verdict.SUCCEEDED), *after]
    )
    assert PaymentStatus.SUCCEEDED in states
    assert states[states.index(PaymentStatus.SUCCEEDED) :] == [PaymentStatus.SUCCEEDED]


@given(deposit_histories)
def test_repeating_each_report_changes_nothing(history: list[Report]) -> None:
    doubled = [said for said in history for _ in range(2)]
    assert played(payment(IN, PaymentStatus.CREATED), doubled) == played(
        payment(IN, PaymentStatus.CREATED), history
    )


@given(payout_histories)
def test_a_payout_is_captured_or_released_at_most_once_and_never_both(history: list[Report]) -> None:
    _states, effects = played(payment(OUT, PaymentStatus.PROCESSING), history)
    assert len([effect for effect in effects if effect is not Effect.NONE]) <= 1


@given(
    payout_histories,
    st.sampled_from([PaymentStatus.REQUESTED, PaymentStatus.IN_REVIEW, PaymentStatus.REJECTED]),
)
def test_no_report_moves_a_withdrawal_that_nobody_ordered(
    history: list[Report], status: PaymentStatus
) -> None:
    states, effects = played(payment(OUT, status), history)
    assert (states, effects) == ([status], [])


def test_an_act_that_does_not_fit_is_refused_with_the_state() -> None:
    for status, to in product(
        [PaymentStatus.APPROVED, PaymentStatus.PROCESSING, PaymentStatus.PAID, PaymentStatus.REJECTED],
        [PaymentStatus.REJECTED, PaymentStatus.CANCELLED, PaymentStatus.IN_REVIEW],
    ):
        with pytest.raises(WrongState) as refused:
            rules.ensure_edge(payment(OUT, status), to)
        assert refused.value.facts == {"payment_status": status.value}
    rules.ensure_edge(payment(OUT, PaymentStatus.IN_REVIEW), PaymentStatus.APPROVED)


def test_looks_are_spaced_out_and_end() -> None:
    for direction in Direction:
        waits = [rules.next_look(direction, looks) for looks in range(rules.LOOKS_MAX)]
        assert all(wait is not None for wait in waits)
        known = [wait for wait in waits if wait is not None]
        assert known == sorted(known)
        assert known[-1] == timedelta(days=1)
        assert rules.next_look(direction, rules.LOOKS_MAX) is None


@pytest.mark.parametrize(
    ("gateway", "minimum", "maximum", "scale", "expected"),
    [
        (Limits("1.00", "5000.00"), None, None, 2, Bounds(100, 500_000)),
        (Limits("1.00", "5000.00"), "10", "250.50", 2, Bounds(1_000, 25_050)),
        (Limits("1.00", "5000.00"), "0.50", "9000", 2, Bounds(100, 500_000)),
        (Limits("1.00", "5000.00"), None, None, 0, Bounds(1, 5_000)),
        (Limits("1.00", "5000.00"), "10", "5", 2, Bounds(1_000, 1_000)),
    ],
)
def test_the_narrower_bounds_hold(
    gateway: Limits, minimum: str | None, maximum: str | None, scale: int, expected: Bounds
) -> None:
    assert rules.bounds(gateway, minimum, maximum, scale) == expected


FREE = WithdrawalFacts(
    available=10_000,
    bounds=Bounds(1_000, 100_000),
    daily_left=None,
    standing="active",
    is_cleared=False,
    demands_kyc=False,
)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (FREE, []),
        (replace(FREE, standing="suspended"), [Hindrance.ACCOUNT_SUSPENDED]),
        (replace(FREE, demands_kyc=True), [Hindrance.KYC_REQUIRED]),
        (replace(FREE, demands_kyc=True, is_cleared=True), []),
        (replace(FREE, without_kyc=0), [Hindrance.KYC_REQUIRED]),
        (replace(FREE, without_kyc=0, is_cleared=True), []),
        (replace(FREE, without_kyc=FREE.bounds.minimum), []),
        (replace(FREE, available=999), [Hindrance.BELOW_MINIMUM]),
        (replace(FREE, daily_left=999), [Hindrance.DAILY_SUM_REACHED]),
        (
            replace(FREE, standing="closed", demands_kyc=True, available=0, daily_left=0, is_frozen=True),
            list(Hindrance),
        ),
    ],
)
def test_what_stands_in_the_way(facts: WithdrawalFacts, expected: list[Hindrance]) -> None:
    assert rules.hindrances(facts) == expected


def test_the_day_begins_at_the_tenants_midnight() -> None:
    late = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    assert rules.day_start(late, "Europe/Berlin") == datetime(2026, 11, 19, 23, tzinfo=UTC)
    assert rules.day_start(late, "Asia/Jakarta") == datetime(2026, 11, 20, 17, tzinfo=UTC)


@pytest.mark.parametrize("text", ["DE89 3704 0044 0532 0130 00", "wallet:ann@example.org", " 1234  5678 9 "])
def test_accounts_are_taken(text: str) -> None:
    assert rules.account_of(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "x" * 65,
        "DE89\x00 3704",
        "ключ от счёта",
        "4242 4242 4242 4242",
        "3782-822463-10005",
        "<b>1234</b>",
    ],
)
def test_what_is_no_account_or_a_card_is_refused(text: str) -> None:
    with pytest.raises(DestinationRefused):
        rules.account_of(text)


QUIET = RiskFacts(
    units=5_000,
    member_since=NOW - timedelta(days=30),
    kyc_status="verified",
    deposited=10_000,
    withdrawn=0,
    requests_of_the_day=0,
    destination_paid_before=True,
    shared_destination=False,
)


@pytest.mark.parametrize(
    ("facts", "failed"),
    [
        (QUIET, set()),
        (replace(QUIET, kyc_status="submitted"), {"kyc_verified"}),
        (replace(QUIET, destination_paid_before=False), {"known_destination"}),
        (replace(QUIET, shared_destination=True), {"own_destination"}),
        (replace(QUIET, member_since=NOW - timedelta(days=6)), {"established_member"}),
        (replace(QUIET, requests_of_the_day=3), {"few_requests"}),
        (replace(QUIET, withdrawn=95_001), {"plausible_winnings"}),
        (replace(QUIET, withdrawn=95_000), set()),
    ],
)
def test_the_checks_of_a_withdrawal(facts: RiskFacts, failed: set[str]) -> None:
    checks = rules.risk_checks(facts, scale=2, now=NOW)
    assert {check.code for check in checks if not check.passed} == failed


def test_only_a_quiet_small_withdrawal_is_approved_at_once() -> None:
    good = (Check("a", passed=True, detail=""), Check("b", passed=True, detail=""))
    bad = (*good, Check("c", passed=False, detail=""))
    assert rules.is_approved_at_once(good, 4_999, 5_000)
    assert not rules.is_approved_at_once(good, 5_000, 5_000)
    assert not rules.is_approved_at_once(bad, 4_999, 5_000)
    assert not rules.is_approved_at_once(good, 1, None)


def test_amounts_of_currencies_without_decimals_are_compared_exactly() -> None:
    whole = Currency("IDR", 0)
    asked = payment(IN, PaymentStatus.PENDING, units=50_000, currency=whole)
    answer = rules.answer_to(asked, report(IN, Verdict.SUCCEEDED, amount="50000", currency="IDR"))
    assert isinstance(answer, Step)
    answer = rules.answer_to(asked, report(IN, Verdict.SUCCEEDED, amount="50000.5", currency="IDR"))
    assert isinstance(answer, Ignore)
    assert EUR.scale == 2
