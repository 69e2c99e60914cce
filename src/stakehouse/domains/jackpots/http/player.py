"""The ticker as members see it, and their choice to take part in a pool."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import StrictBool

from stakehouse.domains.jackpots.errors import JackpotNotFound
from stakehouse.domains.jackpots.http.shapes import PoolOut, pool_fields
from stakehouse.domains.jackpots.service import choose, chosen, ticker
from stakehouse.domains.jackpots.types import JackpotView
from stakehouse.domains.tenancy import TenantProfile, profile
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import member, visitor
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import JackpotId, MemberId

router = APIRouter(prefix="/jackpots", tags=["jackpots"], dependencies=[member()])
ticker_router = APIRouter(
    prefix="/jackpots", tags=["jackpots"], dependencies=[visitor("the ticker is seen before signing in")]
)


class JackpotOut(PoolOut):
    """A pool, and whether the member takes part."""

    opted_in: bool


class OptInBody(Request):
    """Whether the member's stakes shall feed the pool, and so may win it."""

    opted_in: StrictBool


class OptedInOut(Answer):
    """The choice in force from the next bet on."""

    id: str
    opted_in: bool


@ticker_router.get("")
async def jackpots(tx: UnitOfWork) -> ListAnswer[JackpotOut]:
    """The open pools, the largest seed of each currency first; amounts are at most two seconds old."""
    tenant = await profile(tx)
    mine = await chosen(tx, _member(tx)) if tx.actor.member_id is not None else set()
    return ListAnswer(items=[_out(view, tenant, mine) for view in await ticker(tx)])


@router.put("/{jackpot_id}/opt-in", responses=refuses(JackpotNotFound))
async def opt_in(tx: UnitOfWork, jackpot_id: UUID, body: OptInBody) -> OptedInOut:
    """Takes part in a pool, or no longer; acts on the next bet."""
    await choose(tx, _member(tx), JackpotId(jackpot_id), is_opted_in=body.opted_in)
    return OptedInOut(id=str(jackpot_id), opted_in=body.opted_in)


def _out(view: JackpotView, tenant: TenantProfile, mine: set[JackpotId]) -> JackpotOut:
    fields = pool_fields(view, tenant.currency(view.jackpot.currency))
    return JackpotOut.model_validate({**fields, "opted_in": view.jackpot.id in mine})


def _member(tx: Tx) -> MemberId:
    assert tx.actor.member_id is not None, "the guard lets members only in"
    return MemberId(tx.actor.member_id)
