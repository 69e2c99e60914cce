"""Games: each member's seed pair in force and the next, and the pairs that are over."""

from alembic import op

from migrations.support import append_only, tenant_table

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = """
-- One row a member, updated in place: the nonce moves with every bet and is not indexed.
CREATE TABLE seed_pairs (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    pair_id uuid NOT NULL,
    scheme text NOT NULL CHECK (scheme IN ('pf1', 'pf2')),
    server_seed_sealed bytea NOT NULL,
    server_seed_hash text NOT NULL,
    client_seed text NOT NULL CHECK (client_seed ~ '^[A-Za-z0-9_-]{1,64}$'),
    nonce bigint NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    next_server_seed_sealed bytea NOT NULL,
    next_server_seed_hash text NOT NULL,
    PRIMARY KEY (tenant_id, member_id)
) WITH (fillfactor = 50);

CREATE TABLE revealed_pairs (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    pair_id uuid NOT NULL,
    scheme text NOT NULL,
    server_seed text NOT NULL,
    server_seed_hash text NOT NULL,
    client_seed text NOT NULL,
    rounds bigint NOT NULL,
    started_at timestamptz NOT NULL,
    revealed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id, pair_id)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("seed_pairs", grants="SELECT, INSERT, UPDATE")
    append_only("revealed_pairs")


def downgrade() -> None:
    op.execute("DROP TABLE revealed_pairs")
    op.execute("DROP TABLE seed_pairs")
