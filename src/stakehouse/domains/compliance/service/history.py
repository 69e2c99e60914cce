"""Use cases of the history of protections: what is noted of each change, and who may read it."""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.compliance.store import history as store
from stakehouse.domains.compliance.types import ProtectionChange
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import Page, decode_cursor, encode_cursor


async def note(
    tx: Tx,
    member_id: MemberId,
    act: str,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
) -> None:
    """Notes a change of a member's protections in their history and on the audit trail.

    Args:
        tx: the transaction.
        member_id: whose.
        act: ``area.act`` in the past tense, as on the audit trail.
        before: what changed, as it was.
        after: the same as it is now.
        reason: why, where somebody else than the member does it.
    """
    await store.add(tx, member_id, act, before=before, after=after, reason=reason)
    tx.record(AuditEntry(act, "member", member_id, reason, before=before, after=after))


async def history_of(tx: Tx, member_id: UUID, *, cursor: str | None, limit: int) -> Page[ProtectionChange]:
    """All changes of a member's protections, the newest first.

    Raises:
        MemberNotFound: no such member here.
        InvalidCursor: the cursor is not one of ours.
    """
    person = await identity.member(tx, member_id)
    rows = await store.changes_of(tx, person.member_id, after=decode_cursor(cursor), limit=limit + 1)
    shown = rows[:limit]
    return Page(shown, encode_cursor(shown[-1].id) if len(rows) > limit else None)
