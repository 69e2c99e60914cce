"""Evidence packs: what was asked for, how far it is, and the hash by which it is known."""

from alembic import op

from migrations.support import tenant_table

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE evidence_packs (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    member_id uuid,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL CHECK (until > since),
    reason text NOT NULL CHECK (reason <> ''),
    status text NOT NULL CHECK (status IN ('waiting', 'building', 'ready', 'failed')),
    done smallint NOT NULL,
    parts smallint NOT NULL,
    files integer NOT NULL,
    bytes bigint NOT NULL,
    manifest_sha256 text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    ready_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
"""


def upgrade() -> None:
    op.execute(TABLES)
    tenant_table("evidence_packs", grants="SELECT, INSERT, UPDATE")


def downgrade() -> None:
    op.execute("DROP TABLE evidence_packs")
