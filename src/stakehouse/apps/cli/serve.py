"""The processes that serve."""

import typer
from granian import Granian
from granian.constants import Interfaces, Loops, RuntimeModes
from granian.log import LogLevels

from stakehouse.apps.settings import load_settings

BACKLOG = 2048
"""Connections that may wait to be taken; the system caps it by its own limit."""

STOP_LIMIT_S = 25
"""A worker that has not finished what it serves after this long is ended."""

RESPAWN_PAUSE_S = 0.2

api_app = typer.Typer()


@api_app.command()
def api() -> None:
    """Serves the faces: player, staff, machines and the web pages."""
    settings = load_settings()
    Granian(
        "stakehouse.apps.server:application",
        factory=True,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.RSGI,
        workers=settings.api_workers,
        loop=Loops.uvloop,
        websockets=False,
        # One thread for the sockets beside the one that runs Python: more of them only take turns
        # for the interpreter, which halved the bets of 64 connections on two cores.
        runtime_mode=RuntimeModes.st,
        runtime_threads=1,
        runtime_blocking_threads=1,
        backlog=BACKLOG,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=RESPAWN_PAUSE_S,
        workers_kill_timeout=STOP_LIMIT_S,
    ).serve()
