"""Sessions in which staff see the house as a member sees it; access decides who may open one."""

from datetime import datetime
from uuid import UUID

from stakehouse.domains.identity.service.sessions import CHANNEL
from stakehouse.domains.identity.store import sessions as store
from stakehouse.domains.identity.types import Device, Member
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import SessionId


async def open_acting_session(
    tx: Tx,
    person: Member,
    *,
    acting_id: UUID,
    acting_name: str,
    is_read_only: bool,
    until: datetime,
    device: Device,
) -> SessionId:
    """Opens a session as a member for somebody else; no refresh token continues it.

    Args:
        tx: the transaction.
        person: as whom.
        acting_id: who really acts.
        acting_name: that person's name, for the audit trail.
        is_read_only: whether they may look and nothing else.
        until: when it ends by itself.
        device: from which it is used.
    """
    return await store.add_acting_session(
        tx,
        person,
        acting_id=acting_id,
        acting_name=acting_name,
        is_read_only=is_read_only,
        until=until,
        device=device,
    )


async def end_acting_sessions(tx: Tx, acting_id: UUID, *, reason: str, only: UUID | None = None) -> int:
    """Ends the sessions in which somebody acts as members; answers how many."""
    ended = await store.end_acting_sessions(tx, acting_id, reason, only=only)
    if ended:
        tx.signal(CHANNEL)
    return ended
