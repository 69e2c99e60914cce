"""What was played, by time: sums that the reports are made of."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from stakehouse.domains.compliance import PlayHour
from stakehouse.domains.play import store
from stakehouse.domains.play.types import GameFigures
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, first_id_at


async def figures(tx: Tx, currency: str, bounds: Sequence[datetime]) -> list[list[GameFigures]]:
    """What was bet and won at each game, by the moment of the bet.

    Args:
        tx: the transaction.
        currency: of the amounts.
        bounds: two instants or more, rising; neighbours bound a span, the later one outside it.

    Answers:
        For each span the games that were played in it.
    """
    return await store.figures(tx, currency, [first_id_at(bound) for bound in bounds])


async def active_members(tx: Tx, currency: str, since: datetime, until: datetime) -> int:
    """How many members bet from an instant to before another."""
    return await store.active_members(tx, currency, first_id_at(since), first_id_at(until))


async def hours_played(tx: Tx, since: datetime, until: datetime) -> Mapping[MemberId, Sequence[PlayHour]]:
    """What each member played from one full hour to before another, by the moment of the bet."""
    count = (until - since) // timedelta(hours=1)
    return await store.hours_played(tx, [since + timedelta(hours=hour) for hour in range(count + 1)])
