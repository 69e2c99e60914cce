"""The process that works."""

import typer

from stakehouse.apps.cli.process import run
from stakehouse.apps.worker import work

app = typer.Typer()


@app.command()
def worker() -> None:
    """Publishes events, hears them, does jobs, and keeps the clock."""
    run(work)
