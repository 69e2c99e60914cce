"""The front: one door before all faces.

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
from stakehouse.infra.rate_limit import Verdict
from stakehouse.infra.web.fast import Answered, AsgiRequest, FastRequest, FastRoute
from stakehouse.infra.web.problems import CONTENT_TYPE, problem_body
from stakehouse.infra.web.rsgi import HTTPProtocol, RsgiRequest, serve_asgi
from stakehouse.infra.web.rsgi import Scope as RsgiScope
from stakehouse.kernel.ids import new_id

FAST_HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
)
API_HEADERS = tuple((name.encode(), value.encode()) for name, value in FAST_HEADERS)

FAST_LOGGED_ONE_IN = 1_000
"""Of so many bets one is logged: a line each would cost more than the bet's own Python."""

FAULTS_FROM = 500
PATH_SHOWN_MAX = 200
FAULT = "Something went wrong on our side. The request id helps us find it."

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
            fast: (method, exact path) → route of the fast way.
            mounts: path prefix → application, which sees the rest of the path.
            ready: answers which parts are ready, for ``/health/ready``.
            web: what serves everything else: the built web pages.
        """
        self._fast = fast
        self._mounts = sorted(mounts.items(), key=lambda item: -len(item[0]))
        self._ready = ready
        self._web = web
        self._fast_answered = 0

    async def serve(self, scope: RsgiScope, protocol: HTTPProtocol) -> None:
        """Serves one request as the server brings it."""
        fast = self._fast.get((scope.method, scope.path))
        if fast is None:
            await serve_asgi(self._serve_slow, scope, protocol)
        else:
            status, headers, body = await self._serve_fast(fast, scope.path, RsgiRequest(scope, protocol))
            protocol.response_bytes(status, headers, body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request of ASGI."""
        fast = self._fast.get((scope["method"], scope["path"]))
        if fast is None:
            await self._serve_slow(scope, receive, send)
            return
        status, headers, body = await self._serve_fast(fast, scope["path"], AsgiRequest(scope, receive))
        encoded = [(name.encode(), value.encode()) for name, value in headers]
        encoded.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": encoded})
        await send({"type": "http.response.body", "body": body})

    async def _serve_fast(self, fast: FastRoute, path: str, request: FastRequest) -> Answered:
        started = time.perf_counter()
        status, headers, body = await fast(request)
        request_id = str(new_id())
        headers += FAST_HEADERS
        headers.append(("x-request-id", request_id))
        seconds = time.perf_counter() - started
        _FAST_SECONDS.observe(seconds)
        _fast_requests(status).inc()
        self._fast_answered += 1
        if self._fast_answered % FAST_LOGGED_ONE_IN == 0:
            _log_answer("POST", path, status, seconds, request_id=request_id)
        return status, headers, body

    async def _serve_slow(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        request_id = str(new_id())
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        structlog.contextvars.bind_contextvars(request_id=request_id)
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = message.setdefault("headers", [])
                headers.extend(API_HEADERS)
                headers.append((b"x-request-id", request_id.encode()))
                verdict: Verdict | None = state.get("rate_limit")
                if verdict is not None:
                    headers.extend((name.encode(), value.encode()) for name, value in verdict.headers())
            await send(message)

        try:
            await self._send_on(scope, receive, send_with_headers)
        except Exception as error:  # noqa: BLE001 - the last resort
            # The faces answer their own faults and raise them again for whoever serves them; what
            # comes from elsewhere is answered here, without a word about its cause.
            if status == 0:
                _log.error("request.failed", exc_info=error)
                body = problem_body(
                    status=500,
                    code="internal_error",
                    title="A fault of ours",
                    detail=FAULT,
                    instance=request_id,
                )
                await answer(send_with_headers, 500, body, CONTENT_TYPE)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        """Counts, times and logs a request."""
        path, method = scope["path"], _known_method(scope["method"])
        face = path.split("/", 3)[2] if path.startswith("/api/") else "other"
        face = face if face in {"player", "staff", "machine"} else "other"
        REQUESTS.labels(face=face, method=method, status=str(status)).inc()
        REQUEST_SECONDS.labels(face=face).observe(seconds)
        if face != "other" or status >= FAULTS_FROM or path.startswith("/webhooks/"):
            _log_answer(method, path, status, seconds)

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


def _log_answer(method: str, path: str, status: int, seconds: float, **more: str) -> None:
    _log.info(
        "request.answered",
        method=method,
        path=path[:PATH_SHOWN_MAX],
        status=status,
        milliseconds=round(seconds * 1000, 1),
        **more,
    )


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
