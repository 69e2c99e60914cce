"""What names in the DNS say: a resolver for production, and a zone in a file for the embedded house."""

import asyncio
from pathlib import Path
from typing import Protocol

import dns.asyncresolver
import dns.exception
import dns.resolver

from stakehouse.infra.tx import in_transaction

TIMEOUT_S = 5.0


class ResolverSilent(Exception):  # noqa: N818 - it says nothing, which is neither yes nor no
    """The DNS gave no answer; that says nothing about the name."""


class Resolver(Protocol):
    """Looks names up."""

    async def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records of a name; none if the name or the record does not exist.

        Raises:
            ResolverSilent: nobody answered, or not with an answer.
        """
        ...


class DnsResolver:
    """Asks the name servers that the system is set to."""

    async def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records of a name, each with its strings joined."""
        assert not in_transaction(), "the network is asked outside of transactions"
        resolver = dns.asyncresolver.Resolver()
        resolver.lifetime = TIMEOUT_S
        try:
            answer = await resolver.resolve(name, "TXT", search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except (dns.exception.DNSException, OSError) as error:
            raise ResolverSilent(f"{name}: {type(error).__name__}") from error
        return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in answer)


class ZoneFile:
    """A zone in a file, for houses that stand on one machine: lines ``name TXT "value"``."""

    def __init__(self, path: Path) -> None:
        """Keeps where the file lies; there need be none."""
        self._path = path

    async def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records that the file gives a name; read anew each time."""
        try:
            lines = (await asyncio.to_thread(self._path.read_text)).splitlines()
        except FileNotFoundError:
            return ()
        found = (line.split(maxsplit=2) for line in lines if not line.lstrip().startswith("#"))
        return tuple(
            record[2].strip().strip('"')
            for record in found
            if len(record) == 3 and record[0].rstrip(".") == name and record[1] == "TXT"  # noqa: PLR2004 - name, kind, value
        )
