"""Rounds as members and staff look at them."""

from stakehouse.domains.play import store
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


async def has_open_round(tx: Tx, member_id: MemberId) -> bool:
    """Whether the member has a round that waits for a step."""
    return await store.has_open(tx, member_id)
