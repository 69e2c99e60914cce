"""The hosts a tenant answers to: claimed, proven by a record in the DNS, put to use, looked after."""

from dataclasses import replace
from datetime import datetime
from secrets import token_hex

from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains.tenancy.errors import HostNotFound, HostTaken, TooManyHosts
from stakehouse.domains.tenancy.rules import hosts as rules
from stakehouse.domains.tenancy.service import CHANNEL
from stakehouse.domains.tenancy.store import hosts
from stakehouse.domains.tenancy.types import Certificate, Host, HostStatus
from stakehouse.events.tenancy import HostChanged
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId


async def claim(tx: Tx, typed: str, *, reserved: frozenset[str]) -> Host:
    """Claims a name for the tenant; it answers only once proven and put to use.

    Args:
        tx: the transaction.
        typed: the name as a person wrote it; other alphabets become punycode.
        reserved: names of the platform itself.

    Raises:
        HostRefused: it is no name that a tenant can have.
        HostTaken: another tenant has proven that it is its own.
        TooManyHosts: the tenant has enough.
    """
    name = rules.host_name(typed, reserved)
    if await hosts.is_taken(tx, name):
        raise _taken()
    known = await hosts.lock(tx, name)
    if known is not None and known.status is not HostStatus.REMOVED:
        return known
    if await hosts.count(tx) >= rules.HOSTS_MAX:
        raise TooManyHosts(f"A tenant has {rules.HOSTS_MAX} hosts at most; remove one first.")

    host = Host(name, HostStatus.PENDING, token_hex(16), created_at=tx.now)
    await hosts.put(tx, host)

    _tell(tx, "host.claimed", None, host)
    return host


async def all_of(tx: Tx) -> list[Host]:
    """The hosts of the tenant, by name."""
    return await hosts.of_tenant(tx)


async def one(tx: Tx, name: str) -> Host:
    """A host of the tenant.

    Raises:
        HostNotFound: it has none of that name.
    """
    host = await hosts.lock(tx, name)
    if host is None or host.status is HostStatus.REMOVED:
        raise HostNotFound("The tenant has no such host.")
    return host


async def note_look(tx: Tx, name: str, texts: tuple[str, ...]) -> Host:
    """Takes in what the DNS said of a host; the record proves it, and its absence in the end loses it.

    Raises:
        HostNotFound: the tenant has none of that name.
        HostTaken: another tenant proved it first.
    """
    host = await one(tx, name)
    after = rules.after_look(host, texts, tx.now)
    if after.status in {HostStatus.VERIFIED, HostStatus.ACTIVE} and await hosts.is_taken(tx, name):
        raise _taken()

    await hosts.save(tx, after)
    if after.status is not host.status:
        _tell(tx, f"host.{after.status.value}", host, after)
    return after


async def activate(tx: Tx, name: str) -> Host:
    """Lets a proven host answer for the tenant, in every process within seconds.

    Raises:
        HostNotFound: the tenant has none of that name.
        HostRefused: nobody proved that it is the tenant's.
    """
    host = await one(tx, name)
    after = rules.activated(host)
    if after == host:
        return host

    await hosts.save(tx, after)

    _tell(tx, "host.activated", host, after)
    return after


async def remove(tx: Tx, name: str, reason: str) -> None:
    """Takes a host away: it stops answering within seconds, and others may claim it.

    Raises:
        HostNotFound: the tenant has none of that name.
    """
    host = await one(tx, name)
    after = replace(host, status=HostStatus.REMOVED, certificate=Certificate.NONE, certificate_until=None)

    await hosts.save(tx, after)

    _tell(tx, "host.removed", host, after, reason)


async def note_certificate(tx: Tx, name: str, certificate: Certificate, until: datetime | None) -> Host:
    """Notes what became of a host's certificate; whoever serves TLS for the house tells it.

    Raises:
        HostNotFound: the tenant has none of that name.
    """
    host = await one(tx, name)
    after = replace(host, certificate=certificate, certificate_until=until)

    await hosts.save(tx, after)

    _tell(tx, "host.certificate_noted", host, after)
    return after


async def followed(conn: AsyncConnection) -> list[tuple[TenantId, str]]:
    """All hosts that are looked after, whoever's they are."""
    return await hosts.followed(conn)


def _tell(tx: Tx, action: str, before: Host | None, after: Host, reason: str = "") -> None:
    tx.signal(CHANNEL)
    tx.record(
        AuditEntry(
            action,
            "host",
            after.name,
            reason,
            before=None if before is None else _audited(before),
            after=_audited(after),
        )
    )
    tx.tell(HostChanged(tenant_id=tx.tenant_id, host=after.name, status=after.status.value))


def _audited(host: Host) -> dict[str, object]:
    return {"status": host.status.value, "certificate": host.certificate.value}


def _taken() -> HostTaken:
    return HostTaken("Another house answers to this name.", field="host")
