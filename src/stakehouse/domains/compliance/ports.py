"""What others bring along for compliance: scanners, vendors, national registers, a diary of play."""

from collections.abc import Awaitable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from stakehouse.domains.compliance.rules.harm import PlayHour
from stakehouse.domains.compliance.types.kyc import Applicant, HandedDocument, VendorNotice, VendorReport
from stakehouse.domains.compliance.types.registers import Sought, Told
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


class Scanner(Protocol):
    """Looks for known dangers in a file; an operator plugs in the one of their house."""

    async def scan(self, content: bytes) -> str | None:
        """What was found, in the scanner's word; ``None`` if the file is clean.

        Raises:
            OSError: the scanner does not answer; the file is then not taken.
        """
        ...


class KycVendor(Protocol):
    """One tenant's account at a vendor of identity checks.

    Every call carries our own id, so the same call twice has one effect there. A call ends in a
    value, in ``VendorRefused`` (a definite no) or in ``VendorUnavailable`` (no usable answer; trying
    again is right). A word of the vendor that the adapter does not know becomes ``UNKNOWN``: a person
    decides, nobody is verified or rejected by it.
    """

    async def create_applicant(self, applicant: Applicant) -> str:
        """Makes the person known there and answers the vendor's id; the same one for the same case."""
        ...

    async def hand_over(self, applicant_id: str, document: HandedDocument) -> None:
        """Hands a document over."""
        ...

    async def begin_check(self, applicant_id: str) -> VendorReport:
        """Asks for the check; its result comes by notice, or by :meth:`look_up`."""
        ...

    async def look_up(self, applicant_id: str) -> VendorReport:
        """What the vendor says of an applicant now."""
        ...

    def read_webhook(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> VendorNotice:
        """Verifies the signature on the raw bytes and translates.

        Args:
            body: exactly what came.
            headers: names in lower case.
            now: our clock, for the tolerance on both sides.

        Raises:
            VendorSignatureRefused: missing, wrong, too old or from the future.
        """
        ...

    def read_stored(self, body: bytes) -> VendorNotice:
        """Translates a notice whose signature was verified when it came."""
        ...


class KycVendors(Protocol):
    """The shelf of adapters, plugged in by the wiring."""

    def connect(self, vendor: str, credentials: bytes) -> KycVendor:
        """The vendor behind a connection, with its credentials opened.

        Raises:
            VendorRefused: there is no adapter of this name.
        """
        ...


class ExclusionRegister(Protocol):
    """A house's access to a national register of exclusions.

    Asking changes nothing there, so asking twice is harmless. A call ends in what the register told, in
    ``RegisterKeyRefused`` (it does not know the house) or in ``RegisterUnavailable`` (anything else, a
    word that the adapter does not know included: nobody comes in on a guess).
    """

    async def ask(self, person: Sought) -> Told:
        """What the register says about a person."""
        ...


class ExclusionRegisters(Protocol):
    """The shelf of registers, plugged in by the wiring."""

    @property
    def names(self) -> Sequence[str]:
        """The adapters there are."""
        ...

    def credentials(self, register: str, base_url: str, key: str) -> bytes:
        """What is sealed of a connection, as the adapter's own JSON.

        Raises:
            UnknownRegister: there is no adapter of this name.
        """
        ...

    async def check_address(self, base_url: str) -> None:
        """Returns if the address is one the house would talk to.

        Raises:
            RegisterAddressRefused: it is not https, not public, or cannot be found.
        """
        ...

    def connect(self, register: str, credentials: bytes) -> ExclusionRegister:
        """The register behind a connection, with its credentials opened.

        Raises:
            UnknownRegister: there is no adapter of this name.
        """
        ...


class PlayDiary(Protocol):
    """Tells what was played; play brings it along."""

    def __call__(
        self, tx: Tx, since: datetime, until: datetime, /
    ) -> Awaitable[Mapping[MemberId, Sequence[PlayHour]]]:
        """What each member played from one full hour to before another, hour by hour."""
        ...
