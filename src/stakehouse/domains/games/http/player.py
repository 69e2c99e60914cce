"""The player's side of the games: lobby, bets and steps, rounds, fairness."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from pydantic import Field, JsonValue

from stakehouse.domains.compliance import Excluded, LimitReached, RealityCheckDue
from stakehouse.domains.games.engines import engine_named
from stakehouse.domains.games.errors import InvalidChoices, InvalidSeed
from stakehouse.domains.games.http.fast import UnknownCurrency
from stakehouse.domains.games.service import seeds
from stakehouse.domains.games.service.bets import StepRequest, Wallets, config_of, step_act
from stakehouse.domains.games.service.rounds import views
from stakehouse.domains.games.types import Scheme
from stakehouse.domains.identity import AccountLimited, AccountPending
from stakehouse.domains.ledger import InsufficientFunds
from stakehouse.domains.play import (
    Catalogue,
    GameClosed,
    GameNotFound,
    GameTerms,
    Offer,
    RoundClosed,
    RoundFilter,
    RoundNotFound,
    RoundOpen,
    RoundStatus,
    StakeOutOfRange,
    favourites,
    find_rounds,
    mark_favourite,
    open_round_of,
    recent_games,
    round_by_id,
)
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import tenant_of
from stakehouse.infra.web.guard import member, visitor
from stakehouse.infra.web.once import IdempotencyKeyMissing, check_key, content_hash
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment
from stakehouse.infra.web.shapes import Request as Body
from stakehouse.infra.web.unit_of_work import UnitOfWork, begin_for
from stakehouse.kernel.errors import IdempotencyConflict, Invalid
from stakehouse.kernel.ids import MemberId, RoundId
from stakehouse.kernel.money import InvalidAmount, format_units
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, decode_cursor, encode_cursor

RECENT_MAX = 12
OWN_SHELVES = frozenset({"recent", "favourites"})
"""Categories that hold something of a member only."""
YEAR_FIRST, YEAR_LAST = 1971, 9000

_encode = msgspec.json.Encoder().encode
Slug = Annotated[str, Path(pattern="^[a-z0-9-]{1,64}$")]


@dataclass(frozen=True, slots=True)
class Table:
    """What the games' routes work with, handed in by the wiring."""

    catalogue: Catalogue
    wallets: Wallets
    sealer: seeds.Sealer
    entropy: seeds.Entropy


class GameOut(Answer):
    """A game in the lobby; stakes by the first currency it is offered in, and all by currency."""

    slug: str
    title: str
    engine: str
    category: str
    rtp: str
    min_stake: str
    max_stake: str
    currencies: list[str]
    is_open: bool
    favourite: bool


class StakeLimitsOut(Answer):
    """What may be staked and won in one currency."""

    currency: str
    min_stake: str
    max_stake: str
    max_payout: str


class FairnessIn(Answer):
    """The proof of a round."""

    scheme: str
    server_seed_hash: str
    client_seed: str
    nonce: int
    server_seed: str | None


class StepOut(Answer):
    """A step of a round."""

    action: str
    choices: JsonValue
    outcome: JsonValue
    at: str


class JackpotWinOut(Answer):
    """A pool won by a round."""

    jackpot: str
    level: str
    amount: str


class RoundOut(Answer):
    """A round; ``server_seed`` is there once the pair was rotated."""

    id: str
    game: str
    currency: str
    stake: str
    payout: str
    multiplier: str
    choices: JsonValue
    outcome: JsonValue
    status: Literal["open", "settled", "void"]
    fairness: FairnessIn
    steps: list[StepOut]
    actions: list[str]
    jackpot_wins: list[JackpotWinOut]
    created_at: str
    settled_at: str | None


class BetWalletOut(Answer):
    """The accounts a bet can touch, after it."""

    main: str
    bonus: str


class BetOut(Answer):
    """A bet's answer."""

    round: RoundOut
    wallet: BetWalletOut


class GameDetailOut(GameOut):
    """A game with all that its page needs."""

    config: dict[str, JsonValue]
    config_version: int
    config_hash: str
    rules: str
    hit_rate: str
    max_win: str
    limits: list[StakeLimitsOut]
    open_round: RoundOut | None


