"""The server's own interface: the fast way on it, and ASGI applications behind it, over real sockets."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from stakehouse.infra.web.fast import InvalidRequest
from stakehouse.infra.web.rsgi import HTTPProtocol, RsgiRequest, Scope, serve_asgi

PATIENCE_S = 10.0
MOST = 1_000


class Door:
    """The fast way at ``/fast``, and an ASGI application everywhere else."""

    def __init__(self) -> None:
        self.left = asyncio.Event()
        self.app = Starlette(
            routes=[
                Route("/seen/{rest:path}", self.seen, methods=["GET", "POST"]),
                Route("/pieces", self.pieces),
                Route("/endless", self.endless),
                Route("/falls", self.falls),
                Route("/nothing", self.nothing, methods=["DELETE"]),
            ]
        )

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.path != "/fast":
            await serve_asgi(self.app, scope, protocol)
            return
        request = RsgiRequest(scope, protocol)
        try:
            body = await request.body(MOST)
        except InvalidRequest as refusal:
            protocol.response_bytes(422, [], refusal.detail.encode())
            return
        told = [request.address, request.header("host"), request.header("x-one"), request.header("x-none")]
        protocol.response_bytes(200, [("x-told", "|".join(told))], body)

    async def seen(self, request: Request) -> Response:
        sizes = [len(chunk) async for chunk in request.stream()]
        return JSONResponse(
            {
                "method": request.method,
                "path": request.scope["path"],
                "query": request.scope["query_string"].decode(),
                "client": request.client.host if request.client else None,
                "host": request.headers["host"],
                "twice": request.headers.getlist("x-two"),
                "bytes": sum(sizes),
                "is_in_pieces": len(sizes) > 2,
            },
            status_code=203,
            headers={"x-back": "yes"},
        )

    async def pieces(self, _request: Request) -> Response:
        async def parts() -> AsyncIterator[bytes]:
            for number in range(5):
                yield b"%d," % number

        return StreamingResponse(parts(), media_type="text/csv")

    async def endless(self, _request: Request) -> Response:
        async def parts() -> AsyncIterator[bytes]:
            try:
                yield b"first"
                await asyncio.Event().wait()
            finally:
                self.left.set()

        return StreamingResponse(parts())

    async def falls(self, _request: Request) -> Response:
        raise ZeroDivisionError

    async def nothing(self, _request: Request) -> Response:
        return Response(status_code=204)


@asynccontextmanager
async def listening(door: Door, port: int) -> AsyncIterator[httpx.AsyncClient]:
    server = Server(
        door, address="127.0.0.1", port=port, interface=Interfaces.RSGI, log_level=LogLevels.critical
    )
    serving = asyncio.create_task(server.serve())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_S) as client:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    await client.get("/seen/")
                except httpx.TransportError:
                    await asyncio.sleep(0.02)
                else:
                    break
        yield client
    server.stop()  # type: ignore[no-untyped-call]  # the server's own has no types
    await serving


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
async def client(door: Door, free_port: Callable[[], int]) -> AsyncIterator[httpx.AsyncClient]:
    async with listening(door, free_port()) as client:
        yield client


async def test_the_fast_way_hears_headers_address_and_body(client: httpx.AsyncClient) -> None:
    answer = await client.post("/fast", content=b"x" * MOST, headers={"host": "house.test", "x-one": "1"})

    assert answer.status_code == 200
    assert answer.content == b"x" * MOST
    assert answer.headers["x-told"] == "127.0.0.1|house.test|1|"


@pytest.mark.parametrize("is_chunked", [False, True])
async def test_a_body_that_is_too_large_is_refused(client: httpx.AsyncClient, *, is_chunked: bool) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"x" * 100

    answer = await client.post("/fast", content=chunks() if is_chunked else b"x" * (MOST + 1))

    assert answer.status_code == 422
    assert "1000" in answer.text


async def test_a_chunked_body_of_the_fast_way_arrives_whole(client: httpx.AsyncClient) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for number in range(10):
            yield b"%d" % number * 3

    answer = await client.post("/fast", content=chunks())

    assert answer.content == b"000111222333444555666777888999"


async def test_an_application_sees_the_request_as_it_was_sent(client: httpx.AsyncClient) -> None:
    headers = [("host", "house.test"), ("x-two", "a"), ("x-two", "b")]
    answer = await client.post("/seen/a%20b/ü?q=%C3%BC&r=1", content=b"y" * 3_000_000, headers=headers)

    assert answer.status_code == 203
    assert answer.headers["x-back"] == "yes"
    assert answer.json() == {
        "method": "POST",
        "path": "/seen/a b/ü",
        "query": "q=%C3%BC&r=1",
        "client": "127.0.0.1",
        "host": "house.test",
        "twice": ["a", "b"],
        "bytes": 3_000_000,
        "is_in_pieces": True,
    }


async def test_answers_come_whole_in_pieces_or_empty(client: httpx.AsyncClient) -> None:
    pieces = await client.get("/pieces")
    head = await client.head("/pieces")
    nothing = await client.delete("/nothing")

    assert pieces.text == "0,1,2,3,4,"
    assert pieces.headers["content-type"] == "text/csv; charset=utf-8"
    assert (head.status_code, head.content) == (200, b"")
    assert (nothing.status_code, nothing.content) == (204, b"")


async def test_who_hangs_up_ends_what_was_streamed_to_them(door: Door, client: httpx.AsyncClient) -> None:
    async with client.stream("GET", "/endless") as answer:
        async for chunk in answer.aiter_raw():
            assert chunk == b"first"
            break

    async with asyncio.timeout(PATIENCE_S):
        await door.left.wait()
    assert (await client.get("/pieces")).status_code == 200


async def test_an_upload_that_breaks_off_harms_nobody(door: Door, client: httpx.AsyncClient) -> None:
    port = client.base_url.port
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /seen/x HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.close()
    await writer.wait_closed()

    assert (await client.post("/seen/y", content=b"whole")).json()["bytes"] == 5


async def test_a_fault_is_an_answer_without_its_cause(client: httpx.AsyncClient) -> None:
    answer = await client.get("/falls")

    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
