"""The command line in the process of the tests: a process of its own takes seconds to load the program."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable

import pytest

from stakehouse.apps import cli
from tests.databases import TestDatabase

Done = tuple[int, str, str]
"""How a command ended, what it printed, and what it said on the side."""

CommandLine = Callable[..., Awaitable[Done]]


def in_production(database: TestDatabase) -> dict[str, str]:
    """The settings of a command that works on a test's database."""
    return {
        "STAKEHOUSE_ENV": "production",
        "STAKEHOUSE_DATABASE_URL": database.app_url,
        "STAKEHOUSE_DATABASE_OWNER_URL": database.app_url,
        "STAKEHOUSE_NATS_URL": "nats://127.0.0.1:1",
        "STAKEHOUSE_MASTER_KEY": "1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    }


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Runs a command with arguments and settings."""

    def run() -> int:
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0)

    async def call(*arguments: str, **environment: str) -> Done:
        with monkeypatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("STAKEHOUSE_")]:  # noqa: TID251 - cleared
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["stakehouse", *arguments])
            capsys.readouterr()
            # It runs a loop of its own.
            code = await asyncio.to_thread(run)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call
