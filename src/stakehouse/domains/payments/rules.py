"""The decisions of payments, pure: the state table, what a report changes, who may withdraw."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from typing import assert_never
from zoneinfo import ZoneInfo

from stakehouse.domains.payments.errors import DestinationRefused, WrongState
from stakehouse.domains.payments.types import (
    Check,
    Direction,
    Limits,
    Payment,
    PaymentStatus,
    Report,
    Verdict,
)
from stakehouse.kernel.money import InvalidAmount, format_units, parse_units

_UNPAID = frozenset({PaymentStatus.FAILED, PaymentStatus.CANCELLED, PaymentStatus.EXPIRED})

EDGES: Mapping[Direction, Mapping[PaymentStatus, frozenset[PaymentStatus]]] = {
    Direction.DEPOSIT: {
        PaymentStatus.CREATED: frozenset(
            {PaymentStatus.PENDING, PaymentStatus.PROCESSING, PaymentStatus.SUCCEEDED}
        )
        | _UNPAID,
        PaymentStatus.PENDING: frozenset({PaymentStatus.PROCESSING, PaymentStatus.SUCCEEDED}) | _UNPAID,
        PaymentStatus.PROCESSING: frozenset({PaymentStatus.SUCCEEDED}) | _UNPAID,
        # Money that came late has come: it is the member's, whatever we had concluded before.
        PaymentStatus.FAILED: frozenset({PaymentStatus.SUCCEEDED}),
        PaymentStatus.CANCELLED: frozenset({PaymentStatus.SUCCEEDED}),
        PaymentStatus.EXPIRED: frozenset({PaymentStatus.SUCCEEDED}),
        PaymentStatus.SUCCEEDED: frozenset(
            {PaymentStatus.PARTLY_REFUNDED, PaymentStatus.REFUNDED, PaymentStatus.CHARGED_BACK}
        ),
        PaymentStatus.PARTLY_REFUNDED: frozenset({PaymentStatus.REFUNDED, PaymentStatus.CHARGED_BACK}),
        PaymentStatus.REFUNDED: frozenset(),
        PaymentStatus.CHARGED_BACK: frozenset(),
    },
    Direction.WITHDRAWAL: {
        PaymentStatus.REQUESTED: frozenset(
            {PaymentStatus.IN_REVIEW, PaymentStatus.APPROVED, PaymentStatus.REJECTED, PaymentStatus.CANCELLED}
        ),
        PaymentStatus.IN_REVIEW: frozenset(
            {PaymentStatus.APPROVED, PaymentStatus.REJECTED, PaymentStatus.CANCELLED}
        ),
        PaymentStatus.APPROVED: frozenset({PaymentStatus.PROCESSING}),
        PaymentStatus.PROCESSING: frozenset({PaymentStatus.PAID, PaymentStatus.FAILED}),
        PaymentStatus.PAID: frozenset(),
        PaymentStatus.FAILED: frozenset(),
        PaymentStatus.REJECTED: frozenset(),
        PaymentStatus.CANCELLED: frozenset(),
    },
}
"""For each state the ones that may follow. A state never goes back: the edges form no circle."""

OPEN: Mapping[Direction, frozenset[PaymentStatus]] = {
    Direction.DEPOSIT: frozenset({PaymentStatus.CREATED, PaymentStatus.PENDING, PaymentStatus.PROCESSING}),
    Direction.WITHDRAWAL: frozenset(
        {PaymentStatus.REQUESTED, PaymentStatus.IN_REVIEW, PaymentStatus.APPROVED, PaymentStatus.PROCESSING}
    ),
}
"""States in which a payment may still become what it was meant to be."""

_MEANING: Mapping[Direction, Mapping[Verdict, PaymentStatus]] = {
    Direction.DEPOSIT: {
        Verdict.PENDING: PaymentStatus.PENDING,
        Verdict.PROCESSING: PaymentStatus.PROCESSING,
        Verdict.SUCCEEDED: PaymentStatus.SUCCEEDED,
        Verdict.FAILED: PaymentStatus.FAILED,
        Verdict.CANCELLED: PaymentStatus.CANCELLED,
        Verdict.EXPIRED: PaymentStatus.EXPIRED,
    },
    # A payout that the gateway has cancelled or let lapse is one that failed: the money is still ours.
    Direction.WITHDRAWAL: {
        Verdict.PENDING: PaymentStatus.PROCESSING,
        Verdict.PROCESSING: PaymentStatus.PROCESSING,
        Verdict.SUCCEEDED: PaymentStatus.PAID,
        Verdict.FAILED: PaymentStatus.FAILED,
        Verdict.CANCELLED: PaymentStatus.FAILED,
        Verdict.EXPIRED: PaymentStatus.FAILED,
    },
}

_BEFORE_PAYOUT = frozenset(
    {
        PaymentStatus.REQUESTED,
        PaymentStatus.IN_REVIEW,
        PaymentStatus.APPROVED,
        PaymentStatus.REJECTED,
        PaymentStatus.CANCELLED,
    }
)
"""States in which no payout was ever ordered, so no gateway can know of one."""


class Effect(Enum):
    """What a step does to the books."""

    NONE = "none"
    CREDIT = "credit"
    CAPTURE = "capture"
    RELEASE = "release"


class Ignored(Enum):
    """Why a report changes nothing."""

    DUPLICATE = "duplicate"
    STALE = "stale"
    AMOUNT_DIFFERS = "amount_differs"
    UNKNOWN_STATUS = "unknown_status"
    CONTRADICTION = "contradiction"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class Step:
    """A change of state with its effect on the books and its reason."""

    to: PaymentStatus
    effect: Effect
    reason: str


@dataclass(frozen=True, slots=True)
class Ignore:
    """No change, and why; ``attention`` says what a person of finance has to look into."""

    why: Ignored
    attention: str = ""


def answer_to(payment: Payment, report: Report) -> Step | Ignore:
    """What changes when a gateway reports on a payment.

    Total over every pair of state and report. It promises: at most one credit, capture or release
    in any history; a failure after a success changes nothing; a vendor's unknown word changes
    nothing; a success of another amount or currency credits nothing and calls a person.
    """
    if report.direction is not payment.direction:
        return Ignore(
            Ignored.CONTRADICTION, "The gateway reports on this reference as another kind of payment."
        )
    match report.verdict:
        case Verdict.UNKNOWN:
            return Ignore(Ignored.UNKNOWN_STATUS)
        case Verdict.REVERSED:
            return Ignore(
                Ignored.REVERSAL,
                f"The gateway says the money went back ({report.vendor_status}); "
                "the books have not followed.",
            )
        case _:
            return _move(payment, report, _MEANING[payment.direction][report.verdict])


def _move(payment: Payment, report: Report, to: PaymentStatus) -> Step | Ignore:
    if payment.direction is Direction.WITHDRAWAL and payment.status in _BEFORE_PAYOUT:
        return Ignore(
            Ignored.CONTRADICTION,
            f"The gateway reports on a payout that is {payment.status.value} here.",
        )
    if to is payment.status:
        return Ignore(Ignored.DUPLICATE)
    if to not in EDGES[payment.direction][payment.status]:
        return _out_of_turn(payment, to)
    moves_money_in_or_out = to in (PaymentStatus.SUCCEEDED, PaymentStatus.PAID)
    if moves_money_in_or_out and not _same_amount(payment, report):
        return Ignore(
            Ignored.AMOUNT_DIFFERS,
            f"The gateway reports {report.amount} {report.currency}, "
            f"we asked for {payment.amount} {payment.currency.code}.",
        )
    return Step(to, _effect(to, payment.direction), _reason(payment, report, to))


def _out_of_turn(payment: Payment, to: PaymentStatus) -> Ignore:
    """A report that may not move the payment: late news, or a contradiction with what we booked."""
    contradicts = {
        (
            PaymentStatus.FAILED,
            PaymentStatus.PAID,
        ): "The gateway says it paid after it had said the payout failed; the money is back with the member.",
        (
            PaymentStatus.PAID,
            PaymentStatus.FAILED,
        ): "The gateway says a payout failed after it had said it was paid.",
    }
    attention = contradicts.get((payment.status, to), "")
    return Ignore(Ignored.CONTRADICTION if attention else Ignored.STALE, attention)


def _effect(to: PaymentStatus, direction: Direction) -> Effect:
    match direction:
        case Direction.DEPOSIT:
            return Effect.CREDIT if to is PaymentStatus.SUCCEEDED else Effect.NONE
        case Direction.WITHDRAWAL:
            outcomes = {PaymentStatus.PAID: Effect.CAPTURE, PaymentStatus.FAILED: Effect.RELEASE}
            return outcomes.get(to, Effect.NONE)
    assert_never(direction)


def _reason(payment: Payment, report: Report, to: PaymentStatus) -> str:
    """A sentence for the member, where there is something to say."""
    if to is PaymentStatus.SUCCEEDED and payment.status in _UNPAID:
        return f"Paid after the deposit was {payment.status.value}."
    return report.reason if to in _UNPAID else ""


def _same_amount(payment: Payment, report: Report) -> bool:
    if report.currency != payment.currency.code:
        return False
    try:
        return parse_units(report.amount, payment.currency.scale) == payment.amount.units
    except InvalidAmount:
        return False


def ensure_edge(payment: Payment, to: PaymentStatus) -> None:
    """Refuses an act of a person that does not fit the payment's state.

    Raises:
        WrongState: the state table has no such edge.
    """
    if to not in EDGES[payment.direction][payment.status]:
        now, asked = payment.status.value.replace("_", " "), to.value.replace("_", " ")
        ending = " already." if payment.status is to else f"; it cannot become {asked} any more."
        raise WrongState(
            f"This {payment.direction.value} is {now}{ending}", facts={"payment_status": payment.status.value}
        )


# Waits before the gateway is asked again about a payment whose end we have not heard of. The first
# looks come soon after the usual time, so a lost notice costs minutes and not the payment.
LOOK_AFTER: Mapping[Direction, tuple[timedelta, ...]] = {
    Direction.DEPOSIT: tuple(timedelta(seconds=s) for s in (20, 40, 120, 300, 900, 1800, 3600, 21600)),
    Direction.WITHDRAWAL: tuple(timedelta(seconds=s) for s in (30, 120, 600, 3600, 21600)),
}
LOOK_EVERY = timedelta(days=1)
LOOKS_MAX = 14


def next_look(direction: Direction, looks: int) -> timedelta | None:
    """How long to wait before the gateway is asked again; ``None`` once a person must take over."""
    if looks >= LOOKS_MAX:
        return None
    steps = LOOK_AFTER[direction]
    return steps[looks] if looks < len(steps) else LOOK_EVERY


NOTICE_RETRIES: tuple[timedelta, ...] = tuple(timedelta(seconds=s) for s in (5, 30, 120, 600, 3600))
"""Waits before a notice with an unknown reference is tried again; then finance is shown it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Smallest and largest amount of one payment, in units."""

    minimum: int
    maximum: int


def bounds(gateway: Limits, minimum: str | None, maximum: str | None, scale: int) -> Bounds:
    """The bounds that hold: the narrower of the gateway's and the tenant's."""
    low, high = (_units(text, scale) for text in (gateway.minimum, gateway.maximum))
    if minimum is not None:
        low = max(low, _units(minimum, scale))
    if maximum is not None:
        high = min(high, _units(maximum, scale))
    return Bounds(low, max(low, high))


def _units(text: str, scale: int) -> int:
    """Units of a bound; decimals a coarser currency lacks are dropped."""
    whole, _, rest = text.partition(".")
    return parse_units(f"{whole}.{rest[:scale]}" if rest[:scale] else whole, scale)


def day_start(now: datetime, time_zone: str) -> datetime:
    """The last midnight of a time zone."""
    return datetime.combine(now.astimezone(ZoneInfo(time_zone)).date(), time(), ZoneInfo(time_zone))


_CARD_LENGTHS = (15, 16)
_CARD_STARTS = ("3", "4", "5", "6")
_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,@+_/:-]{2,62}[A-Za-z0-9]", re.ASCII)


def account_of(text: str) -> str:
    """The account of a withdrawal's destination, with single blanks.

    Raises:
        DestinationRefused: it is no account, or looks like the number of a payment card, which
            must never come near this house.
    """
    account = " ".join(text.split())
    if not _ACCOUNT.fullmatch(account):
        raise DestinationRefused(
            "Give the account as 4 to 64 letters, digits, blanks or . , @ + _ / : -", field="destination"
        )
    digits = account.replace(" ", "").replace("-", "")
    if len(digits) in _CARD_LENGTHS and digits.startswith(_CARD_STARTS) and _is_luhn(digits):
        raise DestinationRefused(
            "This looks like a card number. Give an account number; card numbers are not taken here.",
            field="destination",
        )
    return account


def _is_luhn(digits: str) -> bool:
    """Whether the last digit checks the others, as on payment cards (ISO/IEC 7812-1)."""
    if not digits.isdecimal():
        return False
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0  # noqa: PLR2004 - decimal


@dataclass(frozen=True, slots=True)
class WithdrawalFacts:
    """What is known when somebody asks, or might ask, for a withdrawal.

    Attributes:
        available: units in the main account.
        bounds: of one withdrawal.
        daily_left: units the tenant still allows today; ``None`` for no daily maximum.
        standing: of the member.
        is_cleared: whether the member counts as verified.
        demands_kyc: whether the tenant pays out only to verified members.
        is_frozen: whether compliance froze the account.
        without_kyc: the most that is paid to others; ``None`` for no such bound.
        kyc_sentence: what the member should do about it.
    """

    available: int
    bounds: Bounds
    daily_left: int | None
    standing: str
    is_cleared: bool
    demands_kyc: bool
    is_frozen: bool = False
    without_kyc: int | None = None
    kyc_sentence: str = ""


class Hindrance(Enum):
    """Why a withdrawal is not possible now."""

    ACCOUNT_SUSPENDED = "account_suspended"
    WITHDRAWALS_PAUSED = "withdrawals_paused"
    KYC_REQUIRED = "kyc_required"
    BELOW_MINIMUM = "below_minimum"
    DAILY_SUM_REACHED = "daily_sum_reached"


VERIFIED = "verified"
# Exclusion is no standing: it keeps a person from playing, never from taking their own money home.
_MAY_WITHDRAW = frozenset({"pending", "active", "limited", "inactive"})


def passes_without_kyc(facts: WithdrawalFacts, units: int) -> bool:
    """Whether an amount is beyond what is paid to members who are not verified."""
    return not facts.is_cleared and facts.without_kyc is not None and units > facts.without_kyc


def hindrances(facts: WithdrawalFacts) -> list[Hindrance]:
    """Everything that stands in the way of any withdrawal at all, gravest first."""
    found = []
    if facts.standing not in _MAY_WITHDRAW:
        found.append(Hindrance.ACCOUNT_SUSPENDED)
    if facts.is_frozen:
        found.append(Hindrance.WITHDRAWALS_PAUSED)
    if not facts.is_cleared and (facts.demands_kyc or passes_without_kyc(facts, facts.bounds.minimum)):
        found.append(Hindrance.KYC_REQUIRED)
    if facts.available < facts.bounds.minimum:
        found.append(Hindrance.BELOW_MINIMUM)
    if facts.daily_left is not None and facts.daily_left < facts.bounds.minimum:
        found.append(Hindrance.DAILY_SUM_REACHED)
    return found


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What the automatic checks look at.

    Attributes:
        units: of the withdrawal.
        member_since: when the member joined.
        kyc_status: of the member.
        deposited: units ever deposited in this currency.
        withdrawn: units ever paid out or on their way in this currency, without this one.
        requests_of_the_day: withdrawals asked for in the last 24 hours, without this one.
        destination_paid_before: whether an earlier withdrawal went there.
        shared_destination: whether another member has used the same destination.
        is_stopped: whether a case of compliance stops payouts.
    """

    units: int
    member_since: datetime
    kyc_status: str
    deposited: int
    withdrawn: int
    requests_of_the_day: int
    destination_paid_before: bool
    shared_destination: bool
    is_stopped: bool = False


