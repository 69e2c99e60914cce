"""The SQL of pending registrations."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import registrations
from stakehouse.domains.identity.types import Details, Pending, Purpose, TelegramIdentity
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId

_PENDING = (
    registrations.c.id,
    registrations.c.purpose,
    registrations.c.user_id,
    registrations.c.email,
    registrations.c.password_hash,
    registrations.c.username,
    registrations.c.birth_date,
    registrations.c.country,
    registrations.c.currency,
    registrations.c.locale,
    registrations.c.referral_code,
    registrations.c.telegram,
    registrations.c.first_name,
    registrations.c.last_name,
    registrations.c.postcode,
    registrations.c.phone,
    registrations.c.code_digest,
    registrations.c.tries_left,
    registrations.c.expires_at,
)


async def replace_registration(tx: Tx, pending: Pending) -> None:
    """Stores a pending registration in place of an earlier one of the same address."""
    values = {
        "id": pending.id,
        "purpose": pending.purpose.value,
        "user_id": pending.user_id,
        "password_hash": pending.password_hash,
        "username": pending.username,
        "birth_date": pending.birth_date,
        "country": pending.country,
        "currency": pending.currency,
        "locale": pending.locale,
        "referral_code": pending.referral_code,
        "telegram": None if pending.telegram is None else asdict(pending.telegram),
        **asdict(pending.details),
        "code_digest": pending.code_digest,
        "tries_left": pending.tries_left,
        "expires_at": pending.expires_at,
        "created_at": tx.now,
    }
    await tx.conn.execute(
        upsert(registrations)
        .values(tenant_id=tx.tenant_id, email=pending.email, **values)
        .on_conflict_do_update(index_elements=["tenant_id", "email"], set_=values)
    )


async def lock_registration(tx: Tx, email: str) -> Pending | None:
    """The pending registration of an address, locked until the transaction ends."""
    row = (
        await tx.conn.execute(
            select(*_PENDING)
            .where(registrations.c.tenant_id == tx.tenant_id, registrations.c.email == email)
            .with_for_update()
        )
    ).one_or_none()
    if row is None:
        return None
    return Pending(
        id=row.id,
        purpose=Purpose(row.purpose),
        user_id=None if row.user_id is None else UserId(row.user_id),
        email=row.email,
        password_hash=row.password_hash,
        username=row.username,
        birth_date=row.birth_date,
        country=row.country,
        currency=row.currency,
        locale=row.locale,
        referral_code=row.referral_code,
        telegram=None if row.telegram is None else TelegramIdentity(**row.telegram),
        code_digest=row.code_digest,
        tries_left=row.tries_left,
        expires_at=row.expires_at,
        details=Details(row.first_name, row.last_name, row.postcode, row.phone),
    )


async def use_try(tx: Tx, registration_id: UUID) -> None:
    """Counts a wrong code."""
    await tx.conn.execute(
        update(registrations)
        .where(registrations.c.tenant_id == tx.tenant_id, registrations.c.id == registration_id)
        .values(tries_left=registrations.c.tries_left - 1)
    )


async def delete_registration(tx: Tx, registration_id: UUID) -> None:
    """Deletes a pending registration."""
    await tx.conn.execute(
        delete(registrations).where(
            registrations.c.tenant_id == tx.tenant_id, registrations.c.id == registration_id
        )
    )


async def prune(tx: Tx, before: datetime) -> None:
    """Deletes registrations whose code was over before a moment."""
    await tx.conn.execute(
        delete(registrations).where(
            registrations.c.tenant_id == tx.tenant_id, registrations.c.expires_at < before
        )
    )


async def renew_code(
    tx: Tx, registration_id: UUID, *, digest: bytes, tries: int, expires_at: datetime
) -> None:
    """Replaces the code of a pending registration."""
    await tx.conn.execute(
        update(registrations)
        .where(registrations.c.tenant_id == tx.tenant_id, registrations.c.id == registration_id)
        .values(code_digest=digest, tries_left=tries, expires_at=expires_at)
    )
