"""The SQL of payments."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, exists, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains.payments import rules
from stakehouse.domains.payments.tables import (
    payment_connection_directory,
    payment_connections,
    payment_notices,
    payment_steps,
    payments,
)
from stakehouse.domains.payments.types import (
    Check,
    Connection,
    ConnectionId,
    Direction,
    NoticeId,
    Payment,
    PaymentStatus,
    PaymentStep,
)
from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.notice_inbox import NoticeInbox
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import MemberId, PaymentId, TenantId, new_id
from stakehouse.kernel.money import Currency, Money

# Withdrawals that took, or will take, money out.
_OUTGOING = tuple(
    status.value
    for status in (
        PaymentStatus.REQUESTED,
        PaymentStatus.IN_REVIEW,
        PaymentStatus.APPROVED,
        PaymentStatus.PROCESSING,
        PaymentStatus.PAID,
    )
)
# What was deposited and not given back whole, and what was paid out.
_MOVED = tuple(
    status.value for status in (PaymentStatus.SUCCEEDED, PaymentStatus.PARTLY_REFUNDED, PaymentStatus.PAID)
)
_OPEN_DEPOSITS = tuple(
    status.value for status in (PaymentStatus.CREATED, PaymentStatus.PENDING, PaymentStatus.PROCESSING)
)


async def lock_member(tx: Tx, member_id: MemberId) -> None:
    """Lets the payments of one member be opened one after the other, so that sums hold."""
    await tx.conn.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"),
        {"name": f"payments:{tx.tenant_id}:{member_id}"},
    )


# -- connections


async def insert_connection(tx: Tx, connection: Connection) -> None:
    """Adds a connection and makes its address known."""
    await tx.conn.execute(
        insert(payment_connections).values(
            tenant_id=tx.tenant_id,
            id=connection.id,
            gateway=connection.gateway,
            currencies=sorted(connection.currencies),
            credentials=connection.credentials,
            is_active=connection.is_active,
            created_at=tx.now,
            updated_at=tx.now,
        )
    )
    await tx.conn.execute(
        insert(payment_connection_directory).values(
            connection_id=connection.id, tenant_id=tx.tenant_id, gateway=connection.gateway
        )
    )


async def replace_credentials(tx: Tx, connection_id: ConnectionId, credentials: bytes) -> None:
    """Stores new sealed credentials."""
    await tx.conn.execute(
        update(payment_connections)
        .where(payment_connections.c.tenant_id == tx.tenant_id, payment_connections.c.id == connection_id)
        .values(credentials=credentials, updated_at=tx.now)
    )


async def connections(tx: Tx) -> list[Connection]:
    """The tenant's connections, oldest first."""
    rows = await tx.conn.execute(
        select(payment_connections)
        .where(payment_connections.c.tenant_id == tx.tenant_id)
        .order_by(payment_connections.c.id)
    )
    return [_connection(row) for row in rows]


async def connection(tx: Tx, connection_id: ConnectionId) -> Connection | None:
    """One connection of the tenant."""
    row = (
        await tx.conn.execute(
            select(payment_connections).where(
                payment_connections.c.tenant_id == tx.tenant_id, payment_connections.c.id == connection_id
            )
        )
    ).one_or_none()
    return None if row is None else _connection(row)


async def tenant_of_connection(conn: AsyncConnection, connection_id: UUID, gateway: str) -> TenantId | None:
    """Whose connection has this address; asked before any tenant is known."""
    found = (
        await conn.execute(
            select(payment_connection_directory.c.tenant_id).where(
                payment_connection_directory.c.connection_id == connection_id,
                payment_connection_directory.c.gateway == gateway,
            )
        )
    ).scalar_one_or_none()
    return None if found is None else TenantId(found)


def _connection(row: Row[Any]) -> Connection:
    return Connection(
        id=ConnectionId(row.id),
        gateway=row.gateway,
        currencies=frozenset(row.currencies),
        credentials=row.credentials,
        is_active=row.is_active,
    )


# -- payments


