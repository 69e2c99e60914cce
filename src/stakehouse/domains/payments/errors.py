"""The refusals payments can give, and the two ways in which a gateway can fail us."""

from typing import ClassVar

from stakehouse.kernel.errors import Kind, Refusal


class MethodUnavailable(Refusal):
    """The method does not exist here, is paused, or does not take this currency."""

    kind: ClassVar[Kind] = Kind.INVALID


class AmountOutOfRange(Refusal):
    """The amount lies below the minimum or above the maximum of the method."""

    kind: ClassVar[Kind] = Kind.INVALID


class DestinationRefused(Refusal):
    """The destination is not one to which money can be sent."""

    kind: ClassVar[Kind] = Kind.INVALID


class PaymentNotFound(Refusal):
    """Nothing of that id that the asker may know of."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class ConnectionNotFound(Refusal):
    """No connection to a gateway has this address."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class WithdrawalsPaused(Refusal):
    """Withdrawals from this account are paused; support can say more."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class StoppedByCase(Refusal):
    """A freeze or an open case of compliance stops the payout."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class WrongState(Refusal):
    """The payment has moved on; what was asked no longer fits its state."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class OwnPayment(Refusal):
    """Nobody approves a payment to themselves."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class PaymentInProgress(Refusal):
    """The first request under this key is still talking to the gateway."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class GatewayUnavailable(Refusal):
    """The gateway does not answer now; no money has moved."""

    kind: ClassVar[Kind] = Kind.UNAVAILABLE


class GatewayDeclined(Refusal):
    """The gateway refused to begin the payment."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class DailySumReached(Refusal):
    """The withdrawals of the day would pass the tenant's daily maximum."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class SignatureRefused(Refusal):
    """A notice whose signature is missing, wrong, or too far from our clock."""

    kind: ClassVar[Kind] = Kind.UNAUTHENTICATED


class NoticeTooLarge(Refusal):
    """A notice beyond the size any gateway sends."""

    kind: ClassVar[Kind] = Kind.INVALID


class Declined(Exception):  # noqa: N818 - a definite answer of a vendor, not an error
    """The gateway refused for good: it has not acted on this reference and will not.

    Attributes:
        code: the vendor's word for why, in our spelling.
        detail: a sentence for people.
    """

    def __init__(self, code: str, detail: str) -> None:
        """Keeps the vendor's reason."""
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class Unavailable(Exception):  # noqa: N818 - a vendor fault with a plan, not an error of ours
    """No usable answer came. Whether the gateway acted is unknown unless ``was_sent`` is false.

    Attributes:
        detail: what happened, for the log and the step.
        was_sent: whether the request may have reached the gateway.
    """

    def __init__(self, detail: str, *, was_sent: bool) -> None:
        """Keeps what is known of the attempt."""
        super().__init__(detail)
        self.detail = detail
        self.was_sent = was_sent
