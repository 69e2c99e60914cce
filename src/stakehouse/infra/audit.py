"""The audit trail: who did what to what, when, why, from where, with the state before and after.

A use case records an entry on its transaction; the rows are written by the same commit, so an act
without its entry cannot exist, nor an entry without its act. Rows are append-only: the application
may add and read, and a trigger refuses every change, the owner's included.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import TenantId, new_id


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act as the use case tells it; when and from where come from the transaction, and who as a rule.

    Attributes:
        action: ``area.act`` in the past tense (``member.suspended``, ``withdrawal.approved``).
        resource_kind: what it was done to (``member``, ``withdrawal``, ``setting``).
        resource_id: its id or natural name; empty if the tenant as a whole.
        reason: why, in the words of the person who acted.
        before: the fields that changed, as they were; amounts as strings, no secrets.
        after: the same fields as they are now.
        by: who acted, where the transaction began before it was known who (a sign-in).
    """

    action: str
    resource_kind: str
    resource_id: UUID | str = ""
    reason: str = ""
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None
    by: Actor | None = None


def audit_rows(
    tenant_id: TenantId, actor: Actor, now: datetime, request_id: str, entries: Sequence[AuditEntry]
) -> list[dict[str, object]]:
    """The rows of some entries, in the order in which they were recorded."""
    return [
        {
            **_who(entry.by or actor),
            "tenant_id": tenant_id,
            "id": new_id(),
            "at": now,
            "action": entry.action,
            "resource_kind": entry.resource_kind,
            "resource_id": str(entry.resource_id),
            "reason": entry.reason,
            "before": _json(entry.before),
            "after": _json(entry.after),
            "address": actor.address,
            "user_agent": actor.user_agent,
            "request_id": request_id,
        }
        for entry in entries
    ]


def _who(actor: Actor) -> dict[str, object]:
    return {
        "actor_kind": actor.kind.value,
        "actor_id": actor.member_id if actor.kind is ActorKind.MEMBER else actor.user_id,
        "actor_name": actor.name,
        "real_actor_id": actor.real_user_id,
        "real_actor_name": actor.real_name,
    }


_encode = msgspec.json.Encoder(uuid_format="canonical").encode


def _json(fields: Mapping[str, object] | None) -> str | None:
    return None if fields is None else _encode(fields).decode()
