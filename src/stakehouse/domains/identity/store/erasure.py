"""The SQL of erasure."""

from datetime import date

from sqlalchemy import delete, insert, update

from stakehouse.domains.identity.tables import (
    mailed_codes,
    members,
    registrations,
    sessions,
    telegram_links,
    users,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, UserId


async def add_nobody(tx: Tx, user_id: UserId, email: str, locale: str) -> None:
    """Inserts the user that stands for nobody: without password, at an address that does not exist."""
    await tx.conn.execute(
        insert(users).values(
            id=user_id, email=email, name="", locale=locale, created_at=tx.now, updated_at=tx.now
        )
    )


async def detach_member(
    tx: Tx, member_id: MemberId, nobody: UserId, pseudonym: str, *, birth_year: int
) -> None:
    """Gives a member's row to nobody, under a pseudonym; of the birth date the year stays."""
    await tx.conn.execute(
        update(members)
        .where(members.c.tenant_id == tx.tenant_id, members.c.id == member_id)
        .values(
            user_id=nobody,
            username=pseudonym,
            first_name="",
            last_name="",
            phone=None,
            postcode=None,
            birth_date=date(birth_year, 1, 1),
            updated_at=tx.now,
        )
    )


async def forget_traces(tx: Tx, member_id: MemberId, user_id: UserId, email: str) -> None:
    """Deletes a person's sessions, links, codes and pending registrations in this tenant."""
    of_tenant = tx.tenant_id
    statements = (
        delete(sessions).where(sessions.c.tenant_id == of_tenant, sessions.c.member_id == member_id),
        delete(telegram_links).where(
            telegram_links.c.tenant_id == of_tenant, telegram_links.c.user_id == user_id
        ),
        delete(mailed_codes).where(mailed_codes.c.tenant_id == of_tenant, mailed_codes.c.user_id == user_id),
        delete(mailed_codes).where(mailed_codes.c.tenant_id == of_tenant, mailed_codes.c.email == email),
        delete(registrations).where(registrations.c.tenant_id == of_tenant, registrations.c.email == email),
    )
    for statement in statements:
        await tx.conn.execute(statement)


async def blank_user(tx: Tx, user_id: UserId, email: str) -> None:
    """Takes everything personal from a user whom no tenant knows any more."""
    await tx.conn.execute(
        update(users)
        .where(users.c.id == user_id)
        .values(
            email=email,
            email_confirmed_at=None,
            password_hash=None,
            telegram_id=None,
            name="",
            updated_at=tx.now,
        )
    )
