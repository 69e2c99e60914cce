"""The words of requests by which others ask that somebody be kept out."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from stakehouse.domains.compliance.types import ThirdParty
from stakehouse.kernel.ids import MemberId


class RequestStatus(Enum):
    """Where a request stands."""

    OPEN = "open"
    EXCLUDED = "excluded"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Plea:
    """What somebody states who asks.

    Attributes:
        name: who asks.
        email: where they are reached.
        first_name: of whom it is about.
        last_name: likewise.
        birth_date: likewise, if they know it.
        known_as: the address or name they use here, if they know it.
        reason: why, and what they can show.
    """

    name: str
    email: str
    first_name: str
    last_name: str
    birth_date: date | None
    known_as: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExclusionRequest:
    """A request and what became of it.

    Attributes:
        id: of the request.
        asked_by: who asks.
        plea: what they state.
        status: where it stands.
        created_at: when it came.
        member_id: who was kept out, if anybody.
        decided_at: when it was decided.
        decided_by: by whom; empty while it is open.
        decision: the reason.
    """

    id: UUID
    asked_by: ThirdParty
    plea: Plea
    status: RequestStatus
    created_at: datetime
    member_id: MemberId | None = None
    decided_at: datetime | None = None
    decided_by: str = ""
    decision: str = ""
