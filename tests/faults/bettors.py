"""People at the tables while the house is being killed: they write down what they sent and heard."""

import asyncio
import json
import random  # noqa: TID251 - what made-up players do is not an outcome
import time
from collections.abc import Callable
from typing import Any

from tests.faults.history import Attempt, Call, Notebook
from tests.whole_house import Player
from tests.wire import Answer, Link, Lost

PLAYER_API = "/api/player/v1"
PAUSE_S = (0.02, 0.12)
"""Between two acts of one player: enough of them keep two cores busy, not starved."""

RETRY_PAUSE_S = 0.3
ACTS = {"bet": 62, "mines": 14, "again": 10, "other": 4, "deposit": 5, "withdraw": 5}


class Bettor:
    """One player at a time of one member; what they do follows from the seed alone."""

    def __init__(self, number: int, player: Player, *, seed: int, port: int, notebook: Notebook) -> None:
        self.member = str(player.member_id)
        self.unknown: list[Call] = []
        self._number = number
        self._seed = seed
        self._chance = random.Random(f"{seed}/{number}")  # noqa: S311 - not an outcome
        self._keys = 0
        self._settled: dict[str, tuple[Call, Answer]] = {}
        self._notebook = notebook
        self._link = Link(port, {"X-Tenant": "lucky", "Authorization": f"Bearer {player.token}"})

    async def run(self, is_over: Callable[[], bool]) -> None:
        """Acts until it is over."""
        acts: dict[str, Callable[[Callable[[], bool]], Any]] = {
            "bet": self._bet,
            "mines": self._mines,
            "again": self._again,
            "other": self._other,
            "deposit": self._deposit,
            "withdraw": self._withdraw,
        }
        while not is_over():
            [act] = self._chance.choices(list(ACTS), list(ACTS.values()))
            await acts[act](is_over)
            await asyncio.sleep(self._chance.uniform(*PAUSE_S))

    async def settle(self, limit_s: float) -> None:
        """Repeats what is unknown, with the same key, until the answer is definite."""
        until = time.monotonic() + limit_s
        for call in self.unknown:
            while await self._send(call) is None:
                assert time.monotonic() < until, f"still unknown: {call}"
                await asyncio.sleep(RETRY_PAUSE_S)
        self.unknown.clear()

    async def repeat_everything(self) -> None:
        """Sends every call once more that was carried out."""
        for call, answer in list(self._settled.values()):
            if answer.status < 300:
                await self._until_definite(call, lambda: False)

    async def look(self, path: str) -> Any:
        """What a GET answers; tried again while the house cannot."""
        for _ in range(20):
            try:
                answer = await self._link.ask("GET", PLAYER_API + path)
            except Lost:
                await asyncio.sleep(RETRY_PAUSE_S)
                continue
            if answer.status not in {429, 503}:
                assert answer.status == 200, f"{path}: {answer}"
                return answer.json()
            await asyncio.sleep(RETRY_PAUSE_S)
        raise AssertionError(f"{path}: no answer")

    def close(self) -> None:
        self._link.close()

    async def _bet(self, is_over: Callable[[], bool]) -> None:
        stake = f"{self._chance.randint(0, 2)}.{self._chance.randint(10, 99)}"
        game, choices = self._chance.choice(
            [
                ("dice", {"direction": "over", "target": "50.50"}),
                ("limbo", {"target": "2.00"}),
                ("roulette", {"bets": [{"kind": "red", "stake": stake}]}),
                ("slots", {}),
            ]
        )
        await self._try(
            "/bets", {"game": game, "currency": "EUR", "stake": stake, "choices": choices}, is_over
        )

    async def _mines(self, is_over: Callable[[], bool]) -> None:
        content = {"game": "mines", "currency": "EUR", "stake": "1.00", "choices": {"mines": 3}}
        answer = await self._try("/bets", content, is_over)
        if answer is None or answer.status != 201:
            return
        played = answer.json()["round"]
        tiles = self._chance.sample(range(25), 25)
        while played["status"] == "open":
            wants_out = played["steps"] and self._chance.random() < 0.4
            content = (
                {"action": "cash_out"}
                if wants_out
                else {"action": "reveal", "choices": {"tile": tiles.pop()}}
            )
            answer = await self._until_definite(self._call(f"/rounds/{played['id']}/steps", content), is_over)
            if answer is None or answer.status != 200:
                return
            played = answer.json()["round"]

    async def _again(self, _is_over: Callable[[], bool]) -> None:
        """The same key and content as before; whatever became of it must be said again."""
        if self._settled:
            call, answer = self._chance.choice(list(self._settled.values()))
            if answer.status < 300 or call.path.endswith("/bets"):
                await self._send(call)

    async def _other(self, _is_over: Callable[[], bool]) -> None:
        """The same key for something else, which would be a bet by itself."""
        done = [
            call
            for call, answer in self._settled.values()
            if answer.status < 300 and call.path == "/bets" and call.content()["game"] != "roulette"
        ]
        if done:
            call = self._chance.choice(done)
            await self._send(call._replace(body=json.dumps({**call.content(), "stake": "2.34"})))

    async def _deposit(self, is_over: Callable[[], bool]) -> None:
        content = {"amount": f"{self._chance.randint(1, 9)}.00", "currency": "EUR", "method": "sandpay"}
        answer = await self._try("/deposits", content, is_over)
        url = None if answer is None or answer.status != 201 else answer.json()["redirect_url"]
        if url is not None:
            await self._pay(url, self._chance.choice(["pay", "pay", "twice", "fail"]))

    async def _pay(self, url: str, act: str) -> None:
        """Presses a button on the checkout page."""
        place, _, token = url.removeprefix("http://").partition("/checkout/")
        link = Link(int(place.partition(":")[2]), {"Content-Type": "application/x-www-form-urlencoded"})
        try:
            await link.ask("POST", f"/checkout/{token}", f"act={act}")
        except Lost:
            return  # the deposit stays unpaid, or the gateway knows better
        finally:
            link.close()

    async def _withdraw(self, is_over: Callable[[], bool]) -> None:
        content = {
            "amount": "5.00",
            "currency": "EUR",
            "method": "sandpay",
            "destination": {"account": "DE89370400440532013000"},
        }
        answer = await self._try("/withdrawals", content, is_over)
        if answer is not None and answer.status == 201 and self._chance.random() < 0.6:
            await self._try(f"/withdrawals/{answer.json()['id']}/cancel", None, is_over)

    async def _try(
        self, path: str, content: dict[str, Any] | None, is_over: Callable[[], bool]
    ) -> Answer | None:
        """A new call; what stays unknown is followed up at once, or left for later."""
        call = self._call(path, content)
        answer = await self._send(call)
        if answer is not None:
            return answer
        if self._chance.random() < 0.5:
            self.unknown.append(call)
            return None
        return await self._until_definite(call, is_over)

    async def _until_definite(self, call: Call, is_over: Callable[[], bool]) -> Answer | None:
        while (answer := await self._send(call)) is None:
            if is_over():
                self.unknown.append(call)
                return None
            await asyncio.sleep(RETRY_PAUSE_S)
        return answer

    def _call(self, path: str, content: dict[str, Any] | None) -> Call:
        self._keys += 1
        key = f"{self._seed}-{self._number}-{self._keys}"
        return Call(self.member, key, path, "" if content is None else json.dumps(content))

    async def _send(self, call: Call) -> Answer | None:
        """Sends a call and writes down both sides; answers only what is definite."""
        number = self._notebook.sent(call, time.monotonic())
        try:
            answer = await self._link.ask("POST", PLAYER_API + call.path, call.body or None, key=call.key)
        except Lost:
            return None
        body = answer.body.decode()
        self._notebook.answered(number, time.monotonic(), answer.status, body)
        attempt = Attempt(call, 0.0, 0.0, answer.status, body)
        if not attempt.is_definite:
            return None
        if attempt.code != "idempotency_conflict":
            self._settled.setdefault(call.key, (call, answer))
        return answer
