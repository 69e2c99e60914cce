"""Random histories of several houses at once, in two processes: what must always hold, holds.

Whims choose what each player does; they are seeded, so a history can be played again.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from stakehouse.apps.playing import WalletEngine
from stakehouse.domains import ledger
from stakehouse.domains.games import Draws
from stakehouse.domains.jackpots import Jackpot
from stakehouse.domains.ledger import HoldId, House, HouseKind, Subject, WalletKind
from stakehouse.domains.play import WalletAct
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import MemberId, RoundId, new_id
from stakehouse.kernel.money import parse_units
from tests.domains.games.rounds import whims
from tests.halls import Answer, Hall, round_of
from tests.houses import House as StandingHouse

TRANSIT = House(HouseKind.PAYOUT_TRANSIT, "EUR")
ACTS = 30
PROVABLE_AFTER_S = 5.6


@dataclass(slots=True)
class Player:
    """A player, and what the outside knows: every answer that was given."""

    hall: Hall
    member: MemberId
    whim: Draws
    engines: tuple[WalletEngine, WalletEngine]
    expected: int = 0
    answered: dict[str, tuple[Callable[[], WalletAct], bytes]] = field(default_factory=dict)
    refused: int = 0
    open_round: RoundId | None = None
    opened_tiles: int = 0

    async def live(self) -> None:
        """Does one thing after the other; some of them twice, some of them impossible."""
        deeds: tuple[Callable[[], Awaitable[None]], ...] = (
            self.bet,
            self.bet,
            self.bet,
            self.mines,
            self.step,
            self.step,
            self.fund,
            self.withdraw,
            self.repeat,
            self.overreach,
            self.rotate,
        )
        for _ in range(ACTS):
            try:
                await deeds[self.whim.below(len(deeds))]()
            except Refusal:
                self.refused += 1

    async def bet(self) -> None:
        game, choices = (
            ("dice", {"direction": "under", "target": "49.50"}),
            ("limbo", {"target": "3.00"}),
            ("slots", {}),
            ("roulette", {"bets": [{"kind": "red", "stake": "1.00"}]}),
        )[self.whim.below(4)]
        stake = 100 if game == "roulette" else 1 + self.whim.below(5_000)
        await self._submit(
            lambda key: self.hall.bet_act(self.member, game=game, stake=stake, choices=choices, key=key)
        )

    async def mines(self) -> None:
        stake = 1 + self.whim.below(5_000)
        answer = await self._submit(
            lambda key: self.hall.bet_act(
                self.member, game="mines", stake=stake, choices={"mines": 2}, key=key
            )
        )
        self.open_round, self.opened_tiles = round_of(answer), 0

    async def step(self) -> None:
        round_id = self.open_round or RoundId(new_id())
        cashes = self.whim.below(3) == 0
        choices = {} if cashes else {"tile": self.opened_tiles}
        action = "cash_out" if cashes else "reveal"
        answer = await self._submit(
            lambda key: self.hall.step_act(self.member, round_id, action, choices, key=key)
        )
        self.opened_tiles += 1
        if answer["round"]["status"] != "open":
            self.open_round = None

    async def fund(self) -> None:
        units = 1 + self.whim.below(3_000)
        await self.hall.fund(self.member, units)
        self.expected += units

    async def withdraw(self) -> None:
        """Holds, then captures or releases, each of them perhaps twice."""
        units, key = 1 + self.whim.below(4_000), str(new_id())
        is_paid = self.whim.below(2) == 0
        held = await self._hold(units, key)
        for _ in range(self.whim.below(2)):
            assert await self._hold(units, key) == held
        for _ in range(1 + self.whim.below(2)):
            async with self.hall.begin() as tx:
                if is_paid:
                    await ledger.capture(tx, held, to=TRANSIT, key=key)
                else:
                    await ledger.release(tx, held, key=key)
        self.expected -= units if is_paid else 0

    async def _hold(self, units: int, key: str) -> HoldId:
        async with self.hall.begin() as tx:
            return await ledger.hold(
                tx,
                member_id=self.member,
                currency="EUR",
                units=units,
                reason="withdrawal",
                subject=Subject("payment", self.member),
                key=key,
            )

    async def repeat(self) -> None:
        """Sends something again, in either process: the first answer, byte for byte."""
        if not self.answered:
            return
        again, first = list(self.answered.values())[self.whim.below(len(self.answered))]
        assert await self._engine().submit(again()) == first

    async def overreach(self) -> None:
        await self._submit(lambda key: self.hall.bet_act(self.member, stake=100_000, key=key))

    async def rotate(self) -> None:
        await self.hall.reveal(self.member)

    def _engine(self) -> WalletEngine:
        return self.engines[self.whim.below(2)]

    async def _submit(self, make: Callable[[str], WalletAct]) -> Answer:
        key = str(new_id())
        body = await self._engine().submit(make(key))
        self.answered[key] = (lambda: make(key), body)
        answer: Answer = json.loads(body)
        played = answer["round"]
        if make(key).act.kind == "bet":
            self.expected -= units(played["stake"])
        self.expected += units(played["payout"]) + sum(units(won["amount"]) for won in played["jackpot_wins"])
        return answer


def units(amount: str) -> int:
    return parse_units(amount, 2)


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_players_do_the_promises_hold(house: StandingHouse, seed: int) -> None:
    halls = [await Hall.open(house) for _ in range(3)]
    pools: list[Jackpot] = []
    players: list[Player] = []
    async with halls[0].another_process() as other:
        for at, hall in enumerate(halls):
            members = [await hall.member() for _ in range(4)]
            pools.append(await hall.jackpot(*members, stake_per_hit=40_000))
            players += [
                Player(hall, member, whims("history", seed, at, number), (hall.engine, other))
                for number, member in enumerate(members)
            ]

        proving = asyncio.create_task(prove(halls))
        await asyncio.gather(*(player.live() for player in players))
        await asyncio.sleep(PROVABLE_AFTER_S)
        proving.cancel()

        for player in players:
            for again, first in player.answered.values():
                assert await other.submit(again()) == first

    for player in players:
        assert await player.hall.holds(player.member) == player.expected
        assert await player.hall.holds(player.member, WalletKind.LOCKED) == 0
    assert sum(len(player.answered) for player in players) > ACTS
    assert sum(player.refused for player in players) > ACTS / 2
    for hall, pool in zip(halls, pools, strict=True):
        await check(hall, pool)


async def prove(halls: list[Hall]) -> None:
    """Moves checkpoints and seals journals all the while, as the worker does now and then."""
    while True:
        for hall in halls:
            async with hall.begin() as tx:
                await ledger.move_checkpoints(tx)
            await ledger.seal_all(hall.begin)
        await asyncio.sleep(0.3)


async def check(hall: Hall, pool: Jackpot) -> None:
    """All of what must always hold, for one house."""
    assert await hall.count("checkpoints") > 0
    assert await hall.count("seals") > 0
    assert await hall.findings() == []
    rows = await hall.house.rows(
        "SELECT array_agg(nonce ORDER BY nonce) AS nonces FROM rounds WHERE tenant_id = $1 GROUP BY pair_id",
        hall.tenant.id,
    )
    assert all(row["nonces"] == list(range(len(row["nonces"]))) for row in rows)
    rows = await hall.house.rows(
        "SELECT (SELECT coalesce(sum(contributed), 0) FROM jackpot_entries WHERE tenant_id = $1) AS fed, "
        "(SELECT coalesce(sum(amount), 0) FROM jackpot_wins WHERE tenant_id = $1) AS won, "
        "(SELECT count(*) FROM jackpot_wins WHERE tenant_id = $1) AS wins",
        hall.tenant.id,
    )
    seeds = pool.seed_amount * (1 + rows[0]["wins"])
    assert await hall.in_pool(pool) == seeds + rows[0]["fed"] - rows[0]["won"]
    rows = await hall.house.rows(
        "SELECT (SELECT count(*) FROM rounds WHERE tenant_id = $1) AS rounds, "
        "(SELECT count(*) FROM operations WHERE tenant_id = $1 AND kind = 'bet') AS bets, "
        "(SELECT count(*) FROM outbox WHERE tenant_id = $1 AND name = 'round.settled') AS told, "
        "(SELECT count(*) FROM rounds WHERE tenant_id = $1 AND status = 'settled') AS settled",
        hall.tenant.id,
    )
    assert rows[0]["rounds"] == rows[0]["bets"]
    assert rows[0]["told"] == rows[0]["settled"]
