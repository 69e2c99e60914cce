"""Monitoring rules: what each kind looks for in a member's payments and traces.

A rule is data: a kind and its parameters. ``look`` judges one member at one moment from what was
heard until then; ``replay`` says what it would have raised over a span, by looking after each
payment. Amounts are compared currency by currency and never converted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from fractions import Fraction
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stakehouse.domains.compliance.errors import InvalidParameters
from stakehouse.domains.compliance.rules.cases import Severity
from stakehouse.domains.compliance.types import Threshold
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import InvalidAmount, format_units, parse_units

PERCENT = 100
SHOWN = 50
"""So many payments of an alert are kept as its evidence."""

Direction = Literal["deposit", "withdrawal"]
CurrencyCode = Annotated[str, Field(pattern="^([A-Z0-9]{3,8})?$", title="Currency; empty for each")]


class RuleKind(Enum):
    """What a rule looks for."""

    STRUCTURING = "structuring"
    VELOCITY = "velocity"
    PASS_THROUGH = "pass_through"  # noqa: S105 - money passes, no word does
    SHARED_TRACE = "shared_trace"
    AMOUNT_OVER = "amount_over"
    SUDDEN_CHANGE = "sudden_change"


class Parameters(BaseModel):
    """Base of the parameters of a kind: strict, and described for the screen that edits them."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Structuring(Parameters):
    """Several deposits, each a little below a threshold that they pass together."""

    threshold: Threshold = Field(default="2000.00", title="Threshold")
    margin_percent: int = Field(default=25, ge=1, le=90, title="Counts if below by at most (percent)")
    count: int = Field(default=3, ge=2, le=100, title="Deposits from which it is raised")
    days: int = Field(default=7, ge=1, le=90, title="Within days")
    currency: CurrencyCode = ""


class Velocity(Parameters):
    """Many deposits or withdrawals in a short time."""

    direction: Direction = Field(default="deposit", title="Deposits or withdrawals")
    count: int = Field(default=10, ge=2, le=1000, title="From this number on")
    hours: int = Field(default=24, ge=1, le=24 * 30, title="Within hours")
    currency: CurrencyCode = ""


class PassThrough(Parameters):
    """Money that comes, is hardly played with, and leaves."""

    minimum: Threshold = Field(default="500.00", title="Deposits of at least, in sum")
    withdrawn_percent: int = Field(default=70, ge=1, le=200, title="Withdrawn of them, at least (percent)")
    played_percent: int = Field(default=50, ge=0, le=1000, title="Wagered of them, less than (percent)")
    hours: int = Field(default=72, ge=1, le=24 * 30, title="Within hours")
    currency: CurrencyCode = ""


class SharedTrace(Parameters):
    """Several members on one instrument, device or address."""

    trace: Literal["instrument", "device", "address"] = Field(default="instrument", title="What they share")
    members: int = Field(default=3, ge=2, le=100, title="Members from which it is raised")
    days: int = Field(default=30, ge=1, le=365, title="Seen within days")


class AmountOver(Parameters):
    """A single payment of a size that is looked at in any case."""

    direction: Direction = Field(default="deposit", title="Deposits or withdrawals")
    amount: Threshold = Field(default="5000.00", title="From this amount on")
    currency: CurrencyCode = ""


class SuddenChange(Parameters):
    """Payments far beyond the member's own history."""

    direction: Direction = Field(default="deposit", title="Deposits or withdrawals")
    factor: int = Field(default=5, ge=2, le=100, title="Times the average of the history")
    days: int = Field(default=7, ge=1, le=30, title="Sum of the last days")
    history_days: int = Field(default=90, ge=14, le=365, title="History in days")
    minimum: Threshold = Field(default="1000.00", title="And at least this sum")
    currency: CurrencyCode = ""


SHAPES: Mapping[RuleKind, type[Parameters]] = {
    RuleKind.STRUCTURING: Structuring,
    RuleKind.VELOCITY: Velocity,
    RuleKind.PASS_THROUGH: PassThrough,
    RuleKind.SHARED_TRACE: SharedTrace,
    RuleKind.AMOUNT_OVER: AmountOver,
    RuleKind.SUDDEN_CHANGE: SuddenChange,
}