async def insert_payment(
    tx: Tx, payment: Payment, *, key: str | None = None, destination_print: bytes = b""
) -> None:
    """Adds a payment as it begins."""
    await tx.conn.execute(
        insert(payments).values(
            tenant_id=tx.tenant_id,
            id=payment.id,
            direction=payment.direction.value,
            member_id=payment.member_id,
            user_id=payment.user_id,
            currency=payment.currency.code,
            scale=payment.currency.scale,
            units=payment.amount.units,
            method=payment.method,
            connection_id=payment.connection_id,
            key=key,
            request_hash=payment.request_hash,
            return_url=payment.return_url,
            destination=payment.destination,
            destination_masked=payment.destination_masked,
            destination_print=destination_print,
            hold_id=payment.hold_id,
            checks=[
                {"code": check.code, "passed": check.passed, "detail": check.detail}
                for check in payment.checks
            ],
            created_at=payment.created_at,
            **_changing(payment),
        )
    )


async def save(tx: Tx, payment: Payment) -> None:
    """Writes what may change in a payment; its row must be locked by this transaction."""
    await tx.conn.execute(
        update(payments)
        .where(payments.c.tenant_id == tx.tenant_id, payments.c.id == payment.id)
        .values(**_changing(payment))
    )


def _changing(payment: Payment) -> dict[str, Any]:
    return {
        "status": payment.status.value,
        "reason": payment.reason,
        "attention": payment.attention,
        "gateway_reference": payment.gateway_reference,
        "redirect_url": payment.redirect_url,
        "instructions": None if payment.instructions is None else dict(payment.instructions),
        "approved_by": payment.approved_by,
        "looks": payment.looks,
        "claimed_until": payment.claimed_until,
        "expires_at": payment.expires_at,
        "updated_at": payment.updated_at,
    }


async def payment(tx: Tx, payment_id: UUID) -> Payment | None:
    """One payment of the tenant."""
    return await _one(tx, _of_tenant(tx).where(payments.c.id == payment_id))


async def lock_payment(tx: Tx, payment_id: UUID) -> Payment | None:
    """One payment of the tenant, locked until the transaction ends."""
    return await _one(tx, _of_tenant(tx).where(payments.c.id == payment_id).with_for_update())


async def lock_by_key(tx: Tx, member_id: MemberId, key: str) -> Payment | None:
    """The payment that a member opened under an idempotency key, locked."""
    query = _of_tenant(tx).where(payments.c.member_id == member_id, payments.c.key == key)
    return await _one(tx, query.with_for_update())


@dataclass(frozen=True, slots=True)
class Filter:
    """Which payments a list shows, newest first."""

    direction: Direction
    member_id: UUID | None = None
    statuses: Collection[PaymentStatus] = ()
    needs_attention: bool = False
    before: UUID | None = None


async def listed(tx: Tx, wanted: Filter, limit: int) -> list[Payment]:
    """At most ``limit`` payments that pass the filter."""
    query = _of_tenant(tx).where(payments.c.direction == wanted.direction.value)
    if wanted.member_id is not None:
        query = query.where(payments.c.member_id == wanted.member_id)
    if wanted.statuses:
        query = query.where(payments.c.status.in_([status.value for status in wanted.statuses]))
    if wanted.needs_attention:
        query = query.where(payments.c.attention != "")
    if wanted.before is not None:
        query = query.where(payments.c.id < wanted.before)
    rows = await tx.conn.execute(query.order_by(payments.c.id.desc()).limit(limit))
    return [_payment(row) for row in rows]


async def stuck(tx: Tx, *, since: datetime, limit: int) -> list[PaymentId]:
    """Payments approved or begun that nobody has touched since a moment, oldest first."""
    rows = await tx.conn.execute(
        select(payments.c.id)
        .where(
            payments.c.tenant_id == tx.tenant_id,
            or_(
                and_(payments.c.direction == "deposit", payments.c.status == "created"),
                and_(payments.c.direction == "withdrawal", payments.c.status == "approved"),
            ),
            payments.c.updated_at < since,
        )
        .order_by(payments.c.id)
        .limit(limit)
    )
    return [PaymentId(row.id) for row in rows]


def _of_tenant(tx: Tx) -> Select[Any]:
    return select(payments).where(payments.c.tenant_id == tx.tenant_id)


async def _one(tx: Tx, query: Select[Any]) -> Payment | None:
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _payment(row)


