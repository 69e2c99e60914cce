"""The unit of work of a request: one transaction, committed before the answer is sent.

The dependency is function-scoped on purpose. With FastAPI's default scope the code behind
``yield`` runs after the answer left, so a failing COMMIT would still answer 201.
"""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web.context import actor_of, edge_of, request_id_of, tenant_of


async def open_tx(request: Request) -> AsyncIterator[Tx]:
    """Opens the transaction for the tenant and the actor of the request."""
    edge = edge_of(request)
    tenant = await tenant_of(request)
    async with begin(
        edge.database,
        tenant_id=tenant.id,
        actor=actor_of(request),
        now=edge.clock(),
        request_id=request_id_of(request),
    ) as tx:
        yield tx
    if tx.signalled:
        await edge.gate.heard(tx.signalled)


UnitOfWork = Annotated[Tx, Depends(open_tx, scope="function")]
"""The transaction of this request; routes hand it to one use case."""
