"""What payments announce: the steps of deposits and withdrawals."""

from typing import ClassVar
from uuid import UUID

from stakehouse.kernel.fact import Fact


class PaymentFact(Fact, frozen=True, kw_only=True):
    """What every step of a payment tells.

    Attributes:
        payment_id: the deposit or withdrawal.
        member_id: whose.
        currency: its code.
        units: the amount in the smallest unit.
        scale: decimals of the currency.
        method: the gateway's name as the member knows it.
        reference: the short name people use.
    """

    domain: ClassVar[str] = "payments"

    payment_id: UUID
    member_id: UUID
    currency: str
    units: int
    scale: int
    method: str
    reference: str

    def key(self) -> str:
        """Steps of one payment are heard in order."""
        return str(self.payment_id)


class DepositOpened(PaymentFact, frozen=True, kw_only=True):
    """A member asked to deposit; nothing has been paid."""

    name: ClassVar[str] = "deposit.opened"


class DepositSucceeded(PaymentFact, frozen=True, kw_only=True):
    """The money came and was credited, once."""

    name: ClassVar[str] = "deposit.succeeded"


class DepositEnded(PaymentFact, frozen=True, kw_only=True):
    """A deposit ended without money: failed, cancelled or expired.

    Attributes:
        status: which of the three.
        reason: why, if the gateway said.
    """

    name: ClassVar[str] = "deposit.ended"

    status: str
    reason: str


class WithdrawalRequested(PaymentFact, frozen=True, kw_only=True):
    """A member asked for a withdrawal; the money is held.

    Attributes:
        instrument: a fingerprint of where it goes, the same for all members of the tenant; empty if
            it is not known.
    """

    name: ClassVar[str] = "withdrawal.requested"

    instrument: str = ""


class WithdrawalApproved(PaymentFact, frozen=True, kw_only=True):
    """A withdrawal may be paid out.

    Attributes:
        by: the member of staff, or ``None`` if the tenant's rule approved it.
    """

    name: ClassVar[str] = "withdrawal.approved"

    by: UUID | None


class WithdrawalPaid(PaymentFact, frozen=True, kw_only=True):
    """The gateway paid; the held money has left the books."""

    name: ClassVar[str] = "withdrawal.paid"


class WithdrawalReturned(PaymentFact, frozen=True, kw_only=True):
    """A withdrawal ended without payment; the held money is back in the wallet.

    Attributes:
        status: rejected, cancelled or failed.
        reason: why.
    """

    name: ClassVar[str] = "withdrawal.returned"

    status: str
    reason: str


class PaymentQuestioned(PaymentFact, frozen=True, kw_only=True):
    """Something about a payment needs a person of finance.

    Attributes:
        question: what does not fit, in a sentence.
    """

    name: ClassVar[str] = "payment.questioned"

    question: str
