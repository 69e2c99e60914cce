"""The process that keeps the wallet engine."""

import typer

from stakehouse.apps.cli.process import run
from stakehouse.apps.wallet import keep

app = typer.Typer()


@app.command()
def wallet() -> None:
    """Carries out the bets of every process of the API on this machine."""
    run(lambda _settings, given: keep(given))
