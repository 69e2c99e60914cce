"""What an act must bring along so that a second person can release it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from stakehouse.infra.tx import Tx

Execute = Callable[[Tx, UUID, Mapping[str, object]], Awaitable[None]]
"""Carries out an approved act: transaction of the decision, id of the approval, the content.

The id serves as the act's idempotency key. A refusal takes the decision back with it, so the request
goes on waiting. Only built-in types, so that domains beneath access can offer it.
"""


Present = Callable[[Tx, Mapping[str, object]], Awaitable[Mapping[str, object]]]
"""The state of what an act would change, in built-in types."""


@dataclass(frozen=True, slots=True)
class ApprovalKind:
    """A kind of act that needs four eyes; the wiring hands them in.

    Attributes:
        kind: its name, ``domain.act``.
        permission: what the second person must be allowed to do.
        execute: carries it out.
        present: what the act would change, as it is now, from the content; compared with what it was
            when the act was asked for. ``None`` if the act itself refuses what does not fit any more.
    """

    kind: str
    permission: str
    execute: Execute
    present: Present | None = None
