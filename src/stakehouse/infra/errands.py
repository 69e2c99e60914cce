"""Errands: what must be asked outside before a use case can go on.

A use case holds a transaction and may not call the network. Where it finds that it needs an answer it
does not have, it raises an ``Errand``: everything is rolled back, whoever opened the transaction runs
the errand, which leaves its answer in a transaction of its own, and the use case begins anew.
"""

from collections.abc import Awaitable, Callable

from stakehouse.kernel.ids import TenantId

ERRANDS_MAX = 2
"""How often a use case may send for something; an errand always leaves an answer, if only "silent"."""


class Errand(Exception):  # noqa: N818 - nothing went wrong
    """Something to ask; what and where its own class says."""


RunErrand = Callable[[TenantId, Errand, str], Awaitable[None]]
"""Runs an errand for a tenant, for the request of an id."""
