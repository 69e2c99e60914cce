"""How far a permission goes for one person: where, and up to which amount."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from stakehouse.kernel.money import CurrencyKind, Money, format_units, parse_units

CEILING_SCALE = 8
"""Ceilings stand for amounts of any currency, so they carry as many decimals as any has."""


class ScopeKind(Enum):
    """What a grant is for."""

    PLATFORM = "platform"
    """The platform itself, which is no tenant's."""

    TENANT = "tenant"
    RESTAURANT = "restaurant"
    DOWNLINE = "downline"
    """The members whom one member brought, by that member's id."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The whole tenant, or one restaurant or downline of it.

    Attributes:
        kind: which sort.
        id: of the restaurant, or of the member whose downline it is; ``None`` for the others.
    """

    kind: ScopeKind = ScopeKind.TENANT
    id: UUID | None = None

    def holds(self, other: "Scope") -> bool:
        """Whether all of the other lies within this one."""
        return (self.kind is ScopeKind.TENANT and other.kind is not ScopeKind.PLATFORM) or self == other


WHOLE_TENANT = Scope()


@dataclass(frozen=True, slots=True)
class Stretch:
    """One way in which a person holds a permission.

    Attributes:
        scope: where.
        ceiling: up to which amount, in hundred-millionths of any fiat currency; ``None`` for any.
    """

    scope: Scope = WHOLE_TENANT
    ceiling: int | None = None

    def covers(self, scope: Scope, money: Money | None) -> bool:
        """Whether it lets one act there with that amount."""
        return self.scope.holds(scope) and (money is None or self.allows(money))

    def allows(self, money: Money) -> bool:
        """Whether the amount is within the ceiling; what is no fiat money never is."""
        if self.ceiling is None:
            return True
        factor: int = 10 ** (CEILING_SCALE - money.currency.scale)
        return money.currency.kind is CurrencyKind.FIAT and abs(money.units) * factor <= self.ceiling

    def holds(self, other: "Stretch") -> bool:
        """Whether whoever has this one has the other too."""
        is_high_enough = self.ceiling is None or (other.ceiling is not None and other.ceiling <= self.ceiling)
        return self.scope.holds(other.scope) and is_high_enough


@dataclass(frozen=True, slots=True)
class Reach:
    """All the ways in which a person holds a permission, less what is denied to them.

    Attributes:
        stretches: the ways.
        denied: where they may not, whatever a role says.
    """

    stretches: tuple[Stretch, ...] = ()
    denied: tuple[Scope, ...] = ()

    def covers(self, scope: Scope = WHOLE_TENANT, money: Money | None = None) -> bool:
        """Whether the person may act there with that amount."""
        if any(denied.holds(scope) for denied in self.denied):
            return False
        return any(stretch.covers(scope, money) for stretch in self.stretches)

    def holds(self, other: Stretch) -> bool:
        """Whether the person holds all of it, and so may hand it on."""
        if any(denied.holds(other.scope) or other.scope.holds(denied) for denied in self.denied):
            return False
        return any(stretch.holds(other) for stretch in self.stretches)

    def scopes(self) -> frozenset[Scope]:
        """Where the person may act at all."""
        return frozenset(
            stretch.scope
            for stretch in self.stretches
            if not any(denied.holds(stretch.scope) for denied in self.denied)
        )

    def ceiling(self, scope: Scope = WHOLE_TENANT) -> int | None:
        """The highest amount there; ``None`` without one. Only asked where the person may act."""
        ceilings = [stretch.ceiling for stretch in self.stretches if stretch.scope.holds(scope)]
        return (
            None if None in ceilings or not ceilings else max(each for each in ceilings if each is not None)
        )


NOWHERE = Reach()
EVERYWHERE = Reach((Stretch(),))


def ceiling_of(text: str | None) -> int | None:
    """A ceiling from its decimal string.

    Raises:
        InvalidAmount: it is none.
    """
    return None if text is None else parse_units(text, CEILING_SCALE, field="max_amount")


def ceiling_text(ceiling: int | None) -> str | None:
    """A ceiling as a decimal string with at least two decimals."""
    if ceiling is None:
        return None
    whole, _, decimals = format_units(ceiling, CEILING_SCALE).partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"
