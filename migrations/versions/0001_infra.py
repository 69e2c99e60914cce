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
REVOKE ALL ON FUNCTION stakehouse_keep_partitions FROM PUBLIC;
"""

KEPT = "interval '7 days'"
"""How long inbox rows and answers under an Idempotency-Key are kept; the bus keeps events for less."""

# What the application may have done to the schema and to old rows, with the owner's rights and
# within these bounds only. The path is pinned: nobody may slip another table or function in.
CARE = f"""
CREATE FUNCTION stakehouse_keep_every_partition() RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    parent name;
    made integer := 0;
BEGIN
    FOR parent IN
        SELECT c.relname FROM pg_partitioned_table p
        JOIN pg_class c ON c.oid = p.partrelid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
        WHERE p.partstrat = 'r' AND a.atttypid = 'uuid'::regtype
            AND c.relnamespace = 'public'::regnamespace AND c.relowner = current_user::regrole
        ORDER BY c.relname
    LOOP
        made := made + stakehouse_keep_partitions(parent::text, now(), 3);
    END LOOP;
    RETURN made;
END $$;

CREATE FUNCTION stakehouse_prune(batch integer) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one bigint;
    pruned bigint := 0;
BEGIN
    DELETE FROM inbox WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM inbox WHERE event_id < stakehouse_uuid_floor(now() - {KEPT}) LIMIT batch));
    GET DIAGNOSTICS one = ROW_COUNT;
    pruned := pruned + one;
    DELETE FROM idempotent_answers WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotent_answers WHERE created_at < now() - {KEPT} LIMIT batch));
    GET DIAGNOSTICS one = ROW_COUNT;
    pruned := pruned + one;
    -- A theoretical arrival in the past says the same as no row.
    DELETE FROM rate_limits WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM rate_limits WHERE arrival < now() LIMIT batch FOR UPDATE SKIP LOCKED));
    GET DIAGNOSTICS one = ROW_COUNT;
    RETURN pruned + one;
END $$;

-- The owner is bound by row-level security as well; of the tenants' rows it sees only old ones.
CREATE POLICY pruning ON inbox TO CURRENT_USER
    USING (event_id < stakehouse_uuid_floor(now() - {KEPT})) WITH CHECK (false);
CREATE POLICY pruning ON idempotent_answers TO CURRENT_USER
    USING (created_at < now() - {KEPT}) WITH CHECK (false);

REVOKE ALL ON FUNCTION stakehouse_keep_every_partition, stakehouse_prune FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stakehouse_keep_every_partition, stakehouse_prune TO {APPLICATION_ROLE};
"""

TABLES = """
-- It must not cache: a session that holds numbers back would break the order.
CREATE SEQUENCE outbox_seq CACHE 1;
CREATE TABLE outbox (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    domain text NOT NULL,
    name text NOT NULL,
    version smallint NOT NULL,
    key text NOT NULL,
    payload bytea NOT NULL,
    created_at timestamptz NOT NULL,
    -- Taken under the lock of the key's owner, so within a key it is the order of the commits. The
    -- transaction takes its own number first: the relay concludes from "every transaction numbered
    -- below has ended" that no row below can still appear.
    seq bigint NOT NULL DEFAULT
        CASE WHEN pg_current_xact_id() IS NULL THEN NULL ELSE nextval('outbox_seq') END
) PARTITION BY RANGE (id);
-- The relay reads all tenants in this order: the one index that does not start with the tenant.
CREATE INDEX outbox_order ON outbox (seq);
ALTER SEQUENCE outbox_seq OWNED BY outbox.seq;

CREATE TABLE relay_positions (
    lane smallint PRIMARY KEY,
    seq bigint NOT NULL,
    -- Which stream of the bus the position speaks of; another one means that the bus lost its own.
    stream text,
    updated_at timestamptz NOT NULL
);
INSERT INTO relay_positions VALUES (0, 0, NULL, now());

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
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, source, consumer, event_id)
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
CREATE INDEX idempotent_answers_age ON idempotent_answers (tenant_id, created_at);

-- One value a key decides: the theoretical arrival time. The other two carry the answer of the
-- statement that set it, because RETURNING sees only the new row.
CREATE UNLOGGED TABLE rate_limits (
    key text PRIMARY KEY,
    arrival timestamptz NOT NULL,
    asked_at timestamptz NOT NULL,
    allowed boolean NOT NULL
) WITH (fillfactor = 50);
"""


def upgrade() -> None:
    op.execute(ROLES)
    op.execute(f"GRANT {RELAY_ROLE} TO {APPLICATION_ROLE} WITH INHERIT FALSE, SET TRUE")
    op.execute(f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}, {RELAY_ROLE}")
    for statement in (PARTITIONS, TABLES):
        op.execute(statement)
    tenant_table(
        "outbox",
        grants="SELECT, INSERT (tenant_id, id, domain, name, version, key, payload, created_at)",
    )
    op.execute(f"GRANT USAGE ON SEQUENCE outbox_seq TO {APPLICATION_ROLE}")
    op.execute(f"CREATE POLICY relay_reads ON outbox FOR SELECT TO {RELAY_ROLE} USING (true)")
    op.execute(f"GRANT SELECT ON outbox TO {RELAY_ROLE}")
    op.execute(f"GRANT SELECT ON SEQUENCE outbox_seq TO {RELAY_ROLE}")
    op.execute(f"GRANT SELECT, UPDATE ON relay_positions TO {RELAY_ROLE}, {APPLICATION_ROLE}")
    op.execute("SELECT stakehouse_keep_partitions('outbox', now(), 3)")
    tenant_table("inbox", grants="INSERT, SELECT")
    tenant_table("dead_letters", grants="INSERT, SELECT, UPDATE")
    tenant_table("idempotent_answers", grants="INSERT, SELECT")
    platform_table("rate_limits")
    op.execute(CARE)


def downgrade() -> None:
    op.execute("DROP FUNCTION stakehouse_keep_every_partition, stakehouse_prune")
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