def _payment(row: Row[Any]) -> Payment:
    return Payment(
        id=PaymentId(row.id),
        direction=Direction(row.direction),
        member_id=MemberId(row.member_id),
        user_id=row.user_id,
        amount=Money(row.units, Currency(row.currency, row.scale)),
        method=row.method,
        connection_id=ConnectionId(row.connection_id),
        status=PaymentStatus(row.status),
        request_hash=row.request_hash,
        created_at=row.created_at,
        updated_at=row.updated_at,
        gateway_reference=row.gateway_reference,
        redirect_url=row.redirect_url,
        instructions=row.instructions,
        destination_masked=row.destination_masked,
        destination=row.destination,
        hold_id=row.hold_id,
        approved_by=row.approved_by,
        reason=row.reason,
        attention=row.attention,
        checks=tuple(Check(**check) for check in row.checks),
        looks=row.looks,
        return_url=row.return_url,
        claimed_until=row.claimed_until,
        expires_at=row.expires_at,
    )


# -- steps


async def add_step(
    tx: Tx,
    payment: Payment,
    *,
    came_from: PaymentStatus | None,
    by: Actor,
    reason: str,
    notice_id: NoticeId | None = None,
) -> None:
    """Adds a step to a payment's life; steps are never changed."""
    await tx.conn.execute(
        insert(payment_steps).values(
            tenant_id=tx.tenant_id,
            payment_id=payment.id,
            id=new_id(),
            from_status=None if came_from is None else came_from.value,
            status=payment.status.value,
            at=tx.now,
            actor_kind=by.kind.value,
            actor_id=by.member_id if by.kind is ActorKind.MEMBER else by.user_id,
            actor_name=by.name,
            reason=reason,
            notice_id=notice_id,
        )
    )


async def steps(tx: Tx, ids: Sequence[PaymentId]) -> Mapping[PaymentId, list[PaymentStep]]:
    """The steps of some payments, each in the order in which they were taken."""
    found: dict[PaymentId, list[PaymentStep]] = {payment_id: [] for payment_id in ids}
    rows = await tx.conn.execute(
        select(payment_steps)
        .where(payment_steps.c.tenant_id == tx.tenant_id, payment_steps.c.payment_id.in_(ids))
        .order_by(payment_steps.c.payment_id, payment_steps.c.id)
    )
    for row in rows:
        found[PaymentId(row.payment_id)].append(
            PaymentStep(
                PaymentStatus(row.status), row.at, ActorKind(row.actor_kind), row.actor_name, row.reason
            )
        )
    return found


# -- sums


async def open_deposit_units(tx: Tx, member_id: MemberId, currency: str) -> int:
    """Units in deposits that were begun and may still be paid."""
    return await _sum(tx, member_id, currency, direction=Direction.DEPOSIT, statuses=_OPEN_DEPOSITS)


async def outgoing_units(tx: Tx, member_id: MemberId, currency: str, *, since: datetime) -> int:
    """Units in withdrawals asked for since a moment that were not turned down."""
    return await _sum(
        tx, member_id, currency, direction=Direction.WITHDRAWAL, statuses=_OUTGOING, since=since
    )


async def _sum(
    tx: Tx,
    member_id: MemberId,
    currency: str,
    *,
    direction: Direction,
    statuses: Collection[str],
    since: datetime | None = None,
) -> int:
    query = select(func.coalesce(func.sum(payments.c.units), 0)).where(
        payments.c.tenant_id == tx.tenant_id,
        payments.c.member_id == member_id,
        payments.c.direction == direction.value,
        payments.c.currency == currency,
        payments.c.status.in_(list(statuses)),
    )
    if since is not None:
        query = query.where(payments.c.created_at >= since)
    return int((await tx.conn.execute(query)).scalar_one())


@dataclass(frozen=True, slots=True)
class Past:
    """What a member did before, for the checks of a withdrawal."""

    deposited: int
    withdrawn: int
    requests_of_the_day: int
    destination_paid_before: bool
    shared_destination: bool


async def past(
    tx: Tx, member_id: MemberId, currency: str, destination_print: bytes, *, day_ago: datetime
) -> Past:
    """Sums and counts over the member's earlier payments, in one statement."""
    own = and_(payments.c.tenant_id == tx.tenant_id, payments.c.member_id == member_id)
    of_currency = and_(own, payments.c.currency == currency)
    outgoing = and_(payments.c.direction == "withdrawal", payments.c.status.in_(_OUTGOING))
    credited = and_(
        payments.c.direction == "deposit", payments.c.status.in_(["succeeded", "partly_refunded"])
    )
    there = and_(
        payments.c.tenant_id == tx.tenant_id,
        payments.c.direction == "withdrawal",
        payments.c.destination_print == destination_print,
    )
    row = (
        await tx.conn.execute(
            select(
                _units_where(of_currency, credited).label("deposited"),
                _units_where(of_currency, outgoing).label("withdrawn"),
                select(func.count())
                .select_from(payments)
                .where(own, payments.c.direction == "withdrawal", payments.c.created_at >= day_ago)
                .scalar_subquery()
                .label("requests"),
                exists()
                .where(there, payments.c.member_id == member_id, payments.c.status == "paid")
                .label("paid_before"),
                exists().where(there, payments.c.member_id != member_id).label("shared"),
            )
        )
    ).one()
    return Past(int(row.deposited), int(row.withdrawn), row.requests, row.paid_before, row.shared)


