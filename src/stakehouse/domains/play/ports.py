"""What the domains above play bring to a group: their own state, read and written with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from stakehouse.domains.play.types import WalletAct
from stakehouse.infra.pipeline import Statement, Statements
from stakehouse.kernel.ids import MemberId, TenantId


class Part(Protocol):
    """A participant of the wallet engine from a domain above play."""

    @property
    def name(self) -> str:
        """Under which the state stands in the scene."""
        ...

    async def read(self, conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> list[object]:
        """Reads, set-based and under lock, what the acts need; the rows are kept for the group."""
        ...

    def state(self, rows: Sequence[object]) -> object:
        """A fresh working state over the rows, which stay as they are; may be asked more than once."""
        ...

    def after(self, state: object, member_id: MemberId) -> object:
        """A member's row as it reads after the group is written; whoever writes must demand it unchanged."""
        ...

    def writes(self, tenant_id: TenantId, state: object, now: datetime) -> Sequence[Statement]:
        """The statements that write, set-based, what the group did to the state."""
        ...
