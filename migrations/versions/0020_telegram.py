"""Telegram: a bot for each tenant, links of its members, what was used already; archives of personal data."""

from alembic import op

from migrations.support import tenant_table

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

# A link counts in its tenant alone: whoever holds a tenant's bot can sign whatever they like with it.
TABLES = """
CREATE TABLE telegram_bots (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    bot_id bigint NOT NULL CHECK (bot_id > 0),
    username text NOT NULL,
    sealed_token bytea,
    sealed_secret bytea,
    updated_at timestamptz NOT NULL
);

CREATE TABLE telegram_links (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    user_id uuid NOT NULL,
    telegram_id bigint NOT NULL CHECK (telegram_id > 0),
    username text NOT NULL,
    first_name text NOT NULL,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, user_id),
    UNIQUE (tenant_id, telegram_id)
);

-- Signed data counts once; remembered for as long as it could count.
CREATE TABLE spent_proofs (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    digest bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, digest)
);

-- One archive of a member is under way at most.
CREATE TABLE data_exports (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'building', 'ready', 'failed')),
    sections integer NOT NULL,
    done integer NOT NULL,
    size bigint NOT NULL,
    requested_at timestamptz NOT NULL,
    ready_at timestamptz,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE UNIQUE INDEX data_exports_under_way ON data_exports (tenant_id, member_id)
    WHERE state IN ('waiting', 'building');
CREATE INDEX data_exports_old ON data_exports (tenant_id, expires_at);

ALTER TABLE registrations ADD COLUMN telegram jsonb;
ALTER TABLE registrations ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE registrations ADD CHECK (password_hash IS NOT NULL OR telegram IS NOT NULL);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("telegram_bots")
    tenant_table("telegram_links")
    tenant_table("spent_proofs")
    tenant_table("data_exports")


def downgrade() -> None:
    op.execute("DELETE FROM registrations WHERE password_hash IS NULL")
    op.execute("ALTER TABLE registrations DROP COLUMN telegram")
    op.execute("ALTER TABLE registrations ALTER COLUMN password_hash SET NOT NULL")
    for table in ("data_exports", "spent_proofs", "telegram_links", "telegram_bots"):
        op.execute(f"DROP TABLE {table}")
