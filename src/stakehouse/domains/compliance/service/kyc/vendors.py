"""Use cases of vendors: a case handed over, a notice stored at the door, its verdict understood later."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from stakehouse.domains import tenancy
from stakehouse.domains.compliance.errors import KycConnectionNotFound, VendorRefused
from stakehouse.domains.compliance.rules.uploads import FILE_MAX
from stakehouse.domains.compliance.service.kyc import review
from stakehouse.domains.compliance.service.kyc.desk import CREDENTIALS, Desk, kept_key
from stakehouse.domains.compliance.store import kyc as store
from stakehouse.domains.compliance.types.kyc import (
    Applicant,
    Case,
    Document,
    DocumentStatus,
    HandedDocument,
    KycConnection,
    KycConnectionId,
    KycMethod,
    KycSettings,
    RejectionReason,
    VendorReport,
    VendorVerdict,
)
from stakehouse.domains.identity import KycStatus
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, ActorKind, system
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id

UNKNOWN_CASE = "unknown_case"
HEADERS_KEPT = frozenset({"content-type", "user-agent", "sandid-signature"})


async def open_kyc_connection(tx: Tx, desk: Desk, *, vendor: str, credentials: bytes) -> KycConnection:
    """Opens an account at a vendor, whose credentials are sealed.

    Raises:
        VendorRefused: there is no adapter of this name.
    """
    desk.vendors.connect(vendor, credentials)
    sealed = desk.vault.seal(tx.tenant_id, CREDENTIALS, credentials)
    connection = KycConnection(KycConnectionId(new_id()), vendor, sealed, is_active=True)
    await store.insert_connection(tx, connection)
    tx.record(AuditEntry("kyc.connection_opened", "kyc_connection", connection.id, after={"vendor": vendor}))
    return connection


async def keep_kyc_connection(tx: Tx, desk: Desk, *, vendor: str, credentials: bytes) -> KycConnection:
    """Opens an account at a vendor, or gives the open one its new credentials."""
    known = next((each for each in await store.connections(tx) if each.vendor == vendor), None)
    if known is None:
        return await open_kyc_connection(tx, desk, vendor=vendor, credentials=credentials)
    changed = replace(known, credentials=desk.vault.seal(tx.tenant_id, CREDENTIALS, credentials))
    await store.save_connection(tx, changed)
    return changed


async def hand_over(desk: Desk, tenant_id: TenantId, case_id: UUID) -> None:
    """Hands a submitted case to the tenant's vendor; doing it twice has one effect there.

    Raises:
        VendorUnavailable: no usable answer; trying again is right.
    """
    actor = system("kyc vendor")
    async with desk.transaction(tenant_id, actor) as tx:
        case = await store.case(tx, desk.vault, case_id)
        active = [each for each in await store.connections(tx) if each.is_active]
        if case is None or case.status is not KycStatus.SUBMITTED or case.person is None or not active:
            return
        connection, person = active[0], case.person
        shown = [
            each
            for each in await store.documents(tx, desk.vault, case.id)
            if each.status is DocumentStatus.TAKEN
        ]
    vendor = desk.vendor(tenant_id, connection)
    try:
        applicant = await vendor.create_applicant(Applicant(case.id, person, desk.notify_url(connection)))
        # A verdict may come before the last answer does; it must find whom it speaks of.
        async with desk.transaction(tenant_id, actor) as tx:
            await _note(tx, desk, case, connection, applicant)
        for document in shown:
            await vendor.hand_over(applicant, await _handed(desk, tenant_id, document, person.country))
        report = await vendor.begin_check(applicant)
    except VendorRefused as refusal:
        async with desk.transaction(tenant_id, actor) as tx:
            locked = await store.case(tx, desk.vault, case.id, lock=True)
            assert locked is not None, "cases are never deleted"
            await store.save_case(tx, desk.vault, replace(locked, vendor_said=f"refused: {refusal.detail}"))
        return
    async with desk.transaction(tenant_id, actor) as tx:
        await understand(tx, desk, report, connection.id)


async def _note(tx: Tx, desk: Desk, case: Case, connection: KycConnection, applicant: str) -> None:
    locked = await store.case(tx, desk.vault, case.id, lock=True)
    assert locked is not None, "cases are never deleted"
    noted = replace(locked, vendor_connection_id=connection.id, vendor_applicant=applicant)
    await store.save_case(tx, desk.vault, noted)


async def _handed(desk: Desk, tenant_id: TenantId, document: Document, country: str) -> HandedDocument:
    assert document.type is not None, "what was taken has a type"
    return HandedDocument(
        id=document.id,
        kind=document.kind,
        country=country,
        number=document.number,
        expires_on=document.expires_on,
        type=document.type,
        content=await desk.objects.get(tenant_id, kept_key(document), limit=FILE_MAX * 4),
    )


async def take_notice(
    desk: Desk, *, vendor: str, connection_id: UUID, body: bytes, headers: Mapping[str, str], address: str
) -> bool:
    """Verifies a notice on its raw bytes and stores it; answers whether it is new.

    Raises:
        KycConnectionNotFound: no connection has this address.
        VendorSignatureRefused: it was not signed by this vendor for this connection.
    """
    async with begin(desk.database, tenant_id=PLATFORM, actor=system("kyc vendor"), now=desk.clock()) as tx:
        tenant_id = await store.tenant_of_connection(tx.conn, connection_id, vendor)
    if tenant_id is None:
        raise KycConnectionNotFound("No connection has this address.")
    async with desk.transaction(tenant_id, Actor(ActorKind.MACHINE, name=vendor, address=address)) as tx:
        connection = await _connection(tx, connection_id)
        notice = desk.vendor(tenant_id, connection).read_webhook(body, headers, now=tx.now)
        kept = {name: value[:1000] for name, value in headers.items() if name in HEADERS_KEPT}
        return await store.notices.take(
            tx, connection.id, notice.notice_id, kind=notice.kind, body=body, headers=kept
        )


async def _connection(tx: Tx, connection_id: UUID) -> KycConnection:
    found = next((each for each in await store.connections(tx) if each.id == connection_id), None)
    if found is None:
        raise KycConnectionNotFound("No connection has this address.")
    return found


async def handle_notice(desk: Desk, tenant_id: TenantId, notice_id: UUID) -> None:
    """Understands a stored notice and lets it change the case it speaks of; twice does no harm."""
    async with desk.transaction(tenant_id, system("kyc vendor")) as tx:
        notice = await store.notices.lock(tx, notice_id)
        if notice is None:
            return
        vendor = desk.vendor(tenant_id, await _connection(tx, notice.connection_id))
        report = vendor.read_stored(notice.body).report
        if report is None:
            await store.notices.close(tx, notice, "no_report")
            return
        outcome = await understand(tx, desk, report, KycConnectionId(notice.connection_id))
        if outcome == UNKNOWN_CASE:
            await store.notices.put_off(tx, notice, outcome)
        else:
            await store.notices.close(tx, notice, outcome)


async def understand(tx: Tx, desk: Desk, report: VendorReport, connection_id: KycConnectionId) -> str:
    """Lets a vendor's report act on its case; answers what became of it.

    A report that is not newer than the last one changes nothing. A case that a person has taken is
    that person's: the report only stands beside it.
    """
    case = await _spoken_of(tx, desk, report, connection_id)
    if case is None:
        return UNKNOWN_CASE
    if case.vendor_said_at is not None and report.said_at <= case.vendor_said_at:
        return "older"
    told = report.vendor_status if not report.text else f"{report.vendor_status}: {report.text}"
    noted = replace(case, vendor_said=told[:500], vendor_said_at=report.said_at)
    await store.save_case(tx, desk.vault, noted)
    settings = await tenancy.setting(tx, KycSettings)
    if case.status is not KycStatus.SUBMITTED or not settings.vendor_decides:
        return "noted"
    try:
        return await _decide(tx, desk, noted, report)
    except Refusal as refusal:
        return refusal.code


async def _decide(tx: Tx, desk: Desk, case: Case, report: VendorReport) -> str:
    match report.verdict:
        case VendorVerdict.VERIFIED:
            await review.verify(tx, desk, case, method=KycMethod.VENDOR, text="")
        case VendorVerdict.REJECTED:
            reasons = report.reasons or (RejectionReason.OTHER,)
            text = report.text or "The documents could not be confirmed."
            await review.turn_down(tx, desk, case, method=KycMethod.VENDOR, reasons=reasons, text=text)
        case VendorVerdict.PENDING | VendorVerdict.UNDECIDED | VendorVerdict.UNKNOWN:
            return "noted"
    outcome: str = report.verdict.value
    return outcome


async def _spoken_of(tx: Tx, desk: Desk, report: VendorReport, connection_id: KycConnectionId) -> Case | None:
    """The case a report speaks of, locked; only one that was handed over through the same connection."""
    try:
        case = await store.case(tx, desk.vault, UUID(report.case_id), lock=True)
    except ValueError:
        return None
    if case is None or (case.vendor_connection_id, case.vendor_applicant) != (
        connection_id,
        report.applicant,
    ):
        return None
    return case
