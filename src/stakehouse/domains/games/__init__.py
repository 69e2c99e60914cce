"""Games: our own engines and provable fairness.

Owns the engines (pure: configuration, choices and draws in; outcome and payout out), the fairness
schemes with their seeds and nonces, and the published algorithms by which anyone verifies a round.
Promises that an outcome depends on nothing else, that every return is exact and inside the
tenant's band before a game goes live, and that no seed is shown while a round under it is open.
"""

from stakehouse.domains.games.engines import ENGINES, certify, engine_named, raw_outcome
from stakehouse.domains.games.errors import (
    ExposureTooLarge,
    InvalidChoices,
    InvalidConfiguration,
    InvalidSeed,
    ReturnOutOfBand,
    UnknownGame,
)
from stakehouse.domains.games.ports import Engine
from stakehouse.domains.games.rules.draws import (
    NONCE_FIRST,
    Draws,
    check_client_seed,
    check_game,
    check_nonce,
    check_server_seed,
    commitment,
    open_draws,
)
from stakehouse.domains.games.rules.multiples import check_band, paytable_hash
from stakehouse.domains.games.service.catalogue import NewGame, prove, publish
from stakehouse.domains.games.types import Certificate, GameSettings, Play, Scheme

__all__ = [
    "ENGINES",
    "NONCE_FIRST",
    "Certificate",
    "Draws",
    "Engine",
    "ExposureTooLarge",
    "GameSettings",
    "InvalidChoices",
    "InvalidConfiguration",
    "InvalidSeed",
    "NewGame",
    "Play",
    "ReturnOutOfBand",
    "Scheme",
    "UnknownGame",
    "certify",
    "check_band",
    "check_client_seed",
    "check_game",
    "check_nonce",
    "check_server_seed",
    "commitment",
    "engine_named",
    "open_draws",
    "paytable_hash",
    "prove",
    "publish",
    "raw_outcome",
]
