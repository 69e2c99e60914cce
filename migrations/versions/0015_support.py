"""Support: complaints, what was said about them, and the numbers that people call them by."""

from alembic import op

from migrations.support import append_only, tenant_table

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE complaint_numbers (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    last integer NOT NULL CHECK (last > 0)
);

CREATE TABLE complaints (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    member_id uuid NOT NULL,
    category text NOT NULL CHECK (category IN ('payment', 'game', 'bonus', 'account', 'verification',
                                               'safer_gambling', 'staff', 'other')),
    subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 120),
    reference_kind text CHECK (reference_kind IN ('round', 'deposit', 'withdrawal')),
    reference_id uuid,
    status text NOT NULL CHECK (status IN ('received', 'in_progress', 'answered', 'escalated', 'closed')),
    outcome text CHECK (outcome IN ('upheld', 'partly_upheld', 'rejected')),
    owner_id uuid,
    owner_name text NOT NULL,
    acknowledge_by timestamptz NOT NULL,
    answer_by timestamptz NOT NULL,
    keep_until timestamptz NOT NULL,
    overdue_told text NOT NULL CHECK (overdue_told IN ('', 'acknowledgement', 'answer')),
    created_at timestamptz NOT NULL,
    acknowledged_at timestamptz,
    answered_at timestamptz,
    escalated_at timestamptz,
    closed_at timestamptz,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK ((reference_kind IS NULL) = (reference_id IS NULL)),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX complaints_number ON complaints (tenant_id, number);
CREATE INDEX complaints_of_member ON complaints (tenant_id, member_id, id);
CREATE INDEX complaints_due ON complaints (tenant_id, answer_by)
    WHERE status IN ('received', 'in_progress');

CREATE TABLE complaint_entries (
    tenant_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL CHECK (kind IN ('member', 'answer', 'note', 'step')),
    author text NOT NULL,
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    PRIMARY KEY (tenant_id, complaint_id, id),
    FOREIGN KEY (tenant_id, complaint_id) REFERENCES complaints (tenant_id, id)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("complaint_numbers", grants="SELECT, INSERT, UPDATE")
    # Kept for years: nobody deletes a complaint, and what was said about it is never changed.
    tenant_table("complaints", grants="SELECT, INSERT, UPDATE")
    append_only("complaint_entries")


def downgrade() -> None:
    for table in ("complaint_entries", "complaints", "complaint_numbers"):
        op.execute(f"DROP TABLE {table}")
