"""Use cases of the audit trail: look through it, and carry it out of the house."""

from collections.abc import AsyncIterator
from uuid import UUID

from stakehouse.domains.access.store import audit as store
from stakehouse.domains.access.types import AuditFilter, AuditRow
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Begin, Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import new_id
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor

PIECE = 500
"""Entries of an export that one short transaction reads."""


async def audit_trail(
    tx: Tx, wanted: AuditFilter, *, cursor: str | None = None, limit: int = LIMIT_DEFAULT
) -> Page[AuditRow]:
    """Entries of the tenant's audit trail, newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    found = await store.page(tx, wanted, decode_cursor(cursor), limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].id) if len(found) > limit else None)


def record_export(tx: Tx, wanted: AuditFilter) -> UUID:
    """Records that the trail is carried out of the house; answers the id up to which it goes."""
    asked = {
        "actor": wanted.actor,
        "action": wanted.action,
        "resource": wanted.resource,
        "from": None if wanted.since is None else wire(wanted.since),
        "to": None if wanted.until is None else wire(wanted.until),
    }
    tx.record(AuditEntry("audit.exported", "audit", after=asked))
    return new_id()


async def export(begin: Begin, wanted: AuditFilter, up_to: UUID) -> AsyncIterator[list[AuditRow]]:
    """The entries up to an id, oldest first, in pieces; each is read in a short transaction of its own.

    A slow reader therefore holds neither a connection nor a snapshot while it reads.
    """
    after: UUID | None = None
    while True:
        async with begin() as tx:
            piece = await store.following(tx, wanted, after, up_to, PIECE)
        if piece:
            yield piece
        if len(piece) < PIECE:
            return
        after = piece[-1].id