def _units_where(*conditions: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's expressions are typed so
    return select(func.coalesce(func.sum(payments.c.units), 0)).where(*conditions).scalar_subquery()


async def settled_units(tx: Tx, currency: str, since: UUID, until: UUID) -> tuple[int, int]:
    """Units deposited and withdrawn by payments with ids from one to before another."""
    query = (
        select(payments.c.direction, func.coalesce(func.sum(payments.c.units), 0).label("units"))
        .where(
            payments.c.tenant_id == tx.tenant_id,
            payments.c.id >= since,
            payments.c.id < until,
            payments.c.currency == currency,
            payments.c.status.in_(_MOVED),
        )
        .group_by(payments.c.direction)
    )
    found = {row.direction: int(row.units) for row in await tx.conn.execute(query)}
    return found.get(Direction.DEPOSIT.value, 0), found.get(Direction.WITHDRAWAL.value, 0)


async def settled_of(tx: Tx, member_id: MemberId) -> dict[str, tuple[int, int]]:
    """Units deposited and withdrawn by a member, by currency."""
    query = (
        select(payments.c.currency, payments.c.direction, func.sum(payments.c.units).label("units"))
        .where(
            payments.c.tenant_id == tx.tenant_id,
            payments.c.member_id == member_id,
            payments.c.status.in_(_MOVED),
        )
        .group_by(payments.c.currency, payments.c.direction)
    )
    found: dict[str, tuple[int, int]] = {}
    for row in await tx.conn.execute(query):
        deposited, withdrawn = found.get(row.currency, (0, 0))
        if row.direction == Direction.DEPOSIT.value:
            deposited = int(row.units)
        else:
            withdrawn = int(row.units)
        found[row.currency] = (deposited, withdrawn)
    return found


async def waiting(tx: Tx, currency: str) -> tuple[int, int]:
    """How many withdrawals wait for a decision, and their units."""
    query = select(func.count(), func.coalesce(func.sum(payments.c.units), 0)).where(
        payments.c.tenant_id == tx.tenant_id,
        payments.c.direction == Direction.WITHDRAWAL.value,
        payments.c.status.in_([PaymentStatus.REQUESTED.value, PaymentStatus.IN_REVIEW.value]),
        payments.c.currency == currency,
    )
    count, units = (await tx.conn.execute(query)).one()
    return int(count), int(units)


HANDLE_NOTICE = "payments.handle_notice"
"""The job that understands a stored notice."""

notices = NoticeInbox(payment_notices, job=HANDLE_NOTICE, waits=rules.NOTICE_RETRIES)
"""What gateways said."""

_EVIDENCE = {
    "payments": """
SELECT id, direction, member_id, currency, scale, units, method, status, reason, gateway_reference,
       destination_masked, approved_by, checks, created_at, updated_at
FROM payments
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND created_at < :until AND updated_at >= :since
ORDER BY id
""",
    "steps": """
SELECT s.payment_id, s.id, s.from_status, s.status, s.at, s.actor_kind, s.actor_name, s.reason
FROM payment_steps s JOIN payments p ON p.tenant_id = s.tenant_id AND p.id = s.payment_id
WHERE s.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR p.member_id = :member_id)
  AND p.created_at < :until AND p.updated_at >= :since
ORDER BY s.payment_id, s.id
""",
}


async def gather_evidence(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """What payments puts into archives: payments with masked destinations, and the steps of their lives."""
    values = {"tenant_id": tx.tenant_id, **span.values()}
    for name, query in _EVIDENCE.items():
        async for file in lines(tx, name, query, values):
            yield file


UNDER_WAY = ("created", "pending", "requested", "in_review", "approved", "processing")


async def count_open(tx: Tx) -> int:
    """How many payments of the tenant are under way."""
    query = select(func.count()).where(payments.c.tenant_id == tx.tenant_id, payments.c.status.in_(UNDER_WAY))
    return int((await tx.conn.execute(query)).scalar_one())
