"""The refusals of the ledger."""

from stakehouse.kernel.errors import Kind, Refusal


class InsufficientFunds(Refusal):
    """The account does not hold what the act needs."""

    kind = Kind.UNPAID


class AmountTooLarge(Refusal):
    """A balance would leave 64 bits; nothing is booked."""

    kind = Kind.INVALID


class HoldNotFound(Refusal):
    """No hold of that id in this tenant."""

    kind = Kind.NOT_FOUND


class HoldClosed(Refusal):
    """The hold was captured or released already."""

    kind = Kind.CONFLICT


class Remembered(Refusal):
    """A refusal answered before under the same key, told again in the same words."""

    def __init__(
        self, *, kind: Kind, code: str, title: str, detail: str, field: str | None, facts: dict[str, object]
    ) -> None:
        """Takes on kind, code and title of the first refusal."""
        super().__init__(detail, field=field, facts=facts)
        # The class attributes of the first refusal become this one's own.
        self.__dict__.update({"kind": kind, "code": code, "title": title})
