"""The tables of payments."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from stakehouse.infra.notice_inbox import notice_table

metadata = MetaData()

_moment = DateTime(timezone=True)

payment_connections = Table(
    "payment_connections",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("gateway", Text, nullable=False),
    Column("currencies", ARRAY(Text), nullable=False),
    Column("credentials", LargeBinary, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("created_at", _moment, nullable=False),
    Column("updated_at", _moment, nullable=False),
)

payment_connection_directory = Table(
    "payment_connection_directory",
    metadata,
    Column("connection_id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, nullable=False),
    Column("gateway", Text, nullable=False),
)

payments = Table(
    "payments",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("member_id", Uuid, nullable=False),
    Column("user_id", Uuid, nullable=False),
    Column("currency", Text, nullable=False),
    Column("scale", SmallInteger, nullable=False),
    Column("units", BigInteger, nullable=False),
    Column("method", Text, nullable=False),
    Column("connection_id", Uuid, nullable=False),
    Column("status", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("attention", Text, nullable=False),
    Column("key", Text),
    Column("request_hash", LargeBinary, nullable=False),
    Column("gateway_reference", Text, nullable=False),
    Column("redirect_url", Text),
    Column("return_url", Text, nullable=False),
    Column("instructions", JSONB(none_as_null=True)),
    Column("destination", LargeBinary, nullable=False),
    Column("destination_masked", Text, nullable=False),
    Column("destination_print", LargeBinary, nullable=False),
    Column("hold_id", Uuid),
    Column("approved_by", Uuid),
    Column("checks", JSONB, nullable=False),
    Column("looks", SmallInteger, nullable=False),
    Column("claimed_until", _moment),
    Column("expires_at", _moment),
    Column("created_at", _moment, nullable=False),
    Column("updated_at", _moment, nullable=False),
)

payment_steps = Table(
    "payment_steps",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("payment_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("from_status", Text),
    Column("status", Text, nullable=False),
    Column("at", _moment, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_id", Uuid),
    Column("actor_name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("notice_id", Uuid),
)

payment_notices = notice_table("payment_notices", metadata, about="payment_id")
