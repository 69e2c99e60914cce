"""The house as a whole: up, down, reset."""

import os
import signal
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from stakehouse.apps.house import stand
from stakehouse.apps.settings import load_settings
from stakehouse.infra.embedded import HouseFault, StopRequested, follow_parent, held_by, listening, lock_home
from stakehouse.infra.embedded.home import wipe
from stakehouse.infra.embedded.postgres import wait_until_gone

STOP_LIMIT_S = 120.0

up_app = typer.Typer()
down_app = typer.Typer()
reset_app = typer.Typer()

console = Console(highlight=False)


@up_app.command()
def up(
    *,
    show_password: Annotated[bool, typer.Option(help="Print the password of the seeded sign-ins.")] = False,
    tied: Annotated[bool, typer.Option(help="Stop when the process that started this one ends.")] = False,
) -> None:
    """Starts the house with embedded parts and stays in front until Ctrl-C."""
    settings = load_settings()
    if tied:
        follow_parent(signal.SIGTERM)
    try:
        with listening():
            stand(settings, console, show_password=show_password)
    except StopRequested:
        return


@down_app.command()
def down() -> None:
    """Stops a house that was left standing."""
    home = load_settings().home
    process = held_by(home)
    if process is None:
        console.print(f"No house stands in {home}.", markup=False)
        return
    os.kill(process, signal.SIGTERM)
    until = time.monotonic() + STOP_LIMIT_S
    while held_by(home) == process:
        if time.monotonic() > until:
            raise HouseFault(
                f"The house (process {process}) did not stop within {STOP_LIMIT_S:.0f} s.",
                f"End it the hard way, nothing is lost: kill -9 {process}",
            )
        time.sleep(0.1)
    console.print("[green]✓[/] The house is down.")


@reset_app.command()
def reset(*, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False) -> None:
    """Deletes the state folder: database, events, passwords."""
    home = load_settings().home
    if not home.is_dir():
        console.print(f"There is nothing in {home}.", markup=False)
        return
    if not yes:
        typer.confirm(f"Delete {home} with all accounts, rounds and passwords in it?", abort=True)
    with lock_home(home):
        wait_until_gone(home / "postgres")
        strangers = wipe(home)
    console.print(f"[green]✓[/] {home} is empty." if not strangers else _left(strangers))


def _left(strangers: tuple[Path, ...]) -> str:
    names = ", ".join(path.name for path in strangers)
    return f"[green]✓[/] The house is deleted; what is not its own stayed: {names}"
