"""A person's own data as one archive: asked for, built by a job, fetched by a link that ends."""

import csv
import json
import tempfile
import zipfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import IO
from uuid import UUID

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import ExportNotFound, ExportNotReady, ExportUnderWay
from stakehouse.domains.identity.ports import Section
from stakehouse.domains.identity.service import post
from stakehouse.domains.identity.store import exports as store
from stakehouse.domains.identity.store import members, users
from stakehouse.domains.identity.types import (
    DataExport,
    ExportOrder,
    ExportState,
    MailOrder,
    Member,
    Template,
)
from stakehouse.events.identity import DataExported
from stakehouse.infra import sheets
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import deferred
from stakehouse.infra.objects import ObjectMissing, Objects, SignedLink
from stakehouse.infra.tx import Begin, Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId, new_id

JOB = "identity.build_export"
KEPT = timedelta(days=7)
LINK_FOR = timedelta(minutes=5)
ARCHIVE_MAX = 2 * 1024 * 1024 * 1024
SPOOL_MAX = 8 * 1024 * 1024
CHUNK = 256 * 1024
SHOWN = 20


async def ask_for_export(tx: Tx) -> DataExport:
    """Owes the caller an archive of everything the house keeps about them.

    Raises:
        ExportUnderWay: one is being built already.
    """
    rules.demand_self(tx.actor)
    member_id = _caller(tx)
    made = await store.add(tx, UUID(int=new_id().int), member_id, tx.now + KEPT)
    if made is None:
        raise ExportUnderWay("Your archive is being built already; we write to you when it is ready.")

    tx.defer(deferred(JOB, ExportOrder(made.id)))
    tx.record(AuditEntry("member.export_requested", "member", member_id))
    return made


async def exports_of_caller(tx: Tx) -> list[DataExport]:
    """The caller's archives, the newest first."""
    return await store.of_member(tx, _caller(tx), SHOWN)


async def ready_export(tx: Tx, export_id: UUID) -> DataExport:
    """An archive of the caller that may be fetched.

    Raises:
        ExportNotFound: none of that id is the caller's.
        ExportNotReady: it is still being built, or it is over.
    """
    rules.demand_self(tx.actor)
    found = await store.by_id(tx, export_id)
    if found is None or found.member_id != _caller(tx):
        raise ExportNotFound("There is no such archive.")
    if found.state is not ExportState.READY or found.expires_at <= tx.now:
        raise ExportNotReady("This archive is not ready, or no longer kept; ask for a new one.")
    return found


async def link_to(objects: Objects, tx: Tx, found: DataExport) -> SignedLink:
    """A link under which an archive can be fetched for a few minutes."""
    return await objects.download_link(
        tx.tenant_id,
        _key(found.id),
        filename=f"my-data-{found.requested_at:%Y-%m-%d}.zip",
        content_type="application/zip",
        now=tx.now,
        lifetime=LINK_FOR,
    )


async def build(
    export_id: UUID, sections: Sequence[Section], *, begin: Begin, objects: Objects, vault: Vault
) -> None:
    """Builds an archive: each page of each section in a transaction of its own, the store in none.

    It may run more than once; the archive of the last run counts.
    """
    async with begin() as tx:
        order = await store.start(tx, export_id, len(sections))
        member = None if order is None else await members.member(tx, order.member_id)
        tenant_id, made_at = tx.tenant_id, tx.now
    if order is None or member is None:
        return

    with tempfile.SpooledTemporaryFile(max_size=SPOOL_MAX) as spool:
        counts: dict[str, int] = {}
        with zipfile.ZipFile(spool, "w", zipfile.ZIP_DEFLATED) as archive:
            for done, section in enumerate(sections, start=1):
                counts[section.name] = await _write_section(archive, section, member, begin)
                async with begin() as tx:
                    await store.progress(tx, export_id, done)
            about = {"member": member.username, "made_at": wire(made_at), "rows": counts}
            archive.writestr("about.json", json.dumps(about, ensure_ascii=False, indent=2))
        size = spool.tell()
        spool.seek(0)
        await objects.put(
            tenant_id,
            _key(export_id),
            _pieces(spool),
            limit=ARCHIVE_MAX,
            content_type="application/zip",
        )

    async with begin() as tx:
        if not await store.finish(tx, export_id, size):
            return
        person = await users.email_of(tx, member.user_id)
        if person is not None:
            order_mail = MailOrder(
                template=Template.EXPORT_READY,
                to=person[0],
                locale=person[1],
                fields={"username": member.username, "days": str(KEPT.days)},
            )
            post.owe(tx, vault, order_mail)
        tx.tell(DataExported(member_id=member.member_id, export_id=export_id))


async def give_up(tx: Tx, export_id: UUID) -> None:
    """Notes that an archive could not be built."""
    await store.fail(tx, export_id)


async def forget_old(begin: Begin, objects: Objects) -> None:
    """Deletes the archives that are no longer kept."""
    async with begin() as tx:
        old = await store.over(tx)
        tenant_id = tx.tenant_id
    for export_id in old:
        with suppress(ObjectMissing):
            await objects.delete(tenant_id, _key(export_id))
        async with begin() as tx:
            await store.forget(tx, export_id)


async def _write_section(archive: zipfile.ZipFile, section: Section, member: Member, begin: Begin) -> int:
    """Writes a section as JSON and as CSV; answers how many rows it has."""
    rows = 0
    with tempfile.SpooledTemporaryFile(max_size=SPOOL_MAX, mode="w+", encoding="utf-8", newline="") as sheet:
        writer: csv.DictWriter[str] | None = None
        with archive.open(f"{section.name}.json", "w") as target:
            target.write(b"[")
            cursor: str | None = None
            while True:
                async with begin() as tx:
                    page = await section.collect(tx, member, cursor)
                for row in page.items:
                    target.write((b",\n" if rows else b"\n") + _json(row))
                    writer = writer or _writer(sheet, row)
                    writer.writerow({name: _cell(value) for name, value in row.items()})
                    rows += 1
                cursor = page.next
                if cursor is None:
                    break
            target.write(b"\n]\n")
        sheet.seek(0)
        if rows:
            with archive.open(f"{section.name}.csv", "w") as target:
                while piece := sheet.read(CHUNK):
                    target.write(piece.encode())
    return rows


def _writer(sheet: IO[str], row: Mapping[str, object]) -> "csv.DictWriter[str]":
    writer = csv.DictWriter(sheet, list(row), extrasaction="ignore", restval="")
    writer.writeheader()
    return writer


def _json(row: Mapping[str, object]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode()


def _cell(value: object) -> str:
    """A cell as text; one that a spreadsheet would take for a formula is disarmed."""
    text = "" if value is None else value if isinstance(value, str) else _json_text(value)
    return sheets.harmless(text) if isinstance(value, str) and not _is_number(text) else text


def _json_text(value: object) -> str:
    if isinstance(value, Mapping | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).isdecimal()


async def _pieces(spool: IO[bytes]) -> AsyncIterator[bytes]:
    while piece := spool.read(CHUNK):
        yield piece


def _key(export_id: UUID) -> str:
    return f"exports/{export_id}.zip"


def _caller(tx: Tx) -> MemberId:
    assert tx.actor.member_id is not None, "the guard let in a member"
    return MemberId(tx.actor.member_id)
