"""Fields: strict reading of what came from outside, where anything unexpected is a refusal."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, cast

from stakehouse.domains.games.rules.multiples import hundredths_text
from stakehouse.kernel.errors import Refusal

_HUNDREDTHS = re.compile(r"(0|[1-9][0-9]{0,11})(?:\.([0-9]{1,2}))?", re.ASCII)

_MISSING: Final = object()


@dataclass(frozen=True, slots=True)
class Fields:
    """The named fields of one object, each read with its type and bounds.

    Attributes:
        values: the object's fields.
        refusal: the refusal to raise; it carries the field's name.
    """

    values: Mapping[str, object]
    refusal: type[Refusal]

    @classmethod
    def of(cls, raw: object, known: Collection[str], refusal: type[Refusal]) -> "Fields":
        """The fields of an object, refusing what is not an object and what has unknown fields."""
        if not isinstance(raw, Mapping):
            raise refusal("This must be an object.")
        for name in raw:
            if name not in known:
                shown = name[:64] if isinstance(name, str) else "?"
                raise refusal(f"There is no field '{shown}' here.", field=shown)
        return cls(cast("Mapping[str, object]", raw), refusal)  # keys were just compared to names

    def has(self, name: str) -> bool:
        """Whether the field was given at all."""
        return name in self.values

    def integer(self, name: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number of low … high; booleans and floats are not numbers here."""
        value = self.values.get(name, _MISSING if default is None else default)
        if type(value) is not int or not low <= value <= high:
            raise self.refusal(f"Give a whole number from {low} to {high}.", field=name)
        return value

    def option(self, name: str, options: Collection[str]) -> str:
        """One of a few words."""
        value = self.values.get(name)
        if not isinstance(value, str) or value not in options:
            raise self.refusal(f"Choose one of: {', '.join(options)}.", field=name)
        return value

    def hundredths(self, name: str, low: int, high: int) -> int:
        """A decimal string with at most two decimals, in hundredths of low … high."""
        value = self.values.get(name)
        match = _HUNDREDTHS.fullmatch(value) if isinstance(value, str) else None
        number = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else -1
        if not low <= number <= high:
            bounds = f"{hundredths_text(low)} to {hundredths_text(high)}"
            raise self.refusal(
                f'Give a decimal string from {bounds}, such as "{hundredths_text(low)}".', field=name
            )
        return number

    def items(self, name: str, low: int, high: int) -> list[object]:
        """A list of low … high items."""
        value = self.values.get(name)
        if not isinstance(value, list) or not low <= len(value) <= high:
            raise self.refusal(f"Give a list of {low} to {high} items.", field=name)
        return cast("list[object]", value)  # the items are read one by one by the caller
