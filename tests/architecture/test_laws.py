"""Laws about the text of the source that import contracts cannot see, each shown to bite."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "stakehouse"

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc", "base"}
PURE = ("rules", "types", "engines", "errors")
INPUTS = {"random", "time", "os", "subprocess", "socket"}
"""Chance, clock, environment and network: a domain is handed what they give. (``secrets`` makes tokens,
which decide nothing; in rules it is forbidden by contract.)"""


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def is_pure(path: Path) -> bool:
    """Whether a module of a domain holds decisions and values only."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0] == "domains" and len(parts) > 2 and parts[2] in PURE


def impurities(text: str) -> list[str]:
    """Functions that wait, or that take a transaction."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.AsyncFunctionDef):
            found.append(f"async def {node.name}")
        elif isinstance(node, ast.FunctionDef) and "tx" in argument_names(node.args):
            found.append(f"{node.name} takes tx")
    return found


def argument_names(arguments: ast.arguments) -> set[str]:
    return {argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}


def inputs_read(text: str) -> set[str]:
    """The modules of chance, clock, environment and network that a text imports."""
    return {name for name in imported(ast.parse(text)) if name.partition(".")[0] in INPUTS}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module


def badly_named(path: Path) -> set[str]:
    return FORBIDDEN_NAMES & set(path.with_suffix("").parts)


def test_decisions_neither_wait_nor_take_a_transaction() -> None:
    found = {str(path): impurities(path.read_text()) for path in modules() if is_pure(path)}

    assert found
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.requirement("35")
def test_domains_are_handed_chance_clock_and_environment() -> None:
    found = {str(path): inputs_read(path.read_text()) for path in modules() if "domains" in path.parts}

    assert found
    assert {path: what for path, what in found.items() if what} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [path for path in modules() if badly_named(path.relative_to(SOURCE))] == []


def test_every_folder_is_a_package_that_the_contracts_can_see() -> None:
    folders = {path.parent for path in modules()}

    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize(
    "text",
    [
        "async def decide(): ...",
        "def decide(tx): ...",
        "def decide(a, *, tx): ...",
        "class Rule:\n    async def decide(self): ...",
        "def outer():\n    def inner(tx, b): ...",
    ],
)
def test_planted_impurity_is_seen(text: str) -> None:
    assert impurities(text) != []


@pytest.mark.parametrize(
    "text", ["import random", "from time import time", "import os.path", "def f():\n    import socket"]
)
def test_planted_input_is_seen(text: str) -> None:
    assert inputs_read(text) != set()


@pytest.mark.parametrize("name", ["infra/utils.py", "domains/ledger/helpers/x.py", "kernel/common.py"])
def test_planted_name_is_seen(name: str) -> None:
    assert badly_named(Path(name)) != set()
