"""The law of a tenant: shipped profiles, and what holds where nothing is known."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains import tenancy
from stakehouse.domains.tenancy import LimitPrompt, PlayKind, Rules, TenantProfile
from stakehouse.domains.tenancy.rules.jurisdictions import Jurisdictions
from stakehouse.domains.tenancy.store import jurisdiction_files
from stakehouse.kernel.money import Currency
from tests.houses import House

EUR, JPY, GBP = Currency("EUR", 2), Currency("JPY", 0), Currency("GBP", 2)
FILES = {file["code"]: file for file in jurisdiction_files()}


def test_three_profiles_are_shipped_and_each_rule_names_its_source() -> None:
    shipped = tenancy.shipped_jurisdictions()

    assert [law.code for law in shipped] == ["CGA", "MGA", "UKGC"]
    for law in shipped:
        assert law.left_out == ()
        assert set(law.sources) == set(Rules.model_fields)
        assert law.is_known


@pytest.mark.parametrize(("name", "code"), [("MT", "MGA"), ("MGA", "MGA"), ("GB", "UKGC"), ("CW", "CGA")])
def test_a_profile_is_found_by_authority_or_country(name: str, code: str) -> None:
    assert Jurisdictions(FILES.values()).named(name).code == code


def test_unknown_means_strictest() -> None:
    laws = Jurisdictions(FILES.values())

    nobody_knows = laws.named("XX")

    assert not nobody_knows.is_known
    assert nobody_knows.code == "unknown"
    rules = nobody_knows.rules
    assert (rules.shortest_cycle_ms.slots, rules.shortest_cycle_ms.casino) == (2500, 5000)
    assert (rules.rtp_min_bp, rules.wagering_max, rules.kyc_within_hours) == (8500, 10, 0)
    assert (rules.complaint_days, rules.reality_check_max_minutes) == (10, 60)
    assert not any((rules.autoplay.slots, rules.autoplay.casino, rules.turbo, rules.credit_cards))
    assert rules.deposit_limit_prompt is LimitPrompt.OFFERED
    assert all((rules.kyc_before_deposit, rules.demo_age_gate, rules.exclusion_across_tenants))


def _is_as_strict(name: str, value: Any, than: Any) -> bool:
    """Whether a value binds at least as much as another, by what the rule means."""
    if name == "stake_caps":
        return all(cap in value for cap in than)
    if name == "shortest_cycle_ms":
        return bool(value.slots >= than.slots and value.casino >= than.casino)
    if name == "autoplay":
        return bool(value.slots <= than.slots and value.casino <= than.casino)
    if name == "deposit_limit_prompt":
        return list(LimitPrompt).index(value) >= list(LimitPrompt).index(than)
    if name in ("wagering_max", "kyc_within_hours"):
        return than is None or (value is not None and value <= than)
    falling = {
        "register_answer_minutes",
        "rtp_max_bp",
        "reality_check_default_minutes",
        "reality_check_min_minutes",
        "turbo",
    }
    falling |= {"reality_check_max_minutes", "session_idle_minutes", "slam_stop", "celebrates_losses"}
    falling |= {"parallel_slots", "complaint_days", "credit_cards"}
    return bool(value <= than if name in falling else value >= than)


@given(st.sampled_from(sorted(FILES)), st.sets(st.sampled_from(sorted(Rules.model_fields))))
def test_what_a_file_leaves_out_is_never_looser_than_any_profile(code: str, left_out: set[str]) -> None:
    kept = {name: value for name, value in FILES[code]["rules"].items() if name not in left_out}
    laws = Jurisdictions([*(FILES[other] for other in FILES if other != code), FILES[code] | {"rules": kept}])

    law = laws.named(code)

    assert set(law.left_out) == left_out
    # Of a country nobody knows no register can be named, so there is none that is stricter.
    for name in left_out - {"exclusion_register"}:
        for other in laws.shipped:
            assert _is_as_strict(name, getattr(law.rules, name), getattr(other.rules, name)), name


@pytest.mark.requirement("52")
@pytest.mark.parametrize(
    ("kind", "age", "currency", "cap"),
    [
        (PlayKind.SLOTS, 24, EUR, 2_00),
        (PlayKind.SLOTS, 25, EUR, 5_00),
        (PlayKind.SLOTS, 90, GBP, 5_00),
        (PlayKind.SLOTS, None, EUR, 2_00),
        (PlayKind.SLOTS, 30, JPY, 0),
        (PlayKind.CASINO, 18, EUR, None),
        (PlayKind.CASINO, None, JPY, None),
    ],
)
def test_a_stake_cap_goes_by_age_and_the_lowest_binds_who_is_unknown(
    kind: PlayKind, age: int | None, currency: Currency, cap: int | None
) -> None:
    assert Jurisdictions(FILES.values()).named("UKGC").rules.stake_cap(kind, age, currency) == cap


def test_two_profiles_may_not_answer_to_one_name() -> None:
    with pytest.raises(AssertionError, match="answer to MT"):
        Jurisdictions([FILES["MGA"], FILES["CGA"] | {"territories": ["MT"]}])


@pytest.mark.parametrize(
    "wrong", [{"minimum_age": 3}, {"rtp_min_bp": 9995}, {"autoplay": True}, {"sources_of_joy": 1}]
)
def test_a_malformed_profile_is_not_read(wrong: dict[str, object]) -> None:
    file = FILES["MGA"] | {"rules": FILES["MGA"]["rules"] | wrong}
    with pytest.raises(ValueError, match="validation error"):
        Jurisdictions([file])


async def test_staff_see_the_law_and_its_clauses(house: House, tenant: TenantProfile) -> None:
    support = await house.staff(tenant, "owner")

    answer = await support.get("/api/staff/v1/settings/jurisdiction")

    assert answer.status_code == 200, answer.text
    law = answer.json()
    assert (law["code"], law["wanted"], law["is_known"], law["version"]) == ("MGA", "MT", True, 2)
    rules = {rule["rule"]: rule for rule in law["rules"]}
    assert rules["rtp_min_bp"]["value"] == 8500
    assert rules["autoplay"]["strictest"] == {"slots": False, "casino": False}
    assert all(rule["source"] and rule["explanation"] and rule["is_stated"] for rule in law["rules"])


async def test_a_house_whose_law_nobody_knows_is_under_the_strictest(house: House) -> None:
    nowhere = await house.open_tenant(jurisdiction="XX")

    pages = (await house.client(nowhere).get("/api/player/v1/house")).json()

    assert (pages["jurisdiction"], pages["version"]) == ("unknown", 0)
    assert pages["autoplay"] == {"slots": False, "casino": False}
    assert pages["shortest_cycle_ms"] == {"slots": 2500, "casino": 5000}
    assert not pages["celebrates_losses"]
    assert pages["deposit_limit_prompt"] == "offered"


@pytest.mark.requirement("11")
async def test_the_law_raises_the_age_of_registration(house: House) -> None:
    strict = FILES["MGA"] | {
        "code": "AA",
        "territories": [],
        "rules": FILES["MGA"]["rules"] | {"minimum_age": 21},
    }
    tenant = await house.open_tenant(jurisdiction="AA")
    person = {
        "email": "twenty@example.com",
        "password": "a long and quiet evening",
        "username": "twenty",
        "birth_date": "2006-11-19",
        "country": "DE",
        "accept_terms": True,
    }
    with tenancy.beside_shipped([strict]):
        shown = (await house.client(tenant).get("/api/player/v1/tenant")).json()["minimum_age"]
        refused = await house.client(tenant).post("/api/player/v1/auth/register", json=person)
    taken = await house.client(tenant).post("/api/player/v1/auth/register", json=person)

    assert shown == 21
    assert (refused.status_code, refused.json()["code"]) == (422, "too_young")
    assert refused.json()["minimum_age"] == 21
    assert taken.status_code == 202
