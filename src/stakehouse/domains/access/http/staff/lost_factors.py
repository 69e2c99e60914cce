"""Resets of lost second factors: asked for here, decided among the approvals."""

from uuid import UUID

from fastapi import APIRouter

from stakehouse.domains.access.errors import StaffNotFound
from stakehouse.domains.access.service import lost_factors as service
from stakehouse.domains.access.service.shapes import ApprovalOut, approval_out
from stakehouse.domains.identity import MemberNotFound
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import StepUpRequired
from stakehouse.kernel.ids import UserId


class FactorResetBody(Request):
    """How it was made sure that it is really the person who asks."""

    reason: Reason


router = APIRouter(tags=["access"])


@router.post(
    "/members/{member_id}/reset-factors",
    status_code=202,
    dependencies=[staff("members:manage", step_up=True)],
    responses=refuses(MemberNotFound, StepUpRequired),
)
async def reset_member(member_id: UUID, body: FactorResetBody, tx: UnitOfWork) -> ApprovalOut:
    """Asks a second person to remove all second factors of a member who lost them.

    Carried out, it ends the member's sessions and tells them by mail. The password stays.
    """
    return approval_out(await service.ask_for_member(tx, member_id, body.reason))


@router.post(
    "/staff/{user_id}/reset-factors",
    status_code=202,
    dependencies=[staff("team:remove", step_up=True)],
    responses=refuses(StaffNotFound, StepUpRequired),
)
async def reset_staff(user_id: UUID, body: FactorResetBody, tx: UnitOfWork) -> ApprovalOut:
    """Asks a second person to remove all second factors of a colleague who lost them."""
    return approval_out(await service.ask_for_staff(tx, UserId(user_id), body.reason))
