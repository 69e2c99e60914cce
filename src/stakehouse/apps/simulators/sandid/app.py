"""Sandid's server: applicants and what becomes of them, kept in memory."""

import asyncio
import hashlib
import hmac
import json
import secrets
from base64 import b64decode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from stakehouse.apps.simulators.sandid.keys import account_keys
from stakehouse.apps.simulators.signing import signature
from stakehouse.kernel.clock import Clock, system_clock

Answer = Callable[[Request], Awaitable[Response]]

CHECK_S = 2.0
HANG_S = 120.0
"""How long a lost answer stays out; longer than any client waits."""

TRIES = 5
TOLERANCE_S = 300


@dataclass(slots=True)
class Desk:
    """Everything Sandid remembers."""

    secret: bytes
    pace: float
    clock: Clock
    applicants: dict[str, dict[str, Any]] = field(default_factory=dict)
    sent: list[dict[str, Any]] = field(default_factory=list)
    errands: set[asyncio.Task[None]] = field(default_factory=set)
    faults: dict[str, int] = field(default_factory=dict)

    def now_ms(self) -> int:
        """Sandid's clock."""
        return int(self.clock().timestamp() * 1000)

    def takes_fault(self, fault: str) -> bool:
        """Whether this fault was ordered; each order is carried out once."""
        left = self.faults.get(fault, 0)
        if left:
            self.faults[fault] = left - 1
        return left > 0


def sandid(*, secret: bytes, pace: float = 1.0, clock: Clock = system_clock) -> Starlette:
    """The server as an ASGI application.

    Args:
        secret: from which the keys of its customers are derived.
        pace: multiplies its waits; tests hurry.
        clock: its time.
    """
    app = Starlette(
        routes=[
            Route("/health/live", _live),
            Route("/v1/applicants", _faulty("applicant", _create), methods=["POST"]),
            Route("/v1/applicants/{id}", _faulty("look_up", _show)),
            Route("/v1/applicants/{id}/documents", _faulty("document", _document), methods=["POST"]),
            Route("/v1/applicants/{id}/check", _faulty("check", _check), methods=["POST"]),
            Route("/operator/state.json", _state),
            Route("/operator/faults", _order_fault, methods=["POST"]),
            Route("/operator/notices/{external_id}", _sign_notice, methods=["POST"]),
        ]
    )
    app.state.desk = Desk(secret, pace, clock)
    return app


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _faulty(call: str, answer: Answer) -> Answer:
    """A call that fails where the operator ordered it: closed, or acting and never answering."""

    async def answer_or_fail(request: Request) -> Response:
        desk = _desk(request)
        if desk.takes_fault(f"{call}.refuse"):
            return _refused(503, "out_of_order")
        answered = await answer(request)
        if desk.takes_fault(f"{call}.hang"):
            await asyncio.sleep(HANG_S)
        return answered

    return answer_or_fail


async def _account(request: Request) -> str | None:
    """Whose signed request this is; ``None`` if nobody's."""
    desk, headers = _desk(request), request.headers
    account = headers.get("x-sandid-token", "").removeprefix("sid-")
    stamp = headers.get("x-sandid-ts", "")
    if not stamp.isdecimal() or abs(desk.now_ms() / 1000 - int(stamp)) > TOLERANCE_S:
        return None
    # The path that was signed is the customer's view of it, without the place where we are mounted.
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    signed = stamp.encode() + request.method.encode() + path.encode() + await request.body()
    key = account_keys(desk.secret, account).secret_key.encode()
    expected = hmac.new(key, signed, hashlib.sha256).hexdigest()
    return account if hmac.compare_digest(expected, headers.get("x-sandid-signature", "")) else None


def _refused(status: int, code: str) -> Response:
    return JSONResponse({"error": code}, status)


def _shown(applicant: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "external_id", "status", "changed_at_ms", "labels", "comment")
    return {name: applicant[name] for name in names}


async def _create(request: Request) -> Response:
    account = await _account(request)
    if account is None:
        return _refused(401, "signature")
    desk, asked = _desk(request), json.loads(await request.body())
    for known in desk.applicants.values():
        if (known["account"], known["external_id"]) == (account, asked["external_id"]):
            known.update(full_name=asked["full_name"], notify_url=asked["notify_url"])
            return JSONResponse(_shown(known))
    applicant = {
        "id": f"app_{secrets.token_hex(8)}",
        "account": account,
        "external_id": asked["external_id"],
        "full_name": asked["full_name"],
        "notify_url": asked["notify_url"],
        "status": "created",
        "changed_at_ms": desk.now_ms(),
        "labels": [],
        "comment": "",
        "documents": {},
        "checks": 0,
    }
    desk.applicants[applicant["id"]] = applicant
    return JSONResponse(_shown(applicant), 201)


