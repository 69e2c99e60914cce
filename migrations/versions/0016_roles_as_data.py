"""Access: limits of permissions, reasons of grants, overrides for single people, invitations."""

from alembic import op

from migrations.support import tenant_table

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TABLES = """
-- max_amount: up to which amount of fiat money, in hundred-millionths; NULL for any amount.
ALTER TABLE role_permissions ADD COLUMN max_amount bigint CHECK (max_amount >= 0);
ALTER TABLE roles ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE role_grants ADD COLUMN reason text NOT NULL DEFAULT '';

CREATE TABLE permission_overrides (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    permission text NOT NULL CHECK (permission ~ '^[a-z_]+:[a-z_]+$'),
    effect text NOT NULL CHECK (effect IN ('allow', 'deny')),
    scope_kind text NOT NULL CHECK (scope_kind IN ('tenant', 'restaurant', 'downline')),
    scope_id uuid,
    max_amount bigint CHECK (max_amount >= 0),
    reason text NOT NULL,
    granted_by uuid,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES staff_members (tenant_id, user_id),
    CHECK ((scope_kind = 'tenant') = (scope_id IS NULL)),
    CHECK (effect = 'allow' OR max_amount IS NULL)
);
CREATE INDEX permission_overrides_person ON permission_overrides (tenant_id, user_id);

-- The code itself is only in the mail; whoever holds it proves that the address is theirs.
CREATE TABLE staff_invitations (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    scope_kind text NOT NULL CHECK (scope_kind IN ('tenant', 'restaurant', 'downline')),
    scope_id uuid,
    grant_expires_at timestamptz,
    code_digest bytea NOT NULL,
    invited_by uuid,
    inviter text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, role) REFERENCES roles (tenant_id, code),
    CHECK ((scope_kind = 'tenant') = (scope_id IS NULL)),
    CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX staff_invitations_code ON staff_invitations (tenant_id, code_digest);
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("permission_overrides", "staff_invitations"):
        tenant_table(table)


def downgrade() -> None:
    for table in ("staff_invitations", "permission_overrides"):
        op.execute(f"DROP TABLE {table}")
    op.execute("ALTER TABLE role_grants DROP COLUMN reason")
    op.execute("ALTER TABLE roles DROP COLUMN version")
    op.execute("ALTER TABLE role_permissions DROP COLUMN max_amount")
