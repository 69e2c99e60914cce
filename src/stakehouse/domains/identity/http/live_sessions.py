"""A person's live sessions, listed and ended: the same at both faces."""

from uuid import UUID

from fastapi import APIRouter

from stakehouse.domains.identity.errors import SessionNotFound
from stakehouse.domains.identity.http.proofs import SIGNED_IN
from stakehouse.domains.identity.service import sessions as live
from stakehouse.domains.identity.types import Session, SessionAudience
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment
from stakehouse.infra.web.unit_of_work import UnitOfWork

PLACES = {SessionAudience.PLAYER: "/sessions", SessionAudience.STAFF: "/me/sessions"}


class SessionAnswer(Answer):
    """A live session."""

    id: UUID
    device: str
    address: str
    created_at: Moment
    last_seen_at: Moment
    current: bool


def router(audience: SessionAudience) -> APIRouter:
    """The routes of one face."""
    routes = APIRouter(tags=["identity"])
    guard, place = SIGNED_IN[audience], PLACES[audience]

    @routes.get(place, dependencies=[guard()])
    async def list_sessions(tx: UnitOfWork) -> ListAnswer[SessionAnswer]:
        """The caller's live sessions at this face, the one seen last first."""
        found = await live.sessions(tx, audience)
        return ListAnswer(items=[_answer(tx, session) for session in found])

    @routes.delete(
        place + "/{session_id}",
        status_code=204,
        dependencies=[guard()],
        responses=refuses(SessionNotFound),
    )
    async def end_session(session_id: UUID, tx: UnitOfWork) -> None:
        """Ends one of the caller's sessions."""
        await live.end_session(tx, session_id, audience)

    @routes.delete(place, status_code=204, dependencies=[guard()])
    async def end_other_sessions(tx: UnitOfWork) -> None:
        """Ends the caller's sessions except the present one."""
        await live.end_other_sessions(tx, audience)

    return routes


def _answer(tx: Tx, session: Session) -> SessionAnswer:
    """A session as its owner sees it."""
    return SessionAnswer(
        id=session.session_id,
        device=session.device,
        address=session.address,
        created_at=session.created_at,
        last_seen_at=session.last_seen_at,
        current=session.session_id == tx.actor.session_id,
    )