async def _own(request: Request) -> dict[str, Any] | None:
    account = await _account(request)
    found = _desk(request).applicants.get(request.path_params["id"])
    return found if found is not None and found["account"] == account else None


async def _show(request: Request) -> Response:
    found = await _own(request)
    return _refused(404, "not_found") if found is None else JSONResponse(_shown(found))


async def _document(request: Request) -> Response:
    found = await _own(request)
    if found is None:
        return _refused(404, "not_found")
    sent = json.loads(await request.body())
    content = b64decode(sent["content"])
    if not content:
        return _refused(422, "empty_document")
    found["documents"][sent["document_id"]] = {"kind": sent["kind"], "bytes": len(content)}
    return JSONResponse(_shown(found), 201)


async def _check(request: Request) -> Response:
    found = await _own(request)
    if found is None:
        return _refused(404, "not_found")
    if not found["documents"]:
        return _refused(422, "no_documents")
    desk = _desk(request)
    found["checks"] += 1
    _move(desk, found, "pending")
    errand = asyncio.create_task(_decide(desk, found))
    desk.errands.add(errand)
    errand.add_done_callback(desk.errands.discard)
    return JSONResponse(_shown(found))


def _move(desk: Desk, applicant: dict[str, Any], status: str, *labels: str) -> None:
    later = max(desk.now_ms(), applicant["changed_at_ms"] + 1)
    applicant.update(status=status, labels=list(labels), changed_at_ms=later)


async def _decide(desk: Desk, applicant: dict[str, Any]) -> None:
    await asyncio.sleep(CHECK_S * desk.pace)
    name, before = applicant["full_name"].lower(), _shown(applicant)
    if "reject" in name:
        _move(desk, applicant, "declined", "BLURRY", "NAME_MISMATCH")
    elif "hold" in name:
        _move(desk, applicant, "on_hold")
    elif "odd" in name:
        _move(desk, applicant, "under_observation")
    else:
        _move(desk, applicant, "approved")
    await _tell(desk, applicant, _shown(applicant), times=2 if "twice" in name else 1)
    if "late" in name:
        await _tell(desk, applicant, before | {"status": "declined", "labels": ["FORGERY"]})


async def _tell(desk: Desk, applicant: dict[str, Any], shown: dict[str, Any], *, times: int = 1) -> None:
    notice_id, body = _notice(shown)
    async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
        for _ in range(times):
            for attempt in range(TRIES):
                try:
                    answer = await client.post(
                        applicant["notify_url"],
                        content=body,
                        headers={
                            "content-type": "application/json",
                            "sandid-signature": _signature(desk, applicant, body),
                        },
                    )
                    desk.sent.append({"id": notice_id, "status": answer.status_code})
                    if answer.is_success:
                        break
                except httpx.TransportError:
                    desk.sent.append({"id": notice_id, "status": 0})
                await asyncio.sleep((1 + attempt) * desk.pace)


def _notice(shown: dict[str, Any]) -> tuple[str, str]:
    """The id and the body of a notice about an applicant."""
    notice_id = f"ntc_{secrets.token_hex(8)}"
    return notice_id, json.dumps({"id": notice_id, "type": "applicant.reviewed", "applicant": shown})


def _signature(desk: Desk, applicant: dict[str, Any], body: str) -> str:
    secret = account_keys(desk.secret, applicant["account"]).signing_secret
    return signature(secret, desk.now_ms() // 1000, body)


async def _order_fault(request: Request) -> Response:
    """Lets the next call fail; for tests and the curious."""
    form = await request.form()
    _desk(request).faults[str(form["fault"])] = int(str(form.get("times", "1")))
    return JSONResponse({"status": "ordered"})


async def _sign_notice(request: Request) -> Response:
    """The notice about an applicant as it would be sent now, with its signature."""
    desk, external_id = _desk(request), request.path_params["external_id"]
    found = next((each for each in desk.applicants.values() if each["external_id"] == external_id), None)
    if found is None:
        return _refused(404, "not_found")
    _, body = _notice(_shown(found))
    return JSONResponse({"body": body, "signature": _signature(desk, found, body)})


async def _state(request: Request) -> Response:
    """Everything a test wants to count; no names."""
    desk = _desk(request)
    shown = [
        {**_shown(each), "documents": each["documents"], "checks": each["checks"]}
        for each in desk.applicants.values()
    ]
    return JSONResponse({"applicants": shown, "notices": desk.sent})


async def _live(_request: Request) -> Response:
    return JSONResponse({"status": "live"})
