"""The shelf of games: one engine a file or folder, one line in the registry."""

from collections.abc import Mapping
from typing import Any, Final

from stakehouse.domains.games.engines.dice import DiceEngine
from stakehouse.domains.games.engines.limbo import LimboEngine
from stakehouse.domains.games.engines.mines import MinesEngine
from stakehouse.domains.games.engines.roulette import RouletteEngine
from stakehouse.domains.games.engines.slots.engine import SlotsEngine
from stakehouse.domains.games.errors import UnknownGame
from stakehouse.domains.games.ports import Engine
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.multiples import multiple_text, paytable_hash
from stakehouse.domains.games.rules.published import PUBLISHED, published_outcome
from stakehouse.domains.games.types import Certificate, Scheme

# Each engine reads its own configuration and choices, and callers hand them through unopened:
# hence Any, which stands for "whatever this engine's configure and choose gave".
ENGINES: Final[tuple[Engine[Any, Any], ...]] = (
    DiceEngine(),
    LimboEngine(),
    RouletteEngine(),
    SlotsEngine(),
    MinesEngine(),
)
"""Every game the house can offer."""

_BY_CODE: Final = {engine.code: engine for engine in ENGINES}


def engine_named(code: str) -> Engine[Any, Any]:
    """The engine of that code.

    Raises:
        UnknownGame: there is none.
    """
    if code not in _BY_CODE:
        raise UnknownGame("There is no such game engine.", field="game")
    return _BY_CODE[code]


def certify(code: str, raw: Mapping[str, object], scheme: Scheme) -> Certificate:
    """The exact figures of a configuration under a scheme.

    Raises:
        UnknownGame: there is no such engine.
        InvalidConfiguration: the values cannot be played, or no exact figures hold for them.
    """
    engine = engine_named(code)
    config = engine.configure(raw)
    top = engine.max_multiplier(config)
    return Certificate(
        engine=code,
        scheme=scheme,
        rtp=engine.rtp(config, scheme),
        hit_rate=engine.hit_rate(config, scheme),
        max_multiplier=multiple_text(top.numerator, top.denominator),
        max_multiplier_chance=engine.max_multiplier_chance(config, scheme),
        paytable_hash=paytable_hash(engine.public_config(config)),
    )


def raw_outcome(draws: Draws, game: str, parameters: Mapping[str, object]) -> object:
    """The raw outcome of any game in the scheme's published terms, JSON-ready.

    Args:
        draws: opened for the round and the game's code.
        game: an engine's code, or a published game that we have no engine for yet.
        parameters: what the outcome depends on beside the draws (``mines``, ``rows``,
            ``segments`` …); for an engine also ``config``, where it is not the shipped one.

    Raises:
        UnknownGame: neither.
        InvalidChoices: a parameter is missing, unknown or out of bounds.
        InvalidConfiguration: ``config`` cannot be played.
    """
    if game in PUBLISHED:
        return published_outcome(draws, game, parameters)
    engine = engine_named(game)
    config = parameters.get("config", {})
    chosen = {name: value for name, value in parameters.items() if name != "config"}
    return engine.outcome_for(engine.configure(_as_mapping(config)), draws, chosen)


def _as_mapping(config: object) -> Mapping[str, object]:
    return config if isinstance(config, Mapping) else {"config": config}
