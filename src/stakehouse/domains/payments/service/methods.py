"""Which ways to pay a tenant offers, and within what bounds."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakehouse.domains import tenancy
from stakehouse.domains.payments import rules, store
from stakehouse.domains.payments.errors import AmountOutOfRange, MethodUnavailable
from stakehouse.domains.payments.ports import Gateways
from stakehouse.domains.payments.rules import Bounds
from stakehouse.domains.payments.service.office import CREDENTIALS, Office
from stakehouse.domains.payments.types import (
    Capabilities,
    Connection,
    ConnectionId,
    Direction,
    PaymentSettings,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import new_id
from stakehouse.kernel.money import Currency, InvalidAmount, Money, format_units, parse_units


@dataclass(frozen=True, slots=True)
class Method:
    """A way to pay as it is offered to a member.

    Attributes:
        name: what a request names.
        connection: the tenant's account behind it.
        capabilities: of its gateway.
        direction: in or out.
        bounds: by currency.
    """

    name: str
    connection: Connection
    capabilities: Capabilities
    direction: Direction
    bounds: Mapping[Currency, Bounds]


async def methods(tx: Tx, gateways: Gateways, direction: Direction) -> list[Method]:
    """The ways to pay in a direction, in the order in which the tenant opened them."""
    profile = await tenancy.profile(tx)
    settings = await tenancy.setting(tx, PaymentSettings)
    offered: dict[str, Method] = {}
    for connection in await store.connections(tx):
        capabilities = gateways.capabilities(connection.gateway)
        if not connection.is_active or capabilities is None or not capabilities.offers(direction):
            continue
        codes = connection.currencies & capabilities.currencies & profile.currencies.keys()
        limits = {
            profile.currencies[code]: bounds_of(capabilities, settings, direction, profile.currencies[code])
            for code in sorted(codes, key=lambda code: (code != profile.default_currency, code))
        }
        if limits and connection.gateway not in offered:
            offered[connection.gateway] = Method(
                connection.gateway, connection, capabilities, direction, limits
            )
    return list(offered.values())


def bounds_of(
    capabilities: Capabilities, settings: PaymentSettings, direction: Direction, currency: Currency
) -> Bounds:
    """The bounds of one payment in a currency."""
    minima, maxima = (
        (settings.deposit_minimum, settings.deposit_maximum)
        if direction is Direction.DEPOSIT
        else (settings.withdrawal_minimum, settings.withdrawal_maximum)
    )
    code, scale = currency.code, currency.scale
    return rules.bounds(capabilities.limits[direction], minima.get(code), maxima.get(code), scale)


async def choose(
    tx: Tx, gateways: Gateways, direction: Direction, *, name: str, amount: str, currency_code: str
) -> tuple[Method, Money]:
    """The method a member named and the amount they meant, if both are possible.

    Raises:
        MethodUnavailable: no such method, or not in this currency.
        UnknownCurrency: the tenant does not deal in it.
        InvalidAmount: not a positive amount of this currency.
        AmountOutOfRange: below the minimum or above the maximum.
    """
    currency = (await tenancy.profile(tx)).currency(currency_code)
    method = {offered.name: offered for offered in await methods(tx, gateways, direction)}.get(name)
    if method is None:
        raise MethodUnavailable("This way to pay is not offered here.", field="method")
    bounds = method.bounds.get(currency)
    if bounds is None:
        raise MethodUnavailable(f"{method.capabilities.title} does not take {currency.code}.", field="method")
    units = parse_units(amount, currency.scale)
    if units <= 0:
        raise InvalidAmount("The amount must be more than zero.", field="amount")
    if not bounds.minimum <= units <= bounds.maximum:
        low, high = (format_units(bound, currency.scale) for bound in (bounds.minimum, bounds.maximum))
        raise AmountOutOfRange(
            f"The amount must be between {low} and {high} {currency.code}.",
            field="amount",
            facts={"min_amount": low, "max_amount": high, "currency": currency.code},
        )
    return method, Money(units, currency)


async def connections(tx: Tx) -> list[Connection]:
    """The tenant's accounts at gateways, oldest first."""
    return await store.connections(tx)


async def open_connection(
    tx: Tx, office: Office, *, gateway: str, currencies: frozenset[str], credentials: bytes
) -> ConnectionId:
    """Opens a tenant's account at a gateway.

    Args:
        tx: the transaction.
        office: seals the credentials.
        gateway: the adapter's name.
        currencies: codes to be offered.
        credentials: the adapter's configuration as JSON.

    Raises:
        MethodUnavailable: there is no such adapter, or it takes none of the currencies.
    """
    capabilities = office.gateways.capabilities(gateway)
    if capabilities is None or not currencies & capabilities.currencies:
        raise MethodUnavailable("There is no such gateway for these currencies.", field="gateway")

    connection_id = ConnectionId(new_id())
    sealed = office.vault.seal(tx.tenant_id, CREDENTIALS, credentials)
    await store.insert_connection(tx, Connection(connection_id, gateway, currencies, sealed, is_active=True))

    tx.record(
        AuditEntry(
            "payment_connection.opened",
            "payment_connection",
            connection_id,
            after={"gateway": gateway, "currencies": sorted(currencies)},
        )
    )
    return connection_id


async def change_credentials(tx: Tx, office: Office, connection_id: ConnectionId, credentials: bytes) -> None:
    """Replaces the credentials of a connection; payments and notices go on under its id.

    Raises:
        ConnectionNotFound: the tenant has none of this id.
    """
    before = await office.connection(tx, connection_id)
    if office.vault.open(tx.tenant_id, CREDENTIALS, before.credentials) == credentials:
        return

    sealed = office.vault.seal(tx.tenant_id, CREDENTIALS, credentials)
    await store.replace_credentials(tx, connection_id, sealed)

    tx.record(AuditEntry("payment_connection.credentials_changed", "payment_connection", connection_id))
