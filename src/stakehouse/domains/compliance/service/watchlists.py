"""Use cases of watchlists: register a file, load it piece by piece, put a version in force."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO
from uuid import UUID

import msgspec

from stakehouse.domains import tenancy
from stakehouse.domains.compliance.errors import WatchlistNotFound, WatchlistNotReady
from stakehouse.domains.compliance.rules.names.spelling import keys
from stakehouse.domains.compliance.rules.watchlists.entries import (
    Entry,
    EntryKind,
    Fault,
    Format,
    Item,
    difference,
)
from stakehouse.domains.compliance.rules.watchlists.readers import read
from stakehouse.domains.compliance.store import watchlists as store
from stakehouse.domains.compliance.store.watchlists import Version
from stakehouse.events.compliance import WatchlistActivated
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Begin, Deferred, Tx
from stakehouse.kernel.ids import PLATFORM

PIECE = 500
KEYS_PIECE = 5_000
FAULTS_KEPT = 100
VERSIONS_KEPT = 2
"""Retired versions whose entries stay, so that one can go back to them."""

VERSIONS_SHOWN = 100
LOAD = "compliance.load_watchlist"
RESCREEN = "compliance.rescreen"


class LoadOrder(msgspec.Struct, frozen=True):
    """Which version a job loads."""

    version_id: UUID


class RescreenOrder(msgspec.Struct, frozen=True):
    """Why all members are screened anew; goes on with a run that was begun."""

    cause: str
    run_id: UUID | None = None


def object_key(version_id: UUID) -> str:
    """Where the file of a version lies until it is loaded."""
    return f"watchlists/{version_id}"


async def register(
    tx: Tx,
    version_id: UUID | None,
    *,
    code: str,
    title: str,
    form: Format,
    file_name: str,
    sha256: str,
    size_bytes: int,
) -> UUID:
    """Registers a file as the next version of a list; loading it is the next step.

    Args:
        tx: the transaction, of the tenant or of the platform.
        version_id: under which the file was stored, if it was.
        code: of the list; a new one makes a new list.
        title: of the list, for people.
        form: of the file.
        file_name: as it was called.
        sha256: of the file, in hex.
        size_bytes: of the file.
    """
    list_id = await store.ensure_list(tx, code, title)

    registered = await store.add_version(
        tx, list_id, version_id, form=form, file_name=file_name, sha256=sha256, size_bytes=size_bytes
    )

    tx.record(
        AuditEntry(
            "watchlist.received",
            "watchlist",
            list_id,
            after={"code": code, "format": form.value, "file": file_name, "sha256": sha256},
        )
    )
    return registered


def owe_loading(tx: Tx, version_id: UUID) -> None:
    """Owes that a registered version is loaded from its stored file."""
    tx.defer(Deferred(LOAD, msgspec.json.encode(LoadOrder(version_id))))


@dataclass(slots=True)
class _Loading:
    """What was read of a file so far."""

    entries: int = 0
    people: int = 0
    faults: int = 0
    fault_lines: list[Fault] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    filed: dict[str, list[int]] = field(default_factory=dict)

    def take(self, items: Sequence[Item]) -> list[Entry]:
        """Counts what was read, and answers the entries that are new in this file."""
        fresh: list[Entry] = []
        for item in items:
            if isinstance(item, Fault):
                self._fault(item)
            elif item.ref in self.digests:
                self._fault(Fault(0, f"{item.ref} is listed twice; the first one counts."))
            else:
                self._file(item, self.entries + len(fresh))
                fresh.append(item)
        self.entries += len(fresh)
        return fresh

    def _fault(self, fault: Fault) -> None:
        self.faults += 1
        if len(self.fault_lines) < FAULTS_KEPT:
            self.fault_lines.append(fault)

    def _file(self, entry: Entry, number: int) -> None:
        self.digests[entry.ref] = entry.digest
        if entry.kind is not EntryKind.PERSON:
            return
        self.people += 1
        for key in frozenset().union(*(keys(name) for name in entry.names)):
            self.filed.setdefault(key, []).append(number)

    def counts(self) -> dict[str, object]:
        """The counts as columns."""
        lines = [{"line": fault.line, "detail": fault.detail} for fault in self.fault_lines]
        return {
            "entries": self.entries,
            "people": self.people,
            "faults": self.faults,
            "fault_lines": lines,
        }


async def load(begin: Begin, version_id: UUID, file: BinaryIO) -> Version:
    """Loads a registered version from its file, in short transactions; harmless to begin again.

    Raises:
        WatchlistNotFound: no such version.
        WatchlistNotReady: it was loaded before.
    """
    async with begin() as tx:
        version = await _lock(tx, version_id)
        if version.status not in {"waiting", "loading", "failed"}:
            raise WatchlistNotReady("This version was loaded before.")
        await store.forget_content(tx, [version_id])
        await store.change_version(tx, version_id, status="loading", bytes_done=0)

    so_far = _Loading()
    reader = read(file, version.form)
    while True:
        first = so_far.entries
        items, fresh = await asyncio.to_thread(_next_piece, reader, so_far)
        if not items:
            break
        async with begin() as tx:
            await store.add_entries(tx, version_id, first, fresh)
            await store.change_version(tx, version_id, bytes_done=_place(file), **so_far.counts())

    filed = iter(so_far.filed.items())
    while piece := list(islice(filed, KEYS_PIECE)):
        async with begin() as tx:
            await store.add_keys(tx, version_id, piece)
    async with begin() as tx:
        return await _finish(tx, version, so_far)


def _next_piece(reader: Iterator[Item], so_far: _Loading) -> tuple[list[Item], list[Entry]]:
    items = list(islice(reader, PIECE))
    return items, so_far.take(items)


def _place(file: BinaryIO) -> int:
    # A reader that closed its file has come to the end.
    return 0 if file.closed else file.tell()


async def _finish(tx: Tx, version: Version, so_far: _Loading) -> Version:
    active_id = await store.active_version(tx, version.watchlist_id)
    before = {} if active_id is None else await store.digests(tx, active_id)
    differs = difference(before, so_far.digests)
    await store.change_version(
        tx,
        version.id,
        status="ready" if so_far.entries else "failed",
        added=differs.added,
        changed=differs.changed,
        removed=differs.removed,
        loaded_at=tx.now,
        **{**so_far.counts(), "bytes_done": version.size_bytes},
    )
    await store.forget_content(tx, await store.old_versions(tx, version.watchlist_id, VERSIONS_KEPT))
    loaded = await store.version(tx, tx.tenant_id, version.id)
    assert loaded is not None, "its row was changed just now"
    tx.record(
        AuditEntry(
            "watchlist.loaded",
            "watchlist",
            version.watchlist_id,
            after={"code": version.code, "version": version.number, "status": loaded.status}
            | {"entries": loaded.entries, "faults": loaded.faults},
        )
    )
    return loaded


async def activate(tx: Tx, version_id: UUID, *, reason: str = "") -> Version:
    """Puts a loaded version in force in place of the one before, and screens all members anew.

    Raises:
        WatchlistNotFound: no such version of this tenant.
        WatchlistNotReady: it is not loaded, or its entries are gone.
    """
    version = await _lock(tx, version_id)
    if version.status == "active":
        return version
    has_content = version.status == "ready" or (
        version.status == "retired" and await store.find_entries(tx, tx.tenant_id, version_id, -1, 1)
    )
    if not has_content:
        raise WatchlistNotReady("Only a version that is loaded can be put in force.")
    active_id = await store.active_version(tx, version.watchlist_id)

    if active_id is not None:
        await store.change_version(tx, active_id, status="retired")
    await store.change_version(
        tx, version_id, status="active", activated_at=tx.now, activated_by=tx.actor.name
    )

    tx.record(
        AuditEntry(
            "watchlist.activated",
            "watchlist",
            version.watchlist_id,
            reason,
            before={"version_id": active_id},
            after={"version_id": version_id, "version": version.number, "entries": version.entries},
        )
    )
    tx.tell(
        WatchlistActivated(
            watchlist_id=version.watchlist_id,
            version_id=version_id,
            number=version.number,
            entries=version.entries,
        )
    )
    await _owe_rescreening(tx, f"{version.title}, version {version.number}")
    return await _lock(tx, version_id)


async def _owe_rescreening(tx: Tx, cause: str) -> None:
    owed = Deferred(RESCREEN, msgspec.json.encode(RescreenOrder(cause)), dedupe="list changed")
    if tx.tenant_id == PLATFORM:
        await tenancy.owe_to_each(tx, owed)
    else:
        tx.defer(owed)


async def versions(tx: Tx) -> list[Version]:
    """The versions of all lists that bind the tenant, the newest first."""
    found: list[Version] = []
    for owner in store.owners(tx):
        async with store.seeing(tx, owner):
            found += await store.versions(tx, owner, VERSIONS_SHOWN)
    return sorted(found, key=lambda version: version.id, reverse=True)


async def version(tx: Tx, version_id: UUID) -> Version:
    """A version of a list that binds the tenant.

    Raises:
        WatchlistNotFound: there is none of that id.
    """
    for owner in store.owners(tx):
        async with store.seeing(tx, owner):
            found = await store.version(tx, owner, version_id)
        if found is not None:
            return found
    raise _not_found()


async def entries(tx: Tx, version_id: UUID, *, after: int, limit: int) -> list[Entry]:
    """Entries of a version in the order of its file.

    Raises:
        WatchlistNotFound: there is none of that id.
    """
    found = await version(tx, version_id)
    async with store.seeing(tx, found.owner):
        return await store.find_entries(tx, found.owner, version_id, after, limit)


async def _lock(tx: Tx, version_id: UUID) -> Version:
    found = await store.version(tx, tx.tenant_id, version_id, lock=True)
    if found is None:
        raise _not_found()
    return found


def _not_found() -> WatchlistNotFound:
    return WatchlistNotFound("There is no such list, or it is not yours to change.")
