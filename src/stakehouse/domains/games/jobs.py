"""What the games do by the clock and from the queue: seeds change daily, rounds left open are settled."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import structlog

from stakehouse.domains.games.service.bets import Wallets, abandon_act
from stakehouse.domains.games.service.rounds import SETTLE_OPEN_OF
from stakehouse.domains.games.service.seeds import Entropy, Sealer, due_for_rotation, rotate
from stakehouse.domains.games.types import GameSettings
from stakehouse.domains.play import (
    Catalogue,
    Offer,
    RoundClosed,
    RoundFilter,
    RoundOpen,
    RoundRow,
    RoundStatus,
    abandoned_rounds,
    find_rounds,
)
from stakehouse.domains.tenancy import owe_to_each, setting
from stakehouse.infra.jobs import Job, JobContext, Schedule, deferred
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import MemberId, TenantId
from stakehouse.kernel.page import decode_cursor

PAGE = 200
LIMIT_S = 300.0

ROTATE = "games.rotate_seeds"
SETTLE = "games.settle_abandoned"

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Croupier:
    """What these jobs work with, handed in by the wiring."""

    catalogue: Catalogue
    wallets: Wallets
    sealer: Sealer
    entropy: Entropy


def jobs(croupier: Croupier) -> tuple[Job, ...]:
    """The sorts of work, over what the wiring hands in."""

    async def rotate_every(job: JobContext) -> None:
        await _owe(job, ROTATE)

    async def settle_every(job: JobContext) -> None:
        await _owe(job, SETTLE)

    async def rotate_seeds(job: JobContext) -> None:
        await _rotate_seeds(job, croupier)

    async def settle_abandoned(job: JobContext) -> None:
        await _settle_abandoned(job, croupier)

    async def settle_open_of(job: JobContext) -> None:
        await _settle_open_of(job, croupier, MemberId(job.arguments(UUID)))

    return (
        Job("games.rotate_all_seeds", rotate_every, retries=0),
        Job(ROTATE, rotate_seeds, retries=2, timeout_s=LIMIT_S),
        Job("games.settle_all_abandoned", settle_every, retries=0),
        Job(SETTLE, settle_abandoned, retries=2, timeout_s=LIMIT_S),
        Job(SETTLE_OPEN_OF, settle_open_of, timeout_s=LIMIT_S),
    )


SCHEDULES = (
    Schedule("games.rotate_all_seeds", "*/10 * * * *", "games.rotate_all_seeds"),
    Schedule("games.settle_all_abandoned", "5-59/10 * * * *", "games.settle_all_abandoned"),
)


async def _owe(job: JobContext, name: str) -> None:
    async with job.begin() as tx:
        await owe_to_each(tx, deferred(name, dedupe=name))


async def _rotate_seeds(job: JobContext, croupier: Croupier) -> None:
    """Rotates each pair that is due, in a transaction of its own: nobody waits for the others."""
    after: MemberId | None = None
    while True:
        async with job.begin() as tx:
            asked = await setting(tx, GameSettings)
            due = await due_for_rotation(
                tx,
                older_than=tx.now - timedelta(hours=asked.rotate_after_hours),
                rounds_max=asked.rotate_after_rounds,
                after=after,
                limit=PAGE,
            )
        for member_id in due:
            await _rotate(job, croupier, member_id)
        if len(due) < PAGE:
            return
        after = due[-1]


async def _rotate(job: JobContext, croupier: Croupier, member_id: MemberId) -> None:
    try:
        async with job.begin() as tx:
            await rotate(tx, member_id, sealer=croupier.sealer, entropy=croupier.entropy)
    except RoundOpen:
        # The seed would tell how that round ends; the pair stays due until it is finished.
        _log.info("seeds.rotation_waits", member_id=str(member_id))


async def _settle_abandoned(job: JobContext, croupier: Croupier) -> None:
    """Settles each round that was left open too long by the rule of its game."""
    offer = await croupier.catalogue.offer(job.tenant_id)
    after: UUID | None = None
    while True:
        async with job.begin() as tx:
            asked = await setting(tx, GameSettings)
            before = tx.now - timedelta(hours=asked.abandon_after_hours)
            left = await abandoned_rounds(tx, before, after=after, limit=PAGE)
        for row in left:
            await _settle(job.tenant_id, croupier.wallets, offer, row)
        if len(left) < PAGE:
            return
        after = left[-1].round_id


async def _settle_open_of(job: JobContext, croupier: Croupier, member_id: MemberId) -> None:
    """Settles each open round of a member by the rule of its game.

    Whoever was excluded before this bets no more, so what is found is all there is; what cannot be
    settled now is found by the sweep of abandoned rounds.
    """
    offer = await croupier.catalogue.offer(job.tenant_id)
    wanted = RoundFilter(member_id=member_id, status=RoundStatus.OPEN)
    after: UUID | None = None
    while True:
        async with job.begin() as tx:
            page = await find_rounds(tx, wanted, after=after, limit=PAGE)
        for row in page.items:
            await _settle(job.tenant_id, croupier.wallets, offer, row)
        after = decode_cursor(page.next)
        if after is None:
            return


async def _settle(tenant_id: TenantId, wallets: Wallets, offer: Offer, row: RoundRow) -> None:
    games = {game.id: game for game in offer.games.values()}
    try:
        await wallets.submit(
            abandon_act(
                tenant_id,
                offer.currencies[row.currency],
                games[row.game_id],
                row,
                time_zone=offer.time_zone,
                terms=offer.terms_of(games[row.game_id]),
            )
        )
    except RoundClosed:
        return  # its player came back meanwhile
    except Refusal as refusal:
        # One that cannot be settled must not keep the others waiting; it is tried again next time.
        _log.warning("round.not_settled", round_id=str(row.round_id), code=refusal.code)
