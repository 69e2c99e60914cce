"""The words of access: permissions, roles, staff, approvals, the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Annotated, ClassVar, NewType, Self
from uuid import UUID
from zlib import crc32

from pydantic import Field, field_validator
from typing_extensions import override

from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId, UserId
from stakehouse.kernel.money import Money
from stakehouse.kernel.reach import WHOLE_TENANT, Reach, Scope

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

    @property
    def area(self) -> str:
        """What it concerns: the part before the colon."""
        area: str = self.value.partition(":")[0]
        return area

    @property
    def has_ceiling(self) -> bool:
        """Whether it can be held up to an amount only."""
        return self in _WITH_CEILING

    @property
    def is_for_the_platform(self) -> bool:
        """Whether no role of a tenant can hold it."""
        return self in _PLATFORM_ONLY

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
    AML_VIEW = ("aml:view", "See watchlists, cases against laundering and monitoring rules.")
    AML_REVIEW = ("aml:review", "Work on cases against laundering and decide them.")
    AML_FREEZE = ("aml:freeze", "Freeze accounts, and ask for or decide their release.")
    AML_CONFIGURE = ("aml:configure", "Load watchlists and change monitoring rules.")
    HARM_VIEW = ("harm:view", "See markers of harm and the work list.")
    HARM_HANDLE = ("harm:handle", "Work on cases of harm and record contacts.")
    SIGNIFICANT_VIEW = ("significant:view", "Read the register of significant events.")
    SIGNIFICANT_RECORD = ("significant:record", "Enter significant events the house cannot know.")
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

    EVIDENCE_VIEW = ("evidence:view", "See and download evidence packs.")
    EVIDENCE_BUILD = ("evidence:build", "Have evidence packs built.")

    TEAM_VIEW = ("team:view", "See staff and roles.")
    TEAM_INVITE = ("team:invite", "Add staff and grant roles.")
    TEAM_REMOVE = ("team:remove", "Remove staff and their roles.")
    ROLES_EDIT = ("roles:edit", "Change what roles may do.")
    SETTINGS_VIEW = ("settings:view", "See the tenant's settings.")
    SETTINGS_EDIT = ("settings:edit", "Change the tenant's settings.")
    BILLING_VIEW = ("billing:view", "See the tenant's plan and invoices.")
    BILLING_MANAGE = ("billing:manage", "Change the tenant's plan.")

    TENANTS_VIEW = ("tenants:view", "See all tenants and their figures. Platform only.")
    TENANTS_MANAGE = ("tenants:manage", "Open, suspend and close tenants. Platform only.")
    PLATFORM_OPERATE = ("platform:operate", "Watch over the platform's health. Platform only.")


_WITH_CEILING = frozenset({Permission.PAYMENTS_APPROVE, Permission.LEDGER_ADJUST})
_PLATFORM_ONLY = frozenset({Permission.TENANTS_MANAGE, Permission.PLATFORM_OPERATE})


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions in a tenant.

    Attributes:
        code: stable name.
        title: for people.
        permissions: what it lets people do, as ``area:act``.
        shipped: whether it came with the house; such a role is copied, not changed.
        ceilings: up to which amount it lets them, by permission; what is not named has none.
        version: grows with each change.
        holders: how many people hold it.
    """

    code: str
    title: str
    permissions: frozenset[str]
    shipped: bool = True
    ceilings: Mapping[str, int] = field(default_factory=dict)
    version: int = 1
    holders: int = 0


class PlatformRole(Enum):
    """A role that belongs to no tenant."""

    SUPER_ADMIN = "super_admin"
    PROVIDER = "provider"


