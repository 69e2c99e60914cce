"""What a gateway must be able to do. Adapters translate; they hold no rules about money."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from stakehouse.domains.payments.types import (
    Capabilities,
    Checkout,
    Connection,
    DepositOrder,
    Direction,
    Notice,
    PayoutOrder,
    RefundOrder,
    Report,
)
from stakehouse.infra.http_client import HttpClient


class Gateway(Protocol):
    """One tenant's account at one gateway.

    Every call carries our own id as the vendor's idempotency key: the same order twice has one
    effect there. A call ends in a value, in ``Declined`` (a definite no: nothing happened and
    nothing will under this reference) or in ``Unavailable`` (no usable answer; whether the
    gateway acted is unknown unless ``was_sent`` is false). A word of the vendor that the adapter
    does not know becomes ``Verdict.UNKNOWN``, never a failure.
    """

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        ...

    async def start_deposit(self, order: DepositOrder) -> Checkout:
        """Begins a deposit and answers where to send the person."""
        ...

    async def start_payout(self, order: PayoutOrder) -> Report:
        """Orders a payout."""
        ...

    async def refund(self, order: RefundOrder) -> Report:
        """Orders that a deposit be given back, whole or in part."""
        ...

    async def look_up(self, reference: str, direction: Direction) -> Report | None:
        """What the gateway knows under our reference; ``None`` if it never heard of it."""
        ...

    def read_webhook(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> Notice:
        """Verifies the signature on the raw bytes and translates.

        Args:
            body: exactly what came.
            headers: names in lower case.
            now: our clock, for the tolerance on both sides.

        Raises:
            SignatureRefused: missing, wrong, too old or from the future.
        """
        ...

    def read_stored(self, body: bytes, headers: Mapping[str, str]) -> Notice:
        """Translates a notice whose signature was verified when it came."""
        ...


class Gateways(Protocol):
    """The shelf of adapters, plugged in by the wiring."""

    def capabilities(self, gateway: str) -> Capabilities | None:
        """What an adapter can do; ``None`` if there is no adapter of this name."""
        ...

    def connect(self, connection: Connection, credentials: bytes) -> Gateway:
        """The gateway behind a connection, with its credentials opened."""
        ...


@dataclass(frozen=True, slots=True)
class Adapter:
    """How an adapter stands on the shelf.

    Attributes:
        capabilities: what it can do.
        connect: makes the gateway of one connection from its credentials, as the adapter's own JSON.
    """

    capabilities: Capabilities
    connect: Callable[[bytes, HttpClient], Gateway]
