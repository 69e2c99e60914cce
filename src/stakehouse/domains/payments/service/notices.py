"""Notices: verified and stored at the door, answered at once, understood later by a job."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from stakehouse.domains.payments import rules, store
from stakehouse.domains.payments.errors import ConnectionNotFound
from stakehouse.domains.payments.service import life
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.types import ConnectionId, NoticeId, Payment, Report, StoredNotice
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, ActorKind, system
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id

HANDLE_NOTICE = "payments.handle_notice"
"""The job that understands a stored notice."""

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

        stored = StoredNotice(
            id=NoticeId(new_id()),
            connection_id=connection.id,
            notice_id=notice.notice_id,
            body=body,
            headers=_kept(headers),
            received_at=tx.now,
            handled_at=None,
            outcome="",
            tries=0,
        )
        is_new = await store.add_notice(tx, stored, kind=notice.kind)
        if is_new:
            _owe(tx, stored.id)
    return is_new


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    kept = [(name, value) for name, value in headers.items() if name not in _PRIVATE_HEADERS]
    return {name: value[:HEADER_LENGTH_MAX] for name, value in kept[:HEADERS_MAX]}


def _owe(tx: Tx, notice_id: NoticeId, after: timedelta = timedelta()) -> None:
    at = tx.now + after if after else None
    tx.defer(deferred(HANDLE_NOTICE, notice_id, run_at=at, dedupe=str(notice_id)))


async def handle_notice(office: Office, tenant_id: TenantId, notice_id: NoticeId) -> None:
    """Understands a stored notice and lets it change the payment it speaks of; twice does no harm."""
    async with office.transaction(tenant_id, system("payments")) as tx:
        notice = await store.lock_notice(tx, notice_id)
        if notice is None or notice.handled_at is not None:
            return
        connection = await office.connection(tx, notice.connection_id)
        report = office.gateway(tenant_id, connection).read_stored(notice.body, notice.headers).report
        if report is None:
            await _close(tx, notice, NOT_A_PAYMENT, None)
            return
        payment = await _spoken_of(tx, notice, report)
        if payment is None:
            await _put_off(tx, notice)
            return

        outcome = await life.apply(tx, payment, report, notice_id=notice.id)
        await _close(tx, notice, outcome, payment)


async def _spoken_of(tx: Tx, notice: StoredNotice, report: Report) -> Payment | None:
    """The payment a notice speaks of, locked; only one that went through the same connection."""
    try:
        payment_id = UUID(report.reference)
    except ValueError:
        return None
    payment = await store.lock_payment(tx, payment_id)
    return payment if payment is not None and payment.connection_id == notice.connection_id else None


async def _put_off(tx: Tx, notice: StoredNotice) -> None:
    """Tries a notice with an unknown reference later; in the end finance is shown it."""
    is_last = notice.tries >= len(rules.NOTICE_RETRIES)
    if not is_last:
        _owe(tx, notice.id, rules.NOTICE_RETRIES[notice.tries])
    await store.note_notice(
        tx,
        notice,
        outcome=UNKNOWN_REFERENCE,
        is_handled=is_last,
        payment_id=None,
        tries=notice.tries + 1,
    )


async def _close(tx: Tx, notice: StoredNotice, outcome: str, payment: Payment | None) -> None:
    await store.note_notice(
        tx,
        notice,
        outcome=outcome,
        is_handled=True,
        payment_id=None if payment is None else payment.id,
        tries=notice.tries + 1,
    )


async def sweep(tx: Tx) -> None:
    """Owes work of the tenant again that should have been done by now.

    Jobs are rows of the same commit as what they are about, so there is nothing to find here
    unless a job was given up or deleted by hand.
    """
    before = tx.now - SWEEP_AFTER
    for notice_id in await store.unhandled_notices(tx, before=before, limit=SWEEP_MAX):
        _owe(tx, notice_id)
    for payment_id in await store.stuck(tx, since=before, limit=SWEEP_MAX):
        life.follow_up(tx, payment_id, tx.now)
