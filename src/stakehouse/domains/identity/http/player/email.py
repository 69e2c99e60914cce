"""The caller's address, changed and confirmed."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    InvalidCode,
    InvalidEmail,
    PasswordNeeded,
    SameEmail,
    WrongPassword,
)
from stakehouse.domains.identity.http.counting import Code, Email, count_code, count_registration
from stakehouse.domains.identity.http.passwords import CodeSentAnswer, OldPassword, prove_password
from stakehouse.domains.identity.service import credentials
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import StepUp, member
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.shapes import Answer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


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


async def email_wished_for(request: HttpRequest, body: ChangeEmailBody) -> str:
    """The normalised address wished for, once the password was proven."""
    email = rules.normalise_email(body.email)
    await prove_password(request, body.password)
    await count_code(request, email)
    return email


router = APIRouter()


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
