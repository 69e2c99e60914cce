"""Use cases of play: the wallet engine's plan, the catalogue, rounds."""

from stakehouse.domains.play.service.at_hand import AtHand
from stakehouse.domains.play.service.catalogue import Catalogue, Offer, add_game, has_game
from stakehouse.domains.play.service.figures import active_members, figures, hours_played
from stakehouse.domains.play.service.rounds import (
    RoundFilter,
    abandoned_rounds,
    favourites,
    find_rounds,
    has_open_round,
    mark_favourite,
    open_round_of,
    operations_of,
    recent_games,
    round_by_id,
    steps_of,
)
from stakehouse.domains.play.service.wallet_plan import WalletPlan
from stakehouse.domains.play.store import count_open_rounds, gather_evidence

__all__ = [
    "AtHand",
    "Catalogue",
    "Offer",
    "RoundFilter",
    "WalletPlan",
    "abandoned_rounds",
    "active_members",
    "add_game",
    "count_open_rounds",
    "favourites",
    "figures",
    "find_rounds",
    "gather_evidence",
    "has_game",
    "has_open_round",
    "hours_played",
    "mark_favourite",
    "open_round_of",
    "operations_of",
    "recent_games",
    "round_by_id",
    "steps_of",
]
