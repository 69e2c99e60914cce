"""Sandstop's server: who is on the register, and how it behaves today; kept in memory."""

import asyncio
import secrets
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from stakehouse.apps.simulators.sandstop.keys import house_of, key_of
from stakehouse.apps.simulators.sandstop.pages import desk_page

SLOW_S = 60.0
"""How long a slow answer takes; longer than any client waits."""

REQUIRED: Final = ("firstName", "lastName", "dateOfBirth", "email", "postcode")


class Mode(Enum):
    """How the register behaves."""

    WELL = "well"
    SLOW = "slow"
    CLOSED = "closed"
    NONSENSE = "nonsense"


@dataclass(slots=True)
class Entry:
    """Somebody who excluded themselves.

    Attributes:
        person: the fields of a question, in a form that compares.
        is_over: whether the term is over and they asked to be taken off.
    """

    person: dict[str, str]
    is_over: bool = False

    def fits(self, asked: dict[str, str]) -> bool:
        """Whether a question is about them: born on the day, and reached by one of the same ways."""
        mine = self.person
        if mine["dateOfBirth"] != asked["dateOfBirth"]:
            return False
        lives_there = (mine["lastName"], mine["postcode"]) == (asked["lastName"], asked["postcode"])
        same_phone = bool(mine["mobile"]) and mine["mobile"] == asked["mobile"]
        return lives_there or same_phone or mine["email"] == asked["email"]


@dataclass(slots=True)
class Desk:
    """Everything Sandstop remembers."""

    secret: bytes
    pace: float
    mode: Mode = Mode.WELL
    entries: dict[str, Entry] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)


def sandstop(*, secret: bytes, pace: float = 1.0) -> Starlette:
    """The server as an ASGI application.

    Args:
        secret: from which the keys of its customers are derived.
        pace: multiplies its waits; tests hurry.
    """
    app = Starlette(
        routes=[
            Route("/health/live", _live),
            Route("/v2", _ask, methods=["POST"]),
            Route("/operator", _page),
            Route("/operator/people", _add, methods=["POST"]),
            Route("/operator/people/{id}", _change, methods=["POST"]),
            Route("/operator/mode", _set_mode, methods=["POST"]),
            Route("/operator/keys", _give_key, methods=["POST"]),
            Route("/operator/state.json", _state),
        ]
    )
    app.state.desk = Desk(secret, pace)
    return app


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _plain(form: FormData) -> dict[str, str]:
    """The fields of a question in a form that compares: no case, no spaces."""
    names = (*REQUIRED, "mobile")
    return {name: "".join(str(form.get(name, "")).casefold().split()) for name in names}


async def _ask(request: Request) -> Response:
    desk = _desk(request)
    house = house_of(desk.secret, request.headers.get("x-api-key", ""))
    if house is None:
        return Response(status_code=403)
    asked = _plain(await request.form())
    if not all(asked[name] for name in REQUIRED):
        return Response(status_code=400)
    desk.asked[house] = desk.asked.get(house, 0) + 1
    match desk.mode:
        case Mode.SLOW:
            await asyncio.sleep(SLOW_S * desk.pace)
        case Mode.CLOSED:
            return Response(status_code=503)
        case Mode.NONSENSE:
            return Response(headers={"x-exclusion": "PERHAPS", "x-unique-id": secrets.token_hex(8)})
        case Mode.WELL:
            pass
    found = [entry for entry in desk.entries.values() if entry.fits(asked)]
    word = "N" if not found else "P" if all(entry.is_over for entry in found) else "Y"
    return Response(headers={"x-exclusion": word, "x-unique-id": secrets.token_hex(8)})


async def _page(request: Request) -> Response:
    desk = _desk(request)
    return HTMLResponse(desk_page(desk.mode.value, [mode.value for mode in Mode], desk.entries))


def _done(request: Request, answer: dict[str, str]) -> Response:
    """Back to the page for people, the bare answer for programs."""
    if "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/operator", 303)
    return JSONResponse(answer)


async def _add(request: Request) -> Response:
    entry_id = secrets.token_hex(4)
    _desk(request).entries[entry_id] = Entry(_plain(await request.form()))
    return _done(request, {"id": entry_id})


async def _change(request: Request) -> Response:
    desk, entry_id = _desk(request), request.path_params["id"]
    form = await request.form()
    if entry_id not in desk.entries:
        return JSONResponse({"error": "not_found"}, 404)
    if form.get("act") == "over":
        desk.entries[entry_id].is_over = True
    else:
        del desk.entries[entry_id]
    return _done(request, {"id": entry_id})


async def _set_mode(request: Request) -> Response:
    desk = _desk(request)
    desk.mode = Mode(str((await request.form())["mode"]))
    return _done(request, {"mode": desk.mode.value})


async def _give_key(request: Request) -> Response:
    house = str((await request.form()).get("house", "")).strip() or "house"
    key = key_of(_desk(request).secret, house)
    if "text/html" in request.headers.get("accept", ""):
        desk = _desk(request)
        return HTMLResponse(desk_page(desk.mode.value, [mode.value for mode in Mode], desk.entries, key=key))
    return JSONResponse({"key": key})


async def _state(request: Request) -> Response:
    """What a test wants to count; no names."""
    desk = _desk(request)
    return JSONResponse({"mode": desk.mode.value, "entries": len(desk.entries), "asked": desk.asked})


async def _live(_request: Request) -> Response:
    return JSONResponse({"status": "live"})
