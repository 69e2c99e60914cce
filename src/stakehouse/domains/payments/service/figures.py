"""Sums over payments, for those who report on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from stakehouse.domains.payments import store
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, first_id_at


@dataclass(frozen=True, slots=True)
class PaymentFigures:
    """What came in and went out, in units."""

    deposited: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Queue:
    """Withdrawals that wait for somebody's decision."""

    count: int
    units: int


async def figures(tx: Tx, currency: str, since: datetime, until: datetime) -> PaymentFigures:
    """What was paid of what members asked for from an instant to before another."""
    return PaymentFigures(*await store.settled_units(tx, currency, first_id_at(since), first_id_at(until)))


async def figures_of(tx: Tx, member_id: MemberId) -> Mapping[str, PaymentFigures]:
    """What a member paid in and was paid out since joining, by currency."""
    found = await store.settled_of(tx, member_id)
    return {currency: PaymentFigures(*units) for currency, units in found.items()}


async def waiting_withdrawals(tx: Tx, currency: str) -> Queue:
    """The withdrawals that wait for a decision now."""
    return Queue(*await store.waiting(tx, currency))
