"""The SQL of passkeys: of a person, each bound to the host name it was made at."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import passkeys
from stakehouse.domains.identity.types import Passkey
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId


async def add_passkey(tx: Tx, passkey: Passkey) -> bool:
    """Inserts a passkey; false if the credential is known already."""
    added = await tx.conn.execute(
        upsert(passkeys)
        .values(
            id=passkey.id,
            user_id=passkey.user_id,
            rp_id=passkey.rp_id,
            credential_id=passkey.credential_id,
            public_key=passkey.public_key,
            sign_count=passkey.sign_count,
            name=passkey.name,
            transports=list(passkey.transports),
            is_synced=passkey.is_synced,
            created_at=passkey.created_at,
        )
        .on_conflict_do_nothing(index_elements=["credential_id"])
        .returning(passkeys.c.id)
    )
    return added.one_or_none() is not None


async def passkeys_of(tx: Tx, user_id: UserId, rp_id: str) -> list[Passkey]:
    """A person's passkeys of a site, the oldest first."""
    rows = await tx.conn.execute(
        select(passkeys)
        .where(passkeys.c.user_id == user_id, passkeys.c.rp_id == rp_id)
        .order_by(passkeys.c.created_at, passkeys.c.id)
    )
    return [_passkey(row) for row in rows]


async def lock_credential(tx: Tx, credential_id: bytes) -> Passkey | None:
    """The passkey of a credential, locked until the transaction ends."""
    row = (
        await tx.conn.execute(
            select(passkeys).where(passkeys.c.credential_id == credential_id).with_for_update()
        )
    ).one_or_none()
    return None if row is None else _passkey(row)


async def note_use(tx: Tx, passkey_id: UUID, sign_count: int) -> None:
    """Notes that a passkey signed now, and its counter."""
    await tx.conn.execute(
        update(passkeys).where(passkeys.c.id == passkey_id).values(sign_count=sign_count, last_used_at=tx.now)
    )


async def distrust(tx: Tx, passkey_id: UUID) -> None:
    """Notes that a passkey may have been copied."""
    await tx.conn.execute(update(passkeys).where(passkeys.c.id == passkey_id).values(distrusted_at=tx.now))


async def rename(tx: Tx, user_id: UserId, passkey_id: UUID, name: str) -> bool:
    """Gives a passkey another name; false if the person has no such passkey."""
    renamed = await tx.conn.execute(
        update(passkeys)
        .where(passkeys.c.user_id == user_id, passkeys.c.id == passkey_id)
        .values(name=name)
        .returning(passkeys.c.id)
    )
    return renamed.one_or_none() is not None


async def remove(tx: Tx, user_id: UserId, passkey_id: UUID) -> str | None:
    """Deletes a passkey and answers its name; ``None`` if the person has no such passkey."""
    removed = await tx.conn.execute(
        delete(passkeys)
        .where(passkeys.c.user_id == user_id, passkeys.c.id == passkey_id)
        .returning(passkeys.c.name)
    )
    return removed.scalar_one_or_none()


async def remove_all(tx: Tx, user_id: UserId) -> int:
    """Deletes all passkeys of a person, of every site; answers how many there were."""
    removed = await tx.conn.execute(
        delete(passkeys).where(passkeys.c.user_id == user_id).returning(passkeys.c.id)
    )
    return len(removed.all())


def _passkey(row: Any) -> Passkey:  # noqa: ANN401 - a selected row
    return Passkey(
        id=row.id,
        user_id=UserId(row.user_id),
        rp_id=row.rp_id,
        credential_id=row.credential_id,
        public_key=row.public_key,
        sign_count=row.sign_count,
        name=row.name,
        transports=tuple(row.transports),
        is_synced=row.is_synced,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        distrusted_at=row.distrusted_at,
    )
