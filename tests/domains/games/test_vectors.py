"""The published vectors: what other people's verifiers compute, we compute."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from stakehouse.domains.games import Scheme, commitment, open_draws, raw_outcome
from stakehouse.domains.games.rules import chains, published
from stakehouse.domains.games.rules.draws import Draws, Pf1Draws

VECTORS = Path(__file__).parent / "vectors"
PF1 = json.loads((VECTORS / "provably-fair.json").read_text())
PF2 = json.loads((VECTORS / "pf2.json").read_text())

Input = Mapping[str, Any]


def pf1(given: Input) -> Pf1Draws:
    return Pf1Draws(given["server_seed"], given["client_seed"], given["nonce"])


def stream(given: Input, count: int) -> list[int]:
    draws = pf1(given)
    return list(b"".join(draws.word().to_bytes(4, "big") for _ in range(-(-count // 4)))[:count])


def outcome(game: str, *parameters: str) -> Callable[[Input], Any]:
    """The raw outcome by the same road as ``stakehouse fairness verify``."""
    return lambda given: raw_outcome(pf1(given), game, {name: given[name] for name in parameters})


def ordered(compute: Callable[[Input], Any]) -> Callable[[Input], Any]:
    return lambda given: sorted(compute(given))


def directions(given: Input) -> list[str]:
    return ["LR"[way] for way in published.plinko_directions(pf1(given), given["rows"])]


def crash(given: Input, edge_bp: int = 100) -> float:
    return chains.crash_pf1_hundredths(given["game_hash"], given["block_hash"], edge_bp) / 100


COMPUTED: dict[str, Callable[[Input], Any]] = {
    "bytes40": lambda given: stream(given, 40),
    "bytes34": lambda given: stream(given, 34),
    "float_tiny": lambda given: pf1(given).fraction(),
    "dice": outcome("dice"),
    "limbo_2p24": outcome("limbo"),
    "limbo_1e8": outcome("limbo-old"),
    "limbo_1e8_tiny": outcome("limbo-old"),
    "mines3": outcome("mines", "mines", "base"),
    "mines11_sorted": ordered(outcome("mines", "mines", "base")),
    "keno": outcome("keno"),
    "keno_sorted": ordered(outcome("keno")),
    "roulette": outcome("roulette"),
    "plinko8": outcome("plinko", "rows"),
    "plinko9": outcome("plinko", "rows"),
    "plinko16_dirs": directions,
    "wheel": outcome("wheel", "segments"),
    "cards_hilo10": outcome("cards"),
    "cards10": outcome("cards"),
    "chain0": lambda _: next(chains.links(chains.next_link("testing"), 1)),
    "crash_chain2": lambda given: chains.crash_pf1_multiple(given["game_hash"], given["block_hash"]),
    "crash": crash,
    "slide_2pct": lambda given: crash(given, 200),
}


@pytest.mark.parametrize("vector", PF1, ids=[f"{at}-{v['name']}" for at, v in enumerate(PF1)])
def test_pf1_gives_what_public_verifiers_give(vector: Input) -> None:
    assert COMPUTED[vector["name"]](vector["input"]) == vector["expected"]


@pytest.mark.parametrize("given", PF2["rounds"], ids=lambda given: f"nonce-{given['nonce']}")
@pytest.mark.parametrize(
    ("name", "game", "parameters"),
    [
        ("dice", "dice", {}),
        ("limbo_cents", "limbo", {}),
        ("roulette", "roulette", {}),
        ("mines3", "mines", {"mines": 3}),
        ("keno", "keno", {}),
        ("plinko16", "plinko", {"rows": 16}),
    ],
)
def test_pf2_gives_its_vectors(given: Input, name: str, game: str, parameters: dict[str, object]) -> None:
    assert raw_outcome(pf2(game, given["nonce"]), game, parameters) == given[name]


@pytest.mark.parametrize("given", PF2["crash"])
def test_pf2_crash_gives_its_vectors(given: Input) -> None:
    assert chains.crash_pf2_hundredths(given["game_seed"], given["salt"]) == given["cents"]


def test_the_commitment_is_the_hash_of_the_seeds_text() -> None:
    assert commitment(PF2["server_seed"]) == PF2["commitment"]


def test_the_worked_example_of_pf2_begins_with_these_words() -> None:
    draws = pf2("dice", 0)
    words = [f"{draws.word():016x}" for _ in range(4)]
    assert " ".join(words) == "65e4749dc7e722db 9ee1c29b3641bb2d 36e921338f92987d 26fe2be6b7963507"


def test_the_second_link_of_the_chain_is_the_one_published() -> None:
    first = chains.next_link("testing")
    assert list(chains.links(first, 3))[2] == (
        "86ba47f64783d3ae4509128b8f365b6424361a7d558ac1dfc90aa8fa3ccba285"
    )


def test_published_games_without_vectors_stay_within_their_bounds() -> None:
    for scheme in Scheme:
        for nonce in range(200):
            draws = {
                game: open_draws(scheme, server_seed="s", client_seed="c", nonce=nonce, game=game)
                for game in published.PUBLISHED
            }
            coin = raw_outcome(draws["coin"], "coin", {"flips": 3})
            assert isinstance(coin, list)
            assert set(coin) <= {"heads", "tails"}
            gems = raw_outcome(draws["diamonds"], "diamonds", {})
            assert isinstance(gems, list)
            assert len(gems) == 5
            assert set(gems) <= set(range(7))
            tower = raw_outcome(draws["tower"], "tower", {"tiles": 4, "eggs": 3})
            assert isinstance(tower, list)
            assert [len(set(row)) for row in tower] == [3] * 9
            deck = raw_outcome(draws["deck"], "deck", {"cards": 52})
            assert isinstance(deck, list)
            assert len(set(deck)) == 52
            for game, parameters in (("chicken", {"deaths": 10}), ("pump", {"pops": 10})):
                cells = raw_outcome(draws[game], game, parameters)
                assert isinstance(cells, list)
                assert len(set(cells)) == 10
            pocket = raw_outcome(draws["roulette-american"], "roulette-american", {})
            assert isinstance(pocket, int)
            assert 0 <= pocket <= 37


def pf2(game: str, nonce: int) -> Draws:
    return open_draws(
        Scheme.PF2,
        server_seed=PF2["server_seed"],
        client_seed=PF2["client_seed"],
        nonce=nonce,
        game=game,
    )
