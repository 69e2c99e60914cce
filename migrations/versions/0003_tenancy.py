"""Tenancy: tenants, the hosts they answer to, their settings and what those were before."""

from alembic import op

from migrations.support import append_only, platform_table, tenant_table

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A tenant is found before it is known, so the two tables that find it belong to the platform.
TABLES = """
CREATE TABLE tenants (
    id uuid PRIMARY KEY,
    -- "platform" stands in subjects of the bus for what concerns no tenant.
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$' AND slug <> 'platform'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    status text NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
    jurisdiction text NOT NULL,
    features jsonb NOT NULL,
    languages text[] NOT NULL CHECK (cardinality(languages) > 0),
    currencies jsonb NOT NULL CHECK (jsonb_array_length(currencies) > 0),
    default_currency text NOT NULL,
    minimum_age smallint NOT NULL CHECK (minimum_age BETWEEN 0 AND 30),
    blocked_countries text[] NOT NULL,
    time_zone text NOT NULL,
    support_email text NOT NULL,
    branding jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE tenant_hosts (
    host text PRIMARY KEY CHECK (host = lower(host)),
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    status text NOT NULL CHECK (status IN ('active', 'pending', 'refused')),
    created_at timestamptz NOT NULL
);

CREATE TABLE tenant_settings (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    category text NOT NULL,
    value jsonb NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, category)
);

CREATE TABLE tenant_setting_versions (
    tenant_id uuid NOT NULL,
    category text NOT NULL,
    version integer NOT NULL,
    value jsonb NOT NULL,
    changed_by uuid,
    changed_by_name text NOT NULL,
    reason text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, category, version),
    FOREIGN KEY (tenant_id, category) REFERENCES tenant_settings (tenant_id, category)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    platform_table("tenants", grants="SELECT, INSERT, UPDATE")
    platform_table("tenant_hosts")
    tenant_table("tenant_settings", grants="SELECT, INSERT, UPDATE")
    append_only("tenant_setting_versions")


def downgrade() -> None:
    for table in ("tenant_setting_versions", "tenant_settings", "tenant_hosts", "tenants"):
        op.execute(f"DROP TABLE {table}")
