"""A person's password, forgotten and changed: the same at both faces."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    CommonPassword,
    InvalidCode,
    InvalidEmail,
    PasswordNeeded,
    WrongPassword,
)
from stakehouse.domains.identity.http.counting import Code, Email, Password, count_registration, counted_email
from stakehouse.domains.identity.http.proofs import SIGNED_IN
from stakehouse.domains.identity.service import credentials
from stakehouse.domains.identity.types import SessionAudience
from stakehouse.infra.passwords import is_common
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.web.context import actor_of, edge_of, tenant_of
from stakehouse.infra.web.guard import StepUp, public
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.shapes import Answer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork

NAMES = {
    SessionAudience.PLAYER: credentials.name_of_member,
    SessionAudience.STAFF: credentials.name_on_staff,
}
"""How a letter about a forgotten password calls its reader."""

OldPassword = Annotated[str, Field(min_length=1, max_length=1024)]


class CodeSentAnswer(Answer):
    """How it stands; the same whether the address is known."""

    status: Literal["code_sent"] = "code_sent"


class ForgottenPasswordBody(Request):
    """The code that came by mail and the password that shall count from now on."""

    email: Email
    code: Code
    password: Password


class ChangePasswordBody(Request):
    """The present password and the next one."""

    password: OldPassword
    new_password: Password


async def hash_of_reset(request: HttpRequest, body: ForgottenPasswordBody) -> str:
    """The hash of the password chosen with a code, computed before any transaction opens."""
    await count_registration(request)
    return await _hash(request, body.password)


async def hash_of_change(request: HttpRequest, body: ChangePasswordBody) -> str:
    """The hash of the next password, once the present one was proven."""
    await prove_password(request, body.password)
    return await _hash(request, body.new_password, field="new_password")


def router(audience: SessionAudience) -> APIRouter:
    """The routes of one face."""
    routes = APIRouter(tags=["identity"])

    @routes.post(
        "/auth/password/forgot",
        status_code=202,
        dependencies=[public("the person cannot sign in")],
        responses=refuses(InvalidEmail, TooManyRequests),
    )
    async def forgot(
        request: HttpRequest, email: Annotated[str, Depends(counted_email)], tx: UnitOfWork
    ) -> CodeSentAnswer:
        """Sends a code with which a new password can be chosen; unknown addresses are answered alike."""
        await credentials.forget_password(tx, email, name_here=NAMES[audience], vault=edge_of(request).vault)
        return CodeSentAnswer()

    @routes.post(
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
        """Chooses a new password and ends all sessions; a second factor is still asked for at sign-in."""
        refused = await credentials.reset_password(
            tx, rules.normalise_email(body.email), body.code, password_hash, vault=edge_of(request).vault
        )
        return Response(status_code=204) if refused is None else refusal_response(request, refused)

    @routes.put(
        "/me/password",
        status_code=204,
        dependencies=[SIGNED_IN[audience](step_up=StepUp.OR_FRESH_SIGN_IN)],
        responses=refuses(WrongPassword, PasswordNeeded, CommonPassword, TooManyRequests),
    )
    async def change_password(
        request: HttpRequest, password_hash: Annotated[str, Depends(hash_of_change)], tx: UnitOfWork
    ) -> None:
        """Changes the caller's password; every session but the present one ends."""
        await credentials.change_password(tx, password_hash, vault=edge_of(request).vault)

    return routes


async def prove_password(request: HttpRequest, password: str) -> None:
    """Checks that the caller knows their password, before any transaction opens."""
    edge, tenant = edge_of(request), await tenant_of(request)
    await credentials.prove_again(
        tenant.id,
        actor_of(request),
        password,
        database=edge.database,
        clock=edge.clock,
        passwords=edge.passwords,
    )


async def _hash(request: HttpRequest, password: str, *, field: str = "password") -> str:
    if is_common(password):
        raise CommonPassword("This password is one of the first that are tried.", field=field)
    return await edge_of(request).passwords.hash(password)
