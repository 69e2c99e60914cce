"""A person's second factors over HTTP, the same at both faces."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains.identity.errors import (
    ChallengeOver,
    FactorExists,
    FactorNotFound,
    InvalidCode,
    InvalidPhone,
    LastFactor,
    MethodUnavailable,
)
from stakehouse.domains.identity.http.proofs import SIGNED_IN, ChallengeText, PasskeyBody
from stakehouse.domains.identity.http.sites import site_of
from stakehouse.domains.identity.ports import Obligation
from stakehouse.domains.identity.service import challenges
from stakehouse.domains.identity.service import factors as service
from stakehouse.domains.identity.service import sessions as live
from stakehouse.domains.identity.types import Added, Method, Passkey, Security, SessionAudience, SignInLimits
from stakehouse.domains.tenancy import setting
from stakehouse.infra.rate_limit import Rate, TooManyRequests
from stakehouse.infra.tx import begin
from stakehouse.infra.web.context import actor_of, edge_of, tenant_of
from stakehouse.infra.web.guard import StepUp
from stakehouse.infra.web.problems import refusal_response, refuses
from stakehouse.infra.web.session_cookie import ChallengeAnswer
from stakehouse.infra.web.shapes import Answer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Refusal, StepUpRequired

PasskeyName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Kind = Literal["totp", "sms", "email"]
Code = Annotated[str, Field(min_length=6, max_length=10, description="six digits")]


class FactorAnswer(Answer):
    """A second factor that is set up; ``hint`` is where codes go, masked."""

    kind: str
    hint: str
    since: Moment


class PasskeyAnswer(Answer):
    """A passkey of this site; one that is not trusted proves nothing any more."""

    id: UUID
    name: str
    is_synced: bool
    is_trusted: bool
    created_at: Moment
    last_used_at: Moment | None


class SecurityAnswer(Answer):
    """What the caller has set up to prove themselves, and what they could."""

    factors: list[FactorAnswer]
    passkeys: list[PasskeyAnswer]
    recovery_codes_left: int
    is_mandatory: bool
    takes_passkeys: bool
    sends_sms: bool


class AddedAnswer(Answer):
    """A factor that was set up; with the first one come the recovery codes, shown this once."""

    kind: str
    recovery_codes: list[str]


class CodesAnswer(Answer):
    """Ten recovery codes, shown this once; earlier ones no longer count."""

    recovery_codes: list[str]


class KeyAnswer(Answer):
    """The key for an authenticator app: as text, as a link, and as a picture to scan (SVG)."""

    secret: str
    uri: str
    qr_svg: str


class FactorCodeBody(Request):
    """A code of the app."""

    code: Code


class PhoneBody(Request):
    """A telephone number; ``country`` where it lacks the country's code."""

    phone: str = Field(min_length=5, max_length=30)
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")


class PhoneCodeBody(Request):
    """The code that came to the telephone."""

    challenge: ChallengeText
    code: Code


class NewPasskeyBody(PasskeyBody):
    """What the browser made, and a name to know it by."""

    name: PasskeyName


class RenameBody(Request):
    """The new name."""

    name: PasskeyName


class EndedAnswer(Answer):
    """How many sessions ended."""

    sessions_ended: int


async def count_try(request: HttpRequest) -> None:
    """Counts a code that sets a factor up.

    Raises:
        TooManyRequests: too many of this account.
    """
    limits = await _limits(request)
    rate = Rate(limits.factor_tries_per_account, challenges.TRIES_WINDOW)
    await edge_of(request).limiter.take(f"factor_setup:{actor_of(request).user_id}", rate)


async def count_code(request: HttpRequest) -> None:
    """Counts a code that is about to be sent.

    Raises:
        TooManyRequests: too many codes for this account.
    """
    limits = await _limits(request)
    rate = Rate(limits.codes_per_account, challenges.CODES_WINDOW)
    await edge_of(request).limiter.take(f"codes:{actor_of(request).user_id}", rate)


async def _limits(request: HttpRequest) -> SignInLimits:
    edge, tenant = edge_of(request), await tenant_of(request)
    async with begin(edge.database, tenant_id=tenant.id, actor=actor_of(request), now=edge.clock()) as tx:
        return await setting(tx, SignInLimits)


