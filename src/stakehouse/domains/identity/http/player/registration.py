"""Registration: stated, confirmed by a code."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    CommonPassword,
    CountryBlocked,
    DetailsRequired,
    InvalidBirthDate,
    InvalidCode,
    InvalidEmail,
    TelegramTaken,
    TooYoung,
    UnknownCountry,
    UsernameTaken,
)
from stakehouse.domains.identity.http.counting import (
    Email,
    Password,
    count_code,
    count_registration,
    counted_email,
)
from stakehouse.domains.identity.http.player.profile import Name, Phone, Postcode, plain_phone
from stakehouse.domains.identity.http.player.tokens import device_of, tokens_or_challenge
from stakehouse.domains.identity.http.sites import site_of
from stakehouse.domains.identity.ports import Admission, Enrolment
from stakehouse.domains.identity.service import registration
from stakehouse.domains.identity.types import Details, Registration
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.passwords import is_common
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.errands import with_errands
from stakehouse.infra.web.guard import public
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.session_cookie import SecondFactorAnswer, TokensAnswer
from stakehouse.infra.web.shapes import Answer, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Refusal

USERNAME = rules.USERNAME.pattern

Username = Annotated[str, Field(pattern=f"^{USERNAME}$", description="3 to 30 letters, digits, _ . -")]


class DetailsBody(Request):
    """By what others know a person: needed where the house asks a national register about them."""

    first_name: Name | None = None
    last_name: Name | None = None
    postcode: Postcode | None = None
    phone: Phone | None = None


class RegisterBody(DetailsBody):
    """What a person states about themselves."""

    email: Email
    password: Password
    username: Username
    birth_date: date
    country: str = Field(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")
    currency: str | None = Field(default=None, max_length=8)
    locale: str | None = Field(default=None, max_length=20)
    referral_code: str | None = Field(default=None, min_length=1, max_length=40)
    accept_terms: Literal[True]


class AskedAnswer(Answer):
    """What a registration must state here.

    Attributes:
        details: whether first name, last name and postcode must be stated.
    """

    details: bool


class ConfirmBody(Request):
    """The code that came by mail; another name only where the one registered with was taken."""

    email: Email
    code: str = Field(pattern=f"^[0-9]{{{rules.CODE_DIGITS}}}$")
    username: Username | None = None


class StatusAnswer(Answer):
    """How it stands."""

    status: Literal["confirmation_sent"] = "confirmation_sent"


class UsernameAnswer(Answer):
    """Whether a name is still to be had."""

    username: str
    is_free: bool


async def hashed(request: HttpRequest, body: RegisterBody) -> str:
    """The hash of the password chosen, computed before any transaction opens.

    Raises:
        TooManyRequests: too many registrations from here, or codes for this account.
        CommonPassword: it is tried first.
    """
    if is_common(body.password) or body.password.lower() in {body.email.lower(), body.username.lower()}:
        raise CommonPassword("This password is one of the first that are tried.", field="password")
    await count_code(request, body.email)
    return await edge_of(request).passwords.hash(body.password)


def details_of(body: DetailsBody) -> Details:
    """By what others know a person, as far as it was stated."""
    return Details(body.first_name or "", body.last_name or "", body.postcode or "", plain_phone(body.phone))


def router(admit: Admission, enrolment: Enrolment) -> APIRouter:
    """The routes of registration.

    Args:
        admit: asked whether a member may sign in.
        enrolment: says what a person must state to become a member, and whether they may.
    """
    routes = APIRouter()

    @routes.get("/auth/registration", dependencies=[public("the form asks what it must ask")])
    async def asked(tx: UnitOfWork) -> AskedAnswer:
        """Tells what a registration must state in this house."""
        return AskedAnswer(details=await enrolment.demands_details(tx))

    @routes.post(
        "/auth/register",
        status_code=202,
        dependencies=[public("nobody has a sign-in before")],
        responses=refuses(
            InvalidEmail,
            InvalidBirthDate,
            TooYoung,
            UnknownCountry,
            CountryBlocked,
            UnknownCurrency,
            CommonPassword,
            DetailsRequired,
            TooManyRequests,
        ),
    )
    async def register(
        request: HttpRequest,
        body: RegisterBody,
        password_hash: Annotated[str, Depends(hashed)],
        tx: UnitOfWork,
    ) -> StatusAnswer:
        """Registers; a code comes by mail. The answer is the same where the address is known."""
        stated = Registration(
            email=rules.normalise_email(body.email),
            username=body.username,
            birth_date=body.birth_date,
            country=body.country,
            currency=body.currency,
            locale=body.locale,
            referral_code=body.referral_code,
            details=details_of(body),
        )
        await registration.register(
            tx, stated, password_hash, enrolment=enrolment, vault=edge_of(request).vault
        )
        return StatusAnswer()

    @routes.post(
        "/auth/resend",
        status_code=202,
        dependencies=[public("the person has no sign-in yet")],
        responses=refuses(InvalidEmail, TooManyRequests),
    )
    async def resend(
        request: HttpRequest, email: Annotated[str, Depends(counted_email)], tx: UnitOfWork
    ) -> StatusAnswer:
        """Sends a new code, if there is anything to confirm; the one before no longer counts."""
        await registration.resend(tx, email, vault=edge_of(request).vault)
        return StatusAnswer()

    @routes.post(
        "/auth/confirm",
        dependencies=[public("the code is the proof"), Depends(count_registration)],
        responses=refuses(InvalidEmail, InvalidCode, UsernameTaken, TelegramTaken, TooManyRequests),
        response_model=TokensAnswer | SecondFactorAnswer,
    )
    async def confirm(
        request: HttpRequest, response: Response, body: ConfirmBody
    ) -> TokensAnswer | SecondFactorAnswer | Response:
        """Confirms the address and signs in; a national register is asked first, where the law says so."""

        async def enter(tx: Tx) -> TokensAnswer | SecondFactorAnswer | Response:
            confirmed = await registration.confirm(
                tx,
                rules.normalise_email(body.email),
                body.code,
                username=body.username,
                device=device_of(request),
                admit=admit,
                enrolment=enrolment,
                site=site_of(request),
                vault=edge_of(request).vault,
            )
            if isinstance(confirmed, Refusal):
                return refusal_response(request, confirmed)
            return await tokens_or_challenge(request, response, confirmed)

        return await with_errands(request, enter)

    @routes.get(
        "/auth/usernames/{username}",
        dependencies=[public("names of members are public; the form says at once if one is taken")],
    )
    async def check_username(
        username: Annotated[str, Path(pattern=f"^{USERNAME}$")], tx: UnitOfWork
    ) -> UsernameAnswer:
        """Tells whether a name is still to be had."""
        return UsernameAnswer(username=username, is_free=await registration.username_is_free(tx, username))

    return routes
