"""Sandpay as a process of its own."""

from pathlib import Path

from stakehouse.apps.simulators.sandpay.app import sandpay
from stakehouse.apps.simulators.sandpay.book import Book
from stakehouse.apps.simulators.serving import listen


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
        listen(
            sandpay(book, secret=secret, base_url=f"http://{host}:{port}", pace=pace), host=host, port=port
        )
    finally:
        book.close()
