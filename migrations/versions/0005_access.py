"""Access: roles and their permissions, staff and the roles granted to them, platform staff."""

from alembic import op

from migrations.support import platform_table, tenant_table

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE roles (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    title text NOT NULL,
    shipped boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, code)
);

CREATE TABLE role_permissions (
    tenant_id uuid NOT NULL,
    role text NOT NULL,
    permission text NOT NULL CHECK (permission ~ '^[a-z_]+:[a-z_]+$'),
    PRIMARY KEY (tenant_id, role, permission),
    FOREIGN KEY (tenant_id, role) REFERENCES roles (tenant_id, code) ON DELETE CASCADE
);

CREATE TABLE staff_members (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    user_id uuid NOT NULL,
    name text NOT NULL,
    status text NOT NULL CHECK (status IN ('active', 'removed')),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);

CREATE TABLE role_grants (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    scope_kind text NOT NULL CHECK (scope_kind IN ('tenant', 'restaurant', 'downline')),
    scope_id uuid,
    granted_by uuid,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES staff_members (tenant_id, user_id),
    FOREIGN KEY (tenant_id, role) REFERENCES roles (tenant_id, code),
    CHECK ((scope_kind = 'tenant') = (scope_id IS NULL))
);
CREATE UNIQUE INDEX role_grants_once ON role_grants (tenant_id, user_id, role, scope_kind, scope_id)
    NULLS NOT DISTINCT;

-- Staff of the platform itself: no tenant's row, and no tenant can grant or see it.
CREATE TABLE platform_grants (
    user_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('super_admin', 'provider')),
    name text NOT NULL,
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, role)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("roles", "role_permissions", "staff_members", "role_grants"):
        tenant_table(table)
    platform_table("platform_grants")


def downgrade() -> None:
    for table in ("platform_grants", "role_grants", "staff_members", "role_permissions", "roles"):
        op.execute(f"DROP TABLE {table}")
