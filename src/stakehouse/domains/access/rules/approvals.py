"""Four eyes: what binds a request to its content, and who may decide it."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from stakehouse.domains.access.errors import (
    ApprovalDecided,
    ApprovalExpired,
    ContentChanged,
    ObjectChanged,
    OwnRequest,
)
from stakehouse.domains.access.types import Approval, ApprovalStatus, FourEyesSettings
from stakehouse.kernel.money import CurrencyKind, Money, parse_units
from stakehouse.kernel.reach import CEILING_SCALE

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
    """Lets anybody pass but the maker, and whoever approved it before.

    Raises:
        OwnRequest: it is the maker.
        ApprovalDecided: the person approved it before; nobody counts twice.
    """
    if approval.maker_id == user_id:
        raise OwnRequest("Somebody else must decide what you asked for.")
    if any(decided.decider_id == user_id for decided in approval.approved_by):
        raise ApprovalDecided("You approved this before; it waits for somebody else.")


def check_same_state(approval: Approval, present: Mapping[str, object]) -> None:
    """Lets a decision pass on what is still as it was when it was asked for.

    Raises:
        ObjectChanged: it is not.
    """
    if approval.state is not None and canonical(approval.state) != canonical(present):
        raise ObjectChanged("This changed since it was asked for; reject it and ask anew.")


def quorum_for(money: Money | None, settings: FourEyesSettings) -> int:
    """How many people must approve an act over an amount."""
    if money is None:
        return 1
    two = settings.two_by_currency.get(money.currency.code, settings.two_from)
    if _reaches(money, settings.three_from):
        return 3
    return 2 if _reaches(money, two, named=money.currency.code in settings.two_by_currency) else 1


def _reaches(money: Money, threshold: str | None, *, named: bool = False) -> bool:
    if threshold is None:
        return False
    if money.currency.kind is not CurrencyKind.FIAT and not named:
        return True
    factor: int = 10 ** (CEILING_SCALE - money.currency.scale)
    return abs(money.units) * factor >= parse_units(threshold, CEILING_SCALE)


def check_same_content(approval: Approval, seen_hash: str) -> None:
    """Lets a decision pass that was made on what is really there.

    Raises:
        ContentChanged: the person saw something else.
    """
    if approval.content_hash != seen_hash:
        raise ContentChanged("This is not what you saw; look at it again.", field="content_hash")
