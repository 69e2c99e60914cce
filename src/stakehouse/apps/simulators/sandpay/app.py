"""Sandpay's server: the API for merchants, the checkout for people, the desk for its operator."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qsl, urlsplit

from pydantic import BaseModel, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from stakehouse.apps.simulators.sandpay import pages
from stakehouse.apps.simulators.sandpay.book import (
    PAYMENT,
    PAYOUT,
    REFUND,
    Book,
    Item,
    ReferenceReused,
    TooMuch,
)
from stakehouse.apps.simulators.sandpay.courier import Courier
from stakehouse.apps.simulators.sandpay.keys import merchant_keys, merchant_of
from stakehouse.apps.simulators.sandpay.wire import (
    PaymentRequest,
    PayoutRequest,
    RefundRequest,
    shown,
)
from stakehouse.apps.simulators.signing import signature

PAYOUT_DELAY_MS = 3_000
LATE_MS = 20_000
HANG_S = 120.0
"""How long a lost answer stays out; longer than any client waits."""

STYLES = Path(__file__).with_name("sandpay.css")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self' {place}"
)

Shape = TypeVar("Shape", bound=BaseModel)
Endpoint = Callable[[Request, str], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Sandpay:
    """What the routes share."""

    book: Book
    courier: Courier
    secret: bytes
    base_url: str

    def show(self, item: Item) -> dict[str, object]:
        """An object on the wire."""
        return shown(item, self.base_url)

    def move(self, item_id: str, status: str, reason: str = "", *, notices: int = 1) -> None:
        """Changes a state and reports it."""
        if self.book.move(item_id, status, reason) and notices:
            self.courier.tell(self.book.by_id(item_id), times=notices)


def sandpay(book: Book, *, secret: bytes, base_url: str, pace: float = 1.0) -> Starlette:
    """The server as an ASGI application.

    Args:
        book: where it keeps its state.
        secret: from which the merchants' keys are derived.
        base_url: where people and merchants reach it, without a slash at the end.
        pace: multiplies the waits between tries of a notice; tests hurry.
    """
    courier = Courier(book, secret, base_url, pace=pace)
    house = Sandpay(book, courier, secret, base_url)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        errand = asyncio.create_task(courier.run())
        try:
            yield
        finally:
            errand.cancel()
            with suppress(asyncio.CancelledError):
                await errand

    app = Starlette(routes=_ROUTES, lifespan=lifespan)
    app.state.house = house
    return app


def _house(request: Request) -> Sandpay:
    house: Sandpay = request.app.state.house
    return house


def _error(status: int, code: str, message: str) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status)


def _for_merchants(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """Lets only a merchant with its key in."""

    async def checked(request: Request) -> Response:
        merchant = merchant_of(_house(request).secret, request.headers.get("authorization", ""))
        if merchant is None:
            return _error(401, "invalid_key", "This API key is not known.")
        try:
            return await endpoint(request, merchant)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            return _error(400, "invalid_request", f"{place}: {first['msg']}")
        except ReferenceReused:
            return _error(409, "reference_reused", "This reference was used before with other content.")

    return checked


async def _read(request: Request, shape: type[Shape]) -> Shape:
    return shape.model_validate_json(await request.body())


async def _answer(house: Sandpay, area: str, item: Item, *, is_new: bool) -> Response:
    """The answer to an order that was carried out, or the lack of one."""
    if house.book.takes_fault(f"{area}.hang"):
        await asyncio.sleep(HANG_S)
    if house.book.takes_fault(f"{area}.error_after"):
        return _error(500, "internal", "Something broke after we did what you asked.")
    return JSONResponse(house.show(item), 201 if is_new else 200)


async def _create_payment(request: Request, merchant: str) -> Response:
    house, order = _house(request), await _read(request, PaymentRequest)
    if house.book.takes_fault("payment.refuse"):
        return _error(503, "try_later", "We are closed for a moment; nothing was done.")
    if house.book.takes_fault("payment.decline"):
        return _error(422, "amount_not_supported", "This amount cannot be taken.")
    item, is_new = house.book.create(
        PAYMENT,
        merchant,
        order.reference,
        status="awaiting_customer",
        amount=order.amount.value,
        currency=order.amount.currency,
        document={
            "description": order.description,
            "customer": order.customer,
            "return_url": str(order.return_url),
            "notify_url": str(order.notify_url),
            "expires_in_s": order.expires_in_s,
        },
    )
    if is_new:
        house.book.plan(item.id, "lapsed", after_ms=order.expires_in_s * 1000, reason="checkout_lapsed")
        house.courier.wake()
    return await _answer(house, "payment", item, is_new=is_new)


async def _create_payout(request: Request, merchant: str) -> Response:
    house, order = _house(request), await _read(request, PayoutRequest)
    account = order.destination.account.upper()
    if house.book.takes_fault("payout.refuse"):
        return _error(503, "try_later", "We are closed for a moment; nothing was done.")
    if "DECLINE" in account:
        return _error(422, "account_closed", "The destination account is closed.")
    item, is_new = house.book.create(
        PAYOUT,
        merchant,
        order.reference,
        status="accepted",
        amount=order.amount.value,
        currency=order.amount.currency,
        document={
            "account": order.destination.account,
            "description": order.description,
            "notify_url": str(order.notify_url),
        },
    )
    if is_new:
        _set_out(house, item, account)
    return await _answer(house, "payout", house.book.by_id(item.id), is_new=is_new)


def _set_out(house: Sandpay, payout: Item, account: str) -> None:
    """What becomes of a payout; a word in the account's name chooses, as test cards do elsewhere."""
    delay_ms = int(house.book.switch("payout_delay_ms", str(PAYOUT_DELAY_MS)))
    if "ODD" in account:
        house.move(payout.id, "under_observation")
    elif "WAIT" in account or house.book.switch("payout_mode", "auto") == "manual":
        house.book.move(payout.id, "in_transit")
    elif "FAIL" in account:
        house.book.plan(payout.id, "declined", after_ms=delay_ms, reason="returned_by_bank")
    else:
        house.book.plan(payout.id, "paid", after_ms=delay_ms)
    if "LOSE" in account:
        house.book.set_fault("payout.hang", 1)
    house.courier.wake()


