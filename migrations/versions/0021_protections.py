"""Protections: session time, reality checks, exclusions that end only when asked, and in every house."""

from alembic import op

from migrations.support import platform_table, tenant_table

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

UP = """
-- Session time has no currency and counts minutes; a session of play is one of its periods.
ALTER TABLE limits DROP CONSTRAINT limits_kind_check, DROP CONSTRAINT limits_period_check;
ALTER TABLE limits
    ADD CONSTRAINT limits_kind_check CHECK (kind IN ('deposit', 'loss', 'wager', 'session_time')),
    ADD CONSTRAINT limits_period_check CHECK (period IN ('session', 'day', 'week', 'month')),
    ADD CONSTRAINT limits_session_check CHECK (period <> 'session' OR kind = 'session_time'),
    ADD CONSTRAINT limits_currency_check CHECK ((currency = '') = (kind = 'session_time')),
    ADD COLUMN is_of_house boolean NOT NULL DEFAULT false;
CREATE INDEX limits_waiting ON limits (tenant_id, pending_from) WHERE pending_from IS NOT NULL;

-- 'excluded' came from outside the house: of it nothing more is known here.
ALTER TABLE member_protections DROP CONSTRAINT member_protections_exclusion_kind_check;
ALTER TABLE member_protections
    ADD CONSTRAINT member_protections_exclusion_kind_check
        CHECK (exclusion_kind IN ('time_out', 'self_exclusion', 'excluded')),
    ADD COLUMN exclusion_is_wide boolean NOT NULL DEFAULT false,
    ADD COLUMN returns_at timestamptz,
    ADD COLUMN reality_minutes smallint CHECK (reality_minutes > 0),
    ADD COLUMN reality_checked_at timestamptz;

-- The clock of play lies where bets write anyway: how long was played in each period (milliseconds),
-- since when the present session lasts, and what it has taken and brought.
ALTER TABLE limit_counters
    ADD COLUMN session_since timestamptz,
    ADD COLUMN session_wagered bigint NOT NULL DEFAULT 0,
    ADD COLUMN session_won bigint NOT NULL DEFAULT 0,
    ADD COLUMN day_played bigint NOT NULL DEFAULT 0,
    ADD COLUMN week_played bigint NOT NULL DEFAULT 0,
    ADD COLUMN month_played bigint NOT NULL DEFAULT 0;

-- What a person chose for every house of the platform; no house reads who chose it where.
CREATE TABLE user_exclusions (
    user_id uuid PRIMARY KEY REFERENCES users (id),
    since timestamptz NOT NULL,
    until timestamptz,
    returns_at timestamptz,
    updated_at timestamptz NOT NULL
);

-- Lets somebody whom a protection keeps out in once more, to be paid out and nothing else.
CREATE TABLE payout_tickets (
    tenant_id uuid NOT NULL,
    digest bytea NOT NULL,
    member_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, digest),
    FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id)
);
CREATE INDEX payout_tickets_old ON payout_tickets (tenant_id, expires_at);

ALTER TABLE sessions
    ADD COLUMN purpose text NOT NULL DEFAULT 'all' CHECK (purpose IN ('all', 'payout'));
"""

DOWN = """
ALTER TABLE sessions DROP COLUMN purpose;
DROP TABLE payout_tickets;
DROP TABLE user_exclusions;
ALTER TABLE limit_counters
    DROP COLUMN session_since, DROP COLUMN session_wagered, DROP COLUMN session_won,
    DROP COLUMN day_played, DROP COLUMN week_played, DROP COLUMN month_played;
DELETE FROM limits WHERE kind = 'session_time';
UPDATE member_protections SET exclusion_kind = 'self_exclusion' WHERE exclusion_kind = 'excluded';
ALTER TABLE member_protections DROP CONSTRAINT member_protections_exclusion_kind_check;
ALTER TABLE member_protections
    ADD CONSTRAINT member_protections_exclusion_kind_check
        CHECK (exclusion_kind IN ('time_out', 'self_exclusion')),
    DROP COLUMN exclusion_is_wide, DROP COLUMN returns_at,
    DROP COLUMN reality_minutes, DROP COLUMN reality_checked_at;
DROP INDEX limits_waiting;
ALTER TABLE limits
    DROP CONSTRAINT limits_kind_check, DROP CONSTRAINT limits_period_check,
    DROP CONSTRAINT limits_session_check, DROP CONSTRAINT limits_currency_check,
    DROP COLUMN is_of_house;
ALTER TABLE limits
    ADD CONSTRAINT limits_kind_check CHECK (kind IN ('deposit', 'loss', 'wager')),
    ADD CONSTRAINT limits_period_check CHECK (period IN ('day', 'week', 'month'));
"""


def upgrade() -> None:
    op.execute(UP)
    platform_table("user_exclusions", grants="SELECT, INSERT, UPDATE")
    tenant_table("payout_tickets", grants="SELECT, INSERT, DELETE")


def downgrade() -> None:
    op.execute(DOWN)
