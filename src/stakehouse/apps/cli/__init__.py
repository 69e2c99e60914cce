"""The command line: one module a subject, loaded when it is asked for.

``stakehouse up`` stays small because it never loads what the API needs; the table below is the
whole table of contents.
"""

import importlib
import sys
from dataclasses import dataclass

import typer
from rich.console import Console
from rich.markup import escape
from typer._click.core import Command, Context
from typer.core import TyperGroup
from typing_extensions import override

from stakehouse.infra.embedded import HouseFault


@dataclass(frozen=True, slots=True)
class Subject:
    """Where a command lives.

    Attributes:
        module: the module below this package.
        attribute: the Typer application in it; one with a single command is that command.
    """

    module: str
    attribute: str = "app"


COMMANDS = {
    "up": Subject("house", "up_app"),
    "down": Subject("house", "down_app"),
    "reset": Subject("house", "reset_app"),
    "api": Subject("serve", "api_app"),
    "wallet": Subject("wallet"),
    "worker": Subject("work"),
    "simulate": Subject("simulate"),
    "db": Subject("database"),
    "seed": Subject("seed"),
    "ledger": Subject("ledger"),
    "fairness": Subject("fairness"),
    "names": Subject("names"),
    "import": Subject("importing"),
    "tenant": Subject("tenant"),
    "evidence": Subject("evidence"),
    "export": Subject("export"),
}


class Subjects(TyperGroup):
    """Finds a command in the table and loads its module."""

    @override
    def list_commands(self, ctx: Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    @override
    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command, loaded."""
        subject = COMMANDS.get(cmd_name)
        if subject is None:
            return None
        module = importlib.import_module(f"{__name__}.{subject.module}")
        command: Command = typer.main.get_command(getattr(module, subject.attribute))
        command.name = cmd_name
        return command


app = typer.Typer(cls=Subjects, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def stakehouse() -> None:
    """One platform for an online gaming house and the restaurants beside it."""


def main() -> None:
    """Runs the command line; a fault of the surroundings is told in two sentences."""
    try:
        app()
    except HouseFault as fault:
        tell(fault)
        sys.exit(1)


def tell(fault: HouseFault) -> None:
    """Prints a fault for the person in front of the terminal."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print(f"[bold red]✗[/] [bold]{escape(fault.problem)}[/]")
    console.print(f"  {fault.remedy}", markup=False)
    for line in fault.lines:
        console.print(f"  │ {line}", style="dim", markup=False)
