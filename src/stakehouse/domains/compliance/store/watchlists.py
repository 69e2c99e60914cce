"""The SQL of watchlists.

Lists of the platform are rows under its own id. Row-level security shows them to nobody's transaction;
``seeing`` turns the transaction's sight to them for the length of a block in which nothing is written,
and back. No other table holds rows under that id which a tenant could not know of.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, delete, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.compliance.rules.screening import ActiveList
from stakehouse.domains.compliance.rules.watchlists.entries import (
    Difference,
    Entry,
    EntryKind,
    Fault,
    Format,
)
from stakehouse.domains.compliance.tables import (
    watchlist_entries,
    watchlist_keys,
    watchlist_versions,
    watchlists,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id

_ENTRIES = text("""
    SELECT entry.* FROM unnest(CAST(:numbers AS integer[])) AS wanted (number)
    CROSS JOIN LATERAL (
        SELECT * FROM watchlist_entries
        WHERE tenant_id = :tenant AND version_id = :version AND number = wanted.number
        ORDER BY tenant_id, version_id, number LIMIT 1
    ) AS entry
""").columns(*watchlist_entries.c)

_SEE = text("SELECT set_config('app.tenant', :tenant, true)")


@asynccontextmanager
async def seeing(tx: Tx, owner: TenantId) -> AsyncIterator[None]:
    """Lets a block read the lists of their owner: the tenant itself, or the platform."""
    if owner == tx.tenant_id:
        yield
        return
    assert owner == PLATFORM, "a tenant sees its own lists and the platform's, nobody else's"
    await tx.conn.execute(_SEE, {"tenant": str(PLATFORM)})
    yield
    # After a fault the transaction ends anyway, and its sight with it.
    await tx.conn.execute(_SEE, {"tenant": str(tx.tenant_id)})


def owners(tx: Tx) -> tuple[TenantId, ...]:
    """Whose lists bind the tenant."""
    return (PLATFORM,) if tx.tenant_id == PLATFORM else (tx.tenant_id, PLATFORM)


@dataclass(frozen=True, slots=True)
class Version:
    """One loading of a list, as people see it."""

    owner: TenantId
    id: UUID
    watchlist_id: UUID
    code: str
    title: str
    number: int
    form: Format
    file_name: str
    sha256: str
    size_bytes: int
    status: str
    bytes_done: int
    entries: int
    people: int
    difference: Difference
    faults: int
    fault_lines: tuple[Fault, ...]
    created_by: str
    created_at: datetime
    loaded_at: datetime | None
    activated_by: str
    activated_at: datetime | None


async def ensure_list(tx: Tx, code: str, title: str) -> UUID:
    """The list of a code, made if there is none, under its row lock; the title is the latest one given."""
    row = await tx.conn.execute(
        upsert(watchlists)
        .values(tenant_id=tx.tenant_id, id=new_id(), code=code, title=title, created_at=tx.now)
        .on_conflict_do_update(index_elements=["tenant_id", "code"], set_={"title": title})
        .returning(watchlists.c.id)
    )
    list_id: UUID = row.scalar_one()
    return list_id


async def add_version(
    tx: Tx,
    list_id: UUID,
    given_id: UUID | None,
    *,
    form: Format,
    file_name: str,
    sha256: str,
    size_bytes: int,
) -> UUID:
    """Adds a version that waits to be loaded, under an id that was given out before or a new one."""
    latest = select(func.coalesce(func.max(watchlist_versions.c.number), 0)).where(
        watchlist_versions.c.tenant_id == tx.tenant_id, watchlist_versions.c.watchlist_id == list_id
    )
    number = int((await tx.conn.execute(latest)).scalar_one()) + 1
    version_id = given_id or new_id()
    await tx.conn.execute(
        insert(watchlist_versions).values(
            tenant_id=tx.tenant_id,
            id=version_id,
            watchlist_id=list_id,
            number=number,
            format=form.value,
            file_name=file_name,
            sha256=sha256,
            size_bytes=size_bytes,
            status="waiting",
            created_by=tx.actor.name,
            created_at=tx.now,
        )
    )
    return version_id


async def forget_content(tx: Tx, version_ids: Sequence[UUID]) -> None:
    """Lets the entries and keys of versions go; their counts stay."""
    await _forget(tx, watchlist_keys, version_ids)
    await _forget(tx, watchlist_entries, version_ids)


async def _forget(tx: Tx, table: Any, version_ids: Sequence[UUID]) -> None:  # noqa: ANN401 - a table
    await tx.conn.execute(
        delete(table).where(table.c.tenant_id == tx.tenant_id, table.c.version_id.in_(version_ids))
    )


async def old_versions(tx: Tx, list_id: UUID, keep: int) -> list[UUID]:
    """Retired and failed versions of a list behind the newest few."""
    query = (
        select(watchlist_versions.c.id)
        .where(
            watchlist_versions.c.tenant_id == tx.tenant_id,
            watchlist_versions.c.watchlist_id == list_id,
            watchlist_versions.c.status.in_(("retired", "failed")),
        )
        .order_by(watchlist_versions.c.number.desc())
        .offset(keep)
    )
    return [row.id for row in await tx.conn.execute(query)]


async def add_entries(tx: Tx, version_id: UUID, first: int, entries: Sequence[Entry]) -> None:
    """Adds entries under consecutive numbers."""
    if not entries:
        return
    await tx.conn.execute(
        insert(watchlist_entries),
        [
            {
                "tenant_id": tx.tenant_id,
                "version_id": version_id,
                "number": first + place,
                "ref": entry.ref,
                "kind": entry.kind.value,
                "names": list(entry.names),
                "births": list(entry.births),
                "countries": list(entry.countries),
                "programs": list(entry.programs),
                "remark": entry.remark,
                "digest": entry.digest,
            }
            for place, entry in enumerate(entries)
        ],
    )


async def add_keys(tx: Tx, version_id: UUID, filed: Iterable[tuple[str, list[int]]]) -> None:
    """Adds a part of the index of a version."""
    rows = [
        {"tenant_id": tx.tenant_id, "version_id": version_id, "key": key, "numbers": numbers}
        for key, numbers in filed
    ]
    if rows:
        await tx.conn.execute(insert(watchlist_keys), rows)


async def change_version(tx: Tx, version_id: UUID, **values: object) -> None:
    """Changes columns of a version."""
    await tx.conn.execute(
        update(watchlist_versions)
        .where(watchlist_versions.c.tenant_id == tx.tenant_id, watchlist_versions.c.id == version_id)
        .values(**values)
    )


def _versions(owner: TenantId) -> Select[Any]:  # Any: columns of several types
    table = watchlist_versions
    return (
        select(table, watchlists.c.code, watchlists.c.title)
        .join(
            watchlists,
            and_(watchlists.c.tenant_id == table.c.tenant_id, watchlists.c.id == table.c.watchlist_id),
        )
        .where(table.c.tenant_id == owner)
    )


async def versions(tx: Tx, owner: TenantId, limit: int) -> list[Version]:
    """The newest versions of all lists of an owner."""
    query = _versions(owner).order_by(watchlist_versions.c.id.desc()).limit(limit)
    return [_version(row) for row in await tx.conn.execute(query)]


async def version(tx: Tx, owner: TenantId, version_id: UUID, *, lock: bool = False) -> Version | None:
    """A version by id, locked on demand."""
    query = _versions(owner).where(watchlist_versions.c.id == version_id)
    if lock:
        query = query.with_for_update(of=watchlist_versions)
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _version(row)


async def active_version(tx: Tx, list_id: UUID) -> UUID | None:
    """The version of a list that is in force, under its row lock."""
    query = (
        select(watchlist_versions.c.id)
        .where(
            watchlist_versions.c.tenant_id == tx.tenant_id,
            watchlist_versions.c.watchlist_id == list_id,
            watchlist_versions.c.status == "active",
        )
        .with_for_update()
    )
    found: UUID | None = (await tx.conn.execute(query)).scalar_one_or_none()
    return found


async def active_lists(tx: Tx, owner: TenantId) -> list[ActiveList]:
    """The lists of an owner that are in force."""
    query = _versions(owner).where(watchlist_versions.c.status == "active").order_by(watchlists.c.code)
    return [
        ActiveList(owner, row.watchlist_id, row.title, row.id, row.number)
        for row in await tx.conn.execute(query)
    ]


async def digests(tx: Tx, version_id: UUID) -> Mapping[str, str]:
    """By ref, the digest of each entry of a version."""
    query = select(watchlist_entries.c.ref, watchlist_entries.c.digest).where(
        watchlist_entries.c.tenant_id == tx.tenant_id, watchlist_entries.c.version_id == version_id
    )
    return {row.ref: row.digest for row in await tx.conn.execute(query)}


async def filed_under(
    tx: Tx, owner: TenantId, version_id: UUID, keys: Sequence[str]
) -> Mapping[str, Sequence[int]]:
    """By key, the numbers of the entries of a version that are filed under it."""
    query = select(watchlist_keys.c.key, watchlist_keys.c.numbers).where(
        watchlist_keys.c.tenant_id == owner,
        watchlist_keys.c.version_id == version_id,
        watchlist_keys.c.key.in_(keys),
    )
    return {row.key: row.numbers for row in await tx.conn.execute(query)}


async def entries(tx: Tx, owner: TenantId, version_id: UUID, numbers: Sequence[int]) -> list[Entry]:
    """Entries of a version by number.

    One by one along the primary key: of a list that was loaded just now the planner knows nothing yet,
    and would rather read all of it.
    """
    found = await tx.conn.execute(
        _ENTRIES, {"tenant": owner, "version": version_id, "numbers": list(numbers)}
    )
    return [_entry(row) for row in found]


async def find_entries(tx: Tx, owner: TenantId, version_id: UUID, after: int, limit: int) -> list[Entry]:
    """Entries of a version in the order of the file, behind a number."""
    table = watchlist_entries.c
    query = (
        select(watchlist_entries)
        .where(table.tenant_id == owner, table.version_id == version_id, table.number > after)
        .order_by(table.number)
        .limit(limit)
    )
    return [_entry(row) for row in await tx.conn.execute(query)]


def _entry(row: Row[Any]) -> Entry:  # Any: columns of several types
    return Entry(
        ref=row.ref,
        kind=EntryKind(row.kind),
        names=tuple(row.names),
        births=tuple(row.births),
        countries=tuple(row.countries),
        programs=tuple(row.programs),
        remark=row.remark,
    )


def _version(row: Row[Any]) -> Version:  # Any: columns of several types
    return Version(
        owner=TenantId(row.tenant_id),
        id=row.id,
        watchlist_id=row.watchlist_id,
        code=row.code,
        title=row.title,
        number=row.number,
        form=Format(row.format),
        file_name=row.file_name,
        sha256=row.sha256,
        size_bytes=row.size_bytes,
        status=row.status,
        bytes_done=row.bytes_done,
        entries=row.entries,
        people=row.people,
        difference=Difference(row.added, row.changed, row.removed),
        faults=row.faults,
        fault_lines=tuple(Fault(fault["line"], fault["detail"]) for fault in row.fault_lines),
        created_by=row.created_by,
        created_at=row.created_at,
        loaded_at=row.loaded_at,
        activated_by=row.activated_by,
        activated_at=row.activated_at,
    )
