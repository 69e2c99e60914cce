"""The use cases of tenancy."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains.tenancy import store
from stakehouse.domains.tenancy.errors import FeatureOff, SettingChangedMeanwhile, TenantNotFound
from stakehouse.domains.tenancy.rules.jurisdictions import Jurisdictions, Stated
from stakehouse.domains.tenancy.store import hosts as host_rows
from stakehouse.domains.tenancy.types import (
    Features,
    Jurisdiction,
    LimitPrompt,
    Settings,
    SettingVersion,
    TenantProfile,
    TenantSeed,
    TenantStatus,
)
from stakehouse.events.tenancy import (
    SettingChanged,
    TenantFeaturesSwitched,
    TenantOpened,
    TenantStatusChanged,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.tx import Deferred, Tx, enqueue_all
from stakehouse.kernel.errors import Invalid
from stakehouse.kernel.ids import TenantId

CHANNEL = "tenant_changed"
"""The signal after which every process forgets what it remembers of tenants."""

REMEMBERED_S = 5.0
HISTORY_SHOWN = 100

S = TypeVar("S", bound=Settings)

# What a process remembers; the signal or five seconds end it. Ids of tenants are never used twice.
_profiles: TimedCache[TenantId, TenantProfile] = TimedCache(lifetime_s=REMEMBERED_S, size_max=2_000)
_settings: TimedCache[tuple[TenantId, str], Settings] = TimedCache(lifetime_s=REMEMBERED_S, size_max=20_000)

# Files that came with the house; read once, and in tests with others beside them.
_shipped = Jurisdictions(store.jurisdiction_files())
_laws = [_shipped]


def forget() -> None:
    """Forgets what this process remembers of tenants; the next one who asks reads anew."""
    _profiles.forget()
    _settings.forget()


async def profile(tx: Tx) -> TenantProfile:
    """The tenant of this transaction, at most five seconds old."""
    return await profile_of(tx.conn, tx.tenant_id)


async def profile_of(conn: AsyncConnection, tenant_id: TenantId) -> TenantProfile:
    """The tenant of an id, at most five seconds old.

    Raises:
        TenantNotFound: there is none.
    """
    known = _profiles.get(tenant_id)
    if known is not None:
        return known
    turn = _profiles.turn
    found = await store.by_id(conn, tenant_id)
    if found is None:
        raise TenantNotFound("There is no such tenant.")
    _profiles.keep(tenant_id, found, turn)
    return found


async def tenant_by_slug(conn: AsyncConnection, slug: str) -> TenantProfile | None:
    """The tenant of a slug, fresh from the store; asked before any tenant is known."""
    return await store.by_slug(conn, slug)


async def tenant_at_host(conn: AsyncConnection, host: str) -> TenantProfile | None:
    """The tenant that answers to a host name, fresh from the store."""
    return await store.by_host(conn, host)


async def hosts_of(conn: AsyncConnection, tenant_ids: Collection[TenantId]) -> dict[TenantId, str]:
    """The host by which each tenant is reached; those without one of their own are not in it."""
    return await host_rows.first_active(conn, tenant_ids)


async def tenants(conn: AsyncConnection) -> list[TenantProfile]:
    """All tenants, the oldest first: for work that goes from tenant to tenant."""
    return await store.every(conn)


async def owe_to_each(tx: Tx, job: Deferred) -> None:
    """Owes a job in the name of every tenant, so that each is done, and fails, by itself."""
    for tenant in await store.every(tx.conn):
        await enqueue_all(tx.conn, tenant.id, [job])


async def open_tenant(tx: Tx, seed: TenantSeed) -> TenantProfile:
    """Opens a tenant under the id of this transaction, which nobody may have used before."""
    await store.add(tx, seed)
    opened = await store.by_id(tx.conn, tx.tenant_id)
    assert opened is not None, "the row was just written"

    tx.signal(CHANNEL)
    tx.record(AuditEntry("tenant.opened", "tenant", tx.tenant_id, after={"slug": seed.slug}))
    tx.tell(
        TenantOpened(
            tenant_id=tx.tenant_id,
            slug=seed.slug,
            gaming=seed.features.gaming,
            loyalty=seed.features.loyalty,
        )
    )
    return opened


async def profile_now(tx: Tx) -> TenantProfile:
    """The tenant of this transaction, fresh from the store.

    Raises:
        TenantNotFound: there is none.
    """
    found = await store.by_id(tx.conn, tx.tenant_id)
    if found is None:
        raise TenantNotFound("There is no such tenant.")
    return found


def demand_gaming(tenant: TenantProfile) -> None:
    """Returns if the tenant runs games at present.

    Raises:
        FeatureOff: it does not.
    """
    if not tenant.features.gaming:
        raise FeatureOff("This house has switched games off; what is yours can still be paid out.")


def time_zone(name: str) -> str:
    """The name of a time zone, if it is one.

    Raises:
        Invalid: there is no such zone.
    """
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid(f"There is no time zone {name!r}; Europe/Malta is one.", field="time_zone") from error


async def set_features(tx: Tx, features: Features, reason: str) -> None:
    """Switches what the tenant of this transaction runs; felt everywhere within seconds."""
    before = await profile_now(tx)
    if before.features == features:
        return

    await store.set_features(tx, features)

    tx.signal(CHANNEL)
    tx.record(
        AuditEntry(
            "tenant.features_switched",
            "tenant",
            tx.tenant_id,
            reason,
            before={"gaming": before.features.gaming, "loyalty": before.features.loyalty},
            after={"gaming": features.gaming, "loyalty": features.loyalty},
        )
    )
    tx.tell(TenantFeaturesSwitched(tenant_id=tx.tenant_id, gaming=features.gaming, loyalty=features.loyalty))


async def set_status(tx: Tx, status: TenantStatus, reason: str) -> None:
    """Suspends, closes or reopens the tenant of this transaction; known everywhere within seconds."""
    before = await profile_now(tx)
    if before.status is status:
        return

    await store.set_status(tx, status)

    tx.signal(CHANNEL)
    tx.record(
        AuditEntry(
            "tenant.status_changed",
            "tenant",
            tx.tenant_id,
            reason,
            before={"status": before.status.value},
            after={"status": status.value},
        )
    )
    tx.tell(TenantStatusChanged(tenant_id=tx.tenant_id, status=status.value))


async def setting(tx: Tx, category: type[S]) -> S:
    """A category of the tenant's settings, at most five seconds old; defaults where nothing was set."""
    known = _settings.get((tx.tenant_id, category.category))
    if isinstance(known, category):
        return known
    turn = _settings.turn
    value, _version = await setting_now(tx, category)
    _settings.keep((tx.tenant_id, category.category), value, turn)
    return value


