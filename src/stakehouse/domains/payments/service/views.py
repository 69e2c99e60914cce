"""What members and staff see of payments."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from stakehouse.domains import identity
from stakehouse.domains.payments import store
from stakehouse.domains.payments.errors import PaymentNotFound
from stakehouse.domains.payments.service.notices import FOR_FINANCE
from stakehouse.domains.payments.store import Filter
from stakehouse.domains.payments.types import Direction, Payment, PaymentStatus, PaymentStep
from stakehouse.infra.notice_inbox import StoredNotice
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.page import Page, decode_cursor, encode_cursor


@dataclass(frozen=True, slots=True)
class Seen:
    """A payment with the steps of its life."""

    payment: Payment
    steps: tuple[PaymentStep, ...]


@dataclass(frozen=True, slots=True)
class SeenByStaff:
    """A payment with its steps and whose it is."""

    payment: Payment
    steps: tuple[PaymentStep, ...]
    member: identity.Member


async def own(tx: Tx, payment_id: UUID, *, direction: Direction, member_id: MemberId) -> Seen:
    """A payment of this member.

    Raises:
        PaymentNotFound: the member has none of this id and direction.
    """
    payment = await store.payment(tx, payment_id)
    if payment is None or payment.member_id != member_id or payment.direction is not direction:
        raise PaymentNotFound(f"There is no such {direction.value}.")
    return (await _seen(tx, [payment]))[0]


async def own_list(
    tx: Tx, *, direction: Direction, member_id: MemberId, cursor: str | None, limit: int
) -> Page[Seen]:
    """The payments of this member, newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    wanted = Filter(direction, member_id=member_id, before=decode_cursor(cursor))
    page = await _page(tx, wanted, limit)
    return Page(await _seen(tx, page.items), page.next)


async def one(tx: Tx, payment_id: UUID, *, direction: Direction) -> SeenByStaff:
    """A payment as staff see it.

    Raises:
        PaymentNotFound: the tenant has none of this id and direction.
    """
    payment = await store.payment(tx, payment_id)
    if payment is None or payment.direction is not direction:
        raise PaymentNotFound(f"There is no such {direction.value}.")
    return (await _seen_by_staff(tx, [payment]))[0]


async def queue(
    tx: Tx,
    *,
    direction: Direction,
    statuses: Collection[PaymentStatus],
    member_id: UUID | None,
    needs_attention: bool,
    cursor: str | None,
    limit: int,
) -> Page[SeenByStaff]:
    """Payments of the tenant, newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    wanted = Filter(
        direction,
        member_id=member_id,
        statuses=statuses,
        needs_attention=needs_attention,
        before=decode_cursor(cursor),
    )
    page = await _page(tx, wanted, limit)
    return Page(await _seen_by_staff(tx, page.items), page.next)


async def notices_for_finance(tx: Tx, *, cursor: str | None, limit: int) -> Page[StoredNotice]:
    """Notices that nobody could act on, newest first.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    found = await store.notices.with_outcome(tx, FOR_FINANCE, before=decode_cursor(cursor), limit=limit + 1)
    more = len(found) > limit
    shown = found[:limit]
    return Page(shown, encode_cursor(shown[-1].id) if more else None)


async def _page(tx: Tx, wanted: Filter, limit: int) -> Page[Payment]:
    found = await store.listed(tx, wanted, limit + 1)
    shown = found[:limit]
    return Page(shown, encode_cursor(shown[-1].id) if len(found) > limit else None)


async def _seen(tx: Tx, payments: list[Payment]) -> list[Seen]:
    steps = await store.steps(tx, [payment.id for payment in payments])
    return [Seen(payment, tuple(steps[payment.id])) for payment in payments]


async def _seen_by_staff(tx: Tx, payments: list[Payment]) -> list[SeenByStaff]:
    steps = await store.steps(tx, [payment.id for payment in payments])
    members: Mapping[MemberId, identity.Member] = await identity.members_by_id(
        tx, {payment.member_id for payment in payments}
    )
    return [
        SeenByStaff(payment, tuple(steps[payment.id]), members[payment.member_id]) for payment in payments
    ]


async def belongs_to(tx: Tx, payment_id: UUID, member_id: MemberId) -> bool:
    """Whether there is such a payment and it is this member's."""
    payment = await store.payment(tx, payment_id)
    return payment is not None and payment.member_id == member_id
