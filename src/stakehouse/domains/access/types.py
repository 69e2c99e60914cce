"""The words of access: permissions, roles, staff, approvals, the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType, Self
from uuid import UUID
from zlib import crc32

from stakehouse.kernel.ids import MemberId, UserId
from stakehouse.kernel.money import Money

ApprovalId = NewType("ApprovalId", UUID)


class Permission(Enum):
    """What staff may do, ``area:act``; the words say it to the person who grants it."""

    description: str

    def __new__(cls, code: str, description: str) -> Self:
        """A member whose value is the code."""
        permission = object.__new__(cls)
        permission._value_ = code
        permission.description = description
        return permission

    DASHBOARD_VIEW = ("dashboard:view", "See the day's figures.")

    MEMBERS_VIEW = ("members:view", "Find members and see everything about them.")
    MEMBERS_MANAGE = ("members:manage", "Suspend and reinstate members, end their sessions.")
    MEMBERS_IMPERSONATE = ("members:impersonate", "See the house as a member sees it.")
    MEMBERS_ERASE = ("members:erase", "Erase a member's personal data.")

    PAYMENTS_VIEW = ("payments:view", "See deposits and withdrawals.")
    PAYMENTS_APPROVE = ("payments:approve", "Approve and reject withdrawals.")
    PAYMENTS_CONFIGURE = ("payments:configure", "Set up gateways, methods and their limits.")

    LEDGER_VIEW = ("ledger:view", "See accounts, check the books and their seals.")
    LEDGER_ADJUST = ("ledger:adjust", "Ask for an adjustment of a balance.")

    APPROVALS_VIEW = ("approvals:view", "See what waits for a second person.")
    APPROVALS_DECIDE = ("approvals:decide", "Decide what somebody else asked for.")

    LIMITS_MANAGE = ("limits:manage", "Tighten members' limits; loosen them with a second person.")
    EXCLUSIONS_MANAGE = ("exclusions:manage", "Exclude members; lift an exclusion after its term.")
    KYC_VIEW = ("kyc:view", "See the state of members' identity checks.")
    KYC_REVIEW = ("kyc:review", "Decide on members' documents.")
    AUDIT_VIEW = ("audit:view", "Read the audit trail.")
    AUDIT_EXPORT = ("audit:export", "Export the audit trail and evidence.")

    GAMES_VIEW = ("games:view", "See the catalogue and its figures.")
    GAMES_CONFIGURE = ("games:configure", "Change games, their limits and returns.")
    ROUNDS_VIEW = ("rounds:view", "See rounds and replay them.")
    JACKPOTS_VIEW = ("jackpots:view", "See jackpots and their pools.")
    JACKPOTS_CONFIGURE = ("jackpots:configure", "Change jackpots.")
    BONUSES_VIEW = ("bonuses:view", "See offers and bonuses.")
    BONUSES_CONFIGURE = ("bonuses:configure", "Write offers.")
    BONUSES_GRANT = ("bonuses:grant", "Grant a bonus to a member.")

    GUESTS_VIEW = ("guests:view", "Find guests and see their points.")
    GUESTS_UPDATE = ("guests:update", "Change guests' data.")
    LOYALTY_VIEW = ("loyalty:view", "See levels, rules and promotions.")
    LOYALTY_CONFIGURE = ("loyalty:configure", "Change levels, rules and promotions.")
    LOYALTY_ADJUST = ("loyalty:adjust", "Book points by hand.")
    POS_VIEW = ("pos:view", "See tills and their links.")
    POS_CONFIGURE = ("pos:configure", "Link tills.")
    POS_OPERATE = ("pos:operate", "Earn and redeem at the till.")

    REFERRALS_VIEW = ("referrals:view", "See referrals and commissions.")
    REFERRALS_CONFIGURE = ("referrals:configure", "Change rates of commission.")
    REPORTS_VIEW = ("reports:view", "Read reports.")
    REPORTS_BUILD = ("reports:build", "Build and schedule reports.")
    CONTENT_EDIT = ("content:edit", "Change banners, pages and announcements.")
    NOTIFICATIONS_SEND = ("notifications:send", "Write to groups of members.")
    SUPPORT_VIEW = ("support:view", "Read tickets and complaints.")
    SUPPORT_HANDLE = ("support:handle", "Answer tickets and complaints.")

    TEAM_VIEW = ("team:view", "See staff and roles.")
    TEAM_INVITE = ("team:invite", "Add staff and grant roles.")
    TEAM_REMOVE = ("team:remove", "Remove staff and their roles.")
    ROLES_EDIT = ("roles:edit", "Change what roles may do.")
    SETTINGS_VIEW = ("settings:view", "See the tenant's settings.")
    SETTINGS_EDIT = ("settings:edit", "Change the tenant's settings.")
    BILLING_VIEW = ("billing:view", "See the tenant's plan and invoices.")
    BILLING_MANAGE = ("billing:manage", "Change the tenant's plan.")

    TENANTS_MANAGE = ("tenants:manage", "Open, suspend and close tenants. Platform only.")
    PLATFORM_OPERATE = ("platform:operate", "Watch over the platform's health. Platform only.")


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions in a tenant.

    Attributes:
        code: stable name.
        title: for people.
        permissions: what it lets people do, as ``area:act``.
        shipped: whether it came with the house; such a role is copied, not changed.
    """

    code: str
    title: str
    permissions: frozenset[str]
    shipped: bool = True


