"""Use cases of play: the wallet engine's plan, the catalogue, rounds."""

from stakehouse.domains.play.service.catalogue import Catalogue
from stakehouse.domains.play.service.rounds import has_open_round
from stakehouse.domains.play.service.wallet_plan import WalletPlan

__all__ = ["Catalogue", "WalletPlan", "has_open_round"]
