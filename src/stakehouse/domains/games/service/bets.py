"""Bets and steps on our own engines: from what the player sent to an act of the wallet engine."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol
from uuid import UUID

import msgspec

from stakehouse.domains.compliance import RealityBand
from stakehouse.domains.games.engines import engine_named
from stakehouse.domains.games.ports import Engine
from stakehouse.domains.games.rules.pairs import Pair, Pairs
from stakehouse.domains.games.types import Play
from stakehouse.domains.ledger import Act, Subject
from stakehouse.domains.play import (
    Bet,
    FairnessView,
    GameTerms,
    Outcome,
    PlayTerms,
    RoundRow,
    Scene,
    Step,
    WalletAct,
)
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import MemberId, RoundId, SessionId, TenantId, new_id
from stakehouse.kernel.money import Currency

encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(dict[str, Any]).decode

# Engines read their configuration once a version; reading it for each bet would cost more than the bet.
_configs: dict[tuple[UUID, int], Any] = {}
CONFIGS_REMEMBERED_MAX = 5_000

ABANDON = "abandon"
"""The step by which the house settles a round that its player left open."""


class Wallets(Protocol):
    """The wallet engine."""

    async def submit(self, act: WalletAct) -> bytes:
        """Carries an act out; answers after its commit."""

    def put(self, act: WalletAct, told: Callable[[bytes | Refusal], None]) -> None:
        """Does the same without a task; ``told`` hears the answer after the commit."""


class BetRequest(NamedTuple):
    """What a player asked for, shapes checked."""

    tenant_id: TenantId
    member_id: MemberId
    currency: Currency
    stake: int
    game: GameTerms
    choices: Mapping[str, object]
    key: str
    request_hash: bytes
    time_zone: str
    terms: PlayTerms
    is_automatic: bool = False
    reality: RealityBand | None = None
    session_id: SessionId | None = None


class StepRequest(NamedTuple):
    """What a player asked for in an open round, shapes checked."""

    tenant_id: TenantId
    member_id: MemberId
    currency: Currency
    round_id: RoundId
    game: GameTerms
    action: str
    choices: Mapping[str, object]
    key: str
    request_hash: bytes
    time_zone: str
    terms: PlayTerms


def config_of(game: GameTerms, engine: Engine[Any, Any]) -> Any:  # noqa: ANN401 - only its engine reads it
    """The engine's configuration of a game, read once a version."""
    key = (game.id, game.config_version)
    config = _configs.get(key)
    if config is None:
        config = engine.configure(game.config)
        if len(_configs) >= CONFIGS_REMEMBERED_MAX:
            _configs.clear()
        _configs[key] = config
    return config


def bet_act(request: BetRequest) -> Bet:
    """The bet as the wallet engine carries it out.

    Raises:
        InvalidChoices: the choices are not ones of this game.
    """
    engine = engine_named(request.game.engine)
    config = config_of(request.game, engine)
    choices = engine.choose(config, request.choices, request.stake, request.currency.scale)
    member_id = request.member_id

    def resolve(scene: Scene) -> Outcome:
        pair = _pairs(scene).of(member_id)
        play = engine.play(config, choices, request.stake, pair.draws(engine.code, pair.nonce))
        return _outcome(play, pair, pair.nonce, pair.advance)

    return Bet(
        tenant_id=request.tenant_id,
        member_id=member_id,
        currency=request.currency,
        stake=request.stake,
        game=request.game,
        choices=encode(request.choices),
        act=Act("bet", member_id, request.key, request.request_hash, Subject("round", new_id()), member_id),
        is_multi_step=engine.is_multi_step,
        time_zone=request.time_zone,
        terms=request.terms,
        is_automatic=request.is_automatic,
        resolve=resolve,
        reality=request.reality,
        session_id=request.session_id,
    )


def step_act(request: StepRequest) -> Step:
    """The step as the wallet engine carries it out."""
    engine = engine_named(request.game.engine)
    config = config_of(request.game, engine)

    def resolve(scene: Scene, row: RoundRow) -> Outcome:
        pair = _pairs(scene).of(request.member_id)
        assert pair.pair_id == row.pair_id, "a pair is not rotated while a round under it is open"
        assert row.state is not None, "an open round has a state"
        draws = pair.draws(engine.code, row.nonce)
        play = engine.step(
            config, decode(row.state), request.action, request.choices, stake=row.stake, draws=draws
        )
        return _outcome(play, pair, row.nonce, _nothing)

    return Step(
        tenant_id=request.tenant_id,
        member_id=request.member_id,
        currency=request.currency,
        round_id=request.round_id,
        game=request.game,
        action=request.action,
        choices=encode(request.choices),
        act=Act(
            "step",
            request.member_id,
            request.key,
            request.request_hash,
            Subject("round", request.round_id),
            request.member_id,
        ),
        time_zone=request.time_zone,
        terms=request.terms,
        resolve=resolve,
    )


def abandon_act(
    tenant_id: TenantId,
    currency: Currency,
    game: GameTerms,
    row: RoundRow,
    *,
    time_zone: str,
    terms: PlayTerms,
) -> Step:
    """The settling of an abandoned round by its game's rule, as an act of the wallet engine.

    Its key holds a space, which no key from outside does: nobody can use it up beforehand.
    """
    engine = engine_named(game.engine)
    config = config_of(game, engine)

    def resolve(scene: Scene, found: RoundRow) -> Outcome:
        pair = _pairs(scene).of(found.member_id)
        assert pair.pair_id == found.pair_id, "a pair is not rotated while a round under it is open"
        assert found.state is not None, "an open round has a state"
        draws = pair.draws(engine.code, found.nonce)
        play = engine.abandon(config, decode(found.state), found.stake, draws)
        return _outcome(play, pair, found.nonce, _nothing)

    return Step(
        tenant_id=tenant_id,
        member_id=row.member_id,
        currency=currency,
        round_id=row.round_id,
        game=game,
        action=ABANDON,
        choices=b"{}",
        act=Act(
            ABANDON,
            row.member_id,
            f"{ABANDON} {row.round_id}",
            row.round_id.bytes,
            Subject("round", row.round_id),
            row.member_id,
        ),
        time_zone=time_zone,
        terms=terms,
        resolve=resolve,
        is_by_house=True,
    )


def _pairs(scene: Scene) -> Pairs:
    pairs = scene.parts["seeds"]
    assert isinstance(pairs, Pairs)
    return pairs


def _nothing() -> None:
    """A step takes no nonce: the round keeps the one of its bet."""


def _outcome(play: Play, pair: Pair, nonce: int, take: Callable[[], None]) -> Outcome:
    return Outcome(
        payout=play.payout,
        multiplier=play.multiplier,
        outcome=encode(play.outcome),
        is_open=play.is_open,
        state=encode(play.state) if play.state is not None else None,
        actions=play.actions,
        fairness=FairnessView(pair.scheme.value, pair.server_seed_hash, pair.client_seed, nonce),
        pair_id=pair.pair_id,
        word=lambda code: pair.word(code, nonce),
        take=take,
    )
