"""An approval on the wire: the answer of every route whose act waits for a second person."""

from typing import Any
from uuid import UUID

from stakehouse.domains.access.types import Approval, ApprovalStatus
from stakehouse.infra.web.shapes import Answer, Moment


class ApprovalOut(Answer):
    """An act that waits, or waited, for a second person."""

    id: UUID
    kind: str
    summary: str
    content: dict[str, Any]  # Any: each kind of act has fields of its own
    content_hash: str
    maker: str
    amount: str | None
    currency: str | None
    member_id: UUID | None
    reason: str
    status: ApprovalStatus
    created_at: Moment
    expires_at: Moment
    decided_at: Moment | None
    decider: str
    decision_reason: str
    quorum: int
    approved_by: list[str]


def approval_out(approval: Approval) -> ApprovalOut:
    """An approval on the wire."""
    return ApprovalOut(
        id=approval.id,
        kind=approval.kind,
        summary=approval.summary,
        content=dict(approval.content),
        content_hash=approval.content_hash,
        maker=approval.maker,
        amount=None if approval.money is None else str(approval.money),
        currency=None if approval.money is None else approval.money.currency.code,
        member_id=approval.member_id,
        reason=approval.reason,
        status=approval.status,
        created_at=approval.created_at,
        expires_at=approval.expires_at,
        decided_at=approval.decided_at,
        decider=approval.decider,
        decision_reason=approval.decision_reason,
        quorum=approval.quorum,
        approved_by=[decided.decider for decided in approval.approved_by],
    )
