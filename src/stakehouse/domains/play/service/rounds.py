"""Rounds as members and staff look at them, and the games a member favours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stakehouse.domains.play import store
from stakehouse.domains.play.errors import RoundNotFound
from stakehouse.domains.play.types import RoundRow, RoundStatus, StepView
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import GameId, MemberId, OperationId, RoundId, first_id_at
from stakehouse.kernel.page import Page, encode_cursor


@dataclass(frozen=True, slots=True)
class RoundFilter:
    """What narrows a list of rounds down; ``None`` does not."""

    member_id: MemberId | None = None
    game_id: GameId | None = None
    status: RoundStatus | None = None
    currency: str | None = None
    since: datetime | None = None
    until: datetime | None = None


async def has_open_round(tx: Tx, member_id: MemberId) -> bool:
    """Whether the member has a round that waits for a step."""
    return await store.has_open(tx, member_id)


async def find_rounds(tx: Tx, wanted: RoundFilter, *, after: UUID | None, limit: int) -> Page[RoundRow]:
    """Rounds, the newest first."""
    rows = await store.find(
        tx,
        member_id=wanted.member_id,
        game_id=wanted.game_id,
        status=wanted.status,
        currency=wanted.currency,
        since=first_id_at(wanted.since) if wanted.since is not None else None,
        until=first_id_at(wanted.until) if wanted.until is not None else None,
        after=after,
        limit=limit + 1,
    )
    more = len(rows) > limit
    return Page(rows[:limit], encode_cursor(rows[limit - 1].round_id) if more else None)


async def round_by_id(tx: Tx, round_id: RoundId, *, member_id: MemberId | None = None) -> RoundRow:
    """One round; of the member, if one is given.

    Raises:
        RoundNotFound: there is none, or it is another member's.
    """
    row = await store.by_id(tx, round_id, member_id)
    if row is None:
        raise RoundNotFound("There is no such round.")
    return row


async def steps_of(tx: Tx, rounds: Sequence[RoundId]) -> dict[RoundId, list[StepView]]:
    """The steps of some rounds, in order."""
    return await store.steps(tx, rounds)


async def operations_of(tx: Tx, rows: Sequence[RoundRow]) -> dict[RoundId, list[OperationId]]:
    """The operations of the ledger that some rounds are made of: the bet, then each step."""
    steps = await store.step_operations(tx, [row.round_id for row in rows])
    return {row.round_id: [row.operation_id, *steps.get(row.round_id, ())] for row in rows}


async def open_round_of(tx: Tx, member_id: MemberId, game_id: GameId) -> RoundRow | None:
    """The member's open round of a game, to be gone on with."""
    rows = await store.find(tx, member_id=member_id, game_id=game_id, status=RoundStatus.OPEN, limit=1)
    return rows[0] if rows else None


async def abandoned_rounds(tx: Tx, before: datetime, *, after: UUID | None, limit: int) -> list[RoundRow]:
    """Open rounds that nobody touched since an instant, the newest first, behind ``after``."""
    return await store.abandoned(tx, before, after, limit)


async def favourites(tx: Tx, member_id: MemberId) -> set[GameId]:
    """The games the member marked."""
    return await store.favourites(tx, member_id)


async def mark_favourite(tx: Tx, member_id: MemberId, game_id: GameId, *, is_favourite: bool) -> None:
    """Marks a game, or takes the mark off; either twice changes nothing."""
    if is_favourite:
        await store.add_favourite(tx, member_id, game_id)
    else:
        await store.drop_favourite(tx, member_id, game_id)


async def recent_games(tx: Tx, member_id: MemberId, limit: int) -> list[GameId]:
    """The games of the member's latest rounds, the latest first."""
    return await store.recent_games(tx, member_id, limit)
