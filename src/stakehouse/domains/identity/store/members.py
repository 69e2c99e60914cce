"""The SQL of members."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import members, standing_changes, users
from stakehouse.domains.identity.types import KycStatus, Member, NewMember, Standing, StandingChange
from stakehouse.infra.scopes import within
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, UserId, new_id
from stakehouse.kernel.reach import EVERYWHERE, Reach

_MEMBER = (
    members.c.id,
    members.c.user_id,
    members.c.username,
    users.c.email,
    members.c.country,
    members.c.birth_date,
    members.c.currency,
    members.c.locale,
    members.c.time_zone,
    members.c.kyc_status,
    members.c.standing,
    members.c.created_at,
    members.c.last_sign_in_at,
    members.c.first_name,
    members.c.last_name,
    members.c.postcode,
    members.c.phone,
)


# Any: SQLAlchemy types a selected row by its columns, which differ from statement to statement.
def _members(tx: Tx) -> Select[*tuple[Any, ...]]:
    return (
        select(*_MEMBER)
        .join(users, users.c.id == members.c.user_id)
        .where(members.c.tenant_id == tx.tenant_id)
    )


async def member(tx: Tx, member_id: UUID) -> Member | None:
    """A member by id."""
    row = (await tx.conn.execute(_members(tx).where(members.c.id == member_id))).one_or_none()
    return None if row is None else _member(row)


async def members_by_id(tx: Tx, ids: Collection[UUID]) -> list[Member]:
    """The members of some ids, in no order."""
    return [_member(row) for row in await tx.conn.execute(_members(tx).where(members.c.id.in_(ids)))]


async def members_after(tx: Tx, after: UUID | None, limit: int) -> list[Member]:
    """Members in the order in which they joined, behind one of them."""
    query = _members(tx).order_by(members.c.id).limit(limit)
    if after is not None:
        query = query.where(members.c.id > after)
    return [_member(row) for row in await tx.conn.execute(query)]


async def count_all(tx: Tx) -> int:
    """How many members the tenant has."""
    query = select(func.count()).where(members.c.tenant_id == tx.tenant_id)
    return int((await tx.conn.execute(query)).scalar_one())


async def count_between(tx: Tx, first: UUID, last: UUID) -> int:
    """How many members have ids from one to before another; the order of ids is time."""
    query = select(func.count()).where(
        members.c.tenant_id == tx.tenant_id, members.c.id >= first, members.c.id < last
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def lock_member(tx: Tx, member_id: UUID) -> Member | None:
    """A member by id, locked until the transaction ends."""
    statement = _members(tx).where(members.c.id == member_id).with_for_update(of=members)
    row = (await tx.conn.execute(statement)).one_or_none()
    return None if row is None else _member(row)


async def member_of_user(tx: Tx, user_id: UserId) -> Member | None:
    """The member that a user is in this tenant."""
    row = (await tx.conn.execute(_members(tx).where(members.c.user_id == user_id))).one_or_none()
    return None if row is None else _member(row)


async def username_exists(tx: Tx, username: str) -> bool:
    """Whether a member of the tenant bears the name, whatever the case."""
    found = exists().where(
        members.c.tenant_id == tx.tenant_id, func.lower(members.c.username) == username.lower()
    )
    return bool((await tx.conn.execute(select(found))).scalar_one())


async def add_member(tx: Tx, new: NewMember, time_zone: str) -> MemberId | None:
    """Inserts a member; ``None`` if the name is taken or the user is a member already."""
    row = await tx.conn.execute(
        upsert(members)
        .values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            user_id=new.user_id,
            username=new.username,
            birth_date=new.birth_date,
            country=new.country,
            currency=new.currency,
            locale=new.locale,
            time_zone=time_zone,
            kyc_status=new.kyc_status.value,
            standing=Standing.ACTIVE.value,
            referred_with=new.referral_code,
            first_name=new.details.first_name,
            last_name=new.details.last_name,
            postcode=new.details.postcode or None,
            phone=new.details.phone or None,
            terms_accepted_at=tx.now,
            created_at=tx.now,
            updated_at=tx.now,
        )
        .on_conflict_do_nothing()
        .returning(members.c.id)
    )
    member_id = row.scalar_one_or_none()
    return None if member_id is None else MemberId(member_id)


async def find_members(
    tx: Tx,
    *,
    query: str | None,
    standing: Standing | None,
    country: str | None,
    before: UUID | None,
    limit: int,
    reach: Reach,
) -> list[Member]:
    """Members within a reach, the newest first, whose name or address begins with a text."""
    statement = _members(tx).order_by(members.c.id.desc()).limit(limit)
    if reach != EVERYWHERE:
        statement = statement.where(within(reach, upline=_upline()))
    if query:
        statement = statement.where(_begins_with(tx, query))
    if standing is not None:
        statement = statement.where(members.c.standing == standing.value)
    if country is not None:
        statement = statement.where(members.c.country == country)
    if before is not None:
        statement = statement.where(members.c.id < before)
    return [_member(row) for row in await tx.conn.execute(statement)]


async def upline_of(tx: Tx, member_id: MemberId) -> MemberId | None:
    """Who brought a member: the one whose username was the code they registered with."""
    query = select(_upline()).where(members.c.tenant_id == tx.tenant_id, members.c.id == member_id)
    found = (await tx.conn.execute(query)).scalar_one_or_none()
    return None if found is None else MemberId(found)


def _upline() -> ScalarSelect[UUID]:
    brought_by = members.alias("brought_by")
    return (
        select(brought_by.c.id)
        .where(
            brought_by.c.tenant_id == members.c.tenant_id,
            func.lower(brought_by.c.username) == func.lower(members.c.referred_with),
        )
        .correlate(members)
        .scalar_subquery()
    )


def _begins_with(tx: Tx, query: str) -> ColumnElement[bool]:
    # Two indexed searches instead of one OR over two tables, which no index could serve.
    start = query.lower()
    by_name = select(members.c.id).where(
        members.c.tenant_id == tx.tenant_id,
        func.lower(members.c.username).startswith(start, autoescape=True),
    )
    by_email = (
        select(members.c.id)
        .join(users, users.c.id == members.c.user_id)
        .where(members.c.tenant_id == tx.tenant_id, users.c.email.startswith(start, autoescape=True))
    )
    return members.c.id.in_(by_name.union(by_email))


async def set_standing(tx: Tx, member_id: MemberId, standing: Standing) -> None:
    """Changes a member's standing."""
    await _update_member(tx, member_id, standing=standing.value, updated_at=tx.now)


