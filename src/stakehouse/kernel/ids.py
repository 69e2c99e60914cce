"""Identifiers: time-ordered UUIDs (version 7), typed by what they name.

Layout after RFC 9562 §5.7: 48 bits of Unix milliseconds, then a counter within the process so
that ids of one process sort in the order they were made, then random bits of the system.
"""

import os
import time
from datetime import UTC, datetime
from struct import Struct
from typing import NewType
from uuid import UUID

# The driver's UUID is a subclass written in C. Ids are hashed, compared and sent by the dozen for each
# bet, and the standard class does all of that in Python.
from asyncpg.pgproto.pgproto import UUID as _UUID

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

_RANDOM = Struct(">512Q")
_HALVES = Struct(">2Q")
_VARIANT = 0x8000_0000_0000_0000
_BELOW_VARIANT = 0x3FFF_FFFF_FFFF_FFFF

_last_stamp = 0
_pool: list[int] = []


def _forget_pool() -> None:
    """Empties the pool: a forked child must not hand out what its parent will."""
    _pool.clear()


os.register_at_fork(after_in_child=_forget_pool)


def new_id() -> UUID:
    """A fresh UUIDv7; within one thread strictly increasing.

    Random bits are drawn from the system's generator by the page: a system call for each id would
    cost more than the rest of it.
    """
    global _last_stamp  # noqa: PLW0603 - one counter a process
    # 48 bits of milliseconds and 12 bits of their fraction form one strictly increasing stamp.
    stamp = time.time_ns() * 4096 // 1_000_000
    if stamp <= _last_stamp:
        stamp = _last_stamp + 1
    _last_stamp = stamp
    if not _pool:
        _pool.extend(_RANDOM.unpack(os.urandom(_RANDOM.size)))
    head = (stamp >> 12) << 16 | 0x7000 | stamp & 0xFFF
    return _UUID(_HALVES.pack(head, _pool.pop() & _BELOW_VARIANT | _VARIANT))


def id_of(sixteen: bytes) -> UUID:
    """The id that sixteen bytes stand for."""
    return _UUID(sixteen)


def quick(identifier: UUID) -> UUID:
    """The same id in the driver's own class: equal, and several times faster to hash and to send."""
    return _UUID(identifier.bytes)


def first_id_at(moment: datetime) -> UUID:
    """The smallest UUIDv7 of a millisecond: bounds for reading by time through the key."""
    millis = int(moment.astimezone(UTC).timestamp() * 1000)
    return UUID(int=(millis << 80) | 0x7 << 76 | 0b10 << 62)


def moment_of(identifier: UUID) -> datetime:
    """The millisecond at which a UUIDv7 was made, in UTC."""
    return datetime.fromtimestamp((identifier.int >> 80) / 1000, tz=UTC)
