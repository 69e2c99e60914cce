"""The fast way: as little of HTTP as a route needs that is asked thousands of times a second.

A route of the fast way sees a request through three words (a header, the address, the body) and answers
with three values. So it is the same route behind the server's own interface, where each word costs
only when it is said, and behind ASGI, where tests call it.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Protocol

from starlette.types import Receive, Scope

from stakehouse.kernel.errors import Invalid

Headers = list[tuple[str, str]]

Answered = tuple[int, Headers, bytes]
"""Status, headers and body."""


class InvalidRequest(Invalid):
    """The request does not have the form that the route takes."""


class FastRequest(Protocol):
    """A request, whatever brought it."""

    @property
    def address(self) -> str:
        """Of the client, as the server sees it."""
        ...

    def header(self, name: str) -> str:
        """A header by its lower-case name; empty if there is none."""
        ...

    async def body(self, most: int) -> bytes:
        """The whole body.

        Raises:
            InvalidRequest: it has more than so many bytes.
        """
        ...


READ_ON = 16
"""A body that is too large is still read up to so many times what the route takes."""

FastRoute = Callable[[FastRequest], Awaitable[Answered]]


class AsgiRequest:
    """A request that came by ASGI."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        """Keeps what is asked for later."""
        self._scope = scope
        self._headers: dict[bytes, bytes] = dict(scope["headers"])
        self._receive = receive

    @property
    def address(self) -> str:
        """Of the client."""
        client = self._scope.get("client")
        return client[0] if client else ""

    def header(self, name: str) -> str:
        """A header by its lower-case name."""
        return self._headers.get(name.encode(), b"").decode("latin-1")

    async def body(self, most: int) -> bytes:
        """The whole body."""
        return await gathered(self._chunks(), most)

    async def _chunks(self) -> AsyncIterator[bytes]:
        is_more = True
        while is_more:
            message = await self._receive()
            yield message.get("body", b"")
            is_more = message.get("more_body", False)


async def gathered(chunks: AsyncIterator[bytes], most: int) -> bytes:
    """The body that arrives in chunks.

    Raises:
        InvalidRequest: it has more than so many bytes. Some of the rest is read all the same: who sends
            before they listen would find the connection closed instead of the answer.
    """
    body, size = b"", 0
    async for chunk in chunks:
        size += len(chunk)
        if size <= most:
            body += chunk
        elif size > most * READ_ON:
            break
    if size > most:
        raise too_large(most)
    return body


def too_large(most: int) -> InvalidRequest:
    """What is said of a body with more bytes than a route takes."""
    return InvalidRequest(f"The body is larger than {most} bytes.", field="body")
