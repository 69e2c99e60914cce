"""Support: what members ask and complain of, and by when the house owes them an answer.

Owns complaints, what was said about them and their deadlines. Promises: a complaint has a number and its
deadlines from the moment it is filed; what was said is never changed; no complaint is closed without an
answer; all are kept for five years at least. Does not know who decided about money or games: it points at
rounds and payments, and staff look there.
"""

from stakehouse.domains.support.errors import (
    ComplaintClosed,
    ComplaintNotFound,
    TooEarly,
    TooManyComplaints,
    WrongState,
)
from stakehouse.domains.support.service.complaints import (
    MAIL,
    OwedMail,
    answer,
    file,
    gather,
    gather_own,
    take,
)
from stakehouse.domains.support.types import (
    Category,
    Complaint,
    ComplaintOutcome,
    ComplaintSettings,
    ComplaintStatus,
    NewComplaint,
    Reference,
    ReferenceKind,
)

__all__ = [
    "MAIL",
    "Category",
    "Complaint",
    "ComplaintClosed",
    "ComplaintNotFound",
    "ComplaintOutcome",
    "ComplaintSettings",
    "ComplaintStatus",
    "NewComplaint",
    "OwedMail",
    "Reference",
    "ReferenceKind",
    "TooEarly",
    "TooManyComplaints",
    "WrongState",
    "answer",
    "file",
    "gather",
    "gather_own",
    "take",
]
