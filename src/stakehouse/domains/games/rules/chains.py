"""Hash chains: one commitment for rounds that all players share (crash; lotteries later).

The chain is made from its end, published by its tip and played backwards: the SHA-256 of what is
revealed is what was revealed before. A public salt, fixed after the tip was published, keeps the
house from choosing a chain that suits it.
"""

import hashlib
import hmac
from collections.abc import Iterator
from typing import Final

from stakehouse.domains.games.rules.published import EDGE_BP

_FULL_BP: Final = 10_000


def next_link(link: str) -> str:
    """The element published before ``link``: SHA-256 of its hexadecimal text."""
    return hashlib.sha256(link.encode()).hexdigest()


def links(first: str, count: int) -> Iterator[str]:
    """``count`` elements from the first (played last) towards the tip (published first)."""
    link = first
    for _ in range(count):
        yield link
        link = next_link(link)


def crash_pf1_multiple(game_hash: str, salt: str, edge_bp: int = EDGE_BP) -> float:
    """The published pf1 crash multiple before it is cut to hundredths, in binary64."""
    drawn = int(_digest(game_hash, salt)[:8], 16)
    return 2**32 / (drawn + 1) * (1 - edge_bp / _FULL_BP)


def crash_pf1_hundredths(game_hash: str, salt: str, edge_bp: int = EDGE_BP) -> int:
    """The pf1 crash point in hundredths, at least 100."""
    return int(max(1.0, crash_pf1_multiple(game_hash, salt, edge_bp)) * 100)


def crash_pf2_hundredths(game_hash: str, salt: str, edge_bp: int = EDGE_BP) -> int:
    """The pf2 crash point in hundredths, at least 100 and without an upper end."""
    drawn = int(_digest(game_hash, f"pf2|crash|{salt}")[:13], 16)
    return max(100, ((_FULL_BP - edge_bp) << 52) // (100 * (drawn + 1)))


def _digest(key: str, message: str) -> str:
    return hmac.digest(key.encode(), message.encode(), "sha256").hex()
