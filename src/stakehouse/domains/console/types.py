"""The words of the console."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

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


class HouseStepKind(Enum):
    """What can happen to a house as a whole."""

    OPENED = "opened"
    SUSPENDED = "suspended"
    REINSTATED = "reinstated"
    SWITCHED = "switched"
    CLOSING_ASKED = "closing_asked"
    CLOSING_REJECTED = "closing_rejected"
    CLOSING_EXPIRED = "closing_expired"
    CLOSING_WITHDRAWN = "closing_withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a house as a whole.

    Attributes:
        at: when.
        kind: what.
        by: who did it; empty where nobody did.
        reason: what they said.
        runs: what the house runs since, where that was switched.
    """

    at: datetime
    kind: HouseStepKind
    by: str
    reason: str = ""
    runs: Features | None = None


@dataclass(frozen=True, slots=True)
class House:
    """A tenant with its figures.

    Attributes:
        tenant: itself.
        members: how many there are.
        staff: how many work there.
        remains: what is left in it.
        history: the latest of what happened to it, newest first.
    """

    tenant: TenantProfile
    members: int
    staff: int
    remains: Remains
    history: tuple[Step, ...]


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
