"""What members see and do about the check of their identity."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains import identity
from stakehouse.domains.compliance.errors import (
    DocumentDatePassed,
    DocumentDetailMissing,
    DocumentsMissing,
    FileInfected,
    FileRefused,
    KycDocumentNotFound,
    TooManyUploads,
    UnknownRequirement,
    UploadMissing,
    WrongKycState,
)
from stakehouse.domains.compliance.http.kyc_plugged import PluggedDesk
from stakehouse.domains.compliance.rules.kyc import counting
from stakehouse.domains.compliance.rules.uploads import FILE_MAX
from stakehouse.domains.compliance.service.kyc import cases, documents
from stakehouse.domains.compliance.service.kyc.cases import Dossier
from stakehouse.domains.compliance.service.kyc.desk import Desk
from stakehouse.domains.compliance.types.kyc import (
    CaseId,
    Document,
    DocumentKind,
    DocumentStatus,
    FileType,
    Person,
    RejectionReason,
    Requirement,
)
from stakehouse.domains.identity import KycStatus
from stakehouse.infra.objects import SignedLink
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import actor_of, request_id_of, tenant_of
from stakehouse.infra.web.guard import member
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class LinkOut(Answer):
    """A signed address for one act on one file.

    It may be relative to the API's address. Whoever has it may use it until it ends, without signing in.
    """

    url: str
    method: Annotated[str, Field(description="`PUT` or `GET`")]
    expires_at: Moment


class DocumentOut(Answer):
    """A document that was sent, or is about to be."""

    id: UUID
    requirement: str
    kind: DocumentKind
    version: int
    status: DocumentStatus
    file_name: str
    type: FileType | None
    size: int
    pages: int
    number: str
    expires_on: date | None
    uploaded_by: str
    created_at: Moment
    refusal: str


class RequirementOut(Answer):
    """One thing that is asked, and the document that counts for it."""

    code: str
    title: str
    why: str
    documents: list[DocumentKind]
    expires: bool
    numbered: bool
    document: DocumentOut | None


class PersonOut(Answer):
    """What was stated at the last submission."""

    full_name: str
    birth_date: date | None
    address: str
    country: str


class KycOut(Answer):
    """How far the check has come, and what is still to be done."""

    status: KycStatus
    requirements: list[RequirementOut]
    person: PersonOut | None
    submitted_at: Moment | None
    decided_at: Moment | None
    reasons: Annotated[list[RejectionReason], Field(description="of a rejection")]
    text: Annotated[str, Field(description="what the reviewer adds in words")]
    valid_until: Annotated[date | None, Field(description="the last day on which the decision holds")]
    upload_limit: Annotated[int, Field(description="the most bytes a file may have")]


class AnnounceBody(Request):
    """What will be sent; the file itself goes to the link in the answer."""

    requirement: Annotated[str, Field(max_length=40)]
    kind: DocumentKind
    file_name: Annotated[str, Field(min_length=1, max_length=255)]
    number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    expires_on: date | None = None


class AnnouncedOut(Answer):
    """The document, and where its file is sent."""

    document: DocumentOut
    upload: LinkOut


class SubmitBody(Request):
    """What the documents are compared with."""

    full_name: Words
    address: Words


router = APIRouter(prefix="/kyc", tags=["compliance"])


@router.get("", dependencies=[member()])
async def show(request: HttpRequest, tx: UnitOfWork, desk: PluggedDesk) -> KycOut:
    """The state of the member's identity check: what is asked and why, what was sent, what was decided."""
    return kyc_out(await cases.dossier_of_member(tx, desk, _member(request)))


@router.post(
    "/documents",
    status_code=201,
    dependencies=[member()],
    responses=refuses(
        UnknownRequirement,
        DocumentDetailMissing,
        DocumentDatePassed,
        FileRefused,
        WrongKycState,
        TooManyUploads,
    ),
)
async def announce(
    request: HttpRequest, body: AnnounceBody, tx: UnitOfWork, desk: PluggedDesk
) -> AnnouncedOut:
    """Announces a document. Send its file to `upload` with `PUT`, then call `complete`."""
    case = await cases.case_for_member(tx, desk, _member(request))
    document = await documents.announce(tx, desk, case, announced(body))
    return AnnouncedOut(
        document=document_out(document),
        upload=link_out(await documents.upload_link(desk, tx.tenant_id, document)),
    )


