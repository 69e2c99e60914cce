"""What staff see put together: the dashboard, members with all that is known of them, evidence packs."""

from fastapi import APIRouter

from stakehouse.domains.reporting.http.staff import dashboard, evidence, members


def router(parts: int) -> APIRouter:
    """The routes of reporting.

    Args:
        parts: how many domains contribute to an evidence pack.
    """
    routes = APIRouter(tags=["reporting"])
    routes.include_router(dashboard.router)
    routes.include_router(members.router)
    routes.include_router(evidence.router(parts))
    return routes
