"""The books of a group: random histories against a ledger that a child could keep."""

from dataclasses import dataclass

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from stakehouse.domains.ledger import (
    Act,
    AmountTooLarge,
    Books,
    Code,
    House,
    HouseKind,
    InsufficientFunds,
    Movement,
    Subject,
    Wallet,
    WalletKind,
    account_id,
)
from stakehouse.domains.ledger.rules.books import AccountState
from stakehouse.domains.ledger.types import AccountRef
from stakehouse.kernel.errors import IdempotencyConflict, Refusal
from stakehouse.kernel.ids import AccountId, MemberId, TenantId, new_id
from stakehouse.kernel.money import UNITS_MAX

TENANT = TenantId(new_id())
MEMBERS = tuple(MemberId(new_id()) for _ in range(3))
REVENUE = House(HouseKind.GAMING_REVENUE, "EUR")
ADJUSTMENTS = House(HouseKind.ADJUSTMENTS, "EUR")

ONE_MEMBER = st.sampled_from(MEMBERS)
UNITS = st.one_of(st.integers(1, 50), st.integers(1, UNITS_MAX))
KEYS = st.integers(0, 15).map(str)


def main(member: MemberId) -> Wallet:
    return Wallet(member, WalletKind.MAIN, "EUR")


def locked(member: MemberId) -> Wallet:
    return Wallet(member, WalletKind.LOCKED, "EUR")


def books(**balances: int) -> Books:
    """Books over the members' accounts; ``ann=5`` gives the first member five units."""
    states: dict[AccountId, AccountState] = {}
    for at, member in enumerate(MEMBERS):
        for ref in (main(member), locked(member)):
            held = list(balances.values())[at] if at < len(balances) and ref == main(member) else 0
            key = account_id(TENANT, ref)
            states[key] = AccountState(key, held, 0)
    return Books(TENANT, states, {})


def act(member: MemberId, key: str, content: str = "") -> Act:
    return Act("bet", member, key, content.encode(), Subject("round", new_id()), member)


@dataclass
class Remembered:
    """What the model keeps under a key."""

    content: str
    answer: bytes | None


class Histories(RuleBasedStateMachine):
    """Bets, wins, holds, rollbacks and repeats; the model moves plain numbers about."""

    def __init__(self) -> None:
        super().__init__()
        self.books = books()
        self.model: dict[AccountRef, int] = {}
        self.keys: dict[tuple[MemberId, str], Remembered] = {}
        self.forced: set[AccountRef] = set()

    @rule(member=ONE_MEMBER, key=KEYS, units=UNITS)
    def win(self, member: MemberId, key: str, units: int) -> None:
        self._do(member, key, [Movement(Code.WIN, REVENUE, main(member), units)])

    @rule(member=ONE_MEMBER, key=KEYS, units=UNITS)
    def bet(self, member: MemberId, key: str, units: int) -> None:
        self._do(member, key, [Movement(Code.BET, main(member), REVENUE, units)])

    @rule(member=ONE_MEMBER, key=KEYS, stake=UNITS, payout=UNITS)
    def bet_and_win(self, member: MemberId, key: str, stake: int, payout: int) -> None:
        self._do(
            member,
            key,
            [
                Movement(Code.BET, main(member), REVENUE, stake),
                Movement(Code.WIN, REVENUE, main(member), payout),
            ],
        )

    @rule(member=ONE_MEMBER, key=KEYS, units=UNITS)
    def hold(self, member: MemberId, key: str, units: int) -> None:
        self._do(member, key, [Movement(Code.WITHDRAWAL_HOLD, main(member), locked(member), units)])

    @rule(member=ONE_MEMBER, key=KEYS, units=UNITS)
    def release(self, member: MemberId, key: str, units: int) -> None:
        self._do(member, key, [Movement(Code.WITHDRAWAL_RELEASE, locked(member), main(member), units)])

    @rule(member=ONE_MEMBER, key=KEYS, units=st.integers(1, 50))
    def roll_a_win_back(self, member: MemberId, key: str, units: int) -> None:
        self._do(member, key, [Movement(Code.WIN_ROLLBACK, main(member), REVENUE, units)], forced=True)

    @invariant()
    def the_books_agree_with_the_model(self) -> None:
        for member in MEMBERS:
            for ref in (main(member), locked(member)):
                assert self.books.balance(ref) == self.model.get(ref, 0)

    @invariant()
    def everything_sums_up_to_zero(self) -> None:
        assert sum(self.model.values()) == 0
        moved: dict[AccountId, int] = {}
        for row in self.books.transfers:
            moved[row.debit_account] = moved.get(row.debit_account, 0) - row.amount
            moved[row.credit_account] = moved.get(row.credit_account, 0) + row.amount
        assert sum(moved.values()) == 0
        for state in self.books.accounts.values():
            assert state.balance == moved.get(state.account_id, 0)

    @invariant()
    def nobody_is_below_zero_unless_forced(self) -> None:
        for ref, units in self.model.items():
            if isinstance(ref, Wallet):
                assert units >= 0 or ref in self.forced
                state = self.books.accounts[account_id(TENANT, ref)]
                assert state.allows_negative == (units < 0)

    @invariant()
    def each_key_has_one_operation(self) -> None:
        heads = [(row.act.source, row.act.key) for row in self.books.operations]
        assert len(heads) == len(set(heads))

    def _do(self, member: MemberId, key: str, movements: list[Movement], *, forced: bool = False) -> None:
        content = str([(m.code, m.units) for m in movements])
        asked = act(member, key, content)
        known = self.keys.get((member, key))
        if known is not None and known.content != content:
            with pytest.raises(IdempotencyConflict):
                self.books.first_answer(asked)
            return
        if known is not None and known.answer is None:
            with pytest.raises(Refusal):
                self.books.first_answer(asked)
            return
        first = self.books.first_answer(asked)
        if known is not None:
            assert first == known.answer
            return
        assert first is None

        after = dict(self.model)
        refusal = self._expected(after, movements, forced=forced)
        if refusal is not None:
            with pytest.raises(refusal) as refused:
                self.books.plan(asked, movements, forced=forced)
            self.books.refuse(asked, refused.value)
            self.keys[member, key] = Remembered(content, None)
            return
        answer = f"answer to {member} {key}".encode()
        self.books.book(self.books.plan(asked, movements, forced=forced), answer)
        self.model = after
        self.keys[member, key] = Remembered(content, answer)
        self.forced |= {ref for ref, units in after.items() if forced and units < 0}

    def _expected(
        self, after: dict[AccountRef, int], movements: list[Movement], *, forced: bool
    ) -> type[InsufficientFunds | AmountTooLarge] | None:
        """Moves the model's numbers; answers the refusal that the books must give, if any."""
        for movement in movements:
            after[movement.debit] = after.get(movement.debit, 0) - movement.units
            if isinstance(movement.debit, Wallet) and after[movement.debit] < 0 and not forced:
                return InsufficientFunds
            after[movement.credit] = after.get(movement.credit, 0) + movement.units
            if isinstance(movement.credit, Wallet) and after[movement.credit] > UNITS_MAX:
                return AmountTooLarge
        return None


