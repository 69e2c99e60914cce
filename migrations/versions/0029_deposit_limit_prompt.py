"""What members answered when the house asked for a deposit limit: where, when, and what."""

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

UP = """
ALTER TABLE member_protections
    ADD COLUMN deposit_limit_answer text CHECK (deposit_limit_answer IN ('limit', 'none')),
    ADD COLUMN deposit_limit_source text CHECK (deposit_limit_source IN ('registration', 'cashier')),
    ADD COLUMN deposit_limit_answered_at timestamptz,
    ADD CONSTRAINT member_protections_deposit_limit_check
        CHECK (num_nulls(deposit_limit_answer, deposit_limit_source, deposit_limit_answered_at) IN (0, 3));
"""

DOWN = """
ALTER TABLE member_protections
    DROP COLUMN deposit_limit_answer, DROP COLUMN deposit_limit_source, DROP COLUMN deposit_limit_answered_at;
"""


def upgrade() -> None:
    op.execute(UP)


def downgrade() -> None:
    op.execute(DOWN)
