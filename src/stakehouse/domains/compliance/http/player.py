"""What a member does for the own protection: limits, time-out, self-exclusion."""

from datetime import timedelta
from typing import Annotated, Literal, Self

from fastapi import APIRouter, Body, Query, Response
from fastapi import Request as HttpRequest
from pydantic import AwareDatetime, BeforeValidator, Field, model_validator

from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    CoolingOff,
    ExclusionInForce,
    InvalidInterval,
    InvalidLimit,
    InvalidTicket,
    InvalidTimeOut,
    LimitOfHouse,
    NoPendingChange,
    NotExcluded,
)
from stakehouse.domains.compliance.rules.calendar import PERIODS
from stakehouse.domains.compliance.service import exclusions, limits, play_clock, tickets
from stakehouse.domains.compliance.types import (
    Exclusion,
    ExclusionKind,
    LimitKind,
    LimitState,
    Period,
    PlayClock,
    RealityAnswer,
    Term,
)
from stakehouse.domains.identity import AccountClosed, Device, MemberSuspended
from stakehouse.domains.tenancy import UnknownCurrency, profile
from stakehouse.infra.tokens import Claims
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import Audience, actor_of
from stakehouse.infra.web.guard import member, public
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.session_cookie import TokensAnswer, access_token
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import InvalidAmount, format_units

MINUTES_MAX = 31 * 24 * 60
MINUTE = timedelta(minutes=1)


def only_text(value: object) -> object:
    """Lets times written as text pass; a bare number is not a time here."""
    if isinstance(value, str) and "T" in value.upper():
        return value
    raise ValueError('give the time as text, such as "2026-11-20T12:00:00Z"')


TextMoment = Annotated[AwareDatetime, BeforeValidator(only_text)]
"""A time that came as RFC 3339 text with its offset."""

CurrencyQuery = Annotated[
    str | None,
    Query(min_length=3, max_length=8, description="Of the limit; by default that of the first wallet."),
]


class LimitBody(Request):
    """The limit wished for: an amount of money, or minutes of play; `null` asks for its removal."""

    amount: Annotated[str | None, Field(max_length=40)] = None
    minutes: Annotated[int | None, Field(ge=0, le=MINUTES_MAX)] = None
    currency: Annotated[str | None, Field(min_length=3, max_length=8)] = None

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not self.model_fields_set & {"amount", "minutes"}:
            raise ValueError("give an amount or minutes; null asks for removal")
        return self


class LimitOut(Answer):
    """A limit: what holds, what of it is used, and what waits to be confirmed.

    Values are amounts, or minutes where `kind` is `session_time` and `currency` is `null`. A looser value
    waits until `pending_from`, and is forgotten unless it is confirmed before `pending_until`. One that
    `is_of_house` was tightened by staff, and the member alone cannot loosen it.
    """

    kind: LimitKind
    period: Period
    currency: str | None
    value: str | None
    used: str
    pending_value: str | None
    pending_from: Moment | None
    pending_until: Moment | None
    is_of_house: bool


class TimeOutBody(Request):
    """A pause of 1 to 42 days."""

    kind: Literal["time_out"]
    until: TextMoment


class SelfExclusionBody(Request):
    """Keeping out for months, years, or for good."""

    kind: Literal["self_exclusion"]
    term: Term
    everywhere: Annotated[
        bool,
        Field(description="In every house of the platform; none of them learns more than that it holds."),
    ] = False


class ActiveExclusion(Answer):
    """A protection in force; without an end it is for good.

    A self-exclusion goes on after its term until its member asks to come back; `returns_at` is when
    they may then play again.
    """

    kind: Annotated[
        str,
        Field(description="`time_out`, `self_exclusion`, or `excluded` if it was asked for elsewhere"),
    ]
    from_: Annotated[Moment, Field(serialization_alias="from")]
    until: Moment | None
    everywhere: bool
    returns_at: Moment | None


class ExclusionOut(Answer):
    """Whether a time-out or self-exclusion is in force."""

    active: ActiveExclusion | None


class SessionResultOut(Answer):
    """What a session of play has taken and brought in one currency; `net` is the member's result."""

    currency: str
    wagered: str
    won: str
    net: str


class PlaySessionOut(Answer):
    """A session of play: it begins with a bet and is over when nothing was bet for a quarter of an hour."""

    since: Moment
    last_at: Moment
    seconds: int
    results: list[SessionResultOut]


