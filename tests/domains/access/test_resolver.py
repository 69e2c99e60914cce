"""The one resolver: roles, scopes, limits and overrides in; what one may, and why, out."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains.access.rules.resolver import beyond, decide, reaches_of, resolve
from stakehouse.domains.access.types import Effect, Grant, Held, Override, Role, StepKind
from stakehouse.kernel.money import Currency, CurrencyKind, Money
from stakehouse.kernel.reach import (
    EVERYWHERE,
    WHOLE_TENANT,
    Reach,
    Scope,
    ScopeKind,
    Stretch,
    ceiling_of,
    ceiling_text,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PERMISSION = "ledger:adjust"
SCOPED = (ScopeKind.RESTAURANT, ScopeKind.DOWNLINE)
PLACES = (WHOLE_TENANT, *(Scope(kind, UUID(int=n)) for kind in SCOPED for n in (1, 2)))
EUR, BTC = Currency("EUR", 2), Currency("BTC", 8, CurrencyKind.CRYPTO)

places = st.sampled_from(PLACES)
ceilings = st.none() | st.integers(0, 10**12)
ends = st.none() | st.sampled_from([NOW - timedelta(hours=1), NOW, NOW + timedelta(hours=1)])


def role(ceiling: int | None = None, code: str = "finance") -> Role:
    limits = {} if ceiling is None else {PERMISSION: ceiling}
    return Role(code, code.capitalize(), frozenset({PERMISSION}), shipped=False, ceilings=limits)


def grant(ceiling: int | None = None, scope: Scope = WHOLE_TENANT, end: datetime | None = None) -> Grant:
    return Grant(UUID(int=7), role(ceiling), scope, None, NOW, end)


def override(effect: Effect, scope: Scope = WHOLE_TENANT, end: datetime | None = None) -> Override:
    return Override(UUID(int=9), PERMISSION, effect, scope, None, "a reason", None, NOW, end)


held = st.builds(
    lambda grants, overrides: Held("Ann", tuple(grants), tuple(overrides)),
    st.lists(st.builds(grant, ceilings, places, ends), max_size=4),
    st.lists(st.builds(override, st.sampled_from(Effect), places, ends), max_size=3),
)


@given(held, places, st.integers(0, 10**10))
def test_the_answer_and_its_reason_never_disagree(person: Held, place: Scope, units: int) -> None:
    money = Money(units, EUR)
    reach = reaches_of(person, NOW).get(PERMISSION, Reach())

    decision = decide(person, PERMISSION, [role()], now=NOW, scope=place, money=money)

    assert decision.is_allowed is reach.covers(place, money)
    assert decision.steps
    leading = {StepKind.ROLE, StepKind.OVERRIDE_ALLOWS}
    assert all((step.kind in leading) is decision.is_allowed for step in decision.steps)


@given(held, places)
def test_a_denial_wins_over_everything(person: Held, place: Scope) -> None:
    denied = Held("Ann", person.grants, (*person.overrides, override(Effect.DENY)))

    assert not reaches_of(denied, NOW).get(PERMISSION, Reach()).covers(place)


@given(held)
def test_what_is_over_gives_nothing_and_the_next_end_is_known(person: Held) -> None:
    rights = resolve(person, NOW)
    later = NOW + timedelta(hours=1)

    in_force = Held(
        "Ann",
        tuple(each for each in person.grants if each.is_in_force(NOW)),
        tuple(each for each in person.overrides if each.is_in_force(NOW)),
    )
    assert resolve(in_force, NOW) == rights
    ends = {each.expires_at for each in person.grants} | {each.expires_at for each in person.overrides}
    assert rights.until == (later if later in ends else None)


@given(held, places, ceilings)
def test_what_one_may_hand_on_one_may_do(person: Held, place: Scope, ceiling: int | None) -> None:
    reaches = reaches_of(person, NOW)

    if not beyond(reaches, role(ceiling), place, {PERMISSION}):
        reach = reaches[PERMISSION]
        assert reach.covers(place)
        assert ceiling is None or reach.covers(place, Money(ceiling // 10**6, EUR))


def test_a_limit_binds_fiat_and_lets_no_other_money_through() -> None:
    stretch = Stretch(ceiling=ceiling_of("500.00"))

    assert stretch.covers(WHOLE_TENANT, Money(50_000, EUR))
    assert stretch.covers(WHOLE_TENANT, Money(-50_000, EUR))
    assert not stretch.covers(WHOLE_TENANT, Money(50_001, EUR))
    assert not stretch.covers(WHOLE_TENANT, Money(1, BTC))
    assert Stretch().covers(WHOLE_TENANT, Money(1, BTC))
    assert [ceiling_text(ceiling_of(text)) for text in ("500", "0.5", "1.00000001")] == [
        "500.00",
        "0.50",
        "1.00000001",
    ]


def test_a_second_wider_grant_makes_the_narrow_one_irrelevant() -> None:
    person = Held("Ann", (grant(5), grant(None), grant(7, PLACES[1])))

    assert reaches_of(person, NOW)[PERMISSION] == EVERYWHERE
    assert resolve(person, NOW).reaches == {}


def test_the_reason_says_what_is_missing() -> None:
    def kinds(person: Held, **asked: Any) -> list[StepKind]:
        return [step.kind for step in decide(person, PERMISSION, [role()], now=NOW, **asked).steps]

    assert kinds(Held("Ann")) == [StepKind.MISSING]
    assert decide(Held("Ann"), PERMISSION, [role()], now=NOW).roles == ("finance",)
    assert kinds(Held("Ann", (grant(end=NOW),))) == [StepKind.EXPIRED]
    assert kinds(Held("Ann", (grant(scope=PLACES[1]),))) == [StepKind.OUT_OF_SCOPE]
    assert kinds(Held("Ann", (grant(10**8),)), money=Money(101, EUR)) == [StepKind.OVER_LIMIT]
    assert kinds(Held("Ann", (grant(),), (override(Effect.DENY),))) == [StepKind.OVERRIDE_DENIES]
    assert kinds(Held("Ann", (grant(),))) == [StepKind.ROLE]
