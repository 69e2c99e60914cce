"""What reviewers see and do: the queue, the side by side, the decision; operators' and providers' cases."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains.compliance.errors import (
    DocumentDatePassed,
    DocumentDetailMissing,
    DocumentsMissing,
    FileInfected,
    FileRefused,
    KycCaseNotFound,
    KycDocumentNotFound,
    OwnCase,
    ReasonMissing,
    TakenByAnother,
    TooManyUploads,
    UnknownRequirement,
    UploadMissing,
    WrongKycState,
)
from stakehouse.domains.compliance.http.kyc_player import (
    AnnounceBody,
    AnnouncedOut,
    DocumentOut,
    LinkOut,
    PersonOut,
    RequirementOut,
    announced,
    document_out,
    link_out,
    person_out,
    requirements_out,
)
from stakehouse.domains.compliance.http.kyc_plugged import PluggedDesk
from stakehouse.domains.compliance.service.kyc import cases, documents, review
from stakehouse.domains.compliance.types.kyc import (
    Case,
    CaseId,
    KycMethod,
    Person,
    RejectionReason,
    SubjectKind,
)
from stakehouse.domains.identity import KycStatus, Member, MemberNotFound
from stakehouse.infra.web.context import actor_of, request_id_of, tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]


class KycCaseOut(Answer):
    """An identity check as a line of the queue."""

    id: UUID
    subject: SubjectKind
    member_id: UUID | None
    name: Annotated[str, Field(description="username of the member, or name of the operator or provider")]
    status: KycStatus
    reviewer: str
    submitted_at: Moment | None
    decided_at: Moment | None
    decided_by: str
    method: KycMethod | None
    reasons: list[RejectionReason]
    text: str
    valid_until: date | None
    vendor_said: Annotated[str, Field(description="the vendor's last verdict, if one looked")]
    vendor_said_at: Moment | None
    created_at: Moment
    updated_at: Moment


class CaseMemberOut(Answer):
    """What the house knows of the member."""

    id: UUID
    username: str
    email: str
    birth_date: date
    country: str
    standing: str
    created_at: Moment


class KycStepOut(Answer):
    """A step of a case."""

    id: UUID
    came_from: KycStatus
    status: KycStatus
    at: Moment
    by_kind: str
    by: str
    reasons: list[RejectionReason]
    text: str
    method: KycMethod | None


class TwinOut(Answer):
    """Another case of this house that speaks of the same person."""

    case_id: UUID
    member_id: UUID | None
    name: str
    status: KycStatus
    by: Annotated[str, Field(description="`person`: name and birth date; `document`: a document's number")]


class ReviewOut(Answer):
    """All that a reviewer compares."""

    case: KycCaseOut
    is_mine: bool
    member: CaseMemberOut | None
    person: PersonOut | None
    requirements: list[RequirementOut]
    documents: Annotated[list[DocumentOut], Field(description="all versions, newest first")]
    steps: list[KycStepOut]
    duplicates: list[TwinOut]
    would_be_valid_until: Annotated[date | None, Field(description="if it were verified today")]


class OpenBody(Request):
    """Whom the case is about; players open theirs by themselves."""

    subject: Annotated[SubjectKind, Field(description="`operator` or `provider`")]
    name: Name


class SubmitBody(Request):
    """What the documents are compared with."""

    full_name: Name
    address: Text = ""
    country: Annotated[str, Field(pattern="^([A-Z]{2})?$")] = ""


class ApproveKycBody(Request):
    """What the reviewer adds, if anything."""

    text: Text = ""


class RejectKycBody(Request):
    """Why not; the person reads it."""

    reasons: Annotated[list[RejectionReason], Field(min_length=1, max_length=10)]
    text: Text = ""


router = APIRouter(tags=["compliance"])

_DECIDES = (KycCaseNotFound, TakenByAnother, OwnCase, WrongKycState)


@router.get("/kyc/cases", dependencies=[staff("kyc:view")], responses=refuses(InvalidCursor))
async def list_cases(
    tx: UnitOfWork,
    desk: PluggedDesk,
    status: Annotated[list[KycStatus] | None, Query()] = None,
    subject: SubjectKind | None = None,
    mine: Annotated[bool, Query(description="only those the caller looks at")] = False,  # noqa: FBT002 - a query
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[KycCaseOut]:
    """Identity checks, the longest waiting first."""
    page = await review.queue(
        tx, desk, statuses=status or (), subject=subject, mine=mine, cursor=cursor, limit=limit
    )
    return ListAnswer(items=[case_out(each) for each in page.items], next=page.next)


@router.post(
    "/kyc/cases", status_code=201, dependencies=[staff("kyc:review")], responses=refuses(WrongKycState)
)
async def open_case(body: OpenBody, tx: UnitOfWork) -> KycCaseOut:
    """Opens the check of an operator or a provider of games."""
    if body.subject is SubjectKind.PLAYER:
        raise WrongKycState("Players open their checks by themselves, with their first document.")
    return case_out(await cases.open_case(tx, subject=body.subject, name=body.name))


@router.get("/kyc/cases/{case_id}", dependencies=[staff("kyc:review")], responses=refuses(KycCaseNotFound))
async def show_case(case_id: UUID, tx: UnitOfWork, desk: PluggedDesk) -> ReviewOut:
    """A case beside what the house knows of the member; that it was opened stands on the audit trail."""
    found = await review.review(tx, desk, case_id)
    review.note_opened(tx, found.case)
    return _review_out(found, tx.actor.user_id)


@router.get("/members/{member_id}/kyc", dependencies=[staff("kyc:view")], responses=refuses(MemberNotFound))
async def show_of_member(member_id: UUID, tx: UnitOfWork, desk: PluggedDesk) -> ListAnswer[KycCaseOut]:
    """A member's identity check: none or one."""
    found = await review.review_of_member(tx, desk, MemberId(member_id))
    return ListAnswer(items=[] if found is None else [case_out(found.case)])


