"""The words of support: complaints, what was said about them, and by when the house answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import ClassVar, NewType
from uuid import UUID

from pydantic import Field

from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId

ComplaintId = NewType("ComplaintId", UUID)


class Category(Enum):
    """What a complaint is about."""

    PAYMENT = "payment"
    GAME = "game"
    BONUS = "bonus"
    ACCOUNT = "account"
    VERIFICATION = "verification"
    SAFER_GAMBLING = "safer_gambling"
    STAFF = "staff"
    OTHER = "other"


class ComplaintStatus(Enum):
    """How far a complaint is."""

    RECEIVED = "received"
    """Nobody of the house has taken it yet."""

    IN_PROGRESS = "in_progress"
    """Somebody has, and owes an answer."""

    ANSWERED = "answered"
    """The house has given its answer; the member may accept it, write again or go further."""

    ESCALATED = "escalated"
    """The member asked the dispute body."""

    CLOSED = "closed"


class ComplaintOutcome(Enum):
    """What the house decided."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    REJECTED = "rejected"


class EntryKind(Enum):
    """What an entry of a complaint is."""

    MEMBER = "member"
    """Written by the member."""

    ANSWER = "answer"
    """Written by the house to the member."""

    NOTE = "note"
    """Written by the house for itself; the member never sees it."""

    STEP = "step"
    """Something happened: taken, escalated, closed."""


class ReferenceKind(Enum):
    """What a complaint points at."""

    ROUND = "round"
    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Reference:
    """The round or payment that a complaint is about."""

    kind: ReferenceKind
    id: UUID


@dataclass(frozen=True, slots=True)
class Deadlines:
    """By when the house does what.

    Attributes:
        acknowledge_by: somebody has taken it.
        answer_by: it has its answer.
        keep_until: it is kept until then at least.
    """

    acknowledge_by: datetime
    answer_by: datetime
    keep_until: datetime


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint.

    Attributes:
        id: of the complaint.
        number: counts from 1 in each tenant; what people call it by.
        member_id: who complains.
        category: what it is about.
        subject: in one line.
        reference: the round or payment it is about, if one.
        status: how far it is.
        outcome: what the house decided, once it has.
        owner_id: the member of staff who has it, if one.
        owner_name: that one's name.
        deadlines: by when the house does what.
        created_at: when it came in.
        acknowledged_at: when somebody took it.
        answered_at: when it last got its answer.
        escalated_at: when the member went further.
        closed_at: when it ended.
        updated_at: when something last happened.
    """

    id: ComplaintId
    number: int
    member_id: MemberId
    category: Category
    subject: str
    reference: Reference | None
    status: ComplaintStatus
    outcome: ComplaintOutcome | None
    owner_id: UUID | None
    owner_name: str
    deadlines: Deadlines
    created_at: datetime
    acknowledged_at: datetime | None
    answered_at: datetime | None
    escalated_at: datetime | None
    closed_at: datetime | None
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said or done about a complaint.

    Attributes:
        id: ordered by time.
        at: when.
        kind: what it is.
        author: the person's name as colleagues see it; the member's username.
        text: what was said.
    """

    id: UUID
    at: datetime
    kind: EntryKind
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class NewComplaint:
    """What a member files."""

    category: Category
    subject: str
    text: str
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class ComplaintFilter:
    """Which complaints a list shows."""

    status: ComplaintStatus | None = None
    category: Category | None = None
    member_id: MemberId | None = None
    owner_id: UUID | None = None
    is_overdue: bool | None = None


class ComplaintSettings(Settings):
    """By when complaints are taken and answered, and who decides where nobody agrees."""

    category: ClassVar[str] = "complaints"
    title: ClassVar[str] = "Complaints"

    acknowledge_hours: int = Field(
        default=24,
        ge=1,
        le=240,
        title="Taken within",
        description="Hours until somebody has taken a complaint.",
    )
    answer_days: int = Field(
        default=56,
        ge=1,
        le=56,
        title="Answered within",
        description="Days until it has its answer; the law of the house may ask for fewer.",
    )
    kept_years: int = Field(
        default=5, ge=5, le=30, title="Kept for", description="Years that complaints are kept after they end."
    )
    dispute_body: str = Field(
        default="",
        max_length=120,
        title="Dispute body",
        description="Who decides where member and house do not agree; members are told its name.",
    )
    dispute_body_url: str = Field(
        default="",
        max_length=200,
        pattern=r"^(https://[^\s<>\"]+)?$",
        title="Its address",
        description="Where members turn to, beginning with https://.",
    )
