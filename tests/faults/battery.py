"""Bettors at the tables, one part of the house killed after another, and the reckoning afterwards."""

import asyncio
import json
import os
import random  # noqa: TID251 - which process dies is no outcome
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.faults import evidence
from tests.faults.bettors import Bettor
from tests.faults.checker import Finding, check
from tests.faults.history import Attempt, Notebook, read
from tests.whole_house import DEMO_PASSWORD, WholeHouse
from tests.wire import Link, Lost

BETTORS = 64
RICH, POOR = 50_000, 1_000
"""Opening balances in cents: the poor run into refusals."""

RECOVERY_LIMIT_S = 90.0
FREEZE_S = 12.0
FREEZING_S = 1.0
SETTLING_LIMIT_S = 60.0
QUIET_LIMIT_S = 90.0
POLL_S = 0.2

Kill = Callable[[WholeHouse, random.Random], Callable[[], bool]]
"""Kills something; answers how one knows that it has been taken up again."""


@dataclass(slots=True)
class Reckoning:
    """What a battery came to.

    Attributes:
        seed: the plan of acts and faults follows from it.
        attempts: what clients wrote down.
        findings: of the checker.
        faults: in counters and in eventing.
        strikes: kind of fault, when it struck, and when all parts served again.
        verified: what ``ledger verify`` said; empty if all was well.
    """

    seed: int
    attempts: list[Attempt] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    strikes: list[tuple[str, float, float]] = field(default_factory=list)
    verified: str = ""

    @property
    def is_right(self) -> bool:
        return not (self.findings or self.faults or self.verified)

    def told(self) -> str:
        """The reckoning in a few lines."""
        done = sum(one.is_done for one in self.attempts)
        unknown = sum(not one.is_definite for one in self.attempts)
        times: dict[str, list[float]] = {}
        for kind, since, until in self.strikes:
            times.setdefault(kind, []).append(until - since)
        lines = [
            f"seed {self.seed}: {len(self.attempts)} requests, {done} carried out or replayed, "
            f"{unknown} without a definite answer",
            *(
                f"  {kind}: {len(found)} times, served again after {max(found):.1f} s at most"
                for kind, found in times.items()
            ),
            *(f"  {finding.code} {finding.keys}: {finding.detail}" for finding in self.findings[:20]),
            *(f"  {fault}" for fault in self.faults[:20]),
        ]
        return "\n".join([*lines, self.verified]).rstrip()


async def run(
    house: WholeHouse, faults: Sequence[str], *, seed: int, notes: Path, calm_s: float, bettors: int = BETTORS
) -> Reckoning:
    """Lets people bet, kills the named parts one after another, heals, and reckons up.

    Args:
        house: a house that stands.
        faults: kinds of :data:`KILLS`, in this order.
        seed: of what people do and which process dies.
        notes: the file outside the house in which clients write.
        calm_s: how long everybody plays before each fault and after the last.
        bettors: how many play at once; two share a member's wallet.
    """
    chance = random.Random(seed)  # noqa: S311 - not an outcome
    members = bettors // 2
    players = await house.players([POOR if number % 4 == 0 else RICH for number in range(members)])
    notebook, is_over = Notebook(notes), asyncio.Event()
    people = [
        Bettor(number, players[number % members], seed=seed, port=house.port, notebook=notebook)
        for number in range(bettors)
    ]
    clerk = asyncio.create_task(_suspend_and_reinstate(house, is_over))
    playing = [asyncio.create_task(person.run(is_over.is_set)) for person in people]
    reckoning = Reckoning(seed)
    try:
        for fault in faults:
            await asyncio.sleep(calm_s)
            since = time.monotonic()
            await _strike(house, KILLS[fault], chance)
            reckoning.strikes.append((fault, since, time.monotonic()))
        await asyncio.sleep(calm_s)
    finally:
        is_over.set()
        await asyncio.gather(*playing, clerk)

    await asyncio.gather(*(person.settle(SETTLING_LIMIT_S) for person in people))
    await asyncio.gather(*(person.repeat_everything() for person in people))
    await _wait_until_quiet(house)
    notebook.close()
    await _reckon(house, reckoning, {person.member: person for person in people}, notes)
    for person in people:
        person.close()
    return reckoning


async def _reckon(house: WholeHouse, reckoning: Reckoning, people: dict[str, Bettor], notes: Path) -> None:
    reckoning.attempts = read(notes)
    reckoning.findings = check(reckoning.attempts, await evidence.collect(house, people))
    reckoning.faults = await evidence.counting_faults(house, reckoning.attempts)
    reckoning.faults += await evidence.eventing_faults(house)
    reckoning.faults += _answered_while_frozen(reckoning) + _faults_of_ours(reckoning.attempts)
    verified = await asyncio.to_thread(house.command, "ledger", "verify")
    if verified.returncode != 0:
        reckoning.verified = verified.stdout + verified.stderr


async def _strike(house: WholeHouse, kill: Kill, chance: random.Random) -> None:
    """Kills and waits until everything serves again."""
    started = time.monotonic()
    is_back = await asyncio.to_thread(kill, house, chance)
    while not (await asyncio.to_thread(is_back) and await asyncio.to_thread(house.is_ready)):
        took_s = time.monotonic() - started
        assert took_s < RECOVERY_LIMIT_S, f"not back:\n{house.output.read_text()[-3000:]}"
        await asyncio.sleep(POLL_S)


