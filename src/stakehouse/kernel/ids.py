"""Identifiers: time-ordered UUIDs (version 7), typed by what they name.

Layout after RFC 9562 §5.7: 48 bits of Unix milliseconds, then a counter within the process so
that ids of one process sort in the order they were made, then random bits of the system.
"""

import os
import threading
import time
from datetime import UTC, datetime
from typing import NewType
from uuid import UUID

TenantId = NewType("TenantId", UUID)
UserId = NewType("UserId", UUID)
MemberId = NewType("MemberId", UUID)
SessionId = NewType("SessionId", UUID)
AccountId = NewType("AccountId", UUID)
OperationId = NewType("OperationId", UUID)
TransferId = NewType("TransferId", UUID)
RoundId = NewType("RoundId", UUID)
GameId = NewType("GameId", UUID)
PaymentId = NewType("PaymentId", UUID)
JackpotId = NewType("JackpotId", UUID)

PLATFORM = TenantId(UUID(int=0))
"""The tenant id under which the platform itself acts; no tenant ever has it."""

_lock = threading.Lock()
_last_stamp = 0
_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62


def new_id() -> UUID:
    """A fresh UUIDv7; within one process strictly increasing."""
    global _last_stamp  # noqa: PLW0603 - one counter a process is the point
    # 48 bits of milliseconds and 12 bits of its fraction form one strictly increasing stamp.
    stamp = time.time_ns() * 4096 // 1_000_000
    with _lock:
        stamp = max(stamp, _last_stamp + 1)
        _last_stamp = stamp
    random = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return UUID(int=((stamp >> 12) << 80) | _VERSION | ((stamp & 0xFFF) << 64) | _VARIANT | random)


def first_id_at(moment: datetime) -> UUID:
    """The smallest UUIDv7 of a millisecond: bounds for reading by time through the key."""
    millis = int(moment.astimezone(UTC).timestamp() * 1000)
    return UUID(int=(millis << 80) | _VERSION | _VARIANT)


def moment_of(identifier: UUID) -> datetime:
    """The millisecond at which a UUIDv7 was made, in UTC."""
    return datetime.fromtimestamp((identifier.int >> 80) / 1000, tz=UTC)
