"""Requests by others that somebody be kept out: asked by anybody, decided by staff."""

from datetime import date, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    ExclusionRequestNotFound,
    OwnAccount,
    RequestDecided,
)
from stakehouse.domains.compliance.service import requests
from stakehouse.domains.compliance.types import Term, ThirdParty
from stakehouse.domains.compliance.types.requests import ExclusionRequest, Plea, RequestStatus
from stakehouse.domains.identity import InvalidEmail, MemberNotFound, normalise_email
from stakehouse.infra.rate_limit import Rate, TooManyRequests, network_of
from stakehouse.infra.web.context import client_address, edge_of, tenant_of
from stakehouse.infra.web.guard import public, staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

OF_A_NETWORK = Rate(10, timedelta(hours=1))
OF_AN_ADDRESS = Rate(3, timedelta(days=1))
"""Requests with one e-mail address: a mail goes there, whoever asked."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Why = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]
Evidence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class AskBody(Request):
    """Who asks, about whom, and why.

    Attributes:
        known_as: the address or name that the person uses here, if it is known.
        reason: why, and what can be shown for it.
    """

    asked_by: ThirdParty
    name: Name
    email: Annotated[str, Field(min_length=3, max_length=254)]
    first_name: Name
    last_name: Name
    birth_date: date | None = None
    known_as: Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)] = ""
    reason: Why
    locale: Annotated[str | None, Field(max_length=20)] = None


class AskedOut(Answer):
    """That the request came; the same whether the person is known here or not."""

    status: Literal["received"] = "received"
    reference: str


class ExclusionRequestOut(Answer):
    """A request, what it says, and what became of it."""

    id: UUID
    reference: str
    asked_by: str
    name: str
    email: str
    first_name: str
    last_name: str
    birth_date: date | None
    known_as: str
    reason: str
    status: str
    created_at: Moment
    member_id: UUID | None
    decided_at: Moment | None
    decided_by: str
    decision: str


class ExcludeBody(Request):
    """Whom it is about, for how long they are kept out, what was shown, and why."""

    member_id: UUID
    term: Term
    evidence: Evidence
    reason: Reason


class DeclineBody(Request):
    """Why."""

    reason: Reason


async def counted_email(request: HttpRequest, body: AskBody) -> str:
    """The address that gets the mail; counts the request for it and for the client's network.

    Raises:
        InvalidEmail: it is no address.
        TooManyRequests: too many.
    """
    edge, tenant = edge_of(request), await tenant_of(request)
    network = network_of(client_address(request))
    await edge.limiter.take(f"exclusion_request.network:{tenant.id}:{network}", OF_A_NETWORK)
    email = normalise_email(body.email)
    await edge.limiter.take(f"exclusion_request.email:{tenant.id}:{email}", OF_AN_ADDRESS)
    return email


player_router = APIRouter(tags=["compliance"])
router = APIRouter(prefix="/exclusion-requests", tags=["compliance"])


@player_router.post(
    "/exclusion-requests",
    status_code=202,
    dependencies=[public("whoever asks for somebody else has no sign-in here")],
    responses=refuses(InvalidEmail, TooManyRequests),
)
async def ask(
    request: HttpRequest, body: AskBody, email: Annotated[str, Depends(counted_email)], tx: UnitOfWork
) -> AskedOut:
    """Asks that somebody else be kept out: for a court, an authority, or the family.

    A person of the house decides. The answer never tells whether anybody is known here.
    """
    plea = Plea(
        name=body.name,
        email=email,
        first_name=body.first_name,
        last_name=body.last_name,
        birth_date=body.birth_date,
        known_as=body.known_as,
        reason=body.reason,
    )
    taken = await requests.ask(
        tx, plea, asked_by=body.asked_by, locale=body.locale or "", vault=edge_of(request).vault
    )
    return AskedOut(reference=requests.reference_of(taken.id))


@router.get("", dependencies=[staff("members:view")], responses=refuses(InvalidCursor))
async def list_requests(
    request: HttpRequest,
    tx: UnitOfWork,
    status: RequestStatus | None = None,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[ExclusionRequestOut]:
    """Requests by others that somebody be kept out, the newest first."""
    page = await requests.find(tx, edge_of(request).vault, status=status, cursor=cursor, limit=limit)
    return ListAnswer(items=[_out(each) for each in page.items], next=page.next)


@router.post(
    "/{request_id}/exclude",
    dependencies=[staff("members:manage")],
    responses=refuses(ExclusionRequestNotFound, RequestDecided, MemberNotFound, OwnAccount, AlreadyExcluded),
)
async def exclude(
    request: HttpRequest, request_id: UUID, body: ExcludeBody, tx: UnitOfWork
) -> ExclusionRequestOut:
    """Keeps out the member whom the request is about, at once; who asked is not told."""
    return _out(
        await requests.exclude(
            tx,
            request_id,
            MemberId(body.member_id),
            body.term,
            evidence=body.evidence,
            reason=body.reason,
            vault=edge_of(request).vault,
        )
    )


@router.post(
    "/{request_id}/decline",
    dependencies=[staff("members:manage")],
    responses=refuses(ExclusionRequestNotFound, RequestDecided),
)
async def decline(
    request: HttpRequest, request_id: UUID, body: DeclineBody, tx: UnitOfWork
) -> ExclusionRequestOut:
    """Turns a request down; who asked is not told."""
    return _out(await requests.decline(tx, request_id, reason=body.reason, vault=edge_of(request).vault))


def _out(found: ExclusionRequest) -> ExclusionRequestOut:
    plea = found.plea
    return ExclusionRequestOut(
        id=found.id,
        reference=requests.reference_of(found.id),
        asked_by=found.asked_by.value,
        name=plea.name,
        email=plea.email,
        first_name=plea.first_name,
        last_name=plea.last_name,
        birth_date=plea.birth_date,
        known_as=plea.known_as,
        reason=plea.reason,
        status=found.status.value,
        created_at=found.created_at,
        member_id=found.member_id,
        decided_at=found.decided_at,
        decided_by=found.decided_by,
        decision=found.decision,
    )
