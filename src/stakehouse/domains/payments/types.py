"""Frozen values of payments: ids, states, orders to a gateway and what it reports."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Annotated, ClassVar, NewType
from uuid import UUID

from pydantic import Field

from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.actor import ActorKind
from stakehouse.kernel.ids import MemberId, PaymentId
from stakehouse.kernel.money import Currency, Money

ConnectionId = NewType("ConnectionId", UUID)
NoticeId = NewType("NoticeId", UUID)


class Direction(Enum):
    """Which way the money goes, seen from the member."""

    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"


class PaymentStatus(Enum):
    """Where a payment stands; which ones a direction knows is in ``rules.EDGES``."""

    CREATED = "created"
    PENDING = "pending"
    REQUESTED = "requested"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REJECTED = "rejected"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"
    CHARGED_BACK = "charged_back"


class Verdict(Enum):
    """What a gateway says of one payment, translated by its adapter.

    ``UNKNOWN`` is a word of the vendor that we do not know: it changes nothing.
    """

    PENDING = "pending"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REVERSED = "reversed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Report:
    """What a gateway says of one payment, by notice or in an answer.

    Attributes:
        reference: our id of the payment, as we gave it to the gateway.
        direction: whether it speaks of a deposit or a payout.
        verdict: its state in our terms.
        vendor_status: its state in the vendor's own word, kept for people.
        gateway_reference: the vendor's id.
        amount: decimal string as sent; empty when the vendor does not repeat it.
        currency: currency code as sent; empty like the amount.
        reason: the vendor's reason, if it gave one.
    """

    reference: str
    direction: Direction
    verdict: Verdict
    vendor_status: str
    gateway_reference: str = ""
    amount: str = ""
    currency: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A deposit begun at a gateway: where to send the person, and until when.

    Attributes:
        report: the state in which it begins.
        redirect_url: the hosted page, if the method has one.
        instructions: lines for the person (account number, QR text), if the method has them.
    """

    report: Report
    redirect_url: str | None = None
    instructions: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A verified notice: the vendor's id of it, and what it reports.

    Attributes:
        notice_id: unique at this connection; the same id is the same notice.
        kind: the vendor's name of the event, for people.
        report: what it says of a payment; ``None`` if it speaks of something else.
    """

    notice_id: str
    kind: str
    report: Report | None


@dataclass(frozen=True, slots=True)
class DepositOrder:
    """What a gateway needs to begin a deposit."""

    payment_id: PaymentId
    amount: Money
    description: str
    customer: str
    return_url: str
    notify_url: str
    lasts: timedelta


@dataclass(frozen=True, slots=True)
class PayoutOrder:
    """What a gateway needs to pay out."""

    payment_id: PaymentId
    amount: Money
    account: str
    description: str
    notify_url: str


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """What a gateway needs to give a deposit back, whole or in part."""

    refund_id: UUID
    payment_id: PaymentId
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Smallest and largest amount of one payment, as decimal strings."""

    minimum: str
    maximum: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a gateway can do.

    Attributes:
        title: the method's name for people.
        currencies: codes it takes.
        deposits: whether it takes money in.
        payouts: whether it pays out.
        refunds: whether it gives back.
        look_ups: whether it can be asked about a payment by our reference.
        limits: per direction, the bounds that hold in every currency without its own.
        checkout_lasts: for how long a begun deposit can be paid.
        fee: what it costs the member, in words.
        expected_time: per direction, how long it usually takes, in words.
    """

    title: str
    currencies: frozenset[str]
    deposits: bool
    payouts: bool
    refunds: bool
    look_ups: bool
    limits: Mapping[Direction, Limits]
    checkout_lasts: timedelta
    fee: str
    expected_time: Mapping[Direction, str]

    def offers(self, direction: Direction) -> bool:
        """Whether it moves money that way."""
        return self.deposits if direction is Direction.DEPOSIT else self.payouts


@dataclass(frozen=True, slots=True)
class Connection:
    """A tenant's account at a gateway.

    Attributes:
        id: part of the address of its notices.
        gateway: the name of the adapter.
        currencies: codes the tenant opened at this connection.
        credentials: the adapter's own configuration as JSON, sealed until it is used.
        is_active: whether new payments may use it; notices are taken in any case.
    """

    id: ConnectionId
    gateway: str
    currencies: frozenset[str]
    credentials: bytes = field(repr=False)
    is_active: bool


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of a withdrawal before a person decides, and its answer."""

    code: str
    passed: bool
    detail: str