def _faults_of_ours(attempts: list[Attempt]) -> list[str]:
    """Answers that speak of a bug: while parts are away the house says so, and when to come back."""
    return [
        f"{one.call.path} {one.call.key} was answered {one.status} {one.code}"
        for one in attempts
        if one.status is not None
        and one.status >= 500
        and (one.status != 503 or one.code == "internal_error")
    ]


def _answered_while_frozen(reckoning: Reckoning) -> list[str]:
    """What was acknowledged although no commit can have reached the disk."""
    return [
        f"{one.call.key} was acknowledged while the database stood still"
        for kind, since, _ in reckoning.strikes
        if kind == "freeze"
        for one in reckoning.attempts
        if one.is_done and one.answered_at and since + FREEZING_S < one.answered_at < since + FREEZE_S
    ]


async def _wait_until_quiet(house: WholeHouse) -> None:
    """Waits until what is owed has been done: facts are relayed and heard, deposits credited."""
    until = time.monotonic() + QUIET_LIMIT_S
    while not await evidence.outbox_is_drained(house) or await evidence.unheard(house):
        assert time.monotonic() < until, "the outbox is not drained"
        await asyncio.sleep(POLL_S)


async def _suspend_and_reinstate(house: WholeHouse, is_over: asyncio.Event) -> None:
    """A member of staff whose every act is news that another domain must hear."""
    [target] = await house.players([POOR])
    link = Link(house.port, {"X-Tenant": "lucky"})
    words = {"email": "owner@lucky.test", "password": DEMO_PASSWORD}
    token = ""
    while not is_over.is_set():
        with suppress(Lost, KeyError, ValueError):
            if not token:
                token = await _token(link, words)
                link.close()
                link = Link(house.port, {"X-Tenant": "lucky", "Authorization": f"Bearer {token}"})
            for act in ("suspend", "reinstate"):
                path = f"/api/staff/v1/members/{target.member_id}/{act}"
                answer = await link.ask("POST", path, '{"reason": "A test of the news."}')
                token = "" if answer.status == 401 else token
        await asyncio.sleep(POLL_S)
    link.close()


async def _token(link: Link, words: dict[str, str]) -> str:
    answer = await link.ask("POST", "/api/staff/v1/auth/login", json.dumps(words))
    return str(answer.json()["access_token"])


def _new(house: WholeHouse, part: str, old: int) -> Callable[[], bool]:
    def is_back() -> bool:
        process = house.part(part)
        return process is not None and process.pid != old

    return is_back


def _kill_part(part: str) -> Kill:
    def kill(house: WholeHouse, _chance: random.Random) -> Callable[[], bool]:
        process = house.part(part)
        assert process is not None, f"{part} runs"
        process.kill()
        return _new(house, part, process.pid)

    return kill


def _kill_api_worker(house: WholeHouse, chance: random.Random) -> Callable[[], bool]:
    workers = house.api_workers()
    victim = chance.choice(workers)
    victim.kill()

    def is_back() -> bool:
        now = house.api_workers()
        return len(now) == len(workers) and victim.pid not in {worker.pid for worker in now}

    return is_back


def _kill_api(house: WholeHouse, _chance: random.Random) -> Callable[[], bool]:
    api = house.part("api")
    assert api is not None, "the API runs"
    for process in (*house.api_workers(), api):
        with suppress(psutil.NoSuchProcess):
            process.kill()
    return _new(house, "api", api.pid)


def _kill_backend(name: str) -> Kill:
    """Kills a server process of PostgreSQL that serves a connection of that name.

    The server then ends all others and recovers from its log, as after a crash.
    """

    def kill(house: WholeHouse, chance: random.Random) -> Callable[[], bool]:
        rows = asyncio.run(
            house.rows("SELECT pid FROM pg_stat_activity WHERE application_name = $1 ORDER BY pid", name)
        )
        victim = chance.choice(rows)["pid"]
        os.kill(victim, signal.SIGKILL)
        return lambda: not psutil.pid_exists(victim)

    return kill


def _freeze_postgres(house: WholeHouse, _chance: random.Random) -> Callable[[], bool]:
    """Stops all processes of the server for a while: it neither answers nor dies."""
    server = house.part("postgres")
    assert server is not None, "postgres runs"
    stopped = [server, *server.children()]
    for process in stopped:
        process.suspend()
    time.sleep(FREEZE_S)
    for process in stopped:
        with suppress(psutil.NoSuchProcess):
            process.resume()
    return lambda: True


def _kill_house(house: WholeHouse, _chance: random.Random) -> Callable[[], bool]:
    house.kill()
    house.start()
    return lambda: True


KILLS: dict[str, Kill] = {
    "postgres": _kill_part("postgres"),
    "backend": _kill_backend("stakehouse-wallet-engine"),
    "relay": _kill_backend("stakehouse-relay"),
    "wallet": _kill_part("wallet"),
    "api": _kill_api,
    "api_worker": _kill_api_worker,
    "worker": _kill_part("worker"),
    "nats": _kill_part("nats-server"),
    "house": _kill_house,
    "freeze": _freeze_postgres,
}
"""What can be done to the house. The relay lives in the worker; killed alone, the server's process
behind its connection dies."""
