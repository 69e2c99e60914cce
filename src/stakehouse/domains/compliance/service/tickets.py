"""Tickets to be paid out: what somebody who is kept out takes along from the door.

A ticket is given to a person who proved who they are, whatever the way they came. It opens one short
session that sees the wallet, withdraws, and asks to come back; no other route takes it.
"""

import hashlib
import secrets
from datetime import timedelta

from stakehouse.domains import identity
from stakehouse.domains.compliance.errors import InvalidTicket
from stakehouse.domains.compliance.store import exclusions as store
from stakehouse.domains.identity import Device, SignedIn
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

LIFETIME = timedelta(minutes=10)


def new_ticket() -> str:
    """A ticket that nobody guesses."""
    return secrets.token_urlsafe(32)


async def keep(tx: Tx, member_id: MemberId, ticket: str) -> None:
    """Makes a ticket count, once and for ten minutes."""
    await store.add_ticket(tx, member_id, _digest(ticket), tx.now + LIFETIME)


async def open_payout_session(tx: Tx, ticket: str, *, device: Device) -> SignedIn:
    """Opens the session of somebody who comes to be paid out.

    Raises:
        InvalidTicket: wrong, used or too old.
        MemberSuspended: the operator suspended the member meanwhile.
        AccountClosed: the account is closed.
    """
    member_id = await store.use_ticket(tx, _digest(ticket))
    if member_id is None:
        raise InvalidTicket("This ticket counts no more; sign in again for another one.")
    person = await identity.member(tx, member_id)
    identity.demand_admitted(person)

    opened = await identity.open_payout_session(tx, person.user_id, member_id, device=device)

    tx.record(AuditEntry("member.payout_session_opened", "member", member_id))
    return opened


def _digest(ticket: str) -> bytes:
    return hashlib.sha256(ticket.encode()).digest()
