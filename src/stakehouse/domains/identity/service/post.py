"""Mail that identity owes people: sealed, and sent by a job after the commit."""

from dataclasses import dataclass

import msgspec

from stakehouse.domains.identity.types import MailOrder
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId

JOB = "identity.send_mail"
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


def unseal(vault: Vault, tenant_id: TenantId, owed: SealedMail) -> MailOrder:
    """The mail that a job owes."""
    return _decode(vault.open(tenant_id, PURPOSE, owed.sealed))
