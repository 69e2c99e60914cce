"""The two contestants: bets over HTTP by wrk, and pgbench on the same server."""

import asyncio
import json
import re
import shutil
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

import asyncpg

from bench.house import BenchHouse
from bench.players import Players
from stakehouse.infra.embedded.postgres import SUPERUSER, program, program_environment

SCRIPT = Path(__file__).with_name("bet.lua")
WARM_UP_S = 10
PGBENCH_DATABASE = "pgbench"
_TPS = re.compile(r"tps = ([0-9.]+) \(without initial connection time\)")


@dataclass(frozen=True, slots=True)
class BetRun:
    """What one run of bets gave."""

    bets_per_s: float
    refused: int
    errors: int
    p50_ms: float
    p95_ms: float
    p99_ms: float

    def as_dict(self) -> dict[str, float]:
        """For the JSON."""
        return asdict(self)


def run_bets(
    house: BenchHouse, players: Players, *, connections: int, seconds: int, in_turn: bool = False
) -> BetRun:
    """Bets with so many connections for so many seconds; every request has a key of its own.

    Players are drawn by chance, or come in turn.
    """
    wrk = shutil.which("wrk")
    assert wrk, "install wrk (apt-get install wrk)"
    bodies = players.tokens.with_name("bodies.txt")
    bodies.write_text(
        '{"game":"dice","currency":"EUR","stake":"1.00","choices":{"direction":"over","target":"50.50"}}\n'
    )
    command = [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(SCRIPT), house.url]
    command += ["--", str(players.tokens), str(bodies), token_hex(6)]
    command += ["in turn"] if in_turn else []
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - wrk
    line = next(line for line in printed.splitlines() if line.startswith("RESULT "))
    result = json.loads(line.removeprefix("RESULT "))
    return BetRun(
        result["requests"] / result["seconds"],
        result["refused"],
        result["errors"],
        result["p50_ms"],
        result["p95_ms"],
        result["p99_ms"],
    )


def warm_up(house: BenchHouse, players: Players) -> None:
    """Lets everybody bet twice.

    A first bet makes a seed pair and a row of counters, and a token that a process has not seen is
    looked up: that happens once to each player, and is not what is measured.
    """
    left = 2 * len(players.members)
    while left > 0:
        run = run_bets(house, players, connections=64, seconds=WARM_UP_S, in_turn=True)
        left -= round(run.bets_per_s * WARM_UP_S)


def _pgbench(house: BenchHouse, *arguments: str) -> str:
    environment = program_environment() | {"PGPASSWORD": house.home.memory.secrets.superuser}
    address = ["-h", "127.0.0.1", "-p", str(house.home.memory.ports["postgres"]), "-U", SUPERUSER]
    command = [str(program("pgbench")), *address, *arguments, PGBENCH_DATABASE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


def prepare_pgbench(house: BenchHouse, scale: int) -> None:
    """Makes pgbench's own database and tables."""
    asyncio.run(_make_database(house))
    _pgbench(house, "-i", "-q", "-s", str(scale))


async def _make_database(house: BenchHouse) -> None:
    admin = await asyncpg.connect(house.superuser_url())
    await admin.execute(f"CREATE DATABASE {PGBENCH_DATABASE}")
    await admin.close()


def run_pgbench(house: BenchHouse, *, clients: int, seconds: int) -> float:
    """TPC-B-like transactions a second with prepared statements."""
    printed = _pgbench(house, "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds), "-n")
    found = _TPS.search(printed)
    assert found, printed
    return float(found.group(1))
