"""The simulator's server: Telegram's OpenID Connect, and pages that open a Mini App or the widget.

It runs inside the house's own process, in embedded mode only, and keeps no state: a code carries what it
stands for, signed.
"""

import base64
import hashlib
import hmac
import json
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from stakehouse.apps.simulators.telegram import signing
from stakehouse.apps.simulators.telegram.keys import BotKeys, bot_keys, test_key
from stakehouse.apps.simulators.telegram.signing import PEOPLE, Person
from stakehouse.infra.openid import challenge_of

CODE_S = 120
STYLES = Path(__file__).with_name("telegram.css")
POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"


@dataclass(frozen=True, slots=True)
class Telegram:
    """What the routes share."""

    secret: bytes
    issuer: str
    house: str
    slugs: Callable[[], list[str]]
    clock: Callable[[], datetime]

    @property
    def path(self) -> str:
        """Under which path of its server it is reached."""
        return urlsplit(self.issuer).path

    @property
    def key(self) -> Ed25519PrivateKey:
        """With which it signs."""
        return test_key(self.secret)

    def bot_of(self, client_id: str) -> BotKeys | None:
        """The bot of a number."""
        known = (bot_keys(self.secret, slug) for slug in self.slugs())
        return next((bot for bot in known if str(bot.bot_id) == client_id), None)


def telegram(
    *, secret: bytes, issuer: str, house: str, slugs: Callable[[], list[str]], clock: Callable[[], datetime]
) -> Starlette:
    """The server as an ASGI application.

    Args:
        secret: from which all keys are derived.
        issuer: where people and houses reach it, without a slash at the end.
        house: where the house's own pages are, without a slash at the end.
        slugs: the tenants whose bots it knows, asked at each request.
        clock: tells the time.
    """
    app = Starlette(routes=_ROUTES)
    app.state.telegram = Telegram(secret, issuer, house, slugs, clock)
    return app


def _here(request: Request) -> Telegram:
    here: Telegram = request.app.state.telegram
    return here


async def _describe(request: Request) -> Response:
    issuer = _here(request).issuer
    return JSONResponse(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/auth",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA"],
            "code_challenge_methods_supported": ["S256"],
        }
    )


async def _keys(request: Request) -> Response:
    return JSONResponse(signing.key_set(_here(request).key))


async def _authorize(request: Request) -> Response:
    here, asked = _here(request), dict(request.query_params)
    bot = here.bot_of(asked.get("client_id", ""))
    if bot is None or not _is_own(request, asked):
        return _page("Unknown bot", "<p>No bot of this house asks here.</p>", here.path, status=400)
    choices = "".join(
        f'<li><a href="{here.path}/auth/{person.id}?{escape(urlencode(asked))}">'
        f"<b>{escape(person.first_name)}</b><span>@{escape(person.username)}</span></a></li>"
        for person in PEOPLE
    )
    body = f"<p><b>@{escape(bot.username)}</b> asks who you are.</p><ul>{choices}</ul>"
    return _page("Log in with Telegram", body, here.path)


async def _allow(request: Request) -> Response:
    here, asked = _here(request), dict(request.query_params)
    person = _person(request.path_params["person"])
    if person is None or here.bot_of(asked.get("client_id", "")) is None or not _is_own(request, asked):
        return _page("Unknown", "<p>Nobody of that number is here.</p>", here.path, status=400)
    meant = {
        "person": person.id,
        "client": asked.get("client_id", ""),
        "to": asked["redirect_uri"],
        "nonce": asked.get("nonce", ""),
        "challenge": asked.get("code_challenge", ""),
        "until": int(here.clock().timestamp()) + CODE_S,
    }
    back = urlencode({"code": _signed(here.secret, meant), "state": asked.get("state", "")})
    return RedirectResponse(f"{asked['redirect_uri']}?{back}", 302)


async def _token(request: Request) -> Response:
    here, form = _here(request), await request.form()
    given = {name: str(value) for name, value in form.items()}
    bot = here.bot_of(given.get("client_id", ""))
    if bot is None or not _knows_secret(request, bot):
        return JSONResponse({"error": "invalid_client"}, 401)
    meant = _opened(here.secret, given.get("code", ""))
    if meant is None or not _fits(meant, bot, given) or int(str(meant["until"])) <= here.clock().timestamp():
        return JSONResponse({"error": "invalid_grant"}, 400)
    person = _person(str(meant["person"]))
    assert person is not None, "we signed it ourselves"
    nonce = str(meant["nonce"])
    proof = signing.id_token(here.issuer, str(bot.bot_id), here.key, person, nonce, here.clock())
    return JSONResponse({"access_token": "-", "token_type": "Bearer", "id_token": proof})


