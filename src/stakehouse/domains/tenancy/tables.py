"""The tables of tenancy; ``migrations/versions/0003_tenancy.py`` makes them."""

from sqlalchemy import (
    ARRAY,
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

tenants = Table(
    "tenants",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("slug", Text),
    Column("name", Text),
    Column("status", Text),
    Column("jurisdiction", Text),
    Column("features", JSONB),
    Column("languages", ARRAY(Text)),
    Column("currencies", JSONB),
    Column("default_currency", Text),
    Column("minimum_age", SmallInteger),
    Column("blocked_countries", ARRAY(Text)),
    Column("time_zone", Text),
    Column("support_email", Text),
    Column("branding", JSONB),
    Column("created_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True)),
)

tenant_hosts = Table(
    "tenant_hosts",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("host", Text, primary_key=True),
    Column("status", Text),
    Column("token", Text),
    Column("certificate", Text),
    Column("certificate_until", DateTime(timezone=True)),
    Column("checked_at", DateTime(timezone=True)),
    Column("verified_at", DateTime(timezone=True)),
    Column("failures", SmallInteger),
    Column("detail", Text),
    Column("created_at", DateTime(timezone=True)),
)

tenant_logos = Table(
    "tenant_logos",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("hash", Text, primary_key=True),
    Column("content", LargeBinary),
    Column("created_at", DateTime(timezone=True)),
)

tenant_settings = Table(
    "tenant_settings",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("category", Text, primary_key=True),
    Column("value", JSONB),
    Column("version", Integer),
    Column("updated_at", DateTime(timezone=True)),
)

tenant_setting_versions = Table(
    "tenant_setting_versions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("category", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("value", JSONB),
    Column("changed_by", Uuid),
    Column("changed_by_name", Text),
    Column("reason", Text),
    Column("created_at", DateTime(timezone=True)),
)
