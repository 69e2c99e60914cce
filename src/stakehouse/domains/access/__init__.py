"""Access: who works for a tenant, what they may do there, and what two of them decide together.

Owns the catalogue of permissions, roles, staff and grants, the staff's sign-in, approvals by a second
person, and the reading of the audit trail. Promises: what a role gives or loses acts everywhere
within seconds; nobody grants what they do not hold, changes their own roles, or leaves a tenant
without an owner; nobody approves what they asked for. Does not know what an act is about: each route
names its permission, the edge asks; each kind of approval brings along how it is carried out.
"""

from stakehouse.domains.access.errors import (
    AddressNotAllowed,
    ApprovalDecided,
    ApprovalExpired,
    ApprovalNotFound,
    BeyondOwnPermissions,
    ContentChanged,
    LastOwner,
    NotStaff,
    NotYourRequest,
    ObjectChanged,
    OverOwnLimit,
    OwnRequest,
    OwnRoles,
)
from stakehouse.domains.access.ports import ApprovalKind, Execute
from stakehouse.domains.access.rules.shipped import REGULATOR, SHIPPED, demands_factor
from stakehouse.domains.access.service.approvals import (
    ApprovalKinds,
    approvals,
    approve,
    count_waiting_approvals,
    lapse_approvals,
    reject,
    request_approval,
    withdraw_request,
)
from stakehouse.domains.access.service.audit import audit_trail
from stakehouse.domains.access.service.lost_factors import RESET_KINDS
from stakehouse.domains.access.service.rights import (
    CHANNEL,
    demand,
    forget,
    remembered_rights,
    rights_of,
    why,
)
from stakehouse.domains.access.service.roles import change_role, create_role, keep_shipped_roles, roles
from stakehouse.domains.access.service.shapes import ApprovalOut, approval_out
from stakehouse.domains.access.service.sign_in import must_hold_factor, sign_in_staff
from stakehouse.domains.access.service.team import (
    add_staff,
    appoint_first_owner,
    grant,
    grant_platform_role,
    lift_override,
    remove_staff,
    revoke,
    set_override,
    staff,
)
from stakehouse.domains.access.store.evidence import gather as gather_evidence
from stakehouse.domains.access.types import (
    Approval,
    ApprovalId,
    ApprovalStatus,
    AuditFilter,
    AuditRow,
    Decision,
    Effect,
    FourEyesSettings,
    Permission,
    PlatformRole,
    Rights,
    Role,
    StaffAccess,
    StaffMember,
)

__all__ = [
    "CHANNEL",
    "REGULATOR",
    "RESET_KINDS",
    "SHIPPED",
    "AddressNotAllowed",
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
    "Decision",
    "Effect",
    "Execute",
    "FourEyesSettings",
    "LastOwner",
    "NotStaff",
    "NotYourRequest",
    "ObjectChanged",
    "OverOwnLimit",
    "OwnRequest",
    "OwnRoles",
    "Permission",
    "PlatformRole",
    "Rights",
    "Role",
    "StaffAccess",
    "StaffMember",
    "add_staff",
    "appoint_first_owner",
    "approval_out",
    "approvals",
    "approve",
    "audit_trail",
    "change_role",
    "count_waiting_approvals",
    "create_role",
    "demand",
    "demands_factor",
    "forget",
    "gather_evidence",
    "grant",
    "grant_platform_role",
    "keep_shipped_roles",
    "lapse_approvals",
    "lift_override",
    "must_hold_factor",
    "reject",
    "remembered_rights",
    "remove_staff",
    "request_approval",
    "revoke",
    "rights_of",
    "roles",
    "set_override",
    "sign_in_staff",
    "staff",
    "why",
    "withdraw_request",
]
