"""Monitoring rules: what each kind sees, and what holds of all of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.compliance.errors import InvalidParameters
from stakehouse.domains.compliance.rules.monitoring import (
    DEFAULTS,
    AmountOver,
    Parameters,
    PassThrough,
    RuleKind,
    Seen,
    Shared,
    SharedTrace,
    Structuring,
    SuddenChange,
    Velocity,
    look,
    look_at_shared,
    parameters_of,
    replay,
)
from stakehouse.kernel.ids import MemberId, new_id
from tests.domains.compliance.conftest import NOON

PLAIN: tuple[Parameters, ...] = (
    Structuring(),
    Velocity(count=3),
    PassThrough(),
    AmountOver(),
    SuddenChange(),
)


def seen(
    amount: int, *, days: float = 0, direction: str = "deposit", played: int = 0, currency: str = "EUR"
) -> Seen:
    """A payment of whole units some days before noon."""
    at = NOON - timedelta(days=days)
    return Seen(new_id(), direction, currency, 2, amount * 100, "card", played * 100, at)


def raised(parameters: Parameters, *payments: Seen, at: datetime = NOON) -> list[str]:
    return [alert.reason for alert in look(parameters, payments, at)]


def test_deposits_just_below_a_threshold_are_seen_together() -> None:
    close = [seen(1_900, days=2), seen(1_800, days=1), seen(1_700)]

    assert raised(Structuring(), *close) == [
        "3 deposits just below 2000.00 EUR within 7 days, 5400.00 in sum."
    ]
    assert raised(Structuring(), *close[1:]) == [], "two are not three"
    assert raised(Structuring(), close[0], close[1], seen(2_000)) == [], "what reaches it is seen anyway"
    assert raised(Structuring(), close[0], close[1], seen(100)) == [], "small ones are usual"
    assert raised(Structuring(), close[0], close[1], replace(close[2], at=NOON - timedelta(days=8))) == []


def test_a_rush_of_payments_is_seen() -> None:
    rush = [seen(10, days=hours / 24) for hours in range(3)]
    assert raised(Velocity(count=3), *rush) == ["3 deposits within 24 hours."]
    assert raised(Velocity(count=3, direction="withdrawal"), *rush) == []


def test_money_that_passes_through_is_seen_and_money_played_with_is_not() -> None:
    came, went = seen(1_000, days=1, played=50), seen(900, direction="withdrawal", played=150)

    assert raised(PassThrough(), came, went) == [
        "Deposited 1000.00, wagered 100.00 and withdrew 900.00 EUR within 72 hours."
    ]
    assert raised(PassThrough(), came, replace(went, played=70_000)) == []
    assert raised(PassThrough(), came, seen(100, direction="withdrawal")) == []
    assert raised(PassThrough(), seen(100, days=1), seen(100, direction="withdrawal")) == []
    assert raised(PassThrough(), replace(came, at=NOON - timedelta(days=9)), went) == []


def test_a_large_payment_is_seen() -> None:
    assert raised(AmountOver(), seen(5_000)) == ["A deposit of 5000.00 EUR."]
    assert raised(AmountOver(), seen(4_999)) == []


def test_a_sudden_change_needs_a_history_to_leave() -> None:
    usual = [seen(100, days=days) for days in range(10, 90, 10)]
    assert raised(SuddenChange(), *usual, seen(3_000)) == [
        "3000.00 EUR in deposits within 7 days; usual are 62.22."
    ]
    assert raised(SuddenChange(), seen(3_000)) == [], "who is new has none"
    assert raised(SuddenChange(), *usual, seen(100)) == []


def test_members_on_one_instrument_are_seen_and_a_further_one_is_news() -> None:
    members = tuple(MemberId(new_id()) for _ in range(4))
    three, four = Shared("instrument", "d" * 64, members[:3]), Shared("instrument", "d" * 64, members)

    [first] = look_at_shared(SharedTrace(), [three], NOON)
    [second] = look_at_shared(SharedTrace(), [four], NOON)

    assert first.key != second.key
    assert list(look_at_shared(SharedTrace(), [Shared("instrument", "d", members[:2])], NOON)) == []
    assert list(look_at_shared(SharedTrace(), [replace(three, kind="address")], NOON)) == []


@pytest.mark.parametrize(
    ("kind", "given_"),
    [
        (RuleKind.STRUCTURING, {"count": 1}),
        (RuleKind.STRUCTURING, {"threshold": "-1"}),
        (RuleKind.STRUCTURING, {"threshold": "1e9"}),
        (RuleKind.VELOCITY, {"direction": "both"}),
        (RuleKind.VELOCITY, {"hours": 0}),
        (RuleKind.AMOUNT_OVER, {"colour": "red"}),
        (RuleKind.SHARED_TRACE, {"trace": "shoe size"}),
        (RuleKind.PASS_THROUGH, {"currency": "eur; drop"}),
    ],
)
def test_parameters_that_do_not_fit_are_refused(kind: RuleKind, given_: dict[str, object]) -> None:
    with pytest.raises(InvalidParameters):
        parameters_of(kind, given_)


def test_the_shipped_rules_fit_their_kinds_and_every_kind_is_shipped() -> None:
    assert {each.kind for each in DEFAULTS} == set(RuleKind)
    for each in DEFAULTS:
        assert parameters_of(each.kind, each.parameters.model_dump()) == each.parameters


PAYMENTS = st.lists(
    st.builds(
        lambda place, direction, currency, units, played, minutes: Seen(
            UUID(int=place), direction, currency, 2, units, "card", played, NOON - timedelta(minutes=minutes)
        ),
        st.integers(0, 2**100),
        st.sampled_from(["deposit", "withdrawal"]),
        st.sampled_from(["EUR", "USD"]),
        st.integers(1, 10**6),
        st.integers(0, 10**6),
        st.integers(0, 60 * 24 * 100),
    ),
    max_size=12,
)
RULES = st.sampled_from(PLAIN)


@given(RULES, PAYMENTS)
def test_the_order_in_which_payments_are_told_says_nothing(
    parameters: Parameters, payments: list[Seen]
) -> None:
    turned = sorted(payments, key=lambda each: each.payment_id.int)

    assert {alert.key for alert in look(parameters, payments, NOON)} == {
        alert.key for alert in look(parameters, turned, NOON)
    }


@given(RULES, PAYMENTS)
def test_what_lies_behind_the_span_or_ahead_changes_nothing(
    parameters: Parameters, payments: list[Seen]
) -> None:
    far = [replace(each, at=NOON - timedelta(days=2000)) for each in payments]
    ahead = [replace(each, at=NOON + timedelta(days=1)) for each in payments]

    assert list(look(parameters, [*payments, *far, *ahead], NOON)) == list(look(parameters, payments, NOON))


@given(RULES, PAYMENTS)
def test_currencies_are_never_added_up(parameters: Parameters, payments: list[Seen]) -> None:
    together = {alert.key for alert in look(parameters, payments, NOON)}
    apart = {
        alert.key
        for currency in ("EUR", "USD")
        for alert in look(parameters, [each for each in payments if each.currency == currency], NOON)
    }

    assert together == apart


@given(PAYMENTS, st.integers(1, 10_000))
def test_a_higher_threshold_never_sees_more(payments: list[Seen], amount: int) -> None:
    low = {alert.key for alert in look(AmountOver(amount=str(amount)), payments, NOON)}
    high = {alert.key for alert in look(AmountOver(amount=str(amount + 1)), payments, NOON)}

    assert high <= low


@given(RULES, PAYMENTS)
def test_a_replay_raises_each_observation_once_and_misses_no_live_look(
    parameters: Parameters, payments: list[Seen]
) -> None:
    since = NOON - timedelta(days=200)
    found = replay(parameters, payments, since)

    keys = [alert.key for alert in found]
    assert len(keys) == len(set(keys))
    live = {alert.key for each in payments for alert in look(parameters, payments, each.at)}
    assert set(keys) == live
