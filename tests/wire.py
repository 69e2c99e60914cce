"""A client that can tell "refused" from "nobody knows": plain HTTP/1.1 over one connection."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

LIMIT_S = 20.0


class Lost(Exception):  # noqa: N818 - an expected end of a request under faults
    """The connection broke or the time was up: whether the act was carried out is unknown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, byte for byte."""

    status: int
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Link:
    """One connection to the house, made anew when it was lost."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self._port = port
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: str | None = None, *, key: str | None = None) -> Answer:
        """Sends one request and reads its answer.

        Raises:
            Lost: there is no complete answer.
        """
        try:
            async with asyncio.timeout(LIMIT_S):
                return await self._exchange(method, path, body, key)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
            self.close()
            raise Lost(f"{type(error).__name__}: {error}") from error
        except asyncio.CancelledError:
            self.close()
            raise

    def close(self) -> None:
        """Drops the connection."""
        if self._streams is not None:
            self._streams[1].transport.abort()
            self._streams = None

    async def _exchange(self, method: str, path: str, body: str | None, key: str | None) -> Answer:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        content = b"" if body is None else body.encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{self._headers}"
        if key is not None:
            head += f"Idempotency-Key: {key}\r\n"
        if body is not None:
            head += "Content-Type: application/json\r\n"
        writer.write(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)
        status, headers = await _head(reader)
        answer = Answer(status, await _body(reader, headers))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return answer


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {}
    for line in lines[1:-2]:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return int(lines[0].split(" ", 2)[1]), headers


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    pieces = []
    while size := int(await reader.readline(), 16):
        pieces.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(pieces)
