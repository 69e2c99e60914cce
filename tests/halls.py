"""A gaming hall for tests: games that are live, and the wallet engine on a real database."""

import hashlib
import json
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Self
from uuid import UUID

import httpx

from stakehouse.apps.playing import WalletEngine, wallet_engine
from stakehouse.apps.seed.gaming import SHELVES
from stakehouse.domains import games, jackpots, ledger, play
from stakehouse.domains.games import Draws, NewGame, Scheme, open_draws
from stakehouse.domains.games.service import seeds
from stakehouse.domains.games.service.bets import BetRequest, StepRequest, bet_act, step_act
from stakehouse.domains.jackpots import Jackpot, Level
from stakehouse.domains.ledger import Pool
from stakehouse.domains.play import Bet, Catalogue, GameTerms, Offer, StakeLimits, Step
from stakehouse.infra.database import open_database
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import GameId, JackpotId, MemberId, RoundId, new_id
from tests.banks import Bank
from tests.houses import House

Answer = dict[str, Any]

PLAYER, STAFF = "/api/player/v1", "/api/staff/v1"

EVEN = {"direction": "over", "target": "50.50"}
"""Choices of dice that win about every second round."""

LIMITS = StakeLimits(1, 1_000_00, 10_000_000_00)


@dataclass(slots=True)
class Hall(Bank):
    """A tenant with the five games; bets go straight to a wallet engine."""

    engine: WalletEngine
    offer: Offer

    @classmethod
    async def open(cls, house: House, *, jurisdiction: str = "MT") -> Self:
        """A tenant of its own with games that are live and books that are open."""
        tenant = await house.open_tenant(jurisdiction=jurisdiction)
        edge = house.api.edge
        async with house.begin(tenant) as tx:
            await ledger.open_house_accounts(tx, tuple(tenant.currencies))
            for terms in await _certified(tx):
                assert await play.add_game(tx, replace(terms, id=GameId(new_id())))
        offer = await Catalogue(edge.database).offer(tenant.id)
        return cls(house, tenant, wallet_engine(edge.database, edge.vault, edge.clock), offer)

    @asynccontextmanager
    async def another_process(self) -> AsyncIterator[WalletEngine]:
        """A second wallet engine with pools of its own, as another process has it."""
        database = await open_database(self.house.test_database.app_url, name="another-process")
        engine = wallet_engine(database, self.house.api.edge.vault, self.house.clock)
        try:
            yield engine
        finally:
            await engine.drain()
            await database.close()

    def game(self, slug: str) -> GameTerms:
        return self.offer.games[slug]

    def bet_act(
        self,
        member_id: MemberId,
        *,
        game: str = "dice",
        stake: int = 100,
        choices: Mapping[str, object] = EVEN,
        key: str | None = None,
        currency: str = "EUR",
    ) -> Bet:
        """A bet as the fast way would make it; without a key it is a new one each time."""
        content = json.dumps([game, stake, choices, currency]).encode()
        return bet_act(
            BetRequest(
                tenant_id=self.tenant.id,
                member_id=member_id,
                currency=self.offer.currencies[currency],
                stake=stake,
                game=self.game(game),
                choices=choices,
                key=key or str(new_id()),
                request_hash=hashlib.blake2b(content, digest_size=16).digest(),
                time_zone=self.offer.time_zone,
                terms=self.offer.terms_of(self.game(game)),
                reality=self.offer.reality,
            )
        )

    def step_act(
        self,
        member_id: MemberId,
        round_id: RoundId,
        action: str,
        choices: Mapping[str, object] | None = None,
        *,
        key: str | None = None,
        game: str = "mines",
        currency: str = "EUR",
    ) -> Step:
        """A step as the slow way would make it."""
        content = json.dumps([str(round_id), action, choices]).encode()
        return step_act(
            StepRequest(
                tenant_id=self.tenant.id,
                member_id=member_id,
                currency=self.offer.currencies[currency],
                round_id=round_id,
                game=self.game(game),
                action=action,
                choices=choices or {},
                key=key or str(new_id()),
                request_hash=hashlib.blake2b(content, digest_size=16).digest(),
                time_zone=self.offer.time_zone,
                terms=self.offer.terms_of(self.game(game)),
            )
        )

    async def bet(self, member_id: MemberId, **how: Any) -> Answer:
        """Bets and answers what the player reads."""
        answer: Answer = json.loads(await self.engine.submit(self.bet_act(member_id, **how)))
        return answer

    async def step(self, member_id: MemberId, round_id: RoundId, action: str, **choices: object) -> Answer:
        """Takes a step and answers what the player reads."""
        act = self.step_act(member_id, round_id, action, choices)
        answer: Answer = json.loads(await self.engine.submit(act))
        return answer

    async def open_mines(self, member_id: MemberId, *, mines: int = 3, stake: int = 100) -> RoundId:
        """An open round of mines."""
        answer = await self.bet(member_id, game="mines", stake=stake, choices={"mines": mines})
        assert answer["round"]["status"] == "open"
        return round_of(answer)

    async def jackpot(
        self, *members: MemberId, stake_per_hit: int = 10**15, contribution_bp: int = 100, seed: int = 1_000
    ) -> Jackpot:
        """A pool that some members take part in; as it is, it is all but never won."""
        pool = Jackpot(
            JackpotId(new_id()),
            f"grand-{new_id().hex[-6:]}",
            "Grand",
            Level.GRAND,
            "EUR",
            contribution_bp,
            seed,
            stake_per_hit,
        )
        async with self.begin() as tx:
            await jackpots.open_jackpot(tx, pool)
            for member_id in members:
                await jackpots.choose(tx, member_id, pool.id, is_opted_in=True)
        return pool

    async def reveal(self, member_id: MemberId) -> "Unveiled":
        """Rotates a member's seeds and answers the pair that is over."""
        vault = self.house.api.edge.vault
        async with self.begin() as tx:
            over, _ = await seeds.rotate(tx, member_id, sealer=vault, entropy=os.urandom)
        return Unveiled(over.scheme, over.server_seed, over.client_seed)

    async def in_pool(self, pool: Jackpot) -> int:
        """What a pool holds, by the ledger."""
        async with self.begin() as tx:
            conn = await ledger.driver(tx)
            return await ledger.pool_balance(conn, tx.tenant_id, Pool(pool.id, pool.currency))


