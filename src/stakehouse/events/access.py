"""What access announces."""

from uuid import UUID

from typing_extensions import override

from stakehouse.kernel.fact import Fact


class StaffAdded(Fact, frozen=True, kw_only=True):
    """A person joined the staff of the tenant.

    Attributes:
        user_id: the person.
    """

    domain = "access"
    name = "staff.added"

    user_id: UUID

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class RoleGranted(Fact, frozen=True, kw_only=True):
    """A member of staff received a role.

    Attributes:
        user_id: the person.
        role: the role's code.
    """

    domain = "access"
    name = "role.granted"

    user_id: UUID
    role: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class RoleRevoked(Fact, frozen=True, kw_only=True):
    """A member of staff lost a role.

    Attributes:
        user_id: the person.
        role: the role's code.
    """

    domain = "access"
    name = "role.revoked"

    user_id: UUID
    role: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class StaffSignedIn(Fact, frozen=True, kw_only=True):
    """A member of staff signed in.

    Attributes:
        user_id: the person.
        session_id: the session that began.
        methods: how they proved themselves.
    """

    domain = "access"
    name = "staff.signed_in"

    user_id: UUID
    session_id: UUID
    methods: tuple[str, ...]

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class _ApprovalFact(Fact, frozen=True, kw_only=True):
    """What every step of an approval tells.

    Attributes:
        approval_id: of the request.
        kind: which act waits.
        member_id: the member concerned, if there is one.
    """

    domain = "access"

    approval_id: UUID
    kind: str
    member_id: UUID | None

    @override
    def key(self) -> str:
        return f"approval:{self.approval_id}"


class ApprovalRequested(_ApprovalFact, frozen=True, kw_only=True):
    """An act waits for a second person."""

    name = "approval.requested"


class ApprovalApproved(_ApprovalFact, frozen=True, kw_only=True):
    """A second person approved; the act was carried out in the same transaction."""

    name = "approval.approved"


class ApprovalRejected(_ApprovalFact, frozen=True, kw_only=True):
    """A second person said no."""

    name = "approval.rejected"


class ApprovalLapsed(_ApprovalFact, frozen=True, kw_only=True):
    """Nobody decided in time."""

    name = "approval.lapsed"
