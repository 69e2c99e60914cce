"""Identity checks: cases with their steps and documents, accounts at vendors, the inbox of their notices."""

from alembic import op

from migrations.support import append_only, platform_table, tenant_table

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE kyc_cases (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    subject text NOT NULL,
    member_id uuid,
    subject_name text NOT NULL DEFAULT '',
    status text NOT NULL,
    person bytea,
    person_print bytea,
    reviewer_id uuid,
    reviewer text NOT NULL DEFAULT '',
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by text NOT NULL DEFAULT '',
    method text,
    reasons text[] NOT NULL DEFAULT '{}',
    decision_text text NOT NULL DEFAULT '',
    valid_until date,
    reminded_days smallint,
    vendor_connection_id uuid,
    vendor_applicant text NOT NULL DEFAULT '',
    vendor_said text NOT NULL DEFAULT '',
    vendor_said_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK ((subject = 'player') = (member_id IS NOT NULL)),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE UNIQUE INDEX kyc_cases_of_member ON kyc_cases (tenant_id, member_id) WHERE member_id IS NOT NULL;
CREATE INDEX kyc_cases_by_status ON kyc_cases (tenant_id, status, id);
CREATE INDEX kyc_cases_by_person ON kyc_cases (tenant_id, person_print) WHERE person_print IS NOT NULL;
CREATE INDEX kyc_cases_by_end ON kyc_cases (tenant_id, valid_until) WHERE status = 'verified';

CREATE TABLE kyc_documents (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    requirement text NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    status text NOT NULL,
    file_name text NOT NULL,
    type text,
    size integer NOT NULL DEFAULT 0,
    digest text NOT NULL DEFAULT '',
    pages smallint NOT NULL DEFAULT 0,
    number bytea,
    number_print bytea,
    expires_on date,
    uploaded_by text NOT NULL,
    created_at timestamptz NOT NULL,
    link_until timestamptz NOT NULL,
    taken_at timestamptz,
    refusal text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, case_id, requirement, version),
    FOREIGN KEY (tenant_id, case_id) REFERENCES kyc_cases (tenant_id, id)
);
CREATE INDEX kyc_documents_by_number ON kyc_documents (tenant_id, number_print) WHERE number_print IS NOT NULL;
-- One document counts for a requirement, whatever races.
CREATE UNIQUE INDEX kyc_documents_counting ON kyc_documents (tenant_id, case_id, requirement)
    WHERE status = 'taken';

CREATE TABLE kyc_steps (
    tenant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    came_from text NOT NULL,
    status text NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    reasons text[] NOT NULL,
    decision_text text NOT NULL,
    method text,
    PRIMARY KEY (tenant_id, case_id, id),
    FOREIGN KEY (tenant_id, case_id) REFERENCES kyc_cases (tenant_id, id)
);

CREATE TABLE kyc_connections (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    vendor text NOT NULL,
    credentials bytea NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- A notice names a connection before any tenant is known; this tells whose it is, and nothing else.
CREATE TABLE kyc_connection_directory (
    connection_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL,
    vendor text NOT NULL
);

CREATE TABLE kyc_notices (
    tenant_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    notice_id text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    body bytea NOT NULL,
    headers jsonb NOT NULL,
    received_at timestamptz NOT NULL,
    handled_at timestamptz,
    outcome text NOT NULL DEFAULT '',
    case_id uuid,
    tries smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, connection_id, notice_id),
    UNIQUE (tenant_id, id)
);
CREATE INDEX kyc_notices_unhandled ON kyc_notices (tenant_id, received_at) WHERE handled_at IS NULL;
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("kyc_cases", "kyc_documents", "kyc_connections", "kyc_notices"):
        tenant_table(table, grants="SELECT, INSERT, UPDATE")
    append_only("kyc_steps")
    platform_table("kyc_connection_directory", grants="SELECT, INSERT")


def downgrade() -> None:
    for table in (
        "kyc_notices",
        "kyc_connection_directory",
        "kyc_connections",
        "kyc_steps",
        "kyc_documents",
        "kyc_cases",
    ):
        op.execute(f"DROP TABLE {table}")
