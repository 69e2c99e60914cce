"""The tables of compliance as the slow way queries them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)

metadata = MetaData()

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
