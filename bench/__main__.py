"""Runs the benchmark: bets over HTTP against pgbench, in turn, ratios of medians."""

import argparse
import asyncio
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.cost import statements_of_a_group, written
from bench.growth import grow
from bench.house import BenchHouse, running_house
from bench.load import BetRun, prepare_pgbench, run_bets, run_pgbench, warm_up
from bench.players import Players, make_players

RESULTS = Path(__file__).with_name("results")
PAIRS = ((64, 64), (256, 190))
console = Console()


def main() -> None:
    """Parses the arguments and measures."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="turns of each contestant (default 3)")
    parser.add_argument("--seconds", type=int, default=10, help="seconds of each turn (default 10)")
    parser.add_argument("--players", type=int, default=5000, help="players (default 5000)")
    parser.add_argument("--scale", type=int, default=100, help="pgbench scale (default 100)")
    parser.add_argument("--growth", type=int, default=0, help="measure again with so many rounds behind")
    options = parser.parse_args()
    with running_house() as house, tempfile.TemporaryDirectory() as folder:
        result = measure(house, options, Path(folder))
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / "bench.json"
    path.write_text(json.dumps(result, indent=2) + "\n")
    console.print(
        f"[dim]Written to {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}[/]"
    )


def measure(house: BenchHouse, options: argparse.Namespace, folder: Path) -> dict[str, object]:
    """All figures of one house."""
    with console.status("memory at rest …"):
        memory = house.memory_mib()
    with console.status("players …"):
        players = asyncio.run(make_players(house, options.players, folder))
    with console.status("pgbench's tables …"):
        prepare_pgbench(house, options.scale)
    with console.status("everybody's first bets …"):
        warm_up(house, players)
    with console.status("the house comes to rest …"):
        house.wait_at_rest()
    result: dict[str, object] = {
        "machine": {"python": platform.python_version(), "cpus": _cpus()},
        "settings": vars(options),
        "memory_mib_at_rest": memory,
        "pairs": [compare(house, players, bets, rivals, options) for bets, rivals in PAIRS],
        "idle": run_bets(house, players, connections=1, seconds=options.seconds).as_dict(),
        "cost": cost(house, players, options.seconds),
    }
    if options.growth:
        before = [
            run_bets(house, players, connections=64, seconds=options.seconds) for _ in range(options.rounds)
        ]
        with console.status(f"{options.growth:,} rounds behind it …"):
            asyncio.run(grow(house, players, options.growth))
        # In life the past is sealed every ten minutes; here all of it would be while bets are counted.
        with console.status("the past is sealed …"):
            _ledger(house, "seal")
        with console.status("everybody's first bets on what was laid …"):
            warm_up(house, players)
            house.wait_at_rest()
        after = [
            run_bets(house, players, connections=64, seconds=options.seconds) for _ in range(options.rounds)
        ]
        result["growth"] = growth_figure(options.growth, before, after)
    result["books"] = verified(house)
    show(result)
    return result


def compare(
    house: BenchHouse, players: Players, connections: int, clients: int, options: argparse.Namespace
) -> dict[str, object]:
    """Bets and pgbench in turn, several times; the ratio of medians is the figure."""
    bets: list[BetRun] = []
    rivals: list[float] = []
    for turn in range(options.rounds):
        with console.status(f"{connections} connections, turn {turn + 1} of {options.rounds} …"):
            bets.append(run_bets(house, players, connections=connections, seconds=options.seconds))
            rivals.append(run_pgbench(house, clients=clients, seconds=options.seconds))
    ours, theirs = statistics.median(run.bets_per_s for run in bets), statistics.median(rivals)
    return {
        "connections": connections,
        "pgbench_clients": clients,
        "bets_per_s": round(ours),
        "pgbench_per_s": round(theirs),
        "ratio": round(ours / theirs, 3),
        "p50_ms": round(statistics.median(run.p50_ms for run in bets), 1),
        "p95_ms": round(statistics.median(run.p95_ms for run in bets), 1),
        "p99_ms": round(statistics.median(run.p99_ms for run in bets), 1),
        "refused": sum(run.refused for run in bets),
        "errors": sum(run.errors for run in bets),
        "runs": [run.as_dict() for run in bets],
        "pgbench_runs": rivals,
    }


def cost(house: BenchHouse, players: Players, seconds: int) -> dict[str, object]:
    """Statements a group; rows and bytes of log a bet, counted by the server over a run."""
    statements = asyncio.run(statements_of_a_group(house, players))
    before = asyncio.run(written(house))
    run = run_bets(house, players, connections=64, seconds=seconds)
    after = asyncio.run(written(house))
    bets = run.bets_per_s * seconds
    return {
        "round_trips_a_group": len(statements),
        "statements": statements,
        "rows_inserted_a_bet": round((after.inserted - before.inserted) / bets, 2),
        "rows_updated_a_bet": round((after.updated - before.updated) / bets, 2),
        "log_bytes_a_bet": round((after.log_position - before.log_position) / bets),
    }


def growth_figure(rounds: int, before: list[BetRun], after: list[BetRun]) -> dict[str, object]:
    """What remains of the speed with many rounds behind."""
    empty = statistics.median(run.bets_per_s for run in before)
    grown = statistics.median(run.bets_per_s for run in after)
    return {
        "rounds": rounds,
        "bets_per_s_before": round(empty),
        "bets_per_s_after": round(grown),
        "ratio": round(grown / empty, 3),
    }


def verified(house: BenchHouse) -> str:
    """The books after all of it; figures of a house whose books are wrong do not count."""
    _ledger(house, "verify")
    return "verified"


def _ledger(house: BenchHouse, work: str) -> None:
    """Runs a command of the ledger on the books of the benchmark."""
    command = [sys.executable, "-m", "stakehouse.apps.cli", "ledger", work, "--tenant", "lucky"]
    done = subprocess.run(  # noqa: S603 - our own program
        command, env=house.environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"ledger {work} failed:\n{done.stdout}{done.stderr}")


def _cpus() -> int:
    return len(os.sched_getaffinity(0))


def show(result: dict[str, object]) -> None:
    """Prints the table."""
    table = Table(title="Bets over HTTP against pgbench on the same durable server")
    for name in ("connections", "bets/s", "pgbench/s", "ratio", "p50 ms", "p95 ms", "p99 ms", "refused"):
        table.add_column(name, justify="right")
    pairs = result["pairs"]
    assert isinstance(pairs, list)
    for pair in pairs:
        table.add_row(
            f"{pair['connections']} / {pair['pgbench_clients']}",
            f"{pair['bets_per_s']:,}",
            f"{pair['pgbench_per_s']:,}",
            f"{pair['ratio']:.2f}",
            str(pair["p50_ms"]),
            str(pair["p95_ms"]),
            str(pair["p99_ms"]),
            str(pair["refused"] + pair["errors"]),
        )
    console.print(table)
    for name in ("idle", "cost", "growth", "memory_mib_at_rest", "books"):
        if name in result:
            console.print(f"[bold]{name}[/]", result[name])


if __name__ == "__main__":
    main()
