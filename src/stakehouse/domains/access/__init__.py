"""Access: who works for a tenant and what they may do there.

Owns the catalogue of permissions, roles, staff and grants, and the staff's sign-in. Promises: what
a role gives or loses acts everywhere within seconds; nobody grants what they do not hold, changes
their own roles, or leaves a tenant without an owner. Does not know what an act is about: each route
names its permission, the edge asks.
"""

from stakehouse.domains.access.errors import BeyondOwnPermissions, LastOwner, NotStaff, OwnRoles
from stakehouse.domains.access.rules import SHIPPED
from stakehouse.domains.access.service import (
    CHANNEL,
    add_staff,
    forget,
    grant,
    grant_platform_role,
    keep_shipped_roles,
    remembered_rights,
    remove_staff,
    revoke,
    rights_of,
    roles,
    sign_in_staff,
    staff,
)
from stakehouse.domains.access.types import Permission, PlatformRole, Rights, Role, StaffMember

__all__ = [
    "CHANNEL",
    "SHIPPED",
    "BeyondOwnPermissions",
    "LastOwner",
    "NotStaff",
    "OwnRoles",
    "Permission",
    "PlatformRole",
    "Rights",
    "Role",
    "StaffMember",
    "add_staff",
    "forget",
    "grant",
    "grant_platform_role",
    "keep_shipped_roles",
    "remembered_rights",
    "remove_staff",
    "revoke",
    "rights_of",
    "roles",
    "sign_in_staff",
    "staff",
]
