"""The fast way of a bet: a plain ASGI route with msgspec, straight to the wallet engine.

No framework stands between the socket and the engine: on two cores it would cost as much as the
bet itself. The rules are the same as everywhere: strict shapes, typed refusals, one key one answer.

The edge knows who asks (``BetRoute``) and makes a slip of it. The slip is carried out here
(``OwnEngine``), or in the process that keeps the wallet engine for all edges (``SharedEngine``).
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import msgspec
import structlog
from starlette.types import Receive, Scope

from stakehouse.domains.games.service.bets import BetRequest, Wallets, bet_act
from stakehouse.domains.play import Bet, Catalogue, GameNotFound, Offer
from stakehouse.domains.tenancy import FeatureOff
from stakehouse.infra.courier import Courier, CourierLost
from stakehouse.infra.web.context import TenantRef
from stakehouse.infra.web.once import check_key
from stakehouse.infra.web.problems import UNAVAILABLE, Unavailable, is_outage, refusal_answer
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.errors import InternalError, Invalid, Refusal, Unauthenticated
from stakehouse.kernel.ids import MemberId, SessionId, TenantId, id_of
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


class Slip(msgspec.Struct, frozen=True, array_like=True, tag=1):
    """A bet as it came in, and whose it is.

    Attributes:
        tenant: the tenant's id in bytes.
        member: the member's id in bytes.
        key: of idempotency, well formed.
        body: as sent.
        session: the id of the session it came from, in bytes; empty if none is known.
    """

    tenant: bytes
    member: bytes
    key: str
    body: bytes
    session: bytes = b""


class CatalogueChanged(msgspec.Struct, frozen=True, array_like=True, tag=2):
    """A process changed what houses offer: slips after this one are to be judged by what holds now."""


class Answer(NamedTuple):
    """Of HTTP: status, headers and body."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class BetTaker(Protocol):
    """Carries slips out."""

    async def place(self, slip: Slip) -> Answer:
        """The bet's answer, whatever it is; never raises."""


@dataclass(frozen=True, slots=True)
class BetRoute:
    """``POST /bets``.

    Attributes:
        taker: carries bets out.
        signed_in: the tenant and the member behind a request's headers.
        admitted: takes a unit from the member's rate limit; refuses when there is none.
    """

    taker: BetTaker
    signed_in: Callable[[Scope, Mapping[bytes, bytes]], Awaitable[tuple[TenantRef, Actor]]]
    admitted: Callable[[TenantRef, Actor], None]

    async def __call__(self, scope: Scope, receive: Receive) -> Answer:
        """Answers one request."""
        try:
            slip = await self._slip(scope, receive)
        except Exception as error:  # noqa: BLE001 - the last resort of this way, as the handler is of the other
            return _failed(error)
        return await self.taker.place(slip)

    async def _slip(self, scope: Scope, receive: Receive) -> Slip:
        headers = dict(scope["headers"])
        tenant, actor = await self.signed_in(scope, headers)
        if actor.member_id is None:
            raise Unauthenticated("Sign in as a player.")
        self.admitted(tenant, actor)
        key = check_key(headers.get(b"idempotency-key", b"").decode("latin-1") or None)
        session = b"" if actor.session_id is None else actor.session_id.bytes
        return Slip(tenant.id.bytes, actor.member_id.bytes, key, await read_body(receive), session)


@dataclass(frozen=True, slots=True)
class OwnEngine:
    """Carries slips out on the wallet engine of this process."""

    wallets: Wallets
    catalogue: Catalogue
    _looking: set[asyncio.Task[Answer]] = field(default_factory=set)

    async def place(self, slip: Slip) -> Answer:
        """The bet's answer."""
        try:
            tenant_id = TenantId(id_of(slip.tenant))
            offer = self.catalogue.known(tenant_id) or await self.catalogue.offer(tenant_id)
            return _accepted(await self.wallets.submit(_bet(slip, tenant_id, offer)))
        except Exception as error:  # noqa: BLE001 - a fault has an answer too
            return _failed(error)

    def take(self, slip: Slip, answered: Callable[[Answer], None]) -> None:
        """The same for many slips at a time; never raises.

        Args:
            slip: to carry out.
            answered: hears the bet's answer, once.
        """
        tenant_id = TenantId(id_of(slip.tenant))
        offer = self.catalogue.known(tenant_id)
        if offer is None:  # it is read again every few seconds; what came meanwhile waits for it
            looking = asyncio.ensure_future(self.place(slip))
            self._looking.add(looking)
            looking.add_done_callback(self._looking.discard)
            looking.add_done_callback(lambda done: answered(done.result()))
            return

        def told(outcome: bytes | Refusal) -> None:
            answered(_failed(outcome) if isinstance(outcome, Refusal) else _accepted(outcome))

        try:
            self.wallets.put(_bet(slip, tenant_id, offer), told)
        except Exception as error:  # noqa: BLE001 - a fault has an answer too
            answered(_failed(error))


def _bet(slip: Slip, tenant_id: TenantId, offer: Offer) -> Bet:
    """The bet that a slip asks for, under what its house offers.

    Raises:
        Refusal: it is not a bet, or not one that this house takes.
    """
    asked = _decode(slip.body)
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
        tenant_id=tenant_id,
        member_id=MemberId(id_of(slip.member)),
        currency=currency,
        stake=stake,
        game=game,
        choices=asked.choices,
        key=slip.key,
        request_hash=hashlib.blake2b(slip.body, digest_size=16).digest(),
        time_zone=offer.time_zone,
        terms=offer.terms_of(game),
        is_automatic=asked.automatic,
        reality=offer.reality,
        session_id=SessionId(id_of(slip.session)) if slip.session else None,
    )
    return bet_act(request)


@dataclass(frozen=True, slots=True)
class SharedEngine:
    """Hands slips to the process that keeps the wallet engine for all edges of a machine.

    Whatever becomes of that process, bets go on: what it does not answer is carried out here. The key
    keeps a bet from happening twice, and the locks of the database keep two engines apart.
    """

    courier: Courier[Slip | CatalogueChanged, Answer]
    own: OwnEngine

    async def place(self, slip: Slip) -> Answer:
        """The bet's answer."""
        if self.courier.is_connected:
            with suppress(CourierLost):
                return await self.courier.ask(slip)
        return await self.own.place(slip)

    def forget(self) -> None:
        """Tells the other process that what houses offer has changed, before any later slip."""
        self.courier.tell(CatalogueChanged())


def _accepted(body: bytes) -> Answer:
    return Answer(201, list(_JSON), body)


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


def _failed(error: Exception) -> Answer:
    """What a refusal or a fault answers."""
    if isinstance(error, Refusal):
        return _refused(error)
    if is_outage(error):
        _log.warning("bet.unavailable", error=type(error).__name__)
        return _refused(Unavailable(UNAVAILABLE, retry_after_s=2))
    _log.error("bet.failed", exc_info=error)
    return _refused(InternalError("A fault of ours; repeat the request."))


def _refused(refusal: Refusal) -> Answer:
    status, headers, body = refusal_answer(refusal)
    return Answer(status, [(name.encode(), value.encode()) for name, value in headers.items()], body)
