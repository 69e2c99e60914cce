"""A simulator as a process of its own."""

import asyncio
import signal

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from starlette.types import ASGIApp


def listen(app: ASGIApp, *, host: str, port: int) -> None:
    """Serves until the process is asked to stop."""
    asyncio.run(_listen(app, host, port))


async def _listen(app: ASGIApp, host: str, port: int) -> None:
    server = Server(app, address=host, port=port, interface=Interfaces.ASGI, log_level=LogLevels.warning)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, server.stop)
    await server.serve()
