"""The shelf of gateways: one folder a vendor, one line in the registry."""

from collections.abc import Mapping

from stakehouse.domains.payments.adapters.sandpay import ADAPTER as SANDPAY
from stakehouse.domains.payments.errors import MethodUnavailable
from stakehouse.domains.payments.ports import Adapter, Gateway
from stakehouse.domains.payments.types import Capabilities, Connection
from stakehouse.infra.http_client import HttpClient

GATEWAYS: Mapping[str, Adapter] = {"sandpay": SANDPAY}
"""Every adapter by the name under which connections and addresses of notices know it."""


class Shelf:
    """The adapters with the HTTP client that they speak through."""

    def __init__(self, http: HttpClient, adapters: Mapping[str, Adapter] = GATEWAYS) -> None:
        """Keeps both."""
        self._http = http
        self._adapters = adapters

    def capabilities(self, gateway: str) -> Capabilities | None:
        """What an adapter can do; ``None`` if there is no adapter of this name."""
        adapter = self._adapters.get(gateway)
        return None if adapter is None else adapter.capabilities

    def connect(self, connection: Connection, credentials: bytes) -> Gateway:
        """The gateway behind a connection, with its credentials opened.

        Raises:
            MethodUnavailable: the adapter was taken off the shelf.
        """
        adapter = self._adapters.get(connection.gateway)
        if adapter is None:
            raise MethodUnavailable("This gateway is no longer supported.", field="method")
        return adapter.connect(credentials, self._http)
