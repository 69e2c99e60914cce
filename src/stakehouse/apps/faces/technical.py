"""The technical face of a process without faces: health and metrics, for supervisors and scrapers."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from http import HTTPStatus

import msgspec
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

READ_LIMIT_S = 5.0
HEAD_MAX = 8 * 1024

Ready = Callable[[], Awaitable[Mapping[str, bool]]]
"""Answers which parts are ready."""


async def serve_technical(host: str, port: int, ready: Ready) -> asyncio.Server:
    """Serves ``/health/live``, ``/health/ready`` and ``/metrics``; close the server to stop.

    Args:
        host: the address to listen on.
        port: the port; 0 takes a free one.
        ready: which parts are ready; 503 until all are.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(READ_LIMIT_S):
                head = await reader.readuntil(b"\r\n\r\n")
                status, content_type, body = await _answer(head.split(b" ", 2), ready)
                writer.write(
                    f"HTTP/1.1 {status.value} {status.phrase}\r\ncontent-type: {content_type}\r\n"
                    f"content-length: {len(body)}\r\nconnection: close\r\n\r\n".encode()
                    + body
                )
                await writer.drain()
        writer.close()

    return await asyncio.start_server(serve, host, port, limit=HEAD_MAX)


async def _answer(request: list[bytes], ready: Ready) -> tuple[HTTPStatus, str, bytes]:
    match request[:2]:
        case [b"GET", b"/health/live"]:
            return HTTPStatus.OK, "application/json", b'{"status":"live"}'
        case [b"GET", b"/health/ready"]:
            parts = await ready()
            is_ready = all(parts.values())
            body = msgspec.json.encode({"status": "ready" if is_ready else "starting", "parts": parts})
            return HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE, "application/json", body
        case [b"GET", b"/metrics"]:
            return HTTPStatus.OK, CONTENT_TYPE_LATEST, generate_latest()
        case _:
            return HTTPStatus.NOT_FOUND, "application/json", b'{"status":404,"code":"not_found"}'
