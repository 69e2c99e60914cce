"""Choices and configurations: read strictly, refused in a sentence, never anything but refused."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakehouse.domains.games import (
    ENGINES,
    Engine,
    InvalidChoices,
    InvalidConfiguration,
    InvalidSeed,
    Scheme,
    UnknownGame,
    check_client_seed,
    check_game,
    check_nonce,
    check_server_seed,
    engine_named,
    open_draws,
    raw_outcome,
)
from stakehouse.domains.games.engines.slots.aurora import AURORA
from stakehouse.domains.games.errors import ReturnOutOfBand
from stakehouse.kernel.errors import Kind, Refusal

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(10**400), max_value=10**400)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["over", "2.00", "1e3", "NaN", "Infinity", "-1", "٣", "9" * 5000, "1.001"])
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = (
    *("direction", "target", "bets", "mines", "tile", "kind", "numbers", "stake"),
    *("version", "edge_bp", "max_win_multiplier", "bets_max", "strips", "lines", "paytable"),
)
FIELDS = st.sampled_from(NAMES)
OBJECTS = st.dictionaries(FIELDS, ANYTHING, max_size=4)
BETS = st.lists(st.dictionaries(FIELDS, ANYTHING, max_size=4), max_size=3).map(lambda b: {"bets": b})


@pytest.fixture(params=ENGINES, ids=lambda engine: str(engine.code))
def engine(request: pytest.FixtureRequest) -> Engine[Any, Any]:
    chosen: Engine[Any, Any] = request.param
    return chosen


@given(raw=OBJECTS | BETS | ANYTHING)
@settings(max_examples=150, deadline=None)
def test_whatever_is_chosen_is_read_or_refused(raw: Any) -> None:
    for engine in ENGINES:
        with contextlib.suppress(InvalidChoices):
            engine.choose(engine.configure({}), raw, 1000, 2)


@given(raw=OBJECTS | ANYTHING)
@settings(max_examples=150, deadline=None)
def test_whatever_is_configured_is_read_or_refused(raw: Any) -> None:
    for engine in ENGINES:
        with contextlib.suppress(InvalidConfiguration):
            engine.configure(raw)


@given(field=st.sampled_from(sorted(AURORA)), value=ANYTHING)
@settings(max_examples=300, deadline=None)
def test_a_machine_with_one_field_spoilt_is_read_or_refused(field: str, value: object) -> None:
    slots = engine_named("slots")
    try:
        machine = slots.configure(AURORA | {field: value})
    except InvalidConfiguration:
        return
    assert json.loads(json.dumps(slots.public_config(machine)))["engine"] == "slots"


def test_a_field_that_nobody_knows_is_refused_and_named(engine: Engine[Any, Any]) -> None:
    with pytest.raises(InvalidChoices) as refused:
        engine.choose(engine.configure({}), {"luck": 1}, 1000, 2)
    assert refused.value.field == "luck"
    assert refused.value.kind is Kind.INVALID
    assert refused.value.detail == "There is no field 'luck' here."
    with pytest.raises(InvalidConfiguration) as refused_config:
        engine.configure({"luck": 1})
    assert refused_config.value.field == "luck"


@pytest.mark.parametrize(
    ("code", "raw", "field"),
    [
        ("dice", {}, "direction"),
        ("dice", {"direction": "sideways", "target": "50.00"}, "direction"),
        ("dice", {"direction": "under", "target": 50}, "target"),
        ("dice", {"direction": "under", "target": "0.00"}, "target"),
        ("dice", {"direction": "under", "target": "98.01"}, "target"),
        ("dice", {"direction": "over", "target": "1.99"}, "target"),
        ("dice", {"direction": "over", "target": "100.00"}, "target"),
        ("dice", {"direction": "under", "target": "50.001"}, "target"),
        ("limbo", {}, "target"),
        ("limbo", {"target": "1.00"}, "target"),
        ("limbo", {"target": "0.97"}, "target"),
        ("limbo", {"target": "1000000.01"}, "target"),
        ("limbo", {"target": "NaN"}, "target"),
        ("mines", {}, "mines"),
        ("mines", {"mines": 0}, "mines"),
        ("mines", {"mines": 25}, "mines"),
        ("mines", {"mines": True}, "mines"),
        ("mines", {"mines": 3.0}, "mines"),
        ("mines", {"mines": 10**100}, "mines"),
        ("roulette", {}, "bets"),
        ("roulette", {"bets": []}, "bets"),
        ("roulette", {"bets": [{"kind": "red", "stake": "9.99"}]}, "bets"),
        ("roulette", {"bets": [{"kind": "red", "stake": "10.001"}]}, "stake"),
        ("roulette", {"bets": [{"kind": "red", "stake": 10}]}, "stake"),
        ("roulette", {"bets": [{"kind": "red"}]}, "stake"),
        ("roulette", {"bets": [{"kind": "straight", "stake": "10.00"}]}, "numbers"),
        ("roulette", {"bets": [{"kind": "purple", "stake": "10.00"}]}, "kind"),
    ],
)
def test_a_refusal_names_the_field(code: str, raw: dict[str, object], field: str) -> None:
    engine = engine_named(code)
    with pytest.raises(InvalidChoices) as refused:
        engine.choose(engine.configure({}), raw, 1000, 2)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("straight", [37]), ("straight", [-1]), ("straight", [1, 2]), ("straight", [True]),
        ("straight", ["1"]), ("straight", [1.0]), ("split", [1, 3]), ("split", [3, 4]),
        ("split", [0, 4]), ("split", [1, 1]), ("street", [2, 3, 4]), ("corner", [3, 4, 6, 7]),
        ("corner", [1, 2, 3, 4]), ("six_line", [2, 3, 4, 5, 6, 7]), ("trio", [0, 1, 3]),
        ("basket", [0, 1, 2]), ("column", [0]), ("column", [4]), ("dozen", [1, 2]),
        ("red", [2]), ("column", list(range(1, 13))),
    ],
)  # fmt: skip
def test_numbers_that_are_no_place_on_the_cloth_are_refused(kind: str, numbers: list[Any]) -> None:
    roulette = engine_named("roulette")
    raw = {"bets": [{"kind": kind, "numbers": numbers, "stake": "10.00"}]}
    with pytest.raises(InvalidChoices) as refused:
        roulette.choose(roulette.configure({}), raw, 1000, 2)
    assert refused.value.field == "numbers"


def test_a_negative_part_cannot_lower_the_sum_of_the_bets() -> None:
    roulette = engine_named("roulette")
    bets = [{"kind": "red", "stake": "20.00"}, {"kind": "black", "stake": "-10.00"}]
    with pytest.raises(InvalidChoices, match="above zero"):
        roulette.choose(roulette.configure({}), {"bets": bets}, 1000, 2)


def test_order_of_numbers_does_not_matter_and_columns_have_names() -> None:
    roulette = engine_named("roulette")
    config = roulette.configure({})

    def numbers(kind: str, given: list[int]) -> tuple[int, ...]:
        raw = {"bets": [{"kind": kind, "numbers": given, "stake": "10"}]}
        chosen: tuple[int, ...] = roulette.choose(config, raw, 1000, 2).bets[0].numbers
        return chosen

    assert numbers("corner", [5, 1, 4, 2]) == (1, 2, 4, 5)
    assert numbers("column", [3]) == numbers("column", list(range(36, 0, -3)))
    assert numbers("dozen", [2]) == tuple(range(13, 25))


def test_more_bets_than_the_table_takes_are_refused() -> None:
    roulette = engine_named("roulette")
    config = roulette.configure({"bets_max": 2})
    bets = [{"kind": "red", "stake": "1.00"}] * 3
    with pytest.raises(InvalidChoices, match="1 to 2"):
        roulette.choose(config, {"bets": bets}, 300, 2)


def test_a_currency_without_decimals_is_read_without_decimals() -> None:
    roulette = engine_named("roulette")
    config = roulette.configure({})
    raw = {"bets": [{"kind": "red", "stake": "1000"}]}
    assert roulette.choose(config, raw, 1000, 0).bets[0].stake == 1000


def test_the_largest_win_bounds_what_may_be_chosen() -> None:
    dice, limbo = engine_named("dice"), engine_named("limbo")
    config = dice.configure({"max_win_multiplier": 100})
    assert dice.public_config(config)["targets"] == {
        "over": ["2.00", "99.01"],
        "under": ["0.99", "98.00"],
    }
    with pytest.raises(InvalidChoices):
        dice.choose(config, {"direction": "under", "target": "0.98"}, 1000, 2)
    with pytest.raises(InvalidChoices):
        limbo.choose(limbo.configure({"max_win_multiplier": 100}), {"target": "100.01"}, 1000, 2)


def test_a_round_of_one_step_has_no_second() -> None:
    draws = open_draws(Scheme.PF2, server_seed="s", client_seed="c", nonce=0, game="dice")
    for engine in ENGINES:
        if not engine.is_multi_step:
            with pytest.raises(InvalidChoices):
                engine.step(engine.configure({}), {}, "reveal", {}, stake=1000, draws=draws)
            with pytest.raises(AssertionError):
                engine.abandon(engine.configure({}), {}, 1000, draws)


@pytest.mark.parametrize("seed", ["", "a:b", "a" * 65, "a b", "naïve", "a|b", "a\n", None, 7, True, b"a"])
def test_client_seeds_and_game_codes_of_another_alphabet_are_refused(seed: object) -> None:
    for check in (check_client_seed, check_game):
        with pytest.raises(InvalidSeed):
            check(seed)


@pytest.mark.parametrize("seed", ["A" * 64, "0" * 63, "0" * 65, "0" * 64 + "\n", "g" * 64, None])
def test_server_seeds_of_another_form_are_refused(seed: object) -> None:
    with pytest.raises(InvalidSeed):
        check_server_seed(seed)


@pytest.mark.parametrize("nonce", [-1, 2**63, True, 1.0, "1", None])
def test_nonces_of_another_form_are_refused(nonce: object) -> None:
    with pytest.raises(InvalidSeed):
        check_nonce(nonce)


def test_what_is_well_formed_passes_unchanged() -> None:
    assert check_client_seed("Player_1-x") == "Player_1-x"
    assert check_server_seed("0123456789abcdef" * 4) == "0123456789abcdef" * 4
    assert check_nonce(0) == 0
    assert check_game("dice") == "dice"


def test_a_game_that_nobody_knows_is_refused() -> None:
    draws = open_draws(Scheme.PF2, server_seed="s", client_seed="c", nonce=0, game="tarot")
    with pytest.raises(UnknownGame):
        engine_named("tarot")
    with pytest.raises(UnknownGame):
        raw_outcome(draws, "tarot", {})


@pytest.mark.parametrize(
    ("game", "parameters"),
    [
        ("mines", {}), ("mines", {"mines": 0}), ("wheel", {}), ("wheel", {"segments": 1}),
        ("plinko", {"rows": 7}), ("keno", {"picks": 3}), ("dice", {"target": "1.00"}),
        ("tower", {"tiles": 3, "eggs": 3}), ("dice", {"config": 3}),
    ],
)  # fmt: skip
def test_an_outcome_with_malformed_parameters_is_refused(game: str, parameters: dict[str, object]) -> None:
    draws = open_draws(Scheme.PF2, server_seed="s", client_seed="c", nonce=0, game=game)
    with pytest.raises(Refusal):
        raw_outcome(draws, game, parameters)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"wild": "owl", "strips": [["owl"] * 8] * 5}, "scatter"),
        ({"wild": "star"}, "wild"),
        ({"wild": "bear"}, "wild"),
        ({"strips": [["star", "owl"] * 4] * 5}, "wild"),
        ({"strips": [["owl"] * 7] * 5}, "strips"),
        ({"strips": [["owl"] * 8] * 4}, "strips"),
        ({"lines": [[1, 1, 1, 1, 1], [1, 1, 1, 1, 1]]}, "lines"),
        ({"lines": [[1, 1, 1, 1, 3]]}, "lines"),
        ({"lines": []}, "lines"),
        ({"paytable": {"unicorn": {"3": 5}}}, "paytable"),
        ({"paytable": {"aurora": {"3": 5}}}, "paytable"),
        ({"paytable": {}}, "paytable"),
        ({"paytable": {"owl": {"6": 5}}}, "paytable"),
        ({"scatter_pays": {"3": -1}}, "scatter_pays"),
        ({"free_spins": {"3": 101}}, "free_spins"),
        ({"free_spins_max": 101}, "free_spins_max"),
        ({"version": 2}, "version"),
        ({"name": ""}, "name"),
    ],
)
def test_a_machine_that_contradicts_itself_is_refused(change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidConfiguration) as refused:
        engine_named("slots").configure(AURORA | change)
    assert refused.value.field == field


def test_two_scatters_in_one_window_are_refused() -> None:
    strips = [list(strip) for strip in AURORA["strips"]]  # type: ignore[attr-defined]  # a list
    strips[0][0] = strips[0][2] = "star"
    with pytest.raises(InvalidConfiguration, match="three places apart"):
        engine_named("slots").configure(AURORA | {"strips": strips})


def test_the_refusals_have_stable_codes() -> None:
    codes = [InvalidChoices, InvalidConfiguration, InvalidSeed, ReturnOutOfBand, UnknownGame]
    assert [refusal.code for refusal in codes] == [
        "invalid_choices",
        "invalid_configuration",
        "invalid_seed",
        "return_out_of_band",
        "unknown_game",
    ]
