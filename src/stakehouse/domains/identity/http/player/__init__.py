"""A player's registration, sign-in, sessions and profile."""

from fastapi import APIRouter

from stakehouse.domains.identity.http.player import profile, registration, sign_in
from stakehouse.domains.identity.ports import Admission


def router(admit: Admission) -> APIRouter:
    """All of them.

    Args:
        admit: asked whether a member may sign in.
    """
    routes = APIRouter(tags=["identity"])
    routes.include_router(registration.router(admit))
    routes.include_router(sign_in.router(admit))
    routes.include_router(profile.router)
    return routes
