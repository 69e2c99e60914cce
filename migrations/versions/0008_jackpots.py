"""Jackpots: pools, entries of members, wins."""

from alembic import op

from migrations.support import append_only, tenant_table

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE jackpots (
    tenant_id uuid NOT NULL,
    jackpot_id uuid NOT NULL,
    slug text NOT NULL CHECK (slug ~ '^[A-Za-z0-9_-]{1,48}$'),
    name text NOT NULL,
    level text NOT NULL,
    currency text NOT NULL,
    contribution_bp integer NOT NULL CHECK (contribution_bp BETWEEN 1 AND 1000),
    seed_amount bigint NOT NULL CHECK (seed_amount >= 0),
    stake_per_hit bigint NOT NULL CHECK (stake_per_hit > 0),
    status text NOT NULL CHECK (status IN ('open', 'closed')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, jackpot_id)
);
CREATE UNIQUE INDEX jackpots_slug ON jackpots (tenant_id, slug);

-- carry: hundredths of a basis point share that did not fill a unit yet, in 1/10000 units.
CREATE TABLE jackpot_entries (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    jackpot_id uuid NOT NULL,
    is_opted_in boolean NOT NULL,
    carry integer NOT NULL DEFAULT 0 CHECK (carry BETWEEN 0 AND 9999),
    contributed bigint NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id, jackpot_id),
    FOREIGN KEY (tenant_id, jackpot_id) REFERENCES jackpots (tenant_id, jackpot_id)
) WITH (fillfactor = 50);

CREATE TABLE jackpot_wins (
    tenant_id uuid NOT NULL,
    jackpot_id uuid NOT NULL,
    win_id uuid NOT NULL,
    member_id uuid NOT NULL,
    round_id uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    won_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, jackpot_id, win_id),
    FOREIGN KEY (tenant_id, jackpot_id) REFERENCES jackpots (tenant_id, jackpot_id)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("jackpots", grants="SELECT, INSERT, UPDATE")
    tenant_table("jackpot_entries", grants="SELECT, INSERT, UPDATE")
    append_only("jackpot_wins")


def downgrade() -> None:
    for table in ("jackpot_wins", "jackpot_entries", "jackpots"):
        op.execute(f"DROP TABLE {table}")
