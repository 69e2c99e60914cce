"""The platform's staff: tenants opened, switched, suspended and closed."""
# ruff: noqa: FAST003 - the transaction of a route takes the tenant's id from its path

from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains import access, tenancy
from stakehouse.domains.access import Approval, ApprovalKind
from stakehouse.domains.console import rules, service
from stakehouse.domains.console.errors import (
    ClosingAsked,
    HouseNotReady,
    InvitationOver,
    SlugTaken,
    WrongStatus,
)
from stakehouse.domains.console.types import House, HouseStepKind, NewHouse, Step
from stakehouse.domains.tenancy import Features, TenantNotFound, TenantProfile, TenantStatus
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import edge_of, tenant_of
from stakehouse.infra.web.guard import public, staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork, unit_of_work
from stakehouse.kernel.errors import Invalid, NotFound
from stakehouse.kernel.ids import TenantId, new_id
from stakehouse.kernel.money import Currency, CurrencyKind, format_units

KINDS = {
    service.CLOSING: ApprovalKind(service.CLOSING, "tenants:manage", service.carry_out_closing),
}

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=rules.NAME_LETTERS)]


class CurrencyBody(Request):
    """A currency of the house; how many decimals it has is fixed for good."""

    code: str = Field(pattern=rules.CURRENCY)
    scale: int = Field(ge=0, le=rules.SCALE_MAX)
    kind: CurrencyKind = CurrencyKind.FIAT


class FeaturesBody(Request):
    """What the house runs, and why it changes."""

    gaming: bool
    loyalty: bool
    reason: Reason


class NewTenantBody(Request):
    """What it takes to open a house."""

    slug: str = Field(pattern=rules.SLUG)
    name: Line
    jurisdiction: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=2, max_length=rules.LAW_LETTERS)
    ]
    gaming: bool
    loyalty: bool
    languages: list[Annotated[str, StringConstraints(pattern=rules.LANGUAGE)]] = Field(
        min_length=1, max_length=20
    )
    currencies: list[CurrencyBody] = Field(min_length=1, max_length=30)
    time_zone: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    support_email: str = Field(pattern=rules.EMAIL)
    owner_email: str = Field(pattern=rules.EMAIL)
    owner_name: Line
    minimum_age: int = Field(default=18, ge=0, le=30)


class ReasonBody(Request):
    """Why."""

    reason: Reason


class CloseTenantBody(Request):
    """Why, and whether balances that nobody took out may stay in the books."""

    reason: Reason
    keeps_owed: bool = False


class DecisionBody(Request):
    """What the second person saw, and what they say about it."""

    content_hash: str = Field(min_length=64, max_length=64)
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""


class AcceptBody(Request):
    """The token of the mail, and a password for a person who has none yet."""

    token: str = Field(min_length=20, max_length=100)
    password: str = Field(min_length=10, max_length=128)


class AcceptedAnswer(Answer):
    """Who can sign in now."""

    email: str


class TenantLine(Answer):
    """A tenant in the list."""

    id: UUID
    slug: str
    name: str
    status: TenantStatus
    jurisdiction: str
    gaming: bool
    loyalty: bool
    currencies: list[str]
    languages: list[str]
    support_email: str


class OwedAnswer(Answer):
    """What a house owes its members in one currency."""

    currency: str
    amount: str
    members: int


class ClosingAnswer(Answer):
    """A closing that waits for a second person."""

    id: UUID
    summary: str
    content_hash: str
    reason: str
    maker: str
    expires_at: Moment


class RunsAnswer(Answer):
    """What a house runs."""

    gaming: bool
    loyalty: bool


class HouseStepAnswer(Answer):
    """Something that happened to a house as a whole; ``runs`` where that was switched."""

    at: Moment
    kind: HouseStepKind
    by: str
    reason: str
    runs: RunsAnswer | None


