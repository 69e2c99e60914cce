"""Adjustments of balances: which need a second person, and what an approved one says."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from stakehouse.domains.compliance.types import AdjustmentSettings
from stakehouse.domains.ledger import WalletKind
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Currency, CurrencyKind, InvalidAmount, format_units, parse_units

THRESHOLD_SCALE = 8
"""Decimals that a threshold can have: as many as any currency."""


class Correction(NamedTuple):
    """What is to be corrected: whose account, and by how much in the smallest unit."""

    member_id: MemberId
    account: WalletKind
    currency: Currency
    units: int


def check_not_zero(units: int) -> None:
    """Lets amounts pass that change something.

    Raises:
        InvalidAmount: it is zero.
    """
    if units == 0:
        raise InvalidAmount("An adjustment of zero changes nothing.", field="amount")


def needs_second_person(units: int, currency: Currency, settings: AdjustmentSettings) -> bool:
    """Whether the amount, added or taken, reaches the tenant's threshold.

    A threshold without a currency is meant for fiat money: 100.00 bitcoins are not small change.
    """
    text = settings.by_currency.get(currency.code)
    if text is None:
        text = settings.threshold if currency.kind is CurrencyKind.FIAT else "0"
    threshold = parse_units(text, THRESHOLD_SCALE, field="threshold")
    factor: int = 10 ** (THRESHOLD_SCALE - currency.scale)
    return abs(units) * factor >= threshold


def summary_of(correction: Correction, name: str) -> str:
    """One sentence for the second person, such as: Adds 250.00 EUR to the main account of ann."""
    amount = f"{format_units(abs(correction.units), correction.currency.scale)} {correction.currency.code}"
    account = f"the {correction.account.value} account of {name}"
    return f"Takes {amount} from {account}." if correction.units < 0 else f"Adds {amount} to {account}."


def content_of(correction: Correction, reason: str) -> dict[str, object]:
    """A correction as the content of an approval."""
    return {
        "member_id": str(correction.member_id),
        "account_kind": correction.account.value,
        "currency": correction.currency.code,
        "scale": correction.currency.scale,
        "units": correction.units,
        "reason": reason,
    }


def correction_in(content: Mapping[str, object]) -> tuple[Correction, str]:
    """The correction and its reason that an approval was asked for."""
    scale, units = content["scale"], content["units"]
    assert isinstance(scale, int), "the scale was written as a whole number"
    assert isinstance(units, int), "the units were written as a whole number"
    correction = Correction(
        MemberId(UUID(str(content["member_id"]))),
        WalletKind(str(content["account_kind"])),
        Currency(str(content["currency"]), scale),
        units,
    )
    return correction, str(content["reason"])
