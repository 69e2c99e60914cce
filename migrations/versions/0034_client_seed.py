"""What a client seed may be is checked when one is set, not each time a nonce moves on.

PostgreSQL looks at every CHECK of a table with each row that it updates, and the pattern cost a twentieth
of all that a bet asks of the server. A domain is looked at when a value becomes one.
"""

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE DOMAIN client_seed AS text CHECK (VALUE ~ '^[A-Za-z0-9_-]{1,64}$')")
    op.execute("""
        ALTER TABLE seed_pairs
            DROP CONSTRAINT seed_pairs_client_seed_check,
            ALTER COLUMN client_seed TYPE client_seed
    """)


def downgrade() -> None:
    op.execute("""
        ALTER TABLE seed_pairs
            ALTER COLUMN client_seed TYPE text,
            ADD CONSTRAINT seed_pairs_client_seed_check CHECK (client_seed ~ '^[A-Za-z0-9_-]{1,64}$')
    """)
    op.execute("DROP DOMAIN client_seed")
