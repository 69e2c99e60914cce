"""Whose law applies: reads the shipped profiles, and fills what is unknown with the strictest value."""

from collections.abc import Iterable, Mapping
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from stakehouse.domains.tenancy.types import Jurisdiction, Rules, Strictest

# Any: a profile comes from a file; the shape of ``Jurisdiction`` gives it meaning.
Stated = Mapping[str, Any]

UNKNOWN = "unknown"
"""The code under which a tenant plays whose jurisdiction has no profile."""


class Jurisdictions:
    """The profiles the house knows, found by the authority's code or by a country it licenses."""

    def __init__(self, files: Iterable[Stated]) -> None:
        """Reads every file; what one of them leaves out is as strict as the strictest of the others.

        Args:
            files: the profiles as they were written.
        """
        stated = list(files)
        self.strictest = _strictest(stated)
        self._known: dict[str, Jurisdiction] = {}
        for file in stated:
            found = self._read(file)
            for name in (found.code, *found.territories):
                assert name not in self._known, f"two profiles answer to {name}"
                self._known[name] = found

    def named(self, name: str) -> Jurisdiction:
        """The profile of an authority or country; the strictest of all where there is none."""
        return self._known.get(name) or self.strictest

    @property
    def shipped(self) -> list[Jurisdiction]:
        """All profiles, by code."""
        by_code = {found.code: found for found in self._known.values()}
        return [by_code[code] for code in sorted(by_code)]

    def _read(self, file: Stated) -> Jurisdiction:
        strict = self.strictest.rules
        left_out = [name for name in Rules.model_fields if name not in file["rules"]]
        filled = {name: getattr(strict, name) for name in left_out}
        rules = Rules.model_validate({**file["rules"], **filled})
        return Jurisdiction.model_validate({**file, "rules": rules, "left_out": tuple(left_out)})


def _strictest(files: list[Stated]) -> Jurisdiction:
    """The strictest value of every rule that any profile states."""
    values: dict[str, Any] = {}
    for name, field in Rules.model_fields.items():
        combine = next(mark for mark in field.metadata if isinstance(mark, Strictest))
        values[name] = combine.of([read for file in files for read in _value(name, file["rules"])])
    return Jurisdiction(
        code=UNKNOWN,
        name="Not known",
        authority="",
        territories=(),
        version=0,
        effective_from=None,
        rules=Rules.model_validate(values),
        sources={},
        left_out=tuple(Rules.model_fields),
    )


_READERS = {name: TypeAdapter[Any](hint) for name, hint in get_type_hints(Rules, include_extras=True).items()}


def _value(name: str, stated: Stated) -> Iterable[object]:
    if name in stated:
        yield _READERS[name].validate_python(stated[name])
