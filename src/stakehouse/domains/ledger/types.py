"""The words of the ledger: accounts, codes, movements, operations.

Every unit of value that anyone holds or owes is the balance of an account. A transfer moves a
positive amount from its debit account to its credit account, so balance = credits - debits for
every account, and the sum over all accounts is zero by construction.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum, StrEnum
from functools import lru_cache
from typing import Literal, NamedTuple, NewType
from uuid import UUID

from stakehouse.kernel.ids import AccountId, MemberId, OperationId, TenantId, id_of, quick

HoldId = NewType("HoldId", UUID)

NO_OWNER = id_of(bytes(16))
"""The owner of house accounts, and of transfers that touch no member."""


class Owner(Enum):
    """Whose account it is."""

    MEMBER = "member"
    HOUSE = "house"
    GATEWAY = "gateway"
    PROVIDER = "provider"
    JACKPOT = "jackpot"
    PROMOTER = "promoter"
    PLATFORM = "platform"


class WalletKind(StrEnum):
    """The accounts a member sees."""

    MAIN = "main"
    BONUS = "bonus"
    LOCKED = "locked"
    REFERRAL = "referral"
    POINTS = "points"
    PROMO_POINTS = "promo_points"

    # An enum hashes by name, in Python; these stand in keys that are looked up a dozen times a bet.
    __hash__ = str.__hash__


MONEY_KINDS = (WalletKind.MAIN, WalletKind.BONUS, WalletKind.LOCKED, WalletKind.REFERRAL)


class HouseKind(StrEnum):
    """The house's own accounts; they keep no running balance (see ``store``)."""

    GAMING_REVENUE = "gaming_revenue"
    BONUS_EXPENSE = "bonus_expense"
    POINTS_ISSUER = "points_issuer"
    COMMISSION_EXPENSE = "commission_expense"
    PLATFORM_FEES = "platform_fees"
    DEPOSIT_TRANSIT = "deposit_transit"
    PAYOUT_TRANSIT = "payout_transit"
    CHARGEBACK = "chargeback"
    GATEWAY_CLEARING = "gateway_clearing"
    GATEWAY_FEES = "gateway_fees"
    EXTERNAL = "external"
    EXCHANGE = "exchange"
    ROUNDING = "rounding"
    JACKPOT_RESERVE = "jackpot_reserve"
    ADJUSTMENTS = "adjustments"
    PROVIDER_SETTLEMENT = "provider_settlement"

    __hash__ = str.__hash__


class Wallet(NamedTuple):
    """A member's account."""

    member_id: MemberId
    kind: WalletKind
    currency: str


class House(NamedTuple):
    """A house account; ``part`` tells apart several of a kind (one clearing a gateway)."""

    kind: HouseKind
    currency: str
    part: UUID = NO_OWNER


class Pool(NamedTuple):
    """A jackpot's pool."""

    jackpot_id: UUID
    currency: str
    kind: Literal["pool"] = "pool"


AccountRef = Wallet | House | Pool


def owner_of(ref: AccountRef) -> tuple[Owner, UUID, str, str]:
    """Owner kind, owner id, account kind and currency of a reference."""
    match ref:
        case Wallet(member_id, kind, currency):
            return Owner.MEMBER, member_id, kind.value, currency
        case House(kind, currency, part):
            return Owner.HOUSE, part, kind.value, currency
        case Pool(jackpot_id=jackpot_id, currency=currency):
            return Owner.JACKPOT, jackpot_id, "pool", currency


@lru_cache(maxsize=200_000)
def account_id(tenant_id: TenantId, ref: AccountRef) -> AccountId:
    """The id of an account, computed from what it is.

    A UUIDv8 over BLAKE2b-128 of tenant, owner, kind and currency: two processes opening the same
    account for the first time name the same row, and nobody has to look an id up.
    """
    owner, owner_id, kind, currency = owner_of(ref)
    text = f"{tenant_id}|{owner.value}|{owner_id}|{kind}|{currency}".encode()
    number = int.from_bytes(hashlib.blake2b(text, digest_size=16).digest(), "big")
    number = number & ~(0xF << 76) | (0x8 << 76)
    number = number & ~(0b11 << 62) | (0b10 << 62)
    return AccountId(quick(UUID(int=number)))


