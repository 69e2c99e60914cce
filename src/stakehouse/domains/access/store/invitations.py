"""The SQL of invitations to the staff."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, insert, select, update

from stakehouse.domains.access.tables import staff_invitations
from stakehouse.domains.access.types import Invitation
from stakehouse.infra.tx import Tx
from stakehouse.kernel.reach import Scope, ScopeKind


async def add(tx: Tx, invitation: Invitation, code_digest: bytes) -> None:
    """Adds an invitation that waits."""
    await tx.conn.execute(
        insert(staff_invitations).values(
            tenant_id=tx.tenant_id,
            id=invitation.id,
            email=invitation.email,
            name=invitation.name,
            role=invitation.role,
            scope_kind=invitation.scope.kind.value,
            scope_id=invitation.scope.id,
            grant_expires_at=invitation.grant_expires_at,
            code_digest=code_digest,
            invited_by=invitation.inviter_id,
            inviter=invitation.inviter,
            created_at=invitation.created_at,
            expires_at=invitation.expires_at,
        )
    )


async def waiting(tx: Tx) -> list[Invitation]:
    """Invitations that can still be accepted, newest first."""
    query = select(staff_invitations).where(*_waits(tx)).order_by(staff_invitations.c.id.desc())
    return [_invitation(row) for row in await tx.conn.execute(query)]


async def accept(tx: Tx, code_digest: bytes) -> Invitation | None:
    """Takes the invitation of a code in one atomic statement, so that it is taken once."""
    row = await tx.conn.execute(
        update(staff_invitations)
        .where(*_waits(tx), staff_invitations.c.code_digest == code_digest)
        .values(accepted_at=tx.now)
        .returning(staff_invitations)
    )
    found = row.one_or_none()
    return None if found is None else _invitation(found)


async def withdraw(tx: Tx, invitation_id: UUID) -> Invitation | None:
    """Takes an invitation back."""
    row = await tx.conn.execute(
        update(staff_invitations)
        .where(*_waits(tx), staff_invitations.c.id == invitation_id)
        .values(withdrawn_at=tx.now)
        .returning(staff_invitations)
    )
    found = row.one_or_none()
    return None if found is None else _invitation(found)


def _waits(tx: Tx) -> list[ColumnElement[bool]]:
    table = staff_invitations.c
    return [
        table.tenant_id == tx.tenant_id,
        table.accepted_at.is_(None),
        table.withdrawn_at.is_(None),
        table.expires_at > tx.now,
    ]


def _invitation(row: Row[Any]) -> Invitation:  # Any: columns of several types
    return Invitation(
        id=row.id,
        email=row.email,
        name=row.name,
        role=row.role,
        scope=Scope(ScopeKind(row.scope_kind), row.scope_id),
        grant_expires_at=row.grant_expires_at,
        inviter_id=row.invited_by,
        inviter=row.inviter,
        created_at=row.created_at,
        expires_at=row.expires_at,
    )
