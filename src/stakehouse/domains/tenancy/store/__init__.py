"""The SQL of tenancy, and the reading of the files that came with it."""

import tomllib
from dataclasses import asdict
from importlib import resources
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains.tenancy.tables import (
    tenant_hosts,
    tenant_setting_versions,
    tenant_settings,
    tenants,
)
from stakehouse.domains.tenancy.types import (
    Branding,
    Features,
    SettingVersion,
    TenantProfile,
    TenantSeed,
    TenantStatus,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId
from stakehouse.kernel.money import Currency, CurrencyKind

_PROFILE = (
    tenants.c.id,
    tenants.c.slug,
    tenants.c.name,
    tenants.c.status,
    tenants.c.jurisdiction,
    tenants.c.features,
    tenants.c.languages,
    tenants.c.currencies,
    tenants.c.default_currency,
    tenants.c.minimum_age,
    tenants.c.blocked_countries,
    tenants.c.time_zone,
    tenants.c.support_email,
    tenants.c.branding,
)


async def by_id(conn: AsyncConnection, tenant_id: UUID) -> TenantProfile | None:
    """The tenant of an id."""
    return await _one(conn, select(*_PROFILE).where(tenants.c.id == tenant_id))


async def by_slug(conn: AsyncConnection, slug: str) -> TenantProfile | None:
    """The tenant of a slug."""
    return await _one(conn, select(*_PROFILE).where(tenants.c.slug == slug))


async def by_host(conn: AsyncConnection, host: str) -> TenantProfile | None:
    """The tenant that answers to a host."""
    found = select(tenant_hosts.c.tenant_id).where(
        tenant_hosts.c.host == host, tenant_hosts.c.status == "active"
    )
    return await _one(conn, select(*_PROFILE).where(tenants.c.id == found.scalar_subquery()))


async def every(conn: AsyncConnection) -> list[TenantProfile]:
    """All tenants, the oldest first."""
    return [_profile(row) for row in await conn.execute(select(*_PROFILE).order_by(tenants.c.id))]


async def add(tx: Tx, seed: TenantSeed) -> None:
    """Inserts a tenant under the transaction's tenant id, and its hosts."""
    await tx.conn.execute(
        insert(tenants).values(
            id=tx.tenant_id,
            slug=seed.slug,
            name=seed.name,
            status=TenantStatus.ACTIVE.value,
            jurisdiction=seed.jurisdiction,
            features={"gaming": seed.features.gaming, "loyalty": seed.features.loyalty},
            languages=list(seed.languages),
            currencies=[
                {"code": currency.code, "scale": currency.scale, "kind": currency.kind.value}
                for currency in seed.currencies
            ],
            default_currency=seed.currencies[0].code,
            minimum_age=seed.minimum_age,
            blocked_countries=sorted(seed.blocked_countries),
            time_zone=seed.time_zone,
            support_email=seed.support_email,
            branding=asdict(seed.branding),
            created_at=tx.now,
            updated_at=tx.now,
        )
    )
    if seed.hosts:
        rows = [
            {
                "host": host.lower(),
                "tenant_id": tx.tenant_id,
                "status": "active",
                "token": "",
                "created_at": tx.now,
            }
            for host in seed.hosts
        ]
        await tx.conn.execute(insert(tenant_hosts), rows)


async def set_status(tx: Tx, status: TenantStatus) -> None:
    """Changes the status of the transaction's tenant."""
    await tx.conn.execute(
        update(tenants).where(tenants.c.id == tx.tenant_id).values(status=status.value, updated_at=tx.now)
    )


async def set_features(tx: Tx, features: Features) -> None:
    """Switches what the transaction's tenant runs."""
    await tx.conn.execute(
        update(tenants)
        .where(tenants.c.id == tx.tenant_id)
        .values(features=asdict(features), updated_at=tx.now)
    )


async def set_branding(tx: Tx, branding: Branding) -> None:
    """Changes how the transaction's tenant looks."""
    await tx.conn.execute(
        update(tenants)
        .where(tenants.c.id == tx.tenant_id)
        .values(branding=asdict(branding), updated_at=tx.now)
    )


# Any: a setting is JSON; the shape of its category gives it meaning.
async def setting(tx: Tx, category: str) -> tuple[dict[str, Any], int] | None:
    """The stored value of a category and its version, ``None`` while the defaults apply."""
    row = (
        await tx.conn.execute(
            select(tenant_settings.c.value, tenant_settings.c.version).where(
                tenant_settings.c.tenant_id == tx.tenant_id, tenant_settings.c.category == category
            )
        )
    ).one_or_none()
    return None if row is None else (row.value, row.version)


async def replace_setting(tx: Tx, category: str, value: dict[str, Any], *, after: int) -> bool:
    """Stores a value as version ``after + 1``; false if the current version is another one."""
    if after == 0:
        statement = (
            upsert(tenant_settings)
            .values(tenant_id=tx.tenant_id, category=category, value=value, version=1, updated_at=tx.now)
            .on_conflict_do_nothing()
            .returning(tenant_settings.c.version)
        )
        return (await tx.conn.execute(statement)).one_or_none() is not None
    changed = await tx.conn.execute(
        update(tenant_settings)
        .where(
            tenant_settings.c.tenant_id == tx.tenant_id,
            tenant_settings.c.category == category,
            tenant_settings.c.version == after,
        )
        .values(value=value, version=after + 1, updated_at=tx.now)
        .returning(tenant_settings.c.version)
    )
    return changed.one_or_none() is not None


async def add_setting_version(tx: Tx, kept: SettingVersion) -> None:
    """Adds a version to the history."""
    await tx.conn.execute(
        insert(tenant_setting_versions).values(
            tenant_id=tx.tenant_id,
            category=kept.category,
            version=kept.version,
            value=dict(kept.value),
            changed_by=tx.actor.user_id,
            changed_by_name=kept.changed_by_name,
            reason=kept.reason,
            created_at=kept.created_at,
        )
    )


async def setting_versions(tx: Tx, category: str, limit: int) -> list[SettingVersion]:
    """The newest versions of a category, newest first."""
    table = tenant_setting_versions
    rows = await tx.conn.execute(
        select(
            table.c.category,
            table.c.version,
            table.c.value,
            table.c.changed_by_name,
            table.c.reason,
            table.c.created_at,
        )
        .where(table.c.tenant_id == tx.tenant_id, table.c.category == category)
        .order_by(table.c.version.desc())
        .limit(limit)
    )
    return [SettingVersion(*row) for row in rows]


# Any: SQLAlchemy types a selected row by its columns, which differ from statement to statement.
async def _one(conn: AsyncConnection, statement: Select[Any]) -> TenantProfile | None:
    row = (await conn.execute(statement)).one_or_none()
    return None if row is None else _profile(row)


def _profile(row: Row[*tuple[Any, ...]]) -> TenantProfile:
    return TenantProfile(
        id=TenantId(row.id),
        slug=row.slug,
        name=row.name,
        status=TenantStatus(row.status),
        jurisdiction=row.jurisdiction,
        features=Features(**row.features),
        languages=tuple(row.languages),
        currencies={
            item["code"]: Currency(item["code"], item["scale"], CurrencyKind(item["kind"]))
            for item in row.currencies
        },
        default_currency=row.default_currency,
        minimum_age=row.minimum_age,
        blocked_countries=frozenset(row.blocked_countries),
        time_zone=row.time_zone,
        support_email=row.support_email,
        branding=Branding(**row.branding),
    )


# Any: what a file holds; the shape of a jurisdiction gives it meaning.
def jurisdiction_files() -> list[dict[str, Any]]:
    """The profiles of jurisdictions that came with the house, as they were written."""
    shelf = resources.files("stakehouse.domains.tenancy").joinpath("jurisdictions")
    files = sorted((file for file in shelf.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