async def _create_refund(request: Request, merchant: str) -> Response:
    house, order = _house(request), await _read(request, RefundRequest)
    payment = house.book.by_reference(PAYMENT, merchant, order.payment_reference)
    if payment is None or payment.currency != order.amount.currency:
        return _error(404, "no_such_payment", "There is no payment under this reference.")
    try:
        item, is_new = house.book.refund(merchant, order.reference, payment, order.amount.value)
    except TooMuch:
        return _error(422, "refund_too_large", "Not so much is left to be given back.")
    if is_new:
        house.courier.tell(item)
    return await _answer(house, "refund", item, is_new=is_new)


def _look_up(kind: str) -> Endpoint:
    async def looked_up(request: Request, merchant: str) -> Response:
        house = _house(request)
        if house.book.takes_fault("look_up.refuse"):
            return _error(503, "try_later", "We are closed for a moment.")
        item = house.book.by_reference(kind, merchant, request.path_params["reference"])
        if item is None:
            return _error(404, "not_found", "There is nothing under this reference.")
        return JSONResponse(house.show(item))

    return looked_up


async def _settlements(request: Request, merchant: str) -> Response:
    house = _house(request)
    return JSONResponse({"data": [house.show(item) for item in house.book.settled(merchant)]})


async def _form(request: Request) -> dict[str, str]:
    return dict(parse_qsl((await request.body()).decode(errors="replace"), max_num_fields=8))


def _html(text: str, *, status: int = 200, place: str = "") -> Response:
    return HTMLResponse(
        text,
        status,
        {
            "content-security-policy": POLICY.format(place=place),
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "cache-control": "no-store",
        },
    )


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


async def _checkout(request: Request) -> Response:
    house = _house(request)
    item = house.book.by_token(request.path_params["token"])
    if item is None:
        return _html(pages.unknown_page(), status=404)
    late_s = int(house.book.switch("late_ms", str(LATE_MS))) // 1000
    # Browsers hold the redirect after a form against form-action too, so the way back is named.
    return _html(pages.checkout_page(item, late_s=late_s), place=_origin(item.document["return_url"]))


async def _decide(request: Request) -> Response:
    """A person pressed a button on the checkout."""
    house = _house(request)
    item = house.book.by_token(request.path_params["token"])
    if item is None:
        return _html(pages.unknown_page(), status=404)
    if item.status == "awaiting_customer":
        _carry_out(house, item, (await _form(request)).get("act", ""))
    return RedirectResponse(item.document["return_url"], 303)


