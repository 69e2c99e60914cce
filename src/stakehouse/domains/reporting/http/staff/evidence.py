"""Evidence packs, for compliance and for the regulator."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi import Request as HttpRequest
from pydantic import AwareDatetime, BeforeValidator, Field

from stakehouse.domains.identity import MemberNotFound
from stakehouse.domains.reporting.errors import PackNotFound, PackNotReady
from stakehouse.domains.reporting.service import evidence
from stakehouse.domains.reporting.store import Pack
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Invalid
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor


def only_text(value: object) -> object:
    """Lets times written as text pass; a bare number is not a time here."""
    if value is None or (isinstance(value, str) and "T" in value.upper()):
        return value
    raise ValueError('give the time as text, such as "2026-11-20T12:00:00Z"')


TextMoment = Annotated[AwareDatetime | None, BeforeValidator(only_text)]


class PackBody(Request):
    """About whom, or about which time, and why."""

    member_id: UUID | None = None
    since: Annotated[TextMoment, Field(alias="from")] = None
    until: Annotated[TextMoment, Field(alias="to")] = None
    reason: Reason


class PackAnswer(Answer):
    """An evidence pack.

    Attributes:
        done: parts that are packed, of ``parts``.
        manifest_sha256: of its manifest; ``stakehouse evidence verify`` prints the same for a good pack.
    """

    id: UUID
    member_id: UUID | None
    since: Annotated[Moment, Field(serialization_alias="from")]
    until: Annotated[Moment, Field(serialization_alias="to")]
    reason: str
    status: str
    done: int
    parts: int
    files: int
    bytes: int
    manifest_sha256: str
    asked_by: str
    asked_at: Moment
    ready_at: Moment | None


class LinkAnswer(Answer):
    """A link that ends soon."""

    url: str
    expires_at: Moment


def router(parts: int) -> APIRouter:
    """The routes of evidence packs.

    Args:
        parts: how many domains contribute.
    """
    routes = APIRouter(prefix="/evidence", tags=["reporting"])

    @routes.get("", dependencies=[staff("evidence:view")], responses=refuses(InvalidCursor))
    async def list_packs(
        tx: UnitOfWork,
        member_id: UUID | None = None,
        cursor: Annotated[str | None, Query(max_length=64)] = None,
        limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
    ) -> ListAnswer[PackAnswer]:
        """Evidence packs, newest first."""
        page = await evidence.packs(tx, member_id=member_id, cursor=cursor, limit=limit)
        return ListAnswer(items=[_answer(found) for found in page.items], next=page.next)

    @routes.post(
        "",
        status_code=202,
        dependencies=[staff("evidence:build")],
        responses=refuses(MemberNotFound, Invalid),
    )
    async def ask_for_pack(body: PackBody, tx: UnitOfWork) -> PackAnswer:
        """Asks for a pack about a member or about a time; it is built in the background."""
        found = await evidence.ask(
            tx,
            member_id=body.member_id,
            since=body.since,
            until=body.until,
            parts=parts,
            reason=body.reason,
        )
        return _answer(found)

    @routes.get("/{pack_id}", dependencies=[staff("evidence:view")], responses=refuses(PackNotFound))
    async def show_pack(pack_id: UUID, tx: UnitOfWork) -> PackAnswer:
        """One pack and how far it is."""
        return _answer(await evidence.one(tx, pack_id))

    @routes.post(
        "/{pack_id}/download",
        dependencies=[staff("evidence:view", step_up=True)],
        responses=refuses(PackNotFound, PackNotReady),
    )
    async def download_pack(request: HttpRequest, pack_id: UUID, tx: UnitOfWork) -> LinkAnswer:
        """A link to the archive that ends in minutes; giving it stands on the audit trail."""
        link = await evidence.download(tx, edge_of(request).objects, pack_id)
        return LinkAnswer(url=link.url, expires_at=link.expires_at)

    return routes


def _answer(found: Pack) -> PackAnswer:
    return PackAnswer(
        id=found.id,
        member_id=found.span.member_id,
        since=found.span.since,
        until=found.span.until,
        reason=found.reason,
        status=found.status,
        done=found.done,
        parts=found.parts,
        files=found.files,
        bytes=found.bytes,
        manifest_sha256=found.manifest_sha256,
        asked_by=found.asked_by,
        asked_at=found.asked_at,
        ready_at=found.ready_at,
    )
