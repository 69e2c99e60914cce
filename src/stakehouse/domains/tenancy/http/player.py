"""What anybody may know of a tenant: enough to draw its pages and its registration form."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi import Request as HttpRequest

from stakehouse.domains.tenancy import service
from stakehouse.domains.tenancy.errors import LogoNotFound, TenantNotFound, TenantSuspended
from stakehouse.domains.tenancy.service import branding
from stakehouse.domains.tenancy.types import LimitPrompt, TenantProfile
from stakehouse.infra.web.context import edge_of
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
    logo: str


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


class ByKindAnswer(Answer):
    """What the law says of each kind of game."""

    slots: bool
    casino: bool


class PaceAnswer(Answer):
    """Milliseconds from one bet to the next, by kind of game; 0 where no law slows it."""

    slots: int
    casino: int


class RealityCheckAnswer(Answer):
    """Minutes of play between two checks, and what a member may choose."""

    default_minutes: int
    min_minutes: int
    max_minutes: int


class HouseRulesAnswer(Answer):
    """The law a house is under, as far as its pages obey it.

    Attributes:
        jurisdiction: the authority's code; ``unknown`` where nobody knows the law, which is then the
            strictest of all.
    """

    jurisdiction: str
    jurisdiction_name: str
    authority: str
    version: int
    minimum_age: int
    shortest_cycle_ms: PaceAnswer
    autoplay: ByKindAnswer
    turbo: bool
    slam_stop: bool
    celebrates_losses: bool
    parallel_slots: bool
    demo_age_gate: bool
    credit_cards: bool
    kyc_before_deposit: bool
    kyc_before_withdrawal: bool
    reality_check: RealityCheckAnswer
    cooling_off_hours: int
    deposit_limit_prompt: LimitPrompt
    session_idle_minutes: int
    complaint_days: int


@router.get(
    "/house",
    dependencies=[public("the pages obey the law of the house, for visitors too")],
    responses=refuses(TenantNotFound, TenantSuspended),
)
async def house(tx: UnitOfWork) -> HouseRulesAnswer:
    """What the law of the house demands of its pages: speed of play, autoplay, ages, checks."""
    profile = await service.profile(tx)
    law = service.jurisdiction_of(profile)
    rules = law.rules
    return HouseRulesAnswer(
        jurisdiction=law.code,
        jurisdiction_name=law.name,
        authority=law.authority,
        version=law.version,
        minimum_age=service.minimum_age_of(profile),
        shortest_cycle_ms=PaceAnswer(
            slots=rules.shortest_cycle_ms.slots, casino=rules.shortest_cycle_ms.casino
        ),
        autoplay=ByKindAnswer(slots=rules.autoplay.slots, casino=rules.autoplay.casino),
        turbo=rules.turbo,
        slam_stop=rules.slam_stop,
        celebrates_losses=rules.celebrates_losses,
        parallel_slots=rules.parallel_slots,
        demo_age_gate=rules.demo_age_gate,
        credit_cards=rules.credit_cards,
        kyc_before_deposit=rules.kyc_before_deposit,
        kyc_before_withdrawal=rules.kyc_before_withdrawal,
        reality_check=RealityCheckAnswer(
            default_minutes=rules.reality_check_default_minutes,
            min_minutes=rules.reality_check_min_minutes,
            max_minutes=rules.reality_check_max_minutes,
        ),
        cooling_off_hours=rules.cooling_off_hours,
        deposit_limit_prompt=service.deposit_limit_prompt_of(profile),
        session_idle_minutes=rules.session_idle_minutes,
        complaint_days=rules.complaint_days,
    )


async def named_in_address(
    request: HttpRequest, tenant: Annotated[str | None, Query(pattern="^[a-z0-9-]{1,63}$")] = None
) -> None:
    """Takes the house from the address: a browser fetches a picture without our header."""
    if tenant is not None and "x-tenant" not in request.headers:
        host = request.headers.get("host", "")
        request.state.tenant = await edge_of(request).gate.tenant_of(host, tenant)


@router.get(
    "/tenant/logo/{logo}",
    dependencies=[
        Depends(named_in_address),
        public("logos stand on pages before sign-in and in mails"),
    ],
    responses={
        200: {"content": {"image/png": {}}, "description": "The picture."},
        **refuses(LogoNotFound),
    },
    response_class=Response,
)
async def tenant_logo(logo: Annotated[str, Path(pattern="^[0-9a-f]{64}$")], tx: UnitOfWork) -> Response:
    """A logo of the tenant; a picture of another look has another name."""
    return Response(
        await branding.logo(tx, logo),
        media_type="image/png",
        headers={
            "cache-control": "public, max-age=31536000, immutable",
        },
    )


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
            logo=profile.branding.logo,
        ),
        minimum_age=service.minimum_age_of(profile),
        blocked_countries=sorted(profile.blocked_countries),
        support_email=profile.support_email,
    )
