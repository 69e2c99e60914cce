"""Members as staff see them: what identity knows, beside the money, the limits and the sessions."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from stakehouse.domains import compliance, identity, ledger, payments
from stakehouse.domains.identity import Member, SessionAudience, Standing
from stakehouse.domains.ledger import Balance, WalletKind
from stakehouse.domains.reporting.types import MemberFile, MemberRow, MemberTotals
from stakehouse.domains.tenancy import profile
from stakehouse.infra.tx import Tx
from stakehouse.kernel.money import Currency
from stakehouse.kernel.page import Page

NOTHING_PAID = payments.PaymentFigures(0, 0)


PERMISSION = "members:view"


async def member_rows(
    tx: Tx,
    *,
    query: str | None,
    standing: Standing | None,
    country: str | None,
    cursor: str | None,
    limit: int,
) -> Page[MemberRow]:
    """Members within the actor's reach with what they have to play with, the newest first.

    The filters are identity's.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    currencies = (await profile(tx)).currencies
    page = await identity.find_members(
        tx,
        query=query,
        standing=standing,
        country=country,
        cursor=cursor,
        limit=limit,
        reach=tx.actor.reach(PERMISSION),
    )
    held = await ledger.balances_of(tx, [found.member_id for found in page.items])

    rows = [_row(found, held.get(found.member_id, ()), currencies) for found in page.items]
    return Page(rows, page.next)


async def member_file(tx: Tx, member_id: UUID) -> MemberFile:
    """All that the house knows of a member, for one page.

    Raises:
        MemberNotFound: there is none of that id here.
    """
    found = await identity.member_within(tx, member_id, tx.actor.reach(PERMISSION))
    currencies = (await profile(tx)).currencies
    accounts = await ledger.wallet(tx, found.member_id)
    return MemberFile(
        row=_row(found, accounts, currencies),
        currencies=currencies,
        accounts=accounts,
        limits=await compliance.limits_of(tx, found.member_id),
        exclusion=await compliance.exclusion_of(tx, found.member_id),
        sessions=await identity.sessions_of(tx, found.user_id, SessionAudience.PLAYER),
        totals=await _totals(tx, found),
    )


def _row(found: Member, accounts: Iterable[Balance], currencies: Mapping[str, Currency]) -> MemberRow:
    balance = sum(
        account.units
        for account in accounts
        if account.kind is WalletKind.MAIN and account.currency == found.currency
    )
    return MemberRow(found, currencies[found.currency], balance)


async def _totals(tx: Tx, found: Member) -> list[MemberTotals]:
    """By currency, that of the member first, even where nothing happened in it."""
    paid = await payments.figures_of(tx, found.member_id)
    played = {each.currency: each for each in await compliance.totals_of(tx, found.member_id)}
    others = sorted((paid.keys() | played.keys()) - {found.currency})

    def totals(currency: str) -> MemberTotals:
        payment = paid.get(currency, NOTHING_PAID)
        play = played.get(currency)
        return MemberTotals(
            currency=currency,
            deposited=payment.deposited,
            withdrawn=payment.withdrawn,
            wagered=0 if play is None else play.wagered,
            won=0 if play is None else play.won,
        )

    return [totals(currency) for currency in (found.currency, *others)]
