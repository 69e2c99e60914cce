"""Tenancy: hosts with proof of ownership, logos; the console: invitations of owners."""

from alembic import op

from migrations.support import tenant_table

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

TABLES = """
ALTER TABLE tenant_hosts
    DROP CONSTRAINT tenant_hosts_pkey,
    DROP CONSTRAINT tenant_hosts_status_check,
    ADD COLUMN token text NOT NULL DEFAULT '',
    ADD COLUMN certificate text NOT NULL DEFAULT 'none'
        CHECK (certificate IN ('none', 'wanted', 'issued', 'failed')),
    ADD COLUMN certificate_until timestamptz,
    ADD COLUMN checked_at timestamptz,
    ADD COLUMN verified_at timestamptz,
    ADD COLUMN failures smallint NOT NULL DEFAULT 0,
    ADD COLUMN detail text NOT NULL DEFAULT '';
UPDATE tenant_hosts SET status = 'failed' WHERE status = 'refused';
ALTER TABLE tenant_hosts
    ADD PRIMARY KEY (tenant_id, host),
    ADD CONSTRAINT tenant_hosts_status_check
        CHECK (status IN ('pending', 'verified', 'active', 'failed', 'removed'));
-- Anybody may claim a name; whoever proves it first has it.
CREATE UNIQUE INDEX tenant_hosts_taken ON tenant_hosts (host) WHERE status IN ('verified', 'active');

CREATE TABLE tenant_logos (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    content bytea NOT NULL CHECK (length(content) <= 1048576),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);

CREATE TABLE owner_invitations (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    email text NOT NULL,
    is_new boolean NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (tenant_id, token_hash)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("tenant_logos", grants="SELECT, INSERT")
    tenant_table("owner_invitations", grants="SELECT, INSERT, UPDATE")


def downgrade() -> None:
    op.execute("DROP TABLE owner_invitations")
    op.execute("DROP TABLE tenant_logos")
    op.execute("DELETE FROM tenant_hosts WHERE status IN ('failed', 'removed', 'verified')")
    op.execute(
        "ALTER TABLE tenant_hosts DROP CONSTRAINT tenant_hosts_pkey, DROP CONSTRAINT tenant_hosts_status_check, "
        "DROP COLUMN token, DROP COLUMN certificate, DROP COLUMN certificate_until, DROP COLUMN checked_at, "
        "DROP COLUMN verified_at, DROP COLUMN failures, DROP COLUMN detail, ADD PRIMARY KEY (host), "
        "ADD CONSTRAINT tenant_hosts_status_check CHECK (status IN ('active', 'pending', 'refused'))"
    )
