"""RSGI, the server's own interface: the fast way on it, and ASGI applications behind it.

An answer of the fast way is one call here. By ASGI it is two messages through two futures, and each
request a dictionary with all its headers: a third of what the server and its Python spent on a bet
(``docs/decisions/0012``). Everything else is written for ASGI and stays so; ``serve_asgi`` carries it.

Source: the RSGI specification 1.x of granian, and ASGI 3.0.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from granian.rsgi import (  # type: ignore[attr-defined]  # it does not say what it hands on
    HTTPProtocol,
    ProtocolClosed,
    ProtocolError,
    Scope,
)
from starlette.types import ASGIApp, Message
from starlette.types import Scope as AsgiScope

from stakehouse.infra.web.fast import READ_ON, gathered, too_large


__all__ = ["HTTPProtocol", "RsgiRequest", "Scope", "serve_asgi"]


class _Stream(Protocol):
    """An answer that is sent in pieces."""

    async def send_bytes(self, data: bytes) -> None: ...


class RsgiRequest:
    """A request of the fast way that came by RSGI."""

    __slots__ = ("_headers", "_protocol", "_scope")

    def __init__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Keeps what is asked for later."""
        self._scope = scope
        self._protocol = protocol
        self._headers = scope.headers

    @property
    def address(self) -> str:
        """Of the client."""
        return _address(self._scope.client)[0]

    def header(self, name: str) -> str:
        """A header by its lower-case name."""
        value: str = self._headers.get(name, "")
        if not value and name == "host":  # HTTP/2 names it apart from the headers
            return self._scope.authority or ""
        return value

    async def body(self, most: int) -> bytes:
        """The whole body; one that says itself that it is far too large is not read."""
        length = self.header("content-length")
        if length.isdecimal() and int(length) <= most:
            return await self._protocol()
        if length.isdecimal() and int(length) > most * READ_ON:
            raise too_large(most)
        return await gathered(_chunks(self._protocol), most)


async def serve_asgi(app: ASGIApp, scope: Scope, protocol: HTTPProtocol) -> None:
    """Serves one request of HTTP by an ASGI application."""
    exchange = _Exchange(protocol)
    try:
        await app(_asgi_scope(scope), exchange.receive, exchange.send)
    finally:
        exchange.end()


class _Exchange:
    """One request and its answer, as ASGI tells them."""

    def __init__(self, protocol: HTTPProtocol) -> None:
        self._protocol = protocol
        self._chunks: AsyncIterator[bytes] | None = _chunks(protocol)
        self._head: tuple[int, list[tuple[str, str]]] | None = None
        self._stream: _Stream | None = None
        self._is_over = asyncio.Event()

    async def receive(self) -> Message:
        """The next piece of the body; after the last one, that the client has gone."""
        if self._chunks is None:
            await self._ended()
            return {"type": "http.disconnect"}
        try:
            chunk = await anext(self._chunks, None)
        except (ProtocolClosed, ProtocolError):
            self._is_over.set()
            chunk = None
        if chunk is not None:
            return {"type": "http.request", "body": chunk, "more_body": True}
        self._chunks = None
        if self._is_over.is_set():
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": b"", "more_body": False}

    async def _ended(self) -> None:
        """Waits until the answer is sent or nobody waits for it any more."""
        ends = [asyncio.ensure_future(end) for end in (self._is_over.wait(), self._left())]
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for end in ends:
                end.cancel()

    async def _left(self) -> None:
        await self._protocol.client_disconnect()

    async def send(self, message: Message) -> None:
        """Passes a message of the answer on; an answer of one piece is one call.

        Raises:
            OSError: the client has gone.
        """
        if message["type"] == "http.response.start":
            headers = message.get("headers", ())
            self._head = (
                message["status"],
                [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers],
            )
            return
        assert message["type"] == "http.response.body", "the server offers no extensions"
        assert self._head is not None, "an answer begins with its status"
        body, is_more = message.get("body", b""), message.get("more_body", False)
        if self._stream is None and not is_more:
            self._protocol.response_bytes(*self._head, body)
        else:
            await self._pass_on(body)
        if not is_more:
            self.end()

    def end(self) -> None:
        """Ends the answer: the server sees the end of a stream when nobody holds it any more."""
        self._stream = None
        self._is_over.set()

    async def _pass_on(self, chunk: bytes) -> None:
        assert self._head is not None
        try:
            if self._stream is None:
                self._stream = self._protocol.response_stream(*self._head)
            if chunk:
                await self._stream.send_bytes(chunk)
        except (ProtocolClosed, ProtocolError) as error:
            self._is_over.set()
            raise OSError("the client has gone") from error


async def _chunks(protocol: HTTPProtocol) -> AsyncIterator[bytes]:
    async for chunk in protocol:
        yield chunk


def _asgi_scope(scope: Scope) -> AsgiScope:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in scope.headers.items()]
    if scope.authority is not None and "host" not in scope.headers:
        headers.insert(0, (b"host", scope.authority.encode("latin-1")))
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": scope.http_version,
        "server": _address(scope.server),
        "client": _address(scope.client),
        "scheme": scope.scheme,
        "method": scope.method,
        "root_path": "",
        "path": scope.path,
        "query_string": scope.query_string.encode(),
        "headers": headers,
    }


def _address(told: str) -> tuple[str, int]:
    """Host and port of what the server writes as ``host:port``."""
    host, _, port = told.rpartition(":")
    return host.strip("[]"), int(port) if port.isdecimal() else 0
