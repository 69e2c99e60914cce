"""The SQL of the console."""

from datetime import datetime

from sqlalchemy import insert, update

from stakehouse.domains.console.tables import owner_invitations
from stakehouse.domains.console.types import Invitation
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId


async def add_invitation(
    tx: Tx, token_hash: bytes, user_id: UserId, email: str, *, is_new: bool, expires_at: datetime
) -> None:
    """Keeps an invitation; of its token only the hash."""
    await tx.conn.execute(
        insert(owner_invitations).values(
            tenant_id=tx.tenant_id,
            token_hash=token_hash,
            user_id=user_id,
            email=email,
            is_new=is_new,
            created_at=tx.now,
            expires_at=expires_at,
        )
    )


async def use_invitation(tx: Tx, token_hash: bytes) -> Invitation | None:
    """Uses an invitation up, in one statement; nothing if it was used, has run out, or never was."""
    row = (
        await tx.conn.execute(
            update(owner_invitations)
            .where(
                owner_invitations.c.tenant_id == tx.tenant_id,
                owner_invitations.c.token_hash == token_hash,
                owner_invitations.c.used_at.is_(None),
                owner_invitations.c.expires_at > tx.now,
            )
            .values(used_at=tx.now)
            .returning(owner_invitations)
        )
    ).one_or_none()
    if row is None:
        return None
    return Invitation(UserId(row.user_id), row.email, row.is_new, row.expires_at, row.used_at)
