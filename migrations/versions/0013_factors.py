"""Identity: second factors, recovery codes, passkeys, and the challenges that ask for them."""

from alembic import op

from migrations.support import platform_table, tenant_table

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# Factors belong to the person, like the password: they are the same in each tenant. Passkeys are bound
# to a host name by the browser, so each row says of which.
TABLES = """
ALTER TABLE users ADD COLUMN is_demo boolean NOT NULL DEFAULT false;

CREATE TABLE second_factors (
    user_id uuid NOT NULL REFERENCES users (id),
    kind text NOT NULL CHECK (kind IN ('totp', 'sms', 'email')),
    -- The key of an authenticator app or the telephone number, sealed.
    secret bytea,
    last_step bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    PRIMARY KEY (user_id, kind),
    CHECK ((kind = 'email') = (secret IS NULL))
);

CREATE TABLE recovery_codes (
    user_id uuid NOT NULL REFERENCES users (id),
    digest bytea NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, digest)
);

CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id),
    rp_id text NOT NULL,
    credential_id bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL CHECK (sign_count >= 0),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    transports text[] NOT NULL DEFAULT '{}',
    is_synced boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    -- Its counter went back: somebody may hold a copy. It proves nothing any more.
    distrusted_at timestamptz
);
CREATE INDEX passkeys_user ON passkeys (user_id, rp_id);

-- One question to one person, to be answered once. Only digests of the token and of a sent code are kept.
CREATE TABLE factor_challenges (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    digest bytea NOT NULL,
    purpose text NOT NULL
        CHECK (purpose IN ('sign_in', 'step_up', 'enrol', 'passkey_sign_in', 'passkey_registration')),
    audience text NOT NULL CHECK (audience IN ('player', 'staff')),
    user_id uuid,
    session_id uuid,
    first_methods text[] NOT NULL DEFAULT '{}',
    passkey_challenge bytea,
    sent_by text CHECK (sent_by IN ('sms', 'email')),
    code_digest bytea,
    code_until timestamptz,
    tries_left smallint NOT NULL CHECK (tries_left >= 0),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, digest),
    CHECK ((user_id IS NULL) = (purpose = 'passkey_sign_in')),
    CHECK ((code_digest IS NULL) = (sent_by IS NULL))
);
CREATE INDEX factor_challenges_old ON factor_challenges (tenant_id, expires_at);
"""


def upgrade() -> None:
    op.execute(TABLES)
    platform_table("second_factors")
    platform_table("recovery_codes")
    platform_table("passkeys")
    tenant_table("factor_challenges")


def downgrade() -> None:
    for table in ("factor_challenges", "passkeys", "recovery_codes", "second_factors"):
        op.execute(f"DROP TABLE {table}")
    op.execute("ALTER TABLE users DROP COLUMN is_demo")
