"""Sandpay as a process of its own."""

import asyncio
import signal
from pathlib import Path

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from stakehouse.apps.simulators.sandpay.app import sandpay
from stakehouse.apps.simulators.sandpay.book import Book


def serve(*, port: int, folder: Path, secret: bytes, host: str = "127.0.0.1", pace: float = 1.0) -> None:
    """Serves until the process is asked to stop.

    Args:
        port: where to listen.
        folder: where the books lie, in ``sandpay.sqlite``; made if it is missing.
        secret: from which the merchants' keys are derived; the seed derives the same ones.
        host: the address to listen on; people's browsers must reach it.
        pace: multiplies the waits between tries of a notice.
    """
    folder.mkdir(parents=True, exist_ok=True)
    book = Book(folder / "sandpay.sqlite")
    try:
        asyncio.run(_serve(book, host=host, port=port, secret=secret, pace=pace))
    finally:
        book.close()


async def _serve(book: Book, *, host: str, port: int, secret: bytes, pace: float) -> None:
    app = sandpay(book, secret=secret, base_url=f"http://{host}:{port}", pace=pace)
    server = Server(app, address=host, port=port, interface=Interfaces.ASGI, log_level=LogLevels.warning)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, server.stop)
    await server.serve()
