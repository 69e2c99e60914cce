"""Use cases of documents: a link to send one, the look into what came, a link to see it."""

import asyncio
import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from stakehouse.domains import tenancy
from stakehouse.domains.compliance.errors import (
    DocumentDetailMissing,
    FileInfected,
    FileRefused,
    KycDocumentNotFound,
    TooManyUploads,
    UnknownRequirement,
    UploadMissing,
)
from stakehouse.domains.compliance.rules import kyc as rules
from stakehouse.domains.compliance.rules import uploads
from stakehouse.domains.compliance.service.kyc.desk import Desk, kept_key, upload_key
from stakehouse.domains.compliance.store import kyc as store
from stakehouse.domains.compliance.types.kyc import (
    Case,
    CaseId,
    Document,
    DocumentId,
    DocumentKind,
    DocumentStatus,
    KycSettings,
    Requirement,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import deferred
from stakehouse.infra.objects import UPLOAD_FOR, ObjectMissing, ObjectTooLarge, SignedLink
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.ids import TenantId, new_id

UPLOADS_A_DAY = 40
DAY = timedelta(days=1)
CLEAR_AFTER = UPLOAD_FOR + timedelta(minutes=5)

CLEAR_UPLOAD = "compliance.kyc_clear_upload"
"""The job that deletes what came under a link that has ended."""


@dataclass(frozen=True, slots=True)
class Announced:
    """What a person says about a document before sending it."""

    requirement: str
    kind: DocumentKind
    file_name: str
    number: str = ""
    expires_on: date | None = None


async def announce(tx: Tx, desk: Desk, case: Case, announced: Announced) -> Document:
    """Makes room for a document; its link is asked for after the commit.

    Args:
        tx: the transaction; the case is locked in it.
        desk: opens and seals.
        case: the case.
        announced: what it will be.

    Raises:
        WrongKycState: somebody looks at the case just now.
        UnknownRequirement: nothing of that name is asked, or not this kind.
        DocumentDetailMissing: its number or date is asked too.
        DocumentDatePassed: it is not valid any more.
        FileRefused: the name says that it is nothing we take.
        TooManyUploads: so many in a day are not needed.
    """
    rules.check_uploads(case)
    uploads.announced(announced.file_name)
    requirement = await _asked(tx, case, announced)
    if requirement.numbered and not announced.number.strip():
        raise DocumentDetailMissing("Type the document's number too.", field="number")
    if requirement.expires and announced.expires_on is None:
        raise DocumentDetailMissing("Say until when the document is valid.", field="expires_on")
    rules.check_document_date(announced.expires_on, tx.now.date())
    if await store.count_uploads(tx, case.id, tx.now - DAY) >= UPLOADS_A_DAY:
        raise TooManyUploads("You have sent a lot today; go on tomorrow, or ask support.", retry_after_s=3600)

    document = Document(
        id=DocumentId(new_id()),
        case_id=case.id,
        requirement=announced.requirement,
        kind=announced.kind,
        version=await store.last_version(tx, case.id, announced.requirement) + 1,
        status=DocumentStatus.AWAITED,
        file_name=uploads.shown_name(announced.file_name),
        number=announced.number.strip(),
        expires_on=announced.expires_on if requirement.expires else None,
        uploaded_by=tx.actor.name,
        created_at=tx.now,
        link_until=tx.now + UPLOAD_FOR,
    )
    await store.insert_document(tx, desk.vault, document)
    tx.defer(deferred(CLEAR_UPLOAD, document.id, run_at=tx.now + CLEAR_AFTER))
    return document


async def _asked(tx: Tx, case: Case, announced: Announced) -> Requirement:
    settings = await tenancy.setting(tx, KycSettings)
    found = next(
        (each for each in settings.asked_of(case.subject) if each.code == announced.requirement), None
    )
    if found is None:
        raise UnknownRequirement("Nothing of this name is asked here.", field="requirement")
    if announced.kind not in found.documents:
        raise UnknownRequirement(f"{found.title}: another kind of document is needed.", field="kind")
    return found


async def upload_link(desk: Desk, tenant_id: TenantId, document: Document) -> SignedLink:
    """Where a document that was announced is sent."""
    return await desk.objects.upload_link(
        tenant_id, upload_key(document), limit=uploads.FILE_MAX, now=document.created_at
    )


async def complete(
    desk: Desk, tenant_id: TenantId, actor: Actor, document_id: UUID, case_id: CaseId, *, request_id: str = ""
) -> Document:
    """Looks into what came, keeps it if it is what it should be, and lets it count.

    What was looked at is stored anew under another key, so a link that is still open changes nothing.

    Args:
        desk: where uploads lie.
        tenant_id: whose.
        actor: who sent it.
        document_id: which.
        case_id: the case that it must belong to.
        request_id: for logs and the audit trail.

    Raises:
        KycDocumentNotFound: no such document in this case.
        WrongKycState: somebody looks at the case just now.
        UploadMissing: nothing came yet.
        FileRefused: it is not what it should be; the document stays refused.
        FileInfected: a known danger is in it; likewise.
    """
    async with desk.transaction(tenant_id, actor, request_id=request_id) as tx:
        document = await _of_case(tx, desk, document_id, case_id)
    if document.status is not DocumentStatus.AWAITED:
        return _answered(document)
    try:
        checked = await _look(desk, tenant_id, document)
    except FileRefused as refusal:
        refused = replace(document, status=DocumentStatus.REFUSED, refusal=refusal.detail)
        await _record(desk, tenant_id, actor, refused, request_id)
        await desk.objects.delete(tenant_id, upload_key(document))
        raise
    await desk.objects.put(
        tenant_id,
        kept_key(document),
        checked.content,
        limit=uploads.FILE_MAX * 4,
        content_type=checked.type.value,
    )
    taken = replace(
        document,
        status=DocumentStatus.TAKEN,
        type=checked.type,
        size=len(checked.content),
        digest=hashlib.sha256(checked.content).hexdigest(),
        pages=checked.pages,
    )
    done = await _record(desk, tenant_id, actor, taken, request_id)
    await desk.objects.delete(tenant_id, upload_key(document))
    return done


def _answered(document: Document) -> Document:
    """The answer to a repeat: what the first one came to."""
    match document.status:
        case DocumentStatus.REFUSED:
            raise FileRefused(document.refusal)
        case DocumentStatus.ABANDONED:
            raise UploadMissing("The link ended before a file came; ask for a new one.")
        case _:
            return document


async def _look(desk: Desk, tenant_id: TenantId, document: Document) -> uploads.Checked:
    try:
        content = await desk.objects.get(tenant_id, upload_key(document), limit=uploads.FILE_MAX)
    except ObjectMissing as missing:
        raise UploadMissing("Nothing came under the upload link yet.") from missing
    except ObjectTooLarge as error:
        raise FileRefused(f"The file is larger than {uploads.FILE_MAX // 1024 // 1024} MB.") from error
    found = await desk.scanner.scan(content)
    if found is not None:
        raise FileInfected(f"The scanner found {found} in the file; it was deleted.")
    return await asyncio.to_thread(uploads.check, content, document.file_name)


async def _record(
    desk: Desk, tenant_id: TenantId, actor: Actor, document: Document, request_id: str
) -> Document:
    """Writes what was found, unless another request was faster; answers what is written."""
    async with desk.transaction(tenant_id, actor, request_id=request_id) as tx:
        case = await store.case(tx, desk.vault, document.case_id, lock=True)
        present = await store.document(tx, desk.vault, document.id, lock=True)
        assert case is not None, "a document belongs to a case"
        assert present is not None, "documents are never deleted"
        if present.status is not DocumentStatus.AWAITED:
            return _answered(present)
        rules.check_uploads(case)
        if document.status is DocumentStatus.TAKEN:
            await store.replace_counting(tx, document)
        written = replace(document, taken_at=tx.now)
        await store.save_document(tx, written)
        return written


async def _of_case(tx: Tx, desk: Desk, document_id: UUID, case_id: CaseId) -> Document:
    found = await store.document(tx, desk.vault, document_id)
    if found is None or found.case_id != case_id:
        raise KycDocumentNotFound("There is no such document.")
    return found


async def seen_document(tx: Tx, desk: Desk, document_id: UUID, case_id: CaseId) -> Document:
    """A document somebody is about to look at; that staff did stands on the audit trail.

    Raises:
        KycDocumentNotFound: no such document in this case, or nothing was kept of it.
    """
    document = await _of_case(tx, desk, document_id, case_id)
    if document.status not in (DocumentStatus.TAKEN, DocumentStatus.REPLACED):
        raise KycDocumentNotFound("Nothing was kept of this document.")
    if tx.actor.member_id is None:
        tx.record(
            AuditEntry(
                "kyc.document_viewed",
                "kyc_document",
                document.id,
                after={"case_id": case_id, "requirement": document.requirement, "version": document.version},
            )
        )
    return document


async def view_link(desk: Desk, tenant_id: TenantId, document: Document) -> SignedLink:
    """Where a document can be seen for five minutes."""
    assert document.type is not None, "what was taken has a type"
    return await desk.objects.download_link(
        tenant_id,
        kept_key(document),
        filename=f"{document.requirement}-{document.version}.{document.type.suffix}",
        content_type=document.type.value,
        now=desk.clock(),
    )


async def clear_upload(desk: Desk, tenant_id: TenantId, actor: Actor, document_id: UUID) -> None:
    """Deletes what came under a link that has ended, and gives up a document that never did."""
    async with desk.transaction(tenant_id, actor) as tx:
        document = await store.document(tx, desk.vault, document_id, lock=True)
        if document is None:
            return
        if document.status is DocumentStatus.AWAITED:
            await store.save_document(tx, replace(document, status=DocumentStatus.ABANDONED))
    await desk.objects.delete(tenant_id, upload_key(document))
