"""The table of codes: each names the accounts that may stand on either side."""

import pytest

from stakehouse.domains.ledger import Code, House, HouseKind, Movement, Pool, Wallet, WalletKind
from stakehouse.domains.ledger.rules.books import check_movement, code_of
from stakehouse.domains.ledger.types import ALLOWED, AccountRef, account_id, owner_of
from stakehouse.kernel.ids import MemberId, TenantId, new_id

ANN, BEN = MemberId(new_id()), MemberId(new_id())
OF_MEMBERS = {kind.value for kind in WalletKind}
KINDS = OF_MEMBERS | {kind.value for kind in HouseKind} | {"pool"}


def account(kind: str, member: MemberId = ANN) -> AccountRef:
    if kind == "pool":
        return Pool(new_id(), "EUR")
    if kind in OF_MEMBERS:
        return Wallet(member, WalletKind(kind), "EUR")
    return House(HouseKind(kind), "EUR")


def test_every_code_has_its_line() -> None:
    assert set(ALLOWED) == set(Code)


@pytest.mark.parametrize("code", Code, ids=lambda code: code.word)
def test_a_line_names_accounts_that_exist_and_can_be_moved_between(code: Code) -> None:
    debits, credits_ = ALLOWED[code]

    assert debits
    assert credits_
    assert debits | credits_ <= KINDS
    assert any(debit != credit or debit in {"points", "main"} for debit in debits for credit in credits_)


@pytest.mark.requirement("25")
@pytest.mark.parametrize("code", Code, ids=lambda code: code.word)
def test_what_a_line_allows_passes_and_nothing_else_does(code: Code) -> None:
    debits, credits_ = ALLOWED[code]

    for debit in KINDS:
        for credit in KINDS:
            movement = Movement(code, account(debit, ANN), account(credit, BEN), 1)
            if movement.debit == movement.credit:
                continue
            if debit in debits and credit in credits_:
                check_movement(movement)
            else:
                with pytest.raises(AssertionError):
                    check_movement(movement)


def test_numbers_of_codes_never_change() -> None:
    assert (Code.DEPOSIT, Code.BET, Code.WIN, Code.JACKPOT_WIN, Code.ADJUSTMENT) == (1, 20, 21, 42, 70)
    assert code_of("withdrawal_hold") is Code.WITHDRAWAL_HOLD
    assert code_of("theft") is None


@pytest.mark.parametrize(
    ("units", "credit"), [(0, "gaming_revenue"), (-5, "gaming_revenue"), (1, "platform_fees")]
)
def test_a_movement_that_is_none_is_a_bug(units: int, credit: str) -> None:
    with pytest.raises(AssertionError):
        check_movement(Movement(Code.BET, account("main"), account(credit), units))


def test_currencies_never_mix() -> None:
    dollars = House(HouseKind.GAMING_REVENUE, "USD")

    with pytest.raises(AssertionError):
        check_movement(Movement(Code.BET, account("main"), dollars, 1))


def test_an_account_has_one_id_in_every_process() -> None:
    tenant = TenantId(new_id())
    mine = Wallet(ANN, WalletKind.MAIN, "EUR")

    assert account_id(tenant, mine) == account_id(tenant, Wallet(ANN, WalletKind.MAIN, "EUR"))
    assert account_id(tenant, mine).version == 8
    others = {
        account_id(tenant, ref)
        for ref in (
            mine,
            Wallet(BEN, WalletKind.MAIN, "EUR"),
            Wallet(ANN, WalletKind.BONUS, "EUR"),
            Wallet(ANN, WalletKind.MAIN, "USD"),
            House(HouseKind.EXTERNAL, "EUR", part=ANN),
            Pool(ANN, "EUR"),
        )
    }
    assert len(others | {account_id(TenantId(new_id()), mine)}) == 7
    assert owner_of(mine)[1] == ANN
