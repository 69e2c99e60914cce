"""The staff's side of the games: rounds as members saw them, and the catalogue with its certificates."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import JsonValue

from stakehouse.domains.games.engines import engine_named
from stakehouse.domains.games.http.player import (
    Games,
    RoundOut,
    StakeLimitsOut,
    Table,
    as_json,
    aware,
    game_named,
    limits_out,
    raw,
)
from stakehouse.domains.games.rules.multiples import multiple_text
from stakehouse.domains.games.service.bets import config_of
from stakehouse.domains.games.service.catalogue import certificates
from stakehouse.domains.games.service.rounds import views
from stakehouse.domains.games.types import Certificate, Scheme
from stakehouse.domains.identity import MemberNotFound, member, members_by_id
from stakehouse.domains.play import (
    GameNotFound,
    GameTerms,
    Offer,
    RoundFilter,
    RoundNotFound,
    RoundRow,
    RoundStatus,
    find_rounds,
    round_by_id,
)
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId, RoundId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor, decode_cursor


class PlayerOut(Answer):
    """Whose round it is."""

    id: str
    username: str


class StaffRoundOut(RoundOut):
    """A round as the member sees it, and whose it is."""

    member: PlayerOut


class RecalledRoundOut(StaffRoundOut):
    """A round with what its drawing and its proof need: the engine and its configuration at the time.

    ``config`` is null once the game has moved on to another version.
    """

    engine: str
    config: dict[str, JsonValue] | None


class WayOut(Answer):
    """The exact figures of one way of betting: as percentages, and as fractions to the last digit."""

    way: str
    rtp: str
    rtp_exact: str
    hit_rate: str | None


class CertificateOut(Answer):
    """What is proven of a configuration under one fairness scheme."""

    scheme: Scheme
    rtp: str
    max_multiplier: str
    ways: list[WayOut]


class StaffGameOut(Answer):
    """A game of the catalogue with its certificates."""

    slug: str
    title: str
    engine: str
    category: str
    is_open: bool
    rtp: str
    hit_rate: str
    max_multiplier: str
    config_version: int
    config_hash: str
    limits: list[StakeLimitsOut]
    certificates: list[CertificateOut]


class RoundsQuery:
    """What narrows the staff's lists of rounds down."""

    def __init__(
        self,
        game: Annotated[str | None, Query(max_length=64)] = None,
        status: Annotated[RoundStatus | None, Query()] = None,
        currency: Annotated[str | None, Query(pattern="^[A-Z0-9]{3,8}$")] = None,
        since: Annotated[datetime | None, Query(alias="from")] = None,
        until: Annotated[datetime | None, Query(alias="to")] = None,
        cursor: Annotated[str | None, Query(max_length=64)] = None,
        limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
    ) -> None:
        """Keeps the filters."""
        self.game = game
        self.status = status
        self.currency = currency
        self.since = aware(since, "from")
        self.until = aware(until, "to")
        self.cursor = cursor
        self.limit = limit

    def of(self, member_id: MemberId | None, offer: Offer) -> RoundFilter:
        """The filter, for one member or for all."""
        return RoundFilter(
            member_id=member_id,
            game_id=game_named(offer, self.game).id if self.game else None,
            status=self.status,
            currency=self.currency,
            since=self.since,
            until=self.until,
        )


router = APIRouter(tags=["games"])


@router.get(
    "/rounds",
    dependencies=[staff("rounds:view")],
    response_model=ListAnswer[StaffRoundOut],
    responses=refuses(InvalidCursor, GameNotFound),
)
async def rounds(
    tx: UnitOfWork,
    table: Games,
    query: Annotated[RoundsQuery, Depends()],
    member_id: Annotated[UUID | None, Query()] = None,
) -> Response:
    """The tenant's rounds, the newest first."""
    return await _page(tx, table, query, MemberId(member_id) if member_id is not None else None)


