"""The shelf of national registers: one folder a register, one line in the registry."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from stakehouse.domains.compliance.adapters import sandstop
from stakehouse.domains.compliance.errors import RegisterAddressRefused, UnknownRegister
from stakehouse.domains.compliance.ports import ExclusionRegister
from stakehouse.infra.http_client import AddressRefused, HttpClient


class Adapter(NamedTuple):
    """How one sort of register is reached.

    Attributes:
        credentials: what is sealed of an address and a key, as the adapter's own JSON; pydantic's
            ``ValidationError`` if it is no address.
        connect: makes the access of one connection from that.
    """

    credentials: Callable[[str, str], bytes]
    connect: Callable[[bytes, HttpClient], ExclusionRegister]


REGISTERS: Mapping[str, Adapter] = {"sandstop": Adapter(sandstop.credentials, sandstop.connect)}
"""Every adapter by the name under which connections know it."""


class RegisterShelf:
    """The adapters with the HTTP client that they speak through."""

    def __init__(self, http: HttpClient, adapters: Mapping[str, Adapter] = REGISTERS) -> None:
        """Keeps both."""
        self._http = http
        self._adapters = adapters

    @property
    def names(self) -> Sequence[str]:
        """The adapters there are."""
        return sorted(self._adapters)

    def credentials(self, register: str, base_url: str, key: str) -> bytes:
        """What is sealed of a connection.

        Raises:
            UnknownRegister: there is no adapter of this name.
            RegisterAddressRefused: it is no address.
        """
        adapter = self._adapter(register)
        try:
            return adapter.credentials(base_url, key)
        except ValidationError as error:
            raise RegisterAddressRefused("This is not an address.", field="base_url") from error

    async def check_address(self, base_url: str) -> None:
        """Returns if the address is one the house would talk to.

        Raises:
            RegisterAddressRefused: it is not https, not public, or cannot be found.
        """
        try:
            await self._http.check_address(base_url)
        except AddressRefused as refused:
            raise RegisterAddressRefused(str(refused), field="base_url") from refused

    def connect(self, register: str, credentials: bytes) -> ExclusionRegister:
        """The register behind a connection, with its credentials opened.

        Raises:
            UnknownRegister: the adapter was taken off the shelf.
        """
        return self._adapter(register).connect(credentials, self._http)

    def _adapter(self, register: str) -> Adapter:
        adapter = self._adapters.get(register)
        if adapter is None:
            raise UnknownRegister("There is no register of this name here.", field="register")
        return adapter
