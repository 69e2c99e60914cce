"""Access: approvals by as many people as the amount asks for, and withdrawn by whoever asked."""

from alembic import op

from migrations.support import append_only

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TABLES = """
-- quorum: how many people must approve. state: canonical JSON of what the act will change, as it was.
ALTER TABLE approvals ADD COLUMN quorum smallint NOT NULL DEFAULT 1 CHECK (quorum BETWEEN 1 AND 5);
ALTER TABLE approvals ADD COLUMN state text;
ALTER TABLE approvals DROP CONSTRAINT approvals_status_check;
ALTER TABLE approvals ADD CONSTRAINT approvals_status_check
    CHECK (status IN ('waiting', 'approved', 'rejected', 'expired', 'withdrawn'));
ALTER TABLE approvals DROP CONSTRAINT approvals_check2;
ALTER TABLE approvals ADD CONSTRAINT approvals_maker_is_no_checker
    CHECK (status = 'withdrawn' OR decider_id IS NULL OR decider_id IS DISTINCT FROM maker_id);

-- One line a person and request: nobody counts twice, and the maker never.
CREATE TABLE approval_decisions (
    tenant_id uuid NOT NULL,
    approval_id uuid NOT NULL,
    decider_id uuid NOT NULL,
    maker_id uuid,
    decider text NOT NULL,
    reason text NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, approval_id, decider_id),
    FOREIGN KEY (tenant_id, approval_id) REFERENCES approvals (tenant_id, id),
    CHECK (decider_id IS DISTINCT FROM maker_id)
);

-- The maker of a line is that of its request, whatever the statement says.
CREATE FUNCTION stakehouse_decision_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT a.maker_id INTO NEW.maker_id FROM approvals a
    WHERE a.tenant_id = NEW.tenant_id AND a.id = NEW.approval_id;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_decisions_maker BEFORE INSERT OR UPDATE ON approval_decisions
    FOR EACH ROW EXECUTE FUNCTION stakehouse_decision_of_request();
"""


def upgrade() -> None:
    op.execute(TABLES)
    append_only("approval_decisions")


def downgrade() -> None:
    op.execute("DROP TABLE approval_decisions")
    op.execute("DROP FUNCTION stakehouse_decision_of_request")
    op.execute("ALTER TABLE approvals DROP COLUMN state")
    op.execute("ALTER TABLE approvals DROP COLUMN quorum")
