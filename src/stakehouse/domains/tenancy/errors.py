"""The refusals of tenancy."""

from stakehouse.kernel.errors import Kind, Refusal


class TenantNotFound(Refusal):
    """No tenant answers to this host or slug."""

    kind = Kind.NOT_FOUND


class TenantSuspended(Refusal):
    """The tenant is there and serves nobody at present."""

    kind = Kind.FORBIDDEN


class TenantClosed(Refusal):
    """The tenant has closed for good."""

    kind = Kind.GONE


class FeatureOff(Refusal):
    """The tenant does not run this at present."""

    kind = Kind.FORBIDDEN


class HostNotFound(Refusal):
    """The tenant has no such host."""

    kind = Kind.NOT_FOUND


class HostRefused(Refusal):
    """A tenant cannot have this name, or cannot use it yet."""

    kind = Kind.INVALID


class HostTaken(Refusal):
    """Another tenant has proven that the name is its own."""

    kind = Kind.CONFLICT


class TooManyHosts(Refusal):
    """The tenant has as many hosts as one can have."""

    kind = Kind.CONFLICT


class ColourRefused(Refusal):
    """Text on this colour could not be read."""

    kind = Kind.INVALID


class LogoRefused(Refusal):
    """What was sent is no picture that the house takes."""

    kind = Kind.INVALID


class LogoNotFound(Refusal):
    """The tenant has no such logo."""

    kind = Kind.NOT_FOUND


class UnknownCurrency(Refusal):
    """The tenant does not deal in this currency."""

    kind = Kind.INVALID


class SettingChangedMeanwhile(Refusal):
    """Somebody else changed the setting since it was read."""

    kind = Kind.CONFLICT
