"""What a member does for the own protection: limits, time-out, self-exclusion."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Query
from pydantic import AwareDatetime, BeforeValidator, Field

from stakehouse.domains.compliance.errors import AlreadyExcluded, CoolingOff, InvalidTimeOut, NoPendingChange
from stakehouse.domains.compliance.service import exclusions, limits
from stakehouse.domains.compliance.types import Exclusion, LimitKind, LimitState, Period, Term
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import member
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import InvalidAmount, format_units


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
    """The limit wished for; without an amount it asks for removal."""

    amount: Annotated[str | None, Field(max_length=40)]
    currency: Annotated[str | None, Field(min_length=3, max_length=8)] = None


class LimitOut(Answer):
    """A limit: what holds, what of it is used, and what waits to be confirmed."""

    kind: LimitKind
    period: Period
    currency: str
    value: str | None
    used: str
    pending_value: str | None
    pending_from: Moment | None


class TimeOutBody(Request):
    """A pause of 1 to 42 days."""

    kind: Literal["time_out"]
    until: TextMoment


class SelfExclusionBody(Request):
    """Keeping out for months, years, or for good."""

    kind: Literal["self_exclusion"]
    term: Term


class ActiveExclusion(Answer):
    """A protection in force; without an end it is for good."""

    kind: str
    from_: Annotated[Moment, Field(serialization_alias="from")]
    until: Moment | None


class ExclusionOut(Answer):
    """Whether a time-out or self-exclusion is in force."""

    active: ActiveExclusion | None


router = APIRouter(tags=["compliance"], dependencies=[member()])


@router.get("/limits")
async def list_limits(tx: UnitOfWork) -> ListAnswer[LimitOut]:
    """All limits one can have, set or not, with what the current period has used."""
    return ListAnswer(items=[limit_out(each) for each in await limits.limits_of(tx, member_of(tx))])


@router.put("/limits/{kind}/{period}", responses=refuses(InvalidAmount, UnknownCurrency))
async def set_limit(kind: LimitKind, period: Period, body: LimitBody, tx: UnitOfWork) -> LimitOut:
    """Sets a limit: at once if it is tighter; looser ones wait a day at least, then ask once more."""
    state = await limits.set_limit(
        tx, member_of(tx), kind, period, amount=body.amount, currency=body.currency
    )
    return limit_out(state)


@router.post(
    "/limits/{kind}/{period}/confirm", responses=refuses(CoolingOff, NoPendingChange, UnknownCurrency)
)
async def confirm_limit(
    kind: LimitKind, period: Period, tx: UnitOfWork, currency: CurrencyQuery = None
) -> LimitOut:
    """Says yes a second time to a raise or removal whose wait is over."""
    return limit_out(await limits.confirm_limit(tx, member_of(tx), kind, period, currency=currency))


@router.delete(
    "/limits/{kind}/{period}/pending", status_code=204, responses=refuses(NoPendingChange, UnknownCurrency)
)
async def call_off_limit(
    kind: LimitKind, period: Period, tx: UnitOfWork, currency: CurrencyQuery = None
) -> None:
    """Calls off a raise or removal that waits."""
    await limits.call_off_limit(tx, member_of(tx), kind, period, currency=currency)


@router.get("/exclusion")
async def get_exclusion(tx: UnitOfWork) -> ExclusionOut:
    """The time-out or self-exclusion in force, if one is."""
    return exclusion_out(await exclusions.exclusion_of(tx, member_of(tx)))


@router.post("/exclusion", responses=refuses(AlreadyExcluded, InvalidTimeOut))
async def exclude(
    body: Annotated[TimeOutBody | SelfExclusionBody, Body(discriminator="kind")], tx: UnitOfWork
) -> ExclusionOut:
    """Keeps oneself out: all sessions end at once, and nobody can lift it early."""
    if isinstance(body, TimeOutBody):
        return exclusion_out(await exclusions.take_time_out(tx, member_of(tx), body.until))
    return exclusion_out(await exclusions.exclude_self(tx, member_of(tx), body.term))


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
        currency=limit.currency,
        value=_amount(limit.units, limit.scale),
        used=format_units(state.used, limit.scale),
        pending_value=None if pending is None else _amount(pending.units, limit.scale),
        pending_from=None if pending is None else pending.effective_from,
    )


def exclusion_out(exclusion: Exclusion | None) -> ExclusionOut:
    """An exclusion on the wire; staff see the same."""
    if exclusion is None:
        return ExclusionOut(active=None)
    return ExclusionOut(
        active=ActiveExclusion(kind=exclusion.kind.value, from_=exclusion.since, until=exclusion.until)
    )


def _amount(units: int | None, scale: int) -> str | None:
    return None if units is None else format_units(units, scale)
