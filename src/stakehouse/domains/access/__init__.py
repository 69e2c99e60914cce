"""Access: who works for a tenant, what they may do there, and what two of them decide together.

Owns the catalogue of permissions, roles, staff and grants, the staff's sign-in, approvals by a second
person, and the reading of the audit trail. Promises: what a role gives or loses acts everywhere
within seconds; nobody grants what they do not hold, changes their own roles, or leaves a tenant
without an owner; nobody approves what they asked for. Does not know what an act is about: each route
names its permission, the edge asks; each kind of approval brings along how it is carried out.
"""

from stakehouse.domains.access.errors import (
    ApprovalDecided,
    ApprovalExpired,
    ApprovalNotFound,
    BeyondOwnPermissions,
    ContentChanged,
    LastOwner,
    NotStaff,
    OwnRequest,
    OwnRoles,
)
from stakehouse.domains.access.ports import ApprovalKind, Execute
from stakehouse.domains.access.rules.shipped import SHIPPED
from stakehouse.domains.access.service.approvals import (
    ApprovalKinds,
    approvals,
    approve,
    count_waiting_approvals,
    lapse_approvals,
    reject,
    request_approval,
)
from stakehouse.domains.access.service.audit import audit_trail
from stakehouse.domains.access.service.shapes import ApprovalOut, approval_out
from stakehouse.domains.access.service.team import (
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
from stakehouse.domains.access.types import (
    Approval,
    ApprovalId,
    ApprovalStatus,
    AuditFilter,
    AuditRow,
    Permission,
    PlatformRole,
    Rights,
    Role,
    StaffMember,
)

__all__ = [
    "CHANNEL",
    "SHIPPED",
    "Approval",
    "ApprovalDecided",
    "ApprovalExpired",
    "ApprovalId",
    "ApprovalKind",
    "ApprovalKinds",
    "ApprovalNotFound",
    "ApprovalOut",
    "ApprovalStatus",
    "AuditFilter",
    "AuditRow",
    "BeyondOwnPermissions",
    "ContentChanged",
    "Execute",
    "LastOwner",
    "NotStaff",
    "OwnRequest",
    "OwnRoles",
    "Permission",
    "PlatformRole",
    "Rights",
    "Role",
    "StaffMember",
    "add_staff",
    "approval_out",
    "approvals",
    "approve",
    "audit_trail",
    "count_waiting_approvals",
    "forget",
    "grant",
    "grant_platform_role",
    "keep_shipped_roles",
    "lapse_approvals",
    "reject",
    "remembered_rights",
    "remove_staff",
    "request_approval",
    "revoke",
    "rights_of",
    "roles",
    "sign_in_staff",
    "staff",
]
