"""The catalogue of a tenant as the fast way needs it: in memory, at most two seconds old."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakehouse.domains.compliance import RealityBand, SignificanceSettings, least_units, reality_band_of
from stakehouse.domains.play import store
from stakehouse.domains.play.rules.terms import kind_of
from stakehouse.domains.play.types import GameTerms, PlayTerms
from stakehouse.domains.tenancy import PlayKind, TenantProfile, jurisdiction_of, profile, setting
from stakehouse.infra.cache import TimedCache
from stakehouse.infra.database import Database
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import Clock, system_clock
from stakehouse.kernel.ids import TenantId
from stakehouse.kernel.money import Currency

LIFETIME_S = 2.0
TENANTS_MAX = 4096


@dataclass(frozen=True, slots=True)
class Offer:
    """What a tenant offers to play, in which currencies, and whose days its members' limits count.

    Attributes:
        time_zone: of the tenant (IANA name), for members who have none of their own.
        terms: what the law and the tenant say about bets, by kind of game.
        reality: how often members are asked whether to go on playing.
        gaming: whether the tenant runs games at present; it can be switched off as a whole.
    """

    games: Mapping[str, GameTerms]
    currencies: Mapping[str, Currency]
    time_zone: str
    terms: Mapping[PlayKind, PlayTerms]
    reality: RealityBand | None = None
    gaming: bool = True

    def terms_of(self, game: GameTerms) -> PlayTerms:
        """What holds for bets at a game."""
        return self.terms[kind_of(game)]


class Catalogue:
    """Reads offers when they are asked for; a stale one is read anew, once for all who ask."""

    def __init__(self, database: Database, clock: Clock = system_clock) -> None:
        """Starts empty."""
        self._database = database
        self._clock = clock
        self._offers = TimedCache[TenantId, Offer](lifetime_s=LIFETIME_S, size_max=TENANTS_MAX)

    def known(self, tenant_id: TenantId) -> Offer | None:
        """The offer, if one is in memory and fresh."""
        return self._offers.get(tenant_id)

    async def offer(self, tenant_id: TenantId) -> Offer:
        """The tenant's offer, at most two seconds old."""
        return await self._offers.read(tenant_id, lambda: self._read(tenant_id))

    def forget(self) -> None:
        """Forgets every offer: a game was opened, closed or configured anew."""
        self._offers.forget()

    async def _read(self, tenant_id: TenantId) -> Offer:
        async with begin(
            self._database, tenant_id=tenant_id, actor=system("catalogue"), now=self._clock()
        ) as tx:
            tenant = await profile(tx)
            large = await setting(tx, SignificanceSettings)
        async with self._database.pool.acquire() as conn, conn.transaction():
            await conn.execute("SELECT set_config('app.tenant', $1, true)", str(tenant_id))
            games = await store.catalogue(conn, tenant_id)
        return Offer(
            {game.slug: game for game in games},
            dict(tenant.currencies),
            tenant.time_zone,
            terms_under(tenant, large),
            reality_band_of(tenant),
            tenant.features.gaming,
        )


def terms_under(tenant: TenantProfile, large: SignificanceSettings) -> dict[PlayKind, PlayTerms]:
    """What the law of a tenant and its settings come to, by kind of game."""
    rules = jurisdiction_of(tenant).rules
    currencies = tenant.currencies.values()
    wins = {each.code: least_units(large.of(each.code).win, each.scale) for each in currencies}
    wagers = {each.code: least_units(large.of(each.code).wager, each.scale) for each in currencies}
    return {
        kind: PlayTerms(
            kind=kind,
            cycle_ms=rules.shortest_cycle_ms.of(kind),
            autoplay=rules.autoplay.of(kind),
            parallel=rules.parallel_slots or kind is not PlayKind.SLOTS,
            rules=rules,
            large_win=wins,
            large_wager=wagers,
        )
        for kind in PlayKind
    }


async def has_game(tx: Tx, slug: str) -> bool:
    """Whether the tenant's catalogue has a game of that slug, open or closed."""
    return await store.has_game(tx, slug)


async def add_game(tx: Tx, game: GameTerms) -> bool:
    """Adds a game to the tenant's catalogue; one of that slug is left as it is."""
    return await store.add_game(tx, game)
