"""Identity: who people are, inside a tenant and across all of them.

Owns users (a person's sign-in on the whole platform), members (that person inside one tenant),
pending registrations, sessions and their tokens. Promises: no answer tells whether an address is
known; a session that ended is refused in every process within a second; a tenant never sees that a
person is known elsewhere. Does not know what staff may do (access) or who is excluded (compliance,
which it asks through ``Admission``).
"""

from stakehouse.domains.identity.errors import (
    AccountClosed,
    InvalidCredentials,
    MemberNotFound,
    MemberSuspended,
    SessionEnded,
    WrongStanding,
)
from stakehouse.domains.identity.ports import Admission
from stakehouse.domains.identity.service.members import (
    demand_active,
    enrol,
    ensure_user,
    find_members,
    member,
    member_of_user,
    set_kyc_status,
    set_standing,
    sign_out_everywhere,
    user_of_email,
)
from stakehouse.domains.identity.service.sessions import (
    CHANNEL,
    end_other_sessions,
    end_session,
    end_sessions,
    ended_lately,
    live_session,
    open_staff_session,
    refresh,
    sessions,
    sign_out,
)
from stakehouse.domains.identity.service.sign_in import (
    keep_new_hash,
    prove,
    sign_in_member,
    wrong_credentials,
)
from stakehouse.domains.identity.types import (
    Attempt,
    Device,
    KycStatus,
    LiveSession,
    Member,
    NewMember,
    Proof,
    Session,
    SessionAudience,
    SignedIn,
    SignInLimits,
    Standing,
)

__all__ = [
    "CHANNEL",
    "AccountClosed",
    "Admission",
    "Attempt",
    "Device",
    "InvalidCredentials",
    "KycStatus",
    "LiveSession",
    "Member",
    "MemberNotFound",
    "MemberSuspended",
    "NewMember",
    "Proof",
    "Session",
    "SessionAudience",
    "SessionEnded",
    "SignInLimits",
    "SignedIn",
    "Standing",
    "WrongStanding",
    "demand_active",
    "end_other_sessions",
    "end_session",
    "end_sessions",
    "ended_lately",
    "enrol",
    "ensure_user",
    "find_members",
    "keep_new_hash",
    "live_session",
    "member",
    "member_of_user",
    "open_staff_session",
    "prove",
    "refresh",
    "sessions",
    "set_kyc_status",
    "set_standing",
    "sign_in_member",
    "sign_out",
    "sign_out_everywhere",
    "user_of_email",
    "wrong_credentials",
]
