"""Watchlists at the staff's face: versions and differences, loading, activating, trying a name."""

import hashlib
from collections.abc import AsyncIterator
from datetime import date
from pathlib import PurePath
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains import tenancy
from stakehouse.domains.compliance.errors import WatchlistNotFound, WatchlistNotReady
from stakehouse.domains.compliance.http.cases import HitOut, hit_out
from stakehouse.domains.compliance.rules.cases import AmlSettings
from stakehouse.domains.compliance.rules.screening import Subject, evidence_of
from stakehouse.domains.compliance.rules.watchlists.entries import Format
from stakehouse.domains.compliance.service import screening, watchlists
from stakehouse.domains.compliance.store.screening import Run
from stakehouse.domains.compliance.store.watchlists import Version
from stakehouse.infra.objects import ObjectTooLarge
from stakehouse.infra.web.context import edge_of, tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork, begin_for
from stakehouse.kernel.ids import PLATFORM, MemberId, new_id

FILE_MAX = 300_000_000

Code = Annotated[
    str, Query(pattern="^[a-z0-9][a-z0-9-]{1,39}$", description="Of the list; a new one makes a list.")
]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100), Query()]
FileName = Annotated[
    str, Query(max_length=200, description="As the file was called; nothing is stored under it.")
]


class FaultOut(Answer):
    """Something in a file that could not be read; line 0 is the file as a whole."""

    line: int
    detail: str


class WatchlistVersionOut(Answer):
    """One loading of a list, and how it differs from the version that was in force."""

    id: UUID
    watchlist_id: UUID
    code: str
    title: str
    is_platform: Annotated[
        bool, Field(description="The platform's: it binds every tenant, and none changes it.")
    ]
    number: int
    format: Format
    file_name: str
    sha256: str
    size_bytes: int
    status: Annotated[
        str, Field(description="`waiting`, `loading`, `ready`, `active`, `retired` or `failed`")
    ]
    bytes_done: int
    entries: int
    people: int
    added: int
    changed: int
    removed: int
    faults: int
    fault_lines: list[FaultOut]
    created_by: str
    created_at: Moment
    loaded_at: Moment | None
    activated_by: str
    activated_at: Moment | None


class RunOut(Answer):
    """A screening of all members, and how far it has come."""

    id: UUID
    cause: str
    total: int
    done: int
    hits: int
    started_at: Moment
    finished_at: Moment | None


class WatchlistsOut(Answer):
    """All lists that bind the tenant, and the latest screenings of all members."""

    versions: list[WatchlistVersionOut]
    runs: list[RunOut]


class EntryOut(Answer):
    """Somebody or something on a list."""

    ref: str
    kind: str
    names: list[str]
    births: list[str]
    countries: list[str]
    programs: list[str]
    remark: str


class ActivateBody(Request):
    """Why the version is put in force."""

    reason: Reason


