"""Sandpay over HTTP: calls, and what their answers and failures mean."""

from collections.abc import Mapping
from datetime import datetime

import msgspec
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, SecretStr

from stakehouse.domains.payments.adapters.sandpay import mapping
from stakehouse.domains.payments.adapters.sandpay.signature import HEADER, verify
from stakehouse.domains.payments.errors import Declined, Unavailable
from stakehouse.domains.payments.types import (
    Capabilities,
    Checkout,
    DepositOrder,
    Direction,
    Notice,
    PayoutOrder,
    RefundOrder,
    Report,
)
from stakehouse.infra.http_client import AnswerLost, HttpClient, NotSent, Response

_encode = msgspec.json.Encoder().encode

OK, CREATED, NOT_FOUND, CONFLICT = 200, 201, 404, 409
REFUSED = frozenset({400, 404, 422})
"""Answers that say: this order was not carried out and never will be. A key that is not accepted
(401, 403) or a limit (429) says nothing of the order, so it stays open like every 5xx."""


class Config(BaseModel):
    """What a tenant's connection to Sandpay holds.

    Attributes:
        base_url: where the API is.
        api_key: proves our requests.
        signing_secrets: of its notices; the present one first, the former one while it is replaced.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: HttpUrl
    api_key: SecretStr
    signing_secrets: tuple[SecretStr, ...] = Field(min_length=1, max_length=2)

    def sealed_form(self) -> bytes:
        """The configuration with its secrets, as the vault is to seal it."""
        return _encode(
            {
                "base_url": str(self.base_url),
                "api_key": self.api_key.get_secret_value(),
                "signing_secrets": [secret.get_secret_value() for secret in self.signing_secrets],
            }
        )


class Sandpay:
    """One tenant's account at Sandpay."""

    def __init__(self, config: Config, http: HttpClient, capabilities: Capabilities) -> None:
        """Keeps the account's keys and the way out."""
        self._base_url = str(config.base_url).rstrip("/")
        self._api_key = config.api_key
        self._secrets = [secret.get_secret_value() for secret in config.signing_secrets]
        self._http = http
        self._capabilities = capabilities

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        return self._capabilities

    async def start_deposit(self, order: DepositOrder) -> Checkout:
        """Begins a hosted checkout."""
        return mapping.checkout(await self._order("payments", mapping.payment_request(order)))

    async def start_payout(self, order: PayoutOrder) -> Report:
        """Orders a payout."""
        return mapping.report(await self._order("payouts", mapping.payout_request(order)))

    async def refund(self, order: RefundOrder) -> Report:
        """Orders a refund."""
        return mapping.report(await self._order("refunds", mapping.refund_request(order)))

    async def look_up(self, reference: str, direction: Direction) -> Report | None:
        """What Sandpay knows under our reference."""
        kind = "payments" if direction is Direction.DEPOSIT else "payouts"
        answer = await self._call("GET", f"/v1/{kind}/{reference}", None)
        if answer.status == NOT_FOUND:
            return None
        if answer.status != OK:
            # A look-up changes nothing there, so no refusal of it says anything about the payment.
            raise Unavailable(f"The look-up was answered with {answer.status}.", was_sent=True)
        return mapping.report(_item(answer.body))

    async def _order(self, kind: str, body: dict[str, object]) -> mapping.Item:
        """Carries out an order; the reference in its body is the idempotency key."""
        answer = await self._call("POST", f"/v1/{kind}", _encode(body))
        if answer.status in (OK, CREATED):
            return _item(answer.body)
        if answer.status == CONFLICT:
            # The reference is known there with other content: an earlier order of ours was taken.
            return await self._taken(kind, str(body["reference"]))
        if answer.status in REFUSED:
            raise _declined(answer.body)
        raise Unavailable(f"The order was answered with {answer.status}.", was_sent=True)

    async def _taken(self, kind: str, reference: str) -> mapping.Item:
        """The object that an earlier order made."""
        answer = await self._call("GET", f"/v1/{kind}/{reference}", None)
        if answer.status != OK:
            raise Unavailable(f"The look-up was answered with {answer.status}.", was_sent=True)
        return _item(answer.body)

    async def _call(self, method: str, path: str, body: bytes | None) -> Response:
        headers = {"authorization": f"Bearer {self._api_key.get_secret_value()}"}
        if body is not None:
            headers["content-type"] = "application/json"
        try:
            return await self._http.request(method, self._base_url + path, headers=headers, content=body)
        except NotSent as error:
            raise Unavailable(f"The gateway was not reached: {error}.", was_sent=False) from error
        except AnswerLost as error:
            raise Unavailable(f"The gateway's answer was lost: {error}.", was_sent=True) from error

    def read_webhook(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> Notice:
        """Verifies and translates a notice."""
        verify(headers.get(HEADER, ""), body, self._secrets, now=now)
        return mapping.notice(body)

    def read_stored(self, body: bytes, headers: Mapping[str, str]) -> Notice:  # noqa: ARG002 - the port's shape
        """Translates a notice that was verified when it came."""
        return mapping.notice(body)


def connect(credentials: bytes, http: HttpClient, capabilities: Capabilities) -> Sandpay:
    """The account behind a connection's opened credentials."""
    return Sandpay(Config.model_validate_json(credentials), http, capabilities)


def _item(body: bytes) -> mapping.Item:
    try:
        return msgspec.json.decode(body, type=mapping.Item)
    except msgspec.DecodeError as error:
        raise Unavailable("The gateway's answer cannot be read.", was_sent=True) from error


def _declined(body: bytes) -> Declined:
    try:
        fault = msgspec.json.decode(body, type=mapping.FaultBody).error
    except msgspec.DecodeError:
        return Declined("refused", "The gateway refused without a reason that can be read.")
    return Declined(fault.code, fault.message)
