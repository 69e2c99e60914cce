"""Compliance: the audit trail, approvals, protections of members, limits and their counters."""

from alembic import op

from migrations.support import append_only, partitioned

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


def upgrade() -> None:
    op.execute(AUDIT_TRAIL)
    append_only("audit_trail")
    partitioned("audit_trail")


def downgrade() -> None:
    op.execute("DROP TABLE audit_trail")
    op.execute("DROP FUNCTION stakehouse_refuse_change")
