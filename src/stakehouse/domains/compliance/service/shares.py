"""How many of a house's members its protections hold: what an authority asks of it year by year."""

from dataclasses import dataclass
from datetime import timedelta

from stakehouse.domains import identity
from stakehouse.domains.compliance.store import shares as store
from stakehouse.infra.tx import Tx


@dataclass(frozen=True, slots=True)
class Shares:
    """The members of a house by what protects them.

    Attributes:
        members: all there are.
        limited: with a limit in force, their own or the house's.
        paused: in a time-out now.
        excluded: kept out by themselves or by somebody who may.
        contacted: spoken with about markers of harm in the days asked for.
        days: these.
    """

    members: int
    limited: int
    paused: int
    excluded: int
    contacted: int
    days: int


async def shares(tx: Tx, days: int) -> Shares:
    """How many members the protections hold now, and how many were contacted in the last days."""
    return Shares(
        await identity.count_members(tx), *await store.counts(tx, tx.now - timedelta(days=days)), days
    )