@router.post("/kyc/cases/{case_id}/take", dependencies=[staff("kyc:review")], responses=refuses(*_DECIDES))
async def take(case_id: UUID, tx: UnitOfWork, desk: PluggedDesk) -> KycCaseOut:
    """Takes a case for oneself; nobody else decides about it meanwhile."""
    return case_out(await review.take(tx, desk, case_id))


@router.post("/kyc/cases/{case_id}/release", dependencies=[staff("kyc:review")], responses=refuses(*_DECIDES))
async def release(case_id: UUID, tx: UnitOfWork, desk: PluggedDesk) -> KycCaseOut:
    """Puts a case back into the queue."""
    return case_out(await review.release(tx, desk, case_id))


@router.post(
    "/kyc/cases/{case_id}/approve",
    dependencies=[staff("kyc:review")],
    responses=refuses(*_DECIDES, DocumentsMissing, DocumentDatePassed),
)
async def approve(case_id: UUID, body: ApproveKycBody, tx: UnitOfWork, desk: PluggedDesk) -> KycCaseOut:
    """Verifies the person until the first of the documents ends."""
    return case_out(await review.approve(tx, desk, case_id, text=body.text))


@router.post(
    "/kyc/cases/{case_id}/reject",
    dependencies=[staff("kyc:review")],
    responses=refuses(*_DECIDES, ReasonMissing),
)
async def reject(case_id: UUID, body: RejectKycBody, tx: UnitOfWork, desk: PluggedDesk) -> KycCaseOut:
    """Rejects what was shown, or takes a verification back; the person reads the reasons."""
    return case_out(await review.reject(tx, desk, case_id, reasons=body.reasons, text=body.text))


@router.get(
    "/kyc/cases/{case_id}/documents/{document_id}/link",
    dependencies=[staff("kyc:review")],
    responses=refuses(KycDocumentNotFound),
)
async def view(case_id: UUID, document_id: UUID, tx: UnitOfWork, desk: PluggedDesk) -> LinkOut:
    """Where a document can be seen for five minutes; that it was asked for stands on the audit trail."""
    document = await documents.seen_document(tx, desk, document_id, CaseId(case_id))
    return link_out(await documents.view_link(desk, tx.tenant_id, document))


