"""The shelf of national registers: one folder a register, one line in the registry."""

from collections.abc import Callable, Mapping, Sequence

from pydantic import ValidationError

from stakehouse.domains.compliance.adapters.sandstop import Config as SandstopConfig
from stakehouse.domains.compliance.adapters.sandstop import connect as SANDSTOP  # noqa: N812 - a line of the registry
from stakehouse.domains.compliance.errors import RegisterAddressRefused, UnknownRegister
from stakehouse.domains.compliance.ports import ExclusionRegister
from stakehouse.infra.http_client import AddressRefused, HttpClient

Connect = Callable[[bytes, HttpClient], ExclusionRegister]
"""Makes the access of one connection from its credentials, as the adapter's own JSON."""

REGISTERS: Mapping[str, Connect] = {"sandstop": SANDSTOP}
"""Every adapter by the name under which connections know it."""


class RegisterShelf:
    """The adapters with the HTTP client that they speak through."""

    def __init__(self, http: HttpClient, adapters: Mapping[str, Connect] = REGISTERS) -> None:
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
        self._adapter(register)
        try:
            return SandstopConfig.model_validate({"base_url": base_url, "api_key": key}).sealed_form()
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
        return self._adapter(register)(credentials, self._http)

    def _adapter(self, register: str) -> Connect:
        adapter = self._adapters.get(register)
        if adapter is None:
            raise UnknownRegister("There is no register of this name here.", field="register")
        return adapter
