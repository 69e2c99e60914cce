"""${message}."""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the tables."""
    ${upgrades if upgrades else 'op.execute("")'}


def downgrade() -> None:
    """Drops them."""
    ${downgrades if downgrades else 'op.execute("")'}
