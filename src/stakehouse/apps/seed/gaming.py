"""What is played: the books, the five games and a jackpot of each gaming house, money to play with."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakehouse.apps.seed.ground import Ground
from stakehouse.domains import games, jackpots, ledger
from stakehouse.domains.games import NewGame
from stakehouse.domains.jackpots import Jackpot, Level
from stakehouse.domains.ledger import NO_OWNER, Code, House, HouseKind, Movement, Subject, Wallet, WalletKind
from stakehouse.domains.play import StakeLimits
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import JackpotId, MemberId, new_id

MONEY = ("EUR", "USD")
"""The currencies played in; both have two decimals."""

STAKE_MIN, STAKE_MAX = 10, 500_00
WIN_MAX = 5_000_000_00
OPENING_UNITS = 1_000_00
OPENING_CURRENCY = "EUR"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A game as every gaming house offers it."""

    slug: str
    title: str
    category: str
    config: Mapping[str, object]
    win_max: int = WIN_MAX


# A stake of 500.00 wins 5,000,000.00 at most: what a house of this size could pay at once.
SHELVES = (
    Shelf("dice", "Dice", "originals", {}),
    Shelf("mines", "Mines", "originals", {"max_win_multiplier": 10_000}),
    Shelf("slots", "Aurora 5", "slots", {}),
    Shelf("roulette", "European Roulette", "table", {}, win_max=36 * STAKE_MAX),
    Shelf("limbo", "Limbo", "originals", {"max_win_multiplier": 10_000}),
)


async def open_books(ground: Ground) -> None:
    """Opens the accounts of each house in each of its currencies."""
    for tenant in ground.tenants.values():
        async with ground.begin(tenant.id) as tx:
            await ledger.open_house_accounts(tx, tuple(tenant.currencies))


async def lay_tables(ground: Ground) -> None:
    """Puts the games live, opens a jackpot, and gives the players something to begin with."""
    for tenant in ground.tenants.values():
        if not tenant.features.gaming:
            continue
        async with ground.begin(tenant.id) as tx:
            await _publish(tx, tenant)
            pool = _grand(tenant)
            is_new = await jackpots.open_jackpot(tx, pool)
            player = ground.players.get(tenant.slug)
            # Who left the pool meanwhile is not brought back by a second sowing.
            if player is not None and await _fund(tx, player) and is_new:
                await jackpots.choose(tx, player, pool.id, is_opted_in=True)


async def _publish(tx: Tx, tenant: TenantProfile) -> None:
    for position, shelf in enumerate(SHELVES, start=1):
        limits = StakeLimits(STAKE_MIN, STAKE_MAX, shelf.win_max)
        await games.publish(
            tx,
            NewGame(
                slug=shelf.slug,
                title=shelf.title,
                engine=shelf.slug,
                category=shelf.category,
                config=shelf.config,
                limits={code: limits for code in MONEY if code in tenant.currencies},
                position=position,
            ),
        )


def _grand(tenant: TenantProfile) -> Jackpot:
    return Jackpot(
        id=JackpotId(new_id()),
        slug=f"{tenant.slug}-grand",
        name=f"{tenant.branding.name} Grand",
        level=Level.GRAND,
        currency=tenant.default_currency,
        contribution_bp=100,
        seed_amount=1_000_00,
        stake_per_hit=250_000_00,
    )


async def _fund(tx: Tx, player: MemberId) -> bool:
    """Gives a player the opening balance; false if it was given before."""
    posted = await ledger.post(
        tx,
        kind="opening",
        source=NO_OWNER,
        key=f"opening:{player}",
        subject=Subject("member", player),
        member_id=player,
        movements=[
            Movement(
                Code.ADJUSTMENT,
                House(HouseKind.ADJUSTMENTS, OPENING_CURRENCY),
                Wallet(player, WalletKind.MAIN, OPENING_CURRENCY),
                OPENING_UNITS,
            )
        ],
    )
    return not posted.replayed