async def add_standing_change(
    tx: Tx, member_id: MemberId, *, before: str, after: str, until: datetime | None, reason: str
) -> None:
    """Adds a line to a member's history."""
    await tx.conn.execute(
        insert(standing_changes).values(
            tenant_id=tx.tenant_id,
            id=new_id(),
            member_id=member_id,
            at=tx.now,
            before=before,
            after=after,
            until=until,
            reason=reason,
            actor_kind=tx.actor.kind.value,
            actor_name=tx.actor.name,
        )
    )


async def standing_changes_of(tx: Tx, member_id: UUID, limit: int) -> list[StandingChange]:
    """A member's history, the newest first."""
    table = standing_changes.c
    query = (
        select(
            table.id,
            table.at,
            table.before,
            table.after,
            table.until,
            table.reason,
            table.actor_kind,
            table.actor_name,
        )
        .where(table.tenant_id == tx.tenant_id, table.member_id == member_id)
        .order_by(table.id.desc())
        .limit(limit)
    )
    return [StandingChange(*row) for row in await tx.conn.execute(query)]


async def set_name(tx: Tx, member_id: MemberId, first_name: str, last_name: str) -> None:
    """Changes a member's name."""
    await _update_member(tx, member_id, first_name=first_name, last_name=last_name, updated_at=tx.now)


async def set_contact(tx: Tx, member_id: MemberId, postcode: str, phone: str) -> None:
    """Changes where a member lives and by which number they are reached."""
    await _update_member(tx, member_id, postcode=postcode or None, phone=phone or None, updated_at=tx.now)


async def set_kyc_status(tx: Tx, member_id: MemberId, status: KycStatus) -> None:
    """Changes a member's KYC state."""
    await _update_member(tx, member_id, kyc_status=status.value, updated_at=tx.now)


async def note_sign_in(tx: Tx, member_id: MemberId) -> None:
    """Notes that a member signed in now."""
    await _update_member(tx, member_id, last_sign_in_at=tx.now)


async def _update_member(tx: Tx, member_id: MemberId, **values: object) -> None:
    await tx.conn.execute(
        update(members).where(members.c.tenant_id == tx.tenant_id, members.c.id == member_id).values(**values)
    )


def _member(row: Any) -> Member:  # noqa: ANN401 - a selected row, see above
    return Member(
        member_id=MemberId(row.id),
        user_id=UserId(row.user_id),
        username=row.username,
        email=row.email or "",
        country=row.country,
        birth_date=row.birth_date,
        currency=row.currency,
        locale=row.locale,
        time_zone=row.time_zone,
        kyc_status=KycStatus(row.kyc_status),
        standing=Standing(row.standing),
        created_at=row.created_at,
        last_sign_in_at=row.last_sign_in_at,
        first_name=row.first_name,
        last_name=row.last_name,
        postcode=row.postcode or "",
        phone=row.phone or "",
    )
