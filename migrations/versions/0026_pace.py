"""Pace: the last bet at each kind of game, and the birth date that stake caps go by."""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE limit_counters ADD COLUMN pace text NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE member_protections ADD COLUMN birth_date date")


def downgrade() -> None:
    op.execute("ALTER TABLE member_protections DROP COLUMN birth_date")
    op.execute("ALTER TABLE limit_counters DROP COLUMN pace")
