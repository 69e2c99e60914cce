"""Defects of payments that were seen elsewhere (docs/guides/seen-elsewhere.md): ours must not have them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from stakehouse.kernel.ids import new_id
from tests.halls import Hall

SOURCE = Path(__file__).parents[2] / "src" / "stakehouse"

PROOF = re.compile(r"(?:^|_)(?:signature|digest|secret|token|password|mac|api_key)s?$")
"""Names of values that prove something to whoever knows them."""

COLUMN = re.compile(r"(?:\.c|^table)\.\w+$")
"""A column, also by the name that stores give a table's columns: that comparison is the database's search
for a digest, which tells nothing about the proof."""


def plain_comparisons(text: str) -> Iterator[str]:
    """Comparisons of a proof with something else by equality, whose time tells how much was right."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Eq | ast.NotEq):
            continue
        sides = [node.left, *node.comparators]
        if any(COLUMN.search(ast.unparse(side)) for side in sides):
            continue
        names = [ast.unparse(side).rpartition(".")[2] for side in sides]
        if any(PROOF.search(name) for name in names) and not any(isinstance(s, ast.Constant) for s in sides):
            yield ast.unparse(node)


def test_what_proves_something_is_never_compared_by_equality() -> None:
    # The embedded house compares its owner's settings with its owner's folder; nobody sends it a proof.
    reached = [path for path in SOURCE.rglob("*.py") if "embedded" not in path.parts]
    found = {str(path): list(plain_comparisons(path.read_text())) for path in reached}

    assert len(found) > 100
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "text", ["signature == expected", "sent.api_key != known", "if known_digest == given: pass"]
)
def test_a_planted_comparison_is_seen(text: str) -> None:
    assert list(plain_comparisons(text)) != []


async def test_the_door_for_notices_is_open_where_the_house_says_it_is(hall: Hall) -> None:
    stranger = hall.house.client(hall.tenant)

    answer = await stranger.post(f"/webhooks/payments/sandpay/{new_id()}", content=b"{}")

    assert (answer.status_code, answer.json()["code"]) == (404, "connection_not_found")
