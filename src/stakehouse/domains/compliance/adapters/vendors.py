"""The shelf of vendors of identity checks: one folder a vendor, one line in the registry."""

from collections.abc import Callable, Mapping

from stakehouse.domains.compliance.adapters.sandid import connect as SANDID  # noqa: N812 - a line of the registry
from stakehouse.domains.compliance.errors import VendorRefused
from stakehouse.domains.compliance.ports import KycVendor
from stakehouse.infra.http_client import HttpClient
from stakehouse.kernel.clock import Clock

Connect = Callable[[bytes, HttpClient, Clock], KycVendor]
"""Makes the vendor of one connection from its credentials, as the adapter's own JSON."""

VENDORS: Mapping[str, Connect] = {"sandid": SANDID}
"""Every adapter by the name under which connections and addresses of notices know it."""


class Shelf:
    """The adapters with the HTTP client that they speak through."""

    def __init__(self, http: HttpClient, clock: Clock, adapters: Mapping[str, Connect] = VENDORS) -> None:
        """Keeps all three; the clock dates signed requests."""
        self._http = http
        self._clock = clock
        self._adapters = adapters

    def connect(self, vendor: str, credentials: bytes) -> KycVendor:
        """The vendor behind a connection, with its credentials opened.

        Raises:
            VendorRefused: the adapter was taken off the shelf.
        """
        adapter = self._adapters.get(vendor)
        if adapter is None:
            raise VendorRefused("This vendor is no longer supported.")
        return adapter(credentials, self._http, self._clock)
