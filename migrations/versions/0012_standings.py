"""Standings: all states an account can have, and the history of them."""

from alembic import op

from migrations.support import append_only

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

STANDINGS = "('pending', 'active', 'limited', 'suspended', 'inactive', 'closed')"
STATES = "('pending', 'active', 'limited', 'suspended', 'inactive', 'closed', 'time_out', 'excluded')"
FORMER = "('active', 'suspended', 'closed')"

# A state is a standing, or a protection laid over it for a time; before is what it followed.
HISTORY = f"""
CREATE TABLE standing_changes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamptz NOT NULL,
    before text NOT NULL CHECK (before IN {STATES}),
    after text NOT NULL CHECK (after IN {STATES}),
    until timestamptz,
    reason text NOT NULL CHECK (reason <> ''),
    actor_kind text NOT NULL,
    actor_name text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE INDEX standing_changes_member ON standing_changes (tenant_id, member_id, id);
CREATE TRIGGER standing_changes_stand BEFORE UPDATE OR DELETE ON standing_changes
    FOR EACH ROW EXECUTE FUNCTION stakehouse_refuse_change();
"""


def upgrade() -> None:
    _allow(STANDINGS)
    op.execute(HISTORY)
    append_only("standing_changes")


def downgrade() -> None:
    op.execute("DROP TABLE standing_changes")
    _allow(FORMER)


def _allow(standings: str) -> None:
    for table in ("members", "member_protections"):
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {table}_standing_check")
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_standing_check CHECK (standing IN {standings})"
        )
