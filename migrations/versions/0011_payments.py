"""Payments: connections to gateways, deposits and withdrawals with their steps, the inbox of notices."""

from alembic import op

from migrations.support import APPLICATION_ROLE, append_only, platform_table, tenant_table

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE payment_connections (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    gateway text NOT NULL,
    currencies text[] NOT NULL CHECK (cardinality(currencies) > 0),
    credentials bytea NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- A notice names a connection before any tenant is known; this tells whose it is, and nothing else.
CREATE TABLE payment_connection_directory (
    connection_id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL,
    gateway text NOT NULL
);

CREATE TABLE payments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    direction text NOT NULL,
    member_id uuid NOT NULL,
    user_id uuid NOT NULL,
    currency text NOT NULL,
    scale smallint NOT NULL CHECK (scale BETWEEN 0 AND 8),
    units bigint NOT NULL CHECK (units > 0),
    method text NOT NULL,
    connection_id uuid NOT NULL,
    status text NOT NULL,
    reason text NOT NULL DEFAULT '',
    attention text NOT NULL DEFAULT '',
    key text,
    request_hash bytea NOT NULL DEFAULT '',
    gateway_reference text NOT NULL DEFAULT '',
    redirect_url text,
    return_url text NOT NULL DEFAULT '',
    instructions jsonb,
    destination bytea NOT NULL DEFAULT '',
    destination_masked text NOT NULL DEFAULT '',
    destination_print bytea NOT NULL DEFAULT '',
    hold_id uuid,
    approved_by uuid,
    checks jsonb NOT NULL DEFAULT '[]',
    looks smallint NOT NULL DEFAULT 0,
    claimed_until timestamptz,
    expires_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES payment_connections (tenant_id, id),
    CONSTRAINT payments_state_of_direction CHECK (
        (direction = 'deposit' AND hold_id IS NULL AND status IN (
            'created', 'pending', 'processing', 'succeeded', 'failed', 'cancelled', 'expired',
            'partly_refunded', 'refunded', 'charged_back'))
        OR (direction = 'withdrawal' AND hold_id IS NOT NULL AND status IN (
            'requested', 'in_review', 'approved', 'processing', 'paid', 'failed', 'rejected',
            'cancelled'))),
    CONSTRAINT payments_nobody_approves_their_own CHECK (approved_by IS NULL OR approved_by <> user_id)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX payments_key ON payments (tenant_id, member_id, key) WHERE key IS NOT NULL;
CREATE INDEX payments_of_member ON payments (tenant_id, member_id, direction, id);
CREATE INDEX payments_by_status ON payments (tenant_id, direction, status, id);
CREATE INDEX payments_in_question ON payments (tenant_id, direction, id) WHERE attention <> '';
CREATE INDEX payments_to_destination ON payments (tenant_id, destination_print)
    WHERE direction = 'withdrawal';

CREATE TABLE payment_steps (
    tenant_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    id uuid NOT NULL,
    from_status text,
    status text NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    reason text NOT NULL,
    notice_id uuid,
    PRIMARY KEY (tenant_id, payment_id, id),
    FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id)
);

-- Kept for ever: a gateway may send the same notice again after any time.
CREATE TABLE payment_notices (
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
    payment_id uuid,
    tries smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, connection_id, notice_id),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES payment_connections (tenant_id, id)
);
CREATE INDEX payment_notices_open ON payment_notices (tenant_id, received_at) WHERE handled_at IS NULL;
CREATE INDEX payment_notices_by_outcome ON payment_notices (tenant_id, outcome, id);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("payment_connections", grants="SELECT, INSERT, UPDATE")
    platform_table("payment_connection_directory", grants="SELECT, INSERT")
    tenant_table("payments", grants="SELECT, INSERT, UPDATE")
    append_only("payment_steps")
    # What came stays as it came; only what became of it is written later.
    append_only("payment_notices")
    op.execute(
        f"GRANT UPDATE (handled_at, outcome, payment_id, tries) ON payment_notices TO {APPLICATION_ROLE}"
    )


def downgrade() -> None:
    for table in (
        "payment_notices",
        "payment_steps",
        "payments",
        "payment_connection_directory",
        "payment_connections",
    ):
        op.execute(f"DROP TABLE {table}")
