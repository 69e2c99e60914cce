"""Compliance: the audit trail, approvals, protections of members, limits and their counters."""

from alembic import op

from migrations.support import append_only, partitioned, tenant_table

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

AUDIT_TRAIL = """
CREATE TABLE audit_trail (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    real_actor_id uuid,
    real_actor_name text NOT NULL,
    action text NOT NULL,
    resource_kind text NOT NULL,
    resource_id text NOT NULL,
    reason text NOT NULL,
    before jsonb,
    after jsonb,
    address text NOT NULL,
    user_agent text NOT NULL,
    request_id text NOT NULL,
    PRIMARY KEY (tenant_id, id)
) PARTITION BY RANGE (id);
CREATE INDEX audit_trail_actor ON audit_trail (tenant_id, actor_id, id);
CREATE INDEX audit_trail_resource ON audit_trail (tenant_id, resource_kind, resource_id, id);

-- Grants keep the application from changing rows; this keeps everybody else from it, the owner too.
CREATE FUNCTION stakehouse_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_trail_stands BEFORE UPDATE OR DELETE ON audit_trail
    FOR EACH ROW EXECUTE FUNCTION stakehouse_refuse_change();
CREATE TRIGGER audit_trail_stays BEFORE TRUNCATE ON audit_trail
    FOR EACH STATEMENT EXECUTE FUNCTION stakehouse_refuse_change();
"""

TABLES = """
-- A member whom nothing protects has no row: active, never excluded, without limits.
CREATE TABLE member_protections (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    standing text NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'suspended', 'closed')),
    time_zone text NOT NULL,
    has_limits boolean NOT NULL DEFAULT false,
    exclusion_kind text CHECK (exclusion_kind IN ('time_out', 'self_exclusion')),
    exclusion_since timestamptz,
    exclusion_until timestamptz,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK ((exclusion_kind IS NULL) = (exclusion_since IS NULL)),
    CHECK (exclusion_kind IS NOT NULL OR exclusion_until IS NULL)
) WITH (fillfactor = 80);

-- units: the limit in force. What is looser waits in the pending columns until it is confirmed.
CREATE TABLE limits (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    currency text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('deposit', 'loss', 'wager')),
    period text NOT NULL CHECK (period IN ('day', 'week', 'month')),
    scale smallint NOT NULL CHECK (scale BETWEEN 0 AND 8),
    units bigint CHECK (units >= 0),
    pending_units bigint CHECK (pending_units >= 0),
    pending_from timestamptz,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id, currency, kind, period),
    FOREIGN KEY (tenant_id, member_id) REFERENCES member_protections (tenant_id, member_id),
    CHECK (pending_units IS NULL OR pending_from IS NOT NULL)
);

-- Written with every bet, so no index but the key and room on each page for the next version.
CREATE TABLE limit_counters (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    currency text NOT NULL,
    counted_at timestamptz NOT NULL,
    day_wagered bigint NOT NULL,
    week_wagered bigint NOT NULL,
    month_wagered bigint NOT NULL,
    total_wagered bigint NOT NULL,
    day_won bigint NOT NULL,
    week_won bigint NOT NULL,
    month_won bigint NOT NULL,
    total_won bigint NOT NULL,
    PRIMARY KEY (tenant_id, member_id, currency)
) WITH (fillfactor = 50);

-- Apart from the counters of play: a deposit holds its row while it opens, and no bet may wait for it.
CREATE TABLE deposit_counters (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    currency text NOT NULL,
    counted_at timestamptz,
    day_deposited bigint NOT NULL DEFAULT 0,
    week_deposited bigint NOT NULL DEFAULT 0,
    month_deposited bigint NOT NULL DEFAULT 0,
    total_deposited bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, member_id, currency)
) WITH (fillfactor = 80);

-- content: canonical JSON, kept as the text whose hash the second person confirms.
CREATE TABLE approvals (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    summary text NOT NULL,
    content text NOT NULL,
    content_hash text NOT NULL,
    reason text NOT NULL,
    member_id uuid,
    currency text,
    scale smallint,
    currency_kind text,
    units bigint,
    maker_id uuid,
    maker text NOT NULL,
    status text NOT NULL CHECK (status IN ('waiting', 'approved', 'rejected', 'expired')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    decided_at timestamptz,
    decider_id uuid,
    decider text NOT NULL DEFAULT '',
    decision_reason text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    CHECK ((units IS NULL) = (currency IS NULL)),
    CHECK ((status = 'waiting') = (decided_at IS NULL)),
    CHECK (decider_id IS NULL OR decider_id IS DISTINCT FROM maker_id)
);
CREATE INDEX approvals_status ON approvals (tenant_id, status, id);
"""


def upgrade() -> None:
    op.execute(AUDIT_TRAIL)
    append_only("audit_trail")
    partitioned("audit_trail")
    op.execute(TABLES)
    for table in ("member_protections", "limits", "limit_counters", "deposit_counters", "approvals"):
        tenant_table(table, grants="SELECT, INSERT, UPDATE")


def downgrade() -> None:
    for table in (
        "approvals",
        "deposit_counters",
        "limit_counters",
        "limits",
        "member_protections",
        "audit_trail",
    ):
        op.execute(f"DROP TABLE {table}")
    op.execute("DROP FUNCTION stakehouse_refuse_change")
