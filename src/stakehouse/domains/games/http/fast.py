"""The fast way of a bet: a plain ASGI route with msgspec, straight to the wallet engine.

No framework stands between the socket and the engine: on two cores it would cost as much as the
bet itself. The rules are the same as everywhere: strict shapes, typed refusals, one key one answer.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import msgspec
import structlog
from starlette.types import Receive, Scope

from stakehouse.domains.games.service.bets import BetRequest, Wallets, bet_act
from stakehouse.domains.play import Catalogue, GameNotFound
from stakehouse.domains.tenancy import FeatureOff
from stakehouse.infra.web.context import TenantRef
from stakehouse.infra.web.once import check_key
from stakehouse.infra.web.problems import UNAVAILABLE, Unavailable, is_outage, refusal_answer
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.errors import InternalError, Invalid, Refusal, Unauthenticated
from stakehouse.kernel.money import InvalidAmount, parse_units

BODY_MAX_BYTES = 16_384

_log = structlog.get_logger(__name__)


class BetIn(msgspec.Struct, forbid_unknown_fields=True):
    """A bet as sent; the choices are the engine's to read.

    Attributes:
        automatic: whether the page placed it by itself; refused where the law allows no autoplay.
    """

    game: str
    currency: str
    stake: str
    choices: dict[str, object]
    automatic: bool = False


class UnknownCurrency(Refusal):
    """The tenant has no such currency."""

    kind = Invalid.kind


class InvalidRequest(Invalid):
    """The body is not a bet."""


@dataclass(frozen=True, slots=True)
class BetRoute:
    """``POST /bets``.

    Attributes:
        signed_in: the tenant and the member behind a request's headers.
        admitted: takes a unit from the member's rate limit; refuses when there is none.
    """

    wallets: Wallets
    catalogue: Catalogue
    signed_in: Callable[[Scope, Mapping[bytes, bytes]], Awaitable[tuple[TenantRef, Actor]]]
    admitted: Callable[[TenantRef, Actor], None]

    async def __call__(self, scope: Scope, receive: Receive) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        """Answers one request: status, headers and body."""
        try:
            return 201, list(_JSON), await self._bet(scope, receive)
        except Refusal as refusal:
            return _refused(refusal)
        except Exception as error:  # noqa: BLE001 - the last resort of this way, as the handler is of the other
            if is_outage(error):
                _log.warning("bet.unavailable", error=type(error).__name__)
                return _refused(Unavailable(UNAVAILABLE, retry_after_s=2))
            _log.exception("bet.failed")
            return _refused(InternalError("A fault of ours; repeat the request."))

    async def _bet(self, scope: Scope, receive: Receive) -> bytes:
        headers = dict(scope["headers"])
        tenant, actor = await self.signed_in(scope, headers)
        if actor.member_id is None:
            raise Unauthenticated("Sign in as a player.")
        self.admitted(tenant, actor)
        key = check_key(headers.get(b"idempotency-key", b"").decode("latin-1") or None)
        raw = await read_body(receive)
        asked = _decode(raw)
        offer = self.catalogue.known(tenant.id) or await self.catalogue.offer(tenant.id)
        if not offer.gaming:
            raise FeatureOff("This house has switched games off.")
        game = offer.games.get(asked.game)
        if game is None:
            raise GameNotFound("There is no such game here.", field="game")
        currency = offer.currencies.get(asked.currency)
        if currency is None:
            raise UnknownCurrency("This house does not use that currency.", field="currency")
        stake = parse_units(asked.stake, currency.scale, field="stake")
        if stake <= 0:
            raise InvalidAmount("The stake must be more than zero.", field="stake")
        request = BetRequest(
            tenant_id=tenant.id,
            member_id=actor.member_id,  # type: ignore[arg-type]  # an Actor keeps plain UUIDs
            currency=currency,
            stake=stake,
            game=game,
            choices=asked.choices,
            key=key,
            request_hash=hashlib.blake2b(raw, digest_size=16).digest(),
            time_zone=offer.time_zone,
            terms=offer.terms_of(game),
            is_automatic=asked.automatic,
            reality=offer.reality,
        )
        return await self.wallets.submit(bet_act(request))


_JSON = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
_decoder = msgspec.json.Decoder(BetIn)


def _decode(raw: bytes) -> BetIn:
    try:
        return _decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise InvalidRequest(f"The request is not a bet: {error}.", field=_field(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidRequest("The request body is not valid JSON.", field="body") from error


_UNKNOWN = "unknown field `"


def _field(message: str) -> str:
    """The field that msgspec's message is about (``… - at `$.stake` `` or ``unknown field `x` ``)."""
    if _UNKNOWN in message:
        return message.partition(_UNKNOWN)[2].partition("`")[0]
    _, found, pointer = message.rpartition("`$.")
    return pointer.rstrip("`") if found else "body"


async def read_body(receive: Receive) -> bytes:
    """The whole body, up to its limit.

    Raises:
        InvalidRequest: it is larger.
    """
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body"):
        message = await receive()
        body += message.get("body", b"")
        if len(body) > BODY_MAX_BYTES:
            break
    if len(body) > BODY_MAX_BYTES:
        raise InvalidRequest(f"The body is larger than {BODY_MAX_BYTES} bytes.", field="body")
    return body


def _refused(refusal: Refusal) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    status, headers, body = refusal_answer(refusal)
    return status, [(name.encode(), value.encode()) for name, value in headers.items()], body
