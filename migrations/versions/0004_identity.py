"""Identity: users, members, pending registrations, sessions, refresh tokens, the embedded mailbox."""

from alembic import op

from migrations.support import platform_table, tenant_table

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# A user is one person on the whole platform; whatever a tenant knows of that person is in members.
# Rows of a tenant carry no foreign key to users: keys of tenant tables begin with the tenant.
TABLES = """
CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text UNIQUE CHECK (email = lower(email)),
    email_confirmed_at timestamptz,
    password_hash text,
    password_changed_at timestamptz,
    telegram_id bigint UNIQUE,
    name text NOT NULL DEFAULT '',
    locale text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (email IS NOT NULL OR telegram_id IS NOT NULL)
);
-- Back-office searches by the first letters of an address.
CREATE INDEX users_email_prefix ON users (email text_pattern_ops);

CREATE TABLE members (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    username text NOT NULL CHECK (length(username) BETWEEN 3 AND 30),
    first_name text NOT NULL DEFAULT '',
    last_name text NOT NULL DEFAULT '',
    phone text,
    birth_date date NOT NULL,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    currency text NOT NULL,
    locale text NOT NULL,
    time_zone text NOT NULL,
    kyc_status text NOT NULL DEFAULT 'not_started'
        CHECK (kyc_status IN ('not_started', 'submitted', 'in_review', 'verified', 'rejected', 'expired')),
    standing text NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'suspended', 'closed')),
    referred_with text,
    terms_accepted_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    last_sign_in_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX members_user ON members (tenant_id, user_id);
CREATE UNIQUE INDEX members_username ON members (tenant_id, lower(username) text_pattern_ops);
CREATE INDEX members_standing ON members (tenant_id, standing, id);

-- One pending registration an address: a new one replaces it, and with it the code sent before.
CREATE TABLE registrations (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    email text NOT NULL CHECK (email = lower(email)),
    purpose text NOT NULL CHECK (purpose IN ('new_user', 'new_member', 'already_known')),
    user_id uuid,
    password_hash text NOT NULL,
    username text NOT NULL,
    birth_date date NOT NULL,
    country text NOT NULL,
    currency text NOT NULL,
    locale text NOT NULL,
    referral_code text,
    code_digest bytea NOT NULL,
    tries_left smallint NOT NULL CHECK (tries_left >= 0),
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, email)
);

CREATE TABLE sessions (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    member_id uuid,
    audience text NOT NULL CHECK (audience IN ('player', 'staff')),
    methods text[] NOT NULL,
    stepped_up_at timestamptz,
    device text NOT NULL,
    address text NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id),
    CHECK ((audience = 'player') = (member_id IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX sessions_live ON sessions (tenant_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_old ON sessions (tenant_id, expires_at);

-- A session's tokens are one family; generation n + 1 succeeds generation n. Only digests are kept.
CREATE TABLE refresh_tokens (
    tenant_id uuid NOT NULL,
    session_id uuid NOT NULL,
    generation integer NOT NULL CHECK (generation > 0),
    digest bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    used_by bytea,
    PRIMARY KEY (tenant_id, session_id, generation),
    UNIQUE (tenant_id, digest),
    FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE,
    CHECK ((used_at IS NULL) = (used_by IS NULL))
);

-- What every process reads within a second to forget the tokens of ended sessions. Ids, nothing else.
CREATE TABLE session_endings (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id uuid NOT NULL,
    ended_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX session_endings_time ON session_endings (ended_at);

-- Mail of the embedded house, read at /dev/mailbox; stays empty wherever mail is really sent.
CREATE TABLE dev_mailbox (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient text NOT NULL,
    sender text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE INDEX dev_mailbox_recipient ON dev_mailbox (recipient, seq DESC);
"""


def upgrade() -> None:
    op.execute(TABLES)
    platform_table("users", grants="SELECT, INSERT, UPDATE")
    tenant_table("members", grants="SELECT, INSERT, UPDATE")
    tenant_table("registrations")
    tenant_table("sessions")
    tenant_table("refresh_tokens")
    platform_table("session_endings", grants="SELECT, INSERT, DELETE")
    platform_table("dev_mailbox", grants="SELECT, INSERT, DELETE")


def downgrade() -> None:
    for table in (
        "dev_mailbox",
        "session_endings",
        "refresh_tokens",
        "sessions",
        "registrations",
        "members",
        "users",
    ):
        op.execute(f"DROP TABLE {table}")
