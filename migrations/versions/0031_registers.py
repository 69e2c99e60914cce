"""National registers of exclusions: connections to them, what they answered, whom they keep out."""

from alembic import op

from migrations.support import tenant_table

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

UP = """
-- By what a register knows people.
ALTER TABLE members ADD COLUMN postcode text;
ALTER TABLE registrations
    ADD COLUMN first_name text NOT NULL DEFAULT '',
    ADD COLUMN last_name text NOT NULL DEFAULT '',
    ADD COLUMN postcode text NOT NULL DEFAULT '',
    ADD COLUMN phone text NOT NULL DEFAULT '';

CREATE TABLE register_connections (
    tenant_id uuid NOT NULL,
    register text NOT NULL,
    base_url text NOT NULL,
    credentials bytea NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, register)
);

-- Of whom was asked there is a digest and, if they are one, the member; never what was sent.
CREATE TABLE register_answers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    print bytea NOT NULL,
    member_id uuid,
    register text NOT NULL,
    cause text NOT NULL CHECK (cause IN ('registration', 'sign_in', 'marketing')),
    answer text NOT NULL CHECK (answer IN ('on', 'off', 'former', 'silent')),
    reference text NOT NULL,
    asked_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE INDEX register_answers_print ON register_answers (tenant_id, print, id);
CREATE INDEX register_answers_member ON register_answers (tenant_id, member_id, id);

-- Beside what the member chose, so that neither ends the other.
ALTER TABLE member_protections ADD COLUMN register_since timestamptz;
"""

DOWN = """
ALTER TABLE member_protections DROP COLUMN register_since;
DROP TABLE register_answers;
DROP TABLE register_connections;
ALTER TABLE registrations
    DROP COLUMN first_name, DROP COLUMN last_name, DROP COLUMN postcode, DROP COLUMN phone;
ALTER TABLE members DROP COLUMN postcode;
"""


def upgrade() -> None:
    op.execute(UP)
    tenant_table("register_connections")
    tenant_table("register_answers", grants="SELECT, INSERT, DELETE")


def downgrade() -> None:
    op.execute(DOWN)