async def _bot(request: Request) -> Response:
    here, slug = _here(request), request.path_params["slug"]
    if slug not in here.slugs():
        return _page("Unknown bot", "<p>This house has no such bot.</p>", here.path, status=404)
    bot = bot_keys(here.secret, slug)
    rows = "".join(_openings(here, bot, person, slug) for person in PEOPLE)
    body = (
        f"<p>Open the Mini App of <b>@{escape(bot.username)}</b>, or come back from its login widget, "
        "as one of these people. The links are signed now and count for a minute.</p>"
        f"<ul>{rows}</ul>"
    )
    return _page(f"@{bot.username}", body, here.path)


def _openings(here: Telegram, bot: BotKeys, person: Person, slug: str) -> str:
    at, now = f"{here.house}/sign-in/telegram?tenant={slug}", here.clock()
    app = quote(signing.init_data(bot, here.key, person, now), safe="")
    widget = signing.widget_fields(bot, person, now)
    return (
        f"<li><b>{escape(person.first_name)}</b><span>@{escape(person.username)}</span>"
        f'<a href="{at}#tgWebAppData={app}&amp;tgWebAppVersion=9.0">Mini App</a>'
        f'<a href="{at}&amp;{escape(widget)}">Widget</a></li>'
    )


async def _list(request: Request) -> Response:
    here = _here(request)
    rows = "".join(
        f'<li><a href="{here.path}/bots/{escape(slug)}">'
        f"<b>@{escape(bot_keys(here.secret, slug).username)}</b></a></li>"
        for slug in here.slugs()
    )
    return _page("Telegram, simulated", f"<p>The bots of this house.</p><ul>{rows}</ul>", here.path)


async def _styles(_request: Request) -> Response:
    return FileResponse(STYLES, media_type="text/css")


_ROUTES = (
    Route("/", _list),
    Route("/telegram.css", _styles),
    Route("/.well-known/openid-configuration", _describe),
    Route("/keys", _keys),
    Route("/auth", _authorize),
    Route("/auth/{person}", _allow),
    Route("/token", _token, methods=["POST"]),
    Route("/bots/{slug}", _bot),
)


def _is_own(request: Request, asked: Mapping[str, str]) -> bool:
    """Whether people are sent back to the very server they came from."""
    return urlsplit(asked.get("redirect_uri", "")).netloc == request.headers.get("host")


def _fits(meant: Mapping[str, object], bot: BotKeys, given: Mapping[str, str]) -> bool:
    """Whether a code was made for this bot, this way back and this verifier."""
    return (
        meant["client"] == str(bot.bot_id)
        and meant["to"] == given.get("redirect_uri")
        and meant["challenge"] == challenge_of(given.get("code_verifier", ""))
    )


def _person(number: str) -> Person | None:
    return next((person for person in PEOPLE if str(person.id) == number), None)


def _knows_secret(request: Request, bot: BotKeys) -> bool:
    expected = base64.b64encode(f"{bot.bot_id}:{bot.client_secret}".encode()).decode()
    return hmac.compare_digest(
        request.headers.get("authorization", "").encode(), f"Basic {expected}".encode()
    )


def _signed(secret: bytes, meant: dict[str, object]) -> str:
    body = base64.urlsafe_b64encode(json.dumps(meant).encode()).decode()
    return f"{body}.{hmac.new(secret, body.encode(), hashlib.sha256).hexdigest()}"


def _opened(secret: bytes, code: str) -> dict[str, object] | None:
    body, _, mark = code.partition(".")
    if not hmac.compare_digest(
        mark.encode(), hmac.new(secret, body.encode(), hashlib.sha256).hexdigest().encode()
    ):
        return None
    try:
        meant: dict[str, object] = json.loads(base64.urlsafe_b64decode(body))
    except (NotBase64, ValueError):
        return None
    return meant


def _page(title: str, body: str, path: str, *, status: int = 200) -> HTMLResponse:
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<link rel="stylesheet" href="{path}/telegram.css"></head><body><main><h1>{escape(title)}</h1>'
        f"{body}<footer>A simulator. No real account is asked or told.</footer></main></body></html>"
    )
    return HTMLResponse(text, status, {"content-security-policy": POLICY})
