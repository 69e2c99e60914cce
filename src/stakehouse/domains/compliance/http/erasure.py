"""Erasure of personal data, for the tenant's staff."""

from uuid import UUID

from fastapi import APIRouter

from stakehouse.domains.access import ApprovalOut, approval_out
from stakehouse.domains.compliance.errors import OwnAccount
from stakehouse.domains.compliance.service.erasure import request_erasure
from stakehouse.domains.identity import AlreadyErased, MemberNotFound, NotClosed
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class ErasureBody(Request):
    """Why, such as the person's own wish."""

    reason: Reason


router = APIRouter(prefix="/members", tags=["compliance"])


@router.post(
    "/{member_id}/erasure",
    status_code=202,
    dependencies=[staff("members:erase")],
    responses=refuses(MemberNotFound, NotClosed, AlreadyErased, OwnAccount),
)
async def ask_for_erasure(member_id: UUID, body: ErasureBody, tx: UnitOfWork) -> ApprovalOut:
    """Asks to erase a closed member's personal data; a second person decides within 72 hours."""
    return approval_out(await request_erasure(tx, member_id, body.reason))
