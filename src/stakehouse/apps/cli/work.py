"""The process that works."""

import asyncio

import typer
import uvloop

from stakehouse.apps.settings import load_settings, resources
from stakehouse.apps.worker import work
from stakehouse.infra import logs

app = typer.Typer()


@app.command()
def worker() -> None:
    """Publishes events, hears them, does jobs, and keeps the clock."""
    settings = load_settings()
    logs.configure(settings.log_level, as_json=not settings.is_embedded)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work(settings, resources(settings)))