async def setting_now(tx: Tx, category: type[S]) -> tuple[S, int]:
    """A category fresh from the store, with its version; version 0 are the defaults."""
    stored = await store.setting(tx, category.category)
    return (category(), 0) if stored is None else (category.model_validate(stored[0]), stored[1])


async def change_setting(tx: Tx, value: Settings, *, after: int, reason: str) -> int:
    """Changes a category of the tenant's settings and answers its new version.

    Args:
        tx: the transaction.
        value: all fields of the category.
        after: the version that the person saw; 0 if nothing was set before.
        reason: why, for the audit trail.

    Raises:
        SettingChangedMeanwhile: the current version is another one.
        Invalid: whoever changes it would harm themselves, by locking themselves out for example.
    """
    objection = value.objection(tx.actor.address) if tx.actor.address else None
    if objection is not None:
        raise Invalid(objection, field="value")
    category = value.category
    before = await store.setting(tx, category)
    if (0 if before is None else before[1]) != after:
        raise _changed_meanwhile()

    fields = value.model_dump(mode="json")
    if not await store.replace_setting(tx, category, fields, after=after):
        raise _changed_meanwhile()
    kept = SettingVersion(category, after + 1, fields, tx.actor.name, reason, tx.now)
    await store.add_setting_version(tx, kept)

    tx.signal(CHANNEL)
    earlier = type(value)().model_dump(mode="json") if before is None else before[0]
    changed = {name for name in fields if fields[name] != earlier.get(name)}
    tx.record(
        AuditEntry(
            "setting.changed",
            "setting",
            category,
            reason,
            before={name: earlier.get(name) for name in sorted(changed)},
            after={name: fields[name] for name in sorted(changed)},
        )
    )
    tx.tell(SettingChanged(tenant_id=tx.tenant_id, category=category, setting_version=after + 1))
    return after + 1


async def setting_history(tx: Tx, category: str) -> list[SettingVersion]:
    """The last hundred versions of a category, newest first."""
    return await store.setting_versions(tx, category, HISTORY_SHOWN)


def jurisdiction_of(tenant: TenantProfile) -> Jurisdiction:
    """The law a tenant is under; the strictest of all where there is no profile of it."""
    return _laws[-1].named(tenant.jurisdiction)


async def jurisdiction(tx: Tx) -> Jurisdiction:
    """The law of this transaction's tenant."""
    return jurisdiction_of(await profile(tx))


def strictest_jurisdiction() -> Jurisdiction:
    """What holds for a tenant whose jurisdiction nobody knows."""
    return _laws[-1].strictest


def shipped_jurisdictions() -> list[Jurisdiction]:
    """Every profile the house knows, by code."""
    return _laws[-1].shipped


def minimum_age_of(tenant: TenantProfile) -> int:
    """The age from which a tenant takes people in: its own, and where it runs games that of the law."""
    if not tenant.features.gaming:
        return tenant.minimum_age
    return max(tenant.minimum_age, jurisdiction_of(tenant).rules.minimum_age)


def deposit_limit_prompt_of(tenant: TenantProfile) -> LimitPrompt:
    """Whether the law makes a tenant ask for a deposit limit; where nothing is deposited nobody is asked."""
    return jurisdiction_of(tenant).rules.deposit_limit_prompt if tenant.features.gaming else LimitPrompt.OFF


@contextmanager
def beside_shipped(files: Iterable[Stated]) -> Iterator[None]:
    """Knows further profiles for a while; a file of a known code takes the shipped one's place."""
    _laws.append(Jurisdictions(_beside(list(files))))
    try:
        yield
    finally:
        _laws.pop()


def _beside(files: list[Stated]) -> list[Stated]:
    replaced = {file["code"] for file in files}
    return [file for file in store.jurisdiction_files() if file["code"] not in replaced] + files


def _changed_meanwhile() -> SettingChangedMeanwhile:
    return SettingChangedMeanwhile("Somebody changed these settings meanwhile; look at them again.")
