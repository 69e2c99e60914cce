"""Against laundering: watchlists, screenings, monitoring rules, cases, freezes."""

from alembic import op

from migrations.support import append_only, tenant_table

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# Lists of the platform carry its id (all zeros) in tenant_id: only a transaction that is opened for
# the platform sees them, and compliance alone opens such a one to read them (see store/watchlists.py).
LISTS = """
CREATE TABLE watchlists (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    title text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code)
);

CREATE TABLE watchlist_versions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    watchlist_id uuid NOT NULL,
    number integer NOT NULL,
    format text NOT NULL CHECK (format IN ('opensanctions_csv', 'ftm_json', 'ofac_xml', 'ofac_csv')),
    file_name text NOT NULL,
    sha256 text NOT NULL,
    size_bytes bigint NOT NULL,
    status text NOT NULL CHECK (status IN ('waiting', 'loading', 'ready', 'active', 'retired', 'failed')),
    bytes_done bigint NOT NULL DEFAULT 0,
    entries integer NOT NULL DEFAULT 0,
    people integer NOT NULL DEFAULT 0,
    added integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    removed integer NOT NULL DEFAULT 0,
    faults integer NOT NULL DEFAULT 0,
    fault_lines jsonb NOT NULL DEFAULT '[]',
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    loaded_at timestamptz,
    activated_by text NOT NULL DEFAULT '',
    activated_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, watchlist_id, number),
    FOREIGN KEY (tenant_id, watchlist_id) REFERENCES watchlists (tenant_id, id)
);
CREATE UNIQUE INDEX watchlist_versions_active ON watchlist_versions (tenant_id, watchlist_id)
    WHERE status = 'active';

CREATE TABLE watchlist_entries (
    tenant_id uuid NOT NULL,
    version_id uuid NOT NULL,
    number integer NOT NULL,
    ref text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('person', 'other')),
    names text[] NOT NULL,
    births text[] NOT NULL,
    countries text[] NOT NULL,
    programs text[] NOT NULL,
    remark text NOT NULL,
    digest text NOT NULL,
    PRIMARY KEY (tenant_id, version_id, number),
    UNIQUE (tenant_id, version_id, ref),
    FOREIGN KEY (tenant_id, version_id) REFERENCES watchlist_versions (tenant_id, id)
);

-- Under each key of a name (see rules/names), the numbers of the entries that bear it.
CREATE TABLE watchlist_keys (
    tenant_id uuid NOT NULL,
    version_id uuid NOT NULL,
    key text NOT NULL,
    numbers integer[] NOT NULL,
    PRIMARY KEY (tenant_id, version_id, key),
    FOREIGN KEY (tenant_id, version_id) REFERENCES watchlist_versions (tenant_id, id)
);
"""

SCREENINGS = """
-- The latest screening of a member; all that ever hit lies in cases.
CREATE TABLE screenings (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    cause text NOT NULL,
    subject_digest text NOT NULL,
    versions uuid[] NOT NULL,
    candidates integer NOT NULL,
    hits integer NOT NULL,
    screened_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);

CREATE TABLE screening_runs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    cause text NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    hits integer NOT NULL DEFAULT 0,
    after_member uuid,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);

-- Who was found to be whom, and who not; holds as long as neither side changes.
CREATE TABLE judged_matches (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    watchlist_id uuid NOT NULL,
    ref text NOT NULL,
    subject_digest text NOT NULL,
    entry_digest text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('false', 'true')),
    case_id uuid NOT NULL,
    judged_by text NOT NULL,
    judged_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id, watchlist_id, ref),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
"""

