"""Multiples of a stake: how they are paid, written, and bounded by a tenant's band."""

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from stakehouse.domains.games.errors import ReturnOutOfBand

MULTIPLE_DECIMALS: Final = 8
"""Decimals after which a multiple is cut off when shown."""

_SHOWN_AT_LEAST: Final = 2


def pay(stake: int, numerator: int, denominator: int) -> int:
    """``stake × numerator / denominator`` in units, rounded down once."""
    return stake * numerator // denominator


def multiple_text(numerator: int, denominator: int = 1) -> str:
    """A multiple as a decimal string of two to eight decimals, rounded down.

    ``multiple_text(9, 8) == "1.125"`` and ``multiple_text(2) == "2.00"``.
    """
    whole, rest = divmod(numerator * 10**MULTIPLE_DECIMALS // denominator, 10**MULTIPLE_DECIMALS)
    decimals = f"{rest:0{MULTIPLE_DECIMALS}d}".rstrip("0").ljust(_SHOWN_AT_LEAST, "0")
    return f"{whole}.{decimals}"


def hundredths_text(hundredths: int) -> str:
    """Hundredths as a decimal string: ``hundredths_text(5050) == "50.50"``."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def check_band(returns: Mapping[str, Fraction], low: Fraction, high: Fraction) -> None:
    """Refuses a configuration of which any way of betting returns too little or too much.

    Args:
        returns: the exact return of each way of betting, as a share of the stake.
        low: smallest return the tenant allows, inclusive.
        high: largest return the tenant allows, inclusive.

    Raises:
        ReturnOutOfBand: names the first way of betting outside the band.
    """
    for mode, share in returns.items():
        if not low <= share <= high:
            raise ReturnOutOfBand(
                f"'{mode}' returns {_percent(share)} %; "
                f"this house allows {_percent(low)} to {_percent(high)} %.",
                field="config",
            )


def paytable_hash(public_config: Mapping[str, object]) -> str:
    """SHA-256 of a game's public configuration as canonical JSON: kept with every round."""
    text = json.dumps(public_config, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _percent(share: Fraction) -> str:
    return multiple_text(share.numerator * 100, share.denominator)
