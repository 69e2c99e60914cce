"""The links of the house's own object store: one object, one method, for a while.

Outside the faces, because whoever holds a link needs no sign-in. What was uploaded is never shown as
a page of this origin: it is a file to save, its type is not guessed, and a sandbox holds it.
"""

from collections.abc import AsyncIterator

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from stakehouse.apps.faces.front import query_of
from stakehouse.infra.objects import LINKS, Grant, ObjectMissing, Objects, ObjectTooLarge
from stakehouse.infra.web.problems import CONTENT_TYPE, problem_body, refusal_answer
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.errors import Refusal

TOO_LARGE = 413


def objects_app(objects: Objects, clock: Clock) -> ASGIApp:
    """``PUT`` and ``GET`` of ``/objects/<grant>?signature=…``."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"]
        if method not in {"PUT", "GET", "HEAD"}:
            body = problem_body(
                status=405, code="method_not_allowed", title="Method not allowed", detail="PUT or GET."
            )
            await _send(send, 405, body, {"content-type": CONTENT_TYPE, "allow": "PUT, GET, HEAD"})
            return
        try:
            grant = objects.granted(
                scope["path"].removeprefix(LINKS).lstrip("/"),
                query_of(scope).get("signature", [""])[0],
                method=method,
                now=clock(),
            )
            if method == "PUT":
                await _take(objects, grant, Request(scope, receive), send)
            else:
                await _give(objects, grant, send, with_body=method == "GET")
        except ClientDisconnect:
            return
        except Refusal as refusal:
            status, headers, body = refusal_answer(refusal, scope["state"]["request_id"])
            status = TOO_LARGE if isinstance(refusal, ObjectTooLarge) else status
            await _send(send, status, body, headers)

    return serve


async def _take(objects: Objects, grant: Grant, request: Request, send: Send) -> None:
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > grant.limit:
        raise ObjectTooLarge(
            f"A file may have at most {grant.limit // 1024} kB.", facts={"limit_bytes": grant.limit}
        )
    await objects.put(grant.tenant_id, grant.key, request.stream(), limit=grant.limit)
    await _send(send, 204, b"", {"cache-control": "no-store"})


async def _give(objects: Objects, grant: Grant, send: Send, *, with_body: bool) -> None:
    size = await objects.size(grant.tenant_id, grant.key)
    if size is None:
        raise ObjectMissing("There is no such file any more.")
    headers = {
        "content-type": grant.content_type,
        "content-length": str(size),
        "content-disposition": f'attachment; filename="{grant.filename}"',
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-store",
    }
    chunks = objects.stream(grant.tenant_id, grant.key)
    # The first piece is opened before the answer begins: a broken seal is a fault, not half a file.
    first = await anext(chunks, b"") if with_body else b""
    await _start(send, 200, headers)
    if with_body:
        await _body(send, first, chunks)
    await send({"type": "http.response.body", "body": b""})


async def _body(send: Send, first: bytes, rest: AsyncIterator[bytes]) -> None:
    await send({"type": "http.response.body", "body": first, "more_body": True})
    async for chunk in rest:
        await send({"type": "http.response.body", "body": chunk, "more_body": True})


async def _send(send: Send, status: int, body: bytes, headers: dict[str, str]) -> None:
    await _start(send, status, {**headers, "content-length": str(len(body))})
    await send({"type": "http.response.body", "body": body})


async def _start(send: Send, status: int, headers: dict[str, str]) -> None:
    listed = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": listed})