class Effect(Enum):
    """What an override does; a denial wins over everything."""

    ALLOW = "allow"
    DENY = "deny"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that a person holds somewhere, for good or until a moment.

    Attributes:
        id: of the grant.
        role: the role with what it permits.
        scope: where.
        granted_by: who gave it, if a person did.
        granted_at: when.
        expires_at: when it ends by itself.
        reason: why it was given.
    """

    id: UUID
    role: Role
    scope: Scope
    granted_by: UUID | None
    granted_at: datetime
    expires_at: datetime | None
    reason: str = ""

    def is_in_force(self, now: datetime) -> bool:
        """Whether it counts at this moment."""
        return self.expires_at is None or now < self.expires_at


@dataclass(frozen=True, slots=True)
class Override:
    """A permission given to, or kept from, one person whatever their roles say.

    Attributes:
        id: of the override.
        permission: which.
        effect: given or denied.
        scope: where.
        ceiling: up to which amount, in hundred-millionths.
        reason: why.
        granted_by: who decided it, if a person did.
        granted_at: when.
        expires_at: when it ends by itself.
    """

    id: UUID
    permission: str
    effect: Effect
    scope: Scope
    ceiling: int | None
    reason: str
    granted_by: UUID | None
    granted_at: datetime
    expires_at: datetime | None

    def is_in_force(self, now: datetime) -> bool:
        """Whether it counts at this moment."""
        return self.expires_at is None or now < self.expires_at


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that decides what one person may do in a tenant.

    Attributes:
        name: of the person, as colleagues see it.
        grants: their roles, those over included.
        overrides: what was decided for them alone.
        platform: their roles on the platform.
    """

    name: str
    grants: tuple[Grant, ...] = ()
    overrides: tuple[Override, ...] = ()
    platform: tuple[PlatformRole, ...] = ()


class StaffAccess(Settings):
    """From where the staff may reach the back-office."""

    category: ClassVar[str] = "staff_access"
    title: ClassVar[str] = "Staff access"

    networks: tuple[Annotated[str, Field(max_length=43)], ...] = Field(
        default=(),
        max_length=100,
        title="Networks that staff may come from, such as 203.0.113.0/24; with none, from anywhere",
    )

    @field_validator("networks")
    @classmethod
    def _are_networks(cls, networks: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(ip_network(network.strip(), strict=False)) for network in networks)

    def admits(self, address: str) -> bool:
        """Whether staff may come from an address; one that is none is let in only if there is no list."""
        if not self.networks:
            return True
        try:
            place = ip_address(address)
        except ValueError:
            return False
        if isinstance(place, IPv6Address) and place.ipv4_mapped is not None:
            place = place.ipv4_mapped
        return any(place in ip_network(network) for network in self.networks)

    @override
    def objection(self, address: str) -> str | None:
        """Refuses a list that would lock out whoever saves it."""
        if self.admits(address):
            return None
        return f"Your own address {address} is in none of these networks: you would lock yourself out."


@dataclass(frozen=True, slots=True)
class Rights:
    """What a person may do in a tenant at this moment.

    Attributes:
        name: of the person, as colleagues see it.
        roles: codes of the roles held, in alphabetical order.
        permissions: what the person may do everywhere in the tenant.
        reaches: how far permissions go that are limited, denied somewhere, or held somewhere only.
        until: when the next grant or override ends, and this with it.
        access: from where the tenant lets its staff come.
    """

    name: str
    roles: tuple[str, ...]
    permissions: frozenset[str]
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    until: datetime | None = None
    access: StaffAccess = field(default_factory=StaffAccess)

    @property
    def version(self) -> int:
        """Differs when the rights differ: a client that sees another one asks for them anew."""
        reaches = sorted(f"{permission} {reach}" for permission, reach in self.reaches.items())
        return crc32(" ".join([*sorted(self.permissions), *reaches]).encode())


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who works for the tenant.

    Attributes:
        user_id: the person.
        name: as colleagues see it.
        email: their address.
        grants: their roles that count.
        overrides: what was decided for them alone and counts.
    """

    user_id: UserId
    name: str
    email: str
    grants: tuple[Grant, ...]
    overrides: tuple[Override, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Codes of the roles held, in alphabetical order."""
        return tuple(sorted({grant.role.code for grant in self.grants}))


