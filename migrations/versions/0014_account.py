"""What a person does with their own sign-in: codes by mail, locks after failures, memberships."""

from alembic import op

from migrations.support import platform_table, tenant_table

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = """
-- One code a purpose and subject: a new one replaces it, and with it the code sent before.
CREATE TABLE mailed_codes (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('password_reset', 'email_change')),
    subject text NOT NULL,
    user_id uuid,
    email text NOT NULL CHECK (email = lower(email)),
    code_digest bytea NOT NULL,
    tries_left smallint NOT NULL CHECK (tries_left >= 0),
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, purpose, subject)
);

-- A person has one password for all tenants, so its failures are counted for all of them. Keys are
-- digests: no address of a person lies about.
CREATE TABLE sign_in_failures (
    key bytea PRIMARY KEY,
    failures integer NOT NULL CHECK (failures > 0),
    last_at timestamptz NOT NULL,
    locked_until timestamptz,
    asked_at timestamptz
);

-- In which tenants a person is known, for that person alone. Ids, nothing else.
CREATE TABLE memberships (
    user_id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('player', 'staff')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, tenant_id, kind)
);
"""

# The owner is bound by row-level security too, and fills the new table from all tenants once.
FILL = (
    "ALTER TABLE members NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE staff_members NO FORCE ROW LEVEL SECURITY",
    "INSERT INTO memberships SELECT user_id, tenant_id, 'player', created_at FROM members",
    "INSERT INTO memberships SELECT user_id, tenant_id, 'staff', created_at FROM staff_members "
    "WHERE status = 'active'",
    "ALTER TABLE members FORCE ROW LEVEL SECURITY",
    "ALTER TABLE staff_members FORCE ROW LEVEL SECURITY",
)


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("mailed_codes")
    platform_table("sign_in_failures")
    platform_table("memberships", grants="SELECT, INSERT, DELETE")
    for statement in FILL:
        op.execute(statement)


def downgrade() -> None:
    for table in ("memberships", "sign_in_failures", "mailed_codes"):
        op.execute(f"DROP TABLE {table}")
