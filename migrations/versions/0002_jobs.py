"""Jobs and schedules: work owed, enqueued in the transaction that owes it.

A job row may belong to no tenant, and workers take jobs of all tenants in one statement; the two
tables are technique and carry no row-level security. Only the application's role reaches them.
"""

from alembic import op

from migrations.support import APPLICATION_ROLE, platform_table

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE jobs (
    id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    tenant_id uuid,
    name text NOT NULL,
    payload bytea NOT NULL,
    dedupe text,
    -- Not to be taken before. Whoever takes it moves this to the end of the lease and pushes it on
    -- while it works; a killed worker stops pushing, and the job is due again.
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    lease uuid,
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
CREATE INDEX jobs_due ON jobs (due_at);
CREATE UNIQUE INDEX jobs_waiting ON jobs (tenant_id, name, dedupe) NULLS NOT DISTINCT
    WHERE dedupe IS NOT NULL AND lease IS NULL;

CREATE TABLE schedules (
    name text PRIMARY KEY,
    plan text NOT NULL,
    next_at timestamptz NOT NULL,
    last_at timestamptz
);
"""

# A second job under a key that waits is not added, but the waiting row is locked until the second
# transaction ends: otherwise a worker could run it in between, before that transaction's rows can
# be seen, and nobody would look at them again.
DEFER = """
CREATE FUNCTION stakehouse_defer(job text, tenant uuid, payload bytea, run_at timestamptz, dedupe text)
RETURNS bigint LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO jobs (name, tenant_id, payload, due_at, dedupe)
    VALUES ($1, $2, $3, coalesce($4, now()), $5)
    ON CONFLICT (tenant_id, name, dedupe) WHERE dedupe IS NOT NULL AND lease IS NULL
        DO UPDATE SET due_at = least(jobs.due_at, excluded.due_at)
    RETURNING id
$$;
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("jobs", "schedules"):
        platform_table(table)
    op.execute(DEFER)
    op.execute("REVOKE ALL ON FUNCTION stakehouse_defer FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION stakehouse_defer TO {APPLICATION_ROLE}")


def downgrade() -> None:
    op.execute("DROP FUNCTION stakehouse_defer")
    op.execute("DROP TABLE jobs, schedules")
