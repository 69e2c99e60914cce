"""Which test shows which line of the checklist: ``python -m tests.requirements`` writes the page.

``docs/compliance/checklist.toml`` holds the lines in our own words, the tests say by their mark which of
them they show, and ``docs/compliance/requirements.md`` is what both together say. ``--check`` writes
nothing and fails if the page is out of date.
"""

import contextlib
import io
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHECKLIST = ROOT / "docs" / "compliance" / "checklist.toml"
PAGE = ROOT / "docs" / "compliance" / "requirements.md"

NOT_YET = "Not yet:"
"""Begins a reason that a test does away with."""

HEAD = """# Requirements

What a test house or a regulator asks, line by line, in our own words, and what shows that it holds.
`make docs` writes it from [checklist.toml](checklist.toml) and the marks on the tests; do not edit it.
A line without a test says why. `.venv/bin/python -m tests.requirements 13` runs all that show a line.

Lines 1 to 72 follow GLI-19 v3.0 and the sources named beside them; R1 to R24 are about safer gambling. It is
an engineering list and no legal advice: the licence of each tenant decides what binds it.
"""

COLUMNS = "| line | what must hold | owner | shown by |\n|---|---|---|---|\n"


class Discrepancy(Exception):  # noqa: N818 - what it is
    """The checklist and the marks of the tests do not agree."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the checklist.

    Attributes:
        number: stable; ``1`` to ``72`` and ``R1`` to ``R24``.
        section: under which heading it stands.
        owner: the domain that has to hold it.
        says: what must hold.
        source: where it comes from.
        open: what no test shows, and why; empty if nothing.
    """

    number: str
    section: str
    owner: str
    says: str
    source: str = ""
    open: str = ""


@dataclass(slots=True)
class Marks:
    """A pytest plug-in that reads the marks of everything collected."""

    tests: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keeps the tests of each line, without their parameters."""
        for item in session.items:
            for mark in item.iter_markers("requirement"):
                for number in mark.args:
                    self.tests[number].add(item.nodeid.partition("[")[0])


def checklist(path: Path = CHECKLIST) -> list[Line]:
    """The lines in their order."""
    return [Line(**entry) for entry in tomllib.loads(path.read_text())["line"]]


def collect() -> Mapping[str, set[str]]:
    """The tests of each line, slow batteries included, as pytest collects them.

    Raises:
        Discrepancy: the tests cannot be collected.
    """
    marks = Marks()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = pytest.main(["--collect-only", "-q", "-m", "", str(ROOT / "tests")], plugins=[marks])
    if status != pytest.ExitCode.OK:
        raise Discrepancy(said.getvalue())
    return marks.tests


def compare(lines: Iterable[Line], tests: Mapping[str, Iterable[str]]) -> list[str]:
    """What does not fit: lines with neither test nor reason, marks of lines that do not exist."""
    known = {line.number: line for line in lines}
    bare = [number for number, line in known.items() if not tests.get(number) and not line.open]
    return [
        *(f"line {number} has neither a test nor a reason in {CHECKLIST.name}" for number in bare),
        *(
            f"{test} shows line {number}, which is not in {CHECKLIST.name}"
            for number in sorted(set(tests) - set(known))
            for test in sorted(tests[number])
        ),
    ]


def page(lines: Iterable[Line], tests: Mapping[str, Iterable[str]]) -> str:
    """The page as it stands in its file."""
    parts, section = [HEAD], ""
    for line in lines:
        if line.section != section:
            section = line.section
            parts.append(f"\n## {section}\n\n{COLUMNS}")
        source = f" <br>*{line.source}*" if line.source else ""
        shown = [f"`{test.removeprefix('tests/')}`" for test in sorted(tests.get(line.number, ()))]
        if line.open and not (shown and line.open.startswith(NOT_YET)):
            shown.append(f"– {line.open}")
        parts.append(f"| {line.number} | {line.says}{source} | {line.owner} | {' <br>'.join(shown)} |\n")
    return "".join(parts)


def main(arguments: list[str]) -> int:
    """Writes the page, compares it (``--check``), or runs the tests of the lines that are named."""
    lines = checklist()
    try:
        tests = collect()
    except Discrepancy as fault:
        sys.stdout.write(f"{fault}\n")
        return 1
    asked = [argument for argument in arguments if argument != "--check"]
    if asked:
        named = sorted({str(ROOT / test) for number in asked for test in tests.get(number, ())})
        return int(pytest.main(["-m", "", *named])) if named else _say([f"no test shows {' '.join(asked)}"])
    faults = compare(lines, tests)
    if faults:
        return _say(faults)
    text = page(lines, tests)
    if PAGE.exists() and PAGE.read_text() == text:
        return 0
    if "--check" in arguments:
        return _say([f"{PAGE.relative_to(ROOT)} is out of date: make docs"])
    PAGE.write_text(text)
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} written\n")
    return 0


def _say(faults: list[str]) -> int:
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
