"""What a member sees of the own wallet: balances and the statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from stakehouse.domains.ledger.rules.books import code_of
from stakehouse.domains.ledger.service.posting import wallet as accounts_of
from stakehouse.domains.ledger.service.statements import SPENDABLE, statement
from stakehouse.domains.ledger.types import Code, StatementLine, WalletKind
from stakehouse.domains.tenancy import TenantProfile, profile
from stakehouse.infra.web.guard import member
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Invalid
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import format_units
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor, decode_cursor

router = APIRouter(tags=["wallet"], dependencies=[member(takes_payout=True)])


class AccountOut(Answer):
    """An account of the wallet."""

    kind: str
    currency: str
    balance: str


class WalletOut(Answer):
    """All accounts, those never used included."""

    accounts: list[AccountOut]


class TransactionOut(Answer):
    """A movement on one of the member's accounts; the amount is signed."""

    id: str
    kind: str
    account: str
    amount: str
    currency: str
    balance_after: str
    status: Literal["posted"] = "posted"
    reference: str
    created_at: Moment


def member_of(tx: UnitOfWork) -> MemberId:
    """The member who asks."""
    assert tx.actor.member_id is not None, "the guard lets members only in"
    return MemberId(tx.actor.member_id)


async def wallet_of(tx: UnitOfWork, member_id: MemberId) -> WalletOut:
    """The wallet of a member; staff see the same."""
    tenant = await profile(tx)
    return WalletOut(
        accounts=[
            AccountOut(
                kind=account.kind.value,
                currency=account.currency,
                balance=format_units(account.units, tenant.currencies[account.currency].scale),
            )
            for account in await accounts_of(tx, member_id)
        ]
    )


@router.get("/wallet")
async def wallet(tx: UnitOfWork) -> WalletOut:
    """The balances of every account, by currency."""
    return await wallet_of(tx, member_of(tx))


class StatementQuery:
    """What narrows a statement down; shared by the member's list and the staff's."""

    def __init__(
        self,
        kind: Annotated[str | None, Query(max_length=40, description="deposit, bet, win …")] = None,
        account: Annotated[WalletKind | None, Query()] = None,
        currency: Annotated[str | None, Query(pattern="^[A-Z0-9]{3,8}$")] = None,
        since: Annotated[datetime | None, Query(alias="from")] = None,
        until: Annotated[datetime | None, Query(alias="to")] = None,
        cursor: Annotated[str | None, Query(max_length=64)] = None,
        limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
    ) -> None:
        """Keeps the filters."""
        self.kind = kind
        self.account = account
        self.currency = currency
        self.since = aware(since, "from")
        self.until = aware(until, "to")
        self.cursor = cursor
        self.limit = limit


FIRST_YEAR, LAST_YEAR = 1971, 9000


def aware(moment: datetime | None, field: str) -> datetime | None:
    """The moment, if it names its offset and lies in a time that ids can name.

    Raises:
        Invalid: it does not.
    """
    if moment is None:
        return None
    if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Invalid("Give the time in RFC 3339 with an offset, such as 2026-01-31T12:00:00Z.", field=field)
    return moment


async def transactions_of(
    tx: UnitOfWork, member_id: MemberId, query: StatementQuery
) -> ListAnswer[TransactionOut]:
    """A page of a member's statement; staff see the same."""
    tenant = await profile(tx)
    code = _code(query.kind)
    page = await statement(
        tx,
        member_id,
        kinds=_accounts(query.account, code),
        code=code,
        currency=query.currency,
        since=query.since,
        until=query.until,
        after=decode_cursor(query.cursor),
        limit=query.limit,
    )
    return ListAnswer(items=[_shown(line, tenant) for line in page.items], next=page.next)


def _accounts(asked: WalletKind | None, code: Code | None) -> Sequence[WalletKind]:
    """The accounts to show: what was asked for, else the spendable ones.

    A payout leaves the locked account, which shows only to those who ask for payouts.
    """
    if asked is not None:
        return (asked,)
    return (WalletKind.LOCKED,) if code is Code.WITHDRAWAL_CAPTURE else SPENDABLE


def _code(word: str | None) -> Code | None:
    if word is None:
        return None
    code = code_of(word)
    if code is None:
        raise Invalid("There is no such kind of transaction.", field="kind")
    return code


def _shown(line: StatementLine, tenant: TenantProfile) -> TransactionOut:
    scale = tenant.currencies[line.currency].scale
    return TransactionOut(
        id=str(line.id),
        kind=line.code.word,
        account=line.account.value,
        amount=format_units(line.units, scale),
        currency=line.currency,
        balance_after=format_units(line.balance_after, scale),
        reference=line.reference,
        created_at=line.created_at,
    )


@router.get("/transactions", responses=refuses(InvalidCursor))
async def transactions(
    tx: UnitOfWork, query: Annotated[StatementQuery, Depends()]
) -> ListAnswer[TransactionOut]:
    """The member's statement, the newest first; a hold shows once, where value left ``main``."""
    return await transactions_of(tx, member_of(tx), query)
