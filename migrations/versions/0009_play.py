"""Play: the catalogue, rounds and their steps, favourites."""

from alembic import op

from migrations.support import append_only, partitioned, tenant_table

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE games (
    tenant_id uuid NOT NULL,
    game_id uuid NOT NULL,
    slug text NOT NULL CHECK (slug ~ '^[a-z0-9-]{1,64}$'),
    title text NOT NULL,
    engine text NOT NULL,
    category text NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'closed')),
    config jsonb NOT NULL,
    config_version integer NOT NULL,
    config_hash text NOT NULL,
    rtp text NOT NULL,
    hit_rate text NOT NULL,
    max_multiplier text NOT NULL,
    position integer NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, game_id)
);
CREATE UNIQUE INDEX games_slug ON games (tenant_id, slug);

CREATE TABLE game_limits (
    tenant_id uuid NOT NULL,
    game_id uuid NOT NULL,
    currency text NOT NULL,
    stake_min bigint NOT NULL CHECK (stake_min > 0),
    stake_max bigint NOT NULL CHECK (stake_max >= stake_min),
    payout_max bigint NOT NULL CHECK (payout_max > 0),
    PRIMARY KEY (tenant_id, game_id, currency),
    FOREIGN KEY (tenant_id, game_id) REFERENCES games (tenant_id, game_id)
);

-- One index serves the key and the member's history; block ranges find a round by its id alone.
CREATE TABLE rounds (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    round_id uuid NOT NULL,
    operation_id uuid NOT NULL,
    game_id uuid NOT NULL,
    config_version integer NOT NULL,
    currency text NOT NULL,
    stake bigint NOT NULL CHECK (stake > 0),
    payout bigint NOT NULL CHECK (payout >= 0),
    multiplier text NOT NULL,
    choices bytea NOT NULL,
    outcome bytea NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'settled', 'void')),
    state bytea,
    actions text[] NOT NULL,
    pair_id uuid NOT NULL,
    nonce bigint NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (tenant_id, member_id, round_id)
) PARTITION BY RANGE (round_id);
CREATE INDEX rounds_span ON rounds USING brin (tenant_id, round_id)
    WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX rounds_open ON rounds (tenant_id, member_id, game_id) WHERE status = 'open';

CREATE TABLE round_steps (
    tenant_id uuid NOT NULL,
    round_id uuid NOT NULL,
    step smallint NOT NULL,
    operation_id uuid NOT NULL,
    action text NOT NULL,
    choices bytea NOT NULL,
    outcome bytea NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, round_id, step)
);

CREATE TABLE favourite_games (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    game_id uuid NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id, game_id),
    FOREIGN KEY (tenant_id, game_id) REFERENCES games (tenant_id, game_id)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("games", grants="SELECT, INSERT, UPDATE")
    tenant_table("game_limits", grants="SELECT, INSERT, UPDATE")
    tenant_table("rounds", grants="SELECT, INSERT, UPDATE")
    append_only("round_steps")
    tenant_table("favourite_games", grants="SELECT, INSERT, DELETE")
    partitioned("rounds")


def downgrade() -> None:
    for table in ("favourite_games", "round_steps", "rounds", "game_limits", "games"):
        op.execute(f"DROP TABLE {table}")
