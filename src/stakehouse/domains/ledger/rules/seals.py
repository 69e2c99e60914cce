"""The arithmetic of seals.

A span of a journal is hashed into a Merkle root after RFC 6962 section 2.1 (leaf ``H(0x00 || d)``,
node ``H(0x01 || left || right)``, SHA-256), and chained: ``seal = H(previous || root || span)``.
Beside the root a seal keeps each row's id and the first eight bytes of its digest, so that a
difference can be named to the row.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

GENESIS = bytes(32)
"""What the first seal of a journal is chained to."""

ID_BYTES = 16
MARK_BYTES = 8
ENTRY_BYTES = ID_BYTES + MARK_BYTES


def root_of(digests: Sequence[bytes]) -> bytes:
    """The Merkle root of row digests; of an empty span the hash of nothing."""
    if not digests:
        return hashlib.sha256(b"").digest()
    level = [hashlib.sha256(b"\x00" + digest).digest() for digest in digests]
    while len(level) > 1:
        # RFC 6962 splits at the largest power of two below n; pairing level by level and lifting an
        # odd last node gives the same tree.
        paired = [
            hashlib.sha256(b"\x01" + level[index] + level[index + 1]).digest()
            for index in range(0, len(level) - 1, 2)
        ]
        level = [*paired, level[-1]] if len(level) % 2 else paired
    return level[0]


def seal_of(previous: bytes, root: bytes, *, seq: int, first: UUID, last: UUID, rows: int) -> bytes:
    """The seal that chains a span to everything before it."""
    span = f"{seq}|{first}|{last}|{rows}".encode()
    return hashlib.sha256(previous + root + span).digest()


def entry(row: UUID, digest: bytes) -> bytes:
    """What a seal keeps of a row."""
    return row.bytes + digest[:MARK_BYTES]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not as it was sealed."""

    row: UUID
    what: str


def first_difference(kept: bytes, found: Sequence[tuple[UUID, bytes]]) -> Difference | None:
    """The first row that was changed, taken out or put in since the seal, or ``None``."""
    sealed = [
        (UUID(bytes=kept[at : at + ID_BYTES]), kept[at + ID_BYTES : at + ENTRY_BYTES])
        for at in range(0, len(kept), ENTRY_BYTES)
    ]
    for index, (row, mark) in enumerate(sealed):
        if index >= len(found) or found[index][0] > row:
            return Difference(row, "is missing")
        if found[index][0] < row:
            return Difference(found[index][0], "was put in after the seal")
        if found[index][1][:MARK_BYTES] != mark:
            return Difference(row, "was changed")
    if len(found) > len(sealed):
        return Difference(found[len(sealed)][0], "was put in after the seal")
    return None