class TenantDetail(TenantLine):
    """A tenant with its figures, what is left in it, and what happened to it, newest first."""

    members: int
    staff: int
    open_rounds: int
    open_payments: int
    owed: list[OwedAnswer]
    closing: ClosingAnswer | None
    history: list[HouseStepAnswer]


async def of_tenant(request: HttpRequest, tenant_id: UUID) -> AsyncIterator[Tx]:
    """A transaction of the tenant that the path names, by the platform's staff."""
    async with edge_of(request).database.engine.connect() as conn:
        await tenancy.profile_of(conn, TenantId(tenant_id))
    async with unit_of_work(request, TenantId(tenant_id)) as tx:
        yield tx


async def of_new_tenant(request: HttpRequest) -> AsyncIterator[Tx]:
    """A transaction of a tenant that is about to be."""
    here = (await tenant_of(request)).id
    async with unit_of_work(request, TenantId(new_id()), traced_in=here) as tx:
        yield tx


async def hash_of(request: HttpRequest, body: AcceptBody) -> str:
    """The chosen password, hashed before any transaction opens."""
    return await edge_of(request).passwords.hash(body.password)


Target = Annotated[Tx, Depends(of_tenant, scope="function")]
Fresh = Annotated[Tx, Depends(of_new_tenant, scope="function")]

router = APIRouter(tags=["console"])
tenants = APIRouter(prefix="/tenants")


@tenants.get("", dependencies=[staff("tenants:view")])
async def list_tenants(tx: UnitOfWork) -> ListAnswer[TenantLine]:
    """All tenants of the platform, the oldest first."""
    return ListAnswer(
        items=[TenantLine.model_validate(_line(tenant)) for tenant in await service.houses(tx.conn)]
    )


@tenants.post(
    "", status_code=201, dependencies=[staff("tenants:manage")], responses=refuses(SlugTaken, Invalid)
)
async def open_tenant(request: HttpRequest, body: NewTenantBody, tx: Fresh) -> TenantDetail:
    """Opens a tenant with its roles and invites its owner by mail."""
    new = NewHouse(
        slug=body.slug,
        name=body.name,
        jurisdiction=body.jurisdiction,
        features=Features(gaming=body.gaming, loyalty=body.loyalty),
        languages=tuple(dict.fromkeys(body.languages)),
        currencies=tuple(
            {each.code: Currency(each.code, each.scale, each.kind) for each in body.currencies}.values()
        ),
        time_zone=tenancy.time_zone(body.time_zone),
        support_email=body.support_email,
        owner_email=body.owner_email,
        owner_name=body.owner_name,
        minimum_age=body.minimum_age,
    )
    await service.open_house(tx, new, edge_of(request).vault)
    return await _detail(tx)


@tenants.get("/{tenant_id}", dependencies=[staff("tenants:view")], responses=refuses(TenantNotFound))
async def show_tenant(tx: Target) -> TenantDetail:
    """A tenant with its figures, what is left in it, and a closing that waits."""
    return await _detail(tx)


@tenants.post(
    "/{tenant_id}/suspend",
    dependencies=[staff("tenants:manage")],
    responses=refuses(TenantNotFound, WrongStatus),
)
async def suspend(body: ReasonBody, tx: Target) -> TenantDetail:
    """Takes a house off the air: every face refuses from the next second on."""
    await service.suspend(tx, body.reason)
    return await _detail(tx)


@tenants.post(
    "/{tenant_id}/reinstate",
    dependencies=[staff("tenants:manage")],
    responses=refuses(TenantNotFound, WrongStatus),
)
async def reinstate(body: ReasonBody, tx: Target) -> TenantDetail:
    """Puts a suspended house back on the air."""
    await service.reinstate(tx, body.reason)
    return await _detail(tx)


@tenants.put(
    "/{tenant_id}/features",
    dependencies=[staff("tenants:manage")],
    responses=refuses(TenantNotFound, WrongStatus),
)
async def switch_features(body: FeaturesBody, tx: Target) -> TenantDetail:
    """Switches what a house runs; without gaming nobody bets or deposits, and all can be paid out."""
    await service.switch_features(tx, Features(gaming=body.gaming, loyalty=body.loyalty), body.reason)
    return await _detail(tx)


