"""The tables of access; ``migrations/versions/0005_access.py`` makes them."""

from sqlalchemy import Boolean, Column, DateTime, MetaData, Table, Text, Uuid

metadata = MetaData()

roles = Table(
    "roles",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("title", Text),
    Column("shipped", Boolean),
    Column("created_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True)),
)

role_permissions = Table(
    "role_permissions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("permission", Text, primary_key=True),
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
)

platform_grants = Table(
    "platform_grants",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("name", Text),
    Column("granted_at", DateTime(timezone=True)),
)