Histories.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestHistories = Histories.TestCase


def test_a_plan_alone_changes_nothing() -> None:
    ann = MEMBERS[0]
    ledger = books(ann=100)

    ledger.plan(act(ann, "k"), [Movement(Code.BET, main(ann), REVENUE, 100)])

    assert ledger.balance(main(ann)) == 100
    assert ledger.operations == []
    assert ledger.first_answer(act(ann, "k")) is None


def test_all_movements_of_an_operation_or_none() -> None:
    ann, ben = MEMBERS[:2]
    ledger = books(ann=10, ben=10)

    with pytest.raises(InsufficientFunds):
        ledger.plan(
            act(ann, "k"),
            [
                Movement(Code.BET, main(ann), REVENUE, 10),
                Movement(Code.BET, main(ben), REVENUE, 11),
            ],
        )

    assert ledger.balance(main(ann)) == 10
    assert ledger.transfers == []


def test_a_stake_can_be_paid_from_the_win_before_it_and_never_from_the_one_after() -> None:
    ann = MEMBERS[0]
    win = Movement(Code.WIN, REVENUE, main(ann), 10)
    bet = Movement(Code.BET, main(ann), REVENUE, 10)

    books().plan(act(ann, "k"), [win, bet])
    with pytest.raises(InsufficientFunds):
        books().plan(act(ann, "k"), [bet, win])


def test_a_refusal_is_told_again_in_the_same_words() -> None:
    ann = MEMBERS[0]
    ledger = books()
    asked = act(ann, "k")
    with pytest.raises(InsufficientFunds) as first:
        ledger.plan(asked, [Movement(Code.BET, main(ann), REVENUE, 1)])
    ledger.refuse(asked, first.value)

    with pytest.raises(Exception, match="not enough money") as again:
        ledger.first_answer(asked)

    told = again.value
    for name in ("kind", "code", "title", "detail", "field"):
        assert getattr(told, name) == getattr(first.value, name)


@pytest.mark.requirement("30")
def test_a_forced_account_takes_no_further_debit_until_it_is_back() -> None:
    ann = MEMBERS[0]
    ledger = books(ann=3)
    rollback = [Movement(Code.WIN_ROLLBACK, main(ann), REVENUE, 5)]
    ledger.book(ledger.plan(act(ann, "rollback"), rollback, forced=True), b"")
    assert ledger.balance(main(ann)) == -2

    with pytest.raises(InsufficientFunds):
        ledger.plan(act(ann, "bet"), [Movement(Code.BET, main(ann), REVENUE, 1)])
    back = [Movement(Code.ADJUSTMENT, ADJUSTMENTS, main(ann), 2)]
    ledger.book(ledger.plan(act(ann, "back"), back), b"")

    assert ledger.balance(main(ann)) == 0
    assert not ledger.accounts[account_id(TENANT, main(ann))].allows_negative