_terms: list[GameTerms] = []


async def _certified(tx: Tx) -> list[GameTerms]:
    """The five games as they are published; proving them again for each test would take its time."""
    if not _terms:
        for position, shelf in enumerate(SHELVES):
            limits = dict.fromkeys(("EUR", "USD"), LIMITS)
            game = NewGame(
                shelf.slug, shelf.title, shelf.slug, shelf.category, shelf.config, limits, position
            )
            _terms.append(await games.prove(tx, game))
    return _terms


def round_of(answer: Answer) -> RoundId:
    """The id of the round in an answer."""
    return RoundId(UUID(answer["round"]["id"]))


@dataclass(frozen=True, slots=True)
class Unveiled:
    """A pair that is over: what its player verifies rounds with."""

    scheme: Scheme
    server_seed: str
    client_seed: str

    def draws(self, game: str, nonce: int) -> Draws:
        return open_draws(
            self.scheme,
            server_seed=self.server_seed,
            client_seed=self.client_seed,
            nonce=nonce,
            game=game,
        )


async def seat(hall: Hall, units: int = 10_000) -> tuple[httpx.AsyncClient, MemberId]:
    """A signed-in player with money, and who it is."""
    client = await hall.house.player(hall.tenant)
    me = (await client.get(f"{PLAYER}/me")).json()
    member_id = MemberId(UUID(me["member_id"]))
    if units:
        await hall.fund(member_id, units)
    return client, member_id


async def lay(client: httpx.AsyncClient, *, key: str | None = None, **bet: Any) -> httpx.Response:
    """Sends a bet as a client would; dice at even odds unless asked otherwise."""
    body = {"game": "dice", "currency": "EUR", "stake": "1.00", "choices": EVEN} | bet
    return await client.post(f"{PLAYER}/bets", json=body, headers={"idempotency-key": key or str(new_id())})
