"""Tenancy: the operators of the platform, and what each of them decided for itself.

Owns tenants, the hosts they answer to, their settings by category with all earlier versions, and the
profiles of the jurisdictions whose law they are under.
Promises: a host or slug leads to one tenant or to none; what changed here is known in every process
within seconds; a setting always has the shape its owner declared; a jurisdiction nobody knows is the
strictest of all. Does not know who works for a
tenant (access), who plays there (identity), or what a setting is for.
"""

from stakehouse.domains.tenancy.errors import (
    SettingChangedMeanwhile,
    TenantNotFound,
    TenantSuspended,
    UnknownCurrency,
)
from stakehouse.domains.tenancy.service import (
    CHANNEL,
    beside_shipped,
    change_setting,
    forget,
    jurisdiction,
    jurisdiction_of,
    minimum_age_of,
    open_tenant,
    owe_to_each,
    profile,
    profile_of,
    set_status,
    setting,
    setting_history,
    setting_now,
    shipped_jurisdictions,
    strictest_jurisdiction,
    tenant_at_host,
    tenant_by_slug,
    tenants,
)
from stakehouse.domains.tenancy.types import (
    Branding,
    Features,
    Jurisdiction,
    PlayKind,
    Rules,
    Settings,
    SettingVersion,
    Status,
    TenantProfile,
    TenantSeed,
)

__all__ = [
    "CHANNEL",
    "Branding",
    "Features",
    "Jurisdiction",
    "PlayKind",
    "Rules",
    "SettingChangedMeanwhile",
    "SettingVersion",
    "Settings",
    "Status",
    "TenantNotFound",
    "TenantProfile",
    "TenantSeed",
    "TenantSuspended",
    "UnknownCurrency",
    "beside_shipped",
    "change_setting",
    "forget",
    "jurisdiction",
    "jurisdiction_of",
    "minimum_age_of",
    "open_tenant",
    "owe_to_each",
    "profile",
    "profile_of",
    "set_status",
    "setting",
    "setting_history",
    "setting_now",
    "shipped_jurisdictions",
    "strictest_jurisdiction",
    "tenant_at_host",
    "tenant_by_slug",
    "tenants",
]
