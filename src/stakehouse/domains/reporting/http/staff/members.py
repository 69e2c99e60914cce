"""The list of members, and the page on which staff see everything about one of them."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from stakehouse.domains.compliance import Exclusion, ExclusionKind, LimitState
from stakehouse.domains.identity import MemberNotFound, Standing
from stakehouse.domains.reporting.service.members import member_file, member_rows
from stakehouse.domains.reporting.types import MemberFile, MemberRow, MemberTotals
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.money import format_units
from stakehouse.kernel.page import LIMIT_DEFAULT, LIMIT_MAX, InvalidCursor

router = APIRouter(prefix="/members")


class MemberRowOut(Answer):
    """A member in a list; ``balance`` is that of the main account in the member's currency."""

    id: UUID
    username: str
    email: str
    country: str
    currency: str
    standing: str
    kyc_status: str
    balance: str
    created_at: Moment
    last_sign_in_at: Moment | None


class MemberAccountOut(Answer):
    """An account of the member's wallet."""

    kind: str
    currency: str
    balance: str


class MemberLimitOut(Answer):
    """A limit: what holds, what of it is used, and what waits to be confirmed."""

    kind: str
    period: str
    currency: str | None
    value: str | None
    used: str
    pending_value: str | None
    pending_from: Moment | None
    pending_until: Moment | None
    is_of_house: bool


class MemberExclusionOut(Answer):
    """A time-out or self-exclusion in force; without an end it is for good.

    Of one that is `excluded`, asked for outside the house, nothing more is known here.
    """

    kind: str
    from_: Annotated[Moment, Field(serialization_alias="from")]
    until: Moment | None
    everywhere: bool
    returns_at: Moment | None


class MemberSessionOut(Answer):
    """A session that has not ended; ``sign-out`` ends them all."""

    id: UUID
    device: str
    address: str
    created_at: Moment
    last_seen_at: Moment


class MemberTotalsOut(Answer):
    """What went through a member's hands in one currency since joining."""

    currency: str
    deposited: str
    withdrawn: str
    wagered: str
    won: str


class MemberFileOut(MemberRowOut):
    """All that the house knows of a member.

    ``totals`` are those in the member's currency; ``other_totals`` those in the other currencies
    that were used.
    """

    user_id: UUID
    birth_date: date
    locale: str
    time_zone: str
    accounts: list[MemberAccountOut]
    limits: list[MemberLimitOut]
    exclusion: MemberExclusionOut | None
    sessions: list[MemberSessionOut]
    totals: MemberTotalsOut
    other_totals: list[MemberTotalsOut]


@router.get("", dependencies=[staff("members:view", anywhere=True)], responses=refuses(InvalidCursor))
async def list_members(
    tx: UnitOfWork,
    query: Annotated[str | None, Query(max_length=254)] = None,
    standing: Standing | None = None,
    country: Annotated[str | None, Query(pattern="^[A-Z]{2}$")] = None,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> ListAnswer[MemberRowOut]:
    """Members, the newest first; ``query`` is the beginning of a username or address, or an id."""
    page = await member_rows(tx, query=query, standing=standing, country=country, cursor=cursor, limit=limit)
    return ListAnswer(items=[MemberRowOut(**_row(found)) for found in page.items], next=page.next)


@router.get(
    "/{member_id}", dependencies=[staff("members:view", anywhere=True)], responses=refuses(MemberNotFound)
)
async def get_member(member_id: UUID, tx: UnitOfWork) -> MemberFileOut:
    """One member: who they are, what they have, what protects them, where they are signed in."""
    return _file(await member_file(tx, member_id))


def _row(found: MemberRow) -> dict[str, Any]:  # Any: the fields of a row, each of its own type
    member = found.member
    return {
        "id": member.member_id,
        "username": member.username,
        "email": member.email,
        "country": member.country,
        "currency": member.currency,
        "standing": member.standing.value,
        "kyc_status": member.kyc_status.value,
        "balance": format_units(found.balance, found.currency.scale),
        "created_at": member.created_at,
        "last_sign_in_at": member.last_sign_in_at,
    }


def _file(found: MemberFile) -> MemberFileOut:
    member = found.row.member
    in_own, *in_others = [_totals(each, found.scale(each.currency)) for each in found.totals]
    return MemberFileOut(
        **_row(found.row),
        user_id=member.user_id,
        birth_date=member.birth_date,
        locale=member.locale,
        time_zone=member.time_zone,
        accounts=[
            MemberAccountOut(
                kind=account.kind.value,
                currency=account.currency,
                balance=format_units(account.units, found.scale(account.currency)),
            )
            for account in found.accounts
        ],
        limits=[_limit(state) for state in found.limits],
        exclusion=None if found.exclusion is None else _exclusion(found.exclusion),
        sessions=[
            MemberSessionOut(
                id=session.session_id,
                device=session.device,
                address=session.address,
                created_at=session.created_at,
                last_seen_at=session.last_seen_at,
            )
            for session in found.sessions
        ],
        totals=in_own,
        other_totals=in_others,
    )


def _limit(state: LimitState) -> MemberLimitOut:
    limit, pending = state.limit, state.limit.pending
    return MemberLimitOut(
        kind=limit.kind.value,
        period=limit.period.value,
        currency=limit.currency or None,
        value=_amount(limit.units, limit.scale),
        used=format_units(state.used, limit.scale),
        pending_value=None if pending is None else _amount(pending.units, limit.scale),
        pending_from=None if pending is None else pending.effective_from,
        pending_until=None if pending is None else pending.lapses_at,
        is_of_house=limit.is_of_house,
    )


def _exclusion(found: Exclusion) -> MemberExclusionOut:
    is_hidden = found.kind is ExclusionKind.ELSEWHERE
    return MemberExclusionOut(
        kind=found.kind.value,
        from_=found.since,
        until=None if is_hidden else found.until,
        everywhere=not is_hidden and found.is_wide,
        returns_at=found.returns_at,
    )


def _totals(found: MemberTotals, scale: int) -> MemberTotalsOut:
    return MemberTotalsOut(
        currency=found.currency,
        deposited=format_units(found.deposited, scale),
        withdrawn=format_units(found.withdrawn, scale),
        wagered=format_units(found.wagered, scale),
        won=format_units(found.won, scale),
    )


def _amount(units: int | None, scale: int) -> str | None:
    return None if units is None else format_units(units, scale)
