"""Use cases of the ledger on the slow way: post, hold, capture, release, balances.

They write through the same books and the same statements as the wallet engine, in a group of one.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import asyncpg

from stakehouse.domains.ledger.errors import HoldClosed, HoldNotFound
from stakehouse.domains.ledger.store import books as store
from stakehouse.domains.ledger.types import (
    MONEY_KINDS,
    AccountRef,
    Act,
    Balance,
    Code,
    HoldId,
    House,
    HouseKind,
    Movement,
    Pool,
    Posted,
    Subject,
    Wallet,
    WalletKind,
    account_id,
)
from stakehouse.domains.tenancy import profile
from stakehouse.infra.pipeline import Statements, carry_out
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, OperationId, TenantId


async def driver(tx: Tx) -> asyncpg.Connection:
    """The driver's connection of this very transaction."""
    raw = await tx.conn.get_raw_connection()
    connection = raw.driver_connection
    assert isinstance(connection, asyncpg.Connection)
    return connection


async def post(
    tx: Tx,
    *,
    kind: str,
    source: UUID,
    key: str,
    subject: Subject,
    movements: Sequence[Movement],
    member_id: MemberId | None = None,
    request_hash: bytes = b"",
    forced: bool = False,
) -> Posted:
    """Books one operation, once per key.

    Args:
        tx: the transaction.
        kind: of the operation, such as ``deposit``.
        source: whose key it is.
        key: unique per tenant and source; a repeat with the same content changes nothing.
        subject: what the operation is about.
        movements: all or nothing, in this order.
        member_id: the member concerned; the transfers stand in that member's statement.
        request_hash: what the key stands for; by default kind, subject and movements.
        forced: may take a member's account below zero (rollback, chargeback); flags it.

    Raises:
        InsufficientFunds: a member's account does not hold what leaves it.
        IdempotencyConflict: the key was used with other content.
    """
    act = Act(kind, source, key, request_hash or content_of(kind, subject, movements), subject, member_id)
    conn = await driver(tx)
    refs = list(dict.fromkeys(ref for movement in movements for ref in (movement.debit, movement.credit)))
    await store.open_accounts(conn, tx.tenant_id, refs, tx.now)
    # Between house accounts no wallet is locked that would make a second request wait for the first.
    await store.lock_key(conn, source, key)
    ids = [account_id(tx.tenant_id, ref) for ref in refs if isinstance(ref, Wallet)]
    books = (await store.read(conn, tx.tenant_id, ids, [act])).books()
    if books.first_answer(act) is not None:
        operation_id = books.known[(source, key)].operation_id
        assert operation_id is not None
        return Posted(operation_id, replayed=True)

    plan = books.plan(act, movements, forced=forced)
    books.book(plan, b"{}")
    await carry_out(conn, store.writes(books, tx.now))
    return Posted(plan.operation_id, replayed=False)


async def post_all(tx: Tx, acts: Sequence[tuple[Act, Sequence[Movement]]]) -> list[Posted]:
    """Books many operations together, each once per key; for openings and imports.

    Raises:
        InsufficientFunds: one of them; nothing of any is booked then.
        IdempotencyConflict: a key was used with other content.
    """
    conn = await driver(tx)
    moved = [movement for _, movements in acts for movement in movements]
    refs = list(dict.fromkeys(ref for movement in moved for ref in (movement.debit, movement.credit)))
    await store.open_accounts(conn, tx.tenant_id, refs, tx.now)
    ids = [account_id(tx.tenant_id, ref) for ref in refs if isinstance(ref, Wallet)]
    books = (await store.read(conn, tx.tenant_id, ids, [act for act, _ in acts])).books()

    posted = []
    for act, movements in acts:
        is_known = books.first_answer(act) is not None
        if not is_known:
            books.book(books.plan(act, movements), b"{}")
        operation_id = books.known[act.source, act.key].operation_id
        assert operation_id is not None, "a key that was refused before raises"
        posted.append(Posted(operation_id, replayed=is_known))

    await carry_out(conn, store.writes(books, tx.now))
    return posted


def content_of(kind: str, subject: Subject, movements: Sequence[Movement]) -> bytes:
    """What two requests must share to be the same operation, hashed."""
    parts = [kind, subject.kind, str(subject.id)]
    parts += [f"{m.code.word}|{m.debit}|{m.credit}|{m.units}" for m in movements]
    return store.digest("\n".join(parts))


