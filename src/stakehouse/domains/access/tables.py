"""The tables of access."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()

roles = Table(
    "roles",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("title", Text),
    Column("shipped", Boolean),
    Column("version", Integer),
    Column("created_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True)),
)

role_permissions = Table(
    "role_permissions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("permission", Text, primary_key=True),
    Column("max_amount", BigInteger),
)

staff_members = Table(
    "staff_members",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("user_id", Uuid, primary_key=True),
    Column("name", Text),
    Column("status", Text),
    Column("created_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True)),
)

role_grants = Table(
    "role_grants",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid),
    Column("role", Text),
    Column("scope_kind", Text),
    Column("scope_id", Uuid),
    Column("granted_by", Uuid),
    Column("granted_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
    Column("reason", Text),
)

permission_overrides = Table(
    "permission_overrides",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid),
    Column("permission", Text),
    Column("effect", Text),
    Column("scope_kind", Text),
    Column("scope_id", Uuid),
    Column("max_amount", BigInteger),
    Column("reason", Text),
    Column("granted_by", Uuid),
    Column("granted_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
)

staff_invitations = Table(
    "staff_invitations",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("email", Text),
    Column("name", Text),
    Column("role", Text),
    Column("scope_kind", Text),
    Column("scope_id", Uuid),
    Column("grant_expires_at", DateTime(timezone=True)),
    Column("code_digest", LargeBinary),
    Column("invited_by", Uuid),
    Column("inviter", Text),
    Column("created_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
    Column("accepted_at", DateTime(timezone=True)),
    Column("withdrawn_at", DateTime(timezone=True)),
)

platform_grants = Table(
    "platform_grants",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("name", Text),
    Column("granted_at", DateTime(timezone=True)),
)

impersonations = Table(
    "impersonations",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("staff_id", Uuid),
    Column("staff", Text),
    Column("member_id", Uuid),
    Column("reason", Text),
    Column("is_read_only", Boolean),
    Column("code_digest", LargeBinary),
    Column("session_id", Uuid),
    Column("created_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
    Column("claimed_at", DateTime(timezone=True)),
    Column("ended_at", DateTime(timezone=True)),
)

approvals = Table(
    "approvals",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("member_id", Uuid),
    Column("currency", Text),
    Column("scale", SmallInteger),
    Column("currency_kind", Text),
    Column("units", BigInteger),
    Column("maker_id", Uuid),
    Column("maker", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("decided_at", DateTime(timezone=True)),
    Column("decider_id", Uuid),
    Column("decider", Text, nullable=False),
    Column("decision_reason", Text, nullable=False),
    Column("quorum", SmallInteger, nullable=False),
    Column("state", Text),
)

approval_decisions = Table(
    "approval_decisions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("approval_id", Uuid, primary_key=True),
    Column("decider_id", Uuid, primary_key=True),
    Column("decider", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_at", DateTime(timezone=True), nullable=False),
)

audit_trail = Table(
    "audit_trail",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_id", Uuid),
    Column("actor_name", Text, nullable=False),
    Column("real_actor_id", Uuid),
    Column("real_actor_name", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("resource_kind", Text, nullable=False),
    Column("resource_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("before", JSONB),
    Column("after", JSONB),
    Column("address", Text, nullable=False),
    Column("user_agent", Text, nullable=False),
    Column("request_id", Text, nullable=False),
)
