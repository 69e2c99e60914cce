"""The checklist of requirements is whole, and a line that nothing shows does not pass."""

import pytest

from tests.requirements import Line, checklist, compare, page

KNOWN = [
    Line("1", "Time", "kernel", "One clock.", open="Not yet: soon."),
    Line("2", "Time", "kernel", "UTC.", "GLI-19 2.2", open="Partly: some."),
    Line("3", "Money", "ledger", "Whole numbers."),
]


def test_every_line_is_there_once_with_an_owner() -> None:
    lines = checklist()

    numbers = [*(f"{number}" for number in range(1, 73)), *(f"R{number}" for number in range(1, 25))]
    assert [line.number for line in lines] == numbers
    assert all(line.owner and line.says.endswith(".") for line in lines)


def test_reasons_begin_with_a_word_that_says_what_kind_they_are() -> None:
    kinds = {line.open.partition(":")[0] for line in checklist() if line.open}

    assert kinds <= {"Later", "Partly", "Not ours", "Not yet"}


@pytest.mark.parametrize(
    ("tests", "fault"),
    [
        ({}, "line 3 has neither a test nor a reason"),
        ({"3": {"tests/a.py::test_a"}, "73": {"tests/a.py::test_b"}}, "test_b shows line 73, which is not"),
    ],
)
def test_what_does_not_fit_is_named(tests: dict[str, set[str]], fault: str) -> None:
    faults = compare(KNOWN, tests)

    assert len(faults) == 1
    assert fault in faults[0]


def test_a_reason_that_waits_gives_way_to_a_test_and_another_stays() -> None:
    shown = page(KNOWN, {"1": {"tests/a.py::test_a"}, "2": {"tests/b.py::test_b"}})

    assert compare(KNOWN, {"3": {"tests/c.py::test_c"}}) == []
    assert "| 1 | One clock. | kernel | `a.py::test_a` |" in shown
    assert "| 2 | UTC. <br>*GLI-19 2.2* | kernel | `b.py::test_b` <br>– Partly: some. |" in shown
    assert shown.count("## ") == 2
