"""A member of staff's own sessions and password."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    CommonPassword,
    InvalidCode,
    InvalidEmail,
    PasswordNeeded,
    SessionNotFound,
    WrongPassword,
)
from stakehouse.domains.identity.http.player.credentials import (
    CodeSentAnswer,
    ForgottenPasswordBody,
    hash_of_change,
    hash_of_reset,
)
from stakehouse.domains.identity.http.player.profile import SessionAnswer, session_answer
from stakehouse.domains.identity.http.player.registration import counted_email
from stakehouse.domains.identity.service import credentials
from stakehouse.domains.identity.service import sessions as live
from stakehouse.domains.identity.types import SessionAudience
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import public, staff_self
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.shapes import ListAnswer
from stakehouse.infra.web.unit_of_work import UnitOfWork

router = APIRouter(tags=["identity"])


@router.get("/me/sessions", dependencies=[staff_self()])
async def list_sessions(tx: UnitOfWork) -> ListAnswer[SessionAnswer]:
    """The caller's live sessions at the back-office, the one seen last first."""
    found = await live.sessions(tx, SessionAudience.STAFF)
    return ListAnswer(items=[session_answer(tx, session) for session in found])


@router.delete(
    "/me/sessions/{session_id}",
    status_code=204,
    dependencies=[staff_self()],
    responses=refuses(SessionNotFound),
)
async def end_session(session_id: UUID, tx: UnitOfWork) -> None:
    """Ends one of the caller's sessions."""
    await live.end_session(tx, session_id, SessionAudience.STAFF)


@router.delete("/me/sessions", status_code=204, dependencies=[staff_self()])
async def end_other_sessions(tx: UnitOfWork) -> None:
    """Ends the caller's sessions except the present one."""
    await live.end_other_sessions(tx, SessionAudience.STAFF)


@router.post(
    "/auth/password/forgot",
    status_code=202,
    dependencies=[public("the person cannot sign in")],
    responses=refuses(InvalidEmail, TooManyRequests),
)
async def forgot(
    request: HttpRequest, email: Annotated[str, Depends(counted_email)], tx: UnitOfWork
) -> CodeSentAnswer:
    """Sends a code with which a new password can be chosen; the answer is the same for unknown addresses."""
    await credentials.forget_password(
        tx, email, name_here=credentials.name_on_staff, vault=edge_of(request).vault
    )
    return CodeSentAnswer()


@router.post(
    "/auth/password/reset",
    status_code=204,
    dependencies=[public("the code is the proof")],
    responses=refuses(InvalidEmail, InvalidCode, CommonPassword, TooManyRequests),
    response_model=None,
)
async def reset(
    request: HttpRequest,
    body: ForgottenPasswordBody,
    password_hash: Annotated[str, Depends(hash_of_reset)],
    tx: UnitOfWork,
) -> Response:
    """Chooses a new password; all sessions end. It signs nobody in: a second factor is asked for as ever."""
    refused = await credentials.reset_password(
        tx, rules.normalise_email(body.email), body.code, password_hash, vault=edge_of(request).vault
    )
    return Response(status_code=204) if refused is None else refusal_response(request, refused)


@router.put(
    "/me/password",
    status_code=204,
    dependencies=[staff_self()],
    responses=refuses(WrongPassword, PasswordNeeded, CommonPassword, TooManyRequests),
)
async def change_password(
    request: HttpRequest, password_hash: Annotated[str, Depends(hash_of_change)], tx: UnitOfWork
) -> None:
    """Changes the caller's password; every session but the present one ends."""
    await credentials.change_password(tx, password_hash, vault=edge_of(request).vault)