@dataclass(frozen=True, slots=True)
class PaymentStep:
    """One step of a payment's life.

    Attributes:
        status: the state after it (the same as before for a remark).
        at: when.
        actor_kind: who: member, staff, machine (a gateway's word) or system.
        actor: the name shown to staff.
        reason: why, in a sentence or the vendor's word.
    """

    status: PaymentStatus
    at: datetime
    actor_kind: ActorKind
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A deposit or a withdrawal.

    Attributes:
        hold_id: the ledger's hold behind a withdrawal; ``None`` for a deposit.
        user_id: the person behind the member, who may never approve it.
        redirect_url: the gateway's hosted page of a deposit.
        destination_masked: where a withdrawal goes, with the middle hidden.
        destination: the same in full, sealed.
        gateway_reference: the vendor's id.
        approved_by: the user who approved a withdrawal; ``None`` if a rule did, or nobody yet.
        return_url: where the gateway sends the person back to.
        reason: why it stands where it stands, if there is something to say.
        attention: what a person of finance has to look into; empty if nothing.
        checks: the questions asked of a withdrawal.
        looks: how often the gateway was asked about it.
        claimed_until: until when some process is talking to the gateway about it.
        expires_at: when an unpaid deposit is given up.
    """

    id: PaymentId
    direction: Direction
    member_id: MemberId
    user_id: UUID
    amount: Money
    method: str
    connection_id: ConnectionId
    status: PaymentStatus
    request_hash: bytes
    created_at: datetime
    updated_at: datetime
    gateway_reference: str = ""
    redirect_url: str | None = None
    instructions: Mapping[str, str] | None = None
    destination_masked: str = ""
    destination: bytes = field(default=b"", repr=False)
    hold_id: UUID | None = None
    approved_by: UUID | None = None
    reason: str = ""
    attention: str = ""
    checks: tuple[Check, ...] = ()
    looks: int = 0
    return_url: str = ""
    claimed_until: datetime | None = None
    expires_at: datetime | None = None

    @property
    def currency(self) -> Currency:
        """The currency of the payment."""
        return self.amount.currency

    @property
    def reference(self) -> str:
        """The short name under which the member and support speak of it."""
        return reference_of(self.id)


Decimals = dict[
    Annotated[str, Field(pattern=r"^[A-Z0-9]{3,8}$")],
    Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,15})(\.[0-9]{1,8})?$")],
]
"""Amounts as decimal strings, by currency code."""


class PaymentSettings(Settings):
    """What a tenant decides about payments; where nothing is set the gateway's own bounds hold.

    Attributes:
        deposit_minimum: smallest deposit.
        deposit_maximum: largest deposit.
        withdrawal_minimum: smallest withdrawal.
        withdrawal_maximum: largest withdrawal.
        withdrawal_daily_maximum: largest sum of a member's withdrawals in a day of the tenant.
        approve_below: withdrawals below it are approved at once if every check passes; a currency
            that is not named is always reviewed by a person.
        kyc_for_withdrawals: whether only verified members are paid out.
    """

    category: ClassVar[str] = "payments"
    title: ClassVar[str] = "Payments"

    deposit_minimum: Decimals = Field(default_factory=dict)
    deposit_maximum: Decimals = Field(default_factory=dict)
    withdrawal_minimum: Decimals = Field(default_factory=dict)
    withdrawal_maximum: Decimals = Field(default_factory=dict)
    withdrawal_daily_maximum: Decimals = Field(default_factory=dict)
    approve_below: Decimals = Field(default_factory=dict)
    kyc_for_withdrawals: bool = False


def reference_of(payment_id: PaymentId) -> str:
    """Eight letters and digits from the random end of the id: short enough to read aloud."""
    return base64.b32encode(payment_id.bytes[-5:]).decode()


def masked(account: str) -> str:
    """An account with its middle hidden: enough to recognise one's own, too little to use."""
    compact = "".join(account.split())
    shown = 4 if len(compact) > 10 else 2  # noqa: PLR2004 - half of a short account stays hidden
    hidden = max(len(compact) - 2 * shown, 3)
    return f"{compact[:shown]}{'•' * hidden}{compact[-shown:]}"
