"""What anybody may know of a tenant: enough to draw its pages and its registration form."""

from fastapi import APIRouter

from stakehouse.domains.tenancy import service
from stakehouse.domains.tenancy.errors import TenantNotFound, TenantSuspended
from stakehouse.domains.tenancy.types import TenantProfile
from stakehouse.infra.web.guard import public
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer
from stakehouse.infra.web.unit_of_work import UnitOfWork


class CurrencyAnswer(Answer):
    """A currency of the tenant."""

    code: str
    scale: int
    kind: str


class FeaturesAnswer(Answer):
    """What the tenant runs."""

    gaming: bool
    loyalty: bool


class BrandingAnswer(Answer):
    """How the tenant looks; ``chroma`` is a decimal string."""

    name: str
    hue: int
    chroma: str
    radius: int


class TenantAnswer(Answer):
    """A tenant in public."""

    slug: str
    name: str
    currencies: list[CurrencyAnswer]
    default_currency: str
    languages: list[str]
    features: FeaturesAnswer
    branding: BrandingAnswer
    minimum_age: int
    blocked_countries: list[str]
    support_email: str


router = APIRouter(tags=["tenancy"])


@router.get(
    "/tenant",
    dependencies=[public("the pages before sign-in need names, colours and the registration's rules")],
    responses=refuses(TenantNotFound, TenantSuspended),
)
async def tenant(tx: UnitOfWork) -> TenantAnswer:
    """The tenant that answers here."""
    return _answer(await service.profile(tx))


def _answer(profile: TenantProfile) -> TenantAnswer:
    return TenantAnswer(
        slug=profile.slug,
        name=profile.name,
        currencies=[
            CurrencyAnswer(code=currency.code, scale=currency.scale, kind=currency.kind.value)
            for currency in profile.currencies.values()
        ],
        default_currency=profile.default_currency,
        languages=list(profile.languages),
        features=FeaturesAnswer(gaming=profile.features.gaming, loyalty=profile.features.loyalty),
        branding=BrandingAnswer(
            name=profile.branding.name,
            hue=profile.branding.hue,
            chroma=profile.branding.chroma,
            radius=profile.branding.radius,
        ),
        minimum_age=profile.minimum_age,
        blocked_countries=sorted(profile.blocked_countries),
        support_email=profile.support_email,
    )
