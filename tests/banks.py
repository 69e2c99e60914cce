"""A bank for tests: members with money, and the question whether the books still balance."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, TypeVar

from stakehouse.domains import ledger
from stakehouse.domains.ledger import (
    NO_OWNER,
    Code,
    Finding,
    House,
    HouseKind,
    Movement,
    Subject,
    Wallet,
    WalletKind,
)
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id
from tests.houses import House as StandingHouse

T = TypeVar("T")


@dataclass(slots=True)
class Bank:
    """The ledger of one tenant as tests use it."""

    house: StandingHouse
    tenant: TenantProfile

    def begin(self) -> AbstractAsyncContextManager[Tx]:
        return self.house.begin(self.tenant)

    async def member(self, units: int = 0, currency: str = "EUR") -> MemberId:
        """A member with money, known to the ledger only."""
        member_id = MemberId(new_id())
        if units:
            await self.fund(member_id, units, currency)
        return member_id

    async def fund(self, member_id: MemberId, units: int, currency: str = "EUR") -> None:
        """Gives a member money out of the house's adjustments."""
        adjustments = House(HouseKind.ADJUSTMENTS, currency)
        async with self.begin() as tx:
            await ledger.post(
                tx,
                kind="opening",
                source=NO_OWNER,
                key=f"opening {new_id()}",
                subject=Subject("member", member_id),
                member_id=member_id,
                movements=[Movement(Code.ADJUSTMENT, adjustments, main(member_id, currency), units)],
            )

    async def holds(
        self, member_id: MemberId, kind: WalletKind = WalletKind.MAIN, currency: str = "EUR"
    ) -> int:
        """What a member's account holds."""
        async with self.begin() as tx:
            found = await ledger.balances(tx, member_id)
        return sum(one.units for one in found if one.kind is kind and one.currency == currency)

    async def of_house(self, kind: HouseKind, currency: str = "EUR") -> int:
        """The balance of a house account."""
        async with self.begin() as tx:
            return await ledger.house_balance(await ledger.driver(tx), tx.tenant_id, House(kind, currency))

    async def findings(self) -> list[Finding]:
        """What does not hold; sums that are not zero are among it."""
        async with self.begin() as tx:
            _, found = await ledger.verify(tx)
        return found

    async def count(self, table: str) -> int:
        """Rows of the tenant in a table."""
        query = f"SELECT count(*) FROM {table} WHERE tenant_id = $1"
        return int((await self.house.rows(query, self.tenant.id))[0][0])


def main(member_id: MemberId, currency: str = "EUR") -> Wallet:
    """A member's main account."""
    return Wallet(member_id, WalletKind.MAIN, currency)


async def together(works: Sequence[Callable[[], Awaitable[T]]]) -> list[T | BaseException]:
    """Runs all at once; answers what each answered or raised."""
    outcomes: list[Any] = await asyncio.gather(*(work() for work in works), return_exceptions=True)
    return outcomes
