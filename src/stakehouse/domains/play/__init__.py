"""Play: the catalogue of games and the round, whoever computes the outcome.

Owns games of a tenant, rounds and steps, and the bet in thirteen phases. Promises: a stake is
debited, decided and settled in one transaction; a key has one effect and one answer; a round is
never lost. Does not compute outcomes: own engines (games) and outside studios (providers) do.
"""

from stakehouse.domains.play.errors import (
    CurrencyNotPlayable,
    GameClosed,
    GameNotFound,
    RoundClosed,
    RoundNotFound,
    RoundOpen,
    StakeOutOfRange,
)
from stakehouse.domains.play.ports import Part
from stakehouse.domains.play.rules import view_of
from stakehouse.domains.play.service import Catalogue, WalletPlan, has_open_round
from stakehouse.domains.play.types import (
    Bet,
    BetAnswer,
    FairnessView,
    GameTerms,
    Outcome,
    RoundRow,
    RoundStatus,
    RoundView,
    Scene,
    StakeLimits,
    Step,
    WalletAct,
)

__all__ = [
    "Bet",
    "BetAnswer",
    "Catalogue",
    "CurrencyNotPlayable",
    "FairnessView",
    "GameClosed",
    "GameNotFound",
    "GameTerms",
    "Outcome",
    "Part",
    "RoundClosed",
    "RoundNotFound",
    "RoundOpen",
    "RoundRow",
    "RoundStatus",
    "RoundView",
    "Scene",
    "StakeLimits",
    "StakeOutOfRange",
    "Step",
    "WalletAct",
    "WalletPlan",
    "has_open_round",
    "view_of",
]
