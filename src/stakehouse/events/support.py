"""What support announces: complaints and how far they are."""

from datetime import datetime
from uuid import UUID

from typing_extensions import override

from stakehouse.kernel.fact import Fact


class _ComplaintFact(Fact, frozen=True, kw_only=True):
    """What every step of a complaint tells.

    Attributes:
        complaint_id: of the complaint.
        number: what people call it by.
        member_id: who complains.
    """

    domain = "support"

    complaint_id: UUID
    number: int
    member_id: UUID

    @override
    def key(self) -> str:
        return f"complaint:{self.complaint_id}"


class ComplaintFiled(_ComplaintFact, frozen=True, kw_only=True):
    """A member filed a complaint.

    Attributes:
        category: what it is about.
        acknowledge_by: somebody takes it by then.
        answer_by: it has its answer by then.
    """

    name = "complaint.filed"

    category: str
    acknowledge_by: datetime
    answer_by: datetime


class ComplaintAcknowledged(_ComplaintFact, frozen=True, kw_only=True):
    """Somebody of the house took it."""

    name = "complaint.acknowledged"


class ComplaintAnswered(_ComplaintFact, frozen=True, kw_only=True):
    """The house gave its answer.

    Attributes:
        outcome: ``upheld``, ``partly_upheld`` or ``rejected``.
        late: whether the answer came after its deadline.
    """

    name = "complaint.answered"

    outcome: str
    late: bool


class ComplaintOverdue(_ComplaintFact, frozen=True, kw_only=True):
    """A deadline passed without what was due; told once a deadline.

    Attributes:
        due: ``acknowledgement`` or ``answer``.
    """

    name = "complaint.overdue"

    due: str


class ComplaintEscalated(_ComplaintFact, frozen=True, kw_only=True):
    """The member asked the dispute body."""

    name = "complaint.escalated"


class ComplaintClosed(_ComplaintFact, frozen=True, kw_only=True):
    """It is over.

    Attributes:
        outcome: what the house had decided.
    """

    name = "complaint.closed"

    outcome: str