def _carry_out(house: Sandpay, item: Item, act: str) -> None:
    match act:
        case "pay":
            house.move(item.id, "captured")
        case "twice":
            house.move(item.id, "captured", notices=2)
        case "lose":
            house.move(item.id, "captured", notices=0)
        case "late":
            house.book.plan(item.id, "captured", after_ms=int(house.book.switch("late_ms", str(LATE_MS))))
            house.move(item.id, "authorising")
        case "fail":
            house.move(item.id, "declined", "card_declined")
        case "cancel":
            house.move(item.id, "voided", "cancelled_by_customer")
        case _:
            return


async def _desk(request: Request) -> Response:
    book = _house(request).book
    return _html(
        pages.desk_page(
            payments=book.latest(PAYMENT),
            payouts=book.latest(PAYOUT),
            notices=book.notices(),
            faults=book.faults(),
            payout_mode=book.switch("payout_mode", "auto"),
        )
    )


_OPERATOR_ACTS = {
    "confirm": ("paid", ""),
    "fail": ("declined", "returned_by_bank"),
    "leave": ("under_observation", ""),
    "capture": ("captured", ""),
    "decline": ("declined", "card_declined"),
}


async def _operate(request: Request) -> Response:
    chosen = _OPERATOR_ACTS.get((await _form(request)).get("act", ""))
    if chosen is not None:
        _house(request).move(request.path_params["id"], *chosen)
    return RedirectResponse("/", 303)


async def _set_faults(request: Request) -> Response:
    form = await _form(request)
    times = form.get("times", "1")
    _house(request).book.set_fault(form.get("fault", ""), int(times) if times.isdecimal() else 1)
    return RedirectResponse("/", 303)


async def _set_switches(request: Request) -> Response:
    for name, value in (await _form(request)).items():
        _house(request).book.set_switch(name, value)
    _house(request).courier.wake()
    return RedirectResponse("/", 303)


async def _replay(request: Request) -> Response:
    house = _house(request)
    house.book.send_again()
    house.courier.wake()
    return RedirectResponse("/", 303)


async def _state(request: Request) -> Response:
    """Everything a test wants to count."""
    book = _house(request).book
    notices = [
        {name: row[name] for name in ("id", "tries", "answer", "is_done", "manner")}
        for row in book.notices(limit=500)
    ]
    objects = [
        {"id": item.id, "kind": item.kind, "reference": item.reference, "status": item.status}
        for kind in (PAYMENT, PAYOUT, REFUND)
        for item in book.latest(kind, limit=500)
    ]
    return Response(
        json.dumps({"counts": book.counts(), "notices": notices, "objects": objects}),
        media_type="application/json",
    )


async def _last_notice(request: Request) -> Response:
    """The last notice about a reference as it would be carried now, for tests of adapters."""
    house = _house(request)
    reference = request.path_params["reference"]
    row = next((row for row in house.book.notices(limit=500) if reference in row["body"]), None)
    if row is None:
        return _error(404, "not_found", "No notice speaks of this reference.")
    secret = merchant_keys(house.secret, row["merchant"]).signing_secret
    header = signature(secret, house.book.now_ms() // 1000, row["body"])
    return Response(row["body"], headers={"sandpay-signature": header}, media_type="application/json")


async def _styles(_request: Request) -> Response:
    return FileResponse(STYLES, media_type="text/css")


async def _live(_request: Request) -> Response:
    return JSONResponse({"status": "live"})


_ROUTES = [
    Route("/health/live", _live),
    Route("/assets/sandpay.css", _styles),
    Route("/v1/payments", _for_merchants(_create_payment), methods=["POST"]),
    Route("/v1/payments/{reference}", _for_merchants(_look_up(PAYMENT))),
    Route("/v1/payouts", _for_merchants(_create_payout), methods=["POST"]),
    Route("/v1/payouts/{reference}", _for_merchants(_look_up(PAYOUT))),
    Route("/v1/refunds", _for_merchants(_create_refund), methods=["POST"]),
    Route("/v1/refunds/{reference}", _for_merchants(_look_up(REFUND))),
    Route("/v1/settlements", _for_merchants(_settlements)),
    Route("/checkout/{token}", _checkout),
    Route("/checkout/{token}", _decide, methods=["POST"]),
    Route("/", _desk),
    Route("/operator/objects/{id}", _operate, methods=["POST"]),
    Route("/operator/faults", _set_faults, methods=["POST"]),
    Route("/operator/switches", _set_switches, methods=["POST"]),
    Route("/operator/replay", _replay, methods=["POST"]),
    Route("/operator/state.json", _state),
    Route("/operator/notices/{reference}", _last_notice),
]
