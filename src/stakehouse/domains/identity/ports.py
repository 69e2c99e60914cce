"""What identity asks of those above it; the wiring plugs it in."""

from typing import Protocol

from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId


class Admission(Protocol):
    """Asks whether a member may sign in at this moment."""

    async def __call__(self, tx: Tx, member_id: MemberId) -> None:
        """Returns if the member may.

        Raises:
            Refusal: the member is kept out, by an exclusion for example.
        """
        ...