def parameters_of(kind: RuleKind, given: Mapping[str, Any]) -> Parameters:  # Any: JSON, checked here
    """Parameters in the shape of their kind; what is left out takes its default.

    Raises:
        InvalidParameters: they do not fit.
    """
    try:
        return SHAPES[kind].model_validate(dict(given))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidParameters(
            f"{place or kind.value}: {first['msg']}.", field=f"parameters.{place}"
        ) from error


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a tenant in its present version."""

    id: UUID
    kind: RuleKind
    title: str
    is_on: bool
    severity: Severity
    is_blocking: bool
    parameters: Parameters
    version: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A payment as it was heard.

    Attributes:
        played: all that the member had wagered in the currency by then.
    """

    payment_id: UUID
    direction: str
    currency: str
    scale: int
    units: int
    method: str
    played: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several members were seen with.

    Attributes:
        kind: ``instrument``, ``device`` or ``address``.
        digest: of it.
        members: everybody seen with it in the span.
    """

    kind: str
    digest: str
    members: tuple[MemberId, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """What a rule saw.

    Attributes:
        key: the same observation is raised once.
        reason: in a sentence.
        at: the moment of the look.
        facts: what it rests on, as JSON.
    """

    key: str
    reason: str
    at: datetime
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Shipped:
    """A rule that every tenant begins with; the code names it for good."""

    code: str
    kind: RuleKind
    title: str
    severity: Severity
    parameters: Parameters
    is_blocking: bool = False


_K, _S = RuleKind, Severity

DEFAULTS = (
    Shipped("structuring", _K.STRUCTURING, "Deposits just below 2,000", _S.HIGH, Structuring()),
    Shipped("deposits", _K.VELOCITY, "Many deposits in a day", _S.MEDIUM, Velocity()),
    Shipped(
        "withdrawals",
        _K.VELOCITY,
        "Many withdrawals in a day",
        _S.MEDIUM,
        Velocity(direction="withdrawal", count=5),
    ),
    Shipped(
        "pass_through",
        _K.PASS_THROUGH,
        "Paid in and out, hardly played",
        _S.HIGH,
        PassThrough(),
        is_blocking=True,
    ),
    Shipped(
        "instrument",
        _K.SHARED_TRACE,
        "One instrument, several members",
        _S.HIGH,
        SharedTrace(),
        is_blocking=True,
    ),
    Shipped("device", _K.SHARED_TRACE, "One device, several members", _S.MEDIUM, SharedTrace(trace="device")),
    Shipped("large_deposit", _K.AMOUNT_OVER, "Large deposit", _S.MEDIUM, AmountOver()),
    Shipped(
        "large_withdrawal",
        _K.AMOUNT_OVER,
        "Large withdrawal",
        _S.MEDIUM,
        AmountOver(direction="withdrawal"),
    ),
    Shipped("sudden_change", _K.SUDDEN_CHANGE, "Far beyond one's own history", _S.MEDIUM, SuddenChange()),
)
"""What a tenant begins with."""


def span_of(parameters: Parameters) -> timedelta:
    """How far back a rule looks."""
    match parameters:
        case Structuring():
            return timedelta(days=parameters.days)
        case Velocity() | PassThrough():
            return timedelta(hours=parameters.hours)
        case SuddenChange():
            return timedelta(days=parameters.days + parameters.history_days)
        case SharedTrace():
            return timedelta(days=parameters.days)
        case _:
            return timedelta(days=1)


def look(parameters: Parameters, payments: Sequence[Seen], at: datetime) -> Iterator[Alert]:
    """What a rule sees at a moment in one member's payments until then, in any order."""
    span = span_of(parameters)
    within = sorted((each for each in payments if at - span < each.at <= at), key=lambda each: each.at)
    wanted = getattr(parameters, "currency", "")
    for currency in sorted({each.currency for each in within}):
        if wanted in {"", currency}:
            mine = [each for each in within if each.currency == currency]
            alert = _LOOKS[type(parameters)](parameters, mine, at)
            if alert is not None:
                yield alert


def replay(parameters: Parameters, payments: Sequence[Seen], since: datetime) -> list[Alert]:
    """What a rule would have raised from a moment on, each observation once, oldest first."""
    raised: dict[str, Alert] = {}
    for each in sorted(payments, key=lambda payment: payment.at):
        if each.at >= since:
            for alert in look(parameters, payments, each.at):
                raised.setdefault(alert.key, alert)
    return list(raised.values())


def look_at_shared(parameters: SharedTrace, shared: Iterable[Shared], at: datetime) -> Iterator[Alert]:
    """What a rule about traces sees in what a member was seen with."""
    for each in shared:
        if each.kind == parameters.trace and len(each.members) >= parameters.members:
            # A further member is news; the same circle is not.
            circle = ",".join(sorted(str(member_id) for member_id in each.members))
            yield Alert(
                f"{each.kind}:{each.digest[:16]}:{len(each.members)}",
                f"{len(each.members)} members were seen with one {each.kind}.",
                at,
                {"trace": each.kind, "digest": each.digest[:16], "members": circle.split(",")},
            )


def _threshold(text: str, scale: int) -> int:
    try:
        return parse_units(text, scale)
    except InvalidAmount:
        # Finer than the currency: the next whole unit down.
        return int(Fraction(text) * 10**scale)


