"""The words of compliance: limits and what was used of them, exclusions, adjustments."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from stakehouse.domains.identity import Standing
from stakehouse.domains.ledger import WalletKind
from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Money


class LimitKind(Enum):
    """What a limit bounds."""

    DEPOSIT = "deposit"
    LOSS = "loss"
    WAGER = "wager"


class Period(Enum):
    """The calendar span of a limit, in the member's time zone; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class AccountState(Enum):
    """How an account stands for whoever looks at it: its standing, or the protection laid over it."""

    PENDING = "pending"
    ACTIVE = "active"
    LIMITED = "limited"
    SUSPENDED = "suspended"
    TIME_OUT = "time_out"
    EXCLUDED = "excluded"
    INACTIVE = "inactive"
    CLOSED = "closed"


class ExclusionKind(Enum):
    """The two protections that keep a member out."""

    TIME_OUT = "time_out"
    SELF_EXCLUSION = "self_exclusion"


class Term(Enum):
    """How long a self-exclusion lasts: ISO 8601 durations, or for good."""

    SIX_MONTHS = "P6M"
    ONE_YEAR = "P1Y"
    TWO_YEARS = "P2Y"
    FIVE_YEARS = "P5Y"
    FOREVER = "forever"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A time-out or self-exclusion.

    Attributes:
        kind: which of the two.
        since: when the member asked; it binds from that moment.
        until: when it ends; ``None`` for good.
    """

    kind: ExclusionKind
    since: datetime
    until: datetime | None

    def binds(self, now: datetime) -> bool:
        """Whether it keeps the member out at this moment."""
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True)
class Protection:
    """What protects one member.

    Attributes:
        standing: identity's, followed by its news.
        time_zone: IANA name; the calendar of the member's limits.
        exclusion: the last one asked for, in force or over.
    """

    standing: Standing
    time_zone: str
    exclusion: Exclusion | None


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A raise or removal that waits.

    Attributes:
        units: the limit asked for; ``None`` asks for its removal.
        effective_from: the earliest moment at which it may be confirmed.
    """

    units: int | None
    effective_from: datetime


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a member in one currency.

    Attributes:
        kind: what it bounds.
        period: per day, week or month.
        currency: the code; amounts of other currencies do not count.
        scale: decimals of the currency.
        units: the limit in force, ``None`` if there is none.
        pending: a looser one that waits for its time and for confirmation.
    """

    kind: LimitKind
    period: Period
    currency: str
    scale: int
    units: int | None = None
    pending: PendingChange | None = None


@dataclass(frozen=True, slots=True)
class LimitState:
    """A limit, and how much of it the current period has used (never below zero)."""

    limit: Limit
    used: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What a member did in one currency since joining, in the smallest unit."""

    currency: str
    wagered: int
    won: int
    deposited: int


class LimitSettings(Settings):
    """How the tenant handles limits."""

    category: ClassVar[str] = "limits"
    title: ClassVar[str] = "Limits"

    cooling_off_hours: int = Field(
        24, ge=24, le=24 * 31, title="Hours before a raised or removed limit may be confirmed"
    )


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A correction of a member's balance by staff, as it was booked.

    Attributes:
        id: of the adjustment; that of its approval if a second person released it.
        account: which of the member's accounts.
        money: what was added; negative where it was taken.
        balance: of the account afterwards, in the smallest unit.
    """

    id: UUID
    member_id: MemberId
    account: WalletKind
    money: Money
    balance: int
    reason: str
    created_at: datetime


Threshold = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?$")]
"""An amount as a decimal string whose currency stands elsewhere; up to eight decimals."""


class AdjustmentSettings(Settings):
    """When a correction of a balance needs a second person."""

    category: ClassVar[str] = "adjustments"
    title: ClassVar[str] = "Adjustments"

    threshold: Threshold = Field(
        default="100.00",
        title="Amount from which a second person must approve; in currencies other than fiat, always",
    )
    by_currency: dict[Annotated[str, Field(pattern="^[A-Z0-9]{3,8}$")], Threshold] = Field(
        default_factory=dict, title="Other amounts for single currencies, by code"
    )
