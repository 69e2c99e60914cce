"""What the domains above play bring to a group: their own state, read and written with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from stakehouse.domains.play.types import WalletAct
from stakehouse.infra.pipeline import Statement, Statements
from stakehouse.kernel.ids import TenantId


class Part(Protocol):
    """A participant of the wallet engine from a domain above play."""

    @property
    def name(self) -> str:
        """Under which the state stands in the scene."""
        ...

    async def read(self, conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> object:
        """Reads, set-based and under lock, what the acts need; the rows are kept for the group."""
        ...

    def state(self, rows: object) -> object:
        """A fresh working state over the rows; may be asked more than once."""
        ...

    def writes(self, tenant_id: TenantId, state: object, now: datetime) -> Sequence[Statement]:
        """The statements that write, set-based, what the group did to the state."""
        ...