class TryBody(Request):
    """A name to look for."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    birth_date: date | None = None
    country: Annotated[str, Field(pattern="^([A-Z]{2})?$")] = ""


class TriedOut(Answer):
    """Who on the lists in force could be the person."""

    candidates: int
    hits: list[HitOut]


router = APIRouter(prefix="/watchlists", tags=["aml"])


@router.get("", dependencies=[staff("aml:view")])
async def list_watchlists(tx: UnitOfWork) -> WatchlistsOut:
    """Every version of every list that binds the tenant, the newest first."""
    return WatchlistsOut(
        versions=[_version_out(version) for version in await watchlists.versions(tx)],
        runs=[_run_out(run) for run in await screening.runs(tx)],
    )


@router.post(
    "",
    status_code=201,
    dependencies=[staff("aml:configure")],
    responses=refuses(ObjectTooLarge),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def load_watchlist(
    request: HttpRequest,
    code: Code,
    title: Title,
    form: Annotated[Format, Query(alias="format")],
    file_name: FileName = "",
) -> WatchlistVersionOut:
    """Takes a file in as the body and loads it as the next version of a list, which is not in force yet.

    The answer comes when the file has arrived; `GET /watchlists/{version_id}` shows how far it is loaded.
    """
    edge, tenant = edge_of(request), await tenant_of(request)
    version_id = new_id()
    digest = hashlib.sha256()

    async def pieces() -> AsyncIterator[bytes]:
        async for piece in request.stream():
            digest.update(piece)
            yield piece

    size = await edge.objects.put(tenant.id, watchlists.object_key(version_id), pieces(), limit=FILE_MAX)
    async with begin_for(request, tenant.id) as tx:
        await watchlists.register(
            tx,
            version_id,
            code=code,
            title=title,
            form=form,
            file_name=PurePath(file_name.replace("\\", "/")).name,
            sha256=digest.hexdigest(),
            size_bytes=size,
        )
        watchlists.owe_loading(tx, version_id)
        return _version_out(await watchlists.version(tx, version_id))


@router.post("/try", dependencies=[staff("aml:view")])
async def try_name(body: TryBody, tx: UnitOfWork) -> TriedOut:
    """Looks for a name on all lists in force, and explains every score; nothing is kept."""
    subject = Subject(MemberId(new_id()), body.name, body.birth_date, body.country)
    settings = await tenancy.setting(tx, AmlSettings)
    found = await screening.search(tx, subject, await screening.active_lists(tx), settings)
    return TriedOut(
        candidates=found.candidates, hits=[hit_out(evidence_of(subject, hit)) for hit in found.hits[:50]]
    )


@router.get("/{version_id}", dependencies=[staff("aml:view")], responses=refuses(WatchlistNotFound))
async def show_watchlist(version_id: UUID, tx: UnitOfWork) -> WatchlistVersionOut:
    """One version, and how far it is loaded."""
    return _version_out(await watchlists.version(tx, version_id))


@router.get("/{version_id}/entries", dependencies=[staff("aml:view")], responses=refuses(WatchlistNotFound))
async def list_entries(
    version_id: UUID,
    tx: UnitOfWork,
    after: Annotated[int, Query(ge=-1, le=2**31 - 1, description="The place of the last entry seen.")] = -1,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> ListAnswer[EntryOut]:
    """The entries of a version in the order of its file; `next` is the place to go on behind."""
    found = await watchlists.entries(tx, version_id, after=after, limit=limit)
    return ListAnswer(
        items=[
            EntryOut(
                ref=entry.ref,
                kind=entry.kind.value,
                names=list(entry.names),
                births=list(entry.births),
                countries=list(entry.countries),
                programs=list(entry.programs),
                remark=entry.remark,
            )
            for entry in found
        ],
        next=str(after + len(found)) if len(found) == limit else None,
    )


@router.post(
    "/{version_id}/activate",
    dependencies=[staff("aml:configure")],
    responses=refuses(WatchlistNotFound, WatchlistNotReady),
)
async def activate_watchlist(version_id: UUID, body: ActivateBody, tx: UnitOfWork) -> WatchlistVersionOut:
    """Puts a loaded version in force and screens all members anew; an earlier one can be taken back so."""
    return _version_out(await watchlists.activate(tx, version_id, reason=body.reason))


def _version_out(version: Version) -> WatchlistVersionOut:
    return WatchlistVersionOut(
        id=version.id,
        watchlist_id=version.watchlist_id,
        code=version.code,
        title=version.title,
        is_platform=version.owner == PLATFORM,
        number=version.number,
        format=version.form,
        file_name=version.file_name,
        sha256=version.sha256,
        size_bytes=version.size_bytes,
        status=version.status,
        bytes_done=version.bytes_done,
        entries=version.entries,
        people=version.people,
        added=version.difference.added,
        changed=version.difference.changed,
        removed=version.difference.removed,
        faults=version.faults,
        fault_lines=[FaultOut(line=fault.line, detail=fault.detail) for fault in version.fault_lines],
        created_by=version.created_by,
        created_at=version.created_at,
        loaded_at=version.loaded_at,
        activated_by=version.activated_by,
        activated_at=version.activated_at,
    )


def _run_out(run: Run) -> RunOut:
    return RunOut(
        id=run.id,
        cause=run.cause,
        total=run.total,
        done=run.done,
        hits=run.hits,
        started_at=run.started_at,
        finished_at=run.finished_at,
    )
