"""Sign-in by Telegram, and the caller's link to it."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    AccountClosed,
    CommonPassword,
    CountryBlocked,
    DetailsRequired,
    InvalidBirthDate,
    InvalidEmail,
    LastWayIn,
    MemberSuspended,
    TelegramNotLinked,
    TelegramNotSetUp,
    TelegramTaken,
    TicketOver,
    TooYoung,
    UnknownCountry,
)
from stakehouse.domains.identity.http.counting import Email, Password, count_code, count_registration
from stakehouse.domains.identity.http.player.registration import (
    DetailsBody,
    StatusAnswer,
    Username,
    details_of,
)
from stakehouse.domains.identity.http.player.tokens import device_of, tokens_or_challenge
from stakehouse.domains.identity.http.sites import site_of
from stakehouse.domains.identity.ports import Admission, Enrolment
from stakehouse.domains.identity.service import registration, sign_in, telegram
from stakehouse.domains.identity.types import (
    Proof,
    Registration,
    TelegramIdentity,
    TelegramLink,
    TelegramSettings,
)
from stakehouse.domains.tenancy import UnknownCurrency, setting
from stakehouse.infra.openid import Client, InvalidIdToken, ProviderUnreachable
from stakehouse.infra.passwords import is_common
from stakehouse.infra.rate_limit import TooManyRequests
from stakehouse.infra.telegram import DATA_LENGTH_MAX, InvalidTelegramData, SignedData
from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web.context import actor_of, edge_of, tenant_of
from stakehouse.infra.web.errands import with_errands
from stakehouse.infra.web.guard import StepUp, member, public
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.session_cookie import SecondFactorAnswer, TokensAnswer
from stakehouse.infra.web.shapes import Answer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork

RETURN_TO = "/sign-in/telegram"
"""The page of the player app to which Telegram sends people back; registered with BotFather."""

Raw = Annotated[str, Field(min_length=1, max_length=DATA_LENGTH_MAX)]
SealedText = Annotated[str, Field(min_length=1, max_length=2048)]


class TelegramDataBody(Request):
    """What Telegram signed: the init data of a Mini App, or the login widget's fields as a query string."""

    # Longer than other texts of requests may be.
    model_config = Request.model_config | {"str_max_length": DATA_LENGTH_MAX}

    kind: Literal["mini_app", "widget"]
    data: Raw


class OpenIdBody(Request):
    """What Telegram sent the browser back with, and what the browser kept meanwhile."""

    flow: SealedText
    state: str = Field(min_length=1, max_length=200)
    code: str = Field(min_length=1, max_length=2048)


