"""How a bet moves value: the stake, the shares of the pools, the win."""

from stakehouse.domains.jackpots import Share, seed_of
from stakehouse.domains.ledger import Code, House, HouseKind, InsufficientFunds, Movement, Pool, Wallet
from stakehouse.domains.play.types import Outcome, Scene, StakeLimits


def debit_stake(scene: Scene, wallet: Wallet, stake: int) -> Movement:
    """The stake leaves the member's main account.

    Raises:
        InsufficientFunds: it is not there.
    """
    if scene.books.balance(wallet) < stake:
        raise InsufficientFunds("Your balance is too low for this stake; deposit or stake less.")
    return Movement(Code.BET, wallet, House(HouseKind.GAMING_REVENUE, wallet.currency), stake)


def credit_win(wallet: Wallet, payout: int) -> list[Movement]:
    """The win reaches the member's main account; no movement where nothing was won."""
    if payout == 0:
        return []
    return [Movement(Code.WIN, House(HouseKind.GAMING_REVENUE, wallet.currency), wallet, payout)]


def cap_payout(outcome: Outcome, limits: StakeLimits) -> Outcome:
    """The outcome with the stated maximum win of the game applied."""
    if outcome.payout <= limits.payout_max:
        return outcome
    return outcome._replace(payout=limits.payout_max)


def jackpot_movements(shares: list[Share], wallet: Wallet) -> list[Movement]:
    """Contributions out of the house's revenue, and for a pool that was hit the win and new seed."""
    movements = []
    revenue = House(HouseKind.GAMING_REVENUE, wallet.currency)
    for share in shares:
        pool = Pool(share.entry.jackpot.id, wallet.currency)
        if share.units:
            movements.append(Movement(Code.JACKPOT_CONTRIBUTION, revenue, pool, share.units))
        if share.win is None:
            continue
        if share.win.amount:
            movements.append(Movement(Code.JACKPOT_WIN, pool, wallet, share.win.amount))
        if share.entry.jackpot.seed_amount:
            movements.append(seed_of(share.entry.jackpot))
    return movements
