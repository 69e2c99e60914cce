"""What access announces."""

from datetime import datetime
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


class StaffRemoved(Fact, frozen=True, kw_only=True):
    """A person left the staff of the tenant.

    Attributes:
        user_id: the person.
    """

    domain = "access"
    name = "staff.removed"

    user_id: UUID

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class StaffInvited(Fact, frozen=True, kw_only=True):
    """A person was asked by mail to join the staff.

    Attributes:
        invitation_id: of the invitation.
        role: which role the person will hold.
    """

    domain = "access"
    name = "staff.invited"

    invitation_id: UUID
    role: str

    @override
    def key(self) -> str:
        return f"invitation:{self.invitation_id}"


class _RoleFact(Fact, frozen=True, kw_only=True):
    """What every change of a role tells.

    Attributes:
        role: the role's code.
    """

    domain = "access"

    role: str

    @override
    def key(self) -> str:
        return f"role:{self.role}"


class RoleCreated(_RoleFact, frozen=True, kw_only=True):
    """The tenant has a role of its own more."""

    name = "role.created"


class RoleEdited(_RoleFact, frozen=True, kw_only=True):
    """A role gives other permissions than before, or up to other amounts.

    Attributes:
        added: permissions it did not give.
        removed: permissions it gives no longer.
    """

    name = "role.changed"

    added: tuple[str, ...]
    removed: tuple[str, ...]


class RoleDeleted(_RoleFact, frozen=True, kw_only=True):
    """A role is gone; nobody held it."""

    name = "role.deleted"


class _OverrideFact(Fact, frozen=True, kw_only=True):
    """What is told of a permission that was decided for one person alone.

    Attributes:
        user_id: the person.
        permission: which.
        effect: ``allow`` or ``deny``.
    """

    domain = "access"

    user_id: UUID
    permission: str
    effect: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class OverrideSet(_OverrideFact, frozen=True, kw_only=True):
    """A permission was given to, or kept from, one person."""

    name = "override.set"


class OverrideLifted(_OverrideFact, frozen=True, kw_only=True):
    """The person's roles say it again."""

    name = "override.lifted"


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


class ApprovalSupported(_ApprovalFact, frozen=True, kw_only=True):
    """A person approved; it needs others besides."""

    name = "approval.supported"


class ApprovalWithdrawn(_ApprovalFact, frozen=True, kw_only=True):
    """Whoever asked took it back."""

    name = "approval.withdrawn"


class ApprovalApproved(_ApprovalFact, frozen=True, kw_only=True):
    """As many as it needed approved; the act was carried out in the same transaction."""

    name = "approval.approved"


class ApprovalRejected(_ApprovalFact, frozen=True, kw_only=True):
    """A second person said no."""

    name = "approval.rejected"


class ApprovalLapsed(_ApprovalFact, frozen=True, kw_only=True):
    """Nobody decided in time."""

    name = "approval.lapsed"


class ImpersonationBegun(Fact, frozen=True, kw_only=True):
    """Support may see the house as a member for a while; the member is told.

    Attributes:
        impersonation_id: of the visit.
        member_id: as whom.
        user_id: the member of staff.
        until: when it ends by itself.
        read_only: whether they may look and nothing else.
    """

    domain = "access"
    name = "impersonation.begun"

    impersonation_id: UUID
    member_id: UUID
    user_id: UUID
    until: datetime
    read_only: bool

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class ImpersonationEnded(Fact, frozen=True, kw_only=True):
    """A visit was ended before its time.

    Attributes:
        impersonation_id: of the visit.
        member_id: as whom.
        user_id: the member of staff.
    """

    domain = "access"
    name = "impersonation.ended"

    impersonation_id: UUID
    member_id: UUID
    user_id: UUID

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"
