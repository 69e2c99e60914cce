"""The refusals of tenancy."""

from stakehouse.kernel.errors import Kind, Refusal


class TenantNotFound(Refusal):
    """No tenant answers to this host or slug."""

    kind = Kind.NOT_FOUND


class TenantSuspended(Refusal):
    """The tenant is there and serves nobody at present."""

    kind = Kind.FORBIDDEN


class UnknownCurrency(Refusal):
    """The tenant does not deal in this currency."""

    kind = Kind.INVALID


class SettingChangedMeanwhile(Refusal):
    """Somebody else changed the setting since it was read."""

    kind = Kind.CONFLICT
