"""Evidence packs: everything the house knows of a member or a time, in one archive with its hashes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO
from uuid import UUID

from stakehouse.domains.identity import member
from stakehouse.domains.reporting import store
from stakehouse.domains.reporting.errors import PackNotFound, PackNotReady
from stakehouse.domains.reporting.store import Pack
from stakehouse.domains.tenancy import profile
from stakehouse.events.reporting import EvidencePackBuilt
from stakehouse.infra.archive import ArchiveWriter, Contribution, Span, pack
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import deferred
from stakehouse.infra.objects import Objects, SignedLink
from stakehouse.infra.tx import Begin, Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.errors import Invalid
from stakehouse.kernel.ids import new_id
from stakehouse.kernel.page import Page, decode_cursor, encode_cursor

BUILD = "reporting.build_evidence"
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)

Progress = Callable[[int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Building:
    """The job's arguments."""

    pack_id: UUID


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building."""

    files: int
    manifest_sha256: str


def object_key(pack_id: UUID) -> str:
    """Where the archive of a pack lies."""
    return f"evidence/{pack_id}.zip"


async def ask(
    tx: Tx, *, member_id: UUID | None, since: datetime | None, until: datetime | None, parts: int, reason: str
) -> Pack:
    """Asks for a pack about a member or about a time; a job builds it.

    Args:
        tx: the transaction.
        member_id: whose things; everybody's if left out, and then the time is needed.
        since: from then on.
        until: up to then; now if left out.
        parts: how many contributions there are.
        reason: why, for the audit trail.

    Raises:
        MemberNotFound: there is none of that id.
        Invalid: neither member nor time, or a time that ends before it begins.
    """
    if member_id is None and since is None:
        raise Invalid("Name a member, or a time: from and to.", field="member_id")
    if member_id is not None:
        await member(tx, member_id)
    span = Span(member_id, since or BEGINNING, min(until or tx.now, tx.now))
    if span.until <= span.since:
        raise Invalid("The time ends before it begins.", field="to")

    pack_id = new_id()
    await store.add(tx, pack_id, span, parts=parts, reason=reason)

    tx.defer(deferred(BUILD, Building(pack_id), dedupe=str(pack_id)))
    tx.record(AuditEntry("evidence.asked", "evidence_pack", pack_id, reason, after=_told(span)))
    return await one(tx, pack_id)


async def one(tx: Tx, pack_id: UUID) -> Pack:
    """A pack of the tenant.

    Raises:
        PackNotFound: there is none of that id.
    """
    found = await store.one(tx, pack_id)
    if found is None:
        raise PackNotFound("There is no such evidence pack.")
    return found


async def packs(tx: Tx, *, member_id: UUID | None, cursor: str | None, limit: int) -> Page[Pack]:
    """Packs, newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    rows = await store.page(tx, member_id=member_id, after=decode_cursor(cursor), limit=limit + 1)
    shown = rows[:limit]
    return Page(shown, encode_cursor(shown[-1].id) if len(rows) > limit else None)


async def download(tx: Tx, objects: Objects, pack_id: UUID) -> SignedLink:
    """A link to a pack that ends in minutes; that it was given stands on the audit trail.

    Raises:
        PackNotFound: there is none of that id.
        PackNotReady: it is not built yet.
    """
    found = await one(tx, pack_id)
    if found.status != "ready":
        raise PackNotReady("This pack is not built yet.")

    tx.record(
        AuditEntry(
            "evidence.downloaded", "evidence_pack", pack_id, after={"manifest_sha256": found.manifest_sha256}
        )
    )
    slug = (await profile(tx)).slug
    return await objects.download_link(
        tx.tenant_id,
        object_key(pack_id),
        filename=f"evidence-{slug}-{found.asked_at:%Y%m%d}.zip",
        content_type="application/zip",
        now=tx.now,
    )


async def build(
    begin: Begin,
    contributions: Sequence[Contribution],
    target: IO[bytes],
    span: Span,
    *,
    reason: str,
    asked_by: str,
    progress: Progress | None = None,
) -> Built:
    """Builds the archive of a span, each contribution in a transaction of its own.

    Args:
        begin: opens transactions of the tenant.
        contributions: what each domain knows.
        target: where the archive is written.
        span: whose things, of which time.
        reason: stands in the manifest.
        asked_by: likewise.
        progress: is told after each contribution how many are done.
    """
    async with begin() as tx:
        tenant, made_at = await profile(tx), tx.now
    archive = ArchiveWriter(target, made_at=made_at)
    held = []
    for number, contribution in enumerate(contributions, start=1):
        async with begin() as tx:
            held.append(await pack(archive, contribution, tx, span))
        if progress is not None:
            await progress(number)
    digest = archive.finish(
        {
            "kind": "evidence",
            "tenant": tenant.slug,
            "house": tenant.name,
            "jurisdiction": tenant.jurisdiction,
            **_told(span),
            "reason": reason,
            "asked_by": asked_by,
            "contributions": held,
        }
    )
    return Built(archive.count, digest)


async def note_built(tx: Tx, pack_id: UUID, built: Built, size: int) -> None:
    """Marks a pack as ready; the hash of its manifest stands on the audit trail, which is sealed."""
    await store.change(
        tx,
        pack_id,
        status="ready",
        files=built.files,
        bytes=size,
        manifest_sha256=built.manifest_sha256,
        ready_at=tx.now,
    )
    after = {"manifest_sha256": built.manifest_sha256, "bytes": size}
    tx.record(AuditEntry("evidence.built", "evidence_pack", pack_id, after=after))
    tx.tell(EvidencePackBuilt(pack_id=pack_id, manifest_sha256=built.manifest_sha256))


def _told(span: Span) -> dict[str, object]:
    return {
        "member_id": None if span.member_id is None else str(span.member_id),
        "from": wire(span.since),
        "to": wire(span.until),
    }
