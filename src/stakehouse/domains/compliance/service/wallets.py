"""The lock that orders a change of protections among the bets of a member."""

from stakehouse.domains import ledger
from stakehouse.domains.ledger import Wallet, account_id
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def hold_play(tx: Tx, member_id: MemberId) -> None:
    """Locks the member's wallets: bets under way are committed, later ones see what changes here.

    The wallet engine locks the same rows in the same order before it reads protections, and demands
    their versions if it remembers the member. Who has no wallet yet has nothing to bet with.
    """
    wallets = [
        account_id(tx.tenant_id, Wallet(member_id, balance.kind, balance.currency))
        for balance in await ledger.balances(tx, member_id)
    ]
    if wallets:
        await ledger.read(await ledger.driver(tx), tx.tenant_id, wallets, [])
