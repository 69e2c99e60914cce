"""What staff see put together: the dashboard, and members with all that the house knows of them."""

from fastapi import APIRouter

from stakehouse.domains.reporting.http.staff import dashboard, members

router = APIRouter(tags=["reporting"])
router.include_router(dashboard.router)
router.include_router(members.router)