def router(audience: SessionAudience, obligation: Obligation) -> APIRouter:
    """The routes over the caller's own factors.

    Changing them needs a session that began just now, or step-up.

    Args:
        audience: the face.
        obligation: says whether what a person may do demands a second factor.
    """
    routes = APIRouter(prefix="/security", tags=["identity"])
    signed_in = SIGNED_IN[audience]
    fresh = signed_in(step_up=StepUp.OR_FRESH_SIGN_IN)

    @routes.get("", dependencies=[signed_in()])
    async def get_security(request: HttpRequest, tx: UnitOfWork) -> SecurityAnswer:
        """The caller's second factors, passkeys of this site, and recovery codes left."""
        return _security(
            await service.security(
                tx, site=site_of(request), vault=edge_of(request).vault, obligation=obligation
            )
        )

    @routes.post("/totp", dependencies=[fresh], responses=refuses(FactorExists, StepUpRequired))
    async def begin_totp(request: HttpRequest, response: Response, tx: UnitOfWork) -> KeyAnswer:
        """Makes a key for an authenticator app; it counts once a code of it was sent to `confirm`."""
        response.headers["cache-control"] = "no-store"
        key = await service.begin_totp(tx, vault=edge_of(request).vault)
        return KeyAnswer(secret=key.secret, uri=key.uri, qr_svg=key.qr_svg)

    @routes.post(
        "/totp/confirm",
        dependencies=[fresh, Depends(count_try)],
        responses=refuses(FactorNotFound, InvalidCode, StepUpRequired, TooManyRequests),
    )
    async def confirm_totp(
        request: HttpRequest, response: Response, body: FactorCodeBody, tx: UnitOfWork
    ) -> AddedAnswer:
        """Sets the authenticator app up."""
        return _added(response, await service.confirm_totp(tx, body.code, vault=edge_of(request).vault))

    @routes.post(
        "/email", dependencies=[fresh], responses=refuses(FactorExists, MethodUnavailable, StepUpRequired)
    )
    async def add_email(request: HttpRequest, response: Response, tx: UnitOfWork) -> AddedAnswer:
        """Lets a code to the confirmed address be a second factor."""
        return _added(response, await service.add_email(tx, vault=edge_of(request).vault))

    @routes.delete(
        "/factors/{kind}",
        status_code=204,
        dependencies=[fresh],
        responses=refuses(FactorNotFound, LastFactor, StepUpRequired),
    )
    async def remove_factor(request: HttpRequest, kind: Kind, tx: UnitOfWork) -> None:
        """Takes a factor away; with the last one the recovery codes go too."""
        await service.remove_factor(tx, Method(kind), vault=edge_of(request).vault, obligation=obligation)

    @routes.post("/recovery-codes", dependencies=[fresh], responses=refuses(FactorNotFound, StepUpRequired))
    async def renew_recovery_codes(request: HttpRequest, response: Response, tx: UnitOfWork) -> CodesAnswer:
        """Makes ten new recovery codes; the earlier ones no longer count."""
        response.headers["cache-control"] = "no-store"
        codes = await service.renew_recovery_codes(tx, vault=edge_of(request).vault)
        return CodesAnswer(recovery_codes=codes)

    @routes.post("/end-other-sessions", dependencies=[signed_in()])
    async def end_other_sessions(tx: UnitOfWork) -> EndedAnswer:
        """Ends the caller's other sessions: worth doing after a change of the factors."""
        return EndedAnswer(sessions_ended=await live.end_other_sessions(tx, audience))

    _add_phone_routes(routes, audience)
    _add_passkey_routes(routes, audience, obligation)
    return routes