@dataclass(frozen=True, slots=True)
class Invitation:
    """A person who was asked to join the staff.

    Attributes:
        id: of the invitation.
        email: whom it was sent to.
        name: as colleagues will see it.
        role: which role the person will hold.
        scope: where.
        grant_expires_at: until when, if not for good.
        inviter_id: who asked, if a person did.
        inviter: that person's name.
        expires_at: until when it can be accepted.
    """

    id: UUID
    email: str
    name: str
    role: str
    scope: Scope
    grant_expires_at: datetime | None
    inviter_id: UUID | None
    inviter: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Impersonation:
    """A visit of support: somebody sees the house as a member.

    Attributes:
        id: of the visit.
        staff_id: who really acts.
        staff: that person's name.
        member_id: as whom.
        reason: why; the member reads it.
        is_read_only: whether they may look and nothing else.
        session_id: of the session that began with it; ``None`` before.
        created_at: when it was asked for.
        expires_at: when it ends by itself.
        claimed_at: when the session began.
        ended_at: when it was ended.
    """

    id: UUID
    staff_id: UUID
    staff: str
    member_id: MemberId
    reason: str
    is_read_only: bool
    session_id: UUID | None
    created_at: datetime
    expires_at: datetime
    claimed_at: datetime | None = None
    ended_at: datetime | None = None


class StepKind(Enum):
    """What a step on the path to a decision is."""

    ROLE = "role"
    """A role gives the permission."""

    OVERRIDE_ALLOWS = "override_allows"
    OVERRIDE_DENIES = "override_denies"
    OUT_OF_SCOPE = "out_of_scope"
    """It is held, but elsewhere."""

    OVER_LIMIT = "over_limit"
    """It is held, but up to a smaller amount."""

    EXPIRED = "expired"
    """It was held until a moment that is over."""

    MISSING = "missing"
    """Nothing gives it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the answer to why somebody may or may not.

    Attributes:
        kind: what it is.
        source: code of the role, or id of the override.
        title: the role's title, or the override's reason.
        scope: where it counts.
        ceiling: up to which amount, in hundred-millionths.
        expires_at: until when.
    """

    kind: StepKind
    source: str = ""
    title: str = ""
    scope: Scope = WHOLE_TENANT
    ceiling: int | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether somebody may, and the path that leads there.

    Attributes:
        permission: which was asked for.
        is_allowed: the answer.
        steps: what leads to it: everything that gives it, or what is missing.
        roles: roles of the tenant that would give it, where it is missing.
    """

    permission: str
    is_allowed: bool
    steps: tuple[Step, ...]
    roles: tuple[str, ...] = ()


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
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decided:
    """A person who approved a request, whether it needed others besides or not."""

    decider_id: UUID
    decider: str
    reason: str
    decided_at: datetime


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
        quorum: how many people must approve.
        approved_by: who did so far.
        state: what the act will change, as it was when it was asked for; ``None`` if nothing was kept.
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
    quorum: int = 1
    approved_by: tuple[Decided, ...] = ()
    state: Mapping[str, object] | None = None


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


Threshold = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,9})(\.[0-9]{1,8})?$")]
"""An amount as a decimal string whose currency stands elsewhere."""


class FourEyesSettings(Settings):
    """How many people must approve what another asks for."""

    category: ClassVar[str] = "four_eyes"
    title: ClassVar[str] = "Four eyes"

    two_from: Threshold | None = Field(
        default=None,
        title="Amount from which two people must approve; in currencies other than fiat, always",
    )
    three_from: Threshold | None = Field(
        default=None,
        title="Amount from which three people must approve; in currencies other than fiat, always",
    )
    two_by_currency: dict[Annotated[str, Field(pattern="^[A-Z0-9]{3,8}$")], Threshold] = Field(
        default_factory=dict, title="Other amounts for two people in single currencies, by code"
    )
