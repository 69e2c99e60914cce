"""The ASGI front: one door before all faces.

It gives each request an id, counts and times it, adds the security headers, and sends it on: to
the fast way first, then to the faces, health, metrics, webhooks and the built web pages.
"""

import time
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from urllib.parse import parse_qs

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, Counter, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stakehouse.infra.metrics import REQUEST_SECONDS, REQUESTS
from stakehouse.kernel.ids import new_id

Headers = list[tuple[bytes, bytes]]

FastRoute = Callable[[Scope, Receive], Awaitable[tuple[int, Headers, bytes]]]
"""A route of the fast way: answers status, headers and body; the front sends them."""

API_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
)

_log = structlog.get_logger(__name__)


async def answer(send: Send, status: int, body: bytes, content_type: str = "application/json") -> None:
    """Sends a whole answer."""
    headers = [
        (b"content-type", content_type.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Front:
    """Routes by path prefix; the longest prefix that matches wins."""

    def __init__(
        self,
        *,
        fast: Mapping[tuple[str, str], FastRoute],
        mounts: Mapping[str, ASGIApp],
        ready: Callable[[], Awaitable[Mapping[str, bool]]],
        web: ASGIApp,
    ) -> None:
        """Keeps the routes.

        Args:
            fast: (method, exact path) → plain ASGI route of the fast way.
            mounts: path prefix → application, which sees the rest of the path.
            ready: answers which parts are ready, for ``/health/ready``.
            web: what serves everything else: the built web pages.
        """
        self._fast = fast
        self._mounts = sorted(mounts.items(), key=lambda item: -len(item[0]))
        self._ready = ready
        self._web = web

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._send_on(scope, receive, send)
            return
        path: str = scope["path"]
        started = time.perf_counter()
        request_id = str(new_id())
        fast = self._fast.get((scope["method"], path))
        if fast is not None:
            await _serve_fast(fast, scope, receive, send, request_id)
            _FAST_SECONDS.observe(time.perf_counter() - started)
            return
        scope.setdefault("state", {})["request_id"] = request_id
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = message.setdefault("headers", [])
                headers.extend(API_HEADERS)
                headers.append((b"x-request-id", request_id.encode()))
            await send(message)

        try:
            await self._send_on(scope, receive, send_with_headers)
        finally:
            face = path.split("/", 3)[2] if path.startswith("/api/") else "other"
            face = face if face in {"player", "staff", "machine"} else "other"
            REQUESTS.labels(face=face, method=_known_method(scope["method"]), status=str(status)).inc()
            REQUEST_SECONDS.labels(face=face).observe(time.perf_counter() - started)

    async def _send_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if scope["type"] == "http" and (path.startswith("/health/") or path == "/metrics"):
            await self._technical(path, send)
            return
        for prefix, app in self._mounts:
            if path == prefix or path.startswith(prefix + "/"):
                inner = dict(scope)
                inner["root_path"] = scope.get("root_path", "") + prefix
                await app(inner, receive, send)
                return
        await self._web(scope, receive, send)

    async def _technical(self, path: str, send: Send) -> None:
        if path == "/health/live":
            await answer(send, 200, b'{"status":"live"}')
        elif path == "/health/ready":
            parts = await self._ready()
            ready = all(parts.values())
            listed = ",".join(f'"{name}":{"true" if ok else "false"}' for name, ok in parts.items())
            body = f'{{"status":"{"ready" if ready else "starting"}","parts":{{{listed}}}}}'
            await answer(send, 200 if ready else 503, body.encode())
        elif path == "/metrics":
            await answer(send, 200, generate_latest(), CONTENT_TYPE_LATEST)
        else:
            await answer(send, 404, b'{"status":404,"code":"not_found"}', "application/problem+json")


_FAST_SECONDS = REQUEST_SECONDS.labels(face="fast")


async def _serve_fast(fast: FastRoute, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
    """One request of the fast way: one message with all headers, one with the body."""
    status, headers, body = await fast(scope, receive)
    headers += API_HEADERS
    headers.append((b"content-length", str(len(body)).encode()))
    headers.append((b"x-request-id", request_id.encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
    _fast_requests(status).inc()


@lru_cache(maxsize=64)
def _fast_requests(status: int) -> Counter:
    """The counter of one status; looking a label up costs more than counting."""
    return REQUESTS.labels(face="fast", method="POST", status=str(status))


def _known_method(method: str) -> str:
    """The method as a metric label; what a client invents must not grow the set of labels."""
    return method if method in {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"} else "OTHER"


def query_of(scope: Scope) -> dict[str, list[str]]:
    """The query of a plain ASGI request."""
    return parse_qs(scope["query_string"].decode("latin-1"))
