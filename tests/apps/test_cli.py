"""The command line: what it finds, what it asks, and how it tells what is wrong."""

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from stakehouse.apps import cli
from stakehouse.infra.embedded import lock_home, open_home


@dataclass(frozen=True)
class Done:
    returncode: object
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line with a state folder of its own."""

    def call(*arguments: str, answer: str = "", **environment: str) -> Done:
        for name in [name for name in os.environ if name.startswith("STAKEHOUSE_")]:  # noqa: TID251 - cleared
            monkeypatch.delenv(name)
        for name, value in ({"STAKEHOUSE_HOME": str(tmp_path / "home")} | environment).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["stakehouse", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return Done(ended.value.code, said.out, said.err)

    return call


def test_every_command_of_the_table_is_there_and_explains_itself(run: Run) -> None:
    done = run("--help")

    assert done.returncode == 0, done.stderr
    for name in cli.COMMANDS:
        line = next(line for line in done.stdout.splitlines() if f"│ {name} " in line)
        assert len(line.strip("│ ").split()) > 3, line


def test_an_unknown_command_is_refused(run: Run) -> None:
    assert run("gamble").returncode == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "many"), ("PORT", "70000"), ("API_WORKERS", "0"), ("ENV", "test"), ("LOG_LEVEL", "loud")],
)
def test_a_setting_that_makes_no_sense_is_named(run: Run, name: str, value: str) -> None:
    done = run("down", **{f"STAKEHOUSE_{name}": value})

    assert done.returncode == 1
    assert f"STAKEHOUSE_{name} makes no sense" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_secret_that_makes_no_sense_is_not_printed(run: Run) -> None:
    done = run("down", STAKEHOUSE_DEMO_PASSWORD="short")

    assert "STAKEHOUSE_DEMO_PASSWORD makes no sense" in done.stderr
    assert "short'" not in done.stderr


def test_production_does_not_start_embedded_parts(run: Run, tmp_path: Path) -> None:
    done = run("up", STAKEHOUSE_ENV="production")

    assert done.returncode == 1
    assert "STAKEHOUSE_ENV is production" in done.stderr
    assert not (tmp_path / "home").exists()


def test_production_names_the_setting_it_misses(run: Run) -> None:
    done = run("db", "check", STAKEHOUSE_ENV="production")

    assert done.returncode == 1
    assert "STAKEHOUSE_DATABASE_URL is not set" in done.stderr


def test_a_command_that_needs_a_house_says_how_to_start_one(run: Run) -> None:
    done = run("db", "check")

    assert done.returncode == 1
    assert "There is no house in" in done.stderr
    assert "make up" in done.stderr


def test_stopping_where_nothing_stands_is_no_error(run: Run) -> None:
    done = run("down")

    assert done.returncode == 0
    assert "No house stands" in done.stdout


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_reset_asks_and_takes_no_for_an_answer(run: Run, tmp_path: Path, answer: str) -> None:
    open_home(tmp_path / "home")

    done = run("reset", answer=answer)

    assert done.returncode == 1
    assert (tmp_path / "home" / "house.json").exists()


@pytest.mark.parametrize(("arguments", "answer"), [(["--yes"], ""), ([], "y\n")])
def test_reset_deletes_the_folder(run: Run, tmp_path: Path, arguments: list[str], answer: str) -> None:
    open_home(tmp_path / "home")

    done = run("reset", *arguments, answer=answer)

    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "home").exists()


def test_reset_does_not_touch_a_standing_house(run: Run, tmp_path: Path) -> None:
    open_home(tmp_path / "home")

    with lock_home(tmp_path / "home"):
        done = run("reset", "--yes")

    assert done.returncode == 1
    assert f"process {os.getpid()}" in done.stderr
    assert (tmp_path / "home" / "house.json").exists()
