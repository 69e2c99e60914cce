"""The history of a member's protections: every limit, exclusion and reality check, for as long as the law asks."""

from alembic import op

from migrations.support import append_only

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

# The audit trail tells the same and more, but leaves the database after ninety days.
UP = """
CREATE TABLE protection_changes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamptz NOT NULL,
    act text NOT NULL CHECK (act <> ''),
    before jsonb,
    after jsonb,
    reason text NOT NULL,
    actor_kind text NOT NULL,
    actor_name text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE INDEX protection_changes_member ON protection_changes (tenant_id, member_id, id);
CREATE TRIGGER protection_changes_stand BEFORE UPDATE OR DELETE ON protection_changes
    FOR EACH ROW EXECUTE FUNCTION stakehouse_refuse_change();
"""


def upgrade() -> None:
    op.execute(UP)
    append_only("protection_changes")


def downgrade() -> None:
    op.execute("DROP TABLE protection_changes")
