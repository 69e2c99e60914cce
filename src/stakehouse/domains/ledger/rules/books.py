"""The books of one group: balances in memory, decided on purely, written together.

``Books`` holds what was read under lock (balances, known keys) and what has been decided since.
``plan`` answers what a list of movements would do and refuses without leaving a trace; ``book``
takes a plan in and cannot refuse.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

import msgspec

from stakehouse.domains.ledger.errors import AmountTooLarge, InsufficientFunds, Remembered
from stakehouse.domains.ledger.types import (
    ALLOWED,
    NO_OWNER,
    AccountRef,
    Act,
    Code,
    Kept,
    Movement,
    Owner,
    Wallet,
    WalletKind,
    account_id,
    owner_of,
)
from stakehouse.kernel.errors import IdempotencyConflict, Kind, Refusal
from stakehouse.kernel.ids import AccountId, MemberId, OperationId, TenantId, new_id
from stakehouse.kernel.money import UNITS_MAX


@dataclass(slots=True)
class AccountState:
    """A running account as this group sees it.

    Attributes:
        version_known: the version that it had when it was read, or was left by an earlier group.
    """

    account_id: AccountId
    balance: int
    version: int
    allows_negative: bool = False
    version_known: int = 0
    is_touched: bool = False


class TransferRow(NamedTuple):
    """A transfer as it will be stored; the balances are those of the sides that keep one."""

    transfer_id: UUID
    operation_id: OperationId
    owner_id: UUID
    code: int
    debit_account: AccountId
    credit_account: AccountId
    amount: int
    debit_balance: int | None
    credit_balance: int | None


class OperationRow(NamedTuple):
    """An operation as it will be stored."""

    operation_id: OperationId
    act: Act
    answer: bytes


class RefusalRow(NamedTuple):
    """A refused key as it will be stored."""

    act: Act
    refusal: bytes


@dataclass(slots=True)
class Plan:
    """What some movements would do: rows, and what running accounts hold then; not in force yet."""

    operation_id: OperationId
    act: Act
    transfers: list[TransferRow]
    balances: dict[AccountId, int]


class _Told(msgspec.Struct, array_like=True):
    kind: str
    code: str
    title: str
    detail: str
    field: str | None
    facts: dict[str, object]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Told).decode


def remember(refusal: Refusal) -> bytes:
    """A refusal as it is kept under its key."""
    return _encode(
        _Told(
            refusal.kind.value,
            refusal.code,
            refusal.title,
            refusal.detail,
            refusal.field,
            dict(refusal.facts),
        )
    )


def recall(kept: bytes) -> Refusal:
    """The refusal that was kept."""
    told = _decode(kept)
    return Remembered(
        kind=Kind(told.kind),
        code=told.code,
        title=told.title,
        detail=told.detail,
        field=told.field,
        facts=told.facts,
    )


class Books:
    """The ledger's working state for one group of one tenant."""

    def __init__(
        self,
        tenant_id: TenantId,
        accounts: Mapping[AccountId, AccountState],
        known: Mapping[tuple[UUID, str], Kept],
        remembered: Sequence[AccountId] = (),
    ) -> None:
        """Starts from what was read; both mappings are copied where they change.

        Args:
            tenant_id: whose books they are.
            accounts: by id, as far as they exist.
            known: what is kept under the keys of the group's acts.
            remembered: which of the accounts were not read by this group, nor locked.
        """
        self._remembered = remembered
        self.tenant_id = tenant_id
        self.accounts: dict[AccountId, AccountState] = dict(accounts)
        self.known: dict[tuple[UUID, str], Kept] = dict(known)
        self.operations: list[OperationRow] = []
        self.refusals: list[RefusalRow] = []
        self.transfers: list[TransferRow] = []

    def balance(self, wallet: Wallet) -> int:
        """What the wallet holds now, all earlier acts of the group included."""
        state = self.accounts.get(account_id(self.tenant_id, wallet))
        return state.balance if state is not None else 0

    def knows(self, act: Act) -> bool:
        """Whether something is kept under the act's key."""
        return (act.source, act.key) in self.known

    def first_answer(self, act: Act) -> bytes | None:
        """The first answer under the act's key, or ``None`` if the key is new.

        Raises:
            IdempotencyConflict: the key was used with other content.
            Refusal: the key was refused before; the same refusal again.
        """
        kept = self.known.get((act.source, act.key))
        if kept is None:
            return None
        if kept.request_hash != act.request_hash:
            raise IdempotencyConflict(
                "This Idempotency-Key was used before with other content; use a new one."
            )
        if kept.refusal is not None:
            raise recall(kept.refusal)
        return kept.answer

    def plan(self, act: Act, movements: Sequence[Movement], *, forced: bool = False) -> Plan:
        """What the movements would do, all or nothing.

        Args:
            act: the operation's head.
            movements: in the order in which they take effect.
            forced: a rollback or chargeback may take a member below zero (the account is flagged).

        Raises:
            InsufficientFunds: a member's account does not hold what leaves it.
            AmountTooLarge: a balance would leave 64 bits.
        """
        operation_id = OperationId(new_id())
        transfers: list[TransferRow] = []
        balances: dict[AccountId, int] = {}
        owner = act.member_id or NO_OWNER
        tenant_id = self.tenant_id
        for movement in movements:
            check_movement(movement)
            code, debited, credited, units = movement
            debit, credit = account_id(tenant_id, debited), account_id(tenant_id, credited)
            debit_after = credit_after = None
            # Only members' accounts keep a running balance.
            if type(debited) is Wallet:
                debit_after = self._after(balances, debit, debited, -units, forced=forced)
            if type(credited) is Wallet:
                credit_after = self._after(balances, credit, credited, units, forced=forced)
            transfers.append(
                TransferRow(
                    new_id(), operation_id, owner, code, debit, credit, units, debit_after, credit_after
                )
            )
        return Plan(operation_id, act, transfers, balances)

    def _after(
        self, planned: dict[AccountId, int], account: AccountId, ref: Wallet, change: int, *, forced: bool
    ) -> int:
        """The balance of a member's account after a change, which it takes into what is planned."""
        state = self.accounts.get(account)
        before = planned.get(account)
        if before is None:
            before = state.balance if state is not None else 0
        after = before + change
        # An account that was forced below zero before is not free to sink further by itself.
        if after < 0 and change < 0 and not forced:
            raise InsufficientFunds(
                "There is not enough money for this; deposit first or choose a smaller amount."
                if ref.kind.value == "main"
                else f"The {ref.kind.value} account does not hold that much.",
            )
        if after > UNITS_MAX:
            raise AmountTooLarge("The balance would be larger than the house can book.", field="amount")
        assert state is not None, "an account is opened before value reaches it"
        planned[account] = after
        return after

    def book(self, plan: Plan, answer: bytes) -> None:
        """Takes a plan into the books together with the answer that its key will give for ever."""
        for account, after in plan.balances.items():
            state = self.accounts[account]
            state.balance = after
            state.version += 1
            state.is_touched = True
            # While it stays below zero the row must be allowed to; once it is back, it no longer is.
            state.allows_negative = after < 0
        self.transfers.extend(plan.transfers)
        self.operations.append(OperationRow(plan.operation_id, plan.act, answer))
        self.known[(plan.act.source, plan.act.key)] = Kept(
            plan.act.request_hash, plan.operation_id, answer, None
        )

    def planned(self, plan: Plan, wallet: Wallet) -> int:
        """What the wallet holds once the plan is booked."""
        state = self.accounts.get(account := account_id(self.tenant_id, wallet))
        return plan.balances.get(account, 0 if state is None else state.balance)

    def touch(self, wallet: Wallet) -> None:
        """Moves a wallet on although it holds what it held: who remembers it from before is found out.

        For an act whose answer tells the balance without changing it. Its place among the acts that
        do change it would not be certain otherwise: one of those might have been decided before it,
        on what is remembered, and be written after it.
        """
        state = self.accounts.get(account_id(self.tenant_id, wallet))
        if state is not None:
            state.version += 1
            state.is_touched = True

    def refuse(self, act: Act, refusal: Refusal) -> None:
        """Keeps a refusal under the act's key: the same request is refused the same way for ever."""
        kept = remember(refusal)
        self.refusals.append(RefusalRow(act, kept))
        self.known[(act.source, act.key)] = Kept(act.request_hash, None, b"", kept)

    def after(self, member_id: MemberId, currency: str, kinds: Collection[WalletKind]) -> list[AccountState]:
        """Those of a member's wallets that exist, as they read after the group is written."""
        ids = [account_id(self.tenant_id, Wallet(member_id, kind, currency)) for kind in kinds]
        return [self.accounts[key] for key in ids if key in self.accounts]

    def relied(self) -> list[AccountState]:
        """Remembered accounts that this group did not change, in key order: they too must be as they were."""
        states = (self.accounts[key] for key in sorted(self._remembered))
        return [state for state in states if not state.is_touched]

    def touched(self) -> list[AccountState]:
        """The accounts that this group changed, in key order."""
        return sorted(
            (state for state in self.accounts.values() if state.is_touched),
            key=lambda state: state.account_id,
        )


def check_movement(movement: Movement) -> None:
    """Asserts that a movement is one the ledger knows; anything else is a bug of the caller."""
    code, debit, credit, units = movement
    assert units > 0, "a transfer moves a positive amount"
    assert debit != credit, "a transfer needs two accounts"
    assert debit.currency == credit.currency, "a transfer has one currency"
    debits, credits_ = ALLOWED[code]
    assert debit.kind in debits, f"{code.word} cannot debit {debit}"
    assert credit.kind in credits_, f"{code.word} cannot credit {credit}"


def keeps_balance(ref: AccountRef) -> bool:
    """Whether an account keeps a running balance: members' do, the house's and the pools' do not."""
    return owner_of(ref)[0] is Owner.MEMBER


def code_of(word: str) -> Code | None:
    """The code of a word such as ``withdrawal_hold``, or ``None``."""
    return Code.__members__.get(word.upper())
