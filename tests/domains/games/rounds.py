"""Rounds for the verifiers: played by the engines from made-up but fixed seeds and choices.

``python -m tests.domains.games.rounds`` writes those that the web's own tests read,
``web/packages/fair/test/rounds.gen.ts``; the Python suite makes a thousand of each kind.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from stakehouse.domains.games import ENGINES, Draws, Engine, Play, Scheme, commitment, open_draws
from stakehouse.domains.games.engines.roulette import _INSIDE, _OUTSIDE, KINDS
from stakehouse.domains.games.rules.draws import Pf2Draws
from stakehouse.kernel.money import format_units

SCALE = 2

Choices = dict[str, Any]


def rounds(count: int) -> dict[str, object]:
    """The public configurations and ``count`` settled rounds of every engine and scheme."""
    return {
        "configs": {engine.code: engine.public_config(engine.configure({})) for engine in ENGINES},
        "rounds": [
            _round(engine, scheme, number)
            for engine in ENGINES
            for scheme in Scheme
            for number in range(count)
        ],
    }


def server_seed(*parts: object) -> str:
    """A seed that depends on the parts and nothing else."""
    return hashlib.sha256("/".join(str(part) for part in parts).encode()).hexdigest()


def whims(*parts: object) -> Draws:
    """The chance by which made-up players choose; apart from the chance of their rounds."""
    return Pf2Draws(server_seed("whims", *parts), "whims", 0, "tests")


def stake_and_choices(code: str, whim: Draws) -> tuple[int, Choices]:
    """A stake in units and choices that the shipped configuration of the engine accepts."""
    stake = 1 + whim.below(100_000)
    return _CHOOSERS[code](whim, stake)


def play_to_the_end(
    engine: Engine[Any, Any],
    config: object,
    play: Play,
    *,
    whim: Draws,
    stake: int,
    draws: Callable[[], Draws],
) -> Play:
    """The settled play: steps at a whim, and now and then the player walks away."""
    while play.is_open:
        assert play.state is not None
        if whim.below(12) == 0:
            return engine.abandon(config, play.state, stake, draws())
        action = play.actions[-1] if whim.below(4) == 0 else "reveal"
        revealed = play.outcome["revealed"]
        assert isinstance(revealed, list)
        covered = [tile for tile in range(25) if tile not in revealed]
        choices = {"tile": covered[whim.below(len(covered))]} if action == "reveal" else {}
        play = engine.step(config, play.state, action, choices, stake=stake, draws=draws())
    return play


def _round(engine: Engine[Any, Any], scheme: Scheme, number: int) -> Mapping[str, object]:
    whim = whims(engine.code, scheme, number)
    seeds = {
        "server_seed": server_seed(engine.code, scheme, number),
        "client_seed": f"player-{number}",
    }
    stake, raw = stake_and_choices(engine.code, whim)
    config = engine.configure({})
    choices = engine.choose(config, raw, stake, SCALE)

    def draws() -> Draws:
        return open_draws(scheme, **seeds, nonce=number, game=engine.code)

    play = engine.play(config, choices, stake, draws())
    play = play_to_the_end(engine, config, play, whim=whim, stake=stake, draws=draws)
    return {
        "engine": engine.code,
        "scheme": scheme,
        **seeds,
        "server_seed_hash": commitment(seeds["server_seed"]),
        "nonce": number,
        "stake": format_units(stake, SCALE),
        "choices": raw,
        "outcome": play.outcome,
        "multiplier": play.multiplier,
        "payout": format_units(play.payout, SCALE),
    }


def _dice(whim: Draws, stake: int) -> tuple[int, Choices]:
    chance = 1 + whim.below(9_800)
    if whim.below(2):
        return stake, {"direction": "over", "target": format_units(10_000 - chance, 2)}
    return stake, {"direction": "under", "target": format_units(chance, 2)}


def _limbo(whim: Draws, stake: int) -> tuple[int, Choices]:
    highest = 10 ** (3 + whim.below(6))
    return stake, {"target": format_units(101 + whim.below(highest - 100), 2)}


def _roulette(whim: Draws, stake: int) -> tuple[int, Choices]:
    del stake
    bets, total = [], 0
    for _ in range(1 + whim.below(6)):
        kind = KINDS[whim.below(len(KINDS))]
        units = 1 + whim.below(10_000)
        total += units
        bet: Choices = {"kind": kind, "stake": format_units(units, SCALE)}
        if kind in _INSIDE:
            places = sorted(sorted(place) for place in _INSIDE[kind])
            bet["numbers"] = places[whim.below(len(places))]
        elif kind not in _OUTSIDE:
            bet["numbers"] = [1 + whim.below(3)]
        bets.append(bet)
    return total, {"bets": bets}


def _slots(whim: Draws, stake: int) -> tuple[int, Choices]:
    del whim
    return stake, {}


def _mines(whim: Draws, stake: int) -> tuple[int, Choices]:
    return stake, {"mines": 1 + whim.below(24)}


_CHOOSERS: Mapping[str, Callable[[Draws, int], tuple[int, Choices]]] = {
    "dice": _dice,
    "limbo": _limbo,
    "roulette": _roulette,
    "slots": _slots,
    "mines": _mines,
}


def shipped() -> str:
    """The module with a few rounds of each kind that the web's tests read."""
    made = "// Made by: python -m tests.domains.games.rounds"
    return f"{made}\nexport default {json.dumps(rounds(8), separators=(',', ':'))};\n"


SHIPPED = Path(__file__).parents[3] / "web/packages/fair/test/rounds.gen.ts"

if __name__ == "__main__":
    SHIPPED.write_text(shipped())
