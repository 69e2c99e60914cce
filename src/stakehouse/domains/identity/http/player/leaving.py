"""The caller's own data as an archive, and closing the account."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity.errors import (
    CannotClose,
    ExportNotFound,
    ExportNotReady,
    ExportUnderWay,
    PasswordNeeded,
    WrongPassword,
    WrongStanding,
)
from stakehouse.domains.identity.http.passwords import OldPassword, prove_password
from stakehouse.domains.identity.ports import Leaving
from stakehouse.domains.identity.service import closing, exports
from stakehouse.domains.identity.types import DataExport
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import StepUp, member
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class ObstacleAnswer(Answer):
    """What has to go first: money in an account, or something under way."""

    kind: Literal["balance", "held", "open_round"]
    amount: str | None
    currency: str | None


class LossAnswer(Answer):
    """What is lost with the account."""

    kind: str
    amount: str
    currency: str


class DepartureAnswer(Answer):
    """What closing would mean now."""

    can_close: bool
    obstacles: list[ObstacleAnswer]
    losses: list[LossAnswer]


class CloseAccountBody(Request):
    """The password as proof, the losses accepted, and why, if one wants to say."""

    password: OldPassword
    accept_losses: Literal[True]
    reason: str = Field(default="", max_length=500)


class ExportAnswer(Answer):
    """An archive of one's own data."""

    id: UUID
    state: Literal["waiting", "building", "ready", "failed"]
    progress: int = Field(ge=0, le=100, description="In percent.")
    size: int
    requested_at: Moment
    ready_at: Moment | None
    expires_at: Moment


class ExportLinkAnswer(Answer):
    """Where the archive can be fetched, for a few minutes."""

    url: str
    expires_at: Moment


async def proved(request: HttpRequest, body: CloseAccountBody) -> None:
    """Checks the password before any transaction opens."""
    await prove_password(request, body.password)


def router(leaving: Leaving) -> APIRouter:
    """The routes.

    Args:
        leaving: tells what stands in the way of closing an account.
    """
    routes = APIRouter()

    @routes.get("/me/closing", dependencies=[member()])
    async def get_closing(tx: UnitOfWork) -> DepartureAnswer:
        """Tells what closing the account would mean: what has to go first, and what is lost."""
        found = await closing.departure(tx, leaving)
        return DepartureAnswer(
            can_close=not found.obstacles,
            obstacles=[ObstacleAnswer.model_validate(obstacle.shown()) for obstacle in found.obstacles],
            losses=[
                LossAnswer(kind=kind, amount=amount, currency=currency)
                for kind, amount, currency in found.losses
            ],
        )

    @routes.post(
        "/me/closing",
        status_code=204,
        dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
        responses=refuses(CannotClose, WrongPassword, PasswordNeeded, WrongStanding, TooManyRequests),
    )
    async def close(
        request: HttpRequest, body: CloseAccountBody, _proof: Annotated[None, Depends(proved)], tx: UnitOfWork
    ) -> None:
        """Closes the caller's account for good; all sessions end."""
        await closing.close_account(tx, body.reason, leaving=leaving, vault=edge_of(request).vault)

    @routes.post("/me/exports", status_code=202, dependencies=[member()], responses=refuses(ExportUnderWay))
    async def ask_for_export(tx: UnitOfWork) -> ExportAnswer:
        """Asks for an archive of all that the house keeps about the caller; a mail tells when it is ready."""
        return _answer(await exports.ask_for_export(tx))

    @routes.get("/me/exports", dependencies=[member()])
    async def list_exports(tx: UnitOfWork) -> ListAnswer[ExportAnswer]:
        """The caller's archives, the newest first."""
        return ListAnswer(items=[_answer(found) for found in await exports.exports_of_caller(tx)])

    @routes.post(
        "/me/exports/{export_id}/link",
        dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
        responses=refuses(ExportNotFound, ExportNotReady),
    )
    async def make_link(request: HttpRequest, export_id: UUID, tx: UnitOfWork) -> ExportLinkAnswer:
        """Makes a link under which an archive can be fetched for a few minutes."""
        link = await exports.link_to(edge_of(request).objects, tx, await exports.ready_export(tx, export_id))
        return ExportLinkAnswer(url=link.url, expires_at=link.expires_at)

    return routes


def _answer(found: DataExport) -> ExportAnswer:
    return ExportAnswer.model_validate(
        {
            "id": found.id,
            "state": found.state.value,
            "progress": 100 * found.done // found.sections if found.sections else 0,
            "size": found.size,
            "requested_at": found.requested_at,
            "ready_at": found.ready_at,
            "expires_at": found.expires_at,
        }
    )
