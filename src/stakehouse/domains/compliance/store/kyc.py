"""The SQL of identity checks. What a person states, and documents' numbers, are sealed here."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains.compliance.rules import kyc as rules
from stakehouse.domains.compliance.tables import (
    kyc_cases,
    kyc_connection_directory,
    kyc_connections,
    kyc_documents,
    kyc_notices,
    kyc_steps,
)
from stakehouse.domains.compliance.types.kyc import (
    Case,
    CaseId,
    CaseStep,
    Document,
    DocumentId,
    DocumentKind,
    DocumentStatus,
    FileType,
    KycConnection,
    KycConnectionId,
    KycMethod,
    Person,
    RejectionReason,
    SubjectKind,
    Twin,
)
from stakehouse.domains.identity import KycStatus
from stakehouse.infra.crypto import Vault
from stakehouse.infra.notice_inbox import NoticeInbox
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, TenantId, new_id

PERSON = "kyc.person"
NUMBER = "kyc.number"
PRINT = "kyc.print"


# -- cases


async def insert_case(tx: Tx, case: Case) -> bool:
    """Opens a case; answers false if the member has one."""
    done = await tx.conn.execute(
        upsert(kyc_cases)
        .values(
            tenant_id=tx.tenant_id,
            id=case.id,
            subject=case.subject.value,
            member_id=case.member_id,
            subject_name=case.subject_name,
            status=case.status.value,
            reviewer="",
            decided_by="",
            reasons=[],
            decision_text="",
            vendor_applicant="",
            vendor_said="",
            created_at=case.created_at,
            updated_at=case.updated_at,
        )
        .on_conflict_do_nothing()
    )
    return done.rowcount == 1


async def case_of_member(tx: Tx, vault: Vault | None, member_id: UUID, *, lock: bool = False) -> Case | None:
    """A member's case; without a vault what the person stated stays sealed."""
    query = select(kyc_cases).where(kyc_cases.c.tenant_id == tx.tenant_id, kyc_cases.c.member_id == member_id)
    row = (await tx.conn.execute(query.with_for_update() if lock else query)).one_or_none()
    return None if row is None else _case(tx, vault, row)


async def case(tx: Tx, vault: Vault | None, case_id: UUID, *, lock: bool = False) -> Case | None:
    """A case of the tenant."""
    query = select(kyc_cases).where(kyc_cases.c.tenant_id == tx.tenant_id, kyc_cases.c.id == case_id)
    row = (await tx.conn.execute(query.with_for_update() if lock else query)).one_or_none()
    return None if row is None else _case(tx, vault, row)


async def page(
    tx: Tx,
    vault: Vault,
    *,
    statuses: Sequence[KycStatus],
    subject: SubjectKind | None,
    reviewer_id: UUID | None,
    after: UUID | None,
    limit: int,
) -> list[Case]:
    """Cases, those that began first at the top: who waits longest is served first."""
    query = select(kyc_cases).where(kyc_cases.c.tenant_id == tx.tenant_id)
    if statuses:
        query = query.where(kyc_cases.c.status.in_([each.value for each in statuses]))
    if subject is not None:
        query = query.where(kyc_cases.c.subject == subject.value)
    if reviewer_id is not None:
        query = query.where(kyc_cases.c.reviewer_id == reviewer_id)
    if after is not None:
        query = query.where(kyc_cases.c.id > after)
    rows = await tx.conn.execute(query.order_by(kyc_cases.c.id).limit(limit))
    return [_case(tx, vault, row) for row in rows]


