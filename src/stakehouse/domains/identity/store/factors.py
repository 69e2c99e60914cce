"""The SQL of second factors and recovery codes: of a person, the same in each tenant."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import passkeys, recovery_codes, second_factors, users
from stakehouse.domains.identity.types import Factor, Holdings, Method
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId


async def holdings(tx: Tx, user_id: UserId, rp_id: str) -> Holdings:
    """What a person holds to prove themselves, at the site of this host name."""
    kinds = func.array(
        select(second_factors.c.kind)
        .where(second_factors.c.user_id == user_id, second_factors.c.confirmed_at.is_not(None))
        .scalar_subquery()
    )
    trusted = and_(passkeys.c.user_id == user_id, passkeys.c.distrusted_at.is_(None))
    row = (
        await tx.conn.execute(
            select(
                users.c.email,
                users.c.locale,
                users.c.is_demo,
                kinds.label("kinds"),
                _count(trusted, passkeys.c.rp_id == rp_id).label("passkeys_here"),
                _count(trusted).label("passkeys"),
                _count(recovery_codes.c.user_id == user_id, recovery_codes.c.used_at.is_(None)).label(
                    "codes"
                ),
            ).where(users.c.id == user_id)
        )
    ).one()
    return Holdings(
        email=row.email or "",
        locale=row.locale,
        is_demo=row.is_demo,
        kinds=frozenset(Method(kind) for kind in row.kinds),
        passkeys_here=row.passkeys_here,
        passkeys=row.passkeys,
        recovery_codes=row.codes,
    )


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).where(*conditions).scalar_subquery()


async def factors_of(tx: Tx, user_id: UserId) -> list[Factor]:
    """The factors that a person has set up, with those not confirmed yet."""
    rows = await tx.conn.execute(
        select(
            second_factors.c.kind,
            second_factors.c.secret,
            second_factors.c.created_at,
            second_factors.c.confirmed_at,
        )
        .where(second_factors.c.user_id == user_id)
        .order_by(second_factors.c.kind)
    )
    return [Factor(Method(row.kind), row.secret, row.created_at, row.confirmed_at) for row in rows]


async def factor(tx: Tx, user_id: UserId, kind: Method) -> Factor | None:
    """One factor of a person, confirmed or not."""
    return next((found for found in await factors_of(tx, user_id) if found.kind is kind), None)


async def put_unconfirmed(tx: Tx, user_id: UserId, kind: Method, secret: bytes) -> bool:
    """Begins a factor, in place of one that was begun earlier; false if one is confirmed already."""
    values = {"secret": secret, "last_step": 0, "created_at": tx.now}
    put = await tx.conn.execute(
        upsert(second_factors)
        .values(user_id=user_id, kind=kind.value, **values)
        .on_conflict_do_update(
            index_elements=["user_id", "kind"],
            set_=values,
            where=second_factors.c.confirmed_at.is_(None),
        )
        .returning(second_factors.c.kind)
    )
    return put.one_or_none() is not None


async def add_confirmed(tx: Tx, user_id: UserId, kind: Method) -> bool:
    """Adds a factor that needs no secret; false if it was there."""
    added = await tx.conn.execute(
        upsert(second_factors)
        .values(user_id=user_id, kind=kind.value, created_at=tx.now, confirmed_at=tx.now)
        .on_conflict_do_nothing(index_elements=["user_id", "kind"])
        .returning(second_factors.c.kind)
    )
    return added.one_or_none() is not None


async def confirm(tx: Tx, user_id: UserId, kind: Method, *, secret: bytes, step: int = 0) -> bool:
    """Confirms a factor that still has this secret; false if it changed or was confirmed meanwhile."""
    confirmed = await tx.conn.execute(
        update(second_factors)
        .where(
            second_factors.c.user_id == user_id,
            second_factors.c.kind == kind.value,
            second_factors.c.secret == secret,
            second_factors.c.confirmed_at.is_(None),
        )
        .values(confirmed_at=tx.now, last_step=step)
        .returning(second_factors.c.kind)
    )
    return confirmed.one_or_none() is not None


async def claim_step(tx: Tx, user_id: UserId, step: int) -> bool:
    """Spends a time step of the authenticator app and all before it; false if it was spent."""
    claimed = await tx.conn.execute(
        update(second_factors)
        .where(
            second_factors.c.user_id == user_id,
            second_factors.c.kind == Method.TOTP.value,
            second_factors.c.confirmed_at.is_not(None),
            second_factors.c.last_step < step,
        )
        .values(last_step=step)
        .returning(second_factors.c.kind)
    )
    return claimed.one_or_none() is not None


async def remove(tx: Tx, user_id: UserId, kind: Method) -> bool:
    """Takes a factor away; answers whether a confirmed one was there."""
    removed = await tx.conn.execute(
        delete(second_factors)
        .where(second_factors.c.user_id == user_id, second_factors.c.kind == kind.value)
        .returning(second_factors.c.confirmed_at)
    )
    row = removed.one_or_none()
    return row is not None and row.confirmed_at is not None


async def remove_all(tx: Tx, user_id: UserId) -> list[Method]:
    """Takes all factors away; answers which were confirmed."""
    removed = await tx.conn.execute(
        delete(second_factors)
        .where(second_factors.c.user_id == user_id)
        .returning(second_factors.c.kind, second_factors.c.confirmed_at)
    )
    return [Method(row.kind) for row in removed if row.confirmed_at is not None]


async def replace_recovery_codes(tx: Tx, user_id: UserId, digests: Sequence[bytes]) -> None:
    """Replaces all recovery codes of a person."""
    await tx.conn.execute(delete(recovery_codes).where(recovery_codes.c.user_id == user_id))
    if digests:
        await tx.conn.execute(
            insert(recovery_codes),
            [{"user_id": user_id, "digest": digest, "created_at": tx.now} for digest in digests],
        )


async def claim_recovery_code(tx: Tx, user_id: UserId, digests: Sequence[bytes]) -> bool:
    """Uses up a recovery code in one statement; false if there is none of these digests to use."""
    claimed = await tx.conn.execute(
        update(recovery_codes)
        .where(
            recovery_codes.c.user_id == user_id,
            recovery_codes.c.digest.in_(digests),
            recovery_codes.c.used_at.is_(None),
        )
        .values(used_at=tx.now)
        .returning(recovery_codes.c.digest)
    )
    return claimed.one_or_none() is not None
