"""Plants each violation in a copy of the source and answers what the contract that forbids it said.

A program of its own, because the linter looks for ``stakehouse`` on the search path of its process,
and there it must find the copy. Reads ``[[contract, file, line], …]`` and writes the outputs, in JSON:
of all contracts on the clean copy first.
"""

import contextlib
import io
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import lint_imports


def main() -> None:
    folder = Path(sys.argv[1])
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    contracts = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    ids = {contract["name"]: contract["id"] for contract in contracts}
    outputs = [lint(folder, *ids.values())]
    for contract, file, line in json.load(sys.stdin):
        with planted(folder / "stakehouse", file, line):
            outputs.append(lint(folder, ids[contract]))
    json.dump(outputs, sys.stdout)


def lint(folder: Path, *contracts: str) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        lint_imports(limit_to_contracts=contracts, cache_dir=str(folder / "cache"), no_logo=True)
    return output.getvalue()


@contextlib.contextmanager
def planted(source: Path, file: str, line: str) -> Iterator[None]:
    """A line more in a file; the file, and what the line imports of ours, are made where missing."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(present(source / file))
        if (target := imported(source, line)) is not None:
            stack.enter_context(present(target))
        before = (source / file).read_bytes()
        (source / file).write_bytes(before + f"\n{line}\n".encode())
        yield
        (source / file).write_bytes(before)


@contextlib.contextmanager
def present(path: Path) -> Iterator[None]:
    """A module with its packages; what was not there before goes again."""
    folders = [folder for folder in path.parents if not folder.exists()]
    made = [folder / "__init__.py" for folder in folders]
    if not path.exists() and path not in made:
        made.append(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    for file in made:
        file.touch()
    yield
    for file in made:
        file.unlink()
    for folder in folders:
        folder.rmdir()


def imported(source: Path, line: str) -> Path | None:
    """The file of the module of ours that a line imports, if no file or package has it yet."""
    found = re.fullmatch(r"from stakehouse\.([\w.]+) import (\w+)( as \w+)?", line)
    if found is None:
        return None
    path = source / found[1].replace(".", "/") / found[2]
    return None if path.is_dir() else path.with_suffix(".py")


if __name__ == "__main__":
    main()
