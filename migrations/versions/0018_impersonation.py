"""Access: support looks at the house as a member, for a while, with a reason, and seen by the member."""

from alembic import op

from migrations.support import tenant_table

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = """
-- acting: the member of staff behind a session that is not the member's own.
ALTER TABLE sessions ADD COLUMN acting_id uuid;
ALTER TABLE sessions ADD COLUMN acting_name text;
ALTER TABLE sessions ADD COLUMN is_read_only boolean NOT NULL DEFAULT false;
ALTER TABLE sessions ADD CONSTRAINT sessions_acting CHECK (
    (acting_id IS NULL) = (acting_name IS NULL) AND (acting_id IS NOT NULL OR NOT is_read_only)
    AND (acting_id IS NULL OR (audience = 'player' AND acting_id <> user_id
                               AND expires_at <= created_at + interval '2 hours'))
);
CREATE INDEX sessions_acting_by ON sessions (tenant_id, acting_id) WHERE acting_id IS NOT NULL;

CREATE TABLE impersonations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    staff_id uuid NOT NULL,
    staff text NOT NULL,
    member_id uuid NOT NULL,
    reason text NOT NULL CHECK (length(reason) >= 10),
    is_read_only boolean NOT NULL,
    code_digest bytea NOT NULL,
    session_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    claimed_at timestamptz,
    ended_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, staff_id) REFERENCES staff_members (tenant_id, user_id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK (expires_at <= created_at + interval '2 hours')
);
-- Nobody acts as two at a time.
CREATE UNIQUE INDEX impersonations_one ON impersonations (tenant_id, staff_id) WHERE ended_at IS NULL;
CREATE INDEX impersonations_member ON impersonations (tenant_id, member_id, id);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("impersonations", grants="SELECT, INSERT, UPDATE")


def downgrade() -> None:
    op.execute("DROP TABLE impersonations")
    for column in ("acting_id", "acting_name", "is_read_only"):
        op.execute(f"ALTER TABLE sessions DROP COLUMN {column}")
