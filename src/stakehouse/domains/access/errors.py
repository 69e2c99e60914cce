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


class OwnRequest(Refusal):
    """Nobody approves what they asked for themselves."""

    kind = Kind.FORBIDDEN
