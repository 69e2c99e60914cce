"""The hosts of a tenant, for its staff."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.tenancy.errors import HostNotFound, HostRefused, HostTaken, TooManyHosts
from stakehouse.domains.tenancy.rules.hosts import proof_name, proof_value
from stakehouse.domains.tenancy.service import hosts
from stakehouse.domains.tenancy.types import Certificate, Host, HostStatus
from stakehouse.infra.resolver import Resolver, ResolverSilent
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Kind, Refusal

Name = Annotated[str, Path(max_length=253)]


class DnsSilent(Refusal):
    """The DNS gave no answer."""

    kind = Kind.UNAVAILABLE


class HostBody(Request):
    """A name as a person writes it."""

    host: str = Field(min_length=1, max_length=253)


class RemoveHostBody(Request):
    """Why."""

    reason: Reason


class RecordAnswer(Answer):
    """The DNS record that proves a host."""

    type: Literal["TXT"]
    name: str
    value: str


class HostAnswer(Answer):
    """A host of the tenant.

    Attributes:
        status: ``pending`` until proven, ``verified`` until put to use, ``active`` while it answers,
            ``failed`` when the record vanished or never came.
        record: what to publish in the DNS, and to keep there.
        detail: what the last look missed; empty if nothing.
        certificate: ``wanted`` from activation until whoever serves TLS tells otherwise.
    """

    host: str
    status: HostStatus
    record: RecordAnswer | None
    detail: str
    checked_at: Moment | None
    verified_at: Moment | None
    certificate: Certificate
    certificate_until: Moment | None
    created_at: Moment


router = APIRouter(prefix="/hosts", tags=["tenancy"])


async def texts_of(request: HttpRequest, host: Name) -> tuple[str, ...]:
    """What the DNS says of the host, asked before any transaction opens."""
    resolver: Resolver = request.app.state.resolver
    try:
        return await resolver.texts(proof_name(host))
    except ResolverSilent as error:
        raise DnsSilent("The DNS did not answer; try again in a minute.", retry_after_s=60) from error


@router.get("", dependencies=[staff("settings:view")])
async def list_hosts(tx: UnitOfWork) -> ListAnswer[HostAnswer]:
    """The hosts of the tenant with the records that prove them."""
    return ListAnswer(items=[_answer(host) for host in await hosts.all_of(tx)])


@router.post(
    "",
    status_code=201,
    dependencies=[staff("settings:edit")],
    responses=refuses(HostRefused, HostTaken, TooManyHosts),
)
async def claim_host(request: HttpRequest, body: HostBody, tx: UnitOfWork) -> HostAnswer:
    """Claims a name; it answers for the tenant once proven and activated."""
    reserved: frozenset[str] = request.app.state.reserved_hosts
    return _answer(await hosts.claim(tx, body.host, reserved=reserved))


@router.post(
    "/{host}/check",
    dependencies=[staff("settings:edit")],
    responses=refuses(HostNotFound, HostTaken, DnsSilent),
)
async def check_host(
    host: Name, texts: Annotated[tuple[str, ...], Depends(texts_of)], tx: UnitOfWork
) -> HostAnswer:
    """Asks the DNS at once; otherwise it is asked every quarter of an hour."""
    return _answer(await hosts.note_look(tx, host, texts))


@router.post(
    "/{host}/activate", dependencies=[staff("settings:edit")], responses=refuses(HostNotFound, HostRefused)
)
async def activate_host(host: Name, tx: UnitOfWork) -> HostAnswer:
    """Lets a proven host answer for the tenant, everywhere within seconds."""
    return _answer(await hosts.activate(tx, host))


@router.post(
    "/{host}/remove",
    status_code=204,
    dependencies=[staff("settings:edit")],
    responses=refuses(HostNotFound),
)
async def remove_host(host: Name, body: RemoveHostBody, tx: UnitOfWork) -> None:
    """Takes a host away: it stops answering within seconds."""
    await hosts.remove(tx, host, body.reason)


def _answer(host: Host) -> HostAnswer:
    record = RecordAnswer(type="TXT", name=proof_name(host.name), value=proof_value(host.token))
    return HostAnswer(
        host=host.name,
        status=host.status,
        record=record if host.token else None,
        detail=host.detail,
        checked_at=host.checked_at,
        verified_at=host.verified_at,
        certificate=host.certificate,
        certificate_until=host.certificate_until,
        created_at=host.created_at,
    )
