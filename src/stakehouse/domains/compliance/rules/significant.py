"""Which facts a regulator wants to hear of, and what the register says about them.

The seventeen kinds are those of GLI-19 2.8.8. What counts as large is the tenant's to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from fractions import Fraction
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from stakehouse.domains.compliance.types import Threshold
from stakehouse.domains.tenancy import Settings
from stakehouse.events.access import RoleGranted, RoleRevoked
from stakehouse.events.compliance import (
    AdjustmentBooked,
    MemberExcluded,
    NewcomerOnRegister,
    RegisterCleared,
    RegisterFellSilent,
)
from stakehouse.events.identity import MemberStandingChanged, RefreshTokenReused
from stakehouse.events.payments import DepositSucceeded, PaymentQuestioned, WithdrawalPaid
from stakehouse.events.play import JackpotWon, LargeWager, LargeWin
from stakehouse.events.tenancy import TenantStatusChanged
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.money import Currency, format_units


class EventKind(Enum):
    """A kind of significant event, its letter in GLI-19 2.8.8, and its name for people."""

    letter: str
    title: str

    def __new__(cls, code: str, letter: str, title: str) -> Self:
        """A member whose value is the code."""
        kind = object.__new__(cls)
        kind._value_ = code
        kind.letter = letter
        kind.title = title
        return kind

    FAILED_ACCESS = ("failed_access", "a", "Failed access")
    AUTHENTICATION_MISMATCH = ("authentication_mismatch", "b", "Authentication does not fit")
    UNAVAILABILITY = ("unavailability", "c", "Not available")
    LARGE_WIN = ("large_win", "d", "Large win")
    LARGE_WAGER = ("large_wager", "e", "Large wager")
    VOID = ("void", "f", "Void or override")
    LIVE_DATA = ("live_data", "g", "Live data changed")
    DOWNLOAD_LIBRARY = ("download_library", "h", "Download library changed")
    SYSTEM_PARAMETERS = ("system_parameters", "i", "System parameters changed")
    TIME = ("time", "j", "Master time changed")
    GAME_PARAMETERS = ("game_parameters", "k", "Game parameters changed")
    JACKPOT_PARAMETERS = ("jackpot_parameters", "l", "Jackpot parameters changed")
    INCENTIVE_PARAMETERS = ("incentive_parameters", "m", "Bonus parameters changed")
    MEMBER = ("member", "n", "Member's account")
    PERSONAL_DATA_LOST = ("personal_data_lost", "o", "Personal data lost")
    INTERVENTION = ("intervention", "p", "Intervention by hand")
    OTHER = ("other", "q", "Other")


KINDS = {kind.value: kind for kind in EventKind}
"""By code."""

BY_HAND = frozenset(
    {
        EventKind.UNAVAILABILITY,
        EventKind.VOID,
        EventKind.LIVE_DATA,
        EventKind.DOWNLOAD_LIBRARY,
        EventKind.TIME,
        EventKind.PERSONAL_DATA_LOST,
        EventKind.INTERVENTION,
        EventKind.OTHER,
    }
)
"""What people enter: the house does not learn of it by itself."""


class LargeAmounts(BaseModel):
    """From which amount something is large, in one currency."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    win: Threshold = Field(default="10000.00", title="Win of a round")
    wager: Threshold = Field(default="1000.00", title="Stake of a round")
    day_wagers: Threshold = Field(default="20000.00", title="Stakes of a member in a day")
    transaction: Threshold = Field(default="5000.00", title="Deposit or payout")