class BetIn(Body):
    """A bet; the choices are the engine's to read."""

    game: str = Field(pattern="^[a-z0-9-]{1,64}$")
    currency: str = Field(pattern="^[A-Z0-9]{3,8}$")
    stake: str = Field(examples=["1.00"])
    choices: dict[str, JsonValue]


class StepIn(Body):
    """A step of an open round."""

    action: str = Field(pattern="^[a-z_]{1,32}$")
    choices: dict[str, JsonValue] = Field(default_factory=dict)


class FairnessOut(Answer):
    """The pair in force."""

    scheme: Scheme
    server_seed_hash: str
    next_server_seed_hash: str
    client_seed: str
    nonce: int


class RotateIn(Body):
    """What the new pair shall be; both are optional."""

    client_seed: str | None = None
    scheme: Scheme | None = None


class RevealedOut(Answer):
    """A pair that is over."""

    server_seed: str
    server_seed_hash: str
    client_seed: str
    scheme: Scheme
    rounds: int
    started_at: Moment
    revealed_at: Moment


class RotatedOut(Answer):
    """The revealed pair and the one in force."""

    revealed: RevealedOut
    current: FairnessOut


def game_out(game: GameTerms, offer: Offer, *, is_favourite: bool) -> GameOut:
    """A game as the lobby shows it."""
    first = next(iter(sorted(game.limits)), None)
    limits = game.limits[first] if first is not None else None
    scale = offer.currencies[first].scale if first is not None else 0
    return GameOut(
        slug=game.slug,
        title=game.title,
        engine=game.engine,
        category=game.category,
        rtp=game.rtp,
        min_stake=format_units(limits.stake_min if limits else 0, scale),
        max_stake=format_units(limits.stake_max if limits else 0, scale),
        currencies=sorted(game.limits),
        is_open=game.is_open,
        favourite=is_favourite,
    )


def limits_out(game: GameTerms, offer: Offer) -> list[StakeLimitsOut]:
    """A game's limits by currency."""
    return [
        StakeLimitsOut(
            currency=code,
            min_stake=format_units(limits.stake_min, offer.currencies[code].scale),
            max_stake=format_units(limits.stake_max, offer.currencies[code].scale),
            max_payout=format_units(limits.payout_max, offer.currencies[code].scale),
        )
        for code, limits in sorted(game.limits.items())
    ]


def as_json(value: Any) -> bytes:  # noqa: ANN401 - any wire shape
    """The bytes of a msgspec shape; raw parts go through as they are."""
    return _encode(value)


def raw(body: bytes, status: int = 200) -> Response:
    """An answer from bytes that are JSON already."""
    return Response(body, status, {"content-type": "application/json", "cache-control": "no-store"})


def game_named(offer: Offer, slug: str) -> GameTerms:
    """The tenant's game.

    Raises:
        GameNotFound: there is none of that name.
    """
    game = offer.games.get(slug)
    if game is None:
        raise GameNotFound("There is no such game here.", field="game")
    return game


def aware(moment: datetime | None, field: str) -> datetime | None:
    """The moment, if it names its offset.

    Raises:
        Invalid: it does not, or lies outside the times that ids can name.
    """
    if moment is None:
        return None
    if moment.tzinfo is None or not YEAR_FIRST <= moment.year <= YEAR_LAST:
        raise Invalid("Give the time in RFC 3339 with an offset, such as 2026-01-31T12:00:00Z.", field=field)
    return moment


def member_of(tx: Tx) -> MemberId:
    """The member who asks."""
    assert tx.actor.member_id is not None, "the guard lets members only in"
    return MemberId(tx.actor.member_id)


def table_of(request: Request) -> Table:
    """The table that the wiring laid for this application."""
    table: Table = request.app.state.games
    return table


Games = Annotated[Table, Depends(table_of)]

router = APIRouter(tags=["games"], dependencies=[member()])
lobby_router = APIRouter(tags=["games"], dependencies=[visitor("the lobby is seen before signing in")])


