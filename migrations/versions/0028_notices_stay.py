"""What a vendor of identity checks said stays as it came, as what a gateway said does already."""

from alembic import op

from migrations.support import APPLICATION_ROLE

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(f"REVOKE UPDATE ON kyc_notices FROM {APPLICATION_ROLE}")
    op.execute(f"GRANT UPDATE (handled_at, outcome, case_id, tries) ON kyc_notices TO {APPLICATION_ROLE}")


def downgrade() -> None:
    op.execute(f"GRANT UPDATE ON kyc_notices TO {APPLICATION_ROLE}")
