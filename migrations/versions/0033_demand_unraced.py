"""A group commits with its last statement, so what it read without a lock is demanded by the database."""

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        CREATE FUNCTION demand_unraced(expected bigint, changed bigint) RETURNS boolean
        LANGUAGE plpgsql AS $$
        BEGIN
            IF changed <> expected THEN
                RAISE serialization_failure
                    USING MESSAGE = format('%s of %s rows are as they were read', changed, expected);
            END IF;
            RETURN true;
        END $$
    """)


def downgrade() -> None:
    op.execute("DROP FUNCTION demand_unraced(bigint, bigint)")