@router.post(
    "/documents/{document_id}/complete",
    dependencies=[member()],
    responses=refuses(KycDocumentNotFound, UploadMissing, FileRefused, FileInfected, WrongKycState),
)
async def complete(request: HttpRequest, document_id: UUID, desk: PluggedDesk) -> DocumentOut:
    """Says that the file was sent. It is looked at, and counts from now on if it is what it should be.

    Pictures are drawn anew, so nothing hidden in them is kept. A repeat is answered like the first.
    """
    tenant = await tenant_of(request)
    async with desk.transaction(tenant.id, actor_of(request)) as tx:
        case_id = await _own_case(tx, desk, _member(request))
    done = await documents.complete(
        desk, tenant.id, actor_of(request), document_id, case_id, request_id=request_id_of(request)
    )
    return document_out(done)


@router.get("/documents/{document_id}/link", dependencies=[member()], responses=refuses(KycDocumentNotFound))
async def view(request: HttpRequest, document_id: UUID, tx: UnitOfWork, desk: PluggedDesk) -> LinkOut:
    """Where the member can see a document of their own, for five minutes."""
    case_id = await _own_case(tx, desk, _member(request))
    document = await documents.seen_document(tx, desk, document_id, case_id)
    return link_out(await documents.view_link(desk, tx.tenant_id, document))


@router.post(
    "/submit",
    dependencies=[member()],
    responses=refuses(WrongKycState, DocumentsMissing, DocumentDatePassed),
)
async def submit(request: HttpRequest, body: SubmitBody, tx: UnitOfWork, desk: PluggedDesk) -> KycOut:
    """Sends the documents in. From now on they are looked at; the answer comes by mail too."""
    member_id = _member(request)
    who = await identity.member(tx, member_id)
    case = await cases.case_for_member(tx, desk, member_id)
    await cases.submit(tx, desk, case, Person(body.full_name, who.birth_date, body.address, who.country))
    return kyc_out(await cases.dossier_of_member(tx, desk, member_id))


def _member(request: HttpRequest) -> MemberId:
    member_id = actor_of(request).member_id
    assert member_id is not None, "the guard let in nobody but members"
    return MemberId(member_id)


async def _own_case(tx: Tx, desk: Desk, member_id: MemberId) -> CaseId:
    found = (await cases.dossier_of_member(tx, desk, member_id)).case
    if found is None:
        raise KycDocumentNotFound("There is no such document.")
    return found.id


def announced(body: AnnounceBody) -> documents.Announced:
    """What a body announces."""
    return documents.Announced(body.requirement, body.kind, body.file_name, body.number, body.expires_on)


def kyc_out(dossier: Dossier) -> KycOut:
    """A dossier on the wire."""
    case = dossier.case
    return KycOut(
        status=dossier.status,
        requirements=requirements_out(dossier.asked, dossier.documents),
        person=None if case is None or case.person is None else person_out(case.person),
        submitted_at=None if case is None else case.submitted_at,
        decided_at=None if case is None else case.decided_at,
        reasons=[] if case is None else list(case.reasons),
        text="" if case is None else case.text,
        valid_until=None if case is None else case.valid_until,
        upload_limit=FILE_MAX,
    )


def requirements_out(asked: Sequence[Requirement], documents: Sequence[Document]) -> list[RequirementOut]:
    """What is asked on the wire, each with the document that counts for it."""
    shown = counting(documents)
    return [
        RequirementOut(
            code=each.code,
            title=each.title,
            why=each.why,
            documents=list(each.documents),
            expires=each.expires,
            numbered=each.numbered,
            document=document_out(shown[each.code]) if each.code in shown else None,
        )
        for each in asked
    ]


def person_out(person: Person) -> PersonOut:
    """What a person stated, on the wire."""
    return PersonOut(
        full_name=person.full_name,
        birth_date=person.birth_date,
        address=person.address,
        country=person.country,
    )


def document_out(document: Document) -> DocumentOut:
    """A document on the wire."""
    return DocumentOut(
        id=document.id,
        requirement=document.requirement,
        kind=document.kind,
        version=document.version,
        status=document.status,
        file_name=document.file_name,
        type=document.type,
        size=document.size,
        pages=document.pages,
        number=document.number,
        expires_on=document.expires_on,
        uploaded_by=document.uploaded_by,
        created_at=document.created_at,
        refusal=document.refusal,
    )


def link_out(link: SignedLink) -> LinkOut:
    """A link on the wire."""
    return LinkOut(url=link.url, method=link.method, expires_at=link.expires_at)
