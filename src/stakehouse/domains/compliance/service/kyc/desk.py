"""What identity checks need beyond a transaction: objects, a scanner, vendors, transactions of their own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from stakehouse.domains.compliance.ports import KycVendor, KycVendors, Scanner
from stakehouse.domains.compliance.types.kyc import Document, KycConnection
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.objects import Objects
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import TenantId

CREDENTIALS = "kyc.credentials"


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that the wiring plugs in once a process.

    A use case that reads an upload or talks to a vendor takes two transactions with that between
    them, so it opens them itself; it cannot be handed one.

    Attributes:
        database: where those transactions are opened.
        clock: the time of each.
        vault: opens what is sealed.
        objects: where documents lie.
        scanner: looks for known dangers.
        vendors: the shelf of adapters.
        public_url: how vendors reach the house, without a slash at the end.
    """

    database: Database
    clock: Clock
    vault: Vault
    objects: Objects
    scanner: Scanner
    vendors: KycVendors
    public_url: str

    @asynccontextmanager
    async def transaction(
        self, tenant_id: TenantId, actor: Actor, *, request_id: str = ""
    ) -> AsyncIterator[Tx]:
        """One transaction of a use case that takes several."""
        async with begin(
            self.database, tenant_id=tenant_id, actor=actor, now=self.clock(), request_id=request_id
        ) as tx:
            yield tx

    def vendor(self, tenant_id: TenantId, connection: KycConnection) -> KycVendor:
        """The vendor behind a connection."""
        credentials = self.vault.open(tenant_id, CREDENTIALS, connection.credentials)
        return self.vendors.connect(connection.vendor, credentials)

    def notify_url(self, connection: KycConnection) -> str:
        """Where a vendor sends its notices."""
        return f"{self.public_url}/webhooks/kyc/{connection.vendor}/{connection.id}"


def upload_key(document: Document) -> str:
    """Where an upload lands; what lies there was not looked at."""
    return f"kyc/incoming/{document.id}"


def kept_key(document: Document) -> str:
    """Where a document lies that was looked at."""
    return f"kyc/documents/{document.case_id}/{document.id}"