@router.get(
    "/members/{member_id}/rounds",
    dependencies=[staff("rounds:view")],
    response_model=ListAnswer[StaffRoundOut],
    responses=refuses(InvalidCursor, GameNotFound, MemberNotFound),
)
async def member_rounds(
    tx: UnitOfWork, table: Games, member_id: UUID, query: Annotated[RoundsQuery, Depends()]
) -> Response:
    """A member's rounds, the newest first."""
    return await _page(tx, table, query, (await member(tx, member_id)).member_id)


@router.get(
    "/rounds/{round_id}",
    dependencies=[staff("rounds:view")],
    response_model=RecalledRoundOut,
    responses=refuses(RoundNotFound),
)
async def round_(tx: UnitOfWork, table: Games, round_id: UUID) -> Response:
    """One round with its steps and its proof; the server seed only once its pair is over."""
    row = await round_by_id(tx, RoundId(round_id))
    offer = await table.catalogue.offer(tx.tenant_id)
    [shown] = await _shown(tx, offer, [row])
    return raw(as_json(shown | _played_under(row, offer)))


def _played_under(row: RoundRow, offer: Offer) -> dict[str, object]:
    """The engine of a round and its public configuration, as far as the catalogue still holds it."""
    [game] = [game for game in offer.games.values() if game.id == row.game_id]
    engine = engine_named(game.engine)
    is_current = game.config_version == row.config_version
    return {
        "engine": game.engine,
        "config": engine.public_config(config_of(game, engine)) if is_current else None,
    }


@router.get("/games", dependencies=[staff("games:view")])
async def games(tx: UnitOfWork, table: Games) -> ListAnswer[StaffGameOut]:
    """The catalogue in the lobby's order, with what is proven of each configuration."""
    offer = await table.catalogue.offer(tx.tenant_id)
    return ListAnswer(items=[_game(game, offer) for game in offer.games.values()])


async def _page(tx: Tx, table: Table, query: RoundsQuery, member_id: MemberId | None) -> Response:
    offer = await table.catalogue.offer(tx.tenant_id)
    page = await find_rounds(
        tx, query.of(member_id, offer), after=decode_cursor(query.cursor), limit=query.limit
    )
    return raw(as_json({"items": await _shown(tx, offer, page.items), "next": page.next}))


async def _shown(tx: Tx, offer: Offer, rows: Sequence[RoundRow]) -> list[dict[str, object]]:
    """The rounds as members see them, each with its member."""
    members = await members_by_id(tx, {row.member_id for row in rows})
    return [
        {name: getattr(view, name) for name in view.__struct_fields__}
        | {"member": {"id": str(row.member_id), "username": members[row.member_id].username}}
        for row, view in zip(rows, await views(tx, offer, rows), strict=True)
    ]


def _game(game: GameTerms, offer: Offer) -> StaffGameOut:
    return StaffGameOut(
        slug=game.slug,
        title=game.title,
        engine=game.engine,
        category=game.category,
        is_open=game.is_open,
        rtp=game.rtp,
        hit_rate=game.hit_rate,
        max_multiplier=game.max_multiplier,
        config_version=game.config_version,
        config_hash=game.config_hash,
        limits=limits_out(game, offer),
        certificates=[_certificate(one) for one in certificates(game)],
    )


def _certificate(one: Certificate) -> CertificateOut:
    return CertificateOut(
        scheme=one.scheme,
        rtp=percent(min(one.rtp.values())),
        max_multiplier=one.max_multiplier,
        ways=[
            WayOut(
                way=way,
                rtp=percent(share),
                rtp_exact=f"{share.numerator}/{share.denominator}",
                hit_rate=percent(one.hit_rate[way]) if way in one.hit_rate else None,
            )
            for way, share in one.rtp.items()
        ],
    )


def percent(share: Fraction) -> str:
    """A share in percent with two to eight decimals, rounded down."""
    return multiple_text(share.numerator * 100, share.denominator)
