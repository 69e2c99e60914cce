"""Money: integers of the smallest unit, with the currency that gives them meaning.

Amounts travel as decimal strings ("12.34") and live as ``int``. A value that does not fit into a
signed 64-bit integer is a refusal, never a wrap.
"""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from stakehouse.kernel.errors import Kind, Refusal

UNITS_MAX = 2**63 - 1
"""Largest amount the ledger can hold (PostgreSQL BIGINT)."""

_DECIMAL = re.compile(r"(-?)(0|[1-9][0-9]{0,24})(?:\.([0-9]{1,12}))?", re.ASCII)


class CurrencyKind(Enum):
    """What a unit of the currency is a claim on."""

    FIAT = "fiat"
    CRYPTO = "crypto"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency and its scale.

    Attributes:
        code: three to eight capital letters or digits ("EUR", "USDT", "PTS").
        scale: decimals of the smallest unit, 0 to 8.
        kind: fiat, crypto or points.
    """

    code: str
    scale: int
    kind: CurrencyKind = CurrencyKind.FIAT


class InvalidAmount(Refusal):
    """The text is not an amount of that currency."""

    kind = Kind.INVALID


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency in its smallest unit."""

    units: int
    currency: Currency

    def __str__(self) -> str:
        """The decimal string with exactly the currency's decimals."""
        return format_units(self.units, self.currency.scale)


def format_units(units: int, scale: int) -> str:
    """The decimal string of an amount: ``format_units(1234, 2) == "12.34"``."""
    if scale == 0:
        return str(units)
    if units < 0:
        return f"-{format_units(-units, scale)}"
    digits = str(units)
    if len(digits) <= scale:
        digits = digits.zfill(scale + 1)
    return f"{digits[:-scale]}.{digits[-scale:]}"


def parse_units(text: object, scale: int, *, field: str = "amount") -> int:
    """The smallest units a decimal string stands for.

    Args:
        text: what came over the wire; anything but a plain decimal string is refused.
        scale: decimals of the currency; more digits than that are refused, fewer are filled.
        field: the request field, for the refusal.

    Raises:
        InvalidAmount: not a decimal string, too many decimals, or beyond 64 bits.
    """
    match = _DECIMAL.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise InvalidAmount('Give the amount as a decimal string such as "12.50".', field=field)
    sign, whole, rest = match.group(1), match.group(2), match.group(3) or ""
    if len(rest) > scale:
        raise InvalidAmount(f"This currency has {scale} decimals.", field=field)
    units: int = int(whole) * 10**scale + (int(rest.ljust(scale, "0")) if scale else 0)
    if units > UNITS_MAX:
        raise InvalidAmount("The amount is larger than the house can book.", field=field)
    return -units if sign else units


def share_down(units: int, ratio: Fraction) -> int:
    """``units × ratio`` rounded down once, exactly."""
    return int(units * ratio.numerator // ratio.denominator)
