"""Rounds with what proves them: the commitment, and after its reveal the server seed.

And the work owed when a member keeps out: what they left open is settled by rule.
"""

from collections.abc import Sequence

from stakehouse.domains.games import store
from stakehouse.domains.jackpots import wins_of
from stakehouse.domains.play import (
    FairnessView,
    JackpotWinView,
    Offer,
    RoundRow,
    RoundView,
    steps_of,
    view_of,
)
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import format_units

SETTLE_OPEN_OF = "games.settle_open_of"
"""The job that settles all open rounds of one member."""


def owe_settling(tx: Tx, member_id: MemberId) -> None:
    """Owes the settling of what a member left open, because they cannot come back to finish it."""
    tx.defer(deferred(SETTLE_OPEN_OF, member_id))


async def views(tx: Tx, offer: Offer, rows: Sequence[RoundRow]) -> list[RoundView]:
    """The rounds as every face shows them."""
    ids = [row.round_id for row in rows]
    steps = await steps_of(tx, ids)
    wins = await wins_of(tx, ids)
    games = {game.id: game for game in offer.games.values()}
    pairs = await store.pairs_by_id(tx, {(row.member_id, row.pair_id) for row in rows})
    shown = []
    for row in rows:
        pair = pairs[row.pair_id]
        currency = offer.currencies[row.currency]
        won = [
            JackpotWinView(jackpot.name, jackpot.level.value, format_units(units, currency.scale))
            for jackpot, units in wins.get(row.round_id, ())
        ]
        fairness = FairnessView(
            pair.scheme, pair.server_seed_hash, pair.client_seed, row.nonce, pair.server_seed
        )
        shown.append(
            view_of(
                row,
                games[row.game_id],
                currency,
                fairness,
                steps=steps.get(row.round_id),
                jackpot_wins=won,
            )
        )
    return shown