NEW_MEMBER_FOR = timedelta(days=7)
REQUESTS_PER_DAY = 3
WIN_FACTOR = 10


def risk_checks(facts: RiskFacts, *, scale: int, now: datetime) -> tuple[Check, ...]:
    """The questions a reviewer would ask first, answered from the books."""
    took_out = facts.withdrawn + facts.units
    return (
        Check("kyc_verified", facts.kyc_status == VERIFIED, f"Identity check: {facts.kyc_status}."),
        Check(
            "known_destination",
            facts.destination_paid_before,
            "Paid to this destination before."
            if facts.destination_paid_before
            else "First withdrawal to this destination.",
        ),
        Check(
            "own_destination",
            not facts.shared_destination,
            "Another member has used this destination."
            if facts.shared_destination
            else "Nobody else has used this destination.",
        ),
        Check(
            "established_member",
            now - facts.member_since >= NEW_MEMBER_FOR,
            f"Member for {max((now - facts.member_since).days, 0)} days.",
        ),
        Check(
            "few_requests",
            facts.requests_of_the_day < REQUESTS_PER_DAY,
            f"{facts.requests_of_the_day} other withdrawals in the last 24 hours.",
        ),
        Check(
            "plausible_winnings",
            took_out <= WIN_FACTOR * facts.deposited,
            f"Deposited {format_units(facts.deposited, scale)}, "
            f"withdrawn with this one {format_units(took_out, scale)}.",
        ),
        Check(
            "no_open_case",
            not facts.is_stopped,
            "An open case of compliance stops payouts." if facts.is_stopped else "No case stops payouts.",
        ),
    )


def is_approved_at_once(checks: tuple[Check, ...], units: int, threshold: int | None) -> bool:
    """Whether no person needs to look: every check passed and the amount is below the threshold."""
    return threshold is not None and units < threshold and all(check.passed for check in checks)
