"""What a member holds and held, and every movement that led there."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from stakehouse.domains.ledger.store import statements as store
from stakehouse.domains.ledger.types import Balance, Code, StatementLine, WalletKind
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, first_id_at
from stakehouse.kernel.page import Page, encode_cursor

SPENDABLE = tuple(kind for kind in WalletKind if kind is not WalletKind.LOCKED)
"""The accounts a statement shows unless asked otherwise: a hold shows once, where value left."""


async def statement(
    tx: Tx,
    member_id: MemberId,
    *,
    kinds: Sequence[WalletKind] = SPENDABLE,
    code: Code | None = None,
    currency: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    after: UUID | None = None,
    limit: int = 50,
) -> Page[StatementLine]:
    """The member's statement, the newest first.

    Args:
        tx: the transaction.
        member_id: whose statement.
        kinds: the accounts to show.
        code: only movements of this code.
        currency: only this currency.
        since: from this instant on.
        until: before this instant.
        after: the transfer behind which to go on.
        limit: transfers on a page.
    """
    lines = await store.lines(
        tx,
        member_id,
        kinds=kinds,
        code=code,
        currency=currency,
        since=first_id_at(since) if since is not None else None,
        until=first_id_at(until) if until is not None else None,
        after=after,
        limit=limit + 1,
    )
    order = list(dict.fromkeys(line.id for line in lines))
    if len(order) <= limit:
        return Page(lines, None)
    shown = set(order[:limit])
    return Page([line for line in lines if line.id in shown], encode_cursor(order[limit - 1]))


async def balances_at(tx: Tx, member_id: MemberId, instant: datetime) -> list[Balance]:
    """What the member held at an instant, computed from the transfers before it."""
    found = await store.balances_at(tx, member_id, first_id_at(instant))
    return [Balance(kind, currency, units) for kind, currency, units in found]
