"""Requests by which others ask that somebody be kept out of play."""

from alembic import op

from migrations.support import tenant_table

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

UP = """
-- Who asks, about whom and why is sealed: it speaks of two people who may both be strangers here.
CREATE TABLE exclusion_requests (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    asked_by text NOT NULL CHECK (asked_by IN ('court', 'authority', 'family', 'other')),
    content bytea NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'excluded', 'declined')),
    member_id uuid,
    created_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by text NOT NULL DEFAULT '',
    decision text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK ((status = 'open') = (decided_at IS NULL)),
    CHECK ((status = 'excluded') = (member_id IS NOT NULL))
);
CREATE INDEX exclusion_requests_open ON exclusion_requests (tenant_id, status, id);
"""


def upgrade() -> None:
    op.execute(UP)
    tenant_table("exclusion_requests", grants="SELECT, INSERT, UPDATE")


def downgrade() -> None:
    op.execute("DROP TABLE exclusion_requests")
