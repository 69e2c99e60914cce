"""How a process of the house that is no server of HTTP runs."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import uvloop

from stakehouse.apps.settings import Resources, Settings, load_settings, resources
from stakehouse.infra import logs


def run(work: Callable[[Settings, Resources], Coroutine[Any, Any, None]]) -> None:
    """Reads the settings, sets the logs up, and works until there is nothing more to do."""
    settings = load_settings()
    logs.configure(settings.log_level, as_json=not settings.is_embedded)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work(settings, resources(settings)))
