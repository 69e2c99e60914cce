"""What staff see and change of access: sign-in, team, approvals, the audit trail."""

from fastapi import APIRouter

from stakehouse.domains.access.http.staff import (
    approvals,
    audit,
    impersonations,
    lost_factors,
    roles,
    sign_in,
    team,
)
from stakehouse.domains.access.http.staff.sign_in import enter, finish_sign_in
from stakehouse.domains.access.service.approvals import ApprovalKinds

__all__ = ["enter", "finish_sign_in", "router"]


def router(kinds: ApprovalKinds) -> APIRouter:
    """The routes of access; the wiring hands in how each kind of approved act is carried out."""
    routes = APIRouter()
    routes.include_router(sign_in.router)
    routes.include_router(roles.router)
    routes.include_router(team.router)
    routes.include_router(impersonations.router)
    routes.include_router(lost_factors.router)
    routes.include_router(approvals.router(kinds))
    routes.include_router(audit.router)
    return routes
