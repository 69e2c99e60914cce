"""The session a round was played in stands with the round; those of before tell none."""

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Without a default no row is touched, and every partition takes it from the table.
    op.execute("ALTER TABLE rounds ADD COLUMN session_id uuid")


def downgrade() -> None:
    op.execute("ALTER TABLE rounds DROP COLUMN session_id")