async def hold(
    tx: Tx,
    *,
    member_id: MemberId,
    currency: str,
    units: int,
    reason: str,
    subject: Subject,
    key: str,
    expires_at: datetime | None = None,
) -> HoldId:
    """Reserves value: ``main → locked``, until it is captured or released.

    Answers:
        The hold's id, which is that of the operation that made it; a repeat answers the same.

    Raises:
        InsufficientFunds: the main account does not hold it.
        IdempotencyConflict: the key was used with other content.
    """
    posted = await post(
        tx,
        kind=f"{reason}_hold",
        source=member_id,
        key=f"hold {key}",
        subject=subject,
        member_id=member_id,
        movements=[
            Movement(
                Code.WITHDRAWAL_HOLD,
                Wallet(member_id, WalletKind.MAIN, currency),
                Wallet(member_id, WalletKind.LOCKED, currency),
                units,
            )
        ],
    )
    hold_id = HoldId(posted.operation_id)
    if posted.replayed:
        return hold_id
    await store.insert_hold(
        tx,
        hold_id,
        member_id=member_id,
        currency=currency,
        units=units,
        reason=reason,
        subject=subject,
        expires_at=expires_at,
    )
    return hold_id


async def capture(
    tx: Tx, hold_id: HoldId, *, to: House, key: str, code: Code = Code.WITHDRAWAL_CAPTURE
) -> OperationId:
    """Moves held value on, out of the member's hands.

    Raises:
        HoldNotFound: there is no such hold.
        HoldClosed: it was released before, or captured under another key.
    """
    return await _close(tx, hold_id, "captured", to=to, key=key, code=code)


async def release(tx: Tx, hold_id: HoldId, *, key: str) -> OperationId:
    """Gives held value back: ``locked → main``.

    Raises:
        HoldNotFound: there is no such hold.
        HoldClosed: it was captured before, or released under another key.
    """
    return await _close(tx, hold_id, "released", to=None, key=key, code=Code.WITHDRAWAL_RELEASE)


async def _close(
    tx: Tx, hold_id: HoldId, status: str, *, to: House | None, key: str, code: Code
) -> OperationId:
    held = await store.lock_hold(tx, hold_id)
    if held is None:
        raise HoldNotFound("There is no such hold.")
    # A space stands in no key that comes from outside: nobody can use this one up beforehand.
    key = f"{status} {key}"
    if held.status != "open" and not (
        held.status == status and await store.is_known(await driver(tx), tx.tenant_id, held.member_id, key)
    ):
        raise HoldClosed(f"The hold was {held.status} already.")

    credit: AccountRef = to or Wallet(held.member_id, WalletKind.MAIN, held.currency)
    posted = await post(
        tx,
        kind=f"hold_{status}",
        source=held.member_id,
        key=key,
        subject=Subject(held.subject_kind, held.subject_id),
        member_id=held.member_id,
        movements=[
            Movement(code, Wallet(held.member_id, WalletKind.LOCKED, held.currency), credit, held.units)
        ],
        # The hold is part of the content: a key that closed one hold never passes for another's.
        request_hash=store.digest(f"{hold_id}|{code.word}|{credit}"),
    )

    if not posted.replayed:
        await store.close_hold(tx, hold_id, status)
    return posted.operation_id


async def balances(tx: Tx, member_id: MemberId) -> list[Balance]:
    """All accounts the member has, in a stable order."""
    return (await store.balances(tx, [member_id])).get(member_id, [])


async def balances_of(tx: Tx, members: Collection[MemberId]) -> Mapping[MemberId, Sequence[Balance]]:
    """The same of some members at once, for lists; who has no account is left out."""
    return await store.balances(tx, members)


async def wallet(tx: Tx, member_id: MemberId) -> list[Balance]:
    """What a member has and could have: every money account of each currency, then the others held."""
    tenant = await profile(tx)
    held = {(balance.kind, balance.currency): balance for balance in await balances(tx, member_id)}
    money = [
        held.pop((kind, currency.code), Balance(kind, currency.code, 0))
        for currency in tenant.currencies.values()
        for kind in MONEY_KINDS
        if currency.kind.value != "points"
    ]
    others = [
        balance
        for (kind, code), balance in held.items()
        if kind not in MONEY_KINDS and code in tenant.currencies
    ]
    return money + others


async def open_house_accounts(tx: Tx, currencies: Sequence[str]) -> None:
    """Opens every house account in the given currencies; done once when a tenant gains one."""
    refs = [House(kind, currency) for kind in HouseKind for currency in currencies]
    await store.open_accounts(await driver(tx), tx.tenant_id, refs, tx.now)


async def pool_balance(conn: Statements, tenant_id: TenantId, pool: Pool) -> int:
    """What is in a jackpot's pool, all committed contributions included."""
    return await store.standing_balance(conn, tenant_id, account_id(tenant_id, pool))


async def house_balance(conn: Statements, tenant_id: TenantId, house: House) -> int:
    """The balance of a house account: its checkpoint plus the transfers since."""
    return await store.standing_balance(conn, tenant_id, account_id(tenant_id, house))
