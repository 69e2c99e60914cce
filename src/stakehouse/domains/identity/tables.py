"""The tables of identity; ``migrations/versions/0004_identity.py`` makes most of them."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", Text),
    Column("email_confirmed_at", DateTime(timezone=True)),
    Column("password_hash", Text),
    Column("password_changed_at", DateTime(timezone=True)),
    Column("telegram_id", BigInteger),
    Column("name", Text),
    Column("locale", Text),
    Column("is_demo", Boolean),
    Column("created_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True)),
)

members = Table(
    "members",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid),
    Column("username", Text),
    Column("first_name", Text),
    Column("last_name", Text),
    Column("phone", Text),
    Column("postcode", Text),
    Column("birth_date", Date),
    Column("country", Text),
    Column("currency", Text),
    Column("locale", Text),
    Column("time_zone", Text),
    Column("kyc_status", Text),
    Column("standing", Text),
    Column("referred_with", Text),
    Column("terms_accepted_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True)),
    Column("last_sign_in_at", DateTime(timezone=True)),
)

standing_changes = Table(
    "standing_changes",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("member_id", Uuid),
    Column("at", DateTime(timezone=True)),
    Column("before", Text),
    Column("after", Text),
    Column("until", DateTime(timezone=True)),
    Column("reason", Text),
    Column("actor_kind", Text),
    Column("actor_name", Text),
)

registrations = Table(
    "registrations",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("email", Text),
    Column("purpose", Text),
    Column("user_id", Uuid),
    Column("password_hash", Text),
    Column("username", Text),
    Column("birth_date", Date),
    Column("country", Text),
    Column("currency", Text),
    Column("locale", Text),
    Column("referral_code", Text),
    Column("telegram", JSONB),
    Column("first_name", Text),
    Column("last_name", Text),
    Column("postcode", Text),
    Column("phone", Text),
    Column("code_digest", LargeBinary),
    Column("tries_left", SmallInteger),
    Column("expires_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True)),
)

sessions = Table(
    "sessions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid),
    Column("member_id", Uuid),
    Column("audience", Text),
    Column("purpose", Text),
    Column("methods", ARRAY(Text)),
    Column("stepped_up_at", DateTime(timezone=True)),
    Column("device", Text),
    Column("address", Text),
    Column("created_at", DateTime(timezone=True)),
    Column("last_seen_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
    Column("ended_at", DateTime(timezone=True)),
    Column("end_reason", Text),
    Column("acting_id", Uuid),
    Column("acting_name", Text),
    Column("is_read_only", Boolean),
)

refresh_tokens = Table(
    "refresh_tokens",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("session_id", Uuid, primary_key=True),
    Column("generation", Integer, primary_key=True),
    Column("digest", LargeBinary),
    Column("created_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
    Column("used_at", DateTime(timezone=True)),
    Column("used_by", LargeBinary),
)

second_factors = Table(
    "second_factors",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("secret", LargeBinary),
    Column("last_step", BigInteger),
    Column("created_at", DateTime(timezone=True)),
    Column("confirmed_at", DateTime(timezone=True)),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("created_at", DateTime(timezone=True)),
    Column("used_at", DateTime(timezone=True)),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid),
    Column("rp_id", Text),
    Column("credential_id", LargeBinary),
    Column("public_key", LargeBinary),
    Column("sign_count", BigInteger),
    Column("name", Text),
    Column("transports", ARRAY(Text)),
    Column("is_synced", Boolean),
    Column("created_at", DateTime(timezone=True)),
    Column("last_used_at", DateTime(timezone=True)),
    Column("distrusted_at", DateTime(timezone=True)),
)

factor_challenges = Table(
    "factor_challenges",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("digest", LargeBinary),
    Column("purpose", Text),
    Column("audience", Text),
    Column("user_id", Uuid),
    Column("session_id", Uuid),
    Column("first_methods", ARRAY(Text)),
    Column("passkey_challenge", LargeBinary),
    Column("sent_by", Text),
    Column("code_digest", LargeBinary),
    Column("code_until", DateTime(timezone=True)),
    Column("tries_left", SmallInteger),
    Column("created_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
    Column("used_at", DateTime(timezone=True)),
)

session_endings = Table(
    "session_endings",
    metadata,
    Column("seq", BigInteger, primary_key=True),
    Column("session_id", Uuid),
    Column("ended_at", DateTime(timezone=True)),
)

mailed_codes = Table(
    "mailed_codes",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("purpose", Text),
    Column("subject", Text),
    Column("user_id", Uuid),
    Column("email", Text),
    Column("code_digest", LargeBinary),
    Column("tries_left", SmallInteger),
    Column("expires_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True)),
)

sign_in_failures = Table(
    "sign_in_failures",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("failures", Integer),
    Column("last_at", DateTime(timezone=True)),
    Column("locked_until", DateTime(timezone=True)),
)

memberships = Table(
    "memberships",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("created_at", DateTime(timezone=True)),
)

telegram_bots = Table(
    "telegram_bots",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("bot_id", BigInteger),
    Column("username", Text),
    Column("sealed_token", LargeBinary),
    Column("sealed_secret", LargeBinary),
    Column("updated_at", DateTime(timezone=True)),
)

telegram_links = Table(
    "telegram_links",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("user_id", Uuid, primary_key=True),
    Column("telegram_id", BigInteger),
    Column("username", Text),
    Column("first_name", Text),
    Column("linked_at", DateTime(timezone=True)),
)

spent_proofs = Table(
    "spent_proofs",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("expires_at", DateTime(timezone=True)),
)

data_exports = Table(
    "data_exports",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("member_id", Uuid),
    Column("state", Text),
    Column("sections", Integer),
    Column("done", Integer),
    Column("size", BigInteger),
    Column("requested_at", DateTime(timezone=True)),
    Column("ready_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
)