class Code(IntEnum):
    """Why value moves. The number is stored; it never changes its meaning."""

    DEPOSIT = 1
    DEPOSIT_FEE = 2
    WITHDRAWAL_HOLD = 3
    WITHDRAWAL_CAPTURE = 4
    WITHDRAWAL_RELEASE = 5
    WITHDRAWAL_FEE = 6
    GATEWAY_SETTLEMENT = 7
    CHARGEBACK = 8
    REFUND = 9
    BET = 20
    WIN = 21
    BET_ROLLBACK = 22
    WIN_ROLLBACK = 23
    BONUS_GRANT = 30
    BONUS_BET = 31
    BONUS_WIN = 32
    BONUS_CONVERT = 33
    BONUS_FORFEIT = 34
    JACKPOT_CONTRIBUTION = 40
    JACKPOT_SEED = 41
    JACKPOT_WIN = 42
    REFERRAL_COMMISSION = 50
    REFERRAL_CLAIM = 51
    PLATFORM_FEE = 52
    POINTS_EARN = 60
    POINTS_REDEEM = 61
    POINTS_EXPIRE = 62
    POINTS_TRANSFER = 63
    POINTS_REVERSE = 64
    ADJUSTMENT = 70
    FX_OUT = 71
    FX_IN = 72
    PROVIDER_SETTLEMENT = 73

    __hash__ = int.__hash__

    @property
    def word(self) -> str:
        """The code as it is shown: ``withdrawal_hold``."""
        return self.name.lower()


_MONEY = frozenset({"main", "bonus", "referral"})
_REVENUE = frozenset({"gaming_revenue"})
_CLEARING = frozenset({"gateway_clearing", "deposit_transit", "payout_transit", "external"})
_POINTS = frozenset({"points", "promo_points"})
_ISSUER = frozenset({"points_issuer"})

ALLOWED: dict[Code, tuple[frozenset[str], frozenset[str]]] = {
    Code.DEPOSIT: (_CLEARING, frozenset({"main"})),
    Code.DEPOSIT_FEE: (frozenset({"main", "gateway_fees"}), frozenset({"gateway_fees"}) | _CLEARING),
    Code.WITHDRAWAL_HOLD: (frozenset({"main"}), frozenset({"locked"})),
    Code.WITHDRAWAL_CAPTURE: (frozenset({"locked"}), _CLEARING),
    Code.WITHDRAWAL_RELEASE: (frozenset({"locked"}), frozenset({"main"})),
    Code.WITHDRAWAL_FEE: (
        frozenset({"main", "locked", "gateway_fees"}),
        frozenset({"gateway_fees"}) | _CLEARING,
    ),
    Code.GATEWAY_SETTLEMENT: (_CLEARING, _CLEARING),
    Code.CHARGEBACK: (frozenset({"main"}), frozenset({"chargeback"}) | _CLEARING),
    Code.REFUND: (frozenset({"main"}), _CLEARING),
    Code.BET: (frozenset({"main"}), _REVENUE),
    Code.WIN: (_REVENUE, frozenset({"main"})),
    Code.BET_ROLLBACK: (_REVENUE, _MONEY),
    Code.WIN_ROLLBACK: (_MONEY, _REVENUE),
    Code.BONUS_GRANT: (frozenset({"bonus_expense"}), frozenset({"bonus"})),
    Code.BONUS_BET: (frozenset({"bonus"}), _REVENUE),
    Code.BONUS_WIN: (_REVENUE, frozenset({"bonus"})),
    Code.BONUS_CONVERT: (frozenset({"bonus"}), frozenset({"main"})),
    Code.BONUS_FORFEIT: (frozenset({"bonus"}), frozenset({"bonus_expense"})),
    Code.JACKPOT_CONTRIBUTION: (_REVENUE | frozenset({"main"}), frozenset({"pool"})),
    Code.JACKPOT_SEED: (frozenset({"jackpot_reserve"}), frozenset({"pool"})),
    Code.JACKPOT_WIN: (frozenset({"pool"}), frozenset({"main"})),
    Code.REFERRAL_COMMISSION: (frozenset({"commission_expense"}), frozenset({"referral"})),
    Code.REFERRAL_CLAIM: (frozenset({"referral"}), frozenset({"main"})),
    Code.PLATFORM_FEE: (_REVENUE, frozenset({"platform_fees"})),
    Code.POINTS_EARN: (_ISSUER, _POINTS),
    Code.POINTS_REDEEM: (_POINTS, _ISSUER),
    Code.POINTS_EXPIRE: (_POINTS, _ISSUER),
    Code.POINTS_TRANSFER: (_POINTS, _POINTS),
    Code.POINTS_REVERSE: (_POINTS, _ISSUER),
    Code.ADJUSTMENT: (
        frozenset({"adjustments"}) | _MONEY | _POINTS,
        frozenset({"adjustments"}) | _MONEY | _POINTS,
    ),
    Code.FX_OUT: (_MONEY | _POINTS, frozenset({"exchange"})),
    Code.FX_IN: (frozenset({"exchange"}), _MONEY | _POINTS),
    Code.PROVIDER_SETTLEMENT: (_REVENUE | _CLEARING, frozenset({"provider_settlement"})),
}
"""For each code the account kinds that may stand on the debit and on the credit side."""


