"""What staff see of the books: a member's wallet, the check of everything, and the seals."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from stakehouse.domains.identity import MemberNotFound, member
from stakehouse.domains.ledger.http.player import (
    StatementQuery,
    TransactionOut,
    WalletOut,
    transactions_of,
    wallet_of,
)
from stakehouse.domains.ledger.service.proofs import newest_seals, verify
from stakehouse.domains.tenancy import profile
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.money import format_units
from stakehouse.kernel.page import InvalidCursor

router = APIRouter(tags=["ledger"])


class CheckedCurrency(Answer):
    """The books of one currency; the sum over all accounts is zero, or something is wrong."""

    tenant: str
    currency: str
    sum: str
    accounts: int
    transfers: int


class FindingOut(Answer):
    """Something that does not hold, and the row it was found at."""

    check: str
    id: str
    detail: str


class CheckOut(Answer):
    """The result of recomputing the books."""

    ok: bool
    tenants: list[CheckedCurrency]
    findings: list[FindingOut]


class SealOut(Answer):
    """A sealed span of a journal."""

    journal: str
    seq: int
    first: str
    last: str
    rows: int
    root: str
    seal: str
    created_at: Moment


@router.get(
    "/members/{member_id}/wallet", dependencies=[staff("members:view")], responses=refuses(MemberNotFound)
)
async def wallet(tx: UnitOfWork, member_id: UUID) -> WalletOut:
    """A member's balances."""
    return await wallet_of(tx, (await member(tx, member_id)).member_id)


@router.get(
    "/members/{member_id}/transactions",
    dependencies=[staff("members:view")],
    responses=refuses(MemberNotFound, InvalidCursor),
)
async def transactions(
    tx: UnitOfWork, member_id: UUID, query: Annotated[StatementQuery, Depends()]
) -> ListAnswer[TransactionOut]:
    """A member's statement, as the member sees it."""
    return await transactions_of(tx, (await member(tx, member_id)).member_id, query)


@router.get("/ledger/check", dependencies=[staff("ledger:view")])
async def check(tx: UnitOfWork) -> CheckOut:
    """Recomputes the tenant's books from every transfer and compares."""
    tenant = await profile(tx)
    sums, findings = await verify(tx)
    return CheckOut(
        ok=not findings,
        tenants=[
            CheckedCurrency(
                tenant=tenant.slug,
                currency=entry.currency,
                sum=format_units(entry.sum, tenant.currencies[entry.currency].scale),
                accounts=entry.accounts,
                transfers=entry.transfers,
            )
            for entry in sums
        ],
        findings=[FindingOut(check=one.check, id=one.id, detail=one.detail) for one in findings],
    )


@router.get("/ledger/seals", dependencies=[staff("ledger:view")])
async def seals(tx: UnitOfWork, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> ListAnswer[SealOut]:
    """The newest seals; hold one outside to prove later that nothing before it was changed."""
    return ListAnswer(
        items=[
            SealOut(
                journal=one.journal,
                seq=one.seq,
                first=str(one.first),
                last=str(one.last),
                rows=one.rows,
                root=one.root.hex(),
                seal=one.seal.hex(),
                created_at=one.created_at,
            )
            for one in await newest_seals(tx, limit)
        ]
    )
