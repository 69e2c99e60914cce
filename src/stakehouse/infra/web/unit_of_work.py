"""The unit of work of a request: one transaction, committed before the answer is sent.

The dependency is function-scoped on purpose. With FastAPI's default scope the code behind
``yield`` runs after the answer left, so a failing COMMIT would still answer 201.

A refusal rolls everything back. One that must leave a trace all the same (somebody tried what they
may not) brings it along, and it is written in a transaction of its own before the answer.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated

from fastapi import Depends, Request

from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Traced, Tx, begin
from stakehouse.infra.web.context import READS_RECORDED, actor_of, edge_of, request_id_of, tenant_of
from stakehouse.kernel.ids import TenantId


def begin_for(request: Request, tenant_id: TenantId) -> AbstractAsyncContextManager[Tx]:
    """A transaction of a tenant in the name of whoever made the request, at the moment it begins.

    For routes that need another one than the request's own: a stream reads piece by piece, an upload is
    taken in before anything is open.
    """
    edge = edge_of(request)
    return begin(
        edge.database,
        tenant_id=tenant_id,
        actor=actor_of(request),
        now=edge.clock(),
        request_id=request_id_of(request),
    )


@asynccontextmanager
async def unit_of_work(
    request: Request, tenant_id: TenantId, *, traced_in: TenantId | None = None
) -> AsyncIterator[Tx]:
    """The transaction of a request in a tenant, with all that goes with one.

    A regulator's look is recorded, a refusal leaves its trace, and what the commit changed is heard
    here before the answer.

    Args:
        request: what is answered.
        tenant_id: whose rows are seen and changed.
        traced_in: the tenant on whose trail a refusal is, where the first one may not come to be.
    """
    edge = edge_of(request)
    try:
        async with begin_for(request, tenant_id) as tx:
            if READS_RECORDED in tx.actor.permissions and request.method == "GET":
                looked = str(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
                tx.record(AuditEntry("regulator.looked", "page", looked[:500]))
            yield tx
    except Traced as refusal:
        if refusal.trace is not None:
            async with begin_for(request, traced_in or tenant_id) as after:
                await refusal.trace(after)
        raise
    if tx.signalled:
        await edge.gate.heard(tx.signalled)


async def open_tx(request: Request) -> AsyncIterator[Tx]:
    """Opens the transaction for the tenant and the actor of the request."""
    async with unit_of_work(request, (await tenant_of(request)).id) as tx:
        yield tx


UnitOfWork = Annotated[Tx, Depends(open_tx, scope="function")]
"""The transaction of this request; routes hand it to one use case."""
