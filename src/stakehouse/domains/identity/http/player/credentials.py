"""The caller's password and address: forgotten, changed, confirmed."""

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
    SameEmail,
    WrongPassword,
)
from stakehouse.domains.identity.http.player.registration import (
    Email,
    Password,
    count_code,
    count_registration,
    counted_email,
)
from stakehouse.domains.identity.service import credentials
from stakehouse.infra.passwords import is_common
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.web.context import actor_of, edge_of, tenant_of
from stakehouse.infra.web.guard import StepUp, member, public
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.shapes import Answer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork

Code = Annotated[str, Field(pattern=f"^[0-9]{{{rules.CODE_DIGITS}}}$", description="six digits, by mail")]
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


class ChangeEmailBody(Request):
    """The address wished for, and the password as proof."""

    email: Email
    password: OldPassword


class EmailCodeBody(Request):
    """The code that came by mail."""

    code: Code


class EmailAnswer(Answer):
    """The address that counts now."""

    email: str


async def hash_of_reset(request: HttpRequest, body: ForgottenPasswordBody) -> str:
    """The hash of the password chosen with a code, computed before any transaction opens."""
    await count_registration(request)
    return await _hash(request, body.password)


async def hash_of_change(request: HttpRequest, body: ChangePasswordBody) -> str:
    """The hash of the next password, once the present one was proven."""
    await prove_password(request, body.password)
    return await _hash(request, body.new_password, field="new_password")


async def email_wished_for(request: HttpRequest, body: ChangeEmailBody) -> str:
    """The normalised address wished for, once the password was proven."""
    email = rules.normalise_email(body.email)
    await prove_password(request, body.password)
    await count_code(request, email)
    return email


router = APIRouter()


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
        tx, email, name_here=credentials.name_of_member, vault=edge_of(request).vault
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
    dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
    responses=refuses(WrongPassword, PasswordNeeded, CommonPassword, TooManyRequests),
)
async def change_password(
    request: HttpRequest, password_hash: Annotated[str, Depends(hash_of_change)], tx: UnitOfWork
) -> None:
    """Changes the caller's password; every session but the present one ends."""
    await credentials.change_password(tx, password_hash, vault=edge_of(request).vault)


@router.post(
    "/me/email",
    status_code=202,
    dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
    responses=refuses(WrongPassword, PasswordNeeded, InvalidEmail, SameEmail, TooManyRequests),
)
async def ask_for_email(
    request: HttpRequest, email: Annotated[str, Depends(email_wished_for)], tx: UnitOfWork
) -> CodeSentAnswer:
    """Sends a code to the address that the caller wants to sign in with from now on."""
    await credentials.ask_for_email(tx, email, vault=edge_of(request).vault)
    return CodeSentAnswer()


@router.post(
    "/me/email/confirm",
    dependencies=[member(), Depends(count_registration)],
    responses=refuses(InvalidCode, TooManyRequests),
    response_model=EmailAnswer,
)
async def confirm_email(request: HttpRequest, body: EmailCodeBody, tx: UnitOfWork) -> EmailAnswer | Response:
    """Makes the confirmed address the caller's; the former one gets a notice."""
    confirmed = await credentials.confirm_email(tx, body.code, vault=edge_of(request).vault)
    return (
        refusal_response(request, confirmed)
        if isinstance(confirmed, InvalidCode)
        else EmailAnswer(email=confirmed)
    )


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
