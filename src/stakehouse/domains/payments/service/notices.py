"""Notices: verified and stored at the door, answered at once, understood later by a job."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from stakehouse.domains.payments import rules, store
from stakehouse.domains.payments.errors import ConnectionNotFound
from stakehouse.domains.payments.service import life
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.types import ConnectionId, NoticeId, Payment, Report
from stakehouse.infra.notice_inbox import StoredNotice
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, ActorKind, system
from stakehouse.kernel.ids import PLATFORM, TenantId

UNKNOWN_REFERENCE = "unknown_reference"
NOT_A_PAYMENT = "not_a_payment"
FOR_FINANCE = frozenset(
    {
        UNKNOWN_REFERENCE,
        NOT_A_PAYMENT,
        rules.Ignored.AMOUNT_DIFFERS.value,
        rules.Ignored.CONTRADICTION.value,
        rules.Ignored.REVERSAL.value,
        rules.Ignored.UNKNOWN_STATUS.value,
    }
)
"""Outcomes that a person of finance should see."""

_PRIVATE_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})
HEADERS_MAX = 40
HEADER_LENGTH_MAX = 1_000
SWEEP_AFTER = timedelta(minutes=1)
SWEEP_MAX = 200


async def take_notice(
    office: Office,
    *,
    gateway: str,
    connection_id: UUID,
    body: bytes,
    headers: Mapping[str, str],
    address: str,
) -> bool:
    """Verifies a notice on its raw bytes and stores it; answers whether it is new.

    Args:
        office: opens the credentials and the transaction.
        gateway: the adapter's name from the address; with the id it alone chooses the connection.
        connection_id: from the address.
        body: exactly what came.
        headers: names in lower case.
        address: whence it came, for the record.

    Raises:
        ConnectionNotFound: no connection has this address.
        SignatureRefused: it was not signed by this gateway for this connection.
    """
    async with begin(office.database, tenant_id=PLATFORM, actor=system("payments"), now=office.clock()) as tx:
        tenant_id = await store.tenant_of_connection(tx.conn, connection_id, gateway)
    if tenant_id is None:
        raise ConnectionNotFound("No connection has this address.")

    speaker = Actor(ActorKind.MACHINE, name=gateway, address=address)
    async with office.transaction(tenant_id, speaker) as tx:
        connection = await office.connection(tx, ConnectionId(connection_id))
        notice = office.gateway(tenant_id, connection).read_webhook(body, headers, now=tx.now)

        return await store.notices.take(
            tx, connection.id, notice.notice_id, kind=notice.kind, body=body, headers=_kept(headers)
        )


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    kept = [(name, value) for name, value in headers.items() if name not in _PRIVATE_HEADERS]
    return {name: value[:HEADER_LENGTH_MAX] for name, value in kept[:HEADERS_MAX]}


async def handle_notice(office: Office, tenant_id: TenantId, notice_id: NoticeId) -> None:
    """Understands a stored notice and lets it change the payment it speaks of; twice does no harm."""
    async with office.transaction(tenant_id, system("payments")) as tx:
        notice = await store.notices.lock(tx, notice_id)
        if notice is None:
            return
        connection = await office.connection(tx, ConnectionId(notice.connection_id))
        report = office.gateway(tenant_id, connection).read_stored(notice.body, notice.headers).report
        if report is None:
            await store.notices.close(tx, notice, NOT_A_PAYMENT)
            return
        payment = await _spoken_of(tx, notice, report)
        if payment is None:
            await store.notices.put_off(tx, notice, UNKNOWN_REFERENCE)
            return

        outcome = await life.apply(tx, payment, report, notice_id=NoticeId(notice.id))
        await store.notices.close(tx, notice, outcome, payment.id)


async def _spoken_of(tx: Tx, notice: StoredNotice, report: Report) -> Payment | None:
    """The payment a notice speaks of, locked; only one that went through the same connection."""
    try:
        payment_id = UUID(report.reference)
    except ValueError:
        return None
    payment = await store.lock_payment(tx, payment_id)
    return payment if payment is not None and payment.connection_id == notice.connection_id else None


async def sweep(tx: Tx) -> None:
    """Owes work of the tenant again that should have been done by now.

    Jobs are rows of the same commit as what they are about, so there is nothing to find here
    unless a job was given up or deleted by hand.
    """
    before = tx.now - SWEEP_AFTER
    await store.notices.owe_again(tx, before=before, limit=SWEEP_MAX)
    for payment_id in await store.stuck(tx, since=before, limit=SWEEP_MAX):
        life.follow_up(tx, payment_id, tx.now)
