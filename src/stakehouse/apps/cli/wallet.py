"""The process that keeps the wallet engine."""

import asyncio

import typer
import uvloop

from stakehouse.apps.settings import load_settings, resources
from stakehouse.apps.wallet import keep
from stakehouse.infra import logs

app = typer.Typer()


@app.command()
def wallet() -> None:
    """Carries out the bets of every process of the API on this machine."""
    settings = load_settings()
    logs.configure(settings.log_level, as_json=not settings.is_embedded)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(keep(resources(settings)))
