"""The ledger's tables as the slow way queries them."""

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

metadata = MetaData()

accounts = Table(
    "accounts",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("account_id", Uuid, primary_key=True),
    Column("owner_kind", Text, nullable=False),
    Column("owner_id", Uuid, nullable=False),
    Column("kind", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("is_running", Boolean, nullable=False),
    Column("allows_negative", Boolean, nullable=False),
    Column("is_flagged", Boolean, nullable=False),
    Column("balance", BigInteger, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

operations = Table(
    "operations",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("operation_id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("source", Uuid, nullable=False),
    Column("key", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("subject_id", Uuid, nullable=False),
    Column("member_id", Uuid),
    Column("answer", LargeBinary, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

transfers = Table(
    "transfers",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("owner_id", Uuid, primary_key=True),
    Column("transfer_id", Uuid, primary_key=True),
    Column("operation_id", Uuid, nullable=False),
    Column("code", SmallInteger, nullable=False),
    Column("debit_account", Uuid, nullable=False),
    Column("credit_account", Uuid, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("debit_balance", BigInteger),
    Column("credit_balance", BigInteger),
)

holds = Table(
    "holds",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("hold_id", Uuid, primary_key=True),
    Column("member_id", Uuid, nullable=False),
    Column("currency", Text, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("subject_id", Uuid, nullable=False),
    Column("status", Text, nullable=False),
    Column("expires_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("closed_at", DateTime(timezone=True)),
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("tenant_id", Uuid, primary_key=True),
    Column("account_id", Uuid, primary_key=True),
    Column("up_to", Uuid, nullable=False),
    Column("balance", BigInteger, nullable=False),
    Column("transfers", BigInteger, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
)
