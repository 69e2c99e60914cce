"""The SQL of codes that were mailed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import mailed_codes
from stakehouse.domains.identity.types import CodePurpose, MailedCode
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId


async def replace_code(tx: Tx, code: MailedCode) -> None:
    """Stores a code in place of an earlier one for the same subject and purpose."""
    values = {
        "id": code.id,
        "user_id": code.user_id,
        "email": code.email,
        "code_digest": code.code_digest,
        "tries_left": code.tries_left,
        "expires_at": code.expires_at,
        "created_at": tx.now,
    }
    await tx.conn.execute(
        upsert(mailed_codes)
        .values(tenant_id=tx.tenant_id, purpose=code.purpose.value, subject=code.subject, **values)
        .on_conflict_do_update(index_elements=["tenant_id", "purpose", "subject"], set_=values)
    )


async def lock_code(tx: Tx, purpose: CodePurpose, subject: str) -> MailedCode | None:
    """The code of a subject, locked until the transaction ends."""
    table = mailed_codes.c
    row = (
        await tx.conn.execute(
            select(
                table.id,
                table.subject,
                table.user_id,
                table.email,
                table.code_digest,
                table.tries_left,
                table.expires_at,
            )
            .where(
                table.tenant_id == tx.tenant_id,
                table.purpose == purpose.value,
                table.subject == subject,
            )
            .with_for_update()
        )
    ).one_or_none()
    if row is None:
        return None
    return MailedCode(
        id=row.id,
        purpose=purpose,
        subject=row.subject,
        user_id=None if row.user_id is None else UserId(row.user_id),
        email=row.email,
        code_digest=row.code_digest,
        tries_left=row.tries_left,
        expires_at=row.expires_at,
    )


async def use_try(tx: Tx, code_id: UUID) -> None:
    """Counts a wrong code."""
    await tx.conn.execute(
        update(mailed_codes)
        .where(mailed_codes.c.tenant_id == tx.tenant_id, mailed_codes.c.id == code_id)
        .values(tries_left=mailed_codes.c.tries_left - 1)
    )


async def delete_code(tx: Tx, code_id: UUID) -> None:
    """Deletes a code that did its work."""
    await tx.conn.execute(
        delete(mailed_codes).where(mailed_codes.c.tenant_id == tx.tenant_id, mailed_codes.c.id == code_id)
    )


async def prune(tx: Tx, before: datetime) -> None:
    """Deletes codes that were over before a moment."""
    await tx.conn.execute(
        delete(mailed_codes).where(
            mailed_codes.c.tenant_id == tx.tenant_id, mailed_codes.c.expires_at < before
        )
    )
