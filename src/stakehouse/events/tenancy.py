"""What tenancy announces."""

from uuid import UUID

from typing_extensions import override

from stakehouse.kernel.fact import Fact


class TenantOpened(Fact, frozen=True, kw_only=True):
    """A tenant was opened.

    Attributes:
        tenant_id: of the new tenant.
        slug: its name in addresses.
        gaming: whether it runs games.
        loyalty: whether it runs a loyalty programme.
    """

    domain = "tenancy"
    name = "tenant.opened"

    tenant_id: UUID
    slug: str
    gaming: bool
    loyalty: bool

    @override
    def key(self) -> str:
        return f"tenant:{self.tenant_id}"


class TenantStatusChanged(Fact, frozen=True, kw_only=True):
    """A tenant was suspended, closed or made active again.

    Attributes:
        tenant_id: of the tenant.
        status: the new one.
    """

    domain = "tenancy"
    name = "tenant.status_changed"

    tenant_id: UUID
    status: str

    @override
    def key(self) -> str:
        return f"tenant:{self.tenant_id}"


class SettingChanged(Fact, frozen=True, kw_only=True):
    """A tenant changed a category of its settings.

    Attributes:
        tenant_id: of the tenant.
        category: which settings.
        setting_version: the new version.
    """

    domain = "tenancy"
    name = "setting.changed"

    tenant_id: UUID
    category: str
    setting_version: int

    @override
    def key(self) -> str:
        return f"tenant:{self.tenant_id}"


class TenantFeaturesSwitched(Fact, frozen=True, kw_only=True):
    """What a tenant runs was switched.

    Attributes:
        tenant_id: of the tenant.
        gaming: whether it runs games.
        loyalty: whether it runs a loyalty programme.
    """

    domain = "tenancy"
    name = "tenant.features_switched"

    tenant_id: UUID
    gaming: bool
    loyalty: bool

    @override
    def key(self) -> str:
        return f"tenant:{self.tenant_id}"


class HostChanged(Fact, frozen=True, kw_only=True):
    """A host of a tenant was claimed, proven, put to use, lost or removed.

    Attributes:
        tenant_id: of the tenant.
        host: its name, in punycode.
        status: ``pending``, ``verified``, ``active``, ``failed`` or ``removed``.
    """

    domain = "tenancy"
    name = "host.changed"

    tenant_id: UUID
    host: str
    status: str

    @override
    def key(self) -> str:
        return f"tenant:{self.tenant_id}"