@lobby_router.get("/games")
async def games(
    tx: UnitOfWork,
    table: Games,
    category: Annotated[str | None, Query(max_length=32)] = None,
    query: Annotated[str | None, Query(max_length=64)] = None,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[GameOut]:
    """The lobby: by category (``recent`` and ``favourites`` are the member's own) and words."""
    offer = await table.catalogue.offer(tx.tenant_id)
    visitor_id = tx.actor.member_id
    marked = await favourites(tx, member_of(tx)) if visitor_id is not None else set()
    found = list(offer.games.values()) if offer.gaming else []
    if category in OWN_SHELVES and visitor_id is None:
        found = []
    elif category == "recent":
        order = {game_id: at for at, game_id in enumerate(await recent_games(tx, member_of(tx), RECENT_MAX))}
        found = sorted((game for game in found if game.id in order), key=lambda game: order[game.id])
    elif category == "favourites":
        found = [game for game in found if game.id in marked]
    elif category:
        found = [game for game in found if game.category == category]
    if query:
        found = [game for game in found if query.casefold() in f"{game.title} {game.slug}".casefold()]
    after = decode_cursor(cursor)
    if after is not None:
        at = next((index for index, game in enumerate(found) if game.id == after), -1)
        found = found[at + 1 :] if at >= 0 else []
    page = found[:limit]
    following = encode_cursor(page[-1].id) if len(found) > limit else None
    return ListAnswer(
        items=[game_out(game, offer, is_favourite=game.id in marked) for game in page], next=following
    )


@lobby_router.get("/games/{slug}", response_model=GameDetailOut, responses=refuses(GameNotFound))
async def game(tx: UnitOfWork, table: Games, slug: Slug) -> Response:
    """A game with its configuration, exact figures, limits and the member's open round."""
    offer = await table.catalogue.offer(tx.tenant_id)
    found = game_named(offer, slug)
    is_member = tx.actor.member_id is not None
    marked = await favourites(tx, member_of(tx)) if is_member else set()
    engine = engine_named(found.engine)
    open_round = await open_round_of(tx, member_of(tx), found.id) if is_member else None
    shown = await views(tx, offer, [open_round]) if open_round is not None else []
    base = game_out(found, offer, is_favourite=found.id in marked)
    body = {
        **base.model_dump(),
        "config": engine.public_config(config_of(found, engine)),
        "config_version": found.config_version,
        "config_hash": found.config_hash,
        "rules": f"games.{found.engine}.rules",
        "hit_rate": found.hit_rate,
        "max_win": found.max_multiplier,
        "limits": [one.model_dump() for one in limits_out(found, offer)],
        "open_round": shown[0] if shown else None,
    }
    return raw(as_json(body))


@router.put("/games/{slug}/favourite", status_code=204, responses=refuses(GameNotFound))
async def favour(tx: UnitOfWork, table: Games, slug: Slug) -> None:
    """Marks a game as a favourite."""
    found = game_named(await table.catalogue.offer(tx.tenant_id), slug)
    await mark_favourite(tx, member_of(tx), found.id, is_favourite=True)


@router.delete("/games/{slug}/favourite", status_code=204, responses=refuses(GameNotFound))
async def unfavour(tx: UnitOfWork, table: Games, slug: Slug) -> None:
    """Takes the mark off."""
    found = game_named(await table.catalogue.offer(tx.tenant_id), slug)
    await mark_favourite(tx, member_of(tx), found.id, is_favourite=False)


@router.post(
    "/bets",
    status_code=201,
    response_model=BetOut,
    responses=refuses(
        InsufficientFunds,
        LimitReached,
        Excluded,
        RealityCheckDue,
        AccountLimited,
        AccountPending,
        GameClosed,
        GameNotFound,
        IdempotencyConflict,
        RoundOpen,
        StakeOutOfRange,
        InvalidChoices,
        InvalidAmount,
        UnknownCurrency,
        IdempotencyKeyMissing,
    ),
)
async def bet(
    request: Request, body: BetIn, idempotency_key: Annotated[str, Header(min_length=1, max_length=255)]
) -> None:
    """Bets and settles in one transaction; the front serves it on the fast way (``fast.py``)."""
    del request, body, idempotency_key
    raise AssertionError("the front serves this path before the framework sees it")


@router.post(
    "/rounds/{round_id}/steps",
    status_code=200,
    response_model=BetOut,
    responses=refuses(
        RoundNotFound, RoundClosed, Excluded, InvalidChoices, IdempotencyConflict, IdempotencyKeyMissing
    ),
)
async def step(
    request: Request,
    table: Games,
    round_id: UUID,
    body: StepIn,
    idempotency_key: Annotated[str | None, Header(description="1 to 255 visible characters")] = None,
) -> Response:
    """Takes a further step in an open round."""
    key = check_key(idempotency_key)
    tenant = await tenant_of(request)
    offer = await table.catalogue.offer(tenant.id)
    async with begin_for(request, tenant.id) as tx:
        # Only what never changes is taken from here; the engine reads the round under its lock.
        row = await round_by_id(tx, RoundId(round_id), member_id=member_of(tx))
    games_by_id = {found.id: found for found in offer.games.values()}
    asked = StepRequest(
        tenant_id=tenant.id,
        member_id=row.member_id,
        currency=offer.currencies[row.currency],
        round_id=row.round_id,
        game=games_by_id[row.game_id],
        action=body.action,
        choices=_plain(body.choices),
        key=key,
        request_hash=content_hash("POST", request.url.path, await request.body())[:16],
        time_zone=offer.time_zone,
        terms=offer.terms_of(games_by_id[row.game_id]),
    )
    return raw(await table.wallets.submit(step_act(asked)))


@router.get("/rounds", response_model=ListAnswer[RoundOut])
async def rounds(
    tx: UnitOfWork,
    table: Games,
    game: Annotated[str | None, Query(max_length=64)] = None,
    status: Annotated[RoundStatus | None, Query()] = None,
    currency: Annotated[str | None, Query(pattern="^[A-Z0-9]{3,8}$")] = None,
    since: Annotated[datetime | None, Query(alias="from")] = None,
    until: Annotated[datetime | None, Query(alias="to")] = None,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Response:
    """The member's rounds, the newest first."""
    offer = await table.catalogue.offer(tx.tenant_id)
    wanted = RoundFilter(
        member_id=member_of(tx),
        game_id=game_named(offer, game).id if game else None,
        status=status,
        currency=currency,
        since=aware(since, "from"),
        until=aware(until, "to"),
    )
    page = await find_rounds(tx, wanted, after=decode_cursor(cursor), limit=limit)
    return raw(as_json({"items": await views(tx, offer, page.items), "next": page.next}))


@router.get("/rounds/{round_id}", response_model=RoundOut, responses=refuses(RoundNotFound))
async def round_(tx: UnitOfWork, table: Games, round_id: UUID) -> Response:
    """One round of the member, with its proof."""
    row = await round_by_id(tx, RoundId(round_id), member_id=member_of(tx))
    offer = await table.catalogue.offer(tx.tenant_id)
    return raw(as_json((await views(tx, offer, [row]))[0]))


@router.get("/fairness")
async def fairness(tx: UnitOfWork, table: Games) -> FairnessOut:
    """The commitments and the client seed in force, and the nonce of the next round."""
    found = await seeds.fairness(tx, member_of(tx), sealer=table.sealer, entropy=table.entropy)
    return _fairness(found)


@router.post("/fairness/rotate", responses=refuses(RoundOpen, InvalidSeed))
async def rotate(tx: UnitOfWork, table: Games, body: RotateIn) -> RotatedOut:
    """Reveals the server seed in force and starts the pair already committed."""
    revealed, current = await seeds.rotate(
        tx,
        member_of(tx),
        sealer=table.sealer,
        entropy=table.entropy,
        client_seed=body.client_seed,
        scheme=body.scheme,
    )
    return RotatedOut(revealed=_revealed(revealed), current=_fairness(current))


@router.get("/fairness/history")
async def history(
    tx: UnitOfWork,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[RevealedOut]:
    """The member's revealed pairs, the newest first."""
    page = await seeds.history(tx, member_of(tx), after=decode_cursor(cursor), limit=limit)
    return ListAnswer(items=[_revealed(one) for one in page.items], next=page.next)


def _plain(choices: Mapping[str, Any]) -> dict[str, object]:
    return dict(choices)


def _fairness(found: seeds.Fairness) -> FairnessOut:
    return FairnessOut(
        scheme=found.scheme,
        server_seed_hash=found.server_seed_hash,
        next_server_seed_hash=found.next_server_seed_hash,
        client_seed=found.client_seed,
        nonce=found.nonce,
    )


def _revealed(one: seeds.Revealed) -> RevealedOut:
    return RevealedOut(
        server_seed=one.server_seed,
        server_seed_hash=one.server_seed_hash,
        client_seed=one.client_seed,
        scheme=one.scheme,
        rounds=one.rounds,
        started_at=one.started_at,
        revealed_at=one.revealed_at,
    )
