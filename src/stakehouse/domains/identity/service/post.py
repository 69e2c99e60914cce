"""Mail that identity owes people: sealed, and sent by a job after the commit."""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from stakehouse.domains.identity.types import MailOrder, Template
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId, UserId

JOB = "identity.send_mail"
PLAIN_JOB = "identity.send_plain_mail"
SMS_JOB = "identity.send_sms"
PURPOSE = "identity.mail"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(MailOrder).decode


@dataclass(frozen=True, slots=True)
class SealedMail:
    """The job's arguments: an order that only the vault opens."""

    sealed: bytes


def owe(tx: Tx, vault: Vault, order: MailOrder) -> None:
    """Owes a mail: the job that sends it is enqueued by this commit."""
    tx.defer(deferred(JOB, SealedMail(vault.seal(tx.tenant_id, PURPOSE, _encode(order)))))


def owe_sms(tx: Tx, vault: Vault, order: MailOrder) -> None:
    """Owes a text message; ``to`` is a telephone number."""
    tx.defer(deferred(SMS_JOB, SealedMail(vault.seal(tx.tenant_id, PURPOSE, _encode(order)))))


@dataclass(frozen=True, slots=True)
class PlainMail:
    """The arguments of a mail that holds no secret: to whom, and which."""

    user_id: UUID
    template: Template


def owe_plain(tx: Tx, user_id: UserId, template: Template) -> None:
    """Owes a mail that needs no more than the person's address, for use cases that hold no vault."""
    tx.defer(deferred(PLAIN_JOB, PlainMail(user_id, template)))


def unseal(vault: Vault, tenant_id: TenantId, owed: SealedMail) -> MailOrder:
    """The mail that a job owes."""
    return _decode(vault.open(tenant_id, PURPOSE, owed.sealed))
