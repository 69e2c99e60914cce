"""The import contracts hold, and they bite.

A contract with a wildcard that matches nothing passes silently. So the source is copied, one
violation at a time is planted in the copy, and the very contract that forbids it must break.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Planted:
    contract: str
    file: str
    line: str = ""


FLOORS = "The house has five floors"
TIERS = "Domains ask downward, never sideways or up"
VOCABULARY = "Inside a domain: the same file names, the same direction"
DOORS = "A domain is entered through its front door"
PURE = "Rules are pure: no database, no network, no clock, no chance"
EDGES = "HTTP stays at the edge; only apps plug adapters in"

PLANTED = [
    Planted(FLOORS, "kernel/money.py", "from stakehouse.infra import database"),
    Planted(FLOORS, "kernel/ids.py", "from stakehouse.events import play"),
    Planted(FLOORS, "infra/tx.py", "from stakehouse.domains import ledger"),
    Planted(FLOORS, "events/play.py", "from stakehouse.domains import ledger"),
    Planted(FLOORS, "domains/ledger/service.py", "from stakehouse.apps import settings"),
    Planted(FLOORS, "infra/database.py", "from stakehouse.apps import settings"),
    Planted(FLOORS, "shared/__init__.py"),
    Planted(TIERS, "domains/payments/service.py", "from stakehouse.domains import games"),
    Planted(TIERS, "domains/games/service.py", "from stakehouse.domains import payments"),
    Planted(TIERS, "domains/ledger/service.py", "from stakehouse.domains import payments"),
    Planted(TIERS, "domains/tenancy/service.py", "from stakehouse.domains import identity"),
    Planted(TIERS, "domains/identity/service.py", "from stakehouse.domains import access"),
    Planted(TIERS, "domains/access/service.py", "from stakehouse.domains import ledger"),
    Planted(TIERS, "domains/compliance/service.py", "from stakehouse.domains import jackpots"),
    Planted(TIERS, "domains/jackpots/service.py", "from stakehouse.domains import play"),
    Planted(TIERS, "domains/play/service.py", "from stakehouse.domains import games"),
    Planted(TIERS, "domains/casino/service.py"),
    Planted(VOCABULARY, "domains/ledger/store.py", "from stakehouse.domains.ledger import service"),
    Planted(VOCABULARY, "domains/ledger/tables.py", "from stakehouse.domains.ledger import store"),
    Planted(VOCABULARY, "domains/ledger/rules.py", "from stakehouse.domains.ledger import store"),
    Planted(VOCABULARY, "domains/ledger/types.py", "from stakehouse.domains.ledger import rules"),
    Planted(VOCABULARY, "domains/ledger/errors.py", "from stakehouse.domains.ledger import types"),
    Planted(VOCABULARY, "domains/payments/ports.py", "from stakehouse.domains.payments import store"),
    Planted(VOCABULARY, "domains/payments/http/player.py", "from stakehouse.domains.payments import jobs"),
    Planted(VOCABULARY, "domains/ledger/manager.py"),
    Planted(DOORS, "domains/games/service.py", "from stakehouse.domains.ledger import service as other"),
    Planted(DOORS, "domains/payments/service.py", "from stakehouse.domains.ledger import store as other"),
    Planted(DOORS, "domains/play/service.py", "from stakehouse.domains.compliance import rules as other"),
    Planted(DOORS, "domains/play/store.py", "from stakehouse.domains.ledger import tables as other"),
    Planted(DOORS, "domains/games/types.py", "from stakehouse.domains.play import types as other"),
    Planted(DOORS, "domains/access/errors.py", "from stakehouse.domains.identity import errors as other"),
    Planted(PURE, "domains/ledger/rules.py", "import sqlalchemy"),
    Planted(PURE, "domains/compliance/rules.py", "import secrets"),
    Planted(PURE, "domains/payments/types.py", "from stakehouse.infra import tx"),
    Planted(PURE, "domains/games/engines/dice.py", "import random"),
    Planted(PURE, "kernel/money.py", "import asyncio"),
    Planted(PURE, "events/play.py", "import httpx"),
    Planted(EDGES, "domains/payments/service.py", "from stakehouse.domains.payments import adapters"),
    Planted(EDGES, "domains/payments/service.py", "from stakehouse.domains.payments import http"),
    Planted(EDGES, "domains/ledger/__init__.py", "from stakehouse.domains.ledger import jobs"),
    Planted(EDGES, "domains/identity/service.py", "from stakehouse.domains.identity import handlers"),
]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the linter said: of the clean copy first, then what its contract said of each violation."""
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copytree(
        CHECKOUT / "src" / "stakehouse", folder / "stakehouse", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    done = subprocess.run(
        [sys.executable, "-B", str(Path(__file__).with_name("plant.py")), str(folder)],
        input=json.dumps([[planted.contract, planted.file, planted.line] for planted in PLANTED]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[str] = json.loads(done.stdout)
    return answers


def broken(output: str) -> set[str]:
    """The names of the broken contracts."""
    return set(re.findall(r"^(.+?) BROKEN", output, re.MULTILINE))


def test_the_clean_tree_keeps_all_contracts(outputs: list[str]) -> None:
    assert "6 kept, 0 broken" in outputs[0], outputs[0]


@pytest.mark.parametrize("number", range(len(PLANTED)), ids=[f"{p.file}: {p.line}" for p in PLANTED])
def test_a_planted_violation_is_caught(outputs: list[str], number: int) -> None:
    planted, output = PLANTED[number], outputs[number + 1]

    assert planted.contract in broken(output), output


def test_every_domain_of_the_tree_has_a_tier() -> None:
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    tiers = next(contract for contract in contracts if contract["id"] == "tiers")["layers"]
    named = {name.strip(" ()") for tier in tiers for name in tier.split("|")}

    found = {path.parent.name for path in (CHECKOUT / "src/stakehouse/domains").glob("*/__init__.py")}

    assert found <= named
