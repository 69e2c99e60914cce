"""The fast way of a bet: a plain route with msgspec, straight to the wallet engine.

No framework stands between the socket and the engine: on two cores it would cost as much as the
bet itself. The rules are the same as everywhere: strict shapes, typed refusals, one key one answer.

The edge knows who asks (``BetRoute``) and makes a slip of it. The slip is carried out here
(``OwnEngine``), or in the process that keeps the wallet engine for all edges (``SharedEngine``).
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

import msgspec
import structlog

from stakehouse.domains.games.service.bets import BetRequest, Wallets, bet_act
from stakehouse.domains.play import Catalogue, GameNotFound, Offer
from stakehouse.domains.tenancy import FeatureOff
from stakehouse.infra.courier import Courier, CourierLost
from stakehouse.infra.web.context import TenantRef
from stakehouse.infra.web.fast import Answered, FastRequest, InvalidRequest
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
    """Of HTTP: status, body, and headers beyond those that go without saying."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


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
    signed_in: Callable[[FastRequest], Awaitable[tuple[TenantRef, Actor]]]
    admitted: Callable[[TenantRef, Actor], None]

    async def __call__(self, request: FastRequest) -> Answered:
        """Answers one request."""
        try:
            slip = await self._slip(request)
        except Exception as error:  # noqa: BLE001 - the last resort of this way, as the handler is of the other
            answer = _failed(error)
        else:
            answer = await self.taker.place(slip)
        status, body, headers = answer
        return status, list(headers or _JSON), body

    async def _slip(self, request: FastRequest) -> Slip:
        tenant, actor = await self.signed_in(request)
        if actor.member_id is None:
            raise Unauthenticated("Sign in as a player.")
        self.admitted(tenant, actor)
        key = check_key(request.header("idempotency-key"))
        session = b"" if actor.session_id is None else actor.session_id.bytes
        body = await request.body(BODY_MAX_BYTES)
        return Slip(tenant.id.bytes, actor.member_id.bytes, key, body, session)


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
            bet = bet_act(_request(_read((slip, tenant_id, offer))))
            return _accepted(await self.wallets.submit(bet))
        except Exception as error:  # noqa: BLE001 - a fault has an answer too
            return _failed(error)

    def take(self, slips: Iterable[tuple[Slip, Callable[[Answer], None]]]) -> None:
        """The same for slips that came together; never raises.

        Args:
            slips: to carry out, each with what hears its answer, once.
        """
        asked = []
        for slip, answered in slips:
            tenant_id = TenantId(id_of(slip.tenant))
            offer = self.catalogue.known(tenant_id)
            if offer is None:  # it is read again every few seconds; what came meanwhile waits for it
                self._place_later(slip, answered)
            else:
                asked.append(((slip, tenant_id, offer), answered))
        for bet, answered in _each(bet_act, _each(_request, _each(_read, asked))):
            try:
                self.wallets.put(bet, partial(_tell, answered))
            except Refusal as refusal:
                answered(_failed(refusal))

    def _place_later(self, slip: Slip, answered: Callable[[Answer], None]) -> None:
        looking = asyncio.ensure_future(self.place(slip))
        self._looking.add(looking)
        looking.add_done_callback(self._looking.discard)
        looking.add_done_callback(lambda done: answered(done.result()))


T = TypeVar("T")
U = TypeVar("U")


def _each(
    step: Callable[[T], U], items: Iterable[tuple[T, Callable[[Answer], None]]]
) -> list[tuple[U, Callable[[Answer], None]]]:
    """What a step makes of each item; where it fails, that is the answer.

    All are led through one step before any enters the next, see ``play.rules.bets``.
    """
    made = []
    for item, answered in items:
        try:
            made.append((step(item), answered))
        except Exception as error:  # noqa: BLE001 - a fault has an answer too
            answered(_failed(error))
    return made


def _tell(answered: Callable[[Answer], None], outcome: bytes | Refusal) -> None:
    answered(_failed(outcome) if isinstance(outcome, Refusal) else _accepted(outcome))


def _read(asked: tuple[Slip, TenantId, Offer]) -> tuple[Slip, TenantId, Offer, BetIn]:
    slip, tenant_id, offer = asked
    return slip, tenant_id, offer, _decode(slip.body)


def _request(read: tuple[Slip, TenantId, Offer, BetIn]) -> BetRequest:
    """The bet that a slip asks for, under what its house offers.

    Raises:
        Refusal: it is not a bet, or not one that this house takes.
    """
    slip, tenant_id, offer, asked = read
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
    return BetRequest(
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
    return Answer(201, body)


_JSON = (("content-type", "application/json"), ("cache-control", "no-store"))
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
    return Answer(status, body, tuple(headers.items()))
