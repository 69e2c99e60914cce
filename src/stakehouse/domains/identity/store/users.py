"""The SQL of users: one row a person on the whole platform."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import users
from stakehouse.domains.identity.types import Credentials
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id


async def credentials(tx: Tx, email: str) -> Credentials:
    """What is stored of an address."""
    row = (
        await tx.conn.execute(select(users.c.id, users.c.password_hash).where(users.c.email == email))
    ).one_or_none()
    return Credentials(None, None) if row is None else Credentials(UserId(row.id), row.password_hash)


async def add_user(
    tx: Tx, *, email: str, password_hash: str | None, name: str, locale: str
) -> tuple[UserId, bool]:
    """The user of an address, made now if nobody has it: the id, and whether it was made.

    The password of a user who is known already stays as it is.
    """
    made = await tx.conn.execute(
        upsert(users)
        .values(
            id=new_id(),
            email=email,
            email_confirmed_at=tx.now,
            password_hash=password_hash,
            password_changed_at=tx.now,
            name=name,
            locale=locale,
            created_at=tx.now,
            updated_at=tx.now,
        )
        .on_conflict_do_nothing(index_elements=[users.c.email])
        .returning(users.c.id)
    )
    row = made.one_or_none()
    if row is not None:
        return UserId(row.id), True
    known = await tx.conn.execute(select(users.c.id).where(users.c.email == email))
    return UserId(known.scalar_one()), False


async def set_password_hash(tx: Tx, user_id: UserId, password_hash: str) -> None:
    """Replaces the stored hash of a user's password."""
    await tx.conn.execute(
        update(users).where(users.c.id == user_id).values(password_hash=password_hash, updated_at=tx.now)
    )


async def mark_demo(tx: Tx, user_id: UserId) -> None:
    """Marks a user as a demo sign-in."""
    await tx.conn.execute(update(users).where(users.c.id == user_id).values(is_demo=True))


async def credentials_of(tx: Tx, user_id: UserId) -> Credentials:
    """What is stored of a user."""
    row = (
        await tx.conn.execute(select(users.c.id, users.c.password_hash).where(users.c.id == user_id))
    ).one()
    return Credentials(UserId(row.id), row.password_hash)


async def email_of(tx: Tx, user_id: UserId) -> tuple[str, str] | None:
    """Address and language of a user; ``None`` if there is no address."""
    row = (
        await tx.conn.execute(select(users.c.email, users.c.locale).where(users.c.id == user_id))
    ).one_or_none()
    return None if row is None or row.email is None else (row.email, row.locale)


async def password_of(tx: Tx, user_id: UserId) -> tuple[str, str | None]:
    """Address and stored hash of a user."""
    row = (
        await tx.conn.execute(select(users.c.email, users.c.password_hash).where(users.c.id == user_id))
    ).one()
    return row.email or "", row.password_hash


async def change_password(tx: Tx, user_id: UserId, password_hash: str) -> None:
    """Stores the password that a user chose, and when."""
    await tx.conn.execute(
        update(users)
        .where(users.c.id == user_id)
        .values(password_hash=password_hash, password_changed_at=tx.now, updated_at=tx.now)
    )


async def change_email(tx: Tx, user_id: UserId, email: str) -> bool:
    """Gives a user another confirmed address; false if somebody has it."""
    taken = select(users.c.id).where(users.c.email == email).exists()
    changed = await tx.conn.execute(
        update(users)
        .where(users.c.id == user_id, ~taken)
        .values(email=email, email_confirmed_at=tx.now, updated_at=tx.now)
    )
    return changed.rowcount == 1


async def emails_of(tx: Tx, ids: Collection[UserId]) -> dict[UserId, str]:
    """The addresses of people, by their ids."""
    rows = await tx.conn.execute(select(users.c.id, users.c.email).where(users.c.id.in_(ids)))
    return {UserId(row.id): row.email or "" for row in rows}


async def name_of(tx: Tx, user_id: UserId) -> str:
    """What a user is called: the name, or the address where there is none."""
    row = (await tx.conn.execute(select(users.c.name, users.c.email).where(users.c.id == user_id))).one()
    return row.name or row.email or ""