async def count_waiting(tx: Tx) -> int:
    """How many cases wait for somebody."""
    query = select(func.count()).where(
        kyc_cases.c.tenant_id == tx.tenant_id,
        kyc_cases.c.status.in_([each.value for each in rules.WAITING]),
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def save_case(tx: Tx, vault: Vault, case: Case) -> None:
    """Writes what changes in a case's life."""
    person = (
        None if case.person is None else vault.seal(tx.tenant_id, PERSON, msgspec.json.encode(case.person))
    )
    key = None if case.person is None else rules.name_key(case.person)
    await tx.conn.execute(
        update(kyc_cases)
        .where(kyc_cases.c.tenant_id == tx.tenant_id, kyc_cases.c.id == case.id)
        .values(
            status=case.status.value,
            person=person,
            person_print=None if key is None else _print(tx, vault, key),
            reviewer_id=case.reviewer_id,
            reviewer=case.reviewer,
            submitted_at=case.submitted_at,
            decided_at=case.decided_at,
            decided_by=case.decided_by,
            method=None if case.method is None else case.method.value,
            reasons=[each.value for each in case.reasons],
            decision_text=case.text,
            valid_until=case.valid_until,
            vendor_connection_id=case.vendor_connection_id,
            vendor_applicant=case.vendor_applicant,
            vendor_said=case.vendor_said,
            vendor_said_at=case.vendor_said_at,
            updated_at=tx.now,
        )
    )


async def add_step(tx: Tx, before: Case, after: Case) -> None:
    """Records a step of a case."""
    await tx.conn.execute(
        insert(kyc_steps).values(
            tenant_id=tx.tenant_id,
            case_id=after.id,
            id=new_id(),
            came_from=before.status.value,
            status=after.status.value,
            at=tx.now,
            actor_kind=tx.actor.kind.value,
            actor_id=tx.actor.member_id or tx.actor.user_id,
            actor_name=tx.actor.name,
            reasons=[each.value for each in after.reasons],
            decision_text=after.text,
            method=None if after.method is None else after.method.value,
        )
    )


async def steps(tx: Tx, case_id: CaseId) -> list[CaseStep]:
    """What became of a case, the newest first."""
    rows = await tx.conn.execute(
        select(kyc_steps)
        .where(kyc_steps.c.tenant_id == tx.tenant_id, kyc_steps.c.case_id == case_id)
        .order_by(kyc_steps.c.id.desc())
        .limit(100)
    )
    return [
        CaseStep(
            row.id,
            KycStatus(row.came_from),
            KycStatus(row.status),
            row.at,
            row.actor_kind,
            row.actor_name,
            tuple(RejectionReason(each) for each in row.reasons),
            row.decision_text,
            None if row.method is None else KycMethod(row.method),
        )
        for row in rows
    ]


async def lock_expired(tx: Tx, vault: Vault, today: date, limit: int) -> list[Case]:
    """Verified cases whose date has passed, under their locks."""
    rows = await tx.conn.execute(
        select(kyc_cases)
        .where(
            kyc_cases.c.tenant_id == tx.tenant_id,
            kyc_cases.c.status == KycStatus.VERIFIED.value,
            kyc_cases.c.valid_until < today,
        )
        .order_by(kyc_cases.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [_case(tx, vault, row) for row in rows]


async def claim_reminders(tx: Tx, valid_until: tuple[date, date], days: int, limit: int) -> list[UUID]:
    """Members whose decision ends in this span and who were not reminded so near to it; marks them."""
    due = (
        select(kyc_cases.c.id)
        .where(
            kyc_cases.c.tenant_id == tx.tenant_id,
            kyc_cases.c.status == KycStatus.VERIFIED.value,
            kyc_cases.c.member_id.is_not(None),
            kyc_cases.c.valid_until.between(*valid_until),
            or_(kyc_cases.c.reminded_days.is_(None), kyc_cases.c.reminded_days > days),
        )
        .order_by(kyc_cases.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    marked = await tx.conn.execute(
        update(kyc_cases)
        .where(kyc_cases.c.tenant_id == tx.tenant_id, kyc_cases.c.id.in_(due))
        .values(reminded_days=days)
        .returning(kyc_cases.c.member_id)
    )
    return [row.member_id for row in marked]


async def forget_reminders(tx: Tx, case_id: CaseId) -> None:
    """A new decision is reminded of anew."""
    await tx.conn.execute(
        update(kyc_cases)
        .where(kyc_cases.c.tenant_id == tx.tenant_id, kyc_cases.c.id == case_id)
        .values(reminded_days=None)
    )


async def twins(tx: Tx, vault: Vault, case: Case, documents: Sequence[Document]) -> list[Twin]:
    """Other cases with the same name and birth date, or with a document of the same number."""
    found: list[Twin] = []
    key = None if case.person is None else rules.name_key(case.person)
    if key is not None:
        rows = await tx.conn.execute(
            select(kyc_cases)
            .where(
                kyc_cases.c.tenant_id == tx.tenant_id,
                kyc_cases.c.person_print == _print(tx, vault, key),
                kyc_cases.c.id != case.id,
            )
            .order_by(kyc_cases.c.id)
            .limit(20)
        )
        found += [_twin(row, "person") for row in rows]
    numbers = {rules.number_key(each.number) for each in documents} - {None}
    prints = [_print(tx, vault, number) for number in numbers if number is not None]
    if prints:
        rows = await tx.conn.execute(
            select(kyc_cases)
            .where(
                kyc_cases.c.tenant_id == tx.tenant_id,
                kyc_cases.c.id != case.id,
                kyc_cases.c.id.in_(
                    select(kyc_documents.c.case_id).where(
                        kyc_documents.c.tenant_id == tx.tenant_id, kyc_documents.c.number_print.in_(prints)
                    )
                ),
            )
            .order_by(kyc_cases.c.id)
            .limit(20)
        )
        found += [_twin(row, "document") for row in rows]
    return found


def _twin(row: Row[Any], by: str) -> Twin:
    member_id = None if row.member_id is None else MemberId(row.member_id)
    return Twin(CaseId(row.id), member_id, row.subject_name, KycStatus(row.status), by)


# -- documents


async def insert_document(tx: Tx, vault: Vault, document: Document) -> None:
    """Adds a document whose upload is awaited."""
    key = rules.number_key(document.number)
    sealed = vault.seal(tx.tenant_id, NUMBER, document.number.encode()) if document.number else None
    await tx.conn.execute(
        insert(kyc_documents).values(
            tenant_id=tx.tenant_id,
            id=document.id,
            case_id=document.case_id,
            requirement=document.requirement,
            kind=document.kind.value,
            version=document.version,
            status=document.status.value,
            file_name=document.file_name,
            size=0,
            digest="",
            pages=0,
            number=sealed,
            number_print=None if key is None else _print(tx, vault, key),
            expires_on=document.expires_on,
            uploaded_by=document.uploaded_by,
            created_at=document.created_at,
            link_until=document.link_until,
            refusal="",
        )
    )


async def document(tx: Tx, vault: Vault, document_id: UUID, *, lock: bool = False) -> Document | None:
    """A document of the tenant."""
    query = select(kyc_documents).where(
        kyc_documents.c.tenant_id == tx.tenant_id, kyc_documents.c.id == document_id
    )
    row = (await tx.conn.execute(query.with_for_update() if lock else query)).one_or_none()
    return None if row is None else _document(tx, vault, row)


async def documents(tx: Tx, vault: Vault, case_id: CaseId) -> list[Document]:
    """The documents of a case, the newest first, those that never came left out."""
    rows = await tx.conn.execute(
        select(kyc_documents)
        .where(
            kyc_documents.c.tenant_id == tx.tenant_id,
            kyc_documents.c.case_id == case_id,
            kyc_documents.c.status != DocumentStatus.ABANDONED.value,
        )
        .order_by(kyc_documents.c.id.desc())
        .limit(200)
    )
    return [_document(tx, vault, row) for row in rows]


async def count_uploads(tx: Tx, case_id: CaseId, since: datetime) -> int:
    """How many uploads a case asked for since a moment."""
    query = select(func.count()).where(
        kyc_documents.c.tenant_id == tx.tenant_id,
        kyc_documents.c.case_id == case_id,
        kyc_documents.c.created_at > since,
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def last_version(tx: Tx, case_id: CaseId, requirement: str) -> int:
    """The number of the newest upload for a requirement, 0 if there is none."""
    query = select(func.max(kyc_documents.c.version)).where(
        kyc_documents.c.tenant_id == tx.tenant_id,
        kyc_documents.c.case_id == case_id,
        kyc_documents.c.requirement == requirement,
    )
    return int((await tx.conn.execute(query)).scalar_one() or 0)


async def save_document(tx: Tx, document: Document) -> None:
    """Writes what was found in a document's file."""
    await tx.conn.execute(
        update(kyc_documents)
        .where(kyc_documents.c.tenant_id == tx.tenant_id, kyc_documents.c.id == document.id)
        .values(
            status=document.status.value,
            type=None if document.type is None else document.type.value,
            size=document.size,
            digest=document.digest,
            pages=document.pages,
            taken_at=document.taken_at,
            refusal=document.refusal,
        )
    )


async def replace_counting(tx: Tx, document: Document) -> None:
    """Lets the document that counted so far make room; it is kept."""
    await tx.conn.execute(
        update(kyc_documents)
        .where(
            kyc_documents.c.tenant_id == tx.tenant_id,
            kyc_documents.c.case_id == document.case_id,
            kyc_documents.c.requirement == document.requirement,
            kyc_documents.c.status == DocumentStatus.TAKEN.value,
        )
        .values(status=DocumentStatus.REPLACED.value)
    )


# -- vendors


async def insert_connection(tx: Tx, connection: KycConnection) -> None:
    """Opens an account at a vendor."""
    await tx.conn.execute(
        insert(kyc_connections).values(
            tenant_id=tx.tenant_id,
            id=connection.id,
            vendor=connection.vendor,
            credentials=connection.credentials,
            is_active=connection.is_active,
            created_at=tx.now,
            updated_at=tx.now,
        )
    )
    await tx.conn.execute(
        insert(kyc_connection_directory).values(
            connection_id=connection.id, tenant_id=tx.tenant_id, vendor=connection.vendor
        )
    )


async def save_connection(tx: Tx, connection: KycConnection) -> None:
    """Writes credentials and whether the account is used."""
    await tx.conn.execute(
        update(kyc_connections)
        .where(kyc_connections.c.tenant_id == tx.tenant_id, kyc_connections.c.id == connection.id)
        .values(credentials=connection.credentials, is_active=connection.is_active, updated_at=tx.now)
    )


async def connections(tx: Tx) -> list[KycConnection]:
    """The tenant's accounts at vendors."""
    rows = await tx.conn.execute(
        select(kyc_connections)
        .where(kyc_connections.c.tenant_id == tx.tenant_id)
        .order_by(kyc_connections.c.id)
    )
    return [
        KycConnection(KycConnectionId(row.id), row.vendor, row.credentials, is_active=row.is_active)
        for row in rows
    ]


async def tenant_of_connection(conn: AsyncConnection, connection_id: UUID, vendor: str) -> TenantId | None:
    """Whose connection has this address; asked before any tenant is known."""
    found = (
        await conn.execute(
            select(kyc_connection_directory.c.tenant_id).where(
                kyc_connection_directory.c.connection_id == connection_id,
                kyc_connection_directory.c.vendor == vendor,
            )
        )
    ).scalar_one_or_none()
    return None if found is None else TenantId(found)


HANDLE_NOTICE = "compliance.kyc_notice"
"""The job that understands what a vendor said."""

notices = NoticeInbox(
    kyc_notices,
    job=HANDLE_NOTICE,
    waits=(timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1)),
)
"""What vendors said of cases."""


def _print(tx: Tx, vault: Vault, key: str) -> bytes:
    """What equal texts of one tenant have in common, and nobody can turn back.

    The oldest master keys it: a new one must not hide a person's second account.
    """
    secret = vault.derived(min(vault.masters), PRINT)
    return hmac.digest(secret, tx.tenant_id.bytes + key.encode(), hashlib.sha256)


def _case(tx: Tx, vault: Vault | None, row: Row[Any]) -> Case:
    person = None
    if vault is not None and row.person is not None:
        person = msgspec.json.decode(vault.open(tx.tenant_id, PERSON, row.person), type=Person)
    return Case(
        id=CaseId(row.id),
        subject=SubjectKind(row.subject),
        member_id=None if row.member_id is None else MemberId(row.member_id),
        subject_name=row.subject_name,
        status=KycStatus(row.status),
        created_at=row.created_at,
        updated_at=row.updated_at,
        person=person,
        reviewer_id=row.reviewer_id,
        reviewer=row.reviewer,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        method=None if row.method is None else KycMethod(row.method),
        reasons=tuple(RejectionReason(each) for each in row.reasons),
        text=row.decision_text,
        valid_until=row.valid_until,
        vendor_connection_id=None
        if row.vendor_connection_id is None
        else KycConnectionId(row.vendor_connection_id),
        vendor_applicant=row.vendor_applicant,
        vendor_said=row.vendor_said,
        vendor_said_at=row.vendor_said_at,
    )


def _document(tx: Tx, vault: Vault, row: Row[Any]) -> Document:
    return Document(
        id=DocumentId(row.id),
        case_id=CaseId(row.case_id),
        requirement=row.requirement,
        kind=DocumentKind(row.kind),
        version=row.version,
        status=DocumentStatus(row.status),
        file_name=row.file_name,
        number="" if row.number is None else vault.open(tx.tenant_id, NUMBER, row.number).decode(),
        expires_on=row.expires_on,
        uploaded_by=row.uploaded_by,
        created_at=row.created_at,
        link_until=row.link_until,
        type=None if row.type is None else FileType(row.type),
        size=row.size,
        digest=row.digest,
        pages=row.pages,
        taken_at=row.taken_at,
        refusal=row.refusal,
    )
