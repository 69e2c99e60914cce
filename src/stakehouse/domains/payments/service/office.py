"""What payments need beyond a transaction: gateways, the vault, and transactions of their own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from stakehouse.domains.payments import store
from stakehouse.domains.payments.errors import ConnectionNotFound
from stakehouse.domains.payments.ports import Gateway, Gateways
from stakehouse.domains.payments.types import Connection, ConnectionId, Payment
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, system
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import TenantId

CREDENTIALS = "payments.credentials"
DESTINATION = "payments.destination"


@dataclass(frozen=True, slots=True)
class Office:
    """The parts that the wiring plugs in once a process.

    A use case that talks to a gateway takes two transactions with the call between them, so it
    opens them itself; it cannot be handed one.

    Attributes:
        database: where those transactions are opened.
        clock: the time of each.
        vault: opens credentials and destinations.
        gateways: the shelf of adapters.
        public_url: how gateways reach the house, without a slash at the end.
    """

    database: Database
    clock: Clock
    vault: Vault
    gateways: Gateways
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

    async def connection(self, tx: Tx, connection_id: ConnectionId) -> Connection:
        """A connection of the tenant.

        Raises:
            ConnectionNotFound: the tenant has none of this id.
        """
        found = await store.connection(tx, connection_id)
        if found is None:
            raise ConnectionNotFound("There is no such connection.")
        return found

    async def gateway_of(self, tenant_id: TenantId, payment: Payment) -> Gateway:
        """The gateway of a payment; its connection is read in a short transaction of its own."""
        async with self.transaction(tenant_id, system("payments")) as tx:
            connection = await self.connection(tx, payment.connection_id)
        return self.gateway(tenant_id, connection)

    def gateway(self, tenant_id: TenantId, connection: Connection) -> Gateway:
        """The gateway behind a connection."""
        credentials = self.vault.open(tenant_id, CREDENTIALS, connection.credentials)
        return self.gateways.connect(connection, credentials)

    def notify_url(self, payment: Payment) -> str:
        """Where the gateway of a payment sends its notices."""
        return f"{self.public_url}/webhooks/payments/{payment.method}/{payment.connection_id}"

    def destination(self, tenant_id: TenantId, payment: Payment) -> str:
        """Where a withdrawal goes, in full."""
        return self.vault.open(tenant_id, DESTINATION, payment.destination).decode()
