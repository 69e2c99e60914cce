"""The bed of the tests that need the whole of payments."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from stakehouse.domains import tenancy
from stakehouse.domains.payments.adapters import Shelf
from stakehouse.domains.payments.service.office import Office
from stakehouse.infra.circuit import Circuits
from stakehouse.infra.crypto import MasterKey, Vault
from stakehouse.infra.database import Database
from stakehouse.infra.embedded.home import free_port
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.web.context import TenantRef
from stakehouse.kernel.ids import TenantId, UserId, new_id
from tests.databases import TestDatabase
from tests.domains.payments.bed import (
    Bed,
    MovableClock,
    Person,
    Simulator,
    TokenGate,
    face,
    open_house,
    served,
)
from tests.processes import plain_client


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    """Sandpay, one process for a module's tests."""
    with TemporaryDirectory(prefix="sandpay-") as folder:
        made = Simulator(free_port(), Path(folder))
        made.start()
        yield made
        made.stop()


@pytest.fixture
def patience_s() -> float:
    """How long the house waits for an answer of the gateway."""
    return 1.5


@pytest.fixture
async def bed(
    module_database: TestDatabase, module_pools: Database, simulator: Simulator, patience_s: float
) -> AsyncIterator[Bed]:
    """A tenant of its own that takes payments, reachable for the simulator."""
    tenancy.forget()
    await simulator.switch(payout_mode="auto", payout_delay_ms="50", late_ms="300")
    port = free_port()
    async with AsyncExitStack() as stack:
        # A circuit is open for ten true seconds, which a test that moves the clock does not wait.
        patient = Circuits(failures_max=1_000)
        http = HttpClient(inside=[simulator.address], total_limit_s=patience_s, circuits=patient)
        stack.push_async_callback(http.close)
        clock = MovableClock()
        tenant_id = TenantId(new_id())
        slug = f"t{tenant_id.hex[-12:]}"
        office = Office(
            database=module_pools,
            clock=clock,
            vault=Vault([MasterKey(1, b"m" * 32)]),
            gateways=Shelf(http),
            public_url=f"http://127.0.0.1:{port}",
        )
        made = Bed(
            database=module_pools,
            admin_url=module_database.admin_url,
            office=office,
            clock=clock,
            simulator=simulator,
            tenant_id=tenant_id,
            slug=slug,
            gate=TokenGate(TenantRef(tenant_id, slug)),
            member=Person(UserId(new_id())),
        )
        await open_house(made)
        app = face(made)
        await stack.enter_async_context(served(app, port))
        made.http = await stack.enter_async_context(plain_client(f"http://127.0.0.1:{port}", timeout_s=20))
        yield made
