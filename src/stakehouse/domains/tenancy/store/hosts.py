"""The SQL of hosts. The table belongs to no tenant, so every statement names the one it is for."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains.tenancy.tables import tenant_hosts
from stakehouse.domains.tenancy.types import Certificate, Host, HostStatus
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId

TAKEN = (HostStatus.VERIFIED.value, HostStatus.ACTIVE.value)
FOLLOWED = (HostStatus.PENDING.value, *TAKEN)


async def put(tx: Tx, host: Host) -> None:
    """Adds a host of the tenant, or claims one anew that it had removed."""
    values = {
        "tenant_id": tx.tenant_id,
        "host": host.name,
        "status": host.status.value,
        "token": host.token,
        "certificate": host.certificate.value,
        "certificate_until": host.certificate_until,
        "checked_at": host.checked_at,
        "verified_at": host.verified_at,
        "failures": host.failures,
        "detail": host.detail,
        "created_at": host.created_at,
    }
    await tx.conn.execute(
        upsert(tenant_hosts)
        .values(**values)
        .on_conflict_do_update(index_elements=["tenant_id", "host"], set_=values)
    )


async def lock(tx: Tx, name: str) -> Host | None:
    """A host of the tenant under its row lock."""
    query = (
        select(tenant_hosts)
        .where(tenant_hosts.c.tenant_id == tx.tenant_id, tenant_hosts.c.host == name)
        .with_for_update()
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _host(row)


async def save(tx: Tx, host: Host) -> None:
    """Writes what may change of a host."""
    await tx.conn.execute(
        update(tenant_hosts)
        .where(tenant_hosts.c.tenant_id == tx.tenant_id, tenant_hosts.c.host == host.name)
        .values(
            status=host.status.value,
            certificate=host.certificate.value,
            certificate_until=host.certificate_until,
            checked_at=host.checked_at,
            verified_at=host.verified_at,
            failures=host.failures,
            detail=host.detail,
        )
    )


async def of_tenant(tx: Tx) -> list[Host]:
    """The hosts of the tenant that were not removed, by name."""
    rows = await tx.conn.execute(
        select(tenant_hosts)
        .where(tenant_hosts.c.tenant_id == tx.tenant_id, tenant_hosts.c.status != HostStatus.REMOVED.value)
        .order_by(tenant_hosts.c.host)
    )
    return [_host(row) for row in rows]


async def count(tx: Tx) -> int:
    """How many hosts the tenant has or claims."""
    query = select(func.count()).where(
        tenant_hosts.c.tenant_id == tx.tenant_id, tenant_hosts.c.status != HostStatus.REMOVED.value
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def is_taken(tx: Tx, name: str) -> bool:
    """Whether another tenant has proven that the name is its own; its lock waits for who is proving it."""
    await tx.conn.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"host:{name}", 0))))
    query = select(tenant_hosts.c.host).where(
        tenant_hosts.c.host == name,
        tenant_hosts.c.tenant_id != tx.tenant_id,
        tenant_hosts.c.status.in_(TAKEN),
    )
    return (await tx.conn.execute(query)).first() is not None


async def first_active(conn: AsyncConnection, tenant_ids: Collection[TenantId]) -> dict[TenantId, str]:
    """The host by which each tenant is reached: of those it put to use the one it claimed first."""
    rows = await conn.execute(
        select(tenant_hosts.c.tenant_id, tenant_hosts.c.host)
        .where(
            tenant_hosts.c.tenant_id.in_(tenant_ids),
            tenant_hosts.c.status == HostStatus.ACTIVE.value,
        )
        .order_by(tenant_hosts.c.created_at, tenant_hosts.c.host)
    )
    found: dict[TenantId, str] = {}
    for row in rows:
        found.setdefault(TenantId(UUID(str(row.tenant_id))), row.host)
    return found


async def followed(conn: AsyncConnection) -> list[tuple[TenantId, str]]:
    """All hosts that are looked after, whoever's they are."""
    rows = await conn.execute(
        select(tenant_hosts.c.tenant_id, tenant_hosts.c.host)
        .where(tenant_hosts.c.status.in_(FOLLOWED), tenant_hosts.c.token != "")
        .order_by(tenant_hosts.c.host)
    )
    return [(TenantId(UUID(str(row.tenant_id))), row.host) for row in rows]


def _host(row: Row[*tuple[Any, ...]]) -> Host:
    return Host(
        name=row.host,
        status=HostStatus(row.status),
        token=row.token,
        certificate=Certificate(row.certificate),
        certificate_until=row.certificate_until,
        checked_at=row.checked_at,
        verified_at=row.verified_at,
        failures=row.failures,
        detail=row.detail,
        created_at=row.created_at,
    )
