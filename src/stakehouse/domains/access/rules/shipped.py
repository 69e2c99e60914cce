"""The roles that the house ships."""

from collections.abc import Iterable

from stakehouse.domains.access.types import Permission, PlatformRole, Role

P = Permission

_PLATFORM_ONLY = frozenset({P.TENANTS_VIEW.value, P.TENANTS_MANAGE.value, P.PLATFORM_OPERATE.value})

_OWNER = frozenset(permission.value for permission in P) - _PLATFORM_ONLY

# What the second pair of eyes is for stays apart: an admin prepares, others decide about money.
_ADMIN = _OWNER - {
    P.PAYMENTS_APPROVE.value,
    P.LEDGER_ADJUST.value,
    P.KYC_REVIEW.value,
    P.AML_REVIEW.value,
    P.AML_FREEZE.value,
    P.EXCLUSIONS_MANAGE.value,
    P.HARM_HANDLE.value,
    P.BILLING_MANAGE.value,
    P.MEMBERS_ERASE.value,
}


REGULATOR = "regulator"
"""Looks and exports, for a time; every look stands on the audit trail."""


def _role(code: str, title: str, *permissions: Permission) -> Role:
    return Role(code, title, frozenset(permission.value for permission in permissions))


SHIPPED: tuple[Role, ...] = (
    Role("owner", "Owner", _OWNER),
    Role("admin", "Administrator", _ADMIN),
    _role(
        "finance",
        "Finance",
        P.DASHBOARD_VIEW,
        P.MEMBERS_VIEW,
        P.PAYMENTS_VIEW,
        P.PAYMENTS_APPROVE,
        P.LEDGER_VIEW,
        P.LEDGER_ADJUST,
        P.APPROVALS_VIEW,
        P.APPROVALS_DECIDE,
        P.ROUNDS_VIEW,
        P.JACKPOTS_VIEW,
        P.BONUSES_VIEW,
        P.REFERRALS_VIEW,
        P.REPORTS_VIEW,
        P.REPORTS_BUILD,
        P.BILLING_VIEW,
    ),
    _role(
        "compliance",
        "Compliance officer",
        P.DASHBOARD_VIEW,
        P.MEMBERS_VIEW,
        P.MEMBERS_MANAGE,
        P.PAYMENTS_VIEW,
        P.LEDGER_VIEW,
        P.APPROVALS_VIEW,
        P.APPROVALS_DECIDE,
        P.LIMITS_MANAGE,
        P.EXCLUSIONS_MANAGE,
        P.KYC_VIEW,
        P.KYC_REVIEW,
        P.AML_VIEW,
        P.AML_REVIEW,
        P.AML_FREEZE,
        P.AML_CONFIGURE,
        P.HARM_VIEW,
        P.HARM_HANDLE,
        P.SIGNIFICANT_VIEW,
        P.SIGNIFICANT_RECORD,
        P.AUDIT_VIEW,
        P.AUDIT_EXPORT,
        P.EVIDENCE_VIEW,
        P.EVIDENCE_BUILD,
        P.GAMES_VIEW,
        P.ROUNDS_VIEW,
        P.JACKPOTS_VIEW,
        P.BONUSES_VIEW,
        P.REPORTS_VIEW,
        P.TEAM_VIEW,
        P.SETTINGS_VIEW,
        P.SUPPORT_VIEW,
        P.SUPPORT_HANDLE,
    ),
    _role(
        "support",
        "Support",
        P.DASHBOARD_VIEW,
        P.MEMBERS_VIEW,
        P.MEMBERS_IMPERSONATE,
        P.PAYMENTS_VIEW,
        P.KYC_VIEW,
        P.GAMES_VIEW,
        P.ROUNDS_VIEW,
        P.JACKPOTS_VIEW,
        P.BONUSES_VIEW,
        P.GUESTS_VIEW,
        P.LOYALTY_VIEW,
        P.SUPPORT_VIEW,
        P.SUPPORT_HANDLE,
    ),
    _role(
        "analyst",
        "Analyst",
        P.DASHBOARD_VIEW,
        P.GAMES_VIEW,
        P.JACKPOTS_VIEW,
        P.BONUSES_VIEW,
        P.LOYALTY_VIEW,
        P.REPORTS_VIEW,
        P.REPORTS_BUILD,
    ),
    # No member's contact data and no payment's destination: what a case needs, its evidence pack holds.
    _role(
        REGULATOR,
        "Regulator",
        P.DASHBOARD_VIEW,
        P.LEDGER_VIEW,
        P.APPROVALS_VIEW,
        P.AUDIT_VIEW,
        P.AUDIT_EXPORT,
        P.EVIDENCE_VIEW,
        P.GAMES_VIEW,
        P.ROUNDS_VIEW,
        P.JACKPOTS_VIEW,
        P.BONUSES_VIEW,
        P.REPORTS_VIEW,
        P.TEAM_VIEW,
        P.SETTINGS_VIEW,
    ),
    _role("promoter", "Promoter", P.REFERRALS_VIEW),
    _role(
        "restaurant_admin",
        "Restaurant administrator",
        P.DASHBOARD_VIEW,
        P.GUESTS_VIEW,
        P.GUESTS_UPDATE,
        P.LOYALTY_VIEW,
        P.LOYALTY_CONFIGURE,
        P.LOYALTY_ADJUST,
        P.POS_VIEW,
        P.POS_CONFIGURE,
        P.POS_OPERATE,
        P.REPORTS_VIEW,
        P.TEAM_VIEW,
        P.TEAM_INVITE,
        P.TEAM_REMOVE,
    ),
    _role(
        "manager",
        "Manager",
        P.DASHBOARD_VIEW,
        P.GUESTS_VIEW,
        P.GUESTS_UPDATE,
        P.LOYALTY_VIEW,
        P.LOYALTY_ADJUST,
        P.POS_VIEW,
        P.POS_OPERATE,
        P.REPORTS_VIEW,
    ),
    _role("cashier", "Cashier", P.POS_OPERATE),
)

