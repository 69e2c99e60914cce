"""The words of the console."""

from dataclasses import dataclass
from datetime import datetime

from stakehouse.domains.tenancy import Features, TenantProfile
from stakehouse.kernel.ids import UserId
from stakehouse.kernel.money import Currency


@dataclass(frozen=True, slots=True)
class Owed:
    """What a house owes its members in one currency.

    Attributes:
        currency: of the balances.
        units: their sum.
        members: how many have a balance.
    """

    currency: Currency
    units: int
    members: int


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left in a house.

    Attributes:
        open_rounds: rounds that are not settled.
        open_payments: deposits and withdrawals under way.
        owed: balances of members, by currency.
    """

    open_rounds: int
    open_payments: int
    owed: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class House:
    """A tenant with its figures.

    Attributes:
        tenant: itself.
        members: how many there are.
        staff: how many work there.
        remains: what is left in it.
    """

    tenant: TenantProfile
    members: int
    staff: int
    remains: Remains


@dataclass(frozen=True, slots=True)
class NewHouse:
    """What it takes to open a house."""

    slug: str
    name: str
    jurisdiction: str
    features: Features
    languages: tuple[str, ...]
    currencies: tuple[Currency, ...]
    time_zone: str
    support_email: str
    owner_email: str
    owner_name: str
    minimum_age: int = 18
    blocked_countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Invitation:
    """An owner's invitation as it is kept.

    Attributes:
        user_id: whom it makes able to sign in.
        email: where it was sent.
        is_new: whether the person had no sign-in before and chooses a password with it.
        expires_at: until when it can be used.
        used_at: when it was.
    """

    user_id: UserId
    email: str
    is_new: bool
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class InvitationMail:
    """The job's arguments: the token is sealed."""

    email: str
    name: str
    sealed: bytes
    is_new: bool
