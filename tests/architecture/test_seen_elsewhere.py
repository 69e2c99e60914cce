"""The table of defects seen elsewhere tells the truth: its numbers are whole, its tests exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "guides" / "seen-elsewhere.md"
LAST = 116

ROW = re.compile(r"^\| (\d+)(?:–(\d+))? \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
NOT_YET = "– "


def rows() -> Iterator[tuple[range, str]]:
    """The numbers of a row, and what proves it."""
    for first, last, _, proof in ROW.findall(TABLE.read_text()):
        yield range(int(first), int(last or first) + 1), proof


def named_in(path: Path) -> set[str]:
    """The names of the tests in a file."""
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    nodes = ast.parse(path.read_text()).body if path.exists() else []
    return {node.name for node in nodes if isinstance(node, functions) and node.name.startswith("test_")}


def missing(text: str) -> list[str]:
    """Tests that a text names and that do not exist."""
    return [f"{path}::{name}" for path, name in TEST.findall(text) if name not in named_in(ROOT / path)]


def test_every_number_is_there_once() -> None:
    assert [number for numbers, _ in rows() for number in numbers] == list(range(1, LAST + 1))


def test_every_row_names_a_test_or_says_with_what_it_comes() -> None:
    for numbers, proof in rows():
        assert proof.startswith(NOT_YET) or TEST.fullmatch(proof.split()[0]), numbers
        assert TEST.sub("", proof).strip() == "" or proof.startswith(NOT_YET), numbers


def test_every_test_that_the_table_names_exists() -> None:
    assert missing(TABLE.read_text()) == []


def test_every_test_written_for_the_list_is_named() -> None:
    named = {name for _, name in TEST.findall(TABLE.read_text())}
    written = {
        name
        for path in (ROOT / "tests" / "scenarios").glob("test_seen_elsewhere_*.py")
        for name in named_in(path)
        if not name.startswith("test_a_planted_")
    }

    assert written
    assert written - named == set()


def test_a_test_that_does_not_exist_is_seen() -> None:
    invented = "`tests/architecture/test_seen_elsewhere.py::test_nobody_wrote_this`"

    assert missing(invented) == [invented.strip("`")]
    assert missing("`tests/nowhere/test_x.py::test_x`") == ["tests/nowhere/test_x.py::test_x"]
