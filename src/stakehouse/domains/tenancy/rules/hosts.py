"""Which names a tenant may answer to, and what follows from what the DNS says of them."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from ipaddress import ip_address

import dns.exception
import dns.name

from stakehouse.domains.tenancy.errors import HostRefused
from stakehouse.domains.tenancy.types import Certificate, Host, HostStatus

HOST_MAX = 253
HOSTS_MAX = 20
PROOF = "_stakehouse."
PROOF_VALUE = "stakehouse-verification="
FAILURES_MAX = 3
PENDING_FOR = timedelta(days=14)

RESERVED = frozenset({"localhost", "local", "internal", "invalid", "lan", "home", "corp", "onion", "arpa"})
"""Last labels that belong to nobody."""

_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def host_name(typed: str, reserved: Collection[str]) -> str:
    """The name as browsers send it: small letters, punycode, no final dot.

    Args:
        typed: what a person wrote.
        reserved: names of the platform itself; they and all below them are nobody else's.

    Raises:
        HostRefused: it is no name that a tenant can have.
    """
    text = typed.strip().rstrip(".").lower()
    try:
        name = dns.name.from_unicode(text, dns.name.root, dns.name.IDNA_2008_UTS_46).to_text(
            omit_final_dot=True
        )
    except (dns.exception.DNSException, UnicodeError, ValueError) as error:
        raise _refused(f"{typed!r} is no name of a host.") from error
    name = name.lower()
    labels = name.split(".")
    if _is_address(text) or labels[-1].isdigit():
        raise _refused("An address is no name; give a name like play.example.com.")
    if len(name) > HOST_MAX or not all(_LABEL.fullmatch(label) for label in labels):
        raise _refused("A name has letters, digits and hyphens between dots, like play.example.com.")
    if len(labels) == 1:
        raise _refused("A name of one word belongs to no tenant; give one like play.example.com.")
    if labels[-1] in RESERVED:
        raise _refused(f"Names that end in .{labels[-1]} cannot be reached from outside.")
    if any(name == taken or name.endswith(f".{taken}") for taken in reserved):
        raise _refused("This name belongs to the platform.")
    return name


def proof_name(host: str) -> str:
    """Where the record that proves a host is looked for."""
    return f"{PROOF}{host}"


def proof_value(token: str) -> str:
    """What that record has to say."""
    return f"{PROOF_VALUE}{token}"


def after_look(host: Host, texts: Collection[str], now: datetime) -> Host:
    """The host after the DNS was asked: proven, still waiting, or no longer the tenant's.

    A host that routes is not taken out by one bad answer: three looks in a row must miss the record.
    """
    is_proven = proof_value(host.token) in texts
    looked = replace(host, checked_at=now)
    status: HostStatus = host.status
    if is_proven:
        status = (
            HostStatus.VERIFIED if host.status in {HostStatus.PENDING, HostStatus.FAILED} else host.status
        )
        return replace(looked, status=status, failures=0, detail="", verified_at=host.verified_at or now)
    failures = host.failures + 1
    detail = (
        f"{proof_name(host.name)} has other TXT records than the one that is wanted."
        if texts
        else f"{proof_name(host.name)} has no TXT record yet."
    )
    is_over = (host.status in {HostStatus.VERIFIED, HostStatus.ACTIVE} and failures >= FAILURES_MAX) or (
        host.status is HostStatus.PENDING and now - host.created_at > PENDING_FOR
    )
    if is_over:
        status = HostStatus.FAILED
    return replace(looked, status=status, failures=min(failures, 1_000), detail=detail)


def activated(host: Host) -> Host:
    """The host answering for its tenant from now on; its certificate is wanted.

    Raises:
        HostRefused: nobody proved that it is the tenant's.
    """
    if host.status is HostStatus.ACTIVE:
        return host
    if host.status is not HostStatus.VERIFIED:
        raise _refused("Prove first that the name is yours: publish the TXT record and have it checked.")
    certificate = Certificate.WANTED if host.certificate is Certificate.NONE else host.certificate
    return replace(host, status=HostStatus.ACTIVE, certificate=certificate)


def _is_address(text: str) -> bool:
    try:
        ip_address(text.strip("[]"))
    except ValueError:
        return False
    return True


def _refused(detail: str) -> HostRefused:
    return HostRefused(detail, field="host")
