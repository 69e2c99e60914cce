"""Problem documents: every "no" of the house as RFC 9457, mapped from its kind once."""

from collections.abc import Sequence
from typing import Any

import asyncpg
import msgspec
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from stakehouse.infra.metrics import REFUSALS
from stakehouse.infra.web.context import request_id_of
from stakehouse.infra.web.shapes import Problem
from stakehouse.kernel.errors import Kind, Refusal

CONTENT_TYPE = "application/problem+json"

STATUS: dict[Kind, int] = {
    Kind.INVALID: 422,
    Kind.UNAUTHENTICATED: 401,
    Kind.UNPAID: 402,
    Kind.FORBIDDEN: 403,
    Kind.NOT_FOUND: 404,
    Kind.CONFLICT: 409,
    Kind.GONE: 410,
    Kind.LOCKED: 423,
    Kind.TOO_MANY: 429,
    Kind.UNAVAILABLE: 503,
}

UNAVAILABLE = "The house cannot answer just now; repeat the request with the same key in a moment."

_log = structlog.get_logger(__name__)
_encode = msgspec.json.Encoder().encode


class Unavailable(Refusal):
    """The database is away, or too busy; what became of the request its key will tell."""

    kind = Kind.UNAVAILABLE


def problem_body(
    *,
    status: int,
    code: str,
    title: str,
    detail: str,
    instance: str | None = None,
    errors: Sequence[dict[str, str]] | None = None,
    facts: dict[str, object] | None = None,
) -> bytes:
    """The bytes of one problem document."""
    document: dict[str, object] = {
        **(facts or {}),
        "type": f"https://stakehouse.dev/problems/{code}",
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
    }
    if instance:
        document["instance"] = f"urn:request:{instance}"
    if errors:
        document["errors"] = list(errors)
    return _encode(document)


def refusal_answer(refusal: Refusal, request_id: str = "") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a refusal; the fast way and the slow way share it."""
    status = STATUS[refusal.kind]
    REFUSALS.labels(code=refusal.code).inc()
    headers = {"content-type": CONTENT_TYPE, "cache-control": "no-store"}
    if refusal.retry_after_s is not None:
        headers["retry-after"] = str(refusal.retry_after_s)
    if status == STATUS[Kind.UNAUTHENTICATED]:
        headers["www-authenticate"] = "Bearer"
    body = problem_body(
        status=status,
        code=refusal.code,
        title=refusal.title,
        detail=refusal.detail,
        instance=request_id or None,
        errors=[{"field": refusal.field, "detail": refusal.detail}] if refusal.field else None,
        facts=dict(refusal.facts),
    )
    return status, headers, body


def refusal_response(request: Request, refusal: Refusal) -> Response:
    """The answer to a refusal that a use case returned instead of raising it.

    Raising rolls back; a refusal that must leave a trace (a wrong code uses up a try) is returned,
    and the unit of work commits.
    """
    status, headers, body = refusal_answer(refusal, request_id_of(request))
    return Response(body, status, headers)


def install(app: FastAPI) -> None:
    """Puts the handlers into a face."""
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    # The ledger speaks to the driver itself, whose faults come as they are.
    raw = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
    for fault in (PoolTimeout, OSError, DBAPIError, *raw):
        app.add_exception_handler(fault, _on_database)
    app.add_exception_handler(Exception, _on_bug)


async def _on_refusal(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return refusal_response(request, refusal)


async def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = [{"field": _pointer(item["loc"]), "detail": str(item["msg"])} for item in error.errors()[:20]]
    return _answer(
        request,
        status=422,
        code="invalid_request",
        title="The request is not valid",
        detail=f"{found[0]['field']}: {found[0]['detail']}." if found else "The request is not valid.",
        errors=found,
    )


def _pointer(location: Sequence[Any]) -> str:
    parts = [str(part) for part in location if part != "body"]
    return ".".join(parts) or "body"


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    codes = {404: "not_found", 405: "method_not_allowed", 400: "invalid_request", 413: "too_large"}
    answer = _answer(
        request,
        status=error.status_code,
        code=codes.get(error.status_code, "refused"),
        title=str(error.detail),
        detail=f"{error.detail}.",
    )
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


# PostgreSQL classes of "try again": connection failures, transaction rollback, resources, shutdown.
_RETRYABLE_CLASSES = ("08", "40", "53", "57", "55")
# The client's text could not be stored: a null character or an invalid byte sequence.
_TEXT_REFUSED = ("22021", "22P05")


def is_outage(error: Exception) -> bool:
    """Whether an exception says that the database cannot answer just now; repeating may help."""
    match error:
        case OperationalError() | InterfaceError() | PoolTimeout() | OSError():
            return True
        case asyncpg.InterfaceError() | asyncpg.InternalClientError():
            return True
        case DBAPIError():
            return error.connection_invalidated or _state_of(error)[:2] in _RETRYABLE_CLASSES
        case _:
            return _state_of(error)[:2] in _RETRYABLE_CLASSES


def _state_of(error: Exception) -> str:
    """PostgreSQL's five letters for what went wrong, empty if it said nothing."""
    raw = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(raw, "sqlstate", "") or "")


async def _on_database(request: Request, error: Exception) -> Response:
    if is_outage(error):
        _log.warning("request.unavailable", error=type(error).__name__)
        return refusal_response(request, Unavailable(UNAVAILABLE, retry_after_s=2))
    if _state_of(error) in _TEXT_REFUSED:
        return _answer(
            request,
            status=422,
            code="invalid_request",
            title="The request is not valid",
            detail="A text holds characters that cannot be stored.",
        )
    return await _on_bug(request, error)


async def _on_bug(request: Request, error: Exception) -> Response:
    _log.error("request.failed", exc_info=error)
    return _answer(
        request,
        status=500,
        code="internal_error",
        title="A fault of ours",
        detail="Something went wrong on our side; nothing was done. The request id helps us find it.",
    )


def _answer(
    request: Request,
    *,
    status: int,
    code: str,
    title: str,
    detail: str,
    errors: list[dict[str, str]] | None = None,
) -> Response:
    REFUSALS.labels(code=code).inc()
    body = problem_body(
        status=status,
        code=code,
        title=title,
        detail=detail,
        instance=request_id_of(request) or None,
        errors=errors,
    )
    return Response(body, status, {"content-type": CONTENT_TYPE, "cache-control": "no-store"})


def refuses(*refusals: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route: its refusals, typed, for the OpenAPI document."""
    responses: dict[int | str, dict[str, Any]] = {}
    for refusal in refusals:
        status = STATUS[refusal.kind]
        entry = responses.setdefault(
            status, {"model": Problem, "description": "", "content": {CONTENT_TYPE: {}}}
        )
        entry["description"] = ", ".join(filter(None, [entry["description"], f"`{refusal.code}`"]))
    return responses