class SignificanceSettings(Settings):
    """What the register of significant events takes for large."""

    category: ClassVar[str] = "significant_events"
    title: ClassVar[str] = "Significant events"

    amounts: LargeAmounts = Field(default_factory=LargeAmounts, title="Large amounts")
    by_currency: dict[Annotated[str, Field(pattern="^[A-Z0-9]{3,8}$")], LargeAmounts] = Field(
        default_factory=dict, title="Other amounts for single currencies, by code"
    )

    def of(self, currency: str) -> LargeAmounts:
        """The amounts of a currency."""
        return self.by_currency.get(currency, self.amounts)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the register.

    Attributes:
        kind: which of the seventeen.
        summary: what happened, in a sentence.
        member_id: whom it concerns, if anybody.
        subject: what it concerns, ``kind:id``.
        facts: figures and names, JSON-ready.
        before: what was, where something changed.
        after: what is now.
    """

    kind: EventKind
    summary: str
    member_id: UUID | None = None
    subject: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as it lies in the register.

    Attributes:
        id: of the entry.
        at: when it happened.
        recorded_at: when the register took it in.
        recorded_by: the house, or the person who entered it.
    """

    id: UUID
    at: datetime
    recorded_at: datetime
    recorded_by: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What to look for; ``None`` leaves a field open."""

    kind: EventKind | None = None
    member_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


FACTS: tuple[type[Fact], ...] = (
    LargeWin,
    LargeWager,
    JackpotWon,
    AdjustmentBooked,
    MemberExcluded,
    NewcomerOnRegister,
    RegisterCleared,
    RegisterFellSilent,
    MemberStandingChanged,
    RefreshTokenReused,
    RoleGranted,
    RoleRevoked,
    DepositSucceeded,
    WithdrawalPaid,
    PaymentQuestioned,
    TenantStatusChanged,
)
"""The facts that may be significant by themselves."""

PARAMETERS = {
    "games": EventKind.GAME_PARAMETERS,
    "jackpots": EventKind.JACKPOT_PARAMETERS,
    "bonuses": EventKind.INCENTIVE_PARAMETERS,
}
"""What a change of a category of settings is; of the others, a change of system parameters."""


def least_units(amount: str, scale: int) -> int:
    """A threshold in the smallest units of a currency, rounded up."""
    exact = Fraction(amount) * 10**scale
    return int(-(-exact.numerator // exact.denominator))


def entry_of(  # noqa: C901, PLR0911, PLR0912 - one line a fact; splitting would hide the list
    fact: Fact, settings: SignificanceSettings, currencies: Mapping[str, Currency]
) -> Entry | None:
    """What the register says about a fact; ``None`` where it is not significant."""
    match fact:
        case LargeWin():
            return _round(EventKind.LARGE_WIN, fact, f"A round of {fact.game} won", fact.payout, currencies)
        case LargeWager():
            return _round(
                EventKind.LARGE_WAGER, fact, f"A round of {fact.game} was staked with", fact.stake, currencies
            )
        case JackpotWon():
            money = _money(fact.amount, fact.currency, currencies)
            return Entry(
                EventKind.LARGE_WIN,
                f"A jackpot of {money} was won.",
                fact.member_id,
                f"round:{fact.round_id}",
                {"amount": money, "jackpot_id": str(fact.jackpot_id)},
            )
        case AdjustmentBooked():
            change = f"{format_units(fact.units, fact.scale)} {fact.currency}"
            after = f"{format_units(fact.balance_after, fact.scale)} {fact.currency}"
            is_negative = fact.balance_after < 0
            return Entry(
                EventKind.MEMBER,
                f"A balance was adjusted by {change}" + (" and is negative." if is_negative else "."),
                fact.member_id,
                f"adjustment:{fact.adjustment_id}",
                {"amount": change, "account": fact.account, "is_negative": is_negative},
                {
                    "balance": f"{format_units(fact.balance_after - fact.units, fact.scale)} {fact.currency}",
                },
                {"balance": after},
            )
        case MemberExcluded():
            until = "for good" if fact.until is None else f"until {fact.until:%-d %B %Y, %H:%M} UTC"
            return Entry(
                EventKind.MEMBER,
                f"A member is kept out {until} ({fact.kind.replace('_', '-')}).",
                fact.member_id,
                f"member:{fact.member_id}",
                {"kind": fact.kind},
            )
        case RegisterFellSilent():
            return Entry(
                EventKind.UNAVAILABILITY,
                "The national register of exclusions does not answer; nobody new comes in.",
                subject=f"register:{fact.register}",
            )
        case NewcomerOnRegister():
            return Entry(
                EventKind.MEMBER,
                "Somebody on the national register of exclusions wanted to register and was refused.",
                subject=f"register:{fact.register}",
            )
        case RegisterCleared():
            return Entry(
                EventKind.MEMBER,
                "The national register has taken a member off.",
                fact.member_id,
                f"member:{fact.member_id}",
                {"register": fact.register},
            )
        case MemberStandingChanged():
            return Entry(
                EventKind.MEMBER,
                f"A member's account is {fact.standing} now: {fact.reason}",
                fact.member_id,
                f"member:{fact.member_id}",
                after={"standing": fact.standing},
            )
        case RefreshTokenReused():
            return Entry(
                EventKind.AUTHENTICATION_MISMATCH,
                "A spent token came back: two held it, and its session was ended.",
                None,
                f"session:{fact.session_id}",
                {"address": fact.address, "user_id": str(fact.user_id)},
            )
        case RoleGranted() | RoleRevoked():
            verb = "given" if isinstance(fact, RoleGranted) else "taken from"
            return Entry(
                EventKind.SYSTEM_PARAMETERS,
                f"The role {fact.role} was {verb} a member of staff.",
                None,
                f"user:{fact.user_id}",
                {"role": fact.role},
            )
        case DepositSucceeded() | WithdrawalPaid():
            if fact.units < least_units(settings.of(fact.currency).transaction, fact.scale):
                return None
            what = "deposited" if isinstance(fact, DepositSucceeded) else "paid out"
            money = f"{format_units(fact.units, fact.scale)} {fact.currency}"
            return Entry(
                EventKind.MEMBER,
                f"{money} {what} in one transaction.",
                fact.member_id,
                f"payment:{fact.payment_id}",
                {"amount": money, "method": fact.method, "reference": fact.reference},
            )
        case PaymentQuestioned():
            return Entry(
                EventKind.INTERVENTION,
                f"A payment needs a person: {fact.question}",
                fact.member_id,
                f"payment:{fact.payment_id}",
                {"reference": fact.reference},
            )
        case TenantStatusChanged():
            return Entry(
                EventKind.UNAVAILABILITY if fact.status != "active" else EventKind.SYSTEM_PARAMETERS,
                f"The house is {fact.status} now.",
                None,
                f"tenant:{fact.tenant_id}",
                after={"status": fact.status},
            )
        case _:
            return None


def setting_entry(
    category: str, version: int, before: Mapping[str, object], after: Mapping[str, object]
) -> Entry:
    """What the register says of a category of settings that was changed."""
    changed = sorted(name for name in after if after[name] != before.get(name))
    return Entry(
        PARAMETERS.get(category, EventKind.SYSTEM_PARAMETERS),
        f"The settings {category} were changed: {', '.join(changed) or 'nothing'}.",
        None,
        f"setting:{category}",
        {"version": version},
        {name: before.get(name) for name in changed},
        {name: after[name] for name in changed},
    )


def day_wagers_entry(member_id: UUID, day: str, money: str) -> Entry:
    """What the register says of a member who staked a large sum in a day."""
    return Entry(
        EventKind.LARGE_WAGER,
        f"A member staked {money} on {day}.",
        member_id,
        f"member:{member_id}",
        {"amount": money, "day": day},
    )


def _round(
    kind: EventKind, fact: LargeWin | LargeWager, start: str, units: int, currencies: Mapping[str, Currency]
) -> Entry:
    money = _money(units, fact.currency, currencies)
    return Entry(
        kind,
        f"{start} {money}.",
        fact.member_id,
        f"round:{fact.round_id}",
        {"game": fact.game, "amount": money, "stake": _money(fact.stake, fact.currency, currencies)},
    )


def _money(units: int, code: str, currencies: Mapping[str, Currency]) -> str:
    return f"{format_units(units, currencies[code].scale)} {code}"
