"""Four eyes: what binds a request to its content, and who may decide it."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from stakehouse.domains.access.errors import ApprovalDecided, ApprovalExpired, ContentChanged, OwnRequest
from stakehouse.domains.access.types import Approval, ApprovalStatus

LIFETIME = timedelta(hours=72)

_encode = msgspec.json.Encoder(order="sorted", uuid_format="canonical").encode


def canonical(content: Mapping[str, object]) -> str:
    """The content as JSON with sorted keys: the same content is always the same text."""
    return _encode(content).decode()


def content_hash(kind: str, content: str) -> str:
    """SHA-256 in hex over the kind and the canonical content."""
    return hashlib.sha256(f"{kind}\n{content}".encode()).hexdigest()


def status_at(status: ApprovalStatus, expires_at: datetime, now: datetime) -> ApprovalStatus:
    """The status at a moment: what nobody decided in time has expired, marked or not."""
    if status is ApprovalStatus.WAITING and now >= expires_at:
        return ApprovalStatus.EXPIRED
    return status


def check_open(approval: Approval) -> None:
    """Lets an approval that still waits pass.

    Raises:
        ApprovalExpired: nobody decided in time.
        ApprovalDecided: somebody did.
    """
    if approval.status is ApprovalStatus.EXPIRED:
        raise ApprovalExpired("Nobody decided this within 72 hours; ask for it anew.")
    if approval.status is not ApprovalStatus.WAITING:
        raise ApprovalDecided(f"This was {approval.status.value} before.")


def check_second_person(approval: Approval, user_id: UUID) -> None:
    """Lets anybody but the maker pass.

    Raises:
        OwnRequest: it is the maker.
    """
    if approval.maker_id == user_id:
        raise OwnRequest("Somebody else must decide what you asked for.")


def check_same_content(approval: Approval, seen_hash: str) -> None:
    """Lets a decision pass that was made on what is really there.

    Raises:
        ContentChanged: the person saw something else.
    """
    if approval.content_hash != seen_hash:
        raise ContentChanged("This is not what you saw; look at it again.", field="content_hash")
