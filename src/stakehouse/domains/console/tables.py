"""The tables of the console."""

from sqlalchemy import Boolean, Column, DateTime, LargeBinary, MetaData, Table, Text, Uuid

metadata = MetaData()

owner_invitations = Table(
    "owner_invitations",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("token_hash", LargeBinary, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("email", Text, nullable=False),
    Column("is_new", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True)),
)