class RealityCheckOut(Answer):
    """How often play stops to ask, what one may choose, and when the next question is due."""

    minutes: int
    min_minutes: int
    max_minutes: int
    due_at: Moment | None
    is_due: bool


class PlayClockOut(Answer):
    """The clock of play; `played_minutes` are those of the present day, week and month."""

    now: Moment
    session: PlaySessionOut | None
    played_minutes: dict[str, int]
    reality_check: RealityCheckOut


class RealityAnswerBody(Request):
    """Whether to go on."""

    answer: RealityAnswer


class IntervalBody(Request):
    """How often to be asked, in minutes of play."""

    minutes: Annotated[int, Field(ge=1, le=MINUTES_MAX)]


class TicketBody(Request):
    """What the refused sign-in handed out as `payout_ticket`."""

    ticket: Annotated[str, Field(min_length=20, max_length=100)]


router = APIRouter(tags=["compliance"])


@router.get("/limits", dependencies=[member(takes_payout=True)])
async def list_limits(tx: UnitOfWork) -> ListAnswer[LimitOut]:
    """All limits one can have, set or not, with what the current period has used."""
    return ListAnswer(items=[limit_out(each) for each in await limits.limits_of(tx, member_of(tx))])


@router.put(
    "/limits/{kind}/{period}",
    dependencies=[member()],
    responses=refuses(InvalidAmount, InvalidLimit, UnknownCurrency, LimitOfHouse),
)
async def set_limit(kind: LimitKind, period: Period, body: LimitBody, tx: UnitOfWork) -> LimitOut:
    """Sets a limit: at once if it is tighter; looser ones wait a day at least, then ask once more."""
    state = await limits.set_limit(
        tx, member_of(tx), kind, period, amount=body.amount, minutes=body.minutes, currency=body.currency
    )
    return limit_out(state)


@router.post(
    "/limits/{kind}/{period}/confirm",
    dependencies=[member()],
    responses=refuses(CoolingOff, InvalidLimit, NoPendingChange, UnknownCurrency),
)
async def confirm_limit(
    kind: LimitKind, period: Period, tx: UnitOfWork, currency: CurrencyQuery = None
) -> LimitOut:
    """Says yes a second time to a raise or removal whose wait is over."""
    return limit_out(await limits.confirm_limit(tx, member_of(tx), kind, period, currency=currency))


@router.delete(
    "/limits/{kind}/{period}/pending",
    status_code=204,
    dependencies=[member()],
    responses=refuses(InvalidLimit, NoPendingChange, UnknownCurrency),
)
async def call_off_limit(
    kind: LimitKind, period: Period, tx: UnitOfWork, currency: CurrencyQuery = None
) -> None:
    """Calls off a raise or removal that waits."""
    await limits.call_off_limit(tx, member_of(tx), kind, period, currency=currency)


@router.get("/exclusion", dependencies=[member(takes_payout=True)])
async def get_exclusion(tx: UnitOfWork) -> ExclusionOut:
    """The time-out or self-exclusion in force, if one is."""
    return exclusion_out(await exclusions.exclusion_of(tx, member_of(tx)))


@router.post(
    "/exclusion",
    dependencies=[member(takes_payout=True)],
    responses=refuses(AlreadyExcluded, InvalidTimeOut),
)
async def exclude(
    body: Annotated[TimeOutBody | SelfExclusionBody, Body(discriminator="kind")], tx: UnitOfWork
) -> ExclusionOut:
    """Keeps oneself out: all sessions end at once, and nobody can lift it early."""
    if isinstance(body, TimeOutBody):
        return exclusion_out(await exclusions.take_time_out(tx, member_of(tx), body.until))
    excluded = await exclusions.exclude_self(tx, member_of(tx), body.term, everywhere=body.everywhere)
    return exclusion_out(excluded)


@router.post(
    "/exclusion/return",
    dependencies=[member(takes_payout=True)],
    responses=refuses(ExclusionInForce, NotExcluded),
)
async def ask_return(tx: UnitOfWork) -> ExclusionOut:
    """Asks to come back after the term of a self-exclusion; it holds for another 24 hours.

    Before the term is over this is refused, and the try is recorded.
    """
    return exclusion_out(await exclusions.ask_return(tx, member_of(tx)))