def _sum(payments: Iterable[Seen]) -> int:
    return sum(each.units for each in payments)


def _alert(kind: str, reason: str, payments: Sequence[Seen], at: datetime, **more: object) -> Alert:
    """An observation of one day; what comes on top on the next day is another."""
    currency, scale = payments[-1].currency, payments[-1].scale
    shown = [
        {
            "payment_id": str(each.payment_id),
            "direction": each.direction,
            "amount": format_units(each.units, scale),
            "currency": currency,
            "method": each.method,
            "at": wire(each.at),
        }
        for each in payments[-SHOWN:]
    ]
    return Alert(f"{kind}:{currency}:{at:%Y-%m-%d}", reason, at, {"payments": shown, **more})


def _structuring(parameters: Structuring, payments: Sequence[Seen], at: datetime) -> Alert | None:
    deposits = [each for each in payments if each.direction == "deposit"]
    if not deposits:
        return None
    scale = deposits[0].scale
    top = _threshold(parameters.threshold, scale)
    bottom = Fraction(top * (PERCENT - parameters.margin_percent), PERCENT)
    close = [each for each in deposits if bottom <= each.units < top]
    if len(close) < parameters.count or _sum(close) < top:
        return None
    total = format_units(_sum(close), scale)
    reason = (
        f"{len(close)} deposits just below {parameters.threshold} {close[-1].currency} within "
        f"{parameters.days} days, {total} in sum."
    )
    return _alert("structuring", reason, close, at)


def _velocity(parameters: Velocity, payments: Sequence[Seen], at: datetime) -> Alert | None:
    found = [each for each in payments if each.direction == parameters.direction]
    if len(found) < parameters.count:
        return None
    reason = f"{len(found)} {parameters.direction}s within {parameters.hours} hours."
    return _alert(f"velocity-{parameters.direction}", reason, found, at)


def _pass_through(parameters: PassThrough, payments: Sequence[Seen], at: datetime) -> Alert | None:
    deposits = [each for each in payments if each.direction == "deposit"]
    if not deposits:
        return None
    first = deposits[0]
    withdrawals = [each for each in payments if each.direction == "withdrawal" and each.at >= first.at]
    if not withdrawals:
        return None
    came, went = _sum(deposits), _sum(withdrawals)
    played = max(withdrawals[-1].played - first.played, 0)
    if (
        came < _threshold(parameters.minimum, first.scale)
        or went * PERCENT < came * parameters.withdrawn_percent
        or played * PERCENT >= came * parameters.played_percent
    ):
        return None
    amounts = [format_units(units, first.scale) for units in (came, played, went)]
    reason = (
        f"Deposited {amounts[0]}, wagered {amounts[1]} and withdrew {amounts[2]} {first.currency} "
        f"within {parameters.hours} hours."
    )
    return _alert("pass_through", reason, payments, at, wagered=amounts[1])


def _amount_over(parameters: AmountOver, payments: Sequence[Seen], at: datetime) -> Alert | None:
    found = [
        each
        for each in payments
        if each.direction == parameters.direction and each.units >= _threshold(parameters.amount, each.scale)
    ]
    if not found:
        return None
    largest = max(found, key=lambda each: each.units)
    amount = format_units(largest.units, largest.scale)
    return _alert(
        f"amount-{parameters.direction}",
        f"A {parameters.direction} of {amount} {largest.currency}.",
        found,
        at,
    )


def _sudden_change(parameters: SuddenChange, payments: Sequence[Seen], at: datetime) -> Alert | None:
    found = [each for each in payments if each.direction == parameters.direction]
    start = at - timedelta(days=parameters.days)
    recent = [each for each in found if each.at > start]
    history = [each for each in found if each.at <= start]
    if not recent or not history:
        return None
    scale, total = recent[0].scale, _sum(recent)
    # The average of as many days of the history; who is new has no history to leave.
    usual = Fraction(_sum(history) * parameters.days, parameters.history_days)
    if total < _threshold(parameters.minimum, scale) or total < parameters.factor * usual:
        return None
    reason = (
        f"{format_units(total, scale)} {recent[0].currency} in {parameters.direction}s "
        f"within {parameters.days} days; usual are {format_units(int(usual), scale)}."
    )
    return _alert(f"sudden-{parameters.direction}", reason, recent, at)


# Any: each look takes the parameters of its own kind, by which it is found.
_LOOKS: Mapping[type[Parameters], Callable[[Any, Sequence[Seen], datetime], Alert | None]] = {
    Structuring: _structuring,
    Velocity: _velocity,
    PassThrough: _pass_through,
    AmountOver: _amount_over,
    SuddenChange: _sudden_change,
    SharedTrace: lambda _parameters, _payments, _at: None,
}
