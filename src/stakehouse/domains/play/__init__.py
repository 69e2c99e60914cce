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
from stakehouse.domains.play.service import (
    Catalogue,
    Offer,
    RoundFilter,
    WalletPlan,
    abandoned_rounds,
    add_game,
    favourites,
    find_rounds,
    has_open_round,
    mark_favourite,
    open_round_of,
    recent_games,
    round_by_id,
    steps_of,
)
from stakehouse.domains.play.types import (
    Bet,
    BetAnswer,
    FairnessView,
    GameTerms,
    JackpotWinView,
    Outcome,
    RoundRow,
    RoundStatus,
    RoundView,
    Scene,
    StakeLimits,
    Step,
    StepView,
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
    "JackpotWinView",
    "Offer",
    "Outcome",
    "Part",
    "RoundClosed",
    "RoundFilter",
    "RoundNotFound",
    "RoundOpen",
    "RoundRow",
    "RoundStatus",
    "RoundView",
    "Scene",
    "StakeLimits",
    "StakeOutOfRange",
    "Step",
    "StepView",
    "WalletAct",
    "WalletPlan",
    "abandoned_rounds",
    "add_game",
    "favourites",
    "find_rounds",
    "has_open_round",
    "mark_favourite",
    "open_round_of",
    "recent_games",
    "round_by_id",
    "steps_of",
    "view_of",
]