CASES = """
CREATE TABLE aml_cases (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('screening', 'monitoring', 'manual')),
    source text NOT NULL,
    member_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'assigned', 'escalated', 'closed')),
    severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
    is_blocking boolean NOT NULL,
    summary text NOT NULL,
    assignee_id uuid,
    assignee text NOT NULL DEFAULT '',
    due_at timestamptz NOT NULL,
    finding text CHECK (finding IN ('false_positive', 'monitored', 'reported', 'true_match', 'no_action')),
    opened_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((status = 'closed') = (finding IS NOT NULL))
);
CREATE INDEX aml_cases_status ON aml_cases (tenant_id, status, id);
CREATE INDEX aml_cases_member ON aml_cases (tenant_id, member_id, id);
-- One open case for one question about one member; what comes on top is evidence of it.
CREATE UNIQUE INDEX aml_cases_open ON aml_cases (tenant_id, member_id, kind, source)
    WHERE status <> 'closed' AND kind <> 'manual';

CREATE TABLE aml_case_steps (
    tenant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_name text NOT NULL,
    PRIMARY KEY (tenant_id, case_id, id),
    FOREIGN KEY (tenant_id, case_id) REFERENCES aml_cases (tenant_id, id)
);

CREATE TABLE aml_evidence (
    tenant_id uuid NOT NULL,
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('hit', 'alert', 'record')),
    key text NOT NULL,
    title text NOT NULL,
    content jsonb NOT NULL,
    verdict text NOT NULL DEFAULT 'open' CHECK (verdict IN ('open', 'false', 'true')),
    verdict_by text NOT NULL DEFAULT '',
    verdict_at timestamptz,
    added_at timestamptz NOT NULL,
    added_by text NOT NULL,
    PRIMARY KEY (tenant_id, case_id, id),
    UNIQUE (tenant_id, case_id, kind, key),
    FOREIGN KEY (tenant_id, case_id) REFERENCES aml_cases (tenant_id, id)
);

CREATE TABLE account_freezes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    case_id uuid,
    reason text NOT NULL,
    frozen_by_id uuid,
    frozen_by text NOT NULL,
    frozen_at timestamptz NOT NULL,
    standing_before text NOT NULL,
    released_by text NOT NULL DEFAULT '',
    released_at timestamptz,
    release_reason text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE UNIQUE INDEX account_freezes_open ON account_freezes (tenant_id, member_id) WHERE released_at IS NULL;
"""

MONITORING = """
CREATE TABLE monitoring_rules (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    is_on boolean NOT NULL,
    severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
    is_blocking boolean NOT NULL,
    parameters jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE monitoring_rule_versions (
    tenant_id uuid NOT NULL,
    rule_id uuid NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    is_on boolean NOT NULL,
    severity text NOT NULL,
    is_blocking boolean NOT NULL,
    parameters jsonb NOT NULL,
    reason text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    PRIMARY KEY (tenant_id, rule_id, version),
    FOREIGN KEY (tenant_id, rule_id) REFERENCES monitoring_rules (tenant_id, id)
);

-- What was heard of payments; played: all that the member had wagered in the currency by then.
CREATE TABLE watched_payments (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    direction text NOT NULL CHECK (direction IN ('deposit', 'withdrawal')),
    currency text NOT NULL,
    scale smallint NOT NULL,
    units bigint NOT NULL,
    method text NOT NULL,
    played bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member_id, payment_id)
);
CREATE INDEX watched_payments_at ON watched_payments (tenant_id, at);

-- Where members were seen: instruments, addresses and devices by the digest of each.
CREATE TABLE member_traces (
    tenant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('instrument', 'address', 'device')),
    digest text NOT NULL,
    member_id uuid NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, digest, member_id)
);
CREATE INDEX member_traces_member ON member_traces (tenant_id, member_id);

CREATE TABLE monitoring_alerts (
    tenant_id uuid NOT NULL,
    rule_id uuid NOT NULL,
    member_id uuid NOT NULL,
    key text NOT NULL,
    case_id uuid NOT NULL,
    raised_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, rule_id, member_id, key),
    FOREIGN KEY (tenant_id, case_id) REFERENCES aml_cases (tenant_id, id)
);
"""

CHANGED = ("watchlists", "watchlist_versions", "screenings", "screening_runs", "aml_cases", "aml_evidence")
CLEARED = ("watchlist_entries", "watchlist_keys", "judged_matches")
KEPT = ("monitoring_rules", "account_freezes", "watched_payments", "member_traces")
APPENDED = ("aml_case_steps", "monitoring_rule_versions", "monitoring_alerts")


def upgrade() -> None:
    for statements in (LISTS, SCREENINGS, CASES, MONITORING):
        op.execute(statements)
    for table in (*CHANGED, *KEPT):
        tenant_table(table, grants="SELECT, INSERT, UPDATE")
    for table in CLEARED:
        tenant_table(table)
    for table in APPENDED:
        append_only(table)


def downgrade() -> None:
    for table in (
        "monitoring_alerts",
        "member_traces",
        "watched_payments",
        "monitoring_rule_versions",
        "monitoring_rules",
        "account_freezes",
        "aml_evidence",
        "aml_case_steps",
        "aml_cases",
        "judged_matches",
        "screening_runs",
        "screenings",
        "watchlist_keys",
        "watchlist_entries",
        "watchlist_versions",
        "watchlists",
    ):
        op.execute(f"DROP TABLE {table}")
