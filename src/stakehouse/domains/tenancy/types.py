"""The values of tenancy: tenants, their features and branding, typed settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from stakehouse.domains.tenancy.errors import UnknownCurrency
from stakehouse.kernel.ids import TenantId
from stakehouse.kernel.money import Currency


class Status(Enum):
    """Whether a tenant serves anybody."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Features:
    """What a tenant runs.

    Attributes:
        gaming: games, deposits and withdrawals.
        loyalty: guests, levels, points and the till.
    """

    gaming: bool
    loyalty: bool


@dataclass(frozen=True, slots=True)
class Branding:
    """How a tenant looks.

    Attributes:
        name: shown in the header and as the sender of mail.
        hue: of the brand colour, 0 to 359 degrees in OKLCH.
        chroma: its strength as a decimal string, "0" to "0.37".
        radius: rounding of corners in pixels.
    """

    name: str
    hue: int
    chroma: str
    radius: int


@dataclass(frozen=True, slots=True)
class TenantProfile:
    """A tenant as the other domains see it.

    Attributes:
        id: of the tenant.
        slug: its name in addresses, unique for good.
        name: of the operator.
        status: whether it serves anybody.
        jurisdiction: whose law applies, as the licence names it.
        features: what it runs.
        languages: of its screens and mails, the first is the default.
        currencies: by code; ``default_currency`` is one of them.
        default_currency: of members who choose none.
        minimum_age: in years, at registration.
        blocked_countries: two-letter codes from which nobody registers.
        time_zone: of its days and reports (IANA name).
        support_email: where people turn to.
        branding: how it looks.
    """

    id: TenantId
    slug: str
    name: str
    status: Status
    jurisdiction: str
    features: Features
    languages: tuple[str, ...]
    currencies: Mapping[str, Currency]
    default_currency: str
    minimum_age: int
    blocked_countries: frozenset[str]
    time_zone: str
    support_email: str
    branding: Branding

    def currency(self, code: str) -> Currency:
        """The currency of a code.

        Raises:
            UnknownCurrency: the tenant does not deal in it.
        """
        found = self.currencies.get(code)
        if found is None:
            offered = ", ".join(self.currencies)
            raise UnknownCurrency(f"This house deals in {offered}.", field="currency")
        return found


@dataclass(frozen=True, slots=True)
class TenantSeed:
    """What it takes to open a tenant; the fields are those of :class:`TenantProfile`."""

    slug: str
    name: str
    jurisdiction: str
    features: Features
    languages: tuple[str, ...]
    currencies: tuple[Currency, ...]
    minimum_age: int
    blocked_countries: frozenset[str]
    time_zone: str
    support_email: str
    branding: Branding
    hosts: tuple[str, ...] = ()


class Settings(BaseModel):
    """Base of a category of settings; the domain that owns it declares the fields with defaults.

    What a tenant changed is stored whole and read through this shape: a field added later has its
    default, one that was removed is passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    category: ClassVar[str]
    title: ClassVar[str]


@dataclass(frozen=True, slots=True)
class SettingVersion:
    """One state of a category of settings.

    Attributes:
        category: which settings.
        version: 1 for the first change by the tenant.
        value: all fields as they were set.
        changed_by_name: who set them.
        reason: why.
        created_at: when.
    """

    category: str
    version: int
    value: Mapping[str, Any]  # Any: JSON; the category's shape gives it meaning
    changed_by_name: str
    reason: str
    created_at: datetime
