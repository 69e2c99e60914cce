"""Conduct: the register of significant events; markers of harm with their cases and contacts."""

from alembic import op

from migrations.support import append_only, tenant_table

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

REGISTER = """
CREATE TABLE significant_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    kind text NOT NULL,
    summary text NOT NULL CHECK (summary <> ''),
    member_id uuid,
    subject text NOT NULL,
    facts jsonb NOT NULL,
    before jsonb,
    after jsonb,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX significant_events_kind ON significant_events (tenant_id, kind, id);
CREATE INDEX significant_events_member ON significant_events (tenant_id, member_id, id)
    WHERE member_id IS NOT NULL;
CREATE TRIGGER significant_events_stand BEFORE UPDATE OR DELETE ON significant_events
    FOR EACH ROW EXECUTE FUNCTION stakehouse_refuse_change();
"""

HARM = """
-- Single acts that may be signs; kept as long as a rule looks back.
CREATE TABLE harm_signals (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    currency text NOT NULL,
    units bigint NOT NULL,
    lost bigint NOT NULL,
    PRIMARY KEY (tenant_id, member_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE INDEX harm_signals_old ON harm_signals (tenant_id, at);

-- A day of a member in the member's own zone, with what it came to.
CREATE TABLE harm_days (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    day date NOT NULL,
    bets bigint NOT NULL,
    night_bets bigint NOT NULL,
    hours smallint NOT NULL,
    money jsonb NOT NULL,
    score integer NOT NULL,
    band text NOT NULL CHECK (band IN ('green', 'amber', 'red', 'black')),
    findings jsonb NOT NULL,
    PRIMARY KEY (tenant_id, member_id, day),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);

-- rank: the band as a number, so that the gravest stand first.
CREATE TABLE harm_cases (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'taken', 'snoozed', 'closed')),
    band text NOT NULL CHECK (band IN ('amber', 'red', 'black')),
    rank smallint NOT NULL,
    score integer NOT NULL,
    findings jsonb NOT NULL,
    opened_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    taken_by uuid,
    taken_by_name text NOT NULL DEFAULT '',
    snoozed_until timestamptz,
    closed_at timestamptz,
    outcome text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK ((status = 'snoozed') = (snoozed_until IS NOT NULL)),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX harm_cases_one ON harm_cases (tenant_id, member_id) WHERE status <> 'closed';
CREATE INDEX harm_cases_work ON harm_cases (tenant_id, rank DESC, id) WHERE status <> 'closed';
CREATE INDEX harm_cases_member ON harm_cases (tenant_id, member_id, id);

CREATE TABLE harm_contacts (
    tenant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamptz NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    contact text NOT NULL,
    outcome text NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (tenant_id, case_id, id),
    FOREIGN KEY (tenant_id, case_id) REFERENCES harm_cases (tenant_id, id)
);
CREATE TRIGGER harm_contacts_stand BEFORE UPDATE OR DELETE ON harm_contacts
    FOR EACH ROW EXECUTE FUNCTION stakehouse_refuse_change();
"""


def upgrade() -> None:
    op.execute(REGISTER)
    append_only("significant_events")
    op.execute(HARM)
    tenant_table("harm_signals", grants="SELECT, INSERT, DELETE")
    append_only("harm_days")
    tenant_table("harm_cases", grants="SELECT, INSERT, UPDATE")
    append_only("harm_contacts")


def downgrade() -> None:
    op.execute("DROP TABLE harm_contacts, harm_cases, harm_days, harm_signals, significant_events")