@tenants.post(
    "/{tenant_id}/close",
    status_code=202,
    dependencies=[staff("tenants:manage", step_up=True)],
    responses=refuses(TenantNotFound, WrongStatus, HouseNotReady, ClosingAsked),
)
async def request_closing(body: CloseTenantBody, tx: Target) -> TenantDetail:
    """Asks a second person of the platform to close a suspended house for good."""
    await service.request_closing(tx, body.reason, keeps_owed=body.keeps_owed)
    return await _detail(tx)


@tenants.post(
    "/{tenant_id}/closing/{approval_id}/approve",
    dependencies=[staff("tenants:manage", step_up=True)],
    responses=refuses(TenantNotFound, NotFound, WrongStatus, HouseNotReady),
)
async def approve_closing(approval_id: UUID, body: DecisionBody, tx: Target) -> TenantDetail:
    """Closes a house, as the second person."""
    await access.approve(tx, approval_id, body.content_hash, KINDS, reason=body.reason)
    return await _detail(tx)


@tenants.post(
    "/{tenant_id}/closing/{approval_id}/reject",
    dependencies=[staff("tenants:manage")],
    responses=refuses(TenantNotFound, NotFound),
)
async def reject_closing(approval_id: UUID, body: ReasonBody, tx: Target) -> TenantDetail:
    """Leaves a house open, as the second person."""
    await access.reject(tx, approval_id, KINDS, reason=body.reason)
    return await _detail(tx)


router.include_router(tenants)


@router.post(
    "/invitations/accept",
    dependencies=[public("the token of the mail is the proof")],
    responses=refuses(InvitationOver),
)
async def accept_invitation(
    body: AcceptBody, password_hash: Annotated[str, Depends(hash_of)], tx: UnitOfWork
) -> AcceptedAnswer:
    """Uses an owner's invitation; a person who has a sign-in already keeps their password."""
    return AcceptedAnswer(email=await service.accept_invitation(tx, body.token, password_hash))


async def _detail(tx: Tx) -> TenantDetail:
    house = await service.house(tx)
    waiting = await service.waiting_closing(tx)
    return TenantDetail.model_validate(
        _line(house.tenant)
        | {
            "members": house.members,
            "staff": house.staff,
            "open_rounds": house.remains.open_rounds,
            "open_payments": house.remains.open_payments,
            "owed": _owed(house),
            "closing": None if waiting is None else _closing(waiting),
            "history": [_step(step) for step in house.history],
        }
    )


def _owed(house: House) -> list[OwedAnswer]:
    return [
        OwedAnswer(
            currency=owed.currency.code,
            amount=format_units(owed.units, owed.currency.scale),
            members=owed.members,
        )
        for owed in house.remains.owed
    ]


def _closing(approval: Approval) -> ClosingAnswer:
    return ClosingAnswer(
        id=approval.id,
        summary=approval.summary,
        content_hash=approval.content_hash,
        reason=approval.reason,
        maker=approval.maker,
        expires_at=approval.expires_at,
    )


def _step(step: Step) -> HouseStepAnswer:
    runs = step.runs
    return HouseStepAnswer(
        at=step.at,
        kind=step.kind,
        by=step.by,
        reason=step.reason,
        runs=None if runs is None else RunsAnswer(gaming=runs.gaming, loyalty=runs.loyalty),
    )


def _line(tenant: TenantProfile) -> dict[str, object]:
    return {
        "id": tenant.id,
        "slug": tenant.slug,
        "name": tenant.name,
        "status": tenant.status,
        "jurisdiction": tenant.jurisdiction,
        "gaming": tenant.features.gaming,
        "loyalty": tenant.features.loyalty,
        "currencies": list(tenant.currencies),
        "languages": list(tenant.languages),
        "support_email": tenant.support_email,
    }
