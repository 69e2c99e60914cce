"""The tables of compliance as the slow way queries them."""

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

from stakehouse.infra.notice_inbox import notice_table

metadata = MetaData()

_moment = DateTime(timezone=True)

watchlists = Table(
    "watchlists",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("code", Text),
    Column("title", Text),
    Column("created_at", _moment),
)

watchlist_versions = Table(
    "watchlist_versions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("watchlist_id", Uuid),
    Column("number", Integer),
    Column("format", Text),
    Column("file_name", Text),
    Column("sha256", Text),
    Column("size_bytes", BigInteger),
    Column("status", Text),
    Column("bytes_done", BigInteger),
    Column("entries", Integer),
    Column("people", Integer),
    Column("added", Integer),
    Column("changed", Integer),
    Column("removed", Integer),
    Column("faults", Integer),
    Column("fault_lines", JSONB),
    Column("created_by", Text),
    Column("created_at", _moment),
    Column("loaded_at", _moment),
    Column("activated_by", Text),
    Column("activated_at", _moment),
)

watchlist_entries = Table(
    "watchlist_entries",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("version_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("ref", Text),
    Column("kind", Text),
    Column("names", ARRAY(Text)),
    Column("births", ARRAY(Text)),
    Column("countries", ARRAY(Text)),
    Column("programs", ARRAY(Text)),
    Column("remark", Text),
    Column("digest", Text),
)

watchlist_keys = Table(
    "watchlist_keys",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("version_id", Uuid, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("numbers", ARRAY(Integer)),
)

screenings = Table(
    "screenings",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("cause", Text),
    Column("subject_digest", Text),
    Column("versions", ARRAY(Uuid)),
    Column("candidates", Integer),
    Column("hits", Integer),
    Column("screened_at", _moment),
)

screening_runs = Table(
    "screening_runs",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("cause", Text),
    Column("total", Integer),
    Column("done", Integer),
    Column("hits", Integer),
    Column("after_member", Uuid),
    Column("started_at", _moment),
    Column("finished_at", _moment),
)

judged_matches = Table(
    "judged_matches",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("watchlist_id", Uuid, primary_key=True),
    Column("ref", Text, primary_key=True),
    Column("subject_digest", Text),
    Column("entry_digest", Text),
    Column("verdict", Text),
    Column("case_id", Uuid),
    Column("judged_by", Text),
    Column("judged_at", _moment),
)

aml_cases = Table(
    "aml_cases",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", Text),
    Column("source", Text),
    Column("member_id", Uuid),
    Column("status", Text),
    Column("severity", Text),
    Column("is_blocking", Boolean),
    Column("summary", Text),
    Column("assignee_id", Uuid),
    Column("assignee", Text),
    Column("due_at", _moment),
    Column("finding", Text),
    Column("opened_at", _moment),
    Column("updated_at", _moment),
    Column("closed_at", _moment),
    Column("closed_by", Text),
)

aml_case_steps = Table(
    "aml_case_steps",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", Text),
    Column("text", Text),
    Column("at", _moment),
    Column("actor_kind", Text),
    Column("actor_name", Text),
)

aml_evidence = Table(
    "aml_evidence",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", Text),
    Column("key", Text),
    Column("title", Text),
    Column("content", JSONB),
    Column("verdict", Text),
    Column("verdict_by", Text),
    Column("verdict_at", _moment),
    Column("added_at", _moment),
    Column("added_by", Text),
)

account_freezes = Table(
    "account_freezes",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("member_id", Uuid),
    Column("case_id", Uuid),
    Column("reason", Text),
    Column("frozen_by_id", Uuid),
    Column("frozen_by", Text),
    Column("frozen_at", _moment),
    Column("standing_before", Text),
    Column("released_by", Text),
    Column("released_at", _moment),
    Column("release_reason", Text),
)

monitoring_rules = Table(
    "monitoring_rules",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", Text),
    Column("title", Text),
    Column("is_on", Boolean),
    Column("severity", Text),
    Column("is_blocking", Boolean),
    Column("parameters", JSONB),
    Column("version", Integer),
    Column("updated_at", _moment),
    Column("updated_by", Text),
)

monitoring_rule_versions = Table(
    "monitoring_rule_versions",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("rule_id", Uuid, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("title", Text),
    Column("is_on", Boolean),
    Column("severity", Text),
    Column("is_blocking", Boolean),
    Column("parameters", JSONB),
    Column("reason", Text),
    Column("changed_at", _moment),
    Column("changed_by", Text),
)

watched_payments = Table(
    "watched_payments",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("payment_id", Uuid, primary_key=True),
    Column("direction", Text),
    Column("currency", Text),
    Column("scale", SmallInteger),
    Column("units", BigInteger),
    Column("method", Text),
    Column("played", BigInteger),
    Column("at", _moment),
)

member_traces = Table(
    "member_traces",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("first_seen_at", _moment),
    Column("last_seen_at", _moment),
)

monitoring_alerts = Table(
    "monitoring_alerts",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("rule_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("case_id", Uuid),
    Column("raised_at", _moment),
)

member_protections = Table(
    "member_protections",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("standing", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("has_limits", Boolean, nullable=False),
    Column("exclusion_kind", Text),
    Column("exclusion_since", DateTime(timezone=True)),
    Column("exclusion_until", DateTime(timezone=True)),
    Column("exclusion_is_wide", Boolean, nullable=False),
    Column("returns_at", DateTime(timezone=True)),
    Column("register_since", DateTime(timezone=True)),
    Column("reality_minutes", SmallInteger),
    Column("reality_checked_at", DateTime(timezone=True)),
    Column("deposit_limit_answer", Text),
    Column("deposit_limit_source", Text),
    Column("deposit_limit_answered_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

limits = Table(
    "limits",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("currency", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("scale", SmallInteger, nullable=False),
    Column("units", BigInteger),
    Column("pending_units", BigInteger),
    Column("pending_from", DateTime(timezone=True)),
    Column("is_of_house", Boolean, nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

limit_counters = Table(
    "limit_counters",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("currency", Text, primary_key=True),
    Column("counted_at", DateTime(timezone=True), nullable=False),
    Column("day_wagered", BigInteger, nullable=False),
    Column("week_wagered", BigInteger, nullable=False),
    Column("month_wagered", BigInteger, nullable=False),
    Column("total_wagered", BigInteger, nullable=False),
    Column("day_won", BigInteger, nullable=False),
    Column("week_won", BigInteger, nullable=False),
    Column("month_won", BigInteger, nullable=False),
    Column("total_won", BigInteger, nullable=False),
    Column("session_since", DateTime(timezone=True)),
    Column("session_wagered", BigInteger, nullable=False),
    Column("session_won", BigInteger, nullable=False),
    Column("day_played", BigInteger, nullable=False),
    Column("week_played", BigInteger, nullable=False),
    Column("month_played", BigInteger, nullable=False),
)

deposit_counters = Table(
    "deposit_counters",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("member_id", Uuid, primary_key=True),
    Column("currency", Text, primary_key=True),
    Column("counted_at", DateTime(timezone=True)),
    Column("day_deposited", BigInteger, nullable=False),
    Column("week_deposited", BigInteger, nullable=False),
    Column("month_deposited", BigInteger, nullable=False),
    Column("total_deposited", BigInteger, nullable=False),
)

protection_changes = Table(
    "protection_changes",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("member_id", Uuid, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("act", Text, nullable=False),
    Column("before", JSONB),
    Column("after", JSONB),
    Column("reason", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_name", Text, nullable=False),
)

user_exclusions = Table(
    "user_exclusions",
    metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("since", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True)),
    Column("returns_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

payout_tickets = Table(
    "payout_tickets",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("member_id", Uuid, nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
)

kyc_cases = Table(
    "kyc_cases",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("member_id", Uuid),
    Column("subject_name", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("person", LargeBinary),
    Column("person_print", LargeBinary),
    Column("reviewer_id", Uuid),
    Column("reviewer", Text, nullable=False),
    Column("submitted_at", DateTime(timezone=True)),
    Column("decided_at", DateTime(timezone=True)),
    Column("decided_by", Text, nullable=False),
    Column("method", Text),
    Column("reasons", ARRAY(Text), nullable=False),
    Column("decision_text", Text, nullable=False),
    Column("valid_until", Date),
    Column("reminded_days", SmallInteger),
    Column("vendor_connection_id", Uuid),
    Column("vendor_applicant", Text, nullable=False),
    Column("vendor_said", Text, nullable=False),
    Column("vendor_said_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

kyc_documents = Table(
    "kyc_documents",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("requirement", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("type", Text),
    Column("size", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("pages", SmallInteger, nullable=False),
    Column("number", LargeBinary),
    Column("number_print", LargeBinary),
    Column("expires_on", Date),
    Column("uploaded_by", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("link_until", DateTime(timezone=True), nullable=False),
    Column("taken_at", DateTime(timezone=True)),
    Column("refusal", Text, nullable=False),
)

kyc_steps = Table(
    "kyc_steps",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("case_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("came_from", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_id", Uuid),
    Column("actor_name", Text, nullable=False),
    Column("reasons", ARRAY(Text), nullable=False),
    Column("decision_text", Text, nullable=False),
    Column("method", Text),
)

kyc_connections = Table(
    "kyc_connections",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("vendor", Text, nullable=False),
    Column("credentials", LargeBinary, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

kyc_connection_directory = Table(
    "kyc_connection_directory",
    metadata,
    Column("connection_id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, nullable=False),
    Column("vendor", Text, nullable=False),
)

kyc_notices = notice_table("kyc_notices", metadata, about="case_id")

register_connections = Table(
    "register_connections",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("register", Text, primary_key=True),
    Column("base_url", Text, nullable=False),
    Column("credentials", LargeBinary, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

register_answers = Table(
    "register_answers",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("print", LargeBinary, nullable=False),
    Column("member_id", Uuid),
    Column("register", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("valid_until", DateTime(timezone=True), nullable=False),
)

exclusion_requests = Table(
    "exclusion_requests",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("asked_by", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("status", Text, nullable=False),
    Column("member_id", Uuid),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("decided_at", DateTime(timezone=True)),
    Column("decided_by", Text, nullable=False),
    Column("decision", Text, nullable=False),
)
