"""Payments: a member's money entering and leaving.

Owns deposits, withdrawals, the notices of gateways and the tenant's connections to them. Promises:
a deposit is credited exactly once and only after its gateway said so; a withdrawal is held before
anything else happens and paid at most once; what we do not understand stays pending and a person
is told. Does not keep balances (ledger), limits (compliance) or rewards (bonuses).
"""

from stakehouse.domains.payments.service.figures import (
    PaymentFigures,
    Queue,
    figures,
    figures_of,
    waiting_withdrawals,
)
from stakehouse.domains.payments.service.methods import change_credentials, connections, open_connection
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.service.views import belongs_to
from stakehouse.domains.payments.store import count_open, gather_evidence
from stakehouse.domains.payments.types import Connection, ConnectionId, PaymentSettings

__all__ = [
    "Connection",
    "ConnectionId",
    "Office",
    "PaymentFigures",
    "PaymentSettings",
    "Queue",
    "belongs_to",
    "change_credentials",
    "connections",
    "count_open",
    "figures",
    "figures_of",
    "gather_evidence",
    "open_connection",
    "waiting_withdrawals",
]
