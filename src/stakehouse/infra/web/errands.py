"""Requests that may have to ask outside: their use case begins anew once the answer is there."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from fastapi import Request

from stakehouse.infra.errands import ERRANDS_MAX, Errand, RunErrand
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import request_id_of, tenant_of
from stakehouse.infra.web.unit_of_work import unit_of_work

Answered = TypeVar("Answered")


async def with_errands(request: Request, act: Callable[[Tx], Awaitable[Answered]]) -> Answered:
    """Does something in the transaction of a request, committed before this returns.

    Where it raises an errand nothing of it stays; the errand is run without a transaction, and it is
    done again in a new one. Whatever it does besides its transaction it therefore does twice.

    Args:
        request: what is answered; the wiring keeps who runs errands in ``app.state.errands``.
        act: the use case and what is made of its answer.
    """
    tenant = await tenant_of(request)
    for _ in range(ERRANDS_MAX):
        try:
            async with unit_of_work(request, tenant.id) as tx:
                return await act(tx)
        except Errand as errand:
            run: RunErrand = request.app.state.errands
            await run(tenant.id, errand, request_id_of(request))
    async with unit_of_work(request, tenant.id) as tx:
        return await act(tx)
