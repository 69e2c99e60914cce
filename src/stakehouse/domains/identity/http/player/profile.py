"""The caller's profile."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import StringConstraints

from stakehouse.domains.identity.errors import DetailsVerified, MemberNotFound
from stakehouse.domains.identity.service.members import member, set_details, set_name, standing_history
from stakehouse.domains.identity.types import Details, Member
from stakehouse.domains.tenancy import profile
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import member as signed_in_member
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class MeAnswer(Answer):
    """The caller."""

    user_id: UUID
    member_id: UUID
    tenant: str
    username: str
    first_name: str
    last_name: str
    postcode: str
    phone: str
    email: str
    country: str
    birth_date: date
    currency: str
    locale: str
    time_zone: str
    kyc_status: str
    standing: str
    is_for_payout: bool
    created_at: Moment
    last_sign_in_at: Moment | None


Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\d<>{}\[\]@]+$")
]


Postcode = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=2, max_length=12, pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$"
    ),
]
Phone = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=5, max_length=30, pattern=r"^\+?[0-9 ()./-]+$")
]


def plain_phone(stated: str | None) -> str:
    """A telephone number without the signs that people read it by."""
    return "".join(sign for sign in stated or "" if sign in "+0123456789")


class DetailsBody(Request):
    """By what a national register knows the member."""

    first_name: Name
    last_name: Name
    postcode: Postcode
    phone: Phone | None = None


class NameBody(Request):
    """The name as it stands in the member's papers, in whatever script."""

    first_name: Name
    last_name: Name


router = APIRouter()


@router.get("/me", dependencies=[signed_in_member(takes_payout=True)], responses=refuses(MemberNotFound))
async def me(tx: UnitOfWork) -> MeAnswer:
    """The caller."""
    assert tx.actor.member_id is not None, "the guard let in a member"
    return await _me(tx, await member(tx, tx.actor.member_id))


@router.put("/me/name", dependencies=[signed_in_member()], responses=refuses(MemberNotFound, DetailsVerified))
async def set_my_name(body: NameBody, tx: UnitOfWork) -> MeAnswer:
    """States the caller's name; once it was verified, support changes it."""
    assert tx.actor.member_id is not None, "the guard let in a member"
    return await _me(tx, await set_name(tx, tx.actor.member_id, body.first_name, body.last_name))


@router.put(
    "/me/details",
    dependencies=[signed_in_member(takes_payout=True)],
    responses=refuses(MemberNotFound, DetailsVerified),
)
async def set_my_details(body: DetailsBody, tx: UnitOfWork) -> MeAnswer:
    """States the caller's name, postcode and telephone; also for whom a register could not be asked about."""
    assert tx.actor.member_id is not None, "the guard let in a member"
    details = Details(body.first_name, body.last_name, body.postcode, plain_phone(body.phone))
    return await _me(tx, await set_details(tx, tx.actor.member_id, details))


async def _me(tx: Tx, found: Member) -> MeAnswer:
    standing = found.standing.value
    if tx.actor.is_for_payout and (changes := await standing_history(tx, found.member_id)):
        # Whom a protection keeps out, or a register that is silent: then nothing has changed yet.
        standing = changes[0].after
    return MeAnswer(
        user_id=found.user_id,
        member_id=found.member_id,
        tenant=(await profile(tx)).slug,
        username=found.username,
        first_name=found.first_name,
        last_name=found.last_name,
        postcode=found.postcode,
        phone=found.phone,
        email=found.email,
        country=found.country,
        birth_date=found.birth_date,
        currency=found.currency,
        locale=found.locale,
        time_zone=found.time_zone,
        kyc_status=found.kyc_status.value,
        standing=standing,
        is_for_payout=tx.actor.is_for_payout,
        created_at=found.created_at,
        last_sign_in_at=found.last_sign_in_at,
    )
