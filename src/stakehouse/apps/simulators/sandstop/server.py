"""Sandstop as a process of its own."""

from stakehouse.apps.simulators.sandstop.app import sandstop
from stakehouse.apps.simulators.serving import listen


def serve(*, port: int, secret: bytes, host: str = "127.0.0.1", pace: float = 1.0) -> None:
    """Serves until the process is asked to stop.

    Args:
        port: where to listen.
        secret: from which the customers' keys are derived.
        host: the address to listen on.
        pace: multiplies its waits.
    """
    listen(sandstop(secret=secret, pace=pace), host=host, port=port)
