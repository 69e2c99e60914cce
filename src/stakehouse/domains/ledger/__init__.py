"""The ledger: every unit of value that anyone holds or owes.

Owns accounts, operations, transfers, holds, checkpoints and seals. Promises: the sum over all
accounts of a tenant and currency is zero; no member balance falls below zero unless a rollback
forced it; a key has one effect and one answer for ever; transfers are never changed. Does not know
why value may move: limits are compliance's, outcomes the games', gateways the payments'.
"""

from stakehouse.domains.ledger.errors import (
    AmountTooLarge,
    HoldClosed,
    HoldNotFound,
    InsufficientFunds,
)
from stakehouse.domains.ledger.rules.books import AccountState, Books, Plan
from stakehouse.domains.ledger.service.posting import (
    balances,
    balances_of,
    capture,
    driver,
    hold,
    house_balance,
    open_house_accounts,
    pool_balance,
    post,
    post_all,
    release,
    wallet,
)
from stakehouse.domains.ledger.service.proofs import (
    CurrencySum,
    Finding,
    Seal,
    last_seals,
    move_checkpoints,
    newest_seals,
    seal_all,
    verify,
)
from stakehouse.domains.ledger.service.statements import balances_at, statement
from stakehouse.domains.ledger.store.books import Rows, known, lock, read, writes
from stakehouse.domains.ledger.store.evidence import gather as gather_evidence
from stakehouse.domains.ledger.store.evidence import owed_to_members
from stakehouse.domains.ledger.store.statements import booked
from stakehouse.domains.ledger.types import (
    NO_OWNER,
    AccountRef,
    Act,
    Balance,
    BookedTransfer,
    Code,
    HoldId,
    House,
    HouseKind,
    Movement,
    Pool,
    Posted,
    StatementLine,
    Subject,
    Wallet,
    WalletKind,
    account_id,
)

__all__ = [
    "NO_OWNER",
    "AccountRef",
    "AccountState",
    "Act",
    "AmountTooLarge",
    "Balance",
    "BookedTransfer",
    "Books",
    "Code",
    "CurrencySum",
    "Finding",
    "HoldClosed",
    "HoldId",
    "HoldNotFound",
    "House",
    "HouseKind",
    "InsufficientFunds",
    "Movement",
    "Plan",
    "Pool",
    "Posted",
    "Rows",
    "Seal",
    "StatementLine",
    "Subject",
    "Wallet",
    "WalletKind",
    "account_id",
    "balances",
    "balances_at",
    "balances_of",
    "booked",
    "capture",
    "driver",
    "gather_evidence",
    "hold",
    "house_balance",
    "known",
    "last_seals",
    "lock",
    "move_checkpoints",
    "newest_seals",
    "open_house_accounts",
    "owed_to_members",
    "pool_balance",
    "post",
    "post_all",
    "read",
    "release",
    "seal_all",
    "statement",
    "verify",
    "wallet",
    "writes",
]