@router.post(
    "/auth/payout-session",
    dependencies=[public("the ticket is the proof: a refused sign-in handed it out")],
    responses=refuses(InvalidTicket, MemberSuspended, AccountClosed),
)
async def open_payout_session(
    request: HttpRequest, response: Response, body: TicketBody, tx: UnitOfWork
) -> TokensAnswer:
    """Lets a member in who is kept out of play, to see the wallet and withdraw; nothing else.

    A sign-in that is refused as `excluded` (423) hands out a ticket, whichever way the person proved who
    they are. It counts once, for ten minutes. The session lasts a quarter of an hour and is not refreshed.
    """
    actor = actor_of(request)
    opened = await tickets.open_payout_session(
        tx, body.ticket, device=Device(actor.user_agent, actor.address)
    )
    claims = Claims(
        user_id=opened.user_id,
        tenant_id=tx.tenant_id,
        member_id=opened.member_id,
        session_id=opened.session_id,
        audience=Audience.PLAYER.value,
        methods=opened.methods,
        roles_version=0,
        expires_at=opened.refresh_until,
    )
    return access_token(request, response, claims)


@router.get("/play-clock", dependencies=[member()])
async def show_play_clock(tx: UnitOfWork) -> PlayClockOut:
    """How long and with what result one has been playing, and when the next reality check is due."""
    return await _clock_out(tx, await play_clock.play_clock(tx, member_of(tx)))


@router.post("/reality-check", dependencies=[member()])
async def answer_reality_check(body: RealityAnswerBody, tx: UnitOfWork) -> PlayClockOut:
    """Answers a reality check: `continue` lets bets through again, `stop` leaves play stopped."""
    return await _clock_out(tx, await play_clock.answer_reality_check(tx, member_of(tx), body.answer))


@router.put("/reality-check", dependencies=[member()], responses=refuses(InvalidInterval))
async def choose_interval(body: IntervalBody, tx: UnitOfWork) -> PlayClockOut:
    """Chooses how often to be asked, within the band of the house."""
    return await _clock_out(tx, await play_clock.choose_interval(tx, member_of(tx), body.minutes))


async def _clock_out(tx: Tx, clock: PlayClock) -> PlayClockOut:
    session = clock.session
    currencies = (await profile(tx)).currencies
    due_at = clock.due_at
    return PlayClockOut(
        now=tx.now,
        session=None
        if session is None
        else PlaySessionOut(
            since=session.since,
            last_at=session.last_at,
            seconds=int((tx.now - session.since).total_seconds()),
            results=[
                SessionResultOut(
                    currency=code,
                    wagered=format_units(wagered, currencies[code].scale),
                    won=format_units(won, currencies[code].scale),
                    net=format_units(won - wagered, currencies[code].scale),
                )
                for code, (wagered, won) in sorted(session.results.items())
            ],
        ),
        played_minutes={
            period.value: played // MINUTE for period, played in zip(PERIODS, clock.played, strict=True)
        },
        reality_check=RealityCheckOut(
            minutes=clock.minutes,
            min_minutes=clock.band.least,
            max_minutes=clock.band.most,
            due_at=due_at,
            is_due=due_at is not None and tx.now >= due_at,
        ),
    )


def member_of(tx: Tx) -> MemberId:
    """The member who asks."""
    assert tx.actor.member_id is not None, "the guard lets members only in"
    return MemberId(tx.actor.member_id)


def limit_out(state: LimitState) -> LimitOut:
    """A limit on the wire; staff see the same."""
    limit, pending = state.limit, state.limit.pending
    return LimitOut(
        kind=limit.kind,
        period=limit.period,
        currency=limit.currency or None,
        value=_amount(limit.units, limit.scale),
        used=format_units(state.used, limit.scale),
        pending_value=None if pending is None else _amount(pending.units, limit.scale),
        pending_from=None if pending is None else pending.effective_from,
        pending_until=None if pending is None else pending.lapses_at,
        is_of_house=limit.is_of_house,
    )


def exclusion_out(exclusion: Exclusion | None, *, for_staff: bool = False) -> ExclusionOut:
    """An exclusion on the wire; of one from elsewhere staff learn that it holds, and no more."""
    if exclusion is None:
        return ExclusionOut(active=None)
    is_hidden = for_staff and exclusion.kind is ExclusionKind.ELSEWHERE
    return ExclusionOut(
        active=ActiveExclusion(
            kind=exclusion.kind.value,
            from_=exclusion.since,
            until=None if is_hidden else exclusion.until,
            everywhere=not is_hidden and exclusion.is_wide,
            returns_at=exclusion.returns_at,
        )
    )


def _amount(units: int | None, scale: int) -> str | None:
    return None if units is None else format_units(units, scale)
