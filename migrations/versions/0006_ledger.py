"""Ledger: accounts, operations and their keys, transfers, holds, checkpoints, seals."""

from alembic import op

from migrations.support import append_only, partitioned, tenant_table

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = """
-- Only columns that never change are indexed, so that every change of a balance stays on its page.
CREATE TABLE accounts (
    tenant_id uuid NOT NULL,
    account_id uuid NOT NULL,
    owner_kind text NOT NULL,
    owner_id uuid NOT NULL,
    kind text NOT NULL,
    currency text NOT NULL,
    is_running boolean NOT NULL,
    allows_negative boolean NOT NULL DEFAULT false,
    is_flagged boolean NOT NULL DEFAULT false,
    balance bigint NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    CHECK (allows_negative OR balance >= 0),
    CHECK (is_running OR balance = 0)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX accounts_owner ON accounts (tenant_id, owner_id, owner_kind, kind, currency);

CREATE TABLE operations (
    tenant_id uuid NOT NULL,
    operation_id uuid NOT NULL,
    kind text NOT NULL,
    source uuid NOT NULL,
    key text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    member_id uuid,
    answer bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, operation_id)
) PARTITION BY RANGE (operation_id);

-- Not partitioned by time: a unique key on a partitioned table would have to hold the time.
-- The key itself stands in operations; here its digest keeps the index small (see ledger.store).
CREATE TABLE operation_keys (
    tenant_id uuid NOT NULL,
    key_digest uuid NOT NULL,
    request_hash bytea NOT NULL,
    operation_id uuid,
    refusal bytea,
    PRIMARY KEY (tenant_id, key_digest),
    CHECK ((operation_id IS NULL) <> (refusal IS NULL))
);

-- owner_id: the member whose statement shows it. One index serves the key and the statements.
CREATE TABLE transfers (
    tenant_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    transfer_id uuid NOT NULL,
    operation_id uuid NOT NULL,
    code smallint NOT NULL,
    debit_account uuid NOT NULL,
    credit_account uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    debit_balance bigint,
    credit_balance bigint,
    PRIMARY KEY (tenant_id, owner_id, transfer_id),
    CHECK (debit_account <> credit_account)
) PARTITION BY RANGE (transfer_id);
-- Spans of time (checkpoints, seals, verification) are read through block ranges: almost free to keep.
CREATE INDEX transfers_span ON transfers USING brin (tenant_id, transfer_id)
    WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX operations_span ON operations USING brin (tenant_id, operation_id)
    WITH (pages_per_range = 16, autosummarize = on);

CREATE TABLE holds (
    tenant_id uuid NOT NULL,
    hold_id uuid NOT NULL,
    member_id uuid NOT NULL,
    currency text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    reason text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'captured', 'released')),
    expires_at timestamptz,
    created_at timestamptz NOT NULL,
    closed_at timestamptz,
    PRIMARY KEY (tenant_id, hold_id)
);
CREATE INDEX holds_member ON holds (tenant_id, member_id) WHERE status = 'open';

CREATE TABLE checkpoints (
    tenant_id uuid NOT NULL,
    account_id uuid NOT NULL,
    up_to uuid NOT NULL,
    balance bigint NOT NULL,
    transfers bigint NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
) WITH (fillfactor = 70);

CREATE TABLE seals (
    tenant_id uuid NOT NULL,
    journal text NOT NULL,
    seq bigint NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    rows bigint NOT NULL,
    root bytea NOT NULL,
    seal bytea NOT NULL,
    leaves bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, journal, seq)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("accounts", grants="SELECT, INSERT, UPDATE")
    append_only("operations")
    append_only("operation_keys")
    append_only("transfers")
    append_only("seals")
    tenant_table("holds", grants="SELECT, INSERT, UPDATE")
    tenant_table("checkpoints", grants="SELECT, INSERT, UPDATE")
    partitioned("operations")
    partitioned("transfers")


def downgrade() -> None:
    for table in ("seals", "checkpoints", "holds", "transfers", "operation_keys", "operations", "accounts"):
        op.execute(f"DROP TABLE {table}")