class TelegramRegisterBody(DetailsBody):
    """What a person states about themselves whom Telegram vouched for; a password may come later."""

    ticket: SealedText
    email: Email
    password: Password | None = None
    username: Username
    birth_date: date
    country: str = Field(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")
    currency: str | None = Field(default=None, max_length=8)
    locale: str | None = Field(default=None, max_length=20)
    referral_code: str | None = Field(default=None, min_length=1, max_length=40)
    accept_terms: Literal[True]


class TelegramWaysAnswer(Answer):
    """Which ways by Telegram this house offers; all false where it has no bot."""

    bot: str
    mini_app: bool
    widget: bool
    openid: bool


class BegunAnswer(Answer):
    """Where to send the person, and what to bring back with the code."""

    url: str
    flow: str


class TicketAnswer(Answer):
    """Telegram vouches for the person, who is no member yet: they register with the ticket."""

    ticket: str
    username: str
    first_name: str


class RegistrationNeededAnswer(Answer):
    """No member is linked to this person of Telegram."""

    registration: TicketAnswer


class TelegramLinkAnswer(Answer):
    """The caller's link; all empty without one."""

    is_linked: bool
    username: str
    first_name: str
    linked_at: Moment | None


Outcome = TokensAnswer | SecondFactorAnswer | RegistrationNeededAnswer


def doors_of(request: HttpRequest) -> telegram.Doors:
    """What checks Telegram's word; the wiring keeps it in ``app.state.telegram``."""
    doors: telegram.Doors = request.app.state.telegram
    return doors


async def begun(request: HttpRequest) -> telegram.Begun:
    """A sign-in by OpenID Connect, begun before any transaction opens."""
    await count_registration(request)
    edge, tenant = edge_of(request), await tenant_of(request)
    client = await _client(request, f"{site_of(request).origin}{RETURN_TO}")
    return await telegram.begin_openid(
        tenant.id, client, doors=doors_of(request), clock=edge.clock, vault=edge.vault
    )


async def proved_by_openid(request: HttpRequest, body: OpenIdBody) -> SignedData:
    """Whom Telegram vouches for, asked before any transaction opens."""
    await count_registration(request)
    edge, tenant = edge_of(request), await tenant_of(request)
    flow = telegram.open_flow(tenant.id, body.flow, body.state, clock=edge.clock, vault=edge.vault)
    client = await _client(request, flow.redirect_uri)
    return await telegram.prove_openid(flow, body.code, client, doors=doors_of(request), clock=edge.clock)


async def hash_of_registration(request: HttpRequest, body: TelegramRegisterBody) -> str | None:
    """The hash of the password, if one was chosen, computed before any transaction opens."""
    await count_code(request, body.email)
    if body.password is None:
        return None
    if is_common(body.password) or body.password.lower() in {body.email.lower(), body.username.lower()}:
        raise CommonPassword("This password is one of the first that are tried.", field="password")
    return await edge_of(request).passwords.hash(body.password)


SIGN_IN_REFUSALS = (
    TelegramNotSetUp,
    InvalidTelegramData,
    MemberSuspended,
    AccountClosed,
    TooManyRequests,
)


def router(admit: Admission, enrolment: Enrolment) -> APIRouter:
    """The routes of Telegram.

    Args:
        admit: asked whether a member may sign in.
        enrolment: says what a person must state to become a member.
    """
    routes = APIRouter()

    @routes.get("/auth/telegram", dependencies=[public("the sign-in page shows what is offered")])
    async def ways(tx: UnitOfWork) -> TelegramWaysAnswer:
        """Tells which ways to sign in by Telegram this house offers."""
        bot, settings = await telegram.bot(tx), await setting(tx, TelegramSettings)
        return TelegramWaysAnswer(
            bot="" if bot is None else bot.username,
            mini_app=bot is not None and settings.mini_app,
            widget=bot is not None and bot.has_token and settings.widget,
            openid=bot is not None and bot.has_client_secret and settings.openid,
        )

    @routes.post(
        "/auth/telegram",
        dependencies=[public("Telegram's signature is the proof"), Depends(count_registration)],
        responses=refuses(*SIGN_IN_REFUSALS),
    )
    async def sign_in_by_data(request: HttpRequest, response: Response, body: TelegramDataBody) -> Outcome:
        """Signs in with what Telegram signed; whoever is no member yet gets a ticket to register with."""
        return await _enter(request, response, admit, lambda tx: _prove(request, tx, body))

    @routes.post(
        "/auth/telegram/openid",
        dependencies=[public("this is where people sign in")],
        responses=refuses(TelegramNotSetUp, ProviderUnreachable, TooManyRequests),
    )
    async def begin_openid(started: Annotated[telegram.Begun, Depends(begun)]) -> BegunAnswer:
        """Begins a sign-in, or a link, by "Log in with Telegram"."""
        return BegunAnswer(url=started.url, flow=started.flow)

    @routes.post(
        "/auth/telegram/openid/finish",
        dependencies=[public("Telegram's token is the proof")],
        responses=refuses(*SIGN_IN_REFUSALS, InvalidIdToken, ProviderUnreachable),
    )
    async def finish_openid(
        request: HttpRequest,
        response: Response,
        proved: Annotated[SignedData, Depends(proved_by_openid)],
    ) -> Outcome:
        """Signs in with what Telegram sent the browser back with."""
        return await _enter(request, response, admit, lambda tx: _spent(tx, proved))

    @routes.post(
        "/auth/telegram/register",
        status_code=202,
        dependencies=[public("nobody has a sign-in before")],
        responses=refuses(
            TicketOver,
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
        body: TelegramRegisterBody,
        password_hash: Annotated[str | None, Depends(hash_of_registration)],
        tx: UnitOfWork,
    ) -> StatusAnswer:
        """Registers a person whom Telegram vouched for; a code comes by mail, as for everybody."""
        vault = edge_of(request).vault
        ticket = telegram.open_ticket(tx, body.ticket, vault=vault)
        stated = Registration(
            email=rules.normalise_email(body.email),
            username=body.username,
            birth_date=body.birth_date,
            country=body.country,
            currency=body.currency,
            locale=body.locale,
            referral_code=body.referral_code,
            telegram=TelegramIdentity(ticket.telegram_id, ticket.first_name, ticket.username),
            details=details_of(body),
        )
        await registration.register(tx, stated, password_hash, enrolment=enrolment, vault=vault)
        return StatusAnswer()

    @routes.get("/me/telegram", dependencies=[member()])
    async def get_link(tx: UnitOfWork) -> TelegramLinkAnswer:
        """The caller's link to Telegram."""
        return _link_answer(await telegram.linked(tx))

    @routes.put(
        "/me/telegram",
        dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
        responses=refuses(TelegramNotSetUp, InvalidTelegramData, TelegramTaken),
    )
    async def link_by_data(
        request: HttpRequest, body: TelegramDataBody, tx: UnitOfWork
    ) -> TelegramLinkAnswer:
        """Lets the caller sign in by Telegram from now on."""
        proved = await _prove(request, tx, body)
        return _link_answer(await telegram.link(tx, proved.person, vault=edge_of(request).vault))

    @routes.put(
        "/me/telegram/openid",
        dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
        responses=refuses(
            TelegramNotSetUp, InvalidTelegramData, TelegramTaken, InvalidIdToken, ProviderUnreachable
        ),
    )
    async def link_by_openid(
        request: HttpRequest, proved: Annotated[SignedData, Depends(proved_by_openid)], tx: UnitOfWork
    ) -> TelegramLinkAnswer:
        """Lets the caller sign in by Telegram from now on, after "Log in with Telegram"."""
        await telegram.spend_flow(tx, proved)
        return _link_answer(await telegram.link(tx, proved.person, vault=edge_of(request).vault))

    @routes.delete(
        "/me/telegram",
        status_code=204,
        dependencies=[member(step_up=StepUp.OR_FRESH_SIGN_IN)],
        responses=refuses(TelegramNotLinked, LastWayIn),
    )
    async def unlink(tx: UnitOfWork) -> None:
        """Ends sign-in by Telegram; refused where it is the caller's last way in."""
        await telegram.unlink(tx)

    return routes


async def _client(request: HttpRequest, redirect_uri: str) -> Client:
    edge, tenant = edge_of(request), await tenant_of(request)
    async with begin(edge.database, tenant_id=tenant.id, actor=actor_of(request), now=edge.clock()) as tx:
        return await telegram.openid_client(tx, redirect_uri, vault=edge.vault)


async def _prove(request: HttpRequest, tx: Tx, body: TelegramDataBody) -> SignedData:
    vault = edge_of(request).vault
    if body.kind == "widget":
        return await telegram.prove_widget(tx, body.data, vault=vault)
    return await telegram.prove_mini_app(tx, body.data, doors=doors_of(request), vault=vault)


async def _spent(tx: Tx, proved: SignedData) -> SignedData:
    await telegram.spend_flow(tx, proved)
    return proved


async def _enter(
    request: HttpRequest,
    response: Response,
    admit: Admission,
    prove: Callable[[Tx], Awaitable[SignedData]],
) -> Outcome:
    async def enter(tx: Tx) -> Outcome:
        return await _sign_in(request, response, tx, await prove(tx), admit)

    return await with_errands(request, enter)


async def _sign_in(
    request: HttpRequest, response: Response, tx: Tx, proved: SignedData, admit: Admission
) -> Outcome:
    user_id = await telegram.user_behind(tx, proved.person)
    if user_id is None:
        ticket = telegram.ticket_for(tx, proved.person, vault=edge_of(request).vault)
        return RegistrationNeededAnswer(
            registration=TicketAnswer(
                ticket=ticket, username=proved.person.username, first_name=proved.person.first_name
            )
        )
    signed_in = await sign_in.sign_in_member(
        tx, Proof(user_id, (telegram.WAY,)), device=device_of(request), admit=admit, site=site_of(request)
    )
    return await tokens_or_challenge(request, response, signed_in)


def _link_answer(found: TelegramLink | None) -> TelegramLinkAnswer:
    return TelegramLinkAnswer(
        is_linked=found is not None,
        username="" if found is None else found.username,
        first_name="" if found is None else found.first_name,
        linked_at=None if found is None else found.linked_at,
    )
