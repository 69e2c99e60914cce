"""Use cases of the jackpots: open a pool, show the ticker, opt in and out, lock for a win."""

from collections.abc import Sequence
from dataclasses import replace

from stakehouse.domains.jackpots import store
from stakehouse.domains.jackpots.errors import JackpotNotFound
from stakehouse.domains.jackpots.store import PoolRows
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
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.pipeline import Statements
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import JackpotId, MemberId, RoundId, TenantId

# A pool moves with every bet and is looked at by everybody: who asks within two seconds hears the
# same amount, and the ticker costs no more than one reading, however many watch it.
_tickers: TimedCache[TenantId, list[JackpotView]] = TimedCache(lifetime_s=2.0, size_max=2_000)


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
        _pool(jackpot),
        jackpot.seed_amount,
    )


async def ticker(tx: Tx) -> list[JackpotView]:
    """The open pools with what was in them within the last two seconds."""
    known = _tickers.get(tx.tenant_id)
    if known is not None:
        return known
    turn = _tickers.turn
    conn = await driver(tx)
    views = [
        replace(view, amount=await pool_balance(conn, tx.tenant_id, _pool(view.jackpot)))
        for view in await store.listed(tx)
    ]
    _tickers.keep(tx.tenant_id, views, turn)
    return views


def _pool(jackpot: Jackpot) -> Pool:
    return Pool(jackpot.id, jackpot.currency)


async def chosen(tx: Tx, member_id: MemberId) -> set[JackpotId]:
    """The pools that the member's stakes feed, as chosen by the member."""
    return await store.chosen(tx, member_id)


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


async def lock_pool(conn: Statements, tenant_id: TenantId, rows: PoolRows, jackpot: Jackpot) -> None:
    """Locks a pool that is about to be won and reads what is in it.

    Contributions that other processes have not committed yet stay in the pool for the next winner.
    """
    await store.lock(conn, tenant_id, jackpot.id)
    rows.balances[jackpot.id] = await pool_balance(conn, tenant_id, _pool(jackpot))