def _add_phone_routes(routes: APIRouter, audience: SessionAudience) -> None:
    fresh = SIGNED_IN[audience](step_up=StepUp.OR_FRESH_SIGN_IN)

    @routes.post(
        "/sms",
        dependencies=[fresh, Depends(count_code)],
        responses=refuses(FactorExists, InvalidPhone, MethodUnavailable, StepUpRequired, TooManyRequests),
    )
    async def begin_sms(request: HttpRequest, body: PhoneBody, tx: UnitOfWork) -> ChallengeAnswer:
        """Sends a code to a telephone; it is set up once the code was sent to `confirm`."""
        asked = await service.begin_sms(
            tx,
            body.phone,
            country=body.country,
            audience=audience,
            site=site_of(request),
            vault=edge_of(request).vault,
        )
        return ChallengeAnswer.model_validate(asked, from_attributes=True)

    @routes.post(
        "/sms/confirm",
        dependencies=[fresh, Depends(count_try)],
        responses=refuses(ChallengeOver, FactorNotFound, InvalidCode, StepUpRequired, TooManyRequests),
        response_model=AddedAnswer,
    )
    async def confirm_sms(
        request: HttpRequest, response: Response, body: PhoneCodeBody, tx: UnitOfWork
    ) -> AddedAnswer | Response:
        """Sets the telephone up."""
        added = await service.confirm_sms(
            tx, body.challenge, body.code, audience=audience, vault=edge_of(request).vault
        )
        if isinstance(added, Refusal):
            return refusal_response(request, added)
        return _added(response, added)


def _add_passkey_routes(routes: APIRouter, audience: SessionAudience, obligation: Obligation) -> None:
    signed_in = SIGNED_IN[audience]
    fresh = signed_in(step_up=StepUp.OR_FRESH_SIGN_IN)

    @routes.post(
        "/passkeys/options",
        dependencies=[fresh],
        responses=refuses(MethodUnavailable, StepUpRequired),
    )
    async def begin_passkey(request: HttpRequest, tx: UnitOfWork) -> ChallengeAnswer:
        """What the browser needs to make a passkey."""
        asked = await service.begin_passkey(tx, audience=audience, site=site_of(request))
        return ChallengeAnswer.model_validate(asked, from_attributes=True)

    @routes.post(
        "/passkeys",
        status_code=201,
        dependencies=[fresh],
        responses=refuses(ChallengeOver, InvalidCode, StepUpRequired),
        response_model=AddedAnswer,
    )
    async def add_passkey(
        request: HttpRequest, response: Response, body: NewPasskeyBody, tx: UnitOfWork
    ) -> AddedAnswer | Response:
        """Keeps the passkey that the browser made."""
        added = await service.add_passkey(
            tx,
            body.challenge,
            body.passkey,
            name=body.name,
            audience=audience,
            site=site_of(request),
            vault=edge_of(request).vault,
        )
        if isinstance(added, Refusal):
            return refusal_response(request, added)
        return _added(response, added)

    @routes.patch(
        "/passkeys/{passkey_id}",
        status_code=204,
        dependencies=[signed_in()],
        responses=refuses(FactorNotFound),
    )
    async def rename_passkey(passkey_id: UUID, body: RenameBody, tx: UnitOfWork) -> None:
        """Gives a passkey another name."""
        await service.rename_passkey(tx, passkey_id, body.name)

    @routes.delete(
        "/passkeys/{passkey_id}",
        status_code=204,
        dependencies=[fresh],
        responses=refuses(FactorNotFound, LastFactor, StepUpRequired),
    )
    async def remove_passkey(request: HttpRequest, passkey_id: UUID, tx: UnitOfWork) -> None:
        """Takes a passkey away."""
        await service.remove_passkey(tx, passkey_id, vault=edge_of(request).vault, obligation=obligation)


def _added(response: Response, added: Added) -> AddedAnswer:
    response.headers["cache-control"] = "no-store"
    return AddedAnswer(kind=added.kind.value, recovery_codes=list(added.recovery_codes))


def _security(found: Security) -> SecurityAnswer:
    hints = {Method.EMAIL: found.email, Method.SMS: found.phone}
    return SecurityAnswer(
        factors=[
            FactorAnswer(
                kind=factor.kind.value,
                hint=hints.get(factor.kind, ""),
                since=factor.confirmed_at or factor.created_at,
            )
            for factor in found.factors
        ],
        passkeys=[_passkey(passkey) for passkey in found.passkeys],
        recovery_codes_left=found.recovery_codes,
        is_mandatory=found.is_mandatory,
        takes_passkeys=found.takes_passkeys,
        sends_sms=found.sends_sms,
    )


def _passkey(passkey: Passkey) -> PasskeyAnswer:
    return PasskeyAnswer(
        id=passkey.id,
        name=passkey.name,
        is_synced=passkey.is_synced,
        is_trusted=passkey.distrusted_at is None,
        created_at=passkey.created_at,
        last_used_at=passkey.last_used_at,
    )