class Movement(NamedTuple):
    """An amount to be moved: debit → credit, more than zero, in the currency of both accounts."""

    code: Code
    debit: AccountRef
    credit: AccountRef
    units: int


class Subject(NamedTuple):
    """What a business act is about: a round, a payment, an approval."""

    kind: str
    id: UUID


class Act(NamedTuple):
    """The head of an operation: whose key, which key, which content, about what.

    Attributes:
        kind: ``bet``, ``step``, ``deposit``, ``withdrawal_hold``…
        source: whose key it is (a member, a connection, the house's own ``NO_OWNER``).
        key: the idempotency key; unique per tenant and source, for ever.
        request_hash: what the key was used for; other content under it is a conflict.
        subject: what it is about.
        member_id: the member concerned, if one is.
    """

    kind: str
    source: UUID
    key: str
    request_hash: bytes
    subject: Subject
    member_id: MemberId | None = None


class Kept(NamedTuple):
    """What is kept under a key: the first answer, or the first refusal."""

    request_hash: bytes
    operation_id: OperationId | None
    answer: bytes
    refusal: bytes | None


@dataclass(frozen=True, slots=True)
class Posted:
    """The result of an operation."""

    operation_id: OperationId
    replayed: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """What a member holds on one account."""

    kind: WalletKind
    currency: str
    units: int


class BookedTransfer(NamedTuple):
    """A transfer of an operation, with what the member held after it.

    Attributes:
        owner_id: the member it belongs to.
        operation_id: the act that it is part of.
        units: what was moved.
        taken_from: the kind of the member's wallet that paid; ``None`` if it was none of the member's.
        given_to: the kind of the member's wallet that received; likewise.
        left_there: what the paying wallet held afterwards.
        held_then: what the receiving wallet held afterwards.
    """

    owner_id: MemberId
    operation_id: OperationId
    code: Code
    units: int
    taken_from: str | None
    given_to: str | None
    left_there: int | None
    held_then: int | None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One side of a transfer as the member sees it.

    Attributes:
        id: of the transfer.
        code: why value moved.
        account: the member's account this line is about.
        units: signed; negative when value left the account.
        balance_after: of that account.
        reference: what it was about, as ``kind:id``.
    """

    id: UUID
    code: Code
    account: WalletKind
    currency: str
    units: int
    balance_after: int
    reference: str
    created_at: datetime