@router.post(
    "/kyc/cases/{case_id}/documents",
    status_code=201,
    dependencies=[staff("kyc:review")],
    responses=refuses(
        KycCaseNotFound,
        UnknownRequirement,
        DocumentDetailMissing,
        DocumentDatePassed,
        FileRefused,
        WrongKycState,
        TooManyUploads,
    ),
)
async def announce(case_id: UUID, body: AnnounceBody, tx: UnitOfWork, desk: PluggedDesk) -> AnnouncedOut:
    """Announces a document of an operator or provider, or one that a member sent by post."""
    case = await cases.locked_case(tx, desk, case_id)
    document = await documents.announce(tx, desk, case, announced(body))
    return AnnouncedOut(
        document=document_out(document),
        upload=link_out(await documents.upload_link(desk, tx.tenant_id, document)),
    )


@router.post(
    "/kyc/cases/{case_id}/documents/{document_id}/complete",
    dependencies=[staff("kyc:review")],
    responses=refuses(KycDocumentNotFound, UploadMissing, FileRefused, FileInfected, WrongKycState),
)
async def complete(request: HttpRequest, case_id: UUID, document_id: UUID, desk: PluggedDesk) -> DocumentOut:
    """Says that the file was sent; it is looked at like a member's."""
    tenant = await tenant_of(request)
    done = await documents.complete(
        desk,
        tenant.id,
        actor_of(request),
        document_id,
        CaseId(case_id),
        request_id=request_id_of(request),
    )
    return document_out(done)


@router.post(
    "/kyc/cases/{case_id}/submit",
    dependencies=[staff("kyc:review")],
    responses=refuses(KycCaseNotFound, WrongKycState, DocumentsMissing, DocumentDatePassed),
)
async def submit(case_id: UUID, body: SubmitBody, tx: UnitOfWork, desk: PluggedDesk) -> KycCaseOut:
    """Sends the case of an operator or provider in; players send in their own."""
    case = await cases.locked_case(tx, desk, case_id)
    if case.subject is SubjectKind.PLAYER:
        raise WrongKycState("Players send their own cases in.")
    person = Person(body.full_name, None, body.address, body.country)
    return case_out(await cases.submit(tx, desk, case, person))


def case_out(case: Case) -> KycCaseOut:
    """A case on the wire."""
    return KycCaseOut(
        id=case.id,
        subject=case.subject,
        member_id=case.member_id,
        name=case.subject_name,
        status=case.status,
        reviewer=case.reviewer,
        submitted_at=case.submitted_at,
        decided_at=case.decided_at,
        decided_by=case.decided_by,
        method=case.method,
        reasons=list(case.reasons),
        text=case.text,
        valid_until=case.valid_until,
        vendor_said=case.vendor_said,
        vendor_said_at=case.vendor_said_at,
        created_at=case.created_at,
        updated_at=case.updated_at,
    )


def _member_out(member: Member) -> CaseMemberOut:
    return CaseMemberOut(
        id=member.member_id,
        username=member.username,
        email=member.email,
        birth_date=member.birth_date,
        country=member.country,
        standing=member.standing.value,
        created_at=member.created_at,
    )


def _review_out(found: review.Review, asker: UUID | None) -> ReviewOut:
    return ReviewOut(
        case=case_out(found.case),
        is_mine=found.case.reviewer_id is not None and found.case.reviewer_id == asker,
        member=None if found.member is None else _member_out(found.member),
        person=None if found.case.person is None else person_out(found.case.person),
        requirements=requirements_out(found.asked, found.documents),
        documents=[document_out(each) for each in found.documents],
        steps=[
            KycStepOut(
                id=each.id,
                came_from=each.came_from,
                status=each.status,
                at=each.at,
                by_kind=each.by_kind,
                by=each.by,
                reasons=list(each.reasons),
                text=each.text,
                method=each.method,
            )
            for each in found.steps
        ],
        duplicates=[
            TwinOut(
                case_id=each.case_id, member_id=each.member_id, name=each.name, status=each.status, by=each.by
            )
            for each in found.twins
        ],
        would_be_valid_until=found.valid_until,
    )
