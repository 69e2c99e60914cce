"""The three houses: one for games, one for guests, one for both."""

from stakehouse.apps.seed.ground import Ground
from stakehouse.domains import access, tenancy
from stakehouse.domains.identity import SignInLimits
from stakehouse.domains.tenancy import Branding, Features, TenantSeed
from stakehouse.kernel.ids import TenantId, new_id
from stakehouse.kernel.money import Currency

EUR, USD, RUB = Currency("EUR", 2), Currency("USD", 2), Currency("RUB", 2)
BLOCKED = frozenset({"CU", "IR", "KP", "SY"})

HOUSES = (
    TenantSeed(
        slug="lucky",
        name="Lucky Ltd",
        jurisdiction="MT",
        features=Features(gaming=True, loyalty=False),
        languages=("en", "ru", "id"),
        currencies=(EUR, USD),
        minimum_age=18,
        blocked_countries=BLOCKED,
        time_zone="Europe/Malta",
        support_email="help@lucky.test",
        branding=Branding(name="Lucky", hue=152, chroma="0.16", radius=14),
        hosts=("lucky.localhost",),
    ),
    TenantSeed(
        slug="bistro",
        name="Bistro OOO",
        jurisdiction="RU",
        features=Features(gaming=False, loyalty=True),
        languages=("en", "ru"),
        currencies=(RUB,),
        minimum_age=14,
        blocked_countries=frozenset(),
        time_zone="Europe/Moscow",
        support_email="help@bistro.test",
        branding=Branding(name="Bistro", hue=38, chroma="0.15", radius=18),
        hosts=("bistro.localhost",),
    ),
    TenantSeed(
        slug="resort",
        name="Resort & Casino SE",
        jurisdiction="MT",
        features=Features(gaming=True, loyalty=True),
        languages=("en", "ru", "id"),
        currencies=(EUR,),
        minimum_age=18,
        blocked_countries=BLOCKED,
        time_zone="Europe/Vienna",
        support_email="help@resort.test",
        branding=Branding(name="Resort", hue=262, chroma="0.17", radius=8),
        hosts=("resort.localhost",),
    ),
)

SLUGS = tuple(house.slug for house in HOUSES)

# On one machine everybody comes from one address; limits per address would lock all out together.
ONE_MACHINE = SignInLimits(attempts_per_address=100_000, registrations_per_address=100_000)


async def open_houses(ground: Ground) -> None:
    """Opens the houses with their shipped roles, and brings those roles up to date."""
    async with ground.database.engine.connect() as conn:
        known = {tenant.slug: tenant for tenant in await tenancy.tenants(conn)}
    for house in HOUSES:
        tenant = known.get(house.slug)
        async with ground.begin(TenantId(new_id()) if tenant is None else tenant.id) as tx:
            if tenant is None:
                tenant = await tenancy.open_tenant(tx, house)
                await tenancy.change_setting(tx, ONE_MACHINE, after=0, reason="Everybody shares one machine.")
            await access.keep_shipped_roles(tx)
        ground.tenants[house.slug] = tenant
