"""The pools as the tenant's staff see them."""

from fastapi import APIRouter

from stakehouse.domains.jackpots.http.shapes import PoolOut, pool_fields
from stakehouse.domains.jackpots.service import ticker
from stakehouse.domains.tenancy import profile
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.shapes import ListAnswer
from stakehouse.infra.web.unit_of_work import UnitOfWork

router = APIRouter(prefix="/jackpots", tags=["jackpots"])


@router.get("", dependencies=[staff("jackpots:view")])
async def jackpots(tx: UnitOfWork) -> ListAnswer[PoolOut]:
    """The open pools; amounts are at most two seconds old."""
    tenant = await profile(tx)
    return ListAnswer(
        items=[
            PoolOut.model_validate(pool_fields(view, tenant.currency(view.jackpot.currency)))
            for view in await ticker(tx)
        ]
    )
