"""Processes of our own that play the outside world for a test."""

import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Sequence

import httpx

_NO_AUTHORITY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def plain_client(address: str = "", *, timeout_s: float = 10) -> httpx.AsyncClient:
    """A client of plain HTTP; any other reads all authorities first, for fifty milliseconds."""
    return httpx.AsyncClient(base_url=address, trust_env=False, verify=_NO_AUTHORITY, timeout=timeout_s)


class Listener:
    """A program that listens on a port of this machine, in a process of its own."""

    def __init__(self, program: str, port: int, arguments: Sequence[str] = ()) -> None:
        """Starts nothing yet.

        Args:
            program: Python; its first argument is the port.
            port: where it will listen.
            arguments: what else it is given.
        """
        self.address = f"127.0.0.1:{port}"
        self.url = f"http://{self.address}"
        self._port = port
        self._command = [sys.executable, "-c", program, str(port), *arguments]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the simulator did not start")

    def stop(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None