class PlatformRole(Enum):
    """A role that belongs to no tenant."""

    SUPER_ADMIN = "super_admin"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person may do in a tenant at this moment.

    Attributes:
        name: of the person, as colleagues see it.
        roles: codes of the roles held, in alphabetical order.
        permissions: the sum of what they let the person do.
    """

    name: str
    roles: tuple[str, ...]
    permissions: frozenset[str]

    @property
    def version(self) -> int:
        """Differs when the permissions differ: a client that sees another one asks for them anew."""
        return crc32(" ".join(sorted(self.permissions)).encode())


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who works for the tenant.

    Attributes:
        user_id: the person.
        name: as colleagues see it.
        roles: codes of the roles held.
    """

    user_id: UserId
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffProfile:
    """The caller at the staff's face."""

    user_id: UserId
    email: str
    name: str
    tenant_id: UUID
    tenant: str
    tenant_name: str
    rights: Rights


class ApprovalStatus(Enum):
    """The life of an approval."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Approval:
    """An act that waits for a second person.

    Attributes:
        id: of the request.
        kind: which act (``ledger.adjustment``); its domain registered how it is carried out.
        summary: one sentence that says what will happen.
        content: what the act will be carried out with; strings, whole numbers, booleans, nesting.
        content_hash: SHA-256 in hex over kind and content; who approves repeats what they saw.
        reason: why it was asked for.
        money: the amount concerned, if there is one.
        member_id: the member concerned, if there is one.
        maker_id: who asked; ``None`` if the house itself.
        maker: that person's name.
        status: where it stands.
        expires_at: after this it can no longer be approved.
        decided_at: when, if it was.
        decider: by whom.
        decision_reason: what that person said.
    """

    id: ApprovalId
    kind: str
    summary: str
    content: Mapping[str, object]
    content_hash: str
    reason: str
    money: Money | None
    member_id: MemberId | None
    maker_id: UUID | None
    maker: str
    status: ApprovalStatus
    created_at: datetime
    expires_at: datetime
    decided_at: datetime | None = None
    decider: str = ""
    decision_reason: str = ""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry of the audit trail as it is read."""

    id: UUID
    at: datetime
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    real_actor_id: UUID | None
    real_actor_name: str
    action: str
    resource_kind: str
    resource_id: str
    reason: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    address: str
    user_agent: str
    request_id: str


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What to look for on the audit trail; ``None`` leaves a field open.

    Attributes:
        actor: the id of a person, or a name in full.
        action: an act, or its area (``member`` finds ``member.suspended``).
        resource: ``kind`` or ``kind:id``.
        since: from this moment on.
        until: before this moment.
    """

    actor: str | None = None
    action: str | None = None
    resource: str | None = None
    since: datetime | None = None
    until: datetime | None = None
