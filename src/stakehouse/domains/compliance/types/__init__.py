"""The words of compliance: limits and what was used of them, exclusions, adjustments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Annotated, ClassVar, NamedTuple
from uuid import UUID

from pydantic import Field

from stakehouse.domains.identity import Standing
from stakehouse.domains.ledger import WalletKind
from stakehouse.domains.tenancy import LimitPrompt, Settings
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Money


class LimitKind(Enum):
    """What a limit bounds."""

    DEPOSIT = "deposit"
    LOSS = "loss"
    WAGER = "wager"
    SESSION_TIME = "session_time"

    @property
    def is_money(self) -> bool:
        """Whether it bounds an amount of a currency; otherwise minutes of play."""
        return self is not LimitKind.SESSION_TIME


class Period(Enum):
    """The calendar span of a limit, in the member's time zone; weeks begin on Monday.

    A session of play is no calendar's: it begins with a bet and is over when nothing was bet or won
    for a quarter of an hour. Only session time knows it.
    """

    SESSION = "session"
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


class ThirdParty(Enum):
    """Who may ask that somebody else be kept out."""

    COURT = "court"
    AUTHORITY = "authority"
    FAMILY = "family"
    OTHER = "other"

    @property
    def title(self) -> str:
        """In a sentence."""
        return {"court": "a court", "authority": "an authority", "family": "the family"}.get(
            self.value, "somebody else"
        )


class ExclusionKind(Enum):
    """The protections that keep a member out."""

    TIME_OUT = "time_out"
    SELF_EXCLUSION = "self_exclusion"

    ELSEWHERE = "excluded"
    """A self-exclusion in every house, asked for in another one; this house knows no more of it."""

    REGISTER = "national_register"
    """On the national register of the law the house is under; it ends there and nowhere else."""


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
        until: when its term ends; ``None`` for good.
        is_wide: whether it was asked for in every house of the platform.
        returns_at: when the member, having asked after the term, may play again.
    """

    kind: ExclusionKind
    since: datetime
    until: datetime | None
    is_wide: bool = False
    returns_at: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Whether its term has run out."""
        return self.until is not None and now >= self.until

    def binds(self, now: datetime) -> bool:
        """Whether it keeps the member out: a time-out until its end, the others until the return."""
        if not self.is_over(now):
            return True
        if self.kind is ExclusionKind.TIME_OUT:
            return False
        return self.returns_at is None or now < self.returns_at


@dataclass(frozen=True, slots=True)
class Protection:
    """What protects one member.

    Attributes:
        standing: identity's, followed by its news.
        time_zone: IANA name; the calendar of the member's limits.
        exclusion: the last one asked for, in force or over.
        reality_minutes: how often the member wants to be asked; ``None`` for the house's default.
        reality_checked_at: when the member last answered a reality check and went on.
        birth_date: as the wallet engine knows it; ``None`` where no law makes it ask.
        register_since: since when a national register keeps the member out; ``None`` if it does not.
    """

    standing: Standing
    time_zone: str
    exclusion: Exclusion | None
    reality_minutes: int | None = None
    reality_checked_at: datetime | None = None
    birth_date: date | None = None
    register_since: datetime | None = None

    @property
    def listed(self) -> Exclusion | None:
        """What a national register says, beside what the member chose: so neither ends the other."""
        if self.register_since is None:
            return None
        return Exclusion(ExclusionKind.REGISTER, self.register_since, None)


class RealityBand(NamedTuple):
    """How often members are asked whether they want to go on playing, in minutes.

    Attributes:
        default: for members who chose nothing.
        least: the least that a member may choose.
        most: the most that a member may choose.
    """

    default: int
    least: int
    most: int

    def minutes(self, chosen: int | None) -> int:
        """The interval that holds for a member; a choice outside the band counts as its nearest edge."""
        return self.default if chosen is None else min(max(chosen, self.least), self.most)


@dataclass(frozen=True, slots=True)
class PlaySession:
    """The session of play a member is in.

    Attributes:
        since: when it began.
        last_at: when something was bet or won last.
        results: by currency code, what was wagered and won in it.
    """

    since: datetime
    last_at: datetime
    results: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PlayClock:
    """What the screens of play show, and when play stops to ask.

    Attributes:
        session: the present session of play; ``None`` while none runs.
        played: time played in the present day, week and month.
        minutes: after how many minutes of play the member is asked.
        band: what the member may choose.
        due_at: when the next question is due; ``None`` while no session runs.
    """

    session: PlaySession | None
    played: Sequence[timedelta]
    minutes: int
    band: RealityBand
    due_at: datetime | None


class RealityAnswer(Enum):
    """What a member says to a reality check."""

    CONTINUE = "continue"
    STOP = "stop"


CONFIRM_WITHIN = timedelta(days=7)
"""A loosened limit that nobody confirms so long after its wait is forgotten."""


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A raise or removal that waits.

    Attributes:
        units: the limit asked for; ``None`` asks for its removal.
        effective_from: the earliest moment at which it may be confirmed.
    """

    units: int | None
    effective_from: datetime

    @property
    def lapses_at(self) -> datetime:
        """When it is too late to confirm it."""
        return self.effective_from + CONFIRM_WITHIN


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a member: of an amount in one currency, or of minutes of play.

    Attributes:
        kind: what it bounds.
        period: per day, week, month or session.
        currency: the code; amounts of other currencies do not count. Empty for session time.
        scale: decimals of the currency; 0 for session time.
        units: the limit in force, ``None`` if there is none.
        pending: a looser one that waits for its time and for confirmation.
        is_of_house: whether staff tightened it; the member alone cannot loosen it then.
    """

    kind: LimitKind
    period: Period
    currency: str
    scale: int
    units: int | None = None
    pending: PendingChange | None = None
    is_of_house: bool = False


class PromptAnswer(Enum):
    """What a member says when asked for a deposit limit."""

    LIMIT = "limit"
    NONE = "none"


class PromptSource(Enum):
    """Where the member was when the house asked."""

    REGISTRATION = "registration"
    CASHIER = "cashier"


@dataclass(frozen=True, slots=True)
class PromptAnswered:
    """What a member answered, where, and when."""

    answer: PromptAnswer
    source: PromptSource
    at: datetime


@dataclass(frozen=True, slots=True)
class DepositPrompt:
    """Whether a member is asked for a deposit limit.

    Attributes:
        law: what the law of the house wants.
        currency: the one that would be deposited.
        is_open: whether the member still has to answer before a deposit.
        answered: the last answer; ``None`` where the question was never answered.
    """

    law: LimitPrompt
    currency: str
    is_open: bool
    answered: PromptAnswered | None


@dataclass(frozen=True, slots=True)
class LimitState:
    """A limit, and how much of it the current period has used (never below zero)."""

    limit: Limit
    used: int


@dataclass(frozen=True, slots=True)
class ProtectionChange:
    """A limit, an exclusion or a reality check, as it was set, asked for, answered or ended.

    Attributes:
        act: ``limit.changed``, ``member.excluded``, ``reality_check.answered`` and so on.
        before: what changed, as it was; ``None`` where nothing was.
        after: the same from then on.
        reason: why; empty where the member acted.
        actor_kind: ``member``, ``staff``, ``system`` or ``nobody``, who was at the door.
    """

    id: UUID
    at: datetime
    act: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    reason: str
    actor_kind: str
    actor_name: str


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
