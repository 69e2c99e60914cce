"""The tables of support."""

from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text, Uuid

metadata = MetaData()

complaint_numbers = Table(
    "complaint_numbers",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("last", Integer, nullable=False),
)

complaints = Table(
    "complaints",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("member_id", Uuid, nullable=False),
    Column("category", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reference_kind", Text),
    Column("reference_id", Uuid),
    Column("status", Text, nullable=False),
    Column("outcome", Text),
    Column("owner_id", Uuid),
    Column("owner_name", Text, nullable=False),
    Column("acknowledge_by", DateTime(timezone=True), nullable=False),
    Column("answer_by", DateTime(timezone=True), nullable=False),
    Column("keep_until", DateTime(timezone=True), nullable=False),
    Column("overdue_told", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("acknowledged_at", DateTime(timezone=True)),
    Column("answered_at", DateTime(timezone=True)),
    Column("escalated_at", DateTime(timezone=True)),
    Column("closed_at", DateTime(timezone=True)),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

complaint_entries = Table(
    "complaint_entries",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("complaint_id", Uuid, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
)