# Platform staff see no tenant's members or money; they enter a tenant by impersonation only.
PLATFORM_PERMISSIONS: dict[PlatformRole, frozenset[str]] = {
    PlatformRole.SUPER_ADMIN: _PLATFORM_ONLY | {P.LEDGER_VIEW.value},
    PlatformRole.PROVIDER: frozenset(),
}

OWNER = "owner"

_NEEDS_FACTOR = frozenset(
    permission.value
    for permission in (
        P.PAYMENTS_APPROVE,
        P.PAYMENTS_CONFIGURE,
        P.LEDGER_ADJUST,
        P.APPROVALS_DECIDE,
        P.BONUSES_CONFIGURE,
        P.BONUSES_GRANT,
        P.JACKPOTS_CONFIGURE,
        P.GAMES_CONFIGURE,
        P.LOYALTY_CONFIGURE,
        P.LOYALTY_ADJUST,
        P.POS_CONFIGURE,
        P.REFERRALS_CONFIGURE,
        P.EXCLUSIONS_MANAGE,
        P.LIMITS_MANAGE,
        P.KYC_REVIEW,
        P.AUDIT_EXPORT,
        P.MEMBERS_IMPERSONATE,
        P.MEMBERS_ERASE,
        P.TEAM_INVITE,
        P.TEAM_REMOVE,
        P.ROLES_EDIT,
        P.SETTINGS_EDIT,
        P.BILLING_MANAGE,
        P.TENANTS_MANAGE,
        P.PLATFORM_OPERATE,
    )
)
"""What moves money, changes settings or people: too much to trust to a password alone."""


def demands_factor(permissions: Iterable[str]) -> bool:
    """Whether what a person may do demands that they sign in with a second factor."""
    return not _NEEDS_FACTOR.isdisjoint(permissions)
