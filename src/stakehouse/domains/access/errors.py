"""The refusals of access."""

from stakehouse.kernel.errors import Kind, Refusal


class NotStaff(Refusal):
    """The person no longer works for this tenant."""

    kind = Kind.UNAUTHENTICATED


class StaffNotFound(Refusal):
    """No member of staff of that id in this tenant."""

    kind = Kind.NOT_FOUND


class RoleNotFound(Refusal):
    """No role of that name in this tenant."""

    kind = Kind.NOT_FOUND


class LastOwner(Refusal):
    """A tenant keeps at least one owner."""

    kind = Kind.CONFLICT


class OwnRoles(Refusal):
    """Nobody changes what they themselves may do."""

    kind = Kind.FORBIDDEN


class RoleExists(Refusal):
    """The tenant has a role of that name."""

    kind = Kind.CONFLICT


class RoleShipped(Refusal):
    """A role that came with the house is copied, not changed."""

    kind = Kind.CONFLICT


class RoleHeld(Refusal):
    """A role that somebody holds is not deleted."""

    kind = Kind.CONFLICT


class RoleChanged(Refusal):
    """Somebody changed the role since it was read."""

    kind = Kind.CONFLICT


class UnknownPermission(Refusal):
    """No permission of that name that a role of a tenant can hold."""

    kind = Kind.INVALID


class NoSuchLimit(Refusal):
    """The permission cannot be limited to an amount."""

    kind = Kind.INVALID


class InvalidScope(Refusal):
    """A restaurant or downline is named by its id; the whole tenant has none."""

    kind = Kind.INVALID


class EndsInThePast(Refusal):
    """What is granted must end after it begins."""

    kind = Kind.INVALID


class GrantNotFound(Refusal):
    """The person holds no such grant."""

    kind = Kind.NOT_FOUND


class OverrideNotFound(Refusal):
    """There is no such override for the person."""

    kind = Kind.NOT_FOUND


class InvitationNotFound(Refusal):
    """No invitation waits under that id or code."""

    kind = Kind.NOT_FOUND


class NotYourself(Refusal):
    """Nobody impersonates themselves."""

    kind = Kind.FORBIDDEN


class AlreadyImpersonating(Refusal):
    """Nobody acts as two at a time."""

    kind = Kind.CONFLICT


class ImpersonationNotFound(Refusal):
    """No impersonation of the caller's that has not ended."""

    kind = Kind.NOT_FOUND


class VisitCodeInvalid(Refusal):
    """The code opened something before, is too old, or is none."""

    kind = Kind.UNAUTHENTICATED


class OverOwnLimit(Refusal):
    """The person holds the permission up to a smaller amount."""

    kind = Kind.FORBIDDEN


class BeyondOwnPermissions(Refusal):
    """Nobody grants what they do not hold."""

    kind = Kind.FORBIDDEN


class ApprovalNotFound(Refusal):
    """No approval of that id in this tenant."""

    kind = Kind.NOT_FOUND


class ApprovalDecided(Refusal):
    """Somebody decided it before."""

    kind = Kind.CONFLICT


class ApprovalExpired(Refusal):
    """Nobody decided in time; it is asked for anew."""

    kind = Kind.CONFLICT


class ContentChanged(Refusal):
    """What would be approved is not what the person saw."""

    kind = Kind.CONFLICT


class ObjectChanged(Refusal):
    """What the act would change is not as it was when it was asked for; it is asked for anew."""

    kind = Kind.CONFLICT


class NotYourRequest(Refusal):
    """Only whoever asked takes a request back."""

    kind = Kind.FORBIDDEN


class OwnRequest(Refusal):
    """Nobody approves what they asked for themselves."""

    kind = Kind.FORBIDDEN


class AddressNotAllowed(Refusal):
    """The tenant's staff may not come from this network address."""

    kind = Kind.FORBIDDEN
