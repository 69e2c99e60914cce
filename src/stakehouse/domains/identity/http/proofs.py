"""Second proofs over HTTP: the second step of a sign-in and step-up, the same at both faces."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity.errors import (
    ChallengeOver,
    InvalidCode,
    InvalidCredentials,
    MethodUnavailable,
)
from stakehouse.domains.identity.http.sites import site_of
from stakehouse.domains.identity.service import challenges
from stakehouse.domains.identity.service.sign_in import password_fits
from stakehouse.domains.identity.types import Method, Proof, Reply, SessionAudience, SignInLimits
from stakehouse.domains.tenancy import setting
from stakehouse.infra.rate_limit import Rate, TooManyRequests, network_of
from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web.context import client_address, edge_of, tenant_of
from stakehouse.infra.web.errands import with_errands
from stakehouse.infra.web.guard import member, public, staff_self
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.session_cookie import ChallengeAnswer, TokensAnswer
from stakehouse.infra.web.shapes import Answer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.actor import NOBODY
from stakehouse.kernel.errors import Refusal

Finish = Callable[[HttpRequest, Response, Tx, Proof], Awaitable[TokensAnswer]]
"""Opens the session of a person who proved both steps: each face has its own way."""

PASSKEY_STEPS = 60
"""Steps of sign-ins by passkey from one address in the window of tries: offices share one."""

SIGNED_IN = {SessionAudience.PLAYER: member, SessionAudience.STAFF: staff_self}

ChallengeText = Annotated[str, Field(min_length=20, max_length=100)]


class ReplyBody(Request):
    """The answer to a challenge: the method chosen, and what it asks for."""

    challenge: ChallengeText
    method: Method
    code: str = Field(default="", max_length=40, description="for totp, sms, email and recovery_code")
    password: str = Field(default="", max_length=1024, description="for password, demo sign-ins only")
    passkey: dict[str, object] | None = Field(
        default=None, description="for passkey: what the browser answered, in its JSON form"
    )


class PasskeyBody(Request):
    """The answer of a passkey: the challenge, and what the browser made of it in its JSON form."""

    challenge: ChallengeText
    passkey: dict[str, object]


class SendBody(Request):
    """Which challenge, and how the code shall travel."""

    challenge: ChallengeText
    method: Literal["email", "sms"]


class SentAnswer(Answer):
    """Where the code went, so that only its owner recognises it."""

    sent_to: str


class SteppedUpAnswer(Answer):
    """Until when dangerous acts are let through."""

    stepped_up_until: Moment


async def reply_of(request: HttpRequest, body: ReplyBody) -> Reply:
    """The answer as the use case takes it, counted against the account before any transaction opens.

    Raises:
        TooManyRequests: too many answers of this account.
    """
    edge, tenant = edge_of(request), await tenant_of(request)
    async with begin(edge.database, tenant_id=tenant.id, actor=NOBODY, now=edge.clock()) as tx:
        limits = await setting(tx, SignInLimits)
        user_id = await challenges.asked_user(tx, body.challenge)
    fits = False
    if user_id is not None:
        rate = Rate(limits.factor_tries_per_account, challenges.TRIES_WINDOW)
        await edge.limiter.take(f"second_factor:{user_id}", rate)
        if body.method is Method.PASSWORD:
            fits = await password_fits(
                tenant.id,
                user_id,
                body.password,
                database=edge.database,
                clock=edge.clock,
                passwords=edge.passwords,
            )
    return Reply(body.method, body.code.strip(), body.passkey, fits)


async def count_code(request: HttpRequest, body: SendBody) -> None:
    """Counts a code that is about to be sent.

    Raises:
        TooManyRequests: too many codes for this account.
    """
    edge, tenant = edge_of(request), await tenant_of(request)
    async with begin(edge.database, tenant_id=tenant.id, actor=NOBODY, now=edge.clock()) as tx:
        limits = await setting(tx, SignInLimits)
        user_id = await challenges.asked_user(tx, body.challenge)
    if user_id is not None:
        await edge.limiter.take(f"codes:{user_id}", Rate(limits.codes_per_account, challenges.CODES_WINDOW))


async def count_passkey(request: HttpRequest) -> None:
    """Counts a step of a sign-in by passkey from the client's address.

    Raises:
        TooManyRequests: too many from here.
    """
    tenant, network = await tenant_of(request), network_of(client_address(request))
    rate = Rate(PASSKEY_STEPS, challenges.TRIES_WINDOW)
    await edge_of(request).limiter.take(f"passkey.address:{tenant.id}:{network}", rate)


async def _enter(
    request: HttpRequest,
    response: Response,
    finish: Finish,
    prove: Callable[[Tx], Awaitable[Proof | Refusal]],
) -> TokensAnswer | Response:
    async def enter(tx: Tx) -> TokensAnswer | Response:
        proof = await prove(tx)
        if isinstance(proof, Refusal):
            return refusal_response(request, proof)
        return await finish(request, response, tx, proof)

    return await with_errands(request, enter)


def router(audience: SessionAudience, finish: Finish) -> APIRouter:
    """The routes of second proofs at a face.

    Args:
        audience: the face.
        finish: opens the session when both steps of a sign-in are proved.
    """
    routes = APIRouter(tags=["identity"])
    signed_in = SIGNED_IN[audience]

    @routes.post(
        "/auth/second-factor",
        dependencies=[public("the challenge of the first step is half the proof")],
        responses=refuses(ChallengeOver, InvalidCode, MethodUnavailable, TooManyRequests),
        response_model=TokensAnswer,
    )
    async def finish_sign_in(
        request: HttpRequest,
        response: Response,
        body: ReplyBody,
        reply: Annotated[Reply, Depends(reply_of)],
    ) -> TokensAnswer | Response:
        """Finishes a sign-in that was answered with a challenge. A wrong code leaves four more tries."""
        return await _enter(
            request,
            response,
            finish,
            lambda tx: challenges.answer_second_step(
                tx,
                body.challenge,
                reply,
                audience=audience,
                site=site_of(request),
                vault=edge_of(request).vault,
            ),
        )

    @routes.post(
        "/auth/passkey/options",
        dependencies=[public("this is where people sign in"), Depends(count_passkey)],
        responses=refuses(MethodUnavailable, TooManyRequests),
    )
    async def start_passkey(request: HttpRequest, response: Response, tx: UnitOfWork) -> ChallengeAnswer:
        """Asks for the challenge of a sign-in by passkey alone; the browser offers those it knows."""
        response.headers["cache-control"] = "no-store"
        asked = await challenges.start_passkey_sign_in(tx, audience=audience, site=site_of(request))
        return ChallengeAnswer.model_validate(asked, from_attributes=True)

    @routes.post(
        "/auth/passkey",
        dependencies=[public("the passkey is the proof"), Depends(count_passkey)],
        responses=refuses(ChallengeOver, InvalidCode, InvalidCredentials, TooManyRequests),
        response_model=TokensAnswer,
    )
    async def sign_in_with_passkey(
        request: HttpRequest, response: Response, body: PasskeyBody
    ) -> TokensAnswer | Response:
        """Signs in with a passkey whose device has checked its owner; nothing more is asked."""
        return await _enter(
            request,
            response,
            finish,
            lambda tx: challenges.answer_passkey_sign_in(
                tx,
                body.challenge,
                body.passkey,
                audience=audience,
                site=site_of(request),
                vault=edge_of(request).vault,
            ),
        )

    @routes.post(
        "/auth/second-factor/send",
        status_code=202,
        dependencies=[public("the challenge is the proof"), Depends(count_code)],
        responses=refuses(ChallengeOver, MethodUnavailable, TooManyRequests),
    )
    async def send_code(request: HttpRequest, body: SendBody, tx: UnitOfWork) -> SentAnswer:
        """Sends a code for a challenge, of a sign-in or of step-up; the one before no longer counts."""
        sent_to = await challenges.send_code(
            tx,
            body.challenge,
            Method(body.method),
            audience=audience,
            site=site_of(request),
            vault=edge_of(request).vault,
        )
        return SentAnswer(sent_to=sent_to)

    @routes.post("/auth/step-up", dependencies=[signed_in()], responses=refuses(MethodUnavailable))
    async def start_step_up(request: HttpRequest, tx: UnitOfWork) -> ChallengeAnswer:
        """Asks for the challenge that a dangerous act wants answered (403 `step_up_required`)."""
        asked = await challenges.start_step_up(tx, audience=audience, site=site_of(request))
        return ChallengeAnswer.model_validate(asked, from_attributes=True)

    @routes.post(
        "/auth/step-up/answer",
        dependencies=[signed_in()],
        responses=refuses(ChallengeOver, InvalidCode, MethodUnavailable, TooManyRequests),
        response_model=SteppedUpAnswer,
    )
    async def answer_step_up(
        request: HttpRequest,
        body: ReplyBody,
        reply: Annotated[Reply, Depends(reply_of)],
        tx: UnitOfWork,
    ) -> SteppedUpAnswer | Response:
        """Proves once more who it is; for ten minutes the session may then do dangerous things."""
        until = await challenges.answer_step_up(
            tx,
            body.challenge,
            reply,
            audience=audience,
            site=site_of(request),
            vault=edge_of(request).vault,
        )
        if isinstance(until, Refusal):
            return refusal_response(request, until)
        return SteppedUpAnswer(stepped_up_until=until)

    return routes
