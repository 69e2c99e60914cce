"""A member of staff's own sessions."""

from uuid import UUID

from fastapi import APIRouter

from stakehouse.domains.identity.errors import SessionNotFound
from stakehouse.domains.identity.http.player.profile import SessionAnswer, session_answer
from stakehouse.domains.identity.service import sessions as live
from stakehouse.domains.identity.types import SessionAudience
from stakehouse.infra.web.guard import staff_self
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import ListAnswer
from stakehouse.infra.web.unit_of_work import UnitOfWork

router = APIRouter(prefix="/me/sessions", tags=["identity"])


@router.get("", dependencies=[staff_self()])
async def list_sessions(tx: UnitOfWork) -> ListAnswer[SessionAnswer]:
    """The caller's live sessions at the back-office, the one seen last first."""
    found = await live.sessions(tx, SessionAudience.STAFF)
    return ListAnswer(items=[session_answer(tx, session) for session in found])


@router.delete(
    "/{session_id}", status_code=204, dependencies=[staff_self()], responses=refuses(SessionNotFound)
)
async def end_session(session_id: UUID, tx: UnitOfWork) -> None:
    """Ends one of the caller's sessions."""
    await live.end_session(tx, session_id, SessionAudience.STAFF)


@router.delete("", status_code=204, dependencies=[staff_self()])
async def end_other_sessions(tx: UnitOfWork) -> None:
    """Ends the caller's sessions except the present one."""
    await live.end_other_sessions(tx, SessionAudience.STAFF)
