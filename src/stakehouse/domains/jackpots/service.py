"""Use cases of the jackpots: open a pool, show the ticker, opt in and out, lock for a win."""

from collections.abc import Sequence
from dataclasses import replace

from stakehouse.domains.jackpots import store
from stakehouse.domains.jackpots.errors import JackpotNotFound
from stakehouse.domains.jackpots.store import Connection, PoolRows
from stakehouse.domains.jackpots.types import Jackpot, JackpotView
from stakehouse.domains.ledger import (
    NO_OWNER,
    Code,
    House,
    HouseKind,
    Movement,
    Pool,
    Subject,
    driver,
    pool_balance,
    post,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import JackpotId, MemberId, RoundId, TenantId


async def open_jackpot(tx: Tx, jackpot: Jackpot) -> bool:
    """Opens a pool and puts the first seed in; a pool of that slug is left as it is."""
    if not await store.add(tx, jackpot):
        return False

    if jackpot.seed_amount:
        await post(
            tx,
            kind="jackpot_seed",
            source=NO_OWNER,
            key=f"jackpot-seed:{jackpot.id}",
            subject=Subject("jackpot", jackpot.id),
            movements=[seed_of(jackpot)],
        )
    return True


def seed_of(jackpot: Jackpot) -> Movement:
    """The house's seed for a pool."""
    return Movement(
        Code.JACKPOT_SEED,
        House(HouseKind.JACKPOT_RESERVE, jackpot.currency),
        Pool(jackpot.id, jackpot.currency),
        jackpot.seed_amount,
    )


async def ticker(tx: Tx, member_id: MemberId | None = None) -> list[JackpotView]:
    """The open pools with what is in them now."""
    views = await store.listed(tx, member_id)
    conn = await driver(tx)
    return [
        replace(
            view, amount=await pool_balance(conn, tx.tenant_id, Pool(view.jackpot.id, view.jackpot.currency))
        )
        for view in views
    ]


def _pool(jackpot: Jackpot) -> Pool:
    return Pool(jackpot.id, jackpot.currency)


async def choose(tx: Tx, member_id: MemberId, jackpot_id: JackpotId, *, is_opted_in: bool) -> None:
    """Opts a member in or out of a pool; acts on the next bet.

    Raises:
        JackpotNotFound: the tenant has no such pool.
    """
    if not await store.exists(tx, jackpot_id):
        raise JackpotNotFound("There is no such jackpot.")
    await store.opt(tx, member_id, jackpot_id, is_opted_in=is_opted_in)


async def wins_of(tx: Tx, rounds: Sequence[RoundId]) -> dict[RoundId, list[tuple[Jackpot, int]]]:
    """The pools that some rounds won, with what they paid."""
    return await store.wins_of(tx, rounds)


async def lock_pool(conn: Connection, tenant_id: TenantId, rows: PoolRows, jackpot: Jackpot) -> None:
    """Locks a pool that is about to be won and reads what is in it.

    Contributions that other processes have not committed yet stay in the pool for the next winner.
    """
    await store.lock(conn, tenant_id, jackpot.id)
    pool = Pool(jackpot.id, jackpot.currency)
    rows.balances[jackpot.id] = await pool_balance(conn, tenant_id, pool)
