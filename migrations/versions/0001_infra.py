"""Technique: outbox, relay positions, inbox, dead letters, idempotency at the edge, partitions."""

from alembic import op
from migrations.support import (
    APPLICATION_ROLE,
    RELAY_ROLE,
    platform_table,
    tenant_table,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROLES = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APPLICATION_ROLE}') THEN
        CREATE ROLE {APPLICATION_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{RELAY_ROLE}') THEN
        CREATE ROLE {RELAY_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
END $$
"""

# Partitions are monthly and named <table>_y2026m11; the id is a UUIDv7, so its order is time.
PARTITIONS = """
CREATE FUNCTION stakehouse_uuid_floor(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0')
            || '00000000000000000000')::uuid
$$;
CREATE FUNCTION stakehouse_keep_partitions(parent text, since timestamptz, months_ahead integer)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    first_day timestamptz := date_trunc('month', since AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    lower_bound timestamptz;
    upper_bound timestamptz;
    child text;
    made integer := 0;
BEGIN
    FOR step IN -1..months_ahead LOOP
        lower_bound := (first_day AT TIME ZONE 'UTC' + make_interval(months => step)) AT TIME ZONE 'UTC';
        upper_bound := (lower_bound AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
        child := parent || to_char(lower_bound AT TIME ZONE 'UTC', '"_y"YYYY"m"MM');
        IF to_regclass(child) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
                           stakehouse_uuid_floor(lower_bound), stakehouse_uuid_floor(upper_bound));
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
"""

TABLES = """
CREATE TABLE outbox (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    domain text NOT NULL,
    name text NOT NULL,
    version smallint NOT NULL,
    key text NOT NULL,
    payload bytea NOT NULL,
    created_at timestamptz NOT NULL,
    xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY
) PARTITION BY RANGE (id);
-- The relay reads all tenants in commit order: the one index that does not start with the tenant.
CREATE INDEX outbox_order ON outbox (xact, seq);

CREATE TABLE relay_positions (
    lane smallint PRIMARY KEY,
    xact xid8 NOT NULL,
    seq bigint NOT NULL,
    updated_at timestamptz NOT NULL
);
INSERT INTO relay_positions VALUES (0, '0', 0, now());

CREATE TABLE inbox (
    tenant_id uuid NOT NULL,
    consumer text NOT NULL,
    event_id uuid NOT NULL,
    handled_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, consumer, event_id)
);

CREATE TABLE dead_letters (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    consumer text NOT NULL,
    event_id uuid,
    payload bytea NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    replayed_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE idempotent_answers (
    tenant_id uuid NOT NULL,
    source uuid NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status smallint NOT NULL,
    body bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, source, key)
);

CREATE UNLOGGED TABLE rate_limits (
    key text PRIMARY KEY,
    arrival timestamptz NOT NULL
);
"""


def upgrade() -> None:
    op.execute(ROLES)
    op.execute(f"GRANT {RELAY_ROLE} TO {APPLICATION_ROLE} WITH INHERIT FALSE, SET TRUE")
    op.execute(f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}, {RELAY_ROLE}")
    for statement in (PARTITIONS, TABLES):
        op.execute(statement)
    tenant_table("outbox", grants="INSERT, SELECT")
    op.execute(f"CREATE POLICY relay_reads ON outbox FOR SELECT TO {RELAY_ROLE} USING (true)")
    op.execute(f"GRANT SELECT ON outbox TO {RELAY_ROLE}")
    op.execute(f"GRANT SELECT, UPDATE ON relay_positions TO {RELAY_ROLE}, {APPLICATION_ROLE}")
    op.execute("SELECT stakehouse_keep_partitions('outbox', now(), 3)")
    tenant_table("inbox", grants="INSERT, SELECT")
    tenant_table("dead_letters", grants="INSERT, SELECT, UPDATE")
    tenant_table("idempotent_answers", grants="INSERT, SELECT")
    platform_table("rate_limits")


def downgrade() -> None:
    for table in (
        "rate_limits",
        "idempotent_answers",
        "dead_letters",
        "inbox",
        "relay_positions",
        "outbox",
    ):
        op.execute(f"DROP TABLE {table}")
    op.execute("DROP FUNCTION stakehouse_keep_partitions")
    op.execute("DROP FUNCTION stakehouse_uuid_floor")
